// isnad codebook: what counts as which event.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "app/commands.h"
#include "app/engine.h"
#include "app/suggest.h"
#include "app/terminal.h"
#include "report/cells.h"
#include "report/codebook.h"

namespace isnad {
namespace {

/// Long lines go on two columns further in than they begin. Texts that no terminal shows stay as they are.
std::string fitted(const std::string& text) {
  if (::isatty(STDOUT_FILENO) != 1) return text;
  const size_t width = terminal_width(true);
  std::string out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    const size_t margin = std::min(line.find_first_not_of(' '), line.size());
    const auto parts = wrap_cell(line, width - margin - 2);
    for (size_t i = 0; i < parts.size(); ++i) out += std::string(margin + (i > 0 ? 2 : 0), ' ') + isolated(parts[i]) + "\n";
    if (line.empty()) out += "\n";
  }
  return out;
}

}  // namespace

Exit run_codebook(const CodebookOptions& options) {
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return Messages().error(lexicon.error()), Exit::cannot_run;
  if (options.markdown) return fmt::print("{}", codebook_markdown(*lexicon)), Exit::fine;
  const auto text = codebook_text(*lexicon, options.name);
  if (text) return fmt::print("{}", fitted(*text)), Exit::fine;
  const std::string meant = nearest(options.name, codebook_names(*lexicon));
  Messages().error({"", 0, fmt::format("there is no event type or frame '{}'", options.name),
                    meant.empty() ? "isnad codebook lists them" : fmt::format("do you mean {}? isnad codebook lists them", meant)});
  return Exit::usage;
}

}  // namespace isnad
