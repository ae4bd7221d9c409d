// Phrases in the walk: which predicate takes each, and as what.
#include "clause/builder.h"

namespace isnad {

void ClauseBuilder::phrase(PhraseId p) {
  const Phrase& ph = g_.mentions[p];
  if (ph.kind == PhraseKind::date) return time(p);
  if (ph.kind == PhraseKind::relative && !ph.preposition.valid() && denies(ph.head)) {
    negated_ = true;
    return;
  }
  if (ph.kind == PhraseKind::relative) {
    const PhraseId before = antecedent(ph.head);
    if (topic_.valid()) outer_topic_ = topic_, outer_waiting_ = waiting_;
    waiting_ = {Link::relative, last_clause(), ph.head, before};
    topic_ = {};
    return;
  }
  if (begins_aside(ph)) outer_topic_ = topic_, outer_waiting_ = waiting_, in_aside_ = true;
  if (!ph.preposition.valid() && g_.word(ph.head).features.upos() == Upos::adj && comment(p)) return;
  const ClauseId c = g_.is_predicate(p) ? nominal(p) : ClauseId::none();
  switch (ph.attachment) {
    case Attachment::annexed:
    case Attachment::apposed:
      return inner(p, c);
    case Attachment::coordinated:
      if (c.valid()) {
        const ClauseId other = out_.clause_of[g_.mentions[ph.outer].head.value];
        clause(c).link = Link::coordination;
        clause(c).parent = other;
      }
      return;
    default:
      break;
  }
  if (!ph.preposition.valid() && nominal_sentence(p, c)) return;
  if (c.valid() && clause(c).kind == PredicateKind::participle && !ph.preposition.valid()) return participle(p, c);
  if (ph.preposition.valid()) return oblique(p, c);
  bare(p, c);
}

/// "the speaker, and he is an old rival, refused": a pronoun after a comma and "and" that says who the topic is, whose verb comes after the
/// next comma.
bool ClauseBuilder::begins_aside(const Phrase& ph) const {
  if (ph.kind != PhraseKind::pronoun || ph.preposition.valid() || !conjunction_ || !topic_.valid() || ph.head.value < 2) return false;
  const Word &he = g_.word(ph.head), &who = g_.word(g_.mentions[topic_].head);
  if (he.enclitic || he.features.person() != Person::third || !g_.comma(ph.head.prev().prev())) return false;
  const bool plural = who.features.number() == Number::plur;
  if (he.features.number() == Number::plur) return plural;
  const Gender gender = g_.gender_of(g_.mentions[topic_].head);
  return gender == Gender::none || g_.mentions[topic_].kind == PhraseKind::name || plural || gender == he.features.gender();
}

/// The phrase before a relative pronoun that it agrees with: of a chain the innermost that fits.
PhraseId ClauseBuilder::antecedent(WordId relative) const {
  const Features r = g_.word(relative).features;
  const auto& phrases = g_.mentions.phrases;
  const PhraseId self = g_.mentions.phrase_of[relative.value];
  PhraseId fallback;
  for (uint32_t i = self.value, tries = 0; i-- > 0 && tries < 6; ++tries) {
    const Phrase& p = phrases[i];
    if (p.sentence != sentence_) break;
    if (p.kind != PhraseKind::noun && p.kind != PhraseKind::name) continue;
    if (!fallback.valid()) fallback = PhraseId{i};
    const Word& head = g_.word(p.head);
    const Gender g = g_.gender_of(p.head);
    const bool plural = head.features.number() == Number::plur;
    const bool sound = plural && g == Gender::masc && head.features.upos() == Upos::adj;  // "the Kuwaitis", "those involved"
    const bool human = sound || (g_.classes(PhraseId{i}) & Grammar::kHuman);
    if (r.number() == Number::plur) {
      if (plural && human) return PhraseId{i};
      continue;
    }
    const Gender expected = plural && !human ? Gender::fem : g;
    if (plural && human) continue;
    if (r.gender() == Gender::none || expected == Gender::none || r.gender() == expected) return PhraseId{i};
  }
  return fallback;
}

ClauseId ClauseBuilder::nominal(PhraseId p) {
  const Phrase& ph = g_.mentions[p];
  const Lemma* l = g_.lemma(ph.head);
  Clause c;
  c.predicate = ph.head;
  c.lemma = l->upos == Upos::adj ? g_.base(g_.word(ph.head).lemma) : g_.word(ph.head).lemma;
  c.phrase = p;
  c.sentence = sentence_;
  c.span = ph.span;
  c.kind = l->upos == Upos::adj                  ? PredicateKind::participle
           : l->derivation == Derivation::masdar ? PredicateKind::masdar
                                                 : PredicateKind::noun;
  c.negated = ph.negated;
  c.link = Link::argument;
  c.parent = verb_;
  return add(c);
}

/// What is inside another phrase: an argument of the event that the outer noun names, or nothing for clauses.
void ClauseBuilder::inner(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  const ClauseId outer = out_.clause_of[g_.mentions[ph.outer].head.value];
  if (outer.valid() && ph.attachment == Attachment::annexed) {
    const ArgumentRole role = g_.annexed_role(ph.outer, p);
    argue(outer, role, p, c, {}, role == ArgumentRole::subject ? "annexed.subject" : "annexed.object");
  }
  if (!c.valid()) return;
  clause(c).link = Link::annexed;
  PhraseId up = ph.outer;
  while (up.valid() && !out_.clause_of[g_.mentions[up].head.value].valid()) up = g_.mentions[up].outer;
  clause(c).parent = up.valid() ? out_.clause_of[g_.mentions[up].head.value] : verb_;
}

/// A participle that is no adjective: "..., threatening that", with the subject of the clause before.
void ClauseBuilder::participle(PhraseId p, ClauseId c) {
  const bool adverbial =
      g_.word(g_.mentions[p].head).features.kase() == Case::acc || g_.word(g_.mentions[p].head).features.state() == State::indef;
  if (!adverbial && verb_.valid() && !has(verb_, ArgumentRole::subject) && !g_.has(clause(verb_).lemma, VerbClass::copula))
    return bare(p, c);
  clause(c).link = Link::circumstance;
  clause(c).parent = verb_;
  clause(c).tense = verb_.valid() ? clause(verb_).tense : Tense::none;
}

void ClauseBuilder::complement(ClauseId outer, ClauseId inner, std::string_view rule) {
  if (!inner.valid()) return;
  clause(inner).parent = outer;
  clause(inner).link = Link::argument;
  const LemmaId l = clause(outer).lemma;
  constexpr uint64_t kFolding = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::happen) | bit(VerbClass::phase_begin) |
                                bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) | bit(VerbClass::phase_near) |
                                bit(VerbClass::suffer);
  constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::light_bi);
  const bool doer = rule == "subject.after" && !(g_.verb_classes(l) & kFolding & ~kCarriers) &&
                    (g_.actor_like(clause(inner).phrase) || g_.has(l, VerbClass::cause));
  const WordId by = clause(inner).phrase.valid() ? g_.mentions[clause(inner).phrase].preposition : WordId::none();
  const bool spoken =
      g_.is_speech(l) && g_.has(l, VerbClass::light_bi) && !(by.valid() && g_.word(by).lemma == g_.lexicon.clitic(Clitic::bi));
  if ((g_.verb_classes(l) & kFolding) && !doer && !spoken) clause(inner).link = Link::light;  // "answered the launch", but "answered by"
}

