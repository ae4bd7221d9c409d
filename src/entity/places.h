// The places that a text names: which of the places of one name is meant where.
#pragma once

#include "clause/grammar.h"
#include "entity/entities.h"

namespace isnad {

/// Fills `out.places`, in the order of the text, and `out.place_of`. Pure; linear in the text.
void find_places(const Grammar& g, Entities& out);

/// One line a place: "begin..end id rule surface". Offsets are bytes.
std::string dump_places(const Lexicon& lexicon, const Document& document, const Entities& entities);

}  // namespace isnad
