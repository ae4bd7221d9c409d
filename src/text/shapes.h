// Shapes of tokens that are more than a run of one kind of letter: how far does one reach from here?
#pragma once

#include <cstddef>
#include <string_view>

#include "text/letters.h"

namespace isnad {

using Letters = std::basic_string_view<Letter>;

/// The end of the run of letters at `at` for which `is` holds.
template <class Predicate>
size_t run_end(Letters s, size_t at, Predicate is) {
  while (at < s.size() && is(s[at])) ++at;
  return at;
}

/// Groups of digits with single points or commas between them. `whole`: it is one number (1,200  3.5  1.200.000  1,200.5);
/// else a date, a version, a list (15.7.2020  2011,2012), each of whose groups is a number of its own.
struct DigitChain {
  size_t end;
  bool whole;
};
DigitChain digit_chain(Letters s, size_t at);

/// A word of Latin letters, which may hold digits, inner apostrophes, hyphens and points. `dotted`: the points part names, as in a
/// host's name; an abbreviation (U.S.) is not dotted and keeps its last point.
struct LatinRun {
  size_t end;
  bool dotted;
};
LatinRun latin_run(Letters s, size_t at);

/// The end of the address at `at`, which is a letter or a digit; `at` itself where there is none.
size_t url_end(Letters s, size_t at);
size_t email_end(Letters s, size_t at);

/// The end of the hashtag or handle whose sign stands at `at`; `at` itself where the sign is just a sign.
size_t hashtag_end(Letters s, size_t at);
size_t handle_end(Letters s, size_t at);

}  // namespace isnad
