// Apposition and coordination: what stands beside another phrase for the same thing, or is joined to it.
#include "mention/phrase_builder.h"

#include <algorithm>

namespace isnad {

/// A name in quotation marks right after a definite phrase of a body, site, paper or channel: "the site of social contact 'X'".
PhraseId PhraseBuilder::quoted_name(const Phrase& p) {
  constexpr uint64_t kNamed = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::medium) |
                              bit(NounClass::document) | bit(NounClass::facility) | bit(NounClass::weapon);
  const auto quote = [&](uint32_t w) { return w < words_.size() && text_.quotes(text_.tokens[word(w).token.value]); };
  const Phrase& h = phrase(chain_[0]);
  if (p.first.value == 0 || p.definite != (p.kind == PhraseKind::name) || !quote(p.first.value - 1) || !quote(p.last.value)) return {};
  return h.kind == PhraseKind::noun && h.last.value + 1 == p.first.value && definite_inside(0) && (classes(h.head.value) & kNamed)
             ? chain_[0]
             : PhraseId::none();
}

/// Are several meant, which one name can't be: "(X called on) the leaders of", but "X, one of the leaders of".
bool PhraseBuilder::several(const Phrase& p) const {
  const Lemma* l = lemma(p.head.value);
  const Features f = word(p.head.value).features;
  const bool regular = f.state() == State::construct || f.kase() == Case::gen || f.kase() == Case::acc;  // may be a singular in -i
  return l && p.first == p.head && f.number() == Number::plur && !regular;
}

/// Where in the chain a name may still find its title: "(the president X) and the minister" has named the first one.
size_t PhraseBuilder::after_named() {
  size_t last = chain_size_;
  while (last > 0 && phrase(chain_[last - 1]).attachment != Attachment::coordinated) --last;
  if (last == 0) return 0;
  const PhraseId before = phrase(chain_[last - 1]).outer;
  const bool named = phrase(before).attachment == Attachment::apposed || phrase(before).kind == PhraseKind::name ||
                     (before.value + 1 < out_.phrases.size() && out_.phrases[before.value + 1].outer == before &&
                      out_.phrases[before.value + 1].attachment == Attachment::apposed);
  return named ? last - 1 : 0;
}

/// A title before a person's name, or a kind of place before its name.
PhraseId PhraseBuilder::apposition_head(const Phrase& p, bool name) {
  const uint64_t mine = kind_bits(p);
  constexpr uint64_t kTitles = bit(NounClass::person) | bit(NounClass::role), kPlaces = bit(NounClass::place) | bit(NounClass::facility),
                     kBodies = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::medium) |
                               bit(NounClass::weapon);
  const size_t first = after_named();
  for (size_t i = first; i < chain_size_; ++i) {
    const Phrase& h = phrase(chain_[i]);
    if (h.kind == PhraseKind::name && !name && i + 1 == chain_size_ && (classes(p.head.value) & bit(NounClass::role)) &&
        (kind_bits(h) & bit(NounClass::person)) && word(p.head.value).features.upos() == Upos::noun && !word(p.head.value).article &&
        !several(p) && h.last.value - h.first.value > 1 && !appointed(p) && !of_other_country(h, p) && !has_office(h))
      return chain_[i];  // "Ahmad Mahir, minister of defence": after a full name
    if (h.kind != PhraseKind::noun) continue;
    uint64_t c = classes(h.head.value);
    if (h.name != kNone)
      if (const Payload* d = payload_of(lexicon_, out_.names[h.name], PayloadKind::description)) c |= uint64_t(d->low);
    if (name && (c & kTitles) && (mine & bit(NounClass::person))) return names_another(p) ? PhraseId::none() : chain_[i];
    const bool a_person = (mine & kTitles) && !(mine & (kPlaces | kBodies | bit(NounClass::state)));
    if (name && a_person && titled_.valid() && word(h.head.value).article) continue;  // "the spokesman of the new group X"
    const bool same_kind = (mine & (bit(NounClass::place) | bit(NounClass::state))) ? (c & kPlaces) != 0 : (c & kBodies) != 0;
    if (name && same_kind && i + 1 == chain_size_ &&
        !(h.definite && !(c & kPlaces) && word(h.head.value).article && h.adjective_count == 0))
      return chain_[i];
    if (!name && (c & kTitles) && (classes(p.head.value) & kTitles) && p.definite && chain_size_ == first + 1 && h.definite &&
        word(p.head.value).article && agrees(h, word(p.head.value).features) && !of_another_state(h, p) &&
        word(p.head.value).features.number() == word(h.head.value).features.number())
      return chain_[i];
  }
  return {};
}

