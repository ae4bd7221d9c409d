// The three phases of read_text; each fills its part of Text from what the one before it left there.
#pragma once

#include <string_view>

#include "text/text.h"

namespace isnad {

/// Fills letters, folded, marks, origin. `utf8` is valid, as Document keeps it.
void read_letters(std::string_view utf8, Text& out);

/// Fills tokens from letters. `utf8` is the text that the letters came from: spans end after a token's own diacritics and tatweel,
/// and leave out the invisible controls that follow.
void read_tokens(std::string_view utf8, Text& out);

/// Fills sentences from tokens.
void read_sentences(Text& out);

}  // namespace isnad
