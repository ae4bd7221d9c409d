// Where, when and how many.
#include "event/coder.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

constexpr uint32_t kInside = 7;  // how many clauses on the place of an event is looked for in those inside

}  // namespace

bool Coder::is_place(PhraseId p) const {
  const Entity* e = entity(p);
  if (!e) return false;
  if (e->place != kNone || (e->kind == EntityKind::country && e->state != kNone)) return true;
  return (e->classes & (bit(NounClass::place) | bit(NounClass::facility))) != 0;
}

/// Whether it is a place or country by name, not "a market" or "the area".
bool Coder::named_place(EntityId x) const { return x.valid() && (entities_[x].place != kNone || entities_[x].state != kNone); }

/// Whether only its owner's country is known of a site: "the Indian embassy", which stands elsewhere.
bool Coder::only_owned(EntityId x) const {
  if (!x.valid()) return false;
  const Entity& e = entities_[x];
  return e.place == kNone && e.state != kNone && e.via == Via::description && (e.classes & bit(NounClass::facility)) != 0;
}

/// Whether the sentence names, after its dateline, a place within a country that neither is that of the dateline nor holds it.
bool Coder::other_place_named(const Sentence& s, PhraseId dateline) const {
  const uint32_t here = entity(dateline)->place;
  const uint32_t around = here == kNone ? kNone : g_.lexicon.places[here].parent;
  for (uint32_t w = g_.words.first_of[s.body.value].value; w < g_.words.first_of[s.last.value].value; ++w) {
    const PhraseId p = g_.mentions.phrase_of[w];
    if (p.valid() && in_town(p) && entity(p)->place != here && entity(p)->place != around) return true;
  }
  return false;
}

/// Whether the phrase is a named place within a country.
bool Coder::in_town(PhraseId p) const {
  const Entity* e = entity(p);
  return e && e->place != kNone && e->kind != EntityKind::country && !(e->actor != kNone && e->via == Via::name);
}

/// A locative argument of the clause: a place after a preposition that says where (Place=Yes in ar/particles.tsv), one with a name before
/// others.
bool Coder::locate(Event& e, ClauseId c, std::string_view rule, bool only_named) {
  const auto known = [&](PhraseId p) {
    const EntityId x = entities_.entity_of[p.value];
    return named_place(x) ? 1 + !only_owned(x) : 0;
  };
  const bool speech = g_.is_speech(clauses_[c].lemma);
  PhraseId chosen;
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || !is_place(a.phrase)) continue;
    if (g_.expression(g_.mentions[a.phrase].preposition) == Function::attribution) continue;
    const Lemma* l = a.preposition.valid() ? &g_.lexicon.lemma(a.preposition) : nullptr;
    if (!l && a.rule == "oblique.direction") {
      if (!chosen.valid() || known(chosen) < known(a.phrase)) chosen = a.phrase;
      continue;
    }
    if (!l) continue;
    const bool motion = (g_.government_of(clauses_[c].lemma) & government::of(l->preposition)) != 0 && a.rule == "oblique.governed";
    const bool locative = (l->classes & bit(NounClass::place)) != 0 || g_.expression(g_.mentions[a.phrase].preposition) == Function::place;
    constexpr uint64_t kTowards = bit(NounClass::direction) | bit(NounClass::abstract);
    const bool towards =
        (g_.classes(a.phrase) & kTowards) == kTowards;  // "in the direction of": where a shot goes to, not where one leaves
    if (towards && e.type != EventType::assault) continue;
    const bool within = a.preposition == g_.lexicon.clitic(Clitic::bi) && !speech && in_town(a.phrase);  // "in a market at the town of"
    if ((!locative && !within) || (motion && known(a.phrase) == 0)) continue;
    bool taken = false;
    for (const auto& s : e.fillers)
      for (const EntityId f : Events::slice(out_.fillers, s)) taken = taken || entities_[f].phrase == a.phrase;
    if (taken) continue;
    if (!chosen.valid() || known(chosen) < known(a.phrase) || holds(entities_.entity_of[chosen.value], entities_.entity_of[a.phrase.value]))
      chosen = a.phrase;
  }
  if (!chosen.valid() || (only_named && known(chosen) < 2)) return false;
  return locate_at(e, chosen, rule);
}

