// What the subcommands that work on records read: files of `isnad read --format jsonl`.
#pragma once

#include <string>
#include <vector>

#include "app/messages.h"
#include "base/result.h"
#include "record/record.h"

namespace isnad {

/// All records of the files, in their order; "-" is standard input, as are no files at all. A line that holds no record is told to
/// `messages` and left out. Errors: a file that can't be read.
Result<std::vector<record::Record>> read_records(const std::vector<std::string>& files, Messages& messages);

}  // namespace isnad
