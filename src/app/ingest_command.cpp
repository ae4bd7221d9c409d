// isnad ingest: documents and their records into a database.
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <optional>
#include <thread>

#include "app/engine.h"
#include "app/files.h"
#include "app/folder_watch.h"
#include "app/inputs.h"
#include "app/ordered.h"
#include "app/progress.h"
#include "app/situation.h"
#include "app/situation_commands.h"

namespace isnad {
namespace {

/// Documents in a row on their way into the database.
struct Batch {
  Intake in;
  std::vector<store::Packed> ready;
  uint64_t known = 0;            // that were there already
  uint64_t passed = 0;           // not Arabic, and not kept for that
  std::optional<Error> failure;  // nothing of the batch is ready
};

/// What became of the documents.
struct Counts {
  std::array<uint64_t, size_t(store::Outcome::count_)> of{};
  uint64_t silent = 0, records = 0;  // silent: not Arabic; both of new and replaced ones
  uint64_t passed = 0;               // not Arabic, and not kept for that

  [[nodiscard]] uint64_t operator[](store::Outcome o) const { return of[size_t(o)]; }
  [[nodiscard]] uint64_t all() const { return of[0] + of[1] + of[2] + passed; }
};

/// Makes the batch's documents ready, but for those that the database has.
class Work {
 public:
  Work(const Lexicon& lexicon, const IngestOptions& o)
      : arabic_only_(o.arabic_only), preparer_(lexicon), reader_(store::Reader::open(o.database)) {}

  void operator()(Batch& batch) {
    if (const Status s = prepare(batch); !s) batch.failure = s.error();
    batch.in.documents.clear();
  }

 private:
  Status prepare(Batch& batch) {
    if (!reader_) return reader_.error();
    auto& documents = batch.in.documents;
    std::vector<store::StoredDocument> facts;
    std::vector<std::string> hashes;
    for (size_t i = 0; i < documents.size(); ++i) {
      facts.push_back(Preparer::facts_of(documents[i], std::move(batch.in.uris[i])));
      hashes.push_back(store::content_hash(facts.back()));
    }
    const auto known = (*reader_)->has(hashes);
    if (!known) return known.error();
    for (size_t i = 0; i < documents.size(); ++i)
      (*known)[i] ? void(++batch.known) : read(documents[i], std::move(facts[i]), std::move(hashes[i]), batch);
    return Done{};
  }

  void read(const Document& document, store::StoredDocument facts, std::string hash, Batch& batch) {
    preparer_.read(document, facts.arabic, records_);
    if (arabic_only_ && !facts.arabic) return void(++batch.passed);
    batch.ready.push_back(packer_.pack(std::move(facts), std::move(hash), records_, fold_for_search));
  }

  bool arabic_only_;
  Preparer preparer_;
  store::Packer packer_;
  store::StoredRecords records_;  // of the document that is being read
  Result<std::unique_ptr<store::Reader>> reader_;
};

constexpr size_t kTransaction = size_t{4} << 20;     // of text: fewer transactions are faster, by far
constexpr auto kPatience = std::chrono::seconds(1);  // but what was read shall be safe soon

/// Puts batches into the database, some in one transaction, and tells of trouble in between.
class Keeper {
  using Clock = std::chrono::steady_clock;

 public:
  Keeper(store::Writer& writer, Messages& messages, uint64_t total) : writer_(writer), messages_(messages), progress_(total) {}

  bool take(const Batch& batch) {
    if (!batch.in.errors.empty() || !batch.in.warnings.empty()) progress_.clear();
    for (const auto& e : batch.in.errors) messages_.error(e);
    for (const auto& w : batch.in.warnings) messages_.warning(w);
    if (batch.failure)
      failure_ = batch.failure;
    else if (const Status s = put(batch); !s)
      failure_ = s.error();
    Tally tally;
    tally.documents = pending_.all(), tally.events = pending_.records;
    progress_.show(tally, batch.in.bytes);
    return !failure_;
  }

  /// Commits what is left, or takes back what an error interrupted.
  void finish() {
    progress_.clear();
    if (!failure_)
      if (const Status s = commit(); !s) failure_ = s.error();
    if (failure_) writer_.rollback();
  }
  [[nodiscard]] const Counts& counts() const { return counts_; }
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 private:
  Status put(const Batch& batch) {
    pending_.of[size_t(store::Outcome::same)] += batch.known;
    pending_.passed += batch.passed;
    Status s = open_ || batch.ready.empty() ? Status(Done{}) : begin();
    if (s) s = put(batch.ready);
    if (!s) return s;
    const bool full = open_ && (size_ >= kTransaction || Clock::now() - begun_ > kPatience);
    return full ? commit() : s;
  }

