// Units of time: "last year", "the past three days", "the second half of 2019", "late in the nineties", "this summer".
#include <cmath>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr double kFew = 3;  // units that a bare plural stands for

using arabic_time::unit_number;
using arabic_time::UnitNumber;

bool of_day(TimeUnit u) { return u == TimeUnit::hours || u == TimeUnit::minutes || u == TimeUnit::seconds; }

}  // namespace

TimeUnit DateParser::unit_at(uint32_t t, uint32_t& next) {
  const Payload* p = lex_.calendar_at(t, CalendarKind::unit, next);
  return p ? TimeUnit(uint32_t(p->low)) : TimeUnit::none;
}

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
  if (!f) f = unit_ordinal(t, l, u);
  if (!f) f = unit_relative(t, l, u);
  if (!f && u == TimeUnit::weeks && unit_number(lex_.letters(t)) == UnitNumber::one && lex_.inside(l.next) && !lex_.clitics(l.next)) {
    f = full_day(l.next);  // "the week of 30 November"
    if (f) f = make(t, f.next, unit_around(u, f.period.start, 0), f.relative, "date.week_of");
    return f;
  }
  return f && u == TimeUnit::weeks ? weekday_after_week(f) : f;
}

/// "The day of Friday", "day 3 January", "day 27".
FoundDate DateParser::unit_day(uint32_t t, const Lexeme& l) {
  const uint32_t n = l.next;
  const UnitNumber number = unit_number(lex_.letters(t));
  if (number == UnitNumber::many || !lex_.inside(n) || lex_.clitics(n)) return {};
  if (t > lex_.begin() && lex_.is(t - 1, Particle::every)) return {};
  const Lexeme day = lex_.at(n);
  if (lex_.calendar(day, CalendarKind::weekday)) return weekday(n, t);
  if (number == UnitNumber::two) return {};
  if (const Payload* p = lex_.calendar(day, CalendarKind::relday)) {
    FoundDate f = relative_day(n, day, int32_t(p->low));
    f.first = t;
    return f.next > n ? f : FoundDate{};
  }
  if (FoundDate f = full_day(n)) {
    f.first = t;
    return twin(f);
  }
  const Day d = day_at(n);
  if (!d || !d.digits || l.article || (lex_.is_word(d.next) && !lex_.clitics(d.next) && lex_.main(d.next).features.upos() == Upos::noun))
    return {};
  const Tense said = tense(t);
  for (const int32_t shift : {0, said == Tense::future ? 1 : -1}) {
    const Period month = unit_around(TimeUnit::months, today_, shift);
    const int32_t at = month.start + d.value - 1;
    if (at > month.end || (said == Tense::future && at < today_) || (said == Tense::past && at > today_)) continue;
    return make(t, d.next, day_period(at), true, "date.day_number");
  }
  return {};
}

/// "The month of May", "the months of May and June".
FoundDate DateParser::unit_month(uint32_t t, const Lexeme& l) {
  const UnitNumber number = unit_number(lex_.letters(t));
  if (number == UnitNumber::many) return {};
  const Month m = month_at(l.next);
  if (!m || lex_.clitics(l.next)) return {};
  uint32_t from = 0;
  if (number == UnitNumber::two && lex_.conjoined(m.next, from)) {
    const Month second = month_at(from);
    if (second && second.calendar == m.calendar && second.value > m.value) {
      FoundDate f = month_tail(t, second, 0, second.next);
      if (!f) return f;
      const FoundDate start = m.calendar == Calendar::gregorian
                                  ? make(t, f.next, month_period(gregorian_of_day(f.period.start).year, m.value), f.relative, f.rule)
                                  : f;
      f.period.start = start.period.start;
      f.month = 0;
      f.rule = "date.months";
      return f;
    }
  }
  return month_tail(t, m, 0, m.next);
}

/// "The year 2014", "the years 2011 and 2012".
FoundDate DateParser::unit_year(uint32_t t, const Lexeme& l) {
  if (lex_.is_number(l.next) && unit_number(lex_.letters(t)) != UnitNumber::one)
    if (const FoundDate f = digits(l.next); f && f.rule == "date.years") return make(t, f.next, f.period, false, f.rule);
  if (lex_.is_number(l.next))
    if (const FoundDate f = digits(l.next); f && f.rule == "date.years") return make(t, f.next, f.period, false, f.rule);
  Year y = year_at(l.next, true);
  uint32_t size = 0;
  const int32_t short_year = whole_number(lex_, l.next, size);
  if (!y && size == 2 && short_year >= 30 && !lex_.has_noun(l.next + 1)) y.value = 1900 + short_year, y.next = l.next + 1;  // "in 48"
  if (!y || (lex_.inside(l.next) && lex_.clitics(l.next))) return {};
  if (unit_number(lex_.letters(t)) == UnitNumber::many && !lex_.is_number(l.next)) return {};
  const auto whole = [](const Year& year) {
    bool valid = false;
    if (year.calendar == Calendar::gregorian) return year_period(year.value);
    const Period first = period_of(year.calendar, year.value, 1, 0, valid), last = period_of(year.calendar, year.value, 12, 0, valid);
    return Period{first.start, last.end, Precision::year};
  };
  FoundDate f = make(t, y.next, whole(y), false, "date.year");
  uint32_t from = 0;
  for (Year last = y; unit_number(lex_.letters(t)) != UnitNumber::one && lex_.conjoined(f.next, from);) {
    const Year more = year_at(from, true);
    if (!more || more.calendar != last.calendar || more.value != last.value + 1) break;
    f.period.end = whole(more).end;
    f.next = more.next;
    f.rule = "date.years";
    last = more;
  }
  return f;
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
  if (following) {
    if (telling_) f.period = unit_around(u, told_, shift), f.relative = false;
    if (lex_.preposition(next) == 'l') f.resolved = false;  // "the month that followed the ..."
    f.rule = "date.next_unit";
  }
  return f;
}

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
    return weekday_after_week(make(t, what.next, unit_around(u, today_, 0), true, "date.this_unit"));
  }
  if (const Payload* p = lex_.calendar(what, CalendarKind::weekday)) {
    FoundDate f = weekday_tail(t, what.next, int32_t(p->low));
    if (f.next == what.next) f.period = day_period(unit_around(TimeUnit::weeks, today_, 0).start + int32_t(p->low) - 1);
    return f;
  }
  if (const Payload* p = lex_.calendar(what, CalendarKind::season); p && lex_.has_article(n))
    return make(t, what.next, season_period(Season(uint32_t(p->low)), gregorian_of_day(today_).year), true, "date.season");
  if (lex_.calendar(what, CalendarKind::daypart) && lex_.has_article(n))
    return make(t, what.next, day_period(today_), true, "date.relative_day");
  if (const Month m = month_at(n)) return month_tail(t, m, 0, m.next);
  return {};
}

