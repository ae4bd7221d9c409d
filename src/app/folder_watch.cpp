// A watch of inotify for each folder.
#include "app/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "app/files.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kEvents =
    IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

Error trouble(const std::string& folder, int code) {
  const bool many = code == ENOSPC;
  return {folder, 0, "can't be watched: " + (many ? "too many folders are watched" : std::generic_category().message(code)),
          many ? "raise fs.inotify.max_user_watches" : "name a folder that can be read"};
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

void add_once(std::vector<std::string>& all, const std::string& path) {
  if (std::find(all.begin(), all.end(), path) == all.end()) all.push_back(path);
}

}  // namespace

Result<FolderWatch> FolderWatch::open(const std::string& folder) {
  const int fd = ::inotify_init1(IN_CLOEXEC);
  if (fd < 0) return trouble(folder, errno);
  FolderWatch out(folder, fd);
  if (const Status s = out.watch(folder); !s) return s.error();
  if (const Status s = out.watch_all(folder); !s) return s.error();
  return out;
}

FolderWatch::~FolderWatch() {
  if (fd_ >= 0) ::close(fd_);
}

Status FolderWatch::watch(const std::string& folder) {
  const int number = ::inotify_add_watch(fd_, folder.c_str(), kEvents);
  if (number < 0) return trouble(folder, errno);
  paths_[number] = folder;
  return Done{};
}

/// The folders in a folder. One that is gone meanwhile is none.
Status FolderWatch::watch_all(const std::string& folder) {
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, failed), end;
  while (!failed && at != end) {
    std::error_code ignored;
    if (at->is_directory(ignored) && !at->is_symlink(ignored)) {
      if (is_hidden(at->path()))
        at.disable_recursion_pending();
      else if (const Status s = watch(at->path().string()); !s && fs::is_directory(at->path(), ignored))
        return s.error();
    }
    at.increment(failed);
  }
  return Done{};
}

void FolderWatch::forget(const std::string& folder) {
  std::erase_if(paths_, [&](const auto& p) {
    const bool gone = p.second == folder || p.second.starts_with(folder + "/");
    if (gone) ::inotify_rm_watch(fd_, p.first);
    return gone;
  });
}

/// Watched first and listed then, so that no file is missed in between.
Status FolderWatch::folder_came(const std::string& folder, std::vector<std::string>& out) {
  std::error_code ignored;
  if (const Status s = watch(folder); !s) return fs::is_directory(folder, ignored) ? s : Status(Done{});
  if (const Status s = watch_all(folder); !s) return s.error();
  const auto files = expand_paths({folder});
  if (files)
    for (const auto& f : *files) add_once(out, f);
  return Done{};
}

Status FolderWatch::take(int folder, unsigned what, const std::string& name, std::vector<std::string>& out) {
  const auto at = paths_.find(folder);
  if (at == paths_.end()) return Done{};
  if (what & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) {
    if (at->second == folder_) return Error{folder_, 0, "is gone", "start again with the folder's new name"};
    if (what & IN_IGNORED) paths_.erase(at);
    return Done{};
  }
  if (name.empty() || name.starts_with(".")) return Done{};
  const std::string path = (fs::path(at->second) / name).string();
  if (what & IN_ISDIR) {
    if (what & IN_MOVED_FROM) return forget(path), Done{};
    return what & (IN_CREATE | IN_MOVED_TO) ? folder_came(path, out) : Status(Done{});
  }
  std::error_code ignored;
  if (what & (IN_CLOSE_WRITE | IN_MOVED_TO) && fs::is_regular_file(path, ignored)) add_once(out, path);
  return Done{};
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
      const bool lost = (event.mask & IN_Q_OVERFLOW) != 0;
      if (const Status s = lost ? folder_came(folder_, out) : take(event.wd, event.mask, name, out); !s) return s.error();
    }
  }
  return out;
}

}  // namespace isnad