/// A title that isn't said of the one before it: what he becomes ("X as president"), or his own ("X his minister of").
bool PhraseBuilder::appointed(const Phrase& p) const {
  const Features f = word(p.head.value).features;
  if (f.kase() == Case::acc && f.state() == State::indef) return true;
  const uint32_t owner = p.head.value + 2;
  if (owner <= words_.size() && word(owner - 1).enclitic) return true;  // "X his counterpart"
  return owner < words_.size() && word(owner).enclitic && word(owner - 1).features.upos() == Upos::noun && word(owner - 1).main;
}

/// "(King X) the head of the Lebanese government": an office of another country than the known person's before it.
bool PhraseBuilder::of_other_country(const Phrase& h, const Phrase& p) const {
  const Payload* known = h.name == kNone ? nullptr : payload_of(lexicon_, out_.names[h.name], PayloadKind::actor);
  if (!known || !is_person(*known)) return false;
  const auto own = lexicon_.text(lexicon_.actors[known->index].country);
  if (lexicon_.country(own) == kNone) return false;  // one of the world's officials
  for (uint32_t w = p.head.value + 1; w < words_.size() && w < p.head.value + 4; ++w) {
    const Lemma* l = lemma(w);
    if (l && l->upos == Upos::adj && l->country != kNone && word(w).article)
      return lexicon_.text(lexicon_.countries[l->country].iso3) != own;
  }
  return false;
}

/// A known person's name right after another's: "the crown prince X Y" is two persons.
bool PhraseBuilder::names_another(const Phrase& p) {
  const uint32_t before = chain_size_ ? phrase(chain_[chain_size_ - 1]).name : kNone;
  if (before == kNone || p.name == kNone || phrase(chain_[chain_size_ - 1]).attachment == Attachment::annexed) return false;
  bool persons = false;
  for (const Payload& a : lexicon_.payloads_of(out_.names[before].node))
    for (const Payload& b : lexicon_.payloads_of(out_.names[p.name].node)) {
      if (a.kind != PayloadKind::actor || b.kind != PayloadKind::actor) continue;
      if (a.index == b.index) return false;
      persons = persons || (is_person(a) && is_person(b));
    }
  return persons;
}

/// "the American minister the Israeli president": the titles are of two states.
bool PhraseBuilder::of_another_state(const Phrase& h, const Phrase& p) const {
  const Lemma* next = p.last.value < words_.size() && word(p.last.value).features.upos() == Upos::adj ? lemma(p.last.value) : nullptr;
  if (!next || next->country == kNone) return false;
  for (uint32_t i = 0; i < h.adjective_count; ++i)
    if (const Lemma* l = lemma(out_.adjectives[h.adjectives + i].value); l && l->country != kNone) return l->country != next->country;
  return false;
}

/// Has the name its office before it: "the Emirati president Muhammad, minister of ..." are two people. A rank or "sheikh" is none.
bool PhraseBuilder::has_office(const Phrase& name) {
  if (name.attachment != Attachment::apposed || !name.outer.valid()) return false;
  const Phrase& h = phrase(name.outer);
  if (h.kind != PhraseKind::noun || !h.definite || !(classes(h.head.value) & bit(NounClass::role))) return false;
  for (uint32_t i = 0; i < h.adjective_count; ++i)
    if (const Lemma* l = lemma(out_.adjectives[h.adjectives + i].value); l && l->country != kNone) return true;
  return false;
}

/// "A strike in the plants and the police break up a sit-in": in a headline a phrase after "and" that a verb follows, where what stands
/// before hangs on a preposition.
bool PhraseBuilder::begins_clause(const Phrase& p) {
  if (text_.sentences[sentence_.value].kind != SentenceKind::title || between_.valid() || chain_size_ == 0) return false;
  const uint32_t verb = verb_after(p);
  if (verb == 0 || !says_of(verb, p) || !phrase(chain_[0]).preposition.valid()) return false;
  for (size_t i = out_.phrases.size(); i-- > 0 && out_.phrases[i].sentence == sentence_;) {
    const Phrase& topic = out_.phrases[i];
    const bool bare = !topic.preposition.valid() && topic.attachment == Attachment::none && topic.kind != PhraseKind::date;
    if (bare && topic.definite && says_of(verb, topic)) return false;
  }
  return true;
}

