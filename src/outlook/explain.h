// Why is it so likely? The expected events of a pair, split into baseline and past events.
#pragma once

#include <vector>

#include "outlook/excitation.h"

namespace isnad {

/// What one past happening adds to the expected events, in the ways it counts.
struct Reason {
  Happening what;
  std::array<double, kKinships> by{};  // by kinship
  double expected = 0;                 // their sum
};

struct Explanation {
  double expected = 0;                 // events of the target mark in the days asked for
  double baseline = 0;                 // of it: constant, gravity and how much is reported
  std::array<double, kKinships> by{};  // of it: past events, by kinship
  std::vector<double> by_mark;         // the same by mark
  std::vector<Reason> reasons;         // the same by happening, most first; they and the baseline sum to `expected`
  double multiplier = 1;               // of the pair
};

/// `history` has watched the pair since its start and holds everything until `after`.
Explanation explain(const Excitation& model, const History& history, PartyId source, PartyId target, Day after, int days);

}  // namespace isnad
