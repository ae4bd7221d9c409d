// Words that stand for several: "the two countries", "both sides", "the two presidents", "them" after a row. Each of those meant gets an
// entity of its own; Entity::also leads from one to the next.
#include <algorithm>

#include "entity/antecedents.h"
#include "entity/arabic_reference_words.h"

namespace isnad {

namespace {

constexpr uint32_t kSentences = 2;  // how many sentences back the two may have been named
constexpr size_t kParties = 8;

/// A preposition of place, as the compiler marks them.
bool of_place(const Grammar& g, WordId preposition) {
  const Lemma* l = g.lemma(preposition);
  return g.word(preposition).lemma == g.lexicon.clitic(Clitic::bi) ||
         (l && (l->classes & bit(NounClass::place)) && (l->classes & bit(NounClass::facility)));
}

}  // namespace

/// May the two be one party: a state and its minister, a movement and itself.
bool Antecedents::same_party(const Entity& a, const Entity& b, bool states) const {
  if (states) return a.country == b.country;
  const EntityId x = out_.entity_of[a.phrase.value], y = out_.entity_of[b.phrase.value];
  if ((a.antecedent.valid() ? a.antecedent : x) == (b.antecedent.valid() ? b.antecedent : y)) return true;
  if (a.actor != kNone && b.actor != kNone) return a.actor == b.actor;
  return a.country == b.country && (!a.country.empty() || a.sector == b.sector);
}

/// "In Lebanon": where something is, nobody who acts.
bool Antecedents::stands_in(const Entity& a) const {
  const Phrase& p = g_.mentions[a.phrase];
  return (a.kind == EntityKind::country || a.kind == EntityKind::place) && p.preposition.valid() && of_place(g_, p.preposition);
}

/// Somebody who may be one of two sides: an actor, or a state with whoever speaks for it; not where something only happens.
bool Antecedents::takes_part(const Entity& a, bool states) const {
  constexpr uint64_t kOfficial = bit(Sector::GOV) | bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::SPY) | bit(Sector::LEG);
  const Phrase& p = g_.mentions[a.phrase];
  if (a.also.valid() || a.kind == EntityKind::place || a.kind == EntityKind::media) return false;
  if (stands_in(a) || (p.preposition.valid() && a.via == Via::metonymy)) return false;
  if (!states) return a.actor != kNone || !a.country.empty() || a.sector != Sector::none;
  if (a.country.empty() || (a.kind != EntityKind::country && !(bit(a.sector) & kOfficial) && a.rule != "description.adjective"))
    return false;
  return g_.lexicon.country(a.country) != kNone;
}

/// May he be one of two "presidents": called so, somebody's counterpart, known by name, or an official of a state.
bool Antecedents::same_office(const Entity& a, LemmaId office) const {
  const WordId head = g_.mentions[a.phrase].head;
  const bool official = a.sector == Sector::GOV && !a.country.empty() && (a.classes & bit(NounClass::role)) != 0;
  return a.kind == EntityKind::person &&
         (official || g_.word(head).lemma == office || a.actor != kNone || arabic_reference::is_counterpart(letters(head)));
}

void Antecedents::become_state(Entity& e, std::string_view iso3) const {
  e.state = g_.lexicon.country(iso3);
  e.country = iso3;
  e.kind = EntityKind::country;
  e.sector = Sector::none;
  e.actor = e.place = e.office = kNone;
  e.named = {};
  e.affiliation = {};
}

void Antecedents::stand_for(EntityId self, EntityId first, EntityId second, bool states, std::string_view rule) {
  Entity& e = out_.entities[self.value];
  Entity twin = e;
  become(e, first, rule), become(twin, second, rule);
  if (states) become_state(e, out_[first].country), become_state(twin, out_[second].country);
  e.also = EntityId::at(out_.entities.size() + out_.twins.size());
  twin.also = {};
  out_.twins.push_back(twin);
}

/// "The two countries", "both sides", "the two presidents": the last two named, where there are just two, in this sentence or with those of
/// the sentences before. Says whether the words are of that kind and the two were found.
bool Antecedents::both(EntityId self) {
  const Phrase& p = g_.mentions[out_[self].phrase];
  const Word& head = g_.word(p.head);
  const bool pronoun = p.kind == PhraseKind::pronoun;
  const auto two = pronoun ? arabic_reference::Two::sides : arabic_reference::two_of(letters(p.head));
  const bool people = !pronoun && head.article && head.features.number() == Number::dual && (out_[self].classes & bit(NounClass::role));
  if (!pronoun && !(two != arabic_reference::Two::none && p.definite) && !people) return false;
  if (p.name != kNone || !out_[self].country.empty() || out_[self].actor != kNone || p.adjective_count > 0) return false;
  const bool states = two == arabic_reference::Two::states;
  std::array<EntityId, kParties> parties;
  size_t count = 0;
  uint32_t reached = p.sentence.value;
  for (size_t i = size_; i-- > 0;) {
    const Entity& a = out_[memory_[i]];
    const Phrase& q = g_.mentions[a.phrase];
    if (q.sentence.value < reached) {
      if (count >= 2 || q.sentence.value + kSentences < p.sentence.value) break;
      reached = q.sentence.value;
    }
    if (q.last > p.head || !takes_part(a, states) || (people && !same_office(a, head.lemma))) continue;
    const auto known = [&](EntityId x) { return same_party(out_[x], a, states); };
    const auto it = std::find_if(parties.begin(), parties.begin() + count, known);
    if (it != parties.begin() + count)
      *it = memory_[i];  // named more fully before
    else if (count < kParties)
      parties[count++] = memory_[i];
  }
  if (count != 2) return !people && met(self, states);
  const auto place_of = [&](EntityId x) { return out_[x].antecedent.valid() ? out_[x].antecedent.value : x.value; };
  const bool order = place_of(parties[0]) < place_of(parties[1]);
  stand_for(self, parties[order ? 0 : 1], parties[order ? 1 : 0], states, "coreference.both");
  return true;
}

