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

using record::Entity;
using record::Place;
using record::Record;

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

std::string_view name_of(const Entity& e) { return !e.name.en.empty() ? e.name.en : !e.name.ar.empty() ? e.name.ar : e.text; }

constexpr size_t kMostWords = size_t{8} << 20;  // bytes that wait

/// Rows on their way into the tables; they point into the records.
struct RecordRow {
  int64_t id = 0, document = 0;
  const Record* record = nullptr;
};
struct PartyRow {
  int64_t record = 0;
  Role role = Role::actor;
  int64_t position = 0;
  const Entity* entity = nullptr;
};
struct PlaceRow {
  int64_t record = 0;
  Role role = Role::location;
  const Place* place = nullptr;
  std::optional<int64_t> spot;
};
struct WordsRow {
  int64_t document = 0;
  bool drop = false;  // else they are added
  std::string words;
};
struct Rows {
  std::vector<RecordRow> records;
  std::vector<PartyRow> parties;
  std::vector<PlaceRow> places;

  void clear() { records.clear(), parties.clear(), places.clear(); }
};

/// The columns of a record's own row.
class RecordColumns {
 public:
  void set(const RecordRow& from, FedRow& to) {
    static const Entity kNobody;
    static const Place kNowhere;
    const Record& r = *from.record;
    const Entity& source = r.actor.empty() ? kNobody : r.actor.front();
    const Entity& target = r.recipient.empty() ? kNobody : r.recipient.front();
    const Place& place = r.location ? *r.location : kNowhere;
    const RecordDays days = days_of(r);
    mode_ = joined(r.mode), aux_ = joined(r.aux);
    to.set(from.id, from.document, r.id, known(days.first), known(days.last), days.precision, r.event, mode_, r.quad, r.score, r.status,
           aux_, r.salience, int64_t{r.happened()}, r.frame, r.confidence, source.id, source.country, source.sector, target.id,
           target.country, target.sector, place.id, place.country, place.lat, place.lon);
  }

 private:
  std::string mode_, aux_;
};

void set_party(const PartyRow& from, FedRow& to) {
  const Entity& e = *from.entity;
  to.set(from.record, int64_t(from.role), from.position, e.id, e.code, e.country, e.sector, name_of(e));
}

void set_place(const PlaceRow& from, FedRow& to) {
  const Place& p = *from.place;
  const std::string& en = p.name.en.empty() && p.name.ar.empty() ? p.text : p.name.en;
  to.set(from.record, int64_t(from.role), p.id, en, p.name.ar, p.kind, p.admin1, p.country, from.spot);
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
  Rows rows;  // not written yet
  std::vector<WordsRow> words;
  size_t words_size = 0;  // bytes of them

  Status limit(const StoreLimits& limits) {
    if (limits.pages > 0)
      if (const Status s = database->run(fmt::format("PRAGMA max_page_count = {}", limits.pages)); !s) return s.error();
    // What the log holds goes into the file every 16 MiB, beside the reading, so that little is left to do at the end.
    return database->run(
        "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 1024; PRAGMA temp_store = MEMORY");
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
    spots.clear(), rows.clear(), words.clear();
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

  Status drop_records(int64_t id) {
    const int64_t first = id * kRecordsOfADocument, last = first + kRecordsOfADocument;
    return sql->drop_records.bind(first, last).run();
  }

  void note_party(int64_t row, Role role, size_t position, const Entity& e) {
    if (e.id.empty() && e.code.empty() && e.country.empty() && e.sector.empty() && e.text.empty()) return;
    rows.parties.push_back({row, role, static_cast<int64_t>(position), &e});
  }

  void note_parties(int64_t row, Role role, const std::vector<Entity>& all) {
    for (size_t i = 0; i < all.size(); ++i) note_party(row, role, i, all[i]);
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

  Status note_place(int64_t row, Role role, const std::optional<Place>& p) {
    if (!p) return Done{};
    std::optional<int64_t> spot;
    if (p->lat && p->lon) {
      const auto found = spot_of(*p->lat, *p->lon);
      if (!found) return found.error();
      spot = *found;
    }
    rows.places.push_back({row, role, &*p, spot});
    return Done{};
  }

  Status note_record(int64_t document, size_t position, const Record& r) {
    const int64_t row = document * kRecordsOfADocument + static_cast<int64_t>(position);
    rows.records.push_back({row, document, &r});
    note_parties(row, Role::actor, r.actor);
    note_parties(row, Role::recipient, r.recipient);
    for (size_t i = 0; i < r.attribution.size(); ++i)
      if (r.attribution[i].who) note_party(row, Role::speaker, i, *r.attribution[i].who);
    if (const Status s = note_place(row, Role::location, r.location); !s) return s.error();
    if (const Status s = note_place(row, Role::origin, r.origin); !s) return s.error();
    return note_place(row, Role::destination, r.destination);
  }

  /// The records' rows, to be written by the next `write_rows`; until then the records must live.
  Status note_records(int64_t document, const std::vector<Record>& records) {
    if (records.size() >= static_cast<size_t>(kRecordsOfADocument))
      return Error{database->path(), 0, "can't hold so many records of one document", "split the document"};
    for (size_t i = 0; i < records.size(); ++i)
      if (const Status s = note_record(document, i, records[i]); !s) return s.error();
    return Done{};
  }

  template <class Row, class Set>
  Status write(const std::vector<Row>& all, Statement& insert, const Set& set) {
    if (all.empty()) return Done{};
    return feed.run(insert, [this, &all, &set, at = size_t{0}](FedRow& to) mutable {
      if (at == all.size()) return false;
      if (database->before_statement) database->before_statement();  // a row is as good a moment to be stopped at
      set(all[at++], to);
      return true;
    });
  }

  Status write_rows() {
    RecordColumns columns;
    Status s = write(rows.records, sql->add_record, [&](const RecordRow& from, FedRow& to) { columns.set(from, to); });
    if (s) s = write(rows.parties, sql->add_party, set_party);
    if (s) s = write(rows.places, sql->add_place, set_place);
    rows.clear();
    return s;
  }

  Result<int64_t> put_document(const Packed& p) {
    const StoredDocument& d = p.document;
    const Status s = sql->add_document
                         .bind(p.hash, known(d.uri), d.id, d.source, d.title, d.url, known(d.day), d.language, int64_t{d.arabic},
                               static_cast<int64_t>(d.text.size()), engine, Bytes{p.text}, Bytes{p.lines})
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
              static_cast<int64_t>(d.text.size()), engine, Bytes{p.text}, Bytes{p.lines}, id)
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
    if (const Status s = note_records(id, p.records); !s) return s.error();
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

Status Writer::recode(int64_t id, bool arabic, const std::vector<Record>& records, std::string_view lines) {
  if (const Status s = state_->drop_records(id); !s) return s.error();
  if (const Status s = state_->sql->mark_document.bind(int64_t{arabic}, state_->engine, Bytes{lines}, id).run(); !s) return s.error();
  if (const Status s = state_->note_records(id, records); !s) return s.error();
  return state_->write_rows();
}

Status Writer::confirm(int64_t id) { return state_->sql->confirm.bind(state_->engine, id).run(); }

}  // namespace isnad::store
