// Learning from past forecasts: how probabilities must be bent to hold what they say, and how two sources are best mixed.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace isnad {

/// Platt scaling (1999) that forgets: log odds become a + b x log odds, fitted on past forecasts whose outcome is known, older ones
/// weighing less. Stays near the identity until it has seen much. Outcomes are kept as counts in bins of log odds.
class Recalibration {
 public:
  Recalibration();
  /// A past forecast, by its log odds, and what came of it.
  void learn(double odds, bool happened);
  /// Lets what was learnt weigh `rest` (0 to 1) of what it did.
  void forget(double rest);
  /// Fits the map anew.
  void refit();
  [[nodiscard]] double bend(double odds) const;

 private:
  static constexpr double kRange = 12, kWidth = 0.1;
  static constexpr size_t kBins = 240;
  struct Bin {
    double n = 0, yes = 0, odds = 0;
  };
  std::vector<Bin> bins_;
  double shift_ = 0, slope_ = 1, bow_ = 0;
};

/// The share of the first of two sources in the mean of log odds that had the least log loss in the past.
class Blend {
 public:
  void learn(double first, double second, bool happened);
  void forget(double rest);
  [[nodiscard]] double share() const;
  [[nodiscard]] double mix(double first, double second) const {
    const double s = share();
    return s * first + (1 - s) * second;
  }

 private:
  static constexpr size_t kSteps = 11;
  std::array<double, kSteps> loss_{};
};

/// -log of the probability given to what happened, p kept within [1e-4, 1 - 1e-4].
double log_loss(double p, bool happened);

}  // namespace isnad
