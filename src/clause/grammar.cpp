// Agreement, government and lexical classes.
#include "clause/grammar.h"

#include <algorithm>

#include "mention/steps.h"

namespace isnad {

LemmaId Grammar::base(LemmaId id) const {
  if (!id) return id;
  const Lemma& l = lexicon.lemma(id);
  return l.base != kNone && l.derivation != Derivation::noun_of ? LemmaId{l.base} : id;
}

uint64_t Grammar::verb_classes(LemmaId id) const {
  if (!id) return 0;
  const Lemma& l = lexicon.lemma(id);
  if (l.upos == Upos::verb) return l.classes;
  return l.base != kNone ? lexicon.lemma(l.base).classes : 0;
}

uint64_t Grammar::government_of(LemmaId id) const {
  if (!id) return 0;
  const Lemma& l = lexicon.lemma(id);
  if (l.upos == Upos::verb) return l.government;
  return l.government | (l.base != kNone ? lexicon.lemma(l.base).government : 0);
}

bool Grammar::governs(LemmaId id, WordId preposition) const {
  const Lemma* p = lemma(preposition);
  if (!p || p->preposition == 0) return false;
  return (government_of(id) & government::of(p->preposition)) != 0;
}

bool Grammar::is_speech(LemmaId id) const {
  constexpr uint64_t kSpeech = bit(VerbClass::say_assert) | bit(VerbClass::say_deny) | bit(VerbClass::say_confirm) |
                               bit(VerbClass::say_reveal) | bit(VerbClass::say_accuse) | bit(VerbClass::say_describe) |
                               bit(VerbClass::say_quote) | bit(VerbClass::say_ask) | bit(VerbClass::say_promise) |
                               bit(VerbClass::say_threaten) | bit(VerbClass::say_propose) | bit(VerbClass::say_expect) |
                               bit(VerbClass::think);
  return (verb_classes(id) & kSpeech) != 0;
}

bool Grammar::points(PhraseId id) const {
  const Phrase& p = mentions[id];
  if (p.kind != PhraseKind::pronoun || word(p.head).article) return false;
  const Function f = function(p.head);
  return f == Function::quantifier || (f == Function::demonstrative && word(p.head).features.number() == Number::sing);
}

/// Does the phrase name what somebody makes or writes and not the body that is called so: "the formation of a government", "the list of
/// sanctions"; not "an armed formation", "the Iraqi List".
bool Grammar::made(PhraseId id) const {
  constexpr uint64_t kMade = bit(NounClass::event) | bit(NounClass::document);
  const Lemma* l = lemma(mentions[id].head);
  if (!l || !(l->classes & kMade) || (l->classes & bit(NounClass::person)) || mentions[id].name != kNone) return false;
  if ((l->classes & bit(NounClass::document)) && (l->classes & bit(NounClass::medium))) return true;  // banners, pages
  const PhraseId next{id.value + 1};
  if (next.value >= mentions.phrases.size()) return false;
  const Phrase& of = mentions[next];
  if (of.outer != id || of.attachment != Attachment::annexed || of.kind == PhraseKind::pronoun) return false;
  return (l->classes & bit(NounClass::document)) || (l->classes & bit(NounClass::group) && annexed_role(id, next) == ArgumentRole::object);
}

bool Grammar::actor_like(PhraseId id) const {
  const Phrase& p = mentions[id];
  if (points(id) || made(id)) return false;
  if (p.kind == PhraseKind::name || p.kind == PhraseKind::pronoun || p.kind == PhraseKind::relative) return true;
  constexpr uint64_t kActors = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group) | bit(NounClass::force) |
                               bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::nationality) | bit(NounClass::family) |
                               bit(NounClass::medium);
  if (classes(id) & kActors) return true;
  if (const Lemma* l = lemma(p.head); l && (l->sector != Sector::none || l->country != kNone)) return true;
  if (latter(p)) return true;
  const Word& head = word(p.head);
  if (head.features.upos() == Upos::adj && head.article && head.features.number() == Number::plur && head.features.gender() == Gender::masc)
    return true;                                                       // "those involved": a sound plural is of people
  return (classes(id) & bit(NounClass::facility)) != 0 && p.definite;  // the embassy asked
}

bool Grammar::complemented(PhraseId id) const {
  const Phrase& p = mentions[id];
  return p.last.value < words.size() && word(p.last).features.upos() == Upos::adp && governs(word(p.head).lemma, p.last);
}

bool Grammar::latter(const Phrase& p) const {
  const Lemma* l = lemma(p.head);
  return l && l->upos == Upos::adj && word(p.head).article && p.adjective_count == 0 && p.name == kNone &&
         (l->classes & bit(NounClass::time)) != 0;
}

