// The command lines of isnad import and isnad outlook.
#include <string>

#include "app/cli_options.h"
#include "app/outlook_commands.h"

namespace isnad {
namespace {

void add_events(CLI::App& c, EventOptions& o) {
  c.add_option("FILE", o.files, "files with events; several are taken together")->required();
  c.add_option("--input", o.input, "format of the files [auto: by their first line]")
      ->check(is_one_of({"auto", "isnad", "icews", "polecat", "gdelt", "acled", "ucdp", "keds", "plain"}));
  c.add_option("--parties", o.parties, "name: actors as named; country: their countries; place: where it happened, as the target of \"*\"")
      ->check(is_one_of({"name", "country", "place"}))
      ->capture_default_str();
  c.add_option("--codes", o.codes, "scheme of the codes of keds and plain files [cameo; weis where a code starts with 21 or 22]")
      ->check(is_one_of({"cameo", "weis", "plover"}));
  c.add_option("--columns", o.columns, "of plain files: date,source,target,code in their order, - to skip one; or date=when,source=who,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAMES");
  c.add_option("--day-unit", o.day_unit, "of dates that are numbers: days in a unit")->check(CLI::Range(1e-6, 1e6))->capture_default_str();
  c.add_option("--day-zero", o.day_zero, "of dates that are numbers: the day of 0")->type_name("YYYY-MM-DD")->capture_default_str();
}

void add_which(CLI::App& c, OutlookOptions& o) {
  add_events(c, o.events);
  c.add_option("--event", o.events.event, "what is forecast: beginnings of codes (22,193) or classes (VC, MC, VK, MK), comma-separated")
      ->capture_default_str();
}

void add_output(CLI::App& c, OutlookOptions& o, std::vector<std::string> formats) {
  c.add_option("--format", o.format, "table: for people; the others for programs")
      ->check(is_one_of(std::move(formats)))
      ->capture_default_str();
  add_output_path(c, o.output);
}

void add_panel(CLI::App& c, OutlookOptions& o) {
  c.add_option("--horizon", o.horizons, "days to look ahead")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::Range(1, 3650))
      ->capture_default_str();
  c.add_option("--panel", o.least,
               "pairs with so many happenings between them, both ways, before the first origin; all: every pair of parties")
      ->type_name("N|all")
      ->capture_default_str();
  c.add_option("--step", o.step, "days between origins")->check(CLI::Range(1, 366))->capture_default_str();
  c.add_option("--refit", o.refit, "days between fits; 0: none after the first origin")->check(CLI::Range(0, 3650))->capture_default_str();
}

void add_pair(CLI::App& c, OutlookOptions& o, bool needed) {
  auto* option = c.add_option("--pair", o.pairs, "SOURCE,TARGET as the files name them")->allow_extra_args(false)->type_name("A,B");
  if (needed) option->required();
}

void add_fit(CLI::App& outlook, OutlookOptions& o) {
  auto& c = *outlook.add_subcommand("fit", "Fit the intensity and show which past events raise it");
  add_which(c, o);
  add_day(c, "--until", o.until, "last day to use [the last of the data]");
  c.add_option("--held-back", o.held_back, "share of the days to hold back from the fit: their likelihood is shown beside simpler models'")
      ->check(CLI::Range(0.0, 0.9));
  add_output(c, o, {"table", "json"});
  c.footer(
      "Examples:\n"
      "  isnad outlook fit gulf.tsv --event 22 --until 1989-12-31\n"
      "  isnad outlook fit incidents.csv --columns source,target,day --held-back 0.2");
}

void add_forecast(CLI::App& outlook, OutlookOptions& o) {
  auto& c = *outlook.add_subcommand("forecast", "How likely is at least one event between each pair in the next days?");
  add_which(c, o);
  add_day(c, "--at", o.at, "the day to forecast from; nothing after it is used [the last of the data]");
  add_panel(c, o);
  add_pair(c, o, false);
  c.add_option("--top", o.top, "lines of the table, likeliest first")->capture_default_str();
  add_output(c, o, {"table", "json", "csv"});
  c.footer(
      "Examples:\n"
      "  isnad outlook forecast gulf.tsv --event 22\n"
      "  isnad outlook forecast acled.csv --parties place --horizon 30\n"
      "  isnad outlook forecast events.jsonl --event ASSAULT --pair irn,usa --format json");
}

void add_backtest(CLI::App& outlook, OutlookOptions& o) {
  auto& c = *outlook.add_subcommand("backtest", "Forecast the past week by week, as if it were not known, and score it");
  add_which(c, o);
  add_day(c, "--from", o.from, "first origin [after three quarters of the days]");
  add_day(c, "--until", o.until, "last origin [so that the longest horizon ends with the data]");
  add_panel(c, o);
  c.add_option("--forecasts", o.forecasts, "also write every forecast here, as CSV: origin,source,target,horizon,p")->type_name("PATH");
  c.add_option("--outcomes", o.outcomes, "also write the events forecast here, as CSV: date,source,target")->type_name("PATH");
  c.add_option("--picture", o.picture, "also draw how far probabilities held, for the first horizon")->type_name("SVG");
  add_output(c, o, {"table", "json", "csv"});
  c.footer(
      "Examples:\n"
      "  isnad outlook backtest gulf.tsv --event 22 --from 1990-01-01 --panel 100\n"
      "  isnad outlook backtest gulf.tsv --event 22 --picture reliability.svg --forecasts all.csv");
}

void add_explain(CLI::App& outlook, OutlookOptions& o) {
  auto& c = *outlook.add_subcommand("explain", "Take one probability apart: baseline, past events and their records");
  o.horizons = {30};
  o.top = 10;
  add_which(c, o);
  add_pair(c, o, true);
  add_day(c, "--at", o.at, "the day to forecast from [the last of the data]");
  add_panel(c, o);
  c.add_option("--top", o.top, "past events to show")->capture_default_str();
  c.add_option("--texts", o.texts, "the documents that records were read from: each record is shown with its sentence")
      ->allow_extra_args(false)
      ->type_name("FILE");
  c.add_option("--picture", o.picture, "also draw the probability over the last two years, with the events")->type_name("SVG");
  add_output(c, o, {"table", "json"});
  c.footer(
      "Examples:\n  isnad outlook explain gulf.tsv --event 22 --pair IRQ,KUW --at 1990-08-10 --picture pair.svg\n"
      "  isnad outlook explain events.jsonl --event MK --pair irn,USA --texts archive.jsonl");
}

void add_simulate(CLI::App& outlook, OutlookOptions& o) {
  auto& c = *outlook.add_subcommand("simulate", "Draw many futures, with events added or withheld. A model of reports, not a plan");
  add_which(c, o);
  add_day(c, "--at", o.at, "the last day that is known [the last of the data]");
  c.add_option("--days", o.days, "days to go on")->check(CLI::Range(1, 366))->capture_default_str();
  c.add_option("--runs", o.runs, "futures to draw")->check(CLI::Range(1, 100000))->capture_default_str();
  c.add_option("--seed", o.seed, "the same seed gives the same futures")->capture_default_str();
  c.add_option("--panel", o.least, "pairs with so many happenings between them, both ways")->type_name("N|all")->capture_default_str();
  c.add_option("--add", o.added, "SOURCE,TARGET,CLASS,DAY[,TIMES]: this happens on that day; class: event, VC, MC, VK or MK; day: 1, 2 ...")
      ->allow_extra_args(false)
      ->type_name("WHAT");
  c.add_option("--withhold", o.withheld, "SOURCE,TARGET,CLASS: this never happens")->allow_extra_args(false)->type_name("WHAT");
  c.add_option("--trigger", o.triggers,
               "A,B,CLASS,C,D,CLASS,WEIGHT,DAYS: whenever the first happens, the second follows with this probability\n"
               "within so many days (a conditional threat, carried out)")
      ->allow_extra_args(false)
      ->type_name("RULE");
  c.add_option("--commitments", o.commitments,
               "records of isnad read: their conditional threats and promises, still open at the last known day, are triggers")
      ->allow_extra_args(false)
      ->type_name("JSONL");
  c.add_option("--weight", o.weight, "of commitments: how likely each is carried out once its condition happens")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  c.add_option("--within", o.within, "of commitments: so many days after the condition")->check(CLI::Range(1, 366))->capture_default_str();
  add_output(c, o, {"table", "json"});
  c.footer(
      "Examples:\n"
      "  isnad outlook simulate gulf.tsv --event 22 --add USA,IRQ,event,3\n"
      "  isnad outlook simulate gulf.tsv --event 22 --withhold IRQ,KUW,event --seed 7 --runs 1000\n"
      "  isnad outlook simulate gulf.tsv --event 22 --add USA,IRQ,event,3 --trigger USA,IRQ,event,IRQ,ISR,event,0.3,7\n"
      "  isnad outlook simulate events.jsonl --commitments events.jsonl --weight 0.5");
}

void add_rank(CLI::App& outlook, RankCommand& o) {
  auto& c =
      *outlook.add_subcommand("rank", "Answer (subject, relation, ?, day) and (?, relation, object, day) of a temporal knowledge graph");
  c.add_option("--train", o.train, "facts to learn from: subject, relation, object, day as numbers, by tabs")
      ->required()
      ->allow_extra_args(false)
      ->type_name("FILE");
  c.add_option("--queries", o.queries, "facts to ask for, in the same form; those of earlier days are known to later ones")
      ->required()
      ->type_name("FILE");
  c.add_option("--most", o.most, "candidates an answer")->check(CLI::Range(1, 10000))->capture_default_str();
  add_output_path(c, o.output);
  c.footer("Example:\n  isnad outlook rank --train train.txt --train valid.txt --queries test.txt -o answers.jsonl");
}

}  // namespace

