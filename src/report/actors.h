// The actors of the lexicon for people and programs: who is known, under which codes, and who held which office on a day.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad {

/// What to list. Empty fields ask nothing.
struct ActorQuery {
  std::string find;         // a name in any spelling that texts use, or a part of an id, a name or an office's title; case doesn't matter
  std::string country;      // ISO 3166-1 alpha-3 or IGO UNO ...: of the actor or of an office
  int32_t day = INT32_MIN;  // days since 1970-01-01: only offices held on it; INT32_MIN: all
};

/// Indices into Lexicon::actors, in the order of the knowledge files; empty where none fits.
std::vector<uint32_t> find_actors(const Lexicon& lexicon, const ActorQuery& query);

/// One line an actor and one an office: a table for people.
std::string actors_table(const Lexicon& lexicon, const ActorQuery& query, const std::vector<uint32_t>& actors);
/// One JSON object a line: id, names, codes, affiliation, parent, offices with dates (days where the knowledge has months are the first,
/// the last).
std::string actors_jsonl(const Lexicon& lexicon, const ActorQuery& query, const std::vector<uint32_t>& actors);
/// One row an office, or an actor without one; RFC 4180, with a header.
std::string actors_csv(const Lexicon& lexicon, const ActorQuery& query, const std::vector<uint32_t>& actors);

/// Counts of actors by country and kind as one Markdown document (docs/actors.md); countries in the order of their codes.
std::string actors_markdown(const Lexicon& lexicon);

}  // namespace isnad
