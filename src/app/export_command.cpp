// isnad export: records in the formats of the field.
#include "app/commands.h"
#include "app/exports.h"
#include "app/inputs.h"

namespace isnad {

Exit run_export(const ExportOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  const auto format = export_format(options.format);
  if (!format) return fail(format.error(), Exit::usage);
  const auto kinds = export_kinds(*format, options.records);
  if (!kinds) return fail(kinds.error(), Exit::usage);
  Exit exit = Exit::fine;
  auto input = RecordInput::open(options.from, Neither::wrong, messages, exit);
  if (!input) return exit;
  auto output = Output::open(options.output, input->paths());
  if (!output) return fail(output.error(), Exit::cannot_run);
  ExportWriter writer(*format, *kinds, *output);
  const Status read = input->read("exporting", messages, [&](record::Record&& r) { return writer.take({r, {}}); });
  if (!read) return fail(read.error(), Exit::cannot_run);
  writer.finish();
  messages.finish();
  if (writer.failure()) return fail(*writer.failure(), Exit::cannot_run);
  messages.note(writer.summary());
  return exit_of(messages);
}

}  // namespace isnad
