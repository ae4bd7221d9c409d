// The subcommands on a database of documents and records, and what they are told.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/messages.h"

namespace isnad {

struct IngestOptions {
  std::vector<std::string> paths;
  std::string database, date, source, input = "auto", image;
  unsigned threads = 0;  // 0: one for each processor
};
Exit run_ingest(const IngestOptions& options);

/// What all of them are told.
struct SituationCommands {
  IngestOptions ingest;
};
void add_situation(CLI::App& app, SituationCommands& o);
/// Runs the subcommand that was given; false: it is none of these.
bool run_situation(const CLI::App& app, const SituationCommands& o, Exit& exit);

}  // namespace isnad
