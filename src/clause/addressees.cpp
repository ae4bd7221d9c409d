// Whom a verb asks, accuses or describes, where he was taken for who does so, or stands far behind a long subject.
#include "clause/builder.h"

namespace isnad {
namespace {

constexpr uint64_t kTells = bit(VerbClass::say_ask) | bit(VerbClass::say_accuse) | bit(VerbClass::say_describe);
constexpr uint64_t kObliged = bit(VerbClass::say_accuse) | bit(VerbClass::say_describe);  // with "of" they can't do without whom
constexpr uint32_t kFar = 24;                                                             // phrases that a subject may take
constexpr uint32_t kSteps = 8;                                                            // verbs joined by "and"
constexpr int kEnough = 4;                                                                // points that make a subject an object

}  // namespace

/// What a verb that asks or accuses is followed by shows who is asked: called when its complement ("to", "of") comes.
void ClauseBuilder::addressee(ClauseId id, const Phrase& complement) {
  Clause& v = clause(id);
  if (v.kind != PredicateKind::verb || v.passive || !(g_.verb_classes(v.lemma) & kTells)) return;
  if (!(g_.government_of(v.lemma) & government::kObject) || g_.word(v.predicate.next()).enclitic) return;
  if (has(id, ArgumentRole::object) || ruled(id, "oblique.governed")) return;
  const bool third = g_.word(v.predicate).features.person() == Person::third;
  Clauses::Draft* s = latest(id, ArgumentRole::subject);
  const PhraseId who = s ? s->argument.phrase : PhraseId::none();
  const bool after = s && s->argument.rule == "subject.after" && who.valid() && g_.actor_like(who);
  if (third && s && !after) return;
  if (const PhraseId whom = before_complement(id, who, complement); whom.valid()) {
    if (third && !after && asked_points(v, whom, goes_on_from(id), complement) + 1 < kEnough) return;
    return argue(id, ArgumentRole::object, whom, {}, {}, "object.before_complement");
  }
  if (!third || !after) return;
  if (g_.mentions[who].first != v.predicate.next()) return;
  const PhraseId before = goes_on_from(id);
  const LemmaId of = g_.word(complement.preposition).lemma;
  const bool obliged = (g_.verb_classes(v.lemma) & kObliged) && of == g_.lexicon.clitic(Clitic::bi);
  if ((!obliged && !g_.has(v.lemma, VerbClass::say_ask)) || something_between(who, complement)) return;
  const int must = !obliged ? 0 : g_.mentions[who].last == complement.preposition ? 5 : 3;  // nothing between that it could have
  if (asked_points(v, who, before, complement) + must < kEnough) return;
  s->argument.role = ArgumentRole::object;
  s->argument.rule = "object.asked";
  if (obliged && !before.valid()) v.passive = true, s->argument.rule = "subject.passive_unmarked";
}

/// "urged the minister, who ... in the square, the council to": somebody right before the complement who has no role yet.
PhraseId ClauseBuilder::before_complement(ClauseId id, PhraseId subject, const Phrase& complement) const {
  constexpr uint64_t kWhom = bit(NounClass::meeting) | bit(NounClass::organisation) | bit(NounClass::group);
  const uint64_t office = subject.valid() ? g_.classes(subject) & bit(NounClass::role) : 0;
  const WordId begin = subject.valid() ? g_.mentions[subject].last : clause_at(id).predicate.next();
  uint32_t first = subject.valid() ? subject.value + 1 : uint32_t(g_.mentions.phrases.size());
  if (!subject.valid())  // the phrases after the verb
    for (uint32_t tries = 0; first > 0 && tries < 4 * kFar && g_.mentions.phrases[first - 1].first >= begin; ++tries) --first;
  for (uint32_t i = first; i < g_.mentions.phrases.size() && i < first + kFar; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.first >= complement.preposition) return {};
    if (p.first < begin) continue;
    if (told_in_statement(PhraseId{i})) return PhraseId{i};
    if (p.last.value + 1 < complement.preposition.value) continue;
    if (p.kind != PhraseKind::noun && p.kind != PhraseKind::name) continue;
    if (p.preposition.valid() || p.attachment != Attachment::none || p.last > complement.preposition || !determined(PhraseId{i})) continue;
    if (!g_.actor_like(PhraseId{i}) && !(g_.classes(PhraseId{i}) & kWhom)) continue;
    if (office && p.kind == PhraseKind::name && (g_.classes(PhraseId{i}) & bit(NounClass::person))) continue;  // the subject's own name
    for (size_t d = first_draft_; d < out_.drafts.size(); ++d)
      if (out_.drafts[d].argument.phrase == PhraseId{i} && out_.drafts[d].clause != id) return {};
    return PhraseId{i};
  }
  return {};
}

