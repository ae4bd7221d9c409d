// Which of the phrases before a pronoun it means: each gets points for its part in its clause, for how near it is and how well it fits.
#include <algorithm>

#include "entity/antecedents.h"

namespace isnad {
namespace {

constexpr uint32_t kReach = 40;  // how many phrases back an antecedent may lie
constexpr int kSubject = 30, kObject = 20, kGoverned = 16, kOblique = 12, kInner = 4;
constexpr int kBefore = -16;              // of the sentence before
constexpr int kFarthest = 24;             // points that distance may cost
constexpr int kAside = -12;               // in a relative clause that the pronoun is not in
constexpr int kThing = -16, kIdle = -30;  // nobody who acts; for a pronoun that does something
constexpr int kPerson = 6, kVictim = 12;  // somebody; whom an act strikes
constexpr int kBody = -12, kNamed = -20;  // one body for "them"
constexpr int kStandsIn = -14;            // where something is
constexpr int kParallel = 14;             // the same part in the act that the pronoun's act goes on from
constexpr int kOwner = 30, kStruck = 4;   // whose something is, by the clause around; whom the act of a clause strikes
constexpr int kDescribed = 20;            // what the relative clause around the pronoun tells of
constexpr int kExact = 5;                 // known to agree, not only able to
constexpr int kLeast = -10;

}  // namespace

/// What a phrase is to its clause: the most for its subject.
int Antecedents::standing(const Argument& a, const Clause& k) {
  if (a.rule.starts_with("annexed.")) return a.role == ArgumentRole::subject ? kOblique : kInner;
  switch (a.role) {
    case ArgumentRole::subject:
      return k.kind == PredicateKind::verb || k.kind == PredicateKind::noun ? kSubject : kOblique;
    case ArgumentRole::object:
      return k.passive ? kSubject : k.kind == PredicateKind::verb ? kObject : kOblique;
    case ArgumentRole::object2:
      return kObject;
    case ArgumentRole::oblique:
      return a.rule == "oblique.governed" ? kGoverned : kOblique;
    default:
      return kInner;
  }
}

/// Which clause each phrase is an argument of, itself or by what it hangs on, and what it is there.
void Antecedents::note_holders() {
  const size_t n = g_.mentions.phrases.size();
  out_.holder_of.assign(n, ClauseId::none());
  out_.standing_of.assign(n, 0);
  for (size_t i = 0; i < clauses_.clauses.size(); ++i)
    for (const Argument& a : clauses_.arguments_of(clauses_.clauses[i])) {
      if (!a.phrase.valid() || a.inherited || a.rule.starts_with("relative.")) continue;
      out_.holder_of[a.phrase.value] = ClauseId::at(i);
      out_.standing_of[a.phrase.value] = standing(a, clauses_.clauses[i]);
    }
  for (size_t i = 0; i < n; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (out_.holder_of[i].valid()) continue;
    if (!p.outer.valid()) {
      out_.standing_of[i] = p.preposition.valid() ? kOblique : p.definite ? kSubject : kInner;  // a topic
      continue;
    }
    out_.holder_of[i] = out_.holder_of[p.outer.value];
    constexpr uint64_t kVoices = bit(NounClass::statement) | bit(NounClass::document) | bit(NounClass::quantity);
    const bool voice = (g_.classes(p.outer) & kVoices) != 0;  // "a statement of the party said"
    const bool row = p.attachment == Attachment::coordinated || p.attachment == Attachment::apposed || voice;
    out_.standing_of[i] = row ? out_.standing_of[p.outer.value] : kInner;
  }
}

/// Is the clause, or one that it hangs on, a relative clause that doesn't hold the other.
bool Antecedents::aside(ClauseId c, ClauseId from) const {
  for (int steps = 0; steps < 4 && c.valid(); ++steps, c = clauses_[c].parent) {
    if (clauses_[c].link != Link::relative) continue;
    ClauseId at = from;
    for (int up = 0; up < 8 && at.valid() && at != c; ++up) at = clauses_[at].parent;
    return at != c;
  }
  return false;
}

/// The part of a pronoun in the clause that it is an argument of.
Antecedents::Seat Antecedents::seat_of(const Phrase& p) const {
  Seat out;
  out.self = g_.mentions.phrase_of[p.head.value];
  out.clause = clause_at(p);
  if (!out.self.valid()) return out;
  const ClauseId c = out_.holder_of[out.self.value];
  if (!c.valid()) return out;
  for (const Argument& a : clauses_.arguments_of(clauses_[c]))
    if (a.phrase == out.self && !a.inherited) out.argument = &a;
  if (out.argument) out.act = carrier(out.clause);
  return out;
}

/// "will go on with its support": what somebody goes on with is his.
bool Antecedents::own_deed(const Clause& k) const {
  return k.parent.valid() && k.kind == PredicateKind::masdar && g_.has(clauses_[k.parent].lemma, VerbClass::phase_continue);
}

/// "its support for the rebels": what is annexed to an act that has its object after "for" does it.
bool Antecedents::own_act(const Seat& seat) const {
  if (!seat.argument || !seat.argument->rule.starts_with("annexed.")) return false;
  const auto args = clauses_.arguments_of(clauses_[seat.clause]);
  return std::any_of(args.begin(), args.end(), [&](const Argument& a) {
    return a.role == ArgumentRole::oblique && a.preposition == g_.lexicon.clitic(Clitic::li) && a.rule == "oblique.governed";
  });
}

/// Two parts of one act are not the same: "the police arrested him". Who suffers an act is whose it is: "three met their end".
bool Antecedents::bound(PhraseId candidate, const Seat& seat) const {
  if (!seat.argument) return false;
  const bool own = own_act(seat);
  const EntityId id = out_.entity_of[candidate.value];
  const EntityId meant = id.valid() && out_[id].antecedent.valid() ? out_[id].antecedent : id;
  for (const Argument& a : clauses_.arguments_of(clauses_[seat.clause])) {
    if (!a.phrase.valid() || a.phrase == seat.self || a.rule.starts_with("relative.") || a.rule == "object.suffered") continue;
    if (a.inherited && own) continue;
    if (a.inherited && (a.role == seat.argument->role || own_deed(clauses_[seat.clause]))) continue;
    if (a.phrase == candidate) return true;
    const EntityId other = out_.entity_of[a.phrase.value];
    if (meant.valid() && other.valid() && g_.mentions[a.phrase].kind == PhraseKind::pronoun && out_[other].antecedent == meant) return true;
  }
  return false;
}

/// "praised his support", "killed their leader": nobody praises or condemns his own act, or kills his own people.
bool Antecedents::another_owner(PhraseId candidate, const Phrase& p, const Seat& seat) const {
  if (!p.outer.valid() || p.attachment != Attachment::annexed) return false;
  const ClauseId holder = out_.holder_of[p.outer.value];
  if (!holder.valid()) return false;
  const Clause& k = clauses_[holder];
  if (g_.is_predicate(p.outer) ? !judges_act(k, p.outer) || struck_by_force(seat) : !harms(k.lemma)) return false;
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || k.passive || s->phrase == p.outer) return false;
  const auto meant = [&](PhraseId x) {
    const EntityId id = out_.entity_of[x.value];
    return id.valid() && out_[id].antecedent.valid() ? out_[id].antecedent : id;
  };
  return s->phrase == candidate || (meant(candidate).valid() && meant(candidate) == meant(s->phrase));
}

