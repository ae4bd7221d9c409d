// The value of a number: digits, number words, and both together.
#pragma once

#include <cstdint>

#include "mention/lexemes.h"

namespace isnad {

/// A number over tokens [first, next), without bounds, ranges or what it counts. `next == first`: there is none.
struct Quantity {
  uint32_t first = 0, next = 0;
  double low = 0, high = 0;
  bool digits = false;  // written in digits, at least its first part
  bool ordinal = false;
  bool fraction = false;  // a fraction alone: half, a third
  bool vague = false;     // dozens, several
  bool scaled = false;    // thousands and more are said in a word
  double scale = 1;       // of the last such word

  explicit operator bool() const { return next > first; }
};

enum class Reading : uint8_t { whole, first_part };

/// The number that starts at token t. `first_part`: stop at the first "and" ("between five and twenty").
Quantity read_quantity(Lexemes& lexemes, uint32_t t, Reading reading = Reading::whole);

/// The value of a number token: thousands and decimals are told apart by their shape. `scaled`: a word for thousands follows, so that
/// "1.250" is a decimal. Negative if it has too many digits to be a number.
double value_of_digits(std::basic_string_view<Letter> digits, bool scaled);

/// A plain whole number token (no separators) of at most nine digits, else -1; `size` is how many digits it has.
int32_t whole_number(const Lexemes& lexemes, uint32_t t, uint32_t& size);

}  // namespace isnad
