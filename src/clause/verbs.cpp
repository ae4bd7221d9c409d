// Verbs in the walk: their clause, what it hangs on, what stood before them.
#include "clause/builder.h"

namespace isnad {

void ClauseBuilder::verb(WordId w) {
  const Word& x = g_.word(w);
  Clause c;
  c.predicate = w;
  c.lemma = x.lemma;
  c.sentence = sentence_;
  c.span = x.span;
  c.kind = PredicateKind::verb;
  c.passive = x.features.voice() == Voice::pass;
  c.negated = negated_ || g_.function(w) == Function::neg;
  c.question = question_;
  c.modality = modality_;
  c.phase = phase_;
  if (x.features.aspect() == Aspect::imp && after_qad(w) && c.modality == Modality::none) c.modality = Modality::possible;
  const bool future_clitic = w.value > 0 && g_.function(w.prev()) == Function::future && g_.word(w.prev()).token == x.token;
  const bool perfect = x.features.aspect() == Aspect::perf;
  if (future_ || future_clitic)
    c.tense = Tense::future;
  else if (perfect || past_)
    c.tense = Tense::past;
  else
    c.tense = Tense::present;
  if (c.lemma && g_.has(c.lemma, VerbClass::phase_near)) c.phase = Phase::near;
  if (commands(w)) c.tense = Tense::present, c.modality = Modality::obliged;
  const ClauseId id = add(c);
  if (outer_topic_.valid() && waiting_.link == Link::root && !topic_.valid() && !in_aside_ && !joined(w)) {
    const bool other_root = verb_.valid() && clause(verb_).link == Link::root && clause(verb_).kind == PredicateKind::verb;
    if (takes_topic(w, outer_topic_) && !other_root) {
      topic_ = outer_topic_;
      waiting_ = outer_waiting_;
    }
    outer_topic_ = {};
  }
  take_back_topic(id);
  link_verb(id);
  place_topic(id);
  if (c.lemma && g_.has(c.lemma, VerbClass::copula)) copula_ = id;
  verb_ = id;
  if (early_time_.valid()) argue(id, ArgumentRole::time, early_time_, {}, {}, "time.before"), early_time_ = {};
  clear_clause();
}

/// Does "and" or the like stand right before the verb and its particles.
bool ClauseBuilder::joined(WordId verb) const {
  for (uint32_t w = verb.value, steps = 0; w-- > 0 && steps < 4; ++steps) {
    const Upos upos = g_.word(WordId{w}).features.upos();
    if (upos == Upos::cconj) return true;
    if (upos != Upos::part && upos != Upos::aux) return false;
  }
  return false;
}

/// May the phrase before it be the verb's subject: they agree, or the verb is impersonal ("the forces, it is possible that they withdraw").
bool ClauseBuilder::takes_topic(WordId verb, PhraseId topic) const {
  const Word& x = g_.word(verb);
  if (g_.agrees(x, topic, false)) return true;
  const Features v = x.features;
  const bool impersonal = v.person() == Person::third && v.number() == Number::sing && v.gender() == Gender::masc;
  return impersonal && g_.has(x.lemma, VerbClass::modal);
}

/// "stop the shooting!": a plural that is spelled as the past opens the sentence, and an exclamation mark closes it.
bool ClauseBuilder::commands(WordId verb) const {
  const Features f = g_.word(verb).features;
  if (f.aspect() != Aspect::perf || f.person() != Person::third || f.number() != Number::plur || f.gender() != Gender::masc) return false;
  const TokenId last = g_.text.sentences[sentence_.value].last.prev();
  return opens_sentence(verb) && g_.text.one(g_.text.tokens[last.value]) == '!';
}

/// "may": the particle qad before an imperfect, also with "not" between.
bool ClauseBuilder::after_qad(WordId w) const {
  WordId at = w;
  for (int steps = 0; steps < 2 && at.value > 0; ++steps) {
    at = at.prev();
    if (g_.function(at) == Function::qad) return true;
    if (g_.function(at) != Function::neg) return false;
  }
  return false;
}

/// "won't negotiate until they withdraw", "before they withdraw": what has to happen before something that is denied for the future.
bool ClauseBuilder::until(const Clause& c) const {
  if (!c.parent.valid() || !c.marker.valid() || g_.word(c.predicate).features.aspect() != Aspect::imp || c.tense == Tense::future)
    return false;
  const Clause& denied = clause_at(c.parent);
  if (!denied.negated || denied.tense == Tense::past) return false;
  const bool so_that = c.link == Link::purpose && g_.text.letters[g_.word(c.marker).first] == letter::kHah;  // "until", not "in order to"
  const bool before = g_.function(c.marker) == Function::until ||
                      (g_.mentions.function_of[c.marker.value] != kNone && g_.expression(c.marker) == Function::until);
  return so_that || (c.link == Link::time && before);
}

/// "if the president refuses and the minister resigns": a verb right after "and", with no comma before, is part of the condition.
bool ClauseBuilder::more_of_condition(WordId verb) const {
  if (!conjunction_ || verb.value < 2) return false;
  const Word& and_ = g_.word(verb.prev());
  return g_.function(verb.prev()) == Function::conj && g_.text.letters[and_.first] == letter::kWaw && !g_.comma(verb.prev().prev());
}

/// The open condition is that of this clause, unless the clause is part of the condition.
void ClauseBuilder::consequence(ClauseId id) {
  const ClauseId condition = open_condition_;
  open_condition_ = {};
  for (ClauseId at = id; at.valid(); at = clause(at).parent)
    if (at == condition) return;
  clause(condition).parent = id;
}

/// The clause of a phrase's head, which a relative clause hangs on; another where the head makes none.
ClauseId ClauseBuilder::held_by(PhraseId p, ClauseId otherwise) const {
  const ClauseId own = out_.clause_of[g_.mentions[p].head.value];
  return own.valid() ? own : otherwise;
}

/// May a verb have the phrase before it for its subject: after several men, by a masculine word, no verb is feminine.
bool ClauseBuilder::follows(const Word& verb, PhraseId p) const {
  const WordId head = g_.mentions[p].head;
  const Lemma* l = g_.lemma(head);
  const bool men = l && l->gender == Gender::masc && g_.word(head).features.number() == Number::plur &&
                   (g_.classes(p) & (bit(NounClass::person) | bit(NounClass::role)));
  return g_.agrees(verb, p, false) && !(men && verb.features.gender() == Gender::fem);
}

/// "nine men whom [them] the militia had been holding": an indefinite noun before the copula of a verb whose pronoun stands for it. The
/// copula has no subject before it then.
void ClauseBuilder::held_before(ClauseId id) {
  Clause& c = clause(id);
  const WordId copula = clause(copula_).predicate;
  for (WordId w = copula.next(); w < c.predicate; w = w.next())
    if (const PhraseId p = g_.mentions.phrase_of[w.value]; p.valid() && g_.mentions[p].preposition.valid()) return;
  const PhraseId held = g_.word(c.predicate).features.number() == Number::plur ? PhraseId::none() : resumed_before(copula, c.predicate);
  if (!held.valid()) return;
  if (const Clauses::Draft* s = latest(copula_, ArgumentRole::subject); s && s->argument.phrase == held) unhang(held);
  if (topic_ == held) topic_ = {};
  relative_object_ = held;
  c.link = Link::relative;
  c.parent = held_by(held, copula_.value == first_ ? ClauseId::none() : copula_.prev());
}

/// Where the new verb hangs: on what waits for it, on a copula, on the verb it is coordinated with, or on nothing.
void ClauseBuilder::link_verb(ClauseId id) {
  Clause& c = clause(id);
  const Word& x = g_.word(c.predicate);
  const bool purpose_clitic =
      c.predicate.value > 0 && g_.word(c.predicate.prev()).token == x.token && g_.word(c.predicate.prev()).features.upos() == Upos::adp;
  if (waiting_.link != Link::root) {
    const Waiting wait = take_waiting();
    c.link = wait.link;
    c.parent = wait.parent;
    c.marker = wait.marker;
    if (until(c)) c.link = Link::condition_until;
    if (wait.antecedent.valid()) {
      relative_object_ = wait.antecedent;
      if (!topic_.valid()) topic_ = wait.antecedent;
    }
    const bool condition = is_condition(wait.link);
    const bool before = (c.link == Link::time || c.link == Link::concession) && !c.parent.valid();  // "when the army came, they fled"
    const bool opens = (condition && (!c.parent.valid() || wait.opens || deferred_.link != Link::root)) || before;
    if (open_condition_.valid()) {  // "that, if this happens, they will", "said that, if ..., they would"
      const Clause& open = clause(open_condition_);
      const bool of_marker = c.marker.valid() && c.marker < open.marker;
      const bool of_speech = !opens && c.link == Link::content && wait.parent.valid() && open.parent == wait.parent;
      if (of_marker || of_speech) consequence(id);
    }
    if (opens) {
      open_condition_ = id;
      waiting_ = deferred_;
      deferred_ = {};
    }
    return;
  }
  if (purpose_clitic) {
    c.link = Link::purpose;
    c.parent = last_clause() == id && id.value > first_ ? id.prev() : ClauseId::none();
    if (!c.parent.valid()) c.link = Link::root, c.modality = Modality::obliged;  // "let him leave"
    return;
  }
  const bool auxiliary = copula_.valid() && verb_ == copula_ && !conjunction_;
  if (open_condition_.valid() && !(auxiliary && open_condition_ == copula_) && !more_of_condition(c.predicate)) {  // the consequence
    c.parent = clause(open_condition_).parent;
    c.link = c.parent.valid() ? Link::coordination : Link::root;
    consequence(id);
    return;
  }
  if (auxiliary) {
    c.tense = c.tense == Tense::present && clause(copula_).tense == Tense::past ? Tense::past : c.tense;
    if (c.tense == Tense::future && clause(copula_).tense == Tense::past)  // "would have"
      c.tense = Tense::past, c.modality = c.modality == Modality::none ? Modality::expected : c.modality;
    if (clause(copula_).tense == Tense::future) c.tense = Tense::future;
    c.negated = c.negated || clause(copula_).negated;
    c.pluperfect = x.features.aspect() == Aspect::perf;
    c.link = clause(copula_).link;
    c.parent = clause(copula_).parent;
    held_before(id);
    fold(copula_, id);
    if (const Clauses::Draft* subject = latest(copula_, ArgumentRole::subject); subject && !topic_.valid())
      topic_ = subject->argument.phrase;
    copula_ = {};
    return;
  }
  if (conjunction_) {
    const ClauseId other = conjunct(id);
    if (other.valid()) c.link = Link::coordination, c.parent = other;
    return;
  }
  // "an attack which the movement launched": the verb's pronoun stands for the indefinite noun right before
  if (const PhraseId before = resumed_before(c.predicate, c.predicate); before.valid() && verb_.valid() && topic_ != before) {
    relative_object_ = before;
    topic_ = {};
    c.link = Link::relative;
    c.parent = held_by(before, verb_);
    return;
  }
  // "a raid which hit": an indefinite noun right before a verb that agrees with it is its subject
  if (const PhraseId before = phrase_before(c.predicate); before.valid() && follows(x, before)) {
    const bool whole = !topic_.valid() || topic_ == before;
    if (whole && !verb_.valid()) {
      topic_ = before;
      return;
    }
    if ((verb_.valid() || g_.mentions[before].preposition.valid()) && topic_ != before) {
      topic_ = before;
      c.link = Link::relative;
      c.parent = held_by(before, verb_);
      return;
    }
  }
  if (describes_earlier(id)) return;
  const WordId begins = topic_.valid() ? g_.mentions[topic_].first : WordId::none();  // "and the authorities fear"
  if (verb_.valid() && topic_.valid() && determined(topic_) && begins.value > 0 && g_.word(begins.prev()).features.upos() == Upos::cconj) {
    c.link = Link::coordination;
    c.parent = verb_;
    return;
  }
  if (verb_.valid() && topic_.valid() && x.features.aspect() == Aspect::imp) {  // an indefinite noun and a verb that says more of it
    c.link = Link::relative;
    c.parent = verb_;
    return;
  }
  if (verb_.valid() && x.features.aspect() == Aspect::imp && !topic_.valid()) {
    if (phase_before(id)) return;
    c.link = Link::circumstance, c.parent = verb_;
  }
}

/// "raids in the north, yesterday, which hit": a perfect verb that nothing joins to what stands before it describes the last indefinite
/// noun that it, or the pronoun joined to it, agrees with; a day, a place or whose it is may stand between.
bool ClauseBuilder::describes_earlier(ClauseId id) {
  Clause& c = clause(id);
  const Word& x = g_.word(c.predicate);
  if (x.features.aspect() != Aspect::perf || x.features.person() != Person::third || g_.is_speech(c.lemma) || !verb_.valid()) return false;
  const PhraseId noun = described_before(c.predicate);
  if (!noun.valid() || topic_ == noun || (topic_.valid() && g_.mentions[noun].outer == topic_)) return false;  // "that ten and two fell"
  if ((topic_.valid() && determined(topic_) && g_.mentions[topic_].first > g_.mentions[noun].first)) return false;
  const bool pronoun = g_.word(c.predicate.next()).enclitic;
  const bool subject = !pronoun && follows(x, noun);
  if (pronoun) relative_object_ = noun;
  topic_ = subject ? noun : PhraseId::none();
  c.link = Link::relative;
  c.parent = held_by(noun, verb_);
  return true;
}

/// The nearest indefinite noun before the verb that this may describe, of an event or, where the verb is a plural, of people. Nothing but
/// complements and a day stand between: no comma, no other verb, no word that begins a clause.
PhraseId ClauseBuilder::described_before(WordId verb) const {
  constexpr uint32_t kWords = 14;
  constexpr uint64_t kTold = bit(NounClass::event) | bit(NounClass::violence) | bit(NounClass::protest) | bit(NounClass::meeting) |
                             bit(NounClass::statement) | bit(NounClass::document);
  constexpr uint64_t kPeople = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group) | bit(NounClass::force);
  constexpr uint64_t kThings = bit(NounClass::vehicle) | bit(NounClass::weapon) | bit(NounClass::explosive);
  const bool was = g_.has(g_.word(verb).lemma, VerbClass::copula);  // "a tank of the militia's that was shelling"
  for (uint32_t i = verb.value, tries = 0; i-- > 0 && tries < kWords; ++tries) {
    const Word& x = g_.word(WordId{i});
    const Upos upos = x.features.upos();
    if (upos == Upos::verb || upos == Upos::punct || upos == Upos::sconj || x.token < g_.text.sentences[sentence_.value].first) return {};
    if (g_.mentions.function_of[i] != kNone || opens_something(g_.function(WordId{i}))) return {};
    const PhraseId p = g_.mentions.phrase_of[i];
    if (!p.valid() || g_.mentions[p].head.value != i) continue;
    const Phrase& ph = g_.mentions[p];
    if (ph.kind == PhraseKind::relative) return {};
    if (ph.kind != PhraseKind::noun || ph.definite || ph.name != kNone || determined(p)) continue;
    if (ph.attachment == Attachment::annexed || ph.attachment == Attachment::apposed) continue;
    const bool people = g_.word(verb).features.number() == Number::plur;  // "groups of relatives, who gathered"
    const uint64_t told = was ? kTold | kPeople | kThings : people ? kPeople : kTold;
    if (!(g_.classes(p) & told)) continue;
    if (people && ph.attachment == Attachment::coordinated) return {};  // the last of those who did it
    const bool pronoun = g_.word(verb.next()).enclitic;
    const bool noun = g_.word(verb.next()).features.upos() == Upos::noun;
    const bool whose = !people && noun && resumes(verb.next(), p);  // "a massacre whose victims were thirty people"
    if (whose || (pronoun ? resumes(verb, p) : g_.agrees(g_.word(verb), p, false))) return p;
  }
  return {};
}

