// What the columns of a record's rows hold, beside its line. docs/store.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace isnad::store {

/// The days a record is found by: of its date, else of its document (precision "report"); empty: neither is known.
struct RecordDays {
  std::string_view first, last, precision;
};
RecordDays days_of(const record::Record& record);

/// Words with blanks between.
std::string joined(const std::vector<std::string>& words);

}  // namespace isnad::store
