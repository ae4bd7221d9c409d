// Which forces and weapons came, went and changed hands where, as reported?
#pragma once

#include <span>
#include <string>
#include <vector>

#include "story/story.h"

namespace isnad::story {

enum class Move : uint8_t { arrival, departure, handover, seizure, presence };
inline constexpr std::string_view kMoveNames[] = {"arrival", "departure", "handover", "seizure", "presence"};

/// Whose, and where; empty fields ask for nothing.
struct PostureQuery {
  std::string actor;    ///< a code (USAMIL), a country (USA) or an actor's id (iraq.kataib_hezbollah)
  std::string country;  ///< ISO 3166-1 alpha-3 of the place
};

/// A place of a move.
struct Site {
  std::string id, name, country;
};

/// One move of one story. Numbers that sources dispute are in `numbers` with who says what.
struct Movement {
  std::string day;  ///< else that of the first report
  Move move = Move::arrival;
  std::vector<std::string> actor, forces;  ///< names; what is moved: the text's words
  std::vector<std::string> weapons;        ///< the words for what is no person
  std::vector<Site> sites;                 ///< most exact first
  std::vector<Field> numbers;              ///< of troops, weapons, bases, vehicles ...
  bool disputed = false;                   ///< a source says that it did not happen
  uint32_t story = 0;
  std::vector<uint32_t> records;
};

/// By day, then story. A story may hold an arrival, a departure and a handover. What is only planned, promised or threatened is not here
/// but among the commitments.
[[nodiscard]] std::vector<Movement> posture(std::span<const record::Record> records, const Situation& situation, const PostureQuery& query);

/// Appends one object and a line end.
void append(const Movement& movement, const Situation& situation, std::span<const record::Record> records, std::string& out);

}  // namespace isnad::story
