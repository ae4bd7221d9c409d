// CoNLL-U: words, lemmas, features and the links that are known.
#pragma once

#include <string>

#include "report/view.h"

namespace isnad {

/// Appends the document's sentences in CoNLL-U. HEAD and DEPREL are `_` where no layer knows them.
void append_conllu(const View& view, std::string& out);

}  // namespace isnad
