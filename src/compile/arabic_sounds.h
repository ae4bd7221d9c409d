// Sounds: a word as it is pronounced, one ASCII char a sound, and how it is then written.
//
// Verbs are built from patterns in this notation and spelt at the very end, so that hamza seats, shadda, madda and final alif follow from
// one set of rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace isnad::arabic {

/// Consonants in Buckwalter's letters (' is hamza), vowels a i u, a long vowel twice its short one, and:
///   <  hamzat al-wasl (its vowel follows)       Y  a long a that is written ya at the end (rama)
///   A  an alif that isn't heard (katabu)        p  ta marbuta
///   +  the border between stem and ending       #  an object pronoun that follows, itself not written
using Sounds = std::string;

bool is_vowel(char sound);
bool is_weak(char sound);
/// Consonants, hamza and # included.
bool is_consonant(char sound);

/// The sound of a radical as roots are written: a letter of the alphabet or hamza alone; nothing for alif, seats and anything else.
std::optional<char> sound_of(char32_t letter);

/// Applies what holds everywhere: 'a'C -> 'aaC, uwC -> uuC, iyC -> iiC, iwC -> iiC, uyC -> uuC.
Sounds smooth(std::string_view sounds);

/// kept: a hamza at the end of the stem keeps its seat before an ending in u or long a (qara'u, yaqra'an), as many write.
enum class Seats { standard, kept };

/// The vocalised spelling.
std::u32string spell(std::string_view sounds, Seats seats = Seats::standard);

}  // namespace isnad::arabic
