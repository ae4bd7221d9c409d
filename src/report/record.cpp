// One event as one JSON object. What isn't known is left out.
#include "report/record.h"

#include <cmath>

#include "base/json.h"
#include "report/facts.h"

namespace isnad {
namespace {

/// The fields of one record, in the order of docs/record.md.
class RecordWriter {
 public:
  RecordWriter(const View& view, const CodePoints& points, std::string& out) : view_(view), points_(points), json_(out) {}

  void write(const Event& e) {
    json_.open_object();
    json_.key("id").id(e.id);
    document();
    coding(e);
    roles(e);
    place("location", e.location);
    place("origin", e.origin);
    place("destination", e.destination);
    date(e);
    quantities(e);
    attributions(e);
    conditions(e);
    links("content", e.content);
    links("because", e.because);
    links("retaliation_for", e.retaliation_for);
    grounds(e);
    json_.close_object();
  }

  void end_line() { json_.end_line(); }

 private:
  const Events& events() const { return view_.reading.events; }

  void span(std::string_view name, Span bytes) {
    const Span s = points_.at(bytes);
    json_.range(name, s.begin, s.end);
  }

  void document() {
    json_.key("doc");
    if (document_.empty()) {
      const Document& d = view_.document;
      Json json(document_);
      json.open_object();
      json.member("id", d.id).member("date", d.date).member("source", d.source).member("url", d.url);
      json.member("title", d.title).member("language", d.language);
      json.close_object();
    }
    json_.raw(document_);
  }

  void coding(const Event& e) {
    json_.member("event", kEventTypeNames[size_t(e.type)]);
    if (const auto mode = mode_of(view_, e); !mode.empty()) json_.key("mode").open_array().string(mode).close_array();
    contexts(e);
    json_.member("cameo", cameo_of(view_, e)).member("quad", quad_of(view_, e));
    if (size_t(e.type) < view_.lexicon.event_types.size()) json_.key("score").number(view_.lexicon.event_types[size_t(e.type)].score);
    json_.member("status", kEventStatusNames[size_t(e.status)]);
    if (e.aux != 0) {
      json_.key("aux").open_array();
      for (size_t i = 0; i < kAuxNames.size(); ++i)
        if (e.aux >> i & 1) json_.string(kAuxNames[i]);
      json_.close_array();
    }
    json_.member("salience", e.background ? "background" : "main");
  }

  void contexts(const Event& e) {
    if (e.frame >= view_.lexicon.frames.size()) return;
    const uint64_t bits = view_.lexicon.frames[e.frame].contexts;
    if (bits == 0) return;
    json_.key("context").open_array();
    for (size_t i = 0; i < view_.lexicon.contexts.size(); ++i)
      if (bits >> i & 1) json_.string(view_.text(view_.lexicon.contexts[i]));
    json_.close_array();
  }

  void roles(const Event& e) {
    for (size_t slot = 0; slot < e.fillers.size(); ++slot) {
      const auto fillers = Events::slice(events().fillers, e.fillers[slot]);
      if (fillers.empty()) continue;
      json_.key(kSlotNames[slot]).open_array();
      for (const EntityId id : fillers) entity(entity_facts(view_, id));
      json_.close_array();
    }
  }

  void names(std::string_view ar, std::string_view en) {
    if (ar.empty() && en.empty()) return;
    json_.key("name").open_object().member("ar", ar).member("en", en).close_object();
  }

  /// Words that aren't the value's own, left out where there are none.
  void words(std::string_view name, std::string_view text, Span at) {
    if (text.empty()) return;
    json_.key(name).open_object().member("text", text);
    span("span", at);
    json_.close_object();
  }

  void entity(const EntityFacts& f) {
    json_.open_object();
    json_.member("text", f.text);
    span("span", f.span);
    json_.member("id", f.id);
    names(f.name_ar, f.name_en);
    json_.member("country", f.country).member("sector", f.sector).member("code", f.code());
    json_.member("context_country", f.context_country);
    if (f.count) {
      json_.key("count").open_object();
      number(*f.count);
      json_.close_object();
    }
    json_.member("via", f.via);
    words(f.pronoun ? "mention" : "antecedent", f.referent, f.referent_span);
    affiliation(f);
    json_.member("title", f.title);
    json_.close_object();
  }

  void affiliation(const EntityFacts& f) {
    if (f.affiliation[0].empty() && f.affiliation[1].empty()) return;
    json_.key("affiliation").open_array();
    for (const auto a : f.affiliation)
      if (!a.empty()) json_.string(a);
    json_.close_array();
  }

  void place(std::string_view name, EntityId id) {
    if (!id) return;
    const PlaceFacts f = place_facts(view_, id);
    json_.key(name).open_object();
    json_.member("text", f.text);
    span("span", f.span);
    json_.member("id", f.id);
    names(f.name_ar, f.name_en);
    if (f.lat && f.lon) json_.key("lat").number(*f.lat).key("lon").number(*f.lon);
    json_.member("kind", f.kind).member("admin1", f.admin1).member("country", f.country).member("precision", f.precision);
    if (f.km > 0) offset(f);
    words("mention", f.mention, f.mention_span);
    json_.close_object();
  }

