// The pipeline as a whole: the same document gives the same records whatever was read before; odd input is read without harm, and what
// is found stays in proportion to the text.
#include "reader/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "base/file.h"
#include "support/engine.h"
#include "support/event_dump.h"
#include "support/reading_check.h"

namespace isnad {
namespace {

using engine::lexicon;

struct Sample {
  std::string name, text;
};

/// The reports of samples/, by name.
const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> out;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ISNAD_SOURCE) + "/samples")) {
      if (entry.path().extension() != ".txt") continue;
      const auto bytes = read_file(entry.path().string());
      if (bytes) out.push_back({entry.path().filename().string(), *bytes});
    }
    std::sort(out.begin(), out.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
    return out;
  }();
  return all;
}

Document document_of(std::string_view bytes) {
  Document out(bytes);
  out.id = "test";
  out.date = engine::kDate;
  return out;
}

/// Everything that a reading says of the document's events, as text.
std::string all_of(const Document& d, const Reading& r) {
  return EventDump(lexicon(), d, r.mentions, r.entities, r.events).all() + dump_evidence(d, r.events);
}

std::string read_all(std::string_view bytes, Reading& workspace) {
  const Document d = document_of(bytes);
  read(lexicon(), d, workspace);
  return all_of(d, workspace);
}

std::string times(std::string_view piece, size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (size_t i = 0; i < count; ++i) out += piece;
  return out;
}

// ---- The same bytes in, the same records out

TEST(Reader, SamplesAreSound) {
  ASSERT_GE(samples().size(), 5U);
  Reading reading;
  for (const Sample& s : samples()) {
    const Document d = document_of(s.text);
    read(lexicon(), d, reading);
    EXPECT_EQ(broken_property(lexicon(), d, reading), "") << s.name;
    EXPECT_FALSE(reading.events.events.empty()) << s.name;
  }
}

TEST(Reader, FreshAndUsedWorkspacesAgree) {
  Reading used;
  for (const Sample& s : samples()) {
    Reading fresh;
    const std::string expected = read_all(s.text, fresh);
    EXPECT_EQ(read_all(s.text, used), expected) << s.name;
    EXPECT_EQ(read_all(s.text, used), expected) << s.name << ", twice";
  }
}

TEST(Reader, WhatWasReadBeforeLeavesNoTrace) {
  Reading reading;
  std::vector<std::string> expected;
  for (const Sample& s : samples()) expected.push_back(read_all(s.text, reading));
  for (size_t i = samples().size(); i-- > 0;) {  // the other way round, with odd documents between
    (void)read_all("", reading);
    (void)read_all(times("\u0648\u0642\u0627\u0644 ", 300), reading);
    EXPECT_EQ(read_all(samples()[i].text, reading), expected[i]) << samples()[i].name;
  }
}

TEST(Reader, ThreadsShareTheLexicon) {
  std::vector<std::string> alone(samples().size()), together(samples().size());
  Reading reading;
  for (size_t i = 0; i < samples().size(); ++i) alone[i] = read_all(samples()[i].text, reading);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < samples().size(); ++i)
    threads.emplace_back([&, i] {
      Reading own;
      together[i] = read_all(samples()[i].text, own);
    });
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(alone, together);
}

TEST(Reader, ARepeatedParagraphIsReadEachTime) {
  const std::string sentence = samples()[0].text.substr(0, samples()[0].text.find('.') + 1) + "\n";
  Reading one, many;
  (void)read_all(sentence, one);
  (void)read_all(times(sentence, 40), many);
  EXPECT_EQ(many.text.sentences.size(), 40 * one.text.sentences.size());
}

TEST(Reader, IdsDependOnDocumentAndPlaceOnly) {
  Reading a, b;
  (void)read_all(samples()[0].text, a);
  (void)read_all(samples()[0].text, b);
  ASSERT_EQ(a.events.events.size(), b.events.events.size());
  std::vector<uint64_t> ids;
  for (size_t i = 0; i < a.events.events.size(); ++i) {
    EXPECT_EQ(a.events.events[i].id, b.events.events[i].id);
    ids.push_back(a.events.events[i].id);
  }
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end()) << "two records with one id";
}

// ---- Odd input

/// A kind of odd document of about `size` bytes.
struct Odd {
  const char* name;
  std::string (*make)(size_t size);
};

/// Bytes of all values, the same every time.
std::string garbage(size_t size) {
  std::string out;
  uint32_t x = 12345;
  while (out.size() < size) x = x * 1664525U + 1013904223U, out += char(x >> 24);
  return out;
}

