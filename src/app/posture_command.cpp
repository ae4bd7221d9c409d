// isnad posture: forces, weapons and sites over time, as reported.
#include "app/commands.h"
#include "app/records_command.h"
#include "base/ascii.h"
#include "report/stories.h"

namespace isnad {
namespace {

/// Codes in capitals; ids as they are. Errors: a country that is none.
Result<story::PostureQuery> query_of(const PostureOptions& o) {
  const bool id = o.actor.find('.') != std::string::npos;
  story::PostureQuery query{id ? o.actor : ascii_upper(o.actor), ascii_upper(o.country)};
  if (!query.country.empty() && query.country.size() != 3)
    return Error{"", 0, "'" + o.country + "' is no country code", "--country takes three letters, such as IRQ"};
  if (!id && !query.actor.empty() && query.actor.size() != 3 && query.actor.size() != 6)
    return Error{"", 0, "'" + o.actor + "' is no actor's code", "--actor takes USA, USAMIL or an id that isnad actors gives"};
  return query;
}

}  // namespace

Exit run_posture(const PostureOptions& options) {
  const auto query = query_of(options);
  if (!query) return Messages().error(query.error()), Exit::usage;
  return run_on_situation(
      options.from, options.format, options.output,
      [&](const std::vector<record::Record>& records, const story::Situation& situation, bool table) -> Result<std::string> {
        const auto list = story::posture(records, situation, *query);
        if (table) return posture_table(situation, list);
        std::string out;
        for (const auto& x : list) story::append(x, situation, records, out);
        return out;
      });
}

}  // namespace isnad
