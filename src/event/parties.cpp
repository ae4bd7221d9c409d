// Who did it to whom, where the roles of the frame don't say or name an act, a place or a victim.
#include <algorithm>
#include <utility>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kNear = 6;    // how many phrases on an owner may stand
constexpr uint32_t kInside = 8;  // how many clauses on what one holds is looked for

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
  const LemmaId of = g_.lexicon.clitic(Clitic::li);
  for (const Argument& a : clauses_.arguments_of(inner))
    if (a.role == ArgumentRole::oblique && a.preposition == of && acts(a.phrase) && !(g_.classes(a.phrase) & bit(NounClass::place)))
      return {a.phrase, {}, "actor.of_act", f.inherited};
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

/// "opened fire on the march": a crowd after a preposition of a light verb that carries something else is what that is done to.
bool Coder::struck_by_verb(ClauseId c) const {
  const Clause& up = clauses_[clauses_[c].parent];
  const Argument* o = clauses_.find(up, ArgumentRole::object);
  if (up.kind != PredicateKind::verb || !o || o->clause == c) return false;
  const auto all = clauses_.arguments_of(up);
  return std::any_of(all.begin(), all.end(), [&](const Argument& a) {
    return a.clause == c && a.role == ArgumentRole::oblique && a.preposition.valid() && a.preposition != g_.lexicon.clitic(Clitic::bi) &&
           a.preposition != g_.lexicon.clitic(Clitic::li);
  });
}

/// "opened an inquiry into the death of": the inquirer killed nobody.
bool Coder::inquirer(const Clause& k, PhraseId p) const {
  const Event* up = k.parent.valid() && clauses_[k.parent].kind != PredicateKind::verb ? coded(k.parent) : nullptr;
  return up && up->type == EventType::accuse && up->fillers[0].count && entities_[out_.fillers[up->fillers[0].first]].phrase == p;
}

/// Does a town say only where an attack, march or meeting was, or a treaty made: "the Istanbul talks", "the Rome treaty"; not what it
/// said or promised.
bool Coder::only_held_there(EventType type, ClauseId c, const Filling& f) const {
  const Entity* x = f.phrase.valid() && f.rule == "annexed.subject" ? entity(f.phrase) : nullptr;
  if (!x || !((x->kind == EntityKind::place && x->place != kNone) || x->via == Via::metonymy)) return false;
  if (type == EventType::assault || type == EventType::protest || x->kind == EntityKind::place) return true;
  constexpr uint64_t kHeld = bit(NounClass::meeting) | bit(NounClass::document);
  const Clause& k = clauses_[c];
  const uint64_t classes = k.phrase.valid() && g_.mentions[f.phrase].outer == k.phrase ? g_.classes(k.phrase) : 0;
  return (classes & kHeld) && !(classes & bit(NounClass::statement));
}

