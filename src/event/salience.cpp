// What tells of violence and protest as news: these are talked about so much that a mention alone is no report.
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::light_bi);
constexpr uint64_t kSays = bit(VerbClass::say_assert) | bit(VerbClass::say_confirm) | bit(VerbClass::say_reveal);
constexpr uint64_t kGoesOn = bit(VerbClass::happen) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue);
constexpr uint64_t kBrings = kCarriers | bit(VerbClass::cause) | bit(VerbClass::suffer) | bit(VerbClass::attempt);
constexpr int kSeason = 92;     // days
constexpr uint32_t kAhead = 8;  // clauses between a topic and the verb that tells of it

bool strictly(EventType t) { return t == EventType::assault || t == EventType::protest; }

}  // namespace

/// Violence or protest, told as a fact.
bool Coder::much_told(const Event& e) const {
  return strictly(e.type) && (e.status == EventStatus::occurred || e.status == EventStatus::ongoing);
}

/// Violence or protest of other times is recalled, not reported.
bool Coder::long_ago(const Event& e) const { return much_told(e) && before(e, kSeason); }

/// Is it named in a question: "who is behind the attack?"
bool Coder::asked(const Event& e) const {
  const Sentence& s = g_.text.sentences[e.sentence.value];
  for (uint32_t t = s.last.value, steps = 0; t-- > s.body.value && steps < 3; ++steps)  // closing quotes may follow
    if (g_.text.one(g_.text.tokens[t]) == '?') return true;
  return false;
}

/// Does the verb over a light noun's link carry the act, so that the sentence tells of it: "launched a raid", "was exposed to a raid". Not
/// where it stops it, stands behind it or beside it, or where what comes is known already ("the massacre came to add to").
bool Coder::carries(const Event& e, ClauseId c) const {
  const Clause& up = clauses_[clauses_[c].parent];
  const uint64_t classes = g_.verb_classes(up.lemma);
  if (classes & bit(VerbClass::phase_stop)) return false;
  const PhraseId p = clauses_[c].phrase;
  const bool known = p.valid() && g_.word(g_.mentions[p].head).article && g_.mentions[p].adjective_count == 0;
  for (const Argument& a : clauses_.arguments_of(up)) {
    if (a.clause != c) continue;
    if (a.role == ArgumentRole::oblique) return !(classes & bit(VerbClass::light)) || (classes & (kBrings & ~bit(VerbClass::light))) != 0;
    if (known && (classes & bit(VerbClass::motion))) return false;
    return !known || e.type != EventType::protest;  // "the march was led by": details of one that is known
  }
  return true;
}

/// Does the verb over this noun tell of the event: it brings it about, does it, is itself violence ("killed in a raid"), or says just this
/// ("announced a raid", not "spoke after a raid", "said to the attackers"); or a march is what goes on or is done.
bool Coder::brought_up(const Event& e, ClauseId c) const {
  const Clause& up = clauses_[clauses_[c].parent];
  const uint64_t classes = g_.verb_classes(up.lemma);
  if (classes & bit(VerbClass::violence)) return true;
  if (classes & bit(VerbClass::phase_stop)) return false;
  for (const Argument& a : clauses_.arguments_of(up)) {
    if (a.clause != c) continue;
    const bool oblique = a.role == ArgumentRole::oblique;
    if (oblique && a.rule != "oblique.governed") return false;
    if (classes & kBrings) return true;
    if (classes & kGoesOn) return !oblique;
    if (classes & kSays) return !oblique || a.preposition != g_.lexicon.clitic("li");
    if (oblique && who_took_part(e, c).valid()) return true;  // "hundreds came out in a march"
    if (e.type == EventType::protest && a.role == ArgumentRole::subject) return true;
    if (e.type == EventType::protest && a.role == ArgumentRole::object) return !g_.mentions[clauses_[c].phrase].definite;
    return false;
  }
  return (classes & (bit(VerbClass::attempt) | kCarriers | kGoesOn)) != 0 && !(classes & bit(VerbClass::motion));
}

/// Does a verb after the noun, whose topic or subject it is, tell of it: "that the attack was carried out by", "two raids took place".
bool Coder::told_after(ClauseId c) const {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kAhead; ++i) {
    const Clause& v = clauses_.clauses[i];
    if (v.sentence != clauses_[c].sentence) return false;
    if (v.kind != PredicateKind::verb || v.link == Link::relative) continue;
    for (const Argument& a : clauses_.arguments_of(v)) {
      if (a.clause != c || a.inherited || a.role == ArgumentRole::oblique) continue;
      return (g_.verb_classes(v.lemma) & (kCarriers | bit(VerbClass::happen) | bit(VerbClass::cause))) != 0 && v.tense == Tense::past;
    }
  }
  return false;
}

/// Is what the noun stands under an act of another kind, which is what the sentence tells: "an inquiry into the killing of five".
bool Coder::about_it(const Event& e, ClauseId c) const {
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& k = clauses_[c];
    const bool inside = k.link == Link::annexed || k.link == Link::argument || k.link == Link::light || k.link == Link::coordination;
    if (!inside || !k.parent.valid() || clauses_[k.parent].kind == PredicateKind::verb) return false;
    const Event* up = coded(k.parent);
    if (up && !strictly(up->type) && up->type != EventType::mobilize) return true;
    const uint64_t tells = kBrings | kGoesOn | kSays;
    if (!up && k.link != Link::coordination && !(g_.verb_classes(clauses_[k.parent].lemma) & tells)) return e.counts_victims;
    c = k.parent;
  }
  return false;
}

/// Does the noun open its sentence or what follows a colon, as the items of a chronicle do: "27 July: death of".
bool Coder::opens(PhraseId p) const {
  const WordId first = g_.mentions[p].first;
  const uint32_t token = g_.word(first).token.value;
  const Sentence& s = g_.text.sentences[g_.mentions[p].sentence.value];
  if (token <= s.body.value) return true;
  if (g_.text.tokens[token - 1].kind != TokenKind::word) return true;
  const PhraseId before = g_.mentions.phrase_of[first.value - 1];
  return before.valid() && g_.mentions[before].date != kNone;
}

}  // namespace isnad
