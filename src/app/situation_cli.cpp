// The command lines of the subcommands on a database.
#include "app/cli_options.h"
#include "app/situation_commands.h"

namespace isnad {
namespace {

CLI::Option* add_database(CLI::App& c, std::string& database) {
  return c.add_option("--db", database, "the database, one file that isnad ingest makes")->required()->type_name("PATH");
}

void add_image(CLI::App& c, std::string& image) {
  c.add_option("--image", image, "knowledge image; else $ISNAD_IMAGE, else isnad.image beside the program")->type_name("PATH");
}

void add_threads(CLI::App& c, unsigned& threads) {
  c.add_option("--threads", threads, "documents read at a time [one for each processor]; the records are the same for any number")
      ->check(CLI::Range(1U, 1024U));
}

void add_ingest(CLI::App& app, IngestOptions& o) {
  auto& c = *app.add_subcommand("ingest", "Read documents into a database, which keeps them with their records");
  add_database(c, o.database);
  auto* paths = c.add_option("PATH", o.paths, "files, folders or patterns; - is standard input");
  auto* watch =
      c.add_option("--watch", o.watch,
                   "instead: this folder's files and those of the folders in it, and then each that is put there, until you stop it")
          ->type_name("FOLDER")
          ->excludes(paths);
  c.preparse_callback([&c, paths, watch](size_t) {
    c.callback([paths, watch] {
      if (paths->count() + watch->count() == 0) throw CLI::RequiredError("PATH or --watch");
    });
  });
  add_date(c, o.date);
  c.add_option("--source", o.source, "outlet of documents that name none");
  add_input_form(c, o.input);
  c.add_flag("--arabic-only", o.arabic_only, "count documents that are not Arabic, but don't keep them");
  add_threads(c, o.threads);
  add_image(c, o.image);
  c.footer(
      "A document that is there already changes nothing and is not read again, so a run that was stopped is resumed by the same command.\n"
      "A new text with the url of one that is there (without url: of the same file, or of the same id in the same JSONL file) takes its\n"
      "place, with its records. What is not Arabic is kept without records, or left out with --arabic-only.\n"
      "Ids are those that isnad read gives. A text file or page without url is named by its file's name and a hash of its text,\n"
      "whatever folder it is in.\n\n"
      "Examples:\n"
      "  isnad ingest --db situation.db samples             all files of a folder and the folders in it\n"
      "  isnad ingest --db situation.db archive.jsonl       an archive: one {\"id\", \"date\", \"source\", \"url\", \"text\"} a line\n"
      "  isnad ingest --db situation.db --arabic-only CC-NEWS-20210314.warc.gz feeds/*.rss pages.zip");
}

void add_recode(CLI::App& app, RecodeOptions& o) {
  const auto add = [&](const char* name, const char* what) -> CLI::App& {
    auto& c = *app.add_subcommand(name, what);
    add_database(c, o.database);
    c.add_flag("--all", o.all, "also documents that this program with this knowledge has read before");
    add_threads(c, o.threads);
    add_image(c, o.image);
    return c;
  };
  add("recode", "Read the documents of a database again with new knowledge")
      .footer(
          "Documents that this program with this knowledge has read are passed over; so a run that was stopped is resumed by the same\n"
          "command. isnad diff shows beforehand what changes.\n\n"
          "Example:\n  isnad compile knowledge -o new.image && isnad recode --db situation.db --image new.image");
  auto& diff = add("diff", "Show which records of a database new knowledge would change, and by which rules");
  diff.add_option("--format", o.format, "text: a line a field; jsonl: a change a line, with both records")
      ->check(is_one_of({"text", "jsonl"}));
  diff.add_option("-o,--output", o.output, "write here rather than to standard output")->type_name("PATH");
  diff.footer(
      "Nothing is written to the database.\n\n"
      "Example:\n  isnad diff --db situation.db --image new.image | less");
}

CLI::App& add_question(CLI::App& app, QueryOptions& o, const char* name, const char* what) {
  auto& c = *app.add_subcommand(name, what);
  add_filter(c, o.filter, add_database(c, o.database));
  c.add_option("--format", o.format, "table: for people; jsonl, csv: for programs [table, or by the ending of --output]")
      ->check(is_one_of({"table", "jsonl", "csv"}));
  c.add_option("-o,--output", o.output, "write here rather than to standard output; the file appears when it is whole")->type_name("PATH");
  return c;
}

void add_paging(CLI::App& c, QueryOptions& o) {
  c.add_option("--limit", o.limit, "rows of a page [50 in tables, else all]")->check(CLI::Range(int64_t{1}, int64_t{1} << 40));
  c.add_option("--page", o.page, "which page, from 1")->check(CLI::Range(int64_t{1}, int64_t{1} << 40));
}

template <size_t N>
std::vector<std::string> all_of(const std::array<std::string_view, N>& names) {
  return {names.begin(), names.end()};
}

void add_questions(CLI::App& app, QueryOptions& o) {
  auto& events = add_question(app, o, "events", "List the records of a database that match, sorted, page by page");
  events.add_option("--sort", o.sort, "by")->check(is_one_of(all_of(store::kOrderNames)))->capture_default_str();
  add_paging(events, o);
  events.footer(std::string(kFilterHelp) +
                "jsonl is all that is known (docs/record.md), as isnad read writes it.\n\n"
                "Examples:\n"
                "  isnad events --db situation.db --since 2020-03-01 --country USA,IRN --type ASSAULT,THREATEN\n"
                "  isnad events --db situation.db --place Baghdad --said-by IRQMIL --happened --sort latest --limit 10\n"
                "  isnad events --db situation.db --text '\"state of emergency\"' --format jsonl -o found.jsonl");
  auto& timeline = add_question(app, o, "timeline", "Count the records of a database that match, by day, week, month or year");
  timeline.add_option("--step", o.step, "length of a row")->check(is_one_of(all_of(store::kStepNames)))->capture_default_str();
  timeline.footer(std::string(kFilterHelp) +
                  "VC and MC: verbal and material cooperation; VK and MK: conflict. score: mean, -9 worst to 10 best (docs/record.md).\n\n"
                  "Example:\n  isnad timeline --db situation.db --party USA --in IRQ --step week");
  auto& dyads = add_question(app, o, "dyads", "Count who did what to whom in a database");
  dyads.add_option("--by", o.by, "who a party is")->check(is_one_of(all_of(store::kPartyKeyNames)))->capture_default_str();
  add_paging(dyads, o);
  dyads.footer(std::string(kFilterHelp) + "Example:\n  isnad dyads --db situation.db --by code --since 2020-01-01 --happened");
  auto& sources = add_question(app, o, "sources", "Count the outlets of a database, or whom records are said by");
  sources.add_flag("--speakers", o.speakers, "instead of outlets: whom the texts name as the source of a record");
  add_paging(sources, o);
  sources.footer(std::string(kFilterHelp) +
                 "Examples:\n  isnad sources --db situation.db\n  isnad sources --db situation.db --speakers --type ACCUSE --format csv");
}

}  // namespace

void add_situation(CLI::App& app, SituationCommands& o) {
  add_ingest(app, o.ingest);
  add_recode(app, o.recode);
  add_questions(app, o.query);
}

bool run_situation(const CLI::App& app, const SituationCommands& o, Exit& exit) {
  if (app.got_subcommand("ingest")) return exit = run_ingest(o.ingest), true;
  if (app.got_subcommand("recode")) return exit = run_recode(o.recode), true;
  if (app.got_subcommand("diff")) return exit = run_diff(o.recode), true;
  if (app.got_subcommand("events")) return exit = run_events(o.query), true;
  if (app.got_subcommand("timeline")) return exit = run_timeline(o.query), true;
  if (app.got_subcommand("dyads")) return exit = run_dyads(o.query), true;
  if (app.got_subcommand("sources")) return exit = run_sources(o.query), true;
  return false;
}

}  // namespace isnad
