// isnad actors: who is known, and who held which office on a day.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/lookup.h"
#include "base/ascii.h"
#include "base/day.h"
#include "input/day.h"
#include "report/actors.h"

namespace isnad {
namespace {

Result<ActorQuery> query_of(const ActorsOptions& o) {
  ActorQuery query{o.find, ascii_upper(o.country), INT32_MIN};
  if (o.at.empty()) return query;
  const auto day = day_of(parse_day(o.at));
  if (!day) return Error{"", 0, fmt::format("'{}' is not a day", o.at), "--at YYYY-MM-DD"};
  query.day = *day;
  return query;
}

const Lookup<ActorQuery> kActors{"actor", "knowledge/actors", find_actors, actors_table, actors_jsonl, actors_csv, actors_markdown};

}  // namespace

Exit run_actors(const ActorsOptions& options) {
  return run_lookup(kActors, query_of(options), options.image, options.format, options.markdown);
}

}  // namespace isnad
