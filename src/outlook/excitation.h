// The intensity of a directed pair: what past events of it and around it add up to, and how the weights of that sum are fitted.
//
//   rate(i, j, day) = c + g gravity(i, j) + v gravity(i, j) volume + m(i, j) sum over mark, kinship, half-life of w x decayed count
//
// All weights are >= 0 and shared by all pairs; m(i, j) says how much more or less than others a pair follows its past, with a Gamma
// prior of mean 1, so that pairs with little evidence stay near 1. Counts of a day are Poisson; a day is explained by days before it.
// Hawkes 1971 (the process); Lewis & Mohler 2011 (EM for it); Clayton 1978 (Gamma frailty).
#pragma once

#include <Eigen/Dense>
#include <cstdint>
#include <string>
#include <vector>

#include "outlook/history.h"

namespace isnad {

/// Where each weight stands: traces first, then the three of the baseline.
struct WeightLayout {
  size_t marks = 0;
  [[nodiscard]] size_t traces() const { return marks * kKinships * kHalfLives; }
  [[nodiscard]] size_t of(MarkId m, Kinship r, size_t k) const { return (m.value * kKinships + size_t(r)) * kHalfLives + k; }
  [[nodiscard]] size_t constant() const { return traces(); }
  [[nodiscard]] size_t gravity() const { return traces() + 1; }
  [[nodiscard]] size_t gravity_volume() const { return traces() + 2; }
  [[nodiscard]] size_t size() const { return traces() + 3; }
};

/// Rows of the likelihood: one for each pair and day with events of the target mark. Features that are 0 are left out.
struct Rows {
  std::vector<uint32_t> begin{0};  // of row r: entries begin[r] .. begin[r + 1]
  std::vector<uint16_t> feature;
  std::vector<float> value;
  std::vector<DyadId> dyad;   // none: a pair never seen before
  std::vector<float> events;  // happenings of that pair and day, > 0
  [[nodiscard]] size_t size() const { return dyad.size(); }
};

/// What a fit needs beside the history: collected day by day, before the history learns the day.
class Lessons {
 public:
  Lessons(size_t marks, MarkId target, Day start) : layout_{marks}, target_(target), since_(start), next_(start) {}

  /// Takes the happenings of the next day; days without any need no call.
  void observe(const History& before, std::span<const Happening> day);
  /// Counts the days up to and including `day` as observed.
  void close(const History& history, Day day);

  [[nodiscard]] const WeightLayout& layout() const { return layout_; }
  [[nodiscard]] MarkId target() const { return target_; }
  [[nodiscard]] const Rows& rows() const { return rows_; }
  /// Sums over days and all pairs of the baseline features; the constant's holds days only.
  [[nodiscard]] const std::array<double, 3>& baseline() const { return baseline_; }
  [[nodiscard]] Day since() const { return since_; }     // first day observed
  [[nodiscard]] Day until() const { return next_ - 1; }  // last day observed

 private:
  void add_row(const History& before, PartyId source, PartyId target, Day day, float events);

  WeightLayout layout_;
  MarkId target_;
  Day since_, next_;  // next: first day not yet observed
  Rows rows_;
  std::array<double, 3> baseline_{};
};

/// A fitted intensity.
struct Excitation {
  WeightLayout layout;
  MarkId target;
  Eigen::VectorXd weight;         // by layout, >= 0
  double shrink = 0;              // shape of the Gamma prior of m; 0: all m are 1
  std::vector<float> multiplier;  // m, by dyad; pairs beyond it have 1
  std::vector<float> told;        // shape of m's posterior, by dyad: its standard deviation is m / sqrt(told)
  Eigen::MatrixXd covariance;     // of the weights that are > 0, in `free`'s order
  std::vector<uint32_t> free;     // which those are
  double log_likelihood = 0;      // of the fit
  size_t events = 0, iterations = 0;
  Day until = 0;  // last day it was fitted on

  [[nodiscard]] double multiplier_of(DyadId d) const { return d && d.value < multiplier.size() ? double(multiplier[d.value]) : 1.0; }
};

/// Log likelihood of weights `w`, up to what doesn't depend on them, and its gradient. `mass`: sum of each feature over all days and pairs.
/// `scale` is m by row.
double log_likelihood(const Rows& rows, const std::vector<float>& scale, const Eigen::VectorXd& mass, const Eigen::VectorXd& w,
                      Eigen::VectorXd* gradient, size_t traces);

/// Weights and multipliers by EM, and a bounded Newton method at its end. `history` stands at the end of lessons.until(). A pair's mass
/// is what its traces have given out until then. Without events all weights are 0.
/// `allowed`: by layout, the weights that may be more than 0; empty: all. With `multipliers` false all m are 1.
Excitation fit_excitation(const Lessons& lessons, const History& history, const std::vector<bool>& allowed = {}, bool multipliers = true);

/// A simpler intensity: a constant, gravity if wanted, and the pair's own past by one half-life; with both an exponential Hawkes process of
/// one decay. `half_life`: place of the half-life to use, or kHalfLives for the one of the highest likelihood; it is set to what was used.
Excitation fit_one_decay(const Lessons& lessons, const History& history, bool gravity, size_t& half_life);

/// Log likelihood of the rows of `lessons`, which cover the days after `start` held and until `end` holds, under a model fitted before.
double held_out_log_likelihood(const Excitation& model, const Lessons& lessons, const History& start, const History& end);

/// Expected happenings on days `after` + 1 ... `after` + `days`, if nothing else happens meanwhile, split by weight: `parts`, by layout,
/// sum to it. `history` holds everything until `after`.
struct Expected {
  double total = 0;
  Eigen::VectorXd parts;
};
Expected expect(const Excitation& model, const History& history, PartyId source, PartyId target, Day after, int days);

/// Standard deviation of the logarithm of the total: from the weights' covariance and from the pair's multiplier.
double log_deviation(const Excitation& model, const History& history, const Expected& e, PartyId source, PartyId target);

/// The rate on one day, the day after what history holds or later.
double rate_on(const Excitation& model, const History& history, PartyId source, PartyId target, Day day);

}  // namespace isnad
