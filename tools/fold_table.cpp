// Makes generated/text/fold_table.inc: which letters each code point of Unicode becomes (see src/text/letters.h).
//
// Runs at build time: `fold_table OUT`. Unicode data come from ICU: compatibility decompositions (NFKC, NFKD), general categories,
// scripts, and joining groups, which give the skeleton of Arabic letters that no rule here names.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/letters.h"

namespace {

using isnad::Letter;
using Letters = std::basic_string<Letter>;
namespace letter = isnad::letter;
namespace mark = isnad::mark;

constexpr size_t kMostLetters = 8;  // of one code point
constexpr UChar32 kLastCode = 0x10FFFF;
constexpr size_t kPage = 256;

struct Entry {
  Letters letters;
  uint8_t marks = 0;
  bool operator<(const Entry& o) const { return std::pair(letters, marks) < std::pair(o.letters, o.marks); }
};

struct Range {
  UChar32 first, last;
  Letter letter;
};

// Code points whose letter is said here rather than computed. The first range that holds a code point wins.
constexpr Range kNamed[] = {
    // Arabic block, in the order of letters.h
    {0x0621, 0x0621, letter::kHamza},
    {0x0622, 0x0622, letter::kAlifMadda},
    {0x0623, 0x0623, letter::kAlifHamzaAbove},
    {0x0624, 0x0624, letter::kWawHamza},
    {0x0625, 0x0625, letter::kAlifHamzaBelow},
    {0x0626, 0x0626, letter::kYaHamza},
    {0x0627, 0x0627, letter::kAlif},
    {0x0628, 0x0628, letter::kBa},
    {0x0629, 0x0629, letter::kTaMarbuta},
    {0x062A, 0x062A, letter::kTa},
    {0x062B, 0x062B, letter::kTha},
    {0x062C, 0x062C, letter::kJim},
    {0x062D, 0x062D, letter::kHah},
    {0x062E, 0x062E, letter::kKhah},
    {0x062F, 0x062F, letter::kDal},
    {0x0630, 0x0630, letter::kDhal},
    {0x0631, 0x0631, letter::kRa},
    {0x0632, 0x0632, letter::kZay},
    {0x0633, 0x0633, letter::kSin},
    {0x0634, 0x0634, letter::kShin},
    {0x0635, 0x0635, letter::kSad},
    {0x0636, 0x0636, letter::kDad},
    {0x0637, 0x0637, letter::kTah},
    {0x0638, 0x0638, letter::kZah},
    {0x0639, 0x0639, letter::kAin},
    {0x063A, 0x063A, letter::kGhain},
    {0x0641, 0x0641, letter::kFa},
    {0x0642, 0x0642, letter::kQaf},
    {0x0643, 0x0643, letter::kKaf},
    {0x0644, 0x0644, letter::kLam},
    {0x0645, 0x0645, letter::kMim},
    {0x0646, 0x0646, letter::kNun},
    {0x0647, 0x0647, letter::kHa},
    {0x0648, 0x0648, letter::kWaw},
    {0x0649, 0x0649, letter::kAlifMaqsura},
    {0x064A, 0x064A, letter::kYa},
    // Letters of Persian, Kurdish, Urdu, Pashto and of Maghribi spelling whose skeleton says too little
    {0x063B, 0x063C, letter::kKaf},
    {0x063D, 0x063F, letter::kYa},
    {0x0671, 0x0671, letter::kAlif},
    {0x0672, 0x0672, letter::kAlifHamzaAbove},
    {0x0673, 0x0673, letter::kAlifHamzaBelow},
    {0x0674, 0x0674, letter::kHamza},
    {0x0679, 0x067A, letter::kTa},
    {0x067B, 0x067B, letter::kBa},
    {0x067C, 0x067C, letter::kTa},
    {0x067D, 0x067D, letter::kTha},
    {0x067E, 0x067E, letter::kPeh},
    {0x067F, 0x067F, letter::kTa},
    {0x0680, 0x0680, letter::kBa},
    {0x0681, 0x0682, letter::kHah},
    {0x0683, 0x0684, letter::kJim},
    {0x0685, 0x0685, letter::kKhah},
    {0x0686, 0x0687, letter::kTcheh},
    {0x0688, 0x068B, letter::kDal},
    {0x068C, 0x068C, letter::kDhal},
    {0x068D, 0x068D, letter::kDal},
    {0x068E, 0x068E, letter::kDhal},
    {0x068F, 0x0690, letter::kDal},
    {0x0698, 0x0698, letter::kZheh},
    {0x069A, 0x069B, letter::kSin},
    {0x069C, 0x069C, letter::kShin},
    {0x06A4, 0x06A4, letter::kVeh},
    {0x06A6, 0x06A6, letter::kPeh},
    {0x06A8, 0x06A8, letter::kGaf},
    {0x06A9, 0x06AA, letter::kKaf},
    {0x06AB, 0x06AB, letter::kGaf},
    {0x06AD, 0x06AD, letter::kGaf},
    {0x06AF, 0x06B4, letter::kGaf},
    {0x06BE, 0x06BE, letter::kHa},
    {0x06C0, 0x06C2, letter::kHa},
    {0x06C3, 0x06C3, letter::kTaMarbuta},
    {0x06CC, 0x06CE, letter::kYa},
    {0x06D0, 0x06D2, letter::kYa},
    {0x06D3, 0x06D3, letter::kYaHamza},
    {0x06D5, 0x06D5, letter::kHa},
    {0x06FA, 0x06FA, letter::kShin},
    {0x06FB, 0x06FB, letter::kDad},
    {0x06FC, 0x06FC, letter::kGhain},
    {0x0762, 0x0764, letter::kGaf},
    {0x0773, 0x0774, letter::kAlif},
    {0x08AC, 0x08AC, letter::kYa},
    // Arabic punctuation: ASCII twins
    {0x0609, 0x060A, '%'},
    {0x060C, 0x060C, ','},
    {0x060D, 0x060D, '/'},
    {0x061B, 0x061B, ';'},
    {0x061D, 0x061E, '.'},
    {0x061F, 0x061F, '?'},
    {0x066A, 0x066A, '%'},
    {0x066B, 0x066B, '.'},
    {0x066C, 0x066C, ','},
    {0x066D, 0x066D, letter::kBullet},
    {0x06D4, 0x06D4, '.'},
    {0x2030, 0x2031, '%'},
    {0x2044, 0x2044, '/'},
    {0x2215, 0x2215, '/'},
    {0x203D, 0x203D, '?'},
    {0x3001, 0x3001, ','},
    {0x3002, 0x3002, '.'},
    // Controls; 0x91..0x97 are Windows-1252 quotes, bullet and dashes that a wrong decoder left behind
    {0x0009, 0x0009, letter::kSpace},
    {0x000A, 0x000D, letter::kNewline},
    {0x0085, 0x0085, letter::kNewline},
    {0x0091, 0x0091, letter::kOpenQuote},
    {0x0092, 0x0092, letter::kCloseQuote},
    {0x0093, 0x0093, letter::kOpenQuote},
    {0x0094, 0x0094, letter::kCloseQuote},
    {0x0095, 0x0095, letter::kBullet},
    {0x0096, 0x0097, letter::kDash},
    {0x0000, 0x001F, letter::kSpace},
    {0x007F, 0x009F, letter::kSpace},
    {0x2028, 0x2029, letter::kNewline},
    // Quotes that their category doesn't tell; primes and modifier letters that stand for them
    {0x201A, 0x201A, letter::kOpenQuote},
    {0x201E, 0x201E, letter::kOpenQuote},
    {0x2E42, 0x2E42, letter::kOpenQuote},
    {0x300A, 0x300A, letter::kOpenQuote},
    {0x300B, 0x300B, letter::kCloseQuote},
    {0x300C, 0x300C, letter::kOpenQuote},
    {0x300D, 0x300D, letter::kCloseQuote},
    {0x300E, 0x300E, letter::kOpenQuote},
    {0x300F, 0x300F, letter::kCloseQuote},
    {0x301D, 0x301D, letter::kOpenQuote},
    {0x301E, 0x301F, letter::kCloseQuote},
    {0xFD3E, 0xFD3E, letter::kCloseQuote},
    {0xFD3F, 0xFD3F, letter::kOpenQuote},
    {0x00B4, 0x00B4, '\''},
    {0x02B9, 0x02B9, '\''},
    {0x02BB, 0x02BF, '\''},
    {0x2032, 0x2032, '\''},
    {0x2033, 0x2033, '"'},
    {0x02BA, 0x02BA, '"'},
    {0x02EE, 0x02EE, '"'},
    // Dashes, ellipses, bullets
    {0x2010, 0x2011, '-'},
    {0x2212, 0x2212, '-'},
    {0x05BE, 0x05BE, '-'},
    {0x2025, 0x2026, letter::kEllipsis},
    {0x22EF, 0x22EF, letter::kEllipsis},
    {0xFE19, 0xFE19, letter::kEllipsis},
    {0x00B7, 0x00B7, letter::kBullet},
    {0x2022, 0x2023, letter::kBullet},
    {0x2043, 0x2043, letter::kBullet},
    {0x204C, 0x204D, letter::kBullet},
    {0x2219, 0x2219, letter::kBullet},
    {0x25A0, 0x25FF, letter::kBullet},
    {0x2605, 0x2606, letter::kBullet},
    {0x2756, 0x2756, letter::kBullet},
    {0x2794, 0x27BE, letter::kBullet},
    {0x30FB, 0x30FB, letter::kBullet},
};

constexpr std::pair<UChar32, uint8_t> kMarks[] = {
    {0x064B, mark::kTanwinFath}, {0x064C, mark::kTanwinDamm}, {0x064D, mark::kTanwinKasr}, {0x064E, mark::kFatha},
    {0x064F, mark::kDamma},      {0x0650, mark::kKasra},      {0x0651, mark::kShadda},     {0x0652, mark::kSukun},
    {0x06E1, mark::kSukun},      {0x08F0, mark::kTanwinFath}, {0x08F1, mark::kTanwinDamm}, {0x08F2, mark::kTanwinKasr},
};

// Latin letters that no decomposition takes to ASCII.
constexpr std::pair<UChar32, const char*> kLatin[] = {
    {0x00C6, "ae"}, {0x00E6, "ae"}, {0x00D0, "d"}, {0x00F0, "d"}, {0x00D8, "o"},  {0x00F8, "o"},  {0x00DE, "th"}, {0x00FE, "th"},
    {0x00DF, "ss"}, {0x1E9E, "ss"}, {0x0110, "d"}, {0x0111, "d"}, {0x0126, "h"},  {0x0127, "h"},  {0x0131, "i"},  {0x0138, "k"},
    {0x0141, "l"},  {0x0142, "l"},  {0x014A, "n"}, {0x014B, "n"}, {0x0152, "oe"}, {0x0153, "oe"}, {0x0166, "t"},  {0x0167, "t"},
    {0x018F, "e"},  {0x0259, "e"},  {0x0192, "f"}, {0x0197, "i"}, {0x0268, "i"},  {0x01B5, "z"},  {0x01B6, "z"},  {0x024D, "r"},
};

constexpr std::pair<int, Letter> kSkeletons[] = {
    {U_JG_AIN, letter::kAin},
    {U_JG_ALEF, letter::kAlif},
    {U_JG_BEH, letter::kBa},
    {U_JG_DAL, letter::kDal},
    {U_JG_FARSI_YEH, letter::kYa},
    {U_JG_FEH, letter::kFa},
    {U_JG_AFRICAN_FEH, letter::kFa},
    {U_JG_GAF, letter::kGaf},
    {U_JG_HAH, letter::kHah},
    {U_JG_HEH, letter::kHa},
    {U_JG_HEH_GOAL, letter::kHa},
    {U_JG_HAMZA_ON_HEH_GOAL, letter::kHa},
    {U_JG_KAF, letter::kKaf},
    {U_JG_SWASH_KAF, letter::kKaf},
    {U_JG_KNOTTED_HEH, letter::kHa},
    {U_JG_LAM, letter::kLam},
    {U_JG_MEEM, letter::kMim},
    {U_JG_NOON, letter::kNun},
    {U_JG_NYA, letter::kNun},
    {U_JG_AFRICAN_NOON, letter::kNun},
    {U_JG_QAF, letter::kQaf},
    {U_JG_AFRICAN_QAF, letter::kQaf},
    {U_JG_REH, letter::kRa},
    {U_JG_SAD, letter::kSad},
    {U_JG_SEEN, letter::kSin},
    {U_JG_TAH, letter::kTah},
    {U_JG_TEH_MARBUTA, letter::kTaMarbuta},
    {U_JG_TEH_MARBUTA_GOAL, letter::kTaMarbuta},
    {U_JG_WAW, letter::kWaw},
    {U_JG_STRAIGHT_WAW, letter::kWaw},
    {U_JG_YEH, letter::kYa},
    {U_JG_YEH_BARREE, letter::kYa},
    {U_JG_YEH_WITH_TAIL, letter::kYa},
    {U_JG_BURUSHASKI_YEH_BARREE, letter::kYa},
};

std::optional<Letter> named(UChar32 c) {
  for (const Range& r : kNamed)
    if (r.first <= c && c <= r.last) return r.letter;
  return std::nullopt;
}

std::optional<Letter> skeleton(UChar32 c) {
  const int group = u_getIntPropertyValue(c, UCHAR_JOINING_GROUP);
  for (const auto& [known, l] : kSkeletons)
    if (known == group) return l;
  return std::nullopt;
}

icu::UnicodeString normal(UChar32 c, const char* form) {
  UErrorCode status = U_ZERO_ERROR;
  const auto mode = std::string(form) == "NFKD" ? UNORM2_DECOMPOSE : UNORM2_COMPOSE;
  const auto* normalizer = icu::Normalizer2::getInstance(nullptr, "nfkc", mode, status);
  return U_FAILURE(status) ? icu::UnicodeString(c) : normalizer->normalize(icu::UnicodeString(c), status);
}

bool invisible(UChar32 c) {
  const int category = u_charType(c);
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_raised(UChar32 c) {  // superscripts and subscripts: note marks and units, not numbers
  const int type = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  return (type == U_DT_SUPER || type == U_DT_SUB) && !u_isalpha(c);
}

// The letter of a code point by its general category, where nothing else is known.
Letter by_category(UChar32 c) {
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_COMBINING_SPACING_MARK:
    case U_LETTER_NUMBER:
      return letter::kForeign;
    case U_SPACE_SEPARATOR:
      return letter::kSpace;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return letter::kNewline;
    case U_INITIAL_PUNCTUATION:
      return letter::kOpenQuote;
    case U_FINAL_PUNCTUATION:
      return letter::kCloseQuote;
    case U_DASH_PUNCTUATION:
      return letter::kDash;
    case U_START_PUNCTUATION:
      return '(';
    case U_END_PUNCTUATION:
      return ')';
    default:
      return letter::kSymbol;
  }
}

std::string latin(UChar32 c) {
  for (const auto& [code, ascii] : kLatin)
    if (code == c) return ascii;
  if (u_getIntPropertyValue(c, UCHAR_SCRIPT) != USCRIPT_LATIN) return {};
  std::string out;
  const auto parts = normal(c, "NFKD");
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (part < 0x80 && u_isalpha(part)) {
      out.push_back(static_cast<char>(u_tolower(part)));
    } else if (!invisible(part)) {
      return {};
    }
  }
  return out;
}

