// The last step of every format: fields as they are kept, and rows that are no event between two parties.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "import/import.h"

namespace isnad {

/// Without blanks and line ends around it.
std::string_view trim(std::string_view text);

/// Repairs what is no UTF-8 and trims all fields; of the parties keeps the first of "A; B" and empties what stands for nobody (None, NULL,
/// ---). Applied twice it changes nothing, so that what is written reads back as it is. Gives why this is no event between two parties;
/// empty: it is one.
std::string_view normalise(Coded& event);

/// Counts a row that is left out.
void leave_out(std::map<std::string, LeftOut>& where, std::string_view why, int line);

}  // namespace isnad
