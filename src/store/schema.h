// Which tables does a database of Isnad have, and how does an older one become a newer one? docs/store.md tells what the columns hold.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace isnad::store {

/// Marks a file as ours (PRAGMA application_id): "isnd".
inline constexpr int64_t kApplication = 0x69736E64;

/// records.id is documents.id * kRecordsOfADocument + its position in the document.
inline constexpr int64_t kRecordsOfADocument = int64_t{1} << 24;

/// parties.role and places.role.
enum class Role : uint8_t { actor, recipient, speaker, location, origin, destination, count_ };
inline constexpr std::array<std::string_view, size_t(Role::count_)> kRoleNames{"actor",    "recipient", "speaker",
                                                                               "location", "origin",    "destination"};

/// `migrations()[n]` makes version n + 1 of version n; the first makes the tables of an empty file. Never change one that was released.
const std::vector<std::string_view>& migrations();

/// Brings the database to the newest version, each step in a transaction of its own; sets WAL and foreign keys. Errors: another program's
/// database, one of a newer Isnad, what can't be written.
Status migrate(const Database& database, const std::vector<std::string_view>& steps = migrations());

/// For reading: that it is ours, and of the newest version. Errors: as above, and an older one, which only writing brings up to date.
Status check_version(const Database& database);

}  // namespace isnad::store
