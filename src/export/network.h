// Who is tied to whom: actors and pairs of many records, counted.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "export/export.h"
#include "record/codes.h"

namespace isnad::exports {

struct Node {
  std::string name, name_ar, country, sector, code;
  uint64_t records = 0;  ///< pairs that it takes part in
};

struct Edge {
  uint64_t records = 0;
  std::array<uint64_t, size_t(Quad::count_)> of_quad{};
  int64_t score = 0;  ///< sum, in hundredths, so that order doesn't matter

  [[nodiscard]] double mean_score() const { return static_cast<double>(score) / 100 / static_cast<double>(records); }
};

/// Ordered by key, so that the same records in any order give the same network.
struct Network {
  std::map<std::string, Node, std::less<>> nodes;             ///< by key_of
  std::map<std::pair<std::string, std::string>, Edge> edges;  ///< source, target

  /// Counts the record's pairs. Left::nobody where no two different known parties are in it.
  Left add(const record::Record& record);
};

/// Text that XML 1.0 allows: control characters and noncharacters become U+FFFD.
std::string xml_text(std::string_view text);

/// An exporter that counts and, at the end, writes what `text_of` makes of the network.
Exporter network_exporter(std::string (*text_of)(const Network&));

}  // namespace isnad::exports
