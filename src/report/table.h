// Events for people: who, did what, to whom, where, when, on whose word, status.
#pragma once

#include <cstddef>
#include <string>

#include "report/words.h"

namespace isnad {

struct TableLook {
  size_t width = 100;  // columns of the terminal; where it is narrow columns are joined, where it is very narrow each event becomes a list
  Names names = Names::english;
  bool color = false;     // by quad class
  bool isolates = false;  // right-to-left words between FSI and PDI, for terminals
};

/// Appends the document's head and a row for each of its events; nothing for a document without events.
void append_table(const View& view, const TableLook& look, std::string& out);

}  // namespace isnad
