// A document: the text as Isnad keeps it, and what its bearer says about it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"

namespace isnad {

/// A news report. Owns its text, which is always valid UTF-8: the constructor replaces each invalid sequence by U+FFFD
/// and counts them; bytes beyond `kMostBytes` (no news report is that long) are cut off and counted. Every annotation is
/// a Span of bytes of `text()`. Other fields are empty where not given.
class Document {
 public:
  static constexpr size_t kMostBytes = size_t{1} << 30;  // before repair, which makes at most three bytes of one

  Document() = default;
  explicit Document(std::string_view bytes);

  [[nodiscard]] std::string_view text() const& { return text_; }
  std::string_view text() && = delete;  // no view of a temporary
  [[nodiscard]] std::string_view at(Span s) const& { return std::string_view(text_).substr(s.begin, s.size()); }
  std::string_view at(Span) && = delete;
  [[nodiscard]] size_t repaired() const { return repaired_; }
  [[nodiscard]] size_t cut() const { return cut_; }

  std::string id;      // given, or a hash of the text
  std::string date;    // publication date, YYYY-MM-DD
  std::string source;  // the outlet
  std::string url;
  std::string title;     // where it is not part of the text
  std::string language;  // ISO 639-1

 private:
  std::string text_;
  size_t repaired_ = 0;
  size_t cut_ = 0;
};

}  // namespace isnad
