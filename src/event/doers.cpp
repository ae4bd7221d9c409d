// Who did it, where the roles of the frame name nobody: who announces, decides, says or caused it, or takes part.
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kBack = 24;      // how many clauses back a speaker is looked for
constexpr uint32_t kSentences = 2;  // and how many sentences
constexpr uint32_t kNear = 8;       // how many phrases back one that is described may stand
constexpr uint32_t kRow = 5;        // how many clauses on one that stands in a row with this may begin

}  // namespace

/// Who speaks where a verb has no subject or a paper for one: the last one before who said something, and whom the verb agrees with.
PhraseId Coder::who_spoke(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  constexpr uint64_t kTypes = bit(EventType::request) | bit(EventType::accuse) | bit(EventType::reject) | bit(EventType::threaten);
  if (!(bit(e.type) & kTypes) || k.kind != PredicateKind::verb || k.passive) return {};
  if (g_.word(k.predicate).features.person() != Person::third) return {};
  const Argument* own = clauses_.find(k, ArgumentRole::subject);
  const bool paper = by_statement(c), inside = paper && k.link == Link::relative;
  if (inside)
    if (const PhraseId p = issuer(c); p.valid()) return p;
  if (own && own->phrase.valid() && !paper) {
    const ClauseId act = clauses_.clause_of[g_.mentions[own->phrase].head.value];
    if (!act.valid() || g_.actor_like(own->phrase) || clauses_[act].kind != PredicateKind::masdar) return {};
    if (g_.classes(own->phrase) & (bit(NounClass::protest) | bit(NounClass::violence))) return {};  // a march demands for itself
  }
  for (uint32_t i = c.value; i-- > 0 && i + kBack > c.value;) {
    const Clause& before = clauses_.clauses[i];
    if (before.sentence.value + kSentences < k.sentence.value || (inside && before.sentence != k.sentence)) return {};
    if (before.kind != PredicateKind::verb || before.passive || !g_.is_speech(before.lemma)) continue;
    const Argument* s = clauses_.find(before, ArgumentRole::subject);
    if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase) || (g_.classes(s->phrase) & bit(NounClass::facility))) continue;
    if (paper || g_.agrees(g_.word(k.predicate), s->phrase, false)) return s->phrase;
  }
  return {};
}

/// Who speaks through a paper that a relative clause tells of: who adopts, issues or agrees to it ("the Council adopted a resolution that
/// demands"), who carries it ("the marchers raised banners that demand").
PhraseId Coder::issuer(ClauseId c) const {
  constexpr uint64_t kMakes = bit(VerbClass::light) | bit(VerbClass::decide);
  for (ClauseId at = clauses_[c].parent; at.valid(); at = clauses_[at].parent) {
    const Clause& up = clauses_[at];
    if (up.kind != PredicateKind::verb) {
      if (bit(up.link) & kArguments) continue;
      return {};
    }
    const Event* e = coded(at);
    constexpr uint64_t kCarries = bit(EventType::agree) | bit(EventType::protest) | bit(EventType::support);
    const bool carries = e ? (bit(e->type) & kCarries) != 0 : hands_on(at, c);
    if (up.passive || (!(g_.verb_classes(up.lemma) & kMakes) && !carries)) return {};
    const Argument* s = clauses_.find(up, ArgumentRole::subject);
    return s && s->phrase.valid() && g_.actor_like(s->phrase) ? s->phrase : PhraseId::none();
  }
  return {};
}

/// "handed the envoy a note that demands", "hung up a banner calling for": is what the relative clause tells of the object of a verb that
/// only brings it to somebody.
bool Coder::hands_on(ClauseId verb, ClauseId relative) const {
  constexpr uint64_t kOthers = bit(VerbClass::perceive) | bit(VerbClass::think) | bit(VerbClass::phase_stop) | bit(VerbClass::suffer);
  const Clause& up = clauses_[verb];
  if (g_.is_speech(up.lemma) || (g_.verb_classes(up.lemma) & kOthers)) return false;
  const Argument* paper = clauses_.find(clauses_[relative], ArgumentRole::subject);
  return paper && std::any_of(clauses_.arguments_of(up).begin(), clauses_.arguments_of(up).end(), [&](const Argument& a) {
           return (a.role == ArgumentRole::object || a.role == ArgumentRole::object2) && a.phrase == paper->phrase && !a.inherited;
         });
}

