// Who is meant by pronouns, and by "we" in the words of somebody.
#include <algorithm>

#include "entity/antecedents.h"
#include "entity/arabic_reference_words.h"

namespace isnad {

void Antecedents::pronoun(EntityId self) {
  Entity& e = out_.entities[self.value];
  const Phrase& p = g_.mentions[e.phrase];
  const Features f = g_.word(p.head).features;
  if (f.person() == Person::first) return speaker(e, p);
  if (f.person() == Person::second) return;
  const bool demonstrative = g_.expression(p.head) == Function::demonstrative || g_.function(p.head) == Function::demonstrative;
  if (f.person() == Person::none && f.number() != Number::plur) {  // "this", "all", "what": no one named before
    if (demonstrative) e.rule = kNobody;
    return;
  }
  if (const WordId w = participle_before(p); w.valid()) {
    const PhraseId noun = g_.mentions.phrase_of[w.value];
    const EntityId id = noun.valid() ? out_.entity_of[noun.value] : EntityId::none();
    if (id.valid() && out_[id].kind != EntityKind::none) return become(e, id, "coreference.participle");
    e.rule = kNobody;
    return;
  }
  if (separates(p)) {
    e.rule = kNobody;
    return;
  }
  const auto take = [&](EntityId a, std::string_view rule) {
    if (!row(self, a)) become(e, a, rule);
  };
  if (const EntityId s = subject_before(p, f); s.valid()) return take(s, "coreference.reporter");
  if (const PhraseId noun = described(p, f); noun.valid()) {  // where it is a thing, nobody is meant
    const EntityId s = out_.entity_of[noun.value];
    if (s.valid() && out_[s].kind != EntityKind::none && g_.actor_like(noun)) take(s, "coreference.relative");
    return;
  }
  if (const EntityId s = likeliest(p, f); s.valid()) return take(s, "coreference.pronoun"), counted_of(self);
  if (f.number() == Number::dual) both(self);
}

/// "Killed 12 of them": the number right before stands for those that the pronoun means.
void Antecedents::counted_of(EntityId them) {
  const PhraseId self = out_[them].phrase;
  if (self.value == 0) return;
  const PhraseId before{self.value - 1};
  const Phrase &p = g_.mentions[self], &some = g_.mentions[before];
  const EntityId id = out_.entity_of[before.value];
  if (!id.valid() || out_[id].antecedent.valid()) return;
  const WordId of = p.preposition;
  const bool number = some.kind == PhraseKind::number && of.valid() && some.last == of && g_.lemma(of) &&
                      (g_.lemma(of)->classes & bit(NounClass::quantity));
  if (!number) return;
  const EntityId meant = them;
  become(out_.entities[id.value], meant, "coreference.counted");
}

/// "Those arrested [on-them]", "the late [forgiven-to-him]": a passive participle with the article whose preposition holds the pronoun;
/// none where there is none.
WordId Antecedents::participle_before(const Phrase& p) const {
  if (p.head.value < 2 || !g_.word(p.head).enclitic || g_.word(p.head.prev()).features.upos() != Upos::adp) return {};
  const WordId w{p.head.value - 2};
  const Lemma* l = g_.lemma(w);
  const Features f = g_.word(w).features;
  const bool plain = f.gender() != Gender::fem && f.number() == Number::sing && g_.mentions.phrase_of[w.value].valid();
  return l && plain && g_.word(w).article && l->derivation == Derivation::passive_participle ? w : WordId::none();
}

/// "He", "it" on its own before a noun: it only parts subject and predicate, or means a thing.
bool Antecedents::separates(const Phrase& p) const {
  if (g_.word(p.head).enclitic || g_.word(p.head).features.number() != Number::sing) return false;
  const PhraseId self = g_.mentions.phrase_of[p.head.value];
  const ClauseId c = self.valid() ? out_.holder_of[self.value] : ClauseId::none();
  return !c.valid() || clauses_[c].kind == PredicateKind::noun || clauses_[c].kind == PredicateKind::masdar;
}

/// The clause whose verb or act the pronoun is joined to, or which holds what it belongs to.
ClauseId Antecedents::clause_at(const Phrase& p) const {
  const PhraseId self = g_.mentions.phrase_of[p.head.value];
  if (self.valid() && out_.holder_of[self.value].valid()) return out_.holder_of[self.value];
  return p.outer.valid() ? out_.holder_of[p.outer.value] : ClauseId::none();
}

/// "The conference that Egypt wants to host [it]": the noun that the relative clause around the pronoun describes, where they agree and
/// it isn't the doer of the same verb.
PhraseId Antecedents::described(const Phrase& p, Features f) const {
  ClauseId c = clause_at(p);
  for (int steps = 0; steps < 3 && c.valid() && clauses_[c].link != Link::relative; ++steps) {
    if (clauses_[c].sentence != p.sentence || clauses_[c].link == Link::content || clauses_[c].link == Link::coordination) return {};
    c = clauses_[c].parent;
  }
  if (!c.valid() || clauses_[c].link != Link::relative || !clauses_[c].marker.valid() || f.number() == Number::dual) return {};
  const Clause& k = clauses_[c];
  const Features r = g_.word(k.marker).features;
  if (k.marker >= p.head || r.gender() != f.gender() || r.number() != f.number()) return {};
  const WordId joined = k.predicate.next();  // "that they addressed [them] to it": another pronoun stands for the noun
  if (joined < p.head && g_.pronoun_joined(k.predicate) && g_.word(joined).features.gender() == f.gender() &&
      g_.word(joined).features.number() == f.number())
    return {};
  PhraseId found;
  for (uint32_t i = g_.mentions.phrase_of[p.head.value].value; i-- > 0;) {
    const Phrase& q = g_.mentions.phrases[i];
    if (q.sentence != p.sentence) break;
    const Features h = g_.word(q.head).features;
    if (q.last != k.marker || q.head >= k.marker) continue;
    const Number n = q.number != kNone ? Number::plur : h.number();
    if (gender_of(q) != f.gender() || (n == Number::sing) != (f.number() == Number::sing)) continue;
    if (!found.valid() || !g_.actor_like(found)) found = PhraseId{i};
  }
  return found.valid() && does_to(p) == found ? PhraseId::none() : found;
}

/// "And renewed his call": what belongs to the dropped subject of a verb belongs to that of the sentence before.
EntityId Antecedents::topic(const Phrase& p, Features f) const {
  const ClauseId own = clause_at(p);
  if (!own.valid()) return {};
  ClauseId c = own;
  for (int steps = 0; steps < 3 && clauses_[c].kind != PredicateKind::verb && clauses_[c].parent.valid(); ++steps) c = clauses_[c].parent;
  const Clause& k = clauses_[c];
  const Features v = g_.word(k.predicate).features;
  if (k.kind != PredicateKind::verb || k.link != Link::root || k.passive || clauses_.find(k, ArgumentRole::subject)) return {};
  if (k.sentence != p.sentence || v.person() != Person::third || v.gender() != f.gender()) return {};
  for (uint32_t i = c.value; i-- > 0;) {
    const Clause& before = clauses_.clauses[i];
    if (before.sentence.value + 1 < p.sentence.value) break;
    if (before.link != Link::root || before.kind != PredicateKind::verb) continue;
    const Argument* s = clauses_.find(before, before.passive ? ArgumentRole::object : ArgumentRole::subject);
    if (const EntityId id = s ? suits(s->phrase, p, f) : EntityId::none(); id.valid()) return id;
  }
  return {};
}

/// The subject of the verb that the pronoun is joined to, which would have said "himself"; none where it is joined to none.
PhraseId Antecedents::does_to(const Phrase& p) const {
  if (p.head.value == 0 || !g_.word(p.head).enclitic || g_.word(p.head.prev()).token != g_.word(p.head).token) return {};
  const ClauseId c = clauses_.clause_of[p.head.value - 1];
  if (!c.valid() || clauses_[c].kind != PredicateKind::verb) return {};
  const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject);
  return s ? s->phrase : PhraseId::none();
}

