// Periods of the calendar: the week, month, year that holds a day; shifts; thirds; seasons.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/image.h"
#include "mention/mentions.h"

namespace isnad {

/// Days [start, end], inclusive, and how fine it is said.
struct Period {
  int32_t start = 0, end = 0;
  Precision precision = Precision::day;
};

/// The calendar unit that holds a day, moved by `shift` units. Weeks begin on Monday (ISO 8601), decades with years in 0, centuries
/// with years in 01. Hours and less are days.
Period unit_around(TimeUnit unit, int32_t day, int32_t shift);

/// `day` moved by a number of units; the day of the month is cut to what the month has.
int32_t move_day(int32_t day, TimeUnit unit, double count);

Precision precision_of(TimeUnit unit);

/// The first, middle or last third; of a week its first two, middle three, last two days.
Period part_of(const Period& whole, PeriodPart part);

/// One of `of` equal parts of a period in months (halves, quarters), counted from 1; the whole where it has none such.
Period slice_of(const Period& whole, int32_t index, int32_t of);

Period year_period(int32_t year);
Period month_period(int32_t year, int32_t month);
Period day_period(int32_t day);

/// Meteorological seasons of the northern hemisphere; the winter of a year begins in December of the year before.
Period season_period(Season season, int32_t year);

/// The n-th century of the era; negative n before it.
Period century_period(int32_t n);

/// The nth unit (1.., or -1 the last) that begins in a period; weeks of a year are ISO weeks.
Period nth_unit(const Period& whole, TimeUnit unit, int32_t n);
/// The nth weekday (1.., or -1 the last) in a period.
Period nth_weekday(const Period& whole, int32_t weekday, int32_t n);

}  // namespace isnad
