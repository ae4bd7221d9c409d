// Any bytes are a line of JSONL: it is a document or an error, never a crash; what is read is valid UTF-8.
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "input/blocks.h"
#include "input/day.h"
#include "input/jsonl.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static isnad::JsonlParser parser;  // reused, as it is over the lines of a file
  std::string line(reinterpret_cast<const char*>(data), size);
  line.append(isnad::BlockReader::kPadding, '\0');
  const auto document = parser.parse(std::string_view(line).substr(0, size));
  if (document) {
    if (isnad::find_invalid(document->text()) != std::string_view::npos) std::abort();
    const std::string day = isnad::parse_day(document->date);
    if (!day.empty() && isnad::parse_day(day) != day) std::abort();
  }
  return 0;
}
