// Who did it to whom, where the roles of the frame don't say or name an act, a place or a victim.
#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kNear = 6;       // how many phrases on an owner may stand
constexpr uint32_t kBack = 24;      // how many clauses back a speaker is looked for
constexpr uint32_t kSentences = 2;  // and how many sentences
constexpr uint32_t kInside = 8;     // how many clauses on what one holds is looked for

}  // namespace

/// Who did what a noun names: its own doer, or whom "of" gives it ("a raid of the coalition's").
Filling Coder::doer_of_act(Filling f, ClauseId act) const {
  const Clause& inner = clauses_[act];
  const auto acts = [&](PhraseId p) {
    const Entity* x = entity(p);
    return p.valid() && (g_.actor_like(p) || (x && (!x->country.empty() || x->sector != Sector::none)));
  };
  if (const Argument* s = clauses_.find(inner, ArgumentRole::subject); s && acts(s->phrase))
    return {s->phrase, {}, "actor.of_act", f.inherited};
  const LemmaId of = g_.lexicon.clitic("li");
  for (const Argument& a : clauses_.arguments_of(inner))
    if (a.role == ArgumentRole::oblique && a.preposition == of && acts(a.phrase)) return {a.phrase, {}, "actor.of_act", f.inherited};
  return {};
}

/// Who was kept from the act: the object of a verb that stops somebody ("prevented the marchers from reaching").
PhraseId Coder::kept_from(ClauseId c) const {
  const Clause& k = clauses_[c];
  if ((k.link != Link::argument && k.link != Link::light) || !k.parent.valid() || !g_.has(clauses_[k.parent].lemma, VerbClass::phase_stop))
    return {};
  const Argument* o = clauses_.find(clauses_[k.parent], ArgumentRole::object);
  return o && o->phrase.valid() && o->clause != c && g_.actor_like(o->phrase) ? o->phrase : PhraseId::none();
}

/// Who warns of the act, without threatening it.
PhraseId Coder::warner(ClauseId c) const {
  if (!only_warned(c)) return PhraseId::none();
  for (int steps = 0; steps < 6 && c.valid(); ++steps, c = clauses_[c].parent)
    if (g_.has(clauses_[c].lemma, VerbClass::say_threaten)) {
      const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject);
      return s ? s->phrase : PhraseId::none();
    }
  return {};
}

/// Is this phrase the victim of the act that the clause over this one tells: who survived a bombing did not bomb.
bool Coder::sufferer(ClauseId c, PhraseId p) const {
  for (int steps = 0; steps < 4 && clauses_[c].parent.valid() && clauses_[c].link != Link::relative; ++steps) {
    c = clauses_[c].parent;
    const Event* up = coded(c);
    if (!up) continue;
    for (const EntityId f : Events::slice(out_.fillers, up->fillers[1]))
      if (up->type == EventType::assault && entities_[f].phrase == p) return true;
    return false;
  }
  return false;
}

/// Who did it: not an act ("a raid by the coalition hit ..."), but who did that; not whom the clause only inherits where the event's own
/// adjective names somebody ("joining in an American attack"), where he only warned of it or is its victim; not the town that an attack
/// or march is named after.
Filling Coder::doer(Event& e, Filling f) {
  const Clause& k = clauses_[e.clause];
  if (!f.phrase.valid()) return f;
  if (f.inherited && k.phrase.valid() && k.link != Link::light && k.kind != PredicateKind::participle) {
    const Entity* own = entity(k.phrase);
    if (own && !own->country.empty() && own->rule == "description.adjective") return {};
    if (warner(e.clause) == f.phrase || sufferer(e.clause, f.phrase)) return {};
  }
  const Entity* x = entity(f.phrase);
  const bool town = x && ((x->kind == EntityKind::place && x->place != kNone) || x->via == Via::metonymy);
  if (f.rule == "annexed.subject" && town && (e.type == EventType::assault || e.type == EventType::protest)) {
    e.location = entities_.entity_of[f.phrase.value];
    evidence(e, Field::location, "location.annexed", span(f.phrase));
    return {};
  }
  const Lemma* l = g_.lemma(g_.mentions[f.phrase].head);
  if (l && e.type == EventType::assault && !g_.actor_like(f.phrase) && ((l->classes | (x ? x->classes : 0)) & bit(NounClass::explosive)))
    return {};  // a car bomb is the means
  const ClauseId act = clauses_.clause_of[g_.mentions[f.phrase].head.value];
  if (!act.valid() || act == e.clause || g_.actor_like(f.phrase) || (x && !x->country.empty())) return f;
  const PredicateKind kind = clauses_[act].kind;
  if (kind != PredicateKind::masdar && kind != PredicateKind::noun) return f;
  if ((bit(e.type) & kSpoken) && k.kind == PredicateKind::verb) return {};  // "and refused the use of": the act is what is refused
  return doer_of_act(f, act);
}

