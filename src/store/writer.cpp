// Documents and records into the tables, by prepared statements.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "store/database.h"
#include "store/lock.h"
#include "store/row_feed.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/store.h"
#include "store/words.h"

namespace isnad::store {
namespace {

std::optional<std::string_view> known(std::string_view text) { return text.empty() ? std::nullopt : std::optional<std::string_view>(text); }

/// Tells one folding from another: what it makes of every letter of the basic plane.
std::string version_of(const Fold& fold) {
  std::string all;
  for (char32_t c = 0x20; c < 0xFFFE; ++c)
    if (c < 0xD800 || c > 0xDFFF) append_utf8(all, c);
  return hex_id(hash64(fold(all)));
}

/// All statements of a writer, prepared once.
struct Statements {
  Statement find_hash, find_uri, add_document, renew_document, mark_document, add_words, drop_words, drop_records, add_record, add_party,
      add_place, find_spot, add_spot, add_box, title_and_text, confirm;
};

/// "INSERT INTO TABLE (COLUMNS) SELECT c0, c1, ... FROM feed".
std::string fed_insert(std::string_view table, std::string_view columns) {
  const auto n = static_cast<size_t>(std::count(columns.begin(), columns.end(), ',')) + 1;
  return fmt::format("INSERT INTO {} ({}) SELECT {} FROM feed", table, columns, fed_columns(n));
}

constexpr std::string_view kRecordColumns =
    "id, document, record, day, day_end, precision, event, mode, quad, score, status, aux, salience, happened, frame, confidence,"
    " source_actor, source_country, source_sector, target_actor, target_country, target_sector, place, place_country, lat, lon";
constexpr std::string_view kPartyColumns = "record, role, position, actor, code, country, sector, name";
constexpr std::string_view kPlaceColumns = "record, role, place, name_en, name_ar, kind, admin1, country, spot";

Result<std::unique_ptr<Statements>> prepare_all(const Database& d) {
  const std::string add_record = fed_insert("records", kRecordColumns), add_party = fed_insert("parties", kPartyColumns),
                    add_place = fed_insert("places", kPlaceColumns);
  std::vector<Statement> all;
  for (const std::string_view sql : {
           std::string_view("SELECT id FROM documents WHERE hash = ?"),
           std::string_view("SELECT id FROM documents WHERE uri = ?"),
           std::string_view("INSERT INTO documents (hash, uri, name, source, title, url, day, language, arabic, bytes, engine, text,"
                            " records)"
                            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
           std::string_view("UPDATE documents SET hash = ?, uri = ?, name = ?, source = ?, title = ?, url = ?, day = ?, language = ?,"
                            " arabic = ?, bytes = ?, engine = ?, text = ?, records = ? WHERE id = ?"),
           std::string_view("UPDATE documents SET arabic = ?, engine = ?, records = ? WHERE id = ?"),
           std::string_view("INSERT INTO words (rowid, body) VALUES (?, ?)"),
           std::string_view("INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)"),
           std::string_view("DELETE FROM records WHERE id >= ? AND id < ?"),
           std::string_view(add_record),
           std::string_view(add_party),
           std::string_view(add_place),
           std::string_view("SELECT id FROM spots WHERE lat = ? AND lon = ?"),
           std::string_view("INSERT INTO spots (lat, lon) VALUES (?,?)"),
           std::string_view("INSERT INTO boxes (spot, south, north, west, east) VALUES (?,?,?,?,?)"),
           std::string_view("SELECT title, text FROM documents WHERE id = ?"),
           std::string_view("UPDATE documents SET engine = ? WHERE id = ?"),
       }) {
    auto s = d.prepare(sql);
    if (!s) return s.error();
    all.push_back(std::move(*s));
  }
  size_t at = 0;
  const auto next = [&]() -> Statement&& { return std::move(all[at++]); };
  return std::unique_ptr<Statements>(new Statements{next(), next(), next(), next(), next(), next(), next(), next(), next(), next(), next(),
                                                    next(), next(), next(), next(), next()});  // braces take them in order
}

/// Id of the row that `statement` finds; 0: none.
Result<int64_t> id_of(Statement& statement, std::string_view value) {
  const auto row = statement.bind(value).step();
  if (!row) return row.error();
  const int64_t id = *row ? statement.integer(0) : 0;
  statement.reset();
  return id;
}

constexpr size_t kMostWords = size_t{8} << 20;  // bytes that wait

struct WordsRow {
  int64_t document = 0;
  bool drop = false;  // else they are added
  std::string words;
};

/// The rows of a document on their way into the tables.
struct DocumentRows {
  int64_t first = 0;  // id of the first record
  const RecordRows* rows = nullptr;

  [[nodiscard]] std::string_view at(Piece p) const { return rows->at(p); }
};

void set_record(const DocumentRows& from, size_t at, FedRow& to) {
  const RecordRow& r = from.rows->records[at];
  to.set(from.first + static_cast<int64_t>(at), from.first / kRecordsOfADocument, from.at(r.id), known(from.at(r.day)),
         known(from.at(r.day_end)), from.at(r.precision), from.at(r.event), from.at(r.mode), from.at(r.quad), r.score, from.at(r.status),
         from.at(r.aux), from.at(r.salience), int64_t{r.happened}, from.at(r.frame), r.confidence, from.at(r.source_actor),
         from.at(r.source_country), from.at(r.source_sector), from.at(r.target_actor), from.at(r.target_country), from.at(r.target_sector),
         from.at(r.place), from.at(r.place_country), r.lat, r.lon);
}

void set_party(const DocumentRows& from, size_t at, FedRow& to) {
  const PartyRow& p = from.rows->parties[at];
  to.set(from.first + p.record, int64_t(p.role), p.position, from.at(p.actor), from.at(p.code), from.at(p.country), from.at(p.sector),
         from.at(p.name));
}

void set_place(const DocumentRows& from, size_t at, std::optional<int64_t> spot, FedRow& to) {
  const PlaceRow& p = from.rows->places[at];
  to.set(from.first + p.record, int64_t(p.role), from.at(p.place), from.at(p.name_en), from.at(p.name_ar), from.at(p.kind),
         from.at(p.admin1), from.at(p.country), spot);
}

}  // namespace

struct Writer::State {
  State(WriterLock l, std::unique_ptr<Database> d, Fold f) : lock(std::move(l)), database(std::move(d)), fold(std::move(f)) {}

