// What does a page say of one story? The record that tells most of it, filled from the others, and what they contest.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "export/brief_words.h"
#include "export/export.h"
#include "record/record.h"
#include "story/story.h"

namespace isnad::exports {

/// Somebody who gives a value, and the record that says so.
struct Voice {
  std::string who;  ///< empty: the document's own word, and it names no outlet
  uint32_t record = 0;
};

/// One of the values that can't all hold.
struct Rival {
  std::string text;
  std::vector<Voice> by;
};

/// A field whose values documents or speakers disagree on: "actor", "place", "date", or what is counted.
struct Contest {
  std::string field;
  std::vector<Rival> values;  ///< those of most independent sources first
};

/// A story as the page tells it.
struct Told {
  Day day = 0;
  Kind kind = Kind::happened;
  record::Record record;          ///< without what is contested
  std::vector<uint32_t> records;  ///< of the story, in its order
  std::vector<Contest> contests;
  std::vector<Voice> accused_by;  ///< whose word alone the actor is given on
  std::vector<Voice> denied_by;   ///< of a story that others report as a fact
  size_t documents = 0, independent = 0;
};

/// Names are in that language where they are known in it. Nothing: only background tells of the story, or no record has a day.
std::optional<Told> told(std::span<const record::Record> records, const story::Story& story, Tongue tongue);

/// "8", "4000-5000", and with the signs for at least and at most where a bound is open.
std::string number_signs(const record::Quantity& quantity);

}  // namespace isnad::exports
