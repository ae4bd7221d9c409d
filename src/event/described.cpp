// What a relative clause on an event's noun tells of its parties: "the raid which the jets carried out", "an attack that cost lives".
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kAhead = 8;  // how many clauses on a relative clause may begin
constexpr uint32_t kRow = 5;    // how many clauses on one in a row with this may begin
constexpr uint32_t kNear = 8;   // how many phrases back the one that a word stands in may begin
constexpr int kSteps = 5;       // how many nouns may stand between an act and who is called by it
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

/// Does who says what a relative clause tells take the act on himself ("which the movement announced its responsibility for"), or call to
/// it
/// ("the strike that the union called for").
bool Coder::own_by_words(const Event& e, const Described& d) const {
  const Clause& r = clauses_[d.clause];
  if (e.type == EventType::protest && g_.has(r.lemma, VerbClass::say_ask)) return d.as->role == ArgumentRole::oblique;
  const Argument* o = clauses_.find(r, ArgumentRole::object);
  return g_.has(r.lemma, VerbClass::say_assert) && o && o->phrase.valid() && o->phrase != d.as->phrase && own_burden(o->phrase);
}

/// "its responsibility": what is the speaker's own and takes what it is for after a preposition.
bool Coder::own_burden(PhraseId p) const {
  const WordId head = g_.mentions[p].head;
  return g_.word(head.next()).enclitic && !g_.is_predicate(p) && (g_.classes(p) & bit(NounClass::abstract)) &&
         g_.government_of(g_.word(head).lemma) != 0;
}

/// Does a preposition stand there whose pronoun is the noun: "for it".
bool Coder::for_it(WordId w, PhraseId noun) const {
  if (w.next().value >= g_.words.size() || g_.word(w).features.upos() != Upos::adp || !g_.word(w.next()).enclitic) return false;
  const Features it = g_.word(w.next()).features, head = g_.word(g_.mentions[noun].head).features;
  const bool things = head.number() == Number::plur;
  return it.number() == Number::sing && it.gender() == (things ? Gender::fem : head.gender());
}

/// Who says in a relative clause on the act that he answers for it: "a blast that the movement announced its responsibility for".
PhraseId Coder::claims_described(const Event& e, ClauseId c) const {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kAhead; ++i) {
    const Clause& r = clauses_.clauses[i];
    if (r.sentence != clauses_[c].sentence) return {};
    if (r.kind != PredicateKind::verb || !g_.has(r.lemma, VerbClass::say_assert)) continue;
    const Argument* o = clauses_.find(r, ArgumentRole::object);
    const Argument* s = clauses_.find(r, ArgumentRole::subject);
    if (!o || !o->phrase.valid() || !own_burden(o->phrase) || !for_it(g_.mentions[o->phrase].last, clauses_[c].phrase) || !s ||
        !s->phrase.valid() || !g_.actor_like(s->phrase))
      continue;
    if (another(e, s->phrase)) return s->phrase;
  }
  return {};
}

/// What went off in a blast: "the explosion of a device".
PhraseId Coder::went_off(PhraseId blast) const {
  const PhraseId next{blast.value + 1};
  if (next.value >= g_.mentions.phrases.size()) return {};
  const Phrase& p = g_.mentions[next];
  constexpr uint64_t kArms = bit(NounClass::weapon) | bit(NounClass::explosive) | bit(NounClass::vehicle);
  const bool of = p.outer == blast && p.attachment == Attachment::annexed;
  return of && (g_.classes(next) & kArms) ? next : PhraseId::none();
}

/// Who did in a relative clause what an act or its means were needed for.
PhraseId Coder::doer_by_thing(const Event& e, PhraseId thing, ClauseId after, bool means) const {
  constexpr uint64_t kNoUse = bit(VerbClass::perceive) | bit(VerbClass::suffer);
  for (Described d = next_relative(thing, after); d.as; d = next_relative(thing, d.clause)) {
    if (const PhraseId p = ascribed_to(e, d); p.valid()) return p;
    const LemmaId verb = clauses_[d.clause].lemma;
    const bool used = means && d.as->role == ArgumentRole::object && !g_.is_speech(verb) && !(g_.verb_classes(verb) & kNoUse);
    if (!used && !(g_.verb_classes(verb) & kCarriers) && !own_by_words(e, d)) continue;
    if (const PhraseId p = doer_in_relative(e, d); p.valid()) return p;
  }
  return {};
}

/// To whom a relative clause ascribes the act: "a raid that officials ascribed to the army".
PhraseId Coder::ascribed_to(const Event& e, const Described& d) const {
  const Clause& r = clauses_[d.clause];
  if (!g_.has(r.lemma, VerbClass::say_quote) || d.as->role != ArgumentRole::object) return {};
  for (const Argument& a : clauses_.arguments_of(r))
    if (a.role == ArgumentRole::oblique && a.rule == "oblique.governed" && a.phrase.valid() && g_.actor_like(a.phrase))
      return another(e, a.phrase) ? a.phrase : PhraseId::none();
  return {};
}

