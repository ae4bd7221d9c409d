// What differs between two readings of one event?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::record {

/// One member that differs, as JSON without white space; empty: absent. The rules are those that `why` gives for it, parted by blanks.
struct Change {
  std::string field, before, after, rules_before, rules_after;
};

/// Members of two record lines that differ, in the order of the later line, then what it lacks. `why` counts where nothing else differs.
/// Lines that hold no object have no members.
std::vector<Change> changes(std::string_view before, std::string_view after);

}  // namespace isnad::record
