// The CSV after RFC 4180. Cells that hold several values separate them by " | ".
#include "report/csv.h"

#include "base/csv.h"
#include "base/json.h"
#include "record/csv_columns.h"
#include "report/facts.h"
#include "report/words.h"

namespace isnad {
namespace {

constexpr std::string_view kLineEnd = "\r\n", kBetween = " | ";

/// One row: cells by order, the commas kept.
class RowWriter {
 public:
  RowWriter(const View& view, const CodePoints& points, std::string& out) : view_(view), points_(points), out_(out) {}

  void write(const Event& e) {
    document(e);
    coding(e);
    role(e, Slot::actor);
    role(e, Slot::recipient);
    texts(e, Slot::theme);
    texts(e, Slot::means);
    places(e);
    date(e);
    quantities(e);
    attributions(e);
    links(e);
    grounds(e);
    out_ += kLineEnd;
  }

 private:
  [[nodiscard]] const Events& events() const { return view_.reading.events; }

  void cell(std::string_view text) {
    if (cells_++ > 0) out_ += ',';
    append_csv_cell(out_, text);
  }
  void cell(double value) {
    std::string text;
    append_number(text, value);
    cell(text);
  }

  /// A cell of what `text_of` says of each element.
  template <class All, class F>
  void joined(const All& all, F text_of) {
    std::string text;
    bool some = false, first = true;
    for (const auto& one : all) {
      const std::string part(text_of(one));
      some = some || !part.empty();
      if (!first) text += kBetween;
      first = false;
      text += part;
    }
    cell(some ? text : std::string());
  }

  void document(const Event& e) {
    const Document& d = view_.document;
    cell(hex_id(e.id));
    for (const std::string* s : {&d.id, &d.date, &d.source, &d.url, &d.title, &d.language}) cell(*s);
  }

  void coding(const Event& e) {
    cell(kEventTypeNames[size_t(e.type)]);
    cell(mode_of(view_, e));
    cell(cameo_of(view_, e));
    cell(quad_of(view_, e));
    if (size_t(e.type) < view_.lexicon.event_types.size())
      cell(double{view_.lexicon.event_types[size_t(e.type)].score});
    else
      cell("");
    cell(kEventStatusNames[size_t(e.status)]);
    std::string aux;
    for (size_t i = 0; i < kAuxNames.size(); ++i)
      if (e.aux >> i & 1) (aux += aux.empty() ? "" : kBetween) += kAuxNames[i];
    cell(aux);
    cell(e.background ? "background" : "main");
  }

  void role(const Event& e, Slot slot) {
    std::vector<EntityFacts> all;
    for (const EntityId id : Events::slice(events().fillers, e.fillers[size_t(slot)])) all.push_back(entity_facts(view_, id));
    joined(all, [](const EntityFacts& f) { return f.text; });
    joined(all, [](const EntityFacts& f) { return f.id; });
    joined(all, [](const EntityFacts& f) { return f.name_en; });
    joined(all, [](const EntityFacts& f) { return f.code(); });
    joined(all, [](const EntityFacts& f) { return f.country; });
    joined(all, [](const EntityFacts& f) { return f.sector; });
    joined(all, [](const EntityFacts& f) { return f.context_country; });
  }

  void texts(const Event& e, Slot slot) {
    joined(Events::slice(events().fillers, e.fillers[size_t(slot)]), [&](EntityId id) { return entity_facts(view_, id).text; });
  }

  void places(const Event& e) {
    const PlaceFacts at = place_facts(view_, e.location), from = place_facts(view_, e.origin), to = place_facts(view_, e.destination);
    for (const auto s : {at.text, at.id, at.name_en, at.country}) cell(s);
    for (const auto& degrees : {at.lat, at.lon}) coordinate(degrees);
    for (const auto s : {from.text, from.id, to.text, to.id}) cell(s);
  }

  void coordinate(std::optional<float> degrees) {
    std::string text;
    if (degrees) Json(text).number(*degrees);
    cell(text);
  }

  void date(const Event& e) {
    DateFacts f;
    if (e.date < view_.reading.mentions.dates.size()) f = date_facts(view_, view_.reading.mentions.dates[e.date]);
    for (const std::string_view s : {std::string_view(f.start), std::string_view(f.end), f.precision, f.text}) cell(s);
  }

  void quantities(const Event& e) {
    joined(Events::slice(events().quantities, e.quantities), [&](const QuantityRef& q) { return quantity_words(view_, q); });
  }

  void attributions(const Event& e) {
    const auto all = Events::slice(events().attributions, e.attributions);
    const auto who = [&](const AttributionRef& a) { return a.who ? entity_facts(view_, a.who) : phrase_facts(view_, a.speaker); };
    joined(all, [&](const AttributionRef& a) { return who(a).text; });
    joined(all, [&](const AttributionRef& a) { return who(a).id; });
    joined(all, [&](const AttributionRef& a) { return who(a).code(); });
    joined(all, [&](const AttributionRef& a) { return kStanceNames[size_t(a.stance)]; });
    joined(all, [&](const AttributionRef& a) { return a.medium; });
  }

  void links(const Event& e) {
    joined(Events::slice(events().conditions, e.conditions),
           [&](const ConditionRef& c) { return std::string(c.kind) + ": " + std::string(view_.at(c.span)); });
    for (const Slice s : {e.content, e.because, e.retaliation_for})
      joined(Events::slice(events().links, s), [&](EventId id) { return hex_id(view_.event(id).id); });
  }

  void grounds(const Event& e) {
    const Span trigger = points_.at(e.trigger);
    cell(view_.at(e.trigger));
    cell(double(trigger.begin));
    cell(double(trigger.end));
    cell(e.trigger_lemma ? view_.lexicon.lemma_text(e.trigger_lemma) : std::string_view());
    if (e.sentence) {
      cell(double(e.sentence.value));
      cell(view_.at(view_.reading.text.sentences[e.sentence.value].span));
    } else {
      cell("");
      cell("");
    }
    cell(frame_of(view_, e));
    std::string confidence;
    Json(confidence).number(e.confidence);
    cell(confidence);
  }

  const View& view_;
  const CodePoints& points_;
  std::string& out_;
  size_t cells_ = 0;
};

}  // namespace

void append_csv_header(std::string& out) {
  for (size_t i = 0; i < record::kCsvColumns.size(); ++i) {
    if (i > 0) out += ',';
    out += record::kCsvColumns[i];
  }
  out += kLineEnd;
}

void append_csv(const View& view, CodePoints& points, std::string& out) {
  if (view.reading.events.events.empty()) return;
  points.reset(view.document.text());
  for (const Event& e : view.reading.events.events) RowWriter(view, points, out).write(e);
}

}  // namespace isnad
