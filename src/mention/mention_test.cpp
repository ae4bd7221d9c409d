// Names and noun phrases: goldens of annexation, adjectives, apposition, coordination, quoted names. Dates and numbers have their own.
#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

TEST(Mentions, Golden) {
  check_golden("mention/phrases.txt", [](std::string_view input) {
    engine::Layers l(input);
    engine::to_mentions(l);
    return dump(engine::lexicon(), l.document, l.words, l.mentions);
  });
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
