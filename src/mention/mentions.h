// The mention layer: which names, dates, numbers and noun phrases are there?
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "mention/name_scratch.h"
#include "morph/words.h"

namespace isnad {

/// A name, description or fixed expression of the lexicon's trie, over tokens [first, last).
struct NameMatch {
  TokenId first, last;
  uint32_t node = 0;          // trie node: its payloads say what it may be
  uint32_t first_letter = 0;  // where it starts in Text::letters, after clitics
  bool pronoun = false;       // an expression whose last word, "that", has a pronoun on it, which is not part of it

  /// The word after the last one.
  [[nodiscard]] WordId end(const Words& words) const {
    const WordId next = words.first_of[last.value];
    return pronoun ? next.prev() : next;
  }
};

/// Precision of a day or period.
enum class Precision : uint8_t { day, week, month, season, year, decade, century, part, count_ };
inline constexpr std::array<std::string_view, 8> kPrecisionNames{"day", "week", "month", "season", "year", "decade", "century", "part"};

/// A date or period over words [first, last), resolved to days since 1970-01-01, both inclusive.
struct DateMention {
  WordId first, last;
  Span span;
  int32_t start = 0, end = 0;
  Precision precision = Precision::day;
  bool resolved = false;    // false: relative, and the document has no date
  bool open_start = false;  // "until ..."
  bool open_end = false;    // "since ...": still going on
  std::string_view rule;
};

/// A number over words [first, last): exact where low == high.
struct NumberMention {
  WordId first, last;
  Span span;
  double low = 0, high = 0, value = 0;
  bool ordinal = false;
  bool percent = false;
  WordId counted;  // head word of what is counted, none if nothing is
  std::string_view rule;
};

enum class ProperType : uint8_t { person, place, organisation, count_ };
inline constexpr std::array<std::string_view, 3> kProperTypeNames{"PER", "LOC", "ORG"};

/// A proper name as it stands in the text, over tokens [first, last): of a person, a place or a body, known or guessed from what stands
/// around it. Titles ("President"), kinds of place ("the city of") and clitics are no part of it; the kind of body is where the name
/// would be none without it ("the Security Council"), and isn't before a name of its own ("the company Nokia"). Bodies that are only
/// described, as ministries and governments are, have no name.
struct ProperName {
  TokenId first, last;
  Span span;
  ProperType type = ProperType::person;
  uint32_t match = kNone;  // index into Mentions::names: the lexicon's name it is or contains; kNone: guessed
  std::string_view rule;
};

enum class PhraseKind : uint8_t { noun, name, pronoun, relative, date, number, count_ };
inline constexpr std::array<std::string_view, 6> kPhraseKindNames{"noun", "name", "pronoun", "relative", "date", "number"};

/// How a phrase hangs on another.
enum class Attachment : uint8_t { none, annexed, apposed, coordinated, count_ };

/// A noun phrase. A chain of annexation gives one phrase a noun, each from its head to the end of what it holds:
/// "[the killing of [the commander of [the corps]]]". A pronoun attached to a noun is a phrase annexed to it.
struct Phrase {
  Span span;           // without preposition and conjunction
  WordId first, last;  // words [first, last)
  WordId head;
  WordId preposition;  // the word that governs it; none: no preposition. Inner phrases have none of their own.
  PhraseId outer;      // what it is attached to
  Attachment attachment = Attachment::none;
  PhraseKind kind = PhraseKind::noun;
  bool definite = false;
  bool negated = false;   // "no", "not a", "lack of" before it
  uint32_t name = kNone;  // index into Mentions::names
  uint32_t date = kNone;
  uint32_t number = kNone;  // the number that counts it
  uint32_t adjectives = 0;  // words of adjectives on the head: Mentions::adjectives[adjectives, adjectives + adjective_count)
  uint16_t adjective_count = 0;
  SentenceId sentence;
};

/// All mentions of one document; phrases in the order of their heads. Reusable.
struct Mentions {
  std::vector<NameMatch> names;    // longest matches, not overlapping, in order
  std::vector<ProperName> proper;  // in order, not overlapping
  std::vector<DateMention> dates;
  std::vector<NumberMention> numbers;
  std::vector<Phrase> phrases;
  std::vector<WordId> adjectives;
  std::vector<uint64_t> classes;      // per phrase: NounClass bits of its head, its description and its name
  std::vector<PhraseId> phrase_of;    // per word: the phrase whose head it is; none
  std::vector<uint32_t> function_of;  // per word: index into names of the fixed expression (PayloadKind::phrase) that starts here; kNone
  NameScratch scratch;

  [[nodiscard]] const Phrase& operator[](PhraseId id) const { return phrases[id.value]; }
};

/// Days since 1970-01-01 of a document's date ("2020-04-05"); INT32_MIN where there is none.
int32_t document_day(const Document& document);

/// Finds names, dates, numbers and phrases. Pure; linear; no allocation once `out` has grown.
void find_mentions(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out);

/// One line a mention, for goldens and `isnad analyse`; the names have lines of their own.
std::string dump(const Lexicon& lexicon, const Document& document, const Words& words, const Mentions& mentions);
std::string dump_proper(const Document& document, const Mentions& mentions);

}  // namespace isnad
