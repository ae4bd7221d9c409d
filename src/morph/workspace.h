// What analysis needs while it runs: the readings of tokens met so far, and the search for the best of them. One a thread, reused over
// documents.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "morph/words.h"

namespace isnad {

/// Joined particles and pronouns that a token may carry.
enum class Proclitic : uint8_t { none, wa, fa };
enum class Particle : uint8_t {
  none,
  bi,
  li,
  ka,
  sa,
  la,
  ma,
  emphatic
};  // la, ma: negations written without a space, two letters; emphatic: the la- of consequences

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

/// What a reading shows to its neighbours: all that a transition between two readings depends on. A new field
/// goes into bits_of too, and where a transition asks for it into as_left and as_right (choose.cpp).
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
  bool emphatic : 1 = false;        // joined to the la- of consequences ("..., it would have")
  bool counterfactual : 1 = false;  // opens a condition that doesn't hold
  bool time : 1 = false;            // of class time; of a verb: another verb follows it ("was carrying", "began to shoot")
  bool place : 1 = false;           // an indefinite noun that names a kind of place ("city", "airport")
  bool wants : 1 = false;           // a verb that wants an act as its object ("intends", "proposes")
  bool confirms : 1 = false;        // a verb that says so of an act, often the speaker's own ("stressed his refusal")
  bool asks : 1 = false;            // a verbal noun of asking that is spelled as the feminine participle
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
  uint32_t face = 0;  // its number among ReadingPool::faces
};

/// All that the search for the cheapest path needs of a candidate.
struct Weight {
  uint32_t face = 0;
  int16_t cost = 0;
  uint16_t left = 0, right = 0;  // of its face: Faces::Sides, kRemembered for all that are too many to remember
  uint8_t signs = 0;             // of its face: bits of `face_sign`
};

/// What the search asks of every reading's face, gathered once.
namespace face_sign {
inline constexpr uint8_t kEmphatic = 1, kCounterfactual = 2;
inline constexpr uint8_t kWants = 4;       // a verb on it waits for an act from here on
inline constexpr uint8_t kWaitsStill = 8;  // a verb before it that waits for an act still does
inline constexpr uint8_t kConfirms = 16;   // a verb on it waits for an act of the speaker's own from here on
}  // namespace face_sign

/// Faces met so far, by number, and the costs of one after another: some hundred faces make up all readings, so that each pair is weighed
/// once. What was met before changes no result.
class Faces {
 public:
  void clear();
  uint32_t number_of(const Face& face);
  const Face& operator[](uint32_t number) const { return faces_[number]; }
  [[nodiscard]] Weight weight(uint32_t face, int16_t cost) const {
    return {face, cost, sides_[face].left, sides_[face].right, sides_[face].signs};
  }
  /// transition of the left one's face to the right one's
  int cost(const Weight& left, const Weight& right) {
    const int8_t known = costs_[left.left * kRow + right.right];
    return known != kUnknown ? known : weigh(left, right);
  }

 private:
  static constexpr size_t kRemembered = 512;        // what is beyond has a row and a column that stay unknown
  static constexpr size_t kRow = kRemembered + 64;  // rows of 2^n bytes would share their lines in the cache
  static constexpr int8_t kUnknown = INT8_MIN;      // weighed anew each time: what isn't met yet, and what a byte can't hold
  int weigh(const Weight& left, const Weight& right);

  /// Numbers of what counts in a face that stands left or right of another: far fewer than faces, so that their costs stay in the cache.
  struct Sides {
    uint16_t left = 0, right = 0;
    uint8_t signs = 0;
  };
  std::vector<Face> faces_;
  std::vector<Sides> sides_;                        // of each face
  std::unordered_map<uint64_t, uint32_t> numbers_;  // by the face's bits
  std::unordered_map<uint64_t, uint32_t> lefts_, rights_;
  struct Recent {
    uint64_t bits = 0;
    uint32_t number = kNone;
  };
  std::array<Recent, 4096> recent_{};  // a short cut to numbers_
  std::vector<int8_t> costs_;
};

/// The candidates of all tokens in the memo.
struct ReadingPool {
  std::vector<Candidate> candidates;
  std::vector<Weight> weights;  // of each candidate
  Faces faces;

  void clear() { candidates.clear(), weights.clear(), faces.clear(); }
  /// Adds the weights of the candidates that have none yet.
  void weigh() {
    for (size_t c = weights.size(); c < candidates.size(); ++c) weights.push_back(faces.weight(candidates[c].face, candidates[c].cost));
  }
};

/// A run of ReadingPool::candidates.
struct Readings {
  uint32_t first = 0, count = 0;
};

/// What a token may be, in itself.
struct TokenFacts {
  Readings readings;
  NameKeys names;
};

/// What was found of the tokens met so far, by their letters and marks. It doesn't depend on a token's context, so that a word is looked
/// up in the lexicon once and remembered for as long as there is room; what was read before changes no result.
class TokenMemo {
 public:
  static constexpr size_t kMaxLetters = 63;  // longer words are not looked up

  /// Forgets everything if the room is nearly used up, or if the lexicon is another than before. Call it where no Readings are held.
  void make_room(const Lexicon& lexicon, ReadingPool& pool);
  /// Up to fifteen letters without marks as they are; else their hash, and where in keys_ letters and marks stand.
  struct Key {
    uint64_t low = 0, high = 0;
    bool operator==(const Key&) const = default;
  };
  struct Question {
    Key key;
    uint64_t hash = 0;
  };
  /// A question about a word token. Asked for many tokens before the first answer, the memory they touch comes in meanwhile: `ask` all,
  /// `fetch` all, then `answer` one after the other.
  [[nodiscard]] Question ask(const Text& text, const Token& token) const;
  void fetch(const Question& question) const;
  /// What the token may be, found anew where it wasn't met before. The reference is valid until the next call, the readings until the next
  /// make_room.
  const TokenFacts& answer(const Lexicon& lexicon, const Text& text, const Token& token, const Question& question, ReadingPool& pool);

 private:
  struct Entry {
    Key key;
    TokenFacts facts;
  };
  struct Spelled {
    std::string_view letters, marks;
  };
  [[nodiscard]] static Spelled spelled_of(const Text& text, const Token& token);
  [[nodiscard]] bool same(const Entry& entry, const Key& key, const Spelled& token) const;
  void add(const Key& key, const Spelled& token);

  std::vector<uint64_t> slots_;  // high 32 bits: of the key's hash; low: 1 + index into entries_; 0 empty
  std::vector<Entry> entries_;   // in the order of meeting: what is frequent stands together
  std::vector<char> keys_;
  const void* lexicon_ = nullptr;
  uint64_t knowledge_ = 0;
};

class MorphWorkspace {
 public:
  TokenMemo memo;
  ReadingPool pool;
  std::vector<TokenMemo::Question> questions;  // of the piece at hand
  std::vector<Readings> tokens;                // of the piece at hand: per token its candidates
  std::vector<uint32_t> base;                  // per token where its candidates stand in best and from; one more for the end
  std::vector<int32_t> best;                   // per candidate of the piece the cheapest path that ends in it
  std::vector<uint16_t> from;                  // and which candidate of the token before that comes from
  std::vector<uint8_t> waits;                  // and whether a verb on it still waits for an act as its object
  std::vector<uint16_t> chosen;                // per token, counted from its first
};

}  // namespace isnad
