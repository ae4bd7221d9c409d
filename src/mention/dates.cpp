#include "mention/steps.h"

namespace isnad {

int32_t document_day(const Document&) { return INT32_MIN; }

void find_dates(const Lexicon&, const Document&, const Text&, const Words&, Mentions&) {}

}  // namespace isnad
