// Files: reading, mapping, and writing so that a torn file can't be mistaken for a whole one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad {

/// The whole file as bytes. Errors: missing, a directory, unreadable.
Result<std::string> read_file(const std::string& path);

/// Writes to a temporary name beside `path`, syncs, and renames over it. Errors name the path and the system's reason.
Status write_file(const std::string& path, std::string_view bytes);

/// A read-only mapping of a file; movable, unmapped on destruction. Views into it live as long as it does.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const& { return {data_, size_}; }
  std::string_view bytes() && = delete;  // no view of a temporary

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace isnad