/// "marched in order to call on the government": the noun after a transitive verbal noun of purpose is its object, its doer that of the
/// verb above.
void Coder::asked_in_order_to(ClauseId c, Match& m) const {
  const Clause& k = clauses_[c];
  Filling& actor = m.slots[size_t(Slot::actor)];
  Filling& recipient = m.slots[size_t(Slot::recipient)];
  if (k.kind != PredicateKind::masdar || !k.parent.valid() || !k.phrase.valid() || actor.rule != "annexed.subject") return;
  if (recipient.phrase.valid() || !(g_.government_of(k.lemma) & government::kObject)) return;
  const WordId to = g_.mentions[k.phrase].preposition;
  const Clause& up = clauses_[k.parent];
  if (!to.valid() || g_.word(to).lemma != g_.lexicon.clitic("li") || up.kind == PredicateKind::participle || g_.is_speech(up.lemma)) return;
  const Argument* s = clauses_.find(up, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase)) return;
  recipient = actor;
  recipient.rule = "recipient.of_purpose";
  actor = {s->phrase, {}, "actor.of_purpose", true};
}

void Coder::give(Event& e, Slot slot, PhraseId p, std::string_view rule) {
  static constexpr std::array<Field, 4> kFields{Field::actor, Field::recipient, Field::theme, Field::means};
  const auto first = uint32_t(out_.fillers.size());
  add_filler(p);
  if (out_.fillers.size() == first) return;
  e.fillers[size_t(slot)] = {first, 1};
  if (slot == Slot::actor) e.actor_inherited = true;
  evidence(e, kFields[size_t(slot)], rule, span(p));
}

/// One more beside those that fill the role.
void Coder::add(Event& e, Slot slot, PhraseId p, std::string_view rule) {
  const Slice before = e.fillers[size_t(slot)];
  const auto first = uint32_t(out_.fillers.size());
  for (uint32_t i = 0; i < before.count; ++i) {
    const EntityId same = out_.fillers[before.first + i];  // a copy: the pool may move
    out_.fillers.push_back(same);
  }
  give(e, slot, p, rule);
  e.fillers[size_t(slot)] = {first, uint32_t(out_.fillers.size()) - first};
}

/// Whose the site is that was struck: "positions of the militia's".
PhraseId Coder::owner(PhraseId site) const {
  const Entity* x = entity(site);
  const Lemma* l = g_.lemma(g_.mentions[site].head);
  if (!x || !l || !x->country.empty() || x->actor != kNone || g_.mentions[site].adjective_count > 0) return {};
  if (!(l->classes & (bit(NounClass::place) | bit(NounClass::facility)))) return {};
  for (uint32_t i = site.value + 1; i < g_.mentions.phrases.size() && i < site.value + kNear; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.preposition != g_.mentions[site].last || !p.preposition.valid()) continue;
    if (g_.word(p.preposition).lemma == g_.lexicon.clitic("li") && g_.actor_like(PhraseId{i})) return PhraseId{i};
  }
  return {};
}

