// Periods by both of their ends: from ... to, between ... and.
#include <algorithm>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kWeek = 7;

}  // namespace

/// A date, or a bare year or day of the month that the other end of a range completes.
FoundDate DateParser::bare(uint32_t t) {
  if (const FoundDate f = simple(t)) return f;
  if (const Year y = bare_year(t)) return make(t, y.next, year_period(y.value), false, "date.bare_year");
  if (const Day d = day_at(t)) {
    FoundDate f = make(t, d.next, {}, true, "date.bare_day");
    f.day = d.value;
    return f;
  }
  return {};
}

FoundDate DateParser::range(uint32_t t, const FoundDate& a, const FoundDate& b) {
  FoundDate f = b;
  f.first = t;
  f.month = 0;
  f.rule = "date.range";
  f.relative = a.relative || b.relative;
  f.resolved = a.resolved && b.resolved;
  f.period = {a.period.start, b.period.end, std::max(a.period.precision, b.period.precision)};
  if (a.day > 0 && a.month == 0) {                 // "from 3 to 5 May"
    if (b.period.precision == Precision::month) {  // "from 4 to 23 of next month" has its last day yet to be read
      return {};
    }
    const int32_t last = gregorian_of_day(b.period.end).day;
    f.period.start = b.period.end - last + a.day;
    f.relative = b.relative;
    if (a.day >= last) f.period.start = unit_around(TimeUnit::months, b.period.end, -1).start + a.day - 1;
    f.period.precision = Precision::day;
  } else if (a.month > 0 && (f.period.start > f.period.end || !b.relative)) {  // the year of the other end
    const CalendarDay end = gregorian_of_day(b.period.end);
    for (const int32_t year : {end.year, end.year - 1}) {
      if (a.day > days_in_gregorian_month(year, a.month)) continue;
      f.period.start = day_of_gregorian(year, a.month, std::max(a.day, 1));
      if (f.period.start <= f.period.end) break;
    }
    f.relative = b.relative;
  } else if (b.month > 0 && f.period.start > f.period.end) {
    const int32_t year = gregorian_of_day(a.period.start).year;
    for (const int32_t other : {year, year + 1}) {
      const Period p = b.day > 0 ? day_period(day_of_gregorian(other, b.month, std::min(b.day, days_in_gregorian_month(other, b.month))))
                                 : month_period(other, b.month);
      f.period.end = p.end;
      if (p.end >= f.period.start) break;
    }
  } else if (b.rule == "date.weekday") {  // the next such day, whatever the verb says
    f.period.end = b.period.end + (f.period.start > b.period.end ? kWeek : 0);
    while (f.period.end - kWeek >= f.period.start) f.period.end -= kWeek;
  }
  return f.period.start <= f.period.end ? f : FoundDate{};
}

/// The upper end of a range; "23 of next month" where the lower end was a bare day.
FoundDate DateParser::upper_end(uint32_t t, const FoundDate& low) {
  if (low.rule == "date.year" && lex_.is_number(t))
    if (const Year y = year_at(t, true)) return make(t, y.next, year_period(y.value), false, "date.year");
  FoundDate high = bare(t);
  const bool bare_day = high && high.day > 0 && high.month == 0 && high.relative && high.rule == "date.bare_day";
  if (!bare_day) return high;
  if (low.rule != "date.bare_day") {  // "from Friday 11 to 15"
    if (low.period.precision != Precision::day) return {};
    const Period month = unit_around(TimeUnit::months, low.period.start, 0);
    high.period = day_period(month.start + high.day - 1);
    high.relative = low.relative;
    return high.period.start > low.period.start && high.period.start <= month.end ? high : FoundDate{};
  }
  const uint32_t at = high.next + (lex_.is(high.next, Particle::of) || lex_.is(high.next, Particle::in) ? 1U : 0U);
  const FoundDate month = wide(at);
  if (!month || month.period.precision != Precision::month || high.day > month.period.end - month.period.start + 1) return {};
  FoundDate f = make(t, month.next, day_period(month.period.start + high.day - 1), month.relative, "date.day_of_month");
  return f;
}

FoundDate DateParser::from_to(uint32_t t) {
  if (depth_ > 1) return {};
  const FoundDate low = bare(t + 1);
  if (!low || (!lex_.is(low.next, Particle::to) && !lex_.is(low.next, Particle::until))) return {};
  const FoundDate high = upper_end(low.next + 1, low);
  if (!high || low.rule == "date.bare_year" || high.rule == "date.bare_year") {
    if (!high || high.period.precision != Precision::year || low.period.precision != Precision::year) return {};
  }
  if (high.rule == "date.bare_day") return {};
  return range(t, low, high);
}

FoundDate DateParser::between(uint32_t t) {
  uint32_t next = 0, from = 0;
  FoundDate low = bare(t + 1);
  if (!low && unit_at(t + 1, next) == TimeUnit::years) low = bare(next);
  if (!low) return {};
  if (low.rule == "date.years" || low.rule == "date.days_of_month") {  // "between 2014-2018"
    low.first = t;
    return low;
  }
  if (!lex_.conjoined(low.next, from)) {
    if (lex_.sign(low.next) != '-') return {};
    from = low.next + 1;
  }
  const FoundDate high = upper_end(from, low);
  if (!high || high.rule == "date.bare_day") return {};
  const bool years = low.period.precision == Precision::year && high.period.precision == Precision::year;
  if ((low.rule == "date.bare_year" || high.rule == "date.bare_year") && !years) return {};
  return range(t, low, high);
}

}  // namespace isnad
