// Tables of derived words: which adjective, noun or elative follows from a word, and from which nothing follows.
#include "compile/arabic_derive.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/golden.h"

namespace isnad::arabic {
namespace {

/// An input line "KIND WORD": nisba, nisba.f (of a feminine), nisba.name, abstract, elative, unit.
std::string derived(std::string_view line) {
  const size_t space = line.find(' ');
  const std::string_view kind = line.substr(0, space), word = line.substr(space + 1);
  if (kind == "nisba") return nisba(word, false);
  if (kind == "nisba.f") return nisba(word, true);
  if (kind == "nisba.name") return nisba_of_name(word);
  if (kind == "abstract") return abstract_noun(word);
  if (kind == "elative") return elative(word);
  return kind == "unit" ? unit_noun(word) : "unknown kind";
}

TEST(ArabicDerive, Tables) {
  check_golden("inflect/derived.txt", [](std::string_view input) {
    std::string out;
    for (size_t at = 0; at < input.size();) {
      const size_t end = std::min(input.find('\n', at), input.size());
      const std::string_view line = input.substr(at, end - at);
      const std::string word = line.empty() ? "" : derived(line);
      if (!line.empty()) out += std::string(line) + ": " + (word.empty() ? "-" : word) + "\n";
      at = end + 1;
    }
    return out;
  });
}

}  // namespace
}  // namespace isnad::arabic