/// "marched to demand": who protests says what the protest is for.
PhraseId Coder::who_marches(const Event& e, ClauseId c) const {
  if (!(bit(e.type) & kSpoken) || clauses_[c].kind != PredicateKind::masdar) return {};
  const Event* up = coded_above(c, kArguments | bit(Link::purpose));
  if (!up || up->type != EventType::protest || up->fillers[0].count == 0) return {};
  const EntityId who = out_.fillers[up->fillers[0].first];
  return among(e.fillers[1], who) ? PhraseId::none() : entities_[who].phrase;
}

/// "Algeria announced the expulsion of two diplomats", "decided to expel": an authority that makes known or decides a sanction imposes it,
/// unless its own people suffer it or it is told from elsewhere.
PhraseId Coder::who_decided(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (e.type != EventType::sanction || k.kind == PredicateKind::verb || k.link != Link::argument || !k.parent.valid()) return {};
  const Clause& up = clauses_[k.parent];
  constexpr uint64_t kMakesKnown = bit(VerbClass::say_assert) | bit(VerbClass::say_ask) | bit(VerbClass::decide);
  if (up.kind != PredicateKind::verb || up.passive || !(g_.verb_classes(up.lemma) & kMakesKnown)) return {};
  const Argument* o = clauses_.find(up, ArgumentRole::object);
  const bool direct = (o && o->clause == c) || g_.has(up.lemma, VerbClass::say_ask);
  const Argument* s = clauses_.find(up, ArgumentRole::subject);
  if (!direct || !s || !s->phrase.valid()) return {};
  const Entity* x = entity(s->phrase);
  if (!x || x->country.empty() || !(x->kind == EntityKind::country || x->sector == Sector::GOV)) return {};
  for (const EntityId f : Events::slice(out_.fillers, e.fillers[1]))
    if (entities_[f].country == x->country) return {};
  if (e.origin.valid() && !entities_[e.origin].country.empty() && entities_[e.origin].country != x->country) return {};
  return s->phrase;
}

/// Who says "we": whoever speaks, where the verb is in the first person; in a headline, who stands before the colon.
PhraseId Coder::who_says_we(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind != PredicateKind::verb || g_.word(k.predicate).features.person() != Person::first) return {};
  if (k.attribution != kNone)
    if (const PhraseId p = clauses_.attributions[k.attribution].speaker; p.valid() && g_.actor_like(p)) return p;
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

/// Has the act a target of its own after another preposition than "of": "the shelling of the army's on the town".
bool Coder::struck_at(const Event& e, ClauseId c) const {
  const LemmaId of = g_.lexicon.clitic(Clitic::li);
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (a.role == ArgumentRole::object) return false;
    if (a.rule != "oblique.governed" || a.preposition == of || !a.phrase.valid()) continue;
    const EntityId x = entities_.entity_of[a.phrase.value];
    if (x.valid() && among(e.fillers[1], x)) return true;
  }
  return false;
}

/// Whose the act is by "of" ("an air raid of the coalition's"), where its noun takes the doer.
PhraseId Coder::whose_act(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  constexpr uint64_t kTypes = bit(EventType::assault) | bit(EventType::protest) | bit(EventType::mobilize);
  if (!(bit(e.type) & kTypes) || (k.kind != PredicateKind::noun && k.kind != PredicateKind::masdar)) return {};
  const Lemma* l = g_.lemma(k.predicate);
  const bool its_own = k.kind == PredicateKind::noun && l && l->annexed == 1 && !(g_.government_of(k.lemma) & government::kObject);
  if (!its_own && !(e.type == EventType::assault && struck_at(e, c))) return {};
  const LemmaId of = g_.lexicon.clitic(Clitic::li);
  for (const Argument& a : clauses_.arguments_of(k)) {
    if (a.role != ArgumentRole::oblique || a.preposition != of || !a.phrase.valid()) continue;
    const Entity* x = entity(a.phrase);
    if (!its_own && g_.mentions[a.phrase].preposition != g_.mentions[k.phrase].last) continue;  // whose the target is
    if (g_.actor_like(a.phrase) && x && x->kind != EntityKind::place) return a.phrase;
  }
  return {};
}

