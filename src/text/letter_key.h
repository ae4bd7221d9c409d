// Short words as keys: up to eight folded letters packed into one integer, so that a switch finds them.
#pragma once

#include <initializer_list>

#include "text/letters.h"

namespace isnad {

/// No longer word has a key.
inline constexpr size_t kLongestKey = 8;

/// The key of a word that is spelled out; letters are folded.
constexpr uint64_t letter_key(std::initializer_list<Letter> letters) {
  uint64_t out = 0;
  int shift = 0;
  for (const Letter l : letters) out |= uint64_t{fold(l)} << shift, shift += 8;
  return out;
}

/// The key of a folded word; 0, which is none's, for words longer than kLongestKey.
inline uint64_t letter_key_of(std::basic_string_view<Letter> folded) {
  if (folded.size() > kLongestKey) return 0;
  uint64_t out = 0;
  for (size_t i = 0; i < folded.size(); ++i) out |= uint64_t{folded[i]} << (8 * i);
  return out;
}

}  // namespace isnad
