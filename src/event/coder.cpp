// The order of coding: frames, fillers, circumstances, links; duplicates out; confidence last.
#include "event/coder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/hash.h"

namespace isnad {
namespace {

constexpr int kRowSteps = 12;         // how long a row may be
constexpr uint32_t kSideWords = 5;    // how far before the other side "on one hand" may stand
constexpr int kRowParts = 4;          // between insertions
constexpr uint32_t kRowPhrases = 24;  // and how many phrases it may have inside

}  // namespace

void Coder::run() {
  carriers_.assign(clauses_.clauses.size(), {});
  for (size_t i = 0; i < clauses_.clauses.size(); ++i) code(ClauseId::at(i));
  drop_duplicates();
  out_.event_of.assign(clauses_.clauses.size(), EventId::none());
  for (size_t i = 0; i < out_.events.size(); ++i) out_.event_of[out_.events[i].clause.value] = EventId::at(i);
  merge_repeats();
  conditions();
  contents();
  share_content();
  share_circumstances();
  through_acts();
  victims_of_cause();
  struck_by_outcome();
  causes();
  for (Event& e : out_.events) drop_unknown(e);
  for (Event& e : out_.events) confidence(e);
}

/// A pronoun of which nothing is known says less than nobody.
void Coder::drop_unknown(Event& e) const {
  for (size_t i = 0; i < 2; ++i) {
    if (e.fillers[i].count != 1) continue;
    const Entity& who = entities_[out_.fillers[e.fillers[i].first]];
    const bool unknown = !who.antecedent.valid() && who.kind == EntityKind::none && who.country.empty();
    if (unknown && g_.mentions[who.phrase].kind == PhraseKind::pronoun) e.fillers[i].count = 0;
  }
}

void Coder::evidence(Event& e, Field field, std::string_view rule, Span span) {
  // evidence of one record need not be contiguous while it is built: it is gathered in find_events
  out_.evidence.push_back({field, rule, span});
  out_.evidence_of.push_back(e.serial);
}

void Coder::code(ClauseId c) {
  Match m = best_frame(c);
  if (m.frame == kNone) return;
  const Clause& k = clauses_[c];
  if (k.question) return;
  const Frame& frame = g_.lexicon.frames[m.frame];
  Event e;
  e.frame = m.frame;
  e.clause = c;
  e.serial = serial_++;
  e.sentence = k.sentence;
  e.trigger = g_.word(k.predicate).span;
  e.trigger_lemma = g_.word(k.predicate).lemma;
  e.type = frame.event;
  e.mode = frame.mode;
  e.id = id_of(e);
  evidence(e, Field::event, frame_id(e), e.trigger);
  fillers(e, c, m);
  if (e.fillers[0].count == 0) adjective_actor(e, c);
  place(e, c);
  other_parties(e, c);
  if (g_.has(k.lemma, VerbClass::oblige) && k.kind == PredicateKind::verb && e.fillers[0].count == 0) return;  // nobody demands it
  date(e, c);
  status(e, c);
  future_type(e);
  quantities(e, c);
  const std::string_view why = salience(e, c);
  e.background = why == kMentioned;
  evidence(e, Field::salience, why, e.trigger);
  protesters(e);
  if (e.mode) evidence(e, Field::mode, frame_id(e), e.trigger);
  attribution(e, c);
  denial(e);
  out_.events.push_back(e);
}

/// The hash of document, trigger and frame, with unit separators between them.
uint64_t Coder::id_of(const Event& e) const {
  std::string key;
  key.reserve(g_.document.id.size() + frame_id(e).size() + 3 + 2 * std::numeric_limits<uint32_t>::digits10 + 2);
  const auto number = [&key](uint32_t n) {
    char digits[std::numeric_limits<uint32_t>::digits10 + 1];
    key.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
  };
  key.append(g_.document.id) += '\x1f';
  number(e.trigger.begin), key += '\x1f';
  number(e.trigger.end), key += '\x1f';
  return hash64(key.append(frame_id(e)));
}

/// What its only source denies is not reported to have happened.
void Coder::denial(Event& e) {
  for (const AttributionRef& a : Events::slice(out_.attributions, e.attributions)) {
    if (a.stance != Stance::denies || (e.aux & aux::kNegation)) continue;
    e.aux |= aux::kNegation;
    evidence(e, Field::aux, "aux.denied", a.span);
  }
}

/// Is the phrase the first of two that a preposition takes ("between").
bool Coder::opposed(PhraseId p) const {
  const WordId w = g_.mentions[p].preposition;
  const Lemma* l = w.valid() ? g_.lemma(w) : nullptr;
  return l && l->preposition != 0 && (l->classes & bit(NounClass::plural));
}

void Coder::add_filler(PhraseId p) {
  const EntityId body = body_of(p);
  const EntityId first = body.valid() ? body : entities_.entity_of[p.value];
  for (EntityId id = first; id.valid(); id = entities_[id].also) {
    const EntityId a = entities_[id].antecedent, whole = entities_[first].antecedent;
    if (id != first && a.valid() && whole.valid() && within(entities_[whole].phrase, entities_[a].phrase))
      continue;  // "leaders and members"
    if (entities_[id].rule != kNobody) out_.fillers.push_back(id);
  }
}

/// Does the phrase stand in a row ("X and Y and Z") that the first one leads.
bool Coder::in_row(PhraseId p, PhraseId first) const {
  for (int steps = 0; p > first && steps < kRowSteps; ++steps) {
    if (g_.mentions[p].attachment != Attachment::coordinated) return false;
    p = g_.titled(g_.mentions[p].outer);
    if (p == first) return true;
  }
  return false;
}

/// A filler and what is coordinated with it that can be a party too.
void Coder::add_row(const Event& e, Slot slot, const Filling& f) {
  const PhraseId first = f.phrase;
  add_filler(first);
  PhraseId head = first, last = first;  // of the part of the row that is being read
  const auto add = [&](PhraseId p) {
    if (act_beside(first, p) || within(first, p)) return;
    if (slot == Slot::actor && !can_do({p, {}, f.rule, f.inherited}) && !opposed(first)) return;
    if (slot == Slot::recipient && !can_receive(e.type, {p, {}, f.rule, f.inherited})) return;
    add_filler(p);
  };
  for (int parts = 0; parts < kRowParts; ++parts) {
    for (uint32_t i = head.value + 1; i < g_.mentions.phrases.size() && i < head.value + kRowPhrases; ++i) {
      const PhraseId p{i};
      if (g_.mentions[p].sentence != g_.mentions[first].sentence) break;
      if (!in_row(p, head)) continue;
      last = p;
      add(p);
    }
    if (slot != Slot::actor && slot != Slot::recipient) return;
    head = goes_on(first, last);
    if (!head.valid()) return;
    last = head;
    add(head);
  }
}

/// What "and" begins after an insertion ("two youths with bullets and dozens with gas", "X, the ambassador in A, and Y"): like the row's
/// first and unlike what stands between; none.
PhraseId Coder::goes_on(PhraseId first, PhraseId last) const {
  constexpr uint32_t kWords = 12;
  if (!of_people(first) || opposed(first)) return {};
  const WordId from = g_.mentions[last].last;
  const Entity* said = entity(last);
  const bool pronoun = g_.mentions[first].kind == PhraseKind::pronoun;  // "his and his sons' trial": only right after it
  for (uint32_t i = last.value + 1; i < g_.mentions.phrases.size(); ++i) {
    const Phrase& q = g_.mentions.phrases[i];
    if (q.sentence != g_.mentions[first].sentence || q.first.value > from.value + kWords) return {};
    if (q.first <= from || (said && q.span.end <= said->words.end)) continue;
    if (pronoun && q.first.value > from.value + 1) return {};
    if (q.kind == PhraseKind::pronoun || q.kind == PhraseKind::relative) return {};
    const bool joined = g_.word(q.first.prev()).features.upos() == Upos::cconj && q.attachment != Attachment::apposed;
    if (!q.preposition.valid() && joined) return fits_row(first, PhraseId{i}, from) ? PhraseId{i} : PhraseId::none();
    if (q.attachment == Attachment::none && of_people(PhraseId{i})) return {};  // what follows is joined to them
  }
  return {};
}

/// Are they people, or a number of them.
bool Coder::of_people(PhraseId p) const {
  constexpr uint64_t kPeople =
      bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group) | bit(NounClass::nationality) | bit(NounClass::family);
  const Entity* x = entity(p);
  if (g_.mentions[p].kind == PhraseKind::number || (x && x->kind == EntityKind::person)) return true;
  return ((g_.classes(p) | (x ? x->classes : 0)) & kPeople) != 0;
}

