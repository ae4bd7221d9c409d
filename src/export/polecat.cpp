// POLECAT: 40 columns, a row a record, several values in a cell with "; ". Columns: POLECAT weekly data (Halterman et al. 2023).
#include <array>

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

constexpr auto kColumns = std::to_array<std::string_view>({"Event ID",
                                                           "Event Date",
                                                           "Event Type",
                                                           "Event Mode",
                                                           "Intensity",
                                                           "Quad Code",
                                                           "Contexts",
                                                           "Actor Name",
                                                           "Actor Country",
                                                           "Actor COW",
                                                           "Primary Actor Sector",
                                                           "Actor Sectors",
                                                           "Actor Title",
                                                           "Actor Name Raw",
                                                           "Wikipedia Actor ID",
                                                           "Recipient Name",
                                                           "Recipient Country",
                                                           "Recipient COW",
                                                           "Primary Recipient Sector",
                                                           "Recipient Sectors",
                                                           "Recipient Title",
                                                           "Recipient Name Raw",
                                                           "Wikipedia Recipient ID",
                                                           "Placename",
                                                           "City",
                                                           "District",
                                                           "Province",
                                                           "Country",
                                                           "Latitude",
                                                           "Longitude",
                                                           "GeoNames ID",
                                                           "Raw Placename",
                                                           "Feature Type",
                                                           "Source",
                                                           "Publication Date",
                                                           "Story People",
                                                           "Story Organizations",
                                                           "Story Locations",
                                                           "Language",
                                                           "Version"});
static_assert(kColumns.size() == 40);
constexpr std::string_view kBetween = "; ", kGeonames = "geonames:";

std::string cow_of(const Entity& e) {
  const Country* c = country(e.country);
  return c != nullptr && c->cow != 0 ? std::to_string(c->cow) : std::string();
}

void role(Row& row, const std::vector<Entity>& all) {
  row.cell(joined(all, kBetween, [](const Entity& e) { return name_of(e); }));
  row.cell(joined(all, kBetween, [](const Entity& e) { return e.country; }));
  row.cell(joined(all, kBetween, cow_of));
  row.cell(all.empty() ? std::string_view() : std::string_view(all[0].sector));
  row.cell(joined(all, kBetween, [](const Entity& e) { return e.sector; }));
  row.cell(joined(all, kBetween, [](const Entity& e) { return e.title; }));
  row.cell(joined(all, kBetween, [](const Entity& e) { return e.text; })).blank();
}

void place(Row& row, const Place* p) {
  if (p == nullptr) {
    row.blank(10);
    return;
  }
  const std::string_view id = p->id;
  row.cell(name_of(*p)).cell(is_wide(*p) ? std::string_view() : name_of(*p)).blank().cell(p->admin1).cell(p->country);
  row.number(p->lat).number(p->lon).cell(id.starts_with(kGeonames) ? id.substr(kGeonames.size()) : std::string_view());
  row.cell(p->text).cell(p->kind);
}

Left add(const Item& item, std::string& out) {
  const Record& r = item.record;
  const auto day = when(r);
  if (!day) return Left::undated;
  const auto same = [](const std::string& s) { return s; };
  Row row(Table::tsv, out);
  row.cell(r.id).cell(iso_date(day->day)).cell(r.event).cell(joined(r.mode, kBetween, same)).number(r.score).cell(r.quad);
  row.cell(joined(r.context, kBetween, same));
  role(row, r.actor), role(row, r.recipient);
  place(row, where(r));
  row.cell(r.doc.source).cell(r.doc.date).blank(3).cell(r.doc.language).cell("Isnad").end();
  return Left::no;
}

}  // namespace

Exporter polecat() {
  return {[](std::string& out) { append_names(Table::tsv, kColumns, out); }, add, [](std::string&) {}};
}

}  // namespace isnad::exports