/// A word that begins a clause: "while", "that", "if".
bool ClauseBuilder::opens_something(Function f) {
  switch (f) {
    case Function::contrast:
    case Function::that:
    case Function::rel:
    case Function::cond:
    case Function::because:
    case Function::when:
    case Function::until:
    case Function::purpose:
    case Function::concession:
    case Function::emphasis:
      return true;
    default:
      return false;
  }
}

/// "the planes began to shell": the verb of beginning, going on or nearly doing with nothing but its subject is folded into the imperfect
/// after it.
bool ClauseBuilder::phase_before(ClauseId id) {
  constexpr std::pair<VerbClass, Phase> kPhases[] = {
      {VerbClass::phase_begin, Phase::begin}, {VerbClass::phase_continue, Phase::ongoing}, {VerbClass::phase_near, Phase::near}};
  const Clause& outer = clause(verb_);
  const bool alone = !has(verb_, ArgumentRole::object) && !has(verb_, ArgumentRole::oblique) && outer.kind == PredicateKind::verb;
  const Clauses::Draft* subject = latest(verb_, ArgumentRole::subject);
  if (!alone || !subject || !g_.agrees(g_.word(clause(id).predicate), subject->argument.phrase, false)) return false;
  for (const auto& [verb_class, phase] : kPhases) {
    if (!g_.has(outer.lemma, verb_class)) continue;
    clause(id).phase = phase;
    take_place(clause(id), outer);
    topic_ = subject->argument.phrase;
    if (subject->argument.clause.valid()) clause(subject->argument.clause).link = Link::argument;
    fold(verb_, id);
    return true;
  }
  return false;
}