/// Words of the samples without any stop.
std::string unstopped(size_t size) {
  std::string text = samples()[1].text.substr(0, 2000);
  text.resize(text.rfind(' '));
  std::erase_if(text, [](char c) { return c == '.' || c == '\n' || c == ':'; });
  return times(text + " ", size / text.size() + 1);
}

const Odd kOdd[] = {
    {"one letter", [](size_t n) { return times("\u0628", n / 2); }},
    {"waw", [](size_t n) { return times("\u0648", n / 2); }},
    {"waw apart", [](size_t n) { return times("\u0648 ", n / 3); }},
    {"alif lam", [](size_t n) { return times("\u0627\u0644", n / 4); }},
    {"brackets", [](size_t n) { return times("(", n); }},
    {"closing brackets", [](size_t n) { return times(")", n); }},
    {"nested brackets", [](size_t n) { return times("(", n / 2) + times(")", n / 2); }},
    {"quotes", [](size_t n) { return times("\"", n); }},
    {"guillemets", [](size_t n) { return times("\u00AB", n / 2); }},
    {"quotes apart", [](size_t n) { return times("\" ", n / 2); }},
    {"numbers", [](size_t n) { return times("1234 ", n / 5); }},
    {"one number", [](size_t n) { return times("7", n); }},
    {"thousands", [](size_t n) { return times("1,000", n / 5); }},
    {"hundred and", [](size_t n) { return times("\u0645\u0626\u0629 \u0648", n / 9); }},
    {"dates", [](size_t n) { return times("1/2/2020 ", n / 9); }},
    {"he said that", [](size_t n) { return times("\u0642\u0627\u0644 \u0625\u0646 ", n / 12); }},
    {"if", [](size_t n) { return times("\u0625\u0630\u0627 ", n / 7); }},
    {"who", [](size_t n) { return times("\u0627\u0644\u0630\u064A ", n / 9); }},
    {"chain of nouns", [](size_t n) { return times("\u0631\u0626\u064A\u0633 ", n / 9); }},
    {"he killed", [](size_t n) { return times("\u0642\u062A\u0644 ", n / 7); }},
    {"diacritics", [](size_t n) { return times("\u064E", n / 2); }},
    {"tatweel", [](size_t n) { return "\u0628" + times("\u0640", n / 2); }},
    {"right-to-left marks", [](size_t n) { return times("\u200F", n / 3); }},
    {"isolates", [](size_t n) { return times("\u2067\u0628\u2069", n / 8); }},
    {"line breaks", [](size_t n) { return times("\n", n); }},
    {"spaces", [](size_t n) { return times(" ", n); }},
    {"NULs", [](size_t n) { return std::string(n, '\0'); }},
    {"stops", [](size_t n) { return times(".", n); }},
    {"stops apart", [](size_t n) { return times(". ", n / 2); }},
    {"commas", [](size_t n) { return times("\u060C ", n / 3); }},
    {"emoji", [](size_t n) { return times("\U0001F600", n / 4); }},
    {"hashtag", [](size_t n) { return "#" + times("\u0628_", n / 3); }},
    {"broken UTF-8", [](size_t n) { return times("\xD8", n); }},
    {"garbage", garbage},
    {"a sentence without stops", unstopped},
};

void expect_sound(const Document& d, const Reading& r, const std::string& name) {
  EXPECT_EQ(broken_property(lexicon(), d, r), "") << name;
  EXPECT_FALSE(dump_evidence(d, r.events).empty() && !r.events.events.empty()) << name;
}

TEST(Odd, OneMegabyteOfEach) {
  Reading reading;
  for (const Odd& odd : kOdd) {
    const Document d = document_of(odd.make(1U << 20));
    read(lexicon(), d, reading);
    expect_sound(d, reading, odd.name);
  }
}

TEST(Odd, FewBytes) {
  Reading reading;
  for (const Odd& odd : kOdd)
    for (const size_t size : {0U, 1U, 2U, 9U, 17U, 100U}) {
      const Document d = document_of(odd.make(size));
      read(lexicon(), d, reading);
      expect_sound(d, reading, odd.name);
    }
}

TEST(Odd, NothingInNothingOut) {
  Reading reading;
  (void)read_all(samples()[0].text, reading);
  EXPECT_EQ(read_all("", reading), "");
  EXPECT_TRUE(reading.text.tokens.empty());
  EXPECT_TRUE(reading.words.words.empty());
  EXPECT_TRUE(reading.mentions.phrases.empty());
  EXPECT_TRUE(reading.clauses.clauses.empty());
  EXPECT_TRUE(reading.entities.entities.empty());
  EXPECT_TRUE(reading.events.events.empty());
}

