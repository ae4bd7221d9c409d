// Proper names: the walk over a sentence, what the lexicon's names are, and the second mention of a word.
#include <algorithm>

#include "mention/proper_finder.h"
#include "text/arabic.h"

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

/// Could anything start at the token but a body that is described: most words are out after one look.
bool ProperFinder::may_start(uint32_t t) const {
  return has(t, kProper | kPersonal | kLinker) || facts_[t].match != kNone || has(t + 1, kLinker) || servant(t);
}

/// Takes the name that starts at token t; gives the token after it, t where there is none.
uint32_t ProperFinder::step(uint32_t t) {
  if (!has(t, kWord)) return t;
  const bool any = may_start(t);
  if (!any && !has(t, kNoun)) return t;
  uint32_t next = any ? cued_person(t) : t;
  if (next == t) next = body(t);
  if (any && next == t) next = match(t);
  if (any && next == t) next = paired_person(t);
  if (any && next == t) next = after_kind(t);
  if (any && next == t) next = unknown_run(t);
  return next > t ? bracketed(next) : t;
}

/// A title and the nouns and adjectives after it may be followed by a name: "the foreign minister of the republic, X".
void ProperFinder::follow_title(uint32_t t) {
  constexpr uint64_t kTitles = bit(NounClass::person) | bit(NounClass::role);
  if (facts_[t].owner != kNone && out_.proper[facts_[t].owner].type == ProperType::person) {
    title_ = kNone;
  } else if (has(t, kNoun) && (classes(t) & kTitles) != 0 && !has(t, kPronoun)) {
    title_ = t;
  } else if (abbreviated(t)) {
    title_ = t;
  } else if (title_ != kNone) {
    const bool goes_on =
        has(t, kNoun | kAdjective) || facts_[t].owner != kNone || match_of(t) || quote(t) || sign(t) == ',' || abbreviated(t - 1);
    if (!goes_on || t - title_ > 7) title_ = kNone;
  }
}

/// "Dr.": the letter of a title with its point after it.
bool ProperFinder::abbreviated(uint32_t t) const {
  return t >= begin_ && t + 2 < end_ && sign(t + 1) == '.' && is_title_letter(text_.letters_of(text_.tokens[t]));
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
        if (a.kind == EntityKind::person && p.low != 2)
          personal = true;  // 2: what stands for him, as his seat
        else if (!described_only(*n, a))
          body = &p;
        break;
      }
      case PayloadKind::country:
        (p.low == 2 ? body : place) = &p;
        break;
      case PayloadKind::place:
        place = &p;
        break;
      case PayloadKind::given_name:
      case PayloadKind::surname:
      case PayloadKind::teknonym:
        personal = true;
        break;
      default:
        break;
    }
  }
  if (place) {
    if (only_described(t, next)) return next;
    const uint32_t from = without_kind(t, next, *place);
    const ProperType type = place_type(from, next);
    if (type == ProperType::organisation) remember(from, type);
    return claim(from, next, type, type == ProperType::place ? "name.place" : "body.place", index);
  }
  if (personal && !body) {
    const bool title = next - t > 1 && has(t, kNoun) && is_class(t, NounClass::role) && !whole_name(t, next);
    if (title && named(t + 1, next, PayloadKind::place)) return next;  // "the emir of Qatar" names nobody
    if (title && next - t == 2 && nationality(t + 1) && has(t + 1, kAdjective) && has(t + 1, kArticle))
      return next;  // nor "the Jordanian king"
    return person(title ? t + 1 : t, next, "name.person");
  }
  if (!body) return t;
  uint32_t last = next;  // "of the United States" after a body's name says whose it is
  while (last > t + 2 && nationality(last - 1) && has(last - 1, kAdjective)) --last;
  const bool force = is_class(t, NounClass::force) && (has(t, kArticle) || main(t).features.number() == Number::plur);
  if (next - t > 1 && (force || (is_class(t, NounClass::state) && nationality(next - 1)))) return next;
  claim(without_kind(t, last, *body), last, ProperType::organisation, "name.body", index);
  return next;
}

/// Whether the first word of a known person's name belongs to it, though it is a title too ("Sultan"): without it nobody is named.
bool ProperFinder::whole_name(uint32_t t, uint32_t next) const {
  return named(t, next, PayloadKind::actor) && !named(t + 1, next, PayloadKind::actor) && !has(t, kArticle);
}

