// How a syntactic word is written when it stands alone.
#pragma once

#include <string>

#include "report/view.h"

namespace isnad {

/// The word's own form: its letters in the text, with what a clitic beside it changed put back: the article after li- (lil-hazr ->
/// al-hazr), ta marbuta and final alif maqsura before a pronoun. Never empty.
std::string word_form(const View& view, WordId id);

}  // namespace isnad
