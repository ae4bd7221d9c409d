// Histograms of gradients; the bigger of two siblings is what remains of their parent.
#include "outlook/trees.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace isnad {
namespace {

constexpr size_t kBins = 64, kSample = 20000;

struct Sums {
  double g = 0, h = 0;
};

struct Cell {
  float g = 0, h = 0;
};
using Histogram = std::vector<Cell>;  // by feature in use and bin

struct Leaf {
  uint32_t node, begin, end;
  Histogram histogram;
};

struct Split {
  double gain = 1e-3;
  int feature = -1;
  size_t bin = 0;  // the last one that goes left
};

class Booster {
 public:
  Booster(const Lists& lists, const TreeOptions& options) : lists_(lists), options_(options), random_(1) {
    make_bins();
    const size_t n = lists.candidates();
    score_.assign(n, 0), order_.resize(n), derivative_.resize(n);
  }

  Trees run(void (*told)(void*, double), void* context) {
    for (int t = 0; t < options_.trees; ++t) {
      derive();
      grow();
      if (told) told(context, double(t + 1) / options_.trees);
    }
    return std::move(out_);
  }

 private:
  void make_bins();
  void derive();
  void derive_list(uint32_t begin, uint32_t end);
  void grow();
  void choose_features();
  [[nodiscard]] Histogram count(uint32_t begin, uint32_t end) const;
  [[nodiscard]] Split best_split(const Leaf& leaf) const;
  void split(Leaf& leaf, const Split& s, std::vector<Leaf>& next);
  void close(const Leaf& leaf);
  [[nodiscard]] Sums sums(uint32_t begin, uint32_t end) const {
    Sums s;
    for (uint32_t i = begin; i < end; ++i) s.g += double(derivative_[order_[i]].g), s.h += double(derivative_[order_[i]].h);
    return s;
  }

