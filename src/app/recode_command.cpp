// isnad recode and isnad diff: stored documents read again, and what that changes.
#include <fmt/format.h>

#include <map>
#include <optional>
#include <thread>

#include "app/engine.h"
#include "app/inputs.h"
#include "app/ordered.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/situation.h"
#include "app/situation_commands.h"
#include "base/json.h"
#include "record/compare.h"

namespace isnad {
namespace {

constexpr size_t kBatchDocuments = 64;
constexpr size_t kTransaction = 2000;  // documents

struct Batch {
  std::vector<store::DocumentRow> rows;
  std::vector<store::StoredRecords> fresh;  // of each row
  std::vector<char> arabic;
  std::optional<Error> failure;
};

/// What became of records.
struct Counts {
  uint64_t documents = 0, added = 0, removed = 0, changed = 0;
  std::map<std::string, uint64_t> fields;  // that changed
};

/// Documents of the database in their order, but for those that `engine` has read.
class Rows {
 public:
  Rows(store::Reader& reader, store::EngineFacts engine, bool all) : reader_(reader), engine_(std::move(engine)), all_(all) {}

  bool feed(Batch& batch) {
    while (!batch.failure && batch.rows.size() < kBatchDocuments) {
      store::DocumentRow row;
      const auto more = reader_.next_document(after_, row);
      if (!more) batch.failure = more.error();
      if (!more || !*more) break;
      after_ = row.id;
      if (all_ || row.engine != engine_) batch.rows.push_back(std::move(row));
    }
    return !batch.rows.empty() || batch.failure;
  }