/// Samples cut off anywhere, also inside a letter.
TEST(Odd, CutSamples) {
  Reading reading;
  const std::string& text = samples()[0].text;
  for (size_t size = 0; size < text.size(); size += 7) {
    const Document d = document_of(text.substr(0, size));
    read(lexicon(), d, reading);
    expect_sound(d, reading, "cut after " + std::to_string(size));
  }
}

/// Any few words of the samples that follow each other: clauses without what they hang on.
TEST(Odd, RunsOfWords) {
  Reading reading;
  for (const Sample& s : samples()) {
    std::vector<size_t> starts{0};
    for (size_t i = 0; i < s.text.size(); ++i)
      if (s.text[i] == ' ' || s.text[i] == '\n') starts.push_back(i + 1);
    for (size_t i = 0; i + 1 < starts.size(); ++i)
      for (size_t words = 1; words <= 4 && i + words < starts.size(); ++words) {
        const Document d = document_of(s.text.substr(starts[i], starts[i + words] - starts[i]));
        read(lexicon(), d, reading);
        expect_sound(d, reading, s.name);
      }
  }
}

/// "That a minister discuss": a clause of content that hangs on nothing, with a subject that could be an object.
TEST(Odd, ContentOfNothing) {
  Reading reading;
  const Document d = document_of("\u0623\u0646 \u064a\u0628\u062d\u062b \u0648\u0632\u064a\u0631");
  read(lexicon(), d, reading);
  expect_sound(d, reading, "content of nothing");
}

/// Samples whose words stand in another order, and with letters of one sample among those of another.
TEST(Odd, ShuffledSamples) {
  Reading reading;
  uint32_t x = 1;
  for (const Sample& s : samples()) {
    std::vector<std::string> words(1);
    for (const char c : s.text) c == ' ' ? void(words.emplace_back()) : void(words.back() += c);
    for (size_t i = words.size(); i > 1; --i) x = x * 1664525U + 1013904223U, std::swap(words[i - 1], words[x % i]);
    std::string text;
    for (const std::string& w : words) text += w + " ";
    const Document d = document_of(text);
    read(lexicon(), d, reading);
    expect_sound(d, reading, s.name);
  }
}

// ---- In proportion to the text

/// Sizes of all layers, by name.
std::vector<std::pair<const char*, size_t>> sizes(const Reading& r) {
  return {{"letters", r.text.letters.size()},
          {"tokens", r.text.tokens.size()},
          {"sentences", r.text.sentences.size()},
          {"words", r.words.words.size()},
          {"names", r.mentions.names.size()},
          {"dates", r.mentions.dates.size()},
          {"numbers", r.mentions.numbers.size()},
          {"phrases", r.mentions.phrases.size()},
          {"adjectives", r.mentions.adjectives.size()},
          {"clauses", r.clauses.clauses.size()},
          {"arguments", r.clauses.arguments.size()},
          {"attributions", r.clauses.attributions.size()},
          {"entities", r.entities.entities.size()},
          {"events", r.events.events.size()},
          {"fillers", r.events.fillers.size()},
          {"quantities", r.events.quantities.size()},
          {"said", r.events.attributions.size()},
          {"conditions", r.events.conditions.size()},
          {"links", r.events.links.size()},
          {"evidence", r.events.evidence.size()}};
}

/// Every layer of a document twice as long is at most about twice as large.
TEST(Linear, TwiceTheTextTwiceTheLayers) {
  Reading half, whole;
  for (const Odd& odd : kOdd) {
    (void)read_all(odd.make(1U << 17), half);
    (void)read_all(odd.make(1U << 18), whole);
    const auto a = sizes(half), b = sizes(whole);
    for (size_t i = 0; i < a.size(); ++i) EXPECT_LE(b[i].second, 2 * a[i].second + a[i].second / 4 + 600) << odd.name << ": " << a[i].first;
  }
}

/// No layer has more than a few items a word.
TEST(Linear, LayersAreBoundedByWords) {
  Reading reading;
  for (const Odd& odd : kOdd) {
    (void)read_all(odd.make(1U << 18), reading);
    const size_t words = reading.words.size() + 1;
    EXPECT_LE(words, 4 * reading.text.tokens.size() + 1) << odd.name;
    for (const auto& [name, size] : sizes(reading)) {
      if (name != std::string_view("letters")) {
        EXPECT_LE(size, 12 * words) << odd.name << ": " << name;
      }
    }
  }
}

}  // namespace
}  // namespace isnad
