// Dates and periods of a document: tries the grammar at each token, left to right, and keeps what it finds.
#include <algorithm>

#include "mention/calendar.h"
#include "mention/date_parser.h"
#include "mention/steps.h"

namespace isnad {
namespace {

constexpr int kDeepest = 4;  // readings within readings: a range of a part of an ordinal ...

}  // namespace

FoundDate DateParser::find(uint32_t t) {
  const bool number = lex_.is_number(t);
  if (!number && !lex_.is_word(t)) return {};
  if (number || lex_.at(t)) {
    if (const FoundDate f = plain(t)) return f;
    if (const FoundDate f = from_now_on(t)) return f;
  }
  switch (lex_.particle(t)) {
    case Particle::no: {
      uint32_t next = 0;
      return lex_.phrase_at(t, next) == Function::number_most ? at_the_latest(t, next) : FoundDate{};
    }
    case Particle::limit:
      return at_the_latest(t, t + 1);
    case Particle::starting:
      return starting(t);
    case Particle::eve:
      return eve(t);
    case Particle::that:
    case Particle::same:
      return same_unit(t, t + 1);
    case Particle::since:
      return since(t);
    case Particle::before:
      return before(t);
    case Particle::after:
      return after(t);
    case Particle::until:
      return until(t);
    case Particle::during:
      return within(t);
    case Particle::of:
      return from_to(t);
    case Particle::between:
      return between(t);
    case Particle::article:
      return counted_relative(t);
    case Particle::rest:
      return rest_of(t);
    case Particle::time:
      return some_time_of(t);
    case Particle::in:
      return lex_.is(t + 1, Particle::time) ? some_time_of(t + 1) : within_count(t);
    default:
      return {};
  }
}

/// A date, and the end of a range after it: "today until tomorrow", "12 January 2016 - 22 January".
FoundDate DateParser::plain(uint32_t t) {
  const FoundDate f = twin(simple(t));
  if (!f || depth_ > 0) return f;
  if (const FoundDate open = or_after(f)) return open;
  const bool dash = lex_.sign(f.next) == '-' && lex_.spaced(f.next);
  if (!dash && !lex_.is(f.next, Particle::until)) return f;
  if (f.first > lex_.begin() && lex_.is(f.first - 1, Particle::of)) return f;
  ++depth_;
  const FoundDate high = simple(f.next + 1);
  --depth_;
  if (!high || f.period.precision >= Precision::decade) return f;
  if (dash && f.period.precision != high.period.precision) return f;
  const FoundDate both = range(f.first, f, high);
  return both ? both : f;
}

FoundDate DateParser::simple(uint32_t t) {
  if (!lex_.inside(t) || depth_ > kDeepest) return {};
  ++depth_;
  FoundDate f;
  if (lex_.is_number(t)) {
    f = digits(t);
    if (!f) f = day_month(t);
    if (!f) f = counted_relative(t);
    if (!f) f = year_alone(t);
  } else if (const Lexeme l = lex_.at(t)) {
    f = by_lexeme(t, l);
  } else if (lex_.is(t, Particle::article)) {
    f = counted_relative(t);
  } else if (lex_.is(t, Particle::that)) {
    f = same_unit(t, t + 1);
  }
  --depth_;
  return f;
}

/// By what kind of word starts it; a word may be of several kinds.
FoundDate DateParser::by_lexeme(uint32_t t, const Lexeme& l) {
  FoundDate f;
  const auto low = [](const Payload* p) { return int32_t(p->low); };
  if (lex_.is(t, Particle::same)) return same_unit(t, t + 1);
  if (const Payload* p = lex_.calendar(l, CalendarKind::relday); p && (f = relative_day(t, l, low(p)))) return f;
  if (lex_.calendar(l, CalendarKind::weekday) && (f = weekday(t, t))) return f;
  if (const Payload* p = lex_.number(l, NumberKind::ordinal); p && (f = nth(t, l, low(p)))) return f;
  if (lex_.has(l, PayloadKind::number) && (f = day_month(t))) return f;
  if (lex_.has(l, PayloadKind::number) && (f = year_in_words(t))) return f;
  if (const Payload* p = lex_.number(l, NumberKind::cardinal); p && l.article) {
    if (p->low == 10 && (f = ten_days(t, l))) return f;
    if (p->low == 2000 && (f = two_thousands(t, l))) return f;
  }
  if (lex_.calendar(l, CalendarKind::daypart) && (f = part_of_day(t, l))) return f;
  if (const Payload* p = lex_.calendar(l, CalendarKind::unit); p && (f = unit(t, l, TimeUnit(uint32_t(p->low))))) return f;
  if (const Payload* p = lex_.calendar(l, CalendarKind::part); p && (f = part(t, l, PeriodPart(uint32_t(p->low))))) return f;
  if (lex_.is(t, Particle::this_) && lex_.calendar(l, CalendarKind::relative) && (f = this_unit(t, l))) return f;
  if (const Payload* p = lex_.calendar(l, CalendarKind::season); p && (f = season(t, l, Season(uint32_t(p->low))))) return f;
  if (one_month(t) && (f = month_first(t, l))) return f;
  if (const Payload* p = lex_.number(l, NumberKind::vague);
      p && p->high == p->low + 9 && p->low >= 10 && p->low <= 90 && (f = decade(t, l, low(p))))
    return f;
  if (const Payload* p = lex_.number(l, NumberKind::fraction); p && (f = slice(t, l, p->low))) return f;
  if (lex_.has(l, PayloadKind::number)) return counted_relative(t);
  return f;
}

/// A week or more: what parts, halves and ordinals are of. Here the definite unit alone is the present one, and a year needs no word.
FoundDate DateParser::wide(uint32_t t) {
  if (!lex_.inside(t) || depth_ > kDeepest) return {};
  ++depth_;
  FoundDate f;
  uint32_t next = 0;
  const Lexeme l = lex_.at(t);
  if (lex_.is_number(t)) {
    f = digits(t);
    if (!f)
      if (const Year y = year_at(t, false)) f = make(t, y.next, year_period(y.value), false, "date.year_alone");
  } else if (l && !(t > lex_.begin() && lex_.inside_name(t) && lex_.is(t, Particle::this_))) {
    if (const Month m = month_at(t))
      f = month_tail(t, m, 0, m.next);
    else
      f = by_lexeme(t, l);
    const Payload* s = lex_.calendar(l, CalendarKind::season);
    if (!f && s && lex_.has_article(t))
      f = make(t, l.next, season_period(Season(uint32_t(s->low)), gregorian_of_day(today_).year), true, "date.season");
    const TimeUnit u = f ? TimeUnit::none : unit_at(t, next);
    const bool one = u != TimeUnit::none && arabic_time::unit_number(lex_.letters(t)) == arabic_time::UnitNumber::one;
    if (one && lex_.has_article(t) && precision_of(u) != Precision::day)
      f = make(t, next, unit_around(u, today_, 0), true, "date.this_unit");
  }
  --depth_;
  if (f && f.period.precision == Precision::day && f.period.start == f.period.end) return {};
  return f;
}

int32_t document_day(const Document& document) {
  const std::string& s = document.date;
  const auto number = [&](size_t at, size_t size) {
    int32_t v = 0;
    for (size_t i = at; i < at + size; ++i) v = s[i] >= '0' && s[i] <= '9' ? v * 10 + (s[i] - '0') : -100000;
    return v;
  };
  if (s.size() < 10 || s[4] != '-' || s[7] != '-') return INT32_MIN;
  const int32_t y = number(0, 4), m = number(5, 2), d = number(8, 2);
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > days_in_gregorian_month(y, m)) return INT32_MIN;
  return day_of_gregorian(y, m, d);
}