/// The verb of speech that reports a verb of speech: what "we" in both are is who speaks outside.
const Clause& Antecedents::outermost(const Clause& speech) const {
  const Clause* k = &speech;
  for (int steps = 0; steps < 3 && k->link == Link::content && k->parent.valid(); ++steps) {
    const Clause& up = clauses_[k->parent];
    if (up.kind != PredicateKind::verb || !g_.is_speech(up.lemma) || up.sentence != k->sentence) break;
    k = &up;
  }
  return *k;
}

/// Is it a verb or participle that says what follows, or "his words": not one whose object is what was said ("as the others said it").
bool Antecedents::quotes(const Clause& k) const {
  if (k.passive || !g_.is_speech(k.lemma)) return false;
  const bool joined = g_.pronoun_joined(k.predicate);
  if (k.kind == PredicateKind::masdar) return joined && !g_.has(k.lemma, VerbClass::say_ask);
  return !joined && (k.kind == PredicateKind::verb || k.kind == PredicateKind::participle);
}

/// "We", "our forces": whoever speaks, where a verb of speech holds the clause, else the last one who spoke in this sentence or before.
void Antecedents::speaker(Entity& e, const Phrase& p) {
  constexpr uint32_t kSpeech = 2;      // how many sentences back he may have spoken
  const auto& all = clauses_.clauses;  // in the order of their predicates
  const auto after = std::upper_bound(all.begin(), all.end(), p.head, [](WordId w, const Clause& k) { return w < k.predicate; });
  for (auto it = after; it != all.begin();) {
    const Clause& k = outermost(*--it);
    if (k.sentence.value + kSpeech < p.sentence.value) return;
    if (!quotes(k)) continue;
    const Argument* s = clauses_.find(k, ArgumentRole::subject);
    if (!s || !s->phrase.valid() || !out_.entity_of[s->phrase.value].valid()) continue;
    const EntityId id = out_.entity_of[s->phrase.value];
    if (&out_[id] == &e || g_.is_predicate(s->phrase)) continue;
    const bool pronoun = g_.mentions[s->phrase].kind == PhraseKind::pronoun;  // "we say": whoever that is
    if (pronoun ? !out_[id].antecedent.valid() : out_[id].kind == EntityKind::none && !g_.actor_like(s->phrase)) continue;
    return become(e, id, "coreference.speaker");
  }
}

