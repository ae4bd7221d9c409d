// Events as plain values, as far as tables of events go: what the store's columns hold, without a detour through JSON.
#pragma once

#include <vector>

#include "record/record.h"
#include "report/view.h"

namespace isnad {

/// Appends for each event what record::parse makes of its line, but only: id, the document's day, event, mode, quad, score, status, aux,
/// salience, frame, confidence, date, actors, recipients, places and who says it; of entities and places text, id, names, codes and
/// coordinates. No spans. tests/coding_test.cpp compares the two.
void append_codings(const View& view, std::vector<record::Record>& out);

}  // namespace isnad