  WriterLock lock;  // released last
  RowFeed feed;     // used by the connection
  std::unique_ptr<Database> database;
  Fold fold;
  std::unique_ptr<Statements> sql;
  Packer packer;
  std::map<std::pair<double, double>, int64_t> spots;  // rows by latitude and longitude; as many as there are places in the world's news
  int64_t engine = 0;
  std::vector<DocumentRows> rows;                       // not written yet
  std::vector<std::optional<int64_t>> spots_of_places;  // of their places in order
  std::vector<WordsRow> words;
  size_t words_size = 0;  // bytes of them

  Status limit(const StoreLimits& limits) {
    if (limits.pages > 0)
      if (const Status s = database->run(fmt::format("PRAGMA max_page_count = {}", limits.pages)); !s) return s.error();
    // What the log holds goes into the file every 16 MiB, beside the reading, so that little is left to do at the end.
    return database->run("PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 1024; PRAGMA temp_store = MEMORY");
  }

  /// Runs `work` between BEGIN and COMMIT.
  template <class Work>
  Status transaction(const Work& work) {
    if (const Status s = database->run("BEGIN IMMEDIATE"); !s) return s.error();
    Status s = work();
    if (s) s = database->run("COMMIT");
    if (!s) roll_back();
    return s;
  }

  void roll_back() {
    spots.clear(), spots_of_places.clear(), rows.clear(), words.clear();
    words_size = 0;
    if (!database->idle()) (void)database->run("ROLLBACK");
  }

  Status note_engine(const EngineFacts& e) {
    auto add = database->prepare("INSERT OR IGNORE INTO engines (program, knowledge, image) VALUES (?, ?, ?)");
    if (!add) return add.error();
    if (const Status s = add->bind(e.program, e.knowledge, e.image).run(); !s) return s.error();
    auto find = database->prepare("SELECT id FROM engines WHERE program = ? AND knowledge = ? AND image = ?");
    if (!find) return find.error();
    const auto row = find->bind(e.program, e.knowledge, e.image).step();
    if (!row) return row.error();
    engine = find->integer(0);
    return Done{};
  }

  /// Another folding than that of the words that are there: they are folded anew.
  Status check_folding() {
    const std::string version = version_of(fold);
    auto find = database->prepare("SELECT value FROM facts WHERE name = 'folding'");
    if (!find) return find.error();
    const auto row = find->step();
    if (!row) return row.error();
    if (*row && find->text(0) == version) return Done{};
    find->reset();
    if (const Status s = fold_all(); !s) return s.error();
    auto set = database->prepare("INSERT OR REPLACE INTO facts (name, value) VALUES ('folding', ?)");
    if (!set) return set.error();
    return set->bind(version).run();
  }

