// Who did it, where only an act around it tells: the operation it happened in, the fight.
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kNear = 5;  // how many clauses on the act may be told

}  // namespace

/// Who did what nobody is named for yet, once all that tells of one act is one record.
void Coder::through_acts() {
  for (Event& e : out_.events) {
    if (e.fillers[0].count) continue;
    if (const EventId deed = deed_before(e, e.clause); deed.valid()) {
      e.fillers[0] = out_.events[deed.value].fillers[0];
      e.actor_inherited = true;
      evidence(e, Field::actor, "actor.of_deed", out_.events[deed.value].trigger);
      continue;
    }
    const auto is = [&](PhraseId p, std::string_view rule) {
      if (p.valid()) give(e, Slot::actor, p, rule);
      return p.valid();
    };
    is(who_fought(e, e.clause), "actor.fought") || is(in_operation(e, e.clause), "actor.in_operation");
  }
}

/// "the jets raided a workshop, and five were killed": the attack by somebody which the clause of the victims goes on from; none if none.
EventId Coder::deed_before(const Event& e, ClauseId c) const {
  constexpr uint64_t kDeeds = bit(EventType::assault) | bit(EventType::coerce) | bit(EventType::protest);
  if (e.type != EventType::assault && e.type != EventType::coerce) return {};
  if (!counts(e) || e.fillers[1].count == 0 || clauses_[c].kind != PredicateKind::verb || other_cause(c)) return {};
  if (const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject); !clauses_[c].passive && s && !suffers(e, s->phrase)) return {};
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& k = clauses_[c];
    if (k.link != Link::coordination || !k.parent.valid() || k.negated) return {};
    c = k.parent;
    if (clauses_[c].kind != PredicateKind::verb || g_.is_speech(clauses_[c].lemma)) return {};
    const EventId id = told_by(c);
    if (!id.valid()) continue;
    const Event& deed = out_.events[id.value];
    if (!(bit(deed.type) & kDeeds) || (deed.aux & aux::kNegation)) return {};
    if (deed.fillers[0].count == 0 && counts(deed) && !other_cause(c)) continue;
    const PhraseId who = deed.fillers[0].count ? entities_[out_.fillers[deed.fillers[0].first]].phrase : PhraseId::none();
    return who.valid() && !shares(deed.fillers[0], e.fillers[1]) && !one_of_theirs(e, who) ? id : EventId::none();
  }
  return {};
}

/// The record of a clause, or of the attack that is its argument ("answered with the shelling of").
EventId Coder::told_by(ClauseId c) const {
  if (out_.event_of[c.value].valid()) return out_.event_of[c.value];
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kNear; ++i) {
    const EventId id = out_.event_of[i];
    if (clauses_.clauses[i].parent == c && clauses_.clauses[i].link == Link::argument && id.valid() &&
        out_.events[id.value].type == EventType::assault)
      return id;
  }
  return {};
}

/// "and eight were killed in an explosion": is the clause of the victims, or one that goes on from it, about an act of its own.
bool Coder::other_cause(ClauseId c) const {
  constexpr uint64_t kActs = bit(NounClass::event) | bit(NounClass::violence) | bit(NounClass::planned);
  for (uint32_t i = c.value; i < clauses_.clauses.size() && i < c.value + kNear; ++i) {
    const Clause& k = clauses_.clauses[i];
    const bool goes_on = i == c.value || (k.kind == PredicateKind::verb && k.link == Link::coordination);
    if (k.sentence != clauses_[c].sentence) return false;
    if (!goes_on) continue;
    if (i != c.value && !k.passive && !g_.counts_victims(k.lemma, bit(EventType::assault))) return false;
    for (const Argument& a : clauses_.arguments_of(k))
      if (a.role == ArgumentRole::oblique && a.phrase.valid() && !g_.mentions[a.phrase].definite &&
          ((g_.classes(a.phrase) & kActs) || a.clause.valid()))
        return true;
  }
  return false;
}

/// Is the phrase among those whom the act was done to.
bool Coder::suffers(const Event& e, PhraseId p) const {
  return p.valid() && entities_.entity_of[p.value].valid() && among(e.fillers[1], entities_.entity_of[p.value]);
}

/// "were killed in a security operation of the army's", "were arrested during raids by the police": whose the operation is.
PhraseId Coder::in_operation(const Event& e, ClauseId c) const {
  constexpr uint64_t kTypes = bit(EventType::assault) | bit(EventType::coerce);
  if (!(bit(e.type) & kTypes) || !counts(e) || e.fillers[1].count == 0) return {};
  constexpr uint64_t kActs = bit(NounClass::event) | bit(NounClass::violence) | bit(NounClass::planned);
  constexpr uint64_t kOthers = bit(NounClass::protest) | bit(NounClass::meeting) | bit(NounClass::abstract);
  constexpr uint64_t kTheirs = bit(VerbClass::motion) | bit(VerbClass::suffer) | bit(VerbClass::attempt);  // "as they tried to flee"
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kNear; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) return {};
    if (suffered(k)) continue;  // "and six others were wounded"
    if (k.kind == PredicateKind::verb) return {};
    if (!k.phrase.valid() || k.kind == PredicateKind::participle) continue;
    const uint64_t classes = g_.classes(k.phrase);
    const WordId in = g_.mentions[k.phrase].preposition;
    if (!in.valid() || !(classes & kActs)) continue;
    if (!brings(e, in) || (classes & kOthers) || (g_.verb_classes(k.lemma) & kTheirs)) return {};
    const PhraseId p = whose_operation(e, ClauseId{i});
    return p.valid() && another(e, p) && !one_of_theirs(e, p) ? p : PhraseId::none();
  }
  return {};
}

