// The order of things at an origin: learn the days until it, learn from forecasts whose time is over, refit if it is time, forecast.
#include "outlook/rolling.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace isnad {
namespace {

constexpr size_t kRowsKept = 60000;
constexpr double kRidge = 320, kBlendMemory = 365;  // docs/outlook.md says how they were chosen; memory: a half-life in days
constexpr uint32_t kOfUnseen = 50;  // one in so many rows of pairs never seen is kept for the regression, and weighs as many
constexpr std::array<float, 5> kEwmaDays{15, 30, 60, 120, 240};
constexpr Day kQuiet = 90;

double chance(double expected) { return 1 - std::exp(-expected); }

}  // namespace

Rolling::Rolling(const Happenings& happenings, Plan plan) : happenings_(happenings), plan_(std::move(plan)) {
  const Day first = happenings_.first(), known = plan_.from - first;
  choose_panel();
  history_ = std::make_unique<History>(happenings_.marks.size(), plan_.target, first);
  lessons_ = std::make_unique<Lessons>(happenings_.marks.size(), plan_.target, first);
  warm_ = first + std::min(std::max(known / 3, Day{365}), known / 2);
  next_fit_ = warm_;
  averaged_ = first - 1;
  day_average_.resize(panel_.size());
  const double origins = std::max(1.0, double(plan_.until - first) / plan_.step);
  size_t known_pairs = 0;
  for (const auto& d : days_) known_pairs += !d.empty();
  kept_every_ = std::max<size_t>(1, static_cast<size_t>(origins * double(known_pairs) / kRowsKept));
  for (const int days : plan_.horizons) {
    Learner& l = learners_.emplace_back();
    l.days = days;
    l.shown.resize(panel_.size()), l.occurred.resize(panel_.size()), l.outcome_average.resize(panel_.size());
  }
}

Rolling::~Rolling() = default;

void Rolling::choose_panel() {
  std::map<uint64_t, size_t> seen;
  std::map<uint64_t, std::vector<Day>> days;
  for (const Happening& h : happenings_.list) {
    if (h.source == h.target) continue;
    if (h.day <= plan_.from) ++seen[pair_key(std::min(h.source, h.target), std::max(h.source, h.target))];
    if (h.mark == plan_.target) days[pair_key(h.source, h.target)].push_back(h.day);
  }
  panel_ = plan_.pairs;
  if (panel_.empty())
    for (const auto& [key, n] : seen)
      if (n >= plan_.least) {
        const PartyId a{static_cast<uint32_t>(key >> 32)}, b{static_cast<uint32_t>(key)};
        panel_.emplace_back(a, b), panel_.emplace_back(b, a);
      }
  for (const auto& pair : plan_.extra)
    if (std::find(panel_.begin(), panel_.end(), pair) == panel_.end()) panel_.push_back(pair);
  for (const auto& [source, target] : panel_) days_.push_back(days[pair_key(source, target)]);
}

size_t Rolling::count(uint32_t pair, Day after, Day until) const {
  const auto& d = days_[pair];
  return static_cast<size_t>(std::upper_bound(d.begin(), d.end(), until) - std::upper_bound(d.begin(), d.end(), after));
}

void Rolling::learn_until(Day day) {
  const auto& list = happenings_.list;
  while (next_ < list.size() && list[next_].day <= day) {
    size_t end = next_;
    while (end < list.size() && list[end].day == list[next_].day) ++end;
    const std::span<const Happening> today(&list[next_], end - next_);
    lessons_->observe(*history_, today);
    history_->learn(today);
    next_ = end;
  }
  lessons_->close(*history_, day);
}

void Rolling::decay_averages(Day to) {
  for (uint32_t i = 0; i < panel_.size(); ++i) {
    for (size_t k = 0; k < 5; ++k) day_average_[i][k] *= std::exp2(-static_cast<float>(to - averaged_) / kEwmaDays[k]);
    const auto& d = days_[i];
    for (auto at = std::upper_bound(d.begin(), d.end(), averaged_); at != d.end() && *at <= to; ++at) {
      if (at != d.begin() && *(at - 1) == *at) continue;  // a day counts once
      for (size_t k = 0; k < 5; ++k)
        day_average_[i][k] += std::exp2(-static_cast<float>(to - *at) / kEwmaDays[k]) * (1 - std::exp2(-1 / kEwmaDays[k]));
    }
  }
  averaged_ = to;
}

