// The subcommands on a database of documents and records, and what they are told.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/filter_options.h"
#include "app/messages.h"

namespace isnad {

struct IngestOptions {
  std::vector<std::string> paths;
  std::string database, date, source, input = "auto", image, watch;
  unsigned threads = 0;      // 0: one for each processor
  bool arabic_only = false;  // what is not Arabic is counted, not kept
};
Exit run_ingest(const IngestOptions& options);

struct RecodeOptions {
  std::string database, image, format, output;  // the last two: of diff
  unsigned threads = 0;
  bool all = false;  // also documents that this program and knowledge have read
};
Exit run_recode(const RecodeOptions& options);
Exit run_diff(const RecodeOptions& options);

/// Which records of a database, and how they are shown.
struct QueryOptions {
  std::string database, format, output;
  FilterOptions filter;
  std::string sort = "day";    // events
  std::string step = "month";  // timeline
  std::string by = "country";  // dyads
  bool speakers = false;       // sources
  int64_t limit = -1;          // -1: 50 for tables, else all
  int64_t page = 1;
};
Exit run_events(const QueryOptions& options);
Exit run_timeline(const QueryOptions& options);
Exit run_dyads(const QueryOptions& options);
Exit run_sources(const QueryOptions& options);

/// What all of them are told.
struct SituationCommands {
  IngestOptions ingest;
  QueryOptions query;
  RecodeOptions recode;
};
void add_situation(CLI::App& app, SituationCommands& o);
/// Runs the subcommand that was given; false: it is none of these.
bool run_situation(const CLI::App& app, const SituationCommands& o, Exit& exit);

}  // namespace isnad
