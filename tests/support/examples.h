// The codebook's own examples: does reading a frame's sentences give the records that the frame's author expects?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/reader.h"

namespace isnad::examples {

/// The day on which all example sentences are read.
inline constexpr std::string_view kDate = "2024-01-15";

/// How far an example came; the first that is wrong decides.
enum class Stage : uint8_t {
  passed,
  not_recognised,  // no word of the sentence is one of the frame's predicates
  no_clause,       // such a word is there, but is no predicate of a clause
  no_record,       // a clause has it, but no frame holds
  sibling_frame,   // another frame of the same event type holds
  other_event,     // a frame of another event type holds
  wrong_type,      // the frame holds, but the record's event type or mode is another
  role_missing,    // a role is empty
  role_wrong,      // a role is filled by other words
  code_wrong,      // the actor's or recipient's country and sector
  status_wrong,    // status or auxiliary mode
  quantity_wrong,
  must_not,  // a record of a frame that the sentence must not match
  count_
};
inline constexpr std::array<std::string_view, size_t(Stage::count_)> kStageNames{
    "passed",       "not recognised", "no clause",  "no record",    "sibling frame",  "other event",   "wrong type",
    "role missing", "role wrong",     "code wrong", "status wrong", "quantity wrong", "must not match"};

/// One `key=value` of an example that the best record does not give.
struct Miss {
  Stage stage;
  std::string what;  // "actor missing", "status occurred, not ongoing"
};

struct Outcome {
  uint32_t example = 0;  // index into Lexicon::examples
  uint32_t ordinal = 0;  // from 1, within its frame
  std::vector<Miss> misses;
  bool lenient = false;  // passes, or a record of the same event type at the frame's predicate gives all that is expected

  [[nodiscard]] bool passed() const { return misses.empty(); }
  [[nodiscard]] Stage stage() const { return passed() ? Stage::passed : misses.front().stage; }
  /// "frame 3: what, what".
  [[nodiscard]] std::string line(const Lexicon& lexicon) const;
};

/// Reads every example and compares.
std::vector<Outcome> run_all(const Lexicon& lexicon);

/// Markdown: how many pass by event type, and failing sentences by stage with what went wrong; at most `shown` sentences a stage.
std::string breakdown(const Lexicon& lexicon, const std::vector<Outcome>& outcomes, size_t shown);

}  // namespace isnad::examples
