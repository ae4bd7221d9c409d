// Who does what another predicate governs: the subject, object or addressee of the verb around, as that verb controls it.
#include <algorithm>

#include "clause/inheritance.h"

namespace isnad {

void Inheritance::subject(Clause& c, ClauseId id) {
  of_purpose(c, id);
  if (c.link == Link::light && c.parent.valid() && g_.has(out_.clauses[c.parent.value].lemma, VerbClass::suffer))
    return suffered(id, c.parent);
  if (before_thing(c, id)) return;
  if (find(id, ArgumentRole::subject) || extra_subject(id) || spoken(c, id) || after_li(c, id) || came_from(c, id)) return;
  if (!c.parent.valid()) return dropped_across(c, id);
  const ClauseId up = c.parent;
  const Clause& p = out_.clauses[up.value];
  const uint64_t k = g_.verb_classes(p.lemma);
  if (c.link == Link::light && (k & bit(VerbClass::happen))) return;
  if (c.passive || stopped_act(c, id)) return;
  const bool part = c.link == Link::content || c.link == Link::argument || c.link == Link::light;
  if (const ClauseId before = joined_deed(c, id); before.valid()) return copy(id, before, "subject.shared");
  if (part && is_subject(id, up)) return;  // "the raid led to": not its own doer
  if ((k & bit(VerbClass::oblige)) && !find(up, ArgumentRole::subject) && (c.link == Link::content || c.link == Link::argument))
    return void(asked(id, up));  // "it is a duty of the state to"
  if (part && (k & bit(VerbClass::intend)) && wanted_of(id, up)) return;
  if (part && (k & (bit(VerbClass::say_ask) | bit(VerbClass::cause) | bit(VerbClass::let)))) {
    if ((k & bit(VerbClass::let)) && p.tense != Tense::past && c.modality == Modality::none) c.modality = Modality::possible;
    if (after_time(c) || asked(id, up) || c.kind == PredicateKind::verb || !could_do(up)) return;
    if (k & bit(VerbClass::decide)) return copy(id, up, "subject.ordered");  // "ordered the withdrawal of"
    if ((k & bit(VerbClass::say_ask)) && !p.passive && to_protest(c, id) && !one_person(subject_of(up)->phrase))
      copy(id, up, "subject.calls");
    return;
  }
  if ((k & bit(VerbClass::say_accuse)) && c.link == Link::argument && c.kind == PredicateKind::masdar) return accused(id, up);
  if ((k & bit(VerbClass::say_threaten)) && warned(c, id, up)) return;
  if (c.link == Link::content && able(id, up)) return;
  constexpr uint64_t kControl = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) |
                                bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) | bit(VerbClass::phase_near) |
                                bit(VerbClass::modal) | bit(VerbClass::intend) | bit(VerbClass::attempt) | bit(VerbClass::say_promise) |
                                bit(VerbClass::say_threaten) | bit(VerbClass::say_deny) | bit(VerbClass::own);
  switch (c.link) {
    case Link::light:
      return could_do(up) ? copy(id, up, "subject.control") : void();
    case Link::argument:
      if (k & kControl & ~(g_.is_speech(p.lemma) ? bit(VerbClass::light_bi) : 0)) {
        if (after_time(c) || beside_act(c, up) || !could_do(up)) return;
        copy(id, up, "subject.control");
        if ((k & bit(VerbClass::own)) && c.tense == Tense::none) c.tense = p.tense;  // "will take part in"
      } else if (manner(c, id, up)) {
        copy(id, up, "subject.manner");
      } else if (announced_way(c, id, up)) {
        copy(id, up, "subject.announced");
      } else if (went_into(c, id, up)) {
        copy(id, up, "subject.went_into");
      } else if (aim(c, id, up)) {
        copy(id, up, "subject.aim");
      }
      return;
    case Link::annexed:
      if (of_acts(id, up)) return copy(id, p.parent, "subject.acts_of");
      if ((k & kControl) || (p.phrase.valid() && (g_.classes(p.phrase) & bit(NounClass::event)))) {
        const Argument* s = subject_of(up);
        if (!s || s->clause == id || aside(c, p, (k & kControl) != 0)) return;
        if (could_do(up)) copy(id, up, "subject.annexed_chain");
        if (c.tense == Tense::none) c.tense = p.tense;
        if (c.modality == Modality::none) c.modality = p.modality;
      }
      return;
    case Link::purpose:
      return copy(id, up, "subject.purpose");
    case Link::content:
    case Link::coordination:
    case Link::circumstance:
    case Link::speech:
      if (c.kind == PredicateKind::verb) {
        dropped_before(c, id);
        return;
      }
      if (c.link == Link::coordination && c.kind == PredicateKind::masdar && p.kind == PredicateKind::verb) return;
      if (c.link == Link::circumstance && c.kind == PredicateKind::participle) return copy(id, whose_state(c), "subject.dropped");
      return copy(id, up, c.link == Link::coordination ? "subject.shared" : "subject.dropped");
    default:
      if (c.kind == PredicateKind::verb && !condition_for_other(c, id, up)) dropped_before(c, id);
  }
}

