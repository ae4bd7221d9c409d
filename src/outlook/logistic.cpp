// Newton's method on the penalised likelihood.
#include "outlook/logistic.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kSteps = 15;
constexpr size_t kBlock = 256;

struct Scaling {
  VectorXd mean, by;  // by: 1 / standard deviation, 0 for features that never change
};

Scaling scaling_of(std::span<const float> x, size_t width, size_t rows) {
  VectorXd sum = VectorXd::Zero(static_cast<Index>(width)), square = sum;
  for (size_t r = 0; r < rows; ++r)
    for (size_t f = 0; f < width; ++f) {
      const double v = double(x[r * width + f]);
      sum[f] += v, square[f] += v * v;
    }
  Scaling s{sum / double(rows), VectorXd::Zero(static_cast<Index>(width))};
  for (size_t f = 0; f < width; ++f) {
    const double variance = square[f] / double(rows) - s.mean[f] * s.mean[f];
    if (variance > 1e-10) s.by[f] = 1 / std::sqrt(variance);
  }
  return s;
}

}  // namespace

double Logistic::log_odds(std::span<const float> features) const {
  double sum = intercept;
  for (size_t f = 0; f < slope.size(); ++f) sum += slope[f] * double(features[f]);
  return sum;
}

Logistic fit_logistic(std::span<const float> x, size_t width, std::span<const uint8_t> yes, std::span<const float> weight, double ridge) {
  Logistic out;
  out.slope.assign(width, 0);
  const size_t rows = yes.size();
  if (rows == 0) return out;
  const Scaling scale = scaling_of(x, width, rows);
  const auto n = static_cast<Index>(width) + 1;
  VectorXd b = VectorXd::Zero(n);
  Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> block(static_cast<Index>(kBlock), n);
  for (int step = 0; step < kSteps; ++step) {
    VectorXd g = -ridge * b;
    MatrixXd h = MatrixXd::Identity(n, n) * ridge;
    g[n - 1] = 0, h(n - 1, n - 1) = 1e-9;
    for (size_t begin = 0; begin < rows; begin += kBlock) {
      const size_t size = std::min(kBlock, rows - begin);
      for (size_t i = 0; i < size; ++i) {
        const size_t r = begin + i;
        auto row = block.row(static_cast<Index>(i));
        for (size_t f = 0; f < width; ++f) row[f] = (double(x[r * width + f]) - scale.mean[f]) * scale.by[f];
        row[n - 1] = 1;
        const double p = probability(row.dot(b)), w = double(weight[r]);
        g += w * (double(yes[r]) - p) * row.transpose();
        row *= std::sqrt(w * std::max(1e-6, p * (1 - p)));
      }
      h.selfadjointView<Eigen::Lower>().rankUpdate(block.topRows(static_cast<Index>(size)).transpose());
    }
    const VectorXd move = h.selfadjointView<Eigen::Lower>().ldlt().solve(g);
    b += move / std::max(1.0, move.cwiseAbs().maxCoeff() / 4);
    if (move.cwiseAbs().maxCoeff() < 1e-5) break;
  }
  out.intercept = b[n - 1];
  for (size_t f = 0; f < width; ++f) {
    out.slope[f] = b[f] * scale.by[f];
    out.intercept -= out.slope[f] * scale.mean[f];
  }
  return out;
}

}  // namespace isnad
