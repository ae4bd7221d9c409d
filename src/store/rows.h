// What the columns of a document's records hold, beside their lines (docs/store.md), in little memory and without the records: made where
// the records are, by many threads, and put into the tables by one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"
#include "store/schema.h"

namespace isnad::store {

/// Text of a RecordRows.
struct Piece {
  uint32_t begin = 0, size = 0;
};

/// Of the table `parties`. `record` is the record's position in its document, here and below.
struct PartyRow {
  int64_t record = 0;
  Role role = Role::actor;
  int64_t position = 0;
  Piece actor, code, country, sector, name;
};

/// Of the table `places`; the place on earth is yet to be given its row.
struct PlaceRow {
  int64_t record = 0;
  Role role = Role::location;
  Piece place, name_en, name_ar, kind, admin1, country;
  std::optional<double> lat, lon;  ///< degrees; both or neither
};

/// Of the table `records`. Source and target are the first actor and the first recipient.
struct RecordRow {
  Piece id, day, day_end, precision, event, mode, quad, status, aux, salience, frame;
  double score = 0, confidence = 0;
  bool happened = false;
  Piece source_actor, source_country, source_sector, target_actor, target_country, target_sector, place, place_country;
  std::optional<double> lat, lon;
};

/// The rows of some records of one document. Values; as many records as rows of `records`.
struct RecordRows {
  std::string text;  ///< all pieces; less than 4 GiB, as the records' lines are
  std::vector<RecordRow> records;
  std::vector<PartyRow> parties;
  std::vector<PlaceRow> places;

  [[nodiscard]] std::string_view at(Piece p) const { return std::string_view(text).substr(p.begin, p.size); }
};

/// The rows of a document's records, in their order. The days of a record are those of its date, else of its document (precision "report").
RecordRows rows_of(std::span<const record::Record> records);

}  // namespace isnad::store
