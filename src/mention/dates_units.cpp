// Units of time seen from the day of the report: "last year", "the past three days", "this week".
#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr double kFew = 3;  // units that a bare plural stands for

using arabic_time::unit_number;
using arabic_time::UnitNumber;

bool of_day(TimeUnit u) { return u == TimeUnit::hours || u == TimeUnit::minutes || u == TimeUnit::seconds; }

}  // namespace

FoundDate DateParser::unit(uint32_t t, const Lexeme& l, TimeUnit u) {
  FoundDate f;
  switch (u) {
    case TimeUnit::days:
      f = unit_day(t, l);
      break;
    case TimeUnit::months:
      f = unit_month(t, l);
      break;
    case TimeUnit::years:
      f = unit_year(t, l);
      break;
    default:
      break;
  }
  if (!f && same_after(l.next)) return same_unit(t, t);
  if (!f) f = unit_ordinal(t, l, u);
  if (!f) f = unit_relative(t, l, u);
  if (!f && u == TimeUnit::weeks && unit_number(lex_.letters(t)) == UnitNumber::one && lex_.inside(l.next) && !lex_.clitics(l.next)) {
    f = full_day(l.next);  // "the week of 30 November"
    if (f) f = make(t, f.next, unit_around(u, f.period.start, 0), f.relative, "date.week_of");
    return f;
  }
  return f && u == TimeUnit::weeks ? weekday_after_week(f) : f;
}

/// "Last year", "the past three days", "the last few weeks".
FoundDate DateParser::unit_relative(uint32_t t, const Lexeme& l, TimeUnit u) {
  UnitNumber number = unit_number(lex_.letters(t));
  double count = number == UnitNumber::two ? 2 : kFew;
  uint32_t n = l.next;
  if (number != UnitNumber::one) {
    uint32_t from = n + (lex_.is(n, Particle::article) ? 1U : 0U);
    const Quantity q = lex_.is(n, Particle::few) ? Quantity{} : read_quantity(lex_, from);
    if (lex_.is(n, Particle::few))
      ++n;
    else if (q && !q.fraction && !q.ordinal && q.low >= 1)
      count = q.low, n = q.next;
    else if (q && q.ordinal && q.low >= 20)
      count = q.low, n = q.next;  // "the past twenty years"
  }
  uint32_t next = 0;
  int32_t shift = 0;
  if (number != UnitNumber::one)
    if (const FoundDate f = outer_units(t, u, count, n)) return f;
  if (relation_at(n, next, &shift) == Relation::none) return {};
  if (l.article && !lex_.has_article(next - 1)) return {};
  if (shift < 0 && lex_.is(next, Particle::of) && !lex_.starts_name(next) && !lex_.calendar(lex_.at(next + 1), CalendarKind::weekday))
    return {};  // "the last week of the campaign"
  const bool following = lex_.is(n, Particle::following);
  if (number != UnitNumber::one) return shift == 0 ? FoundDate{} : stretch(t, u, count, shift, next);
  if (of_day(u)) {
    if (u != TimeUnit::hours || shift == 0) return {};
    return make(t, next, day_period(today_), true, "date.unit_relative");
  }
  FoundDate f = make(t, next, unit_around(u, today_, shift), true, "date.unit_relative");
  if (u == TimeUnit::years && !following) year_named_again(f);
  if (following) {
    if (Period told; told_within(t, u, told)) f.period = unit_around(u, told.start, shift), f.relative = false;
    if (lex_.preposition(next) == 'l') f.resolved = false;  // "the month that followed the ..."
    f.rule = "date.next_unit";
  }
  return f;
}

/// "3 coming days", "the 24 past hours".
FoundDate DateParser::counted_relative(uint32_t t) {
  const uint32_t from = t + (lex_.is(t, Particle::article) ? 1U : 0U);
  const Quantity q = read_quantity(lex_, from);
  uint32_t next = 0, after = 0;
  if (!q || q.fraction || q.low < 1) return {};
  const TimeUnit u = unit_at(q.next, next);
  int32_t shift = 0;
  if (u == TimeUnit::none || lex_.clitics(q.next)) return {};
  if (lex_.has_article(q.next) && unit_number(lex_.letters(q.next)) == UnitNumber::one) return {};  // "23 of next month"
  if (relation_at(next, after, &shift) == Relation::none || shift == 0) return {};
  return stretch(t, u, q.low, shift, after);
}

