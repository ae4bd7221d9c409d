// Letters: one byte a letter. What a text looks like to every later stage.
//
// ASCII stays itself, in lower case. Arabic-script letters are 0x81..0xA9, in the order below. Digits of all scripts are
// '0'..'9'. Everything else is a class. C++ sources stay ASCII: Arabic letters appear here by code point only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

using Letter = uint8_t;

namespace letter {
// Classes
inline constexpr Letter kForeign = 0x01;    // a letter of a script that Isnad doesn't read
inline constexpr Letter kOpenQuote = 0x02;  // opening: U+00AB, U+201C, U+201E and the like
inline constexpr Letter kCloseQuote = 0x03;
inline constexpr Letter kDash = 0x04;  // en, em, figure and horizontal dashes
inline constexpr Letter kEllipsis = 0x05;
inline constexpr Letter kBullet = 0x06;
inline constexpr Letter kSymbol = 0x07;   // any other symbol, emoji, U+FFFD
inline constexpr Letter kNewline = '\n';  // line, paragraph and page breaks
inline constexpr Letter kSpace = ' ';     // every other white space
// Arabic script (U+0621 ... ); Arabic punctuation becomes its ASCII twin: comma, semicolon, question mark, percent, decimal point
inline constexpr Letter kHamza = 0x81, kAlif = 0x82, kAlifMadda = 0x83, kAlifHamzaAbove = 0x84, kAlifHamzaBelow = 0x85, kWawHamza = 0x86,
                        kYaHamza = 0x87, kBa = 0x88, kTaMarbuta = 0x89, kTa = 0x8A, kTha = 0x8B, kJim = 0x8C, kHah = 0x8D, kKhah = 0x8E,
                        kDal = 0x8F, kDhal = 0x90, kRa = 0x91, kZay = 0x92, kSin = 0x93, kShin = 0x94, kSad = 0x95, kDad = 0x96,
                        kTah = 0x97, kZah = 0x98, kAin = 0x99, kGhain = 0x9A, kFa = 0x9B, kQaf = 0x9C, kKaf = 0x9D, kLam = 0x9E,
                        kMim = 0x9F, kNun = 0xA0, kHa = 0xA1, kWaw = 0xA2, kAlifMaqsura = 0xA3, kYa = 0xA4, kPeh = 0xA5, kTcheh = 0xA6,
                        kZheh = 0xA7, kGaf = 0xA8, kVeh = 0xA9;
inline constexpr Letter kFirstArabic = kHamza, kLastArabic = kVeh;
}  // namespace letter

constexpr bool is_arabic(Letter c) { return c >= letter::kFirstArabic && c <= letter::kLastArabic; }
constexpr bool is_digit(Letter c) { return c >= '0' && c <= '9'; }
constexpr bool is_latin(Letter c) { return c >= 'a' && c <= 'z'; }

/// The folded form of an exact letter: alif with hamza, madda or wasla -> alif; final-ya alif -> ya; ta marbuta -> ha; peh, tcheh,
/// zheh, gaf, veh -> ba, jim, zay, kaf, fa. Hamza alone, on waw and on ya stay: they distinguish too many words.
constexpr Letter fold(Letter c) {
  switch (c) {
    case letter::kAlifMadda:
    case letter::kAlifHamzaAbove:
    case letter::kAlifHamzaBelow:
      return letter::kAlif;
    case letter::kAlifMaqsura:
      return letter::kYa;
    case letter::kTaMarbuta:
      return letter::kHa;
    case letter::kPeh:
      return letter::kBa;
    case letter::kTcheh:
      return letter::kJim;
    case letter::kZheh:
      return letter::kZay;
    case letter::kGaf:
      return letter::kKaf;
    case letter::kVeh:
      return letter::kFa;
    default:
      return c;
  }
}

/// Diacritics seen on a letter, as bits.
namespace mark {
inline constexpr uint8_t kFatha = 1, kDamma = 2, kKasra = 4, kShadda = 8, kSukun = 16, kTanwinFath = 32, kTanwinDamm = 64,
                         kTanwinKasr = 128;
inline constexpr uint8_t kVowels = kFatha | kDamma | kKasra;
}  // namespace mark

/// The exact letters that one code point becomes (0 to 8 of them; ligatures give several, diacritics and controls none).
std::basic_string_view<Letter> letters_of(char32_t code);
/// The diacritic bits of a code point; 0 for anything else.
uint8_t mark_of(char32_t code);

/// Exact and folded letters of a whole UTF-8 string, without diacritics, tatweel and controls. For dictionaries, names and tests.
std::basic_string<Letter> exact_letters(std::string_view utf8);
std::basic_string<Letter> folded_letters(std::string_view utf8);
/// Letters back as UTF-8, for dumps and messages; classes come out as '?'.
std::string letters_to_utf8(std::basic_string_view<Letter> letters);

}  // namespace isnad
