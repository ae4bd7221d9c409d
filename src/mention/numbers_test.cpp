// Numbers: goldens of values, bounds and what is counted; digits by their shape.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

#include "mention/mention_fixture.h"
#include "mention/quantity.h"
#include "support/golden.h"

namespace isnad {
namespace {

/// "[surface] value (low..high) of counted rule".
std::string dump_numbers(const MentionReading& r) {
  std::string out;
  for (const NumberMention& n : r.mentions.numbers) {
    EXPECT_EQ(r.words[n.first].span.begin, n.span.begin);
    EXPECT_EQ(r.words[n.last.prev()].span.end, n.span.end);
    EXPECT_LE(n.low, n.value);
    EXPECT_LE(n.value, n.high);
    out += fmt::format("[{}] {}", r.document.at(n.span), n.value);
    if (n.low != n.high) out += fmt::format(" ({}..{})", n.low, std::isinf(n.high) ? std::string() : fmt::format("{}", n.high));
    if (n.percent) out += " %";
    if (n.ordinal) out += " th";
    out += fmt::format(" of {} {}\n", n.counted ? r.document.at(r.words[n.counted].span) : std::string_view("_"), n.rule);
  }
  return out;
}

TEST(Numbers, Golden) {
  check_golden("mention/numbers.txt", [](std::string_view input) { return dump_lines(input, dump_numbers); });
}

TEST(Numbers, GoldenKinds) {
  check_golden("mention/numbers_kinds.txt", [](std::string_view input) { return dump_lines(input, dump_numbers); });
}

double value(std::string_view digits, bool scaled = false) {
  const std::basic_string<Letter> letters(digits.begin(), digits.end());
  return value_of_digits(letters, scaled);
}

TEST(Numbers, ThousandsAndDecimalsByShape) {
  EXPECT_EQ(value("1,200"), 1200);
  EXPECT_EQ(value("1.200"), 1200);
  EXPECT_EQ(value("1.200.000"), 1200000);
  EXPECT_EQ(value("1,200,000.50"), 1200000.5);
  EXPECT_EQ(value("26.013,94"), 26013.94);
  EXPECT_DOUBLE_EQ(value("3.5"), 3.5);
  EXPECT_DOUBLE_EQ(value("3,5"), 3.5);
  EXPECT_DOUBLE_EQ(value("0,234"), 0.234);
  EXPECT_DOUBLE_EQ(value("1.250", true), 1.25);  // million
  EXPECT_LT(value("12345678901234567890"), 0);
}

}  // namespace
}  // namespace isnad