  Status begin() {
    open_ = true, size_ = 0, begun_ = Clock::now();
    return writer_.begin();
  }

  Status commit() {
    if (open_)
      if (const Status s = writer_.commit(); !s) return s;
    open_ = false;
    counts_ = pending_;
    return Done{};
  }

  Status put(const std::vector<store::Packed>& documents) {
    const auto done = writer_.add(documents);
    if (!done) return done.error();
    for (size_t i = 0; i < documents.size(); ++i) count(documents[i], (*done)[i]);
    return Done{};
  }

  void count(const store::Packed& p, store::Outcome outcome) {
    ++pending_.of[size_t(outcome)];
    size_ += p.bytes;
    if (outcome == store::Outcome::same) return;
    pending_.silent += !p.document.arabic;
    pending_.records += p.rows.records.size();
  }

  store::Writer& writer_;
  Messages& messages_;
  Progress progress_;
  Counts counts_, pending_;  // committed; with what is in the open transaction
  bool open_ = false;
  size_t size_ = 0;  // bytes of text in the open transaction
  Clock::time_point begun_;
  std::optional<Error> failure_;
};

std::string plural(uint64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

/// "situation.db: 12 documents: 10 new, 1 replaced, 1 same; 2 not Arabic, kept without records; 37 records added".
std::string summary(const std::string& database, const Counts& n, size_t bad) {
  std::string out = fmt::format("{}: {}: {} new, {} replaced, {} same", database, plural(n.all(), "document"), n[store::Outcome::added],
                                n[store::Outcome::replaced], n[store::Outcome::same]);
  if (n.silent > 0) out += fmt::format("; {} not Arabic, kept without records", n.silent);
  if (n.passed > 0) out += fmt::format("; {} not Arabic, left out", n.passed);
  out += fmt::format("; {} added", plural(n.records, "record"));
  if (bad > 0) out += fmt::format("; {} bad and left out", bad);
  return out + "\n";
}

/// What stays the same over the files of a run.
struct Run {
  const IngestOptions& options;
  const InputOptions& inputs;
  const Lexicon& lexicon;
  store::Writer& writer;
  Messages& messages;
};

/// Reads the files in and says what became of them.
Exit ingest(const Run& run, const std::vector<std::string>& files, uint64_t total) {
  const size_t bad = run.messages.errors();
  DocumentStream stream(files, run.inputs);
  Keeper keeper(run.writer, run.messages, total);
  const auto make_work = [&] { return [work = std::make_shared<Work>(run.lexicon, run.options)](Batch& b) { (*work)(b); }; };
  Ordered<Batch>{[&](Batch& b) { return take_in(stream, b.in); }, make_work, [&](Batch& b) { return keeper.take(b); }}.run(
      run.options.threads > 0 ? run.options.threads : std::thread::hardware_concurrency());
  keeper.finish();
  fmt::print("{}", printable(summary(run.options.database, keeper.counts(), run.messages.errors() - bad)));
  std::fflush(stdout);
  if (keeper.failure()) return run.messages.error(*keeper.failure()), Exit::cannot_run;
  return exit_of(run.messages);
}

/// The files of the folder, and then what comes into it. Returns only when nothing more can be done.
Exit watch(const Run& run) {
  auto watched = FolderWatch::open(run.options.watch);
  if (!watched) return run.messages.error(watched.error()), Exit::cannot_run;
  for (auto files = expand_paths({run.options.watch});;) {
    if (!files) return run.messages.error(files.error()), Exit::cannot_run;
    if (!files->empty())
      if (const Exit exit = ingest(run, *files, 0); exit == Exit::cannot_run) return exit;
    files = watched->wait();
  }
}

}  // namespace

Exit run_ingest(const IngestOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  const auto inputs = input_options(options.date, options.source, options.input);
  if (!inputs) return fail(inputs.error(), Exit::usage);
  const auto files = input_files(options.paths);  // none with --watch
  if (!files) return fail(files.error(), Exit::cannot_run);
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return fail(lexicon.error(), Exit::cannot_run);
  const auto writer = store::Writer::open(options.database, engine_facts(*lexicon), fold_for_search);
  if (!writer) return fail(writer.error(), Exit::cannot_run);
  const Run run{options, *inputs, *lexicon, **writer, messages};
  const Exit exit = options.watch.empty() ? ingest(run, files->paths, files->bytes) : watch(run);
  messages.finish();
  return exit;
}

}  // namespace isnad
