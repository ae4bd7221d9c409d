// Where results go: standard output, or a file that takes its name only when it is whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace isnad {

/// Buffered writing. A reader of a pipe that has gone away is no error: `closed` tells it, and further writes do nothing.
class Output {
 public:
  /// Standard output where `path` is empty or "-". A regular file is written as PATH.part and renamed by `finish`.
  /// Errors: it can't be made, or it is one of the files that are read (`inputs`; "-" is standard input), which would be lost.
  static Result<Output> open(const std::string& path, const std::vector<std::string>& inputs = {});
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  /// Errors: a full disk and the like, with path and reason.
  Status write(std::string_view bytes);
  Status flush();
  /// Flushes, closes and gives the file its name. Call it once, at the end.
  Status finish();

  [[nodiscard]] bool closed() const { return closed_; }
  [[nodiscard]] bool terminal() const;

 private:
  Output(std::string path, std::string part, int fd) : path_(std::move(path)), part_(std::move(part)), fd_(fd) {}
  [[nodiscard]] Error trouble(int code) const;
  Status pass_on(std::string_view bytes);  // without the buffer

  std::string path_, part_;
  int fd_;
  std::string buffer_;
  bool closed_ = false;
};

}  // namespace isnad
