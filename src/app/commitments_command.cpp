// isnad commitments: what was threatened, promised, demanded and agreed on, and what became of it.
#include "app/commands.h"
#include "app/records_command.h"
#include "report/stories.h"

namespace isnad {

Exit run_commitments(const CommitmentsOptions& options) {
  return run_on_situation(
      options.from, options.format, options.output,
      [&](const std::vector<record::Record>& records, const story::Situation& situation, bool table) -> Result<std::string> {
        const auto list = story::commitments(records, situation);
        if (table) return commitments_table(situation, list);
        std::string out;
        for (const auto& x : list) story::append(x, situation, records, out);
        return out;
      });
}

}  // namespace isnad
