// Forecasts at weekly origins, each made only from what was known then; the past of these forecasts teaches the blend and its calibration.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "outlook/calibrate.h"
#include "outlook/excitation.h"
#include "outlook/logistic.h"
#include "outlook/score.h"

namespace isnad {

/// Ways to forecast, from the simplest on; `hawkes` has one decay (fit_one_decay); `outlook` is the blend of the two before it,
/// recalibrated.
enum class Method : uint8_t { climatology, no_change, ewma, hawkes, logistic, excitation, outlook, count_ };
inline constexpr size_t kMethods = size_t(Method::count_);
inline constexpr std::array<std::string_view, kMethods> kMethodNames{"climatology", "no change",  "EWMA",   "Hawkes",
                                                                     "logistic",    "excitation", "outlook"};

struct Plan {
  MarkId target;                                   // the class that is forecast
  std::vector<int> horizons{7, 30};                // days
  Day from = 0, until = 0;                         // first and last origin that are given out; days are known up to the origin itself
  int step = 7;                                    // days between origins
  size_t least = 20;                               // the panel: pairs with so many happenings between them before `from`, both ways, frozen
  std::vector<std::pair<PartyId, PartyId>> pairs;  // these instead, if any
  std::vector<std::pair<PartyId, PartyId>> extra;  // these too
  Day since = INT32_MAX;  // give out origins from here on already, where models are fitted by then; the panel stays that of `from`
  int refit = 91;         // days between fits; 0: none after `from`
};

/// What was said at one origin of one pair for one horizon.
struct Said {
  Day origin = 0;
  uint32_t pair = 0;
  uint8_t horizon = 0;  // place in the plan
  std::array<float, kMethods> p{};
  float odds_deviation = 0;  // standard deviation of the log odds of `outlook`, from the weights and the pair's multiplier
  bool happened = false, quiet = false;
  bool known = false;  // the data reach to the end of the horizon, so that `happened` holds
};

/// What the logistic regression sees of a pair at the end of day `origin`: logarithms of decayed counts, of gravity and of volume. Appends.
void regression_features(const History& history, MarkId event, PartyId source, PartyId target, Day origin, std::vector<float>& out);

class Rolling {
 public:
  /// Called with the share done, 0 to 1.
  using Progress = std::function<void(double)>;

  Rolling(const Happenings& happenings, Plan plan);
  ~Rolling();
  Rolling(const Rolling&) = delete;
  Rolling& operator=(const Rolling&) = delete;

  /// Runs from the first happening to the last origin. Call it once.
  void run(const Progress& progress = {});

  [[nodiscard]] const std::vector<std::pair<PartyId, PartyId>>& panel() const { return panel_; }
  [[nodiscard]] const std::vector<Said>& said() const { return said_; }
  /// As they stood at the last origin.
  [[nodiscard]] const History& history() const { return *history_; }
  [[nodiscard]] const Excitation& excitation() const { return excitation_; }
  [[nodiscard]] double share_of_excitation(size_t horizon) const { return learners_[horizon].blend.share(); }
  /// `outlook`'s probability for a pair with another history than the one it ran on, by the models of the last origin.
  [[nodiscard]] double probability_under(const History& other, size_t horizon, PartyId source, PartyId target) const;
  [[nodiscard]] const Plan& plan() const { return plan_; }
  /// Happenings of the target class of a pair until a day.
  [[nodiscard]] size_t count(uint32_t pair, Day after, Day until) const;

 private:
  struct Pending {  // a forecast whose outcome is not yet known
    Day origin;
    uint32_t pair, features;  // features: row of them, UINT32_MAX: not kept
    float weight;             // of that row
    float hawkes, excitation, logistic, mixed;
    bool forecast;  // made by fitted models, so that it teaches calibration
    std::array<float, 10> ewma;
  };
  struct Learner {  // of one horizon
    int days = 0;
    Logistic logistic;
    Recalibration of_excitation, of_logistic, of_mix;
    Blend blend;
    std::vector<Pending> pending;
    size_t next = 0;             // first pending not yet learnt from
    std::vector<uint32_t> rows;  // of features, whose outcome is known
    std::vector<uint8_t> outcomes;
    std::vector<float> weights;
    std::vector<float> shown, occurred;                 // by pair: outcomes known, and yes among them
    std::vector<std::array<float, 5>> outcome_average;  // by pair: EWMA of outcomes
    std::array<double, 10> ewma_loss{};
    std::array<std::array<double, 2>, 2> change{};  // [event in the days before][event after]
    double base_n = 2, base_yes = 1;
  };

  void choose_panel();
  void learn_until(Day day);
  void fit();
  void at_origin(Day origin);
  void mature(Learner& l, Day now);
  void give(Learner& l, size_t horizon, const Pending& p, Day origin, float deviation);
  void decay_averages(Day to);

  const Happenings& happenings_;
  Plan plan_;
  std::vector<std::pair<PartyId, PartyId>> panel_;
  std::vector<std::vector<Day>> days_;  // of target happenings, by pair
  std::unique_ptr<History> history_;
  std::unique_ptr<Lessons> lessons_;
  size_t next_ = 0;  // happening
  Excitation excitation_, hawkes_;
  size_t hawkes_half_life_ = kHalfLives;
  bool fitted_ = false;
  std::vector<Learner> learners_;
  std::vector<float> features_;
  size_t width_ = 0, kept_every_ = 1, origins_ = 0;
  Day warm_ = 0, next_fit_ = 0, averaged_ = 0;
  std::vector<std::array<float, 5>> day_average_;  // by pair: EWMA of days with an event
  std::vector<Said> said_;
};

}  // namespace isnad
