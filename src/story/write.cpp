// Stories out.
#include "story/write.h"

namespace isnad::story {
namespace {

using Records = std::span<const record::Record>;

void append_said(Json& json, const Said& s, Records records) {
  json.open_object().member("who", s.who).member("stance", s.stance).member("source", s.source);
  json.member("record", records[s.record].id).close_object();
}

}  // namespace

void append_strings(Json& json, std::string_view key, const std::vector<std::string>& list) {
  if (list.empty()) return;
  json.key(key).open_array();
  for (const auto& s : list) json.string(s);
  json.close_array();
}

void append(Json& json, const Field& field, Records records) {
  json.open_object().member("name", field.name).member("standing", kStandingNames[size_t(field.standing)]).key("values").open_array();
  for (const Value& v : field.values) {
    json.open_object().member("value", v.key);
    if (v.text != v.key) json.member("text", v.text);
    json.key("independent").integer(int64_t(v.independent)).key("by").open_array();
    for (const Said& s : v.by) append_said(json, s, records);
    json.close_array().close_object();
  }
  json.close_array().close_object();
}

void append(const Story& s, Records records, std::string& out) {
  Json json(out);
  json.open_object().member("id", s.id).member("event", s.event);
  append_strings(json, "mode", s.mode);
  json.member("status", s.status).member("start", s.first).member("end", s.last).member("reported", s.reported);
  json.key("documents").integer(int64_t(s.documents)).key("independent").integer(int64_t(s.independent)).key("sources").open_array();
  for (const Source& x : s.sources) {
    json.open_object().member("name", x.name).member("copies", x.copies);
    append_strings(json, "documents", x.documents);
    json.close_object();
  }
  json.close_array().key("fields").open_array();
  for (const Field& f : s.fields) append(json, f, records);
  json.close_array().key("records").open_array();
  for (const uint32_t r : s.records) json.string(records[r].id);
  json.close_array().close_object();
  out += '\n';
}

}  // namespace isnad::story
