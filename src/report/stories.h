// Stories for people: a table, and why two records are in one story or are not.
#pragma once

#include <span>
#include <string>

#include "story/story.h"

namespace isnad {

/// A row a story: day, type, who, to whom, where, numbers, sources, what is contested.
std::string stories_table(const story::Situation& situation);

/// The answer to `--why A B` in words: the decision, and each rule with its points.
std::string why_text(std::span<const record::Record> records, const story::Situation& situation, uint32_t a, uint32_t b);

}  // namespace isnad