/// "marched in order to call on the government": what is annexed to a transitive verbal noun of purpose is its object where somebody
/// else does what the noun is for.
void Inheritance::of_purpose(const Clause& c, ClauseId id) {
  Argument* annexed = find(id, ArgumentRole::subject);
  Argument* asked = find(id, ArgumentRole::object);
  if (!annexed && asked && asked->rule == "annexed.object" && g_.has(c.lemma, VerbClass::say_ask) &&
      g_.word(c.predicate).features.number() != Number::plur)  // not "the calls of the public"
    annexed = asked;
  if (c.kind != PredicateKind::masdar || !c.parent.valid() || !annexed || !annexed->phrase.valid()) return;
  if (annexed != asked && (annexed->rule != "annexed.subject" || asked)) return;
  if (!(g_.government_of(c.lemma) & government::kObject)) return;
  const WordId to = g_.mentions[c.phrase].preposition;
  const Clause& up = out_.clauses[c.parent.value];
  if (up.kind == PredicateKind::participle || judges(up.lemma)) return;
  const bool decides = g_.has(up.lemma, VerbClass::decide) || g_.has(up.lemma, VerbClass::intend);  // "decided to ask the government for"
  if (!decides && (!to.valid() || g_.is_speech(up.lemma))) return;
  const bool decided = g_.has(c.lemma, VerbClass::say_ask) &&
                       (decides || g_.word(to).lemma == g_.lexicon.clitic(Clitic::bi));  // "ruled to oblige the ministry"
  if (!decided && !(to.valid() && g_.word(to).lemma == g_.lexicon.clitic(Clitic::li))) return;
  const Argument* s = subject_of(c.parent);
  if (!s || !s->phrase.valid() || s->phrase == annexed->phrase) return;
  if (annexed != asked && g_.mentions[annexed->phrase].kind == PhraseKind::pronoun) return;
  if (!g_.actor_like(s->phrase) && !(g_.classes(s->phrase) & bit(NounClass::quantity))) return;
  if (annexed != asked) annexed->rule = "annexed.object.of_purpose";
  annexed->role = ArgumentRole::object;
  add(id, *s, "subject.of_purpose");
}

/// "a sudden withdrawal of the forces": after an indefinite verbal noun that takes no object "of" names who does it.
bool Inheritance::after_li(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::masdar || !c.phrase.valid() || g_.mentions[c.phrase].definite) return false;
  if (g_.government_of(c.lemma) & government::kObject) return false;
  for (uint32_t d = first_draft_[id.value]; d != kNone; d = next_draft_[d]) {
    const Argument& a = out_.drafts[d].argument;
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || a.clause.valid()) continue;
    const WordId li = g_.mentions[a.phrase].preposition;
    if (a.preposition != g_.lexicon.clitic(Clitic::li) || li != g_.mentions[c.phrase].last || g_.governs(c.lemma, li)) continue;
    if (!g_.actor_like(a.phrase) || (g_.classes(a.phrase) & bit(NounClass::place))) continue;
    return does(id, a, "subject.li");
  }
  return false;
}

/// Names a meeting one party only: "with his counterpart", not "between the two" or "in Rabat".
bool Inheritance::with_somebody(ClauseId id) const {
  constexpr uint64_t kOthers = bit(NounClass::place) | bit(NounClass::plural) | bit(NounClass::time);
  bool with = false;
  for (uint32_t d = first_draft_[id.value]; d != kNone; d = next_draft_[d]) {
    const Argument& a = out_.drafts[d].argument;
    if (a.role != ArgumentRole::oblique) return false;
    const uint64_t k = a.preposition.valid() ? g_.lexicon.lemma(a.preposition).classes : 0;
    if (k & bit(NounClass::plural)) return false;
    with = with || (a.rule == "oblique.governed" && !(k & kOthers));
  }
  return with;
}

