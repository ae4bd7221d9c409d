// The folding table: what code points become.
#include "text/letters.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "text/folded_utf8.h"

namespace isnad {
namespace {

using Letters = std::basic_string<Letter>;
using namespace letter;

Letters letters(char32_t code) { return Letters(letters_of(code)); }
Letters ascii(std::string_view s) { return {s.begin(), s.end()}; }

TEST(Letters, ArabicBlockFollowsTheHeader) {
  EXPECT_EQ(letters(0x0621), Letters{kHamza});
  EXPECT_EQ(letters(0x0627), Letters{kAlif});
  EXPECT_EQ(letters(0x0629), Letters{kTaMarbuta});
  EXPECT_EQ(letters(0x0649), Letters{kAlifMaqsura});
  EXPECT_EQ(letters(0x064A), Letters{kYa});
  EXPECT_EQ(letters(0x06A4), Letters{kVeh});
}

TEST(Letters, EveryArabicLetterComesBack) {
  for (Letter c = kFirstArabic; c <= kLastArabic; ++c) EXPECT_EQ(exact_letters(letters_to_utf8(Letters{c})), Letters{c}) << int{c};
}

TEST(Letters, AsciiStaysInLowerCase) {
  for (char32_t c = 0x21; c < 0x7F; ++c) {
    const auto lower = static_cast<Letter>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    EXPECT_EQ(letters(c), Letters{lower});
  }
}

TEST(Letters, PresentationFormsGiveTheirLetters) {
  EXPECT_EQ(letters(0xFEFB), (Letters{kLam, kAlif}));
  EXPECT_EQ(letters(0xFEF7), (Letters{kLam, kAlifHamzaAbove}));
  EXPECT_EQ(letters(0xFDF2), (Letters{kAlif, kLam, kLam, kHa}));
  EXPECT_EQ(letters(0xFE91), Letters{kBa});
  EXPECT_EQ(letters(0xFB56), Letters{kPeh});
  EXPECT_EQ(letters(0xFDFA), Letters{kSymbol});  // a phrase with spaces can't be one token
}

TEST(Letters, NeighboursOfArabicFoldIn) {
  for (const char32_t yeh : {0x06CC, 0x06CE, 0x06D0, 0x06D2}) EXPECT_EQ(letters(yeh), Letters{kYa});
  for (const char32_t kaf : {0x06A9, 0x06AA}) EXPECT_EQ(letters(kaf), Letters{kKaf});
  for (const char32_t gaf : {0x06AF, 0x06AD, 0x06B0}) EXPECT_EQ(letters(gaf), Letters{kGaf});
  for (const char32_t heh : {0x06BE, 0x06C1, 0x06D5}) EXPECT_EQ(letters(heh), Letters{kHa});
  for (const char32_t waw : {0x06C4, 0x06C6, 0x06C7, 0x06C8, 0x06C9, 0x06CB}) EXPECT_EQ(letters(waw), Letters{kWaw});
  EXPECT_EQ(letters(0x06BA), Letters{kNun});
  EXPECT_EQ(letters(0x0679), Letters{kTa});
  EXPECT_EQ(letters(0x0688), Letters{kDal});
  EXPECT_EQ(letters(0x0691), Letters{kRa});
  EXPECT_EQ(letters(0x0695), Letters{kRa});
  EXPECT_EQ(letters(0x06B5), Letters{kLam});
  EXPECT_EQ(letters(0x0671), Letters{kAlif});
}

TEST(Letters, DigitsOfAllScripts) {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\uFF10', U'\U0001D7CE'})
    for (char32_t d = 0; d < 10; ++d) EXPECT_EQ(letters(zero + d), Letters{static_cast<Letter>('0' + d)});
  EXPECT_EQ(letters(0x00B2), Letters{kSymbol});
  EXPECT_EQ(letters(0x00BD), Letters{kSymbol});
}

TEST(Letters, LatinLosesItsAccents) {
  EXPECT_EQ(letters(0x00C9), ascii("e"));
  EXPECT_EQ(letters(0x0130), ascii("i"));
  EXPECT_EQ(letters(0x0131), ascii("i"));
  EXPECT_EQ(letters(0x0142), ascii("l"));
  EXPECT_EQ(letters(0x00D8), ascii("o"));
  EXPECT_EQ(letters(0x00DF), ascii("ss"));
  EXPECT_EQ(letters(0x0153), ascii("oe"));
  EXPECT_EQ(letters(0xFF21), ascii("a"));
}

TEST(Letters, Punctuation) {
  EXPECT_EQ(letters(0x060C), ascii(","));
  EXPECT_EQ(letters(0x061B), ascii(";"));
  EXPECT_EQ(letters(0x061F), ascii("?"));
  EXPECT_EQ(letters(0x066A), ascii("%"));
  EXPECT_EQ(letters(0x066B), ascii("."));
  for (const char32_t open : {0x00AB, 0x201C, 0x201E, 0x2039, 0x300C}) EXPECT_EQ(letters(open), Letters{kOpenQuote});
  for (const char32_t close : {0x00BB, 0x201D, 0x2019, 0x203A, 0x300D}) EXPECT_EQ(letters(close), Letters{kCloseQuote});
  for (const char32_t dash : {0x2012, 0x2013, 0x2014, 0x2015}) EXPECT_EQ(letters(dash), Letters{kDash});
  EXPECT_EQ(letters(0x2026), Letters{kEllipsis});
  EXPECT_EQ(letters(0x2022), Letters{kBullet});
}

TEST(Letters, WhatVanishes) {
  for (const char32_t code :
       {0x0640, 0x064B, 0x0652, 0x0670, 0x06D6, 0x200B, 0x200C, 0x200D, 0x200F, 0x202B, 0x2069, 0xFE0F, 0xFEFF, 0x00AD})
    EXPECT_TRUE(letters_of(code).empty()) << std::hex << static_cast<uint32_t>(code);
}

TEST(Letters, SpacesAndBreaks) {
  for (const char32_t space : {0x09, 0x20, 0xA0, 0x2003, 0x202F, 0x3000}) EXPECT_EQ(letters(space), Letters{kSpace});
  for (const char32_t line : {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}) EXPECT_EQ(letters(line), Letters{kNewline});
}

TEST(Letters, TheRestIsForeignOrSymbol) {
  for (const char32_t code : {0x0416, 0x03B1, 0x05D0, 0x4E2D, 0xAC00}) EXPECT_EQ(letters(code), Letters{kForeign});
  for (const char32_t code : {0x20AC, 0x1F600, 0xFFFD, 0xE000, 0x110000}) EXPECT_EQ(letters(code), Letters{kSymbol});
}

TEST(Letters, MarksHaveBits) {
  EXPECT_EQ(mark_of(0x064E), mark::kFatha);
  EXPECT_EQ(mark_of(0x0651), mark::kShadda);
  EXPECT_EQ(mark_of(0x064D), mark::kTanwinKasr);
  EXPECT_EQ(mark_of(0xFE7C), mark::kShadda);  // isolated form
  EXPECT_EQ(mark_of(0x0670), 0);
  EXPECT_EQ(mark_of(0x0628), 0);
}

// Letters of one code point must never fall into two tokens.
TEST(Letters, NoCodePointMixesKinds) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    const auto all = letters_of(code);
    ASSERT_LE(all.size(), 8U);
    for (const Letter c : all)
      ASSERT_TRUE(all.size() == 1 || (is_arabic(c) && is_arabic(all[0])) || (is_latin(c) && is_latin(all[0])) ||
                  (is_digit(c) && is_digit(all[0])))
          << std::hex << static_cast<uint32_t>(code);
  }
}