  void offset(const PlaceFacts& f) {
    json_.key("offset").open_object().key("km").number(f.km);
    if (f.bearing) json_.key("bearing").number(*f.bearing);
    json_.key("radius").number(f.radius).member("text", view_.at(f.offset_span));
    span("span", f.offset_span);
    json_.close_object();
  }

  void date(const Event& e) {
    if (e.date >= view_.reading.mentions.dates.size()) return;
    const DateFacts f = date_facts(view_, view_.reading.mentions.dates[e.date]);
    json_.key("date").open_object();
    json_.member("start", f.start).member("end", f.end).member("precision", f.precision).member("text", f.text);
    span("span", f.span);
    json_.close_object();
  }

  void number(const NumberMention& n) {
    json_.key("value").number(n.value);
    if (std::isfinite(n.low)) json_.key("low").number(n.low);
    if (std::isfinite(n.high)) json_.key("high").number(n.high);
    json_.member("text", view_.at(n.span));
    span("span", n.span);
  }

  void quantities(const Event& e) {
    const auto all = Events::slice(events().quantities, e.quantities);
    if (all.empty()) return;
    json_.key("quantity").open_array();
    for (const QuantityRef& q : all) {
      if (q.number >= view_.reading.mentions.numbers.size()) continue;
      json_.open_object().member("of", kQuantityNames[size_t(q.of)]);
      number(view_.reading.mentions.numbers[q.number]);
      json_.close_object();
    }
    json_.close_array();
  }

  void attributions(const Event& e) {
    const auto all = Events::slice(events().attributions, e.attributions);
    if (all.empty()) return;
    json_.key("attribution").open_array();
    for (const AttributionRef& a : all) attribution(a);
    json_.close_array();
  }

  void attribution(const AttributionRef& a) {
    json_.open_object();
    if (a.who) {
      json_.key("who");
      entity(entity_facts(view_, a.who));
    } else if (a.speaker) {
      json_.key("who");
      entity(phrase_facts(view_, a.speaker));
    }
    json_.member("verb", a.verb ? view_.lexicon.lemma_text(a.verb) : view_.at(a.span));
    json_.member("stance", kStanceNames[size_t(a.stance)]).member("medium", a.medium);
    span("span", a.span);
    json_.close_object();
  }

  void conditions(const Event& e) {
    const auto all = Events::slice(events().conditions, e.conditions);
    if (all.empty()) return;
    json_.key("condition").open_array();
    for (const ConditionRef& c : all) {
      json_.open_object().member("kind", c.kind).member("text", view_.at(c.span));
      span("span", c.span);
      if (c.event) json_.key("event").id(view_.event(c.event).id);
      json_.close_object();
    }
    json_.close_array();
  }

  void links(std::string_view name, Slice slice) {
    const auto all = Events::slice(events().links, slice);
    if (all.empty()) return;
    json_.key(name).open_array();
    for (const EventId id : all) json_.id(view_.event(id).id);
    json_.close_array();
  }

  void grounds(const Event& e) {
    json_.key("trigger").open_object().member("text", view_.at(e.trigger));
    span("span", e.trigger);
    if (e.trigger_lemma) json_.member("lemma", view_.lexicon.lemma_text(e.trigger_lemma));
    json_.close_object();
    if (e.sentence) {
      json_.key("sentence").open_object().key("index").integer(e.sentence.value);
      span("span", view_.reading.text.sentences[e.sentence.value].span);
      json_.close_object();
    }
    json_.member("frame", frame_of(view_, e));
    evidence(e);
    json_.key("confidence").number(e.confidence);
  }

  void evidence(const Event& e) {
    const auto all = Events::slice(events().evidence, e.evidence);
    if (all.empty()) return;
    json_.key("why").open_array();
    for (const Evidence& w : all) {
      json_.open_object().member("field", kFieldNames[size_t(w.field)]).member("rule", w.rule);
      span("span", w.span);
      json_.close_object();
    }
    json_.close_array();
  }

  const View& view_;
  const CodePoints& points_;
  Json json_;
  std::string document_;  // as JSON, the same for all records
};

}  // namespace

void append_record(const View& view, const CodePoints& points, const Event& event, std::string& out) {
  RecordWriter(view, points, out).write(event);
}

void append_records(const View& view, CodePoints& points, std::string& out) {
  const auto& events = view.reading.events.events;
  if (events.empty()) return;
  points.reset(view.document.text());
  RecordWriter writer(view, points, out);
  for (const Event& e : events) {
    writer.write(e);
    writer.end_line();
  }
}

}  // namespace isnad
