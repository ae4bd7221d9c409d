// Documents out of the tables.
#include "store/database.h"
#include "store/schema.h"
#include "store/store.h"

namespace isnad::store {

struct Reader::State {
  std::unique_ptr<Database> database;
  Statement find, next;
  Packer packer;
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(const std::string& path) {
  auto database = Database::open(path, Access::read);
  if (!database) return database.error();
  if (const Status s = check_version(**database); !s) return s.error();
  auto find = (*database)->prepare("SELECT 1 FROM documents WHERE hash = ?");
  if (!find) return find.error();
  auto next = (*database)->prepare(
      "SELECT d.id, d.uri, d.name, d.source, d.title, d.url, d.day, d.language, d.arabic, e.program, e.knowledge, e.image,"
      " d.text, d.records"
      " FROM documents d JOIN engines e ON e.id = d.engine WHERE d.id > ? ORDER BY d.id LIMIT 1");
  if (!next) return next.error();
  std::unique_ptr<State> state(new State{std::move(*database), std::move(*find), std::move(*next), {}});
  return std::unique_ptr<Reader>(new Reader(std::move(state)));
}

Result<std::vector<bool>> Reader::has(const std::vector<std::string>& hashes) {
  std::vector<bool> out;
  if (const Status s = state_->database->run("BEGIN"); !s) return s.error();  // one transaction costs less than one for each
  for (const auto& hash : hashes) {
    const auto row = state_->find.bind(hash).step();
    state_->find.reset();
    if (!row) return (void)state_->database->run("ROLLBACK"), row.error();
    out.push_back(*row);
  }
  if (const Status s = state_->database->run("COMMIT"); !s) return s.error();
  return out;
}

Result<bool> Reader::next_document(int64_t after, DocumentRow& out) {
  Statement& s = state_->next;
  const auto row = s.bind(after).step();
  if (!row || !*row) return row;
  out.id = s.integer(0);
  StoredDocument& d = out.document;
  int column = 0;
  for (std::string* field : {&d.uri, &d.id, &d.source, &d.title, &d.url, &d.day, &d.language}) *field = s.text(++column);
  d.arabic = s.integer(8) != 0;
  out.engine = {std::string(s.text(9)), std::string(s.text(10)), s.integer(11)};
  auto text = state_->packer.expand(s.bytes(12)), lines = state_->packer.expand(s.bytes(13));
  s.reset();
  for (auto* part : {&text, &lines}) {
    if (*part) continue;
    Error e = part->error();
    e.file = state_->database->path();
    return e;
  }
  d.text = std::move(*text), out.lines = std::move(*lines);
  return true;
}

Result<int64_t> Reader::count_documents() { return state_->database->number("SELECT count(*) FROM documents"); }

const Database& Reader::database() const { return *state_->database; }

}  // namespace isnad::store
