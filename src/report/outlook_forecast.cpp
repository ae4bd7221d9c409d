// Forecasts and their explanations.
#include <fmt/format.h>

#include <algorithm>

#include "base/csv.h"
#include "base/json.h"
#include "report/grid.h"
#include "report/outlook_text.h"

namespace isnad {
namespace {

std::string percent(double p) { return p < 0.0005 ? "<0.1 %" : fmt::format("{:.1f} %", 100 * p); }

std::string interval(const ForecastLine& l) { return fmt::format("{:.1f}-{:.1f} %", 100 * l.low, 100 * l.high); }

void add_line(Json& j, const ForecastLine& l) {
  j.member("source", l.source).member("target", l.target).key("days").integer(l.days);
  if (l.abstained.empty())
    j.key("p").number(l.p).key("low").number(l.low).key("high").number(l.high);
  else
    j.member("abstained", l.abstained);
  j.key("own_rate").number(l.own_rate).key("ewma").number(l.ewma).key("events_last_year").integer(int64_t(l.last_year));
}

std::string times(size_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

/// Record, document and sentence of each reason that has them.
void append_sentences(const ExplainReport& r, std::string& out) {
  if (std::none_of(r.texts.begin(), r.texts.end(), [](const ReasonText& t) { return !t.document.empty(); })) return;
  out += "\nWhere they are told:\n\n";
  for (const ReasonText& t : r.texts) {
    if (t.document.empty()) continue;
    out += fmt::format("{}  {}{}{}\n", t.record, t.document, t.outlet.empty() ? "" : ", ", t.outlet);
    if (!t.sentence.empty()) out += fmt::format("    {}\n", t.sentence);
  }
}

}  // namespace

std::string forecast_table(const ForecastReport& r, size_t most) {
  std::string out = fmt::format("At least one event ({}) after {}:\n\n", r.event, iso_date(r.origin));
  Grid grid({"<source", "<target", "within", "outlook", "90 %", "own rate", "EWMA", "last year", "<"});
  size_t shown = 0;
  for (const ForecastLine& l : r.lines) {
    if (shown++ == most) break;
    const bool said = l.abstained.empty();
    grid.row({l.source, l.target, fmt::format("{} days", l.days), said ? percent(l.p) : "-", said ? interval(l) : "", percent(l.own_rate),
              percent(l.ewma), std::to_string(l.last_year), l.abstained});
  }
  grid.append(out, 60);
  if (r.lines.size() > most) out += fmt::format("... and {} more: --top {}\n", r.lines.size() - most, r.lines.size());
  if (!r.warning.empty()) out += "\n" + r.warning + "\n";
  out +=
      "\nown rate: how often it came true at earlier origins of the pair; last year: events of the 365 days before. Events are reports:\n"
      "nothing here knows of what was not reported. isnad outlook explain takes one apart.\n";
  return out;
}

std::string forecast_json(const ForecastReport& r) {
  std::string out;
  for (const ForecastLine& l : r.lines) {
    Json j(out);
    j.open_object().member("origin", iso_date(r.origin)).member("event", r.event);
    add_line(j, l);
    j.member("warning", r.warning).close_object();
    out += '\n';
  }
  return out;
}

std::string forecast_csv(const ForecastReport& r) {
  std::string out = "origin,source,target,horizon,p,low,high,own_rate,ewma,events_last_year,abstained\n";
  for (const ForecastLine& l : r.lines) {
    out += iso_date(r.origin) + ',';
    append_csv_cell(out, l.source), out += ',';
    append_csv_cell(out, l.target);
    out += fmt::format(",{},", l.days);
    out += l.abstained.empty() ? fmt::format("{:.6f},{:.6f},{:.6f}", l.p, l.low, l.high) : std::string(",,");
    out += fmt::format(",{:.6f},{:.6f},{},", l.own_rate, l.ewma, l.last_year);
    append_csv_cell(out, l.abstained);
    out += '\n';
  }
  return out;
}

std::string explain_table(const ExplainReport& r) {
  const ForecastLine& l = r.line;
  std::string out =
      fmt::format("{} -> {}: at least one event ({}) in the {} days after {}\n\n", r.source, r.target, r.event, r.days, iso_date(r.origin));
  if (l.abstained.empty())
    out += fmt::format("outlook               {:>8}   90 %: {}\n", percent(l.p), interval(l));
  else
    out += fmt::format("outlook                      -   {}\n", l.abstained);
  out += fmt::format("without the last {:<3}  {:>8}   had nothing been reported in those days, of anyone\n",
                     fmt::format("{}d", r.without_days), percent(r.without));
  out += fmt::format("own rate              {:>8}   how often it came true at earlier origins of this pair\n", percent(l.own_rate));
  out += fmt::format("EWMA                  {:>8}\n", percent(l.ewma));
  out += fmt::format("last year             {:>8}   {}\n\n", l.last_year, l.last_year == 1 ? "event of this pair" : "events of this pair");
  if (!r.warning.empty()) out += r.warning + "\n\n";
  const Explanation& e = r.why;
  out += fmt::format("The model of decayed counts expects {:.3f} events. They come from:\n\n", e.expected);
  const auto share = [&](double part) { return e.expected > 0 ? fmt::format("{:.1f} %", 100 * part / e.expected) : std::string("-"); };
  Grid parts({"<from", "expected", "share"});
  parts.row({"baseline: how often such parties act", fmt::format("{:.4f}", e.baseline), share(e.baseline)});
  static constexpr std::array<std::string_view, kKinships> kWords{"its own past", "what the other side did to it",
                                                                  "what the source did to others", "what others did to the target"};
  for (size_t i = 0; i < kKinships; ++i) parts.row({std::string(kWords[i]), fmt::format("{:.4f}", e.by[i]), share(e.by[i])});
  parts.append(out);
  if (e.multiplier < 0.95 || e.multiplier > 1.05)
    out += fmt::format("\nThis pair follows its past {:.1f} times as much as pairs do in general; that is counted in.\n", e.multiplier);
  out += "\nThe past events that count most:\n\n";
  const bool records =
      std::any_of(r.texts.begin(), r.texts.end(), [](const ReasonText& t) { return !t.record.empty() || !t.text.empty(); });
  std::vector<std::string> head{"<day", "<source", "<target", "<code", "<as", "share"};
  if (records) head.insert(head.end(), {"<record", "<words"});
  Grid reasons(head);
  for (size_t i = 0; i < r.texts.size(); ++i) {
    const Reason& x = e.reasons[i];
    const size_t as = static_cast<size_t>(std::max_element(x.by.begin(), x.by.end()) - x.by.begin());
    const ReasonText& t = r.texts[i];
    std::vector<std::string> row{iso_date(x.what.day),
                                 r.happenings->parties[x.what.source.value],
                                 r.happenings->parties[x.what.target.value],
                                 t.code,
                                 std::string(kKinshipNames[as]),
                                 share(x.expected)};
    if (records) row.push_back(t.record), row.push_back(t.text);
    reasons.row(std::move(row));
  }
  reasons.append(out);
  append_sentences(r, out);
  if (e.reasons.size() > r.texts.size())
    out += fmt::format("... and {}, each with less\n", times(e.reasons.size() - r.texts.size(), "other"));
  return out;
}

std::string explain_json(const ExplainReport& r) {
  std::string out;
  Json j(out);
  j.open_object().member("origin", iso_date(r.origin)).member("event", r.event);
  add_line(j, r.line);
  j.member("warning", r.warning).key("without").open_object().key("days").integer(r.without_days).key("p").number(r.without).close_object();
  const Explanation& e = r.why;
  j.key("expected").number(e.expected).key("baseline").number(e.baseline).key("multiplier").number(e.multiplier);
  j.key("past").open_object();
  for (size_t i = 0; i < kKinships; ++i) j.key(kKinshipNames[i]).number(e.by[i]);
  j.close_object().key("reasons").open_array();
  for (size_t i = 0; i < r.texts.size(); ++i) {
    const Reason& x = e.reasons[i];
    j.open_object().member("day", iso_date(x.what.day)).member("source", r.happenings->parties[x.what.source.value]);
    j.member("target", r.happenings->parties[x.what.target.value]).member("code", r.texts[i].code).member("record", r.texts[i].record);
    j.member("text", r.texts[i].text).member("document", r.texts[i].document).member("outlet", r.texts[i].outlet);
    j.member("sentence", r.texts[i].sentence).key("expected").number(x.expected).close_object();
  }
  j.close_array().close_object();
  return out + "\n";
}

}  // namespace isnad
