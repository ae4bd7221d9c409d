// Words written and inflected alike, told apart by what stands near them.
#pragma once

#include "lexicon/lexicon.h"
#include "morph/words.h"
#include "text/text.h"

namespace isnad {

/// Gives each word that has several senses (knowledge/ar/senses.tsv) the lemma that the nearest telling word of its sentence speaks for;
/// where none is near the lemma stays. Features stay, as such words inflect alike. Allocates nothing.
void settle_senses(const Lexicon& lexicon, const Text& text, Words& words);

}  // namespace isnad
