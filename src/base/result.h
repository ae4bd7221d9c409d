// Result<T>: a value or an error with its place and remedy. For files, knowledge and databases; never for odd text.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace isnad {

/// What went wrong, where, and what to do. `line` is 1-based; 0 where the trouble is not in a line.
struct Error {
  std::string file;
  int line = 0;
  std::string what;
  std::string remedy;

  /// "file:line: what (remedy)", leaving out what is unknown.
  [[nodiscard]] std::string message() const;
};

/// Either a T or an Error. Test before use: `if (!r) return r.error();`
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// For actions that give nothing back but may fail.
struct Done {};
using Status = Result<Done>;

}  // namespace isnad