/// Can what "and" begins go on with a row that ended at the word: people, joined to no other noun of its like, no subject of its own.
bool Coder::fits_row(PhraseId first, PhraseId p, WordId from) const {
  const Phrase& q = g_.mentions[p];
  if (!of_people(p) || g_.is_predicate(p)) return false;
  bool comma = false;
  for (WordId w = from; w < q.first; w = w.next()) {
    if (clauses_.clause_of[w.value].valid() || g_.function(w) == Function::rel) return false;
    comma = g_.comma(w) || (comma && w.next() == q.first);
  }
  for (WordId w = q.head; w.value < g_.words.size() && w.value < q.last.value + 2; w = w.next())
    if (g_.word(w).features.upos() == Upos::verb) return false;
  if (q.attachment == Attachment::coordinated && !comma) {
    const PhraseId to = g_.titled(q.outer);
    const Phrase& before = g_.mentions[to];
    const Entity* x = entity(to);
    const bool ground = x && (x->kind == EntityKind::place || x->kind == EntityKind::country) && before.preposition.valid();
    const bool apart = before.definite && !q.definite && q.kind == PhraseKind::noun && !g_.mentions[first].definite;  // "of the army and"
    if (((of_people(to) || g_.actor_like(to)) && !ground && !apart) || (before.kind == q.kind && before.definite == q.definite))
      return false;
  }
  const ClauseId holder = entities_.holder_of[p.value];
  const Argument* s = holder.valid() ? clauses_.find(clauses_[holder], ArgumentRole::subject) : nullptr;
  return !s || s->phrase != p;
}

