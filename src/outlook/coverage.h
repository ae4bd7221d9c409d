// Is as much reported as before? Where the stream of reports breaks, a forecast from counts says nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outlook/happenings.h"

namespace isnad {

/// A change-point in the breadth of reports: how many pairs they tell of. `ratio`: the level after it over the level before.
struct Break {
  Day day = 0;       // first day of the new level
  double ratio = 1;  // < 1: less is reported than before
};

/// The strongest change-point in the weekly number of pairs that are reported of, in the two years up to `until`, if it is less than half a
/// year old and the level changed threefold or more (least squares on logarithms, Hinkley 1970). Pairs are counted, not reports: a crisis
/// makes many reports of few pairs, another source makes reports of many. Nothing: no break, or less than 26 weeks of data.
std::optional<Break> find_break(const Happenings& h, Day until);

}  // namespace isnad
