// How good were the forecasts? Never by one figure alone.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/day.h"

namespace isnad {

/// One forecast with what came of it. `quiet`: the pair had no event of the class in the 90 days before, so that an event is an onset.
struct Scored {
  Day origin = 0;
  uint32_t pair = 0;
  float p = 0;
  bool happened = false, quiet = false;
};

struct Reliability {
  double said = 0, happened = 0;  // means of the bin
  size_t n = 0;
};

struct Score {
  size_t n = 0, happened = 0;
  double base = 0, brier = 0, log_score = 0;
  double skill = 0;  // 1 - Brier / Brier of each pair's own rate among the forecasts before, from the second year on; NaN: shorter
  double skill_low = 0, skill_high = 0;  // 90 %, by bootstrap over blocks of 13 weeks
  double precision = 0;                  // average precision
  double area = 0;                       // under the ROC curve; says nothing about rare events by itself
  double calibration = 0;                // expected calibration error over ten equal-count bins
  double false_alarms = 0;               // a pair-year, when one in twenty forecasts is an alarm (those with the highest p)
  double found = 0;                      // share of the events that those alarms catch
  std::vector<Reliability> bins;
};

/// Scores forecasts of one horizon. `step`: days between origins.
Score score(std::span<const Scored> forecasts, int step);

/// Only the forecasts for quiet pairs.
std::vector<Scored> onsets(std::span<const Scored> forecasts);

}  // namespace isnad
