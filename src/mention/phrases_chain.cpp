// The chain of annexation: which phrase a new one hangs on, and how.
#include "mention/phrase_builder.h"

#include <algorithm>

namespace isnad {

Phrase PhraseBuilder::make(uint32_t first, uint32_t last, uint32_t head, PhraseKind kind) const {
  Phrase p;
  p.first = pending_.first.valid() && pending_.first.value < first ? pending_.first : WordId{first};
  p.last = WordId{last};
  p.head = WordId{head};
  p.kind = kind;
  p.span = {word(p.first.value).span.begin, word(last - 1).span.end};
  p.preposition = pending_.preposition;
  p.number = pending_.number;
  p.negated = pending_.negated;
  p.sentence = sentence_;
  return p;
}

PhraseId PhraseBuilder::add(const Phrase& p) {
  const PhraseId id = PhraseId::at(out_.phrases.size());
  out_.phrases.push_back(p);
  out_.phrase_of[p.head.value] = id;
  return id;
}

PhraseId PhraseBuilder::attach(Phrase p, PhraseId outer, Attachment how) {
  p.outer = outer;
  p.attachment = how;
  const PhraseId id = add(p);
  if (how != Attachment::coordinated) extend(outer, p.last.value);
  return id;
}

/// An annexing noun has no article and nothing after it yet.
bool PhraseBuilder::open_for_annexation() {
  if (chain_size_ == 0 || closed_) return false;
  const Phrase& p = phrase(chain_[chain_size_ - 1]);
  if (p.kind != PhraseKind::noun || p.definite) return false;
  const Features f = word(p.head.value).features;
  return f.state() != State::indef && !(f.state() == State::def && f.number() != Number::sing);
}

/// "a bomber (blew up) himself": body or soul with a pronoun is annexed to no person.
bool PhraseBuilder::own_body(const Phrase& p) {
  const uint32_t pronoun = p.head.value + 1;
  if (p.kind != PhraseKind::noun || !(classes(p.head.value) & bit(NounClass::body)) || pronoun >= words_.size()) return false;
  const uint64_t holder = classes(phrase(chain_[chain_size_ - 1]).head.value);
  return word(pronoun).enclitic && (holder & (bit(NounClass::person) | bit(NounClass::role))) != 0;
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
      while (chain_size_ && chain_[chain_size_ - 1] != head) --chain_size_;
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
      while (chain_size_ && chain_[chain_size_ - 1] != head) --chain_size_;
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

/// "the minister, X"; "X, the minister of defence": a title and its name on either side of a comma.
bool PhraseBuilder::apposed_after_comma(const Phrase& p, bool name) {
  if (chain_size_ == 0) return false;
  const bool after_name = phrase(chain_[chain_size_ - 1]).kind == PhraseKind::name;
  return name != after_name && apposition_head(p, name).valid();
}

/// "France, and Germany, and": names of one kind, and indefinite nouns, go on after a comma.
bool PhraseBuilder::listed_after_comma(const Phrase& p) {
  if (!pending_.conjunction.valid() || pending_.preposition.valid() || chain_size_ == 0) return false;
  const Phrase& h = phrase(chain_[0]);
  const bool alike = h.kind == p.kind && (kind_bits(h) & kind_bits(p)) != 0;
  return alike && (p.kind == PhraseKind::name || (!h.definite && !p.definite && word(p.head.value).features.kase() == Case::acc));
}

}  // namespace isnad
