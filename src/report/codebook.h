// The codebook for people: what counts as which event, for those who code by hand and those who write frames.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad {

/// A frame by its id, else an event type (capitals; any case where no frame has that id): what it means, its roles, sentences that are such
/// events and near misses; plain text that ends with a line break. Without a name: all types with their frames. Nothing where there is no
/// such type or frame.
std::optional<std::string> codebook_text(const Lexicon& lexicon, std::string_view name);

/// The whole codebook as one Markdown document (docs/codebook.md), in the order of the ontology and of the files.
std::string codebook_markdown(const Lexicon& lexicon);

/// What `codebook_text` knows: event types and ids of frames.
std::vector<std::string> codebook_names(const Lexicon& lexicon);

}  // namespace isnad