/// "Its forces", "the leaders of the movement": what is said to be somebody's has his country, and people and bodies have his sector.
void Antecedents::possessed(const Entity& owner, const Phrase& p) {
  constexpr uint64_t kOwned = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::force) | bit(NounClass::organisation) |
                              bit(NounClass::facility) | bit(NounClass::vehicle) | bit(NounClass::group) | bit(NounClass::quantity) |
                              bit(NounClass::state);
  constexpr uint64_t kArmed = bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::UAF) | bit(Sector::REB);
  if (!owner.antecedent.valid() || owner.country.empty() || owner.kind == EntityKind::place) return;
  PhraseId at = p.attachment == Attachment::annexed ? p.outer : PhraseId{};
  for (int steps = 0; steps < 3 && at.valid() && out_.entity_of[at.value].valid(); ++steps) {
    Entity& e = out_.entities[out_.entity_of[at.value].value];
    if (arabic_reference::is_counterpart(letters(g_.mentions[at].head))) {  // of another country, in the same office
      if (e.sector == Sector::none) e.sector = owner.sector;
      return;
    }
    if (e.actor != kNone || !e.country.empty() || !(e.classes & kOwned)) return;
    if (at == p.outer && own_country(e, owner)) {
      at = g_.mentions[at].attachment == Attachment::annexed ? g_.mentions[at].outer : PhraseId{};
      continue;
    }
    e.country = owner.country;
    e.affiliation = owner.affiliation;
    if (e.sector == Sector::none && (e.classes & bit(NounClass::force)))
      e.sector = owner.sector == Sector::GOV || owner.sector == Sector::none ? Sector::MIL : owner.sector;
    if (e.sector == Sector::none && (e.classes & (bit(NounClass::role) | bit(NounClass::quantity)))) e.sector = owner.sector;
    if (e.sector == Sector::none && (e.classes & bit(NounClass::person)) && e.kind == EntityKind::group && (bit(owner.sector) & kArmed))
      e.sector = owner.sector;
    e.rule = "coreference.possessor";
    const Phrase& q = g_.mentions[at];
    at = q.attachment == Attachment::annexed ? q.outer : PhraseId{};
  }
}

