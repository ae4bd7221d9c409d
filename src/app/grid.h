// Rows of plain values for people and programs: an aligned table, JSONL or CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace isnad {

struct Grid {
  using Value = std::variant<std::string, int64_t, double>;  // an empty text is an absent value
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
};

/// `width`: of the terminal; columns of text share what the table has too little. `isolates`: for terminals, see TableLook.
std::string grid_table(const Grid& grid, size_t width, bool isolates);
/// One object a row, absent values left out.
std::string grid_jsonl(const Grid& grid);
/// RFC 4180. `header`: with the names of the columns.
std::string grid_csv(const Grid& grid, bool header = true);

}  // namespace isnad
