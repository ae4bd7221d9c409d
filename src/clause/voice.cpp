// Was it done by the subject or to it: verbs of violence whose voice writing does not show.
#include <algorithm>

#include "clause/inheritance.h"

namespace isnad {

/// A transitive perfect with one bare phrase after it and none before is passive: "three soldiers were killed in ...".
void Inheritance::voice(Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::verb || c.passive || !c.lemma) return;
  if (carried(c, id)) return;
  if (!(g_.verb_classes(c.lemma) & bit(VerbClass::violence))) return;
  const Features f = g_.word(c.predicate).features;
  if (f.aspect() != Aspect::perf || f.person() != Person::third || !(g_.government_of(c.lemma) & government::kObject)) return;
  Argument* s = find(id, ArgumentRole::subject);
  if (s && s->rule == "subject.before" && s->phrase.valid()) return voice_after(c, id, *s);
  if (s && s->phrase.valid() && (voice_relative(c, id, *s) || arrested(c, id, *s))) return;
  if (!s || s->rule != "subject.after") return;
  some_of_subject(id, *s);
  if (find(id, ArgumentRole::object)) return;
  const Phrase& p = g_.mentions[s->phrase];
  const uint64_t k = g_.classes(s->phrase);
  const bool victim = p.number != kNone || !p.definite || (k & bit(NounClass::person)) || p.kind == PhraseKind::name;
  const bool many = f.number() == Number::plur && p.kind != PhraseKind::pronoun;           // a verb before its subject is singular
  if (many || goes_on(c, id) || before_men(c, s->phrase) || some_of_them(c, s->phrase)) {  // "..., while [they] bombed a resort"
    s->role = ArgumentRole::object;
    s->rule = "object.dropped_subject";
    return;
  }
  if (!victim || (k & (bit(NounClass::weapon) | bit(NounClass::violence) | bit(NounClass::vehicle)))) return;
  c.passive = true;
  s->role = ArgumentRole::object;
  s->rule = "subject.passive_unmarked";
}

/// "those who were arrested on Friday": a relative clause whose verb has victims but no object tells of the victims.
bool Inheritance::voice_relative(Clause& c, ClauseId id, Argument& s) {
  if (s.rule != "relative.subject" || find(id, ArgumentRole::object) || g_.word(c.predicate.next()).enclitic) return false;
  if (!g_.counts_victims(c.lemma, bit(EventType::coerce) | bit(EventType::assault))) return false;
  const uint64_t k = g_.classes(s.phrase);
  const bool relative = g_.mentions[s.phrase].kind == PhraseKind::relative;
  if (!relative && !(k & (bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group)))) return false;
  c.passive = true;
  s.role = ArgumentRole::object;
  s.rule = "relative.object";
  return true;
}

/// "Salem was arrested, a cook in": a person named after a verb of arresting is no policeman; what stands after him says who he is.
bool Inheritance::arrested(Clause& c, ClauseId id, Argument& s) {
  const Phrase& p = g_.mentions[s.phrase];
  if (s.rule != "subject.after" || p.kind != PhraseKind::name || !(g_.classes(s.phrase) & bit(NounClass::person))) return false;
  if (!g_.counts_victims(c.lemma, bit(EventType::coerce))) return false;
  Argument* o = find(id, ArgumentRole::object);
  if (!o || !o->phrase.valid() || g_.mentions[o->phrase].kind != PhraseKind::noun) return false;
  constexpr uint64_t kSomebody = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::family);
  const Phrase& q = g_.mentions[o->phrase];
  constexpr uint32_t kAge = 6;  // words that an age between brackets takes
  if (!(g_.classes(o->phrase) & kSomebody) || q.number != kNone || q.first.value > p.last.value + kAge) return false;
  if (g_.word(q.head).features.number() != Number::sing) return false;
  o->role = ArgumentRole::annexed;
  o->rule = "apposed";
  c.passive = true;
  s.role = ArgumentRole::object;
  s.rule = "subject.passive_unmarked";
  return true;
}