/// "to stop the rebels' attacks": who stops an act is who does it.
bool Inheritance::stopped_act(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::phase_stop)) return false;
  const Argument* act = find(id, ArgumentRole::object);
  if (!act || !act->clause.valid() || act->clause == id) return false;
  const Argument* s = find(act->clause, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase)) return false;
  const bool asked = g_.has(out_.clauses[c.parent.value].lemma, VerbClass::say_ask);
  if (g_.mentions[s->phrase].kind == PhraseKind::pronoun && !asked) return false;  // who threatens to stop his own is named already
  add(id, *s, "subject.of_stopped_act");
  return true;
}

/// The clause whose subject an adverbial participle tells of: the one it hangs on; but the nearest around it that says something where
/// that verb is inflected for somebody else ("the leader wrote that they are planning an attack, threatening ..."), or where the
/// participle says something too and stands after a comma ("she said the forces held out, praising ...").
ClauseId Inheritance::whose_state(const Clause& c) {
  const bool goes_on = g_.is_speech(c.lemma) && after_comma(c.predicate);
  for (ClauseId at = c.parent; at.valid(); at = out_.clauses[at.value].parent) {
    const Clause& up = out_.clauses[at.value];
    const bool speech = g_.is_speech(up.lemma) && !(goes_on && said_by_thing(at));
    if (!inflected_for_another(up, c) && (speech || (at == c.parent && !goes_on))) return at;
  }
  return goes_on ? speaker_before(c) : c.parent;
}

/// The last verb before in the sentence that says something of others and is inflected as the participle; else what that hangs on.
ClauseId Inheritance::speaker_before(const Clause& c) {
  for (uint32_t i = c.parent.value, tries = 0; i-- > 0 && tries < 12; ++tries) {
    const Clause& k = out_.clauses[i];
    if (k.sentence != c.sentence) break;
    if (k.kind != PredicateKind::verb || k.link == Link::relative || k.passive || !g_.is_speech(k.lemma)) continue;
    const Argument* s = subject_of(ClauseId{i});
    if (s && s->phrase.valid() && g_.actor_like(s->phrase) && !inflected_for_another(k, c)) return ClauseId{i};
  }
  return c.parent;
}

/// Is the subject of a verb that could say something neither somebody nor a paper: "that delay might expose ..., urging".
bool Inheritance::said_by_thing(ClauseId id) {
  const Argument* s = subject_of(id);
  if (!s || !s->phrase.valid() || g_.actor_like(s->phrase)) return false;
  return !(g_.classes(s->phrase) & (bit(NounClass::statement) | bit(NounClass::document) | bit(NounClass::protest)));
}

bool Inheritance::after_comma(WordId w) const { return w.value > 0 && g_.comma(w.prev()); }

/// Is the verb's doer, by its inflection, not the one that the participle agrees with.
bool Inheritance::inflected_for_another(const Clause& verb, const Clause& participle) const {
  if (verb.kind != PredicateKind::verb) return false;
  const Features v = g_.word(verb.predicate).features, p = g_.word(participle.predicate).features;
  if (p.number() != Number::sing) return false;
  return v.number() == Number::plur || (v.gender() == Gender::fem && p.gender() == Gender::masc) ||
         (v.gender() == Gender::masc && p.gender() == Gender::fem);
}

/// "broke off relations after the storming of": when it was says nothing of who did it.
bool Inheritance::after_time(const Clause& c) const {
  const WordId w = c.phrase.valid() ? g_.mentions[c.phrase].preposition : WordId::none();
  const Lemma* l = w.valid() ? g_.lemma(w) : nullptr;
  return l && (l->classes & bit(NounClass::time)) && !(l->classes & bit(NounClass::place));
}

/// "the preparations go on amid a threat": an act does nothing of what only stands beside it.
bool Inheritance::beside_act(const Clause& c, ClauseId up) {
  const WordId w = c.phrase.valid() ? g_.mentions[c.phrase].preposition : WordId::none();
  const Argument* s = subject_of(up);
  return w.valid() && s && s->clause.valid() && !g_.governs(out_.clauses[up.value].lemma, w);
}

