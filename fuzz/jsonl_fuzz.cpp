// Any bytes are a JSONL file: its stream of documents ends, loses no line without a word, and gives valid documents only.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "input/stream.h"
#include "input/unpack.h"

namespace {

void want(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

/// A file in memory that a stream can open by its name.
class MemoryFile {
 public:
  MemoryFile(const uint8_t* data, size_t size) : file_(memfd_create("jsonl_fuzz", 0)) {
    want(file_ >= 0 && write(file_, data, size) == ssize_t(size), "no file in memory");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(file_); }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

/// Lines that hold more than white space; a mark at the start of the file is none.
size_t lines_of(const uint8_t* data, size_t size) {
  if (size >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF) data += 3, size -= 3;
  size_t lines = 0;
  bool something = false;
  for (size_t i = 0; i < size; ++i) {
    something = something || (data[i] != ' ' && data[i] != '\t' && data[i] != '\r' && data[i] != '\n');
    if (data[i] == '\n' || i + 1 == size) lines += something, something = false;
  }
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (isnad::is_packed({reinterpret_cast<const char*>(data), size})) return 0;  // its members are read instead: unpack_fuzz
  const MemoryFile file(data, size);
  isnad::InputOptions options;
  options.format = isnad::InputFormat::jsonl;
  isnad::DocumentStream stream({file.path()}, options);
  size_t told = 0, steps = 0;
  bool refused = false;  // the whole file: an archive, a picture ...
  for (isnad::Delivery d; stream.next(d); d = {}) {
    want(++steps <= size + 2, "the stream doesn't end");
    told += (d.document ? 1 : 0) + d.errors.size();
    for (const isnad::Error& e : d.errors) refused = refused || e.line == 0;
    if (!d.document) continue;
    want(isnad::find_invalid(d.document->text()) == std::string_view::npos, "invalid UTF-8 in a document");
    want(!d.document->id.empty(), "a document without a name");
    want(d.document->date.empty() || d.document->date.size() == 10, "a date that is none");
  }
  want(stream.bytes() <= size, "more bytes than the file has");
  want(refused || told >= lines_of(data, size), "a line was lost");
  return 0;
}
