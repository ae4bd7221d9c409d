// Years: "2016", "the year 2014", "the years 2011 and 2012", "1441 AH".
#include <cmath>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kHijriNow = 1390, kHijriEnd = 1460;  // a plain year in this range is Hijri
constexpr int32_t kLeastYear = 1000, kMostYear = 2200;
constexpr uint32_t kResolutionWithin = 4;  // words before its number
constexpr int32_t kLeastBareYear = 1500, kMostBareYear = 2100;

using arabic_time::unit_number;
using arabic_time::UnitNumber;

}  // namespace

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

/// "Security Council resolution 1973" is not of that year.
bool DateParser::names_resolution(uint32_t t) const {
  for (uint32_t i = 1; i <= kResolutionWithin && t >= lex_.begin() + i && lex_.is_word(t - i); ++i) {
    if (lex_.is(t - i, Particle::resolution)) return true;
    if (lex_.main(t - i).features.upos() == Upos::verb || lex_.main(t - i).features.upos() == Upos::adp) return false;
  }
  return false;
}

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
  if (!allowed || (y.plain && !bracket && names_resolution(t))) return {};
  if (lex_.is_word(next) && !lex_.clitics(next) && !bracket && y.plain) {
    const Word& w = lex_.main(next);
    const Lexeme l = lex_.at(next);
    if (!w.article && w.features.upos() == Upos::noun && !lex_.calendar(l, CalendarKind::daypart)) return {};
    if (lex_.number(l, NumberKind::multiplier)) return {};
    if (!w.article && w.features.upos() == Upos::adj) return {};
  }
  return make(t, next, year_period(y.value), false, "date.year_alone");
}

/// A comma that typesetting has put before a year and not after the word: "in the year ,1985".
uint32_t DateParser::past_stray_comma(uint32_t t) const {
  const bool stray = lex_.sign(t) == ',' && lex_.spaced(t) && lex_.is_number(t + 1) && !lex_.spaced(t + 1);
  return stray && lex_.token(t + 1).size() == 4 ? t + 1 : t;
}

/// "Last year, 2013", "the present year (2011)": the number says which.
void DateParser::year_named_again(FoundDate& f) {
  const bool bracket = lex_.sign(f.next) == '(';
  const uint32_t at = bracket ? f.next + 1 : past_stray_comma(f.next);
  const Year y = lex_.is_number(at) && lex_.token(at).size() == 4 ? year_at(at, true) : Year{};
  if (!y || y.value < kLeastBareYear || y.value >= kMostBareYear || (bracket && lex_.sign(y.next) != ')')) return;
  const bool same = dated_ && f.period.start == year_period(y.value).start;
  if (!same && !bracket && lex_.has_noun(y.next) && !lex_.has_article(y.next)) return;
  f.next = y.next + (bracket ? 1U : 0U);
  f.period = year_period(y.value);
  f.relative = false;
}

/// A year in words that nothing says is one: after a preposition, and before nothing that it could count.
FoundDate DateParser::year_in_words(uint32_t t) {
  if (!governed(t) || lex_.has_article(t) || lex_.clitics(t)) return {};
  const Year y = bare_year(t);
  if (!y || y.value % 100 == 0 || lex_.is_word(y.next)) return {};
  return make(t, y.next, year_period(y.value), false, "date.year_alone");
}

/// "The year 2014", "the years 2011 and 2012".
FoundDate DateParser::unit_year(uint32_t t, const Lexeme& l) {
  const uint32_t n = past_stray_comma(l.next);
  if (lex_.is_number(n))
    if (const FoundDate f = digits(n); f && f.rule == "date.years") return make(t, f.next, f.period, false, f.rule);
  Year y = year_at(n, true);
  uint32_t size = 0;
  const int32_t short_year = whole_number(lex_, n, size);
  if (!y && size == 2 && short_year >= 30 && !lex_.has_noun(n + 1)) y.value = 1900 + short_year, y.next = n + 1;  // "in 48"
  if (!y || (lex_.inside(n) && lex_.clitics(n))) return {};
  if (unit_number(lex_.letters(t)) == UnitNumber::many && !lex_.is_number(n)) return {};
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

/// A year of the last centuries that counts nothing.
DateParser::Year DateParser::bare_year(uint32_t t) {
  const Year y = year_at(t, true);
  if (!y || y.value < kLeastBareYear || y.value >= kMostBareYear || (lex_.is_word(t) && lex_.has_article(t))) return {};
  const bool counts =
      lex_.is_word(y.next) && !lex_.clitics(y.next) && !lex_.has_article(y.next) && lex_.main(y.next).features.upos() == Upos::noun;
  return counts ? Year{} : y;
}

}  // namespace isnad
