// Files by POSIX calls: open, fstat, mmap, fsync, rename.
#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace isnad {
namespace {

Error system_error(const std::string& path, const char* what, int code) {
  const std::string reason = std::generic_category().message(code);
  return {path, 0, std::string(what) + ": " + reason, code == ENOENT ? "check the path" : ""};
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

Status check_regular(const std::string& path, int fd, struct stat& info) {
  if (::fstat(fd, &info) != 0) return system_error(path, "can't be read", errno);
  if (S_ISDIR(info.st_mode)) return Error{path, 0, "is a directory, not a file", "name the files inside it"};
  return Done{};
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return system_error(path, "can't be opened", errno);
  struct stat info {};
  if (auto s = check_regular(path, fd.get(), info); !s) return s.error();
  std::string out;
  out.resize(static_cast<size_t>(info.st_size > 0 ? info.st_size : 0));
  size_t have = 0;
  for (;;) {
    if (have == out.size()) out.resize(out.size() + 65536);  // pipes and /proc say 0
    const ssize_t n = ::read(fd.get(), out.data() + have, out.size() - have);
    if (n < 0) return system_error(path, "can't be read", errno);
    if (n == 0) break;
    have += static_cast<size_t>(n);
  }
  out.resize(have);
  return out;
}

Status write_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".part";
  {
    const Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (fd.get() < 0) return system_error(temporary, "can't be written", errno);
    while (!bytes.empty()) {
      const ssize_t n = ::write(fd.get(), bytes.data(), bytes.size());
      if (n < 0) return system_error(temporary, "can't be written", errno);
      bytes.remove_prefix(static_cast<size_t>(n));
    }
    if (::fsync(fd.get()) != 0) return system_error(temporary, "can't be synced", errno);
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) return system_error(path, "can't be written", errno);
  return Done{};
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return system_error(path, "can't be opened", errno);
  struct stat info {};
  if (auto s = check_regular(path, fd.get(), info); !s) return s.error();
  MappedFile file;
  file.size_ = static_cast<size_t>(info.st_size);
  if (file.size_ == 0) return file;
  void* at = ::mmap(nullptr, file.size_, PROT_READ, MAP_PRIVATE, fd.get(), 0);
  if (at == MAP_FAILED) return system_error(path, "can't be mapped", errno);
  file.data_ = static_cast<const char*>(at);
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace isnad