/// Who is named as the agent of an act whose place of a doer another has ("met their end at the hands of"), or of the last of a row of acts
/// ("the arrest and detention of women by the forces").
PhraseId Coder::by_agent(const Event& e, ClauseId c) const {
  const auto agent = [&](ClauseId at) -> PhraseId {
    for (const Argument& a : clauses_.arguments_of(clauses_[at])) {
      if (a.role != ArgumentRole::subject || a.rule != "agent.expression" || !a.phrase.valid() || !g_.actor_like(a.phrase)) continue;
      const EntityId x = entities_.entity_of[a.phrase.value];
      if (!x.valid() || !among(e.fillers[1], x)) return a.phrase;
    }
    return {};
  };
  if (const PhraseId p = agent(c); p.valid()) return p;
  if (clauses_[c].kind == PredicateKind::verb) return {};
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kRow; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence || k.kind == PredicateKind::verb) return {};
    if (k.link != Link::coordination || k.parent != c) continue;
    if (const PhraseId p = agent(ClauseId{i}); p.valid()) return p;
  }
  return {};
}

bool Coder::object_of(ClauseId c, const Clause& up) const {
  const auto all = clauses_.arguments_of(up);
  return std::any_of(all.begin(), all.end(), [&](const Argument& a) { return a.clause == c && a.role == ArgumentRole::object; });
}

/// "a man accused of killing a judge": whom the word of accusing or suspecting right before the act describes; and who "faces charges of".
PhraseId Coder::charged(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (e.type != EventType::assault || k.kind == PredicateKind::verb || !k.phrase.valid()) return {};
  const WordId of = g_.mentions[k.phrase].preposition;
  if (of.valid() && of.value > 0) {
    const Word& before = g_.word(of.prev());
    const Lemma* l = g_.lemma(of.prev());
    const bool accused = l && l->base != kNone && l->derivation == Derivation::passive_participle
                             ? g_.has(LemmaId{l->base}, VerbClass::say_accuse)
                             : l && (l->classes & bit(NounClass::person)) && g_.word(of).lemma == g_.lexicon.clitic(Clitic::bi) &&
                                   g_.governs(before.lemma, of);
    const bool word = accused && before.features.upos() != Upos::verb;
    for (uint32_t i = k.phrase.value; word && i-- > 0 && i + kNear > k.phrase.value;) {
      const Phrase& p = g_.mentions.phrases[i];
      if (p.last.value != of.value || p.first.value >= of.value) continue;
      if (g_.actor_like(PhraseId{i}) && another(e, PhraseId{i})) return PhraseId{i};
    }
  }
  if (!k.parent.valid() || k.link != Link::argument || e.fillers[0].count || !of.valid()) return {};
  const Clause& up = clauses_[k.parent];
  if (up.kind == PredicateKind::verb || !g_.has(up.lemma, VerbClass::say_accuse) || g_.word(of).lemma != g_.lexicon.clitic(Clitic::bi))
    return {};
  const Argument* o = clauses_.find(up, ArgumentRole::object);
  return o && o->phrase.valid() && o->clause != c && g_.actor_like(o->phrase) && another(e, o->phrase) ? o->phrase : PhraseId::none();
}

/// "the government launched a campaign of arrests", "regained control of": who does what a noun stands under that carries it or is such an
/// act itself.
PhraseId Coder::who_carried(const Event& e, ClauseId c) const {
  constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) |
                                 bit(VerbClass::phase_continue) | bit(VerbClass::attempt);
  constexpr uint64_t kNoDoer =
      bit(VerbClass::happen) | bit(VerbClass::suffer) | bit(VerbClass::cause) | bit(VerbClass::copula) | bit(VerbClass::phase_stop);
  if (clauses_[c].kind == PredicateKind::verb) return {};
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& k = clauses_[c];
    if (!(bit(k.link) & kArguments) || !k.parent.valid()) return {};
    const Clause& up = clauses_[k.parent];
    const uint64_t classes = g_.verb_classes(up.lemma);
    const bool of_type = e.type == EventType::coerce && !g_.is_speech(up.lemma) && object_of(c, up) && g_.names(up.lemma, bit(e.type));
    if (k.link == Link::argument && !of_type) return {};
    const bool verb = up.kind == PredicateKind::verb, light = of_type || (classes & kCarriers);
    const bool whole = steps == 0 && up.phrase.valid() && (g_.classes(up.phrase) & bit(NounClass::event));  // "an operation of"
    if ((classes & kNoDoer) || (verb && ((k.link != Link::light && !of_type) || up.passive)) || (!verb && !light && !whole)) return {};
    if (verb && struck_by_verb(c)) return {};
    for (const Argument& a : clauses_.arguments_of(up)) {
      if (a.role != ArgumentRole::subject || !a.phrase.valid() || a.clause == c || !g_.actor_like(a.phrase)) continue;
      const bool vague = a.inherited && (!light || a.rule == "subject.purpose");
      return vague || !another(e, a.phrase) || inquirer(clauses_[c], a.phrase) ? PhraseId::none() : a.phrase;
    }
    if (verb) return {};
    c = k.parent;
  }
  return {};
}

