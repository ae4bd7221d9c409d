// Paradigms: which written forms does each entry of a knowledge folder have? What `isnad inflect` prints.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace isnad {

/// The forms of the entries of ar/verbs.tsv, ar/nouns.tsv and ar/adjectives.tsv, a line a form, cells separated by tabs, after a header:
///   lemma     vocalised, as knowledge/README.md says
///   entry     where it stands: verbs.tsv:LINE
///   features  by name, separated by spaces ("perfect active 3 m singular"); also "masdar", "active participle", "passive participle",
///             whose form is the lemma of another paradigm
///   form      vocalised, without clitics and article; nominals without the vowel of their case
///   attaches  what may be joined to it, by `|`: `article`, `pronoun`, or `pronoun!` where it occurs only with one; `variant` for a second
///             spelling; `-` for none of these
struct Paradigms {
  std::string table;
  size_t forms = 0;           // lines after the header
  std::vector<Error> errors;  // entries that contradict themselves, tables that can't be read, wanted lemmas that no entry has
};

/// Those whose lemma is among `wanted`, with or without diacritics; all if it is empty.
Paradigms paradigms_of(const std::string& folder, const std::vector<std::string>& wanted);

}  // namespace isnad
