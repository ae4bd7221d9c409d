// Choice in context: the cheapest path through the candidates of a sentence.
#pragma once

#include "morph/workspace.h"

namespace isnad {

/// The coarse tag of a candidate.
Tag tag_of(const Lexicon& lexicon, const Candidate& c);

/// Cost of `right` after `left`, added to their own costs.
int transition(const Lexicon& lexicon, const Candidate& left, const Candidate& right);

/// Fills workspace.chosen with one candidate a token (Viterbi; linear in tokens). `opening`: the first token opens a sentence that is no headline.
void choose(const Lexicon& lexicon, MorphWorkspace& workspace, bool opening);

}  // namespace isnad
