// What prepositions make of dates: since, before, after, until, within, from ... to, between ... and.
#include <algorithm>
#include <cmath>
#include <utility>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr double kFew = 3;
constexpr int32_t kLeastBareYear = 1500, kMostBareYear = 2100;

using arabic_time::unit_number;
using arabic_time::UnitNumber;

bool is_bound(Function f) { return f == Function::number_least || f == Function::number_most || f == Function::number_about; }

bool longer(TimeUnit a, TimeUnit b) {
  static constexpr int kRank[] = {0, 3, 4, 5, 6, 7, 8, 2, 1, 0};
  return kRank[size_t(a)] > kRank[size_t(b)];
}

}  // namespace

// --- durations ---

/// "Three days", "two months", "a year and a half", "more than ten years".
DateParser::Duration DateParser::duration(uint32_t t) {
  uint32_t next = t;
  if (is_bound(lex_.phrase_at(t, next))) t = next;
  Duration d = one_duration(t);
  if (!d) return d;
  uint32_t from = 0;
  TimeUnit last = d.unit;
  while (lex_.conjoined(d.next, from)) {  // "a year and two months"
    const Duration more = one_duration(from);
    if (!more || !longer(last, more.unit) || more.unit == TimeUnit::hours) break;
    if (more.unit == TimeUnit::months)
      d.months += more.count;
    else
      d.days += more.count * (more.unit == TimeUnit::weeks ? 7 : 1);
    d.next = more.next;
    last = more.unit;
  }
  if (is_bound(lex_.phrase_at(d.next, next))) d.next = next;
  return d;
}

/// An adjective or "several" after its noun.
bool DateParser::few_or_many(uint32_t t) {
  const Lexeme l = lex_.at(t);
  if (lex_.calendar(l, CalendarKind::relative)) return false;
  return lex_.main(t).features.upos() == Upos::adj || lex_.number(l, NumberKind::vague) != nullptr;
}

DateParser::Duration DateParser::one_duration(uint32_t t) {
  if (!lex_.inside(t)) return {};
  Duration d;
  uint32_t next = 0;
  const TimeUnit alone = unit_at(t, next);
  if (alone != TimeUnit::none) {
    if (lex_.has_article(t) || lex_.pronoun(t)) return {};
    const UnitNumber number = unit_number(lex_.letters(t));
    d.count = number == UnitNumber::one ? 1 : number == UnitNumber::two ? 2 : kFew;
    d.unit = alone;
    d.next = next;
    if (const Quantity one = read_quantity(lex_, next);
        one && !lex_.clitics(next) && !one.digits && one.low <= 2 && !one.ordinal && !one.fraction && number != UnitNumber::many)
      d.next = one.next;  // "one day"
    else if (number == UnitNumber::many && lex_.is_word(next) && !lex_.clitics(next) && !lex_.has_article(next) && few_or_many(next))
      d.next = next + 1;  // "a few days"
  } else {
    const Quantity q = read_quantity(lex_, t);
    if (!q || q.ordinal || q.low <= 0) return {};
    const TimeUnit u = unit_at(q.next, next);
    if (u == TimeUnit::none || lex_.clitics(q.next) || lex_.has_article(q.next)) return {};
    d.count = q.vague ? std::max(q.low, kFew) : q.low;
    d.unit = u;
    d.next = next;
  }
  uint32_t from = 0;
  if (lex_.conjoined(d.next, from)) {  // "and a half"
    const Lexeme l = lex_.at(from);
    if (const Payload* p = lex_.number(l, NumberKind::fraction); p && p->low >= 0.2 && !lex_.number(l, NumberKind::cardinal)) {
      d.count += p->low;
      d.next = l.next;
      if (unit_at(d.next, next) == d.unit && lex_.has_article(d.next)) d.next = next;
    }
  }
  return d;
}

/// Today moved by a duration, ahead (1) or back (-1).
int32_t DateParser::moved(const Duration& d, int direction) const {
  const int32_t first = move_day(today_, d.unit, direction * d.count);
  return move_day(move_day(first, TimeUnit::months, direction * d.months), TimeUnit::days, direction * d.days);
}

/// "From now" after a duration: consumed. False where it is from or on something else.
bool DateParser::from_now(uint32_t& next) {
  if (!lex_.is(next, Particle::of) && !lex_.is(next, Particle::on)) return true;
  uint32_t after = 0;
  const Payload* p = lex_.calendar_at(next + 1, CalendarKind::relday, after);
  if (!p || p->low != 0) return false;
  next = after;
  return true;
}

/// Where a fixed expression that holds token t begins, else t.
uint32_t DateParser::start_of_expression(uint32_t t) {
  while (t > lex_.begin() && lex_.inside_name(t)) --t;
  return t;
}

// --- prepositions ---

FoundDate DateParser::since(uint32_t t) {
  FoundDate f = plain(t + 1);
  if (!f) f = wide(t + 1);
  if (f) {
    if (f.period.start <= today_ && dated_) f.period.end = today_;
    f.rule = "date.since";
  } else if (const Duration d = duration(t + 1)) {
    f = make(t, d.next, {moved(d, -1), today_, precision_of(d.unit)}, true, "date.since_duration");
  } else {
    return {};
  }
  f.first = t;
  f.open_end = true;
  return f;
}