/// Somebody who could have done it: no place or building, nor whom it was done to.
bool Coder::another(const Event& e, PhraseId p) const {
  const EntityId x = entities_.entity_of[p.value];
  if (g_.classes(p) & bit(NounClass::facility)) return false;
  return !x.valid() || (!among(e.fillers[1], x) && (entities_[x].kind != EntityKind::place || entities_[x].state != kNone));
}

/// Is what the clause tells only where or when its verb's subject speaks ("said at a meeting with"), not what he speaks of.
bool Coder::occasion(ClauseId c) const {
  const Clause& up = clauses_[clauses_[c].parent];
  for (uint32_t w = up.predicate.value + 1; w < clauses_[c].predicate.value; ++w)
    if (const Lemma* l = g_.lemma(WordId{w}); l && l->function == Function::that) return false;  // it is what he says
  for (const Argument& a : clauses_.arguments_of(up)) {
    if (a.clause != c || a.role != ArgumentRole::oblique || !a.preposition.valid()) continue;
    const WordId in = clauses_[c].phrase.valid() ? g_.mentions[clauses_[c].phrase].preposition : WordId::none();
    return a.rule != "oblique.governed" || (in.valid() && !g_.governs(up.lemma, in));
  }
  return false;
}

/// "discussed at a meeting with the members", "a delegation to take part in the talks with": who does what the meeting with somebody is
/// part of.
PhraseId Coder::who_met(const Event& e, ClauseId c) const {
  if (e.type != EventType::consult || clauses_[c].kind == PredicateKind::verb || e.fillers[1].count == 0) return {};
  constexpr uint64_t kOthers = bit(VerbClass::oblige) | bit(VerbClass::happen) | bit(VerbClass::cause) | bit(VerbClass::copula) |
                               bit(VerbClass::perceive) | bit(VerbClass::stative);
  constexpr uint64_t kJudged = bit(EventType::support) | bit(EventType::accuse) | bit(EventType::request);
  constexpr uint64_t kOwn = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) |
                            bit(VerbClass::phase_continue) | bit(VerbClass::attempt) | bit(VerbClass::intend) | bit(VerbClass::motion) |
                            bit(VerbClass::say_promise);
  for (int steps = 0; steps < 5; ++steps) {
    const Clause& k = clauses_[c];
    if (!k.parent.valid() || !(bit(k.link) & (kArguments | bit(Link::purpose)))) return {};
    const Clause& up = clauses_[k.parent];
    if (up.passive || (g_.verb_classes(up.lemma) & kOthers)) return {};
    const Event* told = coded(k.parent);
    const bool of_others = g_.is_speech(up.lemma) || g_.has(up.lemma, VerbClass::think) || (told && (bit(told->type) & kJudged));
    const bool verb = up.kind == PredicateKind::verb;
    const bool whole = steps == 0 && up.phrase.valid() && (g_.classes(up.phrase) & (bit(NounClass::event) | bit(NounClass::meeting)));
    if (!verb && !whole && !(g_.verb_classes(up.lemma) & kOwn)) return {};
    const Argument* o = clauses_.find(up, ArgumentRole::object);
    const bool charged = verb && o && o->phrase.valid() && o->clause != c && g_.actor_like(o->phrase);  // "charged him with talks"
    if ((of_others || charged) && !occasion(c)) return {};
    const Argument* s = clauses_.find(up, ArgumentRole::subject);
    if (s && s->phrase.valid() && s->clause != c && g_.actor_like(s->phrase)) return another(e, s->phrase) ? s->phrase : PhraseId::none();
    if (verb) return {};
    c = k.parent;
  }
  return {};
}

