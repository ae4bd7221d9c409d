// Whose deed a verb without a subject tells: who spoke or acted before, in the sentence or the one before it.
#include <algorithm>

#include "clause/inheritance.h"

namespace isnad {

/// The words that a clause is said in: the last verb before that says something of others, or "his words" of whom somebody quotes; none
/// where nobody is known to speak. "As he said it" quotes nothing that follows.
ClauseId Inheritance::quoted_by(const Clause& c, ClauseId id) {
  constexpr uint32_t kTries = 12;
  for (uint32_t i = id.value, tries = 0; i-- > 0 && tries < kTries; ++tries) {
    const Clause& k = out_.clauses[i];
    if (k.sentence.value + 1 < c.sentence.value) break;
    if (k.link == Link::relative || !g_.is_speech(k.lemma) || g_.word(k.predicate).features.person() == Person::first) continue;
    const bool verb = k.kind == PredicateKind::verb, words = k.kind == PredicateKind::masdar && !g_.has(k.lemma, VerbClass::say_ask);
    const bool its_object = g_.pronoun_joined(k.predicate);
    if (words ? !its_object : its_object || !(verb || k.kind == PredicateKind::participle)) continue;
    const Argument* s = subject_of(ClauseId{i});
    if (s && s->phrase.valid() && acts(s->phrase)) return ClauseId{i};
    if (verb) break;
  }
  return {};
}

/// "he said: we saved": a verb of the first person goes on with whoever speaks.
bool Inheritance::spoken(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::verb || g_.word(c.predicate).features.person() != Person::first) return false;
  const ClauseId who = quoted_by(c, id);
  if (who.valid()) copy(id, who, "subject.speaker");
  return who.valid();
}

/// "he said: "I discussed ..."": the perfect of the first person is written as that of "she"; where nobody before is she, he speaks.
bool Inheritance::spoken_of_self(const Clause& c, ClauseId id) {
  const Features f = g_.word(c.predicate).features;
  if (c.link != Link::root && c.link != Link::speech) return false;
  if (f.aspect() != Aspect::perf || f.person() != Person::third || f.gender() != Gender::fem || f.number() == Number::plur) return false;
  const ClauseId who = quoted_by(c, id);
  if (!who.valid() || out_.clauses[who.value].sentence != c.sentence) return false;
  const Phrase& p = g_.mentions[subject_of(who)->phrase];
  if (!(g_.classes(subject_of(who)->phrase) & (bit(NounClass::person) | bit(NounClass::role))) && p.kind == PhraseKind::noun) return false;
  copy(id, who, "subject.speaker");
  return true;
}

/// "said after talks with his counterpart": who speaks or acts before, at or after a meeting with somebody is at it.
bool Inheritance::came_from(const Clause& c, ClauseId id) {
  if (c.kind == PredicateKind::verb || !c.phrase.valid() || !c.parent.valid() || !(g_.classes(c.phrase) & bit(NounClass::meeting)))
    return false;
  constexpr uint64_t kWhen = bit(NounClass::time) | bit(NounClass::meeting);  // Time=After, Time=During in ar/particles.tsv
  const WordId after = g_.mentions[c.phrase].preposition;
  if (!after.valid() || !g_.lemma(after) || !(g_.lemma(after)->classes & kWhen) || !with_somebody(id)) return false;
  const Clause& p = out_.clauses[c.parent.value];
  const Argument* s = subject_of(c.parent);
  if (p.kind != PredicateKind::verb || p.passive || g_.has(p.lemma, VerbClass::happen)) return false;
  if (!s || !s->phrase.valid() || s->clause == id || !g_.actor_like(s->phrase)) return false;
  copy(id, c.parent, "subject.came_from");
  return true;
}

/// Somebody, not "that" or "this" alone.
bool Inheritance::acts(PhraseId p) const {
  if (!g_.actor_like(p)) return false;
  const Features f = g_.word(g_.mentions[p].head).features;
  return g_.mentions[p].kind != PhraseKind::pronoun || f.person() != Person::none || f.number() == Number::plur;
}

/// Could a verb without subject mean the one who did something else: it agrees in number too, which it doesn't before its subject, and a
/// name is as its own verb says.
bool Inheritance::refers(const Clause& c, const Argument& s, const Clause& did) const {
  const Word& verb = g_.word(c.predicate);
  if (!g_.agrees(verb, s.phrase, false)) return false;
  const Phrase& p = g_.mentions[s.phrase];
  const uint64_t k = g_.classes(s.phrase);
  const Number v = verb.features.number(), n = g_.word(p.head).features.number();
  const Features own = g_.word(did.predicate).features;
  if (p.kind == PhraseKind::relative || (k & bit(NounClass::quantity))) return true;
  if (p.kind == PhraseKind::pronoun) return v == Number::none || n == Number::none || v == n;
  if (p.kind == PhraseKind::name) {
    const bool tells = did.kind == PredicateKind::verb && !s.inherited && own.person() == Person::third && own.number() == v;
    return v != Number::plur && (!tells || own.gender() == Gender::none || own.gender() == verb.features.gender());
  }
  constexpr uint64_t kMany = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::plural) | bit(NounClass::organisation);
  const bool counted = p.number != kNone, row = g_.heads_row(s.phrase);
  if (v == Number::dual) return n == Number::dual || row || counted;
  if (v == Number::plur) return n == Number::plur || counted || row || (k & kMany) != 0;
  return !(k & Grammar::kHuman) || (n != Number::plur && n != Number::dual && !counted);
}

