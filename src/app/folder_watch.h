// Which files come into a folder, or into one of those in it?
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace isnad {

/// Tells of files that come into a folder or a folder in it, also into those that come later, when they are whole: closed after writing, or
/// moved there. Hidden files and folders are passed over, links to other folders not followed.
class FolderWatch {
 public:
  /// Errors: no folder, not readable, more folders than the system watches.
  static Result<FolderWatch> open(const std::string& folder);
  FolderWatch(FolderWatch&& other) noexcept
      : folder_(std::move(other.folder_)), fd_(std::exchange(other.fd_, -1)), paths_(std::move(other.paths_)) {}
  FolderWatch& operator=(FolderWatch&&) = delete;
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Waits for files that came since `open` or the last call, each once. A folder that came is told by the files it has then; one of them
  /// that is still being written comes again. All files where too many came to be told apart. Errors: the folder is gone; as for `open`.
  Result<std::vector<std::string>> wait();

 private:
  FolderWatch(std::string folder, int fd) : folder_(std::move(folder)), fd_(fd) {}
  Status watch(const std::string& folder);
  Status watch_all(const std::string& folder);
  void forget(const std::string& folder);
  Status folder_came(const std::string& folder, std::vector<std::string>& out);
  Status take(int folder, unsigned what, const std::string& name, std::vector<std::string>& out);

  std::string folder_;
  int fd_;
  std::map<int, std::string> paths_;  // of the folders, by the number of their watch
};

}  // namespace isnad