bool Coder::locate_at(Event& e, PhraseId p, std::string_view rule) {
  constexpr std::array<std::string_view, 4> kNear{"location.outer_clause", "location.sentence", "location.dateline", "location.opening"};
  e.location = entities_.entity_of[p.value];
  e.near_place = std::find(kNear.begin(), kNear.end(), rule) != kNear.end();
  evidence(e, Field::location, rule, span(p));
  return true;
}

/// Whether a clause only tells more of what another names: arguments and relative clauses inside each other; not what came before it
/// ("hours after the fall of").
bool Coder::told_within(ClauseId inner, ClauseId c) const {
  return !after_date(inner) && inside(inner, c, kArguments | bit(Link::relative));
}

/// Whether the clause is what a time is counted from: "hours after the fall of the rockets".
bool Coder::after_date(ClauseId c) const {
  const PhraseId p = clauses_[c].phrase;
  const WordId w = p.valid() ? g_.mentions[p].preposition : WordId::none();
  if (!w.valid() || p.value == 0) return false;
  const Phrase& before = g_.mentions[PhraseId{p.value - 1}];
  return before.kind == PhraseKind::date && before.last == w && before.date != kNone &&
         g_.mentions.dates[before.date].rule == "date.after_event";
}

/// Whether a later clause of the sentence tells of something else: on what condition, in answer to what, after what.
bool Coder::apart(ClauseId later, ClauseId c) const {
  for (int steps = 0; steps < 4 && later.valid() && later != c; ++steps, later = clauses_[later].parent) {
    const Clause& k = clauses_[later];
    const bool answered = k.link == Link::because && g_.expression(k.marker) == Function::retaliation;
    if (is_condition(k.link) || answered || after_date(later)) return true;
  }
  return false;
}

/// The named place that opens the sentence, before any predicate: "And in Kirkuk, two policemen were wounded".
bool Coder::locate_by_opening(Event& e) {
  const Sentence& s = g_.text.sentences[e.sentence.value];
  const auto at = std::lower_bound(clauses_.clauses.begin(), clauses_.clauses.end(), e.sentence,
                                   [](const Clause& k, SentenceId id) { return k.sentence < id; });
  if (at == clauses_.clauses.end() || at->sentence != e.sentence || s.body == s.last) return false;
  for (uint32_t w = g_.words.first_of[s.body.value].value; w < at->predicate.value; ++w) {
    const PhraseId p = g_.mentions.phrase_of[w];
    if (!p.valid() || !is_place(p) || !named_place(entities_.entity_of[p.value])) continue;
    const Phrase& phrase = g_.mentions[p];
    const Lemma* l = phrase.preposition.valid() ? g_.lemma(phrase.preposition) : nullptr;
    if (!l || g_.expression(phrase.preposition) == Function::attribution) continue;
    if (!(l->classes & bit(NounClass::place)) && g_.expression(phrase.preposition) != Function::place) continue;
    return locate_at(e, p, "location.opening");
  }
  return false;
}

/// A place in the clauses that hold it: "mourned in the town an officer whom gunmen had killed".
bool Coder::locate_outside(Event& e, ClauseId c, bool only_named) {
  ClauseId at = clauses_[c].parent;
  for (int steps = 0; steps < 3 && at.valid(); ++steps, at = clauses_[at].parent)
    if (clauses_[at].sentence == e.sentence && locate(e, at, "location.outer_clause", only_named)) return true;
  return false;
}

/// A named place in the clauses inside: "was killed in an attack that gunmen made on a school in the town".
bool Coder::locate_inside(Event& e, ClauseId c) {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && clauses_.clauses[i].sentence == e.sentence && i < c.value + kInside; ++i)
    if (told_within(ClauseId{i}, c) && locate(e, ClauseId{i}, "location.inner_clause", true)) return true;
  return false;
}