/// Is the phrase after a verbal noun none of its objects: how long or how it was done ("their detention twenty years", "his beating a
/// beating"), an apposition after a comma, an adjective left alone, or who does what the verb above it says ("in beating him took part
/// forty youths").
bool ClauseBuilder::no_object_of(const Clause& noun, PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  const Word& head = g_.word(ph.head);
  if (head.lemma == g_.word(noun.predicate).lemma && head.lemma.valid()) return true;
  const PhraseId next{p.value + 1};
  const bool more = (g_.classes(p) & bit(NounClass::elative)) && next.value < g_.mentions.phrases.size();  // "more than twenty years"
  const Phrase& counted = more ? g_.mentions[next] : ph;
  const bool number = counted.number != kNone || g_.word(counted.head).features.number() == Number::dual;
  if (number && (g_.classes(more ? next : p) & bit(NounClass::time))) return true;
  const WordId before = g_.mentions[noun.phrase].last;
  const bool comma = before < ph.first && g_.comma(before);
  if (comma && ph.kind == PhraseKind::noun && ph.definite && g_.actor_like(p) && !g_.is_predicate(p)) return true;
  const bool late = verb_.valid() && g_.mentions[noun.phrase].preposition.valid() && !has(verb_, ArgumentRole::subject) &&
                    !has(verb_, ArgumentRole::object) && !topic_.valid() && !clause_at(verb_).passive;
  const LemmaId v = late ? clause_at(verb_).lemma : LemmaId{};
  const bool of_verb =
      late && (!(g_.government_of(v) & government::kObject) || (!g_.is_speech(v) && g_.governs(v, g_.mentions[noun.phrase].preposition)));
  return of_verb && ph.number != kNone && g_.actor_like(p) && g_.agrees(g_.word(clause_at(verb_).predicate), p, true);
}

