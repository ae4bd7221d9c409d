// How far an act has come, as the text tells it; PLOVER's auxiliary modes.
#include "event/coder.h"

#include <algorithm>

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
    {VerbClass::oblige, {EventStatus::demanded, aux::kFuture}},
    {VerbClass::say_propose, {EventStatus::proposed, aux::kHypothetical}},
    {VerbClass::intend, {EventStatus::planned, aux::kFuture}},
    {VerbClass::attempt, {EventStatus::planned, 0}},
    {VerbClass::say_expect, {EventStatus::possible, aux::kHypothetical}},
    {VerbClass::modal, {EventStatus::possible, aux::kHypothetical}},
};

/// An attempt at one of these is an act already, whether it succeeds or not.
constexpr uint64_t kForce = bit(EventType::assault) | bit(EventType::coerce);

/// Acts of yielding, which one that wants an end of something else wants too.
constexpr uint64_t kYielding = bit(EventType::retreat) | bit(EventType::concede) | bit(EventType::agree);

/// Acts that who discusses them may still do.
constexpr uint64_t kAgreeable = kYielding | bit(EventType::aid) | bit(EventType::cooperate) | bit(EventType::support) |
                                bit(EventType::mobilize) | bit(EventType::sanction);

/// What is condemned or investigated is one of these; a call or an inquiry that is asked for is not.
constexpr uint64_t kDeeds = kForce | bit(EventType::sanction);

/// To decide on one of these is the act: an authority expels by its decision.
constexpr uint64_t kOrders = bit(EventType::sanction);

constexpr uint64_t kBeing = bit(VerbClass::copula);
constexpr uint64_t kBegins = bit(VerbClass::happen) | bit(VerbClass::phase_begin);

/// Walks outwards from the clause; the innermost thing that says something decides, and is the evidence.
class StatusWalk {
 public:
  StatusWalk(const Grammar& g, const Clauses& clauses, const Entities& entities, EventType type, Span trigger)
      : where(trigger), g_(g), clauses_(clauses), entities_(entities), type_(type) {}

  EventStatus status = EventStatus::occurred;
  uint8_t aux = 0;
  std::string_view rule = "status.plain";
  Span where;

  void own(const Clause& k) {
    if (k.negated) aux |= aux::kNegation;
    switch (k.modality) {
      case Modality::intended:
      case Modality::expected:
        decide(EventStatus::planned, aux::kFuture, "status.modality", where);
        break;
      case Modality::possible:
        decide(EventStatus::possible, aux::kHypothetical, "status.modality", where);
        break;
      case Modality::proposed:
        decide(EventStatus::proposed, aux::kHypothetical, "status.modality", where);
        break;
      case Modality::obliged:
        decide(EventStatus::demanded, aux::kFuture, "status.modality", where);
        break;
      default:
        break;
    }
    if (k.phrase.valid()) {
      described(k.phrase, g_.lexicon.lemma(g_.word(g_.mentions[k.phrase].head).lemma).classes, "status.adjective");
      const Phrase& p = g_.mentions[k.phrase];
      if (!k.negated && p.first < p.head && g_.function(p.first) == Function::question)
        decide(EventStatus::possible, aux::kHypothetical, "status.any", g_.word(p.first).span);
    }
    if (k.tense == Tense::future) decide(EventStatus::planned, aux::kFuture, "status.future", where);
    if (k.kind == PredicateKind::verb && g_.word(k.predicate).features.aspect() == Aspect::command)
      decide(EventStatus::demanded, aux::kFuture, "status.command", where);
    if (const Clause* up = joined(k) ? &clauses_[k.parent] : nullptr;
        up && k.tense == Tense::present && up->tense == Tense::future && !up->negated)
      decide(EventStatus::planned, aux::kFuture, "status.future_shared", g_.word(up->predicate).span);
    if (unreal(k)) return;
    if (k.tense == Tense::present && k.link != Link::content) present(k);
    if (k.phase == Phase::ongoing || k.phase == Phase::begin) decide(EventStatus::ongoing, 0, "status.phase", where);
    if (k.phase == Phase::near) decide(EventStatus::possible, aux::kHypothetical, "status.phase", where);
  }

