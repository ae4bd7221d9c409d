// The few Arabic words that the text room has to know; all others are in knowledge/.
#pragma once

#include <string_view>

#include "text/letters.h"

namespace isnad {

/// Whether a folded word, with or without a conjunction before it, opens a clause rather than names a place: a verb of saying, a
/// particle, a preposition. For datelines.
bool opens_clause(std::basic_string_view<Letter> folded);

/// Whether a folded word is a month of the solar calendars, or the first word of its name. For datelines.
bool is_month(std::basic_string_view<Letter> folded);

/// Whether an exact word is the abbreviation of a title (Dr., Eng., Prof.) behind a one-letter particle. Without one it is an initial.
bool is_prefixed_title(std::basic_string_view<Letter> exact);

/// Whether an exact word is a title cut short to one letter (Dr.), before its point; one-letter particles may stand before it.
bool is_title_letter(std::basic_string_view<Letter> exact);

/// Whether a folded word is the name of a Latin letter, as agencies and arms are spelled in Arabic (C.N.N., S-300).
bool names_latin_letter(std::basic_string_view<Letter> folded);

}  // namespace isnad
