// Which of these belong together, if each pair has points? Average linkage, best pairs first.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace isnad::story {

struct Edge {
  uint32_t a = 0, b = 0;  ///< a < b
  double points = 0;
};

/// Cluster of each of `size` things, named by its least member. Takes the edges by points, then by members; two clusters become one where
/// the points of all their pairs, of which at most 64 are asked for, are `least` on average. The order of `edges` doesn't matter.
std::vector<uint32_t> cluster(size_t size, std::vector<Edge> edges, double least, const std::function<double(uint32_t, uint32_t)>& points);

}  // namespace isnad::story
