// Records by simdjson, line by line.
#include "import/records.h"

#include <simdjson.h>

#include "import/normalise.h"

namespace isnad {
namespace {

using simdjson::dom::element;

std::string_view text_at(const element& e, std::string_view key) {
  std::string_view s;
  return e[key].get_string().get(s) == simdjson::SUCCESS ? s : std::string_view();
}

/// Id, code or country of the first entity of a role; empty: none is known.
std::string party_of(const element& record, std::string_view role, Parties parties) {
  element first;
  if (record[role].at(0).get(first) != simdjson::SUCCESS) return {};
  if (parties == Parties::country) return std::string(text_at(first, "country"));
  for (const std::string_view key : {"id", "code", "country"})
    if (const auto v = text_at(first, key); !v.empty()) return std::string(v);
  return {};
}

bool did_happen(const element& record) {
  const std::string_view status = text_at(record, "status");
  if (status != "occurred" && status != "ongoing") return false;
  simdjson::dom::array aux;
  if (record["aux"].get_array().get(aux) != simdjson::SUCCESS) return true;
  for (const element a : aux) {
    std::string_view s;
    if (a.get_string().get(s) == simdjson::SUCCESS && (s == "negation" || s == "hypothetical" || s == "future")) return false;
  }
  return true;
}

/// The day it happened, where the text tells it to the day; else the day of the report.
std::optional<Day> day_of_record(const element& record) {
  element part;
  if (record["date"].get(part) == simdjson::SUCCESS && text_at(part, "precision") == "day")
    if (const auto day = day_of(text_at(part, "start"))) return day;
  if (record["doc"].get(part) == simdjson::SUCCESS) return day_of(text_at(part, "date"));
  return std::nullopt;
}

void take(const element& record, Parties parties, int line, Imported& out) {
  const std::string_view type = text_at(record, "event");
  if (type.empty()) return leave_out(out.bad, "no \"event\": not a record of isnad read --format jsonl", line);
  if (!did_happen(record)) return leave_out(out.skipped, "planned, threatened, denied or only possible", line);
  if (text_at(record, "salience") == "background") return leave_out(out.skipped, "background of another event", line);
  Coded c;
  const auto day = day_of_record(record);
  if (!day) return leave_out(out.bad, "no day: neither the event nor the report is dated", line);
  c.day = *day;
  c.code = std::string(type);
  element place;
  if (record["location"].get(place) == simdjson::SUCCESS) c.place = std::string(text_at(place, "country"));
  c.source = parties == Parties::place ? "*" : party_of(record, "actor", parties);
  c.target = parties == Parties::place ? c.place : party_of(record, "recipient", parties);
  c.quad = quad_of(Scheme::plover, c.code);
  c.record = std::string(text_at(record, "id"));
  element trigger;
  if (record["trigger"].get(trigger) == simdjson::SUCCESS) c.text = std::string(text_at(trigger, "text"));
  if (const auto why = normalise(c); !why.empty()) return leave_out(out.skipped, why, line);
  out.events.push_back(std::move(c));
}

}  // namespace

void import_records(std::string_view bytes, Parties parties, Imported& out) {
  simdjson::dom::parser parser;
  int line = 0;
  while (!bytes.empty()) {
    ++line;
    const std::string_view text = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    ++out.rows;
    element record;
    if (parser.parse(simdjson::padded_string(text)).get(record) != simdjson::SUCCESS || !record.is_object())
      leave_out(out.bad, "no JSON object", line);
    else
      take(record, parties, line, out);
  }
}

}  // namespace isnad
