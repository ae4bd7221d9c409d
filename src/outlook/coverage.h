// Is as much reported as before? Where the stream of reports breaks, a forecast from counts says nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outlook/happenings.h"

namespace isnad {

/// A change-point in the volume of reports: the level after it over the level before.
struct Break {
  Day day = 0;        // first day of the new level
  double ratio = 1;   // < 1: less is reported than before
};

/// The strongest change-point in the weekly volume of all happenings in the two years up to `until`, if it is less than half a year old and
/// the level changed threefold or more: least squares on logarithms (Hinkley 1970), so that bursts of news
/// weigh little. Nothing: no break, or less than 26 weeks of data.
std::optional<Break> find_break(const Happenings& h, Day until);

}  // namespace isnad
