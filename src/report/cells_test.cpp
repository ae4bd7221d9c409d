// Tests of widths, cleaning and wrapping.
#include "report/cells.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"

namespace isnad {
namespace {

TEST(Width, MarksAndControlsTakeNothing) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("\u0642\u064E\u0627\u0644\u064E"), 3U);  // vocalised
  EXPECT_EQ(display_width("\u2068\u0642\u0627\u0644\u2069"), 3U);  // isolates
  EXPECT_EQ(display_width("\u0642\u0640\u0644"), 3U);              // tatweel is a letter
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("\u65E5\u672C"), 4U);
  EXPECT_EQ(display_width("\U0001F600"), 2U);
  EXPECT_EQ(display_width("\uFEFF\u200F"), 0U);
}

TEST(Clean, NothingThatCommandsATerminalIsLeft) {
  EXPECT_EQ(clean_cell("a\x1B[31mb\tc\r\n  d\x7F\xC2\x9B"
                       "e "),
            "a [31mb c d e");
  EXPECT_EQ(clean_cell("a\u202Eb\u2066c\u2069\uFEFF"), "abc");
  EXPECT_EQ(clean_cell("  \n"), "");
}

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_EQ(wrap_cell("the quick brown fox", 10), (std::vector<std::string>{"the quick", "brown fox"}));
  EXPECT_TRUE(wrap_cell("", 5).empty());
  EXPECT_EQ(wrap_cell("ab", 2), (std::vector<std::string>{"ab"}));
}

TEST(Wrap, LongWordsAreBrokenButNeverBeforeAMark) {
  EXPECT_EQ(wrap_cell("a abcdefgh b", 3), (std::vector<std::string>{"a", "abc", "def", "gh", "b"}));
  EXPECT_EQ(wrap_cell("\u0642\u064E\u0627\u0644\u064E", 2), (std::vector<std::string>{"\u0642\u064E\u0627", "\u0644\u064E"}));
}

TEST(Wrap, NoLineIsTooWideAndNothingIsLost) {
  const std::string text = clean_cell(
      "\u0627\u0646\u0633\u062D\u0628\u062A \u0627\u0644\u0642\u0648\u0627\u062A 5,000 \u65E5\u672C\u8A9E\u65E5\u672C \U0001F600\U0001F600 "
      "supercalifragilistic x");
  for (size_t width = 2; width < 60; ++width) {
    std::string joined;
    for (const auto& line : wrap_cell(text, width)) {
      EXPECT_LE(display_width(line), width);
      joined += line;
    }
    std::string letters;
    for (const char c : text)
      if (c != ' ') letters += c;
    joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
    EXPECT_EQ(joined, letters) << "width " << width;
  }
}

TEST(Isolates, OnlyAroundRightToLeftWords) {
  EXPECT_EQ(isolated("USA 15"), "USA 15");
  EXPECT_EQ(isolated("\u0642\u0627\u0644 [USA]"), "\u2068\u0642\u0627\u0644 [USA]\u2069");
}

}  // namespace
}  // namespace isnad