/// Who speaks where a verb has no subject or a paper for one: the last one before who said something, and whom the verb agrees with.
PhraseId Coder::who_spoke(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  constexpr uint64_t kTypes = bit(EventType::request) | bit(EventType::accuse) | bit(EventType::reject) | bit(EventType::threaten);
  if (!(bit(e.type) & kTypes) || k.kind != PredicateKind::verb || k.passive) return {};
  if (g_.word(k.predicate).features.person() != Person::third) return {};
  const Argument* own = clauses_.find(k, ArgumentRole::subject);
  const bool paper = by_statement(c);
  if (own && own->phrase.valid() && !paper) {
    const ClauseId act = clauses_.clause_of[g_.mentions[own->phrase].head.value];
    if (!act.valid() || g_.actor_like(own->phrase) || clauses_[act].kind != PredicateKind::masdar) return {};
    if (g_.classes(own->phrase) & (bit(NounClass::protest) | bit(NounClass::violence))) return {};  // a march demands for itself
  }
  for (uint32_t i = c.value; i-- > 0 && i + kBack > c.value;) {
    const Clause& before = clauses_.clauses[i];
    if (before.sentence.value + kSentences < k.sentence.value) return {};
    if (before.kind != PredicateKind::verb || before.passive || !g_.is_speech(before.lemma)) continue;
    const Argument* s = clauses_.find(before, ArgumentRole::subject);
    if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase) || (g_.classes(s->phrase) & bit(NounClass::facility))) continue;
    if (paper || g_.agrees(g_.word(k.predicate), s->phrase, false)) return s->phrase;
  }
  return {};
}

/// Who says "we": whoever speaks, where the verb is in the first person.
PhraseId Coder::who_says_we(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind != PredicateKind::verb || g_.word(k.predicate).features.person() != Person::first) return {};
  for (ClauseId at = k.parent; at.valid(); at = clauses_[at].parent)
    if (const PhraseId p = speaker_of(at); p.valid()) return p;
  for (uint32_t i = c.value; i-- > 0 && i + kBack > c.value;) {
    if (clauses_.clauses[i].sentence.value + 1 < k.sentence.value) return {};
    if (const PhraseId p = speaker_of(ClauseId{i}); p.valid()) return p;
  }
  return {};
}

/// The subject of a verb of speech in the third person; none of other clauses.
PhraseId Coder::speaker_of(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind != PredicateKind::verb || k.passive || !g_.is_speech(k.lemma) || g_.word(k.predicate).features.person() != Person::third)
    return {};
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase)) return {};
  const Entity* x = entity(s->phrase);
  return x && x->sector == Sector::JRN ? PhraseId::none() : s->phrase;  // an agency quotes others
}

/// "dozens took part in a vigil": who does something in a protest, unless he speaks or suffers there.
PhraseId Coder::who_took_part(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (e.type != EventType::protest || k.kind == PredicateKind::verb || k.link != Link::argument || !k.parent.valid()) return {};
  const Clause& up = clauses_[k.parent];
  if (up.kind != PredicateKind::verb || up.passive || g_.is_speech(up.lemma) || g_.has(up.lemma, VerbClass::violence)) return {};
  if (clauses_.find(up, ArgumentRole::object)) return {};
  const Argument* s = clauses_.find(up, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase)) return {};
  if (const Entity* x = entity(s->phrase); x && x->sector == Sector::GOV) return {};  // a minister gives in, or speaks, in one
  for (const Argument& a : clauses_.arguments_of(up))
    if (a.clause == c && a.rule == "oblique.governed") return s->phrase;
  return {};
}

/// Whom an attempt was made on: the victim of what the noun stands under ("was exposed to an attempt to kill", "survived an attempt").
void Coder::tried_on(Event& e, ClauseId c) {
  const Clause& k = clauses_[c];
  if (e.type != EventType::assault || e.fillers[1].count || k.link != Link::annexed || !k.parent.valid()) return;
  const Clause& attempt = clauses_[k.parent];
  if (attempt.kind == PredicateKind::verb || !g_.has(attempt.lemma, VerbClass::attempt)) return;
  if (!attempt.parent.valid()) return;
  const Clause& verb = clauses_[attempt.parent];
  if (attempt.link == Link::light && g_.has(verb.lemma, VerbClass::suffer))
    if (const Argument* s = clauses_.find(verb, ArgumentRole::subject); s && s->phrase.valid())
      return give(e, Slot::recipient, s->phrase, "recipient.of_attempt");
  const Event* up = coded(attempt.parent);
  if (!up || up->type != EventType::assault || up->fillers[1].count == 0) return;
  e.fillers[1] = up->fillers[1];
  evidence(e, Field::recipient, "recipient.of_attempt", up->trigger);
}

