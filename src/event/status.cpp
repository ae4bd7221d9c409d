// How far an act has come, as the text tells it; PLOVER's auxiliary modes; what is only background.
#include "event/coder.h"

namespace isnad {
namespace {

constexpr int kMonth = 31;

/// What a predicate says of the event under it.
struct Colour {
  EventStatus status;
  uint8_t aux;
};

constexpr std::pair<VerbClass, Colour> kColours[] = {
    {VerbClass::say_threaten, {EventStatus::threatened, aux::kFuture}},
    {VerbClass::say_promise, {EventStatus::promised, aux::kFuture}},
    {VerbClass::say_ask, {EventStatus::demanded, aux::kFuture}},
    {VerbClass::say_propose, {EventStatus::proposed, aux::kHypothetical}},
    {VerbClass::intend, {EventStatus::planned, aux::kFuture}},
    {VerbClass::attempt, {EventStatus::planned, 0}},
    {VerbClass::say_expect, {EventStatus::possible, aux::kHypothetical}},
    {VerbClass::modal, {EventStatus::possible, aux::kHypothetical}},
};

}  // namespace

/// Walks outwards from the clause; the innermost thing that says something decides.
void Coder::status(Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  const Frame& frame = g_.lexicon.frames[e.frame];
  EventStatus status = EventStatus::occurred;
  uint8_t aux = 0;
  bool decided = false;
  const auto decide = [&](EventStatus s, uint8_t bits) {
    if (!decided) status = s, aux = uint8_t(aux | bits), decided = true;
  };
  if (k.negated) aux |= aux::kNegation;
  switch (k.modality) {
    case Modality::intended: case Modality::expected: decide(EventStatus::planned, aux::kFuture); break;
    case Modality::possible: decide(EventStatus::possible, aux::kHypothetical); break;
    case Modality::proposed: decide(EventStatus::proposed, aux::kHypothetical); break;
    case Modality::obliged: decide(EventStatus::demanded, aux::kFuture); break;
    default: break;
  }
  if (k.phrase.valid()) {
    if (const Entity* x = entity(k.phrase)) {
      if (x->classes & bit(NounClass::possible)) decide(EventStatus::possible, aux::kHypothetical);
      if (x->classes & bit(NounClass::planned)) decide(EventStatus::planned, aux::kFuture);
    }
    const Phrase& p = g_.mentions[k.phrase];
    if (p.first < p.head && g_.function(p.first) == Function::question) decide(EventStatus::possible, aux::kHypothetical);   // "any attacks"
  }
  switch (k.tense) {
    case Tense::future: decide(EventStatus::planned, aux::kFuture); break;
    case Tense::present: if (k.link != Link::content) decide(EventStatus::ongoing, 0); break;
    default: break;
  }
  if (k.phase == Phase::ongoing || k.phase == Phase::begin) decide(EventStatus::ongoing, 0);
  if (k.phase == Phase::near) decide(EventStatus::possible, aux::kHypothetical);
  ClauseId at = c;
  for (int steps = 0; steps < 6 && at.valid(); ++steps) {
    const Clause& x = clauses_[at];
    if (x.link == Link::condition || x.link == Link::condition_unless || x.link == Link::condition_even || x.link == Link::condition_counterfactual)
      decide(EventStatus::possible, aux::kHypothetical);
    if (x.link == Link::purpose) decide(EventStatus::planned, aux::kFuture);
    if (!x.parent.valid() || x.link == Link::relative || x.link == Link::because || x.link == Link::time) break;
    const Clause& up = clauses_[x.parent];
    const bool governs = x.link == Link::content || x.link == Link::argument || x.link == Link::annexed || x.link == Link::light;
    if (governs) {
      for (const auto& [cls, colour] : kColours)
        if (g_.has(up.lemma, cls)) decide(colour.status, colour.aux);
      if (up.phrase.valid())
        if (const Entity* y = entity(up.phrase)) {
          if (y->classes & bit(NounClass::possible)) decide(EventStatus::possible, aux::kHypothetical);
          if (y->classes & bit(NounClass::planned)) decide(EventStatus::planned, aux::kFuture);
        }
      if (up.kind != PredicateKind::verb && up.tense == Tense::present) decide(EventStatus::ongoing, 0);
      if (x.link != Link::content && up.negated && up.kind != PredicateKind::verb) aux |= aux::kNegation;
    }
    if (x.link == Link::root) break;
    at = x.parent;
  }
  // nouns that are no predicates but colour what they annex: "fears of", "a plan for"
  if (!decided && k.phrase.valid()) {
    for (PhraseId p = g_.mentions[k.phrase].outer; p.valid(); p = g_.mentions[p].outer) {
      const uint64_t classes = g_.classes(p);
      if (classes & bit(NounClass::possible)) decide(EventStatus::possible, aux::kHypothetical);
      if (classes & bit(NounClass::planned)) decide(EventStatus::planned, aux::kFuture);
    }
  }
  if (frame.status) status = EventStatus(frame.status - 1);
  e.status = status;
  e.aux = aux;
  const bool old = e.date != kNone && day_ != INT32_MIN && g_.mentions.dates[e.date].resolved && !g_.mentions.dates[e.date].open_end && g_.mentions.dates[e.date].end < day_ - kMonth;
  if (status == EventStatus::occurred && (old || k.pluperfect)) e.aux |= aux::kHistorical;
}

/// An event that serves to identify or explain something else. A verb reports; a noun does where a verb carries it, brings it about or
/// says it, where it counts victims or stands in a headline; elsewhere it is mentioned on the way to something else.
bool Coder::background(const Event& e, ClauseId c) const {
  for (ClauseId at = c; at.valid(); at = clauses_[at].parent) {
    const Clause& k = clauses_[at];
    if (k.link == Link::time || k.link == Link::because || k.link == Link::relative) return true;
    if (k.link == Link::root || k.link == Link::content || k.link == Link::speech) break;
  }
  const Clause& k = clauses_[c];
  if (k.kind == PredicateKind::verb || k.link == Link::circumstance) return false;
  if (g_.text.sentences[k.sentence.value].kind == SentenceKind::title || e.counts_victims) return false;
  return !reported(c);
}

/// Does a verb (or a chain of event nouns under one) report what the noun names.
bool Coder::reported(ClauseId c) const {
  constexpr uint64_t kReporters = bit(VerbClass::happen) | bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::cause) | bit(VerbClass::suffer) |
                                  bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) | bit(VerbClass::say_reveal) |
                                  bit(VerbClass::say_assert) | bit(VerbClass::say_confirm) | bit(VerbClass::say_threaten) | bit(VerbClass::say_promise) |
                                  bit(VerbClass::say_ask) | bit(VerbClass::say_propose) | bit(VerbClass::intend) | bit(VerbClass::attempt);
  for (int steps = 0; steps < 3; ++steps) {
    const Clause& k = clauses_[c];
    if (k.link == Link::light) return true;
    const Phrase* p = k.phrase.valid() ? &g_.mentions[k.phrase] : nullptr;
    const bool own = p && (!g_.word(p->head).article || p->adjective_count > 0);   // "the bombings" alone are known already
    if (!k.parent.valid()) return own && p->attachment == Attachment::none && !p->preposition.valid();   // a sentence without a verb
    const Clause& up = clauses_[k.parent];
    if (k.link == Link::argument || k.link == Link::coordination || k.link == Link::purpose) return own && (g_.verb_classes(up.lemma) & kReporters) != 0;
    if (k.link != Link::annexed) return false;
    if (p && p->outer.valid() && !g_.is_predicate(p->outer)) return false;
    c = k.parent;
  }
  return false;
}

/// The codebook: an announced CONSULT, SUPPORT, COOPERATE or AID is an AGREE, an announced RETREAT a CONCEDE.
void Coder::future_type(Event& e) const {
  const uint32_t future = g_.lexicon.event_types[size_t(e.type)].future;
  if (future == 0 || !(e.aux & aux::kFuture) || (e.aux & aux::kNegation)) return;
  if (e.status != EventStatus::planned && e.status != EventStatus::promised) return;
  e.type = EventType(future - 1);
  e.mode = 0;
}

}  // namespace isnad
