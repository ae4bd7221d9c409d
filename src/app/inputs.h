// What the subcommands that read documents have in common.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/messages.h"
#include "base/result.h"
#include "input/stream.h"

namespace isnad {

/// The options for a DocumentStream; the date checked. Errors: no day.
Result<InputOptions> input_options(const std::string& date, const std::string& source, const std::string& input);

/// The files that a command is to read, and how many bytes they have; 0 if that can't be told (a pipe, standard input).
struct InputFiles {
  std::vector<std::string> paths;
  uint64_t bytes = 0;
};

/// What the paths of a command line mean (expand_paths), each of which can be opened. Errors: one can't, or a folder has no files.
Result<InputFiles> input_files(const std::vector<std::string>& paths);

/// Exit code at the end of a run in which all went well but, perhaps, for the input.
Exit exit_of(const Messages& messages);

}  // namespace isnad
