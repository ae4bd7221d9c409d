// Days: "3 January 2020", "Tuesday", "yesterday evening"; months and years by name.
#include <array>
#include <cmath>
#include <cstdlib>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kHijriNow = 1390, kHijriEnd = 1460;     // a plain year in this range is Hijri
constexpr int32_t kLeastYear = 1000, kMostYear = 2200;
constexpr int32_t kPivot = 400;                           // Gregorian years are far above those of the other calendars' present
constexpr int32_t kTwinDays = 2;                          // by how much two calendars may disagree on one day
constexpr size_t kShortName = 3;                          // letters of months that are also names
constexpr int32_t kAnniversaryDays = 60;                  // an event named by its day is rarely resolved farther than this
constexpr uint32_t kMostDaysListed = 5;
constexpr uint32_t kTenseBefore = 16, kTenseAfter = 8;    // words in which a verb is looked for

int32_t year_in(Calendar c, int32_t day) {
  switch (c) {
    case Calendar::hijri: return hijri_of_day(day).year;
    case Calendar::persian: return persian_of_day(day).year;
    default: return gregorian_of_day(day).year;
  }
}

/// Days of a month of any calendar.
int32_t month_length(Calendar c, int32_t year, int32_t month) {
  switch (c) {
    case Calendar::hijri: return day_of_hijri(month == 12 ? year + 1 : year, month % 12 + 1, 1) - day_of_hijri(year, month, 1);
    case Calendar::persian: return day_of_persian(month == 12 ? year + 1 : year, month % 12 + 1, 1) - day_of_persian(year, month, 1);
    default: return days_in_gregorian_month(year, month);
  }
}

int32_t day_in(Calendar c, int32_t year, int32_t month, int32_t day) {
  switch (c) {
    case Calendar::hijri: return day_of_hijri(year, month, day);
    case Calendar::persian: return day_of_persian(year, month, day);
    default: return day_of_gregorian(year, month, day);
  }
}

}  // namespace

// --- pieces ---

Period DateParser::period_of(Calendar c, int32_t year, int32_t month, int32_t day, bool& valid) {
  const int32_t length = month_length(c, year, month);
  valid = day <= length;
  const int32_t start = day_in(c, year, month, day > 0 && valid ? day : 1);
  if (day > 0) return day_period(start);
  return {start, start + length - 1, Precision::month};
}

DateParser::Month DateParser::one_month(uint32_t t) {
  const Lexeme l = lex_.at(t);
  if (!l) return {};
  static constexpr std::array<CalendarKind, 3> kKinds{CalendarKind::month_gregorian, CalendarKind::month_hijri, CalendarKind::month_persian};
  for (size_t i = 0; i < kKinds.size(); ++i)
    if (const Payload* p = lex_.calendar(l, kKinds[i])) return {Calendar(i), int32_t(p->low), l.next};
  return {};
}

/// A month, perhaps under two names: "kanun al-thani/yanayir", "december (kanun al-awwal)".
DateParser::Month DateParser::month_at(uint32_t t) {
  Month m = one_month(t);
  if (!m) return m;
  const Letter sign = lex_.sign(m.next);
  if (sign == '/' || sign == '-' || sign == '(') {
    const Month again = one_month(m.next + 1);
    const bool closed = sign != '(' || lex_.sign(again.next) == ')';
    if (again && again.calendar == m.calendar && again.value == m.value && closed) m.next = again.next + (sign == '(' ? 1 : 0);
  } else if (const Month again = one_month(m.next); again && again.calendar == m.calendar && again.value == m.value && !lex_.clitics(m.next)) {
    m.next = again.next;
  }
  return m;
}

/// A number from 1 to 31 in digits or words.
DateParser::Day DateParser::day_at(uint32_t t) {
  uint32_t size = 0;
  if (lex_.is_number(t)) {
    const int32_t v = whole_number(lex_, t, size);
    if (v < 1 || v > 31 || size > 2) return {};
    return {v, false, true, t + 1};
  }
  if (!lex_.is_word(t)) return {};
  const Quantity q = read_quantity(lex_, t);
  if (!q || q.vague || q.fraction || q.low < 1 || q.low > 31 || q.low != std::floor(q.low)) return {};
  return {int32_t(q.low), q.ordinal, q.digits, q.next};
}

