// Names and noun phrases: goldens of annexation, adjectives, apposition, coordination, quoted names; proper names. Dates and numbers have
// their own.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

std::string mentions_of(std::string_view input) {
  engine::Layers l(input);
  engine::to_mentions(l);
  return dump(engine::lexicon(), l.document, l.words, l.mentions);
}

TEST(Mentions, Golden) { check_golden("mention/phrases.txt", mentions_of); }

/// Each line of a case is a document of its own; phrases count from 0 in each.
void check_lines(const std::string& path) { check_golden_lines(path, mentions_of); }

TEST(Mentions, Annexation) { check_lines("mention/annexation.txt"); }
TEST(Mentions, Apposition) { check_lines("mention/apposition.txt"); }
TEST(Mentions, Lists) { check_lines("mention/lists.txt"); }

TEST(Mentions, ProperNamesGolden) {
  check_golden_lines("mention/names.txt", [](std::string_view line) {
    engine::Layers l(line);
    engine::to_mentions(l);
    return l.mentions.proper.empty() ? std::string("-\n") : dump_proper(l.document, l.mentions);
  });
}

/// A long document of one name: linear work, every mention found.
TEST(Mentions, SecondMentionsOfALongDocument) {
  std::string text =
      "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 \u062F\u064A\u0644\u0641\u0627\u0646 \u0643\u0627\u0631\u0645\u0648\u062F "
      "\u0630\u0644\u0643.\n";
  constexpr int kTimes = 500;
  for (int i = 0; i < kTimes; ++i) text += "\u063A\u0627\u062F\u0631 \u0643\u0627\u0631\u0645\u0648\u062F.\n";
  engine::Layers l(text);
  engine::to_mentions(l);
  EXPECT_EQ(l.mentions.proper.size(), size_t(kTimes) + 1);
  for (size_t i = 1; i < l.mentions.proper.size(); ++i) EXPECT_LE(l.mentions.proper[i - 1].last, l.mentions.proper[i].first);
}

/// Without a date of the document, relative dates stay open; phrases are the same.
TEST(Mentions, UndatedDocument) {
  engine::Layers dated("\u0632\u0627\u0631 \u0627\u0644\u0631\u0626\u064A\u0633 \u0628\u063A\u062F\u0627\u062F \u0623\u0645\u0633"),
      undated = dated;
  undated.document.date.clear();
  engine::to_mentions(dated);
  engine::to_mentions(undated);
  ASSERT_EQ(dated.mentions.dates.size(), 1U);
  ASSERT_EQ(undated.mentions.dates.size(), 1U);
  EXPECT_TRUE(dated.mentions.dates[0].resolved);
  EXPECT_FALSE(undated.mentions.dates[0].resolved);
  EXPECT_EQ(document_day(dated.document), 19737);
  EXPECT_EQ(document_day(undated.document), INT32_MIN);
  EXPECT_EQ(dated.mentions.phrases.size(), undated.mentions.phrases.size());
}

}  // namespace
}  // namespace isnad
