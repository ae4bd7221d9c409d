// The store: what is put in comes out, whatever interrupts it.
#include "store/store.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/ascii.h"
#include "base/file.h"
#include "store/database.h"
#include "store/schema.h"

namespace isnad::store {
namespace {

namespace fs = std::filesystem;

const EngineFacts kEngine{"0.1.0", "k1", 7};

StoredDocument document(int n, const std::string& text) {
  StoredDocument d;
  d.uri = "https://news.example/" + std::to_string(n);
  d.id = "d" + std::to_string(n);
  d.source = n % 2 ? "Agency" : "Daily";
  d.title = "Report " + std::to_string(n);
  d.url = d.uri;
  d.day = "2021-03-" + std::to_string(10 + n % 20);
  d.language = "ar";
  d.text = text;
  return d;
}

record::Record stored(const StoredDocument& d, int n) {
  record::Record r;
  r.id = d.id + "-" + std::to_string(n);
  r.doc = {d.id, d.day, d.source, d.url, d.title, d.language};
  r.event = n % 2 ? "ASSAULT" : "RETREAT";
  r.mode = {n % 2 ? "aerial" : "withdraw"};
  r.status = "occurred", r.salience = "main", r.quad = n % 2 ? "MK" : "MC";
  record::Entity army;
  army.text = "forces", army.id = "usa.military", army.code = "USAMIL", army.country = "USA", army.sector = "MIL",
  army.name.en = "US forces";
  r.actor = {army};
  record::Place p;
  p.text = "Baghdad", p.id = "geonames:98182", p.name.en = "Baghdad", p.country = "IRQ", p.lat = 33.34, p.lon = 44.4, p.kind = "city";
  r.location = p;
  r.frame = "f", r.confidence = 0.5 + 0.1 * (n % 4);
  return r;
}

StoredRecords with_lines(std::vector<record::Record> records) {
  StoredRecords out;
  for (const auto& r : records) out.lines += record::write(r) + "\n";
  out.records = std::move(records);
  return out;
}

StoredRecords records_of(const StoredDocument& d) {
  std::vector<record::Record> out;
  for (size_t i = 0; i < d.text.size() % 4; ++i) out.push_back(stored(d, static_cast<int>(i)));
  return with_lines(std::move(out));
}

Packed packed(const StoredDocument& d) { return Packer().pack(d, content_hash(d), records_of(d), ascii_lower); }
Result<Outcome> put(Writer& w, const StoredDocument& d) { return w.add(packed(d)); }

/// One line a row of every table, without row numbers that the order of work may change.
std::string dump(const std::string& path) {
  const auto reader = Reader::open(path);
  if (!reader) return reader.error().message();
  std::string out;
  for (const auto* sql :
       {"SELECT hash, uri, name, source, title, url, day, language, arabic, bytes, hex(text), hex(records) FROM documents ORDER BY hash",
        "SELECT d.hash, r.id % 16777216, r.record, r.day, r.event, r.mode, r.source_country, r.lat FROM records r JOIN documents d ON "
        "d.id ="
        " r.document ORDER BY 1, 2",
        "SELECT r.record, p.role, p.position, p.actor, p.code FROM parties p JOIN records r ON r.id = p.record ORDER BY 1, 2, 3",
        "SELECT r.record, p.role, p.place, b.south FROM places p JOIN records r ON r.id = p.record LEFT JOIN boxes b ON b.spot = p.spot "
        "ORDER BY 1, 2",
        "SELECT count(*) FROM places", "SELECT count(*) FROM parties",
        "SELECT d.hash FROM words w JOIN documents d ON d.id = w.rowid WHERE words MATCH 'report' ORDER BY 1",
        "SELECT d.hash FROM words w JOIN documents d ON d.id = w.rowid WHERE words MATCH 'old' ORDER BY 1",
        "SELECT * FROM pragma_integrity_check", "SELECT * FROM pragma_foreign_key_check"}) {
    auto s = (*reader)->database().prepare(sql);
    if (!s) return s.error().message();
    for (;;) {
      const auto row = s->step();
      if (!row) return row.error().message();
      if (!*row) break;
      for (int c = 0; c < 13; ++c) out += std::string(s->text(c)) + "|";
      out += '\n';
    }
    out += "--\n";
  }
  return out;
}

class Store : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "isnad_store_XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }

