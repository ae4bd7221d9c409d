// Likelihood of what was held back, beside simpler intensities: does the model know when and between whom things happen?
#pragma once

#include <array>
#include <string_view>

#include "outlook/excitation.h"

namespace isnad {

/// ewma: a constant and one decayed count of the pair; hawkes: gravity and one decayed count of the pair (an exponential Hawkes process
/// with one decay, as used for dyads); both with the half-life that fits the training days best.
enum class Intensity : uint8_t { ewma, hawkes, excitation, count_ };
inline constexpr std::array<std::string_view, size_t(Intensity::count_)> kIntensityNames{"EWMA", "Hawkes, one decay", "excitation"};

struct HeldOut {
  size_t events = 0;  // held back
  /// Log density of an event and of the silence around it, natural logarithms, rates a day: log likelihood over events.
  std::array<double, size_t(Intensity::count_)> per_event{};
  std::array<double, size_t(Intensity::count_)> half_life{};  // chosen; 0: all
};

/// Fits on days before `split`, scores the days from it on over all pairs of parties. Events of one day don't explain each other.
HeldOut hold_out(const Happenings& happenings, MarkId target, Day split);

}  // namespace isnad