/// Does the verb or act strike with force whom it is done to: all that it may mean are assaults.
bool Antecedents::harms(LemmaId lemma) const { return g_.tells_only(lemma, bit(EventType::assault)); }

/// "praised [the act]", "condemned it": what a verb of praise or blame is about, which is another's.
bool Antecedents::judges_act(const Clause& k, PhraseId act) const {
  if (!judges(k)) return false;
  const WordId about = g_.mentions[act].preposition;
  if (!about.valid()) return g_.has(k.lemma, VerbClass::say_accuse);  // "justified his refusal"
  const LemmaId l = g_.word(about).lemma;
  return l == g_.lexicon.clitic(Clitic::bi) || l == g_.lexicon.clitic(Clitic::li);  // not "defended his visit"
}

/// "groups suspected that they recruit": does the phrase stand right before a relative clause around the pronoun.
bool Antecedents::told_of(PhraseId candidate, const Seat& seat) const {
  ClauseId c = seat.clause;
  for (int steps = 0; steps < 3 && c.valid(); ++steps, c = clauses_[c].parent) {
    const Clause& k = clauses_[c];
    if (k.link != Link::relative) continue;
    const WordId at = k.marker.valid() ? k.marker : k.predicate;
    const Phrase& q = g_.mentions[candidate];
    return q.last == at && (!q.outer.valid() || g_.mentions[q.outer].last != at);
  }
  return false;
}

/// Does "and" join the act to another?
bool Antecedents::joined(const Clause& k) const {
  return k.link == Link::coordination || (k.phrase.valid() && g_.mentions[k.phrase].attachment == Attachment::coordinated);
}

/// The act that carries another: "giving [help]", "carried out [raids]"; itself where it is joined to another by "and".
ClauseId Antecedents::carrier(ClauseId c) const {
  for (int steps = 0; steps < 2; ++steps) {
    const Clause& k = clauses_[c];
    const bool carried = k.link == Link::light || (k.link == Link::annexed && k.kind != PredicateKind::verb);
    if (joined(k) || !carried || !k.parent.valid()) break;
    if (k.link == Link::annexed && clauses_[k.parent].kind != PredicateKind::masdar) break;
    c = k.parent;
  }
  return c;
}

