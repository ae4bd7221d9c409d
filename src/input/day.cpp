// Reading a day, with its calendar checked.
#include "input/day.h"

#include <array>
#include <chrono>
#include <optional>

namespace isnad {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

size_t digits_at(std::string_view s, size_t at) {
  size_t n = 0;
  while (at + n < s.size() && is_digit(s[at + n])) ++n;
  return n;
}

int value_of(std::string_view digits) {
  int v = 0;
  for (const char c : digits) v = v * 10 + (c - '0');
  return v;
}

bool is_calendar_day(std::string_view y, std::string_view m, std::string_view d) {
  const std::chrono::year_month_day day{std::chrono::year{value_of(y)}, std::chrono::month{static_cast<unsigned>(value_of(m))},
                                        std::chrono::day{static_cast<unsigned>(value_of(d))}};
  return day.ok() && value_of(y) > 0;
}

struct Day {
  std::string text;
  size_t size = 0;  // characters it took
};

/// A day at the start of `s`, whatever follows.
std::optional<Day> day_at_start(std::string_view s) {
  std::string_view y, m, d;
  size_t size = 0;
  if (digits_at(s, 0) >= 8) {
    y = s.substr(0, 4), m = s.substr(4, 2), d = s.substr(6, 2), size = 8;
  } else if (digits_at(s, 0) == 4 && s.size() >= 10 && (s[4] == '-' || s[4] == '/') && s[7] == s[4] && digits_at(s, 5) == 2 &&
             digits_at(s, 8) == 2) {
    y = s.substr(0, 4), m = s.substr(5, 2), d = s.substr(8, 2), size = 10;
  } else {
    return std::nullopt;
  }
  if (!is_calendar_day(y, m, d)) return std::nullopt;
  return Day{std::string(y) + '-' + std::string(m) + '-' + std::string(d), size};
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

}  // namespace

std::string parse_day(std::string_view text) {
  const std::string_view s = trim(text);
  const auto day = day_at_start(s);
  if (!day) return {};
  const std::string_view rest = s.substr(day->size);
  const size_t digits = digits_at(rest, 0);
  const bool time_in_digits = day->size == 8 && digits == rest.size() && (digits == 4 || digits == 6);  // 20200405123000
  const bool time_apart = !rest.empty() && (rest[0] == 'T' || rest[0] == 't' || rest[0] == ' ' || rest[0] == 'Z' || rest[0] == '+');
  return rest.empty() || time_in_digits || time_apart ? day->text : std::string();
}

std::string day_of_file_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (name.size() < 10 || name[4] != '-') return {};
  const auto day = day_at_start(name);
  if (!day || (name.size() > day->size && is_digit(name[day->size]))) return {};
  return day->text;
}

}  // namespace isnad
