// Lines to records.
#include "app/record_files.h"

#include "app/part_progress.h"
#include "input/blocks.h"

namespace isnad {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

class RecordFile {
 public:
  RecordFile(const std::string& file, Messages& messages, const std::function<bool(record::Record&&)>& take)
      : file_(file), shown_(file == "-" ? "(standard input)" : file), messages_(messages), take_(take) {}

  /// `after_line` hears how many bytes are done. False: `take` has said so.
  bool run(const std::function<void(uint64_t)>& after_line) {
    auto reader = BlockReader::open(file_);
    if (!reader) return messages_.error(reader.error()), true;
    std::string_view line;
    for (int number = 1;; ++number) {
      const auto state = reader->line(line);
      if (!state) return messages_.error(state.error()), true;
      if (*state == BlockReader::Line::end) return true;
      if (number == 1 && line.starts_with(kBom)) line.remove_prefix(kBom.size());
      if (*state == BlockReader::Line::too_long)
        tell({"", 0, "the line is longer than 256 MiB", "no record is so long: is it the right file?"}, number);
      else if (number == 1 && is_something_else(line))
        return true;
      else if (!read(line, number))
        return false;
      after_line(reader->taken());
    }
  }

 private:
  bool is_something_else(std::string_view line) {
    const size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '{') return false;
    tell({"", 0, "is no file of records", "make one: isnad read REPORT --format jsonl"}, 1);
    return true;
  }

  bool read(std::string_view line, int number) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return true;
    auto record = record::parse(line);
    if (!record) return tell(record.error(), number), true;
    return take_(std::move(*record));
  }

  void tell(Error e, int number) {
    e.file = shown_, e.line = number;
    messages_.error(e);
  }

  const std::string& file_;
  std::string shown_;
  Messages& messages_;
  const std::function<bool(record::Record&&)>& take_;
};

}  // namespace

void read_record_files(const std::vector<std::string>& files, const std::string& what, uint64_t total, Messages& messages,
                       const std::function<bool(record::Record&&)>& take) {
  PartProgress progress(what);
  uint64_t done = 0, here = 0;
  const auto tell = [&](uint64_t bytes) {
    here = bytes;
    if (total > 0) progress.show(double(done + bytes) / double(total));
  };
  for (const std::string& file : files) {
    if (!RecordFile(file, messages, take).run(tell)) return;
    done += here, here = 0;
  }
}

}  // namespace isnad
