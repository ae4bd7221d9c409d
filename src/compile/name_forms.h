// What the files of states, actors and places share.
#pragma once

#include "compile/context.h"
#include "compile/tsv.h"

namespace isnad {

/// The words of a longer name are often plain nouns and adjectives ("the French Republic"): only a name of one word is one by itself.
uint8_t cost_of_name(std::string_view name, int alone);

/// Degrees in [-limit, limit]; false where the cell holds none.
bool parse_coordinate(const std::string& cell, double limit, float& out);

/// Nisba of a country or city: an adjective with all its forms, or a collective plural that doesn't end in -iyy. `country`: whose, or
/// kNone.
void add_nisba(CompileContext& c, const Table& t, const Row& r, const std::string& nisba, uint32_t country);

}  // namespace isnad
