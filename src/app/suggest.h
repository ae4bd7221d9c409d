// What a person who mistyped may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// The candidate nearest to `word`, if at most two letters (one in short words) must be changed, added, dropped or swapped; else empty.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace isnad
