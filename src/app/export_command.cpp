// isnad export: records in the formats of the field.
#include <functional>

#include "app/commands.h"
#include "app/exports.h"
#include "app/inputs.h"
#include "app/part_progress.h"
#include "input/blocks.h"

namespace isnad {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// Reads lines of one file into the exporter.
class FileExport {
 public:
  FileExport(const std::string& file, ExportWriter& writer, Messages& messages)
      : file_(file), shown_(file == "-" ? "(standard input)" : file), writer_(writer), messages_(messages) {}

  /// `after_line` hears how many bytes are done. False: the output can't be written, or nobody reads it.
  bool run(const std::function<void(uint64_t)>& after_line) {
    auto reader = BlockReader::open(file_);
    if (!reader) return messages_.error(reader.error()), true;
    std::string_view line;
    for (int number = 1;; ++number) {
      const auto state = reader->line(line);
      if (!state) return messages_.error(state.error()), true;
      if (*state == BlockReader::Line::end) return true;
      if (*state == BlockReader::Line::too_long)
        tell({"", 0, "the line is longer than 256 MiB", "no record is so long: is it the right file?"}, number);
      else if (number == 1 && is_something_else(line))
        return true;
      else if (!take(line, number))
        return false;
      after_line(reader->taken());
    }
  }

 private:
  /// A first line that starts no object: told once, not for every line of the file.
  bool is_something_else(std::string_view line) {
    if (line.starts_with(kBom)) line.remove_prefix(kBom.size());
    const size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '{') return false;
    tell({"", 0, "is no file of records", "make one: isnad read REPORT --format jsonl"}, 1);
    return true;
  }

  bool take(std::string_view line, int number) {
    if (number == 1 && line.starts_with(kBom)) line.remove_prefix(kBom.size());
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return true;
    const auto record = record::parse(line);
    if (!record) return tell(record.error(), number), true;
    return writer_.take({*record, {}});
  }

  void tell(Error e, int number) {
    e.file = shown_, e.line = number;
    messages_.error(e);
  }

  const std::string& file_;
  std::string shown_;
  ExportWriter& writer_;
  Messages& messages_;
};

/// All files in order, with progress; `total` bytes, 0 if unknown.
void export_files(const std::vector<std::string>& files, uint64_t total, ExportWriter& writer, Messages& messages) {
  PartProgress progress("exporting");
  uint64_t done = 0, here = 0;
  const auto tell = [&](uint64_t bytes) {
    here = bytes;
    if (total > 0) progress.show(double(done + bytes) / double(total));
  };
  for (const std::string& file : files) {
    if (!FileExport(file, writer, messages).run(tell)) return;
    done += here, here = 0;
  }
}

}  // namespace

Exit run_export(const ExportOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  const auto format = export_format(options.format);
  if (!format) return fail(format.error(), Exit::usage);
  const auto kinds = export_kinds(*format, options.records);
  if (!kinds) return fail(kinds.error(), Exit::usage);
  const auto total = check_files(options.files);
  if (!total) return fail(total.error(), Exit::cannot_run);
  auto output = Output::open(options.output);
  if (!output) return fail(output.error(), Exit::cannot_run);
  ExportWriter writer(*format, *kinds, *output);
  export_files(options.files, *total, writer, messages);
  writer.finish();
  messages.finish();
  if (writer.failure()) return fail(*writer.failure(), Exit::cannot_run);
  messages.note(writer.summary());
  return exit_of(messages);
}

}  // namespace isnad
