// How far an act has come, as the text tells it; PLOVER's auxiliary modes; what is only background.
#include "event/coder.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr int kMonth = 31;

/// Verbs that tell of the event that their argument names.
constexpr uint64_t kReporters = bit(VerbClass::happen) | bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::cause) |
                                bit(VerbClass::suffer) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue) |
                                bit(VerbClass::phase_stop) | bit(VerbClass::say_reveal) | bit(VerbClass::say_assert) |
                                bit(VerbClass::say_confirm) | bit(VerbClass::say_threaten) | bit(VerbClass::say_promise) |
                                bit(VerbClass::say_ask) | bit(VerbClass::say_propose) | bit(VerbClass::intend) | bit(VerbClass::attempt);

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

/// Is it what something else came after: "after the verdicts", "since the fall of" (Time=After in ar/particles.tsv).
bool comes_before(const Grammar& g, const Clause& x) {
  const WordId w = x.phrase.valid() ? g.mentions[x.phrase].preposition : WordId::none();
  const Lemma* l = w.valid() ? g.lemma(w) : nullptr;
  return l && l->preposition != 0 && (l->classes & bit(NounClass::time));
}

/// "..., which left five dead": a clause on all of what the one before it tells, not on a noun that it would identify.
bool tells_outcome(const Grammar& g, const Clause& k) {
  return k.link == Link::relative && k.marker.valid() && g.has(k.lemma, VerbClass::cause) &&
         g.word(k.marker).features.gender() == Gender::none;
}

/// "held the square for hours before the police took it": what it came before is told as what happened next.
bool tells_next(const Grammar& g, const Clause& k) {
  if (k.link != Link::time || k.kind != PredicateKind::verb || !k.marker.valid()) return false;
  const Lemma* l = g.lemma(k.marker);
  return l && l->preposition != 0 && !(l->classes & bit(NounClass::time));
}

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
    switch (top.link) {
      case Link::condition:
      case Link::condition_unless:
      case Link::condition_counterfactual:
      case Link::purpose:
        return true;
      default:
        return &top != &k && subjunctive(top);
    }
  }

  /// Right after "that" a verb is subjunctive: what somebody wants, fears or thinks possible.
  [[nodiscard]] static bool subjunctive(const Clause& k) {
    return k.link == Link::content && k.kind == PredicateKind::verb && k.tense == Tense::present && k.marker.valid() &&
           k.marker.next() == k.predicate;
  }

  /// What nothing outside has decided, though it is told in the subjunctive, may happen.
  void undecided(const Clause& k) {
    const Clause& top = k.link == Link::annexed ? k : outermost(k);
    if (subjunctive(top)) decide(EventStatus::possible, aux::kHypothetical, "status.subjunctive", g_.word(top.marker).span);
  }

  /// The verb that carries the act, or that it is joined to; the clause itself if none does.
  [[nodiscard]] const Clause& outermost(const Clause& k) const {
    const Clause* at = &k;
    for (int steps = 0; steps < 4 && at->parent.valid(); ++steps) {
      const bool joined = at->link == Link::coordination && at->predicate.value > 0 &&  // "to enter and arrest"
                          g_.word(at->predicate.prev()).features.upos() == Upos::cconj;
      const bool inside = at->link == Link::light || at->link == Link::annexed || joined;
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
      if (x.link == Link::content || x.link == Link::argument || x.link == Link::annexed || x.link == Link::light)
        governed(x, clauses_[x.parent], steps == 0);
    }
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
    return !(l.classes & (bit(NounClass::place) | bit(NounClass::time)));
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
    for (const auto& [cls, colour] : kColours)
      if (g_.has(up.lemma, cls) && !(cls == VerbClass::say_propose && discussed(up)))
        decide(colour.status, colour.aux, "status.governing_verb", span);
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
    const bool on = w.valid() && g_.lemma(w) && g_.lemma(w)->preposition == g_.lexicon.lemma(g_.lexicon.clitic("bi")).preposition;
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
  ClauseId c = e.clause;
  for (int steps = 0; steps < 3 && clauses_[c].parent.valid(); ++steps) {
    c = clauses_[c].parent;
    if (const Event* up = coded(c)) return up->type == EventType::protest;
  }
  return false;
}

