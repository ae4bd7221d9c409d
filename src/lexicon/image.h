// The lexicon image: one read-only file, mapped at start, that holds all knowledge as flat arrays. Drawn in docs/image.md.
//
// Layout: ImageHeader, then `sections` SectionEntry, then each section's elements, each section at a multiple of kSectionAlignment.
// Little-endian. Every type here is trivially copyable and read in place; the opener checks magic, version, byte order, size, checksum and
// all ranges once.
#pragma once

#include <cstdint>
#include <type_traits>

#include "base/id.h"
#include "lexicon/classes.h"
#include "lexicon/features.h"

namespace isnad {

inline constexpr char kImageMagic[8] = {'I', 'S', 'N', 'A', 'D', 'I', 'M', 'G'};
inline constexpr uint32_t kImageVersion = 6;
inline constexpr uint32_t kImageEndian = 0x01020304;
inline constexpr uint32_t kNone = UINT32_MAX;
inline constexpr size_t kSectionAlignment = 64;  // a line of a processor's cache

struct ImageHeader {
  char magic[8];
  uint32_t version, endian;
  uint64_t bytes;      // of the whole file
  uint64_t checksum;   // image_checksum: over the header, this field zero, and all bytes after it
  uint64_t knowledge;  // hash64 of the knowledge files: the codebook's version in records
  uint32_t sections, unused;
};
static_assert(sizeof(ImageHeader) == 48);

struct SectionEntry {
  uint32_t id, element;  // SectionId, size of one element
  uint64_t offset, count;
};
static_assert(sizeof(SectionEntry) == 24);

enum class SectionId : uint32_t {
  strings = 1,
  letters,
  form_slots,
  forms,
  form_entries,
  lemmas,
  words,
  word_slots,
  trie_nodes,
  trie_edges,
  payloads,
  actors,
  offices,
  affiliations,
  places,
  countries,
  frames,
  frame_refs,
  frame_roles,
  frame_alternatives,
  lemma_lists,
  event_types,
  modes,
  contexts,
  clitics,
  examples,
  senses
};

/// Words that are written joined to others; their names in ar/affixes.tsv.
enum class Clitic : uint8_t { wa, fa, bi, li, ka, sa, a, pronoun, la, count_ };
inline constexpr std::array<std::string_view, size_t(Clitic::count_)> kCliticNames{"wa", "fa", "bi",      "li", "ka",
                                                                                   "sa", "a",  "pronoun", "la"};

/// A string of the pool.
struct Str {
  uint32_t offset = 0, size = 0;
};

/// A slice of another section.
struct Slice {
  uint32_t first = 0, count = 0;
};

/// One folded spelling and its analyses.
struct FormHead {
  uint32_t letters;      // offset into the letters section
  uint32_t first_entry;  // into form_entries
  uint16_t entries;
  uint8_t size;  // letters
  uint8_t unused;
};
static_assert(sizeof(FormHead) == 12);

/// How a form may combine with clitics.
namespace attach {
inline constexpr uint8_t kPronoun = 1, kNeedsPronoun = 2, kArticle = 4, kVariant = 8, kNeedsArticle = 16;
}

/// One analysis of a folded spelling.
struct FormEntry {
  uint32_t lemma;
  Features features;
  uint32_t spelling;  // which exact letters (spelling_of)
  uint8_t attach;
  uint8_t cost;  // prior: 0 is the most usual
  uint16_t unused;
};
static_assert(sizeof(FormEntry) == 16);

struct Lemma {
  Str text;  // vocalised
  Str root;
  uint64_t classes;     // NounClass bits, or VerbClass bits for verbs
  uint64_t government;  // bit 0 object, 1 second object, 2 clause with an; 8 + n: preposition n
  uint32_t base;        // the verb it is derived from, or kNone
  uint32_t country;     // of a nationality adjective: index into countries, or kNone
  Slice frames;         // into frame_refs
  Upos upos;
  Function function;
  Derivation derivation;
  uint8_t annexed;  // 0 unknown, 1 subject, 2 object
  Sector sector;
  uint8_t preposition;  // 1 + n for a preposition, else 0
  Gender gender;
  uint8_t senses;   // the group of words written alike that its neighbours tell apart (Sense::group); 0 none
  uint64_t unused;  // one line of a processor's cache each
};
static_assert(sizeof(Lemma) == 64);

/// One of the words that are written and inflected alike, and the neighbours that tell it (ar/senses.tsv).
struct Sense {
  uint32_t lemma, group;
  Slice does, by, near;  // into lemma_lists
};
static_assert(sizeof(Sense) == 32);

namespace government {
inline constexpr uint64_t kObject = 1, kSecondObject = 2, kClause = 4;
inline constexpr int kFirstPreposition = 8;
/// The bit of a preposition (1 + n, as in Lemma); 0 for none and for the rare ones past the word's end.
constexpr uint64_t of(uint8_t preposition) {
  return preposition == 0 || kFirstPreposition + preposition - 1 > 63 ? 0 : uint64_t{1} << (kFirstPreposition + preposition - 1);
}
}  // namespace government

/// A node of the trie over word ids; edges are sorted by word.
struct TrieNode {
  Slice edges, payloads;
};
struct TrieEdge {
  uint32_t word, node;
};

/// What a sequence of words is.
enum class PayloadKind : uint32_t { actor, country, place, phrase, description, number, calendar, given_name, surname, teknonym, count_ };
struct Payload {
  PayloadKind kind;
  uint32_t index;  // actors, countries, places: which; phrases: Function; descriptions: Sector; calendar: CalendarKind; number: NumberKind
  double low,
      high;  // numbers and calendar: the value (low == high where exact); phrases: high is `governs`; descriptions: NounClass
             // bits in low; places, countries: low is the rank of the name, high the vowel that it is listed with on its first letter
             // (mark::)
};
enum class NumberKind : uint32_t { cardinal, ordinal, multiplier, fraction, vague, count_ };
inline constexpr std::array<std::string_view, 5> kNumberKindNames{"cardinal", "ordinal", "multiplier", "fraction", "vague"};
enum class CalendarKind : uint32_t {
  month_gregorian,
  month_hijri,
  month_persian,
  weekday,
  season,
  relday,
  relative,
  unit,
  part,
  era,
  daypart,
  count_
};
inline constexpr std::array<std::string_view, 12> kCalendarKindNames{
    "month.gregorian", "month.hijri", "month.persian", "weekday", "season", "relday", "relative", "unit", "part", "era", "daypart", ""};
/// Values of CalendarKind::unit, part, season and era, as Payload::low.
enum class TimeUnit : uint8_t { none, days, weeks, months, years, decades, centuries, hours, minutes, seconds, count_ };
inline constexpr std::array<std::string_view, 10> kTimeUnitNames{"",        "days",      "weeks", "months",  "years",
                                                                 "decades", "centuries", "hours", "minutes", "seconds"};
enum class PeriodPart : uint8_t { none, start, mid, end, count_ };
inline constexpr std::array<std::string_view, 4> kPeriodPartNames{"", "start", "mid", "end"};
enum class Season : uint8_t { none, spring, summer, autumn, winter, count_ };
inline constexpr std::array<std::string_view, 5> kSeasonNames{"", "spring", "summer", "autumn", "winter"};
enum class Era : uint8_t { none, CE, BCE, AH, SH, count_ };
inline constexpr std::array<std::string_view, 5> kEraNames{"", "CE", "BCE", "AH", "SH"};

struct Country {
  Str iso3, name_ar, name_en, capital_ar, capital_en;
  float lat, lon;     // of the capital
  uint32_t feminine;  // 1: its name takes feminine verbs always; 0: not always
};

struct Actor {
  Str id, name_ar, name_en;
  Str country;      // ISO 3166-1 alpha-3 or IGO UNO ...; empty if none
  uint32_t parent;  // index or kNone
  Slice offices, affiliations;
  Sector sector;
  EntityKind kind;
  uint16_t unused;
};
struct Office {
  Str title_ar, title_en, country;
  int32_t from, to;  // days since 1970-01-01, inclusive; INT32_MIN / INT32_MAX where open
  Sector sector;
  uint8_t unused[3];
};

struct Place {
  Str id, name_ar, name_en, kind, admin1, country;
  float lat, lon;
  uint32_t parent;      // the first-level division that it lies in: index into places; kNone
  uint32_t population;  // people, roughly; of most places from their kind alone
};

/// One way to fill a role.
enum class Source : uint8_t { subject, object, object2, content, annexed, preposition, expression };
struct FrameAlternative {
  uint64_t classes;  // NounClass bits, any of; 0 with no sectors and kinds: anything
  uint32_t sectors;  // Sector bits
  uint16_t kinds;    // EntityKind bits
  Source source;
  uint8_t preposition;     // as in Lemma; for an expression its Function
  uint8_t actor;           // 1: any person, group, force, organisation or state
  uint8_t owned;           // 1: with a pronoun that says whose ("its ambassador")
  uint16_t content_types;  // EventType bits: the filler must itself be such an event; 0: any
  uint8_t unused2[4];
};
static_assert(sizeof(FrameAlternative) == 24);
struct FrameRole {
  Slice alternatives;
  Slot slot;
  uint8_t unused[3];
};

/// Bits of Frame::when.
namespace when {
inline constexpr uint8_t kFuture = 1, kNegated = 2;
}

struct Frame {
  Str id, cameo;
  Str counts;                        // what a number on the recipient counts ("killed"), empty: by its class
  Slice roles, with, also, without;  // with, also, without: into lemma_lists; one of `with` and one of `also` must be there
  uint64_t without_classes;          // NounClass bits of words that must not be there
  uint64_t contexts;
  Slice required;  // into lemma_lists: each a mask of Slot bits, any of which must be filled
  uint16_t mode;   // 1 + index into modes, or 0
  int16_t priority;
  EventType event;
  uint8_t only;                                         // bits: 1 verb, 2 masdar, 4 participle, 8 noun; 0: all
  uint8_t status;                                       // 1 + EventStatus, or 0
  uint8_t when;                                         // bits of `when`: only for what is still to come, only for what is negated
  uint16_t mode_by_content[size_t(EventType::count_)];  // 1 + index into modes, or 0
};

struct EventTypeInfo {
  Str name, quad;
  float score;
  uint32_t future;  // 1 + the EventType that an announced act of this type is, 0: the same
  Str cameo;        // root code for frames that give none
};

/// One example of a frame, for `isnad codebook` and the tests.
struct Example {
  Str text, expected;  // expected: one `key=value` a line, or "not"
  uint32_t frame;
  uint32_t line;  // in the frame's file
};

}  // namespace isnad
