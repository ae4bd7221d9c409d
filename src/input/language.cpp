// Counting letters.
#include "input/language.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t kLookedAt = 4096;

enum Kind : uint8_t {
  kNoLetter,
  kArabic,    // of the Arabic alphabet, also in Persian's spelling of kaf and ya
  kBorrowed,  // of the script's other languages
  kOther,
  kKinds
};

constexpr bool is_arabic_letter(char32_t c) {
  return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A) || c == 0x0671 || c == 0x06A9 || c == 0x06CC ||
         (c >= 0xFB50 && c <= 0xFEFC && c != 0xFD3E && c != 0xFD3F);
}

/// U+06A4 (veh) is left out: Arabic uses it for foreign names.
constexpr bool is_borrowed_letter(char32_t c) { return c >= 0x0672 && c <= 0x06D5 && c != 0x06A4 && c != 0x06D4; }

/// A letter, for our purpose: Latin, Greek, Cyrillic, Hebrew, or of the alphabets and syllabaries beyond.
constexpr bool is_other_letter(char32_t c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xC0 && c <= 0x05F4) || (c >= 0x0700 && c <= 0x1FFF) ||
         (c >= 0x2C00 && c <= 0xD7FF);
}

constexpr Kind kind_of(char32_t c) {
  return is_arabic_letter(c) ? kArabic : is_borrowed_letter(c) ? kBorrowed : is_other_letter(c) ? kOther : kNoLetter;
}

constexpr auto kKindOf = [] {  // of all code points of one or two bytes
  std::array<Kind, 0x800> table{};
  for (char32_t c = 0; c < table.size(); ++c) table[c] = kind_of(c);
  return table;
}();

std::array<size_t, kKinds> count(std::string_view text) {
  std::array<size_t, kKinds> out{};
  for (size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    at += d.size;
    ++out[d.code < kKindOf.size() ? kKindOf[d.code] : kind_of(d.code)];
  }
  return out;
}

}  // namespace

bool is_arabic_text(std::string_view utf8) {
  const auto n = count(utf8.substr(0, kLookedAt));
  return n[kArabic] > n[kOther] &&
         n[kBorrowed] * 50 < n[kArabic];  // Persian has about 4 %, Urdu and Kurdish more; Arabic 0.1 % (gaf, peh in names)
}

}  // namespace isnad
