// Layout of grids.
#include "app/grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/csv.h"
#include "base/json.h"
#include "report/cells.h"

namespace isnad {
namespace {

constexpr size_t kGap = 2, kLeast = 8, kDay = 10;

std::string shown(const Grid::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return clean_cell(*text);
  if (const auto* whole = std::get_if<int64_t>(&value)) return std::to_string(*whole);
  return fmt::format("{:.2f}", std::get<double>(value));
}

bool is_number(const Grid::Value& value) { return value.index() != 0; }

/// How narrow a column with this text may become: days aren't broken.
size_t least_of(std::string_view text) {
  const size_t at = text.find_first_of("0123456789");
  const bool day = at != std::string_view::npos && text.size() >= at + kDay && text[at + 4] == '-' && text[at + 7] == '-';
  return day ? kDay : kLeast;
}

/// Widths of the columns: what they need, the widest that may be narrower cut down while the row is too long.
std::vector<size_t> widths_of(const Grid& grid, size_t width) {
  std::vector<size_t> out, least;
  for (size_t c = 0; c < grid.columns.size(); ++c) {
    out.push_back(grid.columns[c].size()), least.push_back(kLeast);
    for (const auto& row : grid.rows) {
      const std::string text = shown(row[c]);
      out[c] = std::max(out[c], display_width(text)), least[c] = std::max(least[c], least_of(text));
    }
  }
  const size_t gaps = kGap * (out.size() - 1);
  while (std::accumulate(out.begin(), out.end(), gaps) > width) {
    size_t widest = out.size();
    for (size_t c = 0; c < out.size(); ++c)
      if (out[c] > least[c] && (widest == out.size() || out[c] > out[widest])) widest = c;
    if (widest == out.size()) break;
    --out[widest];
  }
  return out;
}

void append_padded(std::string& out, const std::string& text, size_t width, bool right, bool isolates) {
  const size_t used = display_width(text);
  const std::string space(width > used ? width - used : 0, ' ');
  const std::string body = isolates ? isolated(text) : text;
  out += right ? space + body : body + space;
}

void append_row(std::string& out, const std::vector<std::vector<std::string>>& cells, const std::vector<size_t>& widths,
                const std::vector<bool>& right, bool isolates) {
  size_t lines = 1;
  for (const auto& c : cells) lines = std::max(lines, c.size());
  for (size_t i = 0; i < lines; ++i) {
    std::string line;
    for (size_t c = 0; c < cells.size(); ++c) {
      if (c > 0) line.append(kGap, ' ');
      append_padded(line, i < cells[c].size() ? cells[c][i] : std::string(), widths[c], right[c], isolates);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
}

}  // namespace

std::string grid_table(const Grid& grid, size_t width, bool isolates) {
  const auto widths = widths_of(grid, width);
  std::vector<bool> right;
  for (size_t c = 0; c < grid.columns.size(); ++c) right.push_back(!grid.rows.empty() && is_number(grid.rows.front()[c]));
  std::string out;
  std::vector<std::vector<std::string>> cells;
  for (size_t c = 0; c < grid.columns.size(); ++c) cells.push_back(wrap_cell(grid.columns[c], widths[c]));
  append_row(out, cells, widths, right, false);
  for (const auto& row : grid.rows) {
    for (size_t c = 0; c < row.size(); ++c) cells[c] = wrap_cell(shown(row[c]), widths[c]);
    append_row(out, cells, widths, right, isolates);
  }
  return out;
}

std::string grid_jsonl(const Grid& grid) {
  std::string out;
  for (const auto& row : grid.rows) {
    Json json(out);
    json.open_object();
    for (size_t c = 0; c < row.size(); ++c) {
      if (const auto* text = std::get_if<std::string>(&row[c]))
        json.member(grid.columns[c], *text);
      else if (const auto* whole = std::get_if<int64_t>(&row[c]))
        json.key(grid.columns[c]).integer(*whole);
      else
        json.key(grid.columns[c]).number(std::get<double>(row[c]));
    }
    json.close_object();
    out += '\n';
  }
  return out;
}

std::string grid_csv(const Grid& grid, bool header) {
  std::string out;
  for (size_t c = 0; header && c < grid.columns.size(); ++c) {
    if (c > 0) out += ',';
    append_csv_cell(out, grid.columns[c]);
  }
  if (header) out += "\r\n";
  for (const auto& row : grid.rows) {
    for (size_t c = 0; c < row.size(); ++c) {
      if (c > 0) out += ',';
      if (const auto* number = std::get_if<double>(&row[c]))
        append_number(out, *number);
      else
        append_csv_cell(out, row[c].index() == 1 ? std::to_string(std::get<int64_t>(row[c])) : std::get<std::string>(row[c]));
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace isnad
