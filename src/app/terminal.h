// What is known of the terminal that results go to.
#pragma once

#include <cstddef>
#include <string>

namespace isnad {

/// Columns: $COLUMNS if set, else what the terminal says, else 100.
size_t terminal_width(bool terminal);

/// `wish` is auto, always or never; auto: on a terminal, unless NO_COLOR is set or TERM is dumb.
bool wants_color(const std::string& wish, bool terminal);

}  // namespace isnad
