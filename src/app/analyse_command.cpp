// isnad analyse: the layers of each document.
#include "app/commands.h"
#include "app/engine.h"
#include "app/inputs.h"
#include "app/output.h"
#include "report/analyse.h"
#include "report/conllu.h"

namespace isnad {
namespace {

uint32_t layer_bits(const std::vector<std::string>& names) {
  uint32_t bits = 0;
  for (const auto& name : names)
    for (size_t i = 0; i < kLayerNames.size(); ++i) bits |= uint32_t{kLayerNames[i] == name} << i;
  return bits == 0 ? kAllLayers : bits;
}

void append(const View& view, const std::string& format, uint32_t layers, std::string& out) {
  if (format == "conllu") return append_conllu(view, out);
  if (format == "json") return append_analysis_json(view, layers, out);
  append_analysis(view, layers, out);
}

Status analyse_all(const AnalyseOptions& options, const Lexicon& lexicon, DocumentStream& source, Output& output, Messages& messages) {
  Delivery delivery;
  auto reading = std::make_unique<Reading>();
  std::string text;
  while (!output.closed() && source.next(delivery)) {
    for (const auto& e : delivery.errors) messages.error(e);
    for (const auto& w : delivery.warnings) messages.warning(w);
    if (!delivery.document) continue;
    read(lexicon, *delivery.document, *reading);
    text.clear();
    append(View{lexicon, *delivery.document, *reading}, options.format, layer_bits(options.layers), text);
    if (auto s = output.write(text); !s) return s.error();
  }
  return output.finish();
}

}  // namespace

Exit run_analyse(const AnalyseOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  const auto inputs = input_options(options.date, "", options.input);
  if (!inputs) return fail(inputs.error(), Exit::usage);
  const auto lexicon = open_lexicon(options.image);
  if (!lexicon) return fail(lexicon.error(), Exit::cannot_run);
  const auto files = input_files(options.files);
  if (!files) return fail(files.error(), Exit::cannot_run);
  auto output = Output::open(options.output, files->paths);
  if (!output) return fail(output.error(), Exit::cannot_run);
  DocumentStream source(files->paths, *inputs);
  if (const auto s = analyse_all(options, *lexicon, source, *output, messages); !s) return fail(s.error(), Exit::cannot_run);
  messages.finish();
  return exit_of(messages);
}

}  // namespace isnad