bool Grammar::is_predicate(PhraseId id) const {
  const Phrase& p = mentions[id];
  if (p.kind != PhraseKind::noun || p.name != kNone) return false;
  const Lemma* l = lemma(p.head);
  if (!l || l->upos == Upos::verb) return false;
  constexpr uint64_t kThings = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::force) | bit(NounClass::place) |
                               bit(NounClass::facility) | bit(NounClass::weapon) | bit(NounClass::vehicle) | bit(NounClass::time) |
                               bit(NounClass::unit) | bit(NounClass::money) | bit(NounClass::body) | bit(NounClass::goods) |
                               bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::direction);
  constexpr uint64_t kActs =
      bit(NounClass::event) | bit(NounClass::violence) | bit(NounClass::protest) | bit(NounClass::meeting) | bit(NounClass::statement);
  if (l->derivation != Derivation::masdar && (l->classes & kThings) && !(l->classes & kActs)) return false;
  constexpr uint64_t kBodies = bit(NounClass::group) | bit(NounClass::organisation) | bit(NounClass::force) | bit(NounClass::state);
  if ((l->classes & kBodies) && word(p.head).article && p.head.next() == p.last && !complemented(id)) return false;  // "the opposition"
  if (l->frames.count) return true;
  if (l->derivation == Derivation::masdar || l->derivation == Derivation::noun_of) return true;
  if (l->upos == Upos::adj) return l->derivation == Derivation::active_participle && !p.definite;
  constexpr uint64_t kEvents = bit(NounClass::event) | bit(NounClass::violence) | bit(NounClass::protest) | bit(NounClass::meeting);
  return (l->classes & kEvents) != 0;
}

/// Could what is annexed to a noun of violence have done it: an armed body, or who has a target named after him ("the massacre of the
/// militia", "the war of the state on"); else it suffered it ("the massacre of the children", "the war of the region").
bool Grammar::attacks(PhraseId outer, PhraseId inner) const {
  constexpr uint64_t kArmed = bit(Sector::MIL) | bit(Sector::REB) | bit(Sector::UAF) | bit(Sector::COP);
  constexpr uint64_t kBodies = bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::state);
  if (mentions[inner].kind == PhraseKind::pronoun) return true;
  if (mentions[inner].kind == PhraseKind::name ? (classes(inner) & bit(NounClass::force)) : (classes(inner) & kBodies)) return true;
  const Lemma* l = lemma(mentions[inner].head);
  if (l && l->sector != Sector::none && (bit(l->sector) & kArmed)) return true;
  if (mentions[inner].kind == PhraseKind::noun && (classes(inner) & bit(NounClass::person))) return false;
  const WordId next = mentions[outer].last;
  if (next.value >= words.size() || !actor_like(inner) || word(next).features.upos() != Upos::adp) return false;
  return governs(word(mentions[outer].head).lemma, next) || expression(next) == Function::against;
}

ArgumentRole Grammar::annexed_role(PhraseId outer, PhraseId inner) const {
  const Lemma* l = lemma(mentions[outer].head);
  if (!l) return ArgumentRole::annexed;
  if (l->annexed == 2) {  // "after accusing him", but "the accusations of the ministry"
    const bool said = (l->classes & bit(NounClass::statement)) && word(mentions[outer].head).features.number() == Number::plur;
    return said && actor_like(inner) ? ArgumentRole::subject : ArgumentRole::object;
  }
  if (mentions[inner].kind == PhraseKind::pronoun && (l->classes & bit(NounClass::meeting))) return ArgumentRole::subject;  // "his meeting"
  const LemmaId id = word(mentions[outer].head).lemma;
  const bool transitive = (government_of(id) & government::kObject) != 0;
  if (transitive && l->upos == Upos::adj && word(mentions[outer].head).features.verb_form() == VerbForm::active_participle)
    return ArgumentRole::object;  // "..., warning Athens": its feminine has no ending that keeps it from annexing
  if (l->annexed == 1) {          // "the rejection of the use": what can't act is acted on; "a visit to Turkey": countries don't travel
    const bool goal = has(id, VerbClass::motion) && (classes(inner) & bit(NounClass::place)) != 0;
    const bool site = mentions[inner].kind == PhraseKind::noun && (classes(inner) & bit(NounClass::place));
    const bool built =
        has(id, VerbClass::violence) && (site || (classes(inner) & bit(NounClass::facility)));  // "the shelling of the hospital"
    const Lemma* who = lemma(mentions[inner].head);
    const bool people = has(id, VerbClass::violence) && who && who->sector == Sector::CVL && mentions[inner].kind == PhraseKind::noun &&
                        (who->classes & bit(NounClass::person));  // "the shelling of civilians"
    return transitive && (!actor_like(inner) || goal || built || people) ? ArgumentRole::object : ArgumentRole::subject;
  }
  if (!transitive) return ArgumentRole::subject;
  if (l->derivation == Derivation::noun_of) {
    const bool victim = has(id, VerbClass::violence) && (l->classes & bit(NounClass::violence)) && !attacks(outer, inner);
    return victim ? ArgumentRole::object : ArgumentRole::subject;
  }
  constexpr uint64_t kDoers = bit(VerbClass::say_ask) | bit(VerbClass::say_assert) | bit(VerbClass::say_deny) |
                              bit(VerbClass::say_confirm) | bit(VerbClass::say_promise) | bit(VerbClass::say_propose) |
                              bit(VerbClass::say_accuse) | bit(VerbClass::say_describe) | bit(VerbClass::say_reveal) |
                              bit(VerbClass::intend) | bit(VerbClass::phase_continue) | bit(VerbClass::light) | bit(VerbClass::attempt) |
                              bit(VerbClass::say_threaten) | bit(VerbClass::think);
  constexpr uint64_t kDone = bit(VerbClass::violence);  // "attacking the convoys"
  const bool doer = (verb_classes(id) & kDoers) && !(verb_classes(id) & kDone);
  const bool own = mentions[inner].kind == PhraseKind::pronoun && has(id, VerbClass::own);  // "their taking part in"
  if (actor_like(inner) && (doer || own) && !is_predicate(inner)) return ArgumentRole::subject;
  return ArgumentRole::object;
}