bool all(const Letters& s, bool (*is)(Letter)) { return std::all_of(s.begin(), s.end(), is); }
bool letter_or_digit(Letter c) { return isnad::is_arabic(c) || isnad::is_latin(c) || isnad::is_digit(c); }
bool same_kind(const Letters& s) {
  return all(s, [](Letter c) { return isnad::is_arabic(c); }) || all(s, [](Letter c) { return isnad::is_latin(c); }) ||
         all(s, [](Letter c) { return isnad::is_digit(c); });
}

// Several letters of one code point must never fall into two tokens, so they are of one kind or become one class.
Letters settle(Letters s) {
  if (s.size() <= 1) return s;
  if (s.find(letter::kSpace) != Letters::npos || s.find('/') != Letters::npos) return {letter::kSymbol};
  if (all(s, [](Letter c) { return c == letter::kForeign; })) return {letter::kForeign};
  if (std::none_of(s.begin(), s.end(), letter_or_digit)) return {s[0]};
  Letters kept;
  for (const Letter c : s)
    if (letter_or_digit(c) || c == letter::kForeign) kept.push_back(c);
  return same_kind(kept) && kept.size() <= kMostLetters ? kept : Letters{letter::kSymbol};
}

Entry entry_of(UChar32 c);

Entry decomposed(UChar32 c, const icu::UnicodeString& parts) {
  Entry out;
  bool only_space = true;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const Entry part = entry_of(parts.char32At(i));
    out.marks |= part.marks;
    out.letters += part.letters;
    only_space = only_space && (part.letters.empty() || part.letters == Letters{letter::kSpace});
  }
  if (out.marks != 0 && only_space) return {{}, out.marks};  // an isolated diacritic
  if (parts.length() > 1 && only_space && !out.letters.empty()) return {{letter::kSymbol}, 0};
  if (is_raised(c)) return {{letter::kSymbol}, 0};
  return {settle(out.letters), out.marks};
}

