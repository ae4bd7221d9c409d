// Folding from UTF-8 to UTF-8 in one pass, without letters in between: what full-text search does to every text.
#include "text/folded_utf8.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold_table.h"
#include "text/letters.h"

namespace isnad {
namespace {

/// What a code point below U+0800 of one letter becomes; size 0: not one letter.
struct Folded {
  uint8_t size = 0;
  std::array<char, 2> bytes{};
};

Folded folded(Letter exact) {
  Folded out;
  if (exact == 0) return out;
  const Letter one = fold(exact);
  const std::string utf8 = letters_to_utf8({&one, 1});
  out.size = static_cast<uint8_t>(utf8.size());
  for (size_t i = 0; i < utf8.size(); ++i) out.bytes[i] = utf8[i];
  return out;
}

const std::array<Folded, 0x800>& folded_of_quick() {
  static const auto all = [] {
    std::array<Folded, 0x800> out;
    for (size_t code = 0; code < out.size(); ++code) out[code] = folded(fold_table::kQuick[code]);
    return out;
  }();
  return all;
}

/// Madda or hamza above or below: changes the letter before it.
bool may_join(char32_t code) { return code >= 0x0653 && code <= 0x0655; }

}  // namespace

std::string folded_utf8(std::string_view utf8) {
  const auto& quick = folded_of_quick();
  constexpr size_t kMost = 16;  // bytes of the letters of a ligature
  std::string out(2 * utf8.size() + kMost, '\0');
  char* to = out.data();
  for (size_t at = 0; at < utf8.size();) {
    const Decoded d = decode(utf8, at);
    at += d.size;
    if (d.code < quick.size() && quick[d.code].size > 0) {
      const Folded& f = quick[d.code];
      to[0] = f.bytes[0], to[1] = f.bytes[1], to += f.size;
      continue;
    }
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
