// isnad places: which places are known by a name, in a country, around a point.
#include <fmt/format.h>

#include <charconv>

#include "app/commands.h"
#include "app/lookup.h"
#include "base/ascii.h"
#include "report/places.h"

namespace isnad {
namespace {

/// "33.3,44.4"
bool parse_point(std::string_view text, PlaceQuery::Around& out) {
  const size_t comma = text.find(',');
  if (comma == std::string_view::npos) return false;
  const auto number = [](std::string_view s, float& v) {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    const auto [end, code] = std::from_chars(s.data(), s.data() + s.size(), v);
    return code == std::errc() && end == s.data() + s.size();
  };
  return number(text.substr(0, comma), out.lat) && number(text.substr(comma + 1), out.lon) && out.lat >= -90 && out.lat <= 90 &&
         out.lon >= -180 && out.lon <= 180;
}

Result<PlaceQuery> query_of(const PlacesOptions& o) {
  PlaceQuery query{o.find, ascii_upper(o.country), o.kind, std::nullopt};
  if (o.near.empty()) return query;
  PlaceQuery::Around around;
  around.km = o.within;
  if (!parse_point(o.near, around))
    return Error{"", 0, fmt::format("'{}' is no point", o.near), "--near LAT,LON in degrees, as 36.34,43.13"};
  query.near = around;
  return query;
}

const Lookup<PlaceQuery> kPlaces{"place", "knowledge/places", find_places, places_table, places_jsonl, places_csv, places_markdown};

}  // namespace

Exit run_places(const PlacesOptions& options) {
  return run_lookup(kPlaces, query_of(options), options.image, options.format, options.markdown);
}

}  // namespace isnad
