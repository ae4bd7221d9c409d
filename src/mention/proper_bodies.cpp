// Names of bodies: a word for a kind of body with what makes it a name, and abbreviations in brackets.
#include "mention/proper_finder.h"

namespace isnad {

using namespace name_flag;

namespace {

/// What may have a title in quotes and is no body: books, statements, places.
constexpr uint64_t kNotBodies = bit(NounClass::document) | bit(NounClass::statement) | bit(NounClass::abstract);

}  // namespace

/// A ministry, a government: the lexicon has them, but their words only describe them.
bool ProperFinder::described_only(const NameMatch& n, const Actor& a) const {
  if (a.kind != EntityKind::ministry && a.kind != EntityKind::government && a.kind != EntityKind::parliament) return false;
  return n.last.value - n.first.value > 1 && has(n.first.value, kNoun) && !main(n.first.value).guess;
}

uint32_t ProperFinder::body(uint32_t t) {
  if (const uint32_t next = quoted_body(t); next > t) return next;
  if (!has(t, kNoun) || !is_class(t, NounClass::organisation) || has(t, kPronoun)) return t;
  if (const NameMatch* n = match_of(t); n && n->first.value == t && n->last.value - n->first.value > 1 && thing(t)) return t;
  if (const uint32_t next = body_for(t); next > t) return next;
  return described_body(t);
}

/// "the newspaper 'X'", "the company 'X'": what stands in quotes right after the kind is its name.
uint32_t ProperFinder::quoted_body(uint32_t t) {
  constexpr uint32_t kWords = 4;
  const Lemma* l = lemma(t);
  if (!l || !has(t, kNoun) || has(t, kPronoun | kArticle) || main(t).features.number() != Number::sing) return t;
  const bool kind = (l->classes & bit(NounClass::organisation)) != 0 || l->sector == Sector::JRN || l->sector == Sector::BUS;
  if (!kind || (l->classes & kNotBodies) != 0 || !quote(t + 1)) return t;
  uint32_t next = t + 2;
  while (next < end_ && next < t + 2 + kWords && has(next, kWord) && !has(next, kVerb)) ++next;
  if (next == t + 2 || !quote(next)) return t;
  claim(t + 2, next, ProperType::organisation, "body.quoted");
  return next + 1;
}

/// "the National Institute for ...", "the World Organisation of ...": a kind with its adjectives and what it is for, all with articles.
uint32_t ProperFinder::body_for(uint32_t t) {
  const Lemma* l = lemma(t);
  if (!l || !has(t, kArticle) || main(t).features.number() != Number::sing || l->base != kNone) return t;  // no act: "the management of"
  if ((l->classes & bit(NounClass::facility)) != 0 && l->sector == Sector::BUS) return t;
  uint32_t next = t + 1;
  while (has(next, kAdjective) && has(next, kArticle) && !has(next, kProclitic | kPronoun)) ++next;
  if (next == t + 1 || !has(next, kNoun) || has(next, kPronoun) || !joined_by_li(next) || is_class(next, NounClass::organisation)) return t;
  if (const Lemma* a = lemma(next - 1); a && a->base != kNone && a->derivation == Derivation::active_participle) return t;  // "organising"
  if (has(next, kArticle)) {
    ++next;
  } else if (has(next + 1, kNoun) && has(next + 1, kArticle) && !has(next + 1, kProclitic | kPronoun)) {
    next += 2;
  } else {
    return t;
  }
  while (has(next, kAdjective) && has(next, kArticle) && !has(next, kProclitic | kPronoun)) ++next;
  return claim(t, next, ProperType::organisation, "body.for");
}

/// Is the word written together with "li" before it.
bool ProperFinder::joined_by_li(uint32_t t) const {
  const WordId w = words_.main_of[t];
  return w != words_.first_of[t] && words_[w.prev()].lemma == lexicon_.clitic(Clitic::li) && w.prev() == words_.first_of[t];
}

/// "the party of justice", "the university of X": a kind that annexes a definite noun or a name; the kind is part of the name.
uint32_t ProperFinder::described_body(uint32_t t) {
  constexpr uint64_t kLoose = bit(NounClass::group) | bit(NounClass::medium) | bit(NounClass::place) | bit(NounClass::abstract) |
                              bit(NounClass::quantity) | bit(NounClass::goods) | bit(NounClass::plural);
  const Lemma* l = lemma(t);
  if (!l || (l->classes & kLoose) != 0 || l->sector == Sector::GOV || main(t).features.number() != Number::sing) return t;
  const bool facility = (l->classes & bit(NounClass::facility)) != 0;
  if (facility && l->sector != Sector::EDU && l->sector != Sector::BUS) return t;
  if (!facility && l->sector == Sector::BUS) return t;
  uint32_t next = t + 1;
  if (has(t, kArticle)) {  // "the commercial bank"
    if (!facility || l->sector != Sector::BUS || !has(next, kAdjective) || !has(next, kArticle) || has(next, kProclitic)) return t;
    return claim(t, next + 1, ProperType::organisation, "body.bank");
  }
  if (!has(next, kWord) || has(next, kProclitic | kPronoun | kVerb)) return t;
  if (const NameMatch* n = match_of(next); n && n->first.value == next && thing(next)) {
    next = n->last.value;
  } else if (strange(next)) {
    next = run_end(next);
  } else if (has(next, kArticle) && has(next, kNoun)) {
    ++next;
    const bool sure = l->sector == Sector::PTY || l->sector == Sector::EDU;
    const bool act = l->derivation == Derivation::masdar || (l->classes & bit(NounClass::event)) != 0 || l->base != kNone;
    if (!sure && (act || !has(next, kAdjective) || !has(next, kArticle))) return t;
  } else {
    return t;
  }
  while (next < end_ && has(next, kAdjective) && has(next, kArticle) && !has(next, kProclitic | kPronoun)) ++next;
  return claim(t, next, ProperType::organisation, "body.described");
}

/// "the Football Federation (Fifa)": what stands alone in brackets after a body is its other name.
uint32_t ProperFinder::bracketed(uint32_t t) {
  if (t + 2 >= end_ || sign(t) != '(' || sign(t + 2) != ')' || facts_[t - 1].owner == kNone) return t;
  if (out_.proper[facts_[t - 1].owner].type != ProperType::organisation || facts_[t + 1].owner != kNone) return t;
  const bool latin = text_.tokens[t + 1].kind == TokenKind::latin;
  if (!latin && !has(t + 1, kProper | kGuess)) return t;
  claim(t + 1, t + 2, ProperType::organisation, "body.bracket");
  return t + 3;
}

}  // namespace isnad