/// Do the words that say who the first one is hold the other's already: "the minister of endowments and affairs".
bool Coder::within(PhraseId whole, PhraseId part) const {
  const Entity* x = entity(whole);
  return x && x->words.begin <= span(part).begin && span(part).end <= x->words.end;
}

/// "clashes between A and B": which of them begins the other side: the last, unless "on one hand" or "between" stands before one.
uint32_t Coder::other_side(Slice row) const {
  const auto all = Events::slice(out_.fillers, row);
  for (uint32_t i = 1; i < all.size(); ++i) {
    const Phrase &before = g_.mentions[entities_[all[i - 1]].phrase], &p = g_.mentions[entities_[all[i]].phrase];
    const Lemma* l = p.first.value > 0 ? g_.lemma(p.first.prev()) : nullptr;
    if (l && l->preposition != 0 && (l->classes & bit(NounClass::plural))) return i;
    for (WordId w = p.first; w > before.last && w.value + kSideWords > p.first.value; w = w.prev())
      if (const Function side = g_.expression(w.prev()); side == Function::adverb || side == Function::agent) return i;
  }
  return row.count - 1;
}

/// What the roles of the frame name, each with its row.
void Coder::fillers(Event& e, ClauseId c, Match& m) {
  weapon_as_doer(c, m);
  static constexpr std::array<Slot, 4> kLists{Slot::actor, Slot::recipient, Slot::theme, Slot::means};
  static constexpr std::array<Field, 4> kFields{Field::actor, Field::recipient, Field::theme, Field::means};
  for (size_t i = 0; i < kLists.size(); ++i) {
    Filling f = m.slots[size_t(kLists[i])];
    e.fillers[i] = {uint32_t(out_.fillers.size()), 0};
    if (kLists[i] == Slot::actor) f = doer(e, f), e.actor_inherited = f.inherited;
    if (!f.phrase.valid()) continue;
    add_row(e, kLists[i], f);
    e.fillers[i].count = uint32_t(out_.fillers.size()) - e.fillers[i].first;
    if (kLists[i] == Slot::actor && e.fillers[i].count > 1 && e.type == EventType::assault &&
        !m.slots[size_t(Slot::recipient)].phrase.valid() && opposed(f.phrase)) {
      const uint32_t side = other_side(e.fillers[i]);
      e.fillers[i + 1] = {e.fillers[i].first + side, e.fillers[i].count - side};
      e.fillers[i].count = side;
      evidence(e, Field::recipient, "recipient.between", span(entities_[out_.fillers[e.fillers[i + 1].first]].phrase));
      evidence(e, kFields[i], f.rule, span(f.phrase));
      ++i;
      continue;
    }
    if (e.fillers[i].count) evidence(e, kFields[i], f.rule, span(f.phrase));
  }
  const auto single = [&](Slot slot, Field field, EntityId& to) {
    const Filling& f = m.slots[size_t(slot)];
    if (!f.phrase.valid() || !is_place(f.phrase)) return;
    to = entities_.entity_of[f.phrase.value];
    evidence(e, field, f.rule, span(f.phrase));
  };
  single(Slot::location, Field::location, e.location);
  single(Slot::origin, Field::origin, e.origin);
  single(Slot::destination, Field::destination, e.destination);
}

