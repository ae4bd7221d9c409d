// Backtests and fits.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/json.h"
#include "report/grid.h"
#include "report/outlook_text.h"

namespace isnad {
namespace {

std::string skill_text(const Score& s) {
  if (std::isnan(s.skill)) return "-";
  return fmt::format("{:.1f} % ({:.1f} to {:.1f})", 100 * s.skill, 100 * s.skill_low, 100 * s.skill_high);
}

void add_score(Json& j, const Score& s) {
  j.open_object().key("n").integer(int64_t(s.n)).key("base").number(s.base).key("brier").number(s.brier);
  if (!std::isnan(s.skill)) j.key("skill").number(s.skill).key("skill_low").number(s.skill_low).key("skill_high").number(s.skill_high);
  j.key("log").number(s.log_score).key("ap").number(s.precision).key("auc").number(s.area).key("ece").number(s.calibration);
  j.key("false_alarms_a_pair_year").number(s.false_alarms).key("found").number(s.found).key("reliability").open_array();
  for (const Reliability& b : s.bins) j.open_array().number(b.said).number(b.happened).integer(int64_t(b.n)).close_array();
  j.close_array().close_object();
}

void append_horizon(const BacktestReport& r, size_t h, std::string& out) {
  const Score& some = r.scores[h][size_t(Method::outlook)].all;
  const Score& quiet = r.scores[h][size_t(Method::outlook)].onsets;
  out += fmt::format("\nwithin {} days: {} forecasts, {} came true ({:.1f} %); onsets: {} of {}\n", r.plan.horizons[h], some.n,
                     some.happened, 100 * some.base, quiet.happened, quiet.n);
  Grid grid({"<method", "Brier", "skill (90 %)", "log", "AP", "ECE", "AUC", "false alarms", "found", "onsets: Brier", "log", "AP"});
  for (size_t m = 0; m < kMethods; ++m) {
    const Score &s = r.scores[h][m].all, &o = r.scores[h][m].onsets;
    grid.row({std::string(kMethodNames[m]), fmt::format("{:.5f}", s.brier), skill_text(s), fmt::format("{:.4f}", s.log_score),
              fmt::format("{:.3f}", s.precision), fmt::format("{:.4f}", s.calibration), fmt::format("{:.3f}", s.area),
              fmt::format("{:.2f}", s.false_alarms), fmt::format("{:.0f} %", 100 * s.found), fmt::format("{:.5f}", o.brier),
              fmt::format("{:.4f}", o.log_score), fmt::format("{:.3f}", o.precision)});
  }
  grid.append(out);
  out += fmt::format("outlook is {:.0f} % excitation and {:.0f} % logistic at the end, then recalibrated\n", 100 * r.share[h],
                     100 * (1 - r.share[h]));
}

}  // namespace

std::string backtest_table(const BacktestReport& r) {
  std::string out =
      fmt::format("At least one event ({}) between {} pairs, at {} origins from {} to {}, {} days apart{}\n", r.event, r.pairs, r.origins,
                  iso_date(r.plan.from), iso_date(r.plan.until), r.plan.step,
                  r.plan.refit > 0 ? fmt::format("; fitted anew every {} days", r.plan.refit) : "; fitted once, at the start");
  for (size_t h = 0; h < r.scores.size(); ++h) append_horizon(r, h, out);
  out +=
      "\nEvery forecast knows only the days up to its origin. Brier, log, ECE, false alarms: less is better; skill, AP, AUC, found: more.\n"
      "skill: against each pair's own rate so far, from the second year on, 90 % by bootstrap over quarters. AP: average precision. ECE:\n"
      "calibration error over ten bins. false alarms: a pair-year, and found: share of events, if the highest 5 % are alarms. onsets: "
      "pairs\n"
      "without an event for 90 days.\n";
  return out;
}

std::string backtest_json(const BacktestReport& r) {
  std::string out;
  Json j(out);
  j.open_object().member("event", r.event).member("from", iso_date(r.plan.from)).member("until", iso_date(r.plan.until));
  j.key("step").integer(r.plan.step).key("pairs").integer(int64_t(r.pairs)).key("origins").integer(int64_t(r.origins));
  j.key("horizons").open_array();
  for (size_t h = 0; h < r.scores.size(); ++h) {
    j.open_object().key("days").integer(r.plan.horizons[h]).key("share_of_excitation").number(r.share[h]).key("methods").open_object();
    for (size_t m = 0; m < kMethods; ++m) {
      j.key(kMethodNames[m]).open_object().key("all");
      add_score(j, r.scores[h][m].all);
      j.key("onsets");
      add_score(j, r.scores[h][m].onsets);
      j.close_object();
    }
    j.close_object().close_object();
  }
  j.close_array().close_object();
  return out + "\n";
}

std::string backtest_csv(const BacktestReport& r) {
  std::string out = "horizon,method,part,n,base,brier,skill,skill_low,skill_high,log,ap,ece,auc,false_alarms_a_pair_year,found\n";
  for (size_t h = 0; h < r.scores.size(); ++h)
    for (size_t m = 0; m < kMethods; ++m)
      for (const auto& [part, s] : {std::pair("all", &r.scores[h][m].all), std::pair("onsets", &r.scores[h][m].onsets)}) {
        const bool skill = !std::isnan(s->skill);
        out += fmt::format("{},{},{},{},{:.6f},{:.6f},{},{:.6f},{:.6f},{:.6f},{:.6f},{:.4f},{:.4f}\n", r.plan.horizons[h], kMethodNames[m],
                           part, s->n, s->base, s->brier,
                           skill ? fmt::format("{:.5f},{:.5f},{:.5f}", s->skill, s->skill_low, s->skill_high) : ",,", s->log_score,
                           s->precision, s->calibration, s->area, s->false_alarms, s->found);
      }
  return out;
}

std::string fit_table(const FitReport& r) {
  const Excitation& m = *r.model;
  std::string out = fmt::format("{} events ({}) of {} happenings between {} parties, {} pairs, until {}\n", m.events, r.event,
                                r.happenings->list.size(), r.parties, r.pairs, iso_date(m.until));
  if (m.events == 0) return out + "There is nothing to fit. --event says which events are meant.\n";
  out += fmt::format("log likelihood {:.1f}, {:.4f} an event; {} steps; multipliers of pairs: {}\n\n", m.log_likelihood,
                     m.log_likelihood / double(m.events), m.iterations,
                     m.shrink > 0 ? fmt::format("Gamma of shape {:g}", m.shrink) : std::string("none"));
  out += "How many events one happening is followed by, soon (2-7 days), later (30-120) and much later (365-1460):\n\n";
  Grid grid({"<after", "<as", "soon", "later", "much later", "in all"});
  for (uint32_t mark = 0; mark < m.layout.marks; ++mark)
    for (size_t k = 0; k < kKinships; ++k) {
      std::array<double, 3> part{};
      for (size_t l = 0; l < kHalfLives; ++l) part[l / 2] += m.weight[m.layout.of(MarkId{mark}, Kinship(k), l)];
      const double all = part[0] + part[1] + part[2];
      if (all < 5e-5) continue;
      const auto text = [](double x) { return x < 5e-5 ? std::string("-") : fmt::format("{:.4f}", x); };
      grid.row({r.happenings->marks[mark], std::string(kKinshipNames[k]), text(part[0]), text(part[1]), text(part[2]), text(all)});
    }
  grid.append(out);
  out += "\nown: by the same pair; reciprocal: by the other side; same source, same target: in pairs that share it, all together.\n";
  if (!r.held_out) return out;
  out += fmt::format("\nHeld back from {} on: {} events, log likelihood an event (rates a day; more is better):\n\n", iso_date(r.split),
                     r.held_out->events);
  Grid held({"<model", "an event", "<half-life"});
  for (size_t i = 0; i < kIntensityNames.size(); ++i)
    held.row({std::string(kIntensityNames[i]), fmt::format("{:.4f}", r.held_out->per_event[i]),
              r.held_out->half_life[i] > 0 ? fmt::format("{:g} days", r.held_out->half_life[i]) : "all"});
  held.append(out);
  return out;
}

std::string fit_json(const FitReport& r) {
  const Excitation& m = *r.model;
  std::string out;
  Json j(out);
  j.open_object().member("event", r.event).member("until", iso_date(m.until)).key("events").integer(int64_t(m.events));
  j.key("log_likelihood").number(m.log_likelihood).key("shrink").number(m.shrink).key("weights").open_array();
  for (uint32_t mark = 0; mark < m.layout.marks && m.events > 0; ++mark)
    for (size_t k = 0; k < kKinships; ++k)
      for (size_t l = 0; l < kHalfLives; ++l) {
        const double w = m.weight[m.layout.of(MarkId{mark}, Kinship(k), l)];
        if (w <= 0) continue;
        j.open_object().member("after", r.happenings->marks[mark]).member("as", kKinshipNames[k]);
        j.key("half_life").number(kHalfLifeDays[l]).key("weight").number(w).close_object();
      }
  j.close_array();
  if (m.events > 0) {
    j.key("constant").number(m.weight[m.layout.constant()]).key("gravity").number(m.weight[m.layout.gravity()]);
    j.key("gravity_volume").number(m.weight[m.layout.gravity_volume()]);
  }
  if (r.held_out) {
    j.key("held_out").open_object().member("from", iso_date(r.split)).key("events").integer(int64_t(r.held_out->events));
    for (size_t i = 0; i < kIntensityNames.size(); ++i) j.key(kIntensityNames[i]).number(r.held_out->per_event[i]);
    j.close_object();
  }
  j.close_object();
  return out + "\n";
}

}  // namespace isnad
