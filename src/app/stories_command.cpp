// isnad stories: records of many documents to stories.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/records_command.h"
#include "report/stories.h"
#include "story/write.h"

namespace isnad {
namespace {

using Records = std::vector<record::Record>;

/// The index of the one thing whose id begins with `id`. Errors: none, or several.
template <class List>
Result<uint32_t> find_id(const List& list, const std::string& id, std::string_view what) {
  uint32_t found = 0;
  size_t count = 0;
  for (uint32_t i = 0; i < list.size(); ++i) {
    if (!list[i].id.starts_with(id) || (count > 0 && list[i].id == list[found].id)) continue;
    found = i, ++count;
  }
  if (count == 1) return found;
  return Error{"", 0, fmt::format("{} {} has an id that begins with '{}'", count == 0 ? "no" : "more than one", what, id),
               "--story takes the id of a story, --why those of two records"};
}

std::string jsonl_of(const Records& records, const story::Situation& situation) {
  std::string out;
  for (const auto& s : situation.stories) story::append(s, records, out);
  return out;
}

Result<std::string> reasons(const StoriesOptions& o, const Records& records, const story::Situation& situation) {
  const auto a = find_id(records, o.why[0], "record"), b = find_id(records, o.why[1], "record");
  if (!a) return a.error();
  if (!b) return b.error();
  return why_text(records, situation, *a, *b);
}

Result<std::string> whole(const StoriesOptions& o, const Records& records, const story::Situation& situation) {
  const auto at = find_id(situation.stories, o.story, "story");
  if (!at) return at.error();
  return story_text(records, situation.stories[*at]);
}

}  // namespace

Exit run_stories(const StoriesOptions& options) {
  return run_on_situation(options.from, options.format, options.output,
                          [&](const Records& records, const story::Situation& situation, bool table) -> Result<std::string> {
                            if (!options.why.empty()) return reasons(options, records, situation);
                            if (!options.story.empty()) return whole(options, records, situation);
                            return table ? stories_table(situation) : jsonl_of(records, situation);
                          });
}

}  // namespace isnad
