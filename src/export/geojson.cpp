// GeoJSON (RFC 7946): a feature for each record with coordinates, one a line.
#include <cmath>
#include <memory>

#include "base/json.h"
#include "export/circumstances.h"
#include "export/formats.h"
#include "export/parties.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Place;
using record::Record;

constexpr double kHalfTurn = 180;

const Place* on_map(const std::optional<Place>& p) { return p && p->lat && p->lon ? &*p : nullptr; }

/// [longitude, latitude].
void position(Json& json, const Place& p) { json.open_array().number(*p.lon).number(*p.lat).close_array(); }

void point(Json& json, const Place& p) {
  json.open_object().member("type", "Point").key("coordinates");
  position(json, p);
  json.close_object();
}

/// From where to where. A line across the antimeridian would go round the world the wrong way, so its ends stand alone.
void way(Json& json, const Place& from, const Place& to) {
  const bool across = std::abs(*from.lon - *to.lon) > kHalfTurn;
  json.open_object().member("type", across ? "MultiPoint" : "LineString").key("coordinates").open_array();
  position(json, from), position(json, to);
  json.close_array().close_object();
}

/// The location; without one the way from origin to destination, or the one of them that is known. False: no coordinates.
bool geometry(Json& json, const Record& r) {
  const Place *at = on_map(r.location), *from = on_map(r.origin), *to = on_map(r.destination);
  if (at == nullptr && from == nullptr && to == nullptr) return false;
  json.key("geometry");
  if (at == nullptr && from != nullptr && to != nullptr)
    way(json, *from, *to);
  else
    point(json, at != nullptr ? *at : from != nullptr ? *from : *to);
  return true;
}

void place(Json& json, std::string_view key, const std::optional<Place>& p) {
  if (p) json.member(key, name_of(*p));
}

void texts(Json& json, std::string_view key, const std::vector<std::string>& all) {
  std::string text;
  for (const auto& s : all) (text += text.empty() ? "" : "; ") += s;
  json.member(key, text);
}

void names(Json& json, std::string_view key, const std::vector<Entity>& all) {
  std::vector<std::string> out;
  for (const Entity& e : all) out.emplace_back(name_of(e));
  texts(json, key, out);
}

/// Flat, as map programs want them.
void properties(Json& json, const Item& item) {
  const Record& r = item.record;
  json.key("properties").open_object();
  if (const auto day = when(r)) json.member("date", iso_date(day->day));
  json.member("event", r.event);
  texts(json, "mode", r.mode);
  json.member("quad", r.quad).key("score").number(r.score).member("status", r.status);
  texts(json, "aux", r.aux);
  json.member("salience", r.salience);
  names(json, "actor", r.actor), names(json, "recipient", r.recipient), names(json, "theme", r.theme);
  place(json, "location", r.location), place(json, "origin", r.origin), place(json, "destination", r.destination);
  for (const std::string_view of : {"killed", "wounded"})
    if (const auto number = largest(r, of)) json.key(of).number(*number);
  json.member("trigger", r.trigger).member("sentence", item.sentence).member("source", r.doc.source).member("published", r.doc.date);
  json.member("url", r.doc.url).member("document", r.doc.id).key("confidence").number(r.confidence).close_object();
}

Left add(const Item& item, bool& first, std::string& out) {
  std::string feature;
  Json json(feature);
  json.open_object().member("type", "Feature").member("id", item.record.id);
  if (!geometry(json, item.record)) return Left::nowhere;
  properties(json, item);
  json.close_object();
  out += first ? "\n" : ",\n";
  first = false;
  out += feature;
  return Left::no;
}

}  // namespace

Exporter geojson() {
  const auto first = std::make_shared<bool>(true);
  return {[](std::string& out) { out += R"({"type":"FeatureCollection","features":[)"; },
          [first](const Item& item, std::string& out) { return add(item, *first, out); }, [](std::string& out) { out += "\n]}\n"; }};
}

}  // namespace isnad::exports
