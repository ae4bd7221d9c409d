// Widths after Unicode 15's East_Asian_Width and general categories, in ranges as coarse as terminals treat them.
#include "report/cells.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace isnad {
namespace {

struct Range {
  char32_t first, last;
};

constexpr std::array kZero = std::to_array<Range>({
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7},
    {0x0610, 0x061A}, {0x061C, 0x061C}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x0711, 0x0711}, {0x0730, 0x074A}, {0x07A6, 0x07B0}, {0x0898, 0x089F}, {0x08CA, 0x08E1}, {0x08E3, 0x0902},
    {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x206F}, {0x20D0, 0x20F0}, {0x302A, 0x302D}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF},
});
constexpr std::array kWide = std::to_array<Range>({
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},
    {0x267F, 0x267F},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},   {0x26D4, 0x26D4},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F004, 0x1F004}, {0x1F18E, 0x1F19A}, {0x1F1E6, 0x1F1FF},
    {0x1F200, 0x1F265}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
});
constexpr std::array kRightToLeft = std::to_array<Range>({
    {0x0590, 0x08FF},
    {0xFB1D, 0xFDFF},
    {0xFE70, 0xFEFE},
    {0x10800, 0x10FFF},
    {0x1E800, 0x1EFFF},
});

template <size_t N>
constexpr bool is_sorted_table(const std::array<Range, N>& t) {
  for (size_t i = 0; i < N; ++i)
    if (t[i].first > t[i].last || (i > 0 && t[i].first <= t[i - 1].last)) return false;
  return true;
}
static_assert(is_sorted_table(kZero) && is_sorted_table(kWide) && is_sorted_table(kRightToLeft));

template <size_t N>
bool in(const std::array<Range, N>& table, char32_t c) {
  const auto it = std::lower_bound(table.begin(), table.end(), c, [](const Range& r, char32_t v) { return r.last < v; });
  return it != table.end() && it->first <= c;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }
bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// Breaks one word that is longer than a line; appends whole lines and gives what is left over.
std::string_view break_word(std::string_view word, size_t width, std::vector<std::string>& lines) {
  size_t from = 0, used = 0;
  for (size_t at = 0; at < word.size();) {
    const Decoded d = decode(word, at);
    const size_t w = display_width(d.code);
    if (used + w > width && at > from) {
      lines.emplace_back(word.substr(from, at - from));
      from = at, used = 0;
    }
    used += w;
    at += d.size;
  }
  return word.substr(from);
}

}  // namespace

size_t display_width(char32_t code) {
  if (code < 0x300) return is_control(code) ? 0 : 1;
  if (in(kZero, code)) return 0;
  return in(kWide, code) ? 2 : 1;
}

size_t display_width(std::string_view utf8) {
  size_t width = 0;
  for (size_t at = 0; at < utf8.size();) {
    const Decoded d = decode(utf8, at);
    width += display_width(d.code);
    at += d.size;
  }
  return width;
}

std::string clean_cell(std::string_view utf8) {
  std::string out;
  bool space = false;
  for (size_t at = 0; at < utf8.size();) {
    const Decoded d = decode(utf8, at);
    at += d.size;
    if (is_bidi_control(d.code)) continue;
    if (d.code == ' ' || d.code == 0xA0 || is_control(d.code)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append_utf8(out, d.code);
  }
  return out;
}

std::vector<std::string> wrap_cell(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  size_t used = 0;
  while (!text.empty()) {
    const size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    if (word.empty()) continue;
    const size_t w = display_width(word);
    if (used > 0 && used + 1 + w > width) {
      lines.push_back(std::move(line));
      line.clear(), used = 0;
    }
    if (w > width) word = break_word(word, width, lines);
    if (used > 0) line += ' ', ++used;
    line += word;
    used += display_width(word);
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

bool has_right_to_left(std::string_view utf8) {
  for (size_t at = 0; at < utf8.size();) {
    const Decoded d = decode(utf8, at);
    if (d.code >= 0x590 && in(kRightToLeft, d.code)) return true;
    at += d.size;
  }
  return false;
}

std::string isolated(std::string_view utf8) {
  if (!has_right_to_left(utf8)) return std::string(utf8);
  return "\xE2\x81\xA8" + std::string(utf8) + "\xE2\x81\xA9";
}

}  // namespace isnad
