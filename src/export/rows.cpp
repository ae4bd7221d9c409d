// Cells that can't break their row.
#include "export/rows.h"

#include "base/csv.h"
#include "base/json.h"
#include "base/utf8.h"

namespace isnad::exports {
namespace {

/// Also what some readers take for the end of a line: vertical tab, form feed, U+0085, U+2028, U+2029.
bool breaks(char32_t c) { return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029; }

void append_tsv_cell(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    if (breaks(d.code))
      out += ' ';
    else if (d.code == '"')
      out += '\'';
    else
      append_utf8(out, d.code);
    at += d.size;
  }
}

void append_without_nul(std::string& out, std::string_view text) {
  std::string copy;
  for (const char c : text) c == '\0' ? append_utf8(copy, kReplacement) : copy.push_back(c);
  append_csv_cell(out, copy);
}

std::string tidy(std::string_view text) {
  std::string out;
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    at += d.size;
    const bool white = breaks(d.code) || d.code == ' ' || d.code == 0xA0;
    if (!white && space) out += ' ';
    space = white && !out.empty();
    if (!white) append_utf8(out, d.code);
  }
  return out;
}

}  // namespace

Row& Row::cell(std::string_view text) {
  if (!first_) out_ += table_ == Table::tsv ? '\t' : ',';
  first_ = false;
  if (table_ == Table::tsv)
    append_tsv_cell(out_, text);
  else if (table_ == Table::csv_tidy)
    append_csv_cell(out_, tidy(text));
  else if (text.find('\0') != std::string_view::npos)
    append_without_nul(out_, text);
  else
    append_csv_cell(out_, text);
  return *this;
}

Row& Row::number(double value) {
  std::string text;
  append_number(text, value);
  return cell(text);
}

Row& Row::number(const std::optional<double>& value) { return value ? number(*value) : blank(); }

Row& Row::blank(size_t count) {
  for (size_t i = 0; i < count; ++i) cell({});
  return *this;
}

void Row::end() { out_ += table_ == Table::csv || table_ == Table::csv_tidy ? "\r\n" : "\n"; }

void append_names(Table table, std::span<const std::string_view> names, std::string& out) {
  Row row(table, out);
  for (const auto name : names) row.cell(name);
  row.end();
}

}  // namespace isnad::exports
