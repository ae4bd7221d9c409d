// Options that many subcommands have.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace isnad {

/// Takes only these words.
CLI::Validator is_one_of(std::vector<std::string> names);

/// --output, -o. `whole`: the help says that the file appears when it is whole.
void add_output_path(CLI::App& command, std::string& path, bool whole = false);

/// --date of documents.
void add_date(CLI::App& command, std::string& date);

/// --input: the form of the files.
void add_input_form(CLI::App& command, std::string& input);

/// An option that takes a day; empty where not given.
void add_day(CLI::App& command, const char* name, std::string& day, const char* help);

}  // namespace isnad
