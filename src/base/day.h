// Days as numbers: what stories and the outlook count in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad {

/// Days since 1970-01-01; negative before.
using Day = int32_t;

/// The day of "2020-04-05", "2020/04/05" or "20200405", whatever time follows it after 'T' or a space. Nothing: no day of the calendar.
std::optional<Day> day_of(std::string_view text);

/// "2020-04-05".
std::string iso_date(Day day);

/// The year of a day.
int year_of(Day day);

}  // namespace isnad
