// What analysis needs while it runs: candidates of the sentence at hand. One a thread, reused over documents.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad {

/// Joined particles and pronouns that a token may carry.
enum class Proclitic : uint8_t { none, wa, fa };
enum class Particle : uint8_t { none, bi, li, ka, sa };

/// Coarse tags between which the choice in context weighs transitions.
enum class Tag : uint8_t { boundary, noun, adjective, name, perfect, imperfect, preposition, conjunction, complementiser, relative, negation_past,
                           negation, pronoun, number, adverb, verbal_particle, quantifier, subordinator, start, count_ };

/// One reading of a token: clitics and the stem's entry.
struct Candidate {
  uint32_t entry = kNone;       // into Lexicon::form_entries; kNone: a guess or no word
  LemmaId lemma;
  Features features;
  uint32_t stem_first = 0, stem_last = 0;   // letters of the stem, article excluded
  int32_t cost = 0;             // of its own
  Proclitic proclitic = Proclitic::none;
  Particle particle = Particle::none;
  uint8_t enclitic = 0;         // 1 + index into the table of pronoun suffixes
  bool question = false;
  bool article = false;
  bool guess = false;
  Tag tag = Tag::boundary;
};

class MorphWorkspace {
 public:
  std::vector<Candidate> candidates;   // of the sentence, token after token
  std::vector<uint32_t> first;         // per token its first candidate; one more for the end
  std::vector<int32_t> best;           // per candidate the cheapest path that ends in it
  std::vector<uint32_t> from;          // and where that comes from
  std::vector<uint32_t> chosen;        // per token
};

}  // namespace isnad
