// isnad import and isnad outlook: what they are told.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/messages.h"

namespace isnad {

/// Which events, from where.
struct EventOptions {
  std::vector<std::string> files, columns;
  std::string input = "auto", parties = "name", codes, day_zero = "1970-01-01", event = "MK";
  double day_unit = 1;
};

struct ImportCommand {
  EventOptions events;
  std::string output;
};

struct OutlookOptions {
  EventOptions events;
  std::string from, until, at, least = "20", format = "table", output;
  std::vector<int> horizons{7, 30};
  std::vector<std::string> pairs;
  int step = 7, refit = 91;
  size_t top = 25;
  double held_back = 0;                      // fit
  std::string forecasts, outcomes, picture;  // files to write beside
  int days = 28;                             // simulate
  uint32_t runs = 200;
  uint64_t seed = 1;
  std::vector<std::string> added, withheld, triggers, commitments;
  double weight = 0.3;             // of commitments
  int within = 14;                 // days
  std::vector<std::string> texts;  // explain: the documents that records were read from
};

struct RankCommand {
  std::vector<std::string> train;
  std::string queries, output;
  size_t most = 200;
};

/// Adds both subcommands to the program; `run_outlook` then runs what was called.
struct OutlookCommands {
  ImportCommand import;
  OutlookOptions fit, forecast, backtest, explain, simulate;
  RankCommand rank;
};
void add_import(CLI::App& app, OutlookCommands& o);
void add_outlook(CLI::App& app, OutlookCommands& o);
/// The command must be one of them.
Exit run_outlook(const CLI::App& app, const OutlookCommands& o);

Exit run_import(const ImportCommand& options);
Exit run_fit(const OutlookOptions& options);
Exit run_forecast(const OutlookOptions& options);
Exit run_backtest(const OutlookOptions& options);
Exit run_outlook_explain(const OutlookOptions& options);
Exit run_simulate(const OutlookOptions& options);
Exit run_rank(const RankCommand& options);

}  // namespace isnad
