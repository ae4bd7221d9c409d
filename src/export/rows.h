// Rows of tables: tabs without quotes, or commas with.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace isnad::exports {

enum class Table : uint8_t {
  tsv,       ///< tabs, LF. The field's readers take cells as they are, so tabs, line breaks and controls become spaces, and " becomes '
  csv,       ///< RFC 4180: commas, CR LF, quotes where needed. NUL becomes U+FFFD
  csv_unix,  ///< the same with LF, as ACLED writes it
  csv_tidy,  ///< as csv, but runs of white space are one space, with none at the ends, as HXL's checkers ask
};

/// Appends one row, cell by cell; `end` finishes it.
class Row {
 public:
  Row(Table table, std::string& out) : table_(table), out_(out) {}

  Row& cell(std::string_view text);
  /// Whole numbers without a fraction, others in the shortest form that reads back.
  Row& number(double value);
  Row& number(const std::optional<double>& value);
  Row& blank(size_t count = 1);
  void end();

 private:
  Table table_;
  std::string& out_;
  bool first_ = true;
};

/// The row of column names.
void append_names(Table table, std::span<const std::string_view> names, std::string& out);

/// What `text_of` says of each element, with `between`; values that are not known keep their place, unless none is known.
template <class All, class F>
std::string joined(const All& all, std::string_view between, F text_of) {
  std::string text;
  bool some = false, first = true;
  for (const auto& one : all) {
    const std::string part(text_of(one));
    some = some || !part.empty();
    if (!first) text += between;
    first = false;
    text += part;
  }
  return some ? text : std::string();
}

}  // namespace isnad::exports
