// Whose the thing is that is backed, refused, condemned, accepted or taken: who made it, does it, asks for it or owns it.
#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kInside = 8;  // how many clauses on what one holds is looked for
constexpr uint32_t kChain = 4;   // how many nouns inside each other an owner may stand under
constexpr uint32_t kNear = 8;    // how many phrases on what goes with a noun may stand
constexpr uint32_t kFar = 40;    // how many phrases back what "this" takes up may stand
constexpr int kDeep = 2;         // how many acts inside each other are asked whose they are
constexpr uint64_t kSites = bit(NounClass::place) | bit(NounClass::facility);
constexpr uint64_t kAsks = bit(VerbClass::say_ask) | bit(VerbClass::say_propose);

}  // namespace

/// Who made, launched or did what a relative clause tells of: "the initiative that the minister put forward".
PhraseId Coder::made_by(PhraseId thing) const {
  const WordId end = g_.mentions[thing].last;
  for (uint32_t w = end.value; w < end.value + 3 && w < g_.words.size(); ++w) {  // a relative pronoun may stand between
    const ClauseId r = clauses_.clause_of[w];
    if (!r.valid()) continue;
    const Clause& k = clauses_[r];
    const Argument* o = clauses_.find(k, ArgumentRole::object);
    const Argument* s = clauses_.find(k, ArgumentRole::subject);
    if (k.kind != PredicateKind::verb || k.link != Link::relative || k.passive || g_.is_speech(k.lemma)) return {};
    return o && o->phrase == thing && s && s->phrase.valid() && s->rule == "subject.after" ? s->phrase : PhraseId::none();
  }
  return {};
}

/// Who did what a relative clause tells of the thing that is condemned, praised or looked into: "the statement that the bureau issued",
/// "praised what the country offered".
PhraseId Coder::who_did_that(const Event& e, ClauseId c) const {
  constexpr uint64_t kNotDoer = bit(VerbClass::suffer) | bit(VerbClass::perceive) | bit(VerbClass::say_describe) | bit(VerbClass::think);
  const auto governed = [](const Argument& a) { return a.role == ArgumentRole::oblique && a.rule == "oblique.governed"; };
  const auto told_of = [&](const Clause& r) {
    for (const Argument& a : clauses_.arguments_of(r)) {
      if (!a.rule.starts_with("relative.") || !a.phrase.valid() || g_.actor_like(a.phrase)) continue;
      for (const Argument& deed : clauses_.arguments_of(clauses_[c]))
        if (deed.phrase.valid() && said_of(a.phrase, deed.phrase) && !deed.inherited &&
            (deed.role == ArgumentRole::object || governed(deed)))
          return true;
    }
    const PhraseId what = r.marker.valid() ? g_.mentions.phrase_of[r.marker.value] : PhraseId::none();
    if (!what.valid() || g_.mentions[what].kind != PhraseKind::relative || g_.word(r.marker).features.gender() != Gender::none)
      return false;
    const WordId w = g_.mentions[what].preposition;
    const Lemma* from = w.valid() ? g_.lemma(w) : nullptr;
    return r.parent == c && (!from || g_.governs(clauses_[c].lemma, w));
  };
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kInside; ++i) {
    const Clause& r = clauses_.clauses[i];
    if (r.sentence != clauses_[c].sentence) return {};
    if (r.link != Link::relative || r.kind != PredicateKind::verb || r.passive || (g_.verb_classes(r.lemma) & kNotDoer)) continue;
    const Argument* s = clauses_.find(r, ArgumentRole::subject);
    if (s && s->phrase.valid() && s->rule == "subject.after" && other_party(e, s->phrase) && told_of(r)) return s->phrase;
  }
  return {};
}

