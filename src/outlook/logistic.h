// Logistic regression with a ridge, on standardised features: the yardstick beside the model, and half of its blend.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace isnad {

/// P(yes) = 1 / (1 + exp(-(intercept + sum of slope x feature))). Empty slopes: the intercept alone.
struct Logistic {
  double intercept = 0;
  std::vector<double> slope;  // for features as they come

  [[nodiscard]] double log_odds(std::span<const float> features) const;
};

/// Maximum likelihood by Newton's method with a ridge of `ridge` on standardised slopes. `features`: rows of equal width, one after the
/// other; `yes` and `weight` one a row. Without rows: p = 1/2.
Logistic fit_logistic(std::span<const float> features, size_t width, std::span<const uint8_t> yes, std::span<const float> weight,
                      double ridge);

inline double log_odds(double p) {
  constexpr double kLeast = 1e-6;
  p = p < kLeast ? kLeast : p > 1 - kLeast ? 1 - kLeast : p;
  return std::log(p / (1 - p));
}
inline double probability(double odds) { return 1 / (1 + std::exp(-odds)); }

}  // namespace isnad
