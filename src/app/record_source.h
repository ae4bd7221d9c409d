// Where a command takes its records from: files, standard input or a database.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/filter_options.h"
#include "app/messages.h"
#include "record/record.h"

namespace isnad {

/// As the command line has it: files, or a database and which of its records.
struct RecordSource {
  std::vector<std::string> files;
  std::string database;
  FilterOptions filter;
};

/// What no FILE and no --db means.
enum class Neither : uint8_t { standard_input, wrong };

/// FILE, --db and the filter; after the command's own options, so that those of the filter give way to them. No option is required: what
/// is missing is told by RecordInput::open.
void add_record_source(CLI::App& command, RecordSource& source, Neither neither);

/// Records on their way in. One thread.
class RecordInput {
 public:
  /// Nothing, with messages and the exit code: both or neither of FILE and --db, a filter that is none, files or a database that can't be
  /// read.
  static std::optional<RecordInput> open(const RecordSource& source, Neither neither, Messages& messages, Exit& exit);

  /// Calls `take` with each record until it says false, with progress as `what`: files in their order (see read_record_files), a database
  /// in the order of its documents. One record is held. Errors: of a database; what is wrong with files goes to `messages`.
  Status read(const std::string& what, Messages& messages, const std::function<bool(record::Record&&)>& take);

  /// The files that are read, which no output may overwrite.
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

 private:
  Status ask(const std::string& what, const std::function<bool(record::Record&&)>& take);

  std::vector<std::string> paths_;  // of files; or of the database
  uint64_t bytes_ = 0;              // of files; 0: not known
  store::Filter filter_;
  std::unique_ptr<store::Queries> queries_;  // of the database
};

}  // namespace isnad