/// Who did it: not an act ("a raid by the coalition hit ..."), but who did that; not whom the clause only inherits where the event's own
/// adjective names somebody ("joining in an American attack"), where he only warned of it or is its victim; not the town that an attack
/// or march is named after.
Filling Coder::doer(Event& e, Filling f) {
  const Clause& k = clauses_[e.clause];
  if (!f.phrase.valid()) return f;
  if (f = whose_state(f); !f.phrase.valid()) return f;
  if (f.inherited && k.phrase.valid() && k.link != Link::light && k.kind != PredicateKind::participle) {
    const Entity* own = entity(k.phrase);
    if (own && !own->country.empty() && own->rule == "description.adjective") return {};
    const bool made = e.type == EventType::threaten && k.parent.valid() &&
                      (k.link == Link::coordination || g_.has(clauses_[k.parent].lemma, VerbClass::light));  // "issued threats"
    if ((!made && warner(e.clause) == f.phrase) || sufferer(e.clause, f.phrase)) return {};
  }
  if (f.inherited && k.phrase.valid() && inquirer(k, f.phrase)) return {};
  if (f.inherited && e.type == EventType::protest && k.link == Link::light && struck_by_verb(e.clause)) return {};
  if (f.rule == "annexed.subject" && e.type == EventType::assault)
    if (const PhraseId p = who_did_described(e, e.clause); p.valid() && p != f.phrase) return {p, {}, "actor.in_relative", true};
  const Entity* x = entity(f.phrase);
  if (only_held_there(e.type, e.clause, f)) {
    e.location = entities_.entity_of[f.phrase.value];
    evidence(e, Field::location, "location.annexed", span(f.phrase));
    return {};
  }
  const Lemma* l = g_.lemma(g_.mentions[f.phrase].head);
  if (l && e.type == EventType::assault && !g_.actor_like(f.phrase) && ((l->classes | (x ? x->classes : 0)) & bit(NounClass::explosive)))
    return {};  // a car bomb is the means
  const bool bomb = mode_name(e.mode) == "explosives";
  if (l && bomb && x && x->country.empty() && (l->classes & bit(NounClass::vehicle))) return {};  // nobody's car that went off
  const ClauseId act = clauses_.clause_of[g_.mentions[f.phrase].head.value];
  if (!act.valid() || act == e.clause || g_.actor_like(f.phrase) || (x && !x->country.empty())) return f;
  const PredicateKind kind = clauses_[act].kind;
  if (kind != PredicateKind::masdar && kind != PredicateKind::noun) return f;
  if ((bit(e.type) & kSpoken) && k.kind == PredicateKind::verb && !f.inherited && (g_.classes(f.phrase) & bit(NounClass::protest)) &&
      !(g_.classes(f.phrase) & bit(NounClass::statement))) {  // "a march demanded": who marched, else the march
    if (const Event* march = coded(act); march && march->fillers[0].count)
      return {entities_[out_.fillers[march->fillers[0].first]].phrase, {}, "actor.of_act", true};
    const Filling marchers = doer_of_act(f, act);
    return marchers.phrase.valid() ? marchers : f;
  }
  if ((bit(e.type) & kSpoken) && k.kind == PredicateKind::verb) return {};  // "and refused the use of": the act is what is refused
  return doer_of_act(f, act);
}

/// A weapon that nobody is named with kills for somebody: where it stands as doer, it is the means.
void Coder::weapon_as_doer(ClauseId c, Match& m) const {
  constexpr uint64_t kArms = bit(NounClass::weapon) | bit(NounClass::explosive);
  Filling& actor = m.slots[size_t(Slot::actor)];
  if (g_.lexicon.frames[m.frame].event != EventType::assault || !actor.phrase.valid() || g_.actor_like(actor.phrase)) return;
  const Entity* x = entity(actor.phrase);
  const uint64_t classes = g_.classes(actor.phrase) | (x ? x->classes : 0);
  const bool rigged = (classes & bit(NounClass::vehicle)) && (classes & bit(NounClass::armed));
  if (!(classes & kArms) && !rigged) return;
  if (x && (!x->country.empty() || x->actor != kNone || x->sector != Sector::none)) return;
  Filling& means = m.slots[size_t(Slot::means)];
  if (!means.phrase.valid() && actor.phrase != clauses_[c].phrase) means = {actor.phrase, {}, "means.of_subject", actor.inherited};
  actor = {};
}

void Coder::give(Event& e, Slot slot, PhraseId p, std::string_view rule) {
  static constexpr std::array<Field, 4> kFields{Field::actor, Field::recipient, Field::theme, Field::means};
  if (slot == Slot::actor && !can_do({p, {}, rule, true})) return;
  if (slot == Slot::recipient && !can_receive(e.type, {p, {}, rule})) return;
  const auto first = uint32_t(out_.fillers.size());
  add_row(e, slot, {p, {}, rule, true});
  if (out_.fillers.size() == first) return;
  e.fillers[size_t(slot)] = {first, uint32_t(out_.fillers.size()) - first};
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
  if (!x || !l || !x->country.empty() || x->actor != kNone) return {};
  if (!(l->classes & (bit(NounClass::place) | bit(NounClass::facility) | bit(NounClass::property)))) return {};
  for (uint32_t i = site.value + 1; i < g_.mentions.phrases.size() && i < site.value + kNear; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.preposition != g_.mentions[site].last || !p.preposition.valid()) continue;
    const Entity* whose = entity(PhraseId{i});
    const bool place = whose && whose->kind == EntityKind::place;  // "the eastern parts of the town"
    if (g_.word(p.preposition).lemma == g_.lexicon.clitic(Clitic::li) && g_.actor_like(PhraseId{i}) && !place) return PhraseId{i};
  }
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
      const bool death = counts(e) && clauses_[e.clause].kind == PredicateKind::noun;  // "met their end"
      e.fillers[!death && entities_[whom].via == Via::coreference ? 1 : 0].count = 0;
      return;
    }
}

