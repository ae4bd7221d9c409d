// Morphological features as Universal Dependencies writes them.
#pragma once

#include <string>

#include "lexicon/features.h"

namespace isnad {

/// "Case=Gen|Definite=Def|Gender=Fem|Number=Sing", keys in alphabetical order; "_" where nothing is known.
std::string features_text(const Features& features);

}  // namespace isnad
