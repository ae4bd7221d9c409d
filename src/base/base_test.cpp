// Tests of the base room: UTF-8 repair, errors, files.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "base/hash.h"
#include "base/result.h"
#include "base/span.h"
#include "base/utf8.h"

namespace isnad {
namespace {

TEST(Utf8, RepairsEachMaximalSubpartOnce) {
  size_t repaired = 0;
  EXPECT_EQ(repair_utf8("a\xFF"
                        "b",
                        repaired),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(repaired, 1U);
  EXPECT_EQ(repair_utf8("\xE0\x80\x80", repaired), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // overlong
  EXPECT_EQ(repaired, 3U);
  EXPECT_EQ(repair_utf8("\xF0\x9F\x98", repaired), "\xEF\xBF\xBD");  // truncated: one
  EXPECT_EQ(repaired, 1U);
  EXPECT_EQ(repair_utf8("\xED\xA0\x80", repaired), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // surrogate
}

TEST(Utf8, ValidTextIsUntouched) {
  const std::string text = "a\xC3\xA9\xD8\xA7\xE2\x82\xAC\xF0\x9F\x98\x80";
  size_t repaired = 0;
  EXPECT_EQ(repair_utf8(text, repaired), text);
  EXPECT_EQ(repaired, 0U);
  EXPECT_EQ(count_code_points(text), 5U);
  EXPECT_EQ(to_utf8(to_utf32(text)), text);
  EXPECT_EQ(find_invalid(text), std::string_view::npos);
}

// The check tests blocks of bytes at once: it finds what decoding one code point after the other finds, wherever it stands.
TEST(Utf8, InvalidBytesInLongTexts) {
  std::string text;
  while (text.size() < 200) text += "\xD9\x84\xD8\xA7 a";
  for (const std::string_view wrong : {"\x80", "\xC0", "\xC1", "\xD8", "\xE0", "\xE2\x80\x93", "\xF5", "\xFF", "\xD8\xD9", "z"})
    for (size_t at = 0; at + wrong.size() <= text.size(); ++at) {
      std::string changed = text;
      changed.replace(at, wrong.size(), wrong);
      size_t first = 0;
      while (first < changed.size() && decode(changed, first).valid) first += decode(changed, first).size;
      ASSERT_EQ(find_invalid(changed), first == changed.size() ? std::string_view::npos : first) << at;
    }
}

TEST(Error, NamesItsPlaceAndRemedy) {
  EXPECT_EQ((Error{"verbs.tsv", 7, "unknown form 'XI'", "use I to X"}).message(), "verbs.tsv:7: unknown form 'XI' (use I to X)");
  EXPECT_EQ((Error{"", 0, "no", ""}).message(), "no");
}

TEST(File, MissingAndDirectoryAreErrors) {
  EXPECT_FALSE(read_file("/nonexistent/file").ok());
  const auto r = read_file("/");
  ASSERT_FALSE(r.ok());
  EXPECT_NE(r.error().what.find("directory"), std::string::npos);
}

TEST(File, WritesWholeOrNotAtAll) {
  const std::string path = (std::filesystem::temp_directory_path() / "isnad_base_test_file").string();
  ASSERT_TRUE(write_file(path, "hello").ok());
  const auto mapped = MappedFile::open(path);
  ASSERT_TRUE(mapped.ok());
  EXPECT_EQ(mapped->bytes(), "hello");
  EXPECT_FALSE(std::filesystem::exists(path + ".part"));
  std::remove(path.c_str());
}

TEST(Span, JoinsAndTouches) {
  EXPECT_EQ(join({2, 4}, {7, 9}), (Span{2, 9}));
  EXPECT_EQ(join({0, 0}, {7, 9}), (Span{7, 9}));
  EXPECT_TRUE((Span{0, 3}).touches({2, 5}));
  EXPECT_FALSE((Span{0, 3}).touches({3, 5}));
}

TEST(Hash, IsStable) { EXPECT_EQ(hash64(""), 0x2d06800538d394c2ULL); }

}  // namespace
}  // namespace isnad
