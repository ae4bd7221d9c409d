// Bytes of the web to UTF-8: which encoding, and converting it.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

/// UTF-8 of `bytes`: by their byte order mark; else, where they are UTF-8, as they are; else in the encoding that `told` names (a name as
/// in "text/html; charset=windows-1256"), else windows-1256, which Arabic pages without a name are in. Bytes that encoding lacks become
/// U+FFFD. `bytes` that stay as they are may hold invalid sequences.
std::string to_utf8(std::string_view bytes, std::string_view told);

/// The value behind "charset=" in a header or a tag, in lower case; empty: none.
std::string charset_in(std::string_view text);

}  // namespace isnad
