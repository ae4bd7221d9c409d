// Every frame is exercised by its own examples. What fails is listed in tests/golden/codebook/failing.txt, so that a change of the engine
// or of the knowledge shows as a diff. ISNAD_BREAKDOWN=FILE in the environment writes the failing sentences by kind of failure there.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "report/codebook.h"
#include "support/examples.h"
#include "support/golden.h"

namespace isnad {
namespace {

/// At least so many examples pass; raise it when more do.
constexpr double kFloor = 0.78;

const Lexicon& lexicon() {
  static const Lexicon opened = [] {
    auto image = Lexicon::open(ISNAD_IMAGE);
    if (!image) ADD_FAILURE() << image.error().message();
    return std::move(*image);
  }();
  return opened;
}

const std::vector<examples::Outcome>& outcomes() {
  static const std::vector<examples::Outcome> all = examples::run_all(lexicon());
  return all;
}

std::string failing_of(std::string_view type) {
  std::vector<std::string> lines;
  for (const examples::Outcome& o : outcomes()) {
    const Frame& frame = lexicon().frames[lexicon().examples[o.example].frame];
    if (!o.passed() && kEventTypeNames[size_t(frame.event)] == type) lines.push_back(o.line(lexicon()));
  }
  std::sort(lines.begin(), lines.end());
  return lines.empty() ? "" : fmt::format("{}\n", fmt::join(lines, "\n"));
}

TEST(Examples, FailingOnesAreKnown) { check_golden("codebook/failing.txt", failing_of); }

TEST(Examples, MostPass) {
  const auto passed = std::count_if(outcomes().begin(), outcomes().end(), [](const auto& o) { return o.passed(); });
  EXPECT_GE(double(passed), kFloor * double(outcomes().size())) << passed << " of " << outcomes().size();
  if (const char* path = std::getenv("ISNAD_BREAKDOWN")) {
    const Status written = write_file(path, examples::breakdown(lexicon(), outcomes(), SIZE_MAX));
    EXPECT_TRUE(written.ok());
  }
}

TEST(Examples, EveryFrameHasSome) {
  std::vector<std::pair<size_t, size_t>> counts(lexicon().frames.size());
  for (const Example& e : lexicon().examples) ++(lexicon().text(e.expected) == "not" ? counts[e.frame].second : counts[e.frame].first);
  for (size_t i = 0; i < counts.size(); ++i) {
    const std::string_view id = lexicon().text(lexicon().frames[i].id);
    EXPECT_GE(counts[i].first, 3U) << id << ": sentences that must match";
    EXPECT_GE(counts[i].second, 1U) << id << ": sentences that must not";
  }
}

/// What a mode of the ontology lacks, near misses among its examples; empty where it lacks nothing.
std::string shortage(size_t mode) {
  size_t frames = 0, sentences = 0;
  std::string_view type = "no frame of";
  for (size_t f = 0; f < lexicon().frames.size(); ++f) {
    if (lexicon().frames[f].mode != mode + 1) continue;
    type = kEventTypeNames[size_t(lexicon().frames[f].event)];
    ++frames;
    for (const Example& e : lexicon().examples) sentences += e.frame == f;
  }
  if (frames >= 2 && sentences >= 6) return {};
  return fmt::format("{} {}: {} of 2 frames, {} of 6 examples", type, lexicon().text(lexicon().modes[mode]), frames, sentences);
}

TEST(Codebook, EveryModeHasTwoFramesAndSixExamples) {
  for (size_t m = 0; m < lexicon().modes.size(); ++m) EXPECT_EQ(shortage(m), "");
}

TEST(Codebook, DocumentIsMadeFromTheImage) {
  check_document("docs/codebook.md", codebook_markdown(lexicon()), "isnad codebook --markdown");
}

TEST(Codebook, NamesATypeOrAFrame) {
  const auto frame = codebook_text(lexicon(), "hunger_strike");
  ASSERT_TRUE(frame.has_value());
  EXPECT_TRUE(frame->starts_with("hunger_strike\nPROTEST hunger, CAMEO 142"));
  EXPECT_NE(frame->find("\n  Not:\n"), std::string::npos);
  const auto type = codebook_text(lexicon(), "PROTEST");
  ASSERT_TRUE(type.has_value());
  EXPECT_TRUE(type->starts_with("PROTEST\nQuad MK, score -5, CAMEO 14.\n"));
  EXPECT_NE(type->find(*frame), std::string::npos);
  EXPECT_EQ(codebook_text(lexicon(), "no_such_frame"), std::nullopt);
  EXPECT_NE(codebook_text(lexicon(), ""), std::nullopt);
}

}  // namespace
}  // namespace isnad
