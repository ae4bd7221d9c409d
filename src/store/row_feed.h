// Many rows into a table by one statement: INSERT ... SELECT from a table that isn't there, whose rows the program tells one by one. Some
// times as fast as a statement for each row, since that is neither started nor ended, and the table stays open at its end.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "store/database.h"

namespace isnad::store {

/// The values of one row. Text isn't copied: it must live until the next row is asked for.
class FedRow {
 public:
  static constexpr size_t kMost = 26;  ///< as many as the widest table has columns

  /// Takes all values of the row in order: int64_t, double, std::string_view, or optionals of these.
  template <class... Values>
  void set(const Values&... values) {
    static_assert(sizeof...(Values) <= kMost);
    size_t at = 0;
    (put(at++, values), ...);
  }
  /// Gives a value to SQLite.
  void tell(sqlite3_context* context, int column) const;

 private:
  using Value = std::variant<std::monostate, int64_t, double, std::string_view>;

  void put(size_t at, int64_t value) { values_[at] = value; }
  void put(size_t at, double value) { values_[at] = value; }
  void put(size_t at, std::string_view text) { values_[at] = text; }
  template <class T>
  void put(size_t at, const std::optional<T>& value) {
    if (value)
      put(at, *value);
    else
      values_[at] = std::monostate();
  }

  std::array<Value, kMost> values_;
};

/// The table `feed` of a connection, with columns c0, c1, ...: an INSERT reads it from its first row to its last. One thread.
class RowFeed {
 public:
  /// Sets the next row; false: there is none.
  using Next = std::function<bool(FedRow& row)>;

  RowFeed() = default;
  RowFeed(const RowFeed&) = delete;
  RowFeed& operator=(const RowFeed&) = delete;

  /// Makes the table known; it must live as long as the connection.
  Status attach(const Database& database);
  /// Runs `insert`, which selects from `feed`, over all rows.
  Status run(Statement& insert, const Next& next);

  /// For SQLite's sake.
  bool advance() { return next_ && (*next_)(row_); }
  [[nodiscard]] const FedRow& row() const { return row_; }

 private:
  const Next* next_ = nullptr;
  FedRow row_;
};

/// "c0, c1, c2" for three columns.
std::string fed_columns(size_t n);

}  // namespace isnad::store
