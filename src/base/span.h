// Spans: half-open ranges of bytes in a document's text. What supports a value is always a span.
#pragma once

#include <algorithm>
#include <cstdint>

namespace isnad {

/// Bytes [begin, end) of a Document's text. An empty span (begin == end) supports nothing.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(Span s) const { return begin <= s.begin && s.end <= end; }
  [[nodiscard]] constexpr bool touches(Span s) const { return begin < s.end && s.begin < end; }
  constexpr auto operator<=>(const Span&) const = default;
};

/// The smallest span that holds both; an empty one adds nothing.
constexpr Span join(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace isnad
