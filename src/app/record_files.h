// Files of records, line by line.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/messages.h"
#include "record/record.h"

namespace isnad {

/// Calls `take` with each record of the files, in their order, until it says false; "-" is standard input. Shows progress as `what`, if
/// `total` bytes are known (else 0). A bad line is told, with its place, and the next one read; a file that starts with no record is told
/// once. Memory follows the longest line.
void read_record_files(const std::vector<std::string>& files, const std::string& what, uint64_t total, Messages& messages,
                       const std::function<bool(record::Record&&)>& take);

}  // namespace isnad
