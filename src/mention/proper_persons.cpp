// Names of persons: where they start, and how far they go.
#include <algorithm>
#include <array>

#include "mention/proper_finder.h"

namespace isnad {

using namespace name_flag;
using namespace letter;

namespace {

constexpr std::array<Letter, 3> kAbd{kAin, kBa, kDal};
constexpr std::array<Letter, 5> kDin{kAlif, kLam, kDal, kYa, kNun};    // "Salah al-Din"
constexpr std::array<Letter, 4> kAllah{kAlif, kLam, kLam, kHa};        // "Nasr Allah"
constexpr uint32_t kLongest = 8;  // tokens of a name

template <size_t N>
bool same(LetterView a, const std::array<Letter, N>& b) { return a.size() == N && std::equal(a.begin(), a.end(), b.begin()); }

}  // namespace

/// A name of a person that is known up to token `next`, with all that goes on from there.
uint32_t ProperFinder::person(uint32_t t, uint32_t next, std::string_view rule) {
  while (next < end_ && next - t < kLongest) {
    const uint32_t more = piece(next, next - t);
    if (!more) break;
    next += more;
  }
  if (next == t + 1 && has(t, kLinker) && !has(t, kPersonal)) return t;
  uint32_t known = kNone;
  for (uint32_t i = t; i < next && known == kNone; ++i)
    if (const NameMatch* n = match_of(i); n && payload_of(lexicon_, *n, PayloadKind::actor)) known = facts_[i].match;
  claim(t, next, ProperType::person, rule, known);
  if (next - t > 1)
    for (uint32_t i = t; i < next; ++i)
      if (!has(i, kLinker)) remember(i, ProperType::person);
  return next;
}

/// How many tokens from t on go on with a name of `size` tokens; 0: none.
uint32_t ProperFinder::piece(uint32_t t, uint32_t size) const {
  if (const uint32_t n = initials(t)) return n;
  if (!free_word(t) || has(t, kProclitic | kPronoun)) return 0;
  if (const uint32_t n = linked(t)) return n;
  if (same(stem(t), kDin) || same(stem(t), kAllah)) return has(t - 1, kArticle) ? 0 : 1;
  if (thing(t) && !(has(t, kPersonal) && match_of(t)->last.value - match_of(t)->first.value == 1)) return 0;
  if (has(t, kPersonal)) {
    if (has(t, kProper)) return 1;
    if (has(t, kAdjective | kNoun)) return nationality(t) && size > 1 ? 0 : 1;
    return t + 1 < end_ && !has(t + 1, kProclitic) && has(t + 1, kProper) && !thing(t + 1) ? 1 : 0;
  }
  if (has(t, kVerb)) return 0;
  if (has(t, kArticle)) return (has(t, kProper) || (has(t, kGuess) && has(t, kFinalYa))) ? 1 : 0;
  return strange(t) ? 1 : 0;
}

/// "ibn X", "Abu X", "Abd al-X": two tokens.
uint32_t ProperFinder::linked(uint32_t t) const {
  if (!free_word(t + 1) || t + 1 >= end_ || has(t + 1, kProclitic | kPronoun | kVerb)) return 0;
  if (same(stem(t), kAbd)) return has(t + 1, kArticle) || same(stem(t + 1), kAllah) ? 2 : 0;
  if (!has(t, kLinker)) return 0;
  if (has(t + 1, kLinker) || same(stem(t + 1), kAbd)) {
    const uint32_t n = linked(t + 1);
    if (n) return 1 + n;
  }
  return has(t + 1, kProper | kPersonal | kNoun | kAdjective | kGuess) ? 2 : 0;
}

/// "John F. Kennedy": one or two letters and a point before another piece of a name.
uint32_t ProperFinder::initials(uint32_t t) const {
  if (!free_word(t) || t + 2 >= end_ || text_.tokens[t].size() > 3 || sign(t + 1) != '.') return 0;
  if (!has(t, kProper | kGuess) && text_.tokens[t].size() > 2) return 0;
  return has(t + 2, kProper | kPersonal) && !has(t + 2, kProclitic) ? 2 : 0;
}

/// After a title, a word may be a name that has other readings, or is unknown. An article before shows that the title annexes nothing.
uint32_t ProperFinder::cued_person(uint32_t t) {
  if (title_ == kNone || t == begin_ || has(t, kProclitic | kPronoun) || thing(t)) return t;
  const bool definite = has(t - 1, kArticle) || (facts_[t - 1].owner != kNone && !has(t - 1, kProclitic)) || nationality(t - 1);
  if (const uint32_t n = linked(t)) return definite || same(stem(t), kAbd) ? person(t, t + n, "person.title") : t;
  if (!definite) return t;
  if (has(t, kPersonal) && !has(t, kVerb)) {
    if (has(t, kArticle) && (nationality(t) || !has(t, kSurname))) return t;
    if (has(t, kAdjective) && has(t, kArticle)) return t;
    return person(t, t + 1, "person.title");
  }
  if (!strange(t) || has(t, kArticle)) return t;
  return person(t, t + 1, "person.title");
}

/// Two pieces that are names only together: "Salah Abd al-Salam", "Said Jalili"; "Abu Mazin".
uint32_t ProperFinder::paired_person(uint32_t t) {
  if (has(t, kPronoun) || thing(t)) return t;
  if (const uint32_t n = linked(t)) {
    const bool sure = same(stem(t), kAbd) || has(t + 1, kProper | kPersonal);
    return sure && !(has(t + 1, kNoun) && has(t, kNoun) && !has(t + 1, kPersonal) && !same(stem(t), kAbd)) ? person(t, t + n, "person.linked") : t;
  }
  if (!has(t, kPersonal) || has(t, kVerb | kArticle) || has(t, kAdjective)) return t;
  if (!has(t, kNoun) || !free_word(t + 1) || has(t + 1, kProclitic | kPronoun) || thing(t + 1)) return t;
  if (linked(t + 1) && !has(t + 1, kNoun)) return person(t, t + 1, "person.paired");
  return has(t + 1, kPersonal) && has(t + 1, kProper) ? person(t, t + 1, "person.paired") : t;
}

}  // namespace isnad
