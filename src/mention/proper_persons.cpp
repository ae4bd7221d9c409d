// Names of persons: where they start, and how far they go.
#include <algorithm>
#include <array>

#include "mention/proper_finder.h"

namespace isnad {

using namespace name_flag;
using namespace letter;

namespace {

constexpr std::array<Letter, 3> kAbd{kAin, kBa, kDal};
constexpr std::array<Letter, 5> kDin{kAlif, kLam, kDal, kYa, kNun};  // "Salah al-Din"
constexpr std::array<Letter, 4> kAllah{kAlif, kLam, kLam, kHa};      // "Nasr Allah"
constexpr std::array<Letter, 3> kIsm{kAlif, kSin, kMim};             // "the name"
constexpr std::string_view kByItself = "name.person";
constexpr uint32_t kLongest = 8;  // tokens of a name

template <size_t N>
bool same(LetterView a, const std::array<Letter, N>& b) {
  return a.size() == N && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace

/// A name of a person that is known up to token `next`, with all that goes on from there.
uint32_t ProperFinder::person(uint32_t t, uint32_t next, std::string_view rule) {
  if (main(t).features.upos() == Upos::sconj && !has(t, kProclitic)) return t;  // "(the source said) that X", not "Ann X"
  while (next < end_ && next - t < kLongest && !known_ends(next)) {
    const uint32_t more = piece(next, next - t);
    if (!more) break;
    next += more;
  }
  if (next == t + 1 && has(t, kLinker) && !has(t, kPersonal)) return t;
  if (next == t + 1 && has(t, kCommon) && rule == kByItself && !subject(t)) return t;
  uint32_t known = kNone;
  for (uint32_t i = t; i < next && known == kNone; ++i)
    if (const NameMatch* n = match_of(i); n && payload_of(lexicon_, *n, PayloadKind::actor)) known = facts_[i].match;
  claim(t, next, ProperType::person, rule, known);
  if (next - t > 1)
    for (uint32_t i = t; i < next; ++i)
      if (!has(i, kLinker)) remember(i, ProperType::person);
  return next;
}

/// Whether somebody known by the words right before `next` is all that is named there: somebody else known follows, or no part of a name.
bool ProperFinder::known_ends(uint32_t next) const {
  const NameMatch* n = match_of(next - 1);
  const Actor* known = n && n->last.value == next ? known_person(*n) : nullptr;
  if (!known || has(next, kLinker)) return false;
  const NameMatch* following = match_of(next);
  if (following && following->first.value == next && (following->last.value - next > 1 || !has(next, kGiven))) {
    const Actor* other = known_person(*following);
    if (other && other != known) return true;
  }
  if (n->last.value - n->first.value < 2) return false;
  return has(next, kParticle) || (has(next, kNoun | kAdjective) && !has(next, kArticle) && !has_article_letters(next));
}

const Actor* ProperFinder::known_person(const NameMatch& n) const {
  const Payload* p = payload_of(lexicon_, n, PayloadKind::actor);
  return p && lexicon_.actors[p->index].kind == EntityKind::person ? &lexicon_.actors[p->index] : nullptr;
}

/// Right after a verb or "that": where a common word would seldom stand without an article.
bool ProperFinder::subject(uint32_t t) const {
  if (has(t, kProclitic) || t == begin_ || has(t, kParticle)) return false;
  const Upos before = main(t - 1).features.upos();
  return before == Upos::verb || before == Upos::sconj;
}

/// How many tokens from t on go on with a name of `size` tokens; 0: none.
uint32_t ProperFinder::piece(uint32_t t, uint32_t size) const {
  if (const uint32_t n = initials(t)) return n;
  if (!free_word(t) || has(t, kProclitic | kPronoun)) return 0;
  if (const uint32_t n = linked(t)) return n;
  if (is_class(t, NounClass::number) && (has(t, kArticle) || has_article_letters(t))) return 1;  // "Muhammad the Sixth"
  if (same(stem(t), kDin) || same(stem(t), kAllah)) return has(t - 1, kArticle) ? 0 : 1;
  if (thing(t) && !(has(t, kPersonal) && match_of(t)->last.value - match_of(t)->first.value == 1)) return 0;
  if (has(t, kPersonal)) {
    if (has(t, kProper) && (!has(t, kParticle) || has(t, kFinalYa))) return 1;  // "Ali", which without its marks is "on"; but not "that"
    if (has(t, kAdjective | kNoun)) return (nationality(t) && size > 1) || titled(t) ? 0 : 1;
    if (size == 1 && has(t, kGiven) && has(t - 1, kGiven) && !has(t, kParticle) && !has(t + 1, kArticle)) return 1;
    if (has(t, kParticle) && (!has(t + 1, kWord) || has(t + 1, kProclitic | kVerb))) return 1;  // a preposition would govern something
    return t + 1 < end_ && !has(t + 1, kProclitic) && has(t + 1, kProper) && !thing(t + 1) ? 1 : 0;
  }
  if (has(t, kVerb)) return 0;
  if (has(t, kArticle)) return (has(t, kProper) || (has(t, kGuess) && has(t, kFinalYa))) ? 1 : 0;
  if (size == 1 && surname_like(t)) return 1;
  return strange(t) ? 1 : 0;
}

/// "star of the team" after a name is a title, though the word is a name too.
bool ProperFinder::titled(uint32_t t) const {
  return has(t, kNoun) && !has(t, kArticle) && (classes(t) & (bit(NounClass::role) | bit(NounClass::person))) != 0 && t + 1 < end_ &&
         (has(t + 1, kArticle) || thing(t + 1));
}

/// A common noun or adjective after one given name: a surname, unless it could as well say who that is or when it was.
bool ProperFinder::surname_like(uint32_t t) const {
  if (t == 0 || !has(t - 1, kGiven) || !has(t, kNoun | kAdjective) || has(t, kArticle) || nationality(t) || thing(t)) return false;
  constexpr uint64_t kOthers = bit(NounClass::role) | bit(NounClass::person) | bit(NounClass::time) | bit(NounClass::quantity) |
                               bit(NounClass::direction) | bit(NounClass::number) | bit(NounClass::negation) | bit(NounClass::event) |
                               bit(NounClass::elative) | bit(NounClass::family) | bit(NounClass::negative) | bit(NounClass::plural);
  if ((classes(t) & kOthers) != 0 || main(t).features.number() == Number::plur) return false;
  const Lemma* l = lemma(t);
  const Letter last = text_.letters[facts_[t].last - 1];
  if (!l || l->derivation == Derivation::masdar || last == kTaMarbuta || last == kAlif) return false;
  return t + 1 >= end_ || !has(t + 1, kArticle | kNoun | kAdjective);
}

/// "ibn", "bint": what stands before it is a name.
bool ProperFinder::descent(uint32_t t) const {
  const LetterView w = t < end_ && has(t, kLinker) ? stem(t) : LetterView();
  return w.size() >= 2 && w.size() <= 3 && w[w.size() - 1] == kNun ? !has(t, kProclitic) : false;
}

/// "Abd", the servant of one of God's names.
bool ProperFinder::servant(uint32_t t) const { return same(stem(t), kAbd); }

/// "ibn X", "Abu X", "Abd al-X": two tokens.
uint32_t ProperFinder::linked(uint32_t t) const {
  if (!free_word(t + 1) || t + 1 >= end_ || has(t + 1, kProclitic | kPronoun | kVerb)) return 0;
  if (servant(t)) return has(t + 1, kArticle) || same(stem(t + 1), kAllah) ? 2 : 0;
  if (!has(t, kLinker)) return 0;
  if (has(t + 1, kLinker) || servant(t + 1)) {
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

/// "The spokesman in the name of X": no Basim.
bool ProperFinder::in_the_name(uint32_t t) const {
  const LetterView own{text_.folded.data() + main(t).first, main(t).last - main(t).first};
  return words_.first_of[t] != words_.main_of[t] && same(own, kIsm) && t + 1 < end_ && free_word(t + 1) &&
         (!has(t + 1, kPersonal) || thing(t + 1));
}

/// After a title, a word may be a name that has other readings, or is unknown. An article before shows that the title annexes nothing.
uint32_t ProperFinder::cued_person(uint32_t t) {
  if (title_ == kNone || t == begin_ || !has(t, kNoun | kAdjective | kProper | kPersonal) || has(t, kProclitic | kPronoun) || thing(t))
    return t;
  if (const NameMatch* n = match_of(t); n && n->first.value == t && n->last.value > t + 1 && payload_of(lexicon_, *n, PayloadKind::actor))
    return t;  // a known name of several words is taken whole
  if (in_the_name(t)) return t;
  const bool definite = has(t - 1, kArticle) || facts_[t - 1].owner != kNone || nationality(t - 1) || abbreviated(t - 2);
  if (const uint32_t n = linked(t)) return definite || servant(t) ? person(t, t + n, "person.title") : t;
  if (!definite) return t;
  if (has(t, kPersonal) && !has(t, kNoun | kAdjective | kProper))
    return t + 1 < end_ && has(t + 1, kPersonal) && !has(t + 1, kProclitic) ? person(t, t + 1, "person.title") : t;
  if (has(t, kPersonal)) {
    if (has(t, kArticle) && (nationality(t) || !has(t, kSurname))) return t;
    if (has(t, kAdjective) && has(t, kArticle)) return t;
    return person(t, t + 1, "person.title");
  }
  if (!strange(t) || has(t, kArticle) || (has(t, kOrdinary) && !strange(t + 1) && !has(t + 1, kPersonal))) return t;
  return person(t, t + 1, "person.title");
}

/// Two pieces that are names only together: "Salah Abd al-Salam", "Said Jalili"; "Abu Mazin".
uint32_t ProperFinder::paired_person(uint32_t t) {
  if (has(t, kPronoun) || thing(t)) return t;
  if (descent(t + 1) && has(t, kNoun | kAdjective | kProper | kPersonal) && linked(t + 1))
    return person(t, t + 1 + linked(t + 1), "person.descent");
  if (const uint32_t n = linked(t)) {
    const bool sure = servant(t) || has(t + 1, kProper | kPersonal);
    return sure && !(has(t + 1, kNoun) && has(t, kNoun) && !has(t + 1, kPersonal) && !servant(t)) ? person(t, t + n, "person.linked") : t;
  }
  if (!has(t, kPersonal) || has(t, kVerb | kArticle) || has(t, kAdjective)) return t;
  if (!has(t, kNoun) || !free_word(t + 1) || has(t + 1, kProclitic | kPronoun) || thing(t + 1)) return t;
  if (linked(t + 1) && !has(t + 1, kNoun)) return person(t, t + 1, "person.paired");
  return has(t + 1, kPersonal) && has(t + 1, kProper) ? person(t, t + 1, "person.paired") : t;
}

}  // namespace isnad