void regression_features(const History& history, MarkId event, PartyId source, PartyId target, Day origin, std::vector<float>& out) {
  static constexpr std::array<size_t, 3> kSome{1, 2, 4};
  const DyadId d = history.find(source, target);
  const auto put = [&](MarkId m, Kinship r, size_t k) {
    if (!d) return out.push_back(0);
    const Trace& t = history.trace(d, m, r);
    out.push_back(std::log1p(t.left[k] * left_after(origin - t.last)[k]));
  };
  for (uint32_t m = 0; m < history.marks(); ++m) {
    for (size_t k = 0; k < kHalfLives; ++k) put(MarkId{m}, Kinship::own, k);
    for (const size_t k : kSome) put(MarkId{m}, Kinship::reciprocal, k);
  }
  for (const size_t k : kSome) put(event, Kinship::same_source, k), put(event, Kinship::same_target, k);
  out.push_back(std::log(static_cast<float>(1e-6 + history.gravity(source, target, origin + 1))));
  out.push_back(std::log(static_cast<float>(history.volume(origin + 1))));
}

/// Learns from the forecasts whose horizon ended by `now`.
void Rolling::mature(Learner& l, Day now) {
  Day origin = 0;
  for (; l.next < l.pending.size() && l.pending[l.next].origin + l.days <= now; ++l.next) {
    const Pending& p = l.pending[l.next];
    const bool yes = count(p.pair, p.origin, p.origin + l.days) > 0;
    const bool before = count(p.pair, p.origin - l.days, p.origin) > 0;
    if (p.origin != origin) {
      origin = p.origin;
      for (Recalibration* r : {&l.of_excitation, &l.of_logistic, &l.of_mix}) r->forget(plan_.step);
      l.blend.forget(std::exp2(-plan_.step / kBlendMemory));
    }
    if (p.features != UINT32_MAX) l.rows.push_back(p.features), l.outcomes.push_back(yes), l.weights.push_back(p.weight);
    l.shown[p.pair] += 1, l.occurred[p.pair] += yes;
    l.base_n += 1, l.base_yes += yes;
    l.change[before][yes] += 1;
    for (size_t k = 0; k < 10; ++k) l.ewma_loss[k] += log_loss(double(p.ewma[k]), yes);
    for (size_t k = 0; k < 5; ++k)
      l.outcome_average[p.pair][k] += (float(yes) - l.outcome_average[p.pair][k]) * (1 - std::exp2(-float(plan_.step) / kEwmaDays[k]));
    if (!p.forecast) continue;
    l.of_excitation.learn(double(p.excitation), yes);
    l.of_logistic.learn(double(p.logistic), yes);
    l.blend.learn(l.of_excitation.bend(double(p.excitation)), l.of_logistic.bend(double(p.logistic)), yes);
    l.of_mix.learn(double(p.mixed), yes);
  }
  l.of_excitation.refit(), l.of_logistic.refit(), l.of_mix.refit();
}

void Rolling::fit() {
  excitation_ = fit_excitation(*lessons_, *history_);
  if (lessons_->until() <= plan_.from) hawkes_half_life_ = kHalfLives;  // choose anew as long as that costs no time of the backtest
  hawkes_ = fit_one_decay(*lessons_, *history_, true, hawkes_half_life_);
  std::vector<float> x;
  for (Learner& l : learners_) {
    x.clear();
    for (const uint32_t row : l.rows) x.insert(x.end(), features_.begin() + row * width_, features_.begin() + (row + 1) * width_);
    l.logistic = fit_logistic(x, width_, l.outcomes, l.weights, kRidge);
  }
  fitted_ = true;
}

double Rolling::probability_under(const History& other, size_t horizon, PartyId source, PartyId target) const {
  const Learner& l = learners_[horizon];
  std::vector<float> x;
  regression_features(other, plan_.target, source, target, plan_.until, x);
  const double excited = log_odds(chance(expect(excitation_, other, source, target, plan_.until, l.days).total));
  const double regressed = std::clamp(l.logistic.log_odds(x), -12.0, 12.0);
  return probability(l.of_mix.bend(l.blend.mix(l.of_excitation.bend(excited), l.of_logistic.bend(regressed))));
}

