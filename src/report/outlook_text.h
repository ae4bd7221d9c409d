// Forecasts, backtests, explanations and scenarios for people (tables) and for programs (JSON, CSV).
#pragma once

#include <string>
#include <vector>

#include "outlook/coverage.h"
#include "outlook/explain.h"
#include "outlook/held_out.h"
#include "outlook/rolling.h"
#include "outlook/simulate.h"

namespace isnad {

/// One line of a forecast: what was said of a pair for one horizon.
struct ForecastLine {
  std::string source, target;
  int days = 0;
  double p = 0, low = 0, high = 0;  // low to high: 90 %, from what is uncertain about the weights
  double own_rate = 0, ewma = 0;    // the pair's own rate at earlier origins; EWMA
  size_t last_year = 0;             // events of the class
  std::string abstained;            // why no probability is given; empty: there is one
};

struct ForecastReport {
  Day origin = 0;
  std::string event;  // what is forecast, as the user named it
  std::vector<ForecastLine> lines;
  std::string warning;  // of the whole: coverage; empty: none
};
std::string forecast_table(const ForecastReport& r, size_t most);
std::string forecast_json(const ForecastReport& r);
std::string forecast_csv(const ForecastReport& r);

struct BacktestReport {
  std::string event;
  Plan plan;
  size_t pairs = 0, origins = 0;
  struct Of {
    Score all, onsets;
  };
  std::vector<std::vector<Of>> scores;  // [horizon][method]
  std::vector<double> share;            // of the excitation in the blend, by horizon, at the end
};
std::string backtest_table(const BacktestReport& r);
std::string backtest_json(const BacktestReport& r);
std::string backtest_csv(const BacktestReport& r);

struct FitReport {
  std::string event;
  const Happenings* happenings = nullptr;
  const Excitation* model = nullptr;
  size_t pairs = 0, parties = 0;
  const HeldOut* held_out = nullptr;  // null: nothing was held back
  Day split = 0;
};
std::string fit_table(const FitReport& r);
std::string fit_json(const FitReport& r);

/// What a past happening is called: by its code, record and words; of Isnad's records also the document, its outlet and, where the text
/// is at hand, the sentence.
struct ReasonText {
  std::string code, record, text, document, outlet, sentence;
};

struct ExplainReport {
  std::string source, target, event;
  Day origin = 0;
  int days = 0;
  ForecastLine line;
  std::string warning;  // of coverage; empty: none
  double without = 0;   // p, had nothing been reported in the last `without_days` days
  int without_days = 14;
  Explanation why;
  const Happenings* happenings = nullptr;
  std::vector<ReasonText> texts;  // of the first reasons
};
std::string explain_table(const ExplainReport& r);
std::string explain_json(const ExplainReport& r);

/// An announced deed that a scenario lets follow its condition. Names as in the events; an empty one of the condition: anybody.
struct CommitmentLine {
  Day day = 0;  // of the announcement
  std::string if_source, if_target, if_code;
  std::string source, target, code, record;
  std::string condition;  // as worded
};

struct SimulateReport {
  const Happenings* happenings = nullptr;
  const Scenario* scenario = nullptr;
  const Simulated* base = nullptr;
  const Simulated* changed = nullptr;  // null: nothing was changed
  std::vector<CommitmentLine> commitments;
  double weight = 0;  // of each
  int within = 0;     // days
};
std::string simulate_table(const SimulateReport& r);
std::string simulate_json(const SimulateReport& r);

}  // namespace isnad
