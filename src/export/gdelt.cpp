// GDELT 2.0 events: 61 columns, no header, a row a dyad. Columns: GDELT Event Database Data Format Codebook V2.0 (2015).
#include "export/gdelt.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "export/cameo.h"
#include "export/circumstances.h"
#include "export/countries.h"
#include "export/formats.h"
#include "export/parties.h"
#include "export/rows.h"
#include "record/codes.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Place;
using record::Record;

/// The columns of an actor's code: country, known group, role.
struct ActorCode {
  std::string_view country, group, role;
};

/// CAMEO has intergovernmental bodies, companies and movements as types, the United Nations as a known group of type IGO.
ActorCode code_of(const Entity& e) {
  if (e.country == "UNO") return {"", "UNO", "IGO"};
  if (is_collective(e.country)) return {"", "", e.country};
  return {e.country, "", cameo_role(e.sector)};
}

void actor(Row& row, const Entity* e) {
  if (e == nullptr) {
    row.blank(10);
    return;
  }
  const ActorCode c = code_of(*e);
  const std::string code = c.group.empty() ? std::string(c.country) + std::string(c.role) : std::string(c.role) + std::string(c.group);
  row.cell(code).cell(ascii_upper(name_of(*e))).cell(c.country).cell(c.group).blank(3).cell(c.role).blank(2);
}

/// YYYY.FFFF: the part of the year that is over, as GDELT reckons it, of months of 30 days; rounded.
std::string fraction_date(std::string_view ymd) {
  constexpr int kDays = 365, kParts = 10000;
  const int month = std::stoi(std::string(ymd.substr(4, 2))), day = std::stoi(std::string(ymd.substr(6, 2)));
  return fmt::format("{}.{:04}", ymd.substr(0, 4), (2 * kParts * ((month - 1) * 30 + day) + kDays) / (2 * kDays));
}

/// 1 country, 2 and 3 state and city of the United States, 5 and 4 of the rest of the world.
int geo_type(const Place& p) {
  if (p.precision == "country") return 1;
  const bool state = p.precision == "admin1", usa = p.country == "USA";
  return state ? (usa ? 2 : 5) : (usa ? 3 : 4);
}

/// "Taji, Baghdad, Iraq".
std::string full_name(const Place& p) {
  std::string out(name_of(p));
  if (!p.admin1.empty() && p.admin1 != out) out += ", " + p.admin1;
  if (!p.country.empty() && country_name(p.country) != out) out += ", " + std::string(country_name(p.country));
  return out;
}

void geo(Row& row, const Place* p) {
  if (p == nullptr) {
    row.number(0).blank(7);
    return;
  }
  const Country* c = country(p->country);
  const std::string_view fips = c != nullptr ? c->fips : std::string_view();
  const int type = geo_type(*p);
  row.number(type)
      .cell(full_name(*p))
      .cell(fips)
      .cell(fips)
      .blank()
      .number(p->lat)
      .number(p->lon)
      .cell(type == 1 ? fips : std::string_view());
}

void coding(Row& row, const Record& r, const std::string& code) {
  const CameoCode* known = cameo_code(code);
  row.cell(r.sentence == 0 ? "1" : "0").cell(code).cell(code.substr(0, 3)).cell(code.substr(0, 2));
  row.number(double(quad_of(Scheme::cameo, code)));
  row.number(known->goldstein).number(1).number(1).number(1).blank();
}

void write(const Record& r, const Dyad& dyad, size_t index, const std::string& day, const std::string& code, std::string& out) {
  Row row(Table::tsv, out);
  row.cell(std::to_string(row_number(r, index))).cell(day).cell(day.substr(0, 6)).cell(day.substr(0, 4)).cell(fraction_date(day));
  actor(row, dyad.first), actor(row, dyad.second);
  coding(row, r, code);
  geo(row, nullptr), geo(row, nullptr), geo(row, where(r));
  row.cell(gdelt_stamp(r)).cell(gdelt_identifier(r)).end();
}

Left add(const Item& item, std::string& out) {
  const Record& r = item.record;
  const std::string code = gdelt_code(r);
  if (code.empty()) return Left::no_such_event;
  const auto day = when(r);
  if (!day) return Left::undated;
  size_t index = 0;
  for (const Dyad& dyad : dyads(r)) write(r, dyad, index++, compact(day->day), code, out);
  return Left::no;
}

}  // namespace

std::string gdelt_code(const Record& r) {
  const CameoCode* known = cameo_code(r.cameo);
  return known == nullptr ? std::string() : std::string(known->code);
}

std::string gdelt_stamp(const Record& r) {
  const auto day = published(r);
  return day ? compact(*day) + "000000" : std::string();
}

const std::string& gdelt_identifier(const Record& r) { return r.doc.url.empty() ? r.doc.id : r.doc.url; }

Exporter gdelt() {
  return {[](std::string&) {}, add, [](std::string&) {}};
}

}  // namespace isnad::exports
