// When, where and how many, as formats with one day, one place and one number an event need it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "record/record.h"

namespace isnad::exports {

/// A day, and how well it is known: 1 the day itself, 2 the week, 3 the month (ACLED's time_precision).
struct When {
  Day day = 0;
  int precision = 1;
};

/// The first day of the record's date where that is a closed period of at most 31 days; the document's day, with precision 2, where the
/// text tells no date or one with an open end (it goes on). Nothing: a longer period, or no day at all.
std::optional<When> when(const record::Record& record);

/// The day that the document was published; nothing: not told.
std::optional<Day> published(const record::Record& record);

/// The place of the record: its location, else its origin, else its destination. Null: none.
const record::Place* where(const record::Record& record);

/// The largest told number of this kind ("killed"). Nothing: none is told.
std::optional<double> largest(const record::Record& record, std::string_view of);

/// English name, else the Arabic, else the words.
std::string_view name_of(const record::Place& place);

/// True where the place is a whole country or province.
bool is_wide(const record::Place& place);

/// "20200405".
std::string compact(Day day);

/// A stable whole number for an id of any form and a row of it, at most 2^53, so that R and JavaScript keep it exactly.
uint64_t row_number(const record::Record& record, size_t row = 0);

}  // namespace isnad::exports
