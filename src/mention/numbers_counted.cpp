// What a number counts: the noun after it, before it, or that "the number of" names; duals count two of themselves.
#include <algorithm>

#include "mention/number_finder.h"

namespace isnad {
namespace {

constexpr uint32_t kCountedWithin = 5;   // tokens after a number in which its noun is looked for
constexpr uint32_t kNumberOfWithin = 9;  // tokens before it in which "the number of ..." is

}  // namespace

/// "The three soldiers" with the number behind its noun, "one person".
WordId NumberFinder::attributive(const Draft& d) {
  if (d.first == lex_.begin() || d.q.digits || d.range || d.percent) return {};
  const bool definite = lex_.has_article(d.first);
  if (!definite && !(d.q.ordinal || (d.q.low >= 1 && d.q.low <= 10 && !d.q.vague))) return {};
  if (lex_.clitics(d.first)) return {};
  if (!definite && d.q.ordinal && before_its_noun(d)) return {};
  for (uint32_t t = d.first - 1; d.first - t <= 3; --t) {
    if (!lex_.is_word(t) || (lex_.at(t) && !(d.q.ordinal && unit_of_time(t)))) return {};
    const Word& w = lex_.main(t);
    if (w.article != definite) return {};
    if (w.features.upos() == Upos::noun || w.features.upos() == Upos::propn) {
      if (!definite && !d.q.ordinal && (lex_.has_noun(d.next) || !agrees(w, d.q.low))) return {};
      return lex_.words().main_of[t];
    }
    if (w.features.upos() != Upos::adj || t == lex_.begin()) return {};
  }
  return {};
}

/// "A second attack": the ordinal that stands before its noun is masculine, whatever the noun.
bool NumberFinder::before_its_noun(const Draft& d) {
  const auto letters = lex_.letters(d.first);
  const bool feminine = arabic_time::is_feminine(letters) || (d.q.low == 1 && letters.back() == fold(letter::kYa));
  return !feminine && lex_.has_noun(d.next) && !lex_.has_article(d.next);
}

/// "The 15 prisoners", with digits behind their noun and an article of their own.
WordId NumberFinder::before_article(const Draft& d) {
  if (!d.q.digits || d.range || d.percent || d.first < lex_.begin() + 2 || !lex_.is(d.first - 1, Particle::article)) return {};
  const Word& w = lex_.main(d.first - 2);
  if (!lex_.is_word(d.first - 2) || !w.article || w.features.upos() != Upos::noun || w.features.number() == Number::sing) return {};
  return lex_.words().main_of[d.first - 2];
}

/// "The third day in a row".
bool NumberFinder::unit_of_time(uint32_t t) {
  const Lexeme l = lex_.at(t);
  if (const Payload* p = lex_.calendar(l, CalendarKind::relday)) return p->low == 0;  // "today" is "the day"
  return lex_.calendar(l, CalendarKind::unit) != nullptr;
}

bool NumberFinder::agrees(const Word& w, double value) {
  const Number n = value == 1 ? Number::sing : value == 2 ? Number::dual : Number::plur;
  return w.features.number() == n || (value == 1 && w.features.number() == Number::none);
}

/// The noun after the number; adjectives and "of" may stand between.
WordId NumberFinder::counted_after(uint32_t t) {
  WordId adjective;
  const uint32_t limit = std::min(lex_.end(), t + kCountedWithin);
  for (; t < limit; ++t) {
    const TokenKind kind = lex_.token(t).kind;
    if (kind == TokenKind::quote_open) continue;
    if (kind != TokenKind::word || lex_.clitics(t) || lex_.is_number(t)) break;
    const WordId id = lex_.words().main_of[t];
    if (lex_.is(t, Particle::of)) {
      if (lex_.pronoun(t) || adjective) break;
      continue;
    }
    const Word& w = lex_.words()[id];
    const Upos upos = w.features.upos();
    if (upos == Upos::adj) {
      if (adjective) break;
      adjective = id;
      continue;
    }
    if (upos == Upos::noun && !quantity(w)) return id;
    if (upos == Upos::propn || upos == Upos::x) return adjective ? adjective : id;
    if (upos != Upos::noun && upos != Upos::det) break;
  }
  return adjective;
}

bool NumberFinder::quantity(const Word& w) const {
  return w.lemma && (lex_.lexicon().lemma(w.lemma).classes & bit(NounClass::quantity)) != 0;
}

/// "The number of the dead rose to 20".
WordId NumberFinder::number_of(uint32_t first) {
  for (uint32_t t = first; t > lex_.begin() && first - t < kNumberOfWithin;) {
    --t;
    if (!lex_.is_word(t)) return {};
    const Word& w = lex_.main(t);
    if (w.features.upos() != Upos::noun || !quantity(w) || lex_.at(t)) continue;
    return t + 1 < first && lex_.has_noun(t + 1) ? lex_.words().main_of[t + 1] : WordId::none();
  }
  return {};
}

/// A noun in the dual counts two of itself.
uint32_t NumberFinder::dual(uint32_t t) {
  const Word& w = lex_.main(t);
  if (!lex_.is_word(t) || w.guess || w.features.upos() != Upos::noun || w.features.number() != Number::dual) return t + 1;
  if (lex_.person(t) || lex_.spells_person(t) || also_plural(w) || !complete(t)) return t + 1;
  if (t > lex_.begin() && !out_.numbers.empty() && out_.numbers.back().counted == lex_.words().main_of[t]) return t + 1;
  NumberMention n;
  n.first = lex_.words().main_of[t];
  n.last = n.first.next();
  n.span = w.span;
  n.low = n.high = n.value = 2;
  n.counted = n.first;
  n.rule = "number.dual";
  out_.numbers.push_back(n);
  return t + 1;
}

/// A dual without its final nun needs a noun or a pronoun after it; directions only look like one.
bool NumberFinder::complete(uint32_t t) const {
  const Word& w = lex_.main(t);
  if (lex_.text().folded[w.last - 1] == letter::kNun || lex_.pronoun(t)) return true;
  if (w.lemma && (lex_.lexicon().lemma(w.lemma).classes & bit(NounClass::direction)) != 0) return false;
  if (!lex_.is_word(t + 1) || lex_.clitics(t + 1)) return false;
  const Upos next = lex_.main(t + 1).features.upos();
  return next == Upos::noun || next == Upos::propn;
}

/// Sound plurals and duals look alike in the oblique.
bool NumberFinder::also_plural(const Word& w) const {
  const auto& folded = lex_.text().folded;
  const uint32_t from = w.first + (w.article ? (folded[w.first] == letter::kAlif ? 2U : 1U) : 0U);
  for (const FormEntry& e : lex_.lexicon().find({folded.data() + from, w.last - from}))
    if (e.features.number() == Number::plur && e.features.upos() != Upos::verb) return true;
  return false;
}

}  // namespace isnad
