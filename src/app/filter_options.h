// Which records of a database: the options of all commands that ask one.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/result.h"
#include "store/query.h"

namespace isnad {

/// As the command line has it, unchecked.
struct FilterOptions {
  store::Filter filter;
  std::string box;  // SOUTH,WEST,NORTH,EAST
};

/// Adds the options, each of which needs `database`. Where the command has one of that name already, that stays, with its own meaning. Sets
/// the command's callback.
void add_filter(CLI::App& command, FilterOptions& options, CLI::Option* database);

/// For the end of a help.
inline constexpr const char* kFilterHelp =
    "Several values are parted by commas, and one of them has to hold; of several options all.\n"
    "Places are named in Arabic or English; actors by any name that texts use and Isnad knows, or in the words of the text.\n\n";

/// With the ids of those whom names of parties mean, where the knowledge image is there to tell. Errors: no day, no box; a type or status
/// that there is none of; what is no country's code.
Result<store::Filter> checked_filter(const FilterOptions& options);

}  // namespace isnad
