// Events as a flat CSV: one row an event, columns as in docs/record.md.
#pragma once

#include <string>
#include <string_view>

#include "report/offsets.h"
#include "report/view.h"

namespace isnad {

/// The header row, with its line end (RFC 4180: CR LF).
void append_csv_header(std::string& out);

/// A row for each event. `points` is scratch, reused over documents.
void append_csv(const View& view, CodePoints& points, std::string& out);

}  // namespace isnad
