// What analysis needs while it runs: the readings of tokens met so far, and the search for the best of them. One a thread, reused over
// documents.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "text/text.h"

namespace isnad {

/// Joined particles and pronouns that a token may carry.
enum class Proclitic : uint8_t { none, wa, fa };
enum class Particle : uint8_t { none, bi, li, ka, sa, la, ma };  // la, ma: negations written without a space, two letters

/// Coarse tags between which the choice in context weighs transitions.
enum class Tag : uint8_t {
  boundary,
  noun,
  adjective,
  name,
  perfect,
  imperfect,
  preposition,
  conjunction,
  complementiser,
  relative,
  negation_past,
  negation,
  pronoun,
  number,
  adverb,
  verbal_particle,
  quantifier,
  subordinator,
  start,
  count_
};

/// What a reading shows to its neighbours: all that a transition between two readings depends on. Packed: it is compared for every pair.
struct Face {
  Tag tag : 5 = Tag::boundary;    // of the stem
  Tag first : 5 = Tag::boundary;  // of the first word: the joined particle's where there is one
  Gender gender : 2 = Gender::none;
  Number number : 2 = Number::none;
  State state : 2 = State::none;
  Case kase : 2 = Case::none;
  Mood mood : 2 = Mood::none;
  Person person : 2 = Person::none;
  VerbForm form : 3 = VerbForm::none;
  uint8_t enclitic : 4 = 0;   // 1 + index into the table of pronoun suffixes
  bool definite : 1 = false;  // by article or pronoun; names count as definite
  bool article : 1 = false;
  bool time : 1 = false;   // of class time; of a verb: another verb follows it ("was carrying", "began to shoot")
  bool wants : 1 = false;  // a verb that wants an act as its object ("intends", "proposes")
  bool operator==(const Face&) const = default;
};

/// One reading of a token: clitics and the stem's entry.
struct Candidate {
  uint32_t entry = kNone;  // into Lexicon::form_entries; kNone: a guess or no word
  LemmaId lemma;
  Features features;
  uint32_t twin = kNone;  // entry of the next best reading with the same face, kNone if there is none
  int16_t cost = 0;       // of its own
  int16_t twin_cost = 0;
  uint8_t stem_first = 0, stem_last = 0;  // letters of the stem from the token's first, article excluded
  Proclitic proclitic = Proclitic::none;
  Particle particle = Particle::none;
  uint8_t enclitic = 0;  // 1 + index into the table of pronoun suffixes
  bool question = false;
  bool article = false;
  bool guess = false;
  Face face;
};

/// A run of MorphWorkspace::candidates.
struct Readings {
  uint32_t first = 0, count = 0;
};

/// Readings of the tokens met so far, by their letters and marks. A token's readings don't depend on its context, so that a word is looked
/// up in the lexicon once and remembered for as long as there is room; what was read before changes no result.
class TokenMemo {
 public:
  static constexpr size_t kMaxLetters = 63;  // longer words are not looked up

  /// Forgets everything if the room is nearly used up, or if the lexicon is another than before. Call it where no Readings are held.
  void make_room(const Lexicon& lexicon, std::vector<Candidate>& candidates);
  /// The readings of a word token, found anew where it wasn't met before. Valid until the next make_room.
  Readings readings(const Lexicon& lexicon, const Text& text, const Token& token, std::vector<Candidate>& candidates);

 private:
  struct Slot {
    uint64_t hash = 0;
    uint32_t key = 0;   // into keys_: letters, then marks
    uint32_t size = 0;  // letters; 0: empty
    Readings readings;
  };
  std::vector<Slot> slots_;
  std::vector<uint8_t> keys_;
  size_t used_ = 0;
  const void* lexicon_ = nullptr;
  uint64_t knowledge_ = 0;
};

class MorphWorkspace {
 public:
  TokenMemo memo;
  std::vector<Candidate> candidates;  // of all tokens in the memo
  std::vector<Readings> tokens;       // of the piece at hand: per token its candidates
  std::vector<uint32_t> base;         // per token where its candidates stand in best and from; one more for the end
  std::vector<int32_t> best;          // per candidate of the piece the cheapest path that ends in it
  std::vector<uint16_t> from;         // and which candidate of the token before that comes from
  std::vector<uint8_t> waits;         // and whether a verb on it still waits for an act as its object
  std::vector<uint16_t> chosen;       // per token, counted from its first
};

}  // namespace isnad