 private:
  store::Reader& reader_;
  store::EngineFacts engine_;
  bool all_;
  int64_t after_ = 0;
};

Document document_of(const store::StoredDocument& d) {
  Document out(d.text);
  out.id = d.id, out.date = d.day, out.source = d.source, out.url = d.url, out.title = d.title, out.language = d.language;
  return out;
}

void read_again(Preparer& preparer, Batch& batch) {
  for (const auto& row : batch.rows) {
    bool arabic = false;
    preparer.read(document_of(row.document), arabic, batch.fresh.emplace_back());
    batch.arabic.push_back(arabic);
  }
}

/// A record's line with what tells it from others.
struct Line {
  std::string_view text;
  std::string id, event;
  int64_t trigger = -1;  // where it begins
};

std::vector<Line> lines_of(std::string_view lines, record::Parser& parser) {
  std::vector<Line> out;
  while (!lines.empty()) {
    const std::string_view text = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(text.size() + 1, lines.size()));
    if (auto r = parser.parse(text)) out.push_back({text, r->id, r->event, r->trigger_span.begin});
  }
  return out;
}

/// One difference between two readings of a document: both lines, or one of them.
struct Difference {
  const Line* before = nullptr;
  const Line* after = nullptr;
  std::vector<record::Change> fields;
};

/// Records are the same event by their id; else, where the frame changed, by where their trigger begins.
std::vector<Difference> differences(const std::vector<Line>& before, const std::vector<Line>& after) {
  std::vector<Difference> out;
  std::vector<char> met(before.size(), 0);
  std::vector<const Line*> partners(after.size(), nullptr);
  const auto pair_by = [&](auto same) {
    for (size_t i = 0; i < after.size(); ++i)
      for (size_t j = 0; !partners[i] && j < before.size(); ++j)
        if (!met[j] && same(before[j], after[i])) partners[i] = &before[j], met[j] = 1;
  };
  pair_by([](const Line& a, const Line& b) { return a.id == b.id; });
  pair_by([](const Line& a, const Line& b) { return a.trigger >= 0 && a.trigger == b.trigger; });
  for (size_t i = 0; i < after.size(); ++i) {
    Difference d{partners[i], &after[i], {}};
    if (d.before && d.before->text == d.after->text) continue;
    if (d.before) d.fields = record::changes(d.before->text, d.after->text);
    out.push_back(std::move(d));
  }
  for (size_t j = 0; j < before.size(); ++j)
    if (!met[j]) out.push_back({&before[j], nullptr, {}});
  return out;
}

void count(const std::vector<Difference>& all, Counts& counts) {
  for (const Difference& d : all) {
    counts.added += !d.before, counts.removed += !d.after, counts.changed += d.before && d.after;
    for (const auto& f : d.fields) ++counts.fields[f.field];
  }
}

std::string_view or_nothing(const std::string& json) { return json.empty() ? std::string_view("nothing") : json; }

void append_text(const std::string& document, const Difference& d, std::string& out) {
  const Line& line = d.after ? *d.after : *d.before;
  const std::string head = fmt::format("{} {} {}", document, line.id.substr(0, 6), line.event);
  if (!d.before || !d.after) out += fmt::format("{}: {}\n", head, d.after ? "added" : "removed");
  for (const auto& f : d.fields) {
    out += fmt::format("{}: {}: {} -> {}", head, f.field, or_nothing(f.before), or_nothing(f.after));
    if (f.rules_before != f.rules_after) out += fmt::format(" ({} -> {})", or_nothing(f.rules_before), or_nothing(f.rules_after));
    out += '\n';
  }
}

void append_jsonl(const std::string& document, const Difference& d, std::string& out) {
  Json json(out);
  json.open_object().member("document", document).member("change", !d.before ? "added" : !d.after ? "removed" : "changed");
  if (!d.fields.empty()) {
    json.key("fields").open_array();
    for (const auto& f : d.fields) {
      json.open_object().member("field", f.field);
      if (!f.before.empty()) json.key("before").raw(f.before);
      if (!f.after.empty()) json.key("after").raw(f.after);
      json.member("rules_before", f.rules_before).member("rules_after", f.rules_after).close_object();
    }
    json.close_array();
  }
  if (d.before) json.key("before").raw(d.before->text);
  if (d.after) json.key("after").raw(d.after->text);
  json.close_object();
  out += '\n';
}

std::string plural(uint64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

/// "12 documents read again: 3 records added, 1 removed, 5 changed (status 4, actor 2)".
std::string summary(const Counts& n) {
  std::string out = fmt::format("{} read again: {} added, {} removed, {} changed", plural(n.documents, "document"),
                                plural(n.added, "record"), n.removed, n.changed);
  const char* between = " (";
  for (const auto& [field, times] : n.fields) out += fmt::format("{}{} {}", std::exchange(between, ", "), field, times);
  return out + (n.fields.empty() ? "\n" : ")\n");
}

/// Runs over the documents; `take` sees each with its fresh records and what differs, in their order.
using Take = std::function<Status(const store::DocumentRow&, const store::StoredRecords&, bool arabic, const std::vector<Difference>&)>;

Status run_over(const RecodeOptions& options, const Lexicon& lexicon, Counts& counts, const Take& take) {
  auto reader = store::Reader::open(options.database);
  if (!reader) return reader.error();
  Rows rows(**reader, engine_facts(lexicon), options.all);
  record::Parser parser;
  Status status = Done{};
  const auto handle = [&](const Batch& batch) {
    if (batch.failure) status = *batch.failure;
    for (size_t i = 0; i < batch.rows.size() && status; ++i) {
      const auto before = lines_of(batch.rows[i].lines, parser), after = lines_of(batch.fresh[i].lines, parser);
      const auto all = differences(before, after);
      ++counts.documents;
      count(all, counts);
      status = take(batch.rows[i], batch.fresh[i], batch.arabic[i] != 0, all);
    }
    return status.ok();
  };
  const auto make_work = [&] { return [preparer = std::make_shared<Preparer>(lexicon)](Batch& b) { read_again(*preparer, b); }; };
  Ordered<Batch>{[&](Batch& b) { return rows.feed(b); }, make_work, handle}.run(options.threads > 0 ? options.threads
                                                                                                    : std::thread::hardware_concurrency());
  return status;
}

/// Writes fresh records, some documents in one transaction.
class Recoder {
 public:
  explicit Recoder(store::Writer& writer) : writer_(writer) {}

  Status take(const store::DocumentRow& row, const store::StoredRecords& fresh, bool arabic, bool same) {
    Status s = open_ == 0 ? writer_.begin() : Status(Done{});
    if (!s) return s;
    ++open_;
    s = same ? writer_.confirm(row.id) : writer_.recode(row.id, arabic, fresh.records, packer_.compress(fresh.lines));
    return s && open_ >= kTransaction ? commit() : s;
  }

  Status commit() {
    if (open_ == 0) return Done{};
    open_ = 0;
    return writer_.commit();
  }

 private:
  store::Writer& writer_;
  store::Packer packer_;
  size_t open_ = 0;
};

}  // namespace

Exit run_recode(const RecodeOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e) { return messages.error(e), Exit::cannot_run; };
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return fail(lexicon.error());
  if (const auto there = store::Reader::open(options.database); !there) return fail(there.error());
  const auto writer = store::Writer::open(options.database, engine_facts(*lexicon), fold_for_search);
  if (!writer) return fail(writer.error());
  Recoder recoder(**writer);
  Progress progress(0);
  Counts counts;
  const auto take = [&](const store::DocumentRow& row, const store::StoredRecords& fresh, bool arabic, const std::vector<Difference>& all) {
    Tally tally;
    tally.documents = counts.documents, tally.events = counts.added + counts.removed + counts.changed;
    progress.show(tally, 0);
    return recoder.take(row, fresh, arabic, all.empty() && arabic == row.document.arabic);
  };
  Status s = run_over(options, *lexicon, counts, take);
  if (s) s = recoder.commit();
  progress.clear();
  if (!s) return (*writer)->rollback(), fail(s.error());
  fmt::print("{}: {}", printable(options.database), summary(counts));
  return Exit::fine;
}

Exit run_diff(const RecodeOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e) { return messages.error(e), Exit::cannot_run; };
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return fail(lexicon.error());
  auto output = Output::open(options.output, {options.database});
  if (!output) return fail(output.error());
  Counts counts;
  std::string text;
  const auto take = [&](const store::DocumentRow& row, const store::StoredRecords&, bool, const std::vector<Difference>& all) -> Status {
    text.clear();
    for (const Difference& d : all)
      options.format == "jsonl" ? append_jsonl(row.document.id, d, text) : append_text(row.document.id, d, text);
    return output->write(options.format == "jsonl" || !output->terminal() ? text : printable(text));
  };
  Status s = run_over(options, *lexicon, counts, take);
  if (s && options.format != "jsonl") s = output->write(summary(counts));
  if (s) s = output->finish();
  return s ? Exit::fine : fail(s.error());
}

}  // namespace isnad
