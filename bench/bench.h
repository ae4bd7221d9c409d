// What the benchmarks share: a wrong answer ends the run, and the best time of a reference.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace isnad::bench {

/// Ends the program with exit code 1 and says what is wrong, unless `good`: no time is taken of a wrong answer.
inline void demand(bool good, const std::string& what) {
  if (good) return;
  std::fprintf(stderr, "the benchmark's answer is wrong: %s\n", what.c_str());
  std::exit(1);
}

/// The least seconds that `work` took in so many runs, at most 1. `now()` and `seconds_since(start)` are the clock that is meant: that of
/// the processor, or the wall's.
template <class Now, class Since, class Work>
double least_seconds(int runs, Now now, Since seconds_since, Work work) {
  double least = 1;
  for (int i = 0; i < runs; ++i) {
    const auto start = now();
    work();
    least = std::min(least, seconds_since(start));
  }
  return least;
}

}  // namespace isnad::bench
