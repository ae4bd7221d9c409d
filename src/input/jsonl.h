// One line of JSONL to a document.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/document.h"

namespace isnad {

/// Parses lines; keeps its buffers between them. One a thread.
class JsonlParser {
 public:
  JsonlParser();
  ~JsonlParser();
  JsonlParser(const JsonlParser&) = delete;
  JsonlParser& operator=(const JsonlParser&) = delete;

  /// The document of one line: an object with a string "text", and any of id, date, source, url, title, language; numbers count as their
  /// text, null as absent, other fields are ignored. `date` is left as it stands there. `line` must be followed by BlockReader::kPadding
  /// readable bytes. Errors have no file and line: broken JSON, not an object, no text. Invalid UTF-8 is repaired: see `repaired`.
  Result<Document> parse(std::string_view line);

  /// Sequences that the last `parse` replaced by U+FFFD because they weren't UTF-8 or were half of a surrogate pair.
  [[nodiscard]] size_t repaired() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace isnad