  /// Does its present tense, or that of the verb that carries it, only serve a condition, a purpose or what somebody wants ("asked that it
  /// not launch a raid"): what is outside decides.
  [[nodiscard]] bool unreal(const Clause& k) const {
    const Clause& top = outermost(k);
    if (top.tense != Tense::present || (&top != &k && top.kind != PredicateKind::verb)) return false;
    if (top.link == Link::purpose || (is_condition(top.link) && top.link != Link::condition_even)) return true;
    return &top != &k && subjunctive(top);
  }

  /// Right after "that" or "that not" a verb is subjunctive: what somebody wants, fears or thinks possible.
  [[nodiscard]] bool subjunctive(const Clause& k) const {
    if (k.link != Link::content || k.kind != PredicateKind::verb || k.tense != Tense::present || !k.marker.valid()) return false;
    const WordId after = k.marker.next();
    return after == k.predicate || (g_.function(after) == Function::neg && after.next() == k.predicate);
  }

  /// What nothing outside has decided, though it is told in the subjunctive, may happen.
  void undecided(const Clause& k) {
    const Clause& top = k.link == Link::annexed ? k : outermost(k);
    if (k.link == Link::content && k.tense == Tense::present && !subjunctive(k)) present(k);  // "said that it shells"
    lasting(k.phrase);
    if (subjunctive(top)) decide(EventStatus::possible, aux::kHypothetical, "status.subjunctive", g_.word(top.marker).span);
  }

  /// Is it joined to its parent by a conjunction right before it: "to enter and arrest".
  [[nodiscard]] bool joined(const Clause& k) const {
    return k.link == Link::coordination && k.parent.valid() && k.predicate.value > 0 &&
           g_.word(k.predicate.prev()).features.upos() == Upos::cconj;
  }

  /// The verb that carries the act, or that it is joined to; the clause itself if none does.
  [[nodiscard]] const Clause& outermost(const Clause& k) const {
    const Clause* at = &k;
    for (int steps = 0; steps < 4 && at->parent.valid(); ++steps) {
      const bool inside = at->link == Link::light || at->link == Link::annexed || joined(*at);
      if (!inside || at->tense == Tense::future) break;
      at = &clauses_[at->parent];
    }
    return *at;
  }

