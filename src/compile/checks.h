// Which lines of ar/verbs.tsv, nouns.tsv and adjectives.tsv contradict themselves or each other, beyond what inflecting them shows?
#pragma once

#include "compile/context.h"
#include "compile/tsv.h"

namespace isnad {

/// One table's checks, to be asked for each row in order. Each mistake is an error of the context at its row.
///
/// All words are spelled as lemmas (arabic_check.h); masdars, plurals and feminines hold the root; a noun in ta marbuta is feminine unless
/// it is a person, a plural in -un masculine; what is plural only has no plural; no line and no word of a cell stands twice.
class RowChecks {
 public:
  RowChecks(CompileContext& context, const Table& table) : c_(context), table_(table) {}

  void verb(const Row& row);
  void noun(const Row& row);
  void adjective(const Row& row);

 private:
  /// The words of a cell: their spelling, and the root that they should hold.
  void words(const Row& row, size_t cell, const std::string& root);
  bool is_spelled(const Row& row, const std::string& word, bool has_root);
  void once(const Row& row, std::string key);

  CompileContext& c_;
  const Table& table_;
  std::map<std::string, int> seen_;  // key of a line, and which line
};

}  // namespace isnad
