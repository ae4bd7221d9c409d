// What the commands that look names up have in common: ask, find, answer as a table, JSONL or CSV, or print the counts for docs/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/engine.h"
#include "app/messages.h"
#include "app/output.h"

namespace isnad {

/// One kind of what is looked up. `name`: what one is called; `folder`: where new ones go. The functions are those of report/.
template <class Query>
struct Lookup {
  using Printed = std::string (*)(const Lexicon&, const Query&, const std::vector<uint32_t>&);
  const char *name, *folder;
  std::vector<uint32_t> (*find)(const Lexicon&, const Query&);
  Printed table, jsonl, csv;
  std::string (*markdown)(const Lexicon&);
};

/// Answers on standard output. `markdown`: the counts instead. Finding nothing is bad input, a query that is an error bad usage.
template <class Query>
Exit run_lookup(const Lookup<Query>& kind, const Result<Query>& query, const std::string& image, const std::string& format, bool markdown) {
  if (!query) return Messages().error(query.error()), Exit::usage;
  const auto lexicon = open_lexicon(image);
  if (!lexicon) return Messages().error(lexicon.error()), Exit::cannot_run;
  auto output = Output::open("");
  if (!output) return Messages().error(output.error()), Exit::cannot_run;
  std::string out;
  if (markdown) {
    out = kind.markdown(*lexicon);
  } else {
    const auto found = kind.find(*lexicon, *query);
    if (found.empty())
      return Messages().error({"", 0, std::string("no ") + kind.name + " is known by that",
                               std::string("a part of a name does; new ones go into ") + kind.folder}),
             Exit::bad_input;
    out = (format == "jsonl" ? kind.jsonl : format == "csv" ? kind.csv : kind.table)(*lexicon, *query, found);
  }
  Status written = output->write(out);
  if (written) written = output->finish();
  return written ? Exit::fine : (Messages().error(written.error()), Exit::cannot_run);
}

}  // namespace isnad