/// "will be resumed the talks": a verb that holds, resumes, puts off or ends an event takes somebody as its doer; where it has only the
/// event, it is passive. True where it became that.
bool Inheritance::carried(Clause& c, ClauseId id) {
  constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop);
  if (g_.has(c.lemma, VerbClass::cause) || !(g_.verb_classes(c.lemma) & kCarriers) || !(g_.government_of(c.lemma) & government::kObject))
    return false;
  if (g_.word(c.predicate).features.person() != Person::third) return false;
  Argument* s = find(id, ArgumentRole::subject);
  if (!s || !s->clause.valid() || (s->rule != "subject.after" && s->rule != "subject.before")) return false;
  if (!s->phrase.valid() || g_.actor_like(s->phrase) || find(id, ArgumentRole::object) || find(id, ArgumentRole::content)) return false;
  const bool inner =
      (c.link == Link::purpose || c.link == Link::circumstance || second_verb(c)) && c.parent.valid() && s->rule == "subject.after";
  if (inner && agrees_with(c, c.parent) && g_.actor_like(subject_of(c.parent)->phrase)) {  // "left without signing the agreement"
    s->role = ArgumentRole::object;
    s->rule = "object.dropped_subject";
    return true;
  }
  c.passive = true;
  s->role = ArgumentRole::object;
  s->rule = "subject.passive_unmarked";
  return true;
}

/// "stormed the camp and carried out searches": a verb that goes on with "and" after another of its tense and carries what follows it.
bool Inheritance::second_verb(const Clause& c) const {
  if (c.link != Link::coordination || !c.parent.valid() || !g_.has(c.lemma, VerbClass::light)) return false;
  const Clause& first = out_.clauses[c.parent.value];
  const bool alike = g_.word(first.predicate).features.aspect() == g_.word(c.predicate).features.aspect();
  return first.kind == PredicateKind::verb && !first.passive && alike && !g_.is_speech(first.lemma);
}

/// "that sixty people were killed in": nothing that the verb could strike stands after it, and people before it.
void Inheritance::voice_after(Clause& c, ClauseId id, Argument& s) {
  const Phrase& p = g_.mentions[s.phrase];
  const uint64_t k = g_.classes(s.phrase);
  if (!(k & bit(NounClass::person)) && p.number == kNone && p.kind != PhraseKind::name) return;
  if (k & (bit(NounClass::weapon) | bit(NounClass::violence) | bit(NounClass::vehicle) | bit(NounClass::force))) return;
  if (find(id, ArgumentRole::object) || find(id, ArgumentRole::object2) || find(id, ArgumentRole::content)) return;
  if (id.value + 1 < out_.clauses.size()) {  // "raped and killed civilians": both verbs' object
    const Clause& next = out_.clauses[id.value + 1];
    const bool joined = next.kind == PredicateKind::verb && !next.passive && next.predicate.value <= c.predicate.value + 2;
    if (joined && find(ClauseId{id.value + 1}, ArgumentRole::object)) return;
  }
  c.passive = true;
  s.role = ArgumentRole::object;
  s.rule = "subject.passive_before";
}

/// "the forces raided it and [she] arrested 27 young men": a feminine verb has no man after it for its subject, nor is it their passive.
bool Inheritance::before_men(const Clause& c, PhraseId after) const {
  const Features v = g_.word(c.predicate).features;
  const Lemma* l = g_.lemma(g_.mentions[after].head);
  if (v.gender() != Gender::fem || v.number() == Number::plur || !l || g_.mentions[after].kind == PhraseKind::name) return false;
  constexpr uint64_t kMen = bit(NounClass::person) | bit(NounClass::nationality);
  return g_.gender_of(g_.mentions[after].head) == Gender::masc && (l->classes & kMen) && !(l->classes & bit(NounClass::plural));
}