/// Does the pronoun joined to the verb agree with the phrase.
bool ClauseBuilder::resumes(WordId verb, PhraseId p) const {
  if (!g_.pronoun_joined(verb)) return false;
  const Features pronoun = g_.word(verb.next()).features;
  const WordId head = g_.mentions[p].head;
  const bool human = (g_.classes(p) & Grammar::kHuman) != 0;
  const uint32_t number = g_.mentions[p].number;
  const bool counted = number != kNone && !g_.mentions.numbers[number].ordinal && g_.mentions.numbers[number].high > 2;
  const bool plural = counted || g_.word(head).features.number() == Number::plur;
  const Gender gender = g_.gender_of(head);
  if (plural && human) return pronoun.number() == Number::plur;
  return pronoun.person() == Person::third && pronoun.number() == Number::sing && pronoun.gender() == (plural ? Gender::fem : gender);
}

/// Is the pronoun joined to the verb somebody else than the phrase, by its gender and number: "Kenya, which granted him asylum".
bool ClauseBuilder::stands_for_another(WordId verb, PhraseId p) const {
  const Features pronoun = g_.word(verb.next()).features;
  const Phrase& phrase = g_.mentions[p];
  if (pronoun.person() != Person::third) return true;
  if (g_.feminine_name(phrase)) return pronoun.number() != Number::sing || pronoun.gender() != Gender::fem;
  const Lemma* l = g_.lemma(phrase.head);
  const uint64_t classes = g_.classes(p);
  if (phrase.kind != PhraseKind::noun || !l || (classes & bit(NounClass::quantity)) || phrase.number != kNone) return false;
  const bool many = (classes & (bit(NounClass::plural) | bit(NounClass::group) | bit(NounClass::force))) != 0;
  const bool human = (classes & Grammar::kHuman) != 0;
  const Gender gender = g_.gender_of(phrase.head);
  if (g_.word(phrase.head).features.number() == Number::plur)
    return human ? pronoun.number() == Number::sing : pronoun.number() == Number::sing && pronoun.gender() == Gender::masc;
  if (g_.word(phrase.head).features.number() != Number::sing || gender == Gender::none || many) return false;
  return pronoun.number() == Number::plur ||
         (pronoun.number() == Number::sing && pronoun.gender() != Gender::none && pronoun.gender() != gender);
}

