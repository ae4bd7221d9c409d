// Folders and patterns to files.
#include "app/files.h"

#include <glob.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace isnad {
namespace {

namespace fs = std::filesystem;

Status add_folder(const std::string& folder, std::vector<std::string>& out) {
  const size_t before = out.size();
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, failed), end;
  while (!failed && at != end) {
    std::error_code ignored;  // of a file that is gone meanwhile
    const bool hidden = at->path().filename().string().starts_with(".");
    if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(ignored)) out.push_back(at->path().string());
    at.increment(failed);
  }
  if (failed) return Error{folder, 0, "can't be read: " + failed.message(), "check its rights, and those of the folders in it"};
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
  return Done{};
}

Status add_path(const std::string& path, std::vector<std::string>& out) {
  std::error_code ignored;
  if (path == "-" || fs::exists(path, ignored)) {
    if (path != "-" && fs::is_directory(path, ignored)) return add_folder(path, out);
    out.push_back(path);
    return Done{};
  }
  const bool pattern = path.find_first_of("*?[") != std::string::npos;
  if (!pattern) return Error{path, 0, "can't be opened: No such file or directory", "check the path"};
  glob_t found{};
  const int code = ::glob(path.c_str(), 0, nullptr, &found);
  Status s = Done{};
  for (size_t i = 0; code == 0 && s && i < found.gl_pathc; ++i) s = add_path(found.gl_pathv[i], out);
  ::globfree(&found);
  if (code != 0) return Error{path, 0, "no file matches", "check the pattern"};
  return s;
}

}  // namespace

Result<std::vector<std::string>> expand_paths(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const auto& path : paths)
    if (const Status s = add_path(path, out); !s) return s.error();
  return out;
}

Result<FolderWatch> FolderWatch::open(const std::string& folder) {
  const int fd = ::inotify_init1(IN_CLOEXEC);
  const int watch =
      fd < 0 ? -1 : ::inotify_add_watch(fd, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
  if (watch >= 0) return FolderWatch(folder, fd);
  const int code = errno;
  if (fd >= 0) ::close(fd);
  return Error{folder, 0, "can't be watched: " + std::generic_category().message(code), "name a folder"};
}

FolderWatch::~FolderWatch() {
  if (fd_ >= 0) ::close(fd_);
}

Result<std::vector<std::string>> FolderWatch::wait() {
  std::vector<std::string> out;
  while (out.empty()) {
    alignas(inotify_event) std::array<char, 65536> buffer;
    const ssize_t size = ::read(fd_, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return Error{folder_, 0, "can't be watched any more", ""};
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      inotify_event event;
      std::memcpy(&event, at, sizeof event);
      const std::string name = event.len > 0 ? std::string(at + sizeof event) : std::string();
      at += sizeof event + event.len;
      if (event.mask & IN_Q_OVERFLOW) return expand_paths({folder_});
      if (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED))
        return Error{folder_, 0, "is gone", "start again with the folder's new name"};
      const std::string path = (fs::path(folder_) / name).string();
      std::error_code ignored;
      if (name.starts_with(".") || !fs::is_regular_file(path, ignored)) continue;
      if (std::find(out.begin(), out.end(), path) == out.end()) out.push_back(path);
    }
  }
  return out;
}

}  // namespace isnad
