// Tests of what stands on the intensity: regression, calibration, scores, rolling forecasts; and of rankings.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "outlook/calibrate.h"
#include "outlook/logistic.h"
#include "outlook/rank.h"
#include "outlook/rolling.h"
#include "outlook/simulate.h"

namespace isnad {
namespace {

TEST(Logistic, FindsSlopesAndHeedsWeights) {
  Dice dice(1);
  std::vector<float> x, once;
  std::vector<uint8_t> yes;
  for (int i = 0; i < 20000; ++i) {
    const float a = static_cast<float>(dice.uniform() * 4 - 2), b = static_cast<float>(dice.uniform());
    x.push_back(a), x.push_back(b), x.push_back(7);  // the last never changes
    yes.push_back(dice.uniform() < probability(-1 + 1.5 * double(a) - double(b)));
    once.push_back(1);
  }
  const Logistic fit = fit_logistic(x, 3, yes, once, 1);
  EXPECT_NEAR(fit.slope[0], 1.5, 0.1);
  EXPECT_NEAR(fit.slope[1], -1, 0.2);
  EXPECT_EQ(fit.slope[2], 0);
  const Logistic weighted = fit_logistic(std::vector<float>{0, 0}, 1, std::vector<uint8_t>{1, 0}, std::vector<float>{3, 1}, 1);
  EXPECT_NEAR(probability(weighted.log_odds(std::vector<float>{0})), 0.75, 1e-3);
  EXPECT_NEAR(probability(fit_logistic({}, 2, {}, {}, 1).log_odds(std::vector<float>{1, 1})), 0.5, 1e-9);
}

TEST(Recalibration, BendsWhatWasTooSure) {
  Recalibration r;
  EXPECT_NEAR(r.bend(-2), -2, 1e-9);
  Dice dice(2);
  for (int i = 0; i < 20000; ++i) {
    const double truth = dice.uniform() * 4 - 3;
    r.learn(2 * truth + 1, dice.uniform() < probability(truth));
  }
  r.refit();
  for (const double truth : {-2.5, -1.0, 0.5}) EXPECT_NEAR(r.bend(2 * truth + 1), truth, 0.25);
}

TEST(Recalibration, FollowsABreakOfTheRate) {
  Recalibration r;
  const auto years = [&](double days, double rate) {
    Dice dice(3);
    for (double day = 0; day < days; day += 7) {
      r.forget(7);
      for (int i = 0; i < 50; ++i) r.learn(-2 + dice.uniform() / 10, dice.uniform() < rate);
    }
    r.refit();
    return probability(r.bend(-1.95));
  };
  EXPECT_NEAR(years(3 * 365, 0.1), 0.1, 0.02);
  const double soon = years(91, 0.3), later = years(365, 0.3);
  EXPECT_GT(soon, 0.13);  // the quick one first
  EXPECT_GT(later, soon + 0.03);
  EXPECT_LT(later, 0.3);
}

TEST(Blend, GoesWithTheBetterSource) {
  Blend b;
  EXPECT_NEAR(b.share(), 0.5, 1e-9);
  for (int i = 0; i < 100; ++i) b.learn(i % 2 ? 2 : -2, 0, i % 2);
  EXPECT_EQ(b.share(), 1);
  EXPECT_NEAR(b.mix(2, 0), 2, 1e-9);
}

std::vector<Scored> scored(const std::vector<std::pair<float, bool>>& list) {
  std::vector<Scored> out;
  for (size_t i = 0; i < list.size(); ++i) out.push_back({static_cast<Day>(i), 0, list[i].first, list[i].second, i % 2 == 0});
  return out;
}

TEST(Score, IsWhatAHandGives) {
  const Score s = score(scored({{0.9F, true}, {0.6F, false}, {0.5F, true}, {0.1F, false}}), 7);
  EXPECT_NEAR(s.brier, (0.01 + 0.36 + 0.25 + 0.01) / 4, 1e-6);
  EXPECT_NEAR(s.precision, (1.0 + 2.0 / 3) / 2, 1e-6);
  EXPECT_NEAR(s.area, 0.75, 1e-6);
  EXPECT_NEAR(s.log_score, -(std::log(0.9) + std::log(0.4) + std::log(0.5) + std::log(0.9)) / 4, 1e-6);
  EXPECT_TRUE(std::isnan(s.skill));  // less than a year
  EXPECT_EQ(onsets(scored({{0.9F, true}, {0.6F, false}, {0.5F, true}})).size(), 2U);
  EXPECT_EQ(score({}, 7).n, 0U);
  const Score ties = score(scored({{0.5F, true}, {0.5F, false}}), 7);
  EXPECT_NEAR(ties.area, 0.5, 1e-6);
}

TEST(Score, PerfectCalibrationHasSmallError) {
  Dice dice(3);
  std::vector<Scored> list;
  for (int i = 0; i < 20000; ++i) {
    const double p = dice.uniform();
    list.push_back({i / 20, static_cast<uint32_t>(i % 20), static_cast<float>(p), dice.uniform() < p, false});
  }
  const Score s = score(list, 1);
  EXPECT_LT(s.calibration, 0.015);
  EXPECT_GT(s.skill, 0.2);
  EXPECT_LT(s.skill_low, s.skill);
  EXPECT_GT(s.skill_high, s.skill);
}

/// Pairs that act in spells: an event makes more of them likely.
Happenings in_spells(Day days) {
  Happenings h;
  h.marks.add("event"), h.marks.add("other");
  for (const char* name : {"a", "b", "c", "d"}) h.parties.add(name);
  Dice dice(4);
  std::array<double, 16> heat{};
  for (Day d = 0; d < days; ++d)
    for (uint32_t i = 0; i < 16; ++i) {
      if (i / 4 == i % 4) continue;
      heat[i] *= 0.93;
      const uint32_t n = dice.poisson(0.004 * (1 + i % 3) + 0.06 * heat[i]);
      heat[i] += n;
      for (uint32_t k = 0; k < n; ++k) h.list.push_back({d, PartyId{i / 4}, PartyId{i % 4}, MarkId{0}, 0});
      if (dice.uniform() < 0.02) h.list.push_back({d, PartyId{i / 4}, PartyId{i % 4}, MarkId{1}, 0});
    }
  return h;
}

Plan plan_of(Day from, Day until) {
  Plan p;
  p.target = MarkId{0}, p.from = from, p.until = until, p.least = 1, p.horizons = {14};
  return p;
}

TEST(Rolling, BeatsEachPairsOwnRate) {
  const Happenings h = in_spells(2500);
  Rolling r(h, plan_of(1600, 2450));
  r.run();
  ASSERT_EQ(r.panel().size(), 12U);
  std::array<std::vector<Scored>, kMethods> by;
  for (const Said& s : r.said()) {
    ASSERT_TRUE(s.known);
    for (size_t m = 0; m < kMethods; ++m) by[m].push_back({s.origin, s.pair, s.p[m], s.happened, s.quiet});
  }
  const auto brier = [&](Method m) { return score(by[size_t(m)], 7).brier; };
  EXPECT_LT(brier(Method::outlook), brier(Method::climatology));
  EXPECT_LT(brier(Method::outlook), brier(Method::no_change));
  EXPECT_LT(score(by[size_t(Method::outlook)], 7).calibration, 0.06);
}

TEST(Rolling, KnowsNothingOfTheFuture) {
  const Happenings all = in_spells(2000);
  Happenings cut = all;
  std::erase_if(cut.list, [](const Happening& x) { return x.day > 1500; });
  Rolling a(all, plan_of(1400, 1800)), b(cut, plan_of(1400, 1800));
  a.run(), b.run();
  ASSERT_EQ(a.said().size(), b.said().size());
  size_t compared = 0, later = 0;
  for (size_t i = 0; i < a.said().size(); ++i) {
    const Said &x = a.said()[i], &y = b.said()[i];
    if (x.origin <= 1500) {
      ++compared;
      for (size_t m = 0; m < kMethods; ++m) EXPECT_EQ(x.p[m], y.p[m]) << kMethodNames[m] << " at " << x.origin;
    } else {
      later += x.p[size_t(Method::outlook)] != y.p[size_t(Method::outlook)];
    }
  }
  EXPECT_GT(compared, 100U);
  EXPECT_GT(later, 100U);
}

TEST(Rolling, ExtraPairsAndEarlierOriginsAreGivenOut) {
  const Happenings h = in_spells(1500);
  Plan p = plan_of(1400, 1400);
  p.least = 1000;
  p.extra = {{PartyId{0}, PartyId{1}}};
  p.since = 1000;
  Rolling r(h, p);
  r.run();
  ASSERT_EQ(r.panel().size(), 1U);
  EXPECT_GT(r.said().size(), 50U);
  EXPECT_GE(r.said().front().origin, 1000);
  EXPECT_NEAR(r.probability_under(r.history(), 0, PartyId{0}, PartyId{1}), double(r.said().back().p[size_t(Method::outlook)]), 1e-5);
}

TEST(Trees, LearnWhichFeatureOrders) {
  Dice dice(5);
  Lists lists;
  lists.width = 3;
  for (int list = 0; list < 400; ++list) {
    const auto right = static_cast<size_t>(dice.next() % 10);
    for (size_t i = 0; i < 10; ++i) {
      lists.features.push_back(static_cast<float>(dice.uniform()));
      lists.features.push_back(static_cast<float>(i == right ? 0.5 + dice.uniform() : dice.uniform()));
      lists.features.push_back(1);
      lists.right.push_back(i == right);
    }
    lists.begin.push_back(static_cast<uint32_t>(lists.right.size()));
  }
  const Trees a = fit_trees(lists, {}), b = fit_trees(lists, {});
  const std::vector<float> low{0.5F, 0.1F, 1}, high{0.5F, 1.2F, 1};
  EXPECT_GT(a.score(high), a.score(low) + 1);
  EXPECT_EQ(a.score(high), b.score(high));
  EXPECT_EQ(fit_trees({}, {}).size(), 0U);
}

/// Party p is answered by p + 1 in relation 0, every day; relation 1 comes a day later the other way round; the rest is noise.
std::vector<Fact> patterned(Day days) {
  Dice dice(6);
  std::vector<Fact> out;
  for (Day d = 0; d < days; ++d) {
    for (uint32_t p = 0; p < 10; p += 2)
      if ((static_cast<uint32_t>(d) + p) % 3 == 0) {
        out.push_back({p, 0, p + 1, d});
      } else if ((static_cast<uint32_t>(d) + p) % 3 == 1) {
        out.push_back({p + 1, 1, p, d});
      }
    for (int i = 0; i < 5; ++i) out.push_back({static_cast<uint32_t>(dice.next() % 20), 2, static_cast<uint32_t>(dice.next() % 20), d});
  }
  return out;
}

TEST(Ranker, PutsTheRecurrentAnswerFirst) {
  const auto facts = patterned(120);
  Ranker r(20, 3);
  r.fit(facts);
  for (uint32_t p = 0; p < 10; p += 2) {
    const auto object = r.answer({p, 0, 120, {}}, 5), subject = r.answer({p, 1 + 3, 120, {}}, 5);
    ASSERT_FALSE(object.empty());
    EXPECT_EQ(object[0].answer, p + 1);
    ASSERT_FALSE(subject.empty());
    EXPECT_EQ(subject[0].answer, p + 1);
    EXPECT_LE(object.size(), 5U);
    for (size_t i = 1; i < object.size(); ++i) EXPECT_GE(object[i - 1].score, object[i].score);
  }
}

TEST(Ranker, WithoutAPastThereAreNoAnswers) {
  Ranker r(5, 2);
  r.fit({});
  EXPECT_TRUE(r.answer({0, 0, 3, {}}, 10).empty());
  const std::vector<Fact> one{{0, 0, 4, 3}};
  r.learn(one);
  const auto answers = r.answer({0, 0, 4, {}}, 10);
  ASSERT_FALSE(answers.empty());
  EXPECT_EQ(answers[0].answer, 4U);
}

}  // namespace
}  // namespace isnad
