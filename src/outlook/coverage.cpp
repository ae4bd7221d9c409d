// A change-point by least squares on the logarithm of how many pairs are reported of each week.
#include "outlook/coverage.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace isnad {
namespace {

constexpr size_t kWeeks = 104, kLeastWeeks = 26, kLeastSide = 3, kFresh = 26;
constexpr double kFold = 3, kDeviations = 6;

/// Logarithms of how many pairs each week tells of, the last week ending at `until`; no weeks before the first happening.
std::vector<double> weekly(const Happenings& h, Day until) {
  const Day first = h.first();
  const size_t weeks = until < first ? 0 : std::min<size_t>(kWeeks, static_cast<size_t>(until - first + 1) / 7);
  std::vector<std::set<uint64_t>> pairs(weeks);
  for (const Happening& x : h.list) {
    if (x.day > until || weeks == 0) break;
    const size_t back = static_cast<size_t>(until - x.day) / 7;
    if (back < weeks) pairs[weeks - 1 - back].insert(pair_key(x.source, x.target));
  }
  std::vector<double> out;
  for (const auto& p : pairs) out.push_back(std::log(double(p.size()) + 0.5));
  return out;
}

}  // namespace

std::optional<Break> find_break(const Happenings& h, Day until) {
  const auto x = weekly(h, until);
  const size_t n = x.size();
  if (n < kLeastWeeks) return std::nullopt;
  double all = 0, squares = 0, left = 0, best = 0;
  for (const double v : x) all += v, squares += v * v;
  size_t at = 0;
  for (size_t i = 1; i + kLeastSide <= n; ++i) {
    left += x[i - 1];
    if (i < kLeastSide) continue;
    const double gap = (all - left) / double(n - i) - left / double(i);
    const double gain = gap * gap * double(i) * double(n - i) / double(n);
    if (gain > best) best = gain, at = i;
  }
  if (at == 0 || n - at > kFresh) return std::nullopt;
  double before = 0, after = 0;
  for (size_t i = 0; i < n; ++i) (i < at ? before : after) += x[i];
  before /= double(at), after /= double(n - at);
  const double noise = std::max(0.05, (squares - all * all / double(n) - best) / double(n));
  const double change = after - before;
  if (std::abs(change) < std::log(kFold) || best < kDeviations * kDeviations * noise) return std::nullopt;
  return Break{until - static_cast<Day>((n - at) * 7) + 1, std::exp(change)};
}

}  // namespace isnad
