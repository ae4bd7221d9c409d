// Counting letters.
#include "input/language.h"

#include <cstddef>

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t kLookedAt = 4096;

struct Letters {
  size_t arabic = 0;    // of the Arabic alphabet, also in Persian's spelling of kaf and ya
  size_t borrowed = 0;  // of the script's other languages
  size_t other = 0;
};

bool is_arabic_letter(char32_t c) {
  return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A) || c == 0x0671 || c == 0x06A9 || c == 0x06CC ||
         (c >= 0xFB50 && c <= 0xFEFC && c != 0xFD3E && c != 0xFD3F);
}

/// U+06A4 (veh) is left out: Arabic uses it for foreign names.
bool is_borrowed_letter(char32_t c) { return c >= 0x0672 && c <= 0x06D5 && c != 0x06A4 && c != 0x06D4; }

/// A letter, for our purpose: Latin, Greek, Cyrillic, Hebrew, or of the alphabets and syllabaries beyond.
bool is_other_letter(char32_t c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xC0 && c <= 0x05F4) || (c >= 0x0700 && c <= 0x1FFF) ||
         (c >= 0x2C00 && c <= 0xD7FF);
}

Letters count(std::string_view text) {
  Letters out;
  for (size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    at += d.size;
    if (is_arabic_letter(d.code))
      ++out.arabic;
    else if (is_borrowed_letter(d.code))
      ++out.borrowed;
    else if (is_other_letter(d.code))
      ++out.other;
  }
  return out;
}

}  // namespace

bool is_arabic_text(std::string_view utf8) {
  const Letters n = count(utf8.substr(0, kLookedAt));
  return n.arabic > n.other &&
         n.borrowed * 50 < n.arabic;  // Persian has about 4 %, Urdu and Kurdish more; Arabic 0.1 % (gaf, peh in names)
}

}  // namespace isnad
