// Pictures of forecasts, as SVG: a probability over time with the events, and how far probabilities held.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "outlook/score.h"

namespace isnad {

struct TimePoint {
  Day day = 0;
  double p = 0;
};

struct TimePicture {
  std::string title, note;
  std::vector<TimePoint> line;   // the outlook at each origin, ascending
  std::vector<TimePoint> other;  // a second line to compare with, likewise; may be empty
  std::string line_name, other_name;
  std::vector<Day> events;  // days with events, ascending; ticks below the lines
};
std::string draw(const TimePicture& picture);

struct ReliabilityPicture {
  std::string title;
  struct Curve {
    std::string name;
    std::vector<Reliability> bins;
  };
  std::vector<Curve> curves;  // at most three
};
std::string draw(const ReliabilityPicture& picture);

}  // namespace isnad
