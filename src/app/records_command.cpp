// From record files to an answer.
#include "app/records_command.h"

#include "app/inputs.h"
#include "app/output.h"
#include "app/record_files.h"

namespace isnad {

Exit run_on_situation(
    const std::vector<std::string>& files, const std::string& format, const std::string& path,
    const std::function<Result<std::string>(const std::vector<record::Record>&, const story::Situation&, bool table)>& answer) {
  Messages messages;
  const std::vector<std::string> inputs = files.empty() ? std::vector<std::string>{"-"} : files;
  const auto total = check_files(inputs);
  if (!total) return messages.error(total.error()), Exit::cannot_run;
  auto output = Output::open(path);
  if (!output) return messages.error(output.error()), Exit::cannot_run;
  const bool table = format.empty() ? output->terminal() : format == "table";
  std::vector<record::Record> records;
  read_record_files(inputs, "reading", *total, messages, [&](record::Record&& r) { return records.push_back(std::move(r)), true; });
  const auto text = answer(records, story::merge(records), table);
  if (!text) return messages.error(text.error()), Exit::usage;
  Status written = output->write(*text);
  if (written) written = output->finish();
  if (!written) return messages.error(written.error()), Exit::cannot_run;
  messages.finish();
  return exit_of(messages);
}

}  // namespace isnad