/// A clause after "and" of those or what the same act struck too: "and six others were wounded", "and a lorry burnt".
bool Coder::suffered(const Clause& k) const {
  if (k.kind != PredicateKind::verb || k.link != Link::coordination) return false;
  if (k.passive) return g_.counts_victims(k.lemma, bit(EventType::assault));
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  return s && s->rule == "subject.after" && s->phrase.valid() && !g_.actor_like(s->phrase) && g_.has(k.lemma, VerbClass::violence) &&
         !clauses_.find(k, ArgumentRole::object);
}

/// A preposition before an act in which, or by which, something happens: "in", "during", "as a result of"; not "under" or "against". Who
/// was killed "after a raid" was killed by it.
bool Coder::brings(const Event& e, WordId preposition) const {
  const Lemma* l = g_.lemma(preposition);
  if (!l || (l->classes & bit(NounClass::quantity))) return false;                              // "a month from the disappearance of"
  if (l->classes & bit(NounClass::place)) return (l->classes & bit(NounClass::facility)) != 0;  // Place=In in ar/particles.tsv
  return e.type == EventType::assault || !(l->classes & bit(NounClass::time));
}

/// Its own doer, whom "of" right after it names, or who carries it out in a relative clause.
PhraseId Coder::whose_operation(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  const LemmaId of = g_.lexicon.clitic(Clitic::li);
  for (const Argument& a : clauses_.arguments_of(k)) {
    if (!a.phrase.valid() || a.clause.valid() || !g_.actor_like(a.phrase)) continue;
    const bool violent = (g_.classes(k.phrase) & (bit(NounClass::violence) | bit(NounClass::planned))) || k.kind == PredicateKind::masdar;
    const bool own = a.role == ArgumentRole::subject && !a.inherited && violent && g_.mentions[a.phrase].kind != PhraseKind::pronoun;
    const bool by_of = a.preposition == of && g_.mentions[a.phrase].preposition == g_.mentions[k.phrase].last;
    if ((own || by_of) && !(g_.classes(a.phrase) & (bit(NounClass::place) | bit(NounClass::time)))) return a.phrase;
  }
  return who_did_described(e, c);
}

/// Are those it was done to of the same forces as he is: "two soldiers were killed in an operation of the army's".
bool Coder::one_of_theirs(const Event& e, PhraseId p) const {
  constexpr uint64_t kForces = bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::SPY) | bit(Sector::GOV);
  const auto force = [](Sector s) { return s != Sector::none && (bit(s) & kForces) != 0; };
  const Entity* x = entity(p);
  if (!x) return false;
  const auto hurt = Events::slice(out_.fillers, e.fillers[1]);
  return std::any_of(hurt.begin(), hurt.end(), [&](EntityId f) {
    const Entity& y = entities_[f];
    const bool foreign = !x->country.empty() && !y.country.empty() && x->country != y.country;
    return !foreign && ((force(x->sector) && force(y.sector)) || (x->sector != Sector::none && x->sector == y.sector));
  });
}

/// "the army took the town after clashes with the rebels", "three gunmen were killed in fights with the police": who does what a fight with
/// somebody led to, or is hurt in it, is the other side.
PhraseId Coder::who_fought(const Event& e, ClauseId c) const {
  if (e.type != EventType::assault || clauses_[c].kind == PredicateKind::verb || e.fillers[1].count == 0 || !mutual(e)) return {};
  constexpr uint64_t kOthers = bit(VerbClass::happen) | bit(VerbClass::cause) | bit(VerbClass::copula) | bit(VerbClass::perceive) |
                               bit(VerbClass::stative) | bit(VerbClass::phase_stop);
  constexpr uint64_t kForces =
      bit(NounClass::force) | bit(NounClass::armed) | bit(NounClass::group) | bit(NounClass::person) | bit(NounClass::organisation);
  for (int steps = 0; steps < 3; ++steps) {
    const Clause& k = clauses_[c];
    if (!k.parent.valid() || !(bit(k.link) & kArguments)) return {};
    const Clause& up = clauses_[k.parent];
    if ((g_.verb_classes(up.lemma) & kOthers) || g_.is_speech(up.lemma)) return {};
    const bool hurt = up.passive || (up.kind != PredicateKind::verb && g_.counts_victims(g_.base(up.lemma), bit(EventType::assault)));
    const Argument* a = clauses_.find(up, hurt ? ArgumentRole::object : ArgumentRole::subject);
    if (a && a->phrase.valid() && a->clause != c && g_.actor_like(a->phrase))
      return (hurt ? fighter(a->phrase) : (g_.classes(a->phrase) & kForces) != 0) && another(e, a->phrase) ? a->phrase : PhraseId::none();
    const Argument* o = clauses_.find(up, ArgumentRole::object);
    if (up.kind == PredicateKind::verb || (o && o->phrase.valid() && g_.actor_like(o->phrase))) return {};  // "the training of troops for"
    c = k.parent;
  }
  return {};
}

/// Of those who fight: no passer-by.
bool Coder::fighter(PhraseId p) const {
  constexpr uint64_t kFighters =
      bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::REB) | bit(Sector::UAF) | bit(Sector::SPY) | bit(Sector::CRM);
  const Entity* x = entity(p);
  return x && x->sector != Sector::none && (bit(x->sector) & kFighters);
}

}  // namespace isnad
