// Byte offsets to code points: the only place that converts them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace isnad {

/// Counts code points before any byte of one text: an index built in one pass, then two reads for each question. Reusable.
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
  struct Step {
    uint64_t starts = 0;  // bit i: byte i of the step begins a code point
    uint32_t before = 0;  // code points before the step
  };
  uint32_t size_ = 0;
  std::vector<Step> steps_;
};

/// The bytes between two offsets in code points, the end excluded; empty where they are no span of this text.
std::string_view at_code_points(std::string_view text, int64_t begin, int64_t end);

}  // namespace isnad