  /// What the verb says of which the noun is the subject, where that is not the clause it hangs on: "that the withdrawal will begin".
  void predicated(ClauseId c) {
    const Clause& k = clauses_[c];
    if (!k.phrase.valid() || k.kind == PredicateKind::verb) return;
    for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + 8; ++i) {
      const Clause& v = clauses_.clauses[i];
      if (v.sentence != k.sentence) return;
      const Argument* s = clauses_.find(v, ArgumentRole::subject);
      if (v.kind != PredicateKind::verb || !s || s->clause != c || s->inherited || v.link == Link::relative) continue;
      const Span span = g_.word(v.predicate).span;
      const uint64_t classes = g_.verb_classes(v.lemma);
      if (v.tense == Tense::future && (classes & kBegins)) decide(EventStatus::planned, aux::kFuture, "status.future", span);
      if (v.tense == Tense::present && (classes & bit(VerbClass::phase_continue))) decide(EventStatus::ongoing, 0, "status.phase", span);
      return;
    }
  }

  /// What is condemned, investigated or answered has been done, whatever is said of the condemnation. `fact` is the clause of that.
  void outwards(ClauseId c, ClauseId fact) {
    for (int steps = 0; steps < 6 && c.valid(); ++steps, c = clauses_[c].parent) {
      const Clause& x = clauses_[c];
      const Span marker = x.marker.valid() ? g_.word(x.marker).span : where;
      switch (x.link) {
        case Link::condition:
        case Link::condition_unless:
        case Link::condition_until:
        case Link::condition_even:
        case Link::condition_counterfactual:
          decide(EventStatus::possible, aux::kHypothetical, "status.condition", marker);
          break;
        case Link::purpose:
          decide(EventStatus::planned, aux::kFuture, "status.purpose", marker);
          break;
        case Link::relative:
        case Link::because:
        case Link::time:
        case Link::root:
          return;
        default:
          break;
      }
      if (!x.parent.valid()) return;
      if (x.parent == fact) return decide(EventStatus::occurred, 0, "status.fact", g_.word(clauses_[fact].predicate).span);
      if (steps > 0 || x.kind != PredicateKind::verb)
        if (const Argument* a = argument(x.parent, c); a && beside(*a)) return;
      if (comes_before(g_, x)) return decide(EventStatus::occurred, 0, "status.after", g_.word(g_.mentions[x.phrase].preposition).span);
      if (x.phrase.valid()) nouns_around(g_.mentions[x.phrase].outer, clauses_[x.parent].phrase);
      meant_before(x);
      if (steps <= 1 && seems(x, clauses_[x.parent]))
        decide(EventStatus::possible, aux::kHypothetical, "status.seems", g_.word(clauses_[x.parent].predicate).span);
      if (x.link == Link::content || x.link == Link::argument || x.link == Link::annexed || x.link == Link::light)
        governed(x, clauses_[x.parent], steps == 0);
    }
  }

  /// "announced its intention to stage": a verbal noun right after the noun for a plan whose complement it is, without a preposition.
  void meant_before(const Clause& x) {
    if (x.kind != PredicateKind::masdar || !x.phrase.valid()) return;
    const Phrase& p = g_.mentions[x.phrase];
    if (p.preposition.valid() || p.outer.valid() || p.first.value == 0) return;
    for (PhraseId q = g_.mentions.phrase_of[p.first.value - 1]; q.valid() && g_.mentions[q].sentence == p.sentence;
         q = g_.mentions[q].outer)
      if ((g_.classes(q) & bit(NounClass::planned)) && !g_.has(g_.word(g_.mentions[q].head).lemma, VerbClass::attempt))
        return decide(EventStatus::planned, aux::kFuture, "status.noun_before", g_.word(g_.mentions[q].head).span);
  }

  /// Nouns that are no predicates but colour what they annex: "fears of", "a plan for"; as far as `end`.
  void nouns_around(PhraseId p, PhraseId end) {
    for (int steps = 0; steps < 6 && p.valid() && p != end; ++steps, p = g_.mentions[p].outer)
      coloured(g_.classes(p), "status.noun", g_.word(g_.mentions[p].head).span);
  }

 private:
  void decide(EventStatus s, uint8_t bits, std::string_view why, Span span) {
    if (decided_) return;
    decided_ = true;
    if (stopped_ && s != EventStatus::occurred) {  // whose end is wanted goes on
      s = EventStatus::ongoing;
      bits = 0;
      why = "status.to_be_stopped";
    }
    status = s;
    aux = uint8_t(aux | bits);
    rule = why;
    where = span;
  }

  void coloured(uint64_t classes, std::string_view why, Span span) {
    if (classes & bit(NounClass::possible)) decide(EventStatus::possible, aux::kHypothetical, why, span);
    if (classes & bit(NounClass::planned)) decide(EventStatus::planned, aux::kFuture, why, span);
  }

  [[nodiscard]] const Argument* argument(ClauseId up, ClauseId c) const {
    for (const Argument& a : clauses_.arguments_of(clauses_[up]))
      if (a.clause == c) return &a;
    return nullptr;
  }

  /// Does it only stand beside what holds it: "amid threats", "despite the raid"; not "in a raid".
  [[nodiscard]] bool beside(const Argument& a) const {
    if (a.role != ArgumentRole::oblique || a.rule != "oblique.nearest" || !a.preposition.valid()) return false;
    const Lemma& l = g_.lexicon.lemma(a.preposition);
    if (l.classes & bit(NounClass::time)) return false;
    return !(l.classes & bit(NounClass::place)) || (bit(type_) & kSpoken);  // what is said is in no place: "amid threats"
  }

  /// "the reconnaissance flights that continue", said by an adjective of the noun or of the one that it is annexed to.
  void lasting(PhraseId p) {
    for (int steps = 0; steps < 2 && p.valid(); ++steps, p = g_.mentions[p].outer)
      for (WordId w = g_.mentions[p].head.next(); g_.mentions[p].adjective_count > 0 && w < g_.mentions[p].last; w = w.next())
        if (const Lemma* l = g_.lemma(w); l && l->upos == Upos::adj && g_.has(g_.word(w).lemma, VerbClass::phase_continue))
          return decide(EventStatus::ongoing, 0, "status.adjective", g_.word(w).span);
  }

  /// Is what the clause names asked for: "called on it to keep its promise of".
  [[nodiscard]] bool asked_for(const Clause& k) const {
    const Clause* at = &k;
    for (int steps = 0; steps < 4 && at->parent.valid(); ++steps) {
      if (!(kArguments & bit(at->link)) && at->link != Link::coordination) return false;
      at = &clauses_[at->parent];
      if (g_.has(at->lemma, VerbClass::say_ask) || g_.has(at->lemma, VerbClass::oblige)) return true;
      if (at->kind == PredicateKind::verb) return false;
    }
    return false;
  }

  /// What a phrase says of its head, without what `own` says by itself.
  void described(PhraseId p, uint64_t own, std::string_view why) {
    const EntityId e = entities_.entity_of[p.value];
    if (e.valid()) coloured(entities_[e].classes & ~own, why, g_.mentions[p].span);
  }

  /// A present tense: going on; said, where the act is one of words; past, where "was" stands before it or it comes before what happened.
  void present(const Clause& k) {
    const WordId before = k.predicate.value > 0 ? k.predicate.prev() : WordId::none();
    if (before.valid() && g_.word(before).features.aspect() == Aspect::perf && (g_.verb_classes(g_.word(before).lemma) & kBeing))
      return decide(EventStatus::occurred, 0, "status.was", g_.word(before).span);
    const Clause* up = k.parent.valid() ? &clauses_[k.parent] : nullptr;
    if (k.link == Link::time && up && up->tense == Tense::past) return decide(EventStatus::occurred, 0, "status.time", where);
    if (bit(type_) & kSpoken) return decide(EventStatus::occurred, 0, "status.said", where);
    decide(EventStatus::ongoing, 0, "status.present", where);
  }

  /// Talk of what somebody else did ("discussed the attack"), where the same verb proposes acts of the speaker's own kind.
  [[nodiscard]] bool discussed(const Clause& up) const { return g_.has(up.lemma, VerbClass::think) && !(bit(type_) & kAgreeable); }

  /// "it seems that": a copula with its clause right after it ("seemed clear that" says something else).
  [[nodiscard]] bool seems(const Clause& x, const Clause& up) const {
    return x.link == Link::content && up.kind == PredicateKind::verb && (g_.verb_classes(up.lemma) & kBeing) && x.marker.valid() &&
           up.predicate.next() == x.marker;
  }

  void governed(const Clause& x, const Clause& up, bool inner) {
    const Span span = g_.word(up.predicate).span;
    if (up.tense == Tense::future && (g_.verb_classes(up.lemma) & kBegins))
      decide(EventStatus::planned, aux::kFuture, "status.future", span);
    const bool yields = (bit(type_) & kYielding) != 0 || g_.has(up.lemma, VerbClass::intend);  // "an end to the fire and a withdrawal"
    stopped_ =
        stopped_ || (!yields && x.link == Link::annexed && up.kind != PredicateKind::verb && g_.has(up.lemma, VerbClass::phase_stop));
    const bool tried = up.kind != PredicateKind::verb || up.tense == Tense::past;
    if (tried && inner && (bit(type_) & kForce) && g_.has(up.lemma, VerbClass::attempt))
      decide(EventStatus::occurred, 0, "status.attempt", span);
    if (tried && inner && (bit(type_) & kOrders) && g_.has(up.lemma, VerbClass::decide) && up.tense == Tense::past)
      decide(EventStatus::occurred, 0, "status.decided", span);
    if (g_.has(up.lemma, VerbClass::modal) && !up.negated && g_.word(up.predicate).features.aspect() == Aspect::perf)
      decide(EventStatus::occurred, 0, "status.could", span);  // "were able to kill two": they did
    const bool told = x.link == Link::content && x.kind == PredicateKind::verb && x.tense == Tense::past;
    for (const auto& [cls, colour] : kColours)
      if (g_.has(up.lemma, cls) && !(cls == VerbClass::say_propose && discussed(up)) &&
          !(told && colour.status != EventStatus::possible)) {  // what is past cannot be meant to happen
        const bool meant = colour.status == EventStatus::planned || colour.status == EventStatus::promised;
        if (meant && up.kind != PredicateKind::verb && asked_for(up)) decide(EventStatus::demanded, aux::kFuture, "status.asked_for", span);
        decide(colour.status, colour.aux, "status.governing_verb", span);
      }
    if (up.kind != PredicateKind::verb && g_.has(up.lemma, VerbClass::phase_continue))
      decide(EventStatus::ongoing, 0, "status.governing_noun", span);  // "the continuation of"
    if (up.phrase.valid()) described(up.phrase, 0, "status.governing_noun");
    if (up.kind != PredicateKind::verb && up.tense == Tense::present && x.link != Link::content && !unreal(up))
      decide(EventStatus::ongoing, 0, "status.present", span);
    if (x.link != Link::content && up.negated && up.kind != PredicateKind::verb) aux |= aux::kNegation;
  }

  const Grammar& g_;
  const Clauses& clauses_;
  const Entities& entities_;
  EventType type_;
  bool decided_ = false;
  bool stopped_ = false;  // what was passed ends it
};

}  // namespace

