// Days by std::chrono's proleptic Gregorian calendar.
#include "base/day.h"

#include <fmt/format.h>

#include <chrono>

namespace isnad {
namespace {

std::chrono::year_month_day date_of(Day day) { return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day}}}; }

/// The number that `size` digits at `at` make; -1 if there are fewer.
int digits(std::string_view s, size_t at, size_t size) {
  if (at + size > s.size()) return -1;
  int value = 0;
  for (const char c : s.substr(at, size)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> day_of(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  const bool apart = s.size() >= 10 && (s[4] == '-' || s[4] == '/') && s[7] == s[4];
  const size_t size = apart ? 10 : 8;
  const int y = digits(s, 0, 4), m = digits(s, apart ? 5 : 4, 2), d = digits(s, apart ? 8 : 6, 2);
  if (y <= 0 || m < 0 || d < 0) return std::nullopt;
  if (s.size() > size && s[size] != ' ' && s[size] != 'T') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                                         std::chrono::day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::string iso_date(Day day) {
  const auto date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

int year_of(Day day) { return int(date_of(day).year()); }

}  // namespace isnad