bool PhraseBuilder::finite(uint32_t w) const {
  const Features f = word(w).features;
  return f.upos() == Upos::verb && f.person() == Person::third;
}

/// The verb right behind a phrase, its genitives and adjectives; 0 where something else stands there.
uint32_t PhraseBuilder::verb_after(const Phrase& p) const {
  constexpr uint32_t kMost = 6;
  for (uint32_t w = p.last.value; w < words_.size() && w < p.last.value + kMost; ++w) {
    if (finite(w)) return w;
    const Upos u = word(w).features.upos();
    if (u != Upos::noun && u != Upos::adj && u != Upos::propn && u != Upos::x && !word(w).enclitic) return 0;
  }
  return 0;
}

/// Could the phrase be the subject of the verb after it, by gender and number.
bool PhraseBuilder::says_of(uint32_t verb, const Phrase& p) const {
  const Features v = word(verb).features, h = word(p.head.value).features;
  if (v.number() == Number::dual) return h.number() == Number::dual;
  const Lemma* l = lemma(p.head.value);
  const Gender g = h.gender() == Gender::none && l ? l->gender : h.gender();
  const bool human = (classes(p.head.value) & (bit(NounClass::person) | bit(NounClass::role))) != 0;
  if (v.number() == Number::plur) return h.number() != Number::sing;
  if (h.number() == Number::plur) return !human && v.gender() != Gender::masc;
  return g == Gender::none || v.gender() == Gender::none || g == v.gender();
}

/// The head of the chain that the phrase after "and" is most like; innermost where none is.
PhraseId PhraseBuilder::coordination_head(const Phrase& p) {
  if (chain_size_ == 0) return {};
  int best = -1;
  PhraseId head;
  const uint64_t mine = kind_bits(p);
  const bool act = is_act(p);
  for (size_t i = chain_size_; i-- > 0;) {
    const Phrase& h = phrase(chain_[i]);
    if ((h.kind == PhraseKind::pronoun && chain_size_ > 1) || (act && is_party(h) && !portfolio(h, p))) continue;
    int score = 0;
    if (kind_bits(h) & mine) score += 4;
    if (h.kind == p.kind) score += 2;
    if (h.definite == p.definite) score += 1;
    if (i + 1 == chain_size_) score += 1;
    if (score > best) best = score, head = chain_[i];
  }
  return head;
}

/// "the minister of foreign affairs and cooperation".
bool PhraseBuilder::portfolio(const Phrase& h, const Phrase& p) const {
  constexpr uint64_t kOffices = bit(NounClass::role) | bit(NounClass::organisation);
  if (!word(p.head.value).article) return false;
  return (!word(h.head.value).article && (classes(h.head.value) & kOffices)) ||
         (h.attachment == Attachment::annexed && (classes(out_[h.outer].head.value) & kOffices));
}

bool PhraseBuilder::is_act(const Phrase& p) const {
  const Lemma* l = p.kind == PhraseKind::noun && p.name == kNone ? lemma(p.head.value) : nullptr;
  return l && l->derivation == Derivation::masdar && !(l->classes & kParties);
}

/// Somebody or some place, which no act is joined to: "(the killing of seven farmers) and the arrest of three".
bool PhraseBuilder::is_party(const Phrase& p) const {
  if (p.kind == PhraseKind::name) return true;
  const uint64_t c = kind_bits(p);
  return p.kind == PhraseKind::noun && (c & kParties) && !(c & bit(NounClass::event));
}

uint64_t PhraseBuilder::kind_bits(const Phrase& p) const {
  uint64_t out = classes(p.head.value);
  if (const Lemma* l = lemma(p.head.value); l && l->derivation == Derivation::masdar) out |= bit(NounClass::event);
  if (p.name != kNone)
    for (const Payload& x : lexicon_.payloads_of(out_.names[p.name].node)) {
      if (x.kind == PayloadKind::country || x.kind == PayloadKind::place) out |= bit(NounClass::place) | bit(NounClass::state);
      if (x.kind == PayloadKind::actor)
        out |= lexicon_.actors[x.index].kind == EntityKind::person ? bit(NounClass::person) : bit(NounClass::group) | bit(NounClass::force);
      if (x.kind == PayloadKind::description) out |= uint64_t(x.low);
      if (x.kind == PayloadKind::given_name || x.kind == PayloadKind::surname) out |= bit(NounClass::person);
    }
  else if (p.kind == PhraseKind::name)
    out |= bit(NounClass::person) | bit(NounClass::place);
  return out;
}

}  // namespace isnad