/// "killed were ten soldiers, most of them ...": a word for some of those right before is no object.
void Inheritance::some_of_subject(ClauseId id, const Argument& s) {
  Argument* o = find(id, ArgumentRole::object);
  if (!o || !o->phrase.valid() || o->clause.valid()) return;
  const WordId head = g_.mentions[o->phrase].head;
  const Lemma* l = g_.lemma(head);
  const bool some = l && (l->function == Function::quantifier || (l->classes & bit(NounClass::quantity)));
  constexpr uint32_t kNear = 6;  // words between, as "at least"
  if (!some || !g_.pronoun_joined(head) || head < g_.mentions[s.phrase].last || head.value > g_.mentions[s.phrase].last.value + kNear)
    return;
  o->role = ArgumentRole::annexed;
  o->rule = "apposed";
}

/// "besieged the men and arrested 12 of them": what counts some of those named before is struck by who did the deed before.
bool Inheritance::some_of_them(const Clause& c, PhraseId after) {
  const Phrase& p = g_.mentions[after];
  const PhraseId next{after.value + 1};
  if (c.link != Link::coordination || !c.parent.valid() || next.value >= g_.mentions.phrases.size()) return false;
  const Phrase& them = g_.mentions[next];
  const WordId of = them.preposition;
  const bool number = p.kind == PhraseKind::number || (g_.classes(after) & bit(NounClass::quantity)) != 0;
  if (!number || them.kind != PhraseKind::pronoun || !of.valid() || of != p.last || !g_.lemma(of)) return false;
  if (!(g_.lemma(of)->classes & bit(NounClass::quantity))) return false;
  const Argument* before = find(c.parent, ArgumentRole::subject);
  return before && before->phrase.valid() && g_.actor_like(before->phrase) && agrees_with(c, c.parent);
}

/// Does the verb before in the sentence do violence too, by somebody that this verb agrees with, while this one strikes no person.
bool Inheritance::goes_on(const Clause& c, ClauseId id) {
  const Argument* s = find(id, ArgumentRole::subject);
  constexpr uint64_t kGround = bit(NounClass::place) | bit(NounClass::facility);
  const uint64_t classes = g_.classes(s->phrase);
  const bool somebody = g_.mentions[s->phrase].kind == PhraseKind::name && !(classes & kGround);
  if (classes & (bit(NounClass::person) | bit(NounClass::role)) || somebody || g_.mentions[s->phrase].number != kNone) return false;
  for (size_t i = id.value; i-- > 0 && i + 6 > id.value;) {
    const Clause& k = out_.clauses[i];
    if (k.sentence != c.sentence) return false;
    if (k.kind != PredicateKind::verb) continue;
    const Argument* before = find(ClauseId::at(i), ArgumentRole::subject);
    return (g_.verb_classes(k.lemma) & bit(VerbClass::violence)) && before && before->phrase.valid() && g_.actor_like(before->phrase) &&
           g_.agrees(g_.word(c.predicate), before->phrase, false);
  }
  return false;
}

/// "threatened to shell the troops": what is annexed to the deed that somebody threatens, promises or wants is whom it strikes; who does
/// it is who threatens.
void Inheritance::struck(const Clause& c, ClauseId id) {
  constexpr uint64_t kOwn = bit(VerbClass::say_threaten) | bit(VerbClass::say_promise) | bit(VerbClass::intend) | bit(VerbClass::attempt);
  if (c.kind != PredicateKind::masdar || !c.parent.valid()) return;
  const Clause& up = out_.clauses[c.parent.value];
  constexpr uint64_t kAgain = bit(VerbClass::phase_continue) | bit(VerbClass::phase_begin);
  const bool again = c.link == Link::light && g_.has(c.lemma, VerbClass::say_ask) && up.kind != PredicateKind::masdar &&
                     (g_.verb_classes(up.lemma) & kAgain);  // "renewed his call on the parties to"
  if (c.link != Link::argument && !again) return;
  if (up.kind == PredicateKind::noun || up.passive || (!(g_.verb_classes(up.lemma) & kOwn) && !again)) return;
  if (!(g_.government_of(c.lemma) & government::kObject) || find(id, ArgumentRole::object)) return;
  Argument* s = find(id, ArgumentRole::subject);
  const Argument* doer = find(c.parent, ArgumentRole::subject);
  if (!s || s->rule != "annexed.subject" || g_.mentions[s->phrase].kind == PhraseKind::pronoun || !doer) return;
  s->role = ArgumentRole::object;
  s->rule = "annexed.object";
}

