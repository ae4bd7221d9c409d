// Event records as JSON: the public contract, docs/record.md.
#pragma once

#include <string>

#include "report/offsets.h"
#include "report/view.h"

namespace isnad {

/// Appends one JSON object a line for each event of the reading, in their order. `points` is scratch, reused over documents.
void append_records(const View& view, CodePoints& points, std::string& out);

/// Appends one record, without a line end. `points` holds the document's text.
void append_record(const View& view, const CodePoints& points, const Event& event, std::string& out);

}  // namespace isnad
