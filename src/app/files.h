// Which files do the paths of a command line mean?
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace isnad {

/// Files as they are; instead of a folder all files under it, by name, without hidden ones; instead of a pattern (* ? []) that is no file
/// what it matches. "-" stays. Links inside folders are not followed to other folders. Errors: nothing is there, an unreadable folder.
Result<std::vector<std::string>> expand_paths(const std::vector<std::string>& paths);

/// Tells of files that come into one folder (not into those in it), when they are whole: closed after writing, or moved there.
class FolderWatch {
 public:
  /// Errors: no folder, not readable.
  static Result<FolderWatch> open(const std::string& folder);
  FolderWatch(FolderWatch&& other) noexcept : folder_(std::move(other.folder_)), fd_(std::exchange(other.fd_, -1)) {}
  FolderWatch& operator=(FolderWatch&&) = delete;
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Waits for files that came since `open` or the last call; none of them hidden. All files of the folder where too many came to be told
  /// apart. Errors: the folder is gone.
  Result<std::vector<std::string>> wait();

 private:
  FolderWatch(std::string folder, int fd) : folder_(std::move(folder)), fd_(fd) {}
  std::string folder_;
  int fd_;
};

}  // namespace isnad
