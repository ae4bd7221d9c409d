// The order of coding: frames, fillers, circumstances, links; duplicates out; confidence last.
#include "event/coder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"

namespace isnad {

void Coder::run() {
  for (size_t i = 0; i < clauses_.clauses.size(); ++i) code(ClauseId::at(i));
  drop_duplicates();
  conditions();
  contents();
  causes();
  for (Event& e : out_.events) confidence(e);
}

void Coder::evidence(Event& e, Field field, std::string_view rule, Span span) {
  // evidence of one record need not be contiguous while it is built: it is gathered in find_events
  out_.evidence.push_back({field, rule, span});
  out_.evidence_of.push_back(e.id);
}

void Coder::code(ClauseId c) {
  const Match m = best_frame(c);
  if (m.frame == kNone) return;
  const Clause& k = clauses_[c];
  if (k.question) return;
  const Frame& frame = g_.lexicon.frames[m.frame];
  Event e;
  e.frame = m.frame;
  e.clause = c;
  e.sentence = k.sentence;
  e.trigger = g_.word(k.predicate).span;
  e.trigger_lemma = g_.word(k.predicate).lemma;
  e.type = frame.event;
  e.mode = frame.mode;
  const std::string key = fmt::format("{}\x1f{}\x1f{}\x1f{}", g_.document.id, e.trigger.begin, e.trigger.end, frame_id(e));
  e.id = hash64(key);
  evidence(e, Field::event, frame_id(e), e.trigger);
  fillers(e, m);
  place(e, c);
  date(e, c);
  status(e, c);
  future_type(e);
  quantities(e, c);
  attribution(e, c);
  out_.events.push_back(e);
}

void Coder::add_filler(PhraseId p) {
  const EntityId id = entities_.entity_of[p.value];
  if (id.valid()) out_.fillers.push_back(id);
}

/// A filler and what is coordinated with it.
void Coder::fillers(Event& e, const Match& m) {
  static constexpr std::array<Slot, 4> kLists{Slot::actor, Slot::recipient, Slot::theme, Slot::means};
  static constexpr std::array<Field, 4> kFields{Field::actor, Field::recipient, Field::theme, Field::means};
  for (size_t i = 0; i < kLists.size(); ++i) {
    const Filling& f = m.slots[size_t(kLists[i])];
    e.fillers[i] = {uint32_t(out_.fillers.size()), 0};
    if (!f.phrase.valid()) continue;
    add_filler(f.phrase);
    for (uint32_t p = f.phrase.value + 1; p < g_.mentions.phrases.size() && p < f.phrase.value + 12; ++p) {
      const Phrase& q = g_.mentions.phrases[p];
      if (q.sentence != g_.mentions[f.phrase].sentence) break;
      if (q.attachment == Attachment::coordinated && q.outer == f.phrase) add_filler(PhraseId{p});
    }
    e.fillers[i].count = uint32_t(out_.fillers.size()) - e.fillers[i].first;
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

/// A light verb and the event it carries are one record, the noun's; MOBILIZE goes where an ASSAULT of the same clause stands.
void Coder::drop_duplicates() {
  const auto doubled = [&](const Event& e) {
    const Clause& k = clauses_[e.clause];
    for (const Event& other : out_.events) {
      if (&other == &e) continue;
      const Clause& n = clauses_[other.clause];
      if (n.parent != e.clause) continue;
      if (n.link == Link::light && (g_.verb_classes(k.lemma) & (bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::happen))) && e.type == other.type) return true;
      if (e.type == EventType::mobilize && other.type == EventType::assault && n.link == Link::light) return true;
    }
    return false;
  };
  std::erase_if(out_.events, doubled);
}

/// From what the evidence was: who is named, how roles were found, whether words were guessed. Not yet calibrated.
void Coder::confidence(Event& e) const {
  double c = 0.9;
  const Word& trigger = g_.word(clauses_[e.clause].predicate);
  if (trigger.guess) c -= 0.3;
  if (trigger.margin < 3) c -= 0.1;
  if (e.fillers[0].count == 0) c -= 0.15;
  if (e.fillers[1].count == 0) c -= 0.05;
  for (const EntityId f : Events::slice(out_.fillers, e.fillers[0]))
    if (entities_[f].via == Via::coreference) c -= 0.1;
  if (e.background) c -= 0.05;
  if (e.status != EventStatus::occurred && e.status != EventStatus::ongoing) c -= 0.05;
  e.confidence = float(std::max(0.05, c));
}

void find_events(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, const Mentions& mentions, const Clauses& clauses,
                 const Entities& entities, Events& out) {
  out.events.clear();
  out.fillers.clear();
  out.quantities.clear();
  out.attributions.clear();
  out.conditions.clear();
  out.links.clear();
  out.evidence.clear();
  out.evidence_of.clear();
  const Grammar g{lexicon, document, text, words, mentions};
  Coder(g, clauses, entities, document_day(document), out).run();
  // evidence, gathered record by record
  std::vector<Evidence> gathered;
  for (Event& e : out.events) {
    e.evidence.first = uint32_t(gathered.size());
    for (size_t i = 0; i < out.evidence.size(); ++i)
      if (out.evidence_of[i] == e.id) gathered.push_back(out.evidence[i]);
    e.evidence.count = uint32_t(gathered.size()) - e.evidence.first;
  }
  out.evidence = std::move(gathered);
}

}  // namespace isnad
