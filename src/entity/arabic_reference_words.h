// Arabic words that point at somebody named before: "the two countries", "both sides", "his counterpart", "the said".
#pragma once

#include <cstdint>
#include <string_view>

#include "text/letters.h"

namespace isnad::arabic_reference {

/// What two a dual noun speaks of by its meaning alone.
enum class Two : uint8_t { none, states, sides };

/// "Countries", "states" and "governments", or "sides" and "parties", in the dual. `folded`: letters without article.
Two two_of(std::basic_string_view<Letter> folded);

/// "Country", "state". `folded`: letters without article and pronoun.
bool is_country(std::basic_string_view<Letter> folded);

/// "Counterpart": of the same office as somebody else, in another country. `folded`: letters without article and pronoun.
bool is_counterpart(std::basic_string_view<Letter> folded);

/// "His Majesty", "His Highness": a noun whose annexed name is the person himself. `folded`: letters without article and pronoun.
bool is_honorific(std::basic_string_view<Letter> folded);

/// "Other", "others": none of those named before.
bool is_other(std::basic_string_view<Letter> folded);

/// "Mentioned", "the said".
bool is_mentioned(std::basic_string_view<Letter> folded);

}  // namespace isnad::arabic_reference