/// Who does an act or asks for it: "the forces' storming", "the call of the deputies", "the mediation that the state undertakes"; not of a
/// noun like "use" where nobody known stands under it ("the use of force").
PhraseId Coder::doer_within(const Event& e, ClauseId act, PhraseId thing) const {
  for (const Argument& a : clauses_.arguments_of(clauses_[act])) {
    if (!a.phrase.valid()) continue;
    const bool asks = a.rule.starts_with("annexed.") && (g_.verb_classes(clauses_[act].lemma) & kAsks) && !a.inherited;
    const bool does = a.role == ArgumentRole::subject && (a.rule.starts_with("annexed.subject") || a.rule == "subject.light_relative");
    const bool from = a.role == ArgumentRole::oblique && a.preposition.valid() && !a.inherited &&
                      (g_.verb_classes(clauses_[act].lemma) & kAsks) &&
                      (g_.lexicon.lemma(a.preposition).classes & bit(NounClass::quantity));  // "a request from" (Part=Yes)
    if ((!asks && !does && !from) || !other_party(e, a.phrase)) continue;
    const Entity* x = entity(a.phrase);
    const bool known = x && (!x->country.empty() || x->actor != kNone);
    const bool use = a.rule == "annexed.subject" && g_.has(clauses_[act].lemma, VerbClass::light) && !(g_.classes(thing) & kSaidOrPlanned);
    if (known || !use || asks || from) return a.phrase;
  }
  return {};
}

/// The first somebody of what a thing is annexed to: "the draft law of the government"; not known to be anybody in particular if `anybody`
/// will do.
PhraseId Coder::owner_within(const Event& e, PhraseId thing, bool anybody) const {
  PhraseId at = thing;
  for (uint32_t steps = 0; steps < kChain; ++steps) {
    const PhraseId next{at.value + 1};
    if (next.value >= g_.mentions.phrases.size()) return {};
    const Phrase& p = g_.mentions[next];
    if (p.outer != at || p.attachment != Attachment::annexed) return {};
    if (g_.actor_like(next))
      return other_party(e, next) || (anybody && another(e, next) && !shares_actor(e, next)) ? next : PhraseId::none();
    if (clauses_.clause_of[p.head.value].valid()) return {};  // an act: what is annexed to it need be no owner
    at = next;
  }
  return {};
}

/// Whose a thing is by "of" right after it or its adjectives: "the rightful demands of the protesters'"; not whom an act is done to.
PhraseId Coder::owner_by_of(const Event& e, PhraseId thing) const {
  const Phrase& own = g_.mentions[thing];
  if (own.kind != PhraseKind::noun || (g_.classes(thing) & kSites)) return {};
  WordId end = own.last;
  for (uint32_t i = thing.value + 1; i < g_.mentions.phrases.size() && i < thing.value + kNear; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.last <= own.last) continue;
    const bool negative = p.first == end && g_.function(p.head) == Function::neg;
    if (negative) end = p.last;  // "the conduct that is not moral"
    if (negative || p.last <= end) continue;
    const bool of = p.preposition.valid() && p.preposition == end && g_.word(p.preposition).lemma == g_.lexicon.clitic(Clitic::li);
    if (!of || !other_party(e, PhraseId{i})) return {};
    const ClauseId act = clauses_.clause_of[own.head.value];
    const bool masdar = act.valid() && clauses_[act].kind == PredicateKind::masdar && !(g_.verb_classes(clauses_[act].lemma) & kAsks);
    const bool takes = masdar && (g_.government_of(clauses_[act].lemma) & government::kObject);
    const bool governed = g_.word(end.prev()).features.upos() == Upos::adj && g_.governs(g_.word(end.prev()).lemma, p.preposition);
    const PhraseId after{i + 1};  // "the treatment of the guards' of prisoners": whom it is done to follows
    const bool two = after.value < g_.mentions.phrases.size() && g_.mentions[after].preposition == p.last && p.last.valid() &&
                     g_.word(p.last).lemma == g_.lexicon.clitic(Clitic::li);
    return (!takes && !governed && !(masdar && g_.governs(clauses_[act].lemma, p.preposition))) || two ? PhraseId{i} : PhraseId::none();
  }
  return {};
}

