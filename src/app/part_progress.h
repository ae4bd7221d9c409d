// A line on the terminal that says which part of a long work is done.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace isnad {

/// Shows itself on standard error, if that is a terminal, from the second second on; vanishes at the end. One thread.
class PartProgress {
 public:
  explicit PartProgress(std::string what);
  ~PartProgress();
  PartProgress(const PartProgress&) = delete;
  PartProgress& operator=(const PartProgress&) = delete;

  void show(double part);
  /// Whether there is somebody to see it.
  [[nodiscard]] bool terminal() const { return terminal_; }
  /// To hand on; holds while this does.
  std::function<void(double)> teller() {
    return [this](double part) { show(part); };
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::string what_;
  bool terminal_, shown_ = false;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace isnad
