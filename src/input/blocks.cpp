// Block-wise reading by POSIX calls.
#include "input/blocks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace isnad {
namespace {

constexpr size_t kBlock = size_t{1} << 18;

Error trouble(const std::string& path, const char* what, int code) {
  return {path == "-" ? "(standard input)" : path, 0, std::string(what) + ": " + std::generic_category().message(code),
          code == ENOENT ? "check the path" : ""};
}

struct Descriptor {
  explicit Descriptor(int number) : fd(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
  int fd;
};

}  // namespace

Result<BlockReader> BlockReader::open(const std::string& path) {
  const auto file = std::make_shared<Descriptor>(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file->fd < 0) return trouble(path, "can't be opened", errno);
  struct stat info {};
  if (::fstat(file->fd, &info) == 0 && S_ISDIR(info.st_mode))
    return Error{path, 0, "is a directory, not a file", "name the files inside it"};
  return BlockReader(path, [path, file](char* to, size_t most) -> Result<size_t> {
    for (;;) {
      const ssize_t n = ::read(file->fd, to, most);
      if (n >= 0) return static_cast<size_t>(n);
      if (errno != EINTR) return trouble(path, "can't be read", errno);
    }
  });
}

BlockReader::BlockReader(BlockReader&& other) noexcept
    : path_(std::move(other.path_)),
      source_(std::move(other.source_)),
      buffer_(std::move(other.buffer_)),
      size_(std::exchange(other.size_, 0)),
      begin_(std::exchange(other.begin_, 0)),
      end_(std::exchange(other.end_, 0)),
      taken_(other.taken_) {}

BlockReader& BlockReader::operator=(BlockReader&& other) noexcept {
  std::swap(path_, other.path_), std::swap(source_, other.source_), std::swap(buffer_, other.buffer_), std::swap(size_, other.size_);
  std::swap(begin_, other.begin_), std::swap(end_, other.end_), std::swap(taken_, other.taken_);
  return *this;
}

/// Moves what is held to the front, or doubles the buffer, so that a block fits behind it.
void BlockReader::make_room() {
  if (size_ >= end_ + kBlock + kPadding) return;
  const size_t have = end_ - begin_;
  const bool roomy = size_ >= have + kBlock + kPadding && begin_ >= have;
  const size_t size = roomy ? size_ : std::max(2 * have, kBlock) + kBlock + kPadding;
  std::unique_ptr<char[]> fresh = roomy ? nullptr : std::make_unique_for_overwrite<char[]>(size);
  char* to = roomy ? buffer_.get() : fresh.get();
  if (have > 0) std::memmove(to, buffer_.get() + begin_, have);
  if (fresh) buffer_ = std::move(fresh);
  size_ = size, begin_ = 0, end_ = have;
}

Result<bool> BlockReader::fill() {
  make_room();
  const auto n = source_(buffer_.get() + end_, kBlock);
  if (!n) return n.error();
  end_ += *n;
  return *n > 0;
}

Result<std::string_view> BlockReader::peek(size_t wanted) {
  while (held().size() < wanted) {
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) break;
  }
  return held();
}

void BlockReader::skip(size_t n) {
  begin_ += n;
  taken_ += n;
}

Result<BlockReader::Line> BlockReader::line(std::string_view& out) {
  size_t searched = 0;
  for (;;) {
    const std::string_view have = held();
    const size_t feed = have.find('\n', searched);
    if (feed != std::string_view::npos) {
      out = have.substr(0, feed);
      skip(feed + 1);
      return Line::line;
    }
    if (have.size() > kLargestDocument) return skip_long_line();
    searched = have.size();
    const auto more = fill();
    if (!more) return more.error();
    if (*more) continue;
    if (held().empty()) return Line::end;
    out = held();
    skip(out.size());
    return Line::line;
  }
}

Result<BlockReader::Line> BlockReader::skip_long_line() {
  for (;;) {
    const size_t feed = held().find('\n');
    if (feed != std::string_view::npos) {
      skip(feed + 1);
      return Line::too_long;
    }
    skip(held().size());
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return Line::too_long;
  }
}

Result<std::string_view> BlockReader::rest() {
  const auto all = peek(kLargestDocument + 1);
  if (!all) return all.error();
  if (all->size() > kLargestDocument)
    return Error{path_, 0, "is larger than 256 MiB, too much for one document", "split it, or give it as JSONL"};
  skip(all->size());
  return *all;
}

}  // namespace isnad
