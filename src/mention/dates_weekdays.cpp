// Days by their weekday or seen from the report's day: "Tuesday", "Friday of next week", "yesterday evening".
#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kWeekdaysOfMonth = 5;  // at most

}  // namespace

/// The weekday at t; `first`: where the date starts (the word "day" before it).
FoundDate DateParser::weekday(uint32_t t, uint32_t first) {
  const Lexeme l = lex_.at(t);
  const Payload* p = lex_.calendar(l, CalendarKind::weekday);
  if (!p) return {};
  if (first == t) {
    if (!lex_.letters_have_article(l)) return {};
    if (t > lex_.begin() && lex_.is(t - 1, Particle::every)) return {};
    uint32_t next = 0;
    if (t > lex_.begin() && unit_at(t - 1, next) == TimeUnit::days &&
        arabic_time::unit_number(lex_.letters(t - 1)) == arabic_time::UnitNumber::many)
      return {};
  }
  return weekday_tail(first, l.next, int32_t(p->low));
}

/// "Wednesday and Thursday next", where the adjective is in the dual.
DateParser::Relation DateParser::relation_of_pair(uint32_t t, int32_t& shift) {
  uint32_t from = 0, next = 0, after = 0;
  if (!lex_.conjoined(t, from) || !lex_.calendar_at(from, CalendarKind::weekday, next)) return Relation::none;
  const Relation r = relation_at(next, after, &shift);
  return r != Relation::none && arabic_time::is_dual(lex_.letters(next)) ? r : Relation::none;
}

FoundDate DateParser::weekday_tail(uint32_t first, uint32_t next, int32_t weekday) {
  const int32_t back = (weekday_of_day(today_) - weekday + 7) % 7;  // days since the last one, 0 today
  FoundDate f = make(first, next, day_period(today_ - back), true, "date.weekday");
  uint32_t after = 0;
  int32_t shift = 0;
  Relation r = relation_at(next, after, &shift);
  const bool own = r != Relation::none;
  if (!own) r = relation_of_pair(next, shift);
  if (r != Relation::none) {
    if (own) f.next = after;
    f.rule = "date.weekday_relative";
    const int32_t nearest = r == Relation::past ? (back == 0 ? -7 : -back) : r == Relation::future ? 7 - back : 0;
    const int32_t more = shift < -1 ? -7 : shift > 1 ? 7 : 0;
    if (r == Relation::current)
      f.period = day_period(today_ - weekday_of_day(today_) + weekday);
    else
      f.period = day_period(today_ + nearest + more);
  } else if (!weekday_of_week(f, weekday) && back != 0 && (after_start(first) || tense(first) == Tense::future)) {
    f.period = day_period(today_ - back + 7);
  }
  take_part_of_day(f);
  if (weekday_with_ordinal(f, weekday) || weekday_with_date(f, weekday)) return f;
  weekday_with_number(f, weekday);
  return f;
}

/// "The third Friday of Ramadan". A masculine ordinal may be the day of the month: "Saturday the third of March", if that is a Saturday.
bool DateParser::weekday_with_ordinal(FoundDate& f, int32_t weekday) {
  const Quantity q = lex_.has_article(f.next) && !lex_.clitics(f.next) ? read_quantity(lex_, f.next) : Quantity{};
  if (!q || !q.ordinal || q.low < 1 || q.low > kWeekdaysOfMonth) return false;
  const FoundDate whole = of_period(q.next);
  if (!whole || whole.period.precision < Precision::month) return false;
  const auto n = int32_t(q.low);
  const bool day_of_it = whole.period.precision == Precision::month && weekday_of_day(whole.period.start + n - 1) == weekday;
  if (day_of_it && !arabic_time::is_feminine(lex_.letters(f.next))) return false;
  f = make(f.first, whole.next, nth_weekday(whole.period, weekday, n), whole.relative, "date.nth_weekday");
  return true;
}

/// "Friday of next week".
bool DateParser::weekday_of_week(FoundDate& f, int32_t weekday) {
  uint32_t t = f.next + (lex_.is(f.next, Particle::of) ? 1U : 0U), next = 0;
  const bool this_week = lex_.is(t, Particle::this_);
  if (this_week) ++t;
  if (unit_at(t, next) != TimeUnit::weeks || !lex_.has_article(t)) return false;
  int32_t shift = 0;
  uint32_t end = next;
  if (relation_at(next, end, &shift) == Relation::none && !this_week) return false;
  const Period week = unit_around(TimeUnit::weeks, today_, shift);
  f.period = day_period(week.start + weekday - 1);
  f.next = end;
  f.rule = "date.weekday_of_week";
  return true;
}

