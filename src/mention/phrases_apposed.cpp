// Apposition: a title and its name, also with a complement or a comma between them, and a kind of thing before its name.
#include "mention/phrase_builder.h"

namespace isnad {

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

/// "the minister, X"; "X, the minister of defence": a title and its name on either side of a comma.
bool PhraseBuilder::apposed_after_comma(const Phrase& p, bool name) {
  if (chain_size_ == 0) return false;
  const bool after_name = phrase(chain_[chain_size_ - 1]).kind == PhraseKind::name;
  return name != after_name && apposition_head(p, name).valid();
}

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

/// The first adjective of nationality of a phrase; nullptr if it has none.
const Lemma* PhraseBuilder::nationality_of(const Phrase& h) const {
  for (uint32_t i = 0; i < h.adjective_count; ++i)
    if (const Lemma* l = lemma(out_.adjectives[h.adjectives + i].value); l && l->country != kNone) return l;
  return nullptr;
}

/// "the American minister the Israeli president": the titles are of two states.
bool PhraseBuilder::of_another_state(const Phrase& h, const Phrase& p) const {
  const Lemma* next = p.last.value < words_.size() && word(p.last.value).features.upos() == Upos::adj ? lemma(p.last.value) : nullptr;
  if (!next || next->country == kNone) return false;
  const Lemma* own = nationality_of(h);
  return own && own->country != next->country;
}

/// Has the name its office before it: "the Emirati president Muhammad, minister of ..." are two people. A rank or "sheikh" is none.
bool PhraseBuilder::has_office(const Phrase& name) {
  if (name.attachment != Attachment::apposed || !name.outer.valid()) return false;
  const Phrase& h = phrase(name.outer);
  if (h.kind != PhraseKind::noun || !h.definite || !(classes(h.head.value) & bit(NounClass::role))) return false;
  return nationality_of(h) != nullptr;
}

}  // namespace isnad
