// Output by POSIX calls: every short write and every error is seen.
#include "app/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace isnad {
namespace {

constexpr size_t kBuffer = size_t{1} << 16;

Error cannot(const std::string& path, int code) {
  return {path, 0, "can't be written: " + std::generic_category().message(code), code == ENOENT ? "make its folder first" : ""};
}

/// True for what exists and is no regular file: a device or a pipe, which can't be renamed over.
bool is_special(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

/// Whether `path` is the same regular file as `input`.
bool is_same_file(const std::string& path, const std::string& input) {
  struct stat a {
  }, b{};
  if (::stat(path.c_str(), &a) != 0 || !S_ISREG(a.st_mode)) return false;
  const bool there = input == "-" ? ::fstat(STDIN_FILENO, &b) == 0 : ::stat(input.c_str(), &b) == 0;
  return there && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace

Result<Output> Output::open(const std::string& path, const std::vector<std::string>& inputs) {
  if (path.empty() || path == "-") return Output("(standard output)", "", STDOUT_FILENO);
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return Error{path, 0, "is a directory, not a file", "name a file in it"};
  const std::string part = is_special(path) ? std::string() : path + ".part";
  for (const auto& input : inputs)
    if (is_same_file(path, input) || is_same_file(part, input))
      return Error{path, 0, "is read and would be overwritten by --output", "write to another file"};
  const int fd = ::open(part.empty() ? path.c_str() : part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return cannot(path, errno);
  return Output(path, part, fd);
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::move(other.part_)),
      fd_(std::exchange(other.fd_, -1)),
      buffer_(std::move(other.buffer_)),
      closed_(other.closed_) {
  other.part_.clear();
}

Output::~Output() {
  if (fd_ > STDERR_FILENO) ::close(fd_);
  if (fd_ >= 0 && !part_.empty()) ::unlink(part_.c_str());  // not finished: leave nothing half written
}

Error Output::trouble(int code) const { return cannot(path_, code); }

bool Output::terminal() const { return fd_ >= 0 && ::isatty(fd_) == 1; }

Status Output::write(std::string_view bytes) {
  if (closed_) return Done{};
  if (bytes.size() < kBuffer) {
    buffer_ += bytes;
    return buffer_.size() >= kBuffer ? flush() : Status(Done{});
  }
  if (auto s = flush(); !s) return s;
  return pass_on(bytes);
}

Status Output::flush() {
  if (auto s = pass_on(buffer_); !s) return s;
  buffer_.clear();
  return Done{};
}

Status Output::pass_on(std::string_view bytes) {
  size_t done = 0;
  while (!closed_ && done < bytes.size()) {
    const ssize_t n = ::write(fd_, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) {
      closed_ = true;
      break;
    }
    if (n < 0) return trouble(errno);
    done += static_cast<size_t>(n);
  }
  return Done{};
}

Status Output::finish() {
  if (auto s = flush(); !s) return s.error();
  if (fd_ <= STDERR_FILENO) return Done{};
  const int fd = std::exchange(fd_, -1);
  if (::close(fd) != 0) return trouble(errno);
  if (!part_.empty() && ::rename(part_.c_str(), path_.c_str()) != 0) return trouble(errno);
  part_.clear();
  return Done{};
}

}  // namespace isnad
