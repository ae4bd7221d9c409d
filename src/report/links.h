// Dependency links between words, as far as the mention and clause layers know them.
#pragma once

#include <string_view>
#include <vector>

#include "report/view.h"

namespace isnad {

/// Per word its head and relation (Universal Dependencies). A root has itself as head; none where nothing is known. Links stay within
/// a sentence and form no cycle.
struct WordLinks {
  std::vector<WordId> head;
  std::vector<std::string_view> relation;
};

WordLinks link_words(const View& view);

/// Per word the sentence it is in.
std::vector<SentenceId> sentences_of_words(const View& view);

}  // namespace isnad
