// Stories as JSON lines; docs/stories.md says what each member means.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "story/story.h"

namespace isnad::story {

/// Appends one object and a line end.
void append(const Story& story, std::span<const record::Record> records, std::string& out);

/// Adds a field's object to an array that is open.
void append(Json& json, const Field& field, std::span<const record::Record> records);

/// A member that lists strings; left out where there are none.
void append_strings(Json& json, std::string_view key, const std::vector<std::string>& list);

}  // namespace isnad::story
