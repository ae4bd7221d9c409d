// The same event told twice in one document: which records are one, and how their fields come together.
#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kSentences = 8;  // how far back a repeated event may have been told
constexpr size_t kRecords = 24;     // and how many records back

/// Reported as a fact; what is promised, planned or possible may be said twice of two acts.
bool told(const Event& e) { return e.status == EventStatus::occurred || e.status == EventStatus::ongoing; }

/// Frames of two sides that fight each other.
constexpr std::array<std::string_view, 9> kFights{"clashes",       "battle", "battle_unnamed", "collision", "confrontation", "fight",
                                                  "fight_against", "war",    "war_on"};

}  // namespace

/// Merges what belongs together. Links of clauses to records (event_of) must be known. Linear: each record looks back a bounded way.
void Coder::merge_repeats() {
  auto& events = out_.events;
  out_.serial_of.resize(serial_);
  std::iota(out_.serial_of.begin(), out_.serial_of.end(), 0U);
  out_.merged_into.assign(events.size(), EventId::none());
  for (size_t b = 1; b < events.size(); ++b) {
    const size_t from = b > kRecords ? b - kRecords : 0;
    for (size_t a = b; a-- > from && events[b].sentence.value - events[a].sentence.value < kSentences;) {
      if (out_.merged_into[a].valid()) continue;
      const std::string_view rule = same_event(events[a], events[b]);
      if (rule.empty()) continue;
      merge(events[a], events[b], rule);
      out_.merged_into[b] = EventId::at(a);
      break;
    }
  }
  drop_merged();
}

/// Why two records, `a` told first, are one; empty where they are not.
std::string_view Coder::same_event(const Event& a, const Event& b) const {
  if (a.type != b.type || ((a.aux ^ b.aux) & (aux::kNegation | aux::kHypothetical))) return {};
  if (a.mode && b.mode && a.mode != b.mode) return {};
  if (a.sentence == b.sentence && a.type == EventType::assault) {
    if (casualties(a, b)) return "same.casualties";
    if (instrument(a, b)) return "same.instrument";
    if (aimed_at(a, b)) return "same.aim";
    if (attempted(a, b)) return "same.attempt";
    if (carried(a, b)) return "same.carrier";
  }
  if (a.date != kNone && b.date != kNone && a.date != b.date) return {};
  if (repeated_noun(a, b)) return "same.definite_noun";
  return same_parties(a, b) ? "same.parties" : std::string_view{};
}

/// "a soldier was killed and two were wounded": one act with two kinds of victims.
bool Coder::casualties(const Event& a, const Event& b) const {
  const Clause& k = clauses_[b.clause];
  return counts(a) && counts(b) && b.fillers[0].count == 0 && k.link == Link::coordination && k.parent == a.clause;
}

/// "were killed in a raid": the act that brought the deaths, told by a noun inside the clause.
bool Coder::instrument(const Event& a, const Event& b) const {
  const Clause& k = clauses_[b.clause];
  if (k.kind == PredicateKind::verb || (k.link != Link::argument && k.link != Link::light) || !k.parent.valid()) return false;
  if (clauses_[a.clause].kind != PredicateKind::verb || b.date != kNone) return false;  // with a day of its own it is told for itself
  const EventId holder = out_.event_of[k.parent.value];
  const size_t at = size_t(&a - out_.events.data());
  const bool inside = holder.valid() && (holder.value == at || out_.merged_into[holder.value] == EventId::at(at));
  return inside && (a.fillers[1].count > 0 || a.counts_victims) && (b.fillers[0].count == 0 || a.fillers[0].count == 0);
}

/// "used gas to disperse them": the same act, and what it is for.
bool Coder::aimed_at(const Event& a, const Event& b) const {
  const Clause& k = clauses_[b.clause];
  return k.link == Link::purpose && k.parent == a.clause && a.frame == b.frame && a.fillers[1].count == 0;
}

/// "survived an attempt to kill him": the verb and the attempt that it ended.
bool Coder::attempted(const Event& a, const Event& b) const {
  const Clause& k = clauses_[b.clause];
  return k.link == Link::annexed && k.parent.valid() && g_.has(clauses_[k.parent].lemma, VerbClass::attempt) &&
         clauses_[k.parent].parent == a.clause && clauses_[a.clause].kind == PredicateKind::verb;
}

/// "a raid which hit ...": the verb tells more of the act that the noun before it names.
bool Coder::carried(const Event& a, const Event& b) const {
  const Clause& k = clauses_[b.clause];
  if (k.kind != PredicateKind::verb || clauses_[a.clause].kind == PredicateKind::verb) return false;
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  return s && s->phrase.valid() && clauses_[a.clause].phrase.valid() &&
         g_.mentions[s->phrase].head == g_.mentions[clauses_[a.clause].phrase].head;
}

/// Whether both have a place by name, and not the same one; "a market" may be anywhere.
bool Coder::elsewhere(const Event& a, const Event& b) const {
  return named_place(a.location) && named_place(b.location) && !same_entity(a.location, b.location);
}

/// May the parties of both be the same, on either side of a clash: one of them names nobody, or one name fits.
bool Coder::sides(const Event& a, const Event& b) const {
  if (elsewhere(a, b)) return false;
  if (b.fillers[0].count + b.fillers[1].count == 0 || a.fillers[0].count + a.fillers[1].count == 0) return true;
  for (size_t x = 0; x < 2; ++x)
    for (size_t y = 0; y < 2; ++y)
      if (shares(a.fillers[x], b.fillers[y])) return true;
  return false;
}

