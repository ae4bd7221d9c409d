// How a phrase joins the chain: annexation, coordination, and what in a headline begins a clause instead.
#include <algorithm>

#include "mention/phrase_builder.h"

namespace isnad {
namespace {

constexpr uint64_t kParties = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group) | bit(NounClass::force) |
                              bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::place) | bit(NounClass::facility);

}  // namespace

PhraseId PhraseBuilder::attach(Phrase p, PhraseId outer, Attachment how) {
  p.outer = outer;
  p.attachment = how;
  const PhraseId id = add(p);
  if (how != Attachment::coordinated) extend(outer, p.last.value);
  return id;
}

void PhraseBuilder::push(PhraseId id) {
  if (chain_size_ == kChain) {
    std::copy(chain_ + 1, chain_ + kChain, chain_);
    --chain_size_;
  }
  chain_[chain_size_++] = id;
  closed_ = tail_open_ = false;
  pending_ = {};
}

/// Joins the phrase to the chain where grammar allows it, else begins a new one.
void PhraseBuilder::attach_or_start(Phrase p, bool name) {
  const bool bare = !pending_.preposition.valid() && !pending_.conjunction.valid();
  if (after_comma_) {
    after_comma_ = false;
    if (bare ? !apposed_after_comma(p, name) : !listed_after_comma(p))
      reset();
    else
      closed_ = true;
  }
  if (bare && chain_size_) {
    const PhraseId last = chain_[chain_size_ - 1];
    const Features own = word(p.head.value).features;
    const bool accusative = own.kase() == Case::acc && own.state() == State::indef && own.number() == Number::sing && p.number == kNone &&
                            p.kind == PhraseKind::noun;   // "a policeman" as object
    const Features first = word(p.first.value).features;  // "a number of soldiers" as object
    const bool amount = p.number != kNone && first.kase() == Case::acc && first.state() == State::indef;
    const bool tail = tail_open_ && p.definite && p.first == phrase(last).last;
    if (tail || (!accusative && !amount && open_for_annexation() && !own_body(p))) {
      if (classes(phrase(last).head.value) & bit(NounClass::negation)) p.negated = true;
      return push(attach(p, last, Attachment::annexed));
    }
    const PhraseId quoted = quoted_name(p);
    if (const PhraseId head = quoted.valid() ? quoted : apposition_head(p, name); head.valid()) {
      const PhraseId id = attach(p, head, Attachment::apposed);
      if (quoted.valid()) extend(head, p.last.value + 1);  // with the closing mark
      cut_after(head);
      return push(id);
    }
    if (name && titled_.valid() && title_complete() && (kind_bits(p) & bit(NounClass::person)) && p.last.value - p.first.value > 1) {
      const PhraseId id = attach(p, titled_, Attachment::apposed);  // "the secretary-general of the United Nations Kofi Annan"
      reset();
      return push(id);
    }
  }
  if (pending_.conjunction.valid() && !pending_.preposition.valid() && (saved_size_ || between_.valid()) && !begins_clause(p)) {
    const PhraseId head = between_.valid() ? between_ : coordination_head(p);
    between_ = {};
    if (head.valid()) {
      if (phrase(head).attachment == Attachment::annexed || phrase(head).attachment == Attachment::none) p.preposition = WordId::none();
      cut_after(head);
      const PhraseId id = attach(p, head, Attachment::coordinated);
      return push(id);
    }
  }
  reset();
  const Lemma* before = p.preposition.valid() ? lemma(p.preposition.value) : nullptr;
  const bool between =
      before && before->preposition != 0 && (before->classes & bit(NounClass::plural));  // takes two: the next "and" joins the second
  push(add(p));
  sides_ = between ? chain_[0] : sides_.valid() && phrase(chain_[0]).preposition.valid() ? PhraseId::none() : sides_;
  if (between) between_ = chain_[0];
}

/// "a bomber (blew up) himself": body or soul with a pronoun is annexed to no person.
bool PhraseBuilder::own_body(const Phrase& p) {
  const uint32_t pronoun = p.head.value + 1;
  if (p.kind != PhraseKind::noun || !(classes(p.head.value) & bit(NounClass::body)) || pronoun >= words_.size()) return false;
  return word(pronoun).enclitic && is_human(phrase(chain_[chain_size_ - 1]));
}

/// "France, and Germany, and": names of one kind, and indefinite nouns, go on after a comma.
bool PhraseBuilder::listed_after_comma(const Phrase& p) {
  if (!pending_.conjunction.valid() || pending_.preposition.valid() || chain_size_ == 0) return false;
  const Phrase& h = phrase(chain_[0]);
  const bool alike = h.kind == p.kind && (kind_bits(h) & kind_bits(p)) != 0;
  return alike && (p.kind == PhraseKind::name || (!h.definite && !p.definite && word(p.head.value).features.kase() == Case::acc));
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
  const Gender g = gender_of(p);
  if (v.number() == Number::plur) return h.number() != Number::sing;
  if (h.number() == Number::plur) return !is_human(p) && v.gender() != Gender::masc;
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