Calendar DateParser::calendar_of_year(int32_t year, const Payload* era, bool& before_era) {
  before_era = false;
  if (era) {
    switch (Era(uint32_t(era->low))) {
      case Era::AH: return Calendar::hijri;
      case Era::SH: return Calendar::persian;
      case Era::BCE: before_era = true; break;
      default: break;
    }
    return Calendar::gregorian;
  }
  return year >= kHijriNow && year < kHijriEnd ? Calendar::hijri : Calendar::gregorian;
}

/// Four digits, or words after a word for year; with the era.
DateParser::Year DateParser::year_at(uint32_t t, bool said) {
  Year y;
  uint32_t size = 0;
  const int32_t v = whole_number(lex_, t, size);
  if (v > 0 && (size == 4 || (said && size == 3))) {
    y.value = v;
    y.next = t + 1;
  } else if (said && lex_.is_word(t)) {
    const Quantity q = read_quantity(lex_, t);
    if (!q || q.digits || q.vague || q.ordinal || q.low < kLeastYear || q.low != std::floor(q.low)) return {};
    if (q.low > kMostYear) return {};
    y.value = int32_t(q.low);
    y.next = q.next;
  } else {
    return {};
  }
  uint32_t next = 0;
  const Payload* era = lex_.calendar_at(y.next, CalendarKind::era, next);
  if (!era && lex_.sign(y.next) == '(' && lex_.inside(y.next + 1)) {
    era = lex_.calendar_at(y.next + 1, CalendarKind::era, next);
    if (era && lex_.sign(next) == ')') ++next;
    else era = nullptr;
  }
  if (y.value > kMostYear && !era) return {};
  bool before = false;
  y.calendar = calendar_of_year(y.value, era, before);
  if (before) y.value = 1 - y.value;
  if (era) y.next = next, y.plain = false;
  return y;
}

/// "2016", "of the year 2016", ", 2016" after a month.
DateParser::Year DateParser::year_after_month(uint32_t t) {
  const Letter sign = lex_.sign(t);
  if (sign == ',' || sign == '/' || sign == '-') {
    Year y = year_at(t + 1, sign == ',');
    return y && (lex_.is_number(t + 1) ? lex_.token(t + 1).size() == 4 : sign == ',') ? y : Year{};
  }
  if (lex_.is(t, Particle::of)) ++t;
  uint32_t next = 0;
  if (const Payload* p = lex_.calendar_at(t, CalendarKind::unit, next); p && TimeUnit(uint32_t(p->low)) == TimeUnit::years) {
    Year y = year_at(next, true);
    y.plain = false;
    return y;
  }
  const Year y = year_at(t, true);
  const bool counts = y && !lex_.is_number(t) && !lex_.is(t - 1, Particle::of) && lex_.is_word(y.next) && lex_.main(y.next).features.upos() == Upos::noun;
  return counts || (lex_.is_number(t) && lex_.token(t).size() != 4) ? Year{} : y;
}

/// "Last", "this", "next" after a unit, a month or a weekday.
DateParser::Relation DateParser::relation_at(uint32_t t, uint32_t& next, int32_t* shift) {
  if (lex_.is(t, Particle::this_) || lex_.is(t, Particle::same)) return Relation::none;
  const Lexeme l = lex_.inside(t) ? lex_.at(t) : Lexeme{};
  const Payload* p = l ? lex_.calendar(l, CalendarKind::relative) : nullptr;
  if (!p || l.first_letter != lex_.token(t).first) return Relation::none;
  next = l.next;
  if (shift) *shift = int32_t(p->low);
  return p->low < 0 ? Relation::past : p->low > 0 ? Relation::future : Relation::current;
}

/// A noun before it takes the date for its name: "the events of 11 September".
bool DateParser::annexed(uint32_t t) const {
  if (t == lex_.begin() || !lex_.is_word(t - 1) || (lex_.is_word(t) && lex_.clitics(t))) return false;
  const Word& w = lex_.main(t - 1);
  if (w.features.upos() != Upos::noun || w.article || !w.lemma) return false;
  return (lex_.lexicon().lemma(w.lemma).classes & bit(NounClass::time)) == 0;
}

bool DateParser::governed(uint32_t t) {
  if (lex_.preposition(t)) return true;
  switch (t > lex_.begin() ? lex_.particle(t - 1) : Particle::none) {
    case Particle::in: case Particle::since: case Particle::during: case Particle::until: case Particle::of: case Particle::to:
    case Particle::before: case Particle::after: case Particle::between: case Particle::throughout: return true;
    default: return false;
  }
}