Entry entry_of(UChar32 c) {
  for (const auto& [code, bits] : kMarks)
    if (code == c) return {{}, bits};
  if (const auto l = named(c)) return {{*l}, 0};
  if (c < 0x80) return {{static_cast<Letter>(u_tolower(c))}, 0};
  if (const int32_t digit = u_charDigitValue(c); digit >= 0 && u_isdigit(c)) return {{static_cast<Letter>('0' + digit)}, 0};
  if (c == 0x0640 || invisible(c)) return {};
  if (const std::string ascii = latin(c); !ascii.empty()) return {{ascii.begin(), ascii.end()}, 0};
  const auto parts = normal(c, "NFKC");
  if (parts != icu::UnicodeString(c)) return decomposed(c, parts);
  if (const auto l = skeleton(c)) return {{*l}, 0};
  return {{by_category(c)}, 0};
}

struct Table {
  std::vector<Entry> entries;                      // distinct
  std::vector<std::array<uint16_t, kPage>> pages;  // distinct
  std::vector<uint16_t> page_of;                   // by code / kPage
};

Table make_table() {
  Table table;
  std::map<Entry, uint16_t> entry_ids;
  std::map<std::array<uint16_t, kPage>, uint16_t> page_ids;
  std::array<uint16_t, kPage> page{};
  for (UChar32 c = 0; c <= kLastCode; ++c) {
    const auto [at, is_new] = entry_ids.emplace(entry_of(c), static_cast<uint16_t>(table.entries.size()));
    if (is_new) table.entries.push_back(at->first);
    page[static_cast<size_t>(c) % kPage] = at->second;
    if (static_cast<size_t>(c) % kPage != kPage - 1) continue;
    const auto [where, new_page] = page_ids.emplace(page, static_cast<uint16_t>(table.pages.size()));
    if (new_page) table.pages.push_back(page);
    table.page_of.push_back(where->second);
  }
  return table;
}

