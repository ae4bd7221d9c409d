// The layers as text, by their own dumps.
#include "report/analyse.h"

#include <fmt/format.h>

#include <iterator>

#include "entity/places.h"
#include "report/facts.h"

namespace isnad {
namespace {

void append_fillers(const View& view, const Event& e, std::string& out) {
  for (size_t slot = 0; slot < e.fillers.size(); ++slot) {
    for (const EntityId id : Events::slice(view.reading.events.fillers, e.fillers[slot])) {
      const EntityFacts f = entity_facts(view, id);
      fmt::format_to(std::back_inserter(out), "  {} {}..{} {} {}\n", kSlotNames[slot], f.span.begin, f.span.end,
                     f.code().empty() ? "-" : f.code(), f.text);
    }
  }
  for (const auto& [name, id] : {std::pair{"location", e.location}, {"origin", e.origin}, {"destination", e.destination}}) {
    if (!id) continue;
    const PlaceFacts f = place_facts(view, id);
    fmt::format_to(std::back_inserter(out), "  {} {}..{} {} {}\n", name, f.span.begin, f.span.end, f.id.empty() ? "-" : f.id, f.text);
  }
}

std::string dump_events(const View& view) {
  std::string out;
  for (const Event& e : view.reading.events.events) {
    const auto mode = mode_of(view, e);
    fmt::format_to(std::back_inserter(out), "{}..{} {}{}{} {}{} {} {}\n", e.trigger.begin, e.trigger.end, kEventTypeNames[size_t(e.type)],
                   mode.empty() ? "" : "/", mode, kEventStatusNames[size_t(e.status)], e.background ? " background" : "", frame_of(view, e),
                   view.at(e.trigger));
    append_fillers(view, e, out);
    for (const Evidence& w : Events::slice(view.reading.events.evidence, e.evidence))
      fmt::format_to(std::back_inserter(out), "  why {} {}..{} {} {}\n", kFieldNames[size_t(w.field)], w.span.begin, w.span.end, w.rule,
                     view.at(w.span));
  }
  return out;
}

std::string dump_layer(const View& v, Layer layer) {
  const Reading& r = v.reading;
  switch (layer) {
    case Layer::text:
      return dump(v.document, r.text);
    case Layer::words:
      return dump(v.lexicon, v.document, r.words);
    case Layer::mentions:
      return dump(v.lexicon, v.document, r.words, r.mentions);
    case Layer::names:
      return dump_proper(v.document, r.mentions);
    case Layer::clauses:
      return dump(v.lexicon, v.document, r.words, r.mentions, r.clauses);
    case Layer::places:
      return dump_places(v.lexicon, v.document, r.entities);
    case Layer::entities:
      return dump(v.lexicon, v.document, r.mentions, r.entities);
    case Layer::events:
      return dump_events(v);
    case Layer::count_:
      break;
  }
  return {};
}

}  // namespace

void append_analysis(const View& view, uint32_t layers, std::string& out) {
  fmt::format_to(std::back_inserter(out), "# {}\n", view.document.id);
  for (size_t i = 0; i < kLayerNames.size(); ++i) {
    if (!(layers >> i & 1)) continue;
    fmt::format_to(std::back_inserter(out), "== {}\n", kLayerNames[i]);
    out += dump_layer(view, Layer(i));
  }
}

}  // namespace isnad