/// The indefinite noun right before a word, the verb or its copula, for which the verb's pronoun stands: "an attack which [it] the movement
/// launched"; also inside what holds it: "(the release of) nine sailors whom [them] the navy detained".
PhraseId ClauseBuilder::resumed_before(WordId at, WordId verb) const {
  if (!g_.pronoun_joined(verb)) return {};
  const PhraseId outer = phrase_before(at);
  if (outer.valid() && resumes(verb, outer)) return outer;
  const PhraseId inner = ending(at, kBefore, [&](const Phrase& x, PhraseId p) {
    return x.kind == PhraseKind::noun && x.attachment == Attachment::annexed && !x.definite && x.name == kNone &&
           (g_.classes(p) & Grammar::kHuman) && resumes(verb, p);
  });
  return inner.valid() ? inner : resumed_over_place(at, verb);
}

/// The same where a place stands between: "armed groups in the south whom [them] he accuses".
PhraseId ClauseBuilder::resumed_over_place(WordId at, WordId verb) const {
  const PhraseId place = ending(at, kBefore, [&](const Phrase& x, PhraseId p) {
    return x.preposition.valid() && (g_.classes(p) & bit(NounClass::place)) && x.definite;
  });
  if (!place.valid()) return {};
  return ending(g_.mentions[place].preposition, kBefore, [&](const Phrase& x, PhraseId p) {
    return x.kind == PhraseKind::noun && !x.definite && x.name == kNone && resumes(verb, p);
  });
}