namespace {

DateMention mention_of(const DateParser& parser, const Words& words, const FoundDate& f) {
  DateMention d;
  d.first = parser.lexemes().is_word(f.first) ? words.main_of[f.first] : words.first_of[f.first];
  d.last = words.first_of[f.next];
  d.span = {words[d.first].span.begin, words[d.last.prev()].span.end};
  d.precision = f.period.precision;
  d.resolved = f.resolved && (parser.dated() || !f.relative);
  if (d.resolved) d.start = f.period.start, d.end = f.period.end;
  d.open_start = f.open_start;
  d.open_end = f.open_end;
  d.rule = f.rule;
  return d;
}

/// Reads all sentences with a parser that knows the day or not.
void read_all(DateParser& parser, const Text& text, const Words& words, Mentions& out) {
  out.dates.clear();
  for (const Sentence& s : text.sentences) {
    parser.enter(s);
    for (uint32_t t = s.first.value; t < s.last.value;) {
      const FoundDate f = parser.find(t);
      if (!f || parser.inside_entity(t)) {
        ++t;
        continue;
      }
      parser.remember(f);
      out.dates.push_back(mention_of(parser, words, f));
      t = std::max(t + 1, f.next);
    }
  }
}

}  // namespace

void find_dates(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out) {
  DateParser parser(lexicon, text, words, out, document_day(document));
  read_all(parser, text, words, out);
  if (parser.dated() || parser.anchor() == INT32_MIN) return;
  DateParser again(lexicon, text, words, out, parser.anchor());  // the text itself says which day "yesterday" is
  read_all(again, text, words, out);
}

}  // namespace isnad
