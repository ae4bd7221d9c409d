// Text in cells of a fixed width: what a terminal shows, where lines may break, and right-to-left words kept in their cell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// Columns of a terminal that the text takes: none for marks and controls, two for wide letters and emoji.
size_t display_width(std::string_view utf8);

/// Columns of one code point.
size_t display_width(char32_t code);

/// A copy fit for a cell: line breaks, tabs and control characters (which could command a terminal) become spaces, runs of spaces one,
/// bidirectional controls vanish.
std::string clean_cell(std::string_view utf8);

/// Lines of at most `width` (>= 1) columns, broken at spaces, inside a word only where the word is longer than a line, never before
/// a mark. Expects clean text; empty text gives no line.
std::vector<std::string> wrap_cell(std::string_view text, size_t width);

/// True if some letter of the text is written from right to left.
bool has_right_to_left(std::string_view utf8);

/// The text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, where it has right-to-left letters; else as it is.
std::string isolated(std::string_view utf8);

}  // namespace isnad