/// The outermost indefinite noun phrase that ends right before the word; none after names, definite nouns and punctuation.
PhraseId ClauseBuilder::phrase_before(WordId w) const {
  uint32_t at = w.value;
  while (at > 0 && g_.word(WordId{at}).token == g_.word(w).token) --at;
  return ending(WordId{at + 1}, kFurther, [&](const Phrase& x, PhraseId p) {
    if (x.kind != PhraseKind::noun || x.definite || x.name != kNone) return false;
    if (x.attachment == Attachment::annexed || x.attachment == Attachment::apposed) return false;
    return !(x.preposition.valid() && (g_.classes(p) & bit(NounClass::time)));  // "two days before the operation"
  });
}

/// The nearest verb before with the same aspect and agreement, else the sentence's first.
ClauseId ClauseBuilder::conjunct(ClauseId id) const {
  const Features mine = g_.word(out_.clauses[id.value].predicate).features;
  ClauseId found;
  int best = -1;
  for (size_t i = id.value; i-- > first_;) {
    const Clause& c = out_.clauses[i];
    if (c.kind != PredicateKind::verb || c.link == Link::light) continue;
    const Features f = g_.word(c.predicate).features;
    int score = 0;
    if (f.aspect() == mine.aspect()) score += 2;
    if (f.gender() == mine.gender()) score += 1;
    if (f.number() == mine.number()) score += 1;
    if (g_.is_speech(c.lemma) == g_.is_speech(out_.clauses[id.value].lemma)) score += 1;
    const Clauses::Draft* object = c.link == Link::relative ? latest(ClauseId::at(i), ArgumentRole::object) : nullptr;
    if (object && object->argument.rule == "relative.object" && g_.is_speech(out_.clauses[id.value].lemma))
      --score;  // "in a statement which the agency published, and urged": who urges is who said so in it
    if (score > best) best = score, found = ClauseId::at(i);
  }
  return found;
}

