// The command lines of the subcommands on a database.
#include "app/situation_commands.h"

namespace isnad {
namespace {

CLI::Validator is_one_of(std::vector<std::string> names) { return CLI::IsMember(std::move(names)); }

void add_database(CLI::App& c, std::string& database) {
  c.add_option("--db", database, "the database, one file that isnad ingest makes")->required()->type_name("PATH");
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
  c.add_option("PATH", o.paths, "files, folders or patterns; - is standard input")->required();
  c.add_option("--date", o.date, "publication date of documents that have none; else the one a file's name starts with")
      ->type_name("YYYY-MM-DD");
  c.add_option("--source", o.source, "outlet of documents that name none");
  c.add_option("--input", o.input, "text: one file, one document; jsonl: one line, one document")
      ->check(is_one_of({"auto", "text", "jsonl"}))
      ->capture_default_str();
  add_threads(c, o.threads);
  add_image(c, o.image);
  c.footer(
      "A document that is there already changes nothing and is not read again, so a run that was stopped is resumed by the same command.\n"
      "A new text with the url of one that is there (without url: of the same file, or of the same id in the same JSONL file) takes its\n"
      "place, with its records. What is not Arabic is kept without records.\n\n"
      "Examples:\n"
      "  isnad ingest --db situation.db samples             all files of a folder and the folders in it\n"
      "  isnad ingest --db situation.db archive.jsonl       an archive: one {\"id\", \"date\", \"source\", \"url\", \"text\"} a line\n"
      "  xz -dc archive.jsonl.xz | isnad ingest --db situation.db -");
}

}  // namespace

void add_situation(CLI::App& app, SituationCommands& o) { add_ingest(app, o.ingest); }

bool run_situation(const CLI::App& app, const SituationCommands& o, Exit& exit) {
  if (app.got_subcommand("ingest")) return exit = run_ingest(o.ingest), true;
  return false;
}

}  // namespace isnad
