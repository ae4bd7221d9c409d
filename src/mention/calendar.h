// Calendars: days since 1970-01-01 from and to Gregorian, Hijri and Persian dates.
#pragma once

#include <cstdint>

namespace isnad {

/// A day of some calendar; month and day from 1.
struct CalendarDay {
  int32_t year = 0, month = 0, day = 0;
};

enum class Calendar : uint8_t { gregorian, hijri, persian };

/// The same by calendar; months from 1 to 12, days not checked.
int32_t day_of(Calendar calendar, int32_t year, int32_t month, int32_t day);
int32_t year_of(Calendar calendar, int32_t days);
int32_t days_in_month(Calendar calendar, int32_t year, int32_t month);

/// Days of the Gregorian calendar, proleptic (H. Hinnant, "chrono-compatible low-level date algorithms").
int32_t day_of_gregorian(int32_t year, int32_t month, int32_t day);
CalendarDay gregorian_of_day(int32_t days);
int32_t days_in_gregorian_month(int32_t year, int32_t month);

/// The tabular Islamic calendar: civil epoch (16 July 622 Julian), leap years 2 5 7 10 13 16 18 21 24 26 29 of 30. It may differ from
/// the calendar that is announced by sighting, or Umm al-Qura, by one day, rarely two.
int32_t day_of_hijri(int32_t year, int32_t month, int32_t day);
CalendarDay hijri_of_day(int32_t days);

/// The Persian solar calendar, by the 33-year cycle (exact for the years 1178 to 1633, i.e. 1799 to 2255).
int32_t day_of_persian(int32_t year, int32_t month, int32_t day);
CalendarDay persian_of_day(int32_t days);

/// 1 Monday ... 7 Sunday.
int32_t weekday_of_day(int32_t days);

}  // namespace isnad
