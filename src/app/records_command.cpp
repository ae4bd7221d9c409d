// From record files to an answer.
#include "app/records_command.h"

#include "app/inputs.h"
#include "app/output.h"

namespace isnad {

Exit run_on_situation(
    const RecordSource& source, const std::string& format, const std::string& path,
    const std::function<Result<std::string>(const std::vector<record::Record>&, const story::Situation&, bool table)>& answer) {
  Messages messages;
  Exit exit = Exit::fine;
  auto input = RecordInput::open(source, Neither::standard_input, messages, exit);
  if (!input) return exit;
  auto output = Output::open(path, input->paths());
  if (!output) return messages.error(output.error()), Exit::cannot_run;
  const bool table = format.empty() ? output->terminal() : format == "table";
  std::vector<record::Record> records;
  const Status read = input->read("reading", messages, [&](record::Record&& r) { return records.push_back(std::move(r)), true; });
  if (!read) return messages.error(read.error()), Exit::cannot_run;
  const auto text = answer(records, story::merge(records), table);
  if (!text) return messages.error(text.error()), Exit::usage;
  Status written = output->write(*text);
  if (written) written = output->finish();
  if (!written) return messages.error(written.error()), Exit::cannot_run;
  messages.finish();
  return exit_of(messages);
}

}  // namespace isnad
