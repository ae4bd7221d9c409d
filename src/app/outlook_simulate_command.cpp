// isnad outlook simulate.
#include <fmt/format.h>

#include <charconv>

#include "app/outlook_commitments.h"
#include "app/part_progress.h"
#include "report/outlook_text.h"

namespace isnad {
namespace {

std::vector<std::string> cells_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == ',')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

/// Three cells from `at` on: source, target, class.
Result<PairMark> pair_mark(const std::vector<std::string>& cells, size_t at, const Happenings& h) {
  const auto source = party_option(cells[at], h), target = party_option(cells[at + 1], h);
  if (!source) return source.error();
  if (!target) return target.error();
  const uint32_t mark = h.marks.find(cells[at + 2]);
  if (mark == UINT32_MAX) {
    std::string known;
    for (size_t i = 0; i < h.marks.size(); ++i) known += (i ? ", " : "") + h.marks[i];
    return Error{"", 0, "there is no class '" + cells[at + 2] + "'", "these there are: " + known};
  }
  return PairMark{*source, *target, MarkId{mark}};
}

Result<double> number(const std::string& text, double least, double most) {
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size() || !(value >= least && value <= most))
    return Error{"", 0, "'" + text + "' is no number that fits here", fmt::format("from {:g} to {:g}", least, most)};
  return value;
}

Error malformed(const char* option, const std::string& text, const char* form) {
  return {"", 0, fmt::format("{}: '{}'", option, text), form};
}

Status read_added(const OutlookOptions& o, const Happenings& h, Scenario& s) {
  for (const std::string& text : o.added) {
    const auto cells = cells_of(text);
    if (cells.size() != 4 && cells.size() != 5)
      return malformed("--add", text, "write SOURCE,TARGET,CLASS,DAY or SOURCE,TARGET,CLASS,DAY,TIMES");
    const auto what = pair_mark(cells, 0, h);
    if (!what) return what.error();
    const auto in = number(cells[3], 1, o.days), times = cells.size() == 5 ? number(cells[4], 1, 1000) : Result<double>(1.0);
    if (!in) return in.error();
    if (!times) return times.error();
    s.added.push_back({*what, static_cast<int>(*in), static_cast<int>(*times)});
  }
  return Done{};
}

Status read_withheld(const OutlookOptions& o, const Happenings& h, Scenario& s) {
  for (const std::string& text : o.withheld) {
    const auto cells = cells_of(text);
    if (cells.size() != 3) return malformed("--withhold", text, "write SOURCE,TARGET,CLASS");
    const auto what = pair_mark(cells, 0, h);
    if (!what) return what.error();
    s.withheld.push_back(*what);
  }
  return Done{};
}

Status read_triggers(const OutlookOptions& o, const Happenings& h, Scenario& s) {
  for (const std::string& text : o.triggers) {
    const auto cells = cells_of(text);
    if (cells.size() != 8) return malformed("--trigger", text, "write A,B,CLASS,C,D,CLASS,WEIGHT,DAYS");
    const auto when = pair_mark(cells, 0, h), then = pair_mark(cells, 3, h);
    if (!when) return when.error();
    if (!then) return then.error();
    const auto weight = number(cells[6], 0, 1), within = number(cells[7], 1, 366);
    if (!weight) return weight.error();
    if (!within) return within.error();
    s.triggers.push_back({*when, *then, *weight, static_cast<int>(*within)});
  }
  return Done{};
}

Result<Scenario> scenario_of(const OutlookOptions& o, const Happenings& h) {
  Scenario s;
  const auto at = day_option(o.at, "--at", h.last());
  if (!at) return at.error();
  s.after = std::min(*at, h.last());
  s.days = o.days, s.runs = o.runs, s.seed = o.seed;
  for (const auto read : {read_added, read_withheld, read_triggers})
    if (const auto status = read(o, h, s); !status) return status.error();
  Plan plan;
  plan.from = plan.until = s.after;
  if (const auto status = panel_option(o.least, h, plan); !status) return status.error();
  s.pairs = Rolling(h, plan).panel();
  if (s.pairs.empty()) return Error{"", 0, "no pair has " + o.least + " happenings", "--panel takes a smaller number"};
  return s;
}

Result<Exit> simulate_with(const OutlookOptions& options, const Happenings& h, Messages& messages) {
  auto scenario = scenario_of(options, h);
  if (!scenario) return scenario.error();
  const auto commitments = open_commitments(options, h, scenario->after, messages);
  if (!commitments) return commitments.error();
  scenario->triggers.insert(scenario->triggers.end(), commitments->triggers.begin(), commitments->triggers.end());
  Scenario plain = *scenario;
  plain.added.clear(), plain.withheld.clear(), plain.triggers.clear();
  const bool changes = !scenario->added.empty() || !scenario->withheld.empty() || !scenario->triggers.empty();
  std::vector<Process> processes;
  {
    PartProgress progress("fitting each class");
    processes = fit_processes(h, scenario->after, progress.teller());
  }
  PartProgress progress("drawing futures");
  const Simulated base = simulate(processes, plain, progress.teller());
  const Simulated changed = changes ? simulate(processes, *scenario, progress.teller()) : Simulated{};
  const SimulateReport r{&h, &*scenario, &base, changes ? &changed : nullptr, commitments->lines, options.weight, options.within};
  return write_result(options.format == "json" ? simulate_json(r) : simulate_table(r), options.output, options.events.files, messages);
}

}  // namespace

Exit run_simulate(const OutlookOptions& options) {
  return with_happenings(options.events,
                         [&](const OutlookData& data, Messages& messages) { return simulate_with(options, data.happenings, messages); });
}

}  // namespace isnad
