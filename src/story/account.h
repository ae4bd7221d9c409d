// What does one document say of one event, as far as merging compares it? An account: the records of a document that tell of the same
// event, taken together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/day.h"
#include "record/record.h"

namespace isnad::story {

/// What is told as done or being done; what is only planned, promised, threatened, demanded or possible is another event.
enum class Stage : uint8_t { real, meant };

/// Days, both included. `own`: the record says it; else only a guess from the document's date.
struct Days {
  Day first = 0, last = -1;
  bool own = false;
  bool loose = false;  ///< said of a clause that holds the event ("condemned on Monday the raid"): it happened then or some days before

  [[nodiscard]] bool told() const { return first <= last; }
  [[nodiscard]] bool period() const { return last - first > 31; }  ///< "in past years": no day of an event
};

/// A party as its record has it; views into the record.
struct Party {
  std::string_view id, country, sector, text;
  std::string_view title{};

  [[nodiscard]] bool known() const { return !id.empty() || !country.empty() || !sector.empty(); }
};

struct Place {
  std::string_view id, country, admin1, kind;
  double lat = 0, lon = 0;
  bool at = false;     ///< has coordinates
  bool loose = false;  ///< only near in the text: of another clause, or of the sentence
};

/// `low` and `high` are infinite where the bound is open.
struct Count {
  std::string_view of;
  double value = 0, low = 0, high = 0;
};

/// Distinct values of all its records, in their order. Views into the records, which must outlive it.
struct Account {
  std::string_view document;
  Stage stage = Stage::real;
  bool denied = false;    ///< by each of its records
  bool disputed = false;  ///< some record denies or accuses, so that doers may differ
  std::vector<std::string_view> events, modes, frames, lemmas, contents;
  Days days;
  std::vector<Place> places;
  std::vector<Place> setting;  ///< the dateline, and where the document's other records are set; for an account that names no place
  std::vector<Party> actors, recipients;
  std::vector<Count> counts;
  std::vector<uint32_t> wording;  ///< hashes of the letter triples of themes and recipients; sorted, distinct
  std::vector<uint32_t> records;  ///< indexes into the records given
};

/// The place that a dateline alone suggests is where the report was written.
[[nodiscard]] bool from_dateline(const record::Record& record);

/// All places of the records by id, so that a place that stands as a party ("shelled the town") is found too.
using Gazetteer = std::unordered_map<std::string_view, const record::Place*>;

/// The account of one record. `contents` are the events of the records that it threatens, promises or demands.
Account account_of(const record::Record& record, uint32_t index, std::vector<std::string_view> contents, const Gazetteer& gazetteer);

/// Both together: `into` gets what `from` adds. Days: those that a record says come before guesses, shorter before longer.
void unite(Account& into, const Account& from);

}  // namespace isnad::story
