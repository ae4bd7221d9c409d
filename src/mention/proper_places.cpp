// Names that the lexicon lacks: runs of unknown words, typed by what stands before them.
#include "mention/proper_finder.h"

namespace isnad {

using namespace name_flag;

/// End of the run of unknown words that starts at token t.
uint32_t ProperFinder::run_end(uint32_t t) const {
  uint32_t next = t + 1;
  while (next < end_ && next - t < 5 && strange(next) && !has(next, kProclitic) && !has(next, kArticle)) ++next;
  return next;
}

/// "the city of X", "north of X", "the company X", "the newspaper 'X'": the run after a word that says what it names.
uint32_t ProperFinder::after_kind(uint32_t t) {
  if (t == begin_ || has(t, kProclitic) || !strange(t)) return t;
  uint32_t before = t - 1;
  if (quote(before) && before > begin_) --before;
  constexpr uint64_t kPlaces = bit(NounClass::place) | bit(NounClass::facility) | bit(NounClass::direction),
                     kBodies = bit(NounClass::organisation) | bit(NounClass::medium);
  const uint64_t c = has(before, kNoun) ? classes(before) : 0;
  if (has(before, kPronoun)) return t;
  const bool quoted = before + 1 < t;
  if (has(t, kArticle) || has(t, kOrdinary) || (has(before, kArticle) && !quoted) || (c & bit(NounClass::abstract))) return t;
  if (main(before).features.number() == Number::plur || !(c & (kPlaces | kBodies))) return t;
  const bool place = (c & kBodies) == 0 && (c & (bit(NounClass::place) | bit(NounClass::direction))) != 0;
  const ProperType type = place ? ProperType::place : ProperType::organisation;
  if (run_end(t) == t + 1) remember(t, type);
  return claim(t, run_end(t), type, place ? "place.kind" : "body.kind");
}

/// A run of unknown words without a kind before it.
uint32_t ProperFinder::unknown_run(uint32_t t) {
  if (!strange(t)) return t;
  const uint32_t next = run_end(t);
  const WordId first = words_.first_of[t];
  if (has(t, kProclitic) && t > begin_ && facts_[t - 1].owner != kNone && words_[first].features.upos() == Upos::cconj &&
      next == t + 1)  // "X and Y"
    return claim(t, next, out_.proper[facts_[t - 1].owner].type, "name.with");
  const WordId before = has(t, kProclitic) ? words_.main_of[t].prev() : t > begin_ ? words_.main_of[t - 1] : WordId::none();
  const Upos upos = before ? words_[before].features.upos() : Upos::none;
  const Lemma* l = before && words_[before].lemma ? &lexicon_.lemma(words_[before].lemma) : nullptr;
  if (has(t, kOrdinary | kArticle)) return t;
  if (l && upos == Upos::adp && (l->classes & bit(NounClass::place))) {
    return claim(t, next, ProperType::place, "place.preposition");
  }
  constexpr uint64_t kSpeech =
      ((uint64_t{1} << (uint32_t(VerbClass::say_expect) + 1)) - 1) & ~((uint64_t{1} << uint32_t(VerbClass::say_assert)) - 1);
  const bool speech = l && upos == Upos::verb && (l->classes & kSpeech);
  if (speech || next - t > 1) return person(t, next, speech ? "person.speech" : "person.run");
  return t;
}

}  // namespace isnad