void write_list(FILE* out, const char* name, const char* type, const std::vector<unsigned>& values) {
  std::fprintf(out, "const %s %s[%zu] = {", type, name, values.size());
  for (size_t i = 0; i < values.size(); ++i) std::fprintf(out, "%s%u,", i % 32 == 0 ? "\n" : "", values[i]);
  std::fprintf(out, "\n};\n");
}

void write_entries(FILE* out, const Table& table) {
  std::vector<unsigned> pool;
  std::fprintf(out, "const Slot kSlots[%zu] = {\n", table.entries.size());
  for (const Entry& e : table.entries) {
    std::fprintf(out, "{%zu,%zu,%u},\n", pool.size(), e.letters.size(), unsigned{e.marks});
    pool.insert(pool.end(), e.letters.begin(), e.letters.end());
  }
  std::fprintf(out, "};\n");
  if (pool.empty()) pool.push_back(0);
  write_list(out, "kPool", "Letter", pool);
}

void write_table(FILE* out, const Table& table) {
  std::fprintf(out, "// Made by tools/fold_table.cpp from Unicode %s; do not edit.\n", U_UNICODE_VERSION);
  write_entries(out, table);
  std::vector<unsigned> cells;
  for (const auto& page : table.pages) cells.insert(cells.end(), page.begin(), page.end());
  write_list(out, "kCells", "uint16_t", cells);
  write_list(out, "kPageOf", "uint16_t", {table.page_of.begin(), table.page_of.end()});
  std::vector<unsigned> quick;  // the letter of a code point below 0x800 that gives just one and no mark; else 0
  for (size_t c = 0; c < 0x800; ++c) {
    const Entry& e = table.entries[table.pages[table.page_of[c / kPage]][c % kPage]];
    quick.push_back(e.letters.size() == 1 && e.marks == 0 ? e.letters[0] : 0);
  }
  write_list(out, "kQuick", "Letter", quick);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: fold_table OUT\n"), 2;
  FILE* out = std::fopen(argv[1], "w");
  if (out == nullptr) return std::perror(argv[1]), 1;
  write_table(out, make_table());
  return std::fclose(out) == 0 ? 0 : 1;
}