/// "The attack ...": a definite noun that adds nothing which contradicts the act told before.
bool Coder::repeated_noun(const Event& a, const Event& b) const {
  const Clause& k = clauses_[b.clause];
  if (k.kind == PredicateKind::verb || !k.phrase.valid() || !g_.word(g_.mentions[k.phrase].head).article || a.sentence == b.sentence)
    return false;
  if (!told(a) || !told(b)) return false;
  const bool word = clauses_[a.clause].lemma == k.lemma || g_.base(clauses_[a.clause].lemma) == g_.base(k.lemma);
  if (!word && a.type != EventType::assault) return false;
  if (b.background && b.frame == a.frame && b.quantities.count == 0) return sides(a, b);
  for (size_t role = 0; role < 2; ++role)
    if (b.fillers[role].count && !shares(a.fillers[role], b.fillers[role])) return false;
  return !elsewhere(a, b);
}

/// The same doer did the same to the same one: a headline and its report.
bool Coder::same_parties(const Event& a, const Event& b) const {
  constexpr uint64_t kDeeds = bit(EventType::assault) | bit(EventType::retreat) | bit(EventType::mobilize) | bit(EventType::coerce) |
                              bit(EventType::protest) | bit(EventType::consult) | bit(EventType::sanction) | bit(EventType::aid);
  if (!(bit(a.type) & kDeeds) || a.frame != b.frame || !told(a) || !told(b)) return false;
  if (elsewhere(a, b)) return false;
  return a.fillers[0].count && a.fillers[1].count && shares(a.fillers[0], b.fillers[0]) && shares(a.fillers[1], b.fillers[1]);
}

bool Coder::shares(Slice a, Slice b) const {
  const auto all = Events::slice(out_.fillers, a);
  return std::any_of(all.begin(), all.end(), [&](EntityId x) { return among(b, x); });
}

/// Is somebody among those who fill a role.
bool Coder::among(Slice fillers, EntityId x) const {
  const auto all = Events::slice(out_.fillers, fillers);
  return std::any_of(all.begin(), all.end(), [&](EntityId y) { return same_entity(x, y); });
}

bool Coder::same_entity(EntityId a, EntityId b) const {
  const auto root = [&](EntityId e) { return entities_[e].antecedent.valid() ? entities_[e].antecedent : e; };
  const Entity& x = entities_[root(a)];
  const Entity& y = entities_[root(b)];
  if (&x == &y) return true;
  if (x.actor != kNone || y.actor != kNone) return x.actor == y.actor;
  if (x.place != kNone || y.place != kNone) return x.place == y.place;
  const LemmaId head = g_.word(g_.mentions[x.phrase].head).lemma;
  return head.valid() && head == g_.word(g_.mentions[y.phrase].head).lemma && x.country == y.country && x.sector == y.sector &&
         x.number == y.number;
}

/// Takes over what `b` knows and `a` doesn't; the evidence of both stays.
void Coder::merge(Event& a, const Event& b, std::string_view rule) {
  const auto join = [&](auto& pool, Slice& to, Slice from) {
    if (from.count == 0) return;
    if (to.count == 0) {
      to = from;
      return;
    }
    const auto first = uint32_t(pool.size());
    for (const Slice s : {to, from})
      for (uint32_t i = 0; i < s.count; ++i) {
        const auto value = pool[s.first + i];  // a copy: the pool may move
        pool.push_back(value);
      }
    to = {first, uint32_t(pool.size()) - first};
  };
  const bool victims = rule == "same.casualties";
  for (size_t role = 0; role < a.fillers.size(); ++role)
    if (victims || a.fillers[role].count == 0) join(out_.fillers, a.fillers[role], b.fillers[role]);
  for (const QuantityRef& q : Events::slice(out_.quantities, b.quantities)) {
    const auto mine = Events::slice(out_.quantities, a.quantities);
    if (std::any_of(mine.begin(), mine.end(), [&](const QuantityRef& x) { return x.number == q.number; })) continue;
    out_.quantities.push_back(q);
    join(out_.quantities, a.quantities, {uint32_t(out_.quantities.size()) - 1, 1});
  }
  // "were killed in clashes with the army": those whom the victims fought
  const bool clash = rule == "same.instrument" && std::find(kFights.begin(), kFights.end(), frame_id(b)) != kFights.end();
  if (clash && a.fillers[0].count == 0 && b.fillers[1].count && !shares(b.fillers[1], a.fillers[1])) {
    a.fillers[0] = b.fillers[1];
    evidence(a, Field::actor, "actor.of_clash", b.trigger);
  }
  if (a.attributions.count == 0) a.attributions = b.attributions;
  if (a.mode == 0) a.mode = b.mode;
  if (a.date == kNone && !b.near_date) a.date = b.date;
  if (b.location.valid() && !named_place(a.location) && (named_place(b.location) || !a.location.valid())) a.location = b.location;
  if (!a.origin.valid()) a.origin = b.origin;
  if (!a.destination.valid()) a.destination = b.destination;
  a.aux |= b.aux & aux::kHistorical;
  a.background = a.background && b.background;
  a.counts_victims = a.counts_victims || b.counts_victims;
  evidence(a, Field::event, rule, b.trigger);
  out_.serial_of[b.serial] = a.serial;
}

/// Takes the merged records out; what pointed to them points to those that they went into.
void Coder::drop_merged() {
  std::vector<EventId>& to = out_.merged_into;
  uint32_t kept = 0;
  for (EventId& e : to) {
    const bool merged = e.valid();
    e = merged ? to[e.value] : EventId{kept++};  // what it went into stands before it and has its new place
  }
  for (EventId& e : out_.event_of)
    if (e.valid()) e = to[e.value];
  std::erase_if(out_.events, [&](const Event& e) { return out_.serial_of[e.serial] != e.serial; });
}

}  // namespace isnad
