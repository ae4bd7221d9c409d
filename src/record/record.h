// What does one event record say, without its document? Plain values, as docs/record.md has them.
//
// The engine writes records (report/record.h); whatever works on records alone (store, story, exports) reads them back into this struct, so
// that a file of records, a database and a run of the engine are the same to it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace isnad::record {

/// Half-open, in Unicode code points of the document's text; -1: not told, and not written.
struct Range {
  int64_t begin = -1;
  int64_t end = -1;

  [[nodiscard]] bool told() const { return begin >= 0; }
};

struct Name {
  std::string ar, en;
};

/// `low` and `high` are absent where the bound is open.
struct Quantity {
  std::string of;  ///< empty for an entity's own count
  double value = 0;
  std::optional<double> low, high;
  std::string text;
  Range span;
};

/// Words elsewhere in the text: the pronoun, the antecedent, the place's mention.
struct Words {
  std::string text;
  Range span;
};

struct Entity {
  std::string text;
  Range span;
  std::string id;  ///< of the knowledge files; empty: not a known actor
  Name name;
  std::string country, sector, code, context_country;
  std::optional<Quantity> count;
  std::string via;
  std::optional<Words> mention, antecedent;
  std::vector<std::string> affiliation;
  std::string title;
};

/// How far and whereto from the place named what is meant lies.
struct Offset {
  double km = 0, radius = 0;      ///< kilometres: from the place, and within which the point lies
  std::optional<double> bearing;  ///< degrees clockwise from north
  std::string text;
  Range span;
};

struct Place {
  std::string text;
  Range span;
  std::string id;
  Name name;
  std::optional<double> lat, lon;  ///< degrees, WGS 84; both or neither
  std::string kind, admin1, country, precision;
  std::optional<Offset> offset;
  std::optional<Words> mention;
};

/// ISO days, both included; empty: open or not resolved.
struct Date {
  std::string start, end, precision, text;
  Range span;
};

struct Attribution {
  std::optional<Entity> who;
  std::string verb, stance, medium;
  Range span;
};

struct Condition {
  std::string kind, text;
  Range span;
  std::string event;  ///< id of the record it is; empty: none
};

struct Why {
  std::string field, rule;
  Range span;
};

struct DocumentFacts {
  std::string id, date, source, url, title, language;
};

/// Absent strings are empty, absent lists too.
struct Record {
  std::string id;
  DocumentFacts doc;
  std::string event;
  std::vector<std::string> mode, context;
  std::string cameo, quad;
  double score = 0;
  std::string status;
  std::vector<std::string> aux;
  std::string salience;
  std::vector<Entity> actor, recipient, theme, means;
  std::optional<Place> location, origin, destination;
  std::optional<Date> date;
  std::vector<Quantity> quantity;
  std::vector<Attribution> attribution;
  std::vector<Condition> condition;
  std::vector<std::string> content, because, retaliation_for;  ///< ids of records of the same document
  std::string trigger, trigger_lemma;
  Range trigger_span;
  int64_t sentence = -1;  ///< index; -1: not told
  Range sentence_span;
  std::string frame;
  std::vector<Why> why;
  double confidence = 0;

  [[nodiscard]] bool has_aux(std::string_view name) const;
  /// Main and occurred or ongoing, and not denied: what counts as an event of the world as reported.
  [[nodiscard]] bool happened() const;
};

/// One line of `isnad read --format jsonl`. Unknown members are passed over, `null` counts as absent. Needs "event"; all else may be
/// absent. Errors, without file and line: no JSON object; no "event"; a member of another type than docs/record.md says, which is named
/// ("actor[0].name" is no object).
[[nodiscard]] Result<Record> parse(std::string_view json);

/// `parse` for many lines: keeps memory between them. One a thread.
class Parser {
 public:
  Parser();
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  [[nodiscard]] Result<Record> parse(std::string_view json);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The line again, without line end: `write(*parse(line)) == line` for every line the engine writes.
[[nodiscard]] std::string write(const Record& record);

/// Adds what `write` gives, to reuse memory.
void append(const Record& record, std::string& out);

}  // namespace isnad::record
