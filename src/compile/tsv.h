// Tables of the knowledge folder: rows of tab-separated cells that remember their line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace isnad {

struct Row {
  int line = 0;
  std::vector<std::string> cells;  // "-" comes as an empty cell
  [[nodiscard]] const std::string& operator[](size_t i) const { return cells[i]; }
};

struct Table {
  std::string file;
  std::vector<Row> rows;
  [[nodiscard]] Error error(const Row& row, std::string what, std::string remedy = {}) const {
    return {file, row.line, std::move(what), std::move(remedy)};
  }
};

/// Reads a .tsv file whose header must name exactly `columns` (space-separated). Errors: missing file, invalid UTF-8, another header, a
/// row with the wrong number of cells.
Result<Table> read_table(const std::string& path, std::string_view columns);

/// The alternatives of a cell, divided by `|`; none for an empty cell.
std::vector<std::string> alternatives(std::string_view cell, char by = '|');

}  // namespace isnad
