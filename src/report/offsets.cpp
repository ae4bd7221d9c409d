// The sparse index of code points.
#include "report/offsets.h"

#include <algorithm>

namespace isnad {
namespace {

uint32_t count(std::string_view text) {
  uint32_t n = 0;
  for (const char c : text) n += static_cast<signed char>(c) >= -0x40;  // not a continuation byte
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

}  // namespace isnad