/// "the abduction by an armed group of the envoy": what is annexed to a transitive verbal noun does it where "of" right after it names a
/// man it is done to.
void Inheritance::done_to(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::violence)) return;
  Argument* whose = find(id, ArgumentRole::object);
  if (!whose || whose->rule != "annexed.object" || !whose->phrase.valid() || find(id, ArgumentRole::subject)) return;
  constexpr uint64_t kBodies = bit(NounClass::force) | bit(NounClass::armed) | bit(NounClass::organisation) | bit(NounClass::group);
  if (!(g_.classes(whose->phrase) & kBodies)) return;
  const auto [first, last] = range_of(id);
  for (size_t d = first; d < last; ++d) {
    Clauses::Draft& draft = out_.drafts[d];
    const Argument& a = draft.argument;
    if (a.role != ArgumentRole::oblique || a.preposition != g_.lexicon.clitic(Clitic::li) || !a.phrase.valid() || a.clause.valid())
      continue;
    if (g_.mentions[a.phrase].preposition != g_.mentions[whose->phrase].last || !one_man(a.phrase)) continue;
    whose->role = ArgumentRole::subject;
    whose->rule = "annexed.subject.with_object";
    draft.clause = id;
    draft.argument.role = ArgumentRole::object;
    draft.argument.rule = "object.li";
    note_drafts();
    return;
  }
}

/// A definite person, no people or body that something else could belong to.
bool Inheritance::one_man(PhraseId p) const {
  constexpr uint64_t kMan = bit(NounClass::person) | bit(NounClass::role);
  constexpr uint64_t kMany = bit(NounClass::force) | bit(NounClass::group) | bit(NounClass::organisation) | bit(NounClass::place);
  const uint64_t k = g_.classes(p);
  return (k & kMan) && !(k & kMany) && g_.mentions[p].kind != PhraseKind::pronoun;
}

/// "the jets targeted in a series of raids the militias": what seems annexed to the means is the object of the verb that lacks one, as
/// the raids are its subject's.
void Inheritance::struck_by(const Clause& v, ClauseId id) {
  if (v.kind != PredicateKind::verb || v.passive || !(g_.verb_classes(v.lemma) & bit(VerbClass::violence))) return;
  if (!(g_.government_of(v.lemma) & government::kObject) || find(id, ArgumentRole::object)) return;
  const Argument* s = find(id, ArgumentRole::subject);
  if (!s || !s->phrase.valid()) return;
  const auto [first, last] = range_of(id);
  for (size_t d = first; d < last; ++d) {
    Clauses::Draft& draft = out_.drafts[d];
    const Clause& means = out_.clauses[draft.clause.value];
    if (draft.argument.rule != "annexed.subject" || !means.phrase.valid() || means.kind == PredicateKind::verb) continue;
    if (!g_.mentions[draft.argument.phrase].definite || !(g_.classes(means.phrase) & bit(NounClass::violence))) continue;
    const PhraseId outer = g_.mentions[means.phrase].attachment == Attachment::annexed ? g_.mentions[means.phrase].outer : means.phrase;
    const WordId by = outer.valid() ? g_.mentions[outer].preposition : WordId::none();
    if (!by.valid() || g_.word(by).lemma != g_.lexicon.clitic(Clitic::bi) || by < v.predicate || !hangs_on(draft.clause, id)) continue;
    if (g_.mentions[draft.argument.phrase].kind == PhraseKind::pronoun) continue;
    draft.clause = id;
    draft.argument.role = ArgumentRole::object;
    draft.argument.rule = "object.after_means";
    note_drafts();
    return;
  }
}

bool Inheritance::hangs_on(ClauseId c, ClauseId on) const {
  for (int steps = 0; steps < 3 && c.valid(); ++steps, c = out_.clauses[c.value].parent)
    if (c == on) return true;
  return false;
}

}  // namespace isnad
