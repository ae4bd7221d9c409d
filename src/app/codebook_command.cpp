// isnad codebook: what counts as which event.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/engine.h"
#include "app/suggest.h"
#include "report/codebook.h"

namespace isnad {

Exit run_codebook(const CodebookOptions& options) {
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return Messages().error(lexicon.error()), Exit::cannot_run;
  if (options.markdown) return fmt::print("{}", codebook_markdown(*lexicon)), Exit::fine;
  const auto text = codebook_text(*lexicon, options.name);
  if (text) return fmt::print("{}", *text), Exit::fine;
  const std::string meant = nearest(options.name, codebook_names(*lexicon));
  Messages().error({"", 0, fmt::format("there is no event type or frame '{}'", options.name),
                    meant.empty() ? "isnad codebook lists them" : fmt::format("do you mean {}? isnad codebook lists them", meant)});
  return Exit::usage;
}

}  // namespace isnad
