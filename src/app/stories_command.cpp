// isnad stories: records of many documents to stories.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/situation_command.h"
#include "report/stories.h"
#include "story/write.h"

namespace isnad {
namespace {

using Records = std::vector<record::Record>;

/// The record whose id begins with `id`. Errors: none, or several.
Result<uint32_t> record_by_id(const Records& records, const std::string& id) {
  uint32_t found = 0;
  size_t count = 0;
  for (uint32_t i = 0; i < records.size(); ++i) {
    if (!records[i].id.starts_with(id) || (count > 0 && records[i].id == records[found].id)) continue;
    found = i, ++count;
  }
  if (count == 1) return found;
  return Error{"", 0, fmt::format("{} record has an id that begins with '{}'", count == 0 ? "no" : "more than one", id),
               "--why takes the ids of two records"};
}

std::string jsonl_of(const Records& records, const story::Situation& situation) {
  std::string out;
  for (const auto& s : situation.stories) story::append(s, records, out);
  return out;
}

Result<std::string> reasons(const StoriesOptions& o, const Records& records, const story::Situation& situation) {
  const auto a = record_by_id(records, o.why[0]), b = record_by_id(records, o.why[1]);
  if (!a) return a.error();
  if (!b) return b.error();
  return why_text(records, situation, *a, *b);
}

}  // namespace

Exit run_stories(const StoriesOptions& options) {
  return run_on_situation(options.files, options.format, options.output,
                          [&](const Records& records, const story::Situation& situation, bool table) -> Result<std::string> {
                            if (!options.why.empty()) return reasons(options, records, situation);
                            return table ? stories_table(situation) : jsonl_of(records, situation);
                          });
}

}  // namespace isnad
