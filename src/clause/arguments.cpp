// Phrases in the walk: which predicate takes each, and as what.
#include <algorithm>

#include "clause/builder.h"

namespace isnad {

void ClauseBuilder::phrase(PhraseId p) {
  const Phrase& ph = g_.mentions[p];
  if (ph.kind == PhraseKind::date) return time(p);
  if (ph.kind == PhraseKind::relative) {
    const PhraseId before = antecedent(ph.head);
    if (topic_.valid()) outer_topic_ = topic_, outer_waiting_ = waiting_;
    waiting_ = {Link::relative, last_clause(), ph.head, before};
    topic_ = {};
    return;
  }
  const ClauseId c = g_.is_predicate(p) ? nominal(p) : ClauseId::none();
  switch (ph.attachment) {
    case Attachment::annexed:
    case Attachment::apposed:
      return inner(p, c);
    case Attachment::coordinated:
      if (c.valid()) {
        const ClauseId other = out_.clause_of[g_.mentions[ph.outer].head.value];
        clause(c).link = Link::coordination;
        clause(c).parent = other;
      }
      return;
    default:
      break;
  }
  if (!ph.preposition.valid() && nominal_sentence(p, c)) return;
  if (c.valid() && clause(c).kind == PredicateKind::participle && !ph.preposition.valid()) return participle(p, c);
  if (ph.preposition.valid()) return oblique(p, c);
  bare(p, c);
}

/// The phrase before a relative pronoun that it agrees with: of a chain the innermost that fits.
PhraseId ClauseBuilder::antecedent(WordId relative) const {
  const Features r = g_.word(relative).features;
  const auto& phrases = g_.mentions.phrases;
  const PhraseId self = g_.mentions.phrase_of[relative.value];
  PhraseId fallback;
  for (uint32_t i = self.value, tries = 0; i-- > 0 && tries < 6; ++tries) {
    const Phrase& p = phrases[i];
    if (p.sentence != sentence_) break;
    if (p.kind != PhraseKind::noun && p.kind != PhraseKind::name) continue;
    if (!fallback.valid()) fallback = PhraseId{i};
    const Word& head = g_.word(p.head);
    const Lemma* l = g_.lemma(p.head);
    Gender g = head.features.gender();
    if (g == Gender::none && l) g = l->gender;
    const bool plural = head.features.number() == Number::plur;
    const bool human = (g_.classes(PhraseId{i}) & (bit(NounClass::person) | bit(NounClass::role))) != 0;
    if (r.number() == Number::plur) {
      if (plural && human) return PhraseId{i};
      continue;
    }
    const Gender expected = plural && !human ? Gender::fem : g;
    if (plural && human) continue;
    if (r.gender() == Gender::none || expected == Gender::none || r.gender() == expected) return PhraseId{i};
  }
  return fallback;
}

ClauseId ClauseBuilder::nominal(PhraseId p) {
  const Phrase& ph = g_.mentions[p];
  const Lemma* l = g_.lemma(ph.head);
  Clause c;
  c.predicate = ph.head;
  c.lemma = l->upos == Upos::adj ? g_.base(g_.word(ph.head).lemma) : g_.word(ph.head).lemma;
  c.phrase = p;
  c.sentence = sentence_;
  c.span = ph.span;
  c.kind = l->upos == Upos::adj                  ? PredicateKind::participle
           : l->derivation == Derivation::masdar ? PredicateKind::masdar
                                                 : PredicateKind::noun;
  c.negated = ph.negated;
  c.link = Link::argument;
  c.parent = verb_;
  return add(c);
}

/// What is inside another phrase: an argument of the event that the outer noun names, or nothing for clauses.
void ClauseBuilder::inner(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  const ClauseId outer = out_.clause_of[g_.mentions[ph.outer].head.value];
  if (outer.valid() && ph.attachment == Attachment::annexed) {
    const ArgumentRole role = g_.annexed_role(ph.outer, p);
    argue(outer, role, p, c, {}, role == ArgumentRole::subject ? "annexed.subject" : "annexed.object");
  }
  if (!c.valid()) return;
  clause(c).link = Link::annexed;
  PhraseId up = ph.outer;
  while (up.valid() && !out_.clause_of[g_.mentions[up].head.value].valid()) up = g_.mentions[up].outer;
  clause(c).parent = up.valid() ? out_.clause_of[g_.mentions[up].head.value] : verb_;
}

/// A participle that is no adjective: "..., threatening that", with the subject of the clause before.
void ClauseBuilder::participle(PhraseId p, ClauseId c) {
  const bool adverbial =
      g_.word(g_.mentions[p].head).features.kase() == Case::acc || g_.word(g_.mentions[p].head).features.state() == State::indef;
  if (!adverbial && verb_.valid() && !has(verb_, ArgumentRole::subject) && !g_.has(clause(verb_).lemma, VerbClass::copula))
    return bare(p, c);
  clause(c).link = Link::circumstance;
  clause(c).parent = verb_;
  clause(c).tense = verb_.valid() ? clause(verb_).tense : Tense::none;
}

void ClauseBuilder::complement(ClauseId outer, ClauseId inner, std::string_view rule) {
  if (!inner.valid()) return;
  clause(inner).parent = outer;
  clause(inner).link = Link::argument;
  const LemmaId l = clause(outer).lemma;
  constexpr uint64_t kFolding = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::happen) | bit(VerbClass::phase_begin) |
                                bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) | bit(VerbClass::phase_near) |
                                bit(VerbClass::suffer);
  constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::light_bi);
  const bool doer = rule == "subject.after" && !(g_.verb_classes(l) & kFolding & ~kCarriers) &&
                    (g_.actor_like(clause(inner).phrase) || g_.has(l, VerbClass::cause));
  if ((g_.verb_classes(l) & kFolding) && !doer) clause(inner).link = Link::light;
}

