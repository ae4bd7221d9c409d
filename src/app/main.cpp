// The program isnad: its command line.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>

#include "app/cli_options.h"
#include "app/commands.h"
#include "app/help.h"
#include "app/outlook_commands.h"
#include "app/situation_commands.h"
#include "app/suggest.h"
#include "app/terminal.h"

namespace isnad {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 all was read; 1 some input was bad (it is named, the rest was read); 2 the command line is wrong;\n"
    "3 nothing could be done: a file or the knowledge image is missing or broken, or the output can't be written.";

void add_input(CLI::App& command, std::vector<std::string>& files, std::string& date, std::string& input) {
  command
      .add_option("FILE", files,
                  "text, JSONL, web pages, feeds, WARC, also compressed or in archives; a folder: all its files; - is standard input")
      ->required();
  add_date(command, date);
  add_input_form(command, input);
}

void add_image(CLI::App& command, std::string& image) {
  command.add_option("--image", image, "knowledge image; else $ISNAD_IMAGE, else isnad.image beside the program")->type_name("PATH");
}

void add_look(CLI::App& command, std::string& names, std::string& color) {
  command.add_option("--names", names, "language of the names of known actors and places")
      ->check(is_one_of({"ar", "en"}))
      ->capture_default_str();
  command.add_option("--color", color, "auto: on a terminal, unless NO_COLOR is set")
      ->check(is_one_of({"auto", "always", "never"}))
      ->capture_default_str();
}

void add_records(CLI::App& command, std::vector<std::string>& records) {
  command
      .add_option("--records", records,
                  "which records: happened, background, announced, planned, denied, or all\n[happened; plover, csv and geojson, which tell "
                  "the status: all]")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("KINDS");
}

void add_read(CLI::App& app, ReadOptions& o) {
  auto& command = *app.add_subcommand("read", "Read reports and print the events they tell");
  add_input(command, o.files, o.date, o.input);
  command.add_option("--source", o.source, "outlet of documents that name none");
  command
      .add_option("--format", o.format,
                  "table: for people; jsonl: all that is known, docs/record.md; csv: flat; or any of isnad export: gdelt, geojson ...\n"
                  "[table, or by the ending of --output]")
      ->type_name("FORMAT");
  add_records(command, o.records);
  add_look(command, o.names, o.color);
  command.add_option("--threads", o.threads, "documents read at a time [one for each processor]; the output is the same for any number")
      ->check(CLI::Range(1U, 1024U));
  command.add_flag("--unknown", o.unknown, "instead of events: the names that the lexicon lacks, by type, the most frequent first");
  add_image(command, o.image);
  add_output_path(command, o.output, true);
  command.footer(
      std::string("Examples:\n"
                  "  isnad read report.txt --date 2020-04-05            what a report says, as a table\n"
                  "  isnad read samples/*.txt                           dates come from names like 2021-03-14-port.txt\n"
                  "  isnad read archive.jsonl -o events.jsonl           an archive: one {\"id\", \"date\", \"source\", \"text\"} a line\n"
                  "  isnad read samples/*.txt --format geojson -o map.geojson   a map; isnad export --help lists these formats\n"
                  "  isnad read archive.jsonl.xz --format csv > events.csv\n\n") +
      kExitCodes);
}

void add_export(CLI::App& app, ExportOptions& o) {
  auto& command = *app.add_subcommand("export", "Write records in the formats of the field: GDELT, ICEWS, ACLED, GeoJSON ...");
  command.add_option("--format", o.format, "one of those below")->required()->type_name("FORMAT");
  add_records(command, o.records);
  add_output_path(command, o.output, true);
  add_record_source(command, o.from, Neither::wrong);
  command.footer(
      "Formats (docs/exports.md has their columns, and what each of them loses):\n"
      "  plover          JSONL, the fields of PLOVER's codebook\n"
      "  polecat         TSV, 40 columns\n"
      "  gdelt           TSV, the 61 columns of GDELT 2.0 events, without a header, as there\n"
      "  gdelt-mentions  TSV, the 16 columns of its mentions; ids as in gdelt\n"
      "  icews           TSV, 20 columns\n"
      "  acled           CSV, 31 columns: only events of ACLED's types that have a country\n"
      "  csv             a flat CSV, docs/record.md\n"
      "  geojson         events with coordinates, for maps\n"
      "  hxl             CSV with humanitarian hashtags\n"
      "  gexf, graphml   who acts on whom, for Gephi, igraph, networkx\n\n"
      "Formats that know only events that happened leave out what was planned, promised, threatened, denied or only mentioned in\n"
      "passing. What was left out is counted on standard error. (The making of a threat or promise is itself an event that happened.)\n\n"
      "Examples:\n"
      "  isnad read reports/*.txt -o events.jsonl\n"
      "  isnad export --format gdelt events.jsonl -o events.export.tsv\n"
      "  isnad export --format geojson --records happened,planned events.jsonl -o map.geojson\n"
      "  isnad read reports/*.txt --format jsonl | isnad export --format gexf - -o actors.gexf\n"
      "  isnad export --format acled --db situation.db --since 2024-03-01 --in IRQ,SYR -o events.csv");
}

void add_brief(CLI::App& app, BriefCommand& o) {
  auto& command = *app.add_subcommand("brief", "Write records as a page to read: what happened day by day, each line with its source");
  add_day(command, "--since", o.since, "only from this day on");
  add_day(command, "--until", o.until, "only up to this day");
  command
      .add_option("--actor", o.actors,
                  "only with this actor or recipient: an id, a code or a country (usa.military, USAMIL, USA); repeatable")
      ->allow_extra_args(false)
      ->type_name("WHO");
  command.add_option("--lang", o.lang, "language of the page; quotations stay as they are")
      ->check(is_one_of({"en", "ar"}))
      ->capture_default_str();
  command.add_option("--format", o.format, "markdown or html [markdown, or by the ending of --output]")
      ->check(is_one_of({"markdown", "html"}));
  add_output_path(command, o.output);
  add_record_source(command, o.from, Neither::wrong);
  command.footer(
      "What was planned, promised, threatened or demanded, and what is denied, stands apart from what happened. Each line ends with the "
      "number\n"
      "of its document and the words that tell of it. Lines are records: two reports of one event are two lines.\n\n"
      "Examples:\n"
      "  isnad read samples/*.txt -o events.jsonl\n"
      "  isnad brief events.jsonl --since 2024-03-01 --actor TUR --actor IRQ\n"
      "  isnad brief events.jsonl --lang ar -o brief.html\n"
      "  isnad brief --db situation.db --in IRQ --type ASSAULT --since 2024-03-01");
}

void add_analyse(CLI::App& app, AnalyseOptions& o) {
  auto& command = *app.add_subcommand("analyse", "Show what each stage makes of a text: words, names, clauses, actors");
  add_input(command, o.files, o.date, o.input);
  command.add_option("--format", o.format, "text: a line a thing; conllu: words and links; json: everything")
      ->check(is_one_of({"text", "conllu", "json"}))
      ->capture_default_str();
  command.add_option("--layer", o.layers, "only these layers (text and json)")
      ->check(is_one_of({"text", "words", "mentions", "names", "clauses", "places", "entities", "events"}))
      ->delimiter(',');
  add_image(command, o.image);
  add_output_path(command, o.output);
  command.footer(
      "Examples:\n"
      "  isnad analyse report.txt --layer words\n"
      "  isnad analyse report.txt --format conllu > report.conllu\n"
      "  isnad analyse report.txt --layer names                      persons, places and organisations\n"
      "  echo '...' | isnad analyse - --layer mentions,clauses");
}

void add_explain(CLI::App& app, ExplainOptions& o) {
  auto& command = *app.add_subcommand("explain", "Tell for each field of an event which words and which rule made it");
  add_input(command, o.files, o.date, o.input);
  command.add_option("--event", o.event, "only this event: its id or the start of it, as the table shows it")->type_name("ID");
  add_look(command, o.names, o.color);
  add_image(command, o.image);
  command.footer(
      "Examples:\n"
      "  isnad explain report.txt --date 2020-04-05\n"
      "  isnad explain report.txt --date 2020-04-05 --event 3f9a     one event, by its id or the start of it");
}

void add_compile(CLI::App& app, CompileOptions& o) {
  auto& command = *app.add_subcommand("compile", "Make the knowledge image from a folder of knowledge files");
  command.add_option("DIR", o.folder, "folder of the knowledge files; knowledge/README.md describes them")->required();
  command
      .add_option("--cities", o.cities, "also the cities of this table, which the build makes from GeoNames data (generated/cities.tsv)")
      ->check(CLI::ExistingFile)
      ->type_name("TSV");
  command.add_option("-o,--output", o.output, "the image; it is replaced only by a whole one")->required()->type_name("IMAGE");
  command.footer("Example:\n  isnad compile knowledge -o isnad.image && isnad read report.txt --image isnad.image");
}

void add_codebook(CLI::App& app, CodebookOptions& o) {
  auto& command = *app.add_subcommand("codebook", "Print what counts as which event: a type or a frame with its examples and near misses");
  auto* name = command.add_option("NAME", o.name, "an event type (PROTEST) or a frame (hunger_strike) [all types with their frames]");
  command.add_flag("--markdown", o.markdown, "the whole codebook as one document")->excludes(name);
  add_image(command, o.image);
  command.footer("Examples:\n  isnad codebook retreat\n  isnad codebook withdraw_forces\n  isnad codebook --markdown > docs/codebook.md");
}

void add_actors(CLI::App& app, ActorsOptions& o) {
  auto& command = *app.add_subcommand("actors", "Look up who is known: names, codes, sides, and who held which office on a day");
  command.add_option("--find", o.find, "a name as texts write it, or a part of a name, an id or an office")->type_name("NAME");
  command.add_option("--country", o.country, "only of this country: ISO 3166-1 alpha-3, or IGO UNO NGO IMG MNC")->type_name("CODE");
  add_day(command, "--at", o.at, "only offices held on this day");
  command.add_option("--format", o.format, "table: for people; jsonl: everything; csv: a row an office")
      ->check(is_one_of({"table", "jsonl", "csv"}))
      ->capture_default_str();
  command.add_flag("--markdown", o.markdown, "counts by country and kind, as in docs/actors.md");
  add_image(command, o.image);
  command.footer(
      "Examples:\n"
      "  isnad actors --find 'foreign minister' --at 2015-06-01     who held the office that day\n"
      "  isnad actors --country YEM\n"
      "  isnad read archive.jsonl --unknown | head                  names to add next");
}

void add_places(CLI::App& app, PlacesOptions& o) {
  auto& command = *app.add_subcommand("places", "Look up which places are known: by a name, in a country, around a point");
  command.add_option("--find", o.find, "a name as texts write it, or a part of a name or an id")->type_name("NAME");
  command.add_option("--country", o.country, "only of this country: ISO 3166-1 alpha-3")->type_name("CODE");
  command.add_option("--kind", o.kind, "only of this kind: city, town, province, base, crossing, camp ...")->type_name("KIND");
  auto* near = command.add_option("--near", o.near, "only around this point, the nearest first")->type_name("LAT,LON");
  command.add_option("--within", o.within, "how far around it, in kilometres")->type_name("KM")->needs(near)->capture_default_str();
  command.add_option("--format", o.format, "table: for people; jsonl, csv: with Arabic names and people too")
      ->check(is_one_of({"table", "jsonl", "csv"}))
      ->capture_default_str();
  command.add_flag("--markdown", o.markdown, "counts by country and kind, as in docs/places.md");
  add_image(command, o.image);
  command.footer(
      "Examples:\n"
      "  isnad places --find tripoli                               all that bear the name\n"
      "  isnad places --near 36.34,43.13 --within 30 --kind town   towns around Mosul\n"
      "  isnad places --country IRQ --kind crossing");
}

void add_inflect(CLI::App& app, InflectOptions& o) {
  auto& command = *app.add_subcommand("inflect", "Print every form of the words of a folder of knowledge files");
  command.add_option("DIR", o.folder, "folder of the knowledge files; knowledge/README.md describes them")->required();
  command.add_option("LEMMA", o.lemmas, "only these words, with or without diacritics [all verbs, nouns and adjectives]");
  add_output_path(command, o.output);
  command.footer(
      "One form a line, tabs between: lemma, entry (file and line), features, form, attaches. Forms are vocalised and without clitics;\n"
      "`attaches` says what may be joined to one: article, pronoun, pronoun! (only with a pronoun); variant is a second spelling.\n\n"
      "Examples:\n"
      "  isnad inflect knowledge '...' | column -t -s \"$(printf '\\t')\"     one word\n"
      "  isnad inflect knowledge -o forms.tsv                        all");
}

void add_shown(CLI::App& command, std::string& format, std::string& output) {
  command.add_option("--format", format, "table: for people; jsonl: all that is known [table on a terminal, else jsonl]")
      ->check(is_one_of({"table", "jsonl"}));
  command.add_option("-o,--output", output, "write here rather than to standard output")->type_name("PATH");
}

void add_stories(CLI::App& app, StoriesOptions& o) {
  auto& command =
      *app.add_subcommand("stories", "Merge records of many reports: one story for each event, with what is agreed and contested");
  add_shown(command, o.format, o.output);
  command.add_option("--why", o.why, "instead: why these two records are one story, or are not; ids or the starts of ids")
      ->type_name("ID")
      ->expected(2);
  command.add_option("--story", o.story, "instead: one story in full, rival accounts side by side; its id or the start of it")
      ->type_name("ID");
  add_record_source(command, o.from, Neither::standard_input);
  command.footer(
      "Examples:\n"
      "  isnad read reports.jsonl -o records.jsonl && isnad stories records.jsonl\n"
      "  isnad read archive/*.txt --format jsonl | isnad stories --format jsonl > stories.jsonl\n"
      "  isnad stories --db situation.db --in IRQ                  of the records of a database that match\n"
      "  isnad stories records.jsonl --story 7ac9                  who says what of one event\n"
      "  isnad stories records.jsonl --why 3f9a 81c0               points for and against, rule by rule (docs/stories.md)");
}

void add_commitments(CLI::App& app, CommitmentsOptions& o) {
  auto& command =
      *app.add_subcommand("commitments", "List threats, promises, demands and agreements, and what later reports say became of them");
  add_shown(command, o.format, o.output);
  add_record_source(command, o.from, Neither::standard_input);
  command.footer(
      "States: open; triggered, its condition came about; partly met; met; broken; rejected; lapsed, its deadline passed and no report "
      "tells\n"
      "of it. docs/stories.md says how they are found.\n\n"
      "Examples:\n"
      "  isnad read samples/crisis/*.txt --format jsonl | isnad commitments --format table\n"
      "  isnad commitments records.jsonl -o commitments.jsonl\n"
      "  isnad commitments --db situation.db --format table");
}

void add_posture(CLI::App& app, PostureOptions& o) {
  auto& command = *app.add_subcommand("posture", "List which forces and weapons came, went and changed hands where, as reported");
  add_shown(command, o.format, o.output);
  command.add_option("--actor", o.actor, "whose: a code (USAMIL), a country (USA) or an id of isnad actors")->type_name("CODE");
  command.add_option("--country", o.country, "only sites in this country: ISO 3166-1 alpha-3")->type_name("CODE");
  add_record_source(command, o.from, Neither::standard_input);
  command.footer(
      "Numbers that sources dispute stand side by side, with | between them; -o FILE.jsonl has who says what.\n\n"
      "Examples:\n"
      "  isnad posture records.jsonl --actor USAMIL --country IRQ\n"
      "  isnad posture --db situation.db --actor USAMIL --country IRQ\n"
      "  isnad read samples/crisis/*.txt --format jsonl | isnad posture --actor USA --format table");
}

/// Names that may stand where `where` is: its options, or the subcommands.
std::vector<std::string> names_in(const CLI::App& where) {
  std::vector<std::string> out;
  for (const auto* option : where.get_options())
    for (const auto& name : option->get_lnames()) out.push_back("--" + name);
  for (const auto* sub : where.get_subcommands(nullptr)) out.push_back(sub->get_name());
  return out;
}

/// The argument that the parser did not know, if that was the trouble. `depth`: where the names of subcommands end.
std::string unknown_argument(const CLI::App& where, int depth, int argc, char** argv) {
  const auto names = names_in(where);
  const bool wants_name = !where.get_subcommands(nullptr).empty();
  if (wants_name && argc > depth && std::find(names.begin(), names.end(), argv[depth]) == names.end()) return argv[depth];
  for (int i = depth; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    std::string name(argument.substr(0, argument.find('=')));
    if (name.starts_with("--") && std::find(names.begin(), names.end(), name) == names.end()) return name;
  }
  return {};
}

Exit usage_error(const CLI::App& app, const CLI::ParseError& e, int argc, char** argv) {
  const CLI::App* where = &app;
  std::string called = "isnad";
  int depth = 1;
  for (; !where->get_subcommands().empty(); ++depth) where = where->get_subcommands().front(), called += " " + where->get_name();
  std::string what = e.what(), remedy = "see " + called + " --help";
  if (const auto unknown = unknown_argument(*where, depth, argc, argv); !unknown.empty()) {
    what = std::string(where->get_subcommands(nullptr).empty() ? "unknown option" : "unknown subcommand") + " '" + unknown + "'";
    if (const auto meant = nearest(unknown, names_in(*where)); !meant.empty()) remedy = "do you mean " + meant + "? " + remedy;
  }
  Messages().error({"", 0, what, remedy});
  return Exit::usage;
}

Exit run(int argc, char** argv) {
  CLI::App app(
      "Isnad reads news reports, in Arabic first, and prints the events they tell as coded, dated, located, attributed records\n"
      "with the exact words that support each one.",
      "isnad");
  app.require_subcommand(1);
  app.formatter(std::make_shared<HelpPages>(terminal_width(::isatty(STDOUT_FILENO) == 1)));
  app.footer(std::string("First steps:\n  isnad read report.txt --date 2020-04-05\n  isnad explain report.txt --date 2020-04-05\n"
                         "  isnad read --help\n\n") +
             kExitCodes);
  ReadOptions read;
  ExportOptions exported;
  BriefCommand brief;
  AnalyseOptions analyse;
  ExplainOptions explain;
  CompileOptions compile;
  CodebookOptions codebook;
  InflectOptions inflect;
  ActorsOptions actors;
  StoriesOptions stories;
  CommitmentsOptions commitments;
  PostureOptions posture;
  PlacesOptions places;
  std::string version_image;
  add_read(app, read);
  add_export(app, exported);
  add_brief(app, brief);
  add_analyse(app, analyse);
  add_explain(app, explain);
  add_compile(app, compile);
  add_codebook(app, codebook);
  add_inflect(app, inflect);
  add_actors(app, actors);
  SituationCommands situation;
  add_situation(app, situation);
  add_stories(app, stories);
  add_commitments(app, commitments);
  add_posture(app, posture);
  add_places(app, places);
  OutlookCommands outlook;
  add_import(app, outlook);
  add_outlook(app, outlook);
  auto& version = *app.add_subcommand("version", "Print the versions of the program and of its knowledge");
  add_image(version, version_image);
  version.footer("Example:\n  isnad version --image new.image");
  app.set_version_flag("--version", std::string("isnad ") + ISNAD_VERSION);
  if (argc == 1) {
    std::fputs(app.help().c_str(), stderr);
    return Messages().error({"", 0, "a subcommand is missing", "isnad read FILE"}), Exit::usage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& e) {  // --help, --version
    app.exit(e);
    return Exit::fine;
  } catch (const CLI::ParseError& e) {
    return usage_error(app, e, argc, argv);
  }
  if (app.got_subcommand("read")) return run_read(read);
  if (app.got_subcommand("export")) return run_export(exported);
  if (app.got_subcommand("brief")) return run_brief(brief);
  if (app.got_subcommand("analyse")) return run_analyse(analyse);
  if (app.got_subcommand("explain")) return run_explain(explain);
  if (app.got_subcommand("compile")) return run_compile(compile);
  if (app.got_subcommand("codebook")) return run_codebook(codebook);
  if (app.got_subcommand("inflect")) return run_inflect(inflect);
  if (app.got_subcommand("actors")) return run_actors(actors);
  if (app.got_subcommand("stories")) return run_stories(stories);
  if (app.got_subcommand("commitments")) return run_commitments(commitments);
  if (app.got_subcommand("posture")) return run_posture(posture);
  if (app.got_subcommand("places")) return run_places(places);
  if (app.got_subcommand("import") || app.got_subcommand("outlook")) return run_outlook(app, outlook);
  if (Exit exit = Exit::fine; run_situation(app, situation, exit)) return exit;
  return run_version(version_image);
}

}  // namespace
}  // namespace isnad

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen as EPIPE
  try {
    return static_cast<int>(isnad::run(argc, argv));
  } catch (const std::bad_alloc&) {
    isnad::Messages().error({"", 0, "out of memory", "use fewer --threads, or split very large documents"});
  } catch (const std::exception& e) {
    isnad::Messages().error({"", 0, std::string("unexpected: ") + e.what(), "please report this"});
  }
  return static_cast<int>(isnad::Exit::cannot_run);
}