/// Does the clause stand in another of that link which doesn't hold the other clause too.
bool Inheritance::apart(ClauseId inner, ClauseId from, Link link) const {
  for (int steps = 0; steps < 6 && inner.valid(); ++steps, inner = out_.clauses[inner.value].parent) {
    if (out_.clauses[inner.value].link != link) continue;
    ClauseId at = from;
    for (int up = 0; up < 8 && at.valid() && at != inner; ++up) at = out_.clauses[at.value].parent;
    if (at != inner) return true;
  }
  return false;
}

/// How much a verb without subject speaks for the doer of a clause before it: the nearer, the plainer a doer, and not out of a clause
/// that only tells what somebody is or says.
int Inheritance::points(const Clause& c, ClauseId id, ClauseId before, const Argument& s) const {
  constexpr int kParent = 9, kNoun = -6, kAside = -9, kSaid = -5, kSpeaker = 6, kPlace = -8, kSentence = -4;
  const Clause& k = out_.clauses[before.value];
  const bool speech = g_.is_speech(c.lemma);
  constexpr uint64_t kSomebody = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::state) | bit(NounClass::organisation) |
                                 bit(NounClass::force) | bit(NounClass::group);
  const uint64_t classes = g_.classes(s.phrase);
  int out = -int(id.value - before.value);
  if (before == c.parent) out += kParent;
  if (k.kind != PredicateKind::verb) out += kNoun;
  if (apart(before, id, Link::relative)) out += kAside;
  if (speech && apart(before, id, Link::content)) out += kSaid;
  if (speech && k.kind == PredicateKind::verb && g_.is_speech(k.lemma)) out += kSpeaker;
  if (speech && (classes & bit(NounClass::place)) && !(classes & kSomebody)) out += kPlace;
  if (k.sentence != c.sentence) out += kSentence;
  return out;
}

/// The clause whose doer a verb without subject most likely goes on with, of those from `first`; none where nothing agrees.
template <typename May>
ClauseId Inheritance::likeliest(const Clause& c, ClauseId id, const May& may) {
  constexpr int kThing = -12;  // what can't speak
  ClauseId best;
  int most = -1000;
  for (size_t i = id.value; i-- > 0 && i + 14 > id.value;) {
    const ClauseId before = ClauseId::at(i);
    const Argument* s = subject_of(before);
    if (!may(before)) continue;
    if (!s || !s->phrase.valid() || s->clause == id || !refers(c, *s, out_.clauses[i])) continue;
    const bool somebody = !s->clause.valid() && acts(s->phrase);
    if (!somebody && before != c.parent) continue;
    const int n = points(c, id, before, *s) + (somebody || !g_.is_speech(c.lemma) ? 0 : kThing);
    if (n > most) most = n, best = before;
  }
  return best;
}

/// "met the leaders, where they criticised": a plural verb that agrees with no doer means people who were met or asked.
bool Inheritance::of_people_named(const Clause& c, ClauseId id) {
  const Features v = g_.word(c.predicate).features;
  if (v.number() != Number::plur || v.person() == Person::first || is_open_condition(c.link)) return false;  // "unless they withdraw"
  for (size_t i = id.value; i-- > 0 && i + 6 > id.value && out_.clauses[i].sentence == c.sentence;) {
    for (uint32_t d = first_draft_[i]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      const bool whom = a.role == ArgumentRole::object || (a.role == ArgumentRole::oblique && a.rule == "oblique.governed");
      if (!whom || !a.phrase.valid() || a.clause.valid() || g_.mentions[a.phrase].kind != PhraseKind::noun) continue;
      if (!(g_.classes(a.phrase) & Grammar::kHuman) || g_.word(g_.mentions[a.phrase].head).features.number() != Number::plur) continue;
      return does(id, a, "subject.dropped_people");
    }
  }
  return false;
}

/// A verb without subject goes on with a doer before it in the sentence that it agrees with.
bool Inheritance::dropped_before(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::verb || c.passive) return false;
  const ClauseId best = likeliest(c, id, [&](ClauseId k) { return out_.clauses[k.value].sentence == c.sentence; });
  if (!best.valid()) return of_people_named(c, id) || spoken_of_self(c, id);
  copy(id, best, best == c.parent && c.link == Link::coordination ? "subject.shared" : "subject.dropped");
  return true;
}

