// Any bytes are a document: reads them and checks what must hold for the text layer of every document.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "text/text_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static isnad::Text text;  // reused, so that what a longer document leaves behind is tested too
  const isnad::Document document(std::string_view(reinterpret_cast<const char*>(data), size));
  isnad::read_text(document, text);
  std::string broken = isnad::broken_property(document, text);
  if (isnad::dump(document, text).empty() != (text.tokens.empty() && text.notes.empty())) broken = "the dump leaves something out";
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
