// Names in phrases: matches of the lexicon, fixed expressions, and the runs of words that name a person.
#include <algorithm>

#include "mention/phrase_builder.h"

namespace isnad {

/// A name match: fixed expressions govern what follows, entities become phrases. 0: read it as plain words.
uint32_t PhraseBuilder::name(uint32_t w, uint32_t end) {
  const NameMatch& n = out_.names[name_];
  const uint32_t next = n.end(words_).value;
  if (const Payload* p = payload_of(lexicon_, n, PayloadKind::phrase); p && !entity(n)) {
    const bool single = n.last.value - n.first.value == 1;
    if (single && word(w).features.upos() == Upos::noun && word(w).article) return 0;
    const Function f = Function(p->index);
    if (f == Function::number_about || f == Function::number_least || f == Function::number_most) return bound(w, next);
    out_.function_of[w] = uint32_t(name_);
    const bool governs_none = next < words_.size() && word(next).features.upos() == Upos::punct;  // "from one side, and"
    if (sides_.valid() && (f == Function::adverb || (f == Function::agent && governs_none))) return one_side(next);
    reset();
    if (p->high == 1 || p->high == 3)
      pending_.preposition = WordId{w};
    else
      pending_ = {};
    return next;
  }
  if (!entity(n) || next > end) return 0;
  uint32_t first = w;
  while (first + 1 < next && !word(first).main) ++first;
  if (const PhraseId owner = of_nation(n, first, next); owner.valid()) {
    modify(owner, first);
    extend(owner, next);
    pending_ = {};
    return next;
  }
  const bool described = payload_of(lexicon_, n, PayloadKind::description) != nullptr;
  const bool titled = person_part(n);
  if (titled && !begins_with_title(n, first)) return person(w);
  const uint32_t claimed = titled ? claimed_within(n) : 0;
  const uint32_t last = std::max(next, claimed);  // "the emir X bin Y": as far as his name goes
  Phrase p = make(first, last, first, described || (titled && claimed == 0) ? PhraseKind::noun : PhraseKind::name);
  p.name = uint32_t(name_);
  p.definite = !described || word(next - 1).article || word(first).article;
  attach_or_start(p, !described);
  if (described && n.last.value - n.first.value > 1) closed_ = true, tail_open_ = open_tail(next - 1);  // "unknown gunman" annexes nothing
  return last;
}

/// "the North Korean leader": adjectives of nationality in several words belong to the head right before them that they agree with.
PhraseId PhraseBuilder::of_nation(const NameMatch& n, uint32_t first, uint32_t next) {
  if (chain_size_ == 0 || after_comma_ || pending_.preposition.valid() || pending_.conjunction.valid()) return {};
  if (next - first < 2 || !payload_of(lexicon_, n, PayloadKind::country)) return {};
  const auto adjective = [&](uint32_t w) { return word(w).features.upos() == Upos::adj && word(w).main; };
  if (!adjective(first) || !adjective(next - 1) || phrase(chain_[chain_size_ - 1]).last.value != first) return {};
  return agreeing(first);
}

/// "between X and Y on one hand, and Z": what comes after the "and" is the other side.
uint32_t PhraseBuilder::one_side(uint32_t next) {
  reset();
  pending_ = {};
  between_ = sides_;
  const bool comma = next < words_.size() && text_.one(text_.tokens[word(next).token.value]) == ',';
  return comma ? next + 1 : next;
}

/// A description that ends in a noun without article may annex a name or a definite noun more: "prime minister of X".
bool PhraseBuilder::open_tail(uint32_t w) const {
  const Word& x = word(w);
  const Features f = x.features;
  const Lemma* l = lemma(w);
  if (!x.main || f.upos() != Upos::noun || x.article || !l || l->upos != Upos::noun) return false;
  if (l->derivation == Derivation::active_participle || l->derivation == Derivation::passive_participle) return false;  // "unknown"
  return may_annex(f);
}

/// A name by which somebody known goes that begins with a title ("the Iranian leader", "the emir X").
bool PhraseBuilder::begins_with_title(const NameMatch& n, uint32_t first) const {
  return n.last.value - n.first.value > 1 && word(first).features.upos() == Upos::noun && !word(first).guess && (classes(first) & kHuman) &&
         payload_of(lexicon_, n, PayloadKind::actor);
}

/// Where a person's name ends that was found by itself within the match; 0 where there is none.
uint32_t PhraseBuilder::claimed_within(const NameMatch& n) const {
  for (size_t i = proper_; i < out_.proper.size() && out_.proper[i].first < n.last; ++i)
    if (out_.proper[i].type == ProperType::person && out_.proper[i].first > n.first)
      return words_.first_of[out_.proper[i].last.value].value;
  return 0;
}

bool PhraseBuilder::entity(const NameMatch& n) const {
  for (const Payload& p : lexicon_.payloads_of(n.node))
    if (p.kind != PayloadKind::phrase && p.kind != PayloadKind::number && p.kind != PayloadKind::calendar) return true;
  return false;
}

bool PhraseBuilder::person_part(const NameMatch& n) const {
  for (const Payload& p : lexicon_.payloads_of(n.node)) {
    if (p.kind == PayloadKind::actor && lexicon_.actors[p.index].kind != EntityKind::person) return false;
    if (p.kind == PayloadKind::country || p.kind == PayloadKind::place || p.kind == PayloadKind::description) return false;
  }
  return true;
}

/// The person's name that starts_proper found at word w, whatever its words were read as.
uint32_t PhraseBuilder::proper_person(uint32_t w) {
  const ProperName& n = out_.proper[proper_];
  const uint32_t next = words_.first_of[n.last.value].value;
  uint32_t head = w;
  while (head + 1 < next && !word(head).main) ++head;
  Phrase p = make(w, next, head, PhraseKind::name);
  size_t from = name_;
  while (from > 0 && out_.names[from - 1].last > n.first) --from;  // a match may take the title before the name with it
  for (size_t i = from; i < out_.names.size() && out_.names[i].first < n.last; ++i)
    if (out_.names[i].last > n.first && out_.names[i].last <= n.last && person_part(out_.names[i]) &&
        (p.name == kNone || longer(i, p.name)))
      p.name = uint32_t(i);
  p.definite = true;
  attach_or_start(p, true);
  return next;
}

/// A run of proper nouns: "Muhammad Baqiri", also with unknown parts.
uint32_t PhraseBuilder::person(uint32_t w) {
  uint32_t first = w;
  while (!word(first).main) ++first;
  uint32_t next = first;
  uint32_t named = kNone;
  const uint32_t sentence_end = words_.first_of[text_.sentences[sentence_.value].last.value].value;
  while (next < sentence_end && proper(next, next == first)) {
    const bool match = name_at(next);
    if (next != first && ((match && !person_part(out_.names[name_])) || (named != kNone && begins_person(next)))) break;
    if (match && (named == kNone || longer(name_, named))) named = uint32_t(name_);
    next = match ? words_.first_of[out_.names[name_].last.value].value : next + 1;
  }
  next = std::max(next, first + 1);
  Phrase p = make(first, next, first, PhraseKind::name);
  p.name = named;
  p.definite = true;
  attach_or_start(p, true);
  return next;
}

/// Does a person's name that was found by itself begin at word w.
bool PhraseBuilder::begins_person(uint32_t w) const {
  const TokenId token = word(w).token;
  for (size_t i = proper_; i < out_.proper.size() && out_.proper[i].first <= token; ++i)
    if (out_.proper[i].first == token) return out_.proper[i].type == ProperType::person && out_.proper[i].rule == "name.person";
  return false;
}

bool PhraseBuilder::longer(size_t a, size_t b) const {
  const auto size = [&](size_t i) { return out_.names[i].last.value - out_.names[i].first.value; };
  const bool actor_a = payload_of(lexicon_, out_.names[a], PayloadKind::actor),
             actor_b = payload_of(lexicon_, out_.names[b], PayloadKind::actor);
  return actor_a != actor_b ? actor_a : size(a) > size(b);
}

/// Part of a personal name: a proper noun without clitics of its own.
bool PhraseBuilder::proper(uint32_t w, bool first) const {
  const Word& x = word(w);
  if (!x.main || (x.features.upos() != Upos::propn && x.features.upos() != Upos::x)) return false;
  if (first) return true;
  return words_.first_of[x.token.value].value == w && text_.tokens[x.token.value].kind != TokenKind::url;
}

}  // namespace isnad