bool comes_before(const Grammar& g, const Clause& x) {
  const WordId w = x.phrase.valid() ? g.mentions[x.phrase].preposition : WordId::none();
  const Lemma* l = w.valid() ? g.lemma(w) : nullptr;
  return l && l->preposition != 0 && (l->classes & bit(NounClass::time));
}

/// The clause that condemns, accuses of, investigates, protests at or answers what the noun names; none. A thing asked for in a protest
/// has a clause of its own between.
ClauseId Coder::judged_by(const Event& e) const {
  if (!(kDeeds & bit(e.type))) return {};
  ClauseId c = e.clause;
  if (clauses_[c].kind == PredicateKind::verb) return {};
  for (int steps = 0; steps < 3 && clauses_[c].parent.valid(); ++steps, c = clauses_[c].parent) {
    if (!(kArguments & bit(clauses_[c].link))) return {};
    const ClauseId up = clauses_[c].parent;
    const Event* judging = coded(up);
    if (judging && (judging->type == EventType::accuse || judging->type == EventType::protest)) return up;
    if (g_.has(clauses_[up].lemma, VerbClass::say_accuse)) return up;
    const WordId w = clauses_[c].phrase.valid() ? g_.mentions[clauses_[c].phrase].preposition : WordId::none();
    const bool on = w.valid() && g_.lemma(w) && g_.lemma(w)->preposition == g_.lexicon.lemma(g_.lexicon.clitic(Clitic::bi)).preposition;
    if (!on && w.valid() && clauses_[up].kind == PredicateKind::masdar && g_.has(clauses_[up].lemma, VerbClass::say_assert)) return up;
  }
  return {};
}

