// An eponymous virtual table: https://sqlite.org/vtab.html#epovtab
#include "store/row_feed.h"

#include <new>

namespace isnad::store {
namespace {

struct Table : sqlite3_vtab {
  RowFeed* feed = nullptr;
};

struct Cursor : sqlite3_vtab_cursor {
  int64_t number = 0;
  bool more = false;
};

int connect(sqlite3* database, void* feed, int, const char* const*, sqlite3_vtab** out, char**) {
  const std::string sql = "CREATE TABLE feed (" + fed_columns(FedRow::kMost) + ")";
  if (const int code = sqlite3_declare_vtab(database, sql.c_str()); code != SQLITE_OK) return code;
  auto* table = new (std::nothrow) Table{};
  if (!table) return SQLITE_NOMEM;
  table->feed = static_cast<RowFeed*>(feed);
  *out = table;
  return sqlite3_vtab_config(database, SQLITE_VTAB_DIRECTONLY);
}

int disconnect(sqlite3_vtab* table) {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

int best_index(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }

int open(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
  *out = new (std::nothrow) Cursor{};
  return *out ? SQLITE_OK : SQLITE_NOMEM;
}

int close(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* at) {
  auto& cursor = *static_cast<Cursor*>(at);
  try {
    cursor.more = static_cast<Table*>(at->pVtab)->feed->advance();
  } catch (const std::bad_alloc&) {  // nothing may be thrown through SQLite
    return SQLITE_NOMEM;
  }
  ++cursor.number;
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) { return next(cursor); }

int at_end(sqlite3_vtab_cursor* cursor) { return static_cast<Cursor*>(cursor)->more ? 0 : 1; }

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int n) {
  static_cast<Table*>(cursor->pVtab)->feed->row().tell(context, n);
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* out) {
  *out = static_cast<Cursor*>(cursor)->number;
  return SQLITE_OK;
}

constexpr sqlite3_module kModule = [] {
  sqlite3_module m{};  // without xCreate it is there by its name alone
  m.xConnect = connect, m.xDisconnect = disconnect, m.xBestIndex = best_index;
  m.xOpen = open, m.xClose = close, m.xFilter = filter, m.xNext = next, m.xEof = at_end, m.xColumn = column, m.xRowid = row_id;
  return m;
}();

}  // namespace

void FedRow::tell(sqlite3_context* context, int column) const {
  const Value& value = values_[static_cast<size_t>(column)];
  if (const auto* text = std::get_if<std::string_view>(&value))
    sqlite3_result_text64(context, text->data() ? text->data() : "", text->size(), SQLITE_STATIC, SQLITE_UTF8);
  else if (const auto* number = std::get_if<int64_t>(&value))
    sqlite3_result_int64(context, *number);
  else if (const auto* real = std::get_if<double>(&value))
    sqlite3_result_double(context, *real);
}

Status RowFeed::attach(const Database& database) { return database.add_module("feed", kModule, this); }

Status RowFeed::run(Statement& insert, const Next& next) {
  next_ = &next;
  Status s = insert.run();
  next_ = nullptr;
  return s;
}

std::string fed_columns(size_t n) {
  std::string out;
  for (size_t i = 0; i < n; ++i) (out += i > 0 ? ", c" : "c") += std::to_string(i);
  return out;
}

}  // namespace isnad::store
