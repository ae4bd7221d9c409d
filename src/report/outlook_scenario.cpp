// Scenarios.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/json.h"
#include "report/grid.h"
#include "report/outlook_text.h"

namespace isnad {
namespace {

constexpr size_t kPairs = 12;

std::string spread(const Spread& s) { return fmt::format("{:.1f} ({}-{})", s.mean, s.low, s.high); }

/// Pairs by what changed most for the first mark, or by how likely it is.
std::vector<size_t> order_of(const SimulateReport& r) {
  std::vector<size_t> order(r.scenario->pairs.size());
  std::iota(order.begin(), order.end(), 0);
  const auto key = [&](size_t i) { return r.changed ? std::abs(r.changed->some[i][0] - r.base->some[i][0]) : r.base->some[i][0]; };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return key(a) > key(b); });
  return order;
}

void append_weeks(const SimulateReport& r, std::string& out) {
  Grid grid(r.changed ? std::vector<std::string>{"<class", "week", "as it is", "scenario", "change"}
                      : std::vector<std::string>{"<class", "week", "happenings"});
  for (size_t m = 0; m < r.base->of.size(); ++m)
    for (size_t w = 0; w < r.base->of[m].size(); ++w) {
      const Spread& b = r.base->of[m][w];
      std::vector<std::string> row{w == 0 ? r.happenings->marks[m] : "", std::to_string(w + 1), spread(b)};
      if (r.changed) row.push_back(spread(r.changed->of[m][w])), row.push_back(fmt::format("{:+.1f}", r.changed->of[m][w].mean - b.mean));
      grid.row(std::move(row));
    }
  grid.append(out);
}

void append_pairs(const SimulateReport& r, std::string& out) {
  Grid grid(r.changed ? std::vector<std::string>{"<source", "<target", "as it is", "scenario"}
                      : std::vector<std::string>{"<source", "<target", "share of runs"});
  for (const size_t i : order_of(r)) {
    if (grid.rows() == kPairs) break;
    const auto& [source, target] = r.scenario->pairs[i];
    std::vector<std::string> row{r.happenings->parties[source.value], r.happenings->parties[target.value],
                                 fmt::format("{:.0f} %", 100 * r.base->some[i][0])};
    if (r.changed) row.push_back(fmt::format("{:.0f} %", 100 * r.changed->some[i][0]));
    grid.row(std::move(row));
  }
  out += fmt::format("\nAt least one \"event\" in {} days, the pairs {}:\n\n", r.scenario->days,
                     r.changed ? "that change most" : "where it is likeliest");
  grid.append(out);
}

void append_commitments(const SimulateReport& r, std::string& out) {
  if (r.commitments.empty()) return;
  out += fmt::format("\nOpen commitments in the scenario, each carried out with weight {:g} within {} days of its condition:\n\n", r.weight,
                     r.within);
  const auto deed = [](const std::string& source, const std::string& target, const std::string& code) {
    return fmt::format("{} {} -> {}", code, source.empty() ? "anybody" : source, target.empty() ? "anybody" : target);
  };
  Grid grid({"<announced", "<if", "<then", "<record", "<condition"});
  for (const CommitmentLine& c : r.commitments)
    grid.row({iso_date(c.day), deed(c.if_source, c.if_target, c.if_code), deed(c.source, c.target, c.code), c.record, c.condition});
  grid.append(out, 60);
}

void add_commitments(const SimulateReport& r, Json& j) {
  j.key("commitments").open_array();
  for (const CommitmentLine& c : r.commitments) {
    j.open_object().member("announced", iso_date(c.day)).member("record", c.record).member("condition", c.condition);
    j.key("if").open_object().member("source", c.if_source).member("target", c.if_target).member("code", c.if_code).close_object();
    j.key("then").open_object().member("source", c.source).member("target", c.target).member("code", c.code).close_object();
    j.key("weight").number(r.weight).key("within").integer(r.within).close_object();
  }
  j.close_array();
}

}  // namespace

std::string simulate_table(const SimulateReport& r) {
  std::string out =
      fmt::format("Happenings between {} pairs in the {} days after {}: mean (5 %-95 %) of {} futures, seed {}\n\n",
                  r.scenario->pairs.size(), r.scenario->days, iso_date(r.scenario->after), r.scenario->runs, r.scenario->seed);
  append_weeks(r, out);
  append_pairs(r, out);
  append_commitments(r, out);
  out += "\nThis is a model of reports: how reports have followed reports. It knows nothing of intentions, and it is not a plan.\n";
  return out;
}

std::string simulate_json(const SimulateReport& r) {
  std::string out;
  Json j(out);
  j.open_object().member("after", iso_date(r.scenario->after)).key("days").integer(r.scenario->days);
  j.key("runs").integer(r.scenario->runs).key("seed").integer(int64_t(r.scenario->seed)).member("note", "a model of reports, not a plan");
  add_commitments(r, j);
  for (const auto& [name, s] : {std::pair("as_it_is", r.base), std::pair("scenario", r.changed)}) {
    if (!s) continue;
    j.key(name).open_object().key("classes").open_object();
    for (size_t m = 0; m < s->of.size(); ++m) {
      j.key(r.happenings->marks[m]).open_array();
      for (const Spread& w : s->of[m])
        j.open_object()
            .key("mean")
            .number(w.mean)
            .key("low")
            .integer(w.low)
            .key("middle")
            .integer(w.middle)
            .key("high")
            .integer(w.high)
            .key("some")
            .number(w.some)
            .close_object();
      j.close_array();
    }
    j.close_object().key("pairs").open_array();
    for (const size_t i : order_of(r)) {
      const auto& [source, target] = r.scenario->pairs[i];
      j.open_object().member("source", r.happenings->parties[source.value]).member("target", r.happenings->parties[target.value]);
      j.key("some").number(s->some[i][0]).close_object();
    }
    j.close_array().close_object();
  }
  j.close_object();
  return out + "\n";
}

}  // namespace isnad
