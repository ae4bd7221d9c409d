// Boosted regression trees that order lists: each list has answers that came true and answers that didn't.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace isnad {

/// Lists of candidates, one after the other: `features` by candidate, `width` each.
struct Lists {
  size_t width = 0;
  std::vector<float> features;
  std::vector<uint8_t> right;      // by candidate
  std::vector<uint32_t> begin{0};  // of list i: candidates begin[i] .. begin[i + 1]
  [[nodiscard]] size_t candidates() const { return right.size(); }
};

struct TreeOptions {
  int trees = 70, depth = 6;
  double rate = 0.15;     // of learning
  double least = 20;      // information (sum of second derivatives) a leaf must hold
  double ridge = 5;       // on leaf values
  double features = 0.6;  // share of features that a tree may use
};

/// A sum of trees: bigger scores for likelier answers.
class Trees {
 public:
  [[nodiscard]] double score(std::span<const float> features) const;
  [[nodiscard]] size_t size() const { return roots_.size(); }

  struct Node {
    int feature = -1;   // -1: a leaf
    float cut = 0;      // features below it go left
    uint32_t left = 0;  // right is left + 1
    float value = 0;    // of a leaf
  };

  std::vector<Node> nodes_;
  std::vector<uint32_t> roots_;
};

/// Gradient boosting (Friedman 2001) with second derivatives on the likelihood of the right answer among the wrong ones of its list (the
/// conditional logit, McFadden 1974), over 64 bins a feature. `told` is called after each tree with the share done. The same lists give the
/// same trees. Lists without a right answer teach nothing.
Trees fit_trees(const Lists& lists, const TreeOptions& options, void (*told)(void*, double) = nullptr, void* context = nullptr);

}  // namespace isnad
