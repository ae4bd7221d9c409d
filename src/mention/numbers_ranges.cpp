// Between which bounds a number lies: signs, ranges, percentages, "at least", "about", "above".
#include <cmath>
#include <limits>

#include "mention/number_finder.h"

namespace isnad {
namespace {

constexpr double kAbout = 0.1;  // "about 200": within a tenth

}  // namespace

/// "-5 degrees": a dash before digits, where nothing is counted but units of measure, and nothing before it makes it a range or a name.
void NumberFinder::negative(Draft& d) {
  const uint32_t t = d.first;
  if (!d.q.digits || d.range || t == lex_.begin() || lex_.sign(t - 1) != '-' || lex_.spaced(t)) return;
  if (!lex_.spaced(t - 1) && t - 1 > lex_.begin()) return;
  if (t - 1 > lex_.begin() && (lex_.is_number(t - 2) || !lex_.is_word(t - 2))) return;
  const bool degrees = d.percent || !lex_.has_noun(d.next);
  if (!degrees || (t - 1 > lex_.begin() && lex_.is_word(t - 2) && lex_.main(t - 2).features.upos() == Upos::propn)) return;
  d.q.low = d.q.high = -d.q.low;
  d.first = t - 1;
}

/// "More than 10 and less than 20".
void NumberFinder::both_bounds(Draft& d) {
  const Function low = lex_.phrase_before(d.first);
  uint32_t from = 0, next = 0;
  if ((low != Function::number_least && low != Function::number_most) || !lex_.conjoined(d.next, from)) return;
  const Function high = lex_.phrase_at(from, next);
  if (high == low || (high != Function::number_least && high != Function::number_most)) return;
  const Quantity q = read_quantity(lex_, next);
  const double a = low == Function::number_least ? d.q.low : q.low, b = low == Function::number_least ? q.low : d.q.low;
  if (!q || q.vague || q.ordinal || a >= b) return;
  d.q.low = a;
  d.q.high = b;
  d.next = q.next;
  d.range = true;
}

void NumberFinder::range(Draft& d) {
  if (d.q.ordinal || d.q.vague) return;
  const bool between = d.first > lex_.begin() && lex_.spells(d.first - 1, Particle::between);
  const bool from = d.first > lex_.begin() && lex_.is(d.first - 1, Particle::of);
  const uint32_t first_end = after_percent(d.next);
  if (between) return between_range(d);
  if (lex_.sign(first_end) == '-') {
    const bool tight = !lex_.spaced(first_end) && !lex_.spaced(first_end + 1);
    const bool loose = lex_.spaced(first_end) && lex_.inside(first_end + 1) && lex_.spaced(first_end + 1);
    if (tight || loose) upper(d, first_end + 1, d.first);
  } else if (lex_.is(first_end, Particle::to) && (from || d.q.digits)) {
    upper(d, first_end + 1, from && !lex_.inside_name(d.first - 1) ? d.first - 1 : d.first);
  } else if (lex_.is(first_end, Particle::either)) {
    upper(d, first_end + 1, d.first);
  }
}

void NumberFinder::between_range(Draft& d) {
  const bool whole = lex_.is(d.first - 1, Particle::between) && !lex_.inside_name(d.first - 1);
  const uint32_t start = whole ? d.first - 1 : d.first;
  uint32_t from = 0;
  if (lex_.conjoined(after_percent(d.next), from) && upper(d, from, start)) return;
  d.q = read_quantity(lex_, d.first, Reading::first_part);
  d.next = d.q.next;
  if (lex_.conjoined(after_percent(d.next), from) && upper(d, from, start)) return;
  d.q = read_quantity(lex_, d.first);
  d.next = d.q.next;
}

/// Makes `d` a range up to the number at token t; false if there is none or it is not greater.
bool NumberFinder::upper(Draft& d, uint32_t t, uint32_t start) {
  if (!lex_.inside(t)) return false;
  const Quantity high = read_quantity(lex_, t);
  if (!high || high.ordinal || high.vague || high.fraction != d.q.fraction) return false;
  double low = d.q.low;
  if (high.scaled && !d.q.scaled && low < 1000 && low * high.scale < high.low) low *= high.scale;  // "10 to 15 thousand"
  if (low >= high.low) return false;
  d.percent = after_percent(d.next) != d.next;
  d.q.low = low;
  d.q.high = high.low;
  d.q.scaled = high.scaled;
  d.first = start;
  d.next = high.next;
  d.range = true;
  return true;
}

void NumberFinder::percent(Draft& d) {
  const uint32_t next = after_percent(d.next);
  d.percent |= next != d.next;
  d.next = next;
  if (!d.percent && d.q.digits && d.first > lex_.begin() && lex_.sign(d.first - 1) == '%' && !lex_.spaced(d.first)) {
    d.percent = true;
    --d.first;
  }
  if (!d.percent && d.q.digits && d.first > lex_.begin() && after_percent(d.first - 1) == d.first && !lex_.may_count(d.next)) {
    const bool counted = d.first - 1 > lex_.begin() && (lex_.is_number(d.first - 2) || lex_.may_count(d.first - 2));
    if (!counted && lex_.preposition(d.first - 1) == 'b') d.percent = true, --d.first;  // "per cent 210"
  }
}

/// The token after a percent sign or "in the hundred" at t; t itself if there is none.
uint32_t NumberFinder::after_percent(uint32_t t) {
  if (lex_.sign(t) == '%') return t + 1;
  const Lexeme l = lex_.at(t);
  if (const Payload* p = lex_.number(l, NumberKind::fraction); p && p->low == 0.01) return l.next;
  if (const Payload* p = lex_.number(l, NumberKind::ordinal); p && p->low == 100 && lex_.preposition(t) == 'b') return l.next;
  if (lex_.is(t, Particle::in)) {
    const Lexeme hundred = lex_.at(t + 1);
    if (const Payload* p = lex_.number(hundred, NumberKind::ordinal); p && p->low == 100) return hundred.next;
  }
  return t;
}

void NumberFinder::bound(NumberMention& n, const Draft& d, WordId counted) {
  uint32_t next = 0;
  Function f = lex_.conjoined(d.first, next) ? Function::none : lex_.phrase_before(d.first);  // "12 at least and dozens"
  if (!is_bound(f)) f = above_or_below(d, counted);
  if (!is_bound(f)) f = lex_.phrase_at(d.next, next);
  if (!is_bound(f) && counted && counted >= n.last) f = lex_.phrase_at(lex_.words()[counted].token.value + 1, next);
  if (f == Function::number_least) n.high = std::numeric_limits<double>::infinity();
  if (f == Function::number_most) n.low = 0;
  if (f == Function::number_about && n.low == n.high) {
    const double off = n.value * kAbout;
    const bool whole = n.value == std::floor(n.value) && n.value >= 5;
    n.low = whole ? std::floor(n.value - off) : n.value - off;
    n.high = whole ? std::ceil(n.value + off) : n.value + off;
  }
}

/// "Over the thirty": tens with the article are ordinals, but not after a preposition that compares.
bool NumberFinder::definite_tens(const Draft& d) {
  if (d.first == lex_.begin() || d.q.low < 20 || d.q.low > 90 || std::fmod(d.q.low, 10) != 0) return false;
  return lex_.is(d.first - 1, Particle::above) || lex_.is(d.first - 1, Particle::below);
}

/// "Above 80 dollars", "under 18 years", but not "above three towns".
Function NumberFinder::above_or_below(const Draft& d, WordId counted) {
  if (d.first == lex_.begin()) return Function::none;
  const Particle p = lex_.particle(d.first - 1);
  if (p != Particle::above && p != Particle::below) return Function::none;
  const LemmaId lemma = counted ? lex_.words()[counted].lemma : LemmaId::none();
  const uint64_t classes = lemma ? lex_.lexicon().lemma(lemma).classes : 0;
  const bool measured = !counted || d.percent || (classes & (bit(NounClass::unit) | bit(NounClass::money) | bit(NounClass::time))) != 0;
  if (!measured) return Function::none;
  return p == Particle::above ? Function::number_least : Function::number_most;
}

}  // namespace isnad
