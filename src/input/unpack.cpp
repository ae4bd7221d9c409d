// Unpacking by libarchive, from a stream.
#include "input/unpack.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <optional>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 7> kHeads{"\x1F\x8B",
                                                 std::string_view("\xFD"
                                                                  "7zXZ\0",
                                                                  6),
                                                 "\x28\xB5\x2F\xFD",
                                                 "BZh",
                                                 "\x04\x22\x4D\x18",
                                                 "PK\x03\x04",
                                                 "PK\x05\x06"};
constexpr size_t kTarMagic = 257;

}  // namespace

bool is_packed(std::string_view head) {
  for (const auto h : kHeads)
    if (head.starts_with(h)) return true;
  return head.size() > kTarMagic + 5 && head.substr(kTarMagic, 5) == "ustar";
}

struct Unpacker::State {
  struct Free {
    void operator()(archive* a) const { archive_read_free(a); }
  };

  State(BlockReader p, std::string name) : packed(std::move(p)), path(std::move(name)) {}

  BlockReader packed;
  std::string path;
  size_t shown = 0;  // bytes that libarchive sees and that are taken when it asks again
  uint64_t unpacked = 0;
  bool spent = false;           // after an error of a member
  bool inside = false;          // of a member that was not read to its end
  std::optional<Error> failed;  // of the packed file
  std::unique_ptr<archive, Free> handle{archive_read_new()};

  /// libarchive's complaint, or that of the file beneath.
  [[nodiscard]] Error trouble() const {
    if (failed) return *failed;
    const char* said = archive_error_string(handle.get());
    return {path, 0, std::string("can't be unpacked: ") + (said ? said : "broken"), "unpack it with its own tool, which may tell more"};
  }

  static ssize_t more(archive* a, void* self, const void** bytes) {
    auto& s = *static_cast<State*>(self);
    s.packed.skip(s.shown);
    s.shown = 0;
    const auto held = s.packed.peek(1);
    if (!held) {
      s.failed = held.error();
      archive_set_error(a, -1, "unreadable");
      return -1;
    }
    *bytes = held->data();
    s.shown = held->size();
    return static_cast<ssize_t>(held->size());
  }
};

Unpacker::Unpacker(std::unique_ptr<State> state) : state_(std::move(state)) {}
Unpacker::~Unpacker() = default;

Result<std::unique_ptr<Unpacker>> Unpacker::open(BlockReader packed, std::string path) {
  auto state = std::make_unique<State>(std::move(packed), std::move(path));
  archive* a = state->handle.get();
  for (const auto support :
       {archive_read_support_filter_gzip, archive_read_support_filter_xz, archive_read_support_filter_zstd,
        archive_read_support_filter_bzip2, archive_read_support_filter_lz4, archive_read_support_format_tar,
        archive_read_support_format_zip_streamable, archive_read_support_format_raw, archive_read_support_format_empty})
    support(a);
  if (archive_read_open(a, state.get(), nullptr, State::more, nullptr) != ARCHIVE_OK) return state->trouble();
  return std::unique_ptr<Unpacker>(new Unpacker(std::move(state)));
}

Result<bool> Unpacker::next(std::string& name) {
  std::array<char, 16384> passed_over;
  if (state_->spent) return false;  // `read` has told why
  while (state_->inside) {          // by `read`, which notices a bomb
    const auto n = read(passed_over.data(), passed_over.size());
    if (!n) return n.error();
    state_->inside = *n > 0;
  }
  for (;;) {
    archive_entry* entry = nullptr;
    const int code = archive_read_next_header(state_->handle.get(), &entry);
    if (code == ARCHIVE_EOF) return false;
    if (code < ARCHIVE_WARN) return state_->trouble();
    const bool raw = archive_format(state_->handle.get()) == ARCHIVE_FORMAT_RAW;
    if (raw && archive_filter_count(state_->handle.get()) < 2)
      return Error{state_->path, 0, "can't be unpacked: its beginning is broken", "get a whole copy of it"};
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) continue;
    const char* path = archive_entry_pathname(entry);
    name = raw ? "" : path ? path : "(no name)";
    state_->inside = true;
    return true;
  }
}

Result<size_t> Unpacker::read(char* to, size_t most) {
  State& s = *state_;
  const auto n = archive_read_data(s.handle.get(), to, most);
  s.spent = true;
  if (n < 0) return s.trouble();
  s.unpacked += static_cast<uint64_t>(n);
  if (s.unpacked > kRatioFrom && s.unpacked / kMostRatio > taken() + 1)
    return Error{s.path, 0, "unpacks to more than 300 times its size, which no text does", "unpack it yourself if you trust it"};
  s.spent = false;
  return static_cast<size_t>(n);
}

uint64_t Unpacker::taken() const { return state_->packed.taken() + state_->shown; }

}  // namespace isnad
