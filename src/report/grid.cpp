// Measuring columns, then writing them.
#include "report/grid.h"

#include <algorithm>

#include "report/cells.h"

namespace isnad {
namespace {

/// One line of a cell; what doesn't fit ends in "..".
std::string fitted(const std::string& text, size_t widest) {
  std::string clean = clean_cell(text);
  if (display_width(clean) <= widest || widest < 3) return clean;
  const auto lines = wrap_cell(clean, widest - 2);
  return (lines.empty() ? std::string() : lines.front()) + "..";
}

}  // namespace

void Grid::append(std::string& out, size_t widest) const {
  std::vector<std::vector<std::string>> cells;
  std::vector<bool> left;
  for (const std::string& h : head_) left.push_back(h.starts_with('<'));
  std::vector<std::string> head;
  for (size_t c = 0; c < head_.size(); ++c) head.push_back(left[c] ? head_[c].substr(1) : head_[c]);
  cells.push_back(head);
  for (const auto& r : rows_) {
    cells.emplace_back();
    for (const auto& c : r) cells.back().push_back(fitted(c, widest));
    cells.back().resize(head.size());
  }
  std::vector<size_t> width(head.size());
  for (const auto& r : cells)
    for (size_t c = 0; c < r.size(); ++c) width[c] = std::max(width[c], display_width(r[c]));
  for (const auto& r : cells) {
    std::string line;
    for (size_t c = 0; c < r.size(); ++c) {
      const std::string pad(width[c] - display_width(r[c]), ' ');
      line += (c > 0 ? "  " : "") + (left[c] ? r[c] + pad : pad + r[c]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
}

}  // namespace isnad
