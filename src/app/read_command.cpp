// isnad read: events of many documents, as a table, JSONL, or in a format of isnad export.
#include <fmt/format.h>

#include <optional>
#include <thread>

#include "app/commands.h"
#include "app/engine.h"
#include "app/exports.h"
#include "app/inputs.h"
#include "app/output.h"
#include "app/pipeline.h"
#include "app/progress.h"
#include "app/read_exports.h"
#include "app/terminal.h"
#include "report/cells.h"
#include "report/record.h"
#include "report/table.h"
#include "report/unknown.h"

namespace isnad {
namespace {

std::string format_of(const ReadOptions& o) {
  if (!o.format.empty()) return o.format;
  if (o.output.ends_with(".jsonl") || o.output.ends_with(".ndjson") || o.output.ends_with(".json")) return "jsonl";
  if (o.output.ends_with(".geojson")) return "geojson";
  return o.output.ends_with(".csv") ? "csv" : "table";
}

/// Formats that the readings themselves are written in; all others go through records.
bool is_own(const std::string& format) { return format == "table" || format == "jsonl"; }

std::function<Render()> renderer(const std::string& format, const TableLook& look) {
  if (format == "jsonl")
    return [] { return [points = CodePoints()](const View& v, std::string& out) mutable { append_records(v, points, out); }; };
  if (!is_own(format))
    return [] { return [points = CodePoints()](const View& v, std::string& out) mutable { append_items(v, points, out); }; };
  return [look] { return [look](const View& v, std::string& out) { append_table(v, look, out); }; };
}

std::string plural(uint64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

/// "12 events in 3 documents: 5 ASSAULT, 4 CONSULT, 3 REQUEST".
std::string summary(const Tally& tally) {
  std::string out = fmt::format("{} in {}", plural(tally.events, "event"), plural(tally.documents, "document"));
  const char* between = ": ";
  for (size_t i = 0; i < tally.of_type.size(); ++i) {
    if (tally.of_type[i] == 0) continue;
    out += fmt::format("{}{} {}", between, tally.of_type[i], kEventTypeNames[i]);
    between = ", ";
  }
  if (tally.silent > 0 && tally.events > 0) out += fmt::format("; {} without events", plural(tally.silent, "document"));
  return out;
}

unsigned threads_of(const ReadOptions& o) { return o.threads > 0 ? o.threads : std::thread::hardware_concurrency(); }

void tell_trouble(const Portion& portion, Messages& messages) {
  for (const auto& e : portion.errors) messages.error(e);
  for (const auto& w : portion.warnings) messages.warning(w);
}

/// Writes portions as they come, and tells of trouble in between.
class Writer {
 public:
  /// With an exporter portions hold items for it; else they are written as they are.
  Writer(Output& output, Messages& messages, uint64_t total, ExportWriter* exporter)
      : output_(output), messages_(messages), progress_(total), exporter_(exporter) {}

  bool take(const Portion& portion) {
    if (!portion.errors.empty() || !portion.warnings.empty() || output_.terminal()) progress_.clear();
    tell_trouble(portion, messages_);
    tally_.add(portion.tally);
    if (exporter_ != nullptr ? !take_items(portion.text, *exporter_) : !write(portion.text)) return false;
    progress_.show(tally_, portion.bytes);
    return !output_.closed();
  }

  bool write(std::string_view text) {
    Status s = output_.write(text);
    if (s && output_.terminal()) s = output_.flush();
    if (!s) failure_ = s.error();
    return s.ok();
  }

  void finish() {
    progress_.clear();
    if (exporter_ != nullptr) {
      exporter_->finish();
      failure_ = exporter_->failure();
    } else if (!failure_) {
      if (const Status s = output_.finish(); !s) failure_ = s.error();
    }
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 private:
  Output& output_;
  Messages& messages_;
  Progress progress_;
  ExportWriter* exporter_;
  Tally tally_;
  std::optional<Error> failure_;
};

TableLook look_of(const ReadOptions& o, const Output& output) {
  const bool terminal = output.terminal();
  return {terminal_width(terminal), o.names == "ar" ? Names::arabic : Names::english, wants_color(o.color, terminal), terminal};
}

Exit read_all(const ReadOptions& options, const InputFiles& files, const Lexicon& lexicon, const InputOptions& inputs, Output& output,
              Messages& messages) {
  const std::string format = format_of(options);
  DocumentStream stream(files.paths, inputs);
  std::optional<ExportWriter> exporter;
  if (!is_own(format)) exporter.emplace(*export_format(format), *export_kinds(*export_format(format), options.records), output);
  Writer writer(output, messages, files.bytes, exporter ? &*exporter : nullptr);
  run_pipeline(lexicon, stream, threads_of(options), renderer(format, look_of(options, output)),
               [&](const Portion& p) { return writer.take(p); });
  if (format == "table" && !writer.failure())
    for (const auto& line : wrap_cell(summary(writer.tally()), terminal_width(output.terminal()))) writer.write(line + "\n");
  writer.finish();
  messages.finish();
  if (writer.failure()) return messages.error(*writer.failure()), Exit::cannot_run;
  if (exporter) messages.note(exporter->summary());
  return exit_of(messages);
}

/// Before anything is read: is the format one, and do the kinds of records fit it?
Status check_format(const ReadOptions& options) {
  const std::string format = format_of(options);
  if (is_own(format)) {
    if (options.records.empty()) return Done{};
    return Error{"", 0, "--records: " + format + " has all records", "it is for the formats of isnad export"};
  }
  const auto known = export_format(format, {"table", "jsonl"});
  if (!known) return known.error();
  const auto kinds = export_kinds(*known, options.records);
  return kinds ? Status(Done{}) : kinds.error();
}

constexpr size_t kMostUnknown = 1000;

/// Names that the lexicon lacks, counted over all documents.
Exit list_unknown(const ReadOptions& options, const InputFiles& files, const Lexicon& lexicon, const InputOptions& inputs, Output& output,
                  Messages& messages) {
  DocumentStream stream(files.paths, inputs);
  UnknownNames names;
  run_pipeline(
      lexicon, stream, threads_of(options), [] { return append_unknown; },
      [&](const Portion& p) {
        tell_trouble(p, messages);
        return names.add(p.text), true;
      });
  Status written = output.write(names.text(kMostUnknown));
  if (written) written = output.finish();
  messages.finish();
  if (!written) return messages.error(written.error()), Exit::cannot_run;
  return exit_of(messages);
}

}  // namespace

Exit run_read(const ReadOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  const auto inputs = input_options(options.date, options.source, options.input);
  if (!inputs) return fail(inputs.error(), Exit::usage);
  if (const Status s = check_format(options); !s) return fail(s.error(), Exit::usage);
  const auto files = input_files(options.files);
  if (!files) return fail(files.error(), Exit::cannot_run);
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return fail(lexicon.error(), Exit::cannot_run);
  auto output = Output::open(options.output, files->paths);
  if (!output) return fail(output.error(), Exit::cannot_run);
  if (options.unknown) return list_unknown(options, *files, *lexicon, *inputs, *output, messages);
  return read_all(options, *files, *lexicon, *inputs, *output, messages);
}

}  // namespace isnad
