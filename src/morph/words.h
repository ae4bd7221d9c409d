// The morph layer: which words is each token made of, which lemma and features, in this context?
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

namespace isnad {

/// A syntactic word in the sense of Universal Dependencies: a clitic or what is left of a token without its clitics. The article is
/// part of its noun.
struct Word {
  Span span;  // bytes of the document
  TokenId token;
  uint32_t first = 0;  // its letters: Text::letters[first, last), article included
  uint32_t last = 0;
  LemmaId lemma;  // none for numbers, punctuation and unknown words
  Features features;
  bool main = false;  // the token's stem, not a clitic
  bool article = false;
  bool guess = false;          // not from the lexicon: shape and context only
  bool enclitic = false;       // a pronoun attached to the word before
  uint8_t margin = 0;          // how much better than the runner-up, 255 where there is none
  uint32_t runner_up = kNone;  // index into Lexicon::form_entries of the second choice
};

/// What the lexicon's names have of a token's letters: asked once for each different token (see TokenMemo).
struct NameKeys {
  static constexpr uint32_t kNotAsked = kNone - 1;  // name_word and name_node look it up
  uint32_t word = kNotAsked;                        // Lexicon::name_word of all letters
  std::array<uint32_t, 4> starts{};                 // the trie's node for the letters from the first, second ... on to the end; kNone: none
};

/// Words of one document, in order. Reusable: `analyse` clears and refills it.
struct Words {
  std::vector<Word> words;
  std::vector<WordId> first_of;  // per token its first word; one more entry for the end
  std::vector<WordId> main_of;   // per token its main word
  std::vector<NameKeys> names;   // per token

  [[nodiscard]] const Word& operator[](WordId id) const { return words[id.value]; }
  [[nodiscard]] size_t size() const { return words.size(); }
};

/// Lexicon::name_word of token t.
uint32_t name_word(const Lexicon& lexicon, const Text& text, const Words& words, uint32_t t);

/// The node below the trie's root for letters [first, last) of token t; kNone without one.
uint32_t name_node(const Lexicon& lexicon, const Text& text, const Words& words, uint32_t t, uint32_t first, uint32_t last);

/// What `analyse` needs to work without allocating: one a thread, reused over documents.
class MorphWorkspace;

/// Analyses every token and chooses one reading each by its context. Never fails: a word that the lexicon lacks gets a guess.
void analyse(const Lexicon& lexicon, const Text& text, MorphWorkspace& workspace, Words& out);

/// One line a word: "begin..end surface lemma UPOS features".
std::string dump(const Lexicon& lexicon, const Document& document, const Words& words);

}  // namespace isnad