/// "Tuesday, 3 January", "Tuesday (3 January)".
bool DateParser::weekday_with_date(FoundDate& f, int32_t weekday) {
  uint32_t next = f.next;
  const Letter sign = lex_.sign(next);
  const bool bracket = sign == '(';
  if (bracket || sign == ',' || sign == '-') ++next;
  if (lex_.is(next, Particle::corresponding) || lex_.spells(next, Particle::in)) ++next;
  FoundDate g = full_day(next);
  if (!g || g.period.precision != Precision::day || g.period.start != g.period.end) return false;
  if (bracket && lex_.sign(g.next) != ')') return false;
  if (g.month > 0 && weekday_of_day(g.period.start) != weekday) {  // the year in which that day is such a weekday
    const int32_t year = gregorian_of_day(g.period.start).year;
    for (const int32_t other : {year - 1, year + 1})
      if (g.day <= days_in_gregorian_month(other, g.month) && weekday_of_day(day_of_gregorian(other, g.month, g.day)) == weekday)
        g.period = day_period(day_of_gregorian(other, g.month, g.day));
  }
  const uint32_t first = f.first;
  f = twin(g);
  f.first = first;
  if (bracket) ++f.next;
  f.rule = "date.weekday_date";
  return true;
}

/// "Thursday 21", where the 21st of this month or its neighbours is a Thursday and nothing is counted.
bool DateParser::weekday_with_number(FoundDate& f, int32_t weekday) {
  uint32_t t = f.next;
  if (lex_.spells(t, Particle::in)) ++t;
  const Day d = dated_ ? day_at(t) : Day{};
  if (!d || lex_.clitics(t) || (lex_.inside(d.next) && lex_.is_word(d.next) && lex_.main(d.next).features.upos() == Upos::noun))
    return false;
  if (!d.digits && !d.ordinal && !lex_.has_article(t)) return false;
  const bool feminine = d.ordinal && t == f.next && arabic_time::is_feminine(lex_.letters(t));  // of the weekday, not of the month's day
  for (const int32_t shift : {0, -1, 1}) {
    if (feminine) break;
    const Period month = unit_around(TimeUnit::months, today_, shift);
    const int32_t day = month.start + d.value - 1;
    if (day > month.end || weekday_of_day(day) != weekday) continue;
    f.period = day_period(day);
    f.next = d.next;
    f.rule = "date.weekday_number";
    return true;
  }
  if (!d.ordinal || d.value > kWeekdaysOfMonth || t != f.next || lex_.is_word(d.next)) return false;
  const Period month = unit_around(TimeUnit::months, today_, 0);  // "the second Sunday"
  f.period = nth_weekday(month, weekday, d.value);
  f.next = d.next;
  f.rule = "date.nth_weekday";
  return true;
}

// --- days relative to the report's ---

FoundDate DateParser::relative_day(uint32_t t, const Lexeme& l, int32_t shift) {
  if (lex_.inside_name(t)) return {};  // "until now" is a fixed expression
  if (shift == 0 && l.next == t + 1) return day_word(t, l);
  FoundDate f = make(t, l.next, day_period(today_ + shift), true, "date.relative_day");
  take_part_of_day(f);
  day_named_again(f);
  return f;
}

/// "Today" is also "the day": of something, the next, the first, that same one.
FoundDate DateParser::day_word(uint32_t t, const Lexeme& l) {
  if (t > lex_.begin() && (lex_.is(t - 1, Particle::that) || lex_.is(t - 1, Particle::same))) return {};
  if (same_after(l.next)) return same_unit(t, t);
  const uint32_t n = l.next;
  FoundDate f = make(t, n, day_period(today_), true, "date.relative_day");
  if (lex_.is_word(n)) {
    uint32_t after = 0;
    int32_t shift = 0;
    if (relation_at(n, after, &shift) != Relation::none) {
      if (shift < 0 && lex_.is(after, Particle::of) && !lex_.starts_name(after)) return unit_ordinal(t, l, TimeUnit::days);
      const bool following = lex_.is(n, Particle::following) && telling_ && told_.precision == Precision::day;
      f.period = day_period((following ? told_.end : today_) + shift);
      f.relative = !following;
      f.next = after;
      f.rule = "date.next_day";
      return f;
    }
    const Lexeme next = lex_.at(n);
    if (lex_.calendar(next, CalendarKind::weekday)) return day_named_again(f), f;
    if (lex_.number(next, NumberKind::ordinal)) return unit_ordinal(t, l, TimeUnit::days);
    const Word& w = lex_.main(n);
    if (lex_.is(n, Particle::same) || lex_.is(n, Particle::every)) return {};
    if (w.article && w.features.upos() == Upos::adj) return {};
  }
  take_part_of_day(f);
  day_named_again(f);
  return f;
}