/// The object of the verbal noun right before: "the latter's continuing its withdrawal", "the forces' carrying out a plan". False where it
/// is none.
bool ClauseBuilder::object_of_masdar(PhraseId p, ClauseId c) {
  const ClauseId last = last_clause() == c && c.valid() && c.value > first_ ? c.prev() : last_clause();
  if (!last.valid() || last == c || clause(last).kind != PredicateKind::masdar || conjunction_ || waiting_.link != Link::root) return false;
  const Clause& m = clause(last);
  const Phrase &ph = g_.mentions[p], &noun = g_.mentions[m.phrase];
  const Features head = g_.word(ph.head).features;
  const bool adverb = head.upos() == Upos::adj && head.kase() == Case::acc && head.number() == Number::sing;
  if (adverb && head.state() == State::indef) return false;  // "their coming late"
  if (no_object_of(m, p)) return false;
  if (ph.first.value > noun.last.value + 1 || !(g_.government_of(m.lemma) & government::kObject)) return false;
  const auto take = [&] {
    argue(last, ArgumentRole::object, p, c, {}, "object.masdar");
    complement(last, c, "object.masdar");
    return true;
  };
  if (has(last, ArgumentRole::subject) && !has(last, ArgumentRole::object)) return take();
  const bool possessed = ph.last.value > ph.head.value + 1 && g_.word(ph.head.next()).enclitic;
  const bool of_pronoun = g_.pronoun_joined(m.predicate);  // "his leaving Moscow"
  const bool of_verb = waits_for_object(last);
  if (ph.definite && !possessed && !of_pronoun && (!noun.preposition.valid() || (of_verb && g_.actor_like(p)))) return false;
  if (of_verb && !noun.preposition.valid()) return false;  // "the soldiers' killing raised anger"
  return annexed_was_doer(last) && take();
}

