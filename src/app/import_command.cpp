// isnad import: files of other projects to one CSV.
#include "app/outlook_data.h"

namespace isnad {

Exit run_import(const ImportCommand& options) {
  Messages messages;
  const auto events = load_events(options.events, messages);
  if (!events) return messages.error(events.error()), Exit::cannot_run;
  return write_result(to_csv(*events), options.output, options.events.files, messages);
}

}  // namespace isnad