/// "to evacuate its citizens": whoever moves or calls back his own does it; and who are called back or sent themselves, where the text says
/// only whose they are ("the withdrawal of the American forces").
PhraseId Coder::moves_own(const Event& e, ClauseId c) const {
  if (clauses_[c].kind == PredicateKind::verb || !e.mode || e.fillers[2].count == 0) return {};
  const std::string_view mode = mode_name(e.mode);
  const bool moves = (e.type == EventType::retreat && mode == "withdraw") || (e.type == EventType::mobilize && mode == "troops");
  constexpr uint64_t kMoves = bit(VerbClass::motion) | bit(VerbClass::transfer);
  if (!moves || !(g_.verb_classes(clauses_[c].lemma) & kMoves)) return {};
  const PhraseId moved = entities_[out_.fillers[e.fillers[2].first]].phrase;
  const PhraseId next{moved.value + 1};
  if (next.value < g_.mentions.phrases.size()) {
    const Phrase& whose = g_.mentions[next];
    const EntityId id = entities_.entity_of[next.value];
    if (whose.kind == PhraseKind::pronoun && whose.outer == moved && whose.attachment == Attachment::annexed)
      return id.valid() && entities_[id].antecedent.valid() ? next : PhraseId::none();
  }
  const Entity* x = entity(moved);
  return x && !x->country.empty() && (g_.classes(moved) & bit(NounClass::force)) ? moved : PhraseId::none();
}

/// "the ceasefire between the two": all whom it is between, where these stand with a noun inside or over it.
void Coder::sides_of(Event& e, ClauseId c) {
  if (e.type != EventType::retreat || e.fillers[0].count || clauses_[c].kind == PredicateKind::verb || !e.mode) return;
  if (mode_name(e.mode) != "ceasefire") return;
  const auto between = [&](ClauseId at) -> PhraseId {
    for (const Argument& a : clauses_.arguments_of(clauses_[at]))
      if (a.role == ArgumentRole::oblique && a.phrase.valid() && opposed(a.phrase) && g_.actor_like(a.phrase) &&
          g_.mentions[a.phrase].preposition.next() == g_.mentions[a.phrase].first)  // not "among them"
        return a.phrase;
    return {};
  };
  PhraseId p;
  for (uint32_t i = c.value; i < clauses_.clauses.size() && i < c.value + kRow && !p.valid(); ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) break;
    if (i == c.value || (k.link == Link::annexed && k.parent == c)) p = between(ClauseId{i});
  }
  const Clause& k = clauses_[c];
  if (!p.valid() && k.parent.valid() && (bit(k.link) & kArguments) && clauses_[k.parent].kind != PredicateKind::verb) p = between(k.parent);
  if (!p.valid()) return;
  give(e, Slot::actor, p, "actor.between");
}

/// Whose weapon it was done with: "was killed by the army's bullets", also where the bullets come after "and another was wounded".
PhraseId Coder::whose_weapon(const Event& e) const {
  if (e.type != EventType::assault) return {};
  if (e.fillers[3].count) return owner_of_weapon(e, entities_[out_.fillers[e.fillers[3].first]].phrase);
  for (const Clause& k : victims_after(e))
    for (const Argument& a : clauses_.arguments_of(k))
      if (a.role == ArgumentRole::oblique && a.phrase.valid() && !a.clause.valid() && a.preposition == g_.lexicon.clitic(Clitic::bi))
        if (const PhraseId p = owner_of_weapon(e, a.phrase); p.valid()) return p;
  return {};
}

/// The clauses right after that of victims which tell of more of them: "a farmer was killed, and his son wounded".
std::span<const Clause> Coder::victims_after(const Event& e) const {
  const auto& all = clauses_.clauses;
  const size_t first = e.clause.value + 1;
  size_t last = first;
  if (counts(e) && clauses_[e.clause].kind == PredicateKind::verb)
    while (last < all.size() && all[last].kind == PredicateKind::verb && all[last].link == Link::coordination &&
           all[last].sentence == e.sentence && g_.counts_victims(all[last].lemma, bit(EventType::assault)))
      ++last;
  return {all.data() + first, last - first};
}

/// Whose the weapon is, by what is annexed to it; none if that is no party of its own.
PhraseId Coder::owner_of_weapon(const Event& e, PhraseId with) const {
  if (!(g_.classes(with) & (bit(NounClass::weapon) | bit(NounClass::explosive)))) return {};
  for (uint32_t i = with.value + 1; i < g_.mentions.phrases.size() && i < with.value + kRow; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.outer != with || p.attachment != Attachment::annexed || p.kind == PhraseKind::pronoun) continue;
    const Entity* x = entity(PhraseId{i});
    if (g_.classes(PhraseId{i}) & (bit(NounClass::weapon) | bit(NounClass::explosive))) return {};  // "shells of the artillery"
    if (p.kind == PhraseKind::name && (!x || x->country.empty())) return {};                        // "Katyusha rockets"
    const bool known = x && x->kind != EntityKind::place && (!x->country.empty() || x->sector != Sector::none);
    return (known || g_.actor_like(PhraseId{i})) && another(e, PhraseId{i}) ? PhraseId{i} : PhraseId::none();
  }
  return {};
}

