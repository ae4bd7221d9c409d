// Choice in context: the cheapest path through the candidates of a sentence.
#pragma once

#include "morph/workspace.h"

namespace isnad {

/// What a candidate shows to its neighbours.
Face face_of(const Lexicon& lexicon, const Candidate& c);

/// Cost of `right` after `left`, added to their own costs.
int transition(const Face& left, const Face& right);

/// Fills workspace.chosen with one candidate for each of workspace.tokens (Viterbi; linear in tokens). `opening`: the first token opens a
/// sentence that is no headline.
void choose(MorphWorkspace& workspace, bool opening);

}  // namespace isnad