/// The object of the verbal noun right before: "the latter's continuing its withdrawal", "the forces' carrying out a plan". False where it is
/// none.
bool ClauseBuilder::object_of_masdar(PhraseId p, ClauseId c) {
  const ClauseId last = last_clause() == c && c.valid() && c.value > first_ ? c.prev() : last_clause();
  if (!last.valid() || last == c || clause(last).kind != PredicateKind::masdar || conjunction_ || waiting_.link != Link::root) return false;
  const Clause& m = clause(last);
  const Phrase &ph = g_.mentions[p], &noun = g_.mentions[m.phrase];
  if (ph.first.value > noun.last.value + 1 || !(g_.government_of(m.lemma) & government::kObject)) return false;
  const auto take = [&] {
    argue(last, ArgumentRole::object, p, c, {}, "object.masdar");
    complement(last, c, "object.masdar");
    return true;
  };
  if (has(last, ArgumentRole::subject) && !has(last, ArgumentRole::object)) return take();
  const bool possessed = ph.last.value > ph.head.value + 1 && g_.word(ph.head.next()).enclitic;
  const bool of_pronoun = m.predicate.value + 1 < g_.words.size() && g_.word(m.predicate.next()).enclitic;  // "his leaving Moscow"
  const bool of_verb = waits_for_object(last);
  if (ph.definite && !possessed && !of_pronoun && (!noun.preposition.valid() || (of_verb && g_.actor_like(p)))) return false;
  if (of_verb && !noun.preposition.valid()) return false;  // "the soldiers' killing raised anger"
  for (size_t d = out_.drafts.size(); d-- > first_draft_;) {
    Argument& a = out_.drafts[d].argument;
    if (out_.drafts[d].clause != last || a.rule != "annexed.object" || !g_.actor_like(a.phrase)) continue;
    a.role = ArgumentRole::subject;  // what is annexed was the doer
    a.rule = "annexed.subject.with_object";
    return take();
  }
  return false;
}

/// Does the verb before still lack an object that it takes.
bool ClauseBuilder::waits_for_object(ClauseId noun) const {
  if (!verb_.valid() || verb_ == noun || clause_at(verb_).passive || has(verb_, ArgumentRole::object)) return false;
  return (g_.government_of(clause_at(verb_).lemma) & government::kObject) != 0 && has(verb_, ArgumentRole::subject);
}

