// isnad places: which places are known by a name, in a country, around a point.
#include <fmt/format.h>

#include <charconv>

#include "app/commands.h"
#include "app/engine.h"
#include "app/output.h"
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
  PlaceQuery query{o.find, o.country, o.kind, std::nullopt};
  for (char& c : query.country)
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
  if (o.near.empty()) return query;
  PlaceQuery::Around around;
  around.km = o.within;
  if (!parse_point(o.near, around))
    return Error{"", 0, fmt::format("'{}' is no point", o.near), "--near LAT,LON in degrees, as 36.34,43.13"};
  query.near = around;
  return query;
}

std::string answer(const Lexicon& lexicon, const PlacesOptions& o, const PlaceQuery& query, const std::vector<uint32_t>& found) {
  if (o.format == "jsonl") return places_jsonl(lexicon, query, found);
  if (o.format == "csv") return places_csv(lexicon, query, found);
  return places_table(lexicon, query, found);
}

}  // namespace

Exit run_places(const PlacesOptions& options) {
  const auto query = query_of(options);
  if (!query) return Messages().error(query.error()), Exit::usage;
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return Messages().error(lexicon.error()), Exit::cannot_run;
  auto output = Output::open("");
  if (!output) return Messages().error(output.error()), Exit::cannot_run;
  Status written = Done{};
  if (options.markdown) {
    written = output->write(places_markdown(*lexicon));
  } else {
    const auto found = find_places(*lexicon, *query);
    if (found.empty())
      return Messages().error({"", 0, "no place is known by that", "a part of a name does; new ones go into knowledge/places"}),
             Exit::bad_input;
    written = output->write(answer(*lexicon, options, *query, found));
  }
  if (written) written = output->finish();
  return written ? Exit::fine : (Messages().error(written.error()), Exit::cannot_run);
}

}  // namespace isnad
