// The situation on disk: which documents were read, and which records do they hold?
//
// One SQLite file. A document and its records go in together or not at all; whatever was committed stays, also if the program or the
// machine stops at any moment. One writer at a time, any number of readers beside it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/record.h"
#include "store/pack.h"

namespace isnad::store {

class Database;

/// What read the documents. Two of them differ where records may differ.
struct EngineFacts {
  std::string program;    ///< version of the program
  std::string knowledge;  ///< version of the knowledge files, in the image
  int64_t image = 0;      ///< format of the image
  auto operator<=>(const EngineFacts&) const = default;
};

/// What became of a document: it is new; the same was there; it took the place of another text with its uri.
enum class Outcome : uint8_t { added, same, replaced, count_ };

/// For tests and small disks.
struct StoreLimits {
  int64_t pages = 0;                       ///< most pages of the file; 0: what the disk holds
  std::function<void()> before_statement;  ///< called before each statement
};

/// Adds documents, between `begin` and `commit` only. One thread. All of it is there afterwards, or nothing.
class Writer {
 public:
  /// Makes the file where there is none, and brings older tables up to date. Errors: another writer holds it; see Database::open, migrate.
  static Result<std::unique_ptr<Writer>> open(const std::string& path, const EngineFacts& engine, Fold fold,
                                              const StoreLimits& limits = {});
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer();

  Status begin();
  Status commit();
  /// Forgets what came since `begin`. Never fails.
  void rollback();

  /// Where a document of the same hash is there nothing changes. After an error, `rollback`.
  Result<Outcome> add(const Packed& document);
  /// The same for one after the other, faster; what became of each.
  Result<std::vector<Outcome>> add(const std::vector<Packed>& documents);

  /// New records for document `id` (DocumentRow), by this engine; `lines` compressed. Nothing else of the document changes.
  Status recode(int64_t id, bool arabic, const std::vector<record::Record>& records, std::string_view lines);

  /// This engine reads the same in document `id` as was read before.
  Status confirm(int64_t id);

 private:
  struct State;
  explicit Writer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// A document as it is stored, with its row.
struct DocumentRow {
  int64_t id = 0;
  StoredDocument document;
  EngineFacts engine;  ///< that read it last
  std::string lines;   ///< of its records, in their order, each with a line end
};

/// Looks documents up, also while a writer is at work. One thread; each thread may have its own.
class Reader {
 public:
  /// Errors: see Database::open, check_version.
  static Result<std::unique_ptr<Reader>> open(const std::string& path);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader();

  /// Of each content_hash whether a document of it is there.
  Result<std::vector<bool>> has(const std::vector<std::string>& hashes);
  /// The first document whose row is after `after`; false: there is none.
  Result<bool> next_document(int64_t after, DocumentRow& out);
  Result<int64_t> count_documents();

  [[nodiscard]] const Database& database() const;

 private:
  struct State;
  explicit Reader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace isnad::store
