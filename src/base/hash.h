// One hash for everything: XXH3, 64 bits, stable across machines.
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad {

/// XXH3-64 of the bytes. Stable: it may be stored.
uint64_t hash64(std::string_view bytes, uint64_t seed = 0);

}  // namespace isnad
