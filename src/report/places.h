// The places of the lexicon for people and programs: which are known by a name, in a country, around a point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad {

/// What to list. Empty fields ask nothing.
struct PlaceQuery {
  struct Around {
    float lat = 0, lon = 0;  // degrees
    float km = 50;           // no farther from there
  };
  std::string find;     // a name in any spelling that texts use, or a part of an id or a name; case doesn't matter
  std::string country;  // ISO 3166-1 alpha-3
  std::string kind;     // city, base, crossing ...
  std::optional<Around> near;
};

/// Indices into Lexicon::places: the nearest first where a point is given, else in the order of the knowledge files; empty where none fits.
std::vector<uint32_t> find_places(const Lexicon& lexicon, const PlaceQuery& query);

/// One line a place: a table for people, with the distance where a point is given.
std::string places_table(const Lexicon& lexicon, const PlaceQuery& query, const std::vector<uint32_t>& places);
/// One JSON object a line: id, names, kind, coordinates, division, country, people (known of cities, else from the kind), km from the
/// point.
std::string places_jsonl(const Lexicon& lexicon, const PlaceQuery& query, const std::vector<uint32_t>& places);
/// The same as rows; RFC 4180, with a header.
std::string places_csv(const Lexicon& lexicon, const PlaceQuery& query, const std::vector<uint32_t>& places);

/// Counts of places by country and kind as one Markdown document (docs/places.md); countries in the order of their codes.
std::string places_markdown(const Lexicon& lexicon);

}  // namespace isnad
