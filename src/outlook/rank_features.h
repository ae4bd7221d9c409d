// What is known of a candidate for an answer, as numbers.
#pragma once

#include <vector>

#include "outlook/facts.h"

namespace isnad {

/// How much more often than at random relation q follows relation r between the same two parties, by three half-lives.
class Lifts {
 public:
  static constexpr size_t kScales = 3;
  static constexpr std::array<size_t, kScales> kOf{0, 2, 4};  // of Fading's scales

  explicit Lifts(uint32_t relations) : width_(size_t{2} * relations) {}
  /// Counts questions that came true, before the memory learns their day.
  void learn(const FactMemory& before, const std::vector<Question>& day);
  /// Makes the table of what was counted.
  void finish();
  [[nodiscard]] float of(size_t scale, uint32_t next, uint32_t past) const {
    return table_[scale].empty() ? 1 : table_[scale][next * width_ + past];
  }

 private:
  size_t width_;
  std::array<std::vector<double>, kScales> together_, past_;
  std::vector<double> next_;
  std::array<std::vector<float>, kScales> table_;
};

inline constexpr size_t kRankFeatures = 48;

/// One candidate.
struct Contender {
  uint32_t answer = 0;
  float first = 0;  // the first score
  std::array<float, kRankFeatures> f{};
};

/// Candidates and their features; keeps its buffers.
class CandidateFinder {
 public:
  CandidateFinder(const FactMemory& memory, const Lifts& lifts);
  /// Clears `out`; the order is that of finding.
  void find(const Question& question, std::vector<Contender>& out);

 private:
  void from_past(const Question& q, std::vector<Contender>& out);
  void from_popular(const Question& q, std::vector<Contender>& out);
  void from_likes(const Question& q, std::vector<Contender>& out);
  void complete(const Question& q, Contender& c) const;
  Contender& candidate(uint32_t answer, std::vector<Contender>& out);

  const FactMemory& memory_;
  const Lifts& lifts_;
  std::vector<uint32_t> place_;               // by party: of its candidate; UINT32_MAX: none
  std::vector<float> like_, liked_;           // by party: how like the anchor it is; how much its likes answer it
  std::vector<uint32_t> likes_, liked_ones_;  // those above 0
  float like_sum_ = 0;
  std::array<float, Fading::kScales> asked_{}, met_{};  // of the anchor: this relation, all
};

}  // namespace isnad
