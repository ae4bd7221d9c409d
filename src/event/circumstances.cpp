// Where, when and how many.
#include "event/coder.h"

namespace isnad {

bool Coder::is_place(PhraseId p) const {
  const Entity* e = entity(p);
  if (!e) return false;
  if (e->place != kNone || (e->kind == EntityKind::country && e->state != kNone)) return true;
  return (e->classes & (bit(NounClass::place) | bit(NounClass::facility))) != 0;
}

/// A locative argument of the clause: a place after a preposition that says where (Place=Yes in ar/particles.tsv).
bool Coder::locate(Event& e, ClauseId c, std::string_view rule) {
  const auto known = [&](PhraseId p) {
    const Entity* x = entity(p);
    return x && (x->place != kNone || x->state != kNone);
  };
  PhraseId chosen;
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || !is_place(a.phrase)) continue;
    if (g_.expression(g_.mentions[a.phrase].preposition) == Function::attribution) continue;
    const Lemma* l = a.preposition.valid() ? &g_.lexicon.lemma(a.preposition) : nullptr;
    if (!l && a.rule == "oblique.direction") {
      if (!chosen.valid() || (!known(chosen) && known(a.phrase))) chosen = a.phrase;
      continue;
    }
    if (!l) continue;
    const bool motion = (g_.government_of(clauses_[c].lemma) & government::of(l->preposition)) != 0 && a.rule == "oblique.governed";
    const bool locative = (l->classes & bit(NounClass::place)) != 0 || g_.expression(g_.mentions[a.phrase].preposition) == Function::place;
    if (!locative || (motion && !known(a.phrase))) continue;
    bool taken = false;
    for (const auto& s : e.fillers)
      for (const EntityId f : Events::slice(out_.fillers, s)) taken = taken || entities_[f].phrase == a.phrase;
    if (taken) continue;
    if (!chosen.valid() || (!known(chosen) && known(a.phrase))) chosen = a.phrase;
  }
  if (!chosen.valid()) return false;
  e.location = entities_.entity_of[chosen.value];
  evidence(e, Field::location, rule, span(chosen));
  return true;
}

/// Own clause first, then those that hold it, then the sentence.
void Coder::place(Event& e, ClauseId c) {
  if (e.location.valid() || e.origin.valid() || e.destination.valid()) {
    if (e.location.valid()) return;
  }
  if (locate(e, c, "location.clause")) return;
  ClauseId at = clauses_[c].parent;
  for (int steps = 0; steps < 3 && at.valid(); ++steps, at = clauses_[at].parent)
    if (clauses_[at].sentence == e.sentence && locate(e, at, "location.outer_clause")) return;
  // arguments of nouns inside the clause: "withdrew from bases in the north"
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && clauses_.clauses[i].sentence == e.sentence && i < c.value + 4; ++i)
    if (clauses_.clauses[i].parent == c && locate(e, ClauseId{i}, "location.inner_clause")) return;
  if (e.origin.valid() || e.destination.valid()) return;
  // a dateline, then any place of the sentence
  const Sentence& s = g_.text.sentences[e.sentence.value];
  if (s.body > s.first) {
    for (uint32_t w = g_.words.first_of[s.first.value].value; w < g_.words.first_of[s.body.value].value; ++w) {
      const PhraseId p = g_.mentions.phrase_of[w];
      if (p.valid() && is_place(p)) {
        e.location = entities_.entity_of[p.value];
        return evidence(e, Field::location, "location.dateline", span(p));
      }
    }
  }
  for (uint32_t i = c.value; i < clauses_.clauses.size() && clauses_.clauses[i].sentence == e.sentence && i < c.value + 6; ++i)
    if (locate(e, ClauseId{i}, "location.sentence")) return;
}

void Coder::date(Event& e, ClauseId c) {
  ClauseId at = c;
  for (int steps = 0; steps < 4 && at.valid(); ++steps, at = clauses_[at].parent) {
    const Clause& k = clauses_[at];
    if (k.sentence != e.sentence) return;
    if (const Argument* a = clauses_.find(k, ArgumentRole::time); a && g_.mentions[a->phrase].date != kNone) {
      e.date = g_.mentions[a->phrase].date;
      return evidence(e, Field::date, steps ? "date.outer_clause" : g_.mentions.dates[e.date].rule, g_.mentions.dates[e.date].span);
    }
    if (k.link == Link::content || k.link == Link::speech || k.link == Link::root) break;
  }
  // a date that hangs on a noun inside the clause: "the withdrawal ... in a raid on 3 January"
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + 4; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.parent != c || k.kind == PredicateKind::verb) continue;
    if (const Argument* a = clauses_.find(k, ArgumentRole::time); a && g_.mentions[a->phrase].date != kNone) {
      e.date = g_.mentions[a->phrase].date;
      return evidence(e, Field::date, "date.inner_clause", g_.mentions.dates[e.date].span);
    }
  }
}

QuantityOf Coder::kind_of_quantity(const Event& e, PhraseId p, Slot slot) const {
  const Entity* x = entity(p);
  const uint64_t c = g_.classes(p) | (x ? x->classes : 0);
  const Sector sector = x ? x->sector : Sector::none;
  const std::string_view counts = g_.lexicon.text(g_.lexicon.frames[e.frame].counts);
  const Lemma* head = g_.lemma(g_.mentions[p].head);
  const bool others = (head && head->upos == Upos::adj) || g_.mentions[p].kind == PhraseKind::number;  // "three others", "three"
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
      const bool counts = g_.lexicon.frames[e.frame].counts.size > 0;
      count_phrase(e, a.phrase, victims && counts ? Slot::recipient : Slot::theme);
    }
}

}  // namespace isnad