/// "the marches that the union organised", "acts of violence which supporters of X carried out": who carries out what the noun names.
PhraseId Coder::who_did_described(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind == PredicateKind::verb || k.kind == PredicateKind::participle || !k.phrase.valid()) return {};
  if (const PhraseId p = doer_by_thing(e, k.phrase, c, false); p.valid()) return p;
  if (const PhraseId arms = e.type == EventType::assault ? went_off(k.phrase) : PhraseId::none(); arms.valid())
    if (const PhraseId p = doer_by_thing(e, arms, c, true); p.valid()) return p;
  return e.type == EventType::assault ? claims_described(e, c) : PhraseId::none();
}

/// "killed in an operation which the police carried out", "hit by a shell that a tank fired": who did that in which, or used that by which,
/// somebody was killed, hurt or taken; of a row of acts what the last one has.
PhraseId Coder::who_did_occasion(const Event& e, ClauseId c) const {
  constexpr uint64_t kMeans = bit(NounClass::weapon) | bit(NounClass::explosive) | bit(NounClass::vehicle);
  constexpr uint64_t kOccasions = bit(NounClass::event) | bit(NounClass::violence);
  if ((e.type != EventType::assault && e.type != EventType::coerce) || !counts(e)) return {};
  for (uint32_t i = c.value; i < clauses_.clauses.size() && i < c.value + kRow; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) break;
    if (i != c.value && (k.link != Link::coordination || k.parent < c || (k.kind == PredicateKind::verb && !k.passive))) continue;
    bool told = false;
    for (const Argument& a : clauses_.arguments_of(k)) {
      if (a.role != ArgumentRole::oblique || a.inherited || !a.phrase.valid()) continue;
      const bool means = (g_.classes(a.phrase) & kMeans) != 0;
      if (!means && !(g_.classes(a.phrase) & kOccasions)) continue;
      told = true;
      if (const PhraseId p = doer_by_thing(e, a.phrase, ClauseId{i}, means); p.valid()) return p;
      if (const PhraseId arms = went_off(a.phrase); arms.valid())
        if (const PhraseId p = doer_by_thing(e, arms, ClauseId{i}, true); p.valid()) return p;
      if (a.clause.valid() && a.clause != c && e.type == EventType::assault)
        if (const PhraseId p = claims_described(e, a.clause); p.valid()) return p;
    }
    if (told) break;
  }
  return {};
}

/// The same for all whom nobody is named for yet, or only who announces it.
void Coder::doer_of_occasion(Event& e) {
  if (e.fillers[0].count && !(e.actor_inherited && announcer(e, e.clause).valid())) return;
  const PhraseId p = who_did_occasion(e, e.clause);
  const Entity* x = p.valid() ? entity(p) : nullptr;
  if (!p.valid()) return;
  for (const EntityId f : Events::slice(out_.fillers, e.fillers[0]))
    if (x && !x->country.empty() && entities_[f].country == x->country) return;  // "the army announced": its own jets
  give(e, Slot::actor, p, "actor.of_occasion");
}

/// Whom the act over a relative clause struck is whom what that tells struck: "policemen were hurt by bullets which a man fired".
void Coder::struck_over_relative(Event& e) {
  const Clause& k = clauses_[e.clause];
  if (e.type != EventType::assault || k.link != Link::relative || e.fillers[1].count || counts(e)) return;
  ClauseId at = k.parent;
  for (int steps = 0; steps < 2 && at.valid(); ++steps, at = clauses_[at].parent) {
    const EventId over = out_.event_of[at.value];
    if (!over.valid()) continue;
    const Event& up = out_.events[over.value];
    if (up.type != EventType::assault || !counts(up) || up.fillers[1].count == 0) return;
    const Argument* o = clauses_.find(k, ArgumentRole::object);
    constexpr uint64_t kMeans = bit(NounClass::weapon) | bit(NounClass::explosive) | bit(NounClass::violence);
    if (!o || !o->phrase.valid() || !o->rule.starts_with("relative.") || !(g_.classes(o->phrase) & kMeans)) return;
    take_victims(e, up.fillers[1], "recipient.of_outcome", up.trigger);
    return;
  }
}

