// Compressed files and archives: gzip, xz, zstd, bzip2, lz4; tar and zip, whose members come one after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/blocks.h"

namespace isnad {

/// What is unpacked beyond these is taken for a bomb: so many times the packed bytes, once there are so many bytes. Text packs 5 to 30
/// times.
inline constexpr uint64_t kMostRatio = 300, kRatioFrom = uint64_t{64} << 20;

/// True where a file that begins so is packed.
bool is_packed(std::string_view head);

/// Reads the members of one packed file in their order. Nothing is written anywhere, whatever their names are; links and folders are passed
/// over. Views given by `next` hold until its next call.
class Unpacker {
 public:
  /// `packed` is the file, from its start. Errors: see next.
  static Result<std::unique_ptr<Unpacker>> open(BlockReader packed, std::string path);
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  ~Unpacker();

  /// Goes to the next member; false: there is none. `name` is its path in the archive, empty where the file is no archive. Errors: a
  /// broken or encrypted archive; nothing comes after one.
  Result<bool> next(std::string& name);
  /// The member's bytes. Errors: broken data, a bomb.
  Result<size_t> read(char* to, size_t most);
  /// Bytes of the packed file that were read.
  [[nodiscard]] uint64_t taken() const;

 private:
  struct State;
  explicit Unpacker(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace isnad
