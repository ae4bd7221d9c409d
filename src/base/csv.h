// Cells of CSV files (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace isnad {

/// A cell: between quotes, inner ones doubled, where it holds a comma, a quote, or a line break.
void append_csv_cell(std::string& out, std::string_view text);

}  // namespace isnad