/// Whom a threat is made to, where it only says what will become of him: "threatening that the capital will pay the price".
PhraseId Coder::threatened(ClauseId c, PhraseId threatener) const {
  const auto another = [&](PhraseId p) {
    const EntityId x = entities_.entity_of[p.value];
    if (x.valid() && entities_[x].kind == EntityKind::place) return false;  // "to close the strait"
    const EntityId y = threatener.valid() ? entities_.entity_of[threatener.value] : EntityId::none();
    return g_.actor_like(p) && p != threatener && !(x.valid() && y.valid() && same_entity(x, y));
  };
  const auto whose = [&](PhraseId p) {  // "the American bases"
    const Entity* x = entity(p);
    const Entity* y = entity(threatener);
    return x && (x->rule == "description.adjective" || x->rule == "description.annexed") && !x->country.empty() &&
           (!y || y->country != x->country);
  };
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kInside; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) return {};
    if (k.parent != c) continue;
    if (k.kind == PredicateKind::masdar && k.link == Link::argument && clauses_[c].kind != PredicateKind::noun &&
        clauses_[c].kind != PredicateKind::masdar) {  // "threatens to exclude Britain"
      for (const Argument& a : clauses_.arguments_of(k))
        if (a.rule == "annexed.object" && a.phrase.valid() && (another(a.phrase) || whose(a.phrase))) return a.phrase;
      for (const Argument& a : clauses_.arguments_of(k))  // "to raise arms against the state"
        if (a.role == ArgumentRole::oblique && a.phrase.valid() && another(a.phrase) &&
            g_.expression(g_.mentions[a.phrase].preposition) == Function::against)
          return a.phrase;
      return {};
    }
    if (k.link != Link::content || k.kind != PredicateKind::verb) continue;
    const Argument* s = clauses_.find(k, k.passive ? ArgumentRole::object : ArgumentRole::subject);
    return s && s->phrase.valid() && !s->inherited && another(s->phrase) && k.tense == Tense::future ? s->phrase : PhraseId::none();
  }
  return {};
}

/// Does a clause hang on another by links of these kinds only.
bool Coder::inside(ClauseId c, ClauseId outer, uint64_t links) const {
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& k = clauses_[c];
    if (!k.parent.valid() || !(bit(k.link) & links)) return false;
    c = k.parent;
    if (c == outer) return true;
  }
  return false;
}

/// "a meeting of the ministers": whose meeting or talks it is takes part, whom the frame took for the other side.
void Coder::own_meeting(Event& e) {
  const Clause& k = clauses_[e.clause];
  if (e.type != EventType::consult || k.kind == PredicateKind::verb || !k.phrase.valid() || e.fillers[0].count || e.fillers[1].count == 0)
    return;
  const Argument* o = clauses_.find(k, ArgumentRole::object);
  if (!o || !o->phrase.valid() || !g_.actor_like(o->phrase)) return;
  const Phrase& own = g_.mentions[k.phrase];
  const bool pronoun = g_.mentions[o->phrase].kind == PhraseKind::pronoun;
  const bool talks = g_.word(own.head).features.number() == Number::plur && !(g_.classes(o->phrase) & bit(NounClass::place));
  const bool aim = own.preposition.valid() && g_.word(own.preposition).lemma == g_.lexicon.clitic(Clitic::li);
  const bool both = e.fillers[1].count > 1 && !aim && (g_.classes(k.phrase) & bit(NounClass::meeting));
  if ((!pronoun && !talks && !both) || o->rule != "annexed.object" || entities_[out_.fillers[e.fillers[1].first]].phrase != o->phrase)
    return;
  std::swap(e.fillers[0], e.fillers[1]);
  for (size_t i = out_.evidence.size(); i-- > 0 && out_.evidence_of[i] == e.serial;)
    if (out_.evidence[i].field == Field::recipient) out_.evidence[i].field = Field::actor;
}

