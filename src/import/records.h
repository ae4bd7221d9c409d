// Isnad's own records (JSONL, docs/record.md) as events between parties.
#pragma once

#include "import/import.h"

namespace isnad {

/// Adds the events of `bytes` to `out`. Only what occurred or goes on counts: plans, threats and denials are skipped, and named as such.
void import_records(std::string_view bytes, Parties parties, Imported& out);

}  // namespace isnad
