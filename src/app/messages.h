// What the program says to people on standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad {

/// Exit codes, the same for all subcommands.
enum class Exit : int { fine = 0, bad_input = 1, usage = 2, cannot_run = 3 };

/// Prints messages and counts them; of many alike only the first are shown. One thread.
class Messages {
 public:
  void error(const Error& e);
  void warning(const Error& e);
  void note(std::string_view text);
  /// Says how many messages were not shown.
  void finish();
  [[nodiscard]] size_t errors() const { return errors_; }

 private:
  static constexpr size_t kShown = 20;
  size_t errors_ = 0, warnings_ = 0;
};

/// A line for the terminal: control characters, which could change it, are replaced.
std::string printable(std::string_view text);

}  // namespace isnad
