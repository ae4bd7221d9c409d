// Humanitarian Exchange Language: CSV with a row of hashtags under the names. Tags: HXL 1.1 final (hxlstandard.org).
#include <algorithm>
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

constexpr auto kNames = std::to_array<std::string_view>(
    {"Event ID", "Date",         "Published", "Event type", "Event mode", "Status",     "Actor",       "Recipient",
     "Country",  "Country code", "Province",  "Place",      "Latitude",   "Longitude",  "Killed",      "Injured",
     "Missing",  "Abducted",     "Displaced", "Affected",   "Source",     "Source URL", "Description", "Confidence"});
constexpr auto kTags = std::to_array<std::string_view>({"#event+id",
                                                        "#date+occurred",
                                                        "#date+reported",
                                                        "#event+type",
                                                        "#event+mode",
                                                        "#status",
                                                        "#group+actor+name",
                                                        "#group+recipient+name",
                                                        "#country+name",
                                                        "#country+code+v_iso3",
                                                        "#adm1+name",
                                                        "#loc+name",
                                                        "#geo+lat",
                                                        "#geo+lon",
                                                        "#affected+killed",
                                                        "#affected+injured",
                                                        "#affected+missing",
                                                        "#affected+abducted",
                                                        "#affected+displaced",
                                                        "#affected+people",
                                                        "#meta+source",
                                                        "#meta+source+url",
                                                        "#description",
                                                        "#meta+confidence"});
static_assert(kNames.size() == kTags.size());
/// The kinds of numbers, in the order of the columns.
constexpr auto kAffected = std::to_array<std::string_view>({"killed", "wounded", "missing", "abducted", "displaced", "people"});
constexpr std::string_view kBetween = "; ";

std::string names(const std::vector<Entity>& all) {
  return joined(all, kBetween, [](const Entity& e) { return name_of(e); });
}

void place(Row& row, const Place* p) {
  if (p == nullptr) {
    row.blank(6);
    return;
  }
  row.cell(country_name(p->country)).cell(p->country).cell(p->precision == "admin1" ? name_of(*p) : std::string_view(p->admin1));
  row.cell(is_wide(*p) ? std::string_view() : name_of(*p)).number(p->lat).number(p->lon);
}

Left add(const Item& item, std::string& out) {
  const Record& r = item.record;
  const auto day = when(r);
  Row row(Table::csv_tidy, out);
  row.cell(r.id).cell(day ? iso_date(day->day) : std::string()).cell(r.doc.date).cell(r.event);
  row.cell(joined(r.mode, kBetween, [](const std::string& s) { return std::string_view(s); })).cell(r.status);
  row.cell(names(r.actor)).cell(names(r.recipient));
  place(row, where(r));
  for (const auto of : kAffected) row.number(largest(r, of));
  row.cell(r.doc.source)
      .cell(r.doc.url)
      .cell(item.sentence.empty() ? std::string_view(r.trigger) : item.sentence)
      .number(r.confidence)
      .end();
  return Left::no;
}

}  // namespace

Exporter hxl() {
  const auto begin = [](std::string& out) { append_names(Table::csv_tidy, kNames, out), append_names(Table::csv_tidy, kTags, out); };
  return {begin, add, [](std::string&) {}};
}

}  // namespace isnad::exports