/// "After the midnight of Sunday" is still that day.
FoundDate DateParser::about_part_of_day(uint32_t t) {
  const Lexeme l = lex_.at(t + 1);
  if (!lex_.calendar(l, CalendarKind::daypart)) return {};
  FoundDate f = part_of_day(t + 1, l);
  if (f) f.first = t;
  return f;
}

FoundDate DateParser::before(uint32_t t) {
  if (lex_.inside_name(t)) return {};
  if (const FoundDate f = about_part_of_day(t)) return f;
  if (FoundDate f = plain(t + 1)) {
    f.first = t;
    const int32_t end = f.period.start - 1;
    f.period = {dated_ && today_ < end ? today_ : end, end, f.period.precision};
    f.open_start = true;
    f.rule = "date.before";
    return f;
  }
  const Duration d = duration(t + 1);
  if (!d) return {};
  FoundDate f = make(t, d.next, day_period(moved(d, -1)), true, "date.ago");
  f.period.precision = precision_of(d.unit);
  f.resolved = from_now(f.next);
  if (!f.resolved) f.rule = "date.before_event";
  return f;
}

FoundDate DateParser::after(uint32_t t) {
  if (lex_.inside_name(t)) return {};
  if (const FoundDate f = about_part_of_day(t)) return f;
  if (FoundDate f = plain(t + 1)) {
    f.first = t;
    const int32_t start = f.period.end + 1;
    f.period = {start, dated_ && today_ > start ? today_ : start, f.period.precision};
    f.open_end = true;
    f.rule = "date.after";
    return f;
  }
  const Duration d = duration(t + 1);
  if (!d) return {};
  FoundDate f = make(t, d.next, day_period(moved(d, 1)), true, "date.in_future");
  f.period.precision = precision_of(d.unit);
  const uint32_t said = f.next;
  f.resolved = from_now(f.next) && (f.next != said || tense(t) != Tense::past);
  if (!f.resolved) f.rule = "date.after_event";
  return f;
}

FoundDate DateParser::until(uint32_t t) {
  uint32_t next = 0;
  if (lex_.phrase_at(t, next) != Function::none && next > t + 1) return {};  // "until now"
  FoundDate f = plain(t + 1);
  if (!f) f = wide(t + 1);
  if (!f) return {};
  f.first = start_of_expression(t);
  if (dated_ && today_ <= f.period.end) f.period.start = today_;
  f.open_start = true;
  f.rule = "date.until";
  return f;
}

/// "Within two weeks": ahead where the verb speaks of the future, else back.
FoundDate DateParser::within(uint32_t t) {
  const uint32_t from = t + 1 + (lex_.is(t + 1, Particle::period) ? 1U : 0U);
  if (simple(from)) return {};
  const Duration d = duration(from);
  if (!d) return {};
  uint32_t next = d.next;
  const bool absolute = from_now(next);
  const bool back = next == d.next && tense(t) == Tense::past;
  FoundDate f = stretch(start_of_expression(t), d.unit, d.count, back ? -1 : 1, next);
  f.resolved = absolute;
  if (back) f.period.end = today_;
  f.rule = "date.within";
  return f;
}

/// "Two weeks from now".
FoundDate DateParser::from_now_on(uint32_t t) {
  const Duration d = duration(t);
  uint32_t next = d.next;
  if (!d || !from_now(next) || next == d.next) return {};
  return make(t, next, {moved(d, 1), moved(d, 1), precision_of(d.unit)}, true, "date.in_future");
}

/// "The rest of the week".
FoundDate DateParser::rest_of(uint32_t t) {
  if (lex_.has_article(t) || lex_.pronoun(t)) return {};
  FoundDate f = wide(t + 1);
  if (!f) return f;
  f.first = t;
  if (dated_ && f.period.start <= today_ && today_ <= f.period.end) f.period.start = today_;
  f.rule = "date.rest";
  return f;
}

/// "At a later time of this week", "earlier today".
FoundDate DateParser::some_time_of(uint32_t t) {
  if (lex_.clitics(t) || !lex_.inside(t + 1) || lex_.main(t + 1).features.upos() != Upos::adj) return {};
  uint32_t next = 0;
  int32_t shift = 0;
  relation_at(t + 1, next, &shift);
  const uint32_t at = t + 2 + (lex_.is(t + 2, Particle::of) ? 1U : 0U);
  FoundDate f = simple(at);
  if (!f) f = wide(at);
  if (!f) return f;
  f.first = start_of_expression(t);
  const bool now = dated_ && f.period.start <= today_ && today_ <= f.period.end;
  if (now && shift > 0) f.period.start = std::min(today_ + 1, f.period.end);
  if (now && shift < 0) f.period.end = today_;
  f.rule = "date.some_time";
  return f;
}

// --- ranges ---

/// A year of the last centuries that counts nothing.
DateParser::Year DateParser::bare_year(uint32_t t) {
  const Year y = year_at(t, true);
  if (!y || y.value < kLeastBareYear || y.value >= kMostBareYear || (lex_.is_word(t) && lex_.has_article(t))) return {};
  const bool counts =
      lex_.is_word(y.next) && !lex_.clitics(y.next) && !lex_.has_article(y.next) && lex_.main(y.next).features.upos() == Upos::noun;
  return counts ? Year{} : y;
}

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
  } else if (b.rule == "date.weekday" && f.period.start > f.period.end) {
    f.period.end += 7;
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
