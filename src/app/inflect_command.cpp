// isnad inflect: the forms of words, as a table.
#include "app/commands.h"
#include "app/output.h"
#include "compile/paradigms.h"

namespace isnad {

Exit run_inflect(const InflectOptions& options) {
  Messages messages;
  const Paradigms paradigms = paradigms_of(options.folder, options.lemmas);
  for (const Error& e : paradigms.errors) messages.error(e);
  messages.finish();
  if (paradigms.forms == 0) return Exit::cannot_run;
  auto output = Output::open(options.output);
  if (output) {
    const Status written = output->write(paradigms.table), finished = written ? output->finish() : written;
    if (finished) return paradigms.errors.empty() ? Exit::fine : Exit::bad_input;
    messages.error(finished.error());
  } else {
    messages.error(output.error());
  }
  return Exit::cannot_run;
}

}  // namespace isnad