/// A bare phrase before the verb is its subject where they agree; the antecedent of a relative clause is subject or object.
void ClauseBuilder::place_topic(ClauseId id) {
  const Clause& c = clause(id);
  const Word& x = g_.word(c.predicate);
  const bool pronoun_object = g_.pronoun_joined(c.predicate);
  if (c.link == Link::relative && relative_object_.valid()) {
    if (pronoun_object &&
        !(stands_for_another(c.predicate, relative_object_) &&
          g_.agrees(x, relative_object_, false))) {  // "which the forces carry out": the pronoun is the antecedent, the subject follows
      argue(id, c.passive ? ArgumentRole::subject : ArgumentRole::object, relative_object_, {}, {}, "relative.object");
      const bool inside = topic_.valid() && topic_ != relative_object_ && g_.mentions[topic_].first >= g_.mentions[relative_object_].last;
      if (inside && !c.passive && g_.agrees(x, topic_, false))  // "whom Mali had been holding"
        argue(id, ArgumentRole::subject, topic_, out_.clause_of[g_.mentions[topic_].head.value], {}, "subject.before");
      topic_ = {};
      return;
    }
    if (const WordId pronoun = resumed(id);
        pronoun.valid()) {  // "which India controls": the pronoun after the preposition is the antecedent
      topic_ = {};
      argue(id, ArgumentRole::oblique, relative_object_, {}, g_.word(c.predicate.next()).lemma, "relative.oblique");
      return;
    }
    if (other_than_marker(c)) {
      if (topic_ == relative_object_) topic_ = {};
      argue(id, ArgumentRole::oblique, relative_object_, {}, {}, "relative.oblique");
      return;
    }
    if (g_.agrees(x, relative_object_, false)) {
      argue(id, c.passive ? ArgumentRole::object : ArgumentRole::subject, relative_object_, {}, {}, "relative.subject");
      topic_ = {};
      return;
    }
  }
  if (!topic_.valid()) return;
  not_said_of(topic_);
  if (expletive(topic_, c))
    topic_ = {};
  else if (takes_topic(c.predicate, topic_))
    argue(id, c.passive ? ArgumentRole::object : ArgumentRole::subject, topic_, out_.clause_of[g_.mentions[topic_].head.value], {},
          c.passive ? "subject.passive" : "subject.before");
  topic_ = {};
}

