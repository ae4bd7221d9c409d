// Exponential decay by whole days: the memory of the model.
//
// An event n days ago weighs g(n) = (1 - r) r^(n-1), r = 2^(-1/half-life), n >= 1: the weights of all later days sum to 1, so that the
// weight of a feature is the number of events that one event is followed by (its branching ratio; Hawkes 1971).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "base/day.h"

namespace isnad {

inline constexpr size_t kHalfLives = 6;
inline constexpr std::array<double, kHalfLives> kHalfLifeDays{2, 7, 30, 120, 365, 1460};

/// What is left of 1 after n >= 0 days, for each half-life.
inline const std::array<float, kHalfLives>& left_after(Day n) {
  constexpr size_t kTable = 16384;  // days
  static const auto table = [] {
    std::array<std::array<float, kHalfLives>, kTable> t{};
    for (size_t d = 0; d < kTable; ++d)
      for (size_t k = 0; k < kHalfLives; ++k) t[d][k] = static_cast<float>(std::exp2(-double(d) / kHalfLifeDays[k]));
    return t;
  }();
  return table[n < 0 ? 0 : static_cast<size_t>(n) < kTable ? static_cast<size_t>(n) : kTable - 1];
}

/// The weight of yesterday's event over what is left of it today: g(1) / r.
inline double daily_weight(size_t k) {
  static const auto table = [] {
    std::array<double, kHalfLives> t{};
    for (size_t i = 0; i < kHalfLives; ++i) t[i] = std::exp2(1 / kHalfLifeDays[i]) - 1;
    return t;
  }();
  return table[k];
}

}  // namespace isnad