/// Whose the thing is that "this" takes up: whose the same word was before ("his proposal ... this proposal"), else who did what it names
/// ("visited the capital ... this visit") or, of a word for any act, the last thing told ("raided the camp ... these acts").
PhraseId Coder::told_before(const Event& e, PhraseId thing) const {
  const auto points = [this](const Phrase& p) { return p.first < p.head && g_.function(p.first) == Function::demonstrative; };
  const Phrase& own = g_.mentions[thing];
  if (!points(own) || own.kind != PhraseKind::noun) return {};
  const LemmaId head = g_.word(own.head).lemma;
  for (uint32_t i = thing.value; i-- > 0 && i + kFar > thing.value;) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.sentence.value + 1 < own.sentence.value) break;
    if (g_.word(p.head).lemma != head || p.kind != PhraseKind::noun || points(p)) continue;
    if (const PhraseId x = whose(e, PhraseId{i}, kDeep); x.valid()) return x;
  }
  constexpr uint64_t kHard = bit(EventType::assault) | bit(EventType::coerce) | bit(EventType::sanction) | bit(EventType::mobilize);
  const bool deed = (g_.classes(thing) & bit(NounClass::event)) && e.type != EventType::support;
  for (size_t i = out_.events.size(); i-- > 0;) {
    const Event& x = out_.events[i];
    if (x.sentence.value + 1 < e.sentence.value) return {};
    if (x.clause >= e.clause || x.fillers[0].count == 0) continue;
    const bool kind = !(g_.classes(thing) & bit(NounClass::violence)) || x.type == EventType::assault;
    const bool same = kind && (g_.base(head) == g_.base(clauses_[x.clause].lemma) || g_.names(head, bit(x.type)));
    const bool here = x.sentence == e.sentence && !x.actor_inherited && clauses_[x.clause].kind == PredicateKind::verb;
    if (!same && !(deed && here && (bit(x.type) & kHard))) continue;
    const PhraseId p = entities_[out_.fillers[x.fillers[0].first]].phrase;
    return other_party(e, p) ? p : PhraseId::none();
  }
  return {};
}

/// Whose a thing is that is judged: who made it, does it or asks for it, else the nation of its adjective, else its owner; of an act that
/// is nobody's own, whose the plan or words are that it is about ("refused to discuss the minister's proposal").
PhraseId Coder::whose(const Event& e, PhraseId thing, int depth) const {
  if (const PhraseId by = made_by(thing); by.valid() && other_party(e, by)) return by;
  const ClauseId act = clauses_.clause_of[g_.mentions[thing].head.value];
  const bool acts = act.valid() && act != e.clause;
  if (acts)
    if (const PhraseId p = doer_within(e, act, thing); p.valid()) return p;
  if (const Entity* x = entity(thing); x && !x->country.empty() && x->rule == "description.adjective") return thing;
  if (!acts && (g_.classes(thing) & kSaidOrPlanned))
    if (const PhraseId p = owner_within(e, thing, false); p.valid()) return p;
  if (const PhraseId p = owner_by_of(e, thing); p.valid()) return p;
  for (uint32_t i = thing.value + 1; i < g_.mentions.phrases.size() && i < thing.value + kNear; ++i) {  // "pressure and American threats"
    const Phrase& p = g_.mentions.phrases[i];
    if (p.attachment != Attachment::coordinated || p.outer != thing) continue;
    const Entity* x = entity(PhraseId{i});
    if (x && !x->country.empty() && x->rule == "description.adjective" && !g_.actor_like(PhraseId{i})) return PhraseId{i};
  }
  if (depth == 0)
    if (const PhraseId p = told_before(e, thing); p.valid()) return p;
  if (!acts || depth >= kDeep) return {};
  for (const Argument& a : clauses_.arguments_of(clauses_[act])) {
    if (!a.phrase.valid() || a.inherited || a.phrase == thing || g_.actor_like(a.phrase)) continue;
    const bool about = a.role == ArgumentRole::object || a.rule == "oblique.governed" || a.rule.starts_with("annexed.");
    const ClauseId inner = clauses_.clause_of[g_.mentions[a.phrase].head.value];
    const bool asked = inner.valid() && (g_.verb_classes(clauses_[inner].lemma) & kAsks);
    const bool said = asked || (g_.classes(a.phrase) & (kSaidOrPlanned & ~bit(NounClass::abstract))) || a.rule == "annexed.subject";
    if (!about || !said) continue;
    if (const PhraseId p = whose(e, a.phrase, depth + 1); p.valid()) return p;
  }
  return {};
}

