// Hamza seats: one table of what is before against what is after.
#include "compile/arabic_hamza.h"

#include <cstddef>

#include "compile/arabic_letters.h"

namespace isnad::arabic {
namespace {

constexpr char32_t X = letter::kHamza, A = letter::kAlifHamza, I = letter::kAlifHamzaBelow, W = letter::kWawHamza, Y = letter::kYaHamza,
                   M = letter::kAlifMadda;

// clang-format off
constexpr char32_t kSeats[size_t(Before::count_)][size_t(After::count_)] = {
    // end consonant a  i  u  long a
    {X, A, A, I, A, M},  // start
    {A, A, A, Y, W, M},  // a
    {Y, Y, Y, Y, Y, Y},  // i
    {W, W, W, Y, W, W},  // u
    {X, X, X, Y, W, X},  // long a
    {X, Y, Y, Y, Y, Y},  // long i
    {X, X, X, Y, W, X},  // long u
    {X, A, A, Y, W, M},  // closed
};
// clang-format on

}  // namespace

char32_t hamza_seat(Before before, After after) { return kSeats[size_t(before)][size_t(after)]; }

char32_t hamza_seat_before_ending(Before before, char32_t letter_before) {
  if (before == Before::closed) return letter::joins_next(letter_before) ? Y : X;
  return hamza_seat(before, After::long_a);
}

}  // namespace isnad::arabic