  Status fold_all() {
    if (const Status s = database->run("INSERT INTO words (words) VALUES ('delete-all')"); !s) return s.error();
    auto all = database->prepare("SELECT id, title, text FROM documents ORDER BY id");
    if (!all) return all.error();
    for (;;) {
      const auto row = all->step();
      if (!row) return row.error();
      if (!*row) return Done{};
      const auto text = packer.expand(all->bytes(2));
      if (!text) return located(text.error());
      if (const Status s = sql->add_words.bind(all->integer(0), distinct_words(fold(all->text(1)), fold(*text))).run(); !s)
        return s.error();
    }
  }

  Status drop_words(int64_t id) {
    const auto row = sql->title_and_text.bind(id).step();
    if (!row) return row.error();
    const std::string title = fold(sql->title_and_text.text(0));
    const auto text = packer.expand(sql->title_and_text.bytes(1));
    sql->title_and_text.reset();
    if (!text) return located(text.error());
    return note_words(id, true, distinct_words(title, fold(*text)));
  }

  /// Words wait for the end of the transaction: FTS5 writes a segment whenever another statement of many rows begins.
  Status note_words(int64_t document, bool drop, std::string some) {
    words_size += some.size();
    words.push_back({document, drop, std::move(some)});
    return words_size < kMostWords ? Status(Done{}) : write_words();
  }

  Status write_words() {
    for (const WordsRow& w : words)
      if (const Status s = (w.drop ? sql->drop_words : sql->add_words).bind(w.document, w.words).run(); !s) return s.error();
    words.clear(), words_size = 0;
    return Done{};
  }

  /// With them go their parties and places.
  Status drop_records(int64_t id) {
    const int64_t first = id * kRecordsOfADocument;
    return sql->drop_records.bind(first, first + kRecordsOfADocument).run();
  }

  /// The row of a place on earth; records share it.
  Result<int64_t> spot_of(double lat, double lon) {
    const auto known_spot = spots.find({lat, lon});
    if (known_spot != spots.end()) return known_spot->second;
    const auto row = sql->find_spot.bind(lat, lon).step();
    if (!row) return row.error();
    int64_t id = *row ? sql->find_spot.integer(0) : 0;
    sql->find_spot.reset();
    if (id == 0) {
      if (const Status s = sql->add_spot.bind(lat, lon).run(); !s) return s.error();
      id = database->last_id();
      if (const Status s = sql->add_box.bind(id, lat, lat, lon, lon).run(); !s) return s.error();
    }
    return spots[{lat, lon}] = id;
  }

  /// The records' rows, to be written by the next `write_rows`; until then they must live.
  Status note_records(int64_t document, const RecordRows& from) {
    if (from.records.size() >= static_cast<size_t>(kRecordsOfADocument))
      return Error{database->path(), 0, "can't hold so many records of one document", "split the document"};
    for (const PlaceRow& p : from.places) {
      auto& spot = spots_of_places.emplace_back();
      if (!p.lat || !p.lon) continue;
      const auto found = spot_of(*p.lat, *p.lon);
      if (!found) return found.error();
      spot = *found;
    }
    rows.push_back({document * kRecordsOfADocument, &from});
    return Done{};
  }

  /// Writes the rows that `of` gives of each document.
  template <class Of, class Set>
  Status write(Statement& insert, const Of& of, const Set& set) {
    auto document = rows.begin();
    size_t at = 0;
    return feed.run(insert, [&](FedRow& to) {
      while (document != rows.end() && at == of(*document->rows).size()) ++document, at = 0;
      if (document == rows.end()) return false;
      if (database->before_statement) database->before_statement();  // a row is as good a moment to be stopped at
      set(*document, at++, to);
      return true;
    });
  }

  Status write_rows() {
    if (rows.empty()) return Done{};
    auto spot = spots_of_places.begin();
    Status s = write(
        sql->add_record, [](const RecordRows& r) -> auto& { return r.records; }, set_record);
    if (s)
      s = write(
          sql->add_party, [](const RecordRows& r) -> auto& { return r.parties; }, set_party);
    if (s)
      s = write(
          sql->add_place, [](const RecordRows& r) -> auto& { return r.places; },
          [&](const DocumentRows& from, size_t at, FedRow& to) { set_place(from, at, *spot++, to); });
    rows.clear(), spots_of_places.clear();
    return s;
  }