/// "an American raid": the adjective of an event noun names who did it.
void Coder::adjective_actor(Event& e, ClauseId c) {
  const Clause& k = clauses_[c];
  if (!k.phrase.valid() || k.kind == PredicateKind::participle) return;
  const Entity* x = entity(k.phrase);
  if (!x || x->country.empty() || x->rule != "description.adjective") return;
  for (size_t i = 1; i < e.fillers.size(); ++i)
    if (e.fillers[i].count) {  // fillers lie one after the other: an actor can only be added before the others
      for (size_t j = i; j < e.fillers.size(); ++j) ++e.fillers[j].first;
      break;
    }
  out_.fillers.insert(out_.fillers.begin() + e.fillers[0].first, entities_.entity_of[k.phrase.value]);
  e.fillers[0].count = 1;
  evidence(e, Field::actor, "actor.adjective", span(k.phrase));
}

/// "promised to do all to help Nigeria", "is ready to give aid to Iraq": whom the help inside a promise is for.
void Coder::helped_by_promise(Event& e) {
  if (e.type != EventType::agree || e.fillers[1].count) return;
  constexpr uint64_t kHelp = bit(EventType::aid) | bit(EventType::support);
  constexpr uint64_t kWithin = kArguments | bit(Link::content) | bit(Link::purpose);
  for (size_t i = size_t(&e - out_.events.data()) + 1; i < out_.events.size() && out_.events[i].sentence == e.sentence; ++i) {
    const Event& help = out_.events[i];
    if (!(bit(help.type) & kHelp) || help.fillers[1].count == 0 || shares(e.fillers[0], help.fillers[1])) continue;
    if (help.fillers[0].count && !shares(e.fillers[0], help.fillers[0])) continue;
    if (!inside(help.clause, e.clause, kWithin)) continue;
    e.fillers[1] = help.fillers[1];
    return evidence(e, Field::recipient, "recipient.of_content", help.trigger);
  }
}

