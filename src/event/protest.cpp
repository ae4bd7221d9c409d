// Against whom a protest is, where its frame doesn't say: whom the protesters ask, accuse or condemn, or who did what they protest at.
#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kIssues = 12;  // how many clauses on the reason of a protest may stand
constexpr int kSteps = 5;         // and how deep under it

/// Acts of words whose addressee is whom a protest is against.
constexpr uint64_t kVoiced = bit(EventType::request) | bit(EventType::accuse) | bit(EventType::reject) | bit(EventType::threaten);

}  // namespace

/// "Slogans hostile to the government", "a march opposed to it": whom the adjective's complement names.
PhraseId Coder::hostile_to(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (!k.phrase.valid()) return {};
  const Phrase& p = g_.mentions[k.phrase];
  bool hostile = false;
  for (uint32_t i = 0; i < p.adjective_count && !hostile; ++i) {
    const Lemma* l = g_.lemma(g_.mentions.adjectives[p.adjectives + i]);
    hostile = l && (l->classes & bit(NounClass::hostile)) != 0;
  }
  const LemmaId of = g_.lexicon.clitic("li");
  for (const Argument& a : clauses_.arguments_of(k))
    if (hostile && a.role == ArgumentRole::oblique && a.preposition == of && a.phrase.valid() && g_.actor_like(a.phrase)) return a.phrase;
  return {};
}

/// Does a clause stand under a protest as its purpose, reason, circumstance or what its banners and chants say.
bool Coder::voiced_in(ClauseId c, ClauseId protest) const {
  for (int steps = 0; steps < kSteps; ++steps) {
    const Clause& k = clauses_[c];
    if (!k.parent.valid()) return false;
    switch (k.link) {
      case Link::argument:
      case Link::annexed:
      case Link::light:
      case Link::purpose:
      case Link::circumstance:
      case Link::because:
        break;
      case Link::coordination: {  // "gathered ... and shouted": the same people
        const Argument* s = clauses_.find(k, ArgumentRole::subject);
        const Argument* t = clauses_.find(clauses_[k.parent], ArgumentRole::subject);
        if (k.kind == PredicateKind::verb && (!s || !t || s->phrase != t->phrase)) return false;
        break;
      }
      case Link::relative: {  // "banners that condemn"
        const Argument* o = clauses_.find(clauses_[k.parent], ArgumentRole::object);
        const Argument* s = clauses_.find(k, ArgumentRole::subject);
        const bool paper = s && s->phrase.valid() && (g_.classes(s->phrase) & (bit(NounClass::statement) | bit(NounClass::document)));
        if (!paper && (!o || !s || o->phrase != s->phrase || k.parent != protest)) return false;
        break;
      }
      default:
        return false;
    }
    c = k.parent;
    if (c == protest) return true;
  }
  return false;
}

/// Who did what a clause names, as the phrase that names him or, for "an American raid", the act's own.
PhraseId Coder::culprit(ClauseId act) const {
  const Clause& k = clauses_[act];
  if (k.kind != PredicateKind::masdar && k.kind != PredicateKind::noun) return {};
  if (const Argument* s = clauses_.find(k, ArgumentRole::subject); s && s->phrase.valid() && !s->inherited) {
    const Entity* x = entity(s->phrase);
    return x && g_.actor_like(s->phrase) && (!x->country.empty() || x->sector != Sector::none) ? s->phrase : PhraseId::none();
  }
  const Entity* x = k.phrase.valid() ? entity(k.phrase) : nullptr;
  return x && !x->country.empty() && x->rule == "description.adjective" ? k.phrase : PhraseId::none();
}

/// Is what a clause names what its protest is about: what it is against or because of, or the content of what it demands.
bool Coder::is_issue(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.link == Link::because) return true;
  if (k.link != Link::argument || !k.parent.valid()) return false;
  for (const Argument& a : clauses_.arguments_of(clauses_[k.parent]))
    if (a.clause == c && a.role == ArgumentRole::oblique) {
      const Event* up = coded(k.parent);
      return up && (bit(up->type) & (kVoiced | bit(EventType::protest))) != 0;
    }
  return false;
}

/// The phrase of one of an event's parties, if it isn't the protester himself.
PhraseId Coder::party_besides(const Event& of, size_t role, const Event& protest) const {
  if (of.fillers[role].count == 0) return {};
  const EntityId id = out_.fillers[of.fillers[role].first];
  for (const EntityId who : Events::slice(out_.fillers, protest.fillers[0]))
    if (same_entity(who, id)) return {};
  return entities_[id].phrase;
}

/// Whom people come to who gather in front of a building of a state: an embassy, a ministry, a parliament.
PhraseId Coder::whose_gate(ClauseId protest) const {
  constexpr uint64_t kState = bit(Sector::GOV) | bit(Sector::MIL) | bit(Sector::LEG) | bit(Sector::JUD);
  for (const Argument& a : clauses_.arguments_of(clauses_[protest])) {
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || !g_.mentions[a.phrase].preposition.valid()) continue;
    const Lemma* l = g_.lemma(g_.mentions[a.phrase].preposition);
    const Entity* x = entity(a.phrase);
    if (!l || !x || !(bit(x->sector) & kState) || x->sector == Sector::none) continue;
    const bool beside = (l->classes & bit(NounClass::place)) && !(l->classes & bit(NounClass::facility));  // not "in", "inside"
    if (beside && ((x->classes & bit(NounClass::facility)) || x->kind == EntityKind::organisation)) return a.phrase;
  }
  return {};
}

/// The first clause under the protest that tells it, else the gate before which it is.
void Coder::protested_against(Event& e) {
  if (e.type != EventType::protest || e.fillers[1].count) return;
  for (uint32_t i = e.clause.value; i < clauses_.clauses.size() && i < e.clause.value + kIssues; ++i) {
    const ClauseId c{i};
    if (clauses_[c].sentence != e.sentence) return;
    if (c != e.clause && !voiced_in(c, e.clause)) continue;
    if (const PhraseId p = hostile_to(c); p.valid()) return give(e, Slot::recipient, p, "recipient.hostile_to");
    if (c == e.clause) continue;
    if (const Event* said = coded(c)) {
      PhraseId p;
      if (bit(said->type) & kVoiced) p = party_besides(*said, 1, e);
      if (said->type == EventType::sanction) p = party_besides(*said, 1, e);
      if (said->type == EventType::retreat) p = party_besides(*said, said->fillers[0].count ? 0 : 2, e);
      if (p.valid() && (entity(p)->kind != EntityKind::none || !entity(p)->country.empty()))
        return give(e, Slot::recipient, p, "recipient.protested_against");
    }
    if (!is_issue(c)) continue;
    const Event* act = coded(c);
    const PhraseId done = act && clauses_[c].kind != PredicateKind::verb ? party_besides(*act, 0, e) : PhraseId::none();
    if (const PhraseId p = done.valid() ? done : culprit(c); p.valid()) return give(e, Slot::recipient, p, "recipient.of_issue");
  }
  if (const PhraseId p = whose_gate(e.clause); p.valid()) give(e, Slot::recipient, p, "recipient.before_building");
}

}  // namespace isnad
