// Stories, commitments and posture for people: tables, and why two records are in one story or are not.
#pragma once

#include <span>
#include <string>

#include "story/commitments.h"
#include "story/posture.h"
#include "story/story.h"

namespace isnad {

/// A row a story: day, type, who, to whom, where, numbers, sources, what is contested.
std::string stories_table(const story::Situation& situation);

/// One story in full: each field with its values side by side and on whose word, and the outlets with whom they copy.
std::string story_text(std::span<const record::Record> records, const story::Story& story);

/// The answer to `--why A B` in words: the decision, and each rule with its points.
std::string why_text(std::span<const record::Record> records, const story::Situation& situation, uint32_t a, uint32_t b);

/// A row a commitment: who, to whom, what, under which condition, until when, and what became of it with the story that tells it.
std::string commitments_table(const story::Situation& situation, const std::vector<story::Commitment>& commitments);

/// A row a move: day, whose, what, where, numbers as each source has them.
std::string posture_table(const story::Situation& situation, const std::vector<story::Movement>& movements);

}  // namespace isnad
