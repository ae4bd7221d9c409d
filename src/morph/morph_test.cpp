// Words in context: goldens of clitics and of choices between readings; agreement of tokens and words.
#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

void check_words(const std::string& path) {
  check_golden(path, [](std::string_view input) {
    engine::Layers l(input);
    engine::to_words(l);
    return dump(engine::lexicon(), l.document, l.words);
  });
}

TEST(Morph, Clitics) { check_words("morph/clitics.txt"); }
TEST(Morph, Choices) { check_words("morph/choices.txt"); }

/// Words of a token lie within it, in order, and one of them is its stem.
TEST(Morph, WordsLieInTheirTokens) {
  engine::Layers l("\u0648\u0628\u0643\u062A\u0627\u0628\u0647\u0645 \u0641\u0633\u064A\u0642\u0648\u0644\u0647\u0627 3.5 % abc.");
  engine::to_words(l);
  ASSERT_EQ(l.words.first_of.size(), l.text.tokens.size() + 1);
  for (size_t t = 0; t < l.text.tokens.size(); ++t) {
    int stems = 0;
    uint32_t at = l.text.tokens[t].span.begin;
    for (WordId w = l.words.first_of[t]; w < l.words.first_of[t + 1]; w = w.next()) {
      const Word& word = l.words[w];
      EXPECT_TRUE(l.text.tokens[t].span.contains(word.span)) << t;
      EXPECT_EQ(word.span.begin, at) << "words cover their token";
      EXPECT_EQ(word.token.value, t);
      at = word.span.end;
      stems += word.main;
    }
    EXPECT_EQ(at, l.text.tokens[t].span.end);
    EXPECT_EQ(stems, 1) << t;
  }
}

/// A workspace that has met more words than it has room for gives the readings of a fresh one.
TEST(Morph, WhatIsForgottenIsFoundAgain) {
  const std::string known = "\u0642\u0635\u0641 \u0627\u0644\u062c\u064a\u0634 \u0627\u0644\u0642\u0631\u064a\u0629.";
  std::string many;
  for (int i = 0; i < 70000; ++i) {  // 70,000 words of four letters, all different
    for (int rest = i, place = 0; place < 4; ++place, rest /= 17) many += {char(0xD8), char(0xA8 + (rest % 17))};
    many += i % 60 == 59 ? ".\n" : " ";
  }
  const auto words_of = [](const std::string& text, MorphWorkspace& workspace) {
    const Document document(text);
    Text read;
    Words words;
    read_text(document, read);
    analyse(engine::lexicon(), read, workspace, words);
    return dump(engine::lexicon(), document, words);
  };
  MorphWorkspace fresh, used;
  const std::string expected = words_of(known, fresh);
  EXPECT_EQ(words_of(known, used), expected);
  (void)words_of(many, used);
  EXPECT_EQ(words_of(known, used), expected);
  EXPECT_LT(used.pool.candidates.size(), size_t{1} << 19) << "the memory is bounded";
}

}  // namespace
}  // namespace isnad
