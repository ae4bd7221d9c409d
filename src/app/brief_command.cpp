// isnad brief: records as a page to read.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/inputs.h"
#include "app/output.h"
#include "export/brief.h"

namespace isnad {
namespace {

/// The day of an option; nothing where it isn't given.
Result<std::optional<Day>> day_option(const std::string& name, const std::string& value) {
  if (value.empty()) return std::optional<Day>();
  const auto day = day_of(value);
  if (!day) return Error{"", 0, fmt::format("{}: '{}' is no day", name, value), "write YYYY-MM-DD, as in 2020-04-05"};
  return std::optional(*day);
}

Result<exports::BriefOptions> brief_options(const BriefCommand& options) {
  const auto since = day_option("--since", options.since), until = day_option("--until", options.until);
  if (!since) return since.error();
  if (!until) return until.error();
  if (*since && *until && **since > **until) return Error{"", 0, "--since is after --until", "the other way round?"};
  const bool html = options.format == "html" || (options.format.empty() && options.output.ends_with(".html"));
  return exports::BriefOptions{*since, *until, options.actors, options.lang == "ar" ? exports::Tongue::arabic : exports::Tongue::english,
                               html};
}

}  // namespace

Exit run_brief(const BriefCommand& options) {
  Messages messages;
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), code; };
  auto chosen = brief_options(options);
  if (!chosen) return fail(chosen.error(), Exit::usage);
  Exit exit = Exit::fine;
  auto input = RecordInput::open(options.from, Neither::wrong, messages, exit);
  if (!input) return exit;
  auto output = Output::open(options.output, input->paths());
  if (!output) return fail(output.error(), Exit::cannot_run);
  exports::Brief brief(std::move(*chosen));
  const Status read = input->read("reading", messages, [&](record::Record&& r) { return brief.add(std::move(r)), true; });
  if (!read) return fail(read.error(), Exit::cannot_run);
  Status written = output->write(brief.page());
  if (written) written = output->finish();
  messages.finish();
  if (!written) return fail(written.error(), Exit::cannot_run);
  if (brief.lines() == 0) messages.note("no record fits; isnad actors --find NAME says what --actor may be");
  return exit_of(messages);
}

}  // namespace isnad
