// Isnad's own records (JSONL, docs/record.md) as events between parties, and the conditional threats and promises among them.
#pragma once

#include <functional>
#include <optional>

#include "import/import.h"
#include "record/record.h"

namespace isnad {

/// Adds the events of `bytes` to `out`. Only what occurred or goes on counts: plans, threats and denials are skipped, and named as such.
void import_records(std::string_view bytes, Parties parties, Imported& out);

/// A deed that was threatened or promised for the case that something happens.
struct Commitment {
  Coded when;             // the condition; its source or target may be empty: anybody
  Coded then;             // what was announced; `day` is that of the announcement; `record`, `text` and `told` are its words
  std::string condition;  // as the report words it
};

struct Commitments {
  std::vector<Commitment> list;  // in the order of the records
  size_t rows = 0;
  std::map<std::string, LeftOut> bad;      // broken rows
  std::map<std::string, LeftOut> skipped;  // conditional announcements that can't be used, by why
};

/// The conditional threats and promises in records: those with a condition "if" that is itself a record. An announcement (THREATEN, AGREE
/// with a `content`) tells of the deeds in its content, which take its parties where they name none; so does a deed that was threatened,
/// promised or planned with a condition of its own. `parties`: name or country.
Commitments read_commitments(std::string_view bytes, Parties parties);

}  // namespace isnad
