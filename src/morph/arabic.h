// Arabic written words: which clitics a token may carry, and which entries of the lexicon remain.
#pragma once

#include "morph/workspace.h"
#include "text/text.h"

namespace isnad::arabic_words {

/// A pronoun written joined to the end of a word.
struct Enclitic {
  Letter letters[3];
  uint8_t size;
  Person person;
  Gender gender;
  Number number;
  bool after_verbs;     // -ni
  bool after_nominals;  // -i
};
inline constexpr size_t kEnclitics = 12;
extern const Enclitic kEncliticTable[kEnclitics];

/// Appends every reading of a word token that the lexicon allows, without faces; at least one guess where it allows none. The token has at
/// most TokenMemo::kMaxLetters letters.
void read_word(const Lexicon& lexicon, const Text& text, const Token& token, std::vector<Candidate>& out);

}  // namespace isnad::arabic_words