/// A phrase without preposition: subject, object, topic, or object of a verbal noun.
void ClauseBuilder::bare(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  const bool thing = ph.kind == PhraseKind::noun || ph.kind == PhraseKind::name;
  if (thing && object_of_masdar(p, c)) return;
  if (waiting_.link == Link::content && waiting_.parent.valid() && topic_.valid() && !conjunction_) {  // "that it is a reaction to ..."
    argue(waiting_.parent, ArgumentRole::content, p, c, {}, "content.nominal");
    if (c.valid()) clause(c).parent = waiting_.parent, clause(c).link = Link::content;
    return;
  }
  if ((g_.classes(p) & bit(NounClass::direction)) && !ph.definite && ph.attachment == Attachment::none) {  // "east of Kirkuk"
    if (last_clause().valid()) argue(verb_.valid() ? verb_ : last_clause(), ArgumentRole::oblique, p, c, {}, "oblique.direction");
    return;
  }
  if (every(p)) return time(p);
  const bool new_clause = waiting_.link != Link::root || conjunction_;
  if (verb_.valid() && !new_clause && !topic_.valid()) {
    Clause& v = clause(verb_);
    const Word& x = g_.word(v.predicate);
    const bool near = true;
    if (near && ph.kind == PhraseKind::pronoun && g_.word(ph.head).enclitic && g_.word(ph.head).token == x.token) {
      if (v.link == Link::relative && has(verb_, ArgumentRole::object)) return;  // resumptive
      return argue(verb_, ArgumentRole::object, p, c, {}, "object.pronoun");
    }
    const bool subject = has(verb_, ArgumentRole::subject), object = has(verb_, ArgumentRole::object);
    const uint64_t government = g_.government_of(v.lemma);
    // what writing shows as accusative is no subject; what says or wants something is somebody
    const Features head = g_.word(ph.head).features;
    const bool accusative = head.kase() == Case::acc && ph.kind == PhraseKind::noun && ph.number == kNone;
    const bool mute = (g_.is_speech(v.lemma) || g_.has(v.lemma, VerbClass::intend)) && c.valid() && !g_.actor_like(p) &&
                      (government & (government::kObject | government::kClause));
    if (v.passive && !object && g_.agrees(x, p, true)) {
      argue(verb_, ArgumentRole::object, p, c, {}, "subject.passive");
      return complement(verb_, c, "subject.passive");
    }
    // "withdrew its forces": what belongs to the subject is the object, the subject is dropped
    const bool own = !subject && !object && ph.head.value + 1 < g_.words.size() && g_.word(ph.head.next()).enclitic &&
                     (government & government::kObject) && g_.word(ph.head.next()).features.gender() == x.features.gender() &&
                     !g_.is_speech(v.lemma) && ph.kind == PhraseKind::noun;
    const bool pronoun_object = v.predicate.value + 1 < g_.words.size() && g_.word(v.predicate.next()).enclitic;  // "which the people need"
    if (!v.passive && !subject && (!object || pronoun_object) && !own && !accusative && !mute && g_.agrees(x, p, true)) {
      argue(verb_, ArgumentRole::subject, p, c, {}, "subject.after");
      return complement(verb_, c, "subject.after");
    }
    if (!v.passive && !subject && object && (government & government::kObject) && g_.agrees(x, p, true) &&
        (g_.actor_like(p) || object_disagrees())) {
      argue(verb_, ArgumentRole::subject, p, c, {}, "subject.after_object");
      return complement(verb_, c, "subject.after_object");
    }
    if (!v.passive && subject && !object && g_.actor_like(p) && g_.agrees(x, p, true) &&
        mistaken_topic(v)) {  // "amid rising bills Bush urged ..."
      argue(verb_, ArgumentRole::subject, p, c, {}, "subject.after");
      return complement(verb_, c, "subject.after");
    }
    if (subject && !object && !accusative && thing && g_.agrees(x, p, true) && topic_gives_way(p)) {
      argue(verb_, ArgumentRole::subject, p, c, {}, "subject.after");
      return complement(verb_, c, "subject.after");
    }
    if (subject && pronoun_object && resumes_topic(p)) return complement(verb_, c, "subject.after");
    const bool follows_subject =
        subject && out_.drafts.back().clause == verb_ && out_.drafts.back().argument.role == ArgumentRole::subject;
    const bool no_subject = !subject && ph.kind == PhraseKind::noun && right_after(v.predicate, ph.first) && !g_.agrees(x, p, true);
    const bool shows_object = accusative || no_subject || (follows_subject && c.valid() && !ph.definite);
    if (!object && !v.passive && !(government & government::kObject) && shows_object)
      if (const LemmaId other = transitive_twin(v); other.valid()) {  // spelled alike: "fell" and "signed"
        v.lemma = other;
        argue(verb_, ArgumentRole::object, p, c, {}, "object.homograph");
        return complement(verb_, c, "object.homograph");
      }
    const bool counted = ph.number != kNone || head.number() == Number::dual;
    if (subject && (object || !(government & government::kObject)) && counted && (g_.classes(p) & bit(NounClass::time)))
      return argue(verb_, ArgumentRole::time, p, c, {}, "time.duration");  // "lasted two hours"
    if (!object && (government & government::kObject)) {
      argue(verb_, ArgumentRole::object, p, c, {}, "object.after");
      return complement(verb_, c, "object.after");
    }
    if (object && (government & government::kSecondObject) && !has(verb_, ArgumentRole::object2)) {
      argue(verb_, ArgumentRole::object2, p, c, {}, "object2.after");
      return complement(verb_, c, "object2.after");
    }
  }
  if (!new_clause && thing && object_of_outer(p, c)) return;
  if (separates(p) || bracketed(p)) return;
  if (!topic_.valid() || new_clause) topic_ = p;
}

