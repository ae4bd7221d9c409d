// The small Arabic words that dates and numbers are built with, and what the ending of a unit of time says of its number.
//
// Months, weekdays, units, number words come from knowledge/; these are grammar, like the clitics of morph/arabic.cpp.
#pragma once

#include <cstdint>

#include "text/letters.h"

namespace isnad::arabic_time {

enum class Particle : uint8_t {
  none,
  in,             // fi
  of,             // min: of, from
  to,             // ila
  on,             // ala
  until,          // hatta, ghaya
  between,        // bayna
  since,          // mundhu
  before,         // qabl, qubayl
  after,          // baad, buayd
  during,         // khilal, ghudun, zarf
  throughout,     // tiwal, tila, mada, madar
  either,         // aw
  conjunction,    // wa, written apart
  article,        // al, before digits
  this_,          // hadha, hadhihi
  that,           // dhalika, tilka
  same,           // nafs, dhat
  every,          // kull
  corresponding,  // al-muwafiq: the same day in another calendar
  period,         // fatra, mudda
  holiday,        // utla
  rest,           // baqiya, baqi
  few,            // al-qalila
  age,            // umr
  following,      // al-tali: after what was just told
  time,           // waqt: "at a later time of this week"
  label,          // raqm: a number that names
  point,          // fasila
  limit,          // aqsahu: "at the latest"
  starting,       // ibtidaan, itibaran: "as from"
  eve,            // ghadat, ashiyyat: the day after, the day before
  resolution,     // qarar: its number may look like a year
  by,             // hulul: "by the year"
  no,             // la
  what,           // ma
  above,          // fawqa
  below,          // duna, tahta
  minus,          // salib, naqis: below zero
};

/// What the letters spell (folded, without clitics), `none` for any other word.
Particle particle_of(std::basic_string_view<Letter> folded);

enum class UnitNumber : uint8_t { one, two, many };

/// Whether a unit of time is written as singular, dual or plural; with or without its article.
UnitNumber unit_number(std::basic_string_view<Letter> folded);

/// "Itself" after a noun: nafs, dhat or ayn with a pronoun of the third person.
bool is_itself(std::basic_string_view<Letter> folded);

/// Whether the letters are a plural of the pattern of "thirds", "quarters", "eighths".
bool is_broken_fraction(std::basic_string_view<Letter> folded);

/// Whether a part of a period is said in the plural: "early in", "late in" rather than "the start", "the end" of it.
bool is_broad_part(std::basic_string_view<Letter> folded);

/// Whether an adjective or ordinal ends as feminine ones do.
inline bool is_feminine(std::basic_string_view<Letter> folded) { return !folded.empty() && folded.back() == fold(letter::kTaMarbuta); }

/// Whether a word ends as duals in the oblique do; so do sound plurals.
bool is_dual(std::basic_string_view<Letter> folded);

}  // namespace isnad::arabic_time
