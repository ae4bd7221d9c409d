// Case of the letters of ASCII; all other bytes stay as they are, whatever the locale.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

/// A to Z for a to z.
std::string ascii_upper(std::string_view text);

/// a to z for A to Z.
std::string ascii_lower(std::string_view text);

}  // namespace isnad