/// Is the word one for somebody by what he does with an act: who carries it out or brings it about (what is annexed to him), who takes part
/// in it, is involved in it, accused or suspected of it (after its preposition).
bool Coder::agent_word(const Event& e, WordId w, WordId preposition) const {
  const Lemma* l = g_.lemma(w);
  if (!l || (l->upos != Upos::noun && l->upos != Upos::adj)) return false;
  const bool person = l->upos == Upos::noun && (l->classes & bit(NounClass::person)) && l->derivation != Derivation::masdar;
  const bool participle = l->base != kNone && (l->derivation == Derivation::active_participle || person);
  const uint64_t verb = l->base != kNone ? g_.verb_classes(LemmaId{l->base}) : 0;
  const bool men = g_.word(w).features.number() == Number::plur && g_.word(w).features.gender() == Gender::masc;
  if (!preposition.valid()) {
    constexpr uint64_t kDoes = bit(VerbClass::light) | bit(VerbClass::cause) | bit(VerbClass::intend);
    return (participle || (men && l->derivation == Derivation::passive_participle)) && (verb & kDoes);
  }
  if (!g_.governs(g_.word(w).lemma, preposition)) return false;
  const bool trade = l->sector != Sector::none;  // "workers in"
  if (participle && !trade && ((verb & bit(VerbClass::own)) || (men && (verb & bit(VerbClass::light_bi))))) return true;
  const bool violent = e.type == EventType::assault;
  if (l->derivation == Derivation::passive_participle) return violent && (verb & bit(VerbClass::say_accuse));
  const Lemma* to = g_.lemma(preposition);
  return violent && person && to->preposition && (l->government & government::of(to->preposition));  // not "the dead in the blasts"
}

/// The phrase that a word is the head of, or the nearest before that ends with it.
PhraseId Coder::phrase_with(WordId w) const {
  if (const PhraseId p = g_.mentions.phrase_of[w.value]; p.valid()) return p;
  const auto& all = g_.mentions.phrases;
  auto it = std::upper_bound(all.begin(), all.end(), w, [](WordId x, const Phrase& p) { return x < p.first; });
  for (uint32_t tries = 0; it != all.begin() && tries < kNear; ++tries) {
    --it;
    if (it->last == w.next()) return PhraseId::at(size_t(it - all.begin()));
  }
  return {};
}

/// Whom the act is threatened to: "which the regime threatened with strikes".
PhraseId Coder::threatened_with(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (e.type != EventType::assault || e.fillers[1].count || k.kind == PredicateKind::verb || k.link != Link::argument || !k.parent.valid())
    return {};
  const Clause& up = clauses_[k.parent];
  const WordId by = k.phrase.valid() ? g_.mentions[k.phrase].preposition : WordId::none();
  if (!g_.has(up.lemma, VerbClass::say_threaten) || !by.valid() || g_.word(by).lemma != g_.lexicon.clitic(Clitic::bi)) return {};
  const Argument* o = clauses_.find(up, ArgumentRole::object);
  return o && o->phrase.valid() && o->clause != c && !shares_actor(e, o->phrase) ? o->phrase : PhraseId::none();
}

/// Who is called by what he did: "the perpetrators of the massacre", "those involved in the abduction of", "officers accused of taking part
/// in attacks on".
PhraseId Coder::called_by_act(const Event& e, ClauseId c) const {
  constexpr uint64_t kTypes = bit(EventType::assault) | bit(EventType::protest) | bit(EventType::coerce);
  constexpr uint64_t kThrough = bit(VerbClass::own) | bit(VerbClass::light) | bit(VerbClass::attempt) | bit(VerbClass::intend);
  const Clause& k = clauses_[c];
  if (!(bit(e.type) & kTypes) || k.kind == PredicateKind::verb || k.kind == PredicateKind::participle || !k.phrase.valid()) return {};
  PhraseId at = k.phrase;
  for (int steps = 0; steps < kSteps && at.valid(); ++steps) {
    const Phrase& p = g_.mentions[at];
    if (p.attachment == Attachment::coordinated) {
      at = p.outer;
      continue;
    }
    const bool annexed = p.attachment == Attachment::annexed && p.outer.valid();
    if (!annexed && (!p.preposition.valid() || p.preposition.value == 0)) return {};
    const WordId w = annexed ? g_.mentions[p.outer].head : p.preposition.prev();
    if (agent_word(e, w, annexed ? WordId::none() : p.preposition)) {
      PhraseId who = phrase_with(w);
      const ClauseId said = clauses_.clause_of[w.value];  // "that the wanted man is accused of"
      if (said.valid())
        for (const Argument& a : clauses_.arguments_of(clauses_[said]))
          if (a.rule == "subject.nominal" && a.phrase.valid() && g_.actor_like(a.phrase)) who = a.phrase;
      const Word& word = g_.word(w);
      const bool predicate =
          !annexed && !word.article && word.features.number() == Number::sing && who.valid() && g_.mentions[who].head == w;
      if (predicate) return {};  // "it is responsible for"
      return who.valid() && another(e, who) ? who : PhraseId::none();
    }
    const bool through = (g_.verb_classes(g_.word(w).lemma) & kThrough) && g_.word(w).features.upos() == Upos::noun;
    at = annexed ? p.outer : g_.mentions.phrase_of[w.value];
    if (!at.valid() || (!through && !(annexed && (g_.classes(at) & (bit(NounClass::violence) | bit(NounClass::event)))))) return {};
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
    if (!suffers && !g_.has(r.lemma, VerbClass::violence) && !g_.names(r.lemma, bit(EventType::assault))) continue;
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