/// "..., urging the government to", "..., accusing it of": the object of the adverbial participle right before. False where it is none.
bool ClauseBuilder::object_of_participle(PhraseId p, ClauseId c) {
  const ClauseId last = last_clause() == c && c.valid() && c.value > first_ ? c.prev() : last_clause();
  if (!last.valid() || last == c || conjunction_) return false;
  const Clause& k = clause(last);
  const bool waits = waiting_.link != Link::root && !(waiting_.marker.valid() && waiting_.marker < k.predicate);  // "said that, urging"
  if (waits || k.kind != PredicateKind::participle || k.link != Link::circumstance || k.passive || has(last, ArgumentRole::object))
    return false;
  const Phrase& ph = g_.mentions[p];
  const Features head = g_.word(ph.head).features;
  if (g_.word(k.predicate).features.kase() != Case::acc && g_.word(k.predicate).features.number() == Number::sing) return false;
  const bool carried = ph.kind == PhraseKind::pronoun && g_.function(ph.first.prev()) == Function::vocative;  // "calling him a"
  if (!right_after(k.predicate, carried ? ph.first.prev() : ph.first) ||
      (ph.kind == PhraseKind::noun && head.upos() == Upos::adj && !ph.definite))
    return false;
  if (!(g_.government_of(k.lemma) & government::kObject) || g_.has(k.lemma, VerbClass::copula)) return false;
  argue(last, ArgumentRole::object, p, c, {}, "object.participle");
  complement(last, c, "object.participle");
  return true;
}

/// What is annexed to a verbal noun, and was taken for its object, was the doer where it can act. False where nothing changes.
bool ClauseBuilder::annexed_was_doer(ClauseId noun) {
  Clauses::Draft* draft = ruled(noun, "annexed.object");
  if (!draft || !g_.actor_like(draft->argument.phrase)) return false;
  draft->argument.role = ArgumentRole::subject;
  draft->argument.rule = "annexed.subject.with_object";
  return true;
}

/// Does the verb before still lack an object that it takes.
bool ClauseBuilder::waits_for_object(ClauseId noun) const {
  if (!verb_.valid() || verb_ == noun || clause_at(verb_).passive || has(verb_, ArgumentRole::object)) return false;
  return (g_.government_of(clause_at(verb_).lemma) & government::kObject) != 0 && has(verb_, ArgumentRole::subject);
}

/// A phrase without preposition: subject, object, topic, or object of a verbal noun.
void ClauseBuilder::bare(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  const bool thing = ph.kind == PhraseKind::noun || ph.kind == PhraseKind::name;
  if (duty(p, c)) return;
  if (comment(p) && !c.valid()) return;
  if (but_for(p, c)) return;
  if (thing && object_of_masdar(p, c)) return;
  if ((thing || ph.kind == PhraseKind::pronoun) && object_of_participle(p, c)) return;
  if (separates(p) || aside(p)) return;
  if (waiting_.link == Link::content && waiting_.parent.valid() && topic_.valid() && !conjunction_) {  // "that it is a reaction to ..."
    argue(waiting_.parent, ArgumentRole::content, p, c, {}, "content.nominal");
    if (c.valid()) clause(c).parent = waiting_.parent, clause(c).link = Link::content;
    perhaps_said(p, c);
    return;
  }
  if ((g_.classes(p) & bit(NounClass::direction)) && !ph.definite && ph.attachment == Attachment::none) {  // "east of Kirkuk"
    if (last_clause().valid()) argue(verb_.valid() ? verb_ : last_clause(), ArgumentRole::oblique, p, c, {}, "oblique.direction");
    return;
  }
  if (every(p)) return time(p);
  if (specifies(p)) return;
  const bool new_clause = waiting_.link != Link::root || conjunction_;
  if (verb_.valid() && !new_clause && !topic_.valid() && taken_by_verb(p, c)) return;
  if (!new_clause && thing && object_of_outer(p, c)) return;
  if (bracketed(p)) return;
  if (opens_sentence(p, c)) return perhaps_said(p, c);
  if (!topic_.valid() || new_clause) topic_ = p;
}

/// "that it is for the fighters to withdraw": a definite verbal noun right after "on" and whose duty it is. False where it is none.
bool ClauseBuilder::duty(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (!c.valid() || clause(c).kind != PredicateKind::masdar || !g_.word(ph.head).article) return false;
  const PhraseId who = bound_before(ph.first);
  if (!who.valid()) return false;
  unhang(who);
  const Waiting wait = take_waiting();
  if (wait.link == Link::content) clause(c).link = Link::content, clause(c).parent = wait.parent, clause(c).marker = wait.marker;
  clause(c).modality = Modality::obliged;
  argue(c, ArgumentRole::subject, who, {}, {}, "subject.duty");
  return true;
}

