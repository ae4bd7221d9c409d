// Which host gets a phrase after a preposition: one decision by points over the predicates before it and the noun right before it.
#include <algorithm>

#include "clause/builder.h"

namespace isnad {
namespace {

// Points, set by hand. What a host gains:
constexpr int kGoverns = 8;     // it governs the preposition: "clashes between"
constexpr int kRightAfter = 2;  // a noun whose phrase ends right before the preposition
constexpr int kOf = 5;          // the same before "of", which belongs to nouns: "the director of the company"
constexpr int kNextWord = 3;    // a verb right before the preposition
constexpr int kOpen = 2;        // the verb that still takes arguments, which may have what no word governs
constexpr int kWhen = 3;        // a verb, of a phrase that says when: "said during the talks"
constexpr int kCause = 8;       // a verb of causing that lacks its effect: "the attack led to"
constexpr int kOwn = 12;        // a noun or adjective that is no predicate and governs the preposition: "the right to"
constexpr int kAbout = 8;       // talks that lack it, whose subject stands between: "talks on the file with the minister"
constexpr int kArmed = 6;       // an act of violence, of a weapon: "was killed as he left (the hall) by bullets of"
// What it loses:
constexpr int kTaken = 3;             // it has such a phrase already
constexpr int kPredicateBetween = 2;  // a predicate nearer to the phrase, each
constexpr int kVerbBetween = 3;       // a verb nearer to the phrase, each: clauses close where the next one begins
constexpr int kRelativeBetween = 1;   // the verb of a relative clause, which may have ended, each
constexpr int kNounClosed = 4;        // a noun, where any other verb stands between
constexpr int kCommaNoun = 2;         // a comma between it and the phrase, if it is a noun, each of two
constexpr int kCommaVerb = 1;         // the same of a verb
constexpr int kNoOf = 5;              // a verb that leaves "of" to the noun right before
constexpr int kMostCommas = 2;        // that count
constexpr int kCarried = 8;           // what a convoy is of, where the convoy goes there

}  // namespace

/// The best host of the phrase; no clause where a noun that is no predicate keeps it, or where nothing stands before it.
ClauseBuilder::Host ClauseBuilder::host_of(PhraseId p, ClauseId c) const {
  const Phrase& ph = g_.mentions[p];
  Host best;
  if (!c.valid()) best.points = kept_by_noun(p);
  Between between;
  between.weapon = (g_.classes(p) & bit(NounClass::weapon)) && g_.word(ph.preposition).lemma == g_.lexicon.clitic(Clitic::bi);
  between.open = size_t(std::lower_bound(commas_.begin(), commas_.end(), ph.preposition) - commas_.begin());
  for (size_t i = out_.clauses.size(), tries = 0; i-- > first_ && tries < 8;) {
    const ClauseId id = ClauseId::at(i);
    const Clause& k = out_.clauses[i];
    if (id == c || (k.kind == PredicateKind::participle && k.link == Link::root && id != verb_)) continue;
    ++tries;
    count_commas(k.predicate, between);
    const int points = points_of(id, p, between, best.points);
    if (points > best.points) best = {id, points, g_.governs(k.lemma, ph.preposition)};
    ++between.predicates;
    if (k.kind == PredicateKind::verb) ++(k.link == Link::relative ? between.relatives : between.verbs);
  }
  return best;
}

/// The commas of the sentence that are a border between a host and a phrase: beside a time ("his visit, yesterday, to") they are none.
void ClauseBuilder::note_commas(const Sentence& s) {
  const auto time = [this](WordId w) {
    const Lemma* l = g_.lemma(w);
    return l && ((l->classes & bit(NounClass::time)) || l->function == Function::time);
  };
  commas_.clear();
  for (TokenId t = s.first; t < s.last; t = t.next()) {
    if (g_.text.tokens[t.value].kind != TokenKind::punctuation) continue;
    const WordId w = g_.words.first_of[t.value];
    if (g_.comma(w) && w.value > 0 && w.next().value < g_.words.size() && !time(w.prev()) && !time(w.next())) commas_.push_back(w);
  }
}

/// Goes on counting the commas back to the host, two at most.
void ClauseBuilder::count_commas(WordId host, Between& between) const {
  while (between.commas < kMostCommas && between.open > 0 && commas_[between.open - 1] > host) --between.open, ++between.commas;
}

/// How well a predicate suits as the host of the phrase; no more than it could have at most where that can't be more than `best`.
int ClauseBuilder::points_of(ClauseId id, PhraseId p, Between& between, int best) const {
  const Phrase& ph = g_.mentions[p];
  const Clause& k = clause_at(id);
  const bool nominal = k.kind == PredicateKind::masdar || k.kind == PredicateKind::noun;
  const bool governs = g_.governs(k.lemma, ph.preposition);
  int points = -kPredicateBetween * between.predicates;
  points -= (nominal ? kCommaNoun : kCommaVerb) * std::min(between.commas, kMostCommas);
  points -= kRelativeBetween * between.relatives + (between.verbs == 0 ? 0 : nominal ? kNounClosed : kVerbBetween * between.verbs);
  const bool armed = between.weapon && g_.has(k.lemma, VerbClass::violence);
  const int gain =
      (armed ? kArmed : 0) + kOf + (governs ? kGoverns : 0) + (nominal ? kAbout : kNextWord + kWhen) + (id == verb_ ? kOpen + kCause : 0);
  if (points + gain <= best) return points + gain;
  if (governs) points += kGoverns - (completes(ph.preposition) && governed_already(id, g_.word(ph.preposition).lemma) ? kTaken : 0);
  if (nominal && governs && talks_about(id, ph.preposition)) points += kAbout;
  if (armed) points += kArmed;
  if (k.kind != PredicateKind::verb && k.phrase.valid() && !between.before.valid()) between.before = before_times(p);
  if (k.kind != PredicateKind::verb && k.phrase.valid() && g_.mentions[k.phrase].last == between.before)
    points += of_noun(p) && !governs ? kOf : kRightAfter;
  if (nominal) return points - (carried(id, ph) ? kCarried : 0);
  if (id == verb_ && !governs) points += kOpen;
  if (k.kind == PredicateKind::verb && k.predicate.next() == ph.preposition) points += kNextWord;
  if (when(ph.preposition)) points += kWhen;
  if (of_noun(p) && !takes_of(id, p)) points -= kNoOf;
  if (id == verb_ && governs && g_.has(k.lemma, VerbClass::cause) && !has_outcome(id, g_.word(ph.preposition).lemma))
    points += kCause;  // "the attack led to"
  return points;
}

/// "talks on the cooperation with": a noun of meeting that has a phrase that says about what, and none yet with this preposition.
bool ClauseBuilder::talks_about(ClauseId id, WordId preposition) const {
  const Clause& k = clause_at(id);
  if (!k.phrase.valid() || !(g_.classes(k.phrase) & bit(NounClass::meeting)) || !completes(preposition)) return false;
  if (g_.lemma(preposition)->classes & bit(NounClass::place)) return false;
  if (governed_already(id, g_.word(preposition).lemma)) return false;
  for (size_t d = out_.drafts.size(), tries = 0; d-- > first_draft_ && tries < 12; ++tries) {
    const Argument& a = out_.drafts[d].argument;
    if (out_.drafts[d].clause == id && a.role == ArgumentRole::oblique && a.phrase.valid() && about(a.phrase)) return true;
  }
  return false;
}

/// "concerning X", "around X" where that is no place.
bool ClauseBuilder::about(PhraseId p) const {
  const WordId w = g_.mentions[p].preposition;
  if (!w.valid()) return false;
  if (g_.expression(w) == Function::topic) return true;
  const Lemma* l = g_.lemma(w);
  constexpr uint64_t kWhere = bit(NounClass::place) | bit(NounClass::facility);
  return l && (l->classes & (kWhere | bit(NounClass::planned))) == bit(NounClass::place) && !(g_.classes(p) & kWhere) && !g_.actor_like(p);
}

/// Where the times right before a phrase begin ("the raids for the second day on"); its preposition where none stand there.
WordId ClauseBuilder::before_times(PhraseId p) const {
  WordId w = g_.mentions[p].preposition;
  for (uint32_t back = 1; back < 4 && back <= w.value; ++back)  // "for the third day in a row"
    if (const WordId s{w.value - back}; g_.expression(s) == Function::adverb) {
      if (g_.words.first_of[g_.mentions.names[g_.mentions.function_of[s.value]].last.value] == w) w = s;
      break;
    }
  for (uint32_t i = p.value, tries = 0; i-- > 0 && tries < 8; ++tries) {
    const Phrase& t = g_.mentions.phrases[i];
    if (t.sentence != sentence_) break;
    if (t.last != w || !(t.kind == PhraseKind::date || (g_.classes(PhraseId{i}) & bit(NounClass::time)))) continue;
    w = t.preposition.valid() ? t.preposition : t.first;
  }
  return w;
}

/// Has the clause a phrase with this preposition that it governs.
bool ClauseBuilder::governed_already(ClauseId id, LemmaId preposition) const {
  for (size_t d = out_.drafts.size(), tries = 0; d-- > first_draft_ && tries < 12; ++tries)
    if (out_.drafts[d].clause == id && out_.drafts[d].argument.role == ArgumentRole::oblique &&
        out_.drafts[d].argument.preposition == preposition)
      return true;
  return false;
}

/// A preposition that says when: "during", "after", "since". What happens then is what a verb tells.
bool ClauseBuilder::when(WordId preposition) const {
  const Lemma* l = g_.lemma(preposition);
  return l && (l->classes & (bit(NounClass::time) | bit(NounClass::meeting))) != 0;
}

/// Points of a noun or adjective right before that is no predicate: what it governs is its own, "of" is too.
int ClauseBuilder::kept_by_noun(PhraseId p) const {
  if (owned_before(p)) return kOwn;
  return of_noun(p) && !predicate_before(g_.mentions[p].preposition).valid() ? kOf : Host{}.points;
}

/// A preposition that tells neither where nor when: what stands after it completes a word.
bool ClauseBuilder::completes(WordId preposition) const {
  const Lemma* l = g_.lemma(preposition);
  if (!l || l->preposition == 0) return false;
  return (l->classes & bit(NounClass::planned)) || !(l->classes & (bit(NounClass::place) | bit(NounClass::time) | bit(NounClass::meeting)));
}

/// "of" right after a noun or its adjective ("the former director of the company"). Counted on treebanks: four of five are the noun's.
bool ClauseBuilder::of_noun(PhraseId p) const {
  const WordId preposition = g_.mentions[p].preposition;
  if (out_.clause_of[g_.mentions[p].head.value].valid()) return false;  // "sent forces to protect"
  if (preposition.value == 0 || g_.word(preposition).lemma != g_.lexicon.clitic(Clitic::li)) return false;
  if (before_times(p) != preposition) return false;
  const Upos before = g_.word(preposition.prev()).features.upos();
  return before == Upos::noun || before == Upos::adj;
}

/// Does a verb take "of" over the noun before it: it gives or says to somebody, or takes "to" and has all else that it takes.
bool ClauseBuilder::takes_of(ClauseId id, PhraseId p) const {
  const LemmaId l = clause_at(id).lemma;
  if (g_.has(l, VerbClass::transfer)) return true;
  constexpr uint64_t kHearers = bit(NounClass::medium) | bit(NounClass::person) | bit(NounClass::role);
  if (g_.is_speech(l)) return (g_.classes(p) & kHearers) != 0 || g_.mentions[p].kind == PhraseKind::pronoun;
  const bool transitive = (g_.government_of(l) & government::kObject) != 0;
  return g_.governs(l, g_.mentions[p].preposition) && (!transitive || has(id, ArgumentRole::object));
}

/// "sent a convoy of aid to the town": where something goes belongs to the verb that moves it, not to what the convoy is of.
bool ClauseBuilder::carried(ClauseId id, const Phrase& p) const {
  if (!verb_.valid() || id == verb_) return false;
  const Clause &noun = clause_at(id), &verb = clause_at(verb_);
  constexpr uint64_t kMoves = bit(VerbClass::transfer) | bit(VerbClass::motion);
  if (noun.link != Link::annexed || noun.parent != verb_ || !noun.phrase.valid()) return false;
  if (!(g_.verb_classes(verb.lemma) & kMoves) || !g_.governs(verb.lemma, p.preposition)) return false;
  const uint64_t load = g_.classes(g_.mentions[noun.phrase].outer);
  return (load & (bit(NounClass::vehicle) | bit(NounClass::goods) | bit(NounClass::quantity))) != 0 &&
         g_.word(p.preposition).lemma != g_.lexicon.clitic(Clitic::bi) && g_.word(p.preposition).lemma != g_.lexicon.clitic(Clitic::li);
}

/// "the outbreak of clashes between": what a predicate that only carries another one governs is that one's; else the predicate itself.
ClauseId ClauseBuilder::carried_by(ClauseId id, ClauseId except) const {
  constexpr uint64_t kCarriers = bit(VerbClass::happen) | bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) |
                                 bit(VerbClass::phase_continue);
  const ClauseId next{id.value + 1};
  if (next.value >= out_.clauses.size() || next == except || !(g_.verb_classes(clause_at(id).lemma) & kCarriers)) return id;
  const Clause& inner = clause_at(next);
  return inner.parent == id && (inner.link == Link::annexed || inner.link == Link::light) ? next : id;
}

}  // namespace isnad
