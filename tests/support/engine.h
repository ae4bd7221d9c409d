// What tests of the engine rooms share: the image of the build, opened once, and a document read up to the stage under test.
// Header-only, so that a room's test needs to link its own room alone: each function uses the stages up to its own and no later one.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "event/events.h"
#include "morph/workspace.h"

namespace isnad::engine {

/// The image that ISNAD_IMAGE names: in the environment, else the one of the build.
inline const Lexicon& lexicon() {
  static const Result<Lexicon> opened = [] {
    const char* path = std::getenv("ISNAD_IMAGE");
    return Lexicon::open(path != nullptr ? path : ISNAD_IMAGE);
  }();
  if (!opened) {
    ADD_FAILURE() << opened.error().message();
    std::abort();  // a test program without an image can't go on
  }
  return *opened;
}

/// The day of all test documents.
inline constexpr std::string_view kDate = "2024-01-15";

/// One document and its layers, as far as they have been read.
struct Layers {
  explicit Layers(std::string_view input) : document(input) { document.id = "test", document.date = kDate; }
  Document document;
  Text text;
  MorphWorkspace workspace;
  Words words;
  Mentions mentions;
  Clauses clauses;
  Entities entities;
  Events events;
};

inline void to_words(Layers& l) {
  read_text(l.document, l.text);
  analyse(lexicon(), l.text, l.workspace, l.words);
}
inline void to_mentions(Layers& l) {
  to_words(l);
  find_mentions(lexicon(), l.document, l.text, l.words, l.mentions);
}
inline void to_clauses(Layers& l) {
  to_mentions(l);
  find_clauses(lexicon(), l.document, l.text, l.words, l.mentions, l.clauses);
}
inline void to_entities(Layers& l) {
  to_clauses(l);
  find_entities(lexicon(), l.document, l.text, l.words, l.mentions, l.clauses, l.entities);
}
inline void to_events(Layers& l) {
  to_entities(l);
  find_events(lexicon(), l.document, l.text, l.words, l.mentions, l.clauses, l.entities, l.events);
}

}  // namespace isnad::engine