/// Some units before or after today.
FoundDate DateParser::stretch(uint32_t t, TimeUnit u, double count, int32_t shift, uint32_t next) {
  Period p;
  p.precision = precision_of(u);
  if (shift < 0) {
    p.start = move_day(today_, u, -count);
    p.end = of_day(u) ? today_ : today_ - 1;
    if (of_day(u) && count >= 12 && p.start == today_) p.start = today_ - 1;
  } else if (shift > 0) {
    p.start = of_day(u) ? today_ : today_ + 1;
    p.end = move_day(today_, u, count);
    if (of_day(u) && count >= 12 && p.end == today_) p.end = today_ + 1;
  } else {
    p.start = p.end = today_;
  }
  if (p.start > p.end) p.start = p.end;
  return make(t, next, p, true, "date.units_relative");
}

/// "This week", "this May", "this Friday", "this morning".
FoundDate DateParser::this_unit(uint32_t t, const Lexeme& l) {
  const uint32_t n = l.next;
  if (!lex_.inside(n) || lex_.clitics(n)) return {};
  const Lexeme what = lex_.at(n);
  if (!what) return {};
  if (const Payload* p = lex_.calendar(what, CalendarKind::unit)) {
    const auto u = TimeUnit(uint32_t(p->low));
    if (u == TimeUnit::days && !lex_.has_article(n)) {
      FoundDate f = unit_day(n, what);
      f.first = t;
      return f.next > n ? f : FoundDate{};
    }
    if (!lex_.has_article(n) || of_day(u) || unit_number(lex_.letters(n)) != UnitNumber::one) return {};
    if (u == TimeUnit::decades && !governed(t)) return {};  // "this decade" is also "this contract"
    FoundDate f = make(t, what.next, unit_around(u, today_, 0), true, "date.this_unit");
    if (u == TimeUnit::years) year_named_again(f);
    return weekday_after_week(f);
  }
  if (const Payload* p = lex_.calendar(what, CalendarKind::weekday)) {
    FoundDate f = weekday_tail(t, what.next, int32_t(p->low));
    if (f.next == what.next) f.period = day_period(unit_around(TimeUnit::weeks, today_, 0).start + int32_t(p->low) - 1);
    return f;
  }
  if (const Payload* p = lex_.calendar(what, CalendarKind::season); p && lex_.has_article(n))
    return make(t, what.next, season_period(Season(uint32_t(p->low)), gregorian_of_day(today_).year), true, "date.season");
  if (lex_.calendar(what, CalendarKind::daypart) && lex_.has_article(n)) {
    FoundDate f = make(t, what.next, day_period(today_), true, "date.relative_day");
    day_named_again(f);
    return f;
  }
  if (const Month m = month_at(n)) return month_tail(t, m, 0, m.next);
  return {};
}

/// "Next week on Friday", "this week from Tuesday to Thursday".
FoundDate DateParser::weekday_after_week(FoundDate f) {
  if (!f || f.period.precision != Precision::week || f.period.end - f.period.start != 6) return f;
  uint32_t at = f.next, next = 0;
  const bool ranged = lex_.is(at, Particle::between) || lex_.is(at, Particle::of);
  if (ranged) ++at;
  const auto weekday_at = [&](uint32_t i, uint32_t& after) {
    if (unit_at(i, after) == TimeUnit::days) i = after;
    const Payload* p = lex_.inside(i) && (i == at || !lex_.preposition(i)) ? lex_.calendar_at(i, CalendarKind::weekday, after) : nullptr;
    return p ? int32_t(p->low) : 0;
  };
  const int32_t first = lex_.inside(at) && !lex_.clitics(at) ? weekday_at(at, next) : 0;
  if (first == 0) return f;
  const Period week = f.period;
  if (!ranged) {
    f.period = day_period(week.start + first - 1);
    f.next = next;
    f.rule = "date.weekday_of_week";
    return f;
  }
  uint32_t from = 0, end = 0;
  if (!lex_.conjoined(next, from)) from = lex_.is(next, Particle::to) || lex_.is(next, Particle::until) ? next + 1 : 0;
  const int32_t last = from == 0 ? 0 : weekday_at(from, end);
  if (last <= first) return f;
  f.period = {week.start + first - 1, week.start + last - 1, Precision::day};
  f.next = end;
  f.rule = "date.weekdays_of_week";
  return f;
}

}  // namespace isnad