// --- day, month, year ---

FoundDate DateParser::day_month(uint32_t t) {
  const Day d = day_at(t);
  if (!d) return {};
  uint32_t next = d.next;
  if (lex_.sign(next) == '-' || lex_.sign(next) == '/') {
    if (lex_.is_number(next + 1)) return days_of_month(t, d, next + 1);
    ++next;
  } else if (uint32_t from = 0; lex_.conjoined(next, from) && !one_month(from)) {
    return days_of_month(t, d, from);
  }
  if (lex_.is(next, Particle::of)) ++next;
  uint32_t after = 0;
  if (const FoundDate f = day_of_unit(t, d, next)) return f;
  if (unit_at(next, after) == TimeUnit::months) next = after;
  if (lex_.inside(next) && lex_.clitics(next)) return {};
  const Month m = month_at(next);
  return m ? month_tail(t, m, d.value, m.next) : FoundDate{};
}

/// "The 21st of this month".
FoundDate DateParser::day_of_unit(uint32_t t, const Day& d, uint32_t next) {
  uint32_t after = 0, end = 0;
  const bool present = lex_.is(next, Particle::this_);
  if (present) ++next;
  if (unit_at(next, after) != TimeUnit::months || !lex_.has_article(next)) return {};
  if (arabic_time::unit_number(lex_.letters(next)) != arabic_time::UnitNumber::one) return {};
  int32_t shift = 0;
  if (relation_at(after, end, &shift) == Relation::none) {
    if (!present) return {};
    end = after;
  }
  const Period month = unit_around(TimeUnit::months, today_, shift);
  if (d.value > month.end - month.start + 1) return {};
  return make(t, end, day_period(month.start + d.value - 1), true, "date.day_of_month");
}

/// "3-5 May", "3, 4 and 5 May".
FoundDate DateParser::days_of_month(uint32_t t, const Day& first, uint32_t second) {
  if (listing_) return {};
  Day last = day_at(second);
  for (uint32_t i = 0, from = 0; i < kMostDaysListed && last && lex_.conjoined(last.next, from) && !one_month(from); ++i) {
    const Day more = day_at(from);
    if (!more) break;
    second = from;
    last = more;
  }
  listing_ = true;
  FoundDate f = last ? day_month(second) : FoundDate{};
  listing_ = false;
  if (!f || f.period.precision != Precision::day || f.period.start != f.period.end || first.value >= last.value) return {};
  f.first = t;
  f.period.start -= last.value - first.value;
  f.month = 0;
  f.rule = "date.days_of_month";
  return f;
}

FoundDate DateParser::with_year(uint32_t t, const Month& m, int32_t day, const Year& y) {
  Calendar c = m.calendar;
  int32_t year = y.value;
  const bool other = c != Calendar::gregorian && y.value > 1500 + kPivot;  // a Hijri month of a Gregorian year
  if (other) year = year_in(c, day_of_gregorian(y.value, 1, 1));
  if (year < -3000 || year > 2 * kMostYear) return {};
  bool valid = false;
  Period p = period_of(c, year, m.value, day, valid);
  if (other && valid && gregorian_of_day(p.start).year < y.value) p = period_of(c, year + 1, m.value, day, valid);
  if (!valid) return {};
  return make(t, y.next, p, false, day > 0 ? "date.day_month_year" : "date.month_year");
}

