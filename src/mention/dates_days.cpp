// Days and months by name: "3 January 2020", one day in two calendars; and years.
#include <array>
#include <cmath>
#include <cstdlib>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kHijriNow = 1390, kHijriEnd = 1460;  // a plain year in this range is Hijri
constexpr int32_t kLeastYear = 1000, kMostYear = 2200;
constexpr int32_t kPivot = 400;           // Gregorian years are far above those of the other calendars' present
constexpr int32_t kTwinDays = 2;          // by how much two calendars may disagree on one day
constexpr size_t kShortName = 3;          // letters of months that are also names
constexpr int32_t kAnniversaryDays = 60;  // an event named by its day is rarely resolved farther than this
constexpr uint32_t kMostDaysListed = 5;

}  // namespace

// --- pieces ---

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

Calendar DateParser::calendar_of_year(int32_t year, const Payload* era, bool& before_era) {
  before_era = false;
  if (era) {
    switch (Era(uint32_t(era->low))) {
      case Era::AH:
        return Calendar::hijri;
      case Era::SH:
        return Calendar::persian;
      case Era::BCE:
        before_era = true;
        break;
      default:
        break;
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
    if (era && lex_.sign(next) == ')')
      ++next;
    else
      era = nullptr;
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
  const bool counts =
      y && !lex_.is_number(t) && !lex_.is(t - 1, Particle::of) && lex_.is_word(y.next) && lex_.main(y.next).features.upos() == Upos::noun;
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
  const int32_t now = year_of(m.calendar, today_);
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
    for (int32_t year = now + (relation == Relation::future ? 8 : 0); year > now - 9 && !valid; --year)
      best = period_of(m.calendar, year, m.value, day, valid);
    if (!valid) return {};
  }
  const bool fixed = relation != Relation::none;
  const bool far = best.start > today_ + kAnniversaryDays || best.end < today_ - kAnniversaryDays;
  FoundDate f = make(t, next, best, true,
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
  if (after == '%' || after == ':' || ((after == '/' || after == '-' || after == '.') && !lex_.spaced(next) && lex_.is_number(next + 1)))
    return {};
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

}  // namespace isnad
