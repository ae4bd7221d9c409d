// Units of a longer period by their place in it: "the third week of March", "the last day of the year", "the second half of 2019".
#include <cmath>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr double kMostUnits = 400;  // that a longer unit holds
constexpr int32_t kTenDays = 10;

using arabic_time::unit_number;
using arabic_time::UnitNumber;

bool of_day(TimeUnit u) { return u == TimeUnit::hours || u == TimeUnit::minutes || u == TimeUnit::seconds; }

}  // namespace

/// "The third week of this month", "the first day of January", "the twentieth century".
FoundDate DateParser::unit_ordinal(uint32_t t, const Lexeme& l, TimeUnit u) {
  if (unit_number(lex_.letters(t)) != UnitNumber::one || of_day(u)) return {};
  const Quantity q = read_quantity(lex_, l.next);
  uint32_t next = q.next, after = 0;
  int32_t n = int32_t(q.low), shift = 0;
  if (q && (q.fraction || q.vague || q.digits || q.low < 1 || q.low > 100)) return {};
  if (!q) {
    if (relation_at(l.next, after, &shift) != Relation::past) return {};  // "the last week of July"
    next = after;
    n = -1;
  }
  if (u == TimeUnit::centuries) return n > 0 ? century(t, n, next) : FoundDate{};
  const FoundDate whole = of_period(next);
  if (!whole || whole.period.precision <= precision_of(u) || (q && !q.ordinal)) return {};
  FoundDate f = make(t, whole.next, nth_unit(whole.period, u, n), whole.relative, "date.unit_of_period");
  f.month = 0;
  return f;
}

FoundDate DateParser::century(uint32_t t, int32_t n, uint32_t next) {
  uint32_t after = 0;
  Era era = Era::CE;
  if (const Payload* p = lex_.calendar_at(next, CalendarKind::era, after)) era = Era(uint32_t(p->low)), next = after;
  Period p = century_period(era == Era::BCE ? -n : n);
  if (era == Era::AH) p = {day_of_hijri((n - 1) * 100 + 1, 1, 1), day_of_hijri(n * 100 + 1, 1, 1) - 1, Precision::century};
  return make(t, next, p, false, "date.century");
}

/// "The first Friday of this month", "the last day of the year".
FoundDate DateParser::nth(uint32_t t, const Lexeme& l, int32_t n) {
  uint32_t at = l.next, next = 0;
  TimeUnit u = unit_at(at, next);
  int32_t day = 0;
  if (u == TimeUnit::none) next = at;
  if (u == TimeUnit::none || u == TimeUnit::days)
    if (const Payload* p = lex_.calendar_at(next, CalendarKind::weekday, at)) day = int32_t(p->low), next = at;
  if (u == TimeUnit::none && day == 0) return {};
  if (of_day(u) || lex_.clitics(l.next)) return {};
  const FoundDate whole = of_period(next);
  if (!whole) return {};
  if (day > 0) return make(t, whole.next, nth_weekday(whole.period, day, n), whole.relative, "date.nth_weekday");
  if (whole.period.precision <= precision_of(u)) return {};
  return make(t, whole.next, nth_unit(whole.period, u, n), whole.relative, "date.unit_of_period");
}

/// "The first six months of 2016", "the last ten days of the month": `next` is where "first" or "last" stands.
FoundDate DateParser::outer_units(uint32_t t, TimeUnit u, double count, uint32_t next) {
  const Lexeme l = lex_.at(next);
  const Payload* p = lex_.number(l, NumberKind::ordinal);
  const bool first = p && p->low == 1;
  uint32_t after = 0;
  if (!first && relation_at(next, after) != Relation::past) return {};
  if (of_day(u) || count < 1 || count > kMostUnits || !lex_.letters_have_article(l)) return {};
  const FoundDate whole = of_period(first ? l.next : after);
  if (!whole || whole.period.precision <= precision_of(u)) return {};
  const auto n = int32_t(count);
  Period days = whole.period;
  if (first)
    days.end = unit_around(u, days.start, n - 1).end;
  else
    days.start = unit_around(u, days.end, 1 - n).start;
  if (days.start < whole.period.start || days.end > whole.period.end) return {};
  days.precision = precision_of(u);
  return make(t, whole.next, days, whole.relative, "date.outer_units");
}

/// "The last ten of Ramadan".
FoundDate DateParser::ten_days(uint32_t t, const Lexeme& l) {
  if (!lex_.has_article(l.next)) return {};
  uint32_t next = 0;
  const Payload* p = lex_.calendar_at(l.next, CalendarKind::part, next);
  const FoundDate whole = p ? of_period(next) : FoundDate{};
  if (!whole || whole.period.precision != Precision::month) return {};
  Period days{whole.period.start, whole.period.start + kTenDays - 1, Precision::part};
  if (PeriodPart(uint32_t(p->low)) == PeriodPart::end) days = {whole.period.start + 2 * kTenDays, whole.period.end, Precision::part};
  return make(t, whole.next, days, whole.relative, "date.outer_units");
}

/// "The last three days", "the last week of the month".
FoundDate DateParser::last_units(uint32_t t, uint32_t next) {
  if (const FoundDate f = nth(t, lex_.at(t), -1)) return f;
  uint32_t after = 0;
  const TimeUnit two = lex_.inside(next) && !lex_.clitics(next) && !lex_.has_article(next) ? unit_at(next, after) : TimeUnit::none;
  if (two != TimeUnit::none && unit_number(lex_.letters(next)) == UnitNumber::two) return stretch(t, two, 2, -1, after);
  const Quantity q = read_quantity(lex_, next);
  if (!q || q.fraction || q.ordinal || q.low < 2) return {};
  const TimeUnit u = unit_at(q.next, after);
  if (u == TimeUnit::none || lex_.clitics(q.next)) return {};
  return stretch(t, u, q.low, -1, after);
}

/// "The second half of 2019", "the third quarter of this year".
FoundDate DateParser::slice(uint32_t t, const Lexeme& l, double fraction) {
  if (!lex_.has_article(t) || fraction < 0.2) return {};
  const Quantity q = read_quantity(lex_, l.next);
  uint32_t next = q.next;
  const auto of = int32_t(std::lround(1 / fraction));
  int32_t n = int32_t(q.low);
  if (!q) {
    int32_t shift = 0;
    if (relation_at(l.next, next, &shift) != Relation::past) return {};
    n = of;
  } else if (!q.ordinal || q.low > of) {
    return {};
  }
  FoundDate whole = of_period(next);
  if (!whole) whole = wide(next);
  if (!whole) return {};
  return make(t, whole.next, slice_of(whole.period, n, of), whole.relative, "date.slice");
}

FoundDate DateParser::of_period(uint32_t t) {
  if (lex_.preposition(t) == 'l') return wide(t);
  if (!lex_.is(t, Particle::of) && !lex_.spells(t, Particle::in)) return {};
  return wide(t + 1);
}

}  // namespace isnad
