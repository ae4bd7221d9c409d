// ICEWS: 20 columns, a row a dyad. Columns: ICEWS Coded Event Data (Boschee et al. 2015), Harvard Dataverse.
#include <fmt/format.h>

#include <array>

#include "export/cameo.h"
#include "export/circumstances.h"
#include "export/countries.h"
#include "export/formats.h"
#include "export/parties.h"
#include "export/rows.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Place;
using record::Record;

constexpr auto kColumns = std::to_array<std::string_view>(
    {"Event ID",  "Event Date",  "Source Name",    "Source Sectors", "Source Country", "Event Text",      "CAMEO Code",
     "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",       "Sentence Number", "Publisher",
     "City",      "District",    "Province",       "Country",        "Latitude",       "Longitude"});
static_assert(kColumns.size() == 20);

void party(Row& row, const Entity* e) {
  if (e == nullptr) {
    row.blank(3);
    return;
  }
  row.cell(name_of(*e)).cell(sector_words(e->sector)).cell(country_name(e->country));
}

void place(Row& row, const Place* p) {
  if (p == nullptr) {
    row.blank(6);
    return;
  }
  const std::string_view province = p->precision == "admin1" && p->admin1.empty() ? name_of(*p) : std::string_view(p->admin1);
  row.cell(is_wide(*p) ? std::string_view() : name_of(*p))
      .blank()
      .cell(province)
      .cell(country_name(p->country))
      .number(p->lat)
      .number(p->lon);
}

void write(const Record& r, const Dyad& dyad, size_t index, Day day, const CameoCode& code, std::string& out) {
  Row row(Table::tsv, out);
  row.cell(std::to_string(row_number(r, index))).cell(iso_date(day));
  party(row, dyad.first);
  row.cell(code.title).cell(code.code).cell(fmt::format("{:.1f}", code.goldstein));
  party(row, dyad.second);
  row.cell(r.doc.id);
  r.sentence < 0 ? row.blank() : row.number(double(r.sentence + 1));
  row.cell(r.doc.source);
  place(row, where(r));
  row.end();
}

Left add(const Item& item, std::string& out) {
  const Record& r = item.record;
  const CameoCode* code = cameo_code(r.cameo);
  if (code == nullptr) return Left::no_such_event;
  const auto day = when(r);
  if (!day) return Left::undated;
  size_t index = 0;
  for (const Dyad& dyad : dyads(r)) write(r, dyad, index++, day->day, *code, out);
  return Left::no;
}

}  // namespace

Exporter icews() {
  return {[](std::string& out) { append_names(Table::tsv, kColumns, out); }, add, [](std::string&) {}};
}

}  // namespace isnad::exports
