// Who can be a party at all: who can act, and to whom something can be done or said. What every rule that fills a role asks.
#include <algorithm>

#include "event/coder.h"
#include "mention/steps.h"

namespace isnad {
namespace {

/// Acts that are done or said to somebody, and not to a thing or an act.
constexpr uint64_t kToSomebody = bit(EventType::request) | bit(EventType::accuse) | bit(EventType::support) | bit(EventType::reject) |
                                 bit(EventType::agree) | bit(EventType::consult) | bit(EventType::cooperate) | bit(EventType::concede);

/// What nobody is, whatever else is said of it; a point may be a checkpoint.
constexpr bool never(uint64_t classes) {
  constexpr uint64_t kNever = bit(NounClass::time) | bit(NounClass::unit) | bit(NounClass::money) | bit(NounClass::negation);
  return (classes & kNever) && !(classes & (bit(NounClass::place) | bit(NounClass::facility)));
}

}  // namespace

/// A town that stands for its people: the subject of the verb itself ("the city marched"), an agent ("by the province"), or a side of what
/// is between two.
bool Coder::acts_as_people(const Filling& f) const {
  if (opposed(f.phrase) || f.rule.starts_with("agent.")) return true;
  const Entity* x = entity(f.phrase);
  if (f.inherited || (f.rule != "subject.after" && f.rule != "subject.before") || x->place == kNone) return false;
  const auto kind = g_.lexicon.text(g_.lexicon.places[x->place].kind);
  constexpr std::array<std::string_view, 7> kPeopled{"city", "town", "village", "quarter", "camp", "province", "region"};
  return std::find(kPeopled.begin(), kPeopled.end(), kind) != kPeopled.end();
}

/// A place, a time or times, a manner, or a word that only points at one.
bool Coder::says_where_or_when(PhraseId p) const {
  const Entity* e = entity(p);
  if (g_.points(p) || only_describes(p) || (e && e->kind == EntityKind::place)) return true;
  return never(g_.classes(p) | (e ? e->classes : 0));
}

/// A single indefinite adjective that says of nobody who he is ("in a repeated way, ...").
bool Coder::only_describes(PhraseId p) const {
  const Phrase& own = g_.mentions[p];
  const Lemma* l = g_.lemma(own.head);
  const Entity* e = entity(p);
  if (own.kind != PhraseKind::noun || own.definite || own.number != kNone || !l || l->upos != Upos::adj) return false;
  if (own.attachment == Attachment::coordinated) return false;  // after names it may be one
  if (own.last != own.head.next() || g_.word(own.head).features.number() != Number::sing || g_.actor_like(p)) return false;
  return !e || (e->country.empty() && e->sector == Sector::none && !e->antecedent.valid());
}

/// A march or massacre is called after a day: "the massacre of Dignity Friday". Friday is a name too, but of nobody there.
bool Coder::named_for_day(PhraseId p) const {
  const Phrase& own = g_.mentions[p];
  const Entity* e = entity(p);
  if (own.kind != PhraseKind::name || own.last != own.head.next() || !e || e->antecedent.valid()) return false;
  const uint32_t word = name_word(g_.lexicon, g_.text, g_.words, g_.word(own.head).token.value);
  const uint32_t node = word == kNone ? kNone : g_.lexicon.trie_step(0, word);
  if (node == kNone) return false;
  const auto payloads = g_.lexicon.payloads_of(node);
  return std::any_of(payloads.begin(), payloads.end(),
                     [](const Payload& x) { return x.kind == PayloadKind::calendar && CalendarKind(x.index) == CalendarKind::weekday; });
}

/// Who does something is somebody, a pronoun, an unknown word, a weapon or vehicle in somebody's hands, or an act that somebody did; no
/// time or quantity of it, nor a place that only says where.
bool Coder::can_do(const Filling& f) const {
  if (g_.points(f.phrase)) return false;
  const Phrase& phrase = g_.mentions[f.phrase];
  const Entity* e = entity(f.phrase);
  if (phrase.kind == PhraseKind::pronoun && e && e->antecedent.valid())  // as whom it stands for
    if (const PhraseId stands = entities_[e->antecedent].phrase; g_.mentions[stands].kind != PhraseKind::pronoun)
      return can_do({stands, {}, f.rule, f.inherited});
  if (e && e->kind == EntityKind::place && e->actor == kNone && e->state == kNone)
    return f.rule == "annexed.subject" || acts_as_people(f);  // Coder::doer asks whether it was only there
  if (only_describes(f.phrase) || (f.rule == "annexed.subject" && named_for_day(f.phrase))) return false;
  const uint64_t classes = g_.classes(f.phrase) | (e ? e->classes : 0);
  if (g_.actor_like(f.phrase)) return true;
  if (never(classes)) return false;
  if (e && (!e->country.empty() || e->sector != Sector::none || e->kind == EntityKind::person || e->kind == EntityKind::group)) {
    constexpr uint64_t kGround = bit(NounClass::place) | bit(NounClass::direction);
    return !(classes & kGround) || e->sector != Sector::none || phrase.kind != PhraseKind::noun;  // "the Syrian territories"
  }
  constexpr uint64_t kMeans =
      bit(NounClass::weapon) | bit(NounClass::vehicle) | bit(NounClass::explosive) | bit(NounClass::quantity) | bit(NounClass::violence);
  return (classes & kMeans) != 0 || !g_.lemma(phrase.head) || clauses_.clause_of[phrase.head.value].valid();
}

/// A bare word without article: as an object of somebody's words it is more often a name than a thing ("accused Temple of").
bool Coder::like_name(PhraseId p) const {
  const Phrase& own = g_.mentions[p];
  const Features head = g_.word(own.head).features;
  return own.kind == PhraseKind::noun && own.first == own.head && own.last == own.head.next() && !own.definite && own.number == kNone &&
         head.kase() != Case::acc && head.number() == Number::sing;
}

/// To whom such an act is done or said: no word that only points at something; where it takes somebody, no act, paper or notion, unless
/// its words tell whose it is ("the Russian proposal").
bool Coder::can_receive(EventType type, const Filling& f) const {
  const PhraseId p = f.phrase;
  const Phrase& own = g_.mentions[p];
  if (g_.points(p)) return false;
  if (g_.actor_like(p)) return true;
  const Entity* e = entity(p);
  const uint64_t classes = g_.classes(p) | (e ? e->classes : 0);
  const bool another = own.kind == PhraseKind::noun && !own.definite && own.number == kNone && own.last == own.head.next();
  if (never(classes) && !another) return false;  // "a policeman and another"
  if (!(bit(type) & kToSomebody) || (f.rule == "object.after" && like_name(p))) return true;
  const bool bare = own.kind == PhraseKind::noun && !own.definite && own.number == kNone && !f.rule.starts_with("annexed");
  constexpr uint64_t kWordsTo = bit(EventType::request) | bit(EventType::accuse) | bit(EventType::reject) | bit(EventType::agree);
  if (bare && (bit(type) & kWordsTo) && (classes & bit(NounClass::place)) && (!e || e->sector == Sector::none))
    return false;  // "a capital"
  if (e && (!e->country.empty() || e->sector != Sector::none || e->kind != EntityKind::none)) return true;
  constexpr uint64_t kThings = bit(NounClass::abstract) | bit(NounClass::document) | bit(NounClass::event) | bit(NounClass::statement) |
                               bit(NounClass::violence) | bit(NounClass::disaster) | bit(NounClass::goods) | bit(NounClass::weapon) |
                               bit(NounClass::body);
  if ((classes & kThings) && !(classes & bit(NounClass::place))) return false;
  const Lemma* l = g_.lemma(g_.mentions[p].head);
  return !l || l->derivation != Derivation::masdar || (classes & (bit(NounClass::meeting) | bit(NounClass::place)));
}

/// Who a word that only tells his state stands for: "they marched carrying banners that demand".
Filling Coder::whose_state(Filling f) const {
  const ClauseId state = clauses_.clause_of[g_.mentions[f.phrase].head.value];
  if (!state.valid() || clauses_[state].kind != PredicateKind::participle || clauses_[state].link != Link::circumstance) return f;
  const Argument* s = clauses_.find(clauses_[state], ArgumentRole::subject);
  if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase)) return {};
  return {s->phrase, {}, "actor.of_state", true};
}

}  // namespace isnad
