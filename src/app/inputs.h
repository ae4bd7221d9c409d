// What the subcommands that read documents have in common.
#pragma once

#include <string>
#include <vector>

#include "app/messages.h"
#include "base/result.h"
#include "input/stream.h"

namespace isnad {

/// The options for a DocumentStream; the date checked. Errors: no day.
Result<InputOptions> input_options(const std::string& date, const std::string& source, const std::string& input);

/// Exit code at the end of a run in which all went well but, perhaps, for the input.
Exit exit_of(const Messages& messages);

}  // namespace isnad
