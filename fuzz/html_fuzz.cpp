// Any bytes are a web page or an error; what is read of it is valid UTF-8 without markup of its own making.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "input/html.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto page = isnad::read_html(bytes);
  if (page)
    for (const auto* part : {&page->title, &page->text, &page->date, &page->source, &page->url})
      if (isnad::find_invalid(*part) != std::string_view::npos) std::abort();
  (void)isnad::text_of_html(bytes);
  return 0;
}
