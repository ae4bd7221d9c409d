// Recalibration by a weighted fit over bins; the blend by its record.
#include "outlook/calibrate.h"

#include <algorithm>
#include <cmath>

#include <Eigen/Dense>

#include "outlook/logistic.h"

namespace isnad {
namespace {

const Eigen::Vector3d kPrior(1e-2, 20,
                             20);  // pulls towards the identity, as so many units of information; docs/outlook.md says how it was chosen

/// A gentle bow: the square around the odds of rare events, bounded so that the map stays rising.
double square(double x) {
  x = std::clamp(x, -6.0, 2.0) + 2;
  return x * x / 8;
}

}  // namespace

double log_loss(double p, bool happened) {
  p = std::clamp(p, 1e-4, 1 - 1e-4);
  return -std::log(happened ? p : 1 - p);
}

Recalibration::Recalibration() = default;

void Recalibration::learn(double odds, bool happened) {
  odds = std::clamp(odds, -kRange, kRange - kWidth / 2);
  for (Map& m : maps_) {
    Bin& b = m.bins[static_cast<size_t>((odds + kRange) / kWidth)];
    b.n += 1, b.odds += odds, b.yes += happened;
  }
}

void Recalibration::forget(double days) {
  for (size_t i = 0; i < maps_.size(); ++i) {
    const double rest = std::exp2(-days / kMemories[i]);
    for (Bin& b : maps_[i].bins) b.n *= rest, b.yes *= rest, b.odds *= rest;
  }
}

void Recalibration::refit() {
  for (Map& m : maps_) fit(m);
}

void Recalibration::fit(Map& map) {
  Eigen::Vector3d c(0, 1, 0);
  for (int step = 0; step < 20; ++step) {
    Eigen::Vector3d g = kPrior.cwiseProduct(Eigen::Vector3d(0, 1, 0) - c);
    Eigen::Matrix3d h = kPrior.asDiagonal();
    for (const Bin& b : map.bins) {
      if (b.n < 1e-9) continue;
      const double x = b.odds / b.n;
      const Eigen::Vector3d z(1, x, square(x));
      const double p = probability(c.dot(z));
      g += (b.yes - b.n * p) * z;
      h += b.n * p * (1 - p) * z * z.transpose();
    }
    const Eigen::Vector3d move = h.ldlt().solve(g);
    c += move / std::max(1.0, move.cwiseAbs().maxCoeff());
    if (move.cwiseAbs().maxCoeff() < 1e-9) break;
  }
  map.shift = c[0], map.slope = c[1], map.bow = c[2];
}

double Recalibration::bend(double odds) const {
  double sum = 0;
  for (const Map& m : maps_) sum += m.shift + m.slope * odds + m.bow * square(odds);
  return sum / double(maps_.size());
}

void Blend::learn(double first, double second, bool happened) {
  for (size_t i = 0; i < kSteps; ++i) {
    const double s = double(i) / (kSteps - 1);
    loss_[i] += log_loss(probability(s * first + (1 - s) * second), happened);
  }
}

void Blend::forget(double rest) {
  for (double& l : loss_) l *= rest;
}

double Blend::share() const {
  const auto [least, most] = std::minmax_element(loss_.begin(), loss_.end());
  return *most > *least ? double(least - loss_.begin()) / (kSteps - 1) : 0.5;
}

}  // namespace isnad
