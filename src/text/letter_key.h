// Short words as keys: up to eight folded letters packed into one integer, so that a switch finds them.
#pragma once

#include <array>
#include <cstring>
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

/// Up to eight letters as a number, the first lowest. Words are short: in halves rather than letter by letter.
inline uint64_t packed(const Letter* at, size_t size) {
  uint64_t out = 0;
  if (size >= 8) {
    std::memcpy(&out, at, 8);
  } else if (size >= 4) {
    uint32_t low = 0, high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + size - 4, 4);
    out = low | uint64_t{high} << (8 * (size - 4));
  } else {
    for (size_t i = 0; i < size; ++i) out |= uint64_t{at[i]} << (8 * i);
  }
  return out;
}

/// The key of a folded word; 0, which is none's, for words longer than kLongestKey.
inline uint64_t letter_key_of(std::basic_string_view<Letter> folded) {
  return folded.size() > kLongestKey ? 0 : packed(folded.data(), folded.size());
}

/// Values by key, for a question that is asked of every word: one read rather than a switch's comparisons.
template <class Value, size_t kSlots>
class LetterTable {
 public:
  struct Entry {
    uint64_t key;
    Value value;
  };
  constexpr explicit LetterTable(std::initializer_list<Entry> all) {
    for (const Entry& e : all) {
      size_t at = slot(e.key);
      while (slots_[at].key != 0) at = (at + 1) % kSlots;
      slots_[at] = e;
    }
  }
  /// The value of a key, Value{} where there is none.
  [[nodiscard]] constexpr Value operator[](uint64_t key) const {
    for (size_t at = slot(key); slots_[at].key != 0; at = (at + 1) % kSlots)
      if (slots_[at].key == key) return slots_[at].value;
    return {};
  }

 private:
  static constexpr size_t slot(uint64_t key) { return (key * 0x9E3779B97F4A7C15 >> 32) % kSlots; }
  std::array<Entry, kSlots> slots_{};
};

}  // namespace isnad
