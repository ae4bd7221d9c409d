// Reading cells without copying them, but for quoted ones.
#include "import/rows.h"

#include <algorithm>

namespace isnad {

char separator_of(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  if (line.find('\t') != std::string_view::npos) return '\t';
  return std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',') ? ';' : ',';
}

std::string_view RowReader::plain_cell() {
  const char ends[] = {separator_, '\n', '\0'};
  const std::string_view cell = rest_.substr(0, rest_.find_first_of(std::string_view(ends, 2)));
  rest_.remove_prefix(cell.size());
  return cell;
}

/// A cell that starts with a quote, which `rest_` begins with.
std::string_view RowReader::quoted_cell(size_t index) {
  if (unquoted_.size() <= index) unquoted_.resize(index + 1);
  std::string& out = unquoted_[index];
  out.clear();
  size_t i = 1;
  for (; i < rest_.size(); ++i) {
    if (rest_[i] != '"') {
      out += rest_[i];
    } else if (i + 1 < rest_.size() && rest_[i + 1] == '"') {
      out += rest_[i++];
    } else {
      break;
    }
  }
  if (i == rest_.size()) {  // never closed
    broken_ = true;
    return plain_cell();
  }
  next_line_ += static_cast<int>(std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(i), '\n'));
  rest_.remove_prefix(i + 1);
  plain_cell();  // what stands between the quote and the separator is no part of it
  return out;
}

bool RowReader::next(std::vector<std::string_view>& cells) {
  while (!rest_.empty() && (rest_[0] == '\n' || rest_.starts_with("\r\n"))) {
    rest_.remove_prefix(rest_[0] == '\n' ? 1 : 2);
    ++next_line_;
  }
  cells.clear();
  if (rest_.empty()) return false;
  line_ = next_line_;
  broken_ = false;
  std::vector<bool> quoted;
  for (;;) {
    const bool quote = separator_ != '\t' && rest_.starts_with('"');
    cells.push_back(quote ? quoted_cell(cells.size()) : plain_cell());
    quoted.push_back(quote && !broken_);
    const bool more = !rest_.empty() && rest_[0] == separator_;
    if (!rest_.empty()) {
      if (!more) ++next_line_;
      rest_.remove_prefix(1);
    }
    if (!more) break;
  }
  if (!quoted.back() && cells.back().ends_with('\r')) cells.back().remove_suffix(1);
  for (size_t i = 0; i < cells.size(); ++i)
    if (quoted[i]) cells[i] = unquoted_[i];  // growing the buffer may have moved short strings
  return true;
}

}  // namespace isnad
