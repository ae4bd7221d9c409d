// Months by name, and days and months whose year the words around them tell.
#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kMostYear = 2200;
constexpr int32_t kLeastPersian = 1280, kMostPersian = 1450;  // years that make a Persian month sure, though it may be a name too
constexpr int32_t kPivot = 400;                               // Gregorian years are far above those of the other calendars' present
constexpr size_t kShortName = 3;                              // letters of months that are also names
constexpr int32_t kAnniversaryDays = 60;                      // an event named by its day is rarely resolved farther than this

using arabic_time::unit_number;
using arabic_time::UnitNumber;

}  // namespace

FoundDate DateParser::with_year(uint32_t t, const Month& m, int32_t day, const Year& y) {
  Calendar c = m.calendar;
  int32_t year = y.value;
  const bool other = c != Calendar::gregorian && y.value > 1500 + kPivot;  // a Hijri month of a Gregorian year
  if (other) year = year_of(c, day_of_gregorian(y.value, 1, 1));
  if (year < -3000 || year > 2 * kMostYear) return {};
  bool valid = false;
  Period p = period_of(c, year, m.value, day, valid);
  if (other && valid && gregorian_of_day(p.start).year < y.value) p = period_of(c, year + 1, m.value, day, valid);
  if (!valid) return {};
  return make(t, y.next, p, false, day > 0 ? "date.day_month_year" : "date.month_year");
}

/// The year that the words around it suggest.
FoundDate DateParser::without_year(uint32_t t, const Month& m, int32_t day, uint32_t next, Relation relation) {
  const bool from_told = relation == Relation::none && told_year(t);
  const int32_t today = from_told ? told_.start : today_, now = year_of(m.calendar, today);
  const Tense said = relation == Relation::none && !from_told ? tense_of_date(t) : Tense::unknown;
  Period best;
  double least = 1e9;
  for (int32_t year = now - 1; year <= now + 1; ++year) {
    bool valid = false;
    const Period p = period_of(m.calendar, year, m.value, day, valid);
    if (!valid) continue;
    double distance = p.start > today ? 2.0 * (p.start - today) : p.end < today ? today - p.end : 0;
    if (relation == Relation::current && year != now) continue;
    if (relation == Relation::past && p.end >= today) continue;
    if (relation == Relation::future && p.start <= today) continue;
    if (said == Tense::past && p.start > today) distance += 1e6;
    if (said == Tense::future && p.end < today) distance += 1e6;
    if (distance < least) least = distance, best = p;
  }
  if (least == 1e9) {  // the 29th of a February that is not near
    if (day <= 28) return {};
    bool valid = false;
    for (int32_t year = now + (relation == Relation::future ? 8 : 0); year > now - 9 && !valid; --year)
      best = period_of(m.calendar, year, m.value, day, valid);
    if (!valid) return {};
  }
  const bool fixed = relation != Relation::none;
  const bool far = best.start > today + kAnniversaryDays || best.end < today - kAnniversaryDays;
  FoundDate f = make(t, next, best, !from_told,
                     day > 0 ? (fixed ? "date.day_month_relative" : "date.day_month")
                     : fixed ? "date.month_relative"
                             : "date.month");
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
      y.value = year_of(m.calendar, today_) + shift;
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
  if (const Day d = day_at(m.next); d && ((d.ordinal && lex_.letters_have_article(lex_.at(m.next)) && !lex_.clitics(m.next)) ||
                                          (d.digits && lex_.sign(d.next) == ',' && year_at(d.next + 1, true)))) {
    return month_tail(t, m, d.value, d.next);
  }
  if ((sign == '-' || sign == '/') && !lex_.spaced(m.next)) {
    const Day d = day_at(m.next + 1);
    if (d && d.digits && !one_month(d.next)) return month_tail(t, m, d.value, d.next);
  }
  const FoundDate f = month_tail(t, m, 0, m.next);
  const Year y = m.calendar == Calendar::persian ? year_after_month(m.next) : Year{};
  const bool persian_year = y && y.value > kLeastPersian && y.value < kMostPersian;
  const bool alone = f.rule == "date.month" || (m.calendar == Calendar::persian && !persian_year);
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

}  // namespace isnad
