// A line on the terminal that says how far a long reading has got.
#pragma once

#include <chrono>
#include <cstdint>

#include "app/pipeline.h"

namespace isnad {

/// Shows itself on standard error, if that is a terminal, from the second second on, a few times a second. One thread.
class Progress {
 public:
  /// `total`: bytes of all input, 0 if unknown.
  explicit Progress(uint64_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Call it after each portion; `bytes` of the input are done.
  void show(const Tally& tally, uint64_t bytes);
  /// Removes the line, so that others may write.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  uint64_t total_;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace isnad