/// Is the verb one of those that only somebody does: it speaks, judges, agrees, asks; nothing that only happens or strikes.
bool Inheritance::done_by_people(LemmaId verb) const {
  constexpr uint64_t kMayHappen = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::happen) | bit(VerbClass::suffer) |
                                  bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) |
                                  bit(VerbClass::phase_near) | bit(VerbClass::cause) | bit(VerbClass::modal);
  const bool moves = g_.has(verb, VerbClass::motion);  // "aid arrived"; but only somebody attends a meeting
  if (g_.verb_classes(verb) & kMayHappen) return false;
  constexpr uint64_t kOthers =
      bit(EventType::assault) | bit(EventType::threaten) | bit(EventType::mobilize) | bit(EventType::retreat) | bit(EventType::protest);
  return g_.tells_only(verb, moves ? bit(EventType::consult) : ~kOthers);
}

/// Opens the sentence with what is done by saying something: "And he refused", "backed", "blamed".
bool Inheritance::done_in_words(const Clause& c) const {
  const WordId first = g_.words.first_of[g_.text.sentences[c.sentence.value].first.value];
  if (c.predicate.value > first.value + 2 || g_.word(c.predicate).features.aspect() != Aspect::perf) return false;
  return g_.tells_only(c.lemma, bit(EventType::reject) | bit(EventType::accuse) | bit(EventType::support) | bit(EventType::request));
}

/// "And he backed the right of": a thing after a verb that only somebody does is its object, where somebody before it agrees with it.
bool Inheritance::before_thing(const Clause& c, ClauseId id) {
  Argument* s = find(id, ArgumentRole::subject);
  if (c.kind != PredicateKind::verb || c.passive || !s || s->rule != "subject.after" || !s->phrase.valid() || !c.lemma) return false;
  if (!(g_.government_of(c.lemma) & government::kObject) || !done_by_people(c.lemma)) return false;
  if (g_.word(c.predicate.next()).enclitic || find(id, ArgumentRole::object) || find(id, ArgumentRole::content)) return false;
  constexpr uint64_t kOthers = bit(NounClass::protest) | bit(NounClass::medium) | bit(NounClass::force) | bit(NounClass::quantity);
  constexpr uint64_t kVoices = kOthers | bit(NounClass::statement) | bit(NounClass::document);
  const bool tells = g_.is_speech(c.lemma) && !g_.has(c.lemma, VerbClass::say_deny);  // a report tells and asks; it refuses nothing
  const bool inside =
      c.link == Link::relative || (c.link == Link::content && c.parent.valid() && out_.clauses[c.parent.value].link == Link::relative);
  const Phrase& p = g_.mentions[s->phrase];
  const bool thing = !inside && p.kind == PhraseKind::noun && p.name == kNone && g_.lemma(p.head) && !g_.actor_like(s->phrase);
  if (!thing || (g_.classes(s->phrase) & (tells ? kVoices : kOthers))) return false;
  s->role = ArgumentRole::object;
  const std::string_view rule = s->rule;
  s->rule = "object.dropped_subject";
  if (c.parent.valid())
    dropped_before(c, id);
  else
    dropped_across(c, id);
  if (extra_subject(id)) return true;
  s->role = ArgumentRole::subject;
  s->rule = rule;
  return false;
}

/// Does a sentence that opens with this verb go on about the one whose deed opened the sentence before: "The minister left. And he will
/// visit ...".
bool Inheritance::takes_up(const Clause& c, ClauseId before) const {
  const Clause& k = out_.clauses[before.value];
  const WordId first = g_.words.first_of[g_.text.sentences[c.sentence.value].first.value];
  return c.predicate.value <= first.value + 2 && k.link == Link::root && !g_.is_speech(k.lemma);
}

/// A verb without subject at the beginning of a sentence goes on with the one before: "And he added".
void Inheritance::dropped_across(const Clause& c, ClauseId id) {
  if (c.kind != PredicateKind::verb || c.passive || id.value == 0) return;
  if (dropped_before(c, id) || c.link != Link::root) return;
  const ClauseId best = likeliest(c, id, [&](ClauseId before) {
    const Clause& k = out_.clauses[before.value];
    if (k.kind != PredicateKind::verb || k.sentence == c.sentence || k.sentence.value + 1 < c.sentence.value) return false;
    if (k.lemma == c.lemma && k.link == Link::content) return true;  // "... that they arrested ten. They also arrested"
    if (k.link != Link::root && k.link != Link::coordination) return false;
    return (g_.is_speech(k.lemma) && (g_.is_speech(c.lemma) || done_in_words(c))) || takes_up(c, before);
  });
  if (best.valid()) copy(id, best, "subject.dropped_across");
}

}  // namespace isnad