/// Whether the text takes it for done, by what is said of it.
bool Coder::is_fact(const Event& e) const { return e.status == EventStatus::occurred && judged_by(e).valid(); }

/// Does its date lie more than so many days before the document's.
bool Coder::before(const Event& e, int days) const {
  if (e.date == kNone || day_ == INT32_MIN) return false;
  const auto& date = g_.mentions.dates[e.date];
  return date.resolved && !date.open_end && date.end < day_ - days;
}

/// "marched to demand", "gathered in protest at": what people march for is said, or shown, by the march.
bool Coder::voiced_by_protest(const Event& e) const {
  if (!(bit(e.type) & (kSpoken | bit(EventType::protest)))) return false;
  const Event* up = coded_above(e.clause, ~uint64_t{0});
  return up && up->type == EventType::protest;
}

/// "agreed to a ceasefire": what somebody agrees to do is still to come; not what another did, such as a minister's resignation.
bool Coder::agreed_to(const Event& e, ClauseId c) const {
  constexpr uint64_t kYields = bit(EventType::retreat) | bit(EventType::concede);
  if (!(bit(e.type) & kYields) || clauses_[c].kind == PredicateKind::verb) return false;
  if (const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject); s && !s->inherited) return false;
  return agreed_above(c, kArguments);
}

/// Does the clause hang, by these links, on a verb that tells of an agreement: "agreed that the forces withdraw".
bool Coder::agreed_above(ClauseId c, uint64_t links) const {
  const Event* up = coded_above(c, links);
  return up && up->type == EventType::agree && clauses_[up->clause].kind == PredicateKind::verb;
}

