// isnad actors: who is known, and who held which office on a day.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/engine.h"
#include "app/output.h"
#include "base/day.h"
#include "input/day.h"
#include "report/actors.h"

namespace isnad {
namespace {

Result<ActorQuery> query_of(const ActorsOptions& o) {
  ActorQuery query{o.find, o.country, INT32_MIN};
  for (char& c : query.country)
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
  if (o.at.empty()) return query;
  const auto day = day_of(parse_day(o.at));
  if (!day) return Error{"", 0, fmt::format("'{}' is not a day", o.at), "--at YYYY-MM-DD"};
  query.day = *day;
  return query;
}

std::string answer(const Lexicon& lexicon, const ActorsOptions& o, const ActorQuery& query, const std::vector<uint32_t>& found) {
  if (o.format == "jsonl") return actors_jsonl(lexicon, query, found);
  if (o.format == "csv") return actors_csv(lexicon, query, found);
  return actors_table(lexicon, query, found);
}

}  // namespace

Exit run_actors(const ActorsOptions& options) {
  const auto query = query_of(options);
  if (!query) return Messages().error(query.error()), Exit::usage;
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return Messages().error(lexicon.error()), Exit::cannot_run;
  auto output = Output::open("");
  if (!output) return Messages().error(output.error()), Exit::cannot_run;
  Status written = Done{};
  if (options.markdown) {
    written = output->write(actors_markdown(*lexicon));
  } else {
    const auto found = find_actors(*lexicon, *query);
    if (found.empty())
      return Messages().error({"", 0, "no actor is known by that", "a part of a name does; new ones go into knowledge/actors"}),
             Exit::bad_input;
    written = output->write(answer(*lexicon, options, *query, found));
  }
  if (written) written = output->finish();
  return written ? Exit::fine : (Messages().error(written.error()), Exit::cannot_run);
}

}  // namespace isnad
