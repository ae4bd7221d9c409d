// The progress line of works that count in parts.
#include "app/part_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace isnad {

PartProgress::PartProgress(std::string what) : what_(std::move(what)), terminal_(::isatty(STDERR_FILENO) == 1) {}

PartProgress::~PartProgress() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1B[K");
  std::fflush(stderr);
}

void PartProgress::show(double part) {
  const auto now = Clock::now();
  if (!terminal_ || now - start_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now, shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  fmt::print(stderr, "\r\x1B[K{}: {:.0f} %, {:.0f} s left", what_, 100 * part, part > 0 ? seconds * (1 / part - 1) : 0.0);
  std::fflush(stderr);
}

}  // namespace isnad
