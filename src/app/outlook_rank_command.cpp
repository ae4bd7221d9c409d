// isnad outlook rank: facts in, candidates out, as benchmarks of temporal knowledge graphs want them.
#include <fmt/format.h>

#include <algorithm>

#include "app/outlook_data.h"
#include "app/output.h"
#include "app/part_progress.h"
#include "base/file.h"
#include "import/quads.h"
#include "outlook/rank.h"

namespace isnad {
namespace {

Result<std::vector<Fact>> read_facts(const std::vector<std::string>& files) {
  std::vector<Fact> out;
  for (const std::string& file : files) {
    const auto bytes = read_file(file);
    if (!bytes) return bytes.error();
    const auto facts = read_quads(*bytes, file);
    if (!facts) return facts.error();
    out.insert(out.end(), facts->begin(), facts->end());
  }
  return out;
}

void order(std::vector<Fact>& facts, Day unit) {
  for (Fact& f : facts) f.day /= unit;
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) { return a.day < b.day; });
}

void append_answer(const Question& q, uint32_t relations, Day unit, const std::vector<Ranked>& answers, std::string& out) {
  const bool object = q.relation < relations;
  out += fmt::format("{{\"{}\":{},\"r\":{},\"t\":{},\"ask\":\"{}\",\"candidates\":[", object ? "s" : "o", q.anchor, q.relation % relations,
                     q.day * unit, object ? "object" : "subject");
  for (size_t i = 0; i < answers.size(); ++i) out += fmt::format("{}[{},{:.5g}]", i ? "," : "", answers[i].answer, answers[i].score);
  out += "]}\n";
}

/// The facts of the day that starts at `next`; moves on.
std::span<const Fact> take_day(const std::vector<Fact>& facts, size_t& next) {
  const size_t begin = next;
  while (next < facts.size() && facts[next].day == facts[begin].day) ++next;
  return {facts.data() + begin, next - begin};
}

}  // namespace

Exit run_rank(const RankCommand& options) {
  Messages messages;
  const auto fail = [&](const Error& e) { return messages.error(e), Exit::cannot_run; };
  auto train = read_facts(options.train), queries = read_facts({options.queries});
  if (!train) return fail(train.error());
  if (!queries) return fail(queries.error());
  if (train->empty() || queries->empty())
    return fail({train->empty() ? options.train.front() : options.queries, 0, "has no facts", "subject, relation, object, day by tabs"});
  const Day unit = day_unit(*train, *queries);
  order(*train, unit), order(*queries, unit);
  uint32_t parties = 0, relations = 0;
  for (const auto* list : {&*train, &*queries})
    for (const Fact& f : *list) parties = std::max({parties, f.subject + 1, f.object + 1}), relations = std::max(relations, f.relation + 1);
  const Day first = queries->front().day;
  const auto later = std::partition_point(train->begin(), train->end(), [&](const Fact& f) { return f.day < first; });
  const std::vector<Fact> known(train->begin(), later), rest(later, train->end());  // days that questions must not see before their time
  if (!rest.empty())
    messages.note(fmt::format("{} facts of --train are not older than the first query; each waits for its day", rest.size()));
  std::vector<std::string> inputs = options.train;
  inputs.push_back(options.queries);
  auto output = Output::open(options.output, inputs);
  if (!output) return fail(output.error());
  Ranker ranker(parties, relations);
  {
    PartProgress progress("fitting");
    ranker.fit(known, progress.teller());
  }
  PartProgress progress("answering");
  size_t next_rest = 0;
  for (size_t next = 0; next < queries->size();) {
    const auto day = take_day(*queries, next);
    while (next_rest < rest.size() && rest[next_rest].day < day.front().day) ranker.learn(take_day(rest, next_rest));
    std::string text;
    for (const Question& q : questions_of(day, relations)) append_answer(q, relations, unit, ranker.answer(q, options.most), text);
    if (const auto s = output->write(text); !s) return fail(s.error());
    ranker.learn(day);
    progress.show(double(next) / double(queries->size()));
  }
  if (const auto s = output->finish(); !s) return fail(s.error());
  return Exit::fine;
}

}  // namespace isnad
