// Any bytes are a feed or an error.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "input/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = isnad::read_feed(bytes);
  if (feed)
    for (const auto& item : feed->items)
      if (isnad::find_invalid(item.text) != std::string_view::npos || isnad::feed_day(item.date) != item.date) std::abort();
  return 0;
}