/// The first of nouns joined by "and": what a verb over them governs.
ClauseId Coder::first_of_row(ClauseId c) const {
  while (clauses_[c].link == Link::coordination && clauses_[c].parent.valid() && clauses_[clauses_[c].parent].kind != PredicateKind::verb)
    c = clauses_[c].parent;
  return c;
}

bool Coder::in_date(WordId w) const {
  const auto& dates = g_.mentions.dates;
  const auto it = std::upper_bound(dates.begin(), dates.end(), w, [](WordId x, const DateMention& d) { return x < d.first; });
  return it != dates.begin() && w < std::prev(it)->last;
}

/// Does a word stand right after a phrase, but for the day and the place ("the security services in the province announced yesterday,
/// the").
bool Coder::right_after(PhraseId who, WordId w) const {
  if (g_.word(w).token == g_.word(w.next()).token) return false;
  for (uint32_t i = g_.mentions[who].last.value; i < w.value; ++i)
    if (g_.word(WordId{i}).features.upos() == Upos::verb && !in_date(WordId{i})) return false;
  for (uint32_t i = who.value + 1; i < g_.mentions.phrases.size() && g_.mentions.phrases[i].first < w; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.first < g_.mentions[who].last || p.kind == PhraseKind::date || in_date(p.head)) continue;
    const Entity* x = entity(PhraseId{i});
    if (!x || x->kind != EntityKind::place || !p.preposition.valid()) return false;
  }
  return true;
}

/// Is what the clause names the thing that its verb announces: its object, or after a word for "about" right after who announces it.
bool Coder::announced(ClauseId c, PhraseId who) const {
  const WordId about = g_.mentions[clauses_[c].phrase].preposition;
  if (about.valid() && !right_after(who, about)) return false;
  const auto said = clauses_.arguments_of(clauses_[clauses_[c].parent]);
  return std::any_of(said.begin(), said.end(),
                     [&](const Argument& a) { return a.clause == c && (a.role == ArgumentRole::object || a.rule == "oblique.governed"); });
}

/// "the army announced the killing of a leader of the movement": a force, or the state, that makes known the death of those it fights.
bool Coder::killed_enemies(const Event& e, const Entity& who) const {
  constexpr uint64_t kRebels = bit(Sector::REB) | bit(Sector::UAF);
  constexpr uint64_t kForces = kRebels | bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::SPY);
  const bool force = who.sector != Sector::none && (bit(who.sector) & kForces);
  const bool rebels = force && (bit(who.sector) & kRebels);
  if (!force && who.kind != EntityKind::country) return false;
  const auto killed = Events::slice(out_.fillers, e.fillers[1]);
  return !killed.empty() && std::all_of(killed.begin(), killed.end(), [&](EntityId f) {
    const Entity& x = entities_[f];
    if (x.sector == Sector::none || !(bit(x.sector) & kForces)) return false;
    const bool foreign = !x.country.empty() && !who.country.empty() && x.country != who.country;
    const bool rebel = (bit(x.sector) & kRebels) != 0;
    return rebels ? foreign && !rebel : rebel && (foreign || x.country.empty());
  });
}

