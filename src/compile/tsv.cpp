// Reading tables; see knowledge/README.md for the rules.
#include "compile/tsv.h"

#include <fmt/format.h>

#include "base/file.h"
#include "base/utf8.h"

namespace isnad {

std::vector<std::string> alternatives(std::string_view cell, char by) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const size_t at = cell.find(by);
    std::string_view part = cell.substr(0, at);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) out.emplace_back(part);
    if (at == std::string_view::npos) break;
    cell.remove_prefix(at + 1);
  }
  return out;
}

namespace {

std::vector<std::string> split_cells(std::string_view line) {
  std::vector<std::string> cells;
  for (;;) {
    const size_t tab = line.find('\t');
    const std::string_view cell = line.substr(0, tab);
    cells.emplace_back(cell == "-" ? std::string_view() : cell);
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<Table> read_table(const std::string& path, std::string_view columns) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const auto wanted = alternatives(columns, ' ');
  Table table{path, {}};
  std::string_view rest = *bytes;
  bool header = true;
  for (int number = 1; !rest.empty(); ++number) {
    const size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    if (find_invalid(line) != std::string_view::npos) return Error{path, number, "is not valid UTF-8", "save the file as UTF-8"};
    auto cells = split_cells(line);
    if (header) {
      if (cells != wanted)
        return Error{path, number, fmt::format("has the columns '{}'", fmt::join(cells, " ")),
                     fmt::format("the first row must be '{}'", fmt::join(wanted, "<tab>"))};
      header = false;
      continue;
    }
    if (cells.size() != wanted.size())
      return Error{path, number, fmt::format("has {} cells", cells.size()),
                   fmt::format("{} are wanted: {}", wanted.size(), fmt::join(wanted, ", "))};
    table.rows.push_back({number, std::move(cells)});
  }
  if (header) return Error{path, 0, "has no header row", fmt::format("the first row must be '{}'", fmt::join(wanted, "<tab>"))};
  return table;
}

}  // namespace isnad
