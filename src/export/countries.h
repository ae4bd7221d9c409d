// What is a country called and numbered elsewhere?
#pragma once

#include <string_view>

namespace isnad::exports {

struct Country {
  std::string_view iso3;    ///< ISO 3166-1 alpha-3, XKX for Kosovo
  std::string_view name;    ///< English
  int iso_number = 0;       ///< ISO 3166-1 numeric; 0: none
  std::string_view fips;    ///< FIPS 10-4, two letters
  int cow = 0;              ///< Correlates of War; 0: no member of that system
  std::string_view region;  ///< of ACLED
};

/// The country of an ISO alpha-3 code; null for other codes (UNO, IGO) and none. Static storage.
const Country* country(std::string_view iso3);

/// Its English name; the code itself where it is no country's.
std::string_view country_name(std::string_view code);

}  // namespace isnad::exports