/// "his country": the state that he is of, as the text names it before.
bool Antecedents::own_country(Entity& e, const Entity& owner) const {
  const uint32_t state = g_.lexicon.country(owner.country);
  if (state == kNone || !arabic_reference::is_country(letters(g_.mentions[e.phrase].head))) return false;
  become_state(e, owner.country);
  e.via = Via::alias;
  e.rule = "coreference.own_country";
  const size_t self = out_.entity_of[e.phrase.value].value, reach = self > kPeople ? self - kPeople : 0;
  for (size_t i = self; i-- > reach;) {
    const Entity& a = out_.entities[i];
    if (a.kind != EntityKind::country || a.state != state || a.antecedent.valid() || a.via == Via::metonymy) continue;
    e.antecedent = EntityId::at(i);
    e.via = Via::coreference;
    break;
  }
  return true;
}

/// The entity of a phrase, or whom its pronoun means, where that fits a pronoun; none else.
EntityId Antecedents::suits(PhraseId candidate, const Phrase& p, Features f) const {
  if (!candidate.valid()) return {};
  const Phrase& q = g_.mentions[candidate];
  const EntityId id = out_.entity_of[candidate.value];
  if (!id.valid() || q.head >= p.head || (q.first <= p.head && p.head < q.last) || !g_.actor_like(candidate)) return {};
  if (q.kind != PhraseKind::pronoun && f.number() == Number::plur && f.gender() == Gender::masc && !people_like(candidate)) return {};
  if (q.kind != PhraseKind::pronoun)
    return fits(out_[id], f.gender(), f.number()) || (f.number() == Number::dual && g_.heads_row(candidate)) ? id : EntityId::none();
  const Features h = g_.word(q.head).features;  // "it" and "them" are not the same
  if (h.person() == Person::third && f.person() == Person::third && (h.number() != f.number() || h.gender() != f.gender())) return {};
  const EntityId root = out_[id].antecedent;
  return root.valid() && (out_[id].also.valid() ? f.number() != Number::sing : fits(out_[root], f.gender(), f.number())) ? id
                                                                                                                         : EntityId::none();
}

/// Does a verb blame, thank or punish somebody.
bool Antecedents::judges(const Clause& k) const {
  if (!k.lemma.valid() || k.passive || g_.has(k.lemma, VerbClass::say_reveal)) return false;
  return g_.tells_only(k.lemma, bit(EventType::accuse) | bit(EventType::support) | bit(EventType::sanction));
}

/// Whom a verb of asking is addressed to, or whom one of blame, thanks or punishment is for: what he is asked to do, or blamed for, is his
/// ("called on Russia to stop its raids", "criticised Iran for its support of").
EntityId Antecedents::addressee(const Clause& k, const Phrase& p, Features f) const {
  if (k.kind != PredicateKind::verb) return {};
  const bool asks = g_.has(k.lemma, VerbClass::say_ask);
  if (!asks && !(judges(k) && p.outer.valid() && g_.is_predicate(p.outer) && g_.mentions[p.outer].preposition.valid())) return {};
  const Argument* o = clauses_.find(k, ArgumentRole::object);
  return o && !o->clause.valid() ? suits(o->phrase, p, f) : EntityId::none();
}

