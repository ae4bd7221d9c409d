// What clauses take over from those they depend on: tense and arguments of light verbs; in which order the rest is asked.
#include <algorithm>

#include "clause/inheritance.h"

namespace isnad {

void Inheritance::run() {
  for (size_t i = 0; i < out_.clauses.size(); ++i) struck(out_.clauses[i], ClauseId::at(i));
  for (size_t i = 0; i < out_.clauses.size(); ++i) done_to(out_.clauses[i], ClauseId::at(i));
  for (size_t i = 0; i < out_.clauses.size(); ++i) goes_on_meeting(out_.clauses[i], ClauseId::at(i));
  for (size_t i = 0; i < out_.clauses.size(); ++i) voice(out_.clauses[i], ClauseId::at(i));
  for (size_t i = 0; i < out_.clauses.size(); ++i) fold(out_.clauses[i], ClauseId::at(i));
  for (size_t i = 0; i < out_.clauses.size(); ++i) struck_by(out_.clauses[i], ClauseId::at(i));
  for (int pass = 0; pass < 2; ++pass) {  // a light verb may stand after its noun: "the operation which they carry out"
    for (size_t i = 0; i < out_.clauses.size(); ++i) carried_before(out_.clauses[i], ClauseId::at(i));
    for (size_t i = 0; i < out_.clauses.size(); ++i) subject(out_.clauses[i], ClauseId::at(i));
  }
}

Argument* Inheritance::find(ClauseId c, ArgumentRole role) {
  for (uint32_t d = first_draft_[c.value]; d != kNone; d = next_draft_[d])
    if (out_.drafts[d].argument.role == role) return &out_.drafts[d].argument;
  return nullptr;
}

/// Chains the drafts of each clause: those of a long sentence are too many to walk for each of its clauses.
void Inheritance::note_drafts() {
  first_draft_.assign(out_.clauses.size(), kNone);
  next_draft_.assign(out_.drafts.size(), kNone);
  for (size_t d = out_.drafts.size(); d-- > 0;) {
    const ClauseId c = out_.drafts[d].clause;
    if (const auto [first, last] = range_of(c); d < first || d >= last) continue;
    next_draft_[d] = first_draft_[c.value];
    first_draft_[c.value] = uint32_t(d);
  }
}

/// Drafts of a clause stand among those of its sentence.
std::pair<size_t, size_t> Inheritance::range_of(ClauseId c) const {
  const SentenceId s = out_.clauses[c.value].sentence;
  return {out_.drafts_of[s.value], out_.drafts_of[s.value + 1]};
}

void Inheritance::add(ClauseId c, Argument a, std::string_view rule) {
  a.inherited = true;
  a.rule = rule;
  if (a.role == ArgumentRole::subject) subject_at_[c.value] = uint32_t(extra_.size());
  extra_.push_back({c, a});
}

/// "visited Damascus and met its leader": a verb of meeting that goes on with "and" after somebody's act and has one party only after it
/// has whom he meets; it takes two.
void Inheritance::goes_on_meeting(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::verb || c.passive || c.link != Link::coordination || !c.parent.valid() || !meets(c.lemma)) return;
  Argument* s = find(id, ArgumentRole::subject);
  if (!s || s->rule != "subject.after" || !s->phrase.valid() || !g_.actor_like(s->phrase)) return;
  if (g_.word(c.predicate.next()).enclitic || find(id, ArgumentRole::object)) return;
  for (uint32_t d = first_draft_[id.value]; d != kNone; d = next_draft_[d]) {
    const Argument& a = out_.drafts[d].argument;
    if (a.role == ArgumentRole::oblique && a.rule == "oblique.governed" && a.phrase.valid() && g_.actor_like(a.phrase)) return;
  }
  const Clause& up = out_.clauses[c.parent.value];
  const Argument* before = find(c.parent, ArgumentRole::subject);
  if (up.kind != PredicateKind::verb || up.passive || !before || !before->phrase.valid() || !g_.actor_like(before->phrase)) return;
  if (!agrees_with(c, c.parent)) return;
  s->role = ArgumentRole::object;
  s->rule = "object.dropped_subject";
}

/// Does a verb that takes an object have a noun that is a meeting.
bool Inheritance::meets(LemmaId verb) const {
  if (!verb.valid() || !(g_.government_of(verb) & government::kObject)) return false;
  return g_.tells(verb, bit(EventType::consult));
}

/// Does the verb, or the one behind the noun, back or accept something: "its support of the committee's request" is for no purpose.
bool Inheritance::judges(LemmaId lemma) const { return g_.names(lemma, bit(EventType::support) | bit(EventType::agree)); }

/// Light and phase verbs hand tense, negation and phase down to the event they carry.
void Inheritance::fold(Clause& c, ClauseId id) {
  (void)id;
  if (c.link != Link::light || !c.parent.valid() || c.kind == PredicateKind::verb) return;
  const Clause& v = out_.clauses[c.parent.value];
  const uint64_t k = g_.verb_classes(v.lemma);
  if (c.tense == Tense::none) c.tense = v.tense;
  c.negated = c.negated || v.negated;
  if (c.modality == Modality::none) c.modality = v.modality;
  if (k & bit(VerbClass::phase_begin)) c.phase = Phase::begin;
  if (k & bit(VerbClass::phase_continue)) c.phase = Phase::ongoing;
  if (k & bit(VerbClass::phase_stop)) c.phase = Phase::stop;
  if (k & bit(VerbClass::phase_near)) c.phase = Phase::near;
  if (v.phase != Phase::none && c.phase == Phase::none) c.phase = v.phase;
}

/// The object of a light verb in a relative clause is an event before it: its doer is the verb's subject.
void Inheritance::carried_before(const Clause& v, ClauseId id) {
  if (v.link != Link::relative || !(g_.verb_classes(v.lemma) & (bit(VerbClass::light) | bit(VerbClass::light_bi)))) return;
  const Argument* o = find(id, ArgumentRole::object);
  const Argument* s = find(id, ArgumentRole::subject);
  if (!o || !s || !o->phrase.valid() || o->rule != "relative.object") return;
  const ClauseId event = out_.clause_of[g_.mentions[o->phrase].head.value];
  if (!event.valid() || event >= id || find(event, ArgumentRole::subject) || extra_subject(event)) return;
  add(event, *s, "subject.light_relative");
  if (out_.clauses[event.value].tense == Tense::none) out_.clauses[event.value].tense = v.tense;
}

const Argument* Inheritance::subject_of(ClauseId id) {
  if (const Argument* a = find(id, ArgumentRole::subject)) return a;
  return extra_subject(id) ? &extra_[subject_at_[id.value]].argument : nullptr;
}

bool Inheritance::agrees_with(const Clause& c, ClauseId up) {
  const Argument* s = subject_of(up);
  return s && s->phrase.valid() && g_.agrees(g_.word(c.predicate), s->phrase, false);
}

void Inheritance::copy(ClauseId id, ClauseId up, std::string_view rule) {
  const Argument* s = subject_of(up);
  if (!s || s->clause == id) return;  // an act is not its own doer
  Argument a = *s;
  add(id, a, rule);
}

/// Whoever stands as something else in another clause does what this one tells.
bool Inheritance::does(ClauseId id, Argument who, std::string_view rule) {
  who.role = ArgumentRole::subject;
  who.preposition = {};
  add(id, who, rule);
  return true;
}

void inherit(const Grammar& g, Clauses& out) {
  Inheritance i(g, out);
  i.run();
  i.finish();
}

}  // namespace isnad
