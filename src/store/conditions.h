// A filter as SQL with places for values, and the values in their order.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "store/database.h"
#include "store/query.h"

namespace isnad::store {

struct Conditions {
  std::string sql;  ///< " WHERE ..." over the records r and the documents d; made of literals only
  std::vector<std::variant<int64_t, double, std::string>> values;

  /// Binds the values to the first parameters of a statement; they live here until it is reset.
  void bind(Statement& statement) const;
};

/// Errors: a text without a word.
Result<Conditions> conditions_of(const Filter& filter, const Fold& fold);

}  // namespace isnad::store
