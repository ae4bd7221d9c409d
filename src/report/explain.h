// Why a record says what it says: for each field its value, the words that support it, and the rule.
#pragma once

#include <string>
#include <string_view>

#include "report/table.h"

namespace isnad {

/// Appends an explanation of each event whose id starts with `prefix` (empty: all); says how many there were.
size_t append_explanations(const View& view, const TableLook& look, std::string_view prefix, std::string& out);

}  // namespace isnad