/// "agreed to a ceasefire": what somebody agrees to do is still to come; not what another did, such as a minister's resignation.
bool Coder::agreed_to(const Event& e, ClauseId c) const {
  constexpr uint64_t kYields = bit(EventType::retreat) | bit(EventType::concede);
  if (!(bit(e.type) & kYields) || clauses_[c].kind == PredicateKind::verb) return false;
  if (const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject); s && !s->inherited) return false;
  for (int steps = 0; steps < 3 && (bit(clauses_[c].link) & kArguments) && clauses_[c].parent.valid(); ++steps) {
    c = clauses_[c].parent;
    if (const Event* up = coded(c)) return up->type == EventType::agree && clauses_[c].kind == PredicateKind::verb;
  }
  return false;
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
  if (walk.rule == "status.plain" && agreed_to(e, c)) {
    e.status = EventStatus::promised;
    e.aux |= aux::kFuture;
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

/// An event that serves to identify or explain something else. A verb reports; a noun does where a verb carries it, brings it about or
/// says it, where it counts victims or stands in a headline; elsewhere it is mentioned on the way to something else.
std::string_view Coder::salience(const Event& e, ClauseId c) const {
  for (ClauseId at = c; at.valid(); at = clauses_[at].parent) {
    const Clause& k = clauses_[at];
    if (tells_outcome(g_, k) || tells_next(g_, k)) continue;
    if (k.link == Link::time || k.link == Link::because || k.link == Link::relative) return kMentioned;
    if (k.link == Link::root || k.link == Link::content || k.link == Link::speech) break;
  }
  const Clause& k = clauses_[c];
  if (known_protesters(e) || long_ago(e)) return kMentioned;
  if (k.kind == PredicateKind::verb || k.link == Link::circumstance) return "salience.verb";
  if (g_.text.sentences[k.sentence.value].kind == SentenceKind::title) return "salience.headline";
  if (comes_before(g_, k) || asked(e) || (much_told(e) && about_it(e, c))) return kMentioned;
  const bool light = k.link == Link::light && k.parent.valid() && clauses_[k.parent].kind == PredicateKind::verb;
  if (light && much_told(e) && !carries(e, c)) return kMentioned;
  if (e.counts_victims) return "salience.victims";
  return reported(e, c);
}

/// "The protesters chanted": whom the text knows as protesters it has told of already; what they do there belongs to that protest.
bool Coder::known_protesters(const Event& e) const {
  if (e.type != EventType::protest || e.fillers[0].count == 0) return false;
  if (e.mode && g_.lexicon.text(g_.lexicon.modes[e.mode - 1]) != "demo") return false;  // who burns cars does more than that
  const PhraseId p = entities_[out_.fillers[e.fillers[0].first]].phrase;
  const Phrase& who = g_.mentions[p];
  const Lemma* l = g_.lemma(who.head);
  if (!l || l->base == kNone || !g_.word(who.head).article || who.number != kNone || who.adjective_count > 0) return false;
  return names(LemmaId{l->base}, bit(EventType::protest));
}

/// By which rule a verb (or a chain of event nouns under one) reports what the noun names: one that is new to the text or whose parties
/// are named. Violence and protest told as facts are much talked about, so more is asked of them: see `brought_up`.
std::string_view Coder::reported(const Event& e, ClauseId c) const {
  const bool strict = much_told(e);
  const bool named = e.fillers[0].count || e.fillers[1].count || e.fillers[2].count || e.origin.valid();
  bool carried = false;  // by a light noun, whose article says nothing
  for (int steps = 0; steps < 3; ++steps) {
    const Clause& k = clauses_[c];
    if (k.link == Link::light && k.parent.valid()) {
      if (clauses_[k.parent].kind == PredicateKind::verb) return !strict || carries(e, c) ? "salience.light_verb" : kMentioned;
      c = k.parent;  // "accused of carrying out an attack": told as its light noun is
      carried = true;
      continue;
    }
    const Phrase* p = k.phrase.valid() ? &g_.mentions[k.phrase] : nullptr;
    const bool own = carried || (p && (!g_.word(p->head).article || p->adjective_count > 0));  // "the bombings" alone are known already
    if (strict && told_after(c)) return "salience.verb_after";
    if (strict && !k.parent.valid() && p && !opens(k.phrase)) return kMentioned;
    if (!k.parent.valid())
      return own && p && p->attachment == Attachment::none && !p->preposition.valid() ? "salience.no_verb" : kMentioned;
    const Clause& up = clauses_[k.parent];
    const uint64_t reporters = g_.verb_classes(up.lemma) & kReporters;
    if (k.link == Link::argument || k.link == Link::coordination || k.link == Link::purpose) {
      if (!strict) {
        if ((!own && !named) || refused(k.parent)) return kMentioned;
        if (reporters || up.kind == PredicateKind::verb) return "salience.verb_above";
      } else {
        if (!own || (!carried && p->definite && p->adjective_count == 0)) return kMentioned;
        if (up.kind == PredicateKind::verb) return brought_up(e, c) ? "salience.brought_up" : kMentioned;
        if (!reporters) return kMentioned;
      }
    } else if (k.link != Link::annexed || (p && p->outer.valid() && !g_.is_predicate(p->outer))) {
      return kMentioned;
    }
    c = k.parent;
  }
  return kMentioned;
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
