// Which way a date without a year or a weekday without "last" or "next" lies: the verb near it tells.
#include "mention/date_parser.h"

namespace isnad {
namespace {

// Classes of verbs whose objects are to come; in the imperfect only those that look like no other verb.
constexpr uint64_t kAheadNow = bit(VerbClass::say_expect) | bit(VerbClass::intend);
constexpr uint64_t kAhead = kAheadNow | bit(VerbClass::say_promise) | bit(VerbClass::say_threaten) | bit(VerbClass::say_propose);
constexpr uint32_t kTenseBefore = 16, kTenseAfter = 8;  // words in which a verb is looked for

}  // namespace

/// The preposition tells, or else the verb.
DateParser::Tense DateParser::tense_of_date(uint32_t t) {
  const Particle before = t > lex_.begin() ? lex_.particle(t - 1) : Particle::none;
  if (before == Particle::limit || lex_.phrase_before(t) == Function::number_most) return Tense::future;
  if (after_start(t)) return Tense::unknown;
  if (before == Particle::by) return Tense::future;
  return before == Particle::until ? Tense::future : before == Particle::since ? Tense::past : tense(t);
}

/// "As from": nearer days are meant, and it says nothing that the verb of saying is past.
bool DateParser::after_start(uint32_t t) {
  return t >= lex_.begin() + 2 && lex_.is(t - 1, Particle::of) && lex_.is(t - 2, Particle::starting);
}

/// What is promised, threatened, proposed, expected, intended or planned is still to come.
bool DateParser::looks_ahead(const Word& word) const {
  if (!word.lemma) return false;
  const uint64_t classes = lex_.lexicon().lemma(word.lemma).classes;
  if (word.features.upos() != Upos::verb) return (classes & bit(NounClass::planned)) != 0;
  return (classes & (word.features.aspect() == Aspect::perf ? kAhead : kAheadNow)) != 0;
}

/// What one word tells: a verb by its aspect and the particle before it, "planned" unless it was.
DateParser::Tense DateParser::tense_of_word(uint32_t w) const {
  const auto& words = lex_.words().words;
  const bool past_before = w > 0 && words[w - 1].features.upos() == Upos::verb && words[w - 1].features.aspect() == Aspect::perf;
  if (words[w].features.upos() == Upos::adj) return looks_ahead(words[w]) && !past_before ? Tense::future : Tense::unknown;
  if (words[w].features.upos() != Upos::verb) return Tense::unknown;
  if (looks_ahead(words[w]) && !past_before) return Tense::future;
  if (words[w].features.aspect() == Aspect::perf) return Tense::past;
  if (words[w].features.aspect() != Aspect::imp || w == 0 || !words[w - 1].lemma) return Tense::unknown;
  const Function f = lex_.lexicon().lemma(words[w - 1].lemma).function;
  if (f == Function::future || f == Function::neg_future) return Tense::future;
  return f == Function::neg_past ? Tense::past : Tense::unknown;
}

/// Whether the word nearest to the date speaks of the past or the future: what comes before it first, then what follows.
DateParser::Tense DateParser::tense(uint32_t t) {
  const uint32_t begin = lex_.first_word(lex_.begin()).value, end = lex_.first_word(lex_.end()).value;
  const uint32_t at = lex_.first_word(t).value;
  for (uint32_t w = at; w > begin && at - w < kTenseBefore;)
    if (const Tense tense = tense_of_word(--w); tense != Tense::unknown) return tense;
  for (uint32_t w = at; w < end && w - at < kTenseAfter; ++w)
    if (const Tense tense = tense_of_word(w); tense != Tense::unknown) return tense;
  return Tense::unknown;
}

}  // namespace isnad