/// A pronoun is not the doer of its own verb: "the gunmen opened fire on them". What it was taken for is not known then.
void Coder::no_reflexive(Event& e) const {
  for (const EntityId who : Events::slice(out_.fillers, e.fillers[0]))
    for (const EntityId whom : Events::slice(out_.fillers, e.fillers[1])) {
      if (!same_entity(who, whom) || (entities_[who].via != Via::coreference && entities_[whom].via != Via::coreference)) continue;
      const bool death = g_.lexicon.frames[e.frame].counts.size > 0 && clauses_[e.clause].kind == PredicateKind::noun;  // "met their end"
      e.fillers[!death && entities_[whom].via == Via::coreference ? 1 : 0].count = 0;
      return;
    }
}

/// Whose demand is refused ("the Iraqi request"): the doer of a noun of asking or proposing inside what is refused.
PhraseId Coder::asker(ClauseId c) const {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kInside; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) return {};
    if (k.kind != PredicateKind::masdar || !k.phrase.valid() || !inside(ClauseId{i}, c)) continue;
    if (!g_.has(k.lemma, VerbClass::say_ask) && !g_.has(k.lemma, VerbClass::say_propose)) continue;
    if (const Argument* s = clauses_.find(k, ArgumentRole::subject); s && s->phrase.valid() && !s->inherited && g_.actor_like(s->phrase))
      return s->phrase;
    if (const Entity* x = entity(k.phrase); x && !x->country.empty() && x->rule == "description.adjective") return k.phrase;
  }
  return {};
}

/// Whom a threat is made to, where it only says what will become of him: "threatening that the capital will pay the price".
PhraseId Coder::threatened(ClauseId c, PhraseId threatener) const {
  const auto another = [&](PhraseId p) {
    const EntityId x = entities_.entity_of[p.value];
    if (x.valid() && entities_[x].kind == EntityKind::place) return false;  // "to close the strait"
    const EntityId y = threatener.valid() ? entities_.entity_of[threatener.value] : EntityId::none();
    return g_.actor_like(p) && p != threatener && !(x.valid() && y.valid() && same_entity(x, y));
  };
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kInside; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) return {};
    if (k.parent != c) continue;
    if (k.kind == PredicateKind::masdar && k.link == Link::argument && clauses_[c].kind != PredicateKind::noun &&
        clauses_[c].kind != PredicateKind::masdar) {  // "threatens to exclude Britain"
      for (const Argument& a : clauses_.arguments_of(k))
        if (a.rule == "annexed.object" && a.phrase.valid() && another(a.phrase)) return a.phrase;
      return {};
    }
    if (k.link != Link::content || k.kind != PredicateKind::verb) continue;
    const Argument* s = clauses_.find(k, k.passive ? ArgumentRole::object : ArgumentRole::subject);
    return s && s->phrase.valid() && !s->inherited && another(s->phrase) && k.tense == Tense::future ? s->phrase : PhraseId::none();
  }
  return {};
}

/// Does a clause hang on another by arguments and annexation only.
bool Coder::inside(ClauseId c, ClauseId outer) const {
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& k = clauses_[c];
    if (!k.parent.valid() || (k.link != Link::argument && k.link != Link::annexed && k.link != Link::light)) return false;
    c = k.parent;
    if (c == outer) return true;
  }
  return false;
}

/// Whose the act is by "of" ("an air raid of the coalition's"), where its noun takes the doer.
PhraseId Coder::whose_act(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  constexpr uint64_t kTypes = bit(EventType::assault) | bit(EventType::protest) | bit(EventType::mobilize);
  if (!(bit(e.type) & kTypes) || k.kind != PredicateKind::noun) return {};
  const Lemma* l = g_.lemma(k.predicate);
  if (!l || l->annexed != 1 || (g_.government_of(k.lemma) & government::kObject)) return {};
  const LemmaId of = g_.lexicon.clitic("li");
  for (const Argument& a : clauses_.arguments_of(k)) {
    if (a.role != ArgumentRole::oblique || a.preposition != of || !a.phrase.valid()) continue;
    const Entity* x = entity(a.phrase);
    if (g_.actor_like(a.phrase) && x && x->kind != EntityKind::place) return a.phrase;
  }
  return {};
}