/// "urged in a statement all sides to": somebody right after the paper "in" which he is urged looks as if it were his.
bool ClauseBuilder::told_in_statement(PhraseId whom) const {
  const Phrase& p = g_.mentions[whom];
  if (p.attachment != Attachment::annexed || p.kind == PhraseKind::pronoun || !determined(whom)) return false;
  const Phrase& paper = g_.mentions[p.outer];
  if (paper.first != paper.head || !paper.preposition.valid() || paper.head.next() != p.first || paper.attachment != Attachment::none)
    return false;
  const Lemma* in = g_.lemma(paper.preposition);
  if (!in || !(in->classes & bit(NounClass::place)) || !(g_.classes(p.outer) & bit(NounClass::statement))) return false;
  return g_.actor_like(whom) && !g_.word(p.last.prev()).enclitic;
}

/// Stands a phrase without a preposition between: then the verb may have both, one of them misread.
bool ClauseBuilder::something_between(PhraseId who, const Phrase& complement) const {
  for (uint32_t i = who.value + 1; i < g_.mentions.phrases.size() && i < who.value + kFar; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.first >= complement.preposition) return false;
    const bool noun = p.kind == PhraseKind::noun || p.kind == PhraseKind::name;
    if (noun && p.first >= g_.mentions[who].last && !p.preposition.valid() && p.attachment == Attachment::none) return true;
  }
  return false;
}

/// Who did what the verb goes on from by "and", if the verb agrees with him: "condemned the raids and called on the powers to".
PhraseId ClauseBuilder::goes_on_from(ClauseId id) const {
  ClauseId at = id;
  for (uint32_t steps = 0; steps < kSteps; ++steps) {
    const Clause& k = clause_at(at);
    if (k.link != Link::coordination || !k.parent.valid()) return {};
    at = k.parent;
    const Clauses::Draft* s = latest(at, ArgumentRole::subject);
    if (!s) continue;
    const PhraseId p = s->argument.phrase;
    const Features head = p.valid() ? g_.word(g_.mentions[p].head).features : Features{};
    const Features verb = g_.word(clause_at(id).predicate).features;
    const bool men = head.number() == Number::plur && head.kase() == Case::nom && head.gender() == Gender::masc;  // a sound plural
    if (men && verb.number() == Number::sing) return {};
    const bool fits = p.valid() && g_.actor_like(p) && g_.agrees(g_.word(clause_at(id).predicate), p, false);
    return fits && !clause_at(at).passive ? p : PhraseId::none();
  }
  return {};
}

/// Points for the phrase right after the verb being asked, not asking.
int ClauseBuilder::asked_points(const Clause& v, PhraseId who, PhraseId before, const Phrase& complement) const {
  const Phrase& p = g_.mentions[who];
  const Word& head = g_.word(p.head);
  const Lemma* l = g_.lemma(p.head);
  const uint64_t k = g_.classes(who);
  if (head.features.kase() == Case::nom) return 0;
  if (before.valid() && g_.word(g_.mentions[before].head).lemma == head.lemma && head.lemma.valid()) return 0;  // "the party ... the party"
  int points = 0;
  if (before.valid()) points += 2;
  const bool plural = head.features.number() == Number::plur;
  const bool quantified = p.first < p.head && g_.function(p.first) == Function::quantifier;
  const bool many = plural || quantified || (k & (bit(NounClass::plural) | bit(NounClass::group)));
  const bool person = (k & (bit(NounClass::person) | bit(NounClass::role))) != 0;
  if (many) points += 1;
  if ((k & bit(NounClass::group)) && !plural && l && l->sector == Sector::CVL) points += 1;  // "the people" seldom call on others
  const Lemma* what = g_.lemma(complement.head);
  if (what && (what->classes & bit(NounClass::meeting)) && what->derivation != Derivation::masdar) points -= 1;  // "called for a summit"
  if (quantified) points += 2;                                                                                   // "all parties"
  if (!person) points += 1;
  if (person && !many) points -= 2;
  const Word& last = g_.word(p.last.prev());
  if (many && last.enclitic && last.features.person() == Person::third) points += 3;  // "his followers"
  points += p.last == complement.preposition ? 1 : -1;
  if (!determined(who)) points -= 3;
  const Gender gender = l && !plural && !many ? l->gender : Gender::none;
  const Gender verb = g_.word(v.predicate).features.gender();
  if (gender != Gender::none && verb != Gender::none && gender != verb && !g_.feminine_name(p) && p.number == kNone) points += 3;
  return points;
}

}  // namespace isnad
