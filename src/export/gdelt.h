// What the two tables of GDELT have in common.
#pragma once

#include <string>

#include "record/record.h"

namespace isnad::exports {

/// GDELT's EventCode: three or four digits; a root gets a 0. Empty: the record has no CAMEO code that is known.
std::string gdelt_code(const record::Record& record);

/// "20200405000000"; empty where the document has no date.
std::string gdelt_stamp(const record::Record& record);

/// The address of the document, else its id.
const std::string& gdelt_identifier(const record::Record& record);

}  // namespace isnad::exports
