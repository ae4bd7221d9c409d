// Sentences without a verb: a topic and what is said of it; what follows "to be"; "there is".
#include "clause/builder.h"

namespace isnad {

/// Makes a clause of the phrase where it says something of the topic ("the alternative is unknown", "she is a judge"), or of the subject
/// of "to be" ("the attention was turned to ..."). False where it is none; then nothing has changed.
bool ClauseBuilder::nominal_sentence(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (conjunction_ || ph.kind != PhraseKind::noun || ph.attachment != Attachment::none || topic_ == p) return false;
  const WordId adjective = predicative_adjective(p);
  if (after_be(p, c, adjective)) return true;
  const bool indefinite_accusative = g_.word(ph.head).features.kase() == Case::acc;
  if (indefinite_accusative && phase_ == Phase::none) return false;  // "he is still detained" has an accusative
  const bool outer = adjective.valid() && !topic_.valid() && outer_topic_.valid() && waiting_.link == Link::root &&
                     says_of(outer_topic_, adjective) && !(verb_.valid() && clause(verb_).link == Link::root);
  if (outer) {
    topic_ = outer_topic_;  // "the books that open the debate are few"
    waiting_ = outer_waiting_;
    outer_topic_ = {};
  }
  if (!topic_.valid() || topic_ > p) return false;
  const bool identified = !adjective.valid() && identifies(p, c);
  if (!identified && !(adjective.valid() && (outer || described(p, adjective)))) return false;
  const Waiting wait = take_waiting();
  Clause k = predicate_of(p, adjective);
  k.tense = Tense::present;
  k.negated = k.negated || negated_;
  k.phase = phase_;
  k.link = wait.link;
  k.parent = wait.parent;
  k.marker = wait.marker;
  const Phrase& t = g_.mentions[topic_];
  const bool and_it = t.kind == PhraseKind::pronoun && t.first.value > 0 && g_.word(t.first.prev()).features.upos() == Upos::cconj;
  const bool copula = copula_.valid() && verb_ == copula_ && t.kind == PhraseKind::pronoun;
  // "the state was, and it is an alliance, announcing ..."; "Germany sends, and it is a member, battalions"
  const bool aside = k.link == Link::root && (copula || (and_it && verb_.valid() && waits_after_subject(verb_)));
  const ClauseId holder = verb_;
  if (aside) k.link = Link::circumstance, k.parent = holder;
  say(k, c, topic_, "subject.nominal");
  if (aside) verb_ = holder;
  clear_clause();
  return true;
}

/// The indefinite adjective that heads the phrase, or that its "not" denies; none where it has neither.
WordId ClauseBuilder::predicative_adjective(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  if (ph.definite) return {};
  const auto adjective = [&](WordId w) { return w.value < g_.words.size() && g_.word(w).features.upos() == Upos::adj; };
  const Lemma* l = g_.lemma(ph.head);
  const bool denies = l && ((l->classes & bit(NounClass::negation)) != 0 || l->function == Function::neg);
  if (!denies) return adjective(ph.head) ? ph.head : WordId::none();
  return adjective(ph.head.next()) && !g_.word(ph.head.next()).article ? ph.head.next() : WordId::none();
}

/// What a predicate agrees with: the topic, or what is annexed to a quantity ("most of the roads").
PhraseId ClauseBuilder::agreeing(PhraseId topic) const {
  const PhraseId next{topic.value + 1};
  if (!(g_.classes(topic) & bit(NounClass::quantity)) || next.value >= g_.mentions.phrases.size()) return topic;
  const Phrase& inner = g_.mentions[next];
  return inner.outer == topic && inner.attachment == Attachment::annexed ? next : topic;
}

/// May the adjective be said of the topic: definite, and the two agree.
bool ClauseBuilder::says_of(PhraseId topic, WordId adjective) const {
  topic = agreeing(topic);
  const Features a = g_.word(adjective).features;
  const Phrase& t = g_.mentions[topic];
  const Features h = g_.word(t.head).features;
  if (t.kind == PhraseKind::name || t.kind == PhraseKind::relative) return true;
  if (h.person() == Person::first || h.person() == Person::second) return true;
  const bool many = h.number() == Number::plur || h.number() == Number::dual;  // written -yn both
  if (many && t.kind == PhraseKind::noun) {
    const bool human = (g_.classes(topic) & Grammar::kHuman) != 0;
    return human || a.number() == Number::plur || a.gender() != Gender::masc;
  }
  if (a.number() == Number::plur) return many || (g_.classes(topic) & bit(NounClass::plural)) != 0;
  const Gender gender = g_.gender_of(t.head);
  return gender == Gender::none || a.gender() == Gender::none || gender == a.gender();
}

/// Is the adjective the predicate of the topic that waits: at the beginning of a sentence, after "that", after "and" a topic of its own.
bool ClauseBuilder::described(PhraseId p, WordId adjective) const {
  const Phrase& t = g_.mentions[topic_];
  if (!says_of(topic_, adjective)) return false;
  if (waiting_.link == Link::relative) return t.kind == PhraseKind::pronoun && t.last == g_.mentions[p].first;
  if (waiting_.link != Link::root || !verb_.valid()) return true;
  if (!determined(topic_) || t.first.value == 0) return false;
  const Upos before = g_.word(t.first.prev()).features.upos();  // after a verb only a topic that opens a clause of its own
  return before == Upos::cconj && g_.mentions.phrase_of[clause_at(verb_).predicate.value] != topic_ && t.first > clause_at(verb_).predicate;
}

/// Does the noun say who or what the topic is: after a pronoun ("she is the only one who"), and, indefinite, right after a definite topic
/// that begins the sentence or follows "that".
bool ClauseBuilder::identifies(PhraseId p, ClauseId c) const {
  const Phrase& ph = g_.mentions[p];
  if (separator_.valid() && ph.first == separator_.next()) return true;
  if (g_.word(ph.head).features.upos() == Upos::adj) return false;
  const Phrase& t = g_.mentions[topic_];
  if (t.last != ph.first) return false;
  if (t.kind == PhraseKind::pronoun) return (!c.valid() || ph.definite || waiting_.link == Link::root) && waiting_.link != Link::relative;
  return false;
}

/// Definite by article, name, possessor or what is annexed.
bool ClauseBuilder::determined(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  if (ph.definite || ph.kind != PhraseKind::noun) return true;
  for (uint32_t i = p.value + 1; i < g_.mentions.phrases.size() && i < p.value + 4; ++i) {
    const Phrase& inner = g_.mentions.phrases[i];
    if (inner.first >= ph.last) break;
    if (inner.attachment == Attachment::annexed && (inner.definite || inner.kind != PhraseKind::noun)) return true;
  }
  return false;
}

/// A pronoun between a topic and what it is ("the law, it is a system"): the topic stays.
bool ClauseBuilder::separates(PhraseId p) {
  const Phrase& ph = g_.mentions[p];
  const Word& x = g_.word(ph.head);
  if (ph.kind != PhraseKind::pronoun || x.enclitic || x.features.person() != Person::third || conjunction_) return false;
  if (!topic_.valid() || g_.mentions[topic_].kind == PhraseKind::pronoun || !says_of(topic_, ph.head)) return false;
  separator_ = ph.head;
  return true;
}

/// "that Jerusalem is the capital of": the noun after the topic is what is said of it, as long as no verb follows that takes the topic.
void ClauseBuilder::perhaps_said(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (ph.kind != PhraseKind::noun || said_.valid() || topic_ == p || g_.word(ph.head).features.kase() == Case::acc) return;
  said_ = c;
  if (!c.valid()) {
    Clause k = predicate_of(p, {});
    k.tense = Tense::present;
    k.negated = k.negated || negated_;
    k.link = waiting_.link;
    k.parent = waiting_.parent;
    k.marker = waiting_.marker;
    said_ = add(k);
  }
  const bool it = c.valid() && g_.mentions[topic_].kind == PhraseKind::pronoun;  // "that it was an attack": nobody who attacks
  const ArgumentRole role = clause(said_).passive ? ArgumentRole::object : ArgumentRole::subject;
  if (it || has(said_, role)) return;
  argue(said_, role, topic_, out_.clause_of[g_.mentions[topic_].head.value], {}, "subject.nominal");
}

/// "this decision is a step": an indefinite noun right after a definite one that begins the sentence, and no event.
bool ClauseBuilder::opens_sentence(PhraseId p, ClauseId c) const {
  if (!topic_.valid() || c.valid() || verb_.valid() || conjunction_ || waiting_.link != Link::root) return false;
  const Phrase &ph = g_.mentions[p], &t = g_.mentions[topic_];
  const WordId first = g_.words.first_of[g_.text.sentences[sentence_.value].first.value];
  const bool noun = ph.kind == PhraseKind::noun && !ph.definite && ph.number == kNone && ph.attachment == Attachment::none &&
                    g_.word(ph.head).features.upos() == Upos::noun && !g_.actor_like(p);
  return noun && t.last == ph.first && determined(topic_) && t.kind != PhraseKind::name && t.first.value <= first.value + 1;
}

/// A verb has taken the topic: what stood between was no predicate.
void ClauseBuilder::not_said_of(PhraseId topic) {
  if (!said_.valid()) return;
  const Clauses::Draft* draft = ruled(said_, "subject.nominal");
  if (draft && draft->argument.phrase == topic) drop(draft);
  said_ = {};
}

/// "that the prosecution, and it is the only body which ..., will not": a pronoun after a comma and "and" opens an aside; the topic waits.
bool ClauseBuilder::aside(PhraseId p) {
  const Phrase& ph = g_.mentions[p];
  const Word& x = g_.word(ph.head);
  if (!conjunction_ || ph.kind != PhraseKind::pronoun || x.enclitic || x.features.person() != Person::third) return false;
  if (!topic_.valid() || waiting_.link != Link::content || g_.mentions[topic_].kind == PhraseKind::pronoun || !says_of(topic_, ph.head))
    return false;
  outer_topic_ = topic_;
  outer_waiting_ = waiting_;
  topic_ = p;
  waiting_ = {Link::circumstance, waiting_.parent, {}, {}};
  return true;
}

/// "the delegation is in Cairo": after a definite topic that begins the sentence or follows "that" a preposition and its phrase say where
/// or how it is, if nothing else follows them. The clause's lemma is the preposition's, or the event's that the phrase names.
bool ClauseBuilder::located(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (!topic_.valid() || separator_.valid() || waiting_.link == Link::relative || g_.mentions[topic_].last != ph.preposition) return false;
  const Phrase& t = g_.mentions[topic_];
  const bool enclitic = t.kind == PhraseKind::pronoun && g_.word(t.head).enclitic;
  if (t.preposition.valid() || !(enclitic || t.kind == PhraseKind::noun || t.kind == PhraseKind::name) || !determined(topic_)) return false;
  const bool opens = waiting_.link != Link::root || phase_ != Phase::none || opens_sentence(t.first);
  if (!opens || (waiting_.link == Link::root && verb_.valid()) || out_.clause_of[t.head.value].valid() || !closes(p)) return false;
  const Waiting wait = take_waiting();
  Clause k = c.valid() ? clause(c) : predicate_of(p, {});
  if (!c.valid()) k.lemma = g_.word(ph.preposition).lemma;
  k.tense = Tense::present;
  k.negated = k.negated || negated_;
  k.phase = phase_;
  k.link = wait.link, k.parent = wait.parent, k.marker = wait.marker;
  say(k, c, topic_, "subject.prepositional");
  clear_clause();
  return true;
}

/// Does the sentence, or what "that" opens, end with the phrase; a date may follow.
bool ClauseBuilder::closes(PhraseId p) const {
  const WordId end = g_.words.first_of[g_.text.sentences[sentence_.value].last.value];
  WordId w = g_.mentions[p].last;
  if (w < end && g_.mentions.phrase_of[w.value].valid()) {
    const Phrase& next = g_.mentions[g_.mentions.phrase_of[w.value]];
    if (next.kind == PhraseKind::date && next.first == w) w = next.last;
  }
  if (w >= end) return true;
  const Letter c = g_.text.one(g_.text.tokens[g_.word(w).token.value]);
  return w.next() >= end ? g_.word(w).features.upos() == Upos::punct : c == ',' && waiting_.link == Link::content;
}

Clause ClauseBuilder::predicate_of(PhraseId p, WordId adjective) const {
  const Phrase& ph = g_.mentions[p];
  const Word& x = g_.word(adjective.valid() ? adjective : ph.head);
  const VerbForm form = x.features.verb_form();
  Clause k;
  k.predicate = ph.head;
  k.lemma = adjective.valid() ? g_.base(x.lemma) : x.lemma;
  k.phrase = p;
  k.sentence = sentence_;
  k.span = ph.span;
  const Lemma* l = g_.lemma(k.predicate);
  k.passive = form == VerbForm::passive_participle || (!adjective.valid() && l && l->derivation == Derivation::passive_participle);
  k.kind = k.passive || form == VerbForm::active_participle ? PredicateKind::participle : PredicateKind::noun;
  k.negated = ph.negated || (adjective.valid() && adjective != ph.head);
  return k;
}

/// Puts the predicate in its place, `c` where the phrase has a clause already, and makes it the one that takes what follows.
void ClauseBuilder::say(const Clause& k, ClauseId c, PhraseId subject, std::string_view rule) {
  const ClauseId id = c.valid() ? c : add(k);
  clause(id) = k;
  if (subject.valid())
    argue(id, k.passive ? ArgumentRole::object : ArgumentRole::subject, subject, out_.clause_of[g_.mentions[subject].head.value], {}, rule);
  verb_ = id;
}

/// "the attention was turned to": the adjective after "to be" and its subject is the predicate, "to be" gives it its time.
bool ClauseBuilder::after_be(PhraseId p, ClauseId c, WordId adjective) {
  const Features head = g_.word(g_.mentions[p].head).features;
  const bool noun = !adjective.valid() && !g_.mentions[p].definite && head.kase() == Case::acc;  // "is not a party to"
  if ((!adjective.valid() && !noun) || !verb_.valid() || waiting_.link != Link::root || topic_.valid()) return false;
  const Clause be = clause(verb_);
  if (be.kind != PredicateKind::verb || !is_be(verb_) || has(verb_, ArgumentRole::object)) return false;
  const Clauses::Draft* draft = latest(verb_, ArgumentRole::subject);
  const PhraseId subject = draft ? draft->argument.phrase : PhraseId::none();
  if (!subject.valid() || (adjective.valid() && !says_of(subject, adjective))) return false;
  Clause k = predicate_of(p, adjective);
  take_place(k, be);
  const ClauseId old = verb_;
  copula_ = {};
  say(k, c, subject, "subject.copula");
  fold(old, verb_);
  return true;
}

bool ClauseBuilder::is_be(ClauseId c) const {
  const LemmaId l = clause_at(c).lemma;
  return l && (g_.has(l, VerbClass::copula) || g_.function(clause_at(c).predicate) == Function::neg);
}

/// "there is": a predicate whose subject follows, without a phrase and so like a verb; in place of "to be" where that has no subject yet.
bool ClauseBuilder::existential(WordId w) {
  const bool opens = waiting_.link != Link::root || !verb_.valid() || conjunction_ || (is_be(verb_) && !has(verb_, ArgumentRole::subject));
  const PhraseId next = w.next().value < g_.words.size() ? g_.mentions.phrase_of[w.next().value] : PhraseId::none();
  if (!opens || !next.valid() || g_.mentions[next].definite || g_.mentions[next].preposition.valid()) return false;
  if (g_.mentions[next].kind != PhraseKind::noun) return false;
  Clause k;
  k.predicate = w;
  k.lemma = g_.word(w).lemma;
  k.sentence = sentence_;
  k.span = g_.word(w).span;
  k.tense = past_ ? Tense::past : future_ ? Tense::future : Tense::present;
  k.negated = negated_;
  k.modality = modality_;
  if (verb_.valid() && waiting_.link == Link::root && !conjunction_ && is_be(verb_)) {
    take_place(k, clause(verb_));
    const ClauseId id = add(k);
    fold(verb_, id);
    verb_ = id, copula_ = {};
  } else {
    const Waiting wait = take_waiting();
    k.link = wait.link, k.parent = wait.parent, k.marker = wait.marker;
    verb_ = add(k);
  }
  clear_clause();
  return true;
}

}  // namespace isnad
