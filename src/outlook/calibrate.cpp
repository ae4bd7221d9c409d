// Recalibration by a weighted fit over bins; the blend by its record.
#include "outlook/calibrate.h"

#include <algorithm>
#include <cmath>

#include "outlook/logistic.h"

namespace isnad {
namespace {

constexpr double kSlopePrior = 20;  // pulls the slope towards 1, as so many units of information

}  // namespace

double log_loss(double p, bool happened) {
  p = std::clamp(p, 1e-4, 1 - 1e-4);
  return -std::log(happened ? p : 1 - p);
}

Recalibration::Recalibration() : bins_(kBins) {}

void Recalibration::learn(double odds, bool happened) {
  odds = std::clamp(odds, -kRange, kRange - kWidth / 2);
  Bin& b = bins_[static_cast<size_t>((odds + kRange) / kWidth)];
  b.n += 1, b.odds += odds, b.yes += happened;
}

void Recalibration::forget(double rest) {
  for (Bin& b : bins_) b.n *= rest, b.yes *= rest, b.odds *= rest;
}

void Recalibration::refit() {
  double a = 0, s = 1;
  for (int step = 0; step < 20; ++step) {
    double ga = -a * 1e-2, gs = kSlopePrior * (1 - s), haa = 1e-2, has = 0, hss = kSlopePrior;
    for (const Bin& b : bins_) {
      if (b.n < 1e-9) continue;
      const double x = b.odds / b.n, p = probability(a + s * x), e = b.yes - b.n * p, v = b.n * p * (1 - p);
      ga += e, gs += e * x, haa += v, has += v * x, hss += v * x * x;
    }
    const double det = haa * hss - has * has;
    const double da = (hss * ga - has * gs) / det, ds = (haa * gs - has * ga) / det;
    const double size = std::max(1.0, std::max(std::abs(da), std::abs(ds)));
    a += da / size, s += ds / size;
    if (std::abs(da) + std::abs(ds) < 1e-9) break;
  }
  shift_ = a, slope_ = std::clamp(s, 0.2, 3.0);
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
