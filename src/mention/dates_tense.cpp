// Which way a date without a year or a weekday without "last" or "next" lies: the verb near it tells.
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr uint64_t kAhead = bit(VerbClass::say_promise) | bit(VerbClass::say_threaten) | bit(VerbClass::say_propose) | bit(VerbClass::say_expect) |
                           bit(VerbClass::intend);
constexpr uint32_t kTenseBefore = 16, kTenseAfter = 8;  // words in which a verb is looked for

}  // namespace

/// The preposition tells, or else the verb.
DateParser::Tense DateParser::tense_of_date(uint32_t t) {
  const Particle before = t > lex_.begin() ? lex_.particle(t - 1) : Particle::none;
  if (before == Particle::limit || lex_.phrase_before(t) == Function::number_most) return Tense::future;
  if (after_start(t)) return Tense::unknown;
  return before == Particle::until ? Tense::future : before == Particle::since ? Tense::past : tense(t);
}

/// "As from": nearer days are meant, and it says nothing that the verb of saying is past.
bool DateParser::after_start(uint32_t t) {
  return t >= lex_.begin() + 2 && lex_.is(t - 1, Particle::of) && lex_.is(t - 2, Particle::starting);
}

/// What is promised, threatened, proposed, expected or intended is still to come.
bool DateParser::looks_ahead(uint32_t word) const {
  const LemmaId lemma = lex_.words().words[word].lemma;
  return lemma && (lex_.lexicon().lemma(lemma).classes & kAhead) != 0;
}

/// Whether the verb nearest to the date speaks of the past or the future: what comes before it first, then what follows.
DateParser::Tense DateParser::tense(uint32_t t) {
  const auto& words = lex_.words().words;
  const auto of_verb = [&](uint32_t w) {
    if (words[w].features.aspect() == Aspect::perf) return looks_ahead(w) ? Tense::future : Tense::past;
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
