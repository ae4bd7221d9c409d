// What a relative clause on an event's noun tells of its parties: "the raid which the jets carried out", "an attack that cost lives".
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kAhead = 8;  // how many clauses on a relative clause may begin
constexpr uint64_t kCarriers =
    bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue);

}  // namespace

/// Is what is said of a phrase said of the event that its noun names: the phrase itself, one that it stands under ("a series of raids"), or
/// one in a row with it ("marches and rallies which").
bool Coder::said_of(PhraseId of, PhraseId thing) const {
  constexpr uint64_t kParts = bit(NounClass::event) | bit(NounClass::quantity) | bit(NounClass::violence) | bit(NounClass::protest) |
                              bit(NounClass::group) | bit(NounClass::planned) | bit(NounClass::statement) | bit(NounClass::document);
  for (PhraseId at = thing; at.valid(); at = g_.mentions[at].outer) {
    if (at == of) return at == thing || !g_.actor_like(at);
    const Attachment how = g_.mentions[at].attachment;
    if (how == Attachment::coordinated) continue;
    const PhraseId up = g_.mentions[at].outer;
    if (how != Attachment::annexed || !up.valid() || (!(g_.classes(up) & kParts) && !g_.is_predicate(up))) break;
  }
  if (g_.word(g_.mentions[thing].head).features.number() != Number::plur) return false;  // "the release, and the verdicts which"
  for (PhraseId at = of; at.valid() && g_.mentions[at].attachment == Attachment::coordinated;) {
    at = g_.mentions[at].outer;
    if (at == thing) return true;
  }
  return false;
}

/// The next relative clause after `after` that says something of the phrase, and as what that stands in it.
Coder::Described Coder::next_relative(PhraseId thing, ClauseId after) const {
  for (uint32_t i = after.value + 1; i < clauses_.clauses.size() && i < after.value + kAhead; ++i) {
    const Clause& r = clauses_.clauses[i];
    if (r.sentence != g_.mentions[thing].sentence) return {};
    if (r.kind != PredicateKind::verb || r.link != Link::relative) continue;
    for (const Argument& a : clauses_.arguments_of(r)) {
      if (a.inherited || !a.phrase.valid() || !(a.rule.starts_with("relative.") || a.rule == "subject.before")) continue;
      if (said_of(a.phrase, thing)) return {ClauseId{i}, &a};
    }
  }
  return {};
}

/// Who stands as the subject after the verb of a relative clause in which the thing itself is something else.
PhraseId Coder::doer_in_relative(const Event& e, const Described& d) const {
  const Clause& r = clauses_[d.clause];
  if (d.as->role == ArgumentRole::subject || r.passive) return {};
  const Argument* s = clauses_.find(r, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || s->rule != "subject.after" || !g_.actor_like(s->phrase)) return {};
  return another(e, s->phrase) ? s->phrase : PhraseId::none();
}

/// "the marches that the union organised", "acts of violence which supporters of X carried out": who carries out what the noun names.
PhraseId Coder::who_did_described(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind == PredicateKind::verb || k.kind == PredicateKind::participle || !k.phrase.valid()) return {};
  for (Described d = next_relative(k.phrase, c); d.as; d = next_relative(k.phrase, d.clause)) {
    if (!(g_.verb_classes(clauses_[d.clause].lemma) & kCarriers)) continue;
    if (const PhraseId p = doer_in_relative(e, d); p.valid()) return p;
  }
  return {};
}

/// "the protests demanding the departure of": whose demand it is that a definite verbal noun, which can as well be a participle, right
/// after a protest names.
PhraseId Coder::demanding_protest(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (e.type != EventType::request || k.kind != PredicateKind::masdar || !k.phrase.valid() || k.phrase.value == 0) return {};
  const PhraseId before{k.phrase.value - 1};
  const Phrase &own = g_.mentions[k.phrase], &march = g_.mentions[before];
  const bool attribute = !own.preposition.valid() && g_.word(own.head).article && march.last == own.first && g_.word(march.head).article;
  if (!attribute || !(g_.classes(before) & bit(NounClass::protest))) return {};
  const ClauseId act = clauses_.clause_of[march.head.value];
  const Argument* s = act.valid() ? clauses_.find(clauses_[act], ArgumentRole::subject) : nullptr;
  return s && s->phrase.valid() && g_.actor_like(s->phrase) ? s->phrase : before;
}

/// "an attack which the village was exposed to", "a raid that hit the camp": whom or what the act that the noun names struck.
PhraseId Coder::struck_in_relative(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (e.type != EventType::assault || k.kind == PredicateKind::verb || k.kind == PredicateKind::participle || !k.phrase.valid()) return {};
  constexpr uint64_t kSites = bit(NounClass::facility) | bit(NounClass::place) | bit(NounClass::vehicle) | bit(NounClass::property);
  const auto struck = [&](PhraseId p) {
    const bool part = (g_.classes(p) & bit(NounClass::quantity)) && g_.word(g_.mentions[p].head.next()).enclitic;  // "most of which hit"
    return (g_.actor_like(p) || (g_.classes(p) & kSites)) && !g_.is_predicate(p) && !part;
  };
  for (Described d = next_relative(k.phrase, c); d.as; d = next_relative(k.phrase, d.clause)) {
    const Clause& r = clauses_[d.clause];
    const bool suffers = g_.has(r.lemma, VerbClass::suffer), subject = d.as->role == ArgumentRole::subject;
    if (r.passive || (suffers == subject)) continue;
    if (!suffers && !g_.has(r.lemma, VerbClass::violence) && !names(r.lemma, bit(EventType::assault))) continue;
    const Argument* a = clauses_.find(r, suffers ? ArgumentRole::subject : ArgumentRole::object);
    if (!a || !a->phrase.valid() || a->inherited || a->phrase == d.as->phrase || !struck(a->phrase)) continue;
    const EntityId x = entities_.entity_of[a->phrase.value];
    if (x.valid() && !among(e.fillers[0], x)) return a->phrase;
  }
  return {};
}

/// Whose lives, bodies or homes: the one to whom belongs what an act of violence strikes ("cost the lives of six people").
PhraseId Coder::whose_life(PhraseId p) const {
  constexpr uint64_t kOwn = bit(NounClass::body) | bit(NounClass::abstract);
  const PhraseId next{p.value + 1};
  if (!(g_.classes(p) & kOwn) || g_.actor_like(p) || next.value >= g_.mentions.phrases.size()) return {};
  const Phrase& inner = g_.mentions[next];
  return inner.outer == p && inner.attachment == Attachment::annexed ? next : PhraseId::none();
}

/// Who holds the site that was struck or taken: "areas which extremist groups control", "positions in which the militias hide"; not "a town
/// that they besiege".
PhraseId Coder::holder(const Event& e, ClauseId c, PhraseId site) const {
  for (Described d = next_relative(site, c); d.as; d = next_relative(site, d.clause)) {
    if (g_.is_speech(clauses_[d.clause].lemma) || d.as->rule != "relative.oblique") continue;
    const PhraseId p = doer_in_relative(e, d);
    if (p.valid() && !among(e.fillers[0], entities_.entity_of[p.value])) return p;
  }
  return {};
}

}  // namespace isnad
