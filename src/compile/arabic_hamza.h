// Hamza: which letter carries it, from the sounds around it.
#pragma once

#include <cstdint>

namespace isnad::arabic {

/// What stands before a hamza. `long_i` and `long_u` also stand for ya and waw without a vowel; `closed` is any other consonant without
/// one.
enum class Before : uint8_t { start, a, i, u, long_a, long_i, long_u, closed, count_ };
/// What follows it; i and u also stand for their long vowels. `end`: nothing written.
enum class After : uint8_t { end, consonant, a, i, u, long_a, count_ };

/// The letter of a hamza. Alif with madda stands for the hamza and the long a after it.
char32_t hamza_seat(Before before, After after);

/// The same where an ending that is written with an alif (dual, sound feminine plural, indefinite accusative) joins a word that ends in
/// hamza: after a vowelless consonant the hamza stands alone, or on ya where that consonant joins (juz'an, `ib'an).
char32_t hamza_seat_before_ending(Before before, char32_t letter_before);

}  // namespace isnad::arabic
