// What can be done for a document before the writer's turn comes, on any thread: hashing, folding, compression.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/record.h"
#include "store/rows.h"

namespace isnad::store {

/// Text as full-text search sees it: letters that differ only in spelling made equal. The caller gives it, since letters are no business of
/// this room; any thread may call it.
using Fold = std::function<std::string(std::string_view)>;

/// A document with what is known of it.
struct StoredDocument {
  std::string uri;  ///< what a newer version of it will have, too; empty: nothing is known to be its newer version
  std::string id, source, title, url, day, language;  ///< as the Document has them; empty: not known
  std::string text;
  bool arabic = true;  ///< false: it was not read for records
};

/// 32 hexadecimal digits over text, source, title, url, day and language: what makes two documents the same, whatever files they come from
/// and whatever they are called there.
std::string content_hash(const StoredDocument& document);

/// The records of one document. `lines` are kept as they are, one record::write line with its line end for each record; of `records` only
/// what the columns hold is looked at (docs/store.md).
struct StoredRecords {
  std::vector<record::Record> records;
  std::string lines;
};

/// A document ready to be written.
struct Packed {
  StoredDocument document;  ///< without its text
  size_t bytes = 0;         ///< of the text
  std::string hash, words;  ///< words: distinct_words of the folded title and text
  std::string text, lines;  ///< compressed
  RecordRows rows;
};

/// Compresses and gives back what was compressed (Zstandard). Keeps its workspace; one a thread.
class Packer {
 public:
  Packer();
  ~Packer();
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  /// `hash` is content_hash(document).
  Packed pack(StoredDocument document, std::string hash, const StoredRecords& records, const Fold& fold);
  std::string compress(std::string_view bytes);
  /// Errors, without place: no compressed bytes, damaged ones.
  Result<std::string> expand(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace isnad::store
