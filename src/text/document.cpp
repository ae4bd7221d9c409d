// A document's text: made valid on construction, so that nobody after it needs to doubt it.
#include "text/document.h"

#include "base/utf8.h"

namespace isnad {
namespace {

// The longest prefix of at most kMostBytes that doesn't cut a code point.
std::string_view bounded(std::string_view bytes) {
  if (bytes.size() <= Document::kMostBytes) return bytes;
  size_t end = Document::kMostBytes;
  while (end > Document::kMostBytes - 4 && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) --end;
  return bytes.substr(0, end);
}

}  // namespace

Document::Document(std::string_view bytes) {
  const std::string_view kept = bounded(bytes);
  cut_ = bytes.size() - kept.size();
  if (find_invalid(kept) == std::string_view::npos) {
    text_ = kept;
  } else {
    text_ = repair_utf8(kept, repaired_);
  }
}

}  // namespace isnad