/// The year that the words around it suggest.
FoundDate DateParser::without_year(uint32_t t, const Month& m, int32_t day, uint32_t next, Relation relation) {
  const int32_t now = year_in(m.calendar, today_);
  const Tense said = relation == Relation::none ? tense_of_date(t) : Tense::unknown;
  Period best;
  double least = 1e9;
  for (int32_t year = now - 1; year <= now + 1; ++year) {
    bool valid = false;
    const Period p = period_of(m.calendar, year, m.value, day, valid);
    if (!valid) continue;
    double distance = p.start > today_ ? 2.0 * (p.start - today_) : p.end < today_ ? today_ - p.end : 0;
    if (relation == Relation::current && year != now) continue;
    if (relation == Relation::past && p.end >= today_) continue;
    if (relation == Relation::future && p.start <= today_) continue;
    if (said == Tense::past && p.start > today_) distance += 1e6;
    if (said == Tense::future && p.end < today_) distance += 1e6;
    if (distance < least) least = distance, best = p;
  }
  if (least == 1e9) {  // the 29th of a February that is not near
    if (day <= 28) return {};
    bool valid = false;
    for (int32_t year = now + (relation == Relation::future ? 8 : 0); year > now - 9 && !valid; --year) best = period_of(m.calendar, year, m.value, day, valid);
    if (!valid) return {};
  }
  const bool fixed = relation != Relation::none;
  const bool far = best.start > today_ + kAnniversaryDays || best.end < today_ - kAnniversaryDays;
  FoundDate f = make(t, next, best, true, day > 0 ? (fixed ? "date.day_month_relative" : "date.day_month") : fixed ? "date.month_relative" : "date.month");
  if (!fixed && m.calendar == Calendar::gregorian) f.month = m.value, f.day = day;
  if (!fixed && far && day > 0 && annexed(t)) f.resolved = false, f.rule = "date.named_day";
  return f;
}

/// After day and month: the year, or which one.
FoundDate DateParser::month_tail(uint32_t t, const Month& m, int32_t day, uint32_t next) {
  uint32_t after = 0;
  int32_t shift = 0;
  if (const Relation r = relation_at(next, after, &shift); r != Relation::none) return without_year(t, m, day, after, r);
  if (const Year y = year_after_month(next)) return with_year(t, m, day, y);
  uint32_t of = next + (lex_.is(next, Particle::of) ? 1U : 0U);
  const bool this_year = lex_.is(of, Particle::this_);
  if (unit_at(of + (this_year ? 1U : 0U), after) == TimeUnit::years) {  // "of last year"
    uint32_t end = after;
    const bool known = this_year || relation_at(after, end, &shift) != Relation::none;
    if (known) {
      Year y;
      y.value = year_in(m.calendar, today_) + shift;
      y.next = end;
      FoundDate f = with_year(t, m, day, y);
      f.relative = true;
      if (f) f.rule = day > 0 ? "date.day_month_relative" : "date.month_relative";
      return f;
    }
  }
  return without_year(t, m, day, next, Relation::none);
}

/// "May 2019", "May the eleventh", "last March".
FoundDate DateParser::month_first(uint32_t t, const Lexeme& l) {
  const Month m = month_at(t);
  if (!m) return {};
  const Letter sign = lex_.sign(m.next);
  if (const Day d = day_at(m.next); d && ((d.ordinal && lex_.letters_have_article(lex_.at(m.next)) && !lex_.clitics(m.next)) || (d.digits && lex_.sign(d.next) == ',' && year_at(d.next + 1, true)))) {
    return month_tail(t, m, d.value, d.next);
  }
  if ((sign == '-' || sign == '/') && !lex_.spaced(m.next)) {
    const Day d = day_at(m.next + 1);
    if (d && d.digits && !one_month(d.next)) return month_tail(t, m, d.value, d.next);
  }
  const FoundDate f = month_tail(t, m, 0, m.next);
  const bool alone = f.rule == "date.month" || m.calendar == Calendar::persian;
  return alone && !month_stands_alone(t, l, m) ? FoundDate{} : f;
}

bool DateParser::month_stands_alone(uint32_t t, const Lexeme& l, const Month& m) {
  if (m.calendar == Calendar::persian) return false;
  const auto letters = lex_.letters(t);
  if (letters.size() <= kShortName) {  // also names: Aab and Ibb, May and Theresa May
    const Letter first = lex_.text().letters[l.first_letter];
    const Particle before = t > lex_.begin() ? lex_.particle(t - 1) : Particle::none;
    return first != letter::kAlifHamzaBelow && (before == Particle::in || before == Particle::since || before == Particle::until);
  }
  if (governed(t)) return true;
  if (m.calendar == Calendar::hijri) return false;
  if (lex_.has(l, PayloadKind::given_name) || lex_.has(l, PayloadKind::surname) || lex_.has(l, PayloadKind::place)) return false;
  if (t == lex_.begin() || !lex_.is_word(t - 1)) return true;
  return lex_.main(t - 1).features.upos() != Upos::propn && !lex_.ends_person(t);
}

