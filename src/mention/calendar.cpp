// Calendar arithmetic, in integers only.
#include "mention/calendar.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

constexpr int32_t kHijriEpoch = -492148;    // 1 Muharram 1, 16 July 622 Julian
constexpr int32_t kPersianEpoch = -492268;  // 1 Farvardin 1, 19 March 622 Julian

constexpr int32_t floor_div(int32_t a, int32_t b) { return a / b - (a % b < 0 ? 1 : 0); }
constexpr int32_t floor_mod(int32_t a, int32_t b) { return a - floor_div(a, b) * b; }

/// Days before 1 Farvardin of a year: eight leap days in 33 years, the first in year 1 of the cycle's count.
constexpr int32_t persian_year_start(int32_t year) { return kPersianEpoch + 365 * (year - 1) + floor_div(8 * year + 21, 33); }

constexpr int32_t persian_month_start(int32_t month) { return month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6; }

}  // namespace

int32_t day_of_gregorian(int32_t year, int32_t month, int32_t day) {
  const int32_t y = month <= 2 ? year - 1 : year;
  const int32_t era = floor_div(y, 400);
  const int32_t year_of_era = y - era * 400;
  const int32_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CalendarDay gregorian_of_day(int32_t days) {
  const int32_t z = days + 719468;
  const int32_t era = floor_div(z, 146097);
  const int32_t doe = z - era * 146097;
  const int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int32_t mp = (5 * doy + 2) / 153;
  const int32_t month = mp + (mp < 10 ? 3 : -9);
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

int32_t days_in_gregorian_month(int32_t year, int32_t month) {
  static constexpr std::array<int32_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[size_t(month - 1)];
}

int32_t day_of_hijri(int32_t year, int32_t month, int32_t day) {
  const int32_t before_month = 29 * (month - 1) + month / 2;
  return kHijriEpoch + 354 * (year - 1) + floor_div(11 * year + 3, 30) + before_month + day - 1;
}

CalendarDay hijri_of_day(int32_t days) {
  const int32_t since = days - kHijriEpoch;
  int32_t year = floor_div(since, 355) + 1;
  year += floor_div(days - day_of_hijri(year, 1, 1), 355);
  while (day_of_hijri(year + 1, 1, 1) <= days) ++year;
  int32_t month = 12;
  while (month > 1 && day_of_hijri(year, month, 1) > days) --month;
  return {year, month, days - day_of_hijri(year, month, 1) + 1};
}

int32_t day_of_persian(int32_t year, int32_t month, int32_t day) { return persian_year_start(year) + persian_month_start(month) + day - 1; }

CalendarDay persian_of_day(int32_t days) {
  int32_t year = floor_div(days - kPersianEpoch, 366) + 1;
  while (persian_year_start(year + 1) <= days) ++year;
  int32_t month = 12;
  while (month > 1 && day_of_persian(year, month, 1) > days) --month;
  return {year, month, days - day_of_persian(year, month, 1) + 1};
}

int32_t year_of(Calendar c, int32_t day) {
  switch (c) {
    case Calendar::hijri:
      return hijri_of_day(day).year;
    case Calendar::persian:
      return persian_of_day(day).year;
    default:
      return gregorian_of_day(day).year;
  }
}

int32_t days_in_month(Calendar c, int32_t year, int32_t month) {
  switch (c) {
    case Calendar::hijri:
      return day_of_hijri(month == 12 ? year + 1 : year, month % 12 + 1, 1) - day_of_hijri(year, month, 1);
    case Calendar::persian:
      return day_of_persian(month == 12 ? year + 1 : year, month % 12 + 1, 1) - day_of_persian(year, month, 1);
    default:
      return days_in_gregorian_month(year, month);
  }
}

int32_t day_of(Calendar c, int32_t year, int32_t month, int32_t day) {
  switch (c) {
    case Calendar::hijri:
      return day_of_hijri(year, month, day);
    case Calendar::persian:
      return day_of_persian(year, month, day);
    default:
      return day_of_gregorian(year, month, day);
  }
}

int32_t weekday_of_day(int32_t days) { return floor_mod(days + 3, 7) + 1; }

}  // namespace isnad
