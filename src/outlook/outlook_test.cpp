// Tests of the intensity: counts, likelihood, gradient, fit, simulation and explanation agree with each other and with brute force.
#include <gtest/gtest.h>

#include <cmath>

#include "outlook/coverage.h"
#include "outlook/explain.h"
#include "outlook/held_out.h"
#include "outlook/simulate.h"

namespace isnad {
namespace {

PartyId party(uint32_t i) { return {i}; }

/// Happenings among a few parties with two marks, made by fixed dice.
Happenings some_happenings(uint32_t parties, Day days, uint64_t seed) {
  Happenings h;
  h.marks.add("event"), h.marks.add("other");
  for (uint32_t i = 0; i < parties; ++i) h.parties.add("p" + std::to_string(i));
  Dice dice(seed);
  for (Day d = 0; d < days; ++d)
    for (uint32_t n = dice.poisson(0.4); n-- > 0;) {
      const auto a = static_cast<uint32_t>(dice.next() % parties), b = static_cast<uint32_t>(dice.next() % parties);
      if (a != b) h.list.push_back({d, party(a), party(b), MarkId{static_cast<uint32_t>(dice.next() % 3 == 0)}, 0});
    }
  return h;
}

/// History and lessons of all of `h` until `last`.
struct Taught {
  History history;
  Lessons lessons;
  Taught(const Happenings& h, Day last) : history(h.marks.size(), MarkId{0}, 0), lessons(h.marks.size(), MarkId{0}, 0) {
    for (size_t i = 0; i < h.list.size() && h.list[i].day <= last;) {
      size_t end = i;
      while (end < h.list.size() && h.list[end].day == h.list[i].day) ++end;
      const std::span<const Happening> day(&h.list[i], end - i);
      lessons.observe(history, day);
      history.learn(day);
      i = end;
    }
    lessons.close(history, last);
  }
};

Excitation model_with(size_t marks, const std::vector<std::pair<size_t, double>>& weights) {
  Excitation m;
  m.layout = {marks};
  m.weight = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(m.layout.size()));
  for (const auto& [f, w] : weights) m.weight[f] = w;
  return m;
}

/// Weights of every kind.
Excitation some_model(size_t marks) {
  Excitation m = model_with(marks, {});
  for (Eigen::Index f = 0; f < m.weight.size(); ++f) m.weight[f] = 0.001 * double(1 + f % 7);
  m.weight[m.layout.constant()] = 1e-4;
  m.weight[m.layout.gravity()] = 0.3;
  m.weight[m.layout.gravity_volume()] = 0.2;
  return m;
}

TEST(Day, NumbersAndTextAgree) {
  EXPECT_EQ(day_of("1970-01-01"), 0);
  EXPECT_EQ(day_of("20200405"), day_of("2020/04/05"));
  EXPECT_EQ(iso_date(*day_of("2000-02-29")), "2000-02-29");
  EXPECT_EQ(year_of(*day_of("1969-12-31")), 1969);
  for (const char* text : {"", "2020", "2020-02-30", "2020-13-01", "20200230", "2020-04-05x", "abcd-01-01"})
    EXPECT_FALSE(day_of(text)) << text;
}

TEST(Decay, WeightsOfAllLaterDaysSumToOne) {
  for (size_t k = 0; k < kHalfLives; ++k) {
    double sum = 0;
    for (int n = 1; n <= 200 * kHalfLifeDays[k]; ++n) sum += daily_weight(k) * std::exp2(-n / kHalfLifeDays[k]);
    EXPECT_NEAR(sum, 1, 1e-9);
  }
}

TEST(History, SharesOfNeighboursSumToOne) {
  const Happenings h = some_happenings(5, 200, 1);
  History history(2, MarkId{0}, 0);
  for (size_t i = 0; i + 1 < h.list.size(); ++i) {
    std::array<double, 2> before{}, after{};
    const auto sum = [&](std::array<double, 2>& out) {
      for (uint32_t d = 0; d < history.dyads(); ++d)
        for (uint32_t m = 0; m < 2; ++m) {
          out[0] += double(history.trace(DyadId{d}, MarkId{m}, Kinship::same_source).total);
          out[1] += double(history.trace(DyadId{d}, MarkId{m}, Kinship::same_target).total);
        }
    };
    sum(before);
    history.learn(std::span<const Happening>(&h.list[i], 1));
    sum(after);
    for (size_t k = 0; k < 2; ++k) {
      const double added = after[k] - before[k];
      EXPECT_TRUE(std::abs(added) < 1e-4 || std::abs(added - 1) < 1e-4) << added;
    }
  }
}

/// The compensator, a day and a pair at a time.
double brute_force_mass(const Happenings& h, const Excitation& m, uint32_t parties, Day days) {
  History history(h.marks.size(), MarkId{0}, 0);
  double sum = 0;
  size_t next = 0;
  for (Day d = 0; d < days; ++d) {
    for (uint32_t a = 0; a < parties; ++a)
      for (uint32_t b = 0; b < parties; ++b)
        if (a != b) sum += rate_on(m, history, party(a), party(b), d);
    while (next < h.list.size() && h.list[next].day == d) history.learn(std::span<const Happening>(&h.list[next++], 1));
  }
  return sum;
}

TEST(Excitation, LikelihoodIsThatOfBruteForce) {
  constexpr Day kDays = 400;
  const Happenings h = some_happenings(5, kDays, 2);
  const Excitation m = some_model(2);
  const Taught all(h, kDays - 1), none(h, -1);
  // log likelihood = sum of log rates - mass; the rates come from rate_on, one event at a time
  double logs = 0;
  History history(2, MarkId{0}, 0);
  for (size_t i = 0; i < h.list.size();) {
    size_t end = i;
    for (; end < h.list.size() && h.list[end].day == h.list[i].day; ++end)
      if (h.list[end].mark.value == 0) logs += std::log(rate_on(m, history, h.list[end].source, h.list[end].target, h.list[end].day));
    history.learn(std::span<const Happening>(&h.list[i], end - i));
    i = end;
  }
  const double got = held_out_log_likelihood(m, all.lessons, none.history, all.history);
  EXPECT_NEAR(got, logs - brute_force_mass(h, m, 5, kDays), 1e-3 * std::abs(got));
}

TEST(Excitation, GradientIsThatOfFiniteDifferences) {
  const Happenings h = some_happenings(6, 300, 3);
  const Taught t(h, 299);
  const Excitation m = some_model(2);
  const Rows& rows = t.lessons.rows();
  std::vector<float> scale(rows.size());
  for (size_t r = 0; r < scale.size(); ++r) scale[r] = 0.5F + 0.1F * static_cast<float>(r % 9);
  const Eigen::VectorXd mass = Eigen::VectorXd::Constant(m.weight.size(), 3);
  Eigen::VectorXd gradient;
  log_likelihood(rows, scale, mass, m.weight, &gradient, m.layout.traces());
  for (Eigen::Index f = 0; f < m.weight.size(); f += 5) {
    const double step = 1e-6;
    Eigen::VectorXd up = m.weight, down = m.weight;
    up[f] += step, down[f] -= step;
    const double difference = (log_likelihood(rows, scale, mass, up, nullptr, m.layout.traces()) -
                               log_likelihood(rows, scale, mass, down, nullptr, m.layout.traces())) /
                              (2 * step);
    EXPECT_NEAR(gradient[f], difference, 1e-3 * (1 + std::abs(difference))) << f;
  }
}

TEST(Excitation, FitIsAMaximumWithinTheBounds) {
  const Happenings h = some_happenings(6, 1500, 4);
  const Taught t(h, 1499);
  const Excitation m = fit_excitation(t.lessons, t.history, {}, false);
  ASSERT_GT(m.events, 100U);
  const Taught none(h, -1);
  const double best = held_out_log_likelihood(m, t.lessons, none.history, t.history);
  for (Eigen::Index f = 0; f < m.weight.size(); ++f)
    for (const double factor : {0.8, 1.25}) {
      EXPECT_GE(m.weight[f], 0);
      Excitation other = m;
      other.weight[f] = m.weight[f] > 0 ? m.weight[f] * factor : 1e-4;
      EXPECT_LE(held_out_log_likelihood(other, t.lessons, none.history, t.history), best + 2e-2) << f;
    }
}

TEST(Excitation, WithoutEventsThereIsNothing) {
  Happenings h = some_happenings(4, 100, 5);
  for (Happening& x : h.list) x.mark = MarkId{1};
  const Taught t(h, 99);
  const Excitation m = fit_excitation(t.lessons, t.history);
  EXPECT_EQ(m.events, 0U);
  EXPECT_EQ(expect(m, t.history, party(0), party(1), 99, 30).total, 0);
}

TEST(Excitation, ExpectedIsTheSumOfDailyRates) {
  const Happenings h = some_happenings(5, 300, 6);
  const Taught t(h, 299);
  Excitation m = some_model(2);
  m.weight[m.layout.gravity()] = m.weight[m.layout.gravity_volume()] = 0;  // these are taken as constant over the horizon
  double sum = 0;
  for (Day d = 300; d < 330; ++d) sum += rate_on(m, t.history, party(0), party(1), d);
  EXPECT_NEAR(expect(m, t.history, party(0), party(1), 299, 30).total, sum, 1e-4 * sum);
}

/// Events of one mark between all pairs of five parties, from known weights.
struct Known {
  Excitation model;
  Happenings happenings;
};

Known simulated(Day days, uint64_t seed) {
  Known k;
  WeightLayout layout{1};
  k.model = model_with(
      1, {{layout.of(MarkId{0}, Kinship::own, 1), 0.4}, {layout.of(MarkId{0}, Kinship::reciprocal, 2), 0.25}, {layout.constant(), 0.01}});
  k.happenings.marks.add("event");
  Scenario s;
  s.after = -1, s.days = days;
  for (uint32_t a = 0; a < 5; ++a) {
    k.happenings.parties.add("p" + std::to_string(a));
    for (uint32_t b = 0; b < 5; ++b)
      if (a != b) s.pairs.emplace_back(party(a), party(b));
  }
  k.happenings.list = simulate_once({{k.model, History(1, MarkId{0}, 0)}}, s, seed);
  return k;
}

TEST(Simulation, AFitFindsTheWeightsItWasMadeWith) {
  const Known k = simulated(3000, 7);
  ASSERT_GT(k.happenings.list.size(), 1000U);
  const Taught t(k.happenings, 2999);
  std::vector<bool> allowed(k.model.layout.size(), false);
  for (Eigen::Index f = 0; f < k.model.weight.size(); ++f) allowed[static_cast<size_t>(f)] = k.model.weight[f] > 0;
  const Excitation m = fit_excitation(t.lessons, t.history, allowed, false);
  ASSERT_EQ(m.free.size(), 3U);
  for (size_t i = 0; i < m.free.size(); ++i) {
    const auto n = static_cast<Eigen::Index>(i);
    const double error = std::sqrt(m.covariance(n, n));
    EXPECT_NEAR(m.weight[m.free[i]], k.model.weight[m.free[i]], 3 * error) << i;
    EXPECT_LT(error, 0.25 * k.model.weight[m.free[i]]);
  }
}

/// Brown et al. 2002: by the time of their own compensator, events come as a Poisson process of rate 1.
TEST(Simulation, RescaledTimesAreExponential) {
  const Known k = simulated(3000, 8);
  History history(1, MarkId{0}, 0);
  Dice dice(9);
  std::vector<double> since(25), gaps;
  size_t next = 0;
  const auto& list = k.happenings.list;
  for (Day d = 0; d < 3000; ++d) {
    const size_t first = next;
    while (next < list.size() && list[next].day == d) ++next;
    for (uint32_t a = 0; a < 5; ++a)
      for (uint32_t b = 0; b < 5; ++b) {
        if (a == b) continue;
        const double rate = rate_on(k.model, history, party(a), party(b), d);
        std::vector<double> times;  // within the day, at random
        for (size_t i = first; i < next; ++i)
          if (list[i].source.value == a && list[i].target.value == b) times.push_back(dice.uniform() * rate);
        std::sort(times.begin(), times.end());
        double& sum = since[a * 5 + b];
        double before = 0;
        for (const double at : times) gaps.push_back(sum + at - before), sum = 0, before = at;
        sum += rate - before;
      }
    history.learn(std::span<const Happening>(list.data() + first, next - first));
  }
  std::sort(gaps.begin(), gaps.end());
  double distance = 0;  // Kolmogorov-Smirnov
  for (size_t i = 0; i < gaps.size(); ++i)
    distance = std::max(distance, std::abs((double(i) + 0.5) / double(gaps.size()) - (1 - std::exp(-gaps[i]))));
  EXPECT_LT(distance, 1.63 / std::sqrt(double(gaps.size())));  // 1 %
}

Scenario four_weeks(const Happenings& h, Day after) {
  Scenario s;
  s.after = after, s.runs = 50;
  for (uint32_t a = 0; a < h.parties.size(); ++a)
    for (uint32_t b = 0; b < h.parties.size(); ++b)
      if (a != b) s.pairs.emplace_back(party(a), party(b));
  return s;
}

TEST(Simulation, SeedsGiveTheSameFutureAgain) {
  const Known k = simulated(600, 10);
  const auto processes = fit_processes(k.happenings, 599);
  const Scenario s = four_weeks(k.happenings, 599);
  const auto a = simulate(processes, s), b = simulate(processes, s);
  Scenario other = s;
  other.seed = 2;
  const auto c = simulate(processes, other);
  double same = 0, differ = 0;
  for (size_t w = 0; w < 4; ++w) same += std::abs(a.of[0][w].mean - b.of[0][w].mean), differ += std::abs(a.of[0][w].mean - c.of[0][w].mean);
  EXPECT_EQ(same, 0);
  EXPECT_GT(differ, 0);
}

TEST(Simulation, ScenariosAddWithholdAndTrigger) {
  const Known k = simulated(600, 11);
  const auto processes = fit_processes(k.happenings, 599);
  Scenario s = four_weeks(k.happenings, 599);
  const PairMark there{party(0), party(1), MarkId{0}}, back{party(1), party(0), MarkId{0}}, third{party(2), party(3), MarkId{0}};
  s.withheld = {there};
  for (const Happening& h : simulate_once(processes, s, 3)) EXPECT_FALSE((PairMark{h.source, h.target, h.mark} == there));
  s.withheld = {};
  s.added = {{there, 3, 20}};
  s.triggers = {{there, third, 1.0, 5}};
  size_t added = 0, triggered = 0;
  for (const Happening& h : simulate_once(processes, s, 3)) {
    added += h.day == 602 && PairMark{h.source, h.target, h.mark} == there;
    triggered += h.day > 602 && h.day <= 607 && PairMark{h.source, h.target, h.mark} == third;
  }
  EXPECT_GE(added, 20U);
  EXPECT_GE(triggered, 20U);
  Scenario plain = s;
  plain.added = {}, plain.triggers = {};
  s.triggers = {};
  const auto with = simulate(processes, s), without = simulate(processes, plain);
  EXPECT_GT(with.of[0][0].mean, without.of[0][0].mean + 19);
  size_t place = 0;
  while (s.pairs[place] != std::pair(back.source, back.target)) ++place;
  EXPECT_GT(with.some[place][0], without.some[place][0]);  // the other side answers
}

TEST(Simulation, AnAnnouncementIsKeptOnceWhoeverSetsItOff) {
  const Known k = simulated(600, 11);
  const auto processes = fit_processes(k.happenings, 599);
  Scenario s = four_weeks(k.happenings, 599);
  s.days = 7;
  const PairMark there{party(0), party(1), MarkId{0}}, third{party(2), party(3), MarkId{0}};
  s.withheld = {};
  s.added = {{there, 1, 20}};
  const auto thirds = [&] {
    size_t n = 0;
    for (const Happening& h : simulate_once(processes, s, 3)) n += PairMark{h.source, h.target, h.mark} == third;
    return n;
  };
  const size_t before = thirds();
  s.triggers = {{{PartyId::none(), party(1), MarkId{0}}, third, 1.0, 1, true}};
  const size_t once = thirds();
  s.triggers[0].first_only = false;
  const size_t each = thirds();
  EXPECT_GE(once, before + 1);
  EXPECT_LT(once, before + 10);  // and what it sets off itself
  EXPECT_GE(each, before + 20);
}

TEST(Explain, PartsSumToTheWhole) {
  const Happenings h = some_happenings(5, 400, 12);
  const Excitation m = some_model(2);
  History history(2, MarkId{0}, 0);
  history.watch(party(1), party(2));
  for (const Happening& x : h.list) history.learn(std::span<const Happening>(&x, 1));
  const Explanation e = explain(m, history, party(1), party(2), 399, 30);
  double sum = e.baseline, by_kinship = e.baseline, by_mark = e.baseline;
  for (const Reason& r : e.reasons) sum += r.expected;
  for (const double x : e.by) by_kinship += x;
  for (const double x : e.by_mark) by_mark += x;
  EXPECT_NEAR(sum, e.expected, 1e-4 * e.expected);
  EXPECT_NEAR(by_kinship, e.expected, 1e-4 * e.expected);
  EXPECT_NEAR(by_mark, e.expected, 1e-4 * e.expected);
  for (size_t i = 1; i < e.reasons.size(); ++i) EXPECT_GE(e.reasons[i - 1].expected, e.reasons[i].expected);
}

TEST(HeldOut, TheTrueKindOfModelWins) {
  const HeldOut r = hold_out(simulated(3000, 13).happenings, MarkId{0}, 2400);
  EXPECT_GT(r.events, 100U);
  EXPECT_GT(r.per_event[size_t(Intensity::excitation)], r.per_event[size_t(Intensity::hawkes)]);  // these know of no reciprocity
  EXPECT_GT(r.per_event[size_t(Intensity::excitation)], r.per_event[size_t(Intensity::ewma)]);
}

/// Reports of pairs at random, as many a day as `rate` says; from `crisis` on one pair has twenty more.
Happenings reported(double (*rate)(Day), Day crisis) {
  Happenings h;
  Dice dice(14);
  for (Day d = 0; d < 700; ++d) {
    for (uint32_t n = dice.poisson(rate(d)); n-- > 0;)
      h.list.push_back(
          {d, party(static_cast<uint32_t>(dice.next() % 30)), party(static_cast<uint32_t>(30 + dice.next() % 30)), MarkId{0}, 0});
    for (uint32_t n = d >= crisis ? dice.poisson(20) : 0; n-- > 0;) h.list.push_back({d, party(0), party(1), MarkId{0}, 0});
  }
  return h;
}

TEST(Coverage, ABreakIsFoundAndNoiseIsNot) {
  const Happenings h = reported([](Day d) { return d < 600 ? 10.0 : 2.0; }, 700);
  const auto found = find_break(h, 699);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->day, 600, 14);
  EXPECT_LT(found->ratio, 0.35);
  EXPECT_FALSE(find_break(h, 590));
  EXPECT_FALSE(find_break(h, 100));  // too short to tell
}

TEST(Coverage, ACrisisOfOnePairIsNoBreak) {
  EXPECT_FALSE(find_break(reported([](Day) { return 4.0; }, 650), 699));
}

}  // namespace
}  // namespace isnad
