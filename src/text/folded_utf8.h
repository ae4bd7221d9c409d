// What does full-text search see of a text?
#pragma once

#include <string>
#include <string_view>

namespace isnad {

/// letters_to_utf8(folded_letters(utf8)), several times as fast. Threads: pure.
std::string folded_utf8(std::string_view utf8);

}  // namespace isnad
