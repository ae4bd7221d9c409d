// UTF-8 decoding after the WHATWG Encoding Standard's "UTF-8 decoder" (maximal subparts become U+FFFD).
#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace isnad {
namespace {

struct Lead {
  uint32_t length;
  uint8_t low, high;  // allowed range of the second byte
};

constexpr Lead lead_of(uint8_t b) {
  if (b >= 0xC2 && b <= 0xDF) return {2, 0x80, 0xBF};
  if (b == 0xE0) return {3, 0xA0, 0xBF};
  if (b == 0xED) return {3, 0x80, 0x9F};
  if (b >= 0xE1 && b <= 0xEF) return {3, 0x80, 0xBF};
  if (b == 0xF0) return {4, 0x90, 0xBF};
  if (b >= 0xF1 && b <= 0xF3) return {4, 0x80, 0xBF};
  if (b == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

constexpr size_t kBlock = 64;

/// The bytes of a block that are whole code points of one or two bytes, as nearly all of Arabic text is; 0 where it holds others, or
/// invalid bytes. Without branches, so that a compiler makes it test many bytes at once.
size_t short_ones(const char* block) {
  const auto byte = [block](size_t i) { return static_cast<uint8_t>(block[i]); };
  const auto lead = [byte](size_t i) { return byte(i) >= 0xC2; };
  const auto second = [byte](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const auto neither = [byte](size_t i) { return uint8_t(byte(i) >= 0xE0) | uint8_t((byte(i) & 0xFE) == 0xC0); };
  int other = second(0) | neither(0);
  for (size_t i = 1; i < kBlock; ++i) other |= uint8_t(lead(i - 1) != second(i)) | neither(i);
  return other != 0 ? 0 : kBlock - (lead(kBlock - 1) ? 1 : 0);
}

}  // namespace

Decoded decode_any(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  const uint8_t first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t code = first & (0xFF >> (lead.length + 1));
  for (uint32_t i = 1; i < lead.length; ++i) {
    const uint8_t low = i == 1 ? lead.low : 0x80, high = i == 1 ? lead.high : 0xBF;
    if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high) return {kReplacement, i, false};
    code = (code << 6) | (byte(at + i) & 0x3F);
  }
  return {code, lead.length, true};
}

void append_utf8(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacement;
  const auto put = [&](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | (code >> 6));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

size_t find_invalid(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    if (const size_t whole = at + kBlock <= text.size() ? short_ones(text.data() + at) : 0) {
      at += whole;
      continue;
    }
    for (const size_t end = std::min(at + kBlock, text.size()); at < end;) {
      const Decoded d = decode(text, at);
      if (!d.valid) return at;
      at += d.size;
    }
  }
  return std::string_view::npos;
}

std::string repair_utf8(std::string_view bytes, size_t& repaired) {
  std::string out;
  out.reserve(bytes.size());
  repaired = 0;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded d = decode(bytes, at);
    if (d.valid) {
      out.append(bytes.substr(at, d.size));
    } else {
      append_utf8(out, kReplacement);
      ++repaired;
    }
    at += d.size;
  }
  return out;
}

size_t count_code_points(std::string_view text) {
  size_t n = 0;
  for (const char c : text) n += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return n;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    out.push_back(d.code);
    at += d.size;
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

}  // namespace isnad