/// Whom the threatened, promised or refused act would concern is whom the threat, promise or refusal is made to.
void Coder::share_content() {
  for (Event& e : out_.events) helped_by_promise(e);
  for (Event& e : out_.events) {
    if (e.fillers[1].count || e.content.count == 0) continue;
    constexpr uint64_t kShare = bit(EventType::threaten) | bit(EventType::agree) | bit(EventType::concede) | bit(EventType::accuse) |
                                bit(EventType::reject) | bit(EventType::request);
    if (!(bit(e.type) & kShare)) continue;
    for (const EventId id : Events::slice(out_.links, e.content)) {
      const Event& inner = out_.events[id.value];
      constexpr uint64_t kSaid = bit(EventType::accuse) | bit(EventType::request);
      const bool doer = e.type == EventType::accuse || (e.type == EventType::reject && (bit(inner.type) & kSaid));  // whose charges
      const bool asked = e.type == EventType::request;  // "called for the minister's resignation"
      if (asked && (inner.actor_inherited || inner.type != EventType::retreat)) continue;
      const size_t role = doer || asked ? 0 : 1;
      if (inner.fillers[role].count == 0 || shares(e.fillers[0], inner.fillers[role])) continue;
      // a promise is of what one does oneself: "agreed that Egypt begin talks with the factions" promises them nothing
      if (e.type == EventType::agree && inner.fillers[0].count && !shares(e.fillers[0], inner.fillers[0])) continue;
      const auto whom = Events::slice(out_.fillers, inner.fillers[role]);
      const auto can = [&](EntityId x) { return can_receive(e.type, {entities_[x].phrase, {}, {}}); };
      if (!std::any_of(whom.begin(), whom.end(), can)) continue;
      e.fillers[1] = inner.fillers[role];
      evidence(e, Field::recipient, "recipient.of_content", inner.trigger);
      break;
    }
  }
}

void Coder::share_historical(const Event& from, Event& to) {
  if (!(from.aux & aux::kHistorical) || (to.aux & aux::kHistorical)) return;
  to.aux |= aux::kHistorical;
  evidence(to, Field::aux, "circumstance.of_attack", from.trigger);
}

/// "were killed as a result of the army's shelling", "when gunmen opened fire": whoever did what brought the deaths, where nobody else is
/// named.
void Coder::killed_by(Event& e, const Event& cause) {
  if (e.type != EventType::assault || !counts(e) || e.fillers[0].count || cause.fillers[0].count == 0) return;
  if (g_.expression(clauses_[cause.clause].marker) == Function::retaliation || shares(cause.fillers[0], e.fillers[1])) return;
  e.fillers[0] = cause.fillers[0];
  e.actor_inherited = true;
  evidence(e, Field::actor, "actor.of_cause", cause.trigger);
}

/// The attack told before that a definite noun without a record of its own takes up, or that its record went into; none if neither.
EventId Coder::attack_meant(const Event& e, ClauseId noun) const {
  constexpr uint32_t kBack = 2;  // sentences
  const auto earlier = [&](const Event& x) {
    return x.type == EventType::assault && x.sentence.value < e.sentence.value && x.sentence.value + kBack >= e.sentence.value;
  };
  if (const EventId id = out_.event_of[noun.value]; id.valid()) return earlier(out_.events[id.value]) ? id : EventId::none();
  const PhraseId p = clauses_[noun].phrase;
  if (!p.valid() || !g_.word(g_.mentions[p].head).article || !(g_.classes(p) & bit(NounClass::violence))) return {};
  for (size_t i = size_t(&e - out_.events.data()); i-- > 0 && out_.events[i].sentence.value + kBack >= e.sentence.value;) {
    const Event& x = out_.events[i];
    if (earlier(x) && !x.background && x.status == EventStatus::occurred) return EventId::at(i);
  }
  return {};
}

