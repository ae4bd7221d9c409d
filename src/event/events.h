// The event layer: which frames of the codebook hold; status, attribution, condition, evidence.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/entities.h"

namespace isnad {

/// Bits of Event::aux: PLOVER's auxiliary modes.
namespace aux {
inline constexpr uint8_t kHistorical = 1, kFuture = 2, kHypothetical = 4, kNegation = 8;
}
inline constexpr std::array<std::string_view, 4> kAuxNames{"historical", "future", "hypothetical", "negation"};

enum class Stance : uint8_t { asserts, denies, confirms, reveals, accuses, describes, quotes, count_ };
inline constexpr std::array<std::string_view, 7> kStanceNames{"asserts", "denies", "confirms", "reveals", "accuses", "describes", "quotes"};

enum class QuantityOf : uint8_t {
  killed,
  wounded,
  missing,
  captured,
  arrested,
  abducted,
  displaced,
  people,
  protesters,
  troops,
  fighters,
  police,
  civilians,
  staff,
  bases,
  sites,
  vehicles,
  aircraft,
  ships,
  missiles,
  drones,
  weapons,
  attacks,
  money,
  percent,
  days,
  other,
  count_
};
inline constexpr std::array<std::string_view, 27> kQuantityNames{
    "killed", "wounded",  "missing", "captured",  "arrested", "abducted", "displaced", "people",   "protesters",
    "troops", "fighters", "police",  "civilians", "staff",    "bases",    "sites",     "vehicles", "aircraft",
    "ships",  "missiles", "drones",  "weapons",   "attacks",  "money",    "percent",   "days",     "other"};
static_assert(kQuantityNames.size() == size_t(QuantityOf::count_));

/// Fields that evidence can be given for.
enum class Field : uint8_t {
  event,
  actor,
  recipient,
  theme,
  means,
  location,
  origin,
  destination,
  date,
  quantity,
  attribution,
  condition,
  content,
  because,
  retaliation_for,
  status,
  aux,
  salience,
  mode,
  count_
};
inline constexpr std::array<std::string_view, 19> kFieldNames{
    "event",       "actor",     "recipient", "theme",   "means",           "location", "origin", "destination", "date", "quantity",
    "attribution", "condition", "content",   "because", "retaliation_for", "status",   "aux",    "salience",    "mode"};
static_assert(kFieldNames.size() == size_t(Field::count_));

struct Evidence {
  Field field = Field::event;
  std::string_view rule;  // static or in the lexicon
  Span span;
};

struct QuantityRef {
  QuantityOf of = QuantityOf::other;
  uint32_t number = kNone;  // index into Mentions::numbers
};

struct AttributionRef {
  EntityId who;      // none: not resolved
  PhraseId speaker;  // none: unnamed
  LemmaId verb;
  Stance stance = Stance::asserts;
  std::string_view medium;  // "twitter", "statement" ...; empty if not said
  Span span;                // of the verb or expression
};

struct ConditionRef {
  std::string_view kind;  // if, unless, even_if, until
  Span span;
  EventId event;  // the record of the condition, none if it is none
};

/// One record. Ranges are slices of the vectors of Events.
struct Event {
  uint64_t id = 0;         // stable hash of document id, trigger span, frame
  uint32_t serial = 0;     // scratch: order of coding
  uint32_t frame = kNone;  // index into Lexicon::frames
  ClauseId clause;
  SentenceId sentence;
  Span trigger;
  LemmaId trigger_lemma;
  EventType type = EventType::consult;
  uint16_t mode = 0;  // 1 + index into Lexicon::modes, 0 none
  EventStatus status = EventStatus::occurred;
  uint8_t aux = 0;
  bool background = false;
  bool actor_inherited = false;  // the actor is another clause's or sentence's
  bool near_date = false;        // scratch: the day is that of a clause around it
  bool near_place = false;       // scratch: the place only stands near in the text: of a clause around it, the sentence or its dateline
  bool counts_victims = false;   // a number on its recipient: killed, wounded, arrested ...
  uint32_t date = kNone;         // index into Mentions::dates
  EntityId location, origin, destination;
  std::array<Slice, 4> fillers;  // actor, recipient, theme, means: into Events::fillers
  Slice quantities, attributions, conditions, content, because, retaliation_for, evidence;
  float confidence = 0;
};

struct Events {
  std::vector<Event> events;  // in the order of their triggers
  std::vector<EntityId> fillers;
  std::vector<QuantityRef> quantities;
  std::vector<AttributionRef> attributions;
  std::vector<ConditionRef> conditions;
  std::vector<EventId> links;  // content, because, retaliation_for
  std::vector<Evidence> evidence;
  std::vector<uint32_t> evidence_of;  // scratch: the serial of the record that each piece belongs to
  std::vector<EventId> event_of;      // scratch: per clause its record
  ClauseId reach_of;                  // scratch: the clause whose reach is gathered
  std::vector<uint8_t> reach;         // scratch: per Lexicon::frame_lists which lemmas of the clause are on it (frames.cpp)
  std::vector<EventId> merged_into;   // scratch: per record the one that it went into
  std::vector<uint32_t> serial_of;    // scratch: per serial that of the record which has its evidence
  std::vector<Evidence> gathered;     // scratch
  std::vector<Slice> ranges;          // scratch
  struct Cause {
    EventId owner, cause;
    bool retaliation = false;
  };
  std::vector<Cause> causes;                            // scratch
  std::vector<bool> drop;                               // scratch
  std::vector<std::pair<EventId, ConditionRef>> found;  // scratch

  template <class T>
  [[nodiscard]] static std::span<const T> slice(const std::vector<T>& all, Slice s) {
    return {all.data() + s.first, s.count};
  }
};

void find_events(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, const Mentions& mentions,
                 const Clauses& clauses, const Entities& entities, Events& out);

}  // namespace isnad