/// The named place of the sentence's dateline: where the report was written. Talks may well be held there; of force it says
/// nothing where the sentence names another place.
bool Coder::locate_by_dateline(Event& e) {
  const Sentence& s = g_.text.sentences[e.sentence.value];
  if (s.body <= s.first) return false;
  for (uint32_t w = g_.words.first_of[s.first.value].value; w < g_.words.first_of[s.body.value].value; ++w) {
    const PhraseId p = g_.mentions.phrase_of[w];
    if (!p.valid() || !is_place(p) || !named_place(entities_.entity_of[p.value])) continue;
    constexpr uint64_t kForce = bit(EventType::assault) | bit(EventType::coerce) | bit(EventType::protest) | bit(EventType::mobilize);
    if ((bit(e.type) & kForce) && other_place_named(s, p)) return false;
    return locate_at(e, p, "location.dateline");
  }
  return false;
}

/// Does a country or a province hold the other place, by what is known of that.
bool Coder::holds(EntityId outer, EntityId inner) const {
  if (!named_place(outer) || !inner.valid() || entities_[inner].place == kNone) return false;
  const Entity& x = entities_[outer];
  const Place& p = g_.lexicon.places[entities_[inner].place];
  if (x.place == kNone) return x.kind == EntityKind::country && g_.lexicon.text(p.country) == x.country;
  return p.parent == x.place && x.place != entities_[inner].place;
}

/// What was struck, besieged or taken is where: a town, an airport, a base with its town's name.
bool Coder::locate_by_target(Event& e) {
  if (e.type != EventType::assault && e.type != EventType::coerce) return false;
  for (const Slice fillers : {e.fillers[1], e.fillers[e.type == EventType::coerce ? 2 : 1]})
    for (const EntityId f : Events::slice(out_.fillers, fillers)) {
      const Entity& x = entities_[f];
      if (x.place == kNone || x.kind == EntityKind::country) continue;
      if (e.location.valid() && !holds(e.location, f)) continue;
      e.location = f;
      evidence(e, Field::location, "location.target", span(x.phrase));
      return true;
    }
  return false;
}

/// Troops are where they came to or what they left, aid where it went, if only that is named and no whole country.
bool Coder::locate_by_way(Event& e) {
  const auto end = [&](EntityId x, std::string_view rule) {
    if (!x.valid() || entities_[x].place == kNone || entities_[x].kind == EntityKind::country) return false;
    e.location = x;
    evidence(e, Field::location, rule, span(entities_[x].phrase));
    return true;
  };
  if (e.type == EventType::mobilize || e.type == EventType::aid) return end(e.destination, "location.destination");
  return e.type == EventType::retreat && end(e.origin, "location.origin");
}

/// Own clause first, then those that hold it, then the sentence. A site without a name ("in a market") gives way to the named place that
/// the clauses inside or the dateline tell.
void Coder::place(Event& e, ClauseId c) {
  if (!e.location.valid()) find_place(e, c);
  if (named_place(e.location)) locate_by_target(e);  // "seized the town in the province": the town
  const bool owned = only_owned(e.location);
  if (!e.location.valid() || (named_place(e.location) && !owned)) return;
  if (locate(e, c, "location.clause", true) || locate_inside(e, c) || owned || locate_outside(e, c, true)) return;
  locate_by_dateline(e);
}