/// "A guard was killed during the attack": what happened in or during an act that was told before shares its mode, day and place.
void Coder::share_with_repeated(Event& e) {
  if (e.type != EventType::assault) return;
  constexpr uint64_t kWithin = bit(NounClass::place) | bit(NounClass::meeting);  // Place=Yes, Time=During in ar/particles.tsv
  for (const Argument& a : clauses_.arguments_of(clauses_[e.clause])) {
    if (a.role != ArgumentRole::oblique || !a.clause.valid() || !a.preposition.valid()) continue;
    if (!(g_.lexicon.lemma(a.preposition).classes & kWithin)) continue;
    const EventId id = attack_meant(e, a.clause);
    if (!id.valid()) continue;
    const Event& told = out_.events[id.value];
    const std::string_view rule = "circumstance.of_attack";
    if (e.mode == 0 && told.mode) e.mode = told.mode, evidence(e, Field::mode, rule, told.trigger);
    if (e.date == kNone && told.date != kNone) e.date = told.date, evidence(e, Field::date, rule, told.trigger);
    if (!named_place(e.location) && named_place(told.location))
      e.location = told.location, evidence(e, Field::location, rule, told.trigger);
  }
}

/// "was killed in a raid on 3 January": a death and the attack that brought it share mode, day and place.
void Coder::share_circumstances() {
  for (Event& inner : out_.events) {
    const Clause& k = clauses_[inner.clause];
    if (inner.type != EventType::assault || !k.parent.valid() || !out_.event_of[k.parent.value].valid()) continue;
    Event& e = out_.events[out_.event_of[k.parent.value].value];
    if (k.link == Link::because || (k.link == Link::time && k.kind == PredicateKind::verb)) killed_by(e, inner);
    if (k.link != Link::argument || e.type != EventType::assault || after_date(inner.clause)) continue;
    const std::string_view rule = "circumstance.of_attack";
    if (e.mode == 0 && inner.mode) e.mode = inner.mode, evidence(e, Field::mode, rule, inner.trigger);
    if (e.date == kNone && inner.date != kNone)
      e.date = inner.date, evidence(e, Field::date, rule, inner.trigger);
    else if (inner.date == kNone && e.date != kNone)
      inner.date = e.date, evidence(inner, Field::date, rule, e.trigger);
    if (inner.fillers[1].count == 0 && e.fillers[1].count)
      inner.fillers[1] = e.fillers[1], evidence(inner, Field::recipient, rule, e.trigger);
    if (e.fillers[0].count == 0 && inner.fillers[0].count && !shares(inner.fillers[0], e.fillers[1]))
      e.fillers[0] = inner.fillers[0], evidence(e, Field::actor, rule, inner.trigger);
    if (inner.location.valid() && e.location != inner.location)
      e.location = inner.location, evidence(e, Field::location, rule, inner.trigger);
    share_historical(e, inner);
    share_historical(inner, e);
  }
  for (Event& e : out_.events) share_with_repeated(e);
}

/// Of two tellings of an attack the one that goes gives its day and place where the other has none, or only those of a clause around it.
void Coder::circumstances_of(const Event& gone, Event& kept) {
  if (gone.date != kNone && !gone.near_date && (kept.date == kNone || kept.near_date)) {
    kept.date = gone.date, kept.near_date = false;
    evidence(kept, Field::date, "date.of_attack", gone.trigger);
  }
  if (named_place(gone.location) && !gone.near_place && (!named_place(kept.location) || kept.near_place)) {
    kept.location = gone.location, kept.near_place = false;
    evidence(kept, Field::location, "location.of_attack", gone.trigger);
  }
}

