// The folding table, made at build time by tools/fold_table.cpp: which letters does a code point become?
#pragma once

#include "text/letters.h"

namespace isnad::fold_table {

/// Where a code point's letters stand in the pool, and the diacritic bits it adds to the letter before it.
struct Slot {
  uint16_t first;
  uint8_t size;
  uint8_t marks;
};

/// The letter of a code point below U+0800 that gives exactly one letter and no mark; 0 for all others.
extern const Letter kQuick[0x800];

/// The slot of any code point; values over U+10FFFF count as U+FFFD.
const Slot& slot_of(char32_t code);
/// The letters of a slot; valid for ever.
std::basic_string_view<Letter> letters_of(const Slot& slot);

/// The letter that a combining madda or hamza (U+0653..U+0655) makes of the letter before it, or 0 where they do not join.
Letter joined(Letter before, char32_t mark);

constexpr char32_t kTatweel = 0x0640;

}  // namespace isnad::fold_table