/// "Yesterday, Saturday", "today 6 May".
void DateParser::day_named_again(FoundDate& f) {
  uint32_t t = f.next;
  const Letter sign = lex_.sign(t);
  const bool bracket = sign == '(';
  if (bracket || sign == ',') ++t;
  const Lexeme l = lex_.at(t);
  const Payload* day = lex_.calendar(l, CalendarKind::weekday);
  uint32_t next = f.next;
  FoundDate g;
  if (day && !l.joined && !lex_.preposition(t)) {
    FoundDate w = make(f.first, l.next, f.period, true, f.rule);
    if (!dated_ || weekday_of_day(f.period.start) == int32_t(day->low) || sign != ',') {
      next = l.next;
      if (weekday_with_date(w, int32_t(day->low))) g = w, next = w.next;
    }
  } else if (lex_.inside(t) && !lex_.clitics(t)) {
    g = full_day(t);
    if (g && g.period.precision == Precision::day && (sign != ',' || g.period.start == f.period.start))
      next = g.next;
    else
      g = {};
  }
  if (next == f.next || (bracket && lex_.sign(next) != ')')) return;
  f.next = next + (bracket ? 1 : 0);
  if (g && !g.relative && !dated_) anchor_ = g.period.start - f.period.start;  // the document has no day, so that today was 0
  if (g && (!dated_ || !g.relative)) f.period = g.period, f.relative = g.relative;
}

/// "Yesterday evening": the part after the day.
void DateParser::take_part_of_day(FoundDate& f) {
  uint32_t next = 0;
  if (lex_.inside(f.next) && !lex_.clitics(f.next) && lex_.calendar_at(f.next, CalendarKind::daypart, next) && !lex_.has_article(f.next)) {
    const Lexeme after = lex_.at(next);
    if (!lex_.calendar(after, CalendarKind::weekday) && !lex_.calendar(after, CalendarKind::relday)) f.next = next;
  }
}

/// "The evening of yesterday", "Sunday's dawn".
FoundDate DateParser::part_of_day(uint32_t t, const Lexeme& l) {
  if (lex_.has_article(t)) return {};
  const bool bracket = lex_.sign(l.next) == '(';  // "the evening of (Sunday)"
  const uint32_t n = l.next + (bracket ? 1 : 0);
  if (!lex_.inside(n) || lex_.clitics(n)) return {};
  const Lexeme day = lex_.at(n);
  FoundDate f;
  if (const Payload* p = lex_.calendar(day, CalendarKind::relday))
    f = relative_day(n, day, int32_t(p->low));
  else if (lex_.calendar(day, CalendarKind::weekday))
    f = weekday(n, n);
  else if (const Payload* u = lex_.calendar(day, CalendarKind::unit); u && TimeUnit(uint32_t(u->low)) == TimeUnit::days)
    f = unit_day(n, day);
  else
    f = full_day(n);
  if (!f || f.period.precision != Precision::day) return {};
  f.first = t;
  if (bracket && lex_.sign(f.next) != ')') return {};
  if (bracket) return ++f.next, f;
  const Letter sign = lex_.sign(f.next);
  const uint32_t second = f.next + (sign == '-' || sign == '/' ? 1U : 0U);  // "the night of Saturday to Sunday"
  const Lexeme other = lex_.at(second);
  if (const Payload* p = lex_.calendar(other, CalendarKind::weekday);
      p && !other.joined && weekday_of_day(f.period.end + 1) == int32_t(p->low)) {
    f.next = other.next;
    ++f.period.end;
  }
  return f;
}

}  // namespace isnad
