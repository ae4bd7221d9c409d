// Options that concern the input.
#include "app/inputs.h"

#include <algorithm>

#include "app/files.h"
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

Result<InputFiles> input_files(const std::vector<std::string>& paths) {
  auto files = expand_paths(paths);
  if (!files) return files.error();
  if (files->empty() && !paths.empty()) return Error{paths.front(), 0, "has no files", "name files, or a folder that has some"};
  const auto bytes = check_files(*files);
  if (!bytes) return bytes.error();
  return InputFiles{std::move(*files), *bytes};
}

Exit exit_of(const Messages& messages) { return messages.errors() > 0 ? Exit::bad_input : Exit::fine; }

}  // namespace isnad