/// Is the verb or noun one that two sides share: they meet, agree, work together or fight.
bool Antecedents::takes_two(LemmaId lemma) const {
  return g_.tells_only(lemma, bit(EventType::consult) | bit(EventType::agree) | bit(EventType::cooperate) | bit(EventType::assault));
}

/// Somebody who does something with another, by himself or by a pronoun; none where he is not known to be somebody.
EntityId Antecedents::side(const Argument& a, bool states) const {
  const EntityId id = a.phrase.valid() ? out_.entity_of[a.phrase.value] : EntityId::none();
  if (!id.valid() || a.clause.valid() || out_[id].also.valid() || !g_.actor_like(a.phrase)) return {};
  const Entity& e = out_[id];
  if (e.kind == EntityKind::none || e.kind == EntityKind::place || e.kind == EntityKind::media) return {};
  return !states || g_.lexicon.country(e.country) != kNone ? id : EntityId::none();
}

/// "The minister met his counterpart. Both sides discussed": where more than two were named, those of the last meeting or fight.
bool Antecedents::met(EntityId self, bool states) {
  constexpr int kClauses = 16;
  const Phrase& p = g_.mentions[out_[self].phrase];
  const auto& all = clauses_.clauses;  // in the order of their predicates
  auto it = std::lower_bound(all.begin(), all.end(), p.head, [](const Clause& k, WordId w) { return k.predicate < w; });
  for (int steps = 0; steps < kClauses && it != all.begin(); ++steps) {
    const Clause& k = *--it;
    if (k.sentence.value + kSentences < p.sentence.value) return false;
    const Argument* s = clauses_.find(k, ArgumentRole::subject);
    const EntityId first = s && takes_two(k.lemma) ? side(*s, states) : EntityId::none();
    if (!first.valid() || s->phrase == out_[self].phrase) continue;
    for (const Argument& a : clauses_.arguments_of(k)) {
      const bool other = a.role == ArgumentRole::object || (a.role == ArgumentRole::oblique && a.rule == "oblique.governed");
      const EntityId second = other && a.phrase != out_[self].phrase ? side(a, states) : EntityId::none();
      if (!second.valid() || stands_in(out_[second]) || same_party(out_[first], out_[second], states)) continue;
      stand_for(self, first, second, states, "coreference.met");
      return true;
    }
  }
  return false;
}

/// Does a pronoun of such a form take up the whole row: two of two, several of several; "they" of things only where its first is such.
bool Antecedents::takes_row(Features f, EntityId first, size_t others) const {
  if (f.number() == Number::dual) return others == 1;
  if (f.number() == Number::plur) return others > 0;
  const Features h = g_.word(g_.mentions[out_[first].phrase].head).features;
  const bool body = out_[first].kind != EntityKind::person && out_[first].kind != EntityKind::none;
  return f.number() == Number::sing && f.gender() == Gender::fem && body && (h.number() == Number::plur || others > 1);
}

/// A pronoun where the one meant leads a row ("the army and the rebels ... their"): all of them. Says whether it is so.
bool Antecedents::row(EntityId self, EntityId first) {
  const Phrase& pronoun = g_.mentions[out_[self].phrase];
  const Features f = g_.word(pronoun.head).features;
  const Phrase& lead = g_.mentions[out_[first].phrase];
  if (out_[first].antecedent.valid() || out_[first].also.valid() || lead.kind == PhraseKind::pronoun) return false;
  std::array<EntityId, kParties> others;
  size_t count = 0;
  for (uint32_t i = out_[first].phrase.value + 1; i < g_.mentions.phrases.size() && i < out_[first].phrase.value + 2 * kParties; ++i) {
    const Phrase& q = g_.mentions.phrases[i];
    if (q.sentence != lead.sentence) break;
    if (q.attachment != Attachment::coordinated || !joins(q, out_[first].phrase, {others.data(), count})) continue;
    const EntityId x = out_.entity_of[i];
    if (q.last > pronoun.head || count == kParties || !x.valid() || x == self) return false;
    if (out_[x].kind == EntityKind::none || !g_.actor_like(PhraseId{i})) return false;
    others[count++] = x;
  }
  if (count == 0 || !takes_row(f, first, count)) return false;
  Entity twin = out_[self];
  become(out_.entities[self.value], first, "coreference.row");
  EntityId before = self;
  for (size_t i = 0; i < count; ++i) {
    const EntityId next = EntityId::at(out_.entities.size() + out_.twins.size());
    Entity other = twin;
    become(other, others[i], "coreference.row");
    other.also = {};
    (before == self ? out_.entities[self.value] : out_.twins.back()).also = next;
    out_.twins.push_back(other);
    before = next;
  }
  return true;
}

/// Is the phrase joined to the first of a row or to one of the others.
bool Antecedents::joins(const Phrase& q, PhraseId first, std::span<const EntityId> others) const {
  const PhraseId to = g_.titled(q.outer);
  return to == first || std::any_of(others.begin(), others.end(), [&](EntityId x) { return out_[x].phrase == to; });
}

}  // namespace isnad