  static std::unique_ptr<Writer> writer(const std::string& path, const EngineFacts& engine = kEngine, const StoreLimits& limits = {}) {
    auto w = Writer::open(path, engine, ascii_lower, limits);
    EXPECT_TRUE(w) << (w ? "" : w.error().message());
    return w ? std::move(*w) : nullptr;
  }
  static std::string trouble_of_writer(const std::string& path) {
    const auto w = Writer::open(path, kEngine, ascii_lower);
    return w ? "fine" : w.error().message();
  }
  static std::string trouble_of_reader(const std::string& path) {
    const auto r = Reader::open(path);
    return r ? "fine" : r.error().message();
  }

 private:
  fs::path folder_;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_F(Store, DocumentsAndRecordsComeBack) {
  const StoredDocument d = document(1, "abc"), plain = document(2, "abcd");
  {
    auto w = writer(at("s.db"));
    ASSERT_TRUE(w->begin());
    EXPECT_EQ(*put(*w, d), Outcome::added);
    EXPECT_EQ(*put(*w, plain), Outcome::added);
    EXPECT_EQ(*put(*w, d), Outcome::same);
    ASSERT_TRUE(w->commit());
  }
  EXPECT_FALSE(fs::exists(at("s.db-writer")) || fs::exists(at("s.db-wal"))) << "nothing is left beside a closed database";
  auto r = Reader::open(at("s.db"));
  ASSERT_TRUE(r) << r.error().message();
  EXPECT_EQ(*(*r)->has({content_hash(d), content_hash(document(3, "abc"))}), (std::vector<bool>{true, false}));
  EXPECT_EQ(*(*r)->count_documents(), 2);
  DocumentRow row;
  ASSERT_TRUE(*(*r)->next_document(0, row));
  EXPECT_EQ(content_hash(row.document), content_hash(d));
  EXPECT_EQ(row.document.uri, d.uri);
  EXPECT_EQ(row.engine, kEngine);
  EXPECT_EQ(row.lines, records_of(d).lines);
  ASSERT_TRUE(*(*r)->next_document(row.id, row));
  EXPECT_TRUE(row.lines.empty());
  EXPECT_FALSE(*(*r)->next_document(row.id, row));
}

TEST_F(Store, ANewVersionTakesTheOldOnesPlace) {
  StoredDocument d = document(1, "an OLD text");
  const StoredDocument other = document(2, "abcdefg");
  const auto fill = [&](const std::string& path, const std::vector<StoredDocument>& all) {
    auto w = writer(path);
    ASSERT_TRUE(w->begin());
    for (const auto& x : all) ASSERT_TRUE(put(*w, x));
    ASSERT_TRUE(w->commit());
  };
  StoredDocument newer = d;
  newer.text = "the new text";
  newer.text += newer.text.size() % 4 == 1 ? "" : std::string((5 - newer.text.size() % 4) % 4, '!');
  fill(at("a.db"), {d, other, newer});
  fill(at("b.db"), {other, newer});
  EXPECT_EQ(dump(at("a.db")), dump(at("b.db")));
  auto w = writer(at("a.db"));
  ASSERT_TRUE(w->begin());
  EXPECT_EQ(*put(*w, newer), Outcome::same);
  EXPECT_EQ(*put(*w, d), Outcome::replaced);
  w->rollback();
  w.reset();
  EXPECT_EQ(dump(at("a.db")), dump(at("b.db")));
}

TEST_F(Store, ManyAtOnceAreAsOneByOne) {
  std::vector<StoredDocument> all;
  for (int n = 0; n < 40; ++n) all.push_back(document(n % 30, "report " + std::to_string(n) + (n % 7 == 0 ? " old" : "")));
  all.push_back(all.back());
  {
    auto w = writer(at("one.db"));
    ASSERT_TRUE(w->begin());
    for (const auto& d : all) ASSERT_TRUE(put(*w, d));
    ASSERT_TRUE(w->commit());
  }
  std::vector<Packed> ready;
  for (const auto& d : all) ready.push_back(packed(d));
  {
    auto w = writer(at("many.db"));
    ASSERT_TRUE(w->begin());
    ASSERT_TRUE(w->add(ready));
    w->rollback();
    ASSERT_TRUE(w->begin());
    const auto done = w->add(ready);
    ASSERT_TRUE(done);
    EXPECT_EQ(std::count(done->begin(), done->end(), Outcome::added), 30);
    EXPECT_EQ(std::count(done->begin(), done->end(), Outcome::replaced), 10);
    EXPECT_EQ(done->back(), Outcome::same);
    ASSERT_TRUE(w->commit());
    ASSERT_TRUE(w->begin());
    ASSERT_TRUE(w->add({packed(document(3, "old, and to be forgotten"))}));
    w->rollback();
    ASSERT_TRUE(w->begin());
    ASSERT_TRUE(w->commit());
  }
  EXPECT_EQ(dump(at("many.db")), dump(at("one.db")));
  EXPECT_TRUE(has(dump(at("many.db")), "\nok|"));
}

TEST_F(Store, WithoutUriNothingIsReplaced) {
  auto w = writer(at("s.db"));
  StoredDocument a = document(1, "one"), b = document(1, "two");
  a.uri.clear(), b.uri.clear();
  ASSERT_TRUE(w->begin());
  EXPECT_EQ(*put(*w, a), Outcome::added);
  EXPECT_EQ(*put(*w, b), Outcome::added);
  EXPECT_EQ(*put(*w, a), Outcome::same);
  ASSERT_TRUE(w->commit());
}

TEST_F(Store, AllButTheNameCountsForTheHash) {
  StoredDocument d = document(1, "x");
  std::vector<std::string> all{content_hash(d)};
  d.id = "renamed", d.uri = "elsewhere";
  EXPECT_EQ(content_hash(d), all[0]);
  for (auto field : {&StoredDocument::source, &StoredDocument::title, &StoredDocument::url, &StoredDocument::day, &StoredDocument::language,
                     &StoredDocument::text}) {
    d.*field += "1";
    all.push_back(content_hash(d));
  }
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

TEST_F(Store, RecodingKeepsTheDocument) {
  const StoredDocument d = document(1, "abc");
  auto w = writer(at("s.db"));
  ASSERT_TRUE(w->begin());
  ASSERT_TRUE(put(*w, d));
  ASSERT_TRUE(w->commit());
  w.reset();
  w = writer(at("s.db"), {"0.1.0", "k2", 7});
  ASSERT_TRUE(w->begin());
  ASSERT_TRUE(w->recode(1, true, {stored(d, 7)}, Packer().compress("line\n")));
  ASSERT_TRUE(w->commit());
  w.reset();
  auto r = Reader::open(at("s.db"));
  DocumentRow row;
  ASSERT_TRUE(*(*r)->next_document(0, row));
  EXPECT_EQ(row.lines, "line\n");
  EXPECT_EQ(row.engine.knowledge, "k2");
  EXPECT_EQ(*(*r)->database().number("SELECT count(*) FROM boxes"), 1);
}

TEST_F(Store, AnotherFoldingFoldsAnew) {
  auto w = writer(at("s.db"));
  ASSERT_TRUE(w->begin());
  ASSERT_TRUE(put(*w, document(1, "Baghdad today")));
  ASSERT_TRUE(w->commit());
  w.reset();
  const auto shout = [](std::string_view text) { return ascii_lower(text) + " zzz"; };
  auto other = Writer::open(at("s.db"), kEngine, shout);
  ASSERT_TRUE(other);
  other->reset();
  auto r = Reader::open(at("s.db"));
  EXPECT_EQ(*(*r)->database().number("SELECT count(*) FROM words WHERE words MATCH 'zzz'"), 1);
  EXPECT_EQ(*(*r)->database().number("SELECT count(*) FROM words WHERE words MATCH 'baghdad'"), 1);
}

TEST_F(Store, TwoWriters) {
  auto first = writer(at("s.db"));
  const std::string second = trouble_of_writer(at("s.db"));
  EXPECT_TRUE(has(second, "s.db: is being written by another isnad (process " + std::to_string(::getpid()) + ")")) << second;
  EXPECT_TRUE(has(second, "wait until it is done")) << second;
  ASSERT_TRUE(first->begin());
  EXPECT_TRUE(put(*first, document(1, "abc")));
  EXPECT_EQ(*Reader::open(at("s.db")).operator*()->count_documents(), 0) << "readers see what was committed";
  ASSERT_TRUE(first->commit());
  EXPECT_EQ(*Reader::open(at("s.db")).operator*()->count_documents(), 1);
  first.reset();
  EXPECT_EQ(trouble_of_writer(at("s.db")), "fine");
}

TEST_F(Store, AnotherProgramsTransaction) {
  { auto w = writer(at("s.db")); }
  auto other = Database::open(at("s.db"), Access::write);
  ASSERT_TRUE((*other)->run("BEGIN IMMEDIATE"));
  auto mine = Database::open(at("s.db"), Access::write);
  ASSERT_TRUE((*mine)->run("PRAGMA busy_timeout = 0"));
  const Status s = (*mine)->run("BEGIN IMMEDIATE");
  ASSERT_FALSE(s);
  EXPECT_TRUE(has(s.error().message(), "s.db: is in use by another program (wait")) << s.error().message();
}

TEST_F(Store, WhatIsNoDatabaseOfOurs) {
  EXPECT_TRUE(has(trouble_of_reader(at("no.db")), "can't be opened: No such file"));
  EXPECT_TRUE(has(trouble_of_reader(at("no.db")), "isnad ingest makes a database"));
  EXPECT_TRUE(has(trouble_of_writer(at("no/such/s.db")), "can't be written: No such file"));
  EXPECT_TRUE(has(trouble_of_writer(at("")), "is a directory"));
  const std::string text(5000, 'x');
  std::ofstream(at("text.db")) << text;
  EXPECT_TRUE(has(trouble_of_reader(at("text.db")), "text.db: is no database of Isnad"));
  EXPECT_TRUE(has(trouble_of_writer(at("text.db")), "text.db: is no database of Isnad"));
  EXPECT_EQ(*read_file(at("text.db")), text) << "and it is left alone";
  std::ofstream(at("empty.db")) << "";
  EXPECT_TRUE(has(trouble_of_reader(at("empty.db")), "is an empty database"));
  {
    auto other = Database::open(at("other.db"), Access::write);
    ASSERT_TRUE((*other)->run("CREATE TABLE t (x)"));
  }
  EXPECT_TRUE(has(trouble_of_writer(at("other.db")), "is a database of another program"));
  EXPECT_TRUE(has(trouble_of_reader(at("other.db")), "is a database of another program"));
  EXPECT_EQ(trouble_of_writer(at("empty.db")), "fine");
}

TEST_F(Store, ANewerVersionIsLeftAlone) {
  { auto w = writer(at("s.db")); }
  { ASSERT_TRUE((*Database::open(at("s.db"), Access::write))->run("PRAGMA user_version = 99")); }
  for (const std::string& said : {trouble_of_writer(at("s.db")), trouble_of_reader(at("s.db"))}) {
    EXPECT_TRUE(has(said, "has tables of version 99; this program knows up to 2")) << said;
    EXPECT_TRUE(has(said, "use the newer isnad")) << said;
  }
}

TEST_F(Store, MigrationsRunOnceAndWholly) {
  std::vector<std::string_view> steps = migrations();
  steps.push_back("ALTER TABLE documents ADD COLUMN extra TEXT");
  {
    auto w = writer(at("s.db"));
    ASSERT_TRUE(w->begin());
    ASSERT_TRUE(put(*w, document(1, "abc")));
    ASSERT_TRUE(w->commit());
  }
  auto d = Database::open(at("s.db"), Access::write);
  ASSERT_TRUE(migrate(**d, steps));
  ASSERT_TRUE(migrate(**d, steps));
  EXPECT_EQ(*(*d)->number("PRAGMA user_version"), 3);
  EXPECT_EQ(*(*d)->number("SELECT count(*) FROM documents WHERE extra IS NULL"), 1);
  steps.push_back("CREATE TABLE half (x); CREATE TABLE documents (x)");
  EXPECT_FALSE(migrate(**d, steps));
  EXPECT_EQ(*(*d)->number("PRAGMA user_version"), 3);
  EXPECT_EQ(*(*d)->number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
}

TEST_F(Store, SqlInEveryFieldIsText) {
  const std::string evil = "'); DROP TABLE records; --\"\\ \x01 %s ? NULL";
  StoredDocument d;
  d.uri = d.id = d.source = d.title = d.url = d.day = d.language = d.text = evil;
  record::Record r;
  r.id = r.event = r.cameo = r.quad = r.status = r.salience = r.frame = evil;
  r.mode = r.aux = r.context = {evil, evil};
  record::Entity e;
  e.text = e.id = e.code = e.country = e.sector = e.name.en = evil;
  r.actor = r.recipient = {e};
  record::Place p;
  p.text = p.id = p.name.en = p.country = p.admin1 = p.kind = evil, p.lat = 1, p.lon = 1;
  r.location = r.origin = r.destination = p;
  r.date = record::Date{evil, evil, evil, evil, {}};
  r.attribution = {{e, evil, evil, evil, {}}};
  {
    auto w = writer(at("s.db"), {evil, evil, 1});
    ASSERT_TRUE(w->begin());
    ASSERT_TRUE(w->add(Packer().pack(d, content_hash(d), with_lines({r}), ascii_lower)));
    ASSERT_TRUE(w->commit());
  }
  auto reader = Reader::open(at("s.db"));
  ASSERT_TRUE(reader);
  DocumentRow row;
  ASSERT_TRUE(*(*reader)->next_document(0, row));
  EXPECT_EQ(content_hash(row.document), content_hash(d));
  EXPECT_EQ(row.lines, record::write(r) + "\n");
  auto s = (*reader)->database().prepare("SELECT actor, name FROM parties WHERE actor = ?");
  ASSERT_TRUE(*s->bind(evil).step());
  EXPECT_EQ(s->text(1), evil);
}

/// Twenty documents, four of them newer versions of others, in portions of three.
std::vector<StoredDocument> archive() {
  std::vector<StoredDocument> out;
  for (int i = 0; i < 20; ++i) {
    StoredDocument d = document(i % 16, "text " + std::string(static_cast<size_t>(i), 'o') + (i % 16 == i ? " old" : " new"));
    out.push_back(d);
  }
  return out;
}

/// The archive with texts that fill pages, however well they are packed.
std::vector<StoredDocument> large_archive() {
  auto out = archive();
  std::mt19937 random(5);
  for (auto& d : out)
    while (d.text.size() < 30'000) (d.text += ' ') += std::to_string(random());
  return out;
}

bool add_all(const std::string& path, const std::vector<StoredDocument>& all, const StoreLimits& limits, std::string* trouble = nullptr) {
  const auto failed = [&](const Error& e) { return trouble ? (*trouble = e.message(), false) : false; };
  auto w = Writer::open(path, kEngine, ascii_lower, limits);
  if (!w) return failed(w.error());
  for (size_t i = 0; i < all.size(); i += 3) {
    if (const Status s = (*w)->begin(); !s) return failed(s.error());
    for (size_t j = i; j < std::min(i + 3, all.size()); ++j)
      if (const auto done = put(**w, all[j]); !done) return failed(done.error());
    if (const Status s = (*w)->commit(); !s) return failed(s.error());
  }
  return true;
}

bool add_archive(const std::string& path, const StoreLimits& limits, std::string* trouble = nullptr) {
  return add_all(path, archive(), limits, trouble);
}

/// Runs `work` in a process of its own; true: it was killed.
template <class Work>
bool dies(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST_F(Store, KilledBetweenAnyTwoStatementsAndResumed) {
  ASSERT_TRUE(add_archive(at("whole.db"), {}));
  const std::string whole = dump(at("whole.db"));
  ASSERT_TRUE(has(whole, "\nok|")) << whole;
  int statements = 0;
  ASSERT_TRUE(add_archive(at("count.db"), {0, [&] { ++statements; }}));
  ASSERT_GT(statements, 200);
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    const std::string path = at("k" + std::to_string(round) + ".db");
    int kills = 0;
    for (int attempt = 0; attempt < 1 + round % 3; ++attempt) {
      int left = static_cast<int>(random() % static_cast<unsigned>(statements));
      const auto stop = [&] {
        if (left-- == 0) ::raise(SIGKILL);
      };
      kills += dies([&] { add_archive(path, {0, stop}); });
    }
    EXPECT_GT(kills, 0);
    ASSERT_TRUE(add_archive(path, {}));
    ASSERT_EQ(dump(path), whole) << "round " << round;
  }
}

TEST_F(Store, AFileOfTheFirstVersionIsBroughtUpToDate) {
  {
    auto d = Database::open(at("s.db"), Access::write);
    ASSERT_TRUE(migrate(**d, {migrations().front()}));
    ASSERT_TRUE((*d)->run("INSERT INTO words (rowid, title, body) VALUES (1, 'of', 'old')"));
    ASSERT_TRUE((*d)->run("INSERT INTO facts VALUES ('folding', 'as it was')"));
  }
  EXPECT_TRUE(has(trouble_of_reader(at("s.db")), "has tables of version 1, older than 2 (bring it up to date: isnad ingest"));
  ASSERT_TRUE(add_archive(at("s.db"), {}));
  ASSERT_TRUE(add_archive(at("whole.db"), {}));
  EXPECT_EQ(dump(at("s.db")), dump(at("whole.db")));
}

TEST_F(Store, AnUnwritableFolder) {
  { auto w = writer(at("s.db")); }
  ::chmod(at("").c_str(), 0777);
  const std::string note = at("note");
  EXPECT_FALSE(dies([&] {
    std::ofstream out(note);
    ::chmod(at("").c_str(), 0555);
    if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(1);  // root may write anywhere
    out << trouble_of_reader(at("s.db")) << "\n" << trouble_of_writer(at("s.db"));
  }));
  ::chmod(at("").c_str(), 0755);
  EXPECT_TRUE(has(*read_file(note), "fine\n")) << *read_file(note);
  EXPECT_TRUE(has(*read_file(note), "s.db-writer: can't be written: Permission denied (the folder")) << *read_file(note);
}

TEST_F(Store, AFullDiskLosesNothing) {
  ASSERT_TRUE(add_all(at("whole.db"), large_archive(), {}));
  const int64_t pages = *(*Database::open(at("whole.db"), Access::read))->number("PRAGMA page_count");
  std::string said;
  ASSERT_FALSE(add_all(at("s.db"), large_archive(), {pages - 3, {}}, &said));
  EXPECT_TRUE(has(said, "s.db: the disk or the quota is full (free some space and run the command again")) << said;
  EXPECT_GT(*Reader::open(at("s.db")).operator*()->count_documents(), 0) << "portions before are kept";
  ASSERT_TRUE(add_all(at("s.db"), large_archive(), {}));
  EXPECT_EQ(dump(at("s.db")), dump(at("whole.db")));
}

TEST_F(Store, AFileThatMayNotGrow) {
  ASSERT_TRUE(add_archive(at("whole.db"), {}));
  for (const rlim_t most : {rlim_t{10'000}, rlim_t{200'000}, rlim_t{400'000}}) {
    const std::string path = at("s" + std::to_string(most) + ".db"), note = at("note");
    EXPECT_FALSE(dies([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      std::string said;
      const rlimit limit{most, most};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      add_archive(path, {}, &said);
      std::ofstream(note) << said;
    }));
    EXPECT_TRUE(has(*read_file(note), "run the command again; all that was committed is kept")) << *read_file(note);
    ASSERT_TRUE(add_archive(path, {}));
    EXPECT_EQ(dump(path), dump(at("whole.db")));
  }
}

TEST_F(Store, ADamagedFile) {
  ASSERT_TRUE(add_archive(at("s.db"), {}));
  std::string bytes = *read_file(at("s.db"));
  for (size_t i = 4096 * 3; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31);
  std::ofstream(at("s.db"), std::ios::binary) << bytes;
  std::string said;
  EXPECT_FALSE(add_archive(at("s.db"), {}, &said));
  EXPECT_TRUE(has(said, "s.db: is damaged")) << said;
}

}  // namespace
}  // namespace isnad::store
