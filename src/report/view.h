// What reports are made from: one document, its reading, and the lexicon both point into.
#pragma once

#include "reader/reader.h"

namespace isnad {

/// References to living owners; pass it by value or reference, don't keep it.
struct View {
  const Lexicon& lexicon;
  const Document& document;
  const Reading& reading;

  [[nodiscard]] const Event& event(EventId id) const { return reading.events.events[id.value]; }
  [[nodiscard]] std::string_view text(Str s) const { return lexicon.text(s); }
  [[nodiscard]] std::string_view at(Span s) const { return document.at(s); }
};

}  // namespace isnad