TEST(Letters, StringsLoseMarksAndJoinHamza) {
  EXPECT_EQ(exact_letters(to_utf8(U"\u0643\u064E\u062A\u0640\u0628")), (Letters{kKaf, kTa, kBa}));
  EXPECT_EQ(exact_letters(to_utf8(U"\u0627\u0654\u0627\u0655\u0627\u0653\u0648\u0654\u064A\u0654")),
            (Letters{kAlifHamzaAbove, kAlifHamzaBelow, kAlifMadda, kWawHamza, kYaHamza}));
  EXPECT_EQ(folded_letters(to_utf8(U"\u0622\u0649\u0629\u067E")), (Letters{kAlif, kYa, kHa, kBa}));
  EXPECT_EQ(folded_letters("Ab\xFF"), (Letters{'a', 'b', kSymbol}));
}

// The fast way against the plain one: each code point by itself and after letters that madda and hamza join, all in a row, and broken
// bytes.
TEST(Letters, FoldedUtf8IsWhatItSays) {
  const auto plain = [](std::string_view text) { return letters_to_utf8(folded_letters(text)); };
  std::string all;
  for (char32_t code = 1; code < 0x11000; ++code) {
    if (code >= 0x0653 && code <= 0x0655) continue;
    std::string one;
    append_utf8(one, code);
    ASSERT_EQ(folded_utf8(one), plain(one)) << std::hex << static_cast<uint32_t>(code);
    all += one;
  }
  EXPECT_EQ(folded_utf8(all), plain(all));
  for (const char32_t before : {U'\u0627', U'\u0648', U'\u064A', U'\u064E', U'x'})
    for (char32_t mark = 0x064B; mark < 0x0660; ++mark) {
      const std::string text = to_utf8(std::u32string{U'\u0628', before, U'\u064E', mark, mark, U'\u0628'});
      EXPECT_EQ(folded_utf8(text), plain(text)) << std::hex << static_cast<uint32_t>(mark);
    }
  const std::string ligature = to_utf8(U"\uFDFA");
  for (const std::string& text :
       {std::string(), std::string("\xD8"), std::string("A\xFF\xC0\xE2\x80z"), std::string(2, '\0'), ligature + ligature})
    EXPECT_EQ(folded_utf8(text), plain(text)) << text;
}

TEST(Letters, BackToUtf8) { EXPECT_EQ(letters_to_utf8(Letters{kBa, 'x', kDash}), to_utf8(U"\u0628x?")); }

}  // namespace
}  // namespace isnad
