// What holds for the text layer of any document. Shared by the tests and the fuzzer.
#pragma once

#include <string>

#include "text/text.h"

namespace isnad {

/// The first property that `text` breaks as a reading of `document`, or "" where all hold: letters, folded letters, marks and origins
/// agree in length; origins never step back and stand where code points begin; tokens are in order, cover every letter but white space,
/// and have spans that are not empty, hold their letters and don't overlap; sentences cover the tokens in order.
std::string broken_property(const Document& document, const Text& text);

}  // namespace isnad
