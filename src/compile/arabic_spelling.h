// Spelling: a vocalised word as letters with their marks, and the helpers that change its end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compile/arabic_hamza.h"

namespace isnad::arabic {

/// A letter with its marks: shadda, and one vowel or tanwin (0: none).
struct Cell {
  char32_t letter = 0;
  bool shadda = false;
  char32_t vowel = 0;
  bool operator==(const Cell&) const = default;
};
using Spelling = std::vector<Cell>;

/// Splits a vocalised word. Sukun, superscript alif and tatweel are dropped; alif wasla becomes alif; marks before any letter are dropped.
Spelling parse_spelling(std::u32string_view text);
/// The word as text, marks in canonical order: letter, vowel, shadda.
std::u32string text_of(const Spelling& spelling);

/// Whether two spellings have the same letters and no letter bears different marks in both. A letter without any mark contradicts nothing,
/// nor does a missing shadda on a letter without a vowel.
bool agree(const Spelling& a, const Spelling& b);
/// The marks on which both agree, over the letters of `a`. Needs the same letters.
Spelling common_marks(const Spelling& a, const Spelling& b);

/// What stands before the cell `at`, as far as a hamza there cares.
Before sound_before(const Spelling& spelling, size_t at);

/// Egypt's spelling of hamza before a long u, on ya or alone instead of on waw (mas'ul, ru'us); empty where the word has none.
std::u32string with_egyptian_hamza(const Spelling& spelling);

}  // namespace isnad::arabic
