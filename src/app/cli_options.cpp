// Options that many subcommands have.
#include "app/cli_options.h"

namespace isnad {

CLI::Validator is_one_of(std::vector<std::string> names) { return CLI::IsMember(std::move(names)); }

void add_output_path(CLI::App& command, std::string& path, bool whole) {
  command
      .add_option("-o,--output", path,
                  std::string("write here rather than to standard output") + (whole ? "; the file appears when it is whole" : ""))
      ->type_name("PATH");
}

void add_day(CLI::App& command, const char* name, std::string& day, const char* help) {
  command.add_option(name, day, help)->type_name("YYYY-MM-DD");
}

}  // namespace isnad