  const Lists& lists_;
  const TreeOptions& options_;
  std::mt19937 random_;
  std::vector<std::vector<float>> cuts_;  // by feature, ascending
  std::vector<uint8_t> bins_;             // by candidate and feature
  std::vector<float> score_;
  std::vector<Cell> derivative_;
  std::vector<uint32_t> order_;  // candidates, by leaf
  std::vector<uint32_t> used_;   // features of this tree
  Trees out_;
};

void Booster::make_bins() {
  const size_t n = lists_.candidates(), width = lists_.width;
  bins_.resize(n * width);
  for (size_t f = 0; f < width; ++f) {
    std::vector<float> sample;
    for (size_t i = 0; i < std::min(n, kSample); ++i) sample.push_back(lists_.features[random_() % n * width + f]);
    std::sort(sample.begin(), sample.end());
    std::vector<float> cuts;
    for (size_t b = 1; b < kBins; ++b) {
      const float v = sample[sample.size() * b / kBins];
      if (cuts.empty() || v > cuts.back()) cuts.push_back(v);
    }
    for (size_t i = 0; i < n; ++i)
      bins_[i * width + f] =
          static_cast<uint8_t>(std::upper_bound(cuts.begin(), cuts.end(), lists_.features[i * width + f]) - cuts.begin());
    cuts_.push_back(std::move(cuts));
  }
}

/// Derivatives of the sum over right answers of -log(e^own / (e^own + sum over wrong ones)).
void Booster::derive_list(uint32_t begin, uint32_t end) {
  float most = -1e30F;
  for (uint32_t i = begin; i < end; ++i) most = std::max(most, score_[i]);
  double wrong = 0, right = 0;
  for (uint32_t i = begin; i < end; ++i)
    if (!lists_.right[i]) wrong += std::exp(double(score_[i] - most));
  double share = 0;  // of a wrong answer of weight 1, over all right ones
  for (uint32_t i = begin; i < end; ++i) {
    if (!lists_.right[i]) continue;
    const double e = std::exp(double(score_[i] - most)), p = e / (e + wrong);
    share += 1 / (e + wrong), right += 1;
    derivative_[i] = {static_cast<float>(p - 1), static_cast<float>(p * (1 - p) + 1e-6)};
  }
  for (uint32_t i = begin; i < end; ++i) {
    if (lists_.right[i]) continue;
    const double p = std::exp(double(score_[i] - most)) * share, bounded = std::min(p, 0.9);
    derivative_[i] = {static_cast<float>(p), static_cast<float>(bounded * (1 - bounded / std::max(1.0, right)) + 1e-6)};
  }
}

void Booster::derive() {
  for (size_t l = 0; l + 1 < lists_.begin.size(); ++l) derive_list(lists_.begin[l], lists_.begin[l + 1]);
}

void Booster::choose_features() {
  used_.clear();
  for (uint32_t f = 0; f < lists_.width; ++f)
    if (double(random_() % 1000) < options_.features * 1000) used_.push_back(f);
  if (used_.empty()) used_.push_back(0);
}

Histogram Booster::count(uint32_t begin, uint32_t end) const {
  Histogram h(used_.size() * kBins);
  const size_t width = lists_.width;
  for (uint32_t i = begin; i < end; ++i) {
    const Cell d = derivative_[order_[i]];
    const uint8_t* bins = &bins_[order_[i] * width];
    for (size_t u = 0; u < used_.size(); ++u) {
      Cell& c = h[u * kBins + bins[used_[u]]];
      c.g += d.g, c.h += d.h;
    }
  }
  return h;
}

Split Booster::best_split(const Leaf& leaf) const {
  Split best;
  const Sums all = sums(leaf.begin, leaf.end);
  const double ridge = options_.ridge, whole = all.g * all.g / (all.h + ridge);
  for (size_t u = 0; u < used_.size(); ++u) {
    double g = 0, h = 0;
    for (size_t b = 0; b < cuts_[used_[u]].size(); ++b) {
      const Cell& c = leaf.histogram[u * kBins + b];
      g += double(c.g), h += double(c.h);
      if (h < options_.least || all.h - h < options_.least) continue;
      const double gain = g * g / (h + ridge) + (all.g - g) * (all.g - g) / (all.h - h + ridge) - whole;
      if (gain > best.gain) best = {gain, static_cast<int>(used_[u]), b};
    }
  }
  return best;
}

void Booster::close(const Leaf& leaf) {
  const Sums s = sums(leaf.begin, leaf.end);
  const auto value = static_cast<float>(-s.g / (s.h + options_.ridge) * options_.rate);
  out_.nodes_[leaf.node].value = value;
  for (uint32_t i = leaf.begin; i < leaf.end; ++i) score_[order_[i]] += value;
}

void Booster::split(Leaf& leaf, const Split& s, std::vector<Leaf>& next) {
  const auto f = static_cast<size_t>(s.feature);
  const auto middle = static_cast<uint32_t>(std::stable_partition(order_.begin() + leaf.begin, order_.begin() + leaf.end,
                                                                  [&](uint32_t i) { return bins_[i * lists_.width + f] <= s.bin; }) -
                                            order_.begin());
  const auto left = static_cast<uint32_t>(out_.nodes_.size());
  out_.nodes_.resize(left + 2);
  out_.nodes_[leaf.node] = {s.feature, cuts_[f][s.bin], left, 0};
  const bool left_is_small = middle - leaf.begin < leaf.end - middle;
  Histogram small = left_is_small ? count(leaf.begin, middle) : count(middle, leaf.end);
  Histogram large = std::move(leaf.histogram);
  for (size_t i = 0; i < large.size(); ++i) large[i].g -= small[i].g, large[i].h -= small[i].h;
  next.push_back({left, leaf.begin, middle, left_is_small ? small : large});
  next.push_back({left + 1, middle, leaf.end, left_is_small ? std::move(large) : std::move(small)});
}

void Booster::grow() {
  choose_features();
  std::iota(order_.begin(), order_.end(), 0);
  const auto root = static_cast<uint32_t>(out_.nodes_.size());
  out_.nodes_.emplace_back();
  out_.roots_.push_back(root);
  std::vector<Leaf> leaves;
  const auto n = static_cast<uint32_t>(order_.size());
  leaves.push_back({root, 0, n, count(0, n)});
  for (int depth = 0; depth < options_.depth; ++depth) {
    std::vector<Leaf> next;
    for (Leaf& leaf : leaves) {
      const Split s = best_split(leaf);
      s.feature < 0 ? close(leaf) : split(leaf, s, next);
    }
    leaves = std::move(next);
  }
  for (const Leaf& leaf : leaves) close(leaf);
}

}  // namespace

double Trees::score(std::span<const float> features) const {
  double sum = 0;
  for (const uint32_t root : roots_) {
    uint32_t n = root;
    while (nodes_[n].feature >= 0) n = nodes_[n].left + (features[static_cast<size_t>(nodes_[n].feature)] >= nodes_[n].cut);
    sum += double(nodes_[n].value);
  }
  return sum;
}

Trees fit_trees(const Lists& lists, const TreeOptions& options, void (*told)(void*, double), void* context) {
  if (lists.candidates() == 0) return {};
  return Booster(lists, options).run(told, context);
}

}  // namespace isnad