/// The bare phrase as subject, object or second object of the verb before it. False where that takes none.
bool ClauseBuilder::taken_by_verb(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  const bool thing = ph.kind == PhraseKind::noun || ph.kind == PhraseKind::name;
  Clause& v = clause(verb_);
  const Word& x = g_.word(v.predicate);
  const auto take = [&](ArgumentRole role, std::string_view rule) {
    argue(verb_, role, p, c, {}, rule);
    complement(verb_, c, rule);
    return true;
  };
  if (ph.kind == PhraseKind::pronoun && g_.word(ph.head).enclitic && g_.word(ph.head).token == x.token) {
    if (v.link == Link::relative && has(verb_, ArgumentRole::object)) return true;  // resumptive
    return argue(verb_, ArgumentRole::object, p, c, {}, "object.pronoun"), true;
  }
  const bool subject = has(verb_, ArgumentRole::subject), object = has(verb_, ArgumentRole::object);
  const uint64_t government = g_.government_of(v.lemma);
  // what writing shows as accusative is no subject; what says or wants something is somebody
  const Features head = g_.word(ph.head).features;
  const bool accusative = head.kase() == Case::acc && ph.kind == PhraseKind::noun && ph.number == kNone;
  const bool mute = !object && (g_.is_speech(v.lemma) || g_.has(v.lemma, VerbClass::intend)) && c.valid() && !g_.actor_like(p) &&
                    (government & (government::kObject | government::kClause));
  if (v.passive && !object && g_.agrees(x, p, true)) return take(ArgumentRole::object, "subject.passive");
  // "withdrew its forces": what belongs to the subject is the object, the subject is dropped
  const bool direct = g_.pronoun_joined(ph.head);
  const WordId owner = direct ? ph.head.next() : ph.last.prev();  // also "presented her papers of accreditation", where it goes on
  const bool own = !subject && !object && (direct || v.link == Link::coordination) && g_.word(owner).enclitic && !nominative(ph.head) &&
                   (government & government::kObject) && g_.word(owner).features.gender() == x.features.gender() &&
                   !g_.is_speech(v.lemma) && !g_.has(v.lemma, VerbClass::copula) && ph.kind == PhraseKind::noun;
  // "and [she] called on all parties to": who is asked, where everybody is
  const bool everybody = g_.has(v.lemma, VerbClass::say_ask) && (government & government::kObject) && !subject && !object &&
                         v.link != Link::relative && v.tense == Tense::past && ph.first < ph.head &&
                         g_.function(ph.first) == Function::quantifier && g_.actor_like(p);
  if (everybody && !v.passive) return take(ArgumentRole::object, "object.everybody");
  if (subject && !object && titled(p)) return true;
  const bool pronoun_object = g_.pronoun_joined(v.predicate);  // "which the people need"
  const bool goal = !object && (government & government::kObject) && destination(p);
  if (!v.passive && !subject && (!object || pronoun_object) && !own && !goal && !accusative && !mute && g_.agrees(x, p, true))
    return take(ArgumentRole::subject, "subject.after");
  if (!v.passive && object && possessed_was_subject(p)) return take(ArgumentRole::object, "object.after");
  if (!v.passive && !subject && object && (government & government::kObject) && g_.agrees(x, p, true) && !accusative &&
      (g_.actor_like(p) || object_disagrees() || object_possessed()))
    return take(ArgumentRole::subject, "subject.after_object");
  if (!v.passive && subject && object && object_possessed() && g_.actor_like(p) && g_.agrees(x, p, true) && described_gives_way())
    return take(ArgumentRole::subject, "subject.after_object");
  if (!v.passive && subject && !object && g_.actor_like(p) && g_.agrees(x, p, true) &&
      mistaken_topic(v)) {  // "amid rising bills Bush urged ..."
    argue(verb_, ArgumentRole::subject, p, c, {}, "subject.after");
    return complement(verb_, c, "subject.after"), true;
  }
  if (subject && !object && !accusative && thing && g_.agrees(x, p, true) && topic_gives_way(p))
    return take(ArgumentRole::subject, "subject.after");
  if (subject && pronoun_object && resumes_topic(p)) return complement(verb_, c, "subject.after"), true;
  const bool follows_subject = subject && out_.drafts.back().clause == verb_ && out_.drafts.back().argument.role == ArgumentRole::subject;
  const bool no_subject = !subject && ph.kind == PhraseKind::noun && right_after(v.predicate, ph.first) && !g_.agrees(x, p, true);
  const bool distinct = c.valid() && (!ph.definite || (follows_subject && g_.actor_like(out_.drafts.back().argument.phrase) &&
                                                       !g_.actor_like(p)));  // "the president signed the agreement"
  const bool several = ph.number != kNone && !(g_.classes(p) & (bit(NounClass::time) | bit(NounClass::unit) | bit(NounClass::money)));
  const bool shows_object = accusative || no_subject || (follows_subject && (distinct || several));
  if (!object && !v.passive && !(government & government::kObject) && shows_object)
    if (const LemmaId other = transitive_twin(v); other.valid()) {  // spelled alike: "fell" and "signed"
      v.lemma = other;
      return take(ArgumentRole::object, "object.homograph");
    }
  const bool counted = ph.number != kNone || head.number() == Number::dual;
  if (subject && (object || !(government & government::kObject)) && counted && (g_.classes(p) & bit(NounClass::time)))
    return argue(verb_, ArgumentRole::time, p, c, {}, "time.duration"), true;                  // "lasted two hours"
  const bool alone = g_.function(ph.head) == Function::pronoun && !g_.word(ph.head).enclitic;  // "they": never an object
  if (!object && !alone && (government & government::kObject)) return take(ArgumentRole::object, "object.after");
  if (object && (government & government::kSecondObject) && !has(verb_, ArgumentRole::object2))
    return take(ArgumentRole::object2, "object2.after");
  return object && object_was_subject(p, c);
}

