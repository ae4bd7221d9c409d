// isnad explain: why records say what they say.
#include <algorithm>

#include "app/commands.h"
#include "app/engine.h"
#include "app/inputs.h"
#include "app/output.h"
#include "app/terminal.h"
#include "report/explain.h"

namespace isnad {
namespace {

/// Lower case, without "0x" and the like: what a person may have copied.
std::string normal_prefix(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
  return text;
}

struct Outcome {
  size_t documents = 0, explained = 0;
};

Result<Outcome> explain_all(const ExplainOptions& options, const Lexicon& lexicon, DocumentStream& stream, Output& output,
                            Messages& messages) {
  const bool terminal = output.terminal();
  const TableLook look{terminal_width(terminal), options.names == "ar" ? Names::arabic : Names::english,
                       wants_color(options.color, terminal), terminal};
  const std::string prefix = normal_prefix(options.event);
  Outcome outcome;
  Delivery delivery;
  auto reading = std::make_unique<Reading>();
  while (!output.closed() && stream.next(delivery)) {
    for (const auto& e : delivery.errors) messages.error(e);
    for (const auto& w : delivery.warnings) messages.warning(w);
    if (!delivery.document) continue;
    ++outcome.documents;
    read(lexicon, *delivery.document, *reading);
    std::string text;
    outcome.explained += append_explanations(View{lexicon, *delivery.document, *reading}, look, prefix, text);
    if (auto s = output.write(text); !s) return s.error();
  }
  if (const auto s = output.finish(); !s) return s.error();
  return outcome;
}

}  // namespace

Exit run_explain(const ExplainOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  const auto inputs = input_options(options.date, "", options.input);
  if (!inputs) return fail(inputs.error(), Exit::usage);
  const auto files = input_files(options.files);
  if (!files) return fail(files.error(), Exit::cannot_run);
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return fail(lexicon.error(), Exit::cannot_run);
  auto output = Output::open("");
  if (!output) return fail(output.error(), Exit::cannot_run);
  DocumentStream stream(files->paths, *inputs);
  const auto outcome = explain_all(options, *lexicon, stream, *output, messages);
  if (!outcome) return fail(outcome.error(), Exit::cannot_run);
  messages.finish();
  if (outcome->explained == 0 && !output->closed()) {
    if (options.event.empty())
      messages.note("no events found");
    else
      return fail({"", 0, "no event whose id starts with '" + options.event + "'", "isnad read FILE shows the ids"}, Exit::bad_input);
  }
  return exit_of(messages);
}

}  // namespace isnad
