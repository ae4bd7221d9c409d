// Average linkage.
#include "story/cluster.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace isnad::story {
namespace {

constexpr size_t kAsked = 8;  // members of a cluster that speak for it

/// At most kAsked of them, evenly spread.
std::vector<uint32_t> speakers(const std::vector<uint32_t>& members) {
  if (members.size() <= kAsked) return members;
  std::vector<uint32_t> out;
  for (size_t i = 0; i < kAsked; ++i) out.push_back(members[i * members.size() / kAsked]);
  return out;
}

}  // namespace

std::vector<uint32_t> cluster(size_t size, std::vector<Edge> edges, double least, const std::function<double(uint32_t, uint32_t)>& points) {
  std::vector<uint32_t> of(size);
  std::iota(of.begin(), of.end(), 0U);
  std::vector<std::vector<uint32_t>> members(size);
  for (uint32_t i = 0; i < size; ++i) members[i] = {i};
  std::sort(edges.begin(), edges.end(),
            [](const Edge& x, const Edge& y) { return std::tie(y.points, x.a, x.b) < std::tie(x.points, y.a, y.b); });
  for (const Edge& e : edges) {
    const uint32_t a = std::min(of[e.a], of[e.b]), b = std::max(of[e.a], of[e.b]);
    if (a == b) continue;
    double sum = 0;
    const auto left = speakers(members[a]), right = speakers(members[b]);
    for (const uint32_t x : left)
      for (const uint32_t y : right) sum += points(std::min(x, y), std::max(x, y));
    if (sum < least * double(left.size() * right.size())) continue;
    for (const uint32_t m : members[b]) of[m] = a;
    std::vector<uint32_t> both;
    std::merge(members[a].begin(), members[a].end(), members[b].begin(), members[b].end(), std::back_inserter(both));
    members[a] = std::move(both), members[b].clear();
  }
  return of;
}

}  // namespace isnad::story