bool Grammar::feminine_name(const Phrase& p) const {
  if (p.kind != PhraseKind::name || p.name == kNone) return false;
  const auto all = lexicon.payloads_of(mentions.names[p.name].node);
  return !all.empty() && std::all_of(all.begin(), all.end(), [&](const Payload& x) {
    if (x.kind == PayloadKind::country) return x.low == 3 || (x.low < 2 && lexicon.countries[x.index].feminine != 0);
    return x.kind == PayloadKind::place;
  }) && std::any_of(all.begin(), all.end(), [](const Payload& x) { return x.kind == PayloadKind::country; });
}

bool Grammar::agrees(const Word& verb, PhraseId subject, bool verb_first) const {
  const Features v = verb.features;
  const Phrase& p = mentions[subject];
  const Word& head = word(p.head);
  if (v.person() == Person::first || v.person() == Person::second)
    return !verb_first && p.kind == PhraseKind::pronoun && head.features.person() == v.person();
  if (p.kind == PhraseKind::relative) return true;
  Number n = head.features.number();
  const Gender g = gender_of(p.head);
  if (p.number != kNone && n != Number::plur) n = Number::none;
  const uint64_t c = classes(subject);
  const bool sound = n == Number::plur && g == Gender::masc && head.features.kase() != Case::none;  // "kin of": only people have it
  const bool human = sound || (c & kHuman) != 0;
  if (c & bit(NounClass::plural)) n = Number::none;
  if (c & bit(NounClass::quantity)) return true;
  if (verb_first && (v.number() == Number::plur || v.number() == Number::dual)) return false;
  if (!verb_first && v.number() == Number::plur && n == Number::sing && !human && p.kind != PhraseKind::pronoun &&
      !(c & bit(NounClass::group)))
    return false;
  if (v.gender() == Gender::masc && v.number() != Number::plur && feminine_name(p)) return false;
  if (p.kind == PhraseKind::name || g == Gender::none || v.gender() == Gender::none) return true;
  if (n == Number::plur || n == Number::none) return v.gender() == Gender::fem || human || v.number() == Number::plur || p.number != kNone;
  return g == v.gender();
}

bool Grammar::tells(LemmaId lemma, uint64_t types) const {
  if (!lemma.valid()) return false;
  const auto frames = lexicon.slice(lexicon.frame_refs, lexicon.lemma(lemma).frames);
  return std::any_of(frames.begin(), frames.end(), [&](uint32_t f) { return (bit(lexicon.frames[f].event) & types) != 0; });
}

bool Grammar::names(LemmaId lemma, uint64_t types) const {
  if (!lemma.valid()) return false;
  const uint32_t behind = lexicon.lemma(lemma).base;
  return tells(lemma, types) || (behind != kNone && tells(LemmaId{behind}, types));
}

bool Grammar::tells_only(LemmaId lemma, uint64_t types) const {
  if (!lemma.valid()) return false;
  const auto frames = lexicon.slice(lexicon.frame_refs, lexicon.lemma(lemma).frames);
  return !frames.empty() &&
         std::all_of(frames.begin(), frames.end(), [&](uint32_t f) { return (bit(lexicon.frames[f].event) & types) != 0; });
}

bool Grammar::counts_victims(LemmaId lemma, uint64_t types) const {
  if (!lemma.valid()) return false;
  const auto frames = lexicon.slice(lexicon.frame_refs, lexicon.lemma(lemma).frames);
  return std::any_of(frames.begin(), frames.end(),
                     [&](uint32_t f) { return (bit(lexicon.frames[f].event) & types) && lexicon.frames[f].counts.size > 0; });
}

PhraseId Grammar::titled(PhraseId p) const {
  while (p.valid() && mentions[p].attachment == Attachment::apposed) p = mentions[p].outer;
  return p;
}

bool Grammar::heads_row(PhraseId p) const {
  constexpr uint32_t kRow = 8;  // phrases that the first of a row may hold
  for (uint32_t i = p.value + 1; i < mentions.phrases.size() && i < p.value + kRow; ++i)
    if (mentions.phrases[i].attachment == Attachment::coordinated && mentions.phrases[i].outer == p) return true;
  return false;
}

Function Grammar::expression(WordId w) const {
  if (!w || mentions.function_of[w.value] == kNone) return Function::none;
  const Payload* p = payload_of(lexicon, mentions.names[mentions.function_of[w.value]], PayloadKind::phrase);
  return p ? Function(p->index) : Function::none;
}

}  // namespace isnad
