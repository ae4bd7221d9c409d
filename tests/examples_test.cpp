// Every frame is exercised by its own examples. What fails is listed in tests/golden/codebook/failing.txt, so that a change of the engine
// or of the knowledge shows as a diff. ISNAD_BREAKDOWN=FILE in the environment writes the failing sentences by kind of failure there.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "support/examples.h"
#include "support/golden.h"

namespace isnad {
namespace {

/// At least so many examples pass; raise it when more do.
constexpr double kFloor = 0.76;

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

}  // namespace
}  // namespace isnad
