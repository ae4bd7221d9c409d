// Escaping and numbers of the JSON writer.
#include "base/json.h"

#include <cassert>
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

/// Do these bytes need no escape: none below 0x20, no quote, no backslash. Bit tricks: a byte is below n where subtracting borrows.
template <class Bytes>
bool plain(const char* at) {
  constexpr Bytes kOnes = Bytes(-1) / 0xFF, kHigh = kOnes << 7;
  Bytes w = 0;
  std::memcpy(&w, at, sizeof w);
  const auto zero = [](Bytes x) { return (x - kOnes) & ~x & kHigh; };
  return (((w - kOnes * 0x20) & ~w & kHigh) | zero(w ^ (kOnes * '"')) | zero(w ^ (kOnes * '\\'))) == 0;
}

/// The same of a whole text, by eight bytes, the last of them overlapping.
bool plain(std::string_view text) {
  const char *at = text.data(), *end = at + text.size();
  if (text.size() >= 8) {
    for (; end - at > 8; at += 8)
      if (!plain<uint64_t>(at)) return false;
    return plain<uint64_t>(end - 8);
  }
  if (text.size() >= 4) return plain<uint32_t>(at) && plain<uint32_t>(end - 4);
  for (; at != end; ++at)
    if (const auto c = static_cast<unsigned char>(*at); c < 0x20 || c == '"' || c == '\\') return false;
  return true;
}

void append_with_escapes(std::string& out, std::string_view text) {
  size_t from = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    while (i + sizeof(uint64_t) <= text.size() && plain<uint64_t>(text.data() + i)) i += sizeof(uint64_t);
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, from, i - from);
    append_escaped(out, c);
    from = i + 1;
  }
  out.append(text, from, text.size() - from);
}

/// Copies a short text: a call costs more than the bytes.
char* copied(std::string_view s, char* to) {
  const char *from = s.data(), *end = from + s.size();
  for (; end - from >= 8; from += 8, to += 8) std::memcpy(to, from, 8);
  if (end - from >= 4) std::memcpy(to, from, 4), from += 4, to += 4;
  while (from != end) *to++ = *from++;
  return to;
}

/// Room for characters at the end of a string that are put one after the other: one check of the capacity rather than one each. What
/// is not used is given back.
class Piece {
 public:
  Piece(std::string& out, size_t most) : out_(out) {
    const size_t size = out.size();
    out.resize(size + most);
    at_ = out.data() + size;
  }
  ~Piece() { out_.resize(size_t(at_ - out_.data())); }
  Piece(const Piece&) = delete;
  Piece& operator=(const Piece&) = delete;

  void put(char c) { *at_++ = c; }
  void put(std::string_view s) { at_ = copied(s, at_); }
  void put(int64_t value) { at_ = std::to_chars(at_, at_ + kLongestNumber, value).ptr; }
  /// The comma, the key and what opens its value: at most kFrame characters more than the name.
  void begin(bool comma, std::string_view name, char opening) {
    if (comma) put(',');
    put('"'), put(name), put('"'), put(':');
    if (opening) put(opening);
  }
  static constexpr size_t kLongestNumber = 20, kFrame = 5;

 private:
  std::string& out_;
  char* at_;
};

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (plain(text))
    out += text;
  else
    append_with_escapes(out, text);
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
  begin(name, 0);
  comma_ = false;
  return *this;
}

/// The comma, the key and what opens its value.
void Json::begin(std::string_view name, char opening) {
  assert(plain(name));
  Piece(out_, name.size() + Piece::kFrame).begin(comma_, name, opening);
  comma_ = true;
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

Json& Json::end_line() {
  out_ += '\n';
  comma_ = false;
  return *this;
}

Json& Json::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

Json& Json::member(std::string_view name, std::string_view text) {
  if (text.empty()) return *this;
  if (plain(text)) {
    Piece piece(out_, name.size() + text.size() + Piece::kFrame + 1);
    piece.begin(comma_, name, '"');
    piece.put(text), piece.put('"');
    comma_ = true;
    return *this;
  }
  begin(name, '"');
  append_with_escapes(out_, text);
  out_ += '"';
  return *this;
}

Json& Json::range(std::string_view name, int64_t first, int64_t last) {
  Piece piece(out_, name.size() + Piece::kFrame + 2 * Piece::kLongestNumber + 2);
  piece.begin(comma_, name, '[');
  piece.put(first), piece.put(','), piece.put(last), piece.put(']');
  comma_ = true;
  return *this;
}

}  // namespace isnad
