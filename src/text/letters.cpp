// Letters of code points and of whole strings, by the folding table.
#include "text/letters.h"

#include <array>

#include "base/utf8.h"
#include "text/fold_table.h"

namespace isnad {
namespace fold_table {

#include "text/fold_table.inc"

const Slot& slot_of(char32_t code) {
  if (code > 0x10FFFF) code = kReplacement;
  return kSlots[kCells[size_t{kPageOf[code >> 8]} * 256 + (code & 0xFF)]];
}

std::basic_string_view<Letter> letters_of(const Slot& slot) { return {kPool + slot.first, slot.size}; }

Letter joined(Letter before, char32_t mark) {
  using namespace letter;
  constexpr char32_t kMadda = 0x0653, kHamzaAbove = 0x0654, kHamzaBelow = 0x0655;
  if (mark == kMadda) return before == kAlif ? kAlifMadda : Letter{0};
  if (mark == kHamzaBelow) return before == kAlif ? kAlifHamzaBelow : Letter{0};
  if (mark != kHamzaAbove) return 0;
  if (before == kAlif) return kAlifHamzaAbove;
  if (before == kWaw) return kWawHamza;
  return before == kYa || before == kAlifMaqsura ? kYaHamza : Letter{0};
}

}  // namespace fold_table

namespace {

// Arabic letters back to code points, in the order of letters.h.
constexpr std::array<char32_t, letter::kLastArabic - letter::kFirstArabic + 1> kCodes{
    0x0621, 0x0627, 0x0622, 0x0623, 0x0625, 0x0624, 0x0626, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E,
    0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x0637, 0x0638, 0x0639, 0x063A, 0x0641, 0x0642,
    0x0643, 0x0644, 0x0645, 0x0646, 0x0647, 0x0648, 0x0649, 0x064A, 0x067E, 0x0686, 0x0698, 0x06AF, 0x06A4};

}  // namespace

std::basic_string_view<Letter> letters_of(char32_t code) { return fold_table::letters_of(fold_table::slot_of(code)); }

uint8_t mark_of(char32_t code) {
  const auto& slot = fold_table::slot_of(code);
  return slot.size == 0 ? slot.marks : uint8_t{0};
}

std::basic_string<Letter> exact_letters(std::string_view utf8) {
  std::basic_string<Letter> out;
  out.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    const Decoded d = decode(utf8, at);
    at += d.size;
    if (const Letter quick = d.code < 0x800 ? fold_table::kQuick[d.code] : Letter{0}; quick != 0) {
      out.push_back(quick);
      continue;
    }
    const fold_table::Slot& slot = fold_table::slot_of(d.code);
    if (slot.size == 1) {
      out.push_back(fold_table::kPool[slot.first]);
      continue;
    }
    const Letter whole = out.empty() ? Letter{0} : fold_table::joined(out.back(), d.code);
    if (whole != 0)
      out.back() = whole;
    else
      out += fold_table::letters_of(slot);
  }
  return out;
}

std::basic_string<Letter> folded_letters(std::string_view utf8) {
  auto out = exact_letters(utf8);
  for (Letter& c : out) c = fold(c);
  return out;
}

std::string letters_to_utf8(std::basic_string_view<Letter> letters) {
  std::string out(2 * letters.size(), '\0');
  char* to = out.data();
  for (const Letter c : letters) {
    if (is_arabic(c)) {  // two bytes each
      const char32_t code = kCodes[c - letter::kFirstArabic];
      *to++ = static_cast<char>(0xC0 | code >> 6), *to++ = static_cast<char>(0x80 | (code & 0x3F));
    } else {
      *to++ = (c >= ' ' && c < 0x7F) || c == letter::kNewline ? static_cast<char>(c) : '?';
    }
  }
  out.resize(static_cast<size_t>(to - out.data()));
  return out;
}

}  // namespace isnad
