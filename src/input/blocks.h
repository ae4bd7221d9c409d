// A file or standard input, read in blocks: lines of any size in memory that follows the longest line, not the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad {

/// The largest document, and so the longest line, that is read: 256 MiB.
inline constexpr size_t kLargestDocument = size_t{256} << 20;

/// Gives the next bytes, at most `most`; 0 at the end.
using ByteSource = std::function<Result<size_t>(char* to, size_t most)>;

/// Reads one file from start to end. Views it gives hold until the next call and are followed by at least kPadding readable bytes.
class BlockReader {
 public:
  static constexpr size_t kPadding = 64;

  /// Opens `path`; "-" is standard input. Errors: missing, a directory, unreadable.
  static Result<BlockReader> open(const std::string& path);
  /// Reads what `source` gives; `path` is for messages.
  BlockReader(std::string path, ByteSource source) : path_(std::move(path)), source_(std::move(source)) {}
  BlockReader(BlockReader&& other) noexcept;
  BlockReader& operator=(BlockReader&& other) noexcept;
  BlockReader(const BlockReader&) = delete;
  BlockReader& operator=(const BlockReader&) = delete;
  ~BlockReader() = default;

  /// The first bytes of what is left, without taking them: at least `wanted`, fewer only at the end.
  Result<std::string_view> peek(size_t wanted);
  /// Takes `n` bytes that `peek` showed.
  void skip(size_t n);

  enum class Line : uint8_t { line, too_long, end };
  /// The next line, without its line feed. too_long: more than kLargestDocument; it was skipped.
  Result<Line> line(std::string_view& out);

  /// All that is left. Errors: more than kLargestDocument.
  Result<std::string_view> rest();

  /// Bytes taken so far.
  [[nodiscard]] uint64_t taken() const { return taken_; }

 private:
  Result<bool> fill();  // reads one more block; false: at the end
  Result<Line> skip_long_line();
  void make_room();
  [[nodiscard]] std::string_view held() const { return {buffer_.get() + begin_, end_ - begin_}; }

  std::string path_;
  ByteSource source_;
  std::unique_ptr<char[]> buffer_;
  size_t size_ = 0, begin_ = 0, end_ = 0;
  uint64_t taken_ = 0;
};

}  // namespace isnad
