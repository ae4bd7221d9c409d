// Any bytes are a packed file: members, or an error, and an end.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "input/unpack.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  size_t at = 0;
  isnad::BlockReader packed("x", [&](char* to, size_t most) -> isnad::Result<size_t> {
    const size_t n = std::min(most, bytes.size() - at);
    bytes.copy(to, n, at);
    at += n;
    return n;
  });
  const auto unpacker = isnad::Unpacker::open(std::move(packed), "x");
  if (!unpacker) return 0;
  std::string name;
  char buffer[4096];
  size_t all = 0;
  for (auto more = (*unpacker)->next(name); more && *more && all < (size_t{1} << 22); more = (*unpacker)->next(name))
    for (auto n = (*unpacker)->read(buffer, sizeof buffer); n && *n > 0 && all < (size_t{1} << 22);
         n = (*unpacker)->read(buffer, sizeof buffer))
      all += *n;
  return 0;
}
