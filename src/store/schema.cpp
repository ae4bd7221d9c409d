// The tables, and migration by PRAGMA user_version.
#include "store/schema.h"

#include <fmt/format.h>

namespace isnad::store {
namespace {

constexpr std::string_view kFirst = R"sql(
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE engines (
  id INTEGER PRIMARY KEY,
  program TEXT NOT NULL, knowledge TEXT NOT NULL, image INTEGER NOT NULL,
  UNIQUE (program, knowledge, image));

CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE,
  uri TEXT UNIQUE,
  name TEXT NOT NULL,
  source TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
  day TEXT, language TEXT NOT NULL,
  arabic INTEGER NOT NULL, bytes INTEGER NOT NULL,
  engine INTEGER NOT NULL REFERENCES engines (id),
  text BLOB NOT NULL, records BLOB NOT NULL);
CREATE INDEX documents_day ON documents (day);
CREATE INDEX documents_source ON documents (source);

CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id),
  record TEXT NOT NULL,
  story TEXT,
  day TEXT, day_end TEXT, precision TEXT NOT NULL,
  event TEXT NOT NULL, mode TEXT NOT NULL, quad TEXT NOT NULL, score REAL NOT NULL,
  status TEXT NOT NULL, aux TEXT NOT NULL, salience TEXT NOT NULL, happened INTEGER NOT NULL,
  frame TEXT NOT NULL, confidence REAL NOT NULL,
  source_actor TEXT NOT NULL, source_country TEXT NOT NULL, source_sector TEXT NOT NULL,
  target_actor TEXT NOT NULL, target_country TEXT NOT NULL, target_sector TEXT NOT NULL,
  place TEXT NOT NULL, place_country TEXT NOT NULL, lat REAL, lon REAL);
CREATE INDEX records_day ON records (day);
CREATE INDEX records_story ON records (story) WHERE story IS NOT NULL;

CREATE TABLE parties (
  record INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  role INTEGER NOT NULL, position INTEGER NOT NULL,
  actor TEXT NOT NULL, code TEXT NOT NULL, country TEXT NOT NULL, sector TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (record, role, position)) WITHOUT ROWID;
CREATE INDEX parties_actor ON parties (actor) WHERE actor <> '';

CREATE TABLE spots (
  id INTEGER PRIMARY KEY,
  lat REAL NOT NULL, lon REAL NOT NULL,
  UNIQUE (lat, lon));

CREATE TABLE places (
  record INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  role INTEGER NOT NULL,
  place TEXT NOT NULL, name_en TEXT NOT NULL, name_ar TEXT NOT NULL, kind TEXT NOT NULL,
  admin1 TEXT NOT NULL, country TEXT NOT NULL, spot INTEGER REFERENCES spots (id),
  PRIMARY KEY (record, role)) WITHOUT ROWID;
CREATE INDEX places_spot ON places (spot) WHERE spot IS NOT NULL;

CREATE VIRTUAL TABLE boxes USING rtree (spot, south, north, west, east);
CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
)sql";

// Stories are made when asked; parties are always looked for from their record. The index of words keeps each word of a document once, so
// it needs no columns; a writer fills it anew where the facts don't say how it was folded.
constexpr std::string_view kSecond = R"sql(
DROP INDEX records_story;
ALTER TABLE records DROP COLUMN story;
DROP INDEX parties_actor;
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (body, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
DELETE FROM facts WHERE name = 'folding';
)sql";

/// The first lines of a file tell whose it is.
Status check_owner(const Database& database) {
  const auto application = database.number("PRAGMA application_id");
  if (!application) return application.error();
  if (*application == kApplication) return Done{};
  const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  if (*application == 0 && *tables == 0) return Done{};
  return Error{database.path(), 0, "is a database of another program", "name another file with --db; isnad ingest makes it"};
}

Error too_new(const Database& database, int64_t version, size_t known) {
  return {database.path(), 0, fmt::format("has tables of version {}; this program knows up to {}", version, known),
          "use the newer isnad that made it, or ingest into a new database"};
}

Status step(const Database& database, std::string_view sql, size_t version) {
  if (const Status s = database.run("BEGIN IMMEDIATE"); !s) return s.error();
  Status s = database.run(sql);
  if (s) s = database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT", kApplication, version));
  if (s) return Done{};
  if (!database.idle()) (void)database.run("ROLLBACK");
  return s.error();
}

}  // namespace

const std::vector<std::string_view>& migrations() {
  static const std::vector<std::string_view> all{kFirst, kSecond};
  return all;
}

Status migrate(const Database& database, const std::vector<std::string_view>& steps) {
  if (const Status s = check_owner(database); !s) return s.error();
  const auto version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  if (*version < 0 || static_cast<size_t>(*version) > steps.size()) return too_new(database, *version, steps.size());
  // Pages of 16 KiB hold most documents whole; a file that is there already keeps the size it has.
  if (const Status s =
          database.run("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
      !s)
    return s.error();
  for (auto at = static_cast<size_t>(*version); at < steps.size(); ++at)
    if (const Status s = step(database, steps[at], at + 1); !s) return s.error();
  return Done{};
}

Status check_version(const Database& database) {
  if (const Status s = check_owner(database); !s) return s.error();
  const auto version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  const size_t newest = migrations().size();
  if (*version < 0 || static_cast<size_t>(*version) > newest) return too_new(database, *version, newest);
  if (*version == 0) return Error{database.path(), 0, "is an empty database", "fill it: isnad ingest --db " + database.path() + " FILE"};
  if (static_cast<size_t>(*version) < newest)
    return Error{database.path(), 0, fmt::format("has tables of version {}, older than {}", *version, newest),
                 "bring it up to date: isnad ingest --db " + database.path() + " without files"};
  return Done{};
}

}  // namespace isnad::store
