// What the search for names notes of each token, and what it remembers of a document. Kept in Mentions for its capacity only.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/image.h"

namespace isnad {

/// What a token may be to a name, from its letters and its reading. Ordinary: an unknown word with the look of an Arabic word or verb form;
/// common: a personal name that the lexicon has as another word too; particle: as a particle.
namespace name_flag {
inline constexpr uint16_t kWord = 1, kGiven = 2, kSurname = 4, kLinker = 8, kProper = 16, kGuess = 32, kProclitic = 64, kPronoun = 128,
                          kArticle = 256, kNoun = 512, kAdjective = 1024, kFinalYa = 2048, kVerb = 4096, kOrdinary = 8192, kCommon = 16384,
                          kParticle = 32768;
inline constexpr uint16_t kPersonal = kGiven | kSurname;
}  // namespace name_flag

/// The stem of a token: its letters after clitics, all the letters where they as a whole are a personal name.
struct NameFacts {
  uint32_t first = 0, last = 0;  // letters of the stem
  uint32_t match = kNone;        // index into Mentions::names of the match that covers it
  uint32_t owner = kNone;        // index into the names found so far
  uint16_t flags = 0;
};

/// One word of a name found with evidence: what the word alone stands for later.
struct RememberedName {
  uint32_t hash = 0;
  uint8_t type = 0;  // 1 + ProperType; 0: the slot is empty
};

struct NameScratch {
  std::vector<NameFacts> facts;        // per token
  std::vector<RememberedName> memory;  // open addressing, a power of two
};

}  // namespace isnad
