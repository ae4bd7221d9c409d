// Adjectives, and nouns that stand for one: which head of the chain they belong to, by agreement.
#include <algorithm>

#include "mention/phrase_builder.h"

namespace isnad {

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

/// "the media and press outlets": after an adjective of things and "and", a feminine that could be a woman is their second adjective.
bool PhraseBuilder::second_adjective(uint32_t w) {
  if (!pending_.conjunction.valid() || pending_.preposition.valid() || chain_size_ == 0 || pending_.number != kNone) return false;
  const Phrase& p = phrase(chain_[chain_size_ - 1]);
  if (p.adjective_count == 0 || p.last != pending_.conjunction || p.kind != PhraseKind::noun) return false;
  const Word &x = word(w), &before = word(out_.adjectives[p.adjectives + p.adjective_count - 1].value);
  if (p.number != kNone && !x.article && (classes(w) & bit(NounClass::nationality)) && before.features.upos() == Upos::adj)
    return before.features.number() == x.features.number() && !before.article;  // "200 Syrian and Iraqi fighters"
  const auto feminine = [](Features f) { return f.gender() == Gender::fem && f.number() == Number::sing; };
  if (!x.article || !before.article || !feminine(x.features) || !feminine(before.features)) return false;
  const Features h = word(p.head.value).features;
  return h.number() == Number::plur && !is_human(p) && (classes(w) & kHuman) && !(w + 1 < words_.size() && word(w + 1).token == x.token);
}

/// "Russian diplomats", where Arabic has the name of the people for the adjective: the persons right before it, equally definite.
PhraseId PhraseBuilder::of_people(uint32_t w) {
  constexpr uint64_t kPeople = bit(NounClass::nationality) | bit(NounClass::plural);
  if (!chain_size_ || after_comma_ || pending_.preposition.valid() || pending_.conjunction.valid()) return {};
  if ((classes(w) & kPeople) != kPeople) return {};
  const Phrase& p = phrase(chain_[chain_size_ - 1]);
  const bool persons = p.kind == PhraseKind::noun && is_human(p);
  if (!persons || p.last.value != w || p.definite != word(w).article) return {};
  if (classes(p.head.value) & bit(NounClass::nationality)) return {};
  return word(p.head.value).features.number() == Number::plur ? chain_[chain_size_ - 1] : PhraseId::none();
}

uint32_t PhraseBuilder::adjective(uint32_t w) {
  if (after_date(w)) {
    extend(PhraseId::at(out_.phrases.size() - 1), w + 1);
    return w + 1;
  }
  if (pending_.number != kNone && out_.numbers[pending_.number].counted.value == w) return noun(w);  // "a number of Palestinians"
  if (after_comma_) reset();
  const bool denied = open_for_annexation() && (classes(phrase(chain_[chain_size_ - 1]).head.value) & bit(NounClass::negation));
  if (chain_size_ && !pending_.preposition.valid() && !denied) {
    const PhraseId owner = agreeing(w);
    if (owner.valid() && (!pending_.conjunction.valid() || word(w).article == phrase(owner).definite)) {
      modify(owner, w);
      pending_ = {};
      const bool title = word(w).article && (classes(phrase(owner).head.value) & bit(NounClass::role)) != 0;
      if (title || !of_property(w + 1)) return w + 1;
      extend(owner, w + 2);  // "long of range": what the adjective is said of belongs to it
      return w + 2;
    }
  }
  return noun(w);
}

/// False annexation: a noun with its article that says in what an adjective right before it holds.
bool PhraseBuilder::of_property(uint32_t w) const {
  if (w >= words_.size() || word(w).token.value != word(w - 1).token.value + 1) return false;
  return word(w).article && words_.first_of[word(w).token.value].value == w && (classes(w) & bit(NounClass::property));
}

/// "on 5/12 current": the adjective belongs to the date.
bool PhraseBuilder::after_date(uint32_t w) const {
  if (out_.phrases.empty() || !word(w).article || pending_.conjunction.valid() || pending_.preposition.valid()) return false;
  const Phrase& last = out_.phrases.back();
  return last.kind == PhraseKind::date && last.last.value == w && last.sentence == sentence_;
}

/// The head, innermost first, that the adjective agrees with in definiteness, gender and number.
PhraseId PhraseBuilder::agreeing(uint32_t w) {
  const Features a = word(w).features;
  PhraseId fallback;
  const bool open = word(w).article && open_for_annexation();
  for (size_t i = chain_size_; i-- > 0;) {
    const Phrase& p = phrase(chain_[i]);
    if (open && i + 1 < chain_size_ && phrase(chain_[i + 1]).attachment == Attachment::coordinated) break;  // "forces and gunmen of the"
    if (p.kind == PhraseKind::pronoun || p.kind == PhraseKind::date) continue;
    const bool definite = p.definite || (i + 1 < chain_size_ && definite_inside(i + 1));
    if (definite != word(w).article) continue;
    if (p.kind == PhraseKind::name && p.name == kNone && !single_with_article(p, w)) continue;
    const Features h = word(p.head.value).features;
    const bool apart = a.kase() == Case::acc && a.state() == State::indef && h.kase() == Case::none && h.gender() == Gender::masc &&
                       h.number() == Number::sing && p.number == kNone;
    if (apart) continue;  // "a young man stabbed a policeman": only one of them is written as accusative
    if (agrees(p, a) || (i + 1 == chain_size_ && last_agrees(p, w))) return chain_[i];
    const bool things = i + 1 == chain_size_ && h.number() == Number::plur && a.number() == Number::sing && a.gender() == Gender::fem;
    if (!fallback.valid() && (p.kind == PhraseKind::name || things)) fallback = chain_[i];  // "informed sources" are no persons here
  }
  return fallback;
}

/// "the European troika": a word that no list has, but with its article, takes an adjective right after it, other than one of time.
bool PhraseBuilder::single_with_article(const Phrase& p, uint32_t w) const {
  const Lemma* l = lemma(w);
  return l && p.last.value == w && p.head.value + 1 == w && word(p.head.value).article && !(l->classes & bit(NounClass::time));
}

/// "the commander of the Iranian forces": a description that is one phrase takes the adjective of its last word, right after it.
bool PhraseBuilder::last_agrees(const Phrase& p, uint32_t w) const {
  if (p.name == kNone || p.last.value != w || p.last.value < p.head.value + 2) return false;
  if (!payload_of(lexicon_, out_.names[p.name], PayloadKind::description)) return false;
  const Features last = word(w - 1).features, a = word(w).features;
  if (!word(w - 1).main || last.upos() != Upos::noun || !word(w - 1).article || !word(w).article) return false;
  if (last.number() == Number::plur) return a.gender() == Gender::fem && a.number() == Number::sing;
  return last.gender() == a.gender() && last.number() == a.number();
}

bool PhraseBuilder::definite_inside(size_t i) {
  for (; i < chain_size_; ++i)
    if (phrase(chain_[i]).definite) return true;
  return false;
}

bool PhraseBuilder::agrees(const Phrase& p, Features a) const {
  const Features h = word(p.head.value).features;
  const Gender g = gender_of(p);
  const bool human = is_human(p);
  if (h.number() == Number::plur && !human) return a.gender() != Gender::masc || a.number() == Number::plur || a.gender() == Gender::none;
  if (h.number() == Number::plur) return a.number() != Number::sing || a.gender() == Gender::none;
  if (a.number() == Number::plur && h.number() == Number::sing) return (classes(p.head.value) & bit(NounClass::plural)) != 0;
  return g == Gender::none || a.gender() == Gender::none || g == a.gender();
}

void PhraseBuilder::modify(PhraseId owner, uint32_t w) {
  Phrase& p = phrase(owner);
  const auto at = uint32_t(out_.adjectives.size());
  if (p.adjective_count == 0) {
    p.adjectives = at;
  } else if (p.adjectives + p.adjective_count != at) {  // another head's came in between: move ours to the end
    for (uint32_t i = 0; i < p.adjective_count; ++i) out_.adjectives.push_back(out_.adjectives[p.adjectives + i]);
    p.adjectives = at;
  }
  out_.adjectives.push_back(WordId{w});
  ++p.adjective_count;
  extend(owner, w + 1);
  cut_after(owner);  // what was inside is complete
  closed_ = true;
}

void PhraseBuilder::extend(PhraseId id, uint32_t last) {
  while (id.valid()) {
    Phrase& p = phrase(id);
    p.last = WordId{std::max(p.last.value, last)};
    p.span.end = std::max(p.span.end, word(last - 1).span.end);
    id = p.attachment == Attachment::annexed || p.attachment == Attachment::apposed ? p.outer : PhraseId::none();
  }
}

}  // namespace isnad
