// Arithmetic of periods.
#include "mention/period.h"

#include <algorithm>
#include <cmath>

#include "mention/calendar.h"

namespace isnad {
namespace {

constexpr int32_t kMostCount = 4000;  // of units, so that no text can overflow a day
constexpr int32_t kFirstMonthOfSpring = 3;

int32_t floor_div(int32_t a, int32_t b) { return a / b - (a % b < 0 ? 1 : 0); }

int32_t months_of(int32_t day) {
  const CalendarDay d = gregorian_of_day(day);
  return d.year * 12 + d.month - 1;
}

int32_t month_start(int32_t months) { return day_of_gregorian(floor_div(months, 12), months - floor_div(months, 12) * 12 + 1, 1); }

int32_t months_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::months:
      return 1;
    case TimeUnit::years:
      return 12;
    case TimeUnit::decades:
      return 120;
    case TimeUnit::centuries:
      return 1200;
    default:
      return 0;
  }
}

int32_t days_in(TimeUnit unit) { return unit == TimeUnit::weeks ? 7 : 1; }

int32_t monday_of(int32_t day) { return day - weekday_of_day(day) + 1; }

}  // namespace

Precision precision_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::weeks:
      return Precision::week;
    case TimeUnit::months:
      return Precision::month;
    case TimeUnit::years:
      return Precision::year;
    case TimeUnit::decades:
      return Precision::decade;
    case TimeUnit::centuries:
      return Precision::century;
    default:
      return Precision::day;
  }
}

Period day_period(int32_t day) { return {day, day, Precision::day}; }

Period month_period(int32_t year, int32_t month) {
  const int32_t start = day_of_gregorian(year, month, 1);
  return {start, start + days_in_gregorian_month(year, month) - 1, Precision::month};
}

Period year_period(int32_t year) { return {day_of_gregorian(year, 1, 1), day_of_gregorian(year, 12, 31), Precision::year}; }

Period unit_around(TimeUnit unit, int32_t day, int32_t shift) {
  shift = std::clamp(shift, -kMostCount, kMostCount);
  if (const int32_t months = months_in(unit)) {
    const int32_t offset = unit == TimeUnit::centuries ? 12 : 0;
    const int32_t first = (floor_div(months_of(day) - offset, months) + shift) * months + offset;
    return {month_start(first), month_start(first + months) - 1, precision_of(unit)};
  }
  if (unit == TimeUnit::weeks) {
    const int32_t monday = monday_of(day) + 7 * shift;
    return {monday, monday + 6, Precision::week};
  }
  return day_period(unit == TimeUnit::days ? day + shift : day);
}

int32_t move_day(int32_t day, TimeUnit unit, double count) {
  count = std::clamp(count, -double(kMostCount), double(kMostCount));
  if (const int32_t unit_months = months_in(unit)) {
    const double moved = count * unit_months;
    const auto months = int32_t(std::trunc(moved));
    const int32_t rest = int32_t((moved - months) * 30);
    const CalendarDay d = gregorian_of_day(day);
    const int32_t start = month_start(months_of(day) + months);
    const CalendarDay to = gregorian_of_day(start);
    return start + std::min(d.day, days_in_gregorian_month(to.year, to.month)) - 1 + rest;
  }
  switch (unit) {
    case TimeUnit::hours:
      return day + int32_t(count / 24);
    case TimeUnit::minutes:
    case TimeUnit::seconds:
      return day;
    default:
      return day + int32_t(std::lround(count * days_in(unit)));
  }
}

Period part_of(const Period& whole, PeriodPart part) {
  const int32_t days = whole.end - whole.start + 1;
  if (days < 3 || part == PeriodPart::none) return whole;
  int32_t first = whole.start + days / 3, last = whole.end - days / 3;
  if (whole.precision == Precision::year) {  // thirds of four months
    const CalendarDay d = gregorian_of_day(whole.start);
    first = day_of_gregorian(d.year, 5, 1);
    last = day_of_gregorian(d.year, 8, 31);
  }
  switch (part) {
    case PeriodPart::start:
      return {whole.start, first - 1, Precision::part};
    case PeriodPart::mid:
      return {first, last, Precision::part};
    default:
      return {last + 1, whole.end, Precision::part};
  }
}

Period slice_of(const Period& whole, int32_t index, int32_t of) {
  const int32_t first = months_of(whole.start), months = months_of(whole.end) - first + 1;
  if (index < 1 || index > of) return whole;
  if (months >= of && months % of == 0) {
    const int32_t size = months / of;
    return {month_start(first + (index - 1) * size), month_start(first + index * size) - 1, Precision::part};
  }
  const int32_t days = whole.end - whole.start + 1;
  return {whole.start + days * (index - 1) / of, whole.start + days * index / of - 1, Precision::part};
}

Period season_period(Season season, int32_t year) {
  const int32_t month = kFirstMonthOfSpring + 3 * (int32_t(season) - int32_t(Season::spring));
  const int32_t first = (season == Season::winter ? year - 1 : year) * 12 + month - 1;
  return {month_start(first), month_start(first + 3) - 1, Precision::season};
}

Period century_period(int32_t n) {
  const int32_t year = n > 0 ? (n - 1) * 100 + 1 : n * 100 + 1;  // there is a year 0
  return {day_of_gregorian(year, 1, 1), day_of_gregorian(year + 99, 12, 31), Precision::century};
}

Period nth_unit(const Period& whole, TimeUnit unit, int32_t n) {
  if (unit == TimeUnit::weeks) {
    int32_t monday = monday_of(whole.start);
    if (whole.precision == Precision::year)
      monday = monday_of(whole.start + 3);  // ISO: the week that holds 4 January
    else if (monday < whole.start)
      monday += 7;
    const int32_t last = monday_of(whole.end - 3);  // the last week that is mostly in it
    const int32_t start = n < 0 ? last : monday + 7 * (n - 1);
    return {start, start + 6, Precision::week};
  }
  if (n < 0) return unit_around(unit, whole.end, 0);
  return unit_around(unit, whole.start, n - 1);
}

Period nth_weekday(const Period& whole, int32_t weekday, int32_t n) {
  if (n < 0) return day_period(whole.end - (weekday_of_day(whole.end) - weekday + 7) % 7);
  return day_period(whole.start + (weekday - weekday_of_day(whole.start) + 7) % 7 + 7 * (n - 1));
}

}  // namespace isnad
