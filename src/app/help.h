// How --help is laid out: CLI11's pages, wrapped at the width of the terminal.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace isnad {

/// Descriptions of options and subcommands go on under their first line, what stands under the options at the left edge; lines that begin
/// with a blank (commands to copy) stay whole. For the program's outermost CLI::App, before subcommands are added: they inherit it.
class HelpPages : public CLI::Formatter {
 public:
  /// `width`: columns there are.
  explicit HelpPages(size_t width) : width_(width) {}
  std::string make_description(const CLI::App* app) const override;
  std::string make_footer(const CLI::App* app) const override;
  std::string make_subcommand(const CLI::App* sub) const override;
  std::string make_option_desc(const CLI::Option* option) const override;

 private:
  [[nodiscard]] std::string beside(const std::string& text) const;
  size_t width_;
};

}  // namespace isnad