/// Whether tokens [t, next) are by themselves a name of that kind in the lexicon.
bool ProperFinder::named(uint32_t t, uint32_t next, PayloadKind kind) const {
  uint32_t node = 0;
  for (uint32_t i = t; i < next && node != kNone; ++i) {
    const uint32_t word = name_word(lexicon_, text_, words_, i);
    node = word == kNone ? kNone : lexicon_.trie_step(node, word);
  }
  if (node == kNone) return false;
  for (const Payload& p : lexicon_.payloads_of(node))
    if (p.kind == kind || (kind == PayloadKind::place && p.kind == PayloadKind::country)) return true;
  return false;
}

/// "the state of Kuwait", "the newspaper X": the name starts after the word for its kind.
uint32_t ProperFinder::without_kind(uint32_t t, uint32_t next, const Payload& p) const {
  if (next - t < 2 || !has(t, kNoun) || has(t, kArticle)) return t;
  uint32_t rest = t + 1;
  while (rest + 1 < next && quote(rest)) ++rest;
  if (p.kind == PayloadKind::actor) {
    constexpr uint64_t kKinds = bit(NounClass::medium) | bit(NounClass::group);
    const Lemma* l = lemma(t);
    const bool company = l && l->sector == Sector::BUS && !(l->classes & bit(NounClass::facility));
    const bool alone = next - rest == 1 && !has(rest, kArticle) && named(rest, next, PayloadKind::actor);
    return (classes(t) & kKinds) != 0 || company || alone ? rest : t;
  }
  constexpr uint64_t kKinds = bit(NounClass::place) | bit(NounClass::facility) | bit(NounClass::state) | bit(NounClass::direction);
  if (p.kind == PayloadKind::country && is_class(t, NounClass::direction)) return t;  // "South Africa"
  return (classes(t) & kKinds) != 0 && named(rest, next, PayloadKind::place) ? rest : t;
}

/// "the Spanish capital": a common noun with adjectives of nationality is no name.
bool ProperFinder::only_described(uint32_t t, uint32_t next) const {
  if (nationality(t) && has(t, kAdjective) && has(t, kArticle)) return true;
  if (!has(t, kNoun) || main(t).guess) return false;
  return next - t == 2 && has(t, kArticle) && is_class(t, NounClass::place) && nationality(next - 1);
}

/// A town is feminine: with a masculine adjective of nationality after it, or a word for a club or medium before it, its name stands for a
/// body.
ProperType ProperFinder::place_type(uint32_t t, uint32_t next) const {
  if (next < end_ && nationality(next) && has(next, kAdjective) && has(next, kArticle) && !has(next, kProclitic) && !has(t, kArticle) &&
      main(next).features.gender() == Gender::masc && main(next).features.number() == Number::sing &&
      !is_class(t > begin_ ? t - 1 : t, NounClass::place))
    return ProperType::organisation;
  if (t == begin_ || has(t, kProclitic)) return ProperType::place;
  const uint32_t before = quote(t - 1) && t - 1 > begin_ ? t - 2 : t - 1;
  if (!has(before, kNoun) || has(before, kArticle | kPronoun)) return ProperType::place;
  const uint64_t c = classes(before);
  const bool body = (c & bit(NounClass::organisation)) != 0 && (c & (bit(NounClass::medium) | bit(NounClass::group))) != 0;
  return body ? ProperType::organisation : ProperType::place;
}

/// A word that a name of this document has made known.
void ProperFinder::known_words(const Sentence& s) {
  begin_ = s.first.value;
  end_ = s.last.value;
  for (uint32_t t = begin_; t < end_; ++t) {
    if (!has(t, kProper | kGuess | kPersonal) || !free_word(t) || has(t, kPronoun | kVerb) || in_the_name(t)) continue;
    const RememberedName* known = recall(t);
    if (!known) continue;
    if (!has(t, kProper | kGuess)) {
      const bool annexes = !has(t, kArticle) && t + 1 < end_ && has(t + 1, kArticle) && !recall(t + 1);
      if (!has(t, kPersonal) || annexes || ProperType(known->type - 1) != ProperType::person) continue;
    }
    uint32_t next = t + 1;
    if (ProperType(known->type - 1) == ProperType::person)
      while (next < end_ && next - t < 4 && free_word(next) && !has(next, kProclitic | kPronoun | kVerb) && recall(next)) ++next;
    claim(t, next, ProperType(known->type - 1), "name.again");
    t = next - 1;
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
                        : head.kind == TokenKind::word                           ? facts_[first].first
                                                                                 : head.first;
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
  if (!free_word(t) || !has(t, kProper) || has(t, kPronoun) || match_of(t)) return false;
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
