// Prepositions, determiners, pronouns and nouns, as they open phrases or go on with them.
#include "mention/phrase_builder.h"

#include <algorithm>

namespace isnad {

uint32_t PhraseBuilder::preposition(uint32_t w) {
  if (chain_size_) wait_for_name(w);
  reset();
  if (sides_.valid() && pending_.conjunction.valid() && word(w).lemma == word(phrase(sides_).preposition.value).lemma) {
    between_ = sides_;  // "between X and between Y"
    return w + 1;
  }
  const bool keep = pending_.preposition.valid() && out_.function_of[pending_.preposition.value] != kNone && !word(w).main;
  if (!keep) pending_ = {}, pending_.preposition = WordId{w};
  if (w + 1 < words_.size() && word(w + 1).enclitic) {  // "on them"
    Phrase p = make(w + 1, w + 2, w + 1, PhraseKind::pronoun);
    p.preposition = pending_.preposition;
    p.definite = true;
    add(p);
    pending_ = {};
    return w + 2;
  }
  return w + 1;
}

/// A title with a complement ("the spokesman in the name of", "the professor at") may have its name after that.
void PhraseBuilder::wait_for_name(uint32_t w) {
  const PhraseId title = title_in_chain();
  const bool goes_on = !title.valid() && titled_.valid() && in_place(w) && title_complete();
  if (goes_on) return void(titled_in_ = false);  // "the envoy of the United Nations in the town X"
  titled_ = title;
  if (!titled_.valid()) return;
  const bool own = word(w).lemma == of_ || governs(phrase(titled_).head.value, w);
  titled_in_ = !own;
  if (!own && !completes_title(w)) titled_ = {};
}

/// Does the noun, or the verb that it comes from, govern the preposition.
bool PhraseBuilder::governs(uint32_t noun, uint32_t preposition) const {
  const Lemma *l = lemma(noun), *p = lemma(preposition);
  if (!l || !p || p->preposition == 0 || l->upos == Upos::verb) return false;
  return ((l->government | (l->base != kNone ? lexicon_.lemma(l->base).government : 0)) & government::of(p->preposition)) != 0;
}

/// The preposition that belongs to a title: "the secretary-general of", "the commander in the militia".
bool PhraseBuilder::completes_title(uint32_t w) const {
  const Lemma* l = lemma(w);
  return word(w).lemma == in_ || (l && l->preposition != 0 && (l->classes & bit(NounClass::place)));
}

/// "In", as the compiler marks it.
bool PhraseBuilder::in_place(uint32_t w) const {
  const Lemma* l = lemma(w);
  constexpr uint64_t kIn = bit(NounClass::place) | bit(NounClass::facility);
  return word(w).lemma == in_ || (l && l->preposition != 0 && (l->classes & kIn) == kIn);
}

/// Is what stands between the title and the name a body, as it is not where one did something somewhere.
bool PhraseBuilder::title_complete() {
  constexpr uint64_t kBodies = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::organisation);
  if (!titled_in_) return true;
  const uint64_t k = kind_bits(phrase(chain_[0]));
  return (k & kBodies) && !(k & (bit(NounClass::place) | bit(NounClass::state)));
}

/// The outermost head of the chain, after its last "and", that is a definite title without its name; none.
PhraseId PhraseBuilder::title_in_chain() {
  size_t from = chain_size_;
  while (from > 0 && phrase(chain_[from - 1]).attachment != Attachment::coordinated) --from;
  for (size_t i = from > 0 ? from - 1 : 0; i < chain_size_; ++i) {
    const Phrase& h = phrase(chain_[i]);
    if (h.kind == PhraseKind::noun && (classes(h.head.value) & bit(NounClass::role)) && definite_inside(i)) return chain_[i];
  }
  return {};
}