/// "every year": a time of day, month or year with a quantifier before it.
bool ClauseBuilder::every(PhraseId p) const {
  const Phrase& ph = g_.mentions[p];
  return (g_.classes(p) & bit(NounClass::time)) && !ph.definite && ph.first < ph.head && g_.function(ph.first) == Function::quantifier;
}

/// A phrase after a preposition goes to the nearest predicate that governs the preposition, else to the nearest that can take it.
void ClauseBuilder::oblique(PhraseId p, ClauseId c) {
  const Phrase& ph = g_.mentions[p];
  if (const Function f = g_.expression(ph.preposition); f != Function::none && by_expression(p, c, f)) return;
  const LemmaId preposition = g_.word(ph.preposition).lemma;
  ClauseId chosen;
  std::string_view rule = "oblique.governed";
  size_t tries = 0;
  for (size_t i = out_.clauses.size(); i-- > first_ && tries < 8;) {
    const ClauseId id = ClauseId::at(i);
    if (id == c) continue;
    const Clause& k = out_.clauses[i];
    if (k.kind == PredicateKind::participle && k.link == Link::root && id != verb_) continue;
    ++tries;
    constexpr uint64_t kCarriers = bit(VerbClass::happen) | bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) |
                                   bit(VerbClass::phase_continue);
    const ClauseId carried = (g_.verb_classes(k.lemma) & kCarriers) && i + 1 < out_.clauses.size() && out_.clauses[i + 1].parent == id &&
                                     ClauseId::at(i + 1) != c &&
                                     (out_.clauses[i + 1].link == Link::annexed || out_.clauses[i + 1].link == Link::light)
                                 ? ClauseId::at(i + 1)
                                 : ClauseId::none();
    if (g_.governs(k.lemma, ph.preposition)) {
      chosen = carried.valid() ? carried : id;  // "the outbreak of clashes between": between whom the clashes are
      break;
    }
    if (k.kind == PredicateKind::verb && id == verb_ && waiting_.link == Link::root && tries > 3) break;
  }
  if (chosen.valid() && verb_.valid() && g_.has(clause(verb_).lemma, VerbClass::cause) && g_.governs(clause(verb_).lemma, ph.preposition) &&
      !has(verb_, ArgumentRole::oblique))
    chosen = verb_;  // "the attack led to"
  if (!chosen.valid()) {
    chosen = last_clause() == c ? (c.valid() && c.value > first_ ? c.prev() : ClauseId::none()) : last_clause();
    rule = "oblique.nearest";
    if (chosen.valid() && clause(chosen).kind != PredicateKind::verb && verb_.valid()) {
      const Phrase& host = g_.mentions[clause(chosen).phrase];  // far from a noun, near to the verb's clause
      if (host.sentence != sentence_) chosen = verb_;
    }
  }
  if (!chosen.valid()) return;
  argue(chosen, ArgumentRole::oblique, p, c, preposition, rule);
  if (c.valid()) {
    const Lemma* l = g_.lemma(ph.preposition);
    const bool purpose = rule == "oblique.nearest" && l && g_.word(ph.preposition).lemma == g_.lexicon.clitic("li");
    complement(chosen, c, rule);
    if (purpose)
      clause(c).link = Link::purpose;
    else if (rule == "oblique.nearest")
      clause(c).link = Link::argument;
  }
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

/// Phrases after fixed expressions: agents, causes, conditions, sources. False: treat it as any preposition.
bool ClauseBuilder::by_expression(PhraseId p, ClauseId c, Function f) {
  const Phrase& ph = g_.mentions[p];
  ClauseId host = last_clause() == c ? (c.valid() && c.value > first_ ? c.prev() : ClauseId::none()) : last_clause();
  const auto hang = [&](Link link) {
    if (!c.valid()) return false;
    clause(c).link = link;
    clause(c).parent = link == Link::condition ? (host.valid() ? host : verb_) : (verb_.valid() ? verb_ : host);
    clause(c).marker = ph.preposition;
    return true;
  };
  switch (f) {
    case Function::agent: {
      if (const ClauseId done = done_by(host); done.valid()) argue(done, ArgumentRole::subject, p, c, {}, "agent.expression");
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
