// Stories as JSON lines; docs/stories.md says what each member means.
#pragma once

#include <span>
#include <string>

#include "story/story.h"

namespace isnad::story {

/// Appends one object and a line end.
void append(const Story& story, std::span<const record::Record> records, std::string& out);

}  // namespace isnad::story
