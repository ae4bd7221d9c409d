// Proper names: the walk over a sentence, what the lexicon's names are, and the second mention of a word.
#include <algorithm>

#include "mention/proper_finder.h"

namespace isnad {

using namespace name_flag;

void ProperFinder::find() {
  note_facts();
  for (const Sentence& s : text_.sentences) sentence(s);
  for (const Sentence& s : text_.sentences) known_words(s);
  emit();
}

void ProperFinder::sentence(const Sentence& s) {
  begin_ = s.first.value;
  end_ = s.last.value;
  title_ = kNone;
  for (uint32_t t = begin_; t < end_;) {
    const uint32_t next = std::max(t + 1, step(t));
    for (uint32_t i = t; i < next; ++i) follow_title(i);
    t = next;
  }
}

/// Takes the name that starts at token t; gives the token after it, t where there is none.
uint32_t ProperFinder::step(uint32_t t) {
  if (!has(t, kWord)) return t;
  for (const auto take : {&ProperFinder::cued_person, &ProperFinder::body, &ProperFinder::match, &ProperFinder::paired_person,
                          &ProperFinder::after_kind, &ProperFinder::unknown_run})
    if (const uint32_t next = (this->*take)(t); next > t) return bracketed(next);
  return t;
}

/// A title and the nouns and adjectives after it may be followed by a name: "the foreign minister of the republic, X".
void ProperFinder::follow_title(uint32_t t) {
  constexpr uint64_t kTitles = bit(NounClass::person) | bit(NounClass::role);
  if (facts_[t].owner != kNone && out_.proper[facts_[t].owner].type == ProperType::person) {
    title_ = kNone;
  } else if (has(t, kNoun) && (classes(t) & kTitles) != 0 && !has(t, kPronoun)) {
    title_ = t;
  } else if (title_ != kNone) {
    const bool goes_on = has(t, kNoun | kAdjective) || facts_[t].owner != kNone || match_of(t) || quote(t) || sign(t) == ',';
    if (!goes_on || t - title_ > 7) title_ = kNone;
  }
}

/// What the lexicon has at token t, if it is a name of its own.
uint32_t ProperFinder::match(uint32_t t) {
  const NameMatch* n = match_of(t);
  if (!n || n->first.value != t || n->last.value > end_) return t;
  const uint32_t next = n->last.value, index = facts_[t].match;
  bool personal = false;
  const Payload *place = nullptr, *body = nullptr;
  for (const Payload& p : lexicon_.payloads_of(n->node)) {
    switch (p.kind) {
      case PayloadKind::actor: {
        const Actor& a = lexicon_.actors[p.index];
        if (a.kind == EntityKind::person) personal = true;
        else if (!described_only(*n, a)) body = &p;
        break;
      }
      case PayloadKind::country: (p.low == 2 ? body : place) = &p; break;
      case PayloadKind::place: place = &p; break;
      case PayloadKind::given_name: case PayloadKind::surname: case PayloadKind::teknonym: personal = true; break;
      default: break;
    }
  }
  if (place) return claim(t, next, ProperType::place, "name.place", index);
  if (personal && !body) return person(t, next, "name.person");
  if (body) return claim(t, next, ProperType::organisation, "name.body", index);
  return t;
}

/// A word that a name of this document has made known.
void ProperFinder::known_words(const Sentence& s) {
  begin_ = s.first.value;
  end_ = s.last.value;
  for (uint32_t t = begin_; t < end_; ++t) {
    if (!free_word(t) || has(t, kPronoun | kVerb)) continue;
    const RememberedName* known = recall(t);
    if (!known) continue;
    if (!has(t, kProper | kGuess)) {
      const bool annexes = !has(t, kArticle) && t + 1 < end_ && has(t + 1, kArticle);
      if (!has(t, kPersonal) || annexes || ProperType(known->type - 1) != ProperType::person) continue;
    }
    claim(t, t + 1, ProperType(known->type - 1), "name.again");
  }
}

uint32_t ProperFinder::claim(uint32_t first, uint32_t last, ProperType type, std::string_view rule, uint32_t match) {
  const auto index = uint32_t(out_.proper.size());
  ProperName name;
  name.first = TokenId{first};
  name.last = TokenId{last};
  name.type = type;
  name.match = match;
  name.rule = rule;
  const Token& head = text_.tokens[first];
  const uint32_t from = match != kNone && out_.names[match].first.value == first ? out_.names[match].first_letter
                                                                              : head.kind == TokenKind::word ? facts_[first].first : head.first;
  const Token& tail = text_.tokens[last - 1];
  const bool whole = tail.kind != TokenKind::word || facts_[last - 1].last == tail.last;
  name.span = {text_.origin[from], whole ? tail.span.end : main(last - 1).span.end};
  if (name.span.begin >= name.span.end) return first;
  for (uint32_t t = first; t < last; ++t) facts_[t].owner = index;
  out_.proper.push_back(name);
  return last;
}

void ProperFinder::emit() {
  std::sort(out_.proper.begin(), out_.proper.end(), [](const ProperName& a, const ProperName& b) { return a.first < b.first; });
}

bool ProperFinder::strange(uint32_t t) const {
  if (!free_word(t) || !has(t, kProper | kGuess) || has(t, kPronoun | kVerb) || match_of(t)) return false;
  return facts_[t].last - facts_[t].first > 1;
}

bool ProperFinder::thing(uint32_t t) const {
  const NameMatch* n = match_of(t);
  if (!n) return false;
  for (const Payload& p : lexicon_.payloads_of(n->node)) {
    if (p.kind == PayloadKind::country || p.kind == PayloadKind::place) return true;
    if (p.kind == PayloadKind::actor && lexicon_.actors[p.index].kind != EntityKind::person) return true;
  }
  return false;
}

void find_proper(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out) {
  ProperFinder(lexicon, document, text, words, out).find();
}

}  // namespace isnad
