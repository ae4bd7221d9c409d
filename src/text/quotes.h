// Quotation marks: which open and which close?
#pragma once

#include <vector>

#include "text/text.h"

namespace isnad {

/// Sets quote_open or quote_close on the quotation marks among the tokens of `out` from `first` on, one paragraph. Spaces tell; where they
/// do not, straight marks alternate and others go by their class. A straight apostrophe that quotes nothing stays punctuation.
void settle_quotes(size_t first, Text& out);

}  // namespace isnad
