// What the engine writes and what works on records alone agree: a record read back and written again is the same line. Read are the reports
// of samples/ and all sentences of the codebook.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "record/record.h"
#include "report/record.h"
#include "support/engine.h"

namespace isnad {
namespace {

using engine::lexicon;

std::vector<std::string> samples() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ISNAD_SOURCE) + "/samples")) {
    if (entry.path().extension() != ".txt") continue;
    if (const auto bytes = read_file(entry.path().string())) out.push_back(*bytes);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> sentences() {
  std::vector<std::string> out;
  for (const Example& e : lexicon().examples) out.emplace_back(lexicon().text(e.text));
  return out;
}

/// Calls `check` with the line and the record of each event of each text.
template <class Check>
size_t for_each_record(const std::vector<std::string>& texts, const Check& check) {
  Reading reading;
  CodePoints points;
  size_t seen = 0;
  for (const std::string& text : texts) {
    Document d(text);
    d.id = "test", d.date = engine::kDate, d.source = "Wire", d.title = "a \"title\"\n";
    read(lexicon(), d, reading);
    points.reset(d.text());
    const View view{lexicon(), d, reading};
    for (const Event& e : reading.events.events) {
      std::string line;
      append_record(view, points, e, line);
      const auto record = record::parse(line);
      EXPECT_TRUE(record) << line;
      if (record) check(line, *record);
      ++seen;
    }
  }
  return seen;
}

void expect_same_lines(const std::vector<std::string>& texts, size_t least) {
  const size_t seen =
      for_each_record(texts, [](const std::string& line, const record::Record& record) { EXPECT_EQ(record::write(record), line); });
  EXPECT_GE(seen, least);
}

TEST(Records, LinesOfTheSamplesComeBackByteForByte) { expect_same_lines(samples(), 100); }

TEST(Records, LinesOfTheCodebooksSentencesComeBackByteForByte) { expect_same_lines(sentences(), 1000); }

}  // namespace
}  // namespace isnad
