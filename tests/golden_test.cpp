// Golden files can be read, written back, and compared.
#include "support/golden.h"

#include <gtest/gtest.h>

namespace isnad::golden {
namespace {

constexpr std::string_view kText =
    "# a comment\n"
    "\n"
    "=== first\n"
    "one\n"
    "\n"
    "two\\u{A0}\n"
    "---\n"
    "x\n"
    "y\n"
    "\n"
    "=== second\n"
    "three\n"
    "---\n";

TEST(Golden, ParsesCases) {
  const File file = parse(kText);
  ASSERT_EQ(file.cases.size(), 2U);
  EXPECT_EQ(file.preamble, "# a comment\n\n");
  EXPECT_EQ(file.cases[0].name, "first");
  EXPECT_EQ(file.cases[0].input, "one\n\ntwo\xC2\xA0");
  EXPECT_EQ(file.cases[0].expected, "x\ny\n");
  EXPECT_EQ(file.cases[1].input, "three");
  EXPECT_EQ(file.cases[1].expected, "");
}

TEST(Golden, FormatsBackWhatItParsed) { EXPECT_EQ(format(parse(kText)), kText); }

TEST(Golden, DiffShowsBothSidesOfAChange) { EXPECT_EQ(diff("a\nb\nc\n", "a\nx\nc\nd\n"), "  a\n- b\n+ x\n  c\n+ d\n"); }

}  // namespace
}  // namespace isnad::golden