/// "the workers announced a strike": who makes a protest known that is said to be nobody else's.
bool Inheritance::announced_protest(const Clause& c, ClauseId id, ClauseId up) {
  if (!c.phrase.valid() || g_.mentions[c.phrase].definite || !(g_.classes(c.phrase) & bit(NounClass::protest))) return false;
  const Argument *o = find(up, ArgumentRole::object), *s = subject_of(up);
  return o && o->clause == id && s && s->phrase.valid() && g_.actor_like(s->phrase) && !(g_.classes(s->phrase) & bit(NounClass::medium));
}

/// "the faction announced entering the city": who makes a movement known that is said to be nobody else's.
bool Inheritance::announced_way(const Clause& c, ClauseId id, ClauseId up) {
  const Clause& p = out_.clauses[up.value];
  if (c.kind == PredicateKind::verb || p.kind != PredicateKind::verb || p.passive || !g_.has(p.lemma, VerbClass::say_assert)) return false;
  const Argument* where = find(id, ArgumentRole::object);
  if (announced_protest(c, id, up)) return true;
  constexpr uint64_t kGround = bit(NounClass::place) | bit(NounClass::state) | bit(NounClass::facility);
  if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::motion) || g_.mentions[c.phrase].preposition.valid()) return false;
  if (!where || !where->phrase.valid() || !(g_.classes(where->phrase) & kGround)) return false;
  const Argument *o = find(up, ArgumentRole::object), *s = subject_of(up);
  return o && o->clause == id && s && s->phrase.valid() && g_.actor_like(s->phrase);
}

/// "answered by spraying the crowd": what somebody does by doing something.
bool Inheritance::manner(const Clause& c, ClauseId id, ClauseId up) {
  const Clause& p = out_.clauses[up.value];
  if (c.kind != PredicateKind::masdar || p.kind == PredicateKind::participle || p.passive || g_.is_speech(p.lemma) ||
      g_.has(p.lemma, VerbClass::suffer) || !(g_.government_of(c.lemma) & government::kObject))
    return false;
  constexpr uint64_t kOfOthers = bit(EventType::request) | bit(EventType::accuse);  // "asked the government to": whom it asks does it
  if (g_.tells(p.lemma, p.kind == PredicateKind::verb ? kOfOthers : bit(EventType::request))) return false;
  const Argument* s = subject_of(up);
  if (!s || !s->phrase.valid() || s->clause == id || !g_.actor_like(s->phrase)) return false;
  const LemmaId by = g_.lexicon.clitic(Clitic::bi);
  return g_.mentions[c.phrase].preposition.valid() && g_.word(g_.mentions[c.phrase].preposition).lemma == by;
}

/// "the abduction by a group of the envoy and the wounding of his guard": the verbal noun right before that "and" joins to this one and
/// that has both who did it and to whom.
ClauseId Inheritance::joined_deed(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::masdar || id.value == 0 || c.predicate.value == 0) return {};
  const ClauseId before{id.value - 1};
  const Clause& k = out_.clauses[before.value];
  if (k.kind != PredicateKind::masdar || k.parent != c.parent || g_.word(c.predicate.prev()).features.upos() != Upos::cconj) return {};
  const Argument* s = find(before, ArgumentRole::subject);
  return s && s->rule == "annexed.subject.with_object" ? before : ClauseId::none();
}

/// Is a noun itself the subject of what it hangs on.
bool Inheritance::is_subject(ClauseId id, ClauseId up) {
  const Argument* s = find(up, ArgumentRole::subject);
  return s && s->clause == id;
}

/// Could the subject of a clause do another act: no "that", no list, tape or camp; but an act itself, whose doer that is then.
bool Inheritance::could_do(ClauseId up) {
  const Argument* s = subject_of(up);
  if (!s || !s->phrase.valid()) return false;
  const Lemma* l = g_.lemma(g_.mentions[s->phrase].head);
  if (!l || s->clause.valid()) return true;
  if (l->function == Function::demonstrative || l->function == Function::quantifier)  // not "all he could"; but "all of them"
    return g_.mentions[s->phrase].kind == PhraseKind::noun || g_.word(g_.mentions[s->phrase].head).article;
  constexpr uint64_t kThings = bit(NounClass::document) | bit(NounClass::statement) | bit(NounClass::place) | bit(NounClass::time) |
                               bit(NounClass::abstract) | bit(NounClass::money) | bit(NounClass::goods);
  const uint64_t things = g_.classes(s->phrase) & kThings;
  return g_.actor_like(s->phrase) || !things || (things == bit(NounClass::place) && g_.mentions[s->phrase].definite);
}

