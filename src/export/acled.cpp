// ACLED: 31 columns, a row a record that is of one of its 25 sub-types and has a country. Columns: ACLED export files (2023).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "export/acled_kind.h"
#include "export/circumstances.h"
#include "export/countries.h"
#include "export/formats.h"
#include "export/parties.h"
#include "export/rows.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Place;
using record::Quantity;
using record::Record;

constexpr auto kColumns = std::to_array<std::string_view>(
    {"event_id_cnty", "event_date", "year",         "time_precision", "disorder_type", "event_type",  "sub_event_type",     "actor1",
     "assoc_actor_1", "inter1",     "actor2",       "assoc_actor_2",  "inter2",        "interaction", "civilian_targeting", "iso",
     "region",        "country",    "admin1",       "admin2",         "admin3",        "location",    "latitude",           "longitude",
     "geo_precision", "source",     "source_scale", "notes",          "fatalities",    "tags",        "timestamp"});
static_assert(kColumns.size() == 31);
constexpr double kSecondsPerDay = 86400;
constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};

/// "05 April 2020".
std::string date_words(Day day) {
  const std::string iso = iso_date(day);
  return fmt::format("{} {} {}", iso.substr(8, 2), kMonths[static_cast<size_t>(std::stoi(iso.substr(5, 2))) - 1], iso.substr(0, 4));
}

/// One side: the first is the actor, the others are associated.
void side(Row& row, const std::vector<Entity>& all, int inter) {
  row.cell(all.empty() ? std::string_view() : name_of(all[0]));
  const size_t first = std::min<size_t>(1, all.size());
  row.cell(joined(std::span(all).subspan(first), "; ", [](const Entity& e) { return name_of(e); }));
  inter == 0 ? row.blank() : row.number(inter);
}

int inter_of(const std::vector<Entity>& all, std::string_view home) { return all.empty() ? 0 : acled_inter(all[0], home); }

bool is_riot(AcledKind k) { return k == AcledKind::violent_demonstration || k == AcledKind::mob_violence; }

bool is_demonstration(AcledKind k) { return is_riot(k) || k == AcledKind::peaceful_protest; }

/// The lower digit first; one side alone gives its digit and 0.
std::string interaction(int a, int b) {
  if (a == 0 && b == 0) return {};
  const int low = a == 0 || b == 0 ? std::max(a, b) : std::min(a, b), high = a == 0 || b == 0 ? 0 : std::max(a, b);
  return fmt::format("{}{}", low, high);
}

/// 1 the place itself, 2 a part of a province, 3 a province or a country.
int geo_precision(const Place& p) { return is_wide(p) ? 3 : p.lat && p.precision != "radius" ? 1 : 2; }

/// The largest told number of dead, by its lower bound, as ACLED's coders take the most conservative; 0 where none is told.
double fatalities(const Record& r) {
  double most = 0;
  for (const Quantity& q : r.quantity)
    if (q.of == "killed") most = std::max(most, q.low.value_or(q.value));
  return most;
}

std::string tags(const Record& r) {
  for (const Quantity& q : r.quantity)
    if (q.of == "protesters") return fmt::format("crowd size={}", q.value);
  return {};
}

void write(const Item& item, const When& day, const Place& p, AcledKind kind, std::string& out) {
  const Record& r = item.record;
  const AcledNames& names = names_of(kind);
  const Country* c = country(p.country);
  int inter1 = inter_of(r.actor, p.country);
  const int inter2 = inter_of(r.recipient, p.country);
  if (is_demonstration(kind)) inter1 = is_riot(kind) ? 5 : 6;
  const bool civilians = inter2 == 7 && names.disorder.starts_with("Political violence");
  Row row(Table::csv_unix, out);
  row.cell(p.country + std::to_string(row_number(r))).cell(date_words(day.day)).number(year_of(day.day)).number(day.precision);
  row.cell(names.disorder).cell(names.type).cell(names.sub_type);
  side(row, r.actor, inter1), side(row, r.recipient, inter2);
  row.cell(interaction(inter1, inter2)).cell(civilians ? "Civilian targeting" : "");
  c != nullptr && c->iso_number != 0 ? row.number(c->iso_number) : row.blank();
  row.cell(c != nullptr ? c->region : std::string_view()).cell(country_name(p.country)).cell(p.admin1).blank(2);
  row.cell(name_of(p)).number(p.lat).number(p.lon).number(geo_precision(p));
  row.cell(r.doc.source)
      .blank()
      .cell(item.sentence.empty() ? std::string_view(r.trigger) : item.sentence)
      .number(fatalities(r))
      .cell(tags(r));
  if (const auto published_on = published(r))
    row.number(double(*published_on) * kSecondsPerDay).end();
  else
    row.blank().end();
}

Left add(const Item& item, std::string& out) {
  const auto kind = acled_kind(item.record);
  if (!kind) return Left::no_such_event;
  const Place* place = where(item.record);
  if (place == nullptr || place->country.empty()) return Left::nowhere;
  const auto day = when(item.record);
  if (!day) return Left::undated;
  return write(item, *day, *place, *kind, out), Left::no;
}

}  // namespace

Exporter acled() {
  return {[](std::string& out) { append_names(Table::csv_unix, kColumns, out); }, add, [](std::string&) {}};
}

}  // namespace isnad::exports
