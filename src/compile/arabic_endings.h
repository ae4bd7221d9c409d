// Verb endings: stems, the endings of persons and moods, and how the two join.
#pragma once

#include <span>
#include <string_view>

#include "compile/arabic_inflect.h"
#include "compile/arabic_sounds.h"

namespace isnad::arabic {

/// A verb stem before its endings. Defective: `open` is the stem without its last vowel and weak radical, which are kept apart.
struct Stem {
  Sounds open;      // before a vowel
  Sounds closed;    // before a consonant or nothing
  char vowel = 0;   // defective: the last vowel; else 0
  char weak = 'y';  // defective: what the radical appears as after a
  [[nodiscard]] bool defective() const { return vowel != 0; }
  /// Ends in a doubled consonant that splits before consonants.
  [[nodiscard]] bool doubled() const;
};

/// The stem with one ending. Endings start with a vowel or a consonant, or are empty.
Sounds join(const Stem& stem, std::string_view ending);

/// One cell of a conjugation table.
struct Ending {
  Person person;
  Gender gender;
  Number number;
  char prefix;              // imperfect: y t ' n
  std::string_view ending;  // perfect, or imperfect indicative
  std::string_view subjunctive, jussive;
};

std::span<const Ending> perfect_endings();
std::span<const Ending> imperfect_endings();

}  // namespace isnad::arabic
