// PLOVER as JSONL: the fields of its codebook and no more; docs/record.md has the whole record.
#include "base/json.h"
#include "export/circumstances.h"
#include "export/formats.h"
#include "export/parties.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Place;
using record::Record;

void texts(Json& json, std::string_view key, const std::vector<std::string>& all) {
  if (all.empty()) return;
  json.key(key).open_array();
  for (const auto& s : all) json.string(s);
  json.close_array();
}

void entities(Json& json, std::string_view key, const std::vector<Entity>& all) {
  if (all.empty()) return;
  json.key(key).open_array();
  for (const Entity& e : all) {
    json.open_object().member("text", e.text).member("name", name_of(e)).member("code", e.code).member("country", e.country);
    json.member("sector", e.sector).member("title", e.title).close_object();
  }
  json.close_array();
}

void place(Json& json, const Place* p) {
  if (p == nullptr) return;
  json.key("location").open_object().member("text", p->text).member("name", name_of(*p)).member("admin1", p->admin1);
  json.member("country", p->country);
  if (p->lat && p->lon) json.key("lat").number(*p->lat).key("lon").number(*p->lon);
  json.close_object();
}

Left add(const Item& item, std::string& out) {
  const Record& r = item.record;
  Json json(out);
  json.open_object().member("id", r.id);
  if (const auto day = when(r)) json.member("date", iso_date(day->day));
  json.member("event", r.event);
  texts(json, "mode", r.mode), texts(json, "auxiliary", r.aux), texts(json, "context", r.context);
  json.member("status", r.status).member("quad", r.quad).key("goldstein").number(r.score);
  entities(json, "actor", r.actor), entities(json, "recipient", r.recipient);
  place(json, where(r));
  json.member("trigger", r.trigger).member("text", item.sentence);
  json.key("source").open_object().member("id", r.doc.id).member("publisher", r.doc.source).member("date", r.doc.date);
  json.member("url", r.doc.url).member("language", r.doc.language).close_object().close_object();
  out += '\n';
  return Left::no;
}

}  // namespace

Exporter plover() {
  return {[](std::string&) {}, add, [](std::string&) {}};
}

}  // namespace isnad::exports
