// Documents and records into the tables, by prepared statements.
#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "store/database.h"
#include "store/lock.h"
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

constexpr std::string_view kAddRecord =
    "INSERT INTO records (id, document, record, day, day_end, precision, event, mode, quad, score, status, aux, salience, happened, "
    "frame,"
    " confidence, source_actor, source_country, source_sector, target_actor, target_country, target_sector, place, place_country, lat, lon)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

Result<std::unique_ptr<Statements>> prepare_all(const Database& d) {
  std::optional<Error> failed;
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
           kAddRecord,
           std::string_view("INSERT INTO parties (record, role, position, actor, code, country, sector, name) VALUES (?,?,?,?,?,?,?,?)"),
           std::string_view("INSERT INTO places (record, role, place, name_en, name_ar, kind, admin1, country, spot)"
                            " VALUES (?,?,?,?,?,?,?,?,?)"),
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

}  // namespace

struct Writer::State {
  State(WriterLock l, std::unique_ptr<Database> d, Fold f) : lock(std::move(l)), database(std::move(d)), fold(std::move(f)) {}

  WriterLock lock;  // released last
  std::unique_ptr<Database> database;
  Fold fold;
  std::unique_ptr<Statements> sql;
  Packer packer;
  std::map<std::pair<double, double>, int64_t> spots;  // rows by latitude and longitude; as many as there are places in the world's news
  int64_t engine = 0;

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
    spots.clear();
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
    return sql->drop_words.bind(id, distinct_words(title, fold(*text))).run();
  }

  Status drop_records(int64_t id) {
    const int64_t first = id * kRecordsOfADocument, last = first + kRecordsOfADocument;
    return sql->drop_records.bind(first, last).run();
  }

  Status put_party(int64_t row, Role role, int64_t position, const Entity& e) {
    if (e.id.empty() && e.code.empty() && e.country.empty() && e.sector.empty() && e.text.empty()) return Done{};
    return sql->add_party.bind(row, int64_t(role), position, e.id, e.code, e.country, e.sector, name_of(e)).run();
  }

  Status put_parties(int64_t row, Role role, const std::vector<Entity>& all) {
    for (size_t i = 0; i < all.size(); ++i)
      if (const Status s = put_party(row, role, static_cast<int64_t>(i), all[i]); !s) return s.error();
    return Done{};
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

  Status put_place(int64_t row, Role role, const std::optional<Place>& p) {
    if (!p) return Done{};
    const std::string& en = p->name.en.empty() && p->name.ar.empty() ? p->text : p->name.en;
    std::optional<int64_t> spot;
    if (p->lat && p->lon) {
      const auto found = spot_of(*p->lat, *p->lon);
      if (!found) return found.error();
      spot = *found;
    }
    return sql->add_place.bind(row, int64_t(role), p->id, en, p->name.ar, p->kind, p->admin1, p->country, spot).run();
  }

  Status put_record(int64_t document, size_t position, const Record& r) {
    static const Entity kNobody;
    static const Place kNowhere;
    const int64_t row = document * kRecordsOfADocument + static_cast<int64_t>(position);
    const Entity& source = r.actor.empty() ? kNobody : r.actor.front();
    const Entity& target = r.recipient.empty() ? kNobody : r.recipient.front();
    const Place& place = r.location ? *r.location : kNowhere;
    const RecordDays days = days_of(r);
    const std::string mode = joined(r.mode), aux = joined(r.aux);
    const Status s = sql->add_record
                         .bind(row, document, r.id, known(days.first), known(days.last), days.precision, r.event, mode, r.quad, r.score,
                               r.status, aux, r.salience, int64_t{r.happened()}, r.frame, r.confidence, source.id, source.country,
                               source.sector, target.id, target.country, target.sector, place.id, place.country, place.lat, place.lon)
                         .run();
    if (!s) return s.error();
    if (const Status t = put_parties(row, Role::actor, r.actor); !t) return t.error();
    if (const Status t = put_parties(row, Role::recipient, r.recipient); !t) return t.error();
    for (size_t i = 0; i < r.attribution.size(); ++i)
      if (r.attribution[i].who)
        if (const Status t = put_party(row, Role::speaker, static_cast<int64_t>(i), *r.attribution[i].who); !t) return t.error();
    if (const Status t = put_place(row, Role::location, r.location); !t) return t.error();
    if (const Status t = put_place(row, Role::origin, r.origin); !t) return t.error();
    return put_place(row, Role::destination, r.destination);
  }

  Status put_records(int64_t document, const std::vector<Record>& records) {
    if (records.size() >= static_cast<size_t>(kRecordsOfADocument))
      return Error{database->path(), 0, "can't hold so many records of one document", "split the document"};
    for (size_t i = 0; i < records.size(); ++i)
      if (const Status s = put_record(document, i, records[i]); !s) return s.error();
    return Done{};
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
    if (const Status s = drop_words(id); !s) return s.error();
    if (const Status s = drop_records(id); !s) return s.error();
    return sql->renew_document
        .bind(p.hash, known(d.uri), d.id, d.source, d.title, d.url, known(d.day), d.language, int64_t{d.arabic},
              static_cast<int64_t>(d.text.size()), engine, Bytes{p.text}, Bytes{p.lines}, id)
        .run();
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
Status Writer::commit() { return state_->database->run("COMMIT"); }
void Writer::rollback() { state_->roll_back(); }

Result<Outcome> Writer::add(const Packed& p) {
  State& s = *state_;
  const auto same = id_of(s.sql->find_hash, p.hash);
  if (!same) return same.error();
  if (*same != 0) return Outcome::same;
  const auto older = p.document.uri.empty() ? Result<int64_t>(int64_t{0}) : id_of(s.sql->find_uri, p.document.uri);
  if (!older) return older.error();
  int64_t id = *older;
  if (id == 0) {
    const auto put = s.put_document(p);
    if (!put) return put.error();
    id = *put;
  } else if (const Status renewed = s.renew_document(id, p); !renewed) {
    return renewed.error();
  }
  if (const Status put = s.sql->add_words.bind(id, p.words).run(); !put) return put.error();
  if (const Status put = s.put_records(id, p.records); !put) return put.error();
  return *older == 0 ? Outcome::added : Outcome::replaced;
}

Status Writer::recode(int64_t id, bool arabic, const std::vector<Record>& records, std::string_view lines) {
  if (const Status s = state_->drop_records(id); !s) return s.error();
  if (const Status s = state_->sql->mark_document.bind(int64_t{arabic}, state_->engine, Bytes{lines}, id).run(); !s) return s.error();
  return state_->put_records(id, records);
}

Status Writer::confirm(int64_t id) { return state_->sql->confirm.bind(state_->engine, id).run(); }

}  // namespace isnad::store
