// The sentences of records, from the documents that they were read from.
#pragma once

#include <string>
#include <vector>

#include "app/messages.h"
#include "import/import.h"

namespace isnad {

/// The sentence of each event, on one line; empty where its document is not in `files`, or it isn't told where the sentence stands. A
/// document in which a span lies outside of the text, or whose sentence lacks the event's words, is another text: that is told.
std::vector<std::string> sentences_of(const std::vector<const Coded*>& events, const std::vector<std::string>& files, Messages& messages);

}  // namespace isnad
