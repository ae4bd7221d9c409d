// What the outlook is told: on which day who did what kind of thing to whom. Times and marks, no text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/day.h"
#include "base/id.h"

namespace isnad {

using PartyId = Id<struct PartyTag>;  // an actor, or a place: whatever acts and is acted upon
using DyadId = Id<struct DyadTag>;    // a directed pair of parties
using MarkId = Id<struct MarkTag>;    // a class of events

/// Names in the order in which they were first seen; the n-th has the id n.
class NameTable {
 public:
  /// The id of a name, new or known.
  uint32_t add(std::string_view name);
  /// The id of a known name; UINT32_MAX for others.
  [[nodiscard]] uint32_t find(std::string_view name) const;
  [[nodiscard]] const std::string& operator[](size_t id) const { return names_[id]; }
  [[nodiscard]] size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, uint32_t> ids_;
};

struct Happening {
  Day day = 0;
  PartyId source, target;
  MarkId mark;
  uint32_t origin = 0;  // which row or record of the input it came from; the outlook only hands it back
};

/// Happenings ordered by day, with the names of parties and marks.
struct Happenings {
  std::vector<Happening> list;
  NameTable parties, marks;

  /// Orders the list by day; what shares a day keeps its order.
  void order();
  /// First and last day; 0 where there are none.
  [[nodiscard]] Day first() const { return list.empty() ? 0 : list.front().day; }
  [[nodiscard]] Day last() const { return list.empty() ? 0 : list.back().day; }
};

/// One number for a directed pair, to look it up by.
constexpr uint64_t pair_key(PartyId source, PartyId target) { return uint64_t{source.value} << 32 | target.value; }

}  // namespace isnad