/// Is it what somebody asks, says or plans, so that who accepts it agrees with him.
bool Coder::proposed(PhraseId thing) const {
  const ClauseId act = clauses_.clause_of[g_.mentions[thing].head.value];
  if (act.valid() && (g_.verb_classes(clauses_[act].lemma) & kAsks)) return true;
  return (g_.classes(thing) & (bit(NounClass::planned) | bit(NounClass::statement) | bit(NounClass::document))) != 0;
}

/// Whose the thing is that the clause judges: "condemned the harsh treatment of the authorities'", "rejects the American plan", "accepted
/// the envoy's proposal".
PhraseId Coder::judged_of(const Event& e, ClauseId c) const {
  const bool accepts = e.type == EventType::agree;
  const LemmaId li = g_.lexicon.clitic(Clitic::li), bi = g_.lexicon.clitic(Clitic::bi);
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (!a.phrase.valid() || a.inherited || g_.actor_like(a.phrase)) continue;
    if (e.fillers[0].count && within(entities_[out_.fillers[e.fillers[0].first]].phrase, a.phrase)) continue;  // "spokesman in the name of"
    const bool on = a.preposition.valid() && (g_.lexicon.lemma(a.preposition).classes & bit(NounClass::planned));
    const bool governed = a.role == ArgumentRole::oblique && a.preposition.valid() && (a.preposition == li || a.preposition == bi || on);
    if (a.role != ArgumentRole::object && !governed) continue;
    if (accepts && !proposed(a.phrase)) continue;
    if (const PhraseId p = whose(e, a.phrase, 0); p.valid()) return p;
  }
  return {};
}

/// All whom an agreement or talks that are backed are between: "welcomed the agreement between A and B".
void Coder::backed_between(Event& e, ClauseId c) {
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (!a.phrase.valid() || a.inherited || !a.clause.valid() || a.clause == c) continue;
    if (a.role != ArgumentRole::object && a.rule != "oblique.governed") continue;
    for (const Argument& b : clauses_.arguments_of(clauses_[a.clause])) {
      if (b.role != ArgumentRole::oblique || !b.phrase.valid() || !opposed(b.phrase) || !g_.actor_like(b.phrase)) continue;
      if (shares_actor(e, b.phrase)) continue;
      give(e, Slot::recipient, b.phrase, "recipient.between");
      return;
    }
  }
}

/// Whom a judgement is about, where the roles of the frame name nobody.
void Coder::judged(Event& e, ClauseId c) {
  const std::string_view mode = mode_name(e.mode);
  const bool sides = e.type == EventType::reject || e.type == EventType::support;
  const bool disapproves = e.type == EventType::accuse && mode == "disapprove";
  const bool accepts = e.type == EventType::agree && !g_.has(clauses_[c].lemma, VerbClass::say_promise);
  const bool looks = e.type == EventType::accuse && mode == "investigate";
  if (e.fillers[1].count || (!sides && !disapproves && !accepts && !looks)) return;
  const auto is = [&](PhraseId p, std::string_view rule) {
    if (p.valid()) give(e, Slot::recipient, p, rule);
    return p.valid();
  };
  if (!looks && is(judged_of(e, c), "recipient.whose")) return;
  if (const ClauseId t = looks ? ClauseId::none() : twin(c); t.valid() && is(judged_of(e, t), "recipient.whose")) return;
  if (!accepts && is(who_did_that(e, c), "recipient.did_that")) return;
  if (e.type == EventType::support) backed_between(e, c);
}

