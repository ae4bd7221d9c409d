// The pipeline.
#include "reader/reader.h"

namespace isnad {

void read(const Lexicon& lexicon, const Document& document, Reading& out) {
  read_text(document, out.text);
  analyse(lexicon, out.text, out.workspace, out.words);
  find_mentions(lexicon, document, out.text, out.words, out.mentions);
  find_clauses(lexicon, document, out.text, out.words, out.mentions, out.clauses);
  find_entities(lexicon, document, out.text, out.words, out.mentions, out.clauses, out.entities);
  find_events(lexicon, document, out.text, out.words, out.mentions, out.clauses, out.entities, out.events);
}

}  // namespace isnad