/// "in cases of demonstrating", "the file of the talks": an act annexed to a noun that is no predicate is the verb's subject's only where
/// that noun counts, plans or is it ("a series of raids").
bool Inheritance::aside(const Clause& c, const Clause& up, bool control) const {
  if (!c.phrase.valid() || (up.kind != PredicateKind::verb && control)) return false;
  const PhraseId outer = g_.mentions[c.phrase].outer;
  if (!outer.valid() || outer == up.phrase || g_.mentions[outer].attachment == Attachment::coordinated) return false;
  constexpr uint64_t kCarries = bit(NounClass::quantity) | bit(NounClass::event) | bit(NounClass::planned) | bit(NounClass::violence) |
                                bit(NounClass::protest) | bit(NounClass::meeting) | bit(NounClass::negation);
  if (up.kind != PredicateKind::verb) return (g_.classes(outer) & bit(NounClass::abstract)) && !(g_.classes(outer) & kCarries);
  const bool object = !g_.mentions[outer].preposition.valid();  // "pursues a policy of neglect"
  return !object && !(g_.classes(outer) & kCarries) && g_.word(g_.mentions[outer].head).features.upos() != Upos::adj;
}

/// "their taking part in acts of violence", "called on the rebels to stop acts of violence": who does what a noun for acts holds is who
/// takes part in them, begins them, or is asked to stop them.
bool Inheritance::of_acts(ClauseId id, ClauseId up) {
  constexpr uint64_t kOwn =
      bit(VerbClass::own) | bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue);
  const Clause& acts = out_.clauses[up.value];
  if (acts.kind == PredicateKind::verb || !acts.parent.valid() || !acts.phrase.valid() || !is_subject(id, up)) return false;
  const uint64_t classes = g_.classes(acts.phrase), own = g_.classes(out_.clauses[id.value].phrase);
  constexpr uint64_t kPhases = bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) | bit(VerbClass::phase_begin);
  if (!(classes & bit(NounClass::event)) || ((classes | own) & bit(NounClass::meeting)) || (g_.verb_classes(acts.lemma) & kPhases))
    return false;
  const bool part = acts.link == Link::argument || acts.link == Link::light || acts.link == Link::annexed;
  const Clause& over = out_.clauses[acts.parent.value];
  if (!part || over.passive || g_.has(over.lemma, VerbClass::motion) || !could_do(acts.parent) || is_subject(up, acts.parent)) return false;
  const Argument* s = subject_of(acts.parent);
  if (s->clause.valid() || !g_.actor_like(s->phrase)) return false;
  const WordId in = g_.mentions[acts.phrase].preposition;
  const bool takes_part = g_.has(over.lemma, VerbClass::own) || g_.has(over.lemma, VerbClass::phase_stop);
  if (in.valid() && !g_.governs(over.lemma, in)) return false;                                        // "was wounded in acts of"
  if (in.valid() && !takes_part && g_.word(in).lemma != g_.lexicon.clitic(Clitic::bi)) return false;  // "held an inquiry into acts of"
  return g_.has(over.lemma, VerbClass::phase_stop) ? s->rule == "subject.asked" : (g_.verb_classes(over.lemma) & kOwn) != 0;
}

/// "came out in a march", "the group's descent into a sit-in": who moves into a protest takes part in it.
bool Inheritance::went_into(const Clause& c, ClauseId id, ClauseId up) {
  const Clause& p = out_.clauses[up.value];
  if (!g_.has(p.lemma, VerbClass::motion) || p.passive || !c.phrase.valid() || !could_do(up)) return false;
  if (!(g_.classes(c.phrase) & bit(NounClass::protest))) return false;
  const WordId in = g_.mentions[c.phrase].preposition;
  const Argument* s = subject_of(up);
  const bool into = in.valid() && g_.lemma(in) && (g_.lemma(in)->classes & bit(NounClass::place));
  return (into || (in.valid() && g_.word(in).lemma == g_.lexicon.clitic(Clitic::bi))) && s->clause != id && g_.actor_like(s->phrase);
}