/// Does writing show that the word is a nominative: its ending, or the seat of the hamza before a pronoun ("his colleagues").
bool ClauseBuilder::nominative(WordId w) const {
  const Word& x = g_.word(w);
  if (x.features.kase() == Case::nom) return true;
  return g_.pronoun_joined(w) && g_.text.letters[x.last - 1] == letter::kWawHamza;
}

/// "whose special units stormed the wing": what belongs to somebody before was taken for the verb's object, as in "withdrew its forces";
/// now that an object follows, it is the subject, if it can act and agrees. What a relative clause describes has then no role of its own.
bool ClauseBuilder::possessed_was_subject(PhraseId p) {
  const Phrase& ph = g_.mentions[p];
  if (ph.kind != PhraseKind::noun && ph.kind != PhraseKind::name) return false;
  Clauses::Draft* object = latest(verb_, ArgumentRole::object);
  if (!object || object->argument.rule != "object.after" || !object_possessed()) return false;
  const PhraseId first = object->argument.phrase;
  constexpr uint64_t kArms = bit(NounClass::weapon) | bit(NounClass::vehicle) | bit(NounClass::explosive);
  if (!(g_.actor_like(first) || (g_.classes(first) & kArms)) || !g_.agrees(g_.word(clause(verb_).predicate), first, true)) return false;
  if (!right_after(clause(verb_).predicate, g_.mentions[first].first)) return false;
  const Clauses::Draft* subject = latest(verb_, ArgumentRole::subject);
  if (subject && !described_gives_way()) return false;
  object = latest(verb_, ArgumentRole::object);
  object->argument.role = ArgumentRole::subject;
  object->argument.rule = "subject.after";
  return true;
}

