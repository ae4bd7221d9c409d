// Which columns of a format hold what.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "import/import.h"

namespace isnad {

enum class EventCell : uint8_t {
  date,
  source,
  target,
  source_country,
  target_country,
  code,
  subcode,
  quad,
  place,
  record,
  text,
  precision,
  count_
};
inline constexpr size_t kFields = size_t(EventCell::count_);

/// Places of fields in a row; -1: the format has no such column.
struct Columns {
  std::array<int, kFields> at;
  size_t least = 0;    // cells that a row has
  size_t width = 0;    // cells of the header, or of the format
  bool header = true;  // the first row names columns

  Columns() { at.fill(-1); }
  [[nodiscard]] std::string_view cell(const std::vector<std::string_view>& row, EventCell f) const {
    const int i = at[size_t(f)];
    return i >= 0 && static_cast<size_t>(i) < row.size() ? row[static_cast<size_t>(i)] : std::string_view();
  }
};

/// The format that a file's first row and name show; nothing: none that is known.
std::optional<EventFormat> recognise(const std::vector<std::string_view>& first, char separator);

/// The columns of a file of this format, whose first row this is. Errors: a column that must be there is missing.
Result<Columns> columns_of(EventFormat format, const std::vector<std::string_view>& first, const ImportOptions& options);

}  // namespace isnad