void Coder::status(Event& e, ClauseId c) {
  const Clause& k = clauses_[c];
  StatusWalk walk(g_, clauses_, entities_, e.type, e.trigger);
  walk.own(k);
  walk.predicated(c);
  walk.outwards(c, judged_by(e));
  if (k.phrase.valid()) walk.nouns_around(g_.mentions[k.phrase].outer, {});
  walk.undecided(k);
  e.status = walk.status;
  e.aux = walk.aux;
  if ((walk.rule == "status.plain" && agreed_to(e, c)) ||
      (walk.rule == "status.subjunctive" && agreed_above(c, bit(Link::light) | bit(Link::content)))) {
    e.status = EventStatus::promised;
    e.aux = uint8_t((e.aux & ~aux::kHypothetical) | aux::kFuture);
    walk.rule = "status.agreed";
  }
  if (walk.rule == "status.purpose" && voiced_by_protest(e)) e.status = EventStatus::occurred, e.aux = uint8_t(e.aux & ~aux::kFuture);
  if (e.status == EventStatus::threatened && only_warned(c)) {
    e.status = EventStatus::possible;
    e.aux = uint8_t((e.aux & ~aux::kFuture) | aux::kHypothetical);
  }
  if (g_.lexicon.frames[e.frame].when & when::kNegated) e.aux = uint8_t(e.aux & ~aux::kNegation);  // "did not agree" is the act itself
  if (const uint8_t fixed = g_.lexicon.frames[e.frame].status) {
    e.status = EventStatus(fixed - 1);
    evidence(e, Field::status, frame_id(e), e.trigger);
  } else {
    evidence(e, Field::status, walk.rule, walk.where);
  }
  const bool old = before(e, kMonth);
  if (e.aux) evidence(e, Field::aux, walk.rule, walk.where);
  if (e.status != EventStatus::occurred || (!old && !k.pluperfect)) return;
  e.aux |= aux::kHistorical;
  evidence(e, Field::aux, old ? "aux.date" : "aux.pluperfect", old ? g_.mentions.dates[e.date].span : e.trigger);
}

/// Verbs of threatening warn too: where theirs is no record of a threat, what they govern is feared by the speaker, not meant by him.
bool Coder::only_warned(ClauseId c) const {
  for (int steps = 0; steps < 6 && c.valid(); ++steps, c = clauses_[c].parent) {
    if (!g_.has(clauses_[c].lemma, VerbClass::say_threaten)) continue;
    const Event* e = coded(c);
    return !e || e->type != EventType::threaten;
  }
  return false;
}

/// The record of a clause before the one that is being coded; nullptr if there is none.
const Event* Coder::coded(ClauseId c) const {
  const auto it = std::lower_bound(out_.events.begin(), out_.events.end(), c, [](const Event& e, ClauseId at) { return e.clause < at; });
  return it != out_.events.end() && it->clause == c ? &*it : nullptr;
}

/// The record of the nearest clause that holds this one by such links; nullptr if none within three has one.
const Event* Coder::coded_above(ClauseId c, uint64_t links) const {
  for (int steps = 0; steps < 3 && (bit(clauses_[c].link) & links) && clauses_[c].parent.valid(); ++steps) {
    c = clauses_[c].parent;
    if (const Event* up = coded(c)) return up;
  }
  return nullptr;
}

/// Is the clause a refusal: what it refuses did not come to be.
bool Coder::refused(ClauseId c) const {
  const Event* e = coded(c);
  return e && e->type == EventType::reject;
}

/// The codebook: a CONSULT, SUPPORT, COOPERATE or AID that a verb announces ("will visit") is an AGREE, a RETREAT a CONCEDE. A verbal noun
/// ("plans a visit", "promised to withdraw") is the content of what announces it, and keeps its type.
void Coder::future_type(Event& e) const {
  if (clauses_[e.clause].kind != PredicateKind::verb) return;
  const uint32_t future = g_.lexicon.event_types[size_t(e.type)].future;
  if (future == 0 || !(e.aux & aux::kFuture) || (e.aux & aux::kNegation)) return;
  if (e.status != EventStatus::planned && e.status != EventStatus::promised) return;
  e.type = EventType(future - 1);
  e.mode = 0;
}

}  // namespace isnad
