// Finding and opening the knowledge image.
#pragma once

#include <string>

#include "lexicon/lexicon.h"

namespace isnad {

/// Opens the image: `option` (of --image) if given, else $ISNAD_IMAGE, else isnad.image beside the program, else
/// ../share/isnad/isnad.image from there. Errors tell where it was sought and how to make one.
Result<Lexicon> open_lexicon(const std::string& option);

}  // namespace isnad
