// Asking the terminal and the environment.
#include "app/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace isnad {
namespace {

constexpr size_t kUnknown = 100, kLeast = 40, kMost = 240;

}  // namespace

size_t terminal_width(bool terminal) {
  size_t width = kUnknown;
  winsize size{};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) width = size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    const unsigned long n = std::strtoul(columns, nullptr, 10);
    if (n > 0) width = n;
  }
  return std::clamp(width, kLeast, kMost);
}

bool wants_color(const std::string& wish, bool terminal) {
  if (wish != "auto") return wish == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term && std::string_view(term) == "dumb";
  return terminal && !(no_color && *no_color) && !dumb;
}

}  // namespace isnad
