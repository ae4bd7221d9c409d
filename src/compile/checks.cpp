// Consistency of the rows of words.
#include "compile/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "compile/arabic_check.h"
#include "compile/arabic_letters.h"

namespace isnad {
namespace {

constexpr std::string_view kUn = "\u0648\u0646", kAt = "\u0627\u062A";

/// Plurals that the tables give by their ending alone.
bool is_ending(std::string_view cell) { return cell == kUn || cell == kAt || cell == "-"; }

bool in_ta_marbuta(const std::string& lemma) {
  const std::u32string text = arabic::bare(to_utf32(lemma));
  return !text.empty() && text.back() == arabic::letter::kTaMarbuta;
}

bool has_any(const std::vector<std::string>& all, std::initializer_list<std::string_view> wanted) {
  const auto is_wanted = [&](const std::string& a) { return std::find(wanted.begin(), wanted.end(), a) != wanted.end(); };
  return std::any_of(all.begin(), all.end(), is_wanted);
}

}  // namespace

bool RowChecks::is_spelled(const Row& row, const std::string& word, bool has_root) {
  const std::string fault = arabic::spelling_fault(word, has_root);
  if (!fault.empty()) c_.fail(table_.error(row, fmt::format("'{}' {}", word, fault), "spell it as knowledge/README.md says of lemmas"));
  return fault.empty();
}

void RowChecks::words(const Row& row, size_t cell, const std::string& root) {
  std::set<std::string> seen;
  for (const std::string& word : alternatives(row[cell])) {
    if (!seen.insert(arabic::canonical_lemma(word)).second) c_.fail(table_.error(row, fmt::format("'{}' stands twice in its cell", word)));
    if (is_ending(word)) continue;
    if (is_spelled(row, word, !root.empty()) && !arabic::holds_root(word, root))
      c_.fail(table_.error(row, fmt::format("'{}' doesn't hold the root '{}'", word, root),
                           "mend one of them; the root of a word that has several is -"));
  }
}

void RowChecks::once(const Row& row, std::string key) {
  const auto [it, fresh] = seen_.try_emplace(std::move(key), row.line);
  if (!fresh) c_.fail(table_.error(row, fmt::format("'{}' stands in line {} too", row[0], it->second), "make one line of them"));
}

void RowChecks::verb(const Row& row) {
  is_spelled(row, row[0], true);  // its root is compared when it is conjugated
  words(row, 4, row[1]);
  once(row, fmt::format("{} {} {}", arabic::canonical_lemma(row[0]), row[1], row[2]));
}

void RowChecks::noun(const Row& row) {
  words(row, 0, row[4]);
  words(row, 2, row[4]);
  const auto classes = alternatives(row[3]), plurals = alternatives(row[2]);
  if (row[1] == "m" && in_ta_marbuta(row[0]) && !has_any(classes, {"person", "role", "family"}))
    c_.fail(table_.error(row, fmt::format("'{}' ends in ta marbuta and is masculine", row[0]), "f, or the class person, role or family"));
  if (row[1] == "f" && has_any(plurals, {kUn}))
    c_.fail(table_.error(row, fmt::format("'{}' is feminine and has the plural {}", row[0], kUn), "spell the plural out"));
  if (!plurals.empty() && has_any(classes, {"plural"}))
    c_.fail(table_.error(row, fmt::format("'{}' is of the class plural and has plurals", row[0]), "write - there"));
  once(row, fmt::format("{} {} {}", arabic::canonical_lemma(row[0]), row[1], row[3]));
}

void RowChecks::adjective(const Row& row) {
  for (const size_t cell : {0, 1, 2}) words(row, cell, row[4]);
  once(row, arabic::canonical_lemma(row[0]));
}

}  // namespace isnad