/// Is the verb's subject, by its gender or number, not what the relative pronoun stands for: in Arabic "(the massacre) which (he) fell its
/// victim thirty".
bool ClauseBuilder::other_than_marker(const Clause& c) const {
  if (!c.marker.valid() || !g_.mentions.phrase_of[c.marker.value].valid() || g_.has(c.lemma, VerbClass::copula)) return false;
  const Features r = g_.word(c.marker).features, v = g_.word(c.predicate).features;
  if (v.person() != Person::third || v.number() != Number::sing || r.gender() == Gender::none || r.number() == Number::none) return false;
  if (r.number() == Number::plur) return r.gender() == Gender::masc;
  return r.number() == Number::sing && v.gender() != Gender::none && v.gender() != r.gender();
}

/// "that it is necessary to": the pronoun stands for nothing where the verb takes no doer.
bool ClauseBuilder::expletive(PhraseId topic, const Clause& c) const {
  const Word& head = g_.word(g_.mentions[topic].head);
  const bool he = head.enclitic && head.features.number() == Number::sing && head.features.gender() == Gender::masc;
  return he && (g_.verb_classes(c.lemma) & (bit(VerbClass::modal) | bit(VerbClass::happen))) != 0;
}

/// The word after a day, and the commas around it; `w` itself where none stands there.
WordId ClauseBuilder::past_day(WordId w) const {
  WordId at = g_.comma(w) ? w.next() : w;
  const PhraseId p = at.value < g_.words.size() ? g_.mentions.phrase_of[at.value] : PhraseId::none();
  if (!p.valid() || g_.mentions[p].kind != PhraseKind::date || g_.mentions[p].first != at) return w;
  at = g_.mentions[p].last;
  return g_.comma(at) ? at.next() : at;
}

/// In a relative clause the pronoun of a preposition right after the verb that stands for the antecedent, where the subject follows it.
WordId ClauseBuilder::resumed(ClauseId id) const {
  const WordId preposition = clause_at(id).predicate.next(), pronoun = preposition.next();
  const WordId after = past_day(pronoun.next());  // "which, on Monday, the unions called for"
  if (after.value >= g_.words.size() || g_.word(preposition).features.upos() != Upos::adp || !g_.word(pronoun).enclitic) return {};
  const Features mine = g_.word(pronoun).features;
  const Word& head = g_.word(g_.mentions[relative_object_].head);
  if (mine.person() != Person::third || (head.features.number() == Number::sing && mine.number() == Number::plur)) return {};
  for (uint32_t w = after.value; w < g_.words.size() && w < after.value + 3; ++w) {
    const PhraseId p = g_.mentions.phrase_of[w];
    if (!p.valid()) continue;
    const Phrase& ph = g_.mentions[p];
    const bool subject = ph.first == after && !ph.preposition.valid() && (ph.kind == PhraseKind::noun || ph.kind == PhraseKind::name) &&
                         ph.sentence == sentence_;
    return subject && g_.agrees(g_.word(clause_at(id).predicate), p, true) ? pronoun : WordId::none();
  }
  return {};
}

}  // namespace isnad
