// Files or a database to records.
#include "app/record_source.h"

#include "app/part_progress.h"
#include "app/record_files.h"
#include "app/situation.h"
#include "input/stream.h"

namespace isnad {
namespace {

/// Both or neither of the two.
Status check_choice(const RecordSource& s, Neither neither) {
  if (!s.files.empty() && !s.database.empty())
    return Error{"", 0, "both FILE and --db: records come from files or from a database", "leave one of them out"};
  if (s.files.empty() && s.database.empty() && neither == Neither::wrong)
    return Error{"", 0, "no records to take: neither FILE nor --db is given",
                 "name files of records, - for standard input, or with --db the database that isnad ingest made"};
  return Done{};
}

}  // namespace

void add_record_source(CLI::App& c, RecordSource& s, Neither neither) {
  c.add_option("FILE", s.files,
               neither == Neither::wrong ? "files of records, as isnad read --format jsonl writes them; - is standard input"
                                         : "files of records, as isnad read --format jsonl writes them; - or none: standard input");
  auto* database = c.add_option("--db", s.database, "instead of FILE: the records of a database that isnad ingest made")->type_name("PATH");
  add_filter(c, s.filter, database);
}

std::optional<RecordInput> RecordInput::open(const RecordSource& source, Neither neither, Messages& messages, Exit& exit) {
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), exit = code, std::nullopt; };
  if (const Status s = check_choice(source, neither); !s) return fail(s.error(), Exit::usage);
  RecordInput in;
  if (source.database.empty()) {
    in.paths_ = source.files.empty() ? std::vector<std::string>{"-"} : source.files;
    const auto total = check_files(in.paths_);
    if (!total) return fail(total.error(), Exit::cannot_run);
    in.bytes_ = *total;
    return in;
  }
  auto filter = checked_filter(source.filter);
  if (!filter) return fail(filter.error(), Exit::usage);
  auto queries = store::Queries::open(source.database, fold_for_search);
  if (!queries) return fail(queries.error(), Exit::cannot_run);
  in.paths_ = {source.database};
  in.filter_ = std::move(*filter), in.queries_ = std::move(*queries);
  return in;
}

Status RecordInput::read(const std::string& what, Messages& messages, const std::function<bool(record::Record&&)>& take) {
  if (queries_) return ask(what, take);
  read_record_files(paths_, what, bytes_, messages, take);
  return Done{};
}

Status RecordInput::ask(const std::string& what, const std::function<bool(record::Record&&)>& take) {
  PartProgress progress(what);
  const Result<int64_t> all = progress.terminal() ? queries_->count(filter_) : 0;
  if (!all) return all.error();
  record::Parser parser;
  Status parsed = Done{};
  int64_t done = 0;
  const Status asked = queries_->events(filter_, store::Order::document, {}, [&](std::string_view line) {
    auto record = parser.parse(line);
    if (!record) return parsed = unreadable_record(paths_.front(), record.error()), false;
    if (*all > 0) progress.show(double(++done) / double(*all));
    return take(std::move(*record));
  });
  return parsed ? asked : parsed;
}

}  // namespace isnad
