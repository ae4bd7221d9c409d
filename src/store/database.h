// SQLite behind two small classes: a connection and a prepared statement that finalise themselves, with errors as `Result`.
//
// Values reach SQL by binding only. The only SQL texts are literals of this room.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad::store {

class Database;

/// A BLOB to bind.
struct Bytes {
  std::string_view bytes;
};

/// One prepared statement of a living Database. Reusable; one thread at a time. Views of columns hold until the next `step`, `run` or
/// `reset`. A failed bind is reported by the next step.
class Statement {
 public:
  /// Takes all of the statement's parameters in order: integers, doubles, text, or an empty optional for NULL. Text is not copied: it must
  /// live until `run` or `reset`. The statement must be at its start: new, run to its end, or reset.
  template <class... Values>
  Statement& bind(const Values&... values) {
    int at = 0;
    (bind_at(++at, values), ...);
    return *this;
  }
  void bind_null(int at);
  void bind_at(int at, int64_t value);
  void bind_at(int at, int value) { bind_at(at, int64_t{value}); }
  void bind_at(int at, double value);
  void bind_at(int at, std::string_view text);
  void bind_at(int at, Bytes bytes);
  void bind_at(int at, const std::string& text) { bind_at(at, std::string_view(text)); }
  void bind_at(int at, const char* text) { bind_at(at, std::string_view(text)); }
  template <class T>
  void bind_at(int at, const std::optional<T>& value) {
    if (value)
      bind_at(at, *value);
    else
      bind_null(at);
  }

  /// Goes to the next row; false: there is none, and the statement is reset.
  Result<bool> step();
  /// Runs to the end and resets; rows are passed over.
  Status run();
  /// Back to the start.
  void reset();

  [[nodiscard]] int64_t integer(int column) const { return sqlite3_column_int64(get(), column); }
  [[nodiscard]] double number(int column) const { return sqlite3_column_double(get(), column); }
  [[nodiscard]] bool absent(int column) const { return sqlite3_column_type(get(), column) == SQLITE_NULL; }
  [[nodiscard]] std::string_view text(int column) const;  ///< empty where absent
  [[nodiscard]] std::string_view bytes(int column) const;

 private:
  friend class Database;
  struct Finalise {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  Statement(const Database* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  [[nodiscard]] sqlite3_stmt* get() const { return statement_.get(); }
  void keep(int code);

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
  int failed_ = SQLITE_OK;
};

/// How a database is opened. `read` needs an existing file and never writes; it works on a medium that can't be written, too.
enum class Access : uint8_t { read, write };

/// One connection; one thread at a time. Doesn't move, as its statements point to it.
class Database {
 public:
  /// Errors: missing, unreadable, a folder, no database, in use.
  static Result<std::unique_ptr<Database>> open(const std::string& path, Access access);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() = default;

  /// `sql` is one statement that will be used many times.
  Result<Statement> prepare(std::string_view sql) const;
  /// Runs a script, or one statement without parameters.
  Status run(std::string_view sql) const;
  /// First column of the first row; 0 where there is no row.
  Result<int64_t> number(std::string_view sql) const;

  /// Makes `name(TITLE, BLOB, TEXT)` a function of this connection's SQL. `answer` must live as long as the connection, and must not throw.
  using Judge = std::function<bool(std::string_view title, std::string_view blob, std::string_view text)>;
  Status add_function(const char* name, const Judge& answer) const;
  /// Makes a virtual table of this connection's SQL; module and context must live as long as the connection.
  Status add_module(const char* name, const sqlite3_module& module, void* context) const;

  [[nodiscard]] int64_t last_id() const { return sqlite3_last_insert_rowid(get()); }
  /// True outside of a transaction; SQLite leaves one by itself after some errors.
  [[nodiscard]] bool idle() const { return sqlite3_get_autocommit(get()) != 0; }
  /// What SQLite last complained of, with the path and what helps.
  [[nodiscard]] Error trouble(int code) const;
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Called before each statement is run, for tests that stop a program between any two.
  std::function<void()> before_statement;

 private:
  struct Close {
    void operator()(sqlite3* d) const { sqlite3_close_v2(d); }
  };
  Database(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {}
  [[nodiscard]] sqlite3* get() const { return handle_.get(); }

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace isnad::store