/// Who brought it about by another act: "raids of the jets' resulted in the destruction of".
PhraseId Coder::who_caused(const Event& e, ClauseId c) const {
  constexpr uint64_t kTypes = bit(EventType::assault);
  if (!(bit(e.type) & kTypes) || clauses_[c].kind == PredicateKind::verb) return {};
  while (clauses_[c].link == Link::coordination && clauses_[c].parent.valid() && clauses_[clauses_[c].parent].kind != PredicateKind::verb)
    c = clauses_[c].parent;
  const Clause& k = clauses_[c];
  if ((k.link != Link::argument && k.link != Link::light) || !k.parent.valid() || !g_.has(clauses_[k.parent].lemma, VerbClass::cause))
    return {};
  const Argument* s = clauses_.find(clauses_[k.parent], ArgumentRole::subject);
  if (!s || !s->phrase.valid()) return {};
  const ClauseId act = clauses_.clause_of[g_.mentions[s->phrase].head.value];
  const Event* by = act.valid() ? coded(act) : nullptr;
  if (!by || by->type != EventType::assault || by->fillers[0].count == 0) return {};
  const PhraseId p = entities_[out_.fillers[by->fillers[0].first]].phrase;
  return could_act(p) ? p : PhraseId::none();
}

/// What the frame left empty and the text around it says all the same.
void Coder::other_parties(Event& e, ClauseId c) {
  no_reflexive(e);
  if (e.fillers[0].count == 0) {
    if (const PhraseId p = who_took_part(e, c); p.valid())
      give(e, Slot::actor, p, "actor.took_part");
    else if (const PhraseId q = who_spoke(e, c); q.valid())
      give(e, Slot::actor, q, "actor.spoke_before");
    else if (const PhraseId whose = whose_act(e, c); whose.valid())
      give(e, Slot::actor, whose, "actor.of");
    else if (const PhraseId by = who_caused(e, c); by.valid())
      give(e, Slot::actor, by, "actor.of_cause");
    else if (const PhraseId we = who_says_we(c); we.valid())
      give(e, Slot::actor, we, "actor.says_we");
  }
  tried_on(e, c);
  if (e.type == EventType::reject && e.fillers[1].count == 0)
    if (const PhraseId p = asker(c); p.valid()) give(e, Slot::recipient, p, "recipient.asked");
  if (e.type == EventType::threaten && e.fillers[1].count == 0) {
    const PhraseId who = e.fillers[0].count ? entities_[out_.fillers[e.fillers[0].first]].phrase : PhraseId::none();
    if (const PhraseId p = threatened(c, who); p.valid()) give(e, Slot::recipient, p, "recipient.of_threat");
  }
  if (e.type == EventType::assault && e.fillers[1].count) {
    const PhraseId last = entities_[out_.fillers[e.fillers[1].first + e.fillers[1].count - 1]].phrase;
    if (const PhraseId p = owner(last); p.valid()) add(e, Slot::recipient, p, "recipient.owner");
  }
  const auto place = [&](EntityId x) {
    if (!x.valid() || (g_.classes(entities_[x].phrase) & bit(NounClass::facility))) return false;
    return !entities_[x].country.empty() && (entities_[x].place != kNone || entities_[x].state != kNone);
  };
  const bool visit = e.type == EventType::consult && e.mode && g_.lexicon.text(g_.lexicon.modes[e.mode - 1]) == "visit";
  if (visit && e.fillers[1].count == 0 && place(e.destination))
    give(e, Slot::recipient, entities_[e.destination].phrase, "recipient.visited");
  // who leaves a country retreats from it
  if (e.type == EventType::retreat && e.fillers[1].count == 0 && place(e.origin))
    give(e, Slot::recipient, entities_[e.origin].phrase, "recipient.left");
}

}  // namespace isnad
