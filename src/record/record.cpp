// What a record's fields say together.
#include "record/record.h"

#include <algorithm>

namespace isnad::record {

bool Record::has_aux(std::string_view name) const { return std::find(aux.begin(), aux.end(), name) != aux.end(); }

bool Record::happened() const {
  if (salience == "background" || (status != "occurred" && status != "ongoing")) return false;
  return !has_aux("negation") && !has_aux("hypothetical") && !has_aux("future");
}

}  // namespace isnad::record