/// "the army announced the arrest of": who announces an act of those that only he could do, did it; not a source, nor where what it was
/// done to is his own ("the movement announced the arrest of its members").
PhraseId Coder::announcer(const Event& e, ClauseId c) const {
  constexpr uint64_t kPhases = bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop);
  if (e.type == EventType::coerce) c = first_of_row(c);  // "announced the killing of ten and the arrest of two"
  if (clauses_[c].link == Link::annexed && clauses_[c].parent.valid() && clauses_[clauses_[c].parent].kind == PredicateKind::masdar &&
      (g_.verb_classes(clauses_[clauses_[c].parent].lemma) & kPhases))
    c = clauses_[c].parent;  // "announced the cancellation of talks with"
  const Clause& k = clauses_[c];
  if (k.kind == PredicateKind::verb || k.link != Link::argument || !k.parent.valid() || !k.phrase.valid()) return {};
  if (e.type == EventType::protest || e.type == EventType::accuse) return {};
  const bool deaths = e.type == EventType::assault && counts(e);
  const Clause& up = clauses_[k.parent];
  const bool arrest = e.type == EventType::coerce && counts(e);
  const uint64_t kTells = bit(VerbClass::say_assert) | (arrest ? bit(VerbClass::say_confirm) | bit(VerbClass::say_reveal) : 0);
  const uint64_t classes = g_.verb_classes(up.lemma);
  const bool noun = up.kind == PredicateKind::masdar && e.type == EventType::retreat;  // "Moscow's announcement of a truce"
  if ((up.kind != PredicateKind::verb && !noun) || up.passive || !(classes & kTells) || (classes & ~kTells)) return {};
  const Argument* s = clauses_.find(up, ArgumentRole::subject);
  if (!(g_.government_of(up.lemma) & government::kObject) || !s || !s->phrase.valid() || !announced(c, s->phrase)) return {};
  const Entity* x = entity(s->phrase);
  constexpr uint64_t kBodies = bit(Sector::GOV) | bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::JUD) | bit(Sector::LEG) |
                               bit(Sector::PTY) | bit(Sector::REB) | bit(Sector::UAF) | bit(Sector::SPY);
  if (x && x->kind == EntityKind::person && !(classes & bit(VerbClass::say_assert))) return {};  // a witness confirms an arrest
  if (!x || (x->sector == Sector::none && x->state == kNone) || (x->sector != Sector::none && !(bit(x->sector) & kBodies))) return {};
  if (deaths && !killed_enemies(e, *x)) return {};  // who announces deaths need not have killed
  for (const EntityId f : Events::slice(out_.fillers, e.fillers[1])) {
    const bool own = g_.word(g_.mentions[entities_[f].phrase].last.prev()).enclitic || same_entity(f, entities_.entity_of[s->phrase.value]);
    const bool countryman = !x->country.empty() && x->country == entities_[f].country;  // "Iran announced the expulsion of its envoy"
    if (own || countryman) return {};
  }
  return s->phrase;
}

/// "the movement announced its responsibility for an attack": who says what of his own he has for an act of violence, right before the word
/// for "for", did it.
PhraseId Coder::claimer(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (e.type != EventType::assault || k.kind == PredicateKind::verb || k.link != Link::argument || !k.parent.valid() || !k.phrase.valid())
    return {};
  const Clause& up = clauses_[k.parent];
  const Argument* s = clauses_.find(up, ArgumentRole::subject);
  const Argument* o = clauses_.find(up, ArgumentRole::object);
  if (up.kind != PredicateKind::verb || up.passive || !g_.has(up.lemma, VerbClass::say_assert) || !s || !s->phrase.valid()) return {};
  const WordId about = g_.mentions[k.phrase].preposition;
  if (!o || !o->phrase.valid() || !about.valid() || g_.mentions[o->phrase].last != about || g_.is_predicate(o->phrase)) return {};
  const WordId head = g_.mentions[o->phrase].head;
  if (!g_.governs(g_.word(head).lemma, about) || !g_.word(about.prev()).enclitic || !g_.actor_like(s->phrase)) return {};
  return another(e, s->phrase) ? s->phrase : PhraseId::none();
}

/// Who says that somebody else must do something: the subject of the verb of speech around it; not a paper, nor whoever must do it.
PhraseId Coder::who_says(const Event& e, ClauseId c) const {
  for (int steps = 0; steps < 4 && c.valid(); ++steps, c = clauses_[c].parent) {
    const Clause& k = clauses_[c];
    if (!g_.is_speech(k.lemma) || k.kind != PredicateKind::verb || g_.has(k.lemma, VerbClass::think)) continue;
    const Argument* s = clauses_.find(k, ArgumentRole::subject);
    if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase) || (g_.classes(s->phrase) & bit(NounClass::medium))) return {};
    const EntityId id = entities_.entity_of[s->phrase.value];
    return id.valid() && among(e.fillers[1], id) ? PhraseId::none() : s->phrase;
  }
  return {};
}

