// Which of two homographs that differ in sense alone is meant? Asked when a sentence has its words.
#pragma once

#include "morph/words.h"

namespace isnad {

/// Gives a word from `first` on, where the words of one sentence begin, the lemma that the words around tell is meant of two spelled alike:
/// so far a drone for a march ("rockets and drones", "attacked with drones", "a drone hit", "intercepted two drones"). Features and spans
/// stay as they are, since both are inflected alike.
void choose_by_company(const Lexicon& lexicon, const Text& text, Words& words, WordId first);

}  // namespace isnad
