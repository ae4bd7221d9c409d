// What does a CAMEO code mean, and how cooperative is it?
#pragma once

#include <string_view>

namespace isnad::exports {

struct CameoCode {
  std::string_view code;  ///< three or four digits
  double goldstein = 0;   ///< -10 (conflict) to 10 (cooperation)
  std::string_view title;
};

/// The entry of a code; of a root of two digits that of its general code ("04": 040); of an unknown longer code that of the nearest shorter
/// one. Null where there is none. Static storage.
const CameoCode* cameo_code(std::string_view code);

}  // namespace isnad::exports
