// The progress line.
#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace isnad {
namespace {

std::string time_words(double seconds) {
  const int64_t s = std::llround(seconds);
  if (s < 60) return fmt::format("{} s", s);
  if (s < 3600) return fmt::format("{}:{:02} min", s / 60, s % 60);
  return fmt::format("{}:{:02} h", s / 3600, s / 60 % 60);
}

std::string bar(double part) {
  constexpr size_t kWidth = 20;
  const auto full = static_cast<size_t>(std::clamp(part, 0.0, 1.0) * kWidth);
  return fmt::format("[{:#<{}}{:.<{}}]", "", full, "", kWidth - full);
}

}  // namespace

Progress::Progress(uint64_t total) : total_(total), terminal_(::isatty(STDERR_FILENO) == 1) {}
Progress::~Progress() { clear(); }

void Progress::show(const Tally& tally, uint64_t bytes) {
  const auto now = Clock::now();
  if (!terminal_ || now - start_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line =
      fmt::format("{} documents, {} events, {:.0f} documents/s", tally.documents, tally.events, double(tally.documents) / seconds);
  if (total_ > 0 && bytes > 0) {
    const double part = double(bytes) / double(total_);
    line = fmt::format("{} {:3.0f}%  {}  {} left", bar(part), 100 * part, line, time_words(seconds * (1 / part - 1)));
  }
  fmt::print(stderr, "\r\x1B[K{}", line);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1B[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace isnad
