// What if? Many possible futures drawn from fitted intensities. It is a model of reports, not a plan.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "outlook/excitation.h"

namespace isnad {

struct PairMark {
  PartyId source, target;
  MarkId mark;
  auto operator<=>(const PairMark&) const = default;
};

/// `times` happenings on day `in` (1: the first simulated day).
struct Added {
  PairMark what;
  int in = 1, times = 1;
};

/// Whenever `when` happens, `then` follows once with this probability, within so many days. A source or target of `when` that is none()
/// stands for anybody.
struct Trigger {
  PairMark when, then;
  double weight = 0;
  int within = 7;
  bool first_only = false;  // only the first time in a future: an announcement that is kept or not, and then is over

  [[nodiscard]] bool set_off_by(const PairMark& what) const {
    return what.mark == when.mark && (!when.source || what.source == when.source) && (!when.target || what.target == when.target);
  }
};

struct Scenario {
  Day after = 0;  // the last day that is known
  int days = 28;
  uint32_t runs = 200;
  uint64_t seed = 1;
  std::vector<std::pair<PartyId, PartyId>> pairs;  // that things may happen between
  std::vector<Added> added;
  std::vector<PairMark> withheld;  // never happen
  std::vector<Trigger> triggers;
};

/// Counts of one mark in one week, over runs.
struct Spread {
  double mean = 0, some = 0;               // some: share of runs with at least one
  uint32_t low = 0, middle = 0, high = 0;  // 5 %, 50 %, 95 %
};

struct Simulated {
  int weeks = 0;
  std::vector<std::vector<Spread>> of;    // [mark][week], all pairs together
  std::vector<std::vector<double>> some;  // [pair][mark]: share of runs with at least one in all days
};

/// The intensity of one mark, with the history that it goes on from. Histories of all marks hold the same happenings.
struct Process {
  Excitation model;
  History history;
};

/// Fits an intensity to each mark, on everything until `until`.
std::vector<Process> fit_processes(const Happenings& happenings, Day until, const std::function<void(double)>& progress = {});

/// The same scenario, processes and seed give the same answer, whatever the machine. Rates are bounded to 20 happenings a pair and day, so
/// that a fit without bounds can't run away.
Simulated simulate(const std::vector<Process>& processes, const Scenario& scenario, const std::function<void(double)>& progress = {});

/// One future day by day, for tests and for those who want to see one.
std::vector<Happening> simulate_once(const std::vector<Process>& processes, const Scenario& scenario, uint64_t seed);

/// Random numbers that are the same everywhere (SplitMix64; Steele et al. 2014).
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t next();
  /// In [0, 1).
  double uniform() { return double(next() >> 11) * 0x1p-53; }
  /// By inversion; `mean` up to some dozens.
  uint32_t poisson(double mean);

 private:
  uint64_t state_;
};

}  // namespace isnad
