// Words that open clauses or colour the next predicate: fixed expressions and particles, and what each opens where it stands.
#include "clause/builder.h"

#include <algorithm>

namespace isnad {

namespace {

/// How the clause hangs that a word of this function opens; root where it opens none.
Link opened_by(Function f) {
  switch (f) {
    case Function::cond:
    case Function::condition:
      return Link::condition;
    case Function::cond_counterfactual:
      return Link::condition_counterfactual;
    case Function::cond_unless:
      return Link::condition_unless;
    case Function::cond_even:
      return Link::condition_even;
    case Function::because:
      return Link::because;
    case Function::purpose:
      return Link::purpose;
    case Function::when:
    case Function::until:
      return Link::time;
    case Function::concession:
      return Link::concession;
    default:
      return Link::root;
  }
}

}  // namespace

/// The clause of saying just before that governs the preposition which an expression of time begins with; none if it is one of time.
ClauseId ClauseBuilder::pointed_to(WordId preposition) const {
  for (const ClauseId said : {last_clause(), verb_})
    if (said.valid() && g_.is_speech(clause_at(said).lemma) && g_.governs(clause_at(said).lemma, preposition)) return said;
  return {};
}

/// The next predicate hangs on the verb before it by this link; what a condition interrupts waits on. After "and" a condition belongs to
/// what follows from it, if anything does.
void ClauseBuilder::wait_for(Link link, WordId marker) {
  if (is_condition(link)) deferred_ = waiting_;
  const bool may_open = link == Link::condition || link == Link::condition_counterfactual;
  waiting_ = {link, verb_, marker, {}, may_open && conjunction_};
  topic_ = {};
}

/// "if the shelling goes on, then verily they will answer": the "verily" after "then" opens what follows from a condition.
bool ClauseBuilder::consequence_opens(WordId w) const {
  if (!open_condition_.valid() || w.value == 0) return false;
  const Word& so = g_.word(w.prev());
  return g_.function(w.prev()) == Function::conj && so.token == g_.word(w).token && g_.text.letters[so.first] == letter::kFa;
}

/// The predicate of which a preposition and "that" tell what it is about: a word of speech right before, or one that governs the
/// preposition, has nothing of it yet and no comma after it; none.
ClauseId ClauseBuilder::takes_that(Link link, WordId preposition, WordId that) const {
  const ClauseId last = said_by();
  if (last.valid() && last == last_clause() && g_.is_speech(clause_at(last).lemma) && right_after(clause_at(last).predicate, preposition))
    return last;
  if (link != Link::condition || that != preposition.next() || g_.comma(preposition.prev())) return {};
  for (const ClauseId said : {last == last_clause() ? last : ClauseId::none(), verb_})
    if (said.valid() && g_.governs(clause_at(said).lemma, preposition) && !governed_already(said, g_.word(preposition).lemma)) return said;
  return {};
}

/// An adjective after "in the case", which then is "in (serious) condition".
bool ClauseBuilder::in_state(WordId w) const {
  if (w.value >= g_.words.size()) return false;
  const Word& x = g_.word(w);
  return x.features.upos() == Upos::adj && !x.article && x.features.gender() == Gender::fem && x.features.number() != Number::plur;
}

/// The next predicate waits on a fixed expression, of which `last` is the last word; `noun`: one that may govern a noun, too. After what
/// points at it ("insisting on that", in which others see "provided that") the clause is content.
void ClauseBuilder::await(Link link, WordId first, WordId last, bool noun) {
  ClauseId said = link == Link::time ? pointed_to(first) : ClauseId::none();
  if (!said.valid() && noun && in_state(last.next())) return;
  const bool points = g_.function(last) == Function::that && (link == Link::condition || link == Link::time);
  if (!said.valid() && points) said = takes_that(link, first, last);
  if (!said.valid()) return wait_for(link, first);
  waiting_ = {Link::content, said, last, {}};
  topic_ = {};
}

/// Fixed expressions that open clauses or colour the next predicate; those that govern a noun wait on its phrase.
uint32_t ClauseBuilder::expression(uint32_t w, Function f) {
  const NameMatch& n = g_.mentions.names[g_.mentions.function_of[w]];
  const Payload* p = nullptr;
  for (const Payload& x : g_.lexicon.payloads_of(n.node))
    if (x.kind == PayloadKind::phrase) p = &x;
  const bool clause_follows = p && p->high >= 2;
  const WordId last = n.end(g_.words).prev();
  if (const Link link = opened_by(f); link != Link::root && clause_follows) await(link, WordId{w}, last, p->high == 3);
  switch (f) {
    case Function::contrast:
      if (clause_follows) waiting_ = {}, topic_ = {}, conjunction_ = g_.function(last) == Function::that;
      break;
    case Function::adverb:
      if (clause_follows) topic_ = {}, conjunction_ = true;
      break;
    case Function::addition:
      if (clause_follows) continue_subordinate(WordId{w}), topic_ = {}, conjunction_ = true;
      break;
    case Function::future:
      future_ = true;
      if (p && p->high == 2) modality_ = Modality::expected;
      break;
    case Function::possibility:
      modality_ = Modality::possible;
      break;
    case Function::obligation:
      modality_ = Modality::obliged;
      break;
    case Function::negation:
      negated_ = true;
      break;
    case Function::ongoing:
      phase_ = Phase::ongoing;
      break;
    default:
      break;
  }
  if (f == Function::purpose && g_.function(last) == Function::neg) negated_ = true;  // "in order that not"
  return last.value + 1;
}

void ClauseBuilder::particle(WordId w) {
  if (opens_condition(w)) return wait_for(Link::condition, w);
  if (denies(w)) {
    negated_ = true;
    return;
  }
  // "he said: verily he": with a pronoun and after a verb of speech it opens what is said
  const bool opens_speech = g_.function(w) == Function::emphasis && verb_.valid() && g_.is_speech(clause(verb_).lemma) &&
                            w.value + 1 < g_.words.size() && g_.word(w.next()).token == g_.word(w).token;
  const Function f = opens_speech ? Function::that : g_.function(w);
  if (const Link link = opened_by(f); link != Link::root) wait_for(link, w);
  switch (f) {
    case Function::conj:
      conjunction_ = true;
      break;
    case Function::that: {
      if (consequence_opens(w)) {
        topic_ = {};
        break;
      }
      const ClauseId parent = said_by();
      if (ends_in_not(w)) negated_ = true;
      if (!parent.valid() && modality_ == Modality::possible) break;
      const bool waits = waiting_.link != Link::root && waiting_.link != Link::content;  // "because", "after" + that
      if (!waits) waiting_ = {Link::content, parent, w, {}};
      if (!waits && conjunction_) continue_subordinate(w);
      topic_ = {};
      if (const PhraseId who = bound_before(w); who.valid() && !waits) {  // "that it is for Iran to"
        unhang(who);
        modality_ = Modality::obliged;
        topic_ = who;
      }
      break;
    }
    case Function::purpose:
      if (ends_in_not(w)) negated_ = true;
      break;
    case Function::contrast:
      waiting_ = {};
      topic_ = {};
      conjunction_ = g_.word(w).features.upos() == Upos::cconj;
      break;
    case Function::neg:
    case Function::neg_past:
      negated_ = true;
      if (g_.function(w) == Function::neg_past) past_ = true;
      break;
    case Function::neg_future:
      negated_ = future_ = true;
      break;
    case Function::future:
      future_ = true;
      break;
    case Function::question:
      question_ = true;
      break;
    case Function::possibility:
      modality_ = Modality::possible;
      break;
    case Function::existential:
      existential(w);
      break;
    default:
      break;
  }
}

/// Whose duty what follows is: "on" and somebody, right before the word and at the beginning of a clause; none.
PhraseId ClauseBuilder::bound_before(WordId w) const {
  const PhraseId p = ending(w, kFurther, [](const Phrase& x, PhraseId) { return x.preposition.valid(); });
  if (!p.valid()) return {};
  const WordId preposition = g_.mentions[p].preposition;
  const Lemma* on = g_.lemma(preposition);
  if (!on || on->preposition == 0 || !(on->classes & bit(NounClass::planned)) || !g_.actor_like(p)) return {};
  if (preposition == g_.words.first_of[g_.text.sentences[sentence_.value].first.value]) return p;
  const Function f = g_.function(preposition.prev());
  return f == Function::that || f == Function::emphasis || f == Function::conj ? p : PhraseId::none();
}

/// What a "that" hangs on: the last predicate, but the verb before it where only that takes a clause ("described the attack as").
ClauseId ClauseBuilder::said_by() const {
  const ClauseId last = last_clause();
  if (!last.valid() || !verb_.valid() || verb_ == last || clause_at(last).kind == PredicateKind::verb) return last;
  const bool own = (g_.government_of(clause_at(last).lemma) & government::kClause) != 0;
  const bool verb = (g_.government_of(clause_at(verb_).lemma) & government::kClause) != 0;
  return verb && !own ? verb_ : last;
}

/// "if" that is spelled as "that": right before a perfect verb nothing else can stand.
bool ClauseBuilder::opens_condition(WordId w) const {
  const Word& x = g_.word(w);
  if (g_.function(w) != Function::that && g_.function(w) != Function::emphasis) return false;
  if (x.last - x.first != 2 || g_.text.letters[x.first] != letter::kAlifHamzaBelow || w.value + 1 >= g_.words.size()) return false;
  const Features next = g_.word(w.next()).features;
  return next.upos() == Upos::verb && next.aspect() == Aspect::perf;
}

/// "what" that denies the perfect after it: where a definite topic waits for its verb, where the consequence of "had it not been" is still
/// to come, and at the beginning of a sentence or beside a denied verb, where the verb leaves nothing open that "what" could stand for.
bool ClauseBuilder::denies(WordId w) const {
  const Word& x = g_.word(w);
  const WordId verb = w.next();
  const Lemma* l = g_.lemma(w);
  if (!l || x.last - x.first > 3 || x.last - x.first < 2 || verb.value >= g_.words.size()) return false;
  const bool la = x.last - x.first == 3;  // with the la- of consequences
  if (g_.text.folded[x.first + la] != letter::kMim || g_.text.folded[x.first + la + 1] != letter::kAlif) return false;
  if (la && g_.text.folded[x.first] != letter::kLam) return false;
  if (g_.word(verb).features.upos() != Upos::verb || g_.word(verb).features.aspect() != Aspect::perf) return false;
  if (counterfactual_open()) return true;
  if (la || l->function != Function::rel || g_.pronoun_joined(verb)) return false;
  if (topic_.valid() && g_.mentions[topic_].last == w && waiting_.link != Link::relative) {
    const Phrase& t = g_.mentions[topic_];
    const bool who = t.kind == PhraseKind::name || t.kind == PhraseKind::noun || g_.word(t.head).enclitic;
    return who && !t.preposition.valid() && g_.agrees(g_.word(verb), topic_, false);
  }
  if (conjunction_ && verb_.valid() && clause_at(verb_).negated && clause_at(verb_).link == Link::root)
    return leaves_no_gap(verb) || !(g_.government_of(g_.word(verb).lemma) & government::kObject);
  return opens_sentence(w) && leaves_no_gap(verb);
}

/// Does a definite subject stand right after the verb, and, where that takes an object, one right after the subject.
bool ClauseBuilder::leaves_no_gap(WordId verb) const {
  const auto bare = [&](WordId w) {
    const PhraseId p = w.value < g_.words.size() ? g_.mentions.phrase_of[w.value] : PhraseId::none();
    const bool thing = p.valid() && g_.mentions[p].first == w && !g_.mentions[p].preposition.valid() &&
                       g_.mentions[p].sentence == sentence_ &&
                       (g_.mentions[p].kind == PhraseKind::noun || g_.mentions[p].kind == PhraseKind::name);
    return thing ? p : PhraseId::none();
  };
  const PhraseId subject = bare(verb.next());
  if (!subject.valid() || !determined(subject) || !g_.agrees(g_.word(verb), subject, true)) return false;
  const LemmaId l = g_.word(verb).lemma;
  if (g_.has(l, VerbClass::copula)) return true;
  return !(g_.government_of(l) & government::kObject) || bare(g_.mentions[subject].last).valid();
}

/// A subordinator with "not" joined to it: "in order that not", "that not".
bool ClauseBuilder::ends_in_not(WordId w) const {
  const Word& x = g_.word(w);
  return x.last - x.first >= 3 && g_.text.folded[x.last - 1] == letter::kAlif && g_.text.folded[x.last - 2] == letter::kLam;
}

/// Is the consequence of "if it were" still to come.
bool ClauseBuilder::counterfactual_open() const {
  return open_condition_.valid() && clause_at(open_condition_).link == Link::condition_counterfactual;
}

/// Is the word the first of the sentence, or the first after its "and".
bool ClauseBuilder::opens_sentence(WordId w) const {
  const Sentence& s = g_.text.sentences[sentence_.value];
  const WordId first = g_.words.first_of[(s.body < s.last ? s.body : s.first).value];
  return w == first || (w.prev() == first && g_.word(first).features.upos() == Upos::cconj);
}

/// "... that A and that B": the second hangs where the first does.
void ClauseBuilder::continue_subordinate(WordId w) {
  for (size_t i = out_.clauses.size(); i-- > first_;) {
    const Clause& c = out_.clauses[i];
    if (!c.marker.valid() || c.kind != PredicateKind::verb) continue;
    if (c.link != Link::content && c.link != Link::condition && c.link != Link::purpose && c.link != Link::because) continue;
    waiting_ = {c.link, c.parent, w, {}};
    return;
  }
}

}  // namespace isnad