  Result<int64_t> put_document(const Packed& p) {
    const StoredDocument& d = p.document;
    const Status s = sql->add_document
                         .bind(p.hash, known(d.uri), d.id, d.source, d.title, d.url, known(d.day), d.language, int64_t{d.arabic},
                               static_cast<int64_t>(p.bytes), engine, Bytes{p.text}, Bytes{p.lines})
                         .run();
    if (!s) return s.error();
    return database->last_id();
  }

  Status renew_document(int64_t id, const Packed& p) {
    const StoredDocument& d = p.document;
    if (const Status s = write_rows(); !s) return s.error();  // perhaps of the version before
    if (const Status s = drop_words(id); !s) return s.error();
    if (const Status s = drop_records(id); !s) return s.error();
    return sql->renew_document
        .bind(p.hash, known(d.uri), d.id, d.source, d.title, d.url, known(d.day), d.language, int64_t{d.arabic},
              static_cast<int64_t>(p.bytes), engine, Bytes{p.text}, Bytes{p.lines}, id)
        .run();
  }

  /// All but the records' rows.
  Result<Outcome> put(const Packed& p) {
    const auto same = id_of(sql->find_hash, p.hash);
    if (!same) return same.error();
    if (*same != 0) return Outcome::same;
    const auto older = p.document.uri.empty() ? Result<int64_t>(int64_t{0}) : id_of(sql->find_uri, p.document.uri);
    if (!older) return older.error();
    int64_t id = *older;
    if (id == 0) {
      const auto added = put_document(p);
      if (!added) return added.error();
      id = *added;
    } else if (const Status renewed = renew_document(id, p); !renewed) {
      return renewed.error();
    }
    if (const Status s = note_words(id, false, p.words); !s) return s.error();
    if (const Status s = note_records(id, p.rows); !s) return s.error();
    return *older == 0 ? Outcome::added : Outcome::replaced;
  }

  Error located(Error e) const {
    e.file = database->path();
    return e;
  }
};

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::~Writer() { rollback(); }

Result<std::unique_ptr<Writer>> Writer::open(const std::string& path, const EngineFacts& engine, Fold fold, const StoreLimits& limits) {
  auto lock = WriterLock::take(path);
  if (!lock) return lock.error();
  auto database = Database::open(path, Access::write);
  if (!database) return database.error();
  (*database)->before_statement = limits.before_statement;
  if (const Status s = migrate(**database); !s) return s.error();
  auto state = std::make_unique<State>(std::move(*lock), std::move(*database), std::move(fold));
  if (const Status s = state->limit(limits); !s) return s.error();
  if (const Status s = state->feed.attach(*state->database); !s) return s.error();
  auto sql = prepare_all(*state->database);
  if (!sql) return sql.error();
  state->sql = std::move(*sql);
  const Status s = state->transaction([&] {
    const Status noted = state->note_engine(engine);
    return noted ? state->check_folding() : noted;
  });
  if (!s) return s.error();
  return std::unique_ptr<Writer>(new Writer(std::move(state)));
}

Status Writer::begin() { return state_->database->run("BEGIN IMMEDIATE"); }
Status Writer::commit() {
  if (const Status s = state_->write_words(); !s) return s.error();
  return state_->database->run("COMMIT");
}
void Writer::rollback() { state_->roll_back(); }

Result<std::vector<Outcome>> Writer::add(const std::vector<Packed>& documents) {
  std::vector<Outcome> out;
  for (const Packed& p : documents) {
    const auto done = state_->put(p);
    if (!done) return done.error();
    out.push_back(*done);
  }
  if (const Status s = state_->write_rows(); !s) return s.error();
  return out;
}

Result<Outcome> Writer::add(const Packed& document) {
  const auto done = state_->put(document);
  if (!done) return done.error();
  if (const Status s = state_->write_rows(); !s) return s.error();
  return *done;
}

Status Writer::recode(int64_t id, bool arabic, const std::vector<record::Record>& records, std::string_view lines) {
  if (const Status s = state_->drop_records(id); !s) return s.error();
  if (const Status s = state_->sql->mark_document.bind(int64_t{arabic}, state_->engine, Bytes{lines}, id).run(); !s) return s.error();
  const RecordRows rows = rows_of(records);
  if (const Status s = state_->note_records(id, rows); !s) return s.error();
  return state_->write_rows();
}

Status Writer::confirm(int64_t id) { return state_->sql->confirm.bind(state_->engine, id).run(); }

}  // namespace isnad::store
