// What the subcommands that merge records have in common: read, make a text of it, write.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/messages.h"
#include "app/record_source.h"
#include "record/record.h"
#include "story/story.h"

namespace isnad {

/// Reads the records of `source`, merges them, and writes what `answer` makes of them. `format` empty: a table on a terminal, else JSONL.
Exit run_on_situation(
    const RecordSource& source, const std::string& format, const std::string& output,
    const std::function<Result<std::string>(const std::vector<record::Record>&, const story::Situation&, bool table)>& answer);

}  // namespace isnad
