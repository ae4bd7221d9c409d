// isnad export: records in the formats of the field.
#include "app/commands.h"
#include "app/exports.h"
#include "app/inputs.h"
#include "app/record_files.h"

namespace isnad {

Exit run_export(const ExportOptions& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  const auto format = export_format(options.format);
  if (!format) return fail(format.error(), Exit::usage);
  const auto kinds = export_kinds(*format, options.records);
  if (!kinds) return fail(kinds.error(), Exit::usage);
  const auto total = check_files(options.files);
  if (!total) return fail(total.error(), Exit::cannot_run);
  auto output = Output::open(options.output);
  if (!output) return fail(output.error(), Exit::cannot_run);
  ExportWriter writer(*format, *kinds, *output);
  read_record_files(options.files, "exporting", *total, messages, [&](record::Record&& r) { return writer.take({r, {}}); });
  writer.finish();
  messages.finish();
  if (writer.failure()) return fail(*writer.failure(), Exit::cannot_run);
  messages.note(writer.summary());
  return exit_of(messages);
}

}  // namespace isnad