/// "a raid hit the camp", "the jets hit it in three raids", "a raid that hit the camp": the verb and the attack that is its subject or
/// means are one record, the verb's; in a relative clause the noun's, which then has the verb's victim.
void Coder::attack_by_name(Event& e) {
  const Clause& k = clauses_[e.clause];
  for (const Argument& a : clauses_.arguments_of(k)) {
    const bool means = a.role == ArgumentRole::oblique && a.preposition.valid() && a.preposition == g_.lexicon.clitic(Clitic::bi);
    if (!a.phrase.valid() || !(means || a.role == ArgumentRole::subject)) continue;
    ClauseId n = clauses_.clause_of[g_.mentions[a.phrase].head.value];
    const auto at = [this](ClauseId c) {
      return std::lower_bound(out_.events.begin(), out_.events.end(), c, [](const Event& x, ClauseId y) { return x.clause < y; });
    };
    for (auto it = at(n.valid() ? n : e.clause); it != out_.events.end() && it->sentence == e.sentence;
         ++it) {  // or a noun inside: "a series of raids"
      const Clause& noun = clauses_[it->clause];
      const bool here =
          it->clause == n || (noun.link == Link::annexed && noun.phrase.valid() && g_.mentions[noun.phrase].outer == a.phrase);
      if (!here || it->type != EventType::assault || noun.kind == PredicateKind::verb || it->frame == e.frame) continue;
      const bool inner = k.link == Link::relative || it->clause.value + 1 == e.clause.value;
      Event& kept = inner && a.role == ArgumentRole::subject ? *it : e;
      Event& gone = &kept == &e ? *it : e;
      out_.drop[gone.clause.value] = true;
      if (kept.mode == 0 && gone.mode) kept.mode = gone.mode, evidence(kept, Field::mode, "mode.of_attack", gone.trigger);
      if (kept.fillers[1].count == 0 && gone.fillers[1].count)
        kept.fillers[1] = gone.fillers[1], evidence(kept, Field::recipient, "recipient.of_attack", gone.trigger);
      if (kept.quantities.count == 0 && gone.counts_victims) {
        kept.quantities = gone.quantities, kept.counts_victims = true;
        evidence(kept, Field::quantity, "quantity.of_attack", gone.trigger);
      }
      circumstances_of(gone, kept);
      kept.background = kept.background && gone.background;
      return;
    }
  }
}

/// "halted imports from", "an end to the firing": what one record says is stopped or will be is no cooperation and, with nobody struck, no
/// attack; "used its right of veto" tells of one veto.
bool Coder::ended(const Event& inner, const Event& outer) const {
  if (inner.frame == outer.frame) return inner.type == EventType::reject;
  if (outer.type != EventType::sanction && outer.type != EventType::retreat) return false;
  const Clause& k = clauses_[inner.clause];
  if (k.link != Link::light || k.phase != Phase::stop || !g_.has(clauses_[outer.clause].lemma, VerbClass::phase_stop)) return false;
  if (inner.type == EventType::cooperate || inner.type == EventType::aid || inner.type == EventType::consult) return true;
  return inner.type == EventType::assault && inner.fillers[1].count == 0 && outer.status != EventStatus::occurred;
}

/// A light verb and the event it carries are one record, the noun's; MOBILIZE goes where an ASSAULT of the same clause stands.
void Coder::drop_duplicates() {
  constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::happen);
  std::vector<bool>& drop = out_.drop;
  drop.assign(clauses_.clauses.size(), false);
  for (const Event& other : out_.events) {  // events come in the order of their clauses
    const Clause& n = clauses_[other.clause];
    const bool named =
        n.link == Link::annexed && n.parent.valid() && clauses_[n.parent].kind == PredicateKind::masdar;  // "the giving of aid"
    const Event* up = n.parent.valid() && (bit(n.link) & kArguments) ? coded(n.parent) : nullptr;
    if (!up) continue;
    if (ended(other, *up)) {
      drop[other.clause.value] = true;
      continue;
    }
    if (n.link != Link::light && !named) continue;
    const bool same = up->type == other.type && (g_.verb_classes(clauses_[n.parent].lemma) & kCarriers);
    if (same || (up->type == EventType::mobilize && other.type == EventType::assault)) drop[n.parent.value] = true;
  }
  for (Event& e : out_.events)
    if (e.type == EventType::assault && clauses_[e.clause].kind == PredicateKind::verb && !drop[e.clause.value]) attack_by_name(e);
  std::erase_if(out_.events, [&](const Event& e) { return drop[e.clause.value]; });
}

