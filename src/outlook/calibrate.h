// Learning from past forecasts: how probabilities must be bent to hold what they say, and how two sources are best mixed.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace isnad {

/// Platt scaling (1999) that forgets: log odds become a + b x log odds and a gentle bow, fitted on past forecasts whose outcome is known,
/// older ones weighing less. Three such maps forget at different speeds and the mean of their log odds is given: which speed is right
/// changes with the times, and can't be known beforehand. Stays near the identity until it has seen much. Outcomes are kept as counts in
/// bins of log odds.
class Recalibration {
 public:
  /// Half-lives of what was learnt, in days.
  static constexpr std::array<double, 3> kMemories{91, 365, 1460};

  Recalibration();
  /// A past forecast, by its log odds, and what came of it.
  void learn(double odds, bool happened);
  /// Lets so many days pass over what was learnt.
  void forget(double days);
  /// Fits the maps anew.
  void refit();
  [[nodiscard]] double bend(double odds) const;

 private:
  static constexpr double kRange = 12, kWidth = 0.1;
  static constexpr size_t kBins = 240;
  struct Bin {
    double n = 0, yes = 0, odds = 0;
  };
  struct Map {
    std::vector<Bin> bins = std::vector<Bin>(kBins);
    double shift = 0, slope = 1, bow = 0;
  };
  static void fit(Map& map);

  std::array<Map, kMemories.size()> maps_;
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