void Coder::find_place(Event& e, ClauseId c) {
  if (locate(e, c, "location.clause", false) || locate_by_target(e)) return;
  if (locate_outside(e, c, false) || locate_by_opening(e)) return;
  constexpr uint64_t kWords =
      kSpoken & ~bit(EventType::concede);  // "condemned the attack in the town": where the attack was, not the words
  if (bit(e.type) & kWords) return void(locate_by_dateline(e));
  // arguments of nouns inside the clause: "withdrew from bases in the north"
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && clauses_.clauses[i].sentence == e.sentence && i < c.value + 4; ++i)
    if (clauses_.clauses[i].parent == c && !after_date(ClauseId{i}) && locate(e, ClauseId{i}, "location.inner_clause", false)) return;
  if (locate_inside(e, c) || locate_by_way(e) || e.origin.valid() || e.destination.valid()) return;
  // a dateline; of violence and of troops any place of the sentence, which for other acts is mostly what they are about
  if (locate_by_dateline(e) || (e.type != EventType::assault && e.type != EventType::mobilize)) return;
  for (uint32_t i = c.value; i < clauses_.clauses.size() && clauses_.clauses[i].sentence == e.sentence && i < c.value + 6; ++i)
    if (!apart(ClauseId{i}, c) && locate(e, ClauseId{i}, "location.sentence", false)) return;
}

bool Coder::date_of(Event& e, ClauseId c, std::string_view rule) {
  const Argument* a = clauses_.find(clauses_[c], ArgumentRole::time);
  if (!a || g_.mentions[a->phrase].date == kNone) return false;
  const DateMention& d = g_.mentions.dates[g_.mentions[a->phrase].date];
  e.date = g_.mentions[a->phrase].date;
  e.near_date = rule == kOuterDate;
  evidence(e, Field::date, rule.empty() ? std::string_view(d.rule) : rule, d.span);
  return true;
}

/// The day in the relative clause that tells of the event itself: "the sanctions that were imposed yesterday", "the attack that hit the
/// airport on Tuesday".
bool Coder::date_by_relative(Event& e, ClauseId c) {
  const PhraseId own = clauses_[c].phrase;
  if (!own.valid()) return false;
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + 4; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.parent != c || k.link != Link::relative || k.kind != PredicateKind::verb) continue;
    const auto of_it = [&](const Argument& a) {
      return a.phrase == own && (a.role == ArgumentRole::subject || a.role == ArgumentRole::object);
    };
    const auto arguments = clauses_.arguments_of(k);
    if (std::any_of(arguments.begin(), arguments.end(), of_it) && date_of(e, ClauseId{i}, "date.relative_clause")) return true;
  }
  return false;
}

void Coder::date(Event& e, ClauseId c) {
  ClauseId at = c;
  for (int steps = 0; steps < 4 && at.valid(); ++steps, at = clauses_[at].parent) {
    const Clause& k = clauses_[at];
    if (k.sentence != e.sentence) return;
    if (date_of(e, at, steps ? kOuterDate : std::string_view{}) || (steps == 0 && date_by_relative(e, c))) return;
    if (k.link == Link::content || k.link == Link::speech || k.link == Link::root || after_date(at)) break;
  }
  // a date that hangs on a noun inside the clause: "the withdrawal ... in a raid on 3 January"
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + 4; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.parent != c || k.kind == PredicateKind::verb) continue;
    if (date_of(e, ClauseId{i}, "date.inner_clause")) return;
  }
}

/// What a noun for victims counts: "wounded", by the verb that it comes from; none for other nouns.
QuantityOf Coder::victims(PhraseId p) const {
  const Lemma* l = p.valid() ? g_.lemma(g_.mentions[p].head) : nullptr;
  if (!l || l->base == kNone || !(g_.classes(p) & bit(NounClass::person))) return QuantityOf::other;
  for (const uint32_t f : g_.lexicon.slice(g_.lexicon.frame_refs, g_.lexicon.lemma(l->base).frames)) {
    const Frame& frame = g_.lexicon.frames[f];
    const auto of = enum_of<QuantityOf>(kQuantityNames, g_.lexicon.text(frame.counts));
    if (of == QuantityOf::killed || of == QuantityOf::wounded) return *of;
  }
  return QuantityOf::other;
}

