// Records as lines of text, for goldens and for comparing readings. Language-free, complete but for evidence, which is counted.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "event/events.h"

namespace isnad {

/// One record a paragraph without blank lines: "event ID FRAME TYPE trigger status", then a line for each field that is set.
class EventDump {
 public:
  EventDump(const Lexicon& lexicon, const Document& document, const Mentions& mentions, const Entities& entities, const Events& events)
      : lexicon_(lexicon), document_(document), mentions_(mentions), entities_(entities), events_(events) {}

  [[nodiscard]] std::string all() {
    out_.clear();
    for (size_t i = 0; i < events_.events.size(); ++i) one(i, events_.events[i]);
    return std::move(out_);
  }

 private:
  void one(size_t index, const Event& e) {
    out_ += fmt::format("event {} [{}] {} {}", index, document_.at(e.trigger), kEventTypeNames[size_t(e.type)],
                        lexicon_.text(lexicon_.frames[e.frame].id));
    if (e.mode) out_ += fmt::format(" mode:{}", lexicon_.text(lexicon_.modes[e.mode - 1U]));
    out_ += fmt::format(" {}", kEventStatusNames[size_t(e.status)]);
    for (size_t i = 0; i < kAuxNames.size(); ++i)
      if (e.aux >> i & 1) out_ += fmt::format(" {}", kAuxNames[i]);
    out_ += e.background ? " background\n" : "\n";
    for (size_t i = 0; i < e.fillers.size(); ++i)
      for (const EntityId f : Events::slice(events_.fillers, e.fillers[i])) entity(kSlotNames[i], f);
    entity("location", e.location);
    entity("origin", e.origin);
    entity("destination", e.destination);
    if (e.date != kNone) out_ += fmt::format("  date [{}]\n", document_.at(mentions_.dates[e.date].span));
    said(e);
    links("content", e.content);
    links("because", e.because);
    links("retaliation_for", e.retaliation_for);
  }

  void entity(std::string_view slot, EntityId id) {
    if (!id) return;
    const Entity& x = entities_[id];
    const Entity& meant = x.antecedent ? entities_[x.antecedent] : x;
    out_ += fmt::format("  {} [{}]", slot, document_.at(mentions_[x.phrase].span));
    if (x.antecedent) out_ += fmt::format(" = [{}]", document_.at(mentions_[meant.phrase].span));
    out_ += fmt::format(" {}{}\n", meant.country, kSectorNames[size_t(meant.sector)]);
  }

  void said(const Event& e) {
    for (const QuantityRef& q : Events::slice(events_.quantities, e.quantities))
      out_ += fmt::format("  quantity {} {}\n", kQuantityNames[size_t(q.of)], mentions_.numbers[q.number].value);
    for (const AttributionRef& a : Events::slice(events_.attributions, e.attributions)) {
      out_ += fmt::format("  attribution {} [{}]", kStanceNames[size_t(a.stance)], document_.at(a.span));
      if (a.speaker) out_ += fmt::format(" by [{}]", document_.at(mentions_[a.speaker].span));
      out_ += fmt::format("{}{}\n", a.medium.empty() ? "" : " in ", a.medium);
    }
    for (const ConditionRef& c : Events::slice(events_.conditions, e.conditions)) {
      out_ += fmt::format("  condition {} [{}]", c.kind, document_.at(c.span));
      if (c.event) out_ += fmt::format(" event {}", c.event.value);
      out_ += '\n';
    }
  }

  void links(std::string_view name, Slice s) {
    for (const EventId id : Events::slice(events_.links, s)) out_ += fmt::format("  {} event {}\n", name, id.value);
  }

  const Lexicon& lexicon_;
  const Document& document_;
  const Mentions& mentions_;
  const Entities& entities_;
  const Events& events_;
  std::string out_;
};

/// The rules behind a record, one a line: "  why FIELD RULE [surface]". For comparing two readings byte by byte.
inline std::string dump_evidence(const Document& document, const Events& events) {
  std::string out;
  for (const Event& e : events.events) {
    out += fmt::format("{:016x} {}..{} {:.4f}\n", e.id, e.trigger.begin, e.trigger.end, e.confidence);
    for (const Evidence& v : Events::slice(events.evidence, e.evidence))
      out += fmt::format("  why {} {} {}..{} [{}]\n", kFieldNames[size_t(v.field)], v.rule, v.span.begin, v.span.end, document.at(v.span));
  }
  return out;
}

}  // namespace isnad