/// How likely a person who codes would have coded the record too, from what its evidence was: a logistic model whose weights are all
/// reasons for doubt, so that less evidence is never more confidence. The weights were fitted on the development sets (docs/measures.md);
/// those of guessed words, which are too few there, are by judgement.
void Coder::confidence(Event& e) const {
  constexpr double kBase = 1.5, kGuess = 1.0, kClose = 0.3, kNoActor = 0.21, kNoRecipient = 0.16, kPronoun = 0.82, kInherited = 0.08,
                   kNoun = 0.34, kOnTheWay = 0.84;
  constexpr int kMargin = 3;  // below it another reading of the word was close
  double z = kBase;
  const Clause& k = clauses_[e.clause];
  const Word& trigger = g_.word(k.predicate);
  if (trigger.guess) z -= kGuess;
  if (trigger.margin < kMargin) z -= kClose;
  if (e.fillers[0].count == 0) z -= kNoActor;
  if (e.fillers[1].count == 0) z -= kNoRecipient;
  const auto actors = Events::slice(out_.fillers, e.fillers[0]);
  if (!actors.empty() && entities_[actors.front()].via == Via::coreference) z -= kPronoun;
  if (!actors.empty() && e.actor_inherited) z -= kInherited;
  if (e.background || k.kind != PredicateKind::verb) z -= kNoun;
  if (e.background) z -= kOnTheWay;
  e.confidence = float(std::round(100 / (1 + std::exp(-z))) / 100);  // in hundredths
}

namespace {

/// Evidence was written as it was found: now each record's pieces are brought together, in that order (a counting sort by serial).
void gather_evidence(Events& out) {
  uint32_t last = 0, kept = 0;
  for (size_t i = 0; i < out.evidence.size(); ++i) {
    const uint32_t own = out.evidence_of[i], s = out.serial_of[own];
    const Field f = out.evidence[i].field;
    const bool firsts = f == Field::status || f == Field::salience || (f == Field::date && out.evidence[i].rule == kOuterDate);
    if (s != own && firsts) continue;  // a merged record's are those of the first
    out.evidence[kept] = out.evidence[i];
    out.evidence_of[kept++] = s;
    last = std::max(last, s + 1);
  }
  out.evidence.resize(kept);
  out.evidence_of.resize(kept);
  std::vector<Slice>& ranges = out.ranges;
  ranges.assign(last, Slice{});
  for (const uint32_t s : out.evidence_of) ++ranges[s].count;
  uint32_t at = 0;
  for (Slice& r : ranges) r.first = at, at += r.count, r.count = 0;
  out.gathered.resize(out.evidence.size());
  for (size_t i = 0; i < out.evidence.size(); ++i) {
    Slice& r = ranges[out.evidence_of[i]];
    out.gathered[r.first + r.count++] = out.evidence[i];
  }
  std::swap(out.evidence, out.gathered);
  for (Event& e : out.events) e.evidence = ranges[e.serial];
}

}  // namespace

void find_events(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, const Mentions& mentions,
                 const Clauses& clauses, const Entities& entities, Events& out) {
  out.events.clear();
  out.fillers.clear();
  out.quantities.clear();
  out.attributions.clear();
  out.conditions.clear();
  out.links.clear();
  out.evidence.clear();
  out.evidence_of.clear();
  out.reach_of = {};
  const Grammar g{lexicon, document, text, words, mentions};
  Coder(g, clauses, entities, document_day(document), out).run();
  gather_evidence(out);
}

}  // namespace isnad
