// Names that texts use and the lexicon doesn't know, counted: what to add next.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "report/view.h"

namespace isnad {

/// Appends a line for each name of the document that no actor, state or place has: type, name and the sentence, between tabs.
void append_unknown(const View& view, std::string& out);

/// Counts the lines of `append_unknown`.
class UnknownNames {
 public:
  void add(std::string_view lines);
  /// `type<TAB>count<TAB>name<TAB>example`, with a head; the most frequent first, then by type and name; at most `most` of them.
  [[nodiscard]] std::string text(size_t most) const;

 private:
  struct Seen {
    uint64_t count = 0;
    std::string example;
  };
  std::map<std::string, Seen, std::less<>> names_;  // by "type<TAB>name"
};

}  // namespace isnad
