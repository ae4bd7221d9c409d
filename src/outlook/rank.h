// Who is next? All candidates for (anchor, relation, ?, day), ordered.
//
// A first score adds up how often, and how lately, the anchor met the candidate: in this relation, in others by how much these raise this
// one (relation by relation), and how popular the candidate is as an answer; candidates come from the anchor's past, from the popular ones,
// and from what parties that met the same ones did. Boosted trees over the same counts then reorder the best.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "outlook/facts.h"
#include "outlook/trees.h"

namespace isnad {

struct RankOptions {
  uint32_t listed = 60;      // candidates that the trees reorder
  uint32_t lessons = 25000;  // questions of the end of the training days that the trees learn from
  TreeOptions trees;
};

struct Ranked {
  uint32_t answer = 0;
  float score = 0;
};

/// Facts in, orderings out; one thread.
class Ranker {
 public:
  using Progress = std::function<void(double)>;

  Ranker(uint32_t parties, uint32_t relations, RankOptions options = {});
  ~Ranker();
  Ranker(const Ranker&) = delete;
  Ranker& operator=(const Ranker&) = delete;

  /// Learns from facts ordered by day. Call it once.
  void fit(const std::vector<Fact>& facts, const Progress& progress = {});
  /// Adds the facts of a later day to what is remembered; weights stay.
  void learn(std::span<const Fact> day);
  /// The best `most` candidates, best first; a question's own answers are not looked at.
  [[nodiscard]] std::vector<Ranked> answer(const Question& question, size_t most);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace isnad
