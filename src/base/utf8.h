// UTF-8: decoding that can't fail, repair, and counting of code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

constexpr char32_t kReplacement = 0xFFFD;

/// One decoded code point and the bytes it took (at least 1). Invalid input gives U+FFFD for each maximal subpart (WHATWG).
struct Decoded {
  char32_t code = 0;
  uint32_t size = 0;
  bool valid = true;
};

/// Decodes the code point at `at`, whatever it is; see `decode`.
Decoded decode_any(std::string_view text, size_t at);

/// Decodes the code point at `at`; `at` must be inside the text.
inline Decoded decode(std::string_view text, size_t at) {
  const auto first = static_cast<uint8_t>(text[at]);
  if (first < 0x80) return {first, 1, true};
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size()) {  // two bytes, as most letters of Arabic have
    const auto second = static_cast<uint8_t>(text[at + 1]);
    if ((second & 0xC0) == 0x80) return {(char32_t{first} & 0x1F) << 6 | (second & 0x3F), 2, true};
  }
  return decode_any(text, at);
}

/// Appends the code point as UTF-8; surrogates and values over U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code);

/// Offset of the first invalid byte, or `npos` where the text is valid UTF-8.
size_t find_invalid(std::string_view text);

/// A copy with every invalid sequence replaced by U+FFFD; `repaired` counts them.
std::string repair_utf8(std::string_view bytes, size_t& repaired);

/// Number of code points in valid UTF-8.
size_t count_code_points(std::string_view text);

/// Valid UTF-8 as code points.
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

}  // namespace isnad
