// What the subcommands on a database have in common: the engine's facts, folding, and documents made ready to be stored.
#pragma once

#include <string>

#include "app/pipeline.h"
#include "report/record.h"
#include "store/store.h"

namespace isnad {

/// The program's version with the knowledge it reads by.
store::EngineFacts engine_facts(const Lexicon& lexicon);

/// Text as full-text search sees it: letters folded as the engine does, without diacritics.
std::string fold_for_search(std::string_view text);

/// Of a line of `database` that is no record.
Error unreadable_record(const std::string& database, const Error& e);

/// Reads documents into what is stored. Each thread has its own.
class Preparer {
 public:
  explicit Preparer(const Lexicon& lexicon) : lexicon_(lexicon), reader_(lexicon) {}
  /// What is known of a document before it is read; enough for its hash.
  static store::StoredDocument facts_of(const Document& document, std::string uri);
  /// The records of a document in place of what `out` holds, whose memory is used again, and whether it is Arabic; without that there are
  /// none.
  void read(const Document& document, bool& arabic, store::StoredRecords& out);

 private:
  const Lexicon& lexicon_;
  DocumentReader reader_;
  CodePoints points_;
};

}  // namespace isnad