/// Demonstratives, quantifiers and the like stay in front of the noun they determine; alone they are pronouns.
uint32_t PhraseBuilder::determiner(uint32_t w) {
  const bool next_noun = w + 1 < words_.size() && word(w + 1).token.value == word(w).token.value + 1 && determined(w + 1);
  const bool alone = next_noun && function(w) == Function::demonstrative && !word(w + 1).article;  // "that is contrary to"
  return next_noun && !alone ? determiner_before(w) : pronoun(w);
}

bool PhraseBuilder::determined(uint32_t w) const {
  const Upos u = word(w).features.upos();
  return u == Upos::noun || u == Upos::adj || u == Upos::propn || u == Upos::num || u == Upos::det;
}

uint32_t PhraseBuilder::pronoun(uint32_t w) {
  const Word& x = word(w);
  if (x.enclitic) {
    if (chain_size_ && phrase(chain_[chain_size_ - 1]).head.value + 1 == w) {  // "their bases"
      Phrase p = make(w, w + 1, w, PhraseKind::pronoun);
      p.definite = true;
      p.preposition = WordId::none();
      attach(p, chain_[chain_size_ - 1], Attachment::annexed);
      phrase(chain_[chain_size_ - 1]).definite = true;
      closed_ = true;
      return w + 1;
    }
    Phrase p = make(w, w + 1, w, PhraseKind::pronoun);  // object of a verb
    p.definite = true;
    add(p);
    break_chain();
    return w + 1;
  }
  const Function f = function(w);
  if (f == Function::demonstrative && w + 1 < words_.size() && word(w + 1).article) return determiner_before(w);
  if (repeats(w)) return repeated(w);
  Phrase p = make(w, w + 1, w, f == Function::rel ? PhraseKind::relative : PhraseKind::pronoun);
  p.preposition = pending_.preposition;
  p.definite = true;
  add(p);
  break_chain();
  return w + 1;
}

/// "(killed the leader) him and his wife": a pronoun on its own that a noun right after it is joined to.
bool PhraseBuilder::repeats(uint32_t w) const {
  const Features f = word(w).features;
  if (f.upos() != Upos::pron || f.person() != Person::third || function(w) == Function::rel || function(w) == Function::demonstrative)
    return false;
  if (pending_.preposition.valid() || pending_.conjunction.valid() || w + 2 >= words_.size()) return false;
  const Upos u = word(w + 2).features.upos();
  const bool joined = word(w + 1).features.upos() == Upos::cconj && word(w + 2).token.value == word(w + 1).token.value;
  return joined && word(w + 1).lemma != so_ && (u == Upos::noun || u == Upos::propn || u == Upos::num || u == Upos::det);
}

/// It says again who was just named, or what a pronoun before it means ("[of him] him and his brother"); else it begins the row.
uint32_t PhraseBuilder::repeated(uint32_t w) {
  if (chain_size_ && phrase(chain_[0]).last.value == w) return w + 1;
  reset();
  const bool after = !out_.phrases.empty() && out_.phrases.back().kind == PhraseKind::pronoun && out_.phrases.back().last.value == w &&
                     out_.phrases.back().attachment == Attachment::none;
  if (after) return push(PhraseId::at(out_.phrases.size() - 1)), w + 1;
  Phrase p = make(w, w + 1, w, PhraseKind::pronoun);
  p.definite = true;
  push(add(p));
  return w + 1;
}

uint32_t PhraseBuilder::determiner_before(uint32_t w) {
  if (!pending_.conjunction.valid() && !open_for_annexation()) reset();  // "the withdrawal of these forces" keeps the chain
  if (!pending_.first.valid()) pending_.first = WordId{w};
  return w + 1;
}

uint32_t PhraseBuilder::noun(uint32_t w) {
  if (const PhraseId owner = of_people(w); owner.valid()) {
    modify(owner, w);
    return w + 1;
  }
  if (second_adjective(w)) {
    modify(chain_[chain_size_ - 1], w);
    pending_ = {};
    return w + 1;
  }
  Phrase p = make(w, w + 1, w, PhraseKind::noun);
  p.definite = word(w).article;
  attach_or_start(p, false);
  return w + 1;
}

}  // namespace isnad
