// Any bytes are a WARC file: it gives pages and errors, and comes to an end.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "input/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  size_t at = 0;
  isnad::BlockReader reader("x", [&](char* to, size_t most) -> isnad::Result<size_t> {
    const size_t n = std::min({most, bytes.size() - at, size_t{7}});
    bytes.copy(to, n, at);
    at += n;
    return n;
  });
  int record = 0;
  for (size_t steps = 0;; ++steps) {
    if (steps > 2 * size + 2) std::abort();
    const auto page = isnad::next_page(reader, record);
    if (page && !*page) break;
  }
  (void)isnad::page_of_response(bytes);
  return 0;
}
