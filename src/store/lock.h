// One writer: a lock file beside the database, held by flock, so that it goes with its process however that ends.
#pragma once

#include <string>
#include <utility>

#include "base/result.h"

namespace isnad::store {

/// Holds PATH-writer until destruction, which removes it. The file tells the process for people who look.
class WriterLock {
 public:
  /// Errors: another process (or another lock of this one) holds it, which is named; the folder can't be written.
  static Result<WriterLock> take(const std::string& database);
  WriterLock(WriterLock&& other) noexcept : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {}
  WriterLock& operator=(WriterLock&&) = delete;
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  WriterLock(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  std::string path_;
  int fd_;
};

}  // namespace isnad::store