void add_import(CLI::App& app, OutlookCommands& o) {
  auto& c = *app.add_subcommand("import", "Read event files of other projects into one CSV, for isnad outlook");
  add_events(c, o.import.events);
  add_output_path(c, o.import.output);
  c.footer(
      "Formats: isnad (records of isnad read, JSONL), icews, polecat, gdelt (2.0 events), acled, ucdp (GED), keds (date, source,\n"
      "target, code by tabs; CAMEO or WEIS), plain (CSV with a header: date, source, target, and code, class, place, record, text).\n"
      "Rows that can't be used are counted and named. The result has the columns of plain.\n\n"
      "Examples:\n"
      "  isnad import 20200405.export.CSV --parties country -o events.csv\n"
      "  isnad import incidents.csv --columns source,target,day --day-unit 7 --day-zero 1992-01-01");
}

void add_outlook(CLI::App& app, OutlookCommands& o) {
  auto& outlook = *app.add_subcommand("outlook", "How likely is what next, and why: forecasts from dated events, with their record");
  outlook.require_subcommand(1);
  outlook.footer(
      "First steps:\n"
      "  isnad read archive.jsonl -o events.jsonl            or any file that isnad import knows\n"
      "  isnad outlook backtest events.jsonl --event ASSAULT  how good would forecasts have been?\n"
      "  isnad outlook forecast events.jsonl --event ASSAULT\n"
      "  isnad outlook explain events.jsonl --event ASSAULT --pair A,B\n\n"
      "Forecasts are of reports: what is not reported is not seen. docs/outlook.md says what the figures mean.");
  add_fit(outlook, o.fit);
  add_forecast(outlook, o.forecast);
  add_backtest(outlook, o.backtest);
  add_explain(outlook, o.explain);
  add_simulate(outlook, o.simulate);
  add_rank(outlook, o.rank);
}

Exit run_outlook(const CLI::App& app, const OutlookCommands& o) {
  if (app.got_subcommand("import")) return run_import(o.import);
  const CLI::App& outlook = *app.get_subcommand("outlook");
  if (outlook.got_subcommand("fit")) return run_fit(o.fit);
  if (outlook.got_subcommand("forecast")) return run_forecast(o.forecast);
  if (outlook.got_subcommand("backtest")) return run_backtest(o.backtest);
  if (outlook.got_subcommand("explain")) return run_outlook_explain(o.explain);
  if (outlook.got_subcommand("simulate")) return run_simulate(o.simulate);
  return run_rank(o.rank);
}

}  // namespace isnad
