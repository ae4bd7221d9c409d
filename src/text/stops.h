// Stops: where does a sentence end inside a paragraph?
#pragma once

#include "text/paragraph.h"

namespace isnad {

/// No sentence has more tokens, so that what later stages do with one is bounded; a longer one is cut, after a comma where possible.
constexpr size_t kMostSentenceTokens = 512;
/// A quotation or bracket of at most so many tokens is not split at the stops inside it.
constexpr size_t kMostQuoteTokens = 60, kMostBracketTokens = 40;

/// The token after the sentence whose text begins at `begin` (in `p`); `p.last` where it is the paragraph's last.
size_t sentence_end(const Paragraph& p, size_t begin);

}  // namespace isnad
