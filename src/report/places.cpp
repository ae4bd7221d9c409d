// Looking places up, and the shapes of the answer.
#include "report/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <utility>

#include "base/csv.h"
#include "base/json.h"
#include "report/grid.h"
#include "report/lookup.h"

namespace isnad {
namespace {

float kilometres(const PlaceQuery::Around& a, const Place& p) {
  constexpr float kRadians = float(std::numbers::pi) / 180, kDiameter = 2 * 6371;
  const float y = std::sin((p.lat - a.lat) * kRadians / 2), x = std::sin((p.lon - a.lon) * kRadians / 2);
  return kDiameter * std::asin(std::sqrt(std::min(1.0F, y * y + std::cos(a.lat * kRadians) * std::cos(p.lat * kRadians) * x * x)));
}

bool speaks_of(const Lexicon& l, const Place& p, const std::basic_string<Letter>& wanted) {
  const auto has = [&](Str s) { return searchable(l.text(s)).find(wanted) != std::basic_string<Letter>::npos; };
  return has(p.id) || has(p.name_ar) || has(p.name_en);
}

std::string degrees(float v) { return fmt::format("{:.4g}", v); }

}  // namespace

std::vector<uint32_t> find_places(const Lexicon& l, const PlaceQuery& query) {
  const auto exact = query.find.empty() ? std::set<uint32_t>() : named(l, query.find, PayloadKind::place);
  const auto wanted = searchable(query.find);
  std::vector<std::pair<float, uint32_t>> found;
  for (uint32_t i = 0; i < l.places.size(); ++i) {
    const Place& p = l.places[i];
    if (!query.country.empty() && l.text(p.country) != query.country) continue;
    if (!query.kind.empty() && l.text(p.kind) != query.kind) continue;
    const float km = query.near ? kilometres(*query.near, p) : 0;
    if (query.near && km > query.near->km) continue;
    if (!query.find.empty() && !exact.contains(i) && !speaks_of(l, p, wanted)) continue;
    found.emplace_back(km, i);
  }
  std::sort(found.begin(), found.end());
  std::vector<uint32_t> out;
  for (const auto& [km, i] : found) out.push_back(i);
  return out;
}

std::string places_table(const Lexicon& l, const PlaceQuery& query, const std::vector<uint32_t>& places) {
  std::vector<std::string> head{"<id", "<name", "<kind", "<country", "<division", "lat", "lon"};
  if (query.near) head.emplace_back("km");
  Grid grid(head);
  for (const uint32_t i : places) {
    const Place& p = l.places[i];
    std::vector<std::string> row{std::string(l.text(p.id)),
                                 std::string(l.text(p.name_en)),
                                 std::string(l.text(p.kind)),
                                 std::string(l.text(p.country)),
                                 std::string(l.text(p.admin1)),
                                 degrees(p.lat),
                                 degrees(p.lon)};
    if (query.near) row.push_back(fmt::format("{:.0f}", kilometres(*query.near, p)));
    grid.row(row);
  }
  std::string out;
  grid.append(out);
  return out;
}

std::string places_jsonl(const Lexicon& l, const PlaceQuery& query, const std::vector<uint32_t>& places) {
  std::string out;
  for (const uint32_t i : places) {
    const Place& p = l.places[i];
    Json json(out);
    json.open_object().member("id", l.text(p.id)).member("name_ar", l.text(p.name_ar)).member("name_en", l.text(p.name_en));
    json.member("kind", l.text(p.kind)).key("lat").number(p.lat).key("lon").number(p.lon);
    json.member("admin1", l.text(p.admin1)).member("country", l.text(p.country)).key("people").integer(p.population);
    if (query.near) json.key("km").number(std::round(kilometres(*query.near, p)));
    json.close_object();
    out += '\n';
  }
  return out;
}

std::string places_csv(const Lexicon& l, const PlaceQuery& query, const std::vector<uint32_t>& places) {
  std::string out = "id,name_ar,name_en,kind,lat,lon,admin1,country,people,km\r\n";
  for (const uint32_t i : places) {
    const Place& p = l.places[i];
    for (const Str s : {p.id, p.name_ar, p.name_en, p.kind}) append_csv_cell(out, l.text(s)), out += ',';
    out += degrees(p.lat) + ',' + degrees(p.lon) + ',';
    for (const Str s : {p.admin1, p.country}) append_csv_cell(out, l.text(s)), out += ',';
    out += std::to_string(p.population) + ',';
    if (query.near) out += fmt::format("{:.0f}", kilometres(*query.near, p));
    out += "\r\n";
  }
  return out;
}

std::string places_markdown(const Lexicon& l) {
  std::map<std::string_view, std::map<std::string_view, size_t>> of;
  std::map<std::string_view, size_t> all;
  size_t taken = 0;
  for (const Place& p : l.places) {
    ++of[l.text(p.country)][l.text(p.kind)], ++all[l.text(p.kind)];
    taken += l.text(p.id).starts_with("geonames:");
  }
  std::string out =
      "# Places\n\nMade by `isnad places --markdown`; a test compares them. Countries are codes of ISO 3166-1 alpha-3; seas and regions\n"
      "above states have none. Our own lines stand in `knowledge/places`; the rest are cities of 200,000 people, of 15,000 in the states\n"
      "of the region, and those that `knowledge/geonames.tsv` names, taken at build time from GeoNames (geonames.org, CC BY 4.0) as\n"
      "Debian's libgeonames packs it.\n\n";
  out +=
      fmt::format("{} places, {} of them from GeoNames; {} states beside them.\n\n| country |", l.places.size(), taken, l.countries.size());
  for (const auto& [kind, n] : all) out += fmt::format(" {} |", kind);
  out += " all |\n|---|";
  for (size_t k = 0; k <= all.size(); ++k) out += "--:|";
  out += '\n';
  const auto row = [&](std::string_view name, const auto& counts) {
    size_t sum = 0;
    out += fmt::format("| {} |", name);
    for (const auto& [kind, total] : all) {
      const auto n = counts.find(kind);
      out += n == counts.end() ? std::string("  |") : fmt::format(" {} |", n->second);
      sum += n == counts.end() ? 0 : n->second;
    }
    out += fmt::format(" {} |\n", sum);
  };
  for (const auto& [country, counts] : of) row(country.empty() ? "none" : country, counts);
  row("all", all);
  return out;
}

}  // namespace isnad
