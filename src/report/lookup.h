// Looking names up in the lexicon as a person would write them: what `isnad actors` and `isnad places` share.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad {

/// Folded letters, Latin ones in lower case: what a part of a name is sought in.
std::basic_string<Letter> searchable(std::string_view text);

/// Indices of what has exactly this name in texts, of one kind (actors, places); empty where nothing has.
std::set<uint32_t> named(const Lexicon& lexicon, std::string_view name, PayloadKind kind);

/// Ids that records have for whom this name means: of actors, and codes of countries; in that order, empty where nobody is called so.
std::vector<std::string> party_ids(const Lexicon& lexicon, std::string_view name);

}  // namespace isnad