/// Whose armed body it is: "its forces" are who they belong to, where that is itself a force, movement or group and no person or state.
EntityId Coder::body_of(PhraseId p) const {
  const Phrase& own = g_.mentions[p];
  if (own.kind != PhraseKind::noun || !(g_.classes(p) & bit(NounClass::force))) return {};
  const PhraseId next{p.value + 1};
  if (next.value >= g_.mentions.phrases.size()) return {};
  const Phrase& whose = g_.mentions[next];
  if (whose.kind != PhraseKind::pronoun || whose.outer != p || whose.attachment != Attachment::annexed) return {};
  const EntityId id = entities_.entity_of[next.value];
  if (!id.valid() || !entities_[id].antecedent.valid()) return {};
  const Entity& x = entities_[id];
  constexpr uint64_t kArmed = bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::REB) | bit(Sector::UAF) | bit(Sector::SPY);
  return x.kind != EntityKind::person && (bit(x.sector) & kArmed) && x.sector != Sector::none ? id : EntityId::none();
}

/// Where the verb of motion goes that a visit is the aim or manner of.
PhraseId Coder::bound_for(ClauseId c) const {
  const Clause& up = clauses_[clauses_[c].parent];
  if (clauses_[c].kind == PredicateKind::verb || up.kind != PredicateKind::verb || !g_.has(up.lemma, VerbClass::motion)) return {};
  for (const Argument& a : clauses_.arguments_of(up))
    if (a.role == ArgumentRole::oblique && a.rule == "oblique.governed" && a.phrase.valid() && !a.clause.valid() && is_place(a.phrase))
      return a.phrase;
  return {};
}

/// Who did it, where the frame's roles name nobody: the first rule that knows.
void Coder::find_actor(Event& e, ClauseId c) {
  const auto is = [&](PhraseId p, std::string_view rule) {
    if (p.valid()) give(e, Slot::actor, p, rule);
    return p.valid();
  };
  if (e.fillers[0].count == 0 || e.actor_inherited)
    is(called_by_act(e, c), "actor.called_by_act") || is(charged(e, c), "actor.charged") ||
        is(e.type == EventType::assault ? charged(e, first_of_row(c)) : PhraseId::none(), "actor.charged");
  if (g_.has(clauses_[c].lemma, VerbClass::oblige)) return void(is(who_says(e, c), "actor.who_says"));
  if (e.fillers[0].count) return;
  is(announcer(e, c), "actor.announced") || is(claimer(e, c), "actor.claimed") || is(who_took_part(e, c), "actor.took_part") ||
      is(who_decided(e, c), "actor.decided") || is(who_spoke(e, c), "actor.spoke_before") || is(who_marches(e, c), "actor.marches") ||
      is(whose_act(e, c), "actor.of") || is(who_says_we(c), "actor.says_we") || is(whose_weapon(e), "actor.whose_weapon") ||
      is(by_agent(e, c), "actor.agent") || is(who_carried(e, c), "actor.carried") || is(who_met(e, c), "actor.met") ||
      is(moves_own(e, c), "actor.own") || is(who_did_described(e, c), "actor.in_relative") ||
      is(demanding_protest(e, c), "actor.demanding_protest");
  sides_of(e, c);
}

/// Where a visit goes, who leaves a country retreats from it, and who recalls his envoy shows it to the country.
void Coder::visited_or_left(Event& e, ClauseId c) {
  if (e.fillers[1].count) return;
  const auto place = [&](EntityId x) {
    if (!x.valid() || (g_.classes(entities_[x].phrase) & bit(NounClass::facility))) return false;
    return !entities_[x].country.empty() && (entities_[x].place != kNone || entities_[x].state != kNone);
  };
  const std::string_view mode = mode_name(e.mode);
  if (e.type == EventType::retreat || (e.type == EventType::sanction && mode == "withdraw")) {
    if (place(e.origin)) give(e, Slot::recipient, entities_[e.origin].phrase, "recipient.left");
    return;
  }
  if (e.type != EventType::consult || mode != "visit") return;
  if (place(e.destination)) give(e, Slot::recipient, entities_[e.destination].phrase, "recipient.visited");
  if (e.fillers[1].count) return;
  const PhraseId p = clauses_[c].parent.valid() ? bound_for(c) : PhraseId::none();  // "left for Cairo on a visit"
  if (!p.valid() || !place(entities_.entity_of[p.value])) return;
  e.destination = entities_.entity_of[p.value];
  evidence(e, Field::destination, "destination.outer_clause", span(p));
  give(e, Slot::recipient, p, "recipient.visited");
}