/// "The agency quoted the envoy as saying [his words]": whom a medium tells the words of.
EntityId Antecedents::quoted(const Clause& k, const Phrase& p, Features f) const {
  if (k.kind != PredicateKind::verb || !g_.is_predicate(p.outer) || !g_.is_speech(g_.word(g_.mentions[p.outer].head).lemma)) return {};
  const Argument *s = clauses_.find(k, ArgumentRole::subject), *o = clauses_.find(k, ArgumentRole::object);
  if (!s || !s->phrase.valid() || !o || o->phrase != p.outer || !(g_.classes(s->phrase) & bit(NounClass::medium))) return {};
  for (const Argument& a : clauses_.arguments_of(k)) {
    if (a.role != ArgumentRole::oblique || a.clause.valid() || !a.phrase.valid() || g_.mentions[a.phrase].head >= p.head) continue;
    if (const EntityId id = suits(a.phrase, p, f); id.valid()) return id;
  }
  return {};
}

/// "he stressed his refusal": what belongs to somebody inside a clause belongs to its subject, else to that of the clause around.
EntityId Antecedents::subject_around(const Phrase& p, Features f) const {
  if (!p.outer.valid() || p.attachment != Attachment::annexed) return {};
  ClauseId c = out_.holder_of[p.outer.value];
  if (const ClauseId act = clauses_.clause_of[g_.mentions[p.outer].head.value]; !c.valid() && act.valid()) {
    const Argument* s = clauses_.find(clauses_[act], ArgumentRole::subject);  // his act, which is no argument of another verb
    if (s && s->phrase == g_.mentions.phrase_of[p.head.value]) c = act;
  }
  for (int steps = 0; steps < 3 && c.valid(); ++steps, c = clauses_[c].parent) {
    const Clause& k = clauses_[c];
    if (k.sentence != p.sentence) return {};
    if (const EntityId asked = addressee(k, p, f); asked.valid()) return asked;
    if (const EntityId source = quoted(k, p, f); source.valid()) return source;
    const Argument* s = clauses_.find(k, k.passive ? ArgumentRole::object : ArgumentRole::subject);
    constexpr uint64_t kThings = bit(NounClass::vehicle) | bit(NounClass::weapon);
    const bool people = (g_.classes(p.outer) & (bit(NounClass::person) | bit(NounClass::role))) != 0;
    if (people && s && s->phrase.valid() && (g_.classes(s->phrase) & kThings) != 0) continue;  // a tank has no fighters
    if (k.link == Link::relative) return s ? suits(s->phrase, p, f) : EntityId::none();
    if (!s || !s->phrase.valid()) continue;
    const Phrase& q = g_.mentions[s->phrase];
    if (!out_.entity_of[s->phrase.value].valid() || q.head == p.head || (q.first <= p.head && p.head < q.last)) continue;
    if (!g_.actor_like(s->phrase)) continue;
    return suits(s->phrase, p, f);
  }
  return {};
}

/// "said that it would ... and that it ...": a pronoun that is the subject of what somebody says means him, or the subject of what is
/// said before it.
EntityId Antecedents::subject_before(const Phrase& p, Features f) const {
  const PhraseId self = g_.mentions.phrase_of[p.head.value];
  ClauseId c = self.valid() ? out_.holder_of[self.value] : ClauseId::none();
  if (!c.valid()) return {};
  const Argument* own = clauses_.find(clauses_[c], clauses_[c].passive ? ArgumentRole::object : ArgumentRole::subject);
  if (!own || own->phrase != self) return {};
  for (int steps = 0; steps < 3; ++steps) {
    const Clause& k = clauses_[c];
    if (!k.parent.valid() || (k.link != Link::content && k.link != Link::coordination)) return {};
    c = k.parent;
    const Clause& up = clauses_[c];
    if (up.sentence != p.sentence) return {};
    const bool accused = k.link == Link::content && g_.has(up.lemma, VerbClass::say_accuse);
    const bool turned = (up.passive || accused) && up.kind == PredicateKind::verb;
    const Argument* s = clauses_.find(up, turned ? ArgumentRole::object : ArgumentRole::subject);
    if (const EntityId id = s ? suits(s->phrase, p, f) : EntityId::none(); id.valid()) return id;
  }
  return {};
}

}  // namespace isnad
