// The text of an error, the same wherever it is shown.
#include "base/result.h"

#include <fmt/format.h>

namespace isnad {

std::string Error::message() const {
  std::string out;
  if (!file.empty()) out = line > 0 ? fmt::format("{}:{}: ", file, line) : fmt::format("{}: ", file);
  out += what;
  if (!remedy.empty()) out += fmt::format(" ({})", remedy);
  return out;
}

}  // namespace isnad