/// A day of one calendar with its name in another: "5 Rajab, that is 3 March".
FoundDate DateParser::twin(FoundDate f) {
  if (!f || f.period.precision != Precision::day) return f;
  uint32_t next = f.next;
  const Letter sign = lex_.sign(next);
  const bool bracket = sign == '(';
  if (bracket || sign == ',' || sign == '-' || sign == '/') ++next;
  const bool said = lex_.is(next, Particle::corresponding);
  if (said) ++next;
  if (!said && next == f.next) return f;
  const FoundDate g = full_day(next);
  if (!g || g.period.precision != Precision::day) return f;
  if (bracket && lex_.sign(g.next) != ')') return f;
  const bool near = std::abs(g.period.start - f.period.start) <= kTwinDays;
  if (!said && !near) return f;
  if (said && !g.relative) f.period = g.period, f.relative = false;
  f.next = g.next + (bracket ? 1 : 0);
  return f;
}

FoundDate DateParser::full_day(uint32_t t) {
  if (const FoundDate f = digits(t)) return f;
  return day_month(t);
}

// --- years ---

/// A year without a word that says so: after a preposition or a noun, in brackets, and not before what it might count.
FoundDate DateParser::year_alone(uint32_t t) {
  uint32_t size = 0;
  const int32_t v = whole_number(lex_, t, size);
  if (size != 4 || v < 1900 || v >= 2100) return {};
  const Year y = year_at(t, false);
  const uint32_t next = y.next;
  const Letter after = lex_.sign(next);
  if (after == '%' || after == ':' || ((after == '/' || after == '-' || after == '.') && !lex_.spaced(next) && lex_.is_number(next + 1))) return {};
  if (t > lex_.begin() && lex_.sign(t - 1) == '/' && !lex_.spaced(t)) return {};
  const bool bracket = t > lex_.begin() && lex_.sign(t - 1) == '(' && lex_.sign(next) == ')';
  const bool comma = t > lex_.begin() && lex_.sign(t - 1) == ',' && lex_.spaced(t - 1) && !lex_.spaced(t);  // "Forum ,2010"
  bool allowed = bracket || comma || governed(t) || !y.plain;
  if (!allowed && t > lex_.begin() && lex_.is_word(t - 1)) {
    const Upos before = lex_.main(t - 1).features.upos();
    allowed = before == Upos::noun || before == Upos::adj || before == Upos::propn;
  }
  if (!allowed) return {};
  if (lex_.is_word(next) && !lex_.clitics(next) && !bracket && y.plain) {
    const Word& w = lex_.main(next);
    const Lexeme l = lex_.at(next);
    if (!w.article && w.features.upos() == Upos::noun && !lex_.calendar(l, CalendarKind::daypart)) return {};
    if (lex_.number(l, NumberKind::multiplier)) return {};
    if (!w.article && w.features.upos() == Upos::adj) return {};
  }
  return make(t, next, year_period(y.value), false, "date.year_alone");
}

// --- weekdays ---