/// "raids of the jets' resulted in the destruction of", "which led to the death of": whoever did what brought it did it; the police whose
/// raids "resulted in the arrest of" arrested.
void Coder::victims_of_cause() {
  for (Event& e : out_.events) {
    const bool arrest = e.type == EventType::coerce && counts(e);
    if (e.type != EventType::assault && !arrest) continue;
    doer_of_occasion(e);
    if (clauses_[e.clause].kind == PredicateKind::verb) {
      victims_in_relative(e);
      struck_over_relative(e);
      continue;
    }
    const ClauseId cause = clauses_[first_of_row(e.clause)].parent;
    if (e.fillers[0].count) continue;
    if (!cause.valid() || !g_.has(clauses_[cause].lemma, VerbClass::cause) || clauses_[cause].kind != PredicateKind::verb) continue;
    if (arrest) {
      if (const PhraseId p = raider(e, cause); p.valid()) give(e, Slot::actor, p, "actor.of_cause");
      continue;
    }
    const EventId by = caused_by(cause, true);
    if (!by.valid() || out_.events[by.value].type != EventType::assault || out_.events[by.value].fillers[0].count == 0) continue;
    if (shares(out_.events[by.value].fillers[0], e.fillers[1])) continue;
    e.fillers[0] = out_.events[by.value].fillers[0];
    e.actor_inherited = true;
    evidence(e, Field::actor, "actor.of_cause", out_.events[by.value].trigger);
  }
}

/// "the massacre in which thirty were killed": those who died or were hurt by an act that a noun names, where nobody else is known to be.
void Coder::victims_in_relative(const Event& deaths) {
  const Clause& k = clauses_[deaths.clause];
  if (deaths.type != EventType::assault || k.link != Link::relative || !k.parent.valid() || deaths.fillers[1].count == 0) return;
  if (!counts(deaths) || k.predicate < clauses_[k.parent].predicate) return;
  const EventId by = out_.event_of[k.parent.value];
  if (by.valid()) share_victims(out_.events[by.value], deaths);
}

/// Gives an attack that a noun names the victims of its outcome.
void Coder::share_victims(Event& act, const Event& deaths) {
  if (act.type != EventType::assault || act.fillers[1].count || clauses_[act.clause].kind == PredicateKind::verb) return;
  if (act.serial != deaths.serial) take_victims(act, deaths.fillers[1], "recipient.of_outcome", deaths.trigger);
}

/// Whom another record tells of are to whom this was done, where nobody else is named, unless they did it themselves.
bool Coder::take_victims(Event& to, Slice victims, std::string_view rule, Span span) {
  if (to.fillers[1].count || victims.count == 0 || shares(to.fillers[0], victims)) return false;
  to.fillers[1] = victims;
  evidence(to, Field::recipient, rule, span);
  return true;
}

/// Who does the act that is the subject of a verb of bringing about, where that is no attack.
PhraseId Coder::raider(const Event& e, ClauseId cause) const {
  const Argument* s = clauses_.find(clauses_[cause], ArgumentRole::subject);
  if (!s || !s->phrase.valid()) return {};
  const ClauseId act = clauses_.clause_of[g_.mentions[s->phrase].head.value];
  const EventId told = act.valid() ? out_.event_of[act.value] : EventId::none();
  if (!act.valid() || (told.valid() && out_.events[told.value].type != EventType::coerce)) return {};
  const Argument* who = clauses_.find(clauses_[act], ArgumentRole::subject);
  return who && who->phrase.valid() && g_.actor_like(who->phrase) && another(e, who->phrase) ? who->phrase : PhraseId::none();
}

/// The record of the act that is the subject of a verb of bringing about, or of the clause that "what" takes up ("..., which led to"); of
/// one that somebody did if it should be.
EventId Coder::caused_by(ClauseId cause, bool by_somebody) const {
  const Clause& k = clauses_[cause];
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if (k.link == Link::relative && k.marker.valid() && g_.word(k.marker).features.gender() == Gender::none) {
    for (size_t i = out_.events.size(); i-- > 0;) {  // the last act told before it
      const Event& e = out_.events[i];
      if (e.clause < cause && e.sentence == k.sentence && e.type == EventType::assault && (!by_somebody || e.fillers[0].count))
        return EventId::at(i);
      if (e.sentence < k.sentence) break;
    }
    return {};
  }
  if (!s || !s->phrase.valid()) return {};
  ClauseId act = clauses_.clause_of[g_.mentions[s->phrase].head.value];
  if (!act.valid() && g_.mentions[s->phrase].attachment == Attachment::annexed)  // "the blast of a bomb that led to"
    act = clauses_.clause_of[g_.mentions[g_.mentions[s->phrase].outer].head.value];
  return act.valid() ? out_.event_of[act.value] : EventId::none();
}

}  // namespace isnad
