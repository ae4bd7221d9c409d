// SQLite calls.
#include "store/database.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace isnad::store {
namespace {

constexpr int kPatience = 10'000;  // ms that a connection waits for another one's transaction or checkpoint

/// What helps against an error of SQLite; `what` is completed where SQLite's own words don't tell.
struct Advice {
  std::string what, remedy;
};

Advice advice(int code, sqlite3* handle) {
  const int system = handle ? sqlite3_system_errno(handle) : 0;
  const std::string reason = system != 0 ? ": " + std::generic_category().message(system) : std::string();
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return {"the disk or the quota is full", "free some space and run the command again; all that was committed is kept"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"is in use by another program", "wait until it is done, then run the command again"};
    case SQLITE_NOTADB:
      return {"is no database of Isnad", "name another file with --db; isnad ingest makes it"};
    case SQLITE_CORRUPT:
      return {"is damaged", "take a copy from before, or ingest the same files into a new database"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"can't be written" + reason, "check the rights of the file and of its folder, which has to be writable too"};
    case SQLITE_CANTOPEN:
      return {"can't be opened" + reason, "check the path, and the rights of the file and of its folder"};
    case SQLITE_IOERR:
      return {"can't be read or written" + reason,
              "check the disk and its free space, then run the command again; all that was committed is kept"};
    case SQLITE_NOMEM:
      return {"not enough memory", "close other programs"};
    case SQLITE_TOOBIG:
      return {"holds or was given a value that is too large for SQLite", "split the document"};
    default:
      return {handle ? std::string("SQLite says: ") + sqlite3_errmsg(handle) : std::string("SQLite says: ") + sqlite3_errstr(code), ""};
  }
}

/// What the path itself tells, in words better than SQLite's.
Status check_path(const std::string& path, Access access) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    const int code = errno;
    if (code == ENOENT && access == Access::write) return Done{};
    return Error{path, 0, "can't be opened: " + std::generic_category().message(code),
                 code == ENOENT ? "check the path; isnad ingest makes a database" : ""};
  }
  if (S_ISDIR(info.st_mode)) return Error{path, 0, "is a directory, not a database", "name a file inside it"};
  if (!S_ISREG(info.st_mode)) return Error{path, 0, "is no regular file", "name a file on a disk"};
  return Done{};
}

/// A database in WAL mode needs files beside it, even to read. Where they can't be made and none is there nobody writes either.
bool is_immutable(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  return ::access(folder.c_str(), W_OK) != 0 && ::access((path + "-wal").c_str(), F_OK) != 0;
}

/// The path as a URI, since `immutable` can be told only there.
std::string uri_of(const std::string& path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = "file:";
  if (path.starts_with("//")) out += "//";
  for (const char c : path) {
    const auto b = static_cast<unsigned char>(c);
    const bool plain =
        (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '/' || b == '.' || b == '-' || b == '_';
    if (plain)
      out += c;
    else
      out += '%', out += kHex[b >> 4], out += kHex[b & 15];
  }
  return out;
}

/// Unless told not to before it is first used, SQLite counts what it allocates, behind a lock; nobody asks for these numbers.
void stop_counting() {
  static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(done);
}

}  // namespace

void Statement::keep(int code) {
  if (failed_ == SQLITE_OK) failed_ = code;
}

void Statement::bind_null(int at) { keep(sqlite3_bind_null(get(), at)); }
void Statement::bind_at(int at, int64_t value) { keep(sqlite3_bind_int64(get(), at, value)); }
void Statement::bind_at(int at, double value) { keep(sqlite3_bind_double(get(), at, value)); }
void Statement::bind_at(int at, std::string_view text) {
  keep(sqlite3_bind_text64(get(), at, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_at(int at, Bytes b) {
  keep(sqlite3_bind_blob64(get(), at, b.bytes.data() ? b.bytes.data() : "", b.bytes.size(), SQLITE_STATIC));
}

Result<bool> Statement::step() {
  if (failed_ != SQLITE_OK) return database_->trouble(std::exchange(failed_, SQLITE_OK));
  if (database_->before_statement) database_->before_statement();
  const int code = sqlite3_step(get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(get());
    return false;
  }
  const Error e = database_->trouble(code);
  sqlite3_reset(get());
  return e;
}

Status Statement::run() {
  for (;;) {
    const auto row = step();
    if (!row) return row.error();
    if (!*row) return Done{};
  }
}

void Statement::reset() {
  sqlite3_reset(get());
  failed_ = SQLITE_OK;
}

std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(get(), column));
  return text ? std::string_view(text, static_cast<size_t>(sqlite3_column_bytes(get(), column))) : std::string_view();
}

std::string_view Statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(get(), column));
  return data ? std::string_view(data, static_cast<size_t>(sqlite3_column_bytes(get(), column))) : std::string_view();
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
  if (const Status s = check_path(path, access); !s) return s.error();
  stop_counting();
  int flags =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | (access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  std::string uri = uri_of(path);
  if (access == Access::read && is_immutable(path)) uri += "?immutable=1";
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Database> database(new Database(path, handle));
  if (code != SQLITE_OK) return database->trouble(code);
  sqlite3_busy_timeout(handle, kPatience);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return trouble(code);
  return Statement(this, statement);
}

Status Database::run(std::string_view sql) const {
  if (before_statement) before_statement();
  const int code = sqlite3_exec(get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return trouble(code);
  return Done{};
}

Result<int64_t> Database::number(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  const auto row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : 0;
}

Status Database::add_function(const char* name, const Judge& answer) const {
  const auto call = [](sqlite3_context* context, int, sqlite3_value** values) {
    const auto view = [&](int i) {
      const auto* data = static_cast<const char*>(sqlite3_value_blob(values[i]));
      return data ? std::string_view(data, static_cast<size_t>(sqlite3_value_bytes(values[i]))) : std::string_view();
    };
    sqlite3_result_int(context, (*static_cast<const Judge*>(sqlite3_user_data(context)))(view(0), view(1), view(2)));
  };
  const int code = sqlite3_create_function_v2(get(), name, 3, SQLITE_UTF8 | SQLITE_DIRECTONLY, const_cast<Judge*>(&answer), call, nullptr,
                                              nullptr, nullptr);
  if (code != SQLITE_OK) return trouble(code);
  return Done{};
}

Status Database::add_module(const char* name, const sqlite3_module& module, void* context) const {
  const int code = sqlite3_create_module_v2(get(), name, &module, context, nullptr);
  if (code != SQLITE_OK) return trouble(code);
  return Done{};
}

Error Database::trouble(int code) const {
  const Advice a = advice(code, get());
  return {path_, 0, a.what, a.remedy};
}

}  // namespace isnad::store
