// For tests of this room: the lexicon, and one line of text read up to its mentions.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "mention/mentions.h"
#include "morph/workspace.h"

namespace isnad {

/// The compiled lexicon of the build; opened once.
inline const Lexicon& test_lexicon() {
  static const Result<Lexicon> lexicon = Lexicon::open(ISNAD_IMAGE);
  if (!lexicon) ADD_FAILURE() << lexicon.error().message();
  return *lexicon;
}

/// A document of one line, read up to its mentions.
struct MentionReading {
  MentionReading(std::string_view line, std::string_view date) : document(line) {
    document.date = date;
    read_text(document, text);
    MorphWorkspace workspace;
    analyse(test_lexicon(), text, workspace, words);
    find_mentions(test_lexicon(), document, text, words, mentions);
  }
  Document document;
  Text text;
  Words words;
  Mentions mentions;
};

/// Runs `dump` over each line of a golden case; a line "@2020-04-05" dates those that follow, "@" leaves them undated.
template <class Dump>
std::string dump_lines(std::string_view input, Dump dump) {
  std::string out, date;
  while (!input.empty()) {
    const size_t end = std::min(input.find('\n'), input.size());
    const std::string_view line = input.substr(0, end);
    input.remove_prefix(std::min(end + 1, input.size()));
    if (line.starts_with('@')) {
      date = line.substr(1);
      continue;
    }
    const std::string found = dump(MentionReading(line, date));
    out += found.empty() ? "-\n" : found;
  }
  return out;
}

}  // namespace isnad