/// "Early this week", "the end of 2019", "mid-March".
FoundDate DateParser::part(uint32_t t, const Lexeme& l, PeriodPart p) {
  if (lex_.number(l, NumberKind::fraction)) return {};                  // "half" is not "middle"
  const bool ordinal = lex_.number(l, NumberKind::ordinal) != nullptr;  // "the first ..."
  if (ordinal) return {};
  if (p == PeriodPart::end && !l.article)
    if (const FoundDate f = last_units(t, l.next)) return f;
  const FoundDate whole = wide(l.next);
  if (!whole) return {};
  Period q = part_of(whole.period, p);
  if (whole.period.precision == Precision::week && p == PeriodPart::end) q.start = whole.period.end - 1;
  FoundDate f = make(t, whole.next, q, whole.relative, "date.part");
  f.resolved = whole.resolved;
  if (t > lex_.begin() && lex_.is(t - 1, Particle::holiday) && !lex_.inside_name(t - 1)) f.first = t - 1;
  return f;
}

/// "The last three days", "the last week of the month".
FoundDate DateParser::last_units(uint32_t t, uint32_t next) {
  if (const FoundDate f = nth(t, lex_.at(t), -1)) return f;
  const Quantity q = read_quantity(lex_, next);
  uint32_t after = 0;
  if (!q || q.fraction || q.ordinal || q.low < 2) return {};
  const TimeUnit u = unit_at(q.next, after);
  if (u == TimeUnit::none || lex_.clitics(q.next)) return {};
  return stretch(t, u, q.low, -1, after);
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

FoundDate DateParser::season(uint32_t t, const Lexeme& l, Season s) {
  uint32_t next = 0;
  int32_t shift = 0;
  const int32_t year = gregorian_of_day(today_).year;
  if (const Relation r = relation_at(l.next, next, &shift); r != Relation::none) {
    Period p = season_period(s, year + (shift > 1 ? 1 : shift < -1 ? -1 : 0));
    if (r == Relation::past && p.end >= today_) p = season_period(s, year - 1);
    if (r == Relation::future && p.start <= today_) p = season_period(s, year + 1);
    return make(t, next, p, true, "date.season");
  }
  const uint32_t of = l.next + (lex_.is(l.next, Particle::of) ? 1U : 0U);
  FoundDate whole;
  if (lex_.is_number(of)) {
    if (const Year y = year_at(of, false)) return make(t, y.next, season_period(s, y.value), false, "date.season");
  } else if (unit_at(of, next) == TimeUnit::years || lex_.is(of, Particle::this_)) {
    whole = wide(of);
  }
  if (whole && whole.period.precision == Precision::year)
    return make(t, whole.next, season_period(s, gregorian_of_day(whole.period.start).year), whole.relative, "date.season");
  const bool named =
      lex_.is_word(l.next) && lex_.main(l.next).article && lex_.main(l.next).features.upos() == Upos::adj;  // the Arab Spring
  return lex_.has_article(t) && !named ? make(t, l.next, season_period(s, year), true, "date.season") : FoundDate{};
}

/// "The nineties", "the eighties of the last century"; not "in his thirties".
FoundDate DateParser::decade(uint32_t t, const Lexeme& l, int32_t years) {
  if (lex_.pronoun(t)) return {};
  uint32_t next = 0, at = l.next;
  const bool of = lex_.is(at, Particle::of);
  if (of) ++at;
  int32_t base = 1900;
  uint32_t end = l.next;
  bool relative = false;
  if (unit_at(at, next) == TimeUnit::centuries) {
    const FoundDate c = wide(at);
    if (!c) return {};
    base = (gregorian_of_day(c.period.start).year - 1) / 100 * 100;
    end = c.next;
    relative = c.relative;
  } else if (int32_t shift = 0; relation_at(at, next, &shift) == Relation::past) {
    end = next;
  } else if (of || !lex_.has_article(t)) {
    return {};
  }
  const Period first = year_period(base + years), last = year_period(base + years + 9);
  return make(t, end, {first.start, last.end, Precision::decade}, relative, "date.decade");
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

FoundDate DateParser::of_period(uint32_t t) {
  if (!lex_.is(t, Particle::of) && !lex_.is(t, Particle::in)) return {};
  return wide(t + 1);
}

}  // namespace isnad
