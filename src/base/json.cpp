// Escaping and numbers of the JSON writer.
#include "base/json.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace isnad {
namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_escaped(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
  }
}

template <class T, class... Format>
void append_chars(std::string& out, T value, Format... format) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, format...).ptr;
  out.append(buffer, end);
}

template <class T>
void append_float(std::string& out, T value) {
  constexpr T kWhole = T(1LL << 53);
  if (!std::isfinite(value)) value = 0;
  if (value == std::trunc(value) && std::fabs(value) < kWhole) return append_chars(out, static_cast<int64_t>(value));
  if (std::fabs(value) >= kWhole)
    return append_chars(out, value, std::chars_format::scientific);  // twenty digits would be no 64-bit integer
  append_chars(out, value);
}

/// Do eight bytes need no escape: none below 0x20, no quote, no backslash. Bits tricks: a byte is below n where subtracting borrows.
bool plain(const char* at) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080;
  uint64_t w = 0;
  std::memcpy(&w, at, sizeof w);
  const auto zero = [](uint64_t x) { return (x - kOnes) & ~x & kHigh; };
  return (((w - kOnes * 0x20) & ~w & kHigh) | zero(w ^ (kOnes * '"')) | zero(w ^ (kOnes * '\\'))) == 0;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  size_t from = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    while (i + sizeof(uint64_t) <= text.size() && plain(text.data() + i)) i += sizeof(uint64_t);
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, from, i - from);
    append_escaped(out, c);
    from = i + 1;
  }
  out.append(text, from, text.size() - from);
  out += '"';
}

void append_number(std::string& out, double value) { append_float(out, value); }

std::string hex_id(uint64_t value) {
  std::string out(16, '0');
  for (size_t i = 16; i-- > 0; value >>= 4) out[i] = kHex[value & 15];
  return out;
}

void Json::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

Json& Json::open(char c) {
  separate();
  out_ += c;
  comma_ = false;
  return *this;
}

Json& Json::close(char c) {
  out_ += c;
  comma_ = true;
  return *this;
}

Json& Json::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ':';
  comma_ = false;
  return *this;
}

Json& Json::string(std::string_view text) {
  separate();
  append_json_string(out_, text);
  return *this;
}

Json& Json::integer(int64_t value) {
  separate();
  append_chars(out_, value);
  return *this;
}

Json& Json::number(double value) {
  separate();
  append_float(out_, value);
  return *this;
}

Json& Json::number(float value) {
  separate();
  append_float(out_, value);
  return *this;
}

Json& Json::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

Json& Json::id(uint64_t value) { return string(hex_id(value)); }

Json& Json::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

Json& Json::member(std::string_view name, std::string_view text) {
  if (text.empty()) return *this;
  return key(name).string(text);
}

}  // namespace isnad