/// "storming the prisons and attacking them": the same part in the act that this one is coordinated with.
bool Antecedents::parallel(PhraseId candidate, const Seat& seat) const {
  if (!seat.argument) return false;
  const Clause& k = clauses_[seat.act];
  ClauseId before = k.link == Link::coordination ? k.parent : ClauseId::none();
  if (!before.valid() && k.phrase.valid() && g_.mentions[k.phrase].attachment == Attachment::coordinated) {
    const Phrase &first = g_.mentions[g_.mentions[k.phrase].outer], &q = g_.mentions[candidate];
    const bool end = q.attachment == Attachment::annexed && q.first > first.head && q.last <= first.last;
    if (end && g_.is_predicate(g_.mentions[k.phrase].outer)) return true;  // "the operation of blowing up a car and destroying it"
    before = clauses_.clause_of[first.head.value];
  }
  if (!before.valid()) return false;
  const auto args = clauses_.arguments_of(clauses_[before]);
  return std::any_of(args.begin(), args.end(), [&](const Argument& a) {
    const bool other = a.rule == "oblique.governed" && k.kind == PredicateKind::masdar;  // "working with them or giving help to them"
    const bool same = a.role == seat.argument->role && (other || a.preposition == seat.argument->preposition);
    return a.phrase == candidate && (same || (a.role == ArgumentRole::object && seat.argument->role != ArgumentRole::subject));
  });
}

/// Could "they" mean it: people, or what may be people; not orders or rights.
bool Antecedents::people_like(PhraseId c) const {
  constexpr uint64_t kHuman = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::nationality) | bit(NounClass::group) |
                              bit(NounClass::force) | bit(NounClass::family) | bit(NounClass::organisation) | bit(NounClass::quantity);
  const Phrase& q = g_.mentions[c];
  const Lemma* l = g_.lemma(q.head);
  const bool plain = q.kind == PhraseKind::noun && l && l->upos == Upos::noun;
  const bool doer = l && (l->derivation == Derivation::active_participle || l->derivation == Derivation::passive_participle);
  return !plain || doer || (g_.classes(c) & kHuman) || out_[out_.entity_of[c.value]].kind != EntityKind::none;
}

/// Forces, militias: "they" of the grammar's feminine singular, though men.
bool Antecedents::herd(PhraseId c) const {
  return (g_.classes(c) & bit(NounClass::force)) != 0 && g_.mentions[c].name == kNone && gender_of(g_.mentions[c]) == Gender::fem;
}

/// Is the pronoun whom an act of force strikes: nobody arrests an order.
bool Antecedents::struck_by_force(const Seat& seat) const {
  if (!seat.argument || seat.argument->role == ArgumentRole::subject) return false;
  return g_.tells(clauses_[seat.clause].lemma, bit(EventType::assault) | bit(EventType::coerce));
}

/// May the phrase be what a pronoun stands for at all.
bool Antecedents::candidate(PhraseId c, const Phrase& p, Features f) const {
  const Phrase& q = g_.mentions[c];
  const EntityId id = out_.entity_of[c.value];
  if (!id.valid() || q.kind == PhraseKind::number || (q.first <= p.head && p.head < q.last) || p.outer == c ||
      q.attachment == Attachment::apposed)
    return false;
  if (q.kind == PhraseKind::pronoun) return suits(c, p, f).valid();
  constexpr uint64_t kNever = bit(NounClass::time) | bit(NounClass::unit) | bit(NounClass::money) | bit(NounClass::direction);
  const Entity& e = out_[id];
  const Lemma* l = g_.lemma(q.head);
  const bool quality = l && l->upos == Upos::adj && !q.definite && out_.standing_of[c.value] != kSubject;
  if (e.kind == EntityKind::none && ((e.classes & kNever) || quality)) return false;
  constexpr uint64_t kWorld = bit(NounClass::place) | bit(NounClass::group);
  if ((e.classes & kWorld) == kWorld && e.actor == kNone && e.country.empty()) return false;  // "the world", whom no pronoun means
  if (owned(q, c)) return false;
  constexpr uint64_t kMachines = bit(NounClass::vehicle) | bit(NounClass::weapon);
  if (f.number() == Number::plur && f.gender() == Gender::masc && !people_like(c)) return false;
  const bool people = p.outer.valid() && (g_.classes(p.outer) & (bit(NounClass::person) | bit(NounClass::role)));
  if (people && (g_.classes(c) & kMachines)) return false;  // a tank has no fighters
  if (f.number() == Number::dual && g_.heads_row(c)) return true;
  if (f.number() == Number::plur && f.gender() == Gender::fem && gender_of(q) == Gender::masc) return false;
  return fits(e, f.gender(), f.number());
}

