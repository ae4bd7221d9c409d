// Wrapping what CLI11 writes in one line.
#include "app/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "report/cells.h"

namespace isnad {
namespace {

/// Each line that is too long and doesn't begin with a blank, in several.
std::string wrapped(const std::string& text, size_t width) {
  std::string out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    out += line.empty() || line.front() == ' ' || line.size() <= width ? line + "\n"
                                                                       : fmt::format("{}\n", fmt::join(wrap_cell(line, width), "\n"));
  return out;
}

}  // namespace

std::string HelpPages::make_description(const CLI::App* app) const { return wrapped(CLI::Formatter::make_description(app), width_); }

std::string HelpPages::make_footer(const CLI::App* app) const { return wrapped(CLI::Formatter::make_footer(app), width_); }

std::string HelpPages::make_subcommand(const CLI::App* sub) const {
  std::ostringstream out;
  CLI::detail::format_help(out, sub->get_display_name(true), beside(sub->get_description()), column_width_);
  return out.str();
}

std::string HelpPages::make_option_desc(const CLI::Option* option) const { return beside(option->get_description()); }

/// For the right-hand column, whose further lines CLI11 indents.
std::string HelpPages::beside(const std::string& text) const {
  const size_t room = std::max(width_, column_width_ + 20) - column_width_;
  return fmt::format("{}", fmt::join(wrap_cell(text, room), "\n"));
}

}  // namespace isnad
