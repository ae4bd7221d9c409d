// Golden files: cases as text, rewritten on demand and reviewed as a diff.
//
//   # Lines before the first case are comments.
//   === name of the case
//   input, any number of lines; \u{200F} stands for that code point
//   ---
//   expected lines, up to the blank line that ends the case
//
// Expected lines may not be blank. The input's last line break is not part of the input.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::golden {

struct Case {
  std::string name;
  std::string input;     // with escapes read
  std::string written;   // as it stands in the file
  std::string expected;  // lines, each with its line break
};

struct File {
  std::string preamble;
  std::vector<Case> cases;
};

/// Cases of a golden file's text; lines that belong to none are dropped.
File parse(std::string_view text);
std::string format(const File& file);
/// Lines of `expected` (-) and `actual` (+) with what both have (two spaces).
std::string diff(std::string_view expected, std::string_view actual);

/// Runs every case of tests/golden/`path` through `actual` and EXPECTs its lines, showing a diff; all cases run. With UPDATE_GOLDEN=1
/// in the environment it writes what it got into the file instead. A missing or empty file is a failure.
void check_golden(const std::string& path, const std::function<std::string(std::string_view input)>& actual);

/// The same for cases each line of which is a document of its own: their outputs one after the other.
void check_golden_lines(const std::string& path, const std::function<std::string(std::string_view line)>& actual);

/// EXPECTs that the file `path` of the source tree is what the program makes now; `command` tells how to make it anew. With
/// UPDATE_GOLDEN=1 in the environment it writes it instead.
void check_document(const std::string& path, const std::string& made, std::string_view command);

}  // namespace isnad::golden

namespace isnad {
using golden::check_document;
using golden::check_golden;
using golden::check_golden_lines;
}  // namespace isnad
