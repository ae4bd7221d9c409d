// Folding from UTF-8 to UTF-8 in one pass, without letters in between: what full-text search does to every text.
#include "text/folded_utf8.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold_table.h"
#include "text/letters.h"

namespace isnad {
namespace {

/// What a code point below U+0800 of one letter becomes: up to two bytes, the first lowest, and how many they are; 0: not one letter.
struct Folded {
  uint16_t bytes = 0;
  uint16_t size = 0;
};

Folded folded(Letter exact) {
  if (exact == 0) return {};
  const Letter one = fold(exact);
  const std::string utf8 = letters_to_utf8({&one, 1});
  Folded out{0, static_cast<uint16_t>(utf8.size())};
  for (size_t i = 0; i < utf8.size(); ++i) out.bytes = static_cast<uint16_t>(out.bytes | uint16_t{static_cast<uint8_t>(utf8[i])} << 8 * i);
  return out;
}

using FoldedTable = std::array<Folded, 0x800>;

const FoldedTable& folded_of_quick() {
  static const auto all = [] {
    FoldedTable out;
    for (size_t code = 0; code < out.size(); ++code) out[code] = folded(fold_table::kQuick[code]);
    return out;
  }();
  return all;
}

/// Folds what the table knows, up to the first code point that it doesn't know; moves `at` and `to` behind.
void fold_quick(const FoldedTable& quick, std::string_view utf8, size_t& at, char*& to) {
  const auto* from = reinterpret_cast<const uint8_t*>(utf8.data());
  size_t i = at;
  char* out = to;
  while (i < utf8.size()) {
    const uint8_t first = from[i];
    uint32_t code = first, size = 1;
    if (first >= 0x80) {
      if (first < 0xC2 || first >= 0xE0 || i + 1 == utf8.size() || (from[i + 1] & 0xC0) != 0x80) break;
      code = (uint32_t{first} & 0x1F) << 6 | (from[i + 1] & 0x3F), size = 2;
    }
    const Folded f = quick[code];
    if (f.size == 0) break;
    out[0] = static_cast<char>(f.bytes & 0xFF), out[1] = static_cast<char>(f.bytes >> 8);
    out += f.size, i += size;
  }
  at = i, to = out;
}

/// Madda or hamza above or below: changes the letter before it.
bool may_join(char32_t code) { return code >= 0x0653 && code <= 0x0655; }

}  // namespace

std::string folded_utf8(std::string_view utf8) {
  const auto& quick = folded_of_quick();
  constexpr size_t kMost = 16;  // bytes of the letters of a ligature
  std::string out(2 * utf8.size() + kMost, '\0');
  char* to = out.data();
  for (size_t at = 0;;) {
    fold_quick(quick, utf8, at, to);
    if (at == utf8.size()) break;
    const Decoded d = decode(utf8, at);
    at += d.size;
    if (may_join(d.code)) return letters_to_utf8(folded_letters(utf8));
    const auto used = static_cast<size_t>(to - out.data());
    const std::string more = letters_to_utf8(folded_letters(utf8.substr(at - d.size, d.size)));
    const size_t needed = used + more.size() + 2 * (utf8.size() - at) + kMost;
    if (needed > out.size()) out.resize(needed), to = out.data() + used;
    to = std::copy(more.begin(), more.end(), to);
  }
  out.resize(static_cast<size_t>(to - out.data()));
  return out;
}

}  // namespace isnad
