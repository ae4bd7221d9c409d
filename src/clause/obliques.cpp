// Phrases after a preposition, expressions that govern a phrase, dates: what they belong to.
#include "clause/builder.h"

namespace isnad {

/// A phrase after a preposition goes to the host that suits best (hosts.cpp).
void ClauseBuilder::oblique(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (const Function f = g_.expression(ph.preposition); f != Function::none && by_expression(p, c, f)) return;
  if (located(p, c)) return;
  const LemmaId preposition = g_.word(ph.preposition).lemma;
  if (li_object(p, c)) return;
  const Host host = host_of(p, c);
  if (!host.clause.valid()) return;
  const ClauseId chosen = host.governs ? carried_by(host.clause, c) : host.clause;
  const std::string_view rule = host.governs && !aim_of_light(chosen, p, c) ? "oblique.governed" : "oblique.nearest";
  if (host.governs) addressee(chosen, ph);
  argue(chosen, ArgumentRole::oblique, p, c, preposition, rule);
  if (c.valid()) {
    if (g_.expression(ph.preposition) == Function::negation) clause(c).negated = true;  // "without fighting"
    const Lemma* l = g_.lemma(ph.preposition);
    const bool ready = clause(chosen).predicate == ph.preposition.prev() && g_.word(clause(chosen).predicate).features.upos() == Upos::adj;
    const bool act = ready || clause(c).kind == PredicateKind::masdar;   // "ready for battle"; "the anniversary of the massacre" is none
    const bool moves = g_.has(clause(chosen).lemma, VerbClass::motion);  // "came to protect"
    const bool purpose = act && (rule == "oblique.nearest" || moves) && l && g_.word(ph.preposition).lemma == g_.lexicon.clitic(Clitic::li);
    complement(chosen, c, rule);
    if (purpose)
      clause(c).link = Link::purpose;
    else if (rule == "oblique.nearest")
      clause(c).link = Link::argument;
  }
}

/// "the firing of gas to disperse them": a verb that carries the event of its object, and has a thing for it, has what it is for after
/// "to".
bool ClauseBuilder::aim_of_light(ClauseId host, PhraseId p, ClauseId c) const {
  if (!c.valid() || clause_at(c).kind != PredicateKind::masdar ||
      g_.word(g_.mentions[p].preposition).lemma != g_.lexicon.clitic(Clitic::li))
    return false;
  const uint64_t k = g_.verb_classes(clause_at(host).lemma);
  const Clauses::Draft* thing = latest(host, ArgumentRole::object);
  constexpr uint64_t kThings = bit(NounClass::weapon) | bit(NounClass::explosive) | bit(NounClass::goods);
  if (!thing || !thing->argument.phrase.valid() || !(g_.classes(thing->argument.phrase) & kThings)) return false;
  return (k & (bit(VerbClass::light) | bit(VerbClass::light_bi))) && !(k & (bit(VerbClass::suffer) | bit(VerbClass::cause)));
}

/// Has the verb an act after a preposition already, or something after this one.
bool ClauseBuilder::has_outcome(ClauseId id, LemmaId preposition) const {
  for (size_t d = first_draft_; d < out_.drafts.size(); ++d) {
    const Argument& a = out_.drafts[d].argument;
    if (out_.drafts[d].clause == id && a.role == ArgumentRole::oblique && (a.clause.valid() || a.preposition == preposition)) return true;
  }
  return false;
}

/// "the forces' occupation of the island": after a verbal noun and its doer the object has "of". False where it is none.
bool ClauseBuilder::li_object(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (g_.word(ph.preposition).lemma != g_.lexicon.clitic(Clitic::li) || conjunction_) return false;
  const ClauseId noun = predicate_before(ph.preposition);
  if (!noun.valid() || noun == c || clause(noun).kind != PredicateKind::masdar || owned_before(p)) return false;
  const LemmaId l = clause(noun).lemma;
  if (!(g_.government_of(l) & government::kObject) || g_.has(l, VerbClass::transfer) || g_.has(l, VerbClass::light)) return false;
  const Clauses::Draft* doer = g_.has(l, VerbClass::motion) ? nullptr : ruled(noun, "annexed.subject");
  const Clauses::Draft* annexed = doer ? doer : ruled(noun, "annexed.object");
  if (!annexed || !g_.mentions[annexed->argument.phrase].definite || (!doer && !annexed_was_doer(noun))) return false;
  argue(noun, ArgumentRole::object, p, c, {}, "object.li");
  complement(noun, c, "object.li");
  return true;
}

/// "the right to", "the ministry's officer", "accused of": a noun or an adjective right before that governs the preposition, and is no
/// predicate, has the phrase for itself. A predicate nearer than the noun that governs it comes first; persons have only bodies for
/// themselves ("an officer in the ministry", but "the killing of an officer in the city").
bool ClauseBuilder::owned_before(PhraseId p) const {
  const WordId preposition = g_.mentions[p].preposition;
  const WordId begin = g_.words.first_of[g_.text.sentences[sentence_.value].first.value];
  if (preposition == begin || g_.mentions.function_of[preposition.value] != kNone) return false;
  const WordId before = preposition.prev();
  bool adjective =
      g_.word(before).features.upos() == Upos::adj && !out_.clause_of[before.value].valid() && !g_.mentions.phrase_of[before.value].valid();
  if (adjective && governs_itself(before, preposition)) return true;
  for (uint32_t i = p.value, tries = 0; i-- > 0 && tries < 6; ++tries) {
    const Phrase& q = g_.mentions.phrases[i];
    if (q.sentence != sentence_) break;
    if (q.last != preposition) continue;
    if (q.kind == PhraseKind::date) return false;
    if (q.kind == PhraseKind::name || q.name != kNone) adjective = false;  // "the United Nations in"
    if (q.kind != PhraseKind::noun) continue;
    if (out_.clause_of[q.head.value].valid()) {
      if (g_.governs(g_.word(q.head).lemma, preposition)) return false;
      continue;
    }
    if (!governs_itself(q.head, preposition)) continue;
    if (sent_by(PhraseId{i}, preposition)) return false;
    constexpr uint64_t kPersons = bit(NounClass::person) | bit(NounClass::role);
    constexpr uint64_t kBodies = bit(NounClass::organisation) | bit(NounClass::force) | bit(NounClass::medium) | bit(NounClass::group);
    const bool where = (g_.lemma(preposition)->classes & bit(NounClass::place)) != 0;
    return !where || !(g_.classes(PhraseId{i}) & kPersons) || (g_.classes(p) & kBodies);
  }
  return adjective && participle_governs(before, p);
}

/// "sent a letter to": where what a predicate before has for its object goes is that one's.
bool ClauseBuilder::sent_by(PhraseId thing, WordId preposition) const {
  if (!(g_.classes(thing) & (bit(NounClass::statement) | bit(NounClass::document)))) return false;
  for (size_t d = out_.drafts.size(), tries = 0; d-- > first_draft_ && tries < 8; ++tries) {
    const Argument& a = out_.drafts[d].argument;
    if (a.phrase == thing && (a.role != ArgumentRole::oblique || a.rule == "oblique.governed"))
      return g_.governs(clause_at(out_.drafts[d].clause).lemma, preposition);
  }
  return false;
}

/// Does the noun or adjective govern the preposition of its own, by ar/government.tsv; those of the codebook's frames do it there only.
bool ClauseBuilder::governs_itself(WordId w, WordId preposition) const {
  const Lemma *l = g_.lemma(w), *p = g_.lemma(preposition);
  return l && p && p->preposition != 0 && l->frames.count == 0 && (l->government & government::of(p->preposition)) != 0;
}

/// Is the adjective a participle of a verb that governs the preposition: of one without object any, else "with" only. "of" is the noun's,
/// places are where it happens, what is carried belongs to what happens too; and a verb that waits for the preposition comes first.
bool ClauseBuilder::participle_governs(WordId adjective, PhraseId p) const {
  const WordId preposition = g_.mentions[p].preposition;
  if (!g_.governs(g_.word(adjective).lemma, preposition) || g_.word(preposition).lemma == g_.lexicon.clitic(Clitic::li)) return false;
  if (verb_.valid() && g_.governs(clause_at(verb_).lemma, preposition) && !has(verb_, ArgumentRole::oblique)) return false;
  constexpr uint64_t kWhere = bit(NounClass::place) | bit(NounClass::facility) | bit(NounClass::state) | bit(NounClass::goods) |
                              bit(NounClass::weapon) | bit(NounClass::money);
  if ((g_.lemma(preposition)->classes & bit(NounClass::place)) && (g_.classes(p) & kWhere)) return false;
  const bool intransitive = (g_.government_of(g_.word(adjective).lemma) & government::kObject) == 0;
  if (g_.lemma(adjective)->derivation == Derivation::active_participle && intransitive) return true;
  return g_.word(preposition).lemma == g_.lexicon.clitic(Clitic::bi);
}

/// The predicate whose noun phrase ends right before the word, the outermost one; none.
ClauseId ClauseBuilder::predicate_before(WordId w) const {
  ClauseId found;
  for (size_t i = out_.clauses.size(), tries = 0; i-- > first_ && tries < 6; ++tries) {
    const Clause& k = out_.clauses[i];
    if (k.phrase.valid() && g_.mentions[k.phrase].last == w) found = ClauseId::at(i);
  }
  return found;
}

/// Which predicate "by" names the doer of: of nouns inside each other the one that "was carried out" carries, or a passive verb around
/// them; else the nearest.
ClauseId ClauseBuilder::done_by(ClauseId host) const {
  ClauseId at = host;
  for (int steps = 0; at.valid() && steps < 4; ++steps, at = clause_at(at).parent) {
    const Clause& k = clause_at(at);
    if ((k.passive || k.link == Link::light) && !has(at, ArgumentRole::subject)) return at;
    if (k.link != Link::annexed && k.link != Link::argument) break;
  }
  return host;
}

/// An active reading of a verb that has its agent named after it: what was taken for its subject is its object.
void ClauseBuilder::was_acted_on(ClauseId id) {
  Clause& k = clause(id);
  const bool voiced = k.kind == PredicateKind::verb || k.kind == PredicateKind::participle;
  if (!voiced || !(g_.government_of(k.lemma) & government::kObject) || has(id, ArgumentRole::object)) return;
  for (size_t d = out_.drafts.size(); d-- > first_draft_;) {
    Argument& a = out_.drafts[d].argument;
    if (out_.drafts[d].clause != id || a.role != ArgumentRole::subject) continue;
    a.role = ArgumentRole::object;
    a.rule = "subject.passive_by_agent";
  }
  k.passive = true;
}

/// Is the phrase somebody, and no tool, medium or way: "through the crossing", but "through the embassy".
bool ClauseBuilder::acts(PhraseId p) const {
  constexpr uint64_t kTools =
      bit(NounClass::medium) | bit(NounClass::vehicle) | bit(NounClass::weapon) | bit(NounClass::explosive) | bit(NounClass::place);
  const Lemma* l = g_.lemma(g_.mentions[p].head);
  const bool way = (g_.classes(p) & bit(NounClass::facility)) && l && l->sector == Sector::none;
  return g_.actor_like(p) && g_.mentions[p].kind != PhraseKind::pronoun && !(g_.classes(p) & kTools) && !way;
}

/// Phrases after fixed expressions: agents, causes, conditions, sources. False: treat it as any preposition.
bool ClauseBuilder::by_expression(PhraseId p, ClauseId c, Function f) {
  const Phrase& ph = g_.mentions[p];
  ClauseId host = last_clause() == c ? (c.valid() && c.value > first_ ? c.prev() : ClauseId::none()) : last_clause();
  const auto hang = [&](Link link) {
    if (!c.valid()) return false;
    clause(c).link = link;
    clause(c).parent = link == Link::condition ? (host.valid() ? host : verb_) : (verb_.valid() ? verb_ : host);
    clause(c).marker = ph.preposition;
    if ((link == Link::time || link == Link::concession) && !clause(c).parent.valid()) open_condition_ = c;
    return true;
  };
  if (f == Function::means && acts(p)) f = Function::agent;  // "by means of" somebody
  switch (f) {
    case Function::agent: {
      const ClauseId done = done_by(host);
      if (done.valid()) was_acted_on(done), argue(done, ArgumentRole::subject, p, c, {}, "agent.expression");
      return true;
    }
    case Function::attribution: {
      Attribution a;
      a.speaker = p;
      a.verb = ph.preposition;
      a.lemma = g_.word(ph.preposition).lemma;
      out_.attributions.push_back(a);
      const ClauseId target = verb_.valid() ? verb_ : host;
      if (target.valid()) clause(target).attribution = uint32_t(out_.attributions.size() - 1);
      return true;
    }
    case Function::because:
    case Function::retaliation:
      hang(Link::because);
      return c.valid();
    case Function::purpose:
      return hang(Link::purpose);
    case Function::cond:
    case Function::condition:
      return hang(Link::condition);
    case Function::cond_unless:
      return hang(Link::condition_unless);
    case Function::concession:
      return hang(Link::concession);
    case Function::when:
    case Function::until:
    case Function::time:
      return hang(Link::time);
    default:
      return false;
  }
}

/// A date belongs to the nearest predicate before it, or to the next one.
void ClauseBuilder::time(PhraseId p) {
  const ClauseId last = last_clause();
  if (last.valid())
    argue(last, ArgumentRole::time, p, {}, {}, "time.after");
  else
    early_time_ = p;
}

}  // namespace isnad
