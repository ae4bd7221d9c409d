// Folders and patterns to files.
#include "app/files.h"

#include <glob.h>

#include <algorithm>
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

}  // namespace isnad