void Rolling::give(Learner& l, size_t horizon, const Pending& p, Day origin, float deviation) {
  Said s;
  s.origin = origin, s.pair = p.pair, s.horizon = static_cast<uint8_t>(horizon);
  const double base = l.base_yes / l.base_n;
  const auto set = [&](Method m, double value) { s.p[size_t(m)] = static_cast<float>(value); };
  set(Method::climatology, (double(l.occurred[p.pair]) + 2 * base) / (double(l.shown[p.pair]) + 2));
  const auto& change = l.change[count(p.pair, origin - l.days, origin) > 0];
  set(Method::no_change, (change[1] + base) / (change[0] + change[1] + 1));
  set(Method::ewma, double(p.ewma[static_cast<size_t>(std::min_element(l.ewma_loss.begin(), l.ewma_loss.end()) - l.ewma_loss.begin())]));
  set(Method::hawkes, double(p.hawkes));
  set(Method::logistic, probability(double(p.logistic)));
  set(Method::excitation, probability(double(p.excitation)));
  set(Method::outlook, probability(l.of_mix.bend(double(p.mixed))));
  s.odds_deviation = deviation;
  s.quiet = count(p.pair, origin - kQuiet, origin) == 0;
  s.known = origin + l.days <= happenings_.last();
  s.happened = s.known && count(p.pair, origin, origin + l.days) > 0;
  said_.push_back(s);
}

void Rolling::at_origin(Day origin) {
  learn_until(origin);
  decay_averages(origin);
  for (Learner& l : learners_) mature(l, origin);
  if (origin >= next_fit_ && (!fitted_ || plan_.refit > 0 || origin <= plan_.from)) {
    fit();
    next_fit_ = origin + (plan_.refit > 0 ? plan_.refit : 365);
    if (origin < plan_.from) next_fit_ = std::min(next_fit_, plan_.from);  // as fresh as can be where it counts
  }
  const bool kept = origins_++ % kept_every_ == 0;
  std::vector<float> x;
  for (uint32_t i = 0; i < panel_.size(); ++i) {
    x.clear();
    regression_features(*history_, plan_.target, panel_[i].first, panel_[i].second, origin, x);
    width_ = x.size();
    Pending p{origin, i, UINT32_MAX, 1, 0, 0, 0, 0, fitted_, {}};
    const DyadId dyad = history_->find(panel_[i].first, panel_[i].second);
    if (!dyad) p.weight = kOfUnseen;
    if (kept && (dyad || (i + origins_) % kOfUnseen == 0)) {
      p.features = static_cast<uint32_t>(features_.size() / width_);
      features_.insert(features_.end(), x.begin(), x.end());
    }
    for (size_t h = 0; h < learners_.size(); ++h) {
      Learner& l = learners_[h];
      float deviation = 0;
      if (fitted_) {
        const Expected e = expect(excitation_, *history_, panel_[i].first, panel_[i].second, origin, l.days);
        p.excitation = static_cast<float>(log_odds(chance(e.total)));
        p.hawkes = static_cast<float>(chance(expect(hawkes_, *history_, panel_[i].first, panel_[i].second, origin, l.days).total));
        p.logistic = static_cast<float>(std::clamp(l.logistic.log_odds(x), -12.0, 12.0));
        p.mixed = static_cast<float>(l.blend.mix(l.of_excitation.bend(double(p.excitation)), l.of_logistic.bend(double(p.logistic))));
        if (origin == plan_.until)
          deviation = static_cast<float>(log_deviation(excitation_, *history_, e, panel_[i].first, panel_[i].second));
      }
      for (size_t k = 0; k < 5; ++k) {
        p.ewma[k] = 1 - std::pow(1 - day_average_[i][k], static_cast<float>(l.days));
        p.ewma[5 + k] = l.outcome_average[i][k];
      }
      l.pending.push_back(p);
      if (origin >= std::min(plan_.from, plan_.since) && fitted_) give(l, h, p, origin, deviation);
    }
  }
}

void Rolling::run(const Progress& progress) {
  const Day first = happenings_.first();
  const Day start = plan_.until - (plan_.until - first) / plan_.step * plan_.step;  // so that the last origin is `until`
  for (Day origin = start; origin <= plan_.until; origin += plan_.step) {
    at_origin(origin);
    if (progress) progress(double(origin - start + 1) / double(plan_.until - start + 1));
  }
}

}  // namespace isnad
