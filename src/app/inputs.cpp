// Options that concern the input.
#include "app/inputs.h"

#include <algorithm>

#include "input/day.h"

namespace isnad {

Result<InputOptions> input_options(const std::string& date, const std::string& source, const std::string& input) {
  InputOptions out;
  const auto at = std::find(kInputFormatNames.begin(), kInputFormatNames.end(), input);
  out.format = at == kInputFormatNames.end() ? InputFormat::automatic : static_cast<InputFormat>(at - kInputFormatNames.begin());
  out.source = source;
  out.date = parse_day(date);
  if (!date.empty() && out.date.empty()) return Error{"", 0, "--date: '" + date + "' is no day", "write YYYY-MM-DD, as in 2020-04-05"};
  return out;
}

Exit exit_of(const Messages& messages) { return messages.errors() > 0 ? Exit::bad_input : Exit::fine; }

}  // namespace isnad
