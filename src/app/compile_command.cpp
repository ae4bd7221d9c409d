// isnad compile: knowledge files to an image.
#include "app/commands.h"
#include "compile/compile.h"

namespace isnad {

Exit run_compile(const CompileOptions& options) {
  Messages messages;
  std::vector<std::string> notes;
  const Status status = compile_knowledge({options.folder, options.cities}, options.output, notes);
  if (!status) messages.error(status.error());
  for (const auto& note : notes) messages.note(note);
  return status ? Exit::fine : Exit::cannot_run;
}

}  // namespace isnad
