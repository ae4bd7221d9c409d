// Brier 1950; expected calibration error over equal-count bins; block bootstrap (Kuensch 1989) over time.
#include "outlook/score.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

#include "outlook/calibrate.h"

namespace isnad {
namespace {

constexpr size_t kBins = 10, kDraws = 500;
constexpr Day kYear = 365, kBlock = 91;
constexpr double kAlarms = 0.05, kTail = 0.05;

struct Loss {
  Day origin = 0;
  double mine = 0, reference = 0;
};

/// Squared errors beside those of each pair's own rate so far, from a year after the first origin.
std::vector<Loss> against_climatology(std::span<const Scored> f) {
  std::vector<uint32_t> order(f.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return f[a].origin < f[b].origin; });
  struct Past {
    double n = 0, yes = 0;
  };
  std::unordered_map<uint32_t, Past> past;
  std::vector<Loss> out;
  for (const uint32_t i : order) {
    Past& c = past[f[i].pair];
    const double y = f[i].happened;
    if (f[i].origin >= f[order[0]].origin + kYear && c.n > 0) {
      const double r = c.yes / c.n - y, m = double(f[i].p) - y;
      out.push_back({f[i].origin, m * m, r * r});
    }
    c.n += 1, c.yes += y;
  }
  return out;
}

void set_skill(std::span<const Scored> f, Score& s) {
  const auto losses = against_climatology(f);
  s.skill = s.skill_low = s.skill_high = std::nan("");
  if (losses.empty()) return;
  std::vector<Loss> blocks;
  for (const Loss& l : losses) {
    if (blocks.empty() || l.origin >= blocks.back().origin + kBlock) blocks.push_back({l.origin, 0, 0});
    blocks.back().mine += l.mine, blocks.back().reference += l.reference;
  }
  const auto skill_of = [](double mine, double reference) { return reference > 0 ? 1 - mine / reference : 0; };
  double mine = 0, reference = 0;
  for (const Loss& b : blocks) mine += b.mine, reference += b.reference;
  s.skill = skill_of(mine, reference);
  std::mt19937_64 random(1);
  std::vector<double> draws;
  for (size_t i = 0; i < kDraws; ++i) {
    double m = 0, r = 0;
    for (size_t j = 0; j < blocks.size(); ++j) {
      const Loss& b = blocks[random() % blocks.size()];
      m += b.mine, r += b.reference;
    }
    draws.push_back(skill_of(m, r));
  }
  std::sort(draws.begin(), draws.end());
  s.skill_low = draws[static_cast<size_t>(kTail * kDraws)];
  s.skill_high = draws[static_cast<size_t>((1 - kTail) * kDraws) - 1];
}

/// By falling p: average precision, area, alarms.
void set_ranking(std::vector<Scored>& f, Score& s, int step) {
  std::stable_sort(f.begin(), f.end(), [](const Scored& a, const Scored& b) { return a.p > b.p; });
  const double yes = double(s.happened), no = double(s.n) - yes;
  double hits = 0, precision = 0, below = 0;
  for (size_t i = 0; i < f.size();) {
    size_t j = i, here = 0;
    for (; j < f.size() && f[j].p == f[i].p; ++j) here += f[j].happened;
    const double misses = double(j - i - here);
    below += double(here) * ((no - (double(i) - hits)) - misses / 2);  // pairs that stand the right way round
    for (; i < j; ++i)
      if (f[i].happened) hits += 1, precision += hits / double(i + 1);
  }
  s.precision = yes > 0 ? precision / yes : 0;
  s.area = yes > 0 && no > 0 ? below / yes / no : 0.5;
  const auto alarms = static_cast<size_t>(kAlarms * double(f.size()));
  double right = 0;
  for (size_t i = 0; i < alarms; ++i) right += f[i].happened;
  s.false_alarms = (double(alarms) - right) / (double(f.size()) * step / 365.25);
  s.found = yes > 0 ? right / yes : 0;
}

/// Of forecasts by falling p.
void set_reliability(const std::vector<Scored>& f, Score& s) {
  for (size_t b = 0; b < kBins; ++b) {
    const size_t from = f.size() - (b + 1) * f.size() / kBins, to = f.size() - b * f.size() / kBins;
    Reliability r;
    for (size_t i = from; i < to; ++i) r.said += double(f[i].p), r.happened += f[i].happened, ++r.n;
    if (r.n == 0) continue;
    s.calibration += std::abs(r.said - r.happened) / double(f.size());
    r.said /= double(r.n), r.happened /= double(r.n);
    s.bins.push_back(r);
  }
}

}  // namespace

Score score(std::span<const Scored> forecasts, int step) {
  Score s;
  s.n = forecasts.size();
  if (s.n == 0) return s;
  for (const Scored& f : forecasts) {
    const double p = double(f.p), y = f.happened;
    s.happened += f.happened;
    s.brier += (p - y) * (p - y);
    s.log_score += log_loss(p, f.happened);
  }
  s.base = double(s.happened) / double(s.n);
  s.brier /= double(s.n), s.log_score /= double(s.n);
  set_skill(forecasts, s);
  std::vector<Scored> sorted(forecasts.begin(), forecasts.end());
  set_ranking(sorted, s, step);
  set_reliability(sorted, s);
  return s;
}

std::vector<Scored> onsets(std::span<const Scored> forecasts) {
  std::vector<Scored> out;
  std::copy_if(forecasts.begin(), forecasts.end(), std::back_inserter(out), [](const Scored& f) { return f.quiet; });
  return out;
}

}  // namespace isnad