/// The weekday at t; `first`: where the date starts (the word "day" before it).
FoundDate DateParser::weekday(uint32_t t, uint32_t first) {
  const Lexeme l = lex_.at(t);
  const Payload* p = lex_.calendar(l, CalendarKind::weekday);
  if (!p) return {};
  if (first == t) {
    if (!lex_.letters_have_article(l)) return {};
    if (t > lex_.begin() && lex_.is(t - 1, Particle::every)) return {};
    uint32_t next = 0;
    if (t > lex_.begin() && unit_at(t - 1, next) == TimeUnit::days && arabic_time::unit_number(lex_.letters(t - 1)) == arabic_time::UnitNumber::many) return {};
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
    if (r == Relation::current) f.period = day_period(today_ - weekday_of_day(today_) + weekday);
    else f.period = day_period(today_ + nearest + more);
  } else if (!weekday_of_week(f, weekday) && back != 0 && tense(first) == Tense::future) {
    f.period = day_period(today_ - back + 7);
  }
  take_part_of_day(f);
  if (!weekday_with_date(f, weekday)) weekday_with_number(f, weekday);
  return f;
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
  if (lex_.is(next, Particle::corresponding) || lex_.is(next, Particle::in)) ++next;
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
  if (lex_.is(t, Particle::in)) ++t;
  const Day d = dated_ ? day_at(t) : Day{};
  if (!d || lex_.clitics(t) || (lex_.inside(d.next) && lex_.is_word(d.next) && lex_.main(d.next).features.upos() == Upos::noun)) return false;
  if (!d.digits && !d.ordinal) return false;
  for (const int32_t shift : {0, -1, 1}) {
    const Period month = unit_around(TimeUnit::months, today_, shift);
    const int32_t day = month.start + d.value - 1;
    if (day > month.end || weekday_of_day(day) != weekday) continue;
    f.period = day_period(day);
    f.next = d.next;
    f.rule = "date.weekday_number";
    return true;
  }
  return false;
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
  const uint32_t n = l.next;
  FoundDate f = make(t, n, day_period(today_), true, "date.relative_day");
  if (lex_.is_word(n)) {
    uint32_t after = 0;
    int32_t shift = 0;
    if (relation_at(n, after, &shift) != Relation::none) {
      if (shift < 0 && lex_.is(after, Particle::of) && !lex_.starts_name(after)) return unit_ordinal(t, l, TimeUnit::days);
      const bool following = lex_.is(n, Particle::following) && telling_;
      f.period = day_period((following ? told_ : today_) + shift);
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
    if (g && g.period.precision == Precision::day && (sign != ',' || g.period.start == f.period.start)) next = g.next;
    else g = {};
  }
  if (next == f.next || (bracket && lex_.sign(next) != ')')) return;
  f.next = next + (bracket ? 1 : 0);
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
  const uint32_t n = l.next;
  if (!lex_.inside(n) || lex_.clitics(n)) return {};
  const Lexeme day = lex_.at(n);
  FoundDate f;
  if (const Payload* p = lex_.calendar(day, CalendarKind::relday)) f = relative_day(n, day, int32_t(p->low));
  else if (lex_.calendar(day, CalendarKind::weekday)) f = weekday(n, n);
  else if (const Payload* u = lex_.calendar(day, CalendarKind::unit); u && TimeUnit(uint32_t(u->low)) == TimeUnit::days) f = unit_day(n, day);
  else f = full_day(n);
  if (!f || f.period.precision != Precision::day) return {};
  f.first = t;
  const Letter sign = lex_.sign(f.next);
  const uint32_t second = f.next + (sign == '-' || sign == '/' ? 1U : 0U);  // "the night of Saturday to Sunday"
  const Lexeme other = lex_.at(second);
  if (const Payload* p = lex_.calendar(other, CalendarKind::weekday); p && !other.joined && weekday_of_day(f.period.end + 1) == int32_t(p->low)) {
    f.next = other.next;
    ++f.period.end;
  }
  return f;
}

// --- tense ---

/// The preposition tells, or else the verb.
DateParser::Tense DateParser::tense_of_date(uint32_t t) {
  const Particle before = t > lex_.begin() ? lex_.particle(t - 1) : Particle::none;
  return before == Particle::until ? Tense::future : before == Particle::since ? Tense::past : tense(t);
}

/// Whether the verb nearest to the date speaks of the past or the future: what comes before it first, then what follows.
DateParser::Tense DateParser::tense(uint32_t t) {
  const auto& words = lex_.words().words;
  const auto of_verb = [&](uint32_t w) {
    if (words[w].features.aspect() == Aspect::perf) return Tense::past;
    if (words[w].features.aspect() != Aspect::imp || w == 0) return Tense::unknown;
    const LemmaId before = words[w - 1].lemma;
    if (!before) return Tense::unknown;
    const Function f = lex_.lexicon().lemma(before).function;
    if (f == Function::future || f == Function::neg_future) return Tense::future;
    return f == Function::neg_past ? Tense::past : Tense::unknown;
  };
  const uint32_t begin = lex_.first_word(lex_.begin()).value, end = lex_.first_word(lex_.end()).value;
  const uint32_t at = lex_.first_word(t).value;
  for (uint32_t w = at; w > begin && at - w < kTenseBefore;) {
    --w;
    if (words[w].features.upos() == Upos::verb)
      if (const Tense tense = of_verb(w); tense != Tense::unknown) return tense;
  }
  for (uint32_t w = at; w < end && w - at < kTenseAfter; ++w)
    if (words[w].features.upos() == Upos::verb)
      if (const Tense tense = of_verb(w); tense != Tense::unknown) return tense;
  return Tense::unknown;
}

}  // namespace isnad
