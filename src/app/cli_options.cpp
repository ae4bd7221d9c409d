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

void add_date(CLI::App& command, std::string& date) {
  add_day(command, "--date", date, "publication date of documents that have none; else the one a file's name starts with");
}

void add_input_form(CLI::App& command, std::string& input) {
  command
      .add_option("--input", input,
                  "of the files [auto: by ending or beginning]; text and html: one document; jsonl: one a line; feed: RSS or Atom")
      ->check(is_one_of({"auto", "text", "jsonl", "html", "feed", "warc"}))
      ->capture_default_str();
}

}  // namespace isnad