/// "took the town from the grip of the movement": whose hands it was in.
PhraseId Coder::wrested_from(const Event& e, ClauseId c) const {
  if (e.type != EventType::coerce || mode_name(e.mode) != "seize" || e.fillers[1].count) return {};
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || !(g_.classes(a.phrase) & bit(NounClass::body))) continue;
    const Lemma* of = a.preposition.valid() ? &g_.lexicon.lemma(a.preposition) : nullptr;
    if (!of || !(of->classes & bit(NounClass::quantity))) continue;  // "from"
    const PhraseId whose{a.phrase.value + 1};
    if (whose.value >= g_.mentions.phrases.size() || g_.mentions[whose].outer != a.phrase) continue;
    if (g_.mentions[whose].attachment == Attachment::annexed && another(e, whose) && g_.actor_like(whose)) return whose;
  }
  return {};
}

/// Adds who holds the site that was struck, and names who holds what is taken or to be taken.
void Coder::held_site(Event& e, ClauseId c) {
  if (e.type != EventType::assault && !(e.type == EventType::coerce && mode_name(e.mode) == "seize")) return;
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    const bool on = a.role == ArgumentRole::object || (a.role == ArgumentRole::oblique && a.rule == "oblique.governed");
    if (!on || a.inherited || !a.phrase.valid() || g_.actor_like(a.phrase)) continue;
    if (!(g_.classes(a.phrase) & (bit(NounClass::place) | bit(NounClass::facility)))) continue;
    const EntityId site = entities_.entity_of[a.phrase.value];
    if (e.fillers[1].count && (!site.valid() || out_.fillers[e.fillers[1].first + e.fillers[1].count - 1] != site)) continue;
    const PhraseId p = holder(e, c, a.phrase);
    if (!p.valid() || among(e.fillers[1], entities_.entity_of[p.value])) continue;
    return add(e, Slot::recipient, p, "recipient.holder");
  }
}

/// Whom it was done to or said of, where the frame's roles name nobody.
void Coder::find_recipient(Event& e, ClauseId c) {
  tried_on(e, c);
  if (e.type == EventType::protest) against(e, c);
  const auto is = [&](PhraseId p, std::string_view rule) {
    if (p.valid()) give(e, Slot::recipient, p, rule);
  };
  judged(e, c);
  answered(e, c);
  targets(e, c);
  if (e.type == EventType::threaten && e.fillers[1].count == 0) {
    const PhraseId who = e.fillers[0].count ? entities_[out_.fillers[e.fillers[0].first]].phrase : PhraseId::none();
    is(threatened(c, who), "recipient.of_threat");
  }
  if (e.type == EventType::assault && e.fillers[1].count) {
    const PhraseId last = entities_[out_.fillers[e.fillers[1].first + e.fillers[1].count - 1]].phrase;
    if (const PhraseId p = owner(last); p.valid()) add(e, Slot::recipient, p, "recipient.owner");
  }
  is(robbed(e), "recipient.whose_thing");
  is(bears(e, c), "recipient.bears");
  is(threatened_with(e, c), "recipient.threatened_with");
  is(e.fillers[1].count ? PhraseId::none() : struck_in_relative(e, c), "recipient.in_relative");
  if (const PhraseId p = wrested_from(e, c); p.valid()) give(e, Slot::recipient, p, "recipient.wrested_from");
  held_site(e, c);
  visited_or_left(e, c);
}

/// What the frame left empty and the text around it says all the same.
void Coder::other_parties(Event& e, ClauseId c) {
  no_reflexive(e);
  own_meeting(e);
  one_role(e);
  name_for_object(e, c);
  object_for_subject(e, c);
  find_actor(e, c);
  if (!g_.has(clauses_[c].lemma, VerbClass::oblige)) find_recipient(e, c);
}

}  // namespace isnad
