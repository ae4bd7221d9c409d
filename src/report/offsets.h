// Byte offsets to code points: the only place that converts them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace isnad {

/// Counts code points before any byte of one text: a sparse index, built in one pass, then a short count for each question. Reusable.
/// The text must outlive the index.
class CodePoints {
 public:
  CodePoints() = default;
  explicit CodePoints(std::string_view text) { reset(text); }

  /// Indexes another text; keeps the capacity. `text` is valid UTF-8.
  void reset(std::string_view text);

  /// Code points before byte `byte`; offsets beyond the text count as its end.
  [[nodiscard]] uint32_t at(uint32_t byte) const;
  [[nodiscard]] Span at(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  static constexpr uint32_t kStep = 64;
  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before byte kStep * i
};

/// The bytes between two offsets in code points, the end excluded; empty where they are no span of this text.
std::string_view at_code_points(std::string_view text, int64_t begin, int64_t end);

}  // namespace isnad
