// A plain table for a terminal: a head, rows, columns as wide as their widest cell.
#pragma once

#include <string>
#include <vector>

namespace isnad {

/// Cells are UTF-8; columns named in the head starting with '<' are set to the left, others to the right.
class Grid {
 public:
  explicit Grid(std::vector<std::string> head) : head_(std::move(head)) {}
  /// A row of at most as many cells as the head.
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] size_t rows() const { return rows_.size(); }
  /// Appends the table, a line a row, two blanks between columns; no cell is wider than `widest`.
  void append(std::string& out, size_t widest = 40) const;

 private:
  std::vector<std::string> head_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace isnad