/// "the opposition's march to demand": what a noun's act is to say, where that has a doer.
bool Inheritance::aim(const Clause& c, ClauseId id, ClauseId up) {
  const Clause& p = out_.clauses[up.value];
  constexpr uint64_t kActs = bit(NounClass::event) | bit(NounClass::protest) | bit(NounClass::violence) | bit(NounClass::planned);
  if (p.kind == PredicateKind::verb || c.kind != PredicateKind::masdar || !c.phrase.valid() || !p.phrase.valid()) return false;
  if (!(g_.classes(p.phrase) & kActs) || g_.is_speech(p.lemma)) return false;
  if (!g_.is_speech(c.lemma) && !(g_.classes(c.phrase) & bit(NounClass::protest))) return false;
  const WordId to = g_.mentions[c.phrase].preposition;
  if (!to.valid() || g_.word(to).lemma != g_.lexicon.clitic(Clitic::li)) return false;
  const Argument* s = subject_of(up);
  return s && s->phrase.valid() && s->clause != id && g_.actor_like(s->phrase);
}

/// The one who is asked or allowed does what is asked for; false where nobody is.
bool Inheritance::asked(ClauseId id, ClauseId up) {
  if (const Argument* o = find(up, ArgumentRole::object); o && o->phrase.valid() && o->clause != id && g_.actor_like(o->phrase)) {
    return does(id, *o, "subject.asked");
  }
  if (g_.has(out_.clauses[up.value].lemma, VerbClass::cause)) return false;  // "led to the death of six, among them": no doer
  for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
    const Argument& a = out_.drafts[d].argument;
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || a.clause == id || !g_.actor_like(a.phrase)) continue;
    const bool where = a.preposition.valid() && (g_.lexicon.lemma(a.preposition).classes & bit(NounClass::place));
    if (where && (g_.classes(a.phrase) & bit(NounClass::facility))) continue;  // "called before the embassy for"
    const bool of = a.preposition.valid() && a.preposition == g_.lexicon.clitic(Clitic::li);
    if (of && !g_.governs(out_.clauses[up.value].lemma, g_.mentions[a.phrase].preposition)) continue;  // "demanded justice for"
    return does(id, a, "subject.asked");
  }
  return false;
}

/// "wants from Israel a freeze of": who is to do what somebody wants of him.
bool Inheritance::wanted_of(ClauseId id, ClauseId up) {
  const LemmaId wants = out_.clauses[up.value].lemma;
  for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
    const Argument& a = out_.drafts[d].argument;
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || !a.preposition.valid() || !g_.actor_like(a.phrase)) continue;
    if (g_.mentions[a.phrase].first > out_.clauses[id.value].predicate) continue;
    if (!(g_.lexicon.lemma(a.preposition).classes & bit(NounClass::quantity))) continue;  // "from"
    if (!g_.governs(wants, g_.mentions[a.phrase].preposition)) continue;
    return does(id, a, "subject.asked");
  }
  return false;
}

/// A single man, not a party, a crowd or a state.
bool Inheritance::one_person(PhraseId p) const {
  const Features f = g_.word(g_.mentions[p].head).features;
  if (g_.mentions[p].kind == PhraseKind::pronoun) return f.number() != Number::plur && f.gender() != Gender::fem;
  return (g_.classes(p) & (bit(NounClass::person) | bit(NounClass::role))) && f.number() != Number::plur && g_.mentions[p].number == kNone;
}

/// "called for a march", "called for going out in marches": who calls for a protest, and on nobody, holds it.
bool Inheritance::to_protest(const Clause& c, ClauseId id) const {
  const auto protest = [&](const Clause& k) { return k.phrase.valid() && (g_.classes(k.phrase) & bit(NounClass::protest)); };
  if (protest(c)) return true;
  if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::motion) || id.value + 1 >= out_.clauses.size()) return false;
  const Clause& next = out_.clauses[id.value + 1];
  return next.parent == id && protest(next) && g_.mentions[next.phrase].preposition == g_.mentions[c.phrase].last;
}