/// Whose the thing is that was seized, closed or frozen: "confiscated their lands", "froze the bank's assets", "annexed the Ukrainian
/// region"; not the doer's own.
PhraseId Coder::robbed(const Event& e) const {
  if (e.fillers[1].count || e.fillers[2].count == 0 || (e.type != EventType::coerce && e.type != EventType::sanction)) return {};
  const PhraseId thing = entities_[out_.fillers[e.fillers[2].first + e.fillers[2].count - 1]].phrase;
  if (g_.actor_like(thing) || (g_.classes(thing) & bit(NounClass::quantity))) return {};
  if (const PhraseId p = owner_within(e, thing, true); p.valid()) {
    const Entity* owner = entity(p);
    const bool known = owner && (!owner->country.empty() || owner->sector != Sector::none || owner->kind == EntityKind::person);
    constexpr uint64_t kPeople = bit(NounClass::person) | bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::role);
    const bool named = (g_.classes(thing) & kSites) && g_.mentions[p].kind == PhraseKind::name && !known;  // "the town of Azzan"
    const bool people = !named && ((g_.classes(p) & kPeople) || g_.mentions[p].kind == PhraseKind::pronoun);
    if (people || (known && !(g_.classes(thing) & bit(NounClass::facility)))) return p;
    return {};
  }
  const Entity* x = entity(thing);
  if (x && x->state != kNone) return {};  // "most of Iraq"
  if (!x || x->country.empty() || x->rule != "description.adjective") return owner_by_of(e, thing);
  for (const EntityId who : Events::slice(out_.fillers, e.fillers[0]))
    if (!entities_[who].country.empty() && entities_[who].country != x->country) return thing;
  return {};
}

/// Who has to bear the act that a noun names: "the judges survived a blast", "the police beat back an attack", "she faces a sentence".
PhraseId Coder::bears(const Event& e, ClauseId c) const {
  constexpr uint64_t kHits = bit(EventType::assault) | bit(EventType::sanction) | bit(EventType::coerce);
  const Clause& k = clauses_[c];
  if (e.fillers[1].count || !(bit(e.type) & kHits) || k.kind == PredicateKind::verb || !k.parent.valid()) return {};
  if (k.link != Link::argument && k.link != Link::light) return {};
  const Clause& up = clauses_[k.parent];
  const bool suffers = g_.has(up.lemma, VerbClass::suffer);
  const WordId by = k.phrase.valid() ? g_.mentions[k.phrase].preposition : WordId::none();
  const bool repels = g_.has(up.lemma, VerbClass::violence) && by.valid() && g_.word(by).lemma == g_.lexicon.clitic(Clitic::li) &&
                      g_.governs(up.lemma, by) && e.type == EventType::assault;
  if ((!suffers && !repels) || up.passive) return {};
  if (mutual(e) || (k.link != Link::light && !governed_by(c, up))) return {};
  const Argument* s = clauses_.find(up, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || s->clause == c || !another(e, s->phrase) || shares_actor(e, s->phrase)) return {};
  const bool site = e.type == EventType::assault && (g_.classes(s->phrase) & kSites);
  return g_.actor_like(s->phrase) || site ? s->phrase : PhraseId::none();
}

/// Is the clause what another has for its object, or after a preposition that it governs or that says by what.
bool Coder::governed_by(ClauseId c, const Clause& up) const {
  for (const Argument& a : clauses_.arguments_of(up)) {
    if (a.clause != c) continue;
    if (a.role == ArgumentRole::object || a.rule == "oblique.governed" || a.preposition == g_.lexicon.clitic(Clitic::bi)) return true;
  }
  return false;
}

/// Is the phrase one of those who did it.
bool Coder::shares_actor(const Event& e, PhraseId p) const {
  const EntityId x = entities_.entity_of[p.value];
  return x.valid() && among(e.fillers[0], x);
}

/// Who refuses or accepts a call is whom it was made to: "the president refused the deputies' calls to".
void Coder::answered(Event& e, ClauseId c) {
  const Clause& k = clauses_[c];
  if (e.fillers[1].count || e.type != EventType::request || k.kind == PredicateKind::verb || k.link != Link::argument || !k.parent.valid())
    return;
  const Event* up = coded(k.parent);
  if (!up || (up->type != EventType::reject && up->type != EventType::agree) || up->fillers[0].count == 0) return;
  if (shares(up->fillers[0], e.fillers[0])) return;
  for (const Argument& a : clauses_.arguments_of(clauses_[k.parent])) {
    if (a.clause != c || (a.role != ArgumentRole::object && a.rule != "oblique.governed")) continue;
    e.fillers[1] = up->fillers[0];
    return evidence(e, Field::recipient, "recipient.answers", up->trigger);
  }
}

