// Facts to values.
#include "report/coding.h"

#include <array>
#include <charconv>

#include "base/json.h"
#include "report/facts.h"

namespace isnad {
namespace {

/// The number that JSON has of a float: its shortest decimal text, read back.
double as_written(float value) {
  std::array<char, 32> text;
  const auto [end, failed] = std::to_chars(text.data(), text.data() + text.size(), value);
  double out = value;
  if (failed == std::errc()) std::from_chars(text.data(), end, out);
  return out;
}

record::Entity entity_of(const EntityFacts& f) {
  record::Entity out;
  out.text = f.text, out.id = f.id, out.name.ar = f.name_ar, out.name.en = f.name_en;
  out.country = f.country, out.sector = f.sector, out.code = f.code();
  return out;
}

std::optional<record::Place> place_of(const View& view, EntityId id) {
  if (!id) return std::nullopt;
  const PlaceFacts f = place_facts(view, id);
  record::Place out;
  out.text = f.text, out.id = f.id, out.name.ar = f.name_ar, out.name.en = f.name_en;
  if (f.lat && f.lon) out.lat = as_written(*f.lat), out.lon = as_written(*f.lon);
  out.kind = f.kind, out.admin1 = f.admin1, out.country = f.country;
  return out;
}

std::vector<record::Entity> entities_of(const View& view, const Event& e, Slot slot) {
  std::vector<record::Entity> out;
  for (const EntityId id : Events::slice(view.reading.events.fillers, e.fillers[size_t(slot)]))
    out.push_back(entity_of(entity_facts(view, id)));
  return out;
}

void set_coding(const View& view, const Event& e, record::Record& out) {
  out.id = hex_id(e.id), out.event = kEventTypeNames[size_t(e.type)];
  if (const auto mode = mode_of(view, e); !mode.empty()) out.mode.emplace_back(mode);
  out.quad = quad_of(view, e), out.status = kEventStatusNames[size_t(e.status)], out.salience = e.background ? "background" : "main";
  if (size_t(e.type) < view.lexicon.event_types.size()) out.score = as_written(view.lexicon.event_types[size_t(e.type)].score);
  for (size_t i = 0; i < kAuxNames.size(); ++i)
    if (e.aux >> i & 1) out.aux.emplace_back(kAuxNames[i]);
  out.frame = frame_of(view, e), out.confidence = as_written(e.confidence);
}

void set_date(const View& view, const Event& e, record::Record& out) {
  if (e.date >= view.reading.mentions.dates.size()) return;
  const DateFacts f = date_facts(view, view.reading.mentions.dates[e.date]);
  out.date = record::Date{f.start, f.end, std::string(f.precision), {}, {}};
}

void set_attribution(const View& view, const Event& e, record::Record& out) {
  for (const AttributionRef& a : Events::slice(view.reading.events.attributions, e.attributions)) {
    record::Attribution one;
    if (a.who)
      one.who = entity_of(entity_facts(view, a.who));
    else if (a.speaker)
      one.who = entity_of(phrase_facts(view, a.speaker));
    out.attribution.push_back(std::move(one));
  }
}

}  // namespace

void append_codings(const View& view, std::vector<record::Record>& out) {
  out.reserve(out.size() + view.reading.events.events.size());
  for (const Event& e : view.reading.events.events) {
    record::Record& r = out.emplace_back();
    r.doc.date = view.document.date;
    set_coding(view, e, r);
    r.actor = entities_of(view, e, Slot::actor), r.recipient = entities_of(view, e, Slot::recipient);
    r.location = place_of(view, e.location), r.origin = place_of(view, e.origin), r.destination = place_of(view, e.destination);
    set_date(view, e, r);
    set_attribution(view, e, r);
  }
}

}  // namespace isnad
