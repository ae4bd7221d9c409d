// The index of code points.
#include "report/offsets.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace isnad {
namespace {

constexpr uint64_t kLow = 0x0101010101010101;

/// Bit i set where byte i of eight begins a code point: is no continuation byte (10xxxxxx).
uint64_t starts_of(uint64_t bytes) {
  const uint64_t starts = (~(bytes >> 7) | (bytes >> 6)) & kLow;
  return starts * 0x0102040810204080 >> 56;
}

/// The same of up to 64 bytes; none past the end.
uint64_t starts_of(std::string_view text) {
  uint64_t out = 0;
  size_t i = 0;
  for (uint64_t w = 0; i + sizeof w <= text.size(); i += sizeof w) {
    std::memcpy(&w, text.data() + i, sizeof w);
    out |= starts_of(w) << i;
  }
  for (; i < text.size(); ++i) out |= uint64_t{static_cast<signed char>(text[i]) >= -0x40} << i;
  return out;
}

}  // namespace

void CodePoints::reset(std::string_view text) {
  size_ = static_cast<uint32_t>(text.size());
  steps_.clear();
  uint32_t n = 0;
  for (size_t at = 0; at <= text.size(); at += kStep) {
    const uint64_t starts = starts_of(text.substr(at, kStep));
    steps_.push_back({starts, n});
    n += static_cast<uint32_t>(std::popcount(starts));
  }
}

uint32_t CodePoints::at(uint32_t byte) const {
  if (steps_.empty()) return 0;
  const uint32_t end = std::min(byte, size_);
  const Step& step = steps_[end / kStep];
  const uint64_t before = (uint64_t{1} << end % kStep) - 1;
  return step.before + static_cast<uint32_t>(std::popcount(step.starts & before));
}

std::string_view at_code_points(std::string_view text, int64_t begin, int64_t end) {
  if (begin < 0 || end <= begin) return {};
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  size_t first = text.size();
  int64_t code_point = -1;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!starts(text[i])) continue;
    if (++code_point == begin) first = i;
    if (code_point == end) return text.substr(first, i - first);
  }
  return code_point + 1 == end && first < text.size() ? text.substr(first) : std::string_view();
}

}  // namespace isnad
