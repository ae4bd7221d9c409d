// Tests of code-point offsets: the index against counting from the start.
#include "report/offsets.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"

namespace isnad {
namespace {

std::string random_text(std::mt19937& random, size_t letters) {
  static constexpr char32_t kLetters[] = {'a', ' ', '\n', 0x627, 0x651, 0x20AC, 0x1F600, 0xE9};
  std::string out;
  for (size_t i = 0; i < letters; ++i) append_utf8(out, kLetters[random() % std::size(kLetters)]);
  return out;
}

TEST(CodePoints, AgreeWithCountingFromTheStart) {
  std::mt19937 random(7);
  for (const size_t letters : {0, 1, 63, 64, 65, 100, 255, 256, 257, 3000}) {
    const std::string text = random_text(random, letters);
    const CodePoints points(text);
    for (uint32_t byte = 0; byte <= text.size(); ++byte) {
      if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
      ASSERT_EQ(points.at(byte), count_code_points(std::string_view(text).substr(0, byte))) << letters << " letters, byte " << byte;
    }
  }
}

TEST(CodePoints, SpansCutTheSameWords) {
  std::mt19937 random(8);
  const std::string text = random_text(random, 5000);
  const std::u32string letters = to_utf32(text);
  CodePoints points;
  points.reset(text);
  for (int i = 0; i < 2000; ++i) {
    auto begin = static_cast<uint32_t>(random() % text.size()), end = static_cast<uint32_t>(begin + random() % 400);
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    end = std::min(end, static_cast<uint32_t>(text.size()));
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const Span s = points.at(Span{begin, end});
    ASSERT_EQ(to_utf8(letters.substr(s.begin, s.size())), text.substr(begin, end - begin));
  }
}

TEST(CodePoints, BeyondTheEndIsTheEnd) {
  EXPECT_EQ(CodePoints("abc").at(99), 3U);
  EXPECT_EQ(CodePoints("").at(5), 0U);
  EXPECT_EQ(CodePoints().at(5), 0U);
}

TEST(Offsets, BytesAtCodePoints) {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
  EXPECT_EQ(at_code_points(text, 0, 2), "a\xC3\xA9");
  EXPECT_EQ(at_code_points(text, 2, 4), "\xE2\x82\xAC\xF0\x9F\x98\x80");
  EXPECT_EQ(at_code_points(text, 4, 5), "z");
  EXPECT_EQ(at_code_points(text, 0, 5), text);
  EXPECT_EQ(at_code_points(text, 0, 6), "");
  EXPECT_EQ(at_code_points(text, 5, 6), "");
  EXPECT_EQ(at_code_points(text, 3, 3), "");
  EXPECT_EQ(at_code_points(text, -1, 2), "");
}

}  // namespace
}  // namespace isnad