/// "accused the army of killing": the object did it.
void Inheritance::accused(ClauseId id, ClauseId up) {
  const PhraseId deed = out_.clauses[id.value].phrase;
  const Argument* o = find(up, ArgumentRole::object);
  if (!o || !o->phrase.valid() || o->clause == id || !g_.actor_like(o->phrase)) return;
  if (!deed.valid() || !g_.mentions[deed].preposition.valid() ||
      g_.word(g_.mentions[deed].preposition).lemma != g_.lexicon.clitic(Clitic::bi))
    return;
  does(id, *o, "subject.accused");
}

/// "warned Washington of any attack": a power that is warned of an act, not threatened with it, is who might do it.
bool Inheritance::warned(const Clause& c, ClauseId id, ClauseId up) {
  if (c.kind != PredicateKind::masdar || c.link != Link::argument || out_.clauses[up.value].passive) return false;
  const WordId of = c.phrase.valid() ? g_.mentions[c.phrase].preposition : WordId::none();
  if (!of.valid() || g_.word(of).lemma == g_.lexicon.clitic(Clitic::bi)) return false;
  const Argument* o = find(up, ArgumentRole::object);
  if (!o || !o->phrase.valid() || o->clause == id || !g_.actor_like(o->phrase)) return false;
  constexpr uint64_t kPowers = bit(NounClass::state) | bit(NounClass::force) | bit(NounClass::organisation);
  const WordId after = g_.mentions[o->phrase].head.next();
  const bool own = after < g_.mentions[o->phrase].last && g_.word(after).enclitic;  // "its citizens"
  if (own || (g_.mentions[o->phrase].kind != PhraseKind::name && !(g_.classes(o->phrase) & kPowers))) return false;
  return does(id, *o, "subject.warned");
}

/// "threatened Hamas with war if it doesn't", "will lift the sanctions on Iran if she agrees": who must do what a condition asks is whom
/// the threat is made to; or, where the verb is feminine, a state beside a person who is not known to be a woman.
bool Inheritance::condition_for_other(const Clause& c, ClauseId id, ClauseId up) {
  if (!is_open_condition(c.link)) return false;
  const Clause& main = out_.clauses[up.value];
  const Argument* s = subject_of(up);
  if (!s || !s->phrase.valid() || main.passive) return false;
  const bool threat = g_.has(main.lemma, VerbClass::say_threaten);
  const PhraseKind kind = g_.mentions[s->phrase].kind;
  const bool woman = kind != PhraseKind::name && kind != PhraseKind::pronoun;
  const bool she = g_.word(c.predicate).features.gender() == Gender::fem && !woman && !g_.feminine_name(g_.mentions[s->phrase]);
  for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
    const Argument& a = out_.drafts[d].argument;
    if (!a.phrase.valid() || a.clause.valid() || a.phrase == s->phrase || !g_.agrees(g_.word(c.predicate), a.phrase, false)) continue;
    const bool whom = threat && a.role == ArgumentRole::object && g_.actor_like(a.phrase);
    const bool state = she && (a.role == ArgumentRole::object || a.rule == "oblique.governed") && g_.feminine_name(g_.mentions[a.phrase]);
    if (!whom && !state) continue;
    return does(id, a, "subject.condition");
  }
  return false;
}

/// "was exposed to an attack": the subject is the victim.
void Inheritance::suffered(ClauseId id, ClauseId up) {
  if (find(id, ArgumentRole::object)) return;
  for (size_t i = extra_.size(); i-- > 0 && i + 64 > extra_.size();)
    if (extra_[i].clause == id && extra_[i].argument.role == ArgumentRole::object) return;
  if (const Argument* s = subject_of(up)) {
    Argument a = *s;
    a.role = ArgumentRole::object;
    add(id, a, "object.suffered");
  }
}

/// "it is possible for the people to accept": who is able to do something does it.
bool Inheritance::able(ClauseId id, ClauseId up) {
  if (!g_.has(out_.clauses[up.value].lemma, VerbClass::modal) || subject_of(up)) return false;
  for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
    const Argument& a = out_.drafts[d].argument;
    if (a.role != ArgumentRole::oblique || a.preposition != g_.lexicon.clitic(Clitic::li) || !a.phrase.valid() || !acts(a.phrase)) continue;
    return does(id, a, "subject.able");
  }
  return false;
}

}  // namespace isnad
