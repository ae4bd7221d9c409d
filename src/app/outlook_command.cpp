// isnad outlook fit, forecast, backtest, explain.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "app/outlook_data.h"
#include "app/outlook_sentences.h"
#include "app/part_progress.h"
#include "base/csv.h"
#include "base/file.h"
#include "outlook/coverage.h"
#include "report/outlook_picture.h"
#include "report/outlook_text.h"

namespace isnad {
namespace {

constexpr MarkId kEvent{0};
constexpr double kOfNormal = 1.645;  // 90 %
constexpr size_t kFewReports = 5, kFewEvents = 30;
constexpr Day kYear = 365, kLeastSpan = 180;
constexpr int kWithout = 14;

std::string rendered(const OutlookOptions& o, const std::string& table, const std::string& json, const std::string& csv = {}) {
  return o.format == "json" ? json : o.format == "csv" ? csv : table;
}

/// Events of the class until a day.
size_t events_until(const Happenings& h, Day day) {
  return static_cast<size_t>(
      std::count_if(h.list.begin(), h.list.end(), [&](const Happening& x) { return x.mark == kEvent && x.day <= day; }));
}

/// Too little to learn from, whatever the pair.
Status check_enough(const Happenings& h, Day at) {
  const size_t events = events_until(h, at);
  if (at - h.first() < kLeastSpan || events < kFewEvents)
    return Error{"", 0,
                 fmt::format("{} events in the {} days until {} are too few to forecast from", events, std::max(0, at - h.first() + 1),
                             iso_date(at)),
                 fmt::format("at least {} events in {} days; --event and --at say which", kFewEvents, kLeastSpan)};
  return Done{};
}

/// The plan of a forecast from one day.
Result<Plan> plan_at(const OutlookOptions& o, const Happenings& h) {
  Plan plan;
  plan.target = kEvent, plan.horizons = o.horizons, plan.step = o.step, plan.refit = o.refit;
  const auto at = day_option(o.at, "--at", h.last());
  if (!at) return at.error();
  plan.from = plan.until = std::min(*at, h.last());
  if (const auto enough = check_enough(h, plan.from); !enough) return enough.error();
  if (const auto s = panel_option(o.least, h, plan); !s) return s.error();
  for (const std::string& text : o.pairs) {
    const auto pair = pair_option(text, h);
    if (!pair) return pair.error();
    plan.extra.push_back(*pair);
  }
  return plan;
}

/// Without what comes after `at`: a forecast must not see it.
Happenings until(const Happenings& h, Day at) {
  Happenings out = h;
  std::erase_if(out.list, [&](const Happening& x) { return x.day > at; });
  return out;
}

/// What to tell of coverage, and whether probabilities are withheld for it.
struct Coverage {
  std::string warning;
  bool lost = false;
};

Coverage coverage_at(const Happenings& h, Day at) {
  const auto broken = find_break(h, at);
  if (!broken) return {};
  const std::string since =
      fmt::format("Since about {} {:.1f} times as many pairs are reported of as before. ", iso_date(broken->day), broken->ratio);
  if (broken->ratio < 1) return {since + "Coverage is lost: probabilities from\nsuch counts would be too low, so none is given.", true};
  return {since + "If that is the news, well; if it is\nanother source or another way of counting, these probabilities are too high.",
          false};
}

size_t reports_of(const Happenings& h, PartyId a, PartyId b) {
  return static_cast<size_t>(std::count_if(h.list.begin(), h.list.end(), [&](const Happening& x) {
    return (x.source == a && x.target == b) || (x.source == b && x.target == a);
  }));
}

ForecastLine line_of(const Rolling& rolling, const Happenings& h, const Said& s, bool coverage_lost) {
  const auto [source, target] = rolling.panel()[s.pair];
  ForecastLine l;
  l.source = h.parties[source.value], l.target = h.parties[target.value];
  l.days = rolling.plan().horizons[s.horizon];
  l.p = double(s.p[size_t(Method::outlook)]);
  const double odds = log_odds(l.p), off = kOfNormal * double(s.odds_deviation);
  l.low = probability(odds - off), l.high = probability(odds + off);
  l.own_rate = double(s.p[size_t(Method::climatology)]), l.ewma = double(s.p[size_t(Method::ewma)]);
  l.last_year = rolling.count(s.pair, s.origin - kYear, s.origin);
  const size_t reports = reports_of(h, source, target);
  if (coverage_lost)
    l.abstained = "coverage is lost";
  else if (reports < kFewReports)
    l.abstained = fmt::format("too thin: {} report{} of the two", reports, reports == 1 ? "" : "s");
  return l;
}

ForecastReport report_of(const Rolling& rolling, const Happenings& h, const std::string& event) {
  ForecastReport r;
  r.origin = rolling.plan().until, r.event = event;
  const Coverage coverage = coverage_at(h, r.origin);
  r.warning = coverage.warning;
  std::set<std::pair<PartyId, PartyId>> wanted;
  for (const auto& pair : rolling.plan().extra) wanted.insert(pair);
  for (const Said& s : rolling.said())
    if (s.origin == r.origin && (wanted.empty() || wanted.contains(rolling.panel()[s.pair])))
      r.lines.push_back(line_of(rolling, h, s, coverage.lost));
  std::stable_sort(r.lines.begin(), r.lines.end(), [](const ForecastLine& a, const ForecastLine& b) {
    if (a.days != b.days) return a.days < b.days;
    return a.p != b.p ? a.p > b.p : std::tie(a.source, a.target) < std::tie(b.source, b.target);
  });
  return r;
}

Result<Plan> backtest_plan(const OutlookOptions& o, const Happenings& h) {
  Plan plan;
  plan.target = kEvent, plan.horizons = o.horizons, plan.step = o.step, plan.refit = o.refit;
  const int longest = *std::max_element(o.horizons.begin(), o.horizons.end());
  const auto from = day_option(o.from, "--from", h.first() + (h.last() - h.first()) / 4 * 3);
  const auto until = day_option(o.until, "--until", h.last() - longest);
  if (!from) return from.error();
  if (!until) return until.error();
  plan.from = *from, plan.until = *until;
  if (plan.until < plan.from)
    return Error{"", 0, fmt::format("the last origin, {}, is before the first, {}", iso_date(plan.until), iso_date(plan.from)),
                 "set --from and --until"};
  if (const auto enough = check_enough(h, plan.from); !enough) return enough.error();
  if (const auto s = panel_option(o.least, h, plan); !s) return s.error();
  return plan;
}

BacktestReport score_all(const Rolling& rolling, const std::string& event) {
  BacktestReport r;
  r.event = event, r.plan = rolling.plan(), r.pairs = rolling.panel().size();
  std::set<Day> origins;
  for (size_t h = 0; h < r.plan.horizons.size(); ++h) {
    auto& of = r.scores.emplace_back();
    for (size_t m = 0; m < kMethods; ++m) {
      std::vector<Scored> list;
      for (const Said& s : rolling.said()) {
        if (s.horizon != h || !s.known) continue;
        list.push_back({s.origin, s.pair, s.p[m], s.happened, s.quiet});
        origins.insert(s.origin);
      }
      of.push_back({score(list, r.plan.step), score(onsets(list), r.plan.step)});
    }
    r.share.push_back(rolling.share_of_excitation(h));
  }
  r.origins = origins.size();
  return r;
}

std::string forecasts_csv(const Rolling& rolling, const Happenings& h) {
  std::string out = "origin,source,target,horizon,p\n";
  for (const Said& s : rolling.said()) {
    if (!s.known) continue;
    const auto [source, target] = rolling.panel()[s.pair];
    out += iso_date(s.origin) + ",";
    append_csv_cell(out, h.parties[source.value]), out += ',';
    append_csv_cell(out, h.parties[target.value]);
    out += fmt::format(",{},{:.6f}\n", rolling.plan().horizons[s.horizon], s.p[size_t(Method::outlook)]);
  }
  return out;
}

std::string outcomes_csv(const Happenings& h) {
  std::string out = "date,source,target\n";
  for (const Happening& x : h.list) {
    if (x.mark != kEvent) continue;
    out += iso_date(x.day) + ",";
    append_csv_cell(out, h.parties[x.source.value]), out += ',';
    append_csv_cell(out, h.parties[x.target.value]), out += '\n';
  }
  return out;
}

std::string reliability_picture(const BacktestReport& r) {
  ReliabilityPicture picture{fmt::format("At least one event ({}) within {} days", r.event, r.plan.horizons[0]), {}};
  for (const Method m : {Method::outlook, Method::logistic, Method::ewma})
    picture.curves.push_back({std::string(kMethodNames[size_t(m)]), r.scores[0][size_t(m)].all.bins});
  return draw(picture);
}

/// Writes files beside the result; a failure is told, and counts as one.
bool write_beside(const std::string& path, const std::string& bytes, Messages& messages) {
  if (path.empty()) return true;
  const auto written = write_file(path, bytes);
  if (!written) messages.error(written.error());
  return written.ok();
}

std::string time_picture(const Rolling& rolling, const Happenings& h, uint32_t pair, const ExplainReport& r) {
  TimePicture picture;
  picture.title = fmt::format("{} \xE2\x86\x92 {}: at least one event ({}) within {} days", r.source, r.target, r.event, r.days);
  picture.note = "Each point knows only the days before it.";
  picture.line_name = "outlook", picture.other_name = "EWMA";
  for (const Said& s : rolling.said()) {
    if (s.pair != pair || s.horizon != 0) continue;
    picture.line.push_back({s.origin, double(s.p[size_t(Method::outlook)])});
    picture.other.push_back({s.origin, double(s.p[size_t(Method::ewma)])});
  }
  const auto [source, target] = rolling.panel()[pair];
  for (const Happening& x : h.list)
    if (x.mark == kEvent && x.source == source && x.target == target) picture.events.push_back(x.day);
  return draw(picture);
}

/// The history of everything until `last`, with the pair watched.
History watched(const Happenings& h, PartyId source, PartyId target, Day last) {
  History history(h.marks.size(), kEvent, h.first());
  history.watch(source, target);
  for (size_t i = 0; i < h.list.size() && h.list[i].day <= last;) {
    size_t end = i;
    while (end < h.list.size() && h.list[end].day == h.list[i].day) ++end;
    history.learn(std::span<const Happening>(&h.list[i], end - i));
    i = end;
  }
  return history;
}

ExplainReport explain_report(const Rolling& rolling, const OutlookData& data, const Happenings& known, const OutlookOptions& o,
                             Messages& messages) {
  const auto [source, target] = rolling.plan().extra.front();
  const Day at = rolling.plan().until;
  ExplainReport r;
  r.event = data.event, r.origin = at, r.days = o.horizons.front(), r.without_days = kWithout, r.happenings = &data.happenings;
  const Coverage coverage = coverage_at(known, at);
  r.warning = coverage.warning;
  for (const Said& s : rolling.said())
    if (s.origin == at && s.horizon == 0 && rolling.panel()[s.pair] == std::pair(source, target))
      r.line = line_of(rolling, known, s, coverage.lost);
  r.source = r.line.source, r.target = r.line.target;
  r.without = rolling.probability_under(watched(known, source, target, at - kWithout), 0, source, target);
  r.why = explain(rolling.excitation(), watched(known, source, target, at), source, target, at, r.days);
  std::vector<const Coded*> shown;
  for (size_t i = 0; i < std::min(o.top, r.why.reasons.size()); ++i) shown.push_back(&data.events[r.why.reasons[i].what.origin]);
  const auto sentences = sentences_of(shown, o.texts, messages);
  for (size_t i = 0; i < shown.size(); ++i) {
    const Coded& c = *shown[i];
    r.texts.push_back({c.code, c.record, c.text, c.told.document, c.told.outlet, sentences[i]});
  }
  return r;
}

/// A model run to one day, on what was known by then.
struct Forecasting {
  Plan plan;
  std::unique_ptr<Happenings> known;  // `rolling` looks at it
  std::unique_ptr<Rolling> rolling;
};

/// `since`: how many days before it origins are given out already.
Result<Forecasting> forecast_at(const OutlookOptions& o, const OutlookData& data, Day since) {
  auto plan = plan_at(o, data.happenings);
  if (!plan) return plan.error();
  if (since > 0) plan->since = plan->until - since;
  Forecasting f{*plan, std::make_unique<Happenings>(until(data.happenings, plan->until)), {}};
  f.rolling = std::make_unique<Rolling>(*f.known, f.plan);
  if (f.rolling->panel().empty())
    return Error{"", 0, "no pair has " + o.least + " happenings", "--panel takes a smaller number, --pair names one"};
  PartProgress progress("learning from the past");
  f.rolling->run(progress.teller());
  return f;
}

Result<Exit> fit(const OutlookOptions& options, const OutlookData& data, Messages& messages) {
  const auto last = day_option(options.until, "--until", data.happenings.last());
  if (!last) return last.error();
  const Happenings h = until(data.happenings, *last);
  HeldOut held;
  FitReport r;
  r.event = data.event, r.happenings = &h;
  r.split = h.last() + 1;
  if (options.held_back > 0) {
    r.split = h.first() + static_cast<Day>(double(h.last() - h.first()) * (1 - options.held_back));
    held = hold_out(h, kEvent, r.split);
    r.held_out = &held;
  }
  History history(h.marks.size(), kEvent, h.first());
  Lessons lessons(h.marks.size(), kEvent, h.first());
  for (size_t i = 0; i < h.list.size() && h.list[i].day < r.split;) {
    size_t end = i;
    while (end < h.list.size() && h.list[end].day == h.list[i].day) ++end;
    const std::span<const Happening> day(&h.list[i], end - i);
    lessons.observe(history, day);
    history.learn(day);
    i = end;
  }
  lessons.close(history, std::min(r.split - 1, h.last()));
  const Excitation model = fit_excitation(lessons, history);
  r.model = &model, r.pairs = history.dyads(), r.parties = history.parties();
  return write_result(rendered(options, fit_table(r), fit_json(r)), options.output, options.events.files, messages);
}

Result<Exit> forecast(const OutlookOptions& options, const OutlookData& data, Messages& messages) {
  const auto f = forecast_at(options, data, 0);
  if (!f) return f.error();
  const ForecastReport r = report_of(*f->rolling, *f->known, data.event);
  return write_result(rendered(options, forecast_table(r, options.top), forecast_json(r), forecast_csv(r)), options.output,
                      options.events.files, messages);
}

Result<Exit> backtest(const OutlookOptions& options, const OutlookData& data, Messages& messages) {
  const auto plan = backtest_plan(options, data.happenings);
  if (!plan) return plan.error();
  Rolling rolling(data.happenings, *plan);
  if (rolling.panel().empty())
    return Error{"", 0, "no pair has " + options.least + " happenings before the first origin", "--panel takes a smaller number"};
  {
    PartProgress progress("backtest");
    rolling.run(progress.teller());
  }
  const BacktestReport r = score_all(rolling, data.event);
  const bool fine = write_beside(options.forecasts, forecasts_csv(rolling, data.happenings), messages) &&
                    write_beside(options.outcomes, outcomes_csv(data.happenings), messages) &&
                    (options.picture.empty() || write_beside(options.picture, reliability_picture(r), messages));
  if (!fine) return Exit::cannot_run;
  return write_result(rendered(options, backtest_table(r), backtest_json(r), backtest_csv(r)), options.output, options.events.files,
                      messages);
}

Result<Exit> explain_one(const OutlookOptions& options, const OutlookData& data, Messages& messages) {
  const auto f = forecast_at(options, data, 2 * kYear);
  if (!f) return f.error();
  const ExplainReport r = explain_report(*f->rolling, data, *f->known, options, messages);
  const auto& panel = f->rolling->panel();
  const auto pair = static_cast<uint32_t>(std::find(panel.begin(), panel.end(), f->plan.extra.front()) - panel.begin());
  if (!options.picture.empty() && !write_beside(options.picture, time_picture(*f->rolling, *f->known, pair, r), messages))
    return Exit::cannot_run;
  return write_result(rendered(options, explain_table(r), explain_json(r)), options.output, options.events.files, messages);
}

/// Does `work` with the events of the options.
Exit run(const OutlookOptions& options, Result<Exit> (*work)(const OutlookOptions&, const OutlookData&, Messages&)) {
  return with_happenings(options.events, [&](const OutlookData& data, Messages& messages) { return work(options, data, messages); });
}

}  // namespace

Exit run_fit(const OutlookOptions& options) { return run(options, fit); }
Exit run_forecast(const OutlookOptions& options) { return run(options, forecast); }
Exit run_backtest(const OutlookOptions& options) { return run(options, backtest); }
Exit run_outlook_explain(const OutlookOptions& options) { return run(options, explain_one); }

}  // namespace isnad
