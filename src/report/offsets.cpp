// The sparse index of code points.
#include "report/offsets.h"

#include <algorithm>
#include <cstring>

namespace isnad {
namespace {

constexpr uint64_t kLow = 0x0101010101010101;

/// In each byte 1 where it is a continuation byte (10xxxxxx).
uint64_t continued(const char* at) {
  uint64_t w = 0;
  std::memcpy(&w, at, sizeof w);
  return (w >> 7) & (~w >> 6) & kLow;
}

/// Bytes that are no continuation bytes, eight at a time: sums of bytes in one word, as long as each stays below 256.
uint32_t count(std::string_view text) {
  constexpr size_t kRun = 31 * sizeof(uint64_t);  // 31 words, 248 bytes: even the sum of all eight sums fits one byte
  uint32_t n = 0;
  size_t i = 0;
  while (i + sizeof(uint64_t) <= text.size()) {
    const size_t end = std::min(text.size() - i, kRun) / sizeof(uint64_t) * sizeof(uint64_t) + i;
    n += uint32_t(end - i);
    uint64_t sums = 0;
    for (; i < end; i += sizeof(uint64_t)) sums += continued(text.data() + i);
    n -= uint32_t((sums * kLow) >> 56);
  }
  for (; i < text.size(); ++i) n += static_cast<signed char>(text[i]) >= -0x40;
  return n;
}

}  // namespace

void CodePoints::reset(std::string_view text) {
  text_ = text;
  before_.clear();
  uint32_t n = 0;
  for (size_t at = 0; at < text.size() || at == 0; at += kStep) {
    before_.push_back(n);
    n += count(text.substr(at, kStep));
  }
}

uint32_t CodePoints::at(uint32_t byte) const {
  if (before_.empty()) return 0;
  const uint32_t end = std::min(byte, static_cast<uint32_t>(text_.size()));
  const uint32_t step = std::min(end / kStep, static_cast<uint32_t>(before_.size() - 1));
  return before_[step] + count(text_.substr(size_t{step} * kStep, end - step * kStep));
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
