// Rows of a delimited file: commas with quotes (RFC 4180), or tabs without.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// Goes through bytes that outlive it. Blank lines are skipped. One thread.
class RowReader {
 public:
  RowReader(std::string_view bytes, char separator) : rest_(bytes), separator_(separator) {}

  /// The next row's cells, quotes taken off; false at the end. Cells hold until the next call.
  bool next(std::vector<std::string_view>& cells);
  /// Line that the last row began in, from 1.
  [[nodiscard]] int line() const { return line_; }
  /// The last row had a quote that is never closed; it was read to the end of its line.
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  std::string_view plain_cell();
  std::string_view quoted_cell(size_t index);

  std::string_view rest_;
  char separator_;
  int line_ = 0, next_line_ = 1;
  bool broken_ = false;
  std::vector<std::string> unquoted_;  // cells whose quotes had to be taken off
};

/// The separator of a file, from its first line: a tab where there is one, else a semicolon where there are more of them than commas.
char separator_of(std::string_view bytes);

}  // namespace isnad