/// What a phrase gets for its part in its clause and for how near it is.
int Antecedents::near_points(PhraseId c, const Phrase& p, const Seat& seat) const {
  const int far = int(seat.self.value - c.value);
  const int cost = std::min(kFarthest, struck(seat) ? 2 * far : far);
  return out_.standing_of[c.value] - cost + (g_.mentions[c].sentence != p.sentence ? kBefore : 0);
}

int Antecedents::points(PhraseId c, const Phrase& p, const Seat& seat, Features f) const {
  const Phrase& q = g_.mentions[c];
  const Entity& e = out_[out_.entity_of[c.value]];
  const bool pronoun = q.kind == PhraseKind::pronoun;
  const bool unknown = !g_.lemma(q.head) && q.last.value > q.head.value + 1;  // a title that the lexicon lacks
  const bool they = f.number() == Number::plur && f.gender() == Gender::masc;
  const bool acts = pronoun || unknown || they || (g_.actor_like(c) && e.kind != EntityKind::none && e.kind != EntityKind::place);
  const bool person = e.kind == EntityKind::person || (e.classes & (bit(NounClass::person) | bit(NounClass::role))) != 0;
  const bool within = p.outer.valid() && p.attachment == Attachment::annexed;
  const bool does = seat.argument && seat.argument->role == ArgumentRole::subject;
  int out = near_points(c, p, seat);
  if (aside(out_.holder_of[c.value], seat.clause)) out += kAside;
  if (!acts) out += does || (g_.is_predicate(c) && struck_by_force(seat)) ? kIdle : kThing;
  if (person && (f.number() != Number::sing || f.gender() == Gender::masc)) out += struck(seat) ? kVictim : kPerson;
  if (!within && stands_in(e)) out += kStandsIn;
  if (parallel(c, seat)) out += kParallel;
  if (told_of(c, seat)) out += kDescribed;
  if (pronoun) return out;
  if (f.number() == Number::sing && gender_of(q) == f.gender()) out += kExact;
  if (f.number() != Number::plur) return out;
  return out + (number_of(e) == Number::plur && !(they && herd(c)) ? kExact : q.name != kNone ? kNamed : kBody);
}

/// The most that `points` can add to `near_points`.
int Antecedents::most_added(const Seat& seat) const {
  const int parallel = seat.argument && joined(clauses_[seat.act]) ? kParallel : 0;
  return std::max(kPerson, kVictim) + 2 * kExact + parallel + (in_relative(seat) ? kDescribed : 0);
}

/// Does the pronoun stand in a relative clause, as `told_of` asks?
bool Antecedents::in_relative(const Seat& seat) const {
  ClauseId c = seat.clause;
  for (int steps = 0; steps < 3 && c.valid(); ++steps, c = clauses_[c].parent)
    if (clauses_[c].link == Link::relative) return true;
  return false;
}

/// Whom the pronoun most likely means, of those in its sentence and the one before; none where nothing fits.
EntityId Antecedents::likeliest(const Phrase& p, Features f) const {
  const Seat seat = seat_of(p);
  if (!seat.self.valid()) return {};
  const bool another = struck(seat) && !own_act(seat);
  const EntityId around = subject_around(p, f), topical = topic(p, f);
  const int added = most_added(seat);
  EntityId best;
  int most = kLeast;
  const auto weigh = [&](PhraseId c) {
    const EntityId id = out_.entity_of[c.value];
    const bool spoken_of = id == around || id == topical;
    if (near_points(c, p, seat) + added + (spoken_of ? kOwner : 0) <= most) return;
    if (bound(c, seat) || another_owner(c, p, seat) || !candidate(c, p, f)) return;
    int n = points(c, p, seat, f);
    if (spoken_of) n += another || (f.number() == Number::plur && herd(c)) ? kStruck : kOwner;
    if (n <= most) return;
    most = n;
    best = id;
  };
  const auto weigh_far = [&](EntityId id) {  // the subject of a clause around, named sentences ago
    if (id.valid() && out_[id].phrase.value + kReach <= seat.self.value) weigh(out_[id].phrase);
  };
  weigh_far(around), weigh_far(topical);
  for (uint32_t i = seat.self.value; i-- > 0 && i + kReach > seat.self.value;) {
    if (g_.mentions.phrases[i].sentence.value + 1 < p.sentence.value) break;
    weigh(PhraseId{i});
  }
  return best;
}

}  // namespace isnad
