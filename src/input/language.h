// Is a text written in Arabic, the language? By its letters alone.
#pragma once

#include <string_view>

namespace isnad {

/// True where most letters are Arabic script, and hardly any is one that only Persian, Urdu, Pashto, Kurdish, Uyghur and others of that
/// script use. A quotation or a name in another language changes nothing. False for a text without letters. Looks at the first 4 KiB.
bool is_arabic_text(std::string_view utf8);

}  // namespace isnad
