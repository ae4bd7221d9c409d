// flock on a file that whoever holds it removes.
#include "store/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace isnad::store {
namespace {

/// False where the file was removed, or made anew, between opening and locking it.
bool is_still_there(const std::string& path, int fd) {
  struct stat mine {
  }, there{};
  return ::fstat(fd, &mine) == 0 && ::stat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
}

std::string holder(int fd) {
  std::array<char, 32> text{};
  const ssize_t n = ::pread(fd, text.data(), text.size(), 0);
  std::string out(text.data(), static_cast<size_t>(n > 0 ? n : 0));
  out.erase(out.find_last_not_of('\n') + 1);
  return out;
}

Error trouble(const std::string& path, int code) {
  return {path, 0, "can't be written: " + std::generic_category().message(code), "the folder of a database has to be writable"};
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& database) {
  const std::string path = database + "-writer";
  for (;;) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (fd < 0) return trouble(path, errno);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
      const int code = errno;
      const std::string who = holder(fd);
      ::close(fd);
      if (code != EWOULDBLOCK) return trouble(path, code);
      return Error{database, 0, "is being written by another isnad" + (who.empty() ? "" : " (process " + who + ")"),
                   "wait until it is done; nothing was changed"};
    }
    if (!is_still_there(path, fd)) {
      ::close(fd);
      continue;
    }
    const std::string self = std::to_string(::getpid()) + "\n";
    if (::ftruncate(fd, 0) == 0) (void)!::pwrite(fd, self.data(), self.size(), 0);  // only for people: a full disk may leave it empty
    return WriterLock(path, fd);
  }
}

WriterLock::~WriterLock() {
  if (fd_ < 0) return;
  ::unlink(path_.c_str());
  ::close(fd_);
}

}  // namespace isnad::store
