// Second thoughts: what the words that follow show of topics, objects and verbs that were read too early.
#include "clause/builder.h"

namespace isnad {

/// What says something is somebody: a thing that was taken for the speaker goes, now that one who can speak follows.
bool ClauseBuilder::mistaken_topic(const Clause& v) {
  if (!g_.is_speech(v.lemma)) return false;
  const Clauses::Draft* topic = ruled(verb_, "subject.before");
  if (!topic || g_.actor_like(topic->argument.phrase)) return false;
  if (g_.classes(topic->argument.phrase) & (bit(NounClass::statement) | bit(NounClass::document))) return false;
  drop(topic);
  return true;
}

/// "the exhibition, the conference will accompany it": the topic was the object that the verb's pronoun stands for, the phrase is the
/// subject.
bool ClauseBuilder::resumes_topic(PhraseId p) {
  const WordId predicate = clause(verb_).predicate;
  const Features pronoun = g_.word(predicate.next()).features;
  if (!g_.agrees(g_.word(predicate), p, true)) return false;
  Clauses::Draft* draft = ruled(verb_, "subject.before");
  if (!draft) return false;
  const Features topic = g_.word(g_.mentions[draft->argument.phrase].head).features;
  if (topic.gender() != pronoun.gender() && pronoun.gender() != Gender::fem) return false;
  draft->argument.role = ArgumentRole::object;
  draft->argument.rule = "object.topic";
  argue(verb_, ArgumentRole::subject, p, out_.clause_of[g_.mentions[p].head.value], {}, "subject.after");
  return true;
}

/// A verb spelled and inflected like this one that takes an object, the most usual; none if there is none.
LemmaId ClauseBuilder::transitive_twin(const Clause& v) const {
  const Word& x = g_.word(v.predicate);
  const LetterView letters(g_.text.folded.data() + x.first, x.last - x.first);
  const FormEntry* best = nullptr;
  for (const FormEntry& e : g_.lexicon.find(letters)) {
    const Features f = e.features;
    if (f.upos() != Upos::verb || f.aspect() != x.features.aspect() || f.voice() != x.features.voice() || f.person() != x.features.person())
      continue;
    if (f.number() != x.features.number() || f.gender() != x.features.gender()) continue;
    if (!(g_.government_of(LemmaId{e.lemma}) & government::kObject)) continue;
    if (!best || e.cost < best->cost) best = &e;
  }
  return best ? LemmaId{best->lemma} : LemmaId::none();
}

/// "the army's failure, what the Arabs were unable to do": right after a verb that takes no object stands its subject; what stood before
/// the verb was only its topic, or described by it. The phrase agrees with the verb. True where the early subject has gone.
bool ClauseBuilder::topic_gives_way(PhraseId p) {
  const Clause& v = clause(verb_);
  const bool happens = g_.has(v.lemma, VerbClass::happen) && out_.clause_of[g_.mentions[p].head.value].valid();
  if ((g_.government_of(v.lemma) & government::kObject) || !(happens || right_after(v.predicate, g_.mentions[p].first))) return false;
  const Clauses::Draft* early = latest(verb_, ArgumentRole::subject);
  if (!early) return false;
  const bool before = early->argument.rule == "subject.before";
  if (!before && early->argument.rule != "relative.subject") return false;
  const PhraseId topic = early->argument.phrase;
  const bool who = g_.mentions[topic].kind != PhraseKind::relative && g_.actor_like(topic);
  if (happens && before && who && !g_.mentions[p].definite && right_after(v.predicate, g_.mentions[p].first) && transitive_twin(v).valid())
    return false;                                          // "that they hold talks": spelled as "talks take place"
  if (who && !happens && !g_.actor_like(p)) return false;  // "the delegation reached the airport": a goal
  if (before && !determined(topic)) describes(topic);
  drop(early);
  return true;
}

/// "a bomb whose planting was completed, exploded": the clause is only a description of what waits for its own verb.
void ClauseBuilder::describes(PhraseId topic) {
  Clause& v = clause(verb_);
  outer_topic_ = topic;
  outer_waiting_ = {v.link, v.parent, v.marker, {}};
  v.link = Link::relative;
  v.parent = {};
}

/// "a delegation that represents the company will visit": a second verb, of the future or the past and not joined by "and", is what the
/// indefinite noun before the first one has waited for; the first only describes it.
void ClauseBuilder::take_back_topic(ClauseId id) {
  const Word& x = g_.word(clause(id).predicate);
  const bool main = clause(id).tense == Tense::future || x.features.aspect() == Aspect::perf;
  if (!main || conjunction_ || waiting_.link != Link::root || topic_.valid() || !verb_.valid() || copula_.valid()) return;
  const Clause& before = clause(verb_);
  if (before.kind != PredicateKind::verb || before.passive || g_.is_speech(before.lemma) || pause_between(before.predicate, x.token))
    return;
  if (const PhraseId near = phrase_before(clause(id).predicate); near.valid() && g_.agrees(x, near, false)) return;
  Clauses::Draft* draft = latest(verb_, ArgumentRole::subject);
  if (!draft) return;
  Argument& a = draft->argument;
  const bool waits = a.rule == "subject.before" && !determined(a.phrase) && !g_.mentions[a.phrase].preposition.valid();
  if (!waits || !g_.agrees(x, a.phrase, false)) return;
  a.rule = "relative.subject";
  describes(a.phrase);
  topic_ = outer_topic_;
  waiting_ = outer_waiting_;
  outer_topic_ = {};
}

/// A comma, a dash or a word like "while" between the word and the token.
bool ClauseBuilder::pause_between(WordId from, TokenId to) const {
  for (WordId w = from.next(); g_.word(w).token < to; w = w.next()) {
    const Letter c = g_.text.one(g_.text.tokens[g_.word(w).token.value]);
    if (c == ',' || c == ';' || c == '-' || c == letter::kDash || g_.function(w) == Function::contrast) return true;
  }
  return false;
}

/// The verb's object can't be its subject: "(she) sweeps the world ... battles".
bool ClauseBuilder::object_disagrees() const {
  const Clauses::Draft* object = latest(verb_, ArgumentRole::object);
  return object && object->argument.rule == "object.after" &&
         !g_.agrees(g_.word(clause_at(verb_).predicate), object->argument.phrase, true);
}

/// "draws their attention a sight": the object is somebody's, so that the subject is still to come.
bool ClauseBuilder::object_possessed() const {
  const Clauses::Draft* object = latest(verb_, ArgumentRole::object);
  if (!object || object->argument.rule != "object.after") return false;
  const WordId after = g_.mentions[object->argument.phrase].head.next();
  return after.value < g_.words.size() && g_.word(after).enclitic;
}

/// "the attack whose victims were ten": the object's pronoun stands for what the relative clause describes, which is no subject then.
bool ClauseBuilder::described_gives_way() {
  Clauses::Draft* described = ruled(verb_, "relative.subject");
  if (!described) return false;
  described->argument.role = ArgumentRole::oblique;
  described->argument.rule = "relative.oblique";
  return true;
}

/// "which the companies showed their readiness for"; "the analysis shows a link": a second phrase after the verb is its object, what was
/// taken for that, right after the verb and agreeing with it, is its subject. What a relative clause describes has then no role of its own.
bool ClauseBuilder::object_was_subject(PhraseId p, ClauseId c) {
  const Clause& v = clause(verb_);
  if (v.passive || v.kind != PredicateKind::verb || !(g_.government_of(v.lemma) & government::kObject)) return false;
  Clauses::Draft* object = latest(verb_, ArgumentRole::object);
  if (!object || object->argument.rule != "object.after") return false;
  const PhraseId first = object->argument.phrase;
  const Phrase &a = g_.mentions[first], &b = g_.mentions[p];
  const bool things = (a.kind == PhraseKind::noun || a.kind == PhraseKind::name) && b.kind == PhraseKind::noun;
  const Lemma* head = g_.lemma(b.head);
  if (!head || head->upos != Upos::noun || (head->classes & bit(NounClass::negation))) return false;
  if (!things || !determined(first) || !right_after(v.predicate, a.first) || !g_.agrees(g_.word(v.predicate), first, true)) return false;
  if (g_.word(a.head.next()).enclitic || g_.actor_like(p) > g_.actor_like(first)) return false;
  const Clauses::Draft* subject = latest(verb_, ArgumentRole::subject);
  const bool relative = subject && subject->argument.rule == "relative.subject";
  if (subject && !relative) return false;
  const bool possessed = g_.word(b.head.next()).enclitic;
  if (relative && (b.first.value > a.last.value + 2 || (b.definite && !possessed && !c.valid()))) return false;
  if (relative) {
    Argument& described = latest(verb_, ArgumentRole::subject)->argument;
    described.role = ArgumentRole::oblique;
    described.rule = "relative.oblique";
  }
  object->argument.role = ArgumentRole::subject;
  object->argument.rule = "subject.after";
  argue(verb_, ArgumentRole::object, p, c, {}, "object.after");
  complement(verb_, c, "object.after");
  return true;
}

/// Nothing between the verb and the word but a preposition with its pronoun ("in which").
bool ClauseBuilder::right_after(WordId verb, WordId w) const {
  WordId next = verb.next();
  if (next < w && g_.word(next).features.upos() == Upos::adp && next.next() < w && g_.word(next.next()).enclitic) next = next.next().next();
  return next == w;
}

/// "the delegation which the minister leads comprises officials": after a relative clause that has all it takes, the object of the verb
/// outside it.
bool ClauseBuilder::object_of_outer(PhraseId p, ClauseId c) {
  if (!verb_.valid() || topic_.valid() || right_after(clause(verb_).predicate, g_.mentions[p].first)) return false;
  ClauseId at = verb_;
  for (int steps = 0; steps < 3 && clause(at).link == Link::coordination && clause(at).parent.valid(); ++steps) at = clause(at).parent;
  if (clause(at).link != Link::relative) return false;
  for (int steps = 0; steps < 3 && clause(at).parent.valid(); ++steps) {
    at = clause(at).parent;
    const Clause& k = clause(at);
    if (k.kind != PredicateKind::verb) continue;
    if (k.passive || !(g_.government_of(k.lemma) & government::kObject) || !waits_after_subject(at)) return false;
    argue(at, ArgumentRole::object, p, c, {}, "object.after_relative");
    complement(at, c, "object.after_relative");
    verb_ = at;
    return true;
  }
  return false;
}

/// Is the phrase alone between brackets, said of what stands before.
bool ClauseBuilder::bracketed(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  if (ph.first.value == 0 || ph.last.value >= g_.words.size()) return false;
  const auto letter = [&](WordId w) { return g_.text.one(g_.text.tokens[g_.word(w).token.value]); };
  return letter(ph.first.prev()) == '(' && letter(ph.last) == ')';
}

/// Is the phrase alone between brackets right after another phrase: "the minister (Salem)", "(30 years)".
bool ClauseBuilder::comment(PhraseId p) const {
  if (!bracketed(p) || p.value == 0) return false;
  for (uint32_t i = p.value; i-- > 0 && i + 4 > p.value;)
    if (g_.mentions.phrases[i].last == g_.mentions[p].first.prev()) return true;
  return false;
}

/// Has the verb nothing but a subject after it yet.
bool ClauseBuilder::waits_after_subject(ClauseId c) const {
  bool waits = false;
  for (size_t d = first_draft_; d < out_.drafts.size(); ++d)
    if (out_.drafts[d].clause == c) waits = out_.drafts[d].argument.rule == "subject.after";
  return waits && !has(c, ArgumentRole::object);
}

}  // namespace isnad
