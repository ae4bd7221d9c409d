// Which pairs of accounts are worth comparing? Those of one family of types, one country and neighbouring days: not all pairs.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "story/account.h"

namespace isnad::story {

/// Pairs (a < b), sorted, each once. `countries`: of each account's document, for accounts that name none.
std::vector<std::pair<uint32_t, uint32_t>> candidates(const std::vector<Account>& accounts,
                                                      const std::vector<std::vector<std::string_view>>& countries);

}  // namespace isnad::story