/// Do both sides do it: the frame looks for its doers after a preposition first ("clashes between").
bool Coder::mutual(const Event& e) const {
  for (const FrameRole& role : g_.lexicon.slice(g_.lexicon.frame_roles, g_.lexicon.frames[e.frame].roles)) {
    const auto all = g_.lexicon.slice(g_.lexicon.frame_alternatives, role.alternatives);
    if (role.slot == Slot::actor && !all.empty() && all.front().source == Source::preposition) return true;
  }
  return false;
}

/// "the shelling led to the death of five": whom the outcome of an attack struck is whom the attack struck, where nobody else is named.
void Coder::struck_by_outcome() {
  for (const Event& e : out_.events) {
    if (e.type != EventType::assault || e.fillers[1].count == 0 || clauses_[e.clause].kind == PredicateKind::verb) continue;
    if (!counts(e)) continue;
    const ClauseId cause = clauses_[first_of_row(e.clause)].parent;
    if (!cause.valid() || !g_.has(clauses_[cause].lemma, VerbClass::cause) || clauses_[cause].kind != PredicateKind::verb) continue;
    const EventId by = caused_by(cause, false);
    if (!by.valid()) continue;
    Event& attack = out_.events[by.value];
    if (attack.type != EventType::assault || counts(attack) || mutual(attack)) continue;
    if (!clauses_[cause].negated && !(e.aux & aux::kNegation)) take_victims(attack, e.fillers[1], "recipient.of_outcome", e.trigger);
  }
  for (Event& e : out_.events) hurt_by(e), struck_by_aim(e);
}

/// "used gas to disperse the crowd", "an ambush to kill the minister": whom the aim of an act of violence would strike.
void Coder::struck_by_aim(Event& e) {
  if (e.type != EventType::assault || e.fillers[1].count || mutual(e)) return;
  for (uint32_t i = e.clause.value + 1; i < clauses_.clauses.size() && i < e.clause.value + kInside; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != e.sentence) return;
    const bool aim = k.link == Link::purpose || (k.link == Link::argument && k.kind == PredicateKind::masdar && k.phrase.valid() &&
                                                 g_.mentions[k.phrase].preposition.valid() &&
                                                 g_.word(g_.mentions[k.phrase].preposition).lemma == g_.lexicon.clitic(Clitic::li));
    if (!aim || (k.parent != e.clause && k.parent != clauses_[e.clause].parent)) continue;
    const Event* act = coded(ClauseId{i});
    if (act && act->type == EventType::assault && take_victims(e, act->fillers[1], "recipient.of_aim", act->trigger)) return;
  }
}

/// "a soldier was killed and two others wounded in an attack": whom the verbs over a noun of attack say were killed or hurt by it.
void Coder::hurt_by(Event& e) {
  const Clause& k = clauses_[e.clause];
  if (e.type != EventType::assault || e.fillers[1].count || k.kind == PredicateKind::verb || k.link != Link::argument) return;
  if (counts(e) || mutual(e)) return;
  std::array<PhraseId, 3> hurt;  // of verbs joined by "and"
  size_t many = 0;
  for (ClauseId at = k.parent; at.valid() && many < hurt.size();) {
    const Clause& v = clauses_[at];
    const Argument* o = clauses_.find(v, ArgumentRole::object);
    if (v.kind != PredicateKind::verb || !v.passive || v.negated || v.link == Link::relative || !o ||
        !g_.counts_victims(v.lemma, bit(EventType::assault)))
      break;
    if (!o->phrase.valid() || !victim_like(o->phrase) || shares_actor(e, o->phrase)) break;
    hurt[many++] = o->phrase;
    at = v.link == Link::coordination ? v.parent : ClauseId::none();
  }
  while (many > 0) add(e, Slot::recipient, hurt[--many], "recipient.of_outcome");
}

/// May the subject of "was wounded" be somebody: no place, act or part of a body; "another" looks like a word for a time.
bool Coder::victim_like(PhraseId p) const {
  constexpr uint64_t kThings = bit(NounClass::event) | bit(NounClass::body) | bit(NounClass::violence) | bit(NounClass::abstract);
  const Entity* x = entity(p);
  if ((x && x->kind == EntityKind::place) || g_.mentions[p].preposition.valid()) return false;
  return g_.actor_like(p) || g_.mentions[p].number != kNone || !(g_.classes(p) & kThings);
}

}  // namespace isnad
