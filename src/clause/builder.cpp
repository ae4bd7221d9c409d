// The walk: words, particles, punctuation. Verbs are in verbs.cpp, phrases in arguments.cpp and obliques.cpp.
#include "clause/builder.h"

#include <algorithm>

namespace isnad {

void ClauseBuilder::sentence(SentenceId id) {
  sentence_ = id;
  const Sentence& s = g_.text.sentences[id.value];
  first_ = out_.clauses.size();
  first_draft_ = out_.drafts.size();
  verb_ = copula_ = open_condition_ = {};
  waiting_ = deferred_ = {};
  early_time_ = {};
  outer_topic_ = {};
  in_aside_ = false;
  colon_speaker_ = kNone;
  clear_clause();
  note_commas(s);
  const uint32_t end = g_.words.first_of[s.last.value].value;
  const TokenId body = s.body < s.last ? s.body : s.first;
  for (uint32_t w = g_.words.first_of[body.value].value; w < end;) w = std::max(w + 1, step(w));
  quotations_before_speakers();
  spoken_after_colon();
  break_cycles();
}

/// Clauses hang on each other as a forest. Where two rules made them hang in a circle the last link of it goes: what walks outwards must
/// come to an end.
void ClauseBuilder::break_cycles() {
  constexpr uint32_t kNew = 0;
  walk_.assign(out_.clauses.size() - first_, kNew);
  for (uint32_t i = 0; i < walk_.size(); ++i) {
    const uint32_t own = i + 1;
    for (ClauseId at = ClauseId::at(first_ + i); at.valid() && at.value >= first_;) {
      uint32_t& seen = walk_[at.value - first_];
      if (seen != kNew) break;
      seen = own;
      const ClauseId up = clause(at).parent;
      if (up.valid() && up.value >= first_ && walk_[up.value - first_] == own) {
        clause(at).parent = {};
        clause(at).link = Link::root;
        break;
      }
      at = up;
    }
  }
}

void ClauseBuilder::clear_clause() {
  topic_ = {};
  said_ = {};
  separator_ = {};
  relative_object_ = {};
  conjunction_ = negated_ = question_ = future_ = past_ = false;
  modality_ = Modality::none;
  phase_ = Phase::none;
}

uint32_t ClauseBuilder::step(uint32_t w) {
  const WordId id{w};
  if (g_.mentions.function_of[w] != kNone) return expression(w, g_.expression(id));
  if (const PhraseId p = g_.mentions.phrase_of[w]; p.valid()) {
    phrase(p);
    if (g_.mentions[p].kind != PhraseKind::relative) conjunction_ = false;
    return g_.mentions[p].kind == PhraseKind::date ? g_.mentions[p].last.value : w + 1;
  }
  switch (g_.word(id).features.upos()) {
    case Upos::verb:
    case Upos::aux:
      if (g_.function(id) == Function::possibility)
        particle(id);  // "may it be that"
      else
        verb(id);
      break;
    case Upos::punct:
    case Upos::sym:
      punctuation(id);
      break;
    case Upos::adj:  // "Chinese and foreign" of a phrase already read: the conjunction was its own
      conjunction_ = false;
      break;
    default:
      particle(id);
  }
  return w + 1;
}

/// The clause of saying just before that governs the preposition which an expression of time begins with; none if it is one of time.
ClauseId ClauseBuilder::pointed_to(WordId preposition) const {
  for (const ClauseId said : {last_clause(), verb_})
    if (said.valid() && g_.is_speech(clause_at(said).lemma) && g_.governs(clause_at(said).lemma, preposition)) return said;
  return {};
}

/// The next predicate hangs on the verb before it by this link; what a condition interrupts waits on. After "and" a condition belongs to
/// what follows from it, if anything does.
void ClauseBuilder::wait_for(Link link, WordId marker) {
  const bool condition = link == Link::condition || link == Link::condition_counterfactual;
  if (condition || link == Link::condition_even || link == Link::condition_unless) deferred_ = waiting_;
  waiting_ = {link, verb_, marker, {}, condition && conjunction_};
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
ClauseId ClauseBuilder::takes_that(WordId preposition, WordId that) const {
  const ClauseId last = said_by();
  if (last.valid() && last == last_clause() && g_.is_speech(clause_at(last).lemma) && right_after(clause_at(last).predicate, preposition))
    return last;
  if (that != preposition.next() || g_.comma(preposition.prev())) return {};
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

/// Fixed expressions that open clauses or colour the next predicate; those that govern a noun wait on its phrase.
uint32_t ClauseBuilder::expression(uint32_t w, Function f) {
  const NameMatch& n = g_.mentions.names[g_.mentions.function_of[w]];
  const Payload* p = nullptr;
  for (const Payload& x : g_.lexicon.payloads_of(n.node))
    if (x.kind == PayloadKind::phrase) p = &x;
  const bool clause_follows = p && p->high >= 2;
  const auto wait = [&](Link link) {
    if (!clause_follows || (p->high == 3 && in_state(n.end(g_.words)))) return;
    const WordId that = n.end(g_.words).prev();
    const bool points = g_.function(that) == Function::that && (link == Link::condition || link == Link::time);
    if (const ClauseId said = points ? takes_that(WordId{w}, that) : ClauseId::none(); said.valid()) {
      waiting_ = {Link::content, said, that, {}};  // "insisting that", in which others see "provided that"
      topic_ = {};
      return;
    }
    wait_for(link, WordId{w});
  };
  switch (f) {
    case Function::cond:
    case Function::condition:
      wait(Link::condition);
      break;
    case Function::cond_counterfactual:
      wait(Link::condition_counterfactual);
      break;
    case Function::cond_unless:
      wait(Link::condition_unless);
      break;
    case Function::cond_even:
      wait(Link::condition_even);
      break;
    case Function::because:
      wait(Link::because);
      break;
    case Function::purpose:
      wait(Link::purpose);
      break;
    case Function::when:
    case Function::until:
      if (clause_follows && pointed_to(WordId{w}).valid()) {  // "pointed to that": no "until"
        waiting_ = {Link::content, pointed_to(WordId{w}), n.end(g_.words).prev(), {}};
        topic_ = {};
        break;
      }
      wait(Link::time);
      break;
    case Function::concession:
      wait(Link::concession);
      break;
    case Function::contrast:
      if (clause_follows) waiting_ = {}, topic_ = {}, conjunction_ = g_.function(n.end(g_.words).prev()) == Function::that;
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
  const WordId last = n.end(g_.words).prev();
  if (f == Function::purpose && g_.function(last) == Function::neg) negated_ = true;  // "in order that not"
  return last.value + 1;
}

void ClauseBuilder::particle(WordId w) {
  const auto subordinate = [&](Link link) { wait_for(link, w); };
  if (opens_condition(w)) return subordinate(Link::condition);
  if (denies(w)) {
    negated_ = true;
    return;
  }
  // "he said: verily he": with a pronoun and after a verb of speech it opens what is said
  const bool opens_speech = g_.function(w) == Function::emphasis && verb_.valid() && g_.is_speech(clause(verb_).lemma) &&
                            w.value + 1 < g_.words.size() && g_.word(w.next()).token == g_.word(w).token;
  switch (opens_speech ? Function::that : g_.function(w)) {
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
    case Function::cond:
      subordinate(Link::condition);
      break;
    case Function::cond_counterfactual:
      subordinate(Link::condition_counterfactual);
      break;
    case Function::cond_unless:
      subordinate(Link::condition_unless);
      break;
    case Function::cond_even:
      subordinate(Link::condition_even);
      break;
    case Function::because:
      subordinate(Link::because);
      break;
    case Function::when:
      subordinate(Link::time);
      break;
    case Function::purpose:
      subordinate(Link::purpose);
      if (ends_in_not(w)) negated_ = true;
      break;
    case Function::concession:
      subordinate(Link::concession);
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

/// Takes the phrase back that was given to a predicate last.
void ClauseBuilder::unhang(PhraseId p) {
  if (out_.drafts.size() > first_draft_ && out_.drafts.back().argument.phrase == p) out_.drafts.pop_back();
}

/// Whose duty what follows is: "on" and somebody, right before the word and at the beginning of a clause; none.
PhraseId ClauseBuilder::bound_before(WordId w) const {
  for (uint32_t i = w.value, tries = 0; i-- > 0 && tries < 8; ++tries) {
    const PhraseId p = g_.mentions.phrase_of[i];
    if (!p.valid() || g_.mentions[p].last != w || !g_.mentions[p].preposition.valid()) continue;
    const Phrase& ph = g_.mentions[p];
    const Lemma* on = g_.lemma(ph.preposition);
    if (!on || on->preposition == 0 || !(on->classes & bit(NounClass::planned)) || !g_.actor_like(p)) return {};
    if (ph.preposition == g_.words.first_of[g_.text.sentences[sentence_.value].first.value]) return p;
    const Function f = g_.function(ph.preposition.prev());
    return f == Function::that || f == Function::emphasis || f == Function::conj ? p : PhraseId::none();
  }
  return {};
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
  if (la || l->function != Function::rel || (verb.next().value < g_.words.size() && g_.word(verb.next()).enclitic)) return false;
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

void ClauseBuilder::punctuation(WordId w) {
  const Letter c = g_.text.one(g_.text.tokens[g_.word(w).token.value]);
  conjunction_ = false;
  if (c == ':') {
    for (const ClauseId said : {verb_, last_clause()})  // "he said:", "he went on, saying:"
      if (said.valid() && g_.is_speech(clause(said).lemma)) {
        waiting_ = {Link::speech, said, w, {}};
        break;
      }
    speaker_before_colon(w);
    topic_ = {};
  }
  if (c == ',' || c == ';' || c == letter::kDash || c == '-') {
    negated_ = in_aside_ = false;
    if (waiting_.link == Link::root && !copula_.valid() && verb_.valid()) topic_ = {};
  }
  if ((c == '-' || c == letter::kDash || c == '/') && topic_.valid() && waiting_.link == Link::root && dateline(topic_, w)) topic_ = {};
}

/// A name that opens the sentence before a dash or slash: where a report comes from or what it is about.
bool ClauseBuilder::dateline(PhraseId p, WordId sign) const {
  const Phrase& ph = g_.mentions[p];
  const WordId first = g_.words.first_of[g_.text.sentences[sentence_.value].first.value];
  return ph.kind == PhraseKind::name && ph.last == sign && ph.first == first;
}

ClauseBuilder::Waiting ClauseBuilder::take_waiting() {
  Waiting out = waiting_;
  waiting_ = {};
  return out;
}

ClauseId ClauseBuilder::add(const Clause& c) {
  const ClauseId id = ClauseId::at(out_.clauses.size());
  out_.clauses.push_back(c);
  out_.clause_of[c.predicate.value] = id;
  return id;
}

void ClauseBuilder::argue(ClauseId c, ArgumentRole role, PhraseId p, ClauseId inner, LemmaId preposition, std::string_view rule) {
  Argument a;
  a.role = role;
  a.phrase = p;
  a.clause = inner;
  a.preposition = preposition;
  a.rule = rule;
  out_.drafts.push_back({c, a});
}

/// The last argument of a role that the clause was given; nullptr where it has none. Good until the next one is given to any clause.
Clauses::Draft* ClauseBuilder::latest(ClauseId c, ArgumentRole role) const {
  for (size_t d = out_.drafts.size(); d-- > first_draft_;)
    if (out_.drafts[d].clause == c && out_.drafts[d].argument.role == role) return &out_.drafts[d];
  return nullptr;
}

/// The same by the rule that gave it.
Clauses::Draft* ClauseBuilder::ruled(ClauseId c, std::string_view rule) const {
  for (size_t d = out_.drafts.size(); d-- > first_draft_;)
    if (out_.drafts[d].clause == c && out_.drafts[d].argument.rule == rule) return &out_.drafts[d];
  return nullptr;
}

/// Makes a verb a light one of the predicate that carries on in its place: what hung on it as a condition or a time hangs on that.
void ClauseBuilder::fold(ClauseId outer, ClauseId into) {
  clause(outer).link = Link::light;
  clause(outer).parent = into;
  if (open_condition_ == outer) open_condition_ = into;
  for (size_t i = outer.value, tries = 0; i-- > first_ && tries < 6; ++tries) {
    Clause& k = out_.clauses[i];
    if (k.parent == outer && k.link >= Link::condition && k.link <= Link::concession) k.parent = into;
  }
}

/// A predicate in the place of a verb that is folded into it: what colours the verb, and what the verb hangs on, are the predicate's.
void ClauseBuilder::take_place(Clause& c, const Clause& outer) {
  c.tense = outer.tense;
  c.negated = c.negated || outer.negated;
  c.link = outer.link;
  c.parent = outer.parent;
  c.marker = outer.marker;
}

}  // namespace isnad
