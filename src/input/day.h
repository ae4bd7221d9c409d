// Publication dates as archives write them.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

/// The day of "2020-04-05", "2020/04/05", "20200405", alone or with a time after it, as "2020-04-05". Empty: not a date, or no day
/// of the calendar.
std::string parse_day(std::string_view text);

/// The day that a file's name starts with ("2020-04-05-baghdad.txt"); empty if it starts with none. `path` may have folders.
std::string day_of_file_name(std::string_view path);

}  // namespace isnad
