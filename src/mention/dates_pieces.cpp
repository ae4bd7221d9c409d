// What dates are put together from: a month under its names, the number of a day, "last" and "next", a unit of time.
#include <array>
#include <cmath>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {

TimeUnit DateParser::unit_at(uint32_t t, uint32_t& next) {
  const Payload* p = lex_.calendar_at(t, CalendarKind::unit, next);
  return p ? TimeUnit(uint32_t(p->low)) : TimeUnit::none;
}

Period DateParser::period_of(Calendar c, int32_t year, int32_t month, int32_t day, bool& valid) {
  const int32_t length = days_in_month(c, year, month);
  valid = day <= length;
  const int32_t start = day_of(c, year, month, day > 0 && valid ? day : 1);
  if (day > 0) return day_period(start);
  return {start, start + length - 1, Precision::month};
}

DateParser::Month DateParser::one_month(uint32_t t, bool said) {
  const Lexeme l = said ? lex_.spelled(t) : lex_.at(t);
  if (!l) return {};
  static constexpr std::array<CalendarKind, 3> kKinds{CalendarKind::month_gregorian, CalendarKind::month_hijri,
                                                      CalendarKind::month_persian};
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
    const Month again = one_month(m.next + 1, true);
    const bool closed = sign != '(' || lex_.sign(again.next) == ')';
    if (again && again.calendar == m.calendar && again.value == m.value && closed) m.next = again.next + (sign == '(' ? 1 : 0);
  } else if (const Month again = one_month(m.next);
             again && again.calendar == m.calendar && again.value == m.value && !lex_.clitics(m.next)) {
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
  if (t == lex_.begin() || !lex_.is_word(t - 1) || (lex_.is_word(t) && lex_.clitics(t)) || lex_.is(t - 1, Particle::by)) return false;
  const Word& w = lex_.main(t - 1);
  if (w.features.upos() != Upos::noun || w.article || !w.lemma) return false;
  return (lex_.lexicon().lemma(w.lemma).classes & bit(NounClass::time)) == 0;
}

bool DateParser::governed(uint32_t t) {
  if (lex_.preposition(t)) return true;
  switch (t > lex_.begin() ? lex_.particle(t - 1) : Particle::none) {
    case Particle::in:
    case Particle::since:
    case Particle::during:
    case Particle::until:
    case Particle::of:
    case Particle::to:
    case Particle::before:
    case Particle::after:
    case Particle::between:
    case Particle::throughout:
      return true;
    default:
      return false;
  }
}

}  // namespace isnad
