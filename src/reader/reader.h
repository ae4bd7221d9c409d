// The reader: the only place that knows the order of the stages.
#pragma once

#include <memory>

#include "event/events.h"
#include "morph/workspace.h"

namespace isnad {

/// All layers of one document. A workspace: reuse it over documents, one a thread; `read` clears and refills it.
struct Reading {
  Text text;
  Words words;
  Mentions mentions;
  Clauses clauses;
  Entities entities;
  Events events;
  MorphWorkspace workspace;
};

/// Reads one document through all stages. Total: odd input gives notes in `out.text.notes`. Pure in (lexicon, document); any thread.
void read(const Lexicon& lexicon, const Document& document, Reading& out);

}  // namespace isnad