/// "but for the truce": the noun after it is the condition of what follows, or of what stands before.
bool ClauseBuilder::but_for(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (waiting_.link != Link::condition_counterfactual || !waiting_.marker.valid() || waiting_.marker.next() != ph.first) return false;
  const Word& marker = g_.word(waiting_.marker);
  if (marker.last - marker.first < 4) return false;  // "if", not "but for"
  const Waiting wait = take_waiting();
  waiting_ = deferred_;
  deferred_ = {};
  topic_ = {};
  if (!c.valid()) return true;
  clause(c).link = wait.link;
  clause(c).parent = wait.parent;
  clause(c).marker = wait.marker;
  if (!wait.parent.valid() || waiting_.link != Link::root) open_condition_ = c;
  verb_ = {};
  return true;
}

/// A place right after a verb of motion, where nobody stands after it: the goal, not who moves.
bool ClauseBuilder::destination(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  const Clause& v = clause_at(verb_);
  constexpr uint64_t kMovers =
      bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::vehicle);
  const uint64_t classes = g_.classes(p);
  if (!g_.has(v.lemma, VerbClass::motion) || !(classes & bit(NounClass::place)) || (classes & kMovers)) return false;
  if (v.predicate.next() != ph.first) return false;
  const PhraseId next = ph.last.value < g_.words.size() ? g_.mentions.phrase_of[ph.last.value] : PhraseId::none();
  if (!next.valid() || g_.mentions[next].first != ph.last) return true;
  return g_.mentions[next].kind != PhraseKind::noun && g_.mentions[next].kind != PhraseKind::name;
}

/// "the envoy of the union for water NAME": the name of the subject, where only phrases after prepositions, right after each other, stand
/// between it and his office.
bool ClauseBuilder::titled(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  const Clauses::Draft* s = latest(verb_, ArgumentRole::subject);
  if (ph.kind != PhraseKind::name || !(g_.classes(p) & bit(NounClass::person)) || !s || s->argument.rule != "subject.after") return false;
  const PhraseId office = s->argument.phrase;
  if (!(g_.classes(office) & bit(NounClass::role)) || g_.mentions[office].kind == PhraseKind::name) return false;
  WordId end = g_.mentions[office].last;
  for (uint32_t i = office.value + 1; i < p.value; ++i) {
    const Phrase& between = g_.mentions.phrases[i];
    if (between.last <= end) {
      if (between.attachment == Attachment::apposed && between.kind == PhraseKind::name) return false;  // has his name already
      continue;
    }
    if (between.preposition != end && between.attachment != Attachment::coordinated) return false;
    end = between.last;
  }
  return end == ph.first && end != g_.mentions[office].last;
}

/// "every year": a time of day, month or year with a quantifier before it.
bool ClauseBuilder::every(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  return (g_.classes(p) & bit(NounClass::time)) && !ph.definite && ph.first < ph.head && g_.function(ph.first) == Function::quantifier;
}

/// "the most strange", "more useful": an indefinite noun right after an elative or what is annexed to it says in what.
bool ClauseBuilder::specifies(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  if (ph.kind != PhraseKind::noun || ph.definite || ph.attachment != Attachment::none || ph.first.value == 0) return false;
  if (const Lemma* l = g_.lemma(ph.first.prev()); l && l->upos != Upos::verb && (l->classes & bit(NounClass::elative))) return true;
  if (g_.word(ph.head).features.kase() != Case::acc || p.value == 0) return false;
  for (uint32_t i = p.value; i-- > 0 && i + 4 > p.value;) {
    const Phrase& before = g_.mentions.phrases[i];
    if (before.last == ph.first && (g_.classes(PhraseId{i}) & bit(NounClass::elative)) && !g_.word(before.head).article) return true;
  }
  return false;
}

}  // namespace isnad
