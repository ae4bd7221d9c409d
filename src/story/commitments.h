// Who threatened, promised, demanded or agreed on what, and what became of it?
#pragma once

#include <span>
#include <string>
#include <vector>

#include "story/story.h"

namespace isnad::story {

enum class Kind : uint8_t { threat, promise, demand, agreement };
inline constexpr std::string_view kKindNames[] = {"threat", "promise", "demand", "agreement"};

/// What a later report does to a commitment. `met`: what was threatened, promised, demanded or agreed on was done; `partly`: some of it, at
/// one of several places; `broken`: the holder did the contrary; `rejected`: whom a demand was made of refused; `triggered`: its condition
/// came about; `averted`: that came about which was to prevent it.
enum class Effect : uint8_t { triggered, averted, partly, met, broken, rejected };
inline constexpr std::string_view kEffectNames[] = {"triggered", "averted", "partly met", "met", "broken", "rejected"};
/// A threat that is met is "carried out".
[[nodiscard]] std::string_view effect_name(Kind kind, Effect effect);

struct Consequence {
  Effect effect = Effect::met;
  std::string day;      ///< of the story, else of its first report
  uint32_t story = 0;   ///< index into the situation's stories
  uint32_t record = 0;  ///< the first of its records that tells it
};

/// What is to be done: a record, or none where the text doesn't code it.
struct Content {
  std::string event, text;
  std::vector<std::string> mode;
  uint32_t record = 0;
};

struct Commitment {
  std::string id;  ///< of its story
  Kind kind = Kind::threat;
  std::vector<std::string> holder, addressee;  ///< names in English where known, else the words of the text
  std::vector<Content> content;
  std::vector<record::Condition> condition;
  std::string made, deadline;             ///< days; deadline: the last day, where the text sets one
  std::string state;                      ///< the last effect's name; "lapsed": the deadline passed and no report tells of it; else "open"
  std::vector<Consequence> consequences;  ///< by day
  uint32_t story = 0, record = 0;         ///< the fullest record of its story
  size_t independent = 0;
};

/// By day, then id. Looks at what later reports tell as done; the last document's date is the last day known.
/// Each consequence has its records, so that it can be checked.
[[nodiscard]] std::vector<Commitment> commitments(std::span<const record::Record> records, const Situation& situation);

/// Appends one object and a line end.
void append(const Commitment& commitment, const Situation& situation, std::span<const record::Record> records, std::string& out);

}  // namespace isnad::story
