// Numbers of a document: digits and words that count, and those that only name or tell the time.
#include <algorithm>
#include <cmath>
#include <utility>

#include "mention/number_finder.h"
#include "mention/steps.h"

namespace isnad {

void NumberFinder::sentence(const Sentence& s) {
  lex_.enter(s);
  const uint32_t begin = s.kind == SentenceKind::item ? s.body.value : s.first.value;  // the marker of a list counts nothing
  for (uint32_t t = begin; t < s.last.value;) t = std::max(t + 1, step(t));
}

/// Reads what stands at t; gives the next token to read.
uint32_t NumberFinder::step(uint32_t t) {
  if (lex_.is_number(t))
    if (const uint32_t next = no_count(t)) return next;
  if (!lex_.is_number(t) && !lex_.may_count(t) && !minus(t)) return lex_.is_word(t) ? dual(t) : t + 1;
  Draft d;
  d.first = t;
  d.q = read_quantity(lex_, t);
  if (!d.q) return dual(t);
  if (lex_.inside_entity(t)) return t + 1;
  d.next = d.q.next;
  if (time_of_day(t, d.next)) return d.next;
  if (d.q.ordinal && definite_tens(d)) d.q.ordinal = false;
  range(d);
  percent(d);
  if (!d.range) both_bounds(d);
  negative(d);
  return emit(d);
}

/// Times, dates, scores, addresses: digits with signs between them. Gives the token after them, 0 if there are none.
uint32_t NumberFinder::no_count(uint32_t t) {
  const auto tight = [&](uint32_t i) { return lex_.is_number(i + 1) && !lex_.spaced(i) && !lex_.spaced(i + 1); };
  uint32_t end = t + 1, groups = 1;
  bool clock = false, slash = false, dot = false, dash = false;
  while (lex_.inside(end) && tight(end)) {
    const Letter c = lex_.sign(end);
    if (c != ':' && c != '/' && c != '.' && c != ',' && c != '-' && c != '+') break;
    clock |= c == ':';
    slash |= c == '/';
    dot |= c == '.' || c == ',';
    dash |= c == '-';
    end += 2;
    ++groups;
  }
  if (groups == 1) return 0;
  if (slash && groups == 2 && share(t)) return end;
  if (clock || slash || dot || groups > 2) return end;
  uint32_t size = 0;
  const bool score = dash && whole_number(lex_, t, size) >= whole_number(lex_, t + 2, size);
  return dash && !score ? 0 : end;
}

/// "3/4" with small numbers is a fraction.
bool NumberFinder::share(uint32_t t) {
  uint32_t size = 0;
  int32_t part = whole_number(lex_, t, size), whole = whole_number(lex_, t + 2, size);
  if (part > whole && is_bound(lex_.phrase_before(t))) std::swap(part, whole);  // "more than 3/2 of": written from right to left
  if (part < 1 || whole < 2 || part >= whole || whole > 10) return false;
  if (lex_.sign(t - (t > lex_.begin() ? 1 : 0)) == '/') return false;
  Draft d;
  d.first = t;
  d.next = t + 3;
  d.q.fraction = true;
  d.q.low = d.q.high = double(part) / whole;
  const WordId counted = counted_after(d.next);
  if (counted) push(d, counted, "number.fraction");
  return true;
}

/// Hours: "the hour 10", "8 in the morning".
bool NumberFinder::time_of_day(uint32_t first, uint32_t next) {
  uint32_t after = 0;
  if (first > lex_.begin() && lex_.has_article(first - 1))
    if (const Payload* p = lex_.calendar_at(first - 1, CalendarKind::unit, after); p && TimeUnit(uint32_t(p->low)) == TimeUnit::hours)
      return arabic_time::unit_number(lex_.letters(first - 1)) == arabic_time::UnitNumber::one;
  return lex_.calendar_at(next, CalendarKind::daypart, after) != nullptr && !lex_.has_article(next);
}

uint32_t NumberFinder::emit(Draft& d) {
  if (label(d)) {
    push(d, {}, "number.label");
    return d.next;
  }
  const bool own = lex_.is_word(d.next - 1) && lex_.pronoun(d.next - 1);  // "one of them"
  WordId counted = attributive(d);
  if (!counted) counted = before_article(d);
  if (!counted && own) {
    push(d, {}, rule_of(d));
    return d.next;
  }
  if (!counted && (!d.percent || lex_.is(d.next, Particle::of))) counted = counted_after(d.next);
  if (!counted && !d.q.ordinal && !d.percent) counted = number_of(d.first);
  const bool bounded = d.q.fraction && is_bound(lex_.phrase_before(d.first));
  if (!d.q.digits && !counted && !d.percent && !d.range && !bounded && idle(d)) return d.next;
  push(d, counted, rule_of(d));
  return d.next;
}

/// Digits that name rather than count: "number 37", "Resolution 302", where no noun follows.
bool NumberFinder::label(const Draft& d) {
  if (!d.q.digits || d.q.scaled || d.range || d.percent || d.first == lex_.begin() || !lex_.is_word(d.first - 1)) return false;
  if (lex_.is(d.first - 1, Particle::label)) return true;
  const Word& w = lex_.main(d.first - 1);
  return w.article && w.features.upos() == Upos::noun && !lex_.has_noun(d.next) && !counted_people(d.next) &&
         !lex_.is(d.next, Particle::of) && !number_of(d.first);
}

/// An adjective of a state or town that stands for its people ("15 Palestinians").
bool NumberFinder::counted_people(uint32_t t) const {
  if (!lex_.is_word(t) || lex_.clitics(t)) return false;
  const Word& w = lex_.main(t);
  return w.features.upos() == Upos::adj && !w.article && w.lemma && (lex_.lexicon().lemma(w.lemma).classes & bit(NounClass::nationality));
}

/// Words that count only where a noun says what: one, zero, half, some.
bool NumberFinder::idle(const Draft& d) {
  if (d.q.low < 0) return false;
  if (d.q.fraction) return d.next == d.first + 1;
  return d.q.ordinal || d.q.high <= 1 || (d.q.vague && d.q.low < 10);
}

std::string_view NumberFinder::rule_of(const Draft& d) {
  if (d.range) return "number.range";
  if (d.percent) return "number.percent";
  if (d.q.ordinal) return "number.ordinal";
  if (d.q.vague) return d.q.high <= 1 ? "number.share" : "number.vague";
  if (d.q.fraction) return "number.fraction";
  return d.q.digits ? "number.digits" : "number.words";
}

void NumberFinder::push(const Draft& d, WordId counted, std::string_view rule) {
  NumberMention n;
  n.first = lex_.is_word(d.first) ? lex_.words().main_of[d.first] : lex_.first_word(d.first);
  n.last = lex_.first_word(d.next);
  n.span = {lex_.words()[n.first].span.begin, lex_.words()[n.last.prev()].span.end};
  n.low = d.q.low;
  n.high = d.q.high;
  n.value = d.range ? (d.q.low + d.q.high) / 2 : d.q.low;
  n.ordinal = d.q.ordinal;
  n.percent = d.percent;
  n.counted = counted;
  n.rule = rule;
  if (!n.ordinal && !d.range) bound(n, d, counted);
  n.low = std::min(n.low, n.value);  // "at most -2": bounds hold the value also below zero
  n.high = std::max(n.high, n.value);
  if (out_.numbers.empty() || out_.numbers.back().last <= n.first) out_.numbers.push_back(n);
}

void find_numbers(const Lexicon& lexicon, const Document&, const Text& text, const Words& words, Mentions& out) {
  NumberFinder finder(lexicon, text, words, out);
  for (const Sentence& s : text.sentences) finder.sentence(s);
}

}  // namespace isnad