QuantityOf Coder::kind_of_quantity(const Event& e, PhraseId p, Slot slot) const {
  const Entity* x = entity(p);
  const uint64_t c = g_.classes(p) | (x ? x->classes : 0);
  const Sector sector = x ? x->sector : Sector::none;
  const std::string_view counts = g_.lexicon.text(g_.lexicon.frames[e.frame].counts);
  const Lemma* head = g_.lemma(g_.mentions[p].head);
  const bool others = (head && head->upos == Upos::adj) || g_.mentions[p].kind == PhraseKind::number;  // "three others", "three"
  if (e.type == EventType::assault) {
    if (const QuantityOf of = victims(p); of != QuantityOf::other) return of;
    const PhraseId own = clauses_[e.clause].phrase;  // "the number of the dead of the attack rose to nine soldiers"
    const QuantityOf of = own.valid() && slot == Slot::theme ? victims(g_.mentions[own].outer) : QuantityOf::other;
    if (of != QuantityOf::other && (c & (bit(NounClass::person) | bit(NounClass::force) | bit(NounClass::role)))) return of;
  }
  if (slot == Slot::recipient && !counts.empty() &&
      (others || c & (bit(NounClass::person) | bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::quantity))))
    return enum_of<QuantityOf>(kQuantityNames, counts).value_or(QuantityOf::people);
  if (c & bit(NounClass::money)) return QuantityOf::money;
  if (c & (bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::force) | bit(NounClass::group))) {
    switch (sector) {
      case Sector::MIL:
        return QuantityOf::troops;
      case Sector::UAF:
      case Sector::REB:
        return QuantityOf::fighters;
      case Sector::COP:
        return QuantityOf::police;
      case Sector::CVL:
        return e.type == EventType::protest ? QuantityOf::protesters : QuantityOf::civilians;
      default:
        return (c & bit(NounClass::person)) ? QuantityOf::people : QuantityOf::other;
    }
  }
  if (c & bit(NounClass::facility)) return sector == Sector::MIL ? QuantityOf::bases : QuantityOf::sites;
  if (c & bit(NounClass::vehicle)) return QuantityOf::vehicles;
  if (c & (bit(NounClass::weapon) | bit(NounClass::explosive))) return QuantityOf::weapons;
  if (c & bit(NounClass::violence)) return QuantityOf::attacks;
  if (c & bit(NounClass::time)) return QuantityOf::days;
  return QuantityOf::other;
}

void Coder::count_phrase(Event& e, PhraseId p, Slot slot) {
  const Phrase& phrase = g_.mentions[p];
  if (phrase.number == kNone) return;
  if (const Entity* x = entity(p); x && x->also.valid()) return;  // "both sides", who are named
  for (uint32_t i = e.quantities.first; i < out_.quantities.size(); ++i)
    if (out_.quantities[i].number == phrase.number) return;
  out_.quantities.push_back({kind_of_quantity(e, p, slot), phrase.number});
  ++e.quantities.count;
  e.counts_victims = e.counts_victims || slot == Slot::recipient;
  evidence(e, Field::quantity, g_.mentions.numbers[phrase.number].rule, g_.mentions.numbers[phrase.number].span);
}

/// Numbers that count what fills a role or stands in an argument.
void Coder::quantities(Event& e, ClauseId c) {
  e.quantities.first = uint32_t(out_.quantities.size());
  for (size_t s = 0; s < e.fillers.size(); ++s)
    for (const EntityId f : Events::slice(out_.fillers, e.fillers[s])) count_phrase(e, entities_[f].phrase, Slot(s));
  if (clauses_[c].phrase.valid()) count_phrase(e, clauses_[c].phrase, Slot::theme);
  for (const Argument& a : clauses_.arguments_of(clauses_[c]))
    if (a.phrase.valid() && !a.inherited && a.role != ArgumentRole::time) {
      const bool victims = a.role == ArgumentRole::object && g_.mentions[a.phrase].kind == PhraseKind::number;  // "the death of three"
      count_phrase(e, a.phrase, victims && counts(e) ? Slot::recipient : Slot::theme);
    }
}

}  // namespace isnad
