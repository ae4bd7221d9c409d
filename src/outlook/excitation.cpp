// Fitting: the log likelihood is concave in the weights, EM goes up it without leaving the bounds, Newton finishes.
#include "outlook/excitation.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

using Eigen::VectorXd;

constexpr double kTiny = 1e-12;
constexpr int kRounds = 4, kEmSteps = 40, kNewtonSteps = 25;
constexpr std::array<double, 7> kShapes{0.5, 1, 2, 4, 8, 16, 64};

/// Sums over rows that both methods need.
struct RowRate {
  double trace = 0, all = 0;  // m times the traces' part; with the baseline
};

RowRate rate_of(const Rows& rows, size_t r, double scale, const VectorXd& w, size_t traces) {
  RowRate out;
  double base = 0;
  for (uint32_t e = rows.begin[r]; e < rows.begin[r + 1]; ++e)
    (rows.feature[e] < traces ? out.trace : base) += double(rows.value[e]) * w[rows.feature[e]];
  out.trace *= scale;
  out.all = std::max(kTiny, out.trace + base);
  return out;
}

struct Problem {
  const Rows& rows;
  VectorXd mass;
  std::vector<float> scale;  // m by row
  size_t traces;
};

void em_step(const Problem& p, VectorXd& w) {
  VectorXd credit = VectorXd::Zero(w.size());
  for (size_t r = 0; r < p.rows.size(); ++r) {
    const double scale = double(p.scale[r]);
    const double each = double(p.rows.events[r]) / rate_of(p.rows, r, scale, w, p.traces).all;
    for (uint32_t e = p.rows.begin[r]; e < p.rows.begin[r + 1]; ++e) {
      const size_t f = p.rows.feature[e];
      credit[f] += each * double(p.rows.value[e]) * (f < p.traces ? scale : 1.0);
    }
  }
  for (Eigen::Index f = 0; f < w.size(); ++f) w[f] = p.mass[f] > kTiny ? w[f] * credit[f] / p.mass[f] : 0;
}

/// Minus the second derivatives, for the weights in `free`.
Eigen::MatrixXd curvature(const Problem& p, const VectorXd& w, const std::vector<uint32_t>& free) {
  std::vector<int> place(w.size(), -1);
  for (size_t i = 0; i < free.size(); ++i) place[free[i]] = static_cast<int>(i);
  const auto size = static_cast<Eigen::Index>(free.size());
  Eigen::MatrixXd h = Eigen::MatrixXd::Zero(size, size);
  VectorXd x(size);
  std::vector<int> used;
  for (size_t r = 0; r < p.rows.size(); ++r) {
    const double scale = double(p.scale[r]);
    const double rate = rate_of(p.rows, r, scale, w, p.traces).all;
    used.clear();
    for (uint32_t e = p.rows.begin[r]; e < p.rows.begin[r + 1]; ++e) {
      const size_t f = p.rows.feature[e];
      if (place[f] < 0) continue;
      x[place[f]] = double(p.rows.value[e]) * (f < p.traces ? scale : 1.0);
      used.push_back(place[f]);
    }
    const double by = double(p.rows.events[r]) / (rate * rate);
    for (const int i : used)
      for (const int j : used)
        if (j <= i) h(i, j) += by * x[i] * x[j];
  }
  return h.selfadjointView<Eigen::Lower>();
}

/// Weights away from 0, or that the gradient pulls away from it.
std::vector<uint32_t> free_weights(const VectorXd& w, const VectorXd& gradient, const VectorXd& mass) {
  std::vector<uint32_t> free;
  for (Eigen::Index f = 0; f < w.size(); ++f)
    if (mass[f] > kTiny && (w[f] * mass[f] > 1e-3 || gradient[f] > 0)) free.push_back(static_cast<uint32_t>(f));
  return free;
}

/// One projected Newton step with halving; false: nothing was gained.
bool newton_step(const Problem& p, VectorXd& w, double& value) {
  VectorXd gradient;
  value = log_likelihood(p.rows, p.scale, p.mass, w, &gradient, p.traces);
  const auto free = free_weights(w, gradient, p.mass);
  if (free.empty()) return false;
  Eigen::MatrixXd h = curvature(p, w, free);
  VectorXd g(static_cast<Eigen::Index>(free.size()));
  for (size_t i = 0; i < free.size(); ++i) g[static_cast<Eigen::Index>(i)] = gradient[free[i]];
  h.diagonal() *= 1.0 + 1e-6;
  h.diagonal().array() += kTiny;
  const VectorXd step = h.ldlt().solve(g);
  for (double size = 1; size > 1e-4; size /= 2) {
    VectorXd next = w;
    for (Eigen::Index f = 0; f < w.size(); ++f)
      if (w[f] * p.mass[f] <= 1e-3 && gradient[f] <= 0) next[f] = 0;
    for (size_t i = 0; i < free.size(); ++i) next[free[i]] = std::max(0.0, w[free[i]] + size * step[static_cast<Eigen::Index>(i)]);
    const double reached = log_likelihood(p.rows, p.scale, p.mass, next, nullptr, p.traces);
    if (reached <= value + 1e-7 * std::abs(value) * 1e-3) continue;
    const bool enough = reached > value + 1e-9 * std::abs(value);
    w = next, value = reached;
    return enough;
  }
  return false;
}

size_t maximise(const Problem& p, VectorXd& w, double& value) {
  size_t steps = 0;
  for (int i = 0; i < kEmSteps; ++i, ++steps) em_step(p, w);
  for (int i = 0; i < kNewtonSteps; ++i, ++steps)
    if (!newton_step(p, w, value)) break;
  value = log_likelihood(p.rows, p.scale, p.mass, w, nullptr, p.traces);
  return steps;
}

/// What the traces of a pair have given out, by feature.
template <class Take>
void masses_of(const History& history, const WeightLayout& layout, DyadId d, Day until, Take take) {
  for (uint32_t m = 0; m < layout.marks; ++m)
    for (size_t r = 0; r < kKinships; ++r) {
      const Trace& t = history.trace(d, MarkId{m}, Kinship(r));
      if (t.total == 0) continue;
      const auto& rest = left_after(until - t.last);
      for (size_t k = 0; k < kHalfLives; ++k)
        take(layout.of(MarkId{m}, Kinship(r), k), double(t.total) - double(t.left[k]) * double(rest[k]));
    }
}

VectorXd total_mass(const Lessons& lessons, const History& history, const Excitation& model) {
  const WeightLayout& layout = lessons.layout();
  VectorXd mass = VectorXd::Zero(static_cast<Eigen::Index>(layout.size()));
  for (uint32_t d = 0; d < history.dyads(); ++d) {
    const double m = model.multiplier_of(DyadId{d});
    masses_of(history, layout, DyadId{d}, lessons.until(), [&](size_t f, double given) { mass[f] += m * given; });
  }
  const double parties = double(history.parties());
  mass[layout.constant()] = lessons.baseline()[0] * std::max(1.0, parties * (parties - 1));
  mass[layout.gravity()] = lessons.baseline()[1];
  mass[layout.gravity_volume()] = lessons.baseline()[2];
  return mass;
}

/// Log marginal likelihood of the pairs' counts under a Gamma prior of this shape.
double marginal(double shape, const std::vector<double>& seen, const std::vector<double>& expected) {
  double sum = 0;
  for (size_t d = 0; d < seen.size(); ++d)
    if (expected[d] > 0)
      sum += std::lgamma(shape + seen[d]) - std::lgamma(shape) + shape * std::log(shape) -
             (shape + seen[d]) * std::log(shape + expected[d]) + seen[d] * std::log(expected[d]);
  return sum;
}

/// The pairs' multipliers, given the weights.
void update_multipliers(const Lessons& lessons, const History& history, const Problem& p, Excitation& model) {
  std::vector<double> seen(history.dyads()), expected(history.dyads());
  for (size_t r = 0; r < p.rows.size(); ++r) {
    if (!p.rows.dyad[r]) continue;
    const RowRate rate = rate_of(p.rows, r, double(p.scale[r]), model.weight, p.traces);
    seen[p.rows.dyad[r].value] += double(p.rows.events[r]) * rate.trace / rate.all;
  }
  for (uint32_t d = 0; d < history.dyads(); ++d)
    masses_of(history, model.layout, DyadId{d}, lessons.until(), [&](size_t f, double given) { expected[d] += model.weight[f] * given; });
  model.shrink = *std::max_element(kShapes.begin(), kShapes.end(),
                                   [&](double a, double b) { return marginal(a, seen, expected) < marginal(b, seen, expected); });
  model.multiplier.resize(history.dyads()), model.told.resize(history.dyads());
  for (size_t d = 0; d < seen.size(); ++d) {
    model.multiplier[d] = static_cast<float>((model.shrink + seen[d]) / (model.shrink + expected[d]));
    model.told[d] = static_cast<float>(model.shrink + seen[d]);
  }
}

void set_scale(Problem& p, const Excitation& model) {
  p.scale.resize(p.rows.size());
  for (size_t r = 0; r < p.rows.size(); ++r) p.scale[r] = static_cast<float>(model.multiplier_of(p.rows.dyad[r]));
}

void set_covariance(const Problem& p, Excitation& model) {
  model.free.clear();
  for (Eigen::Index f = 0; f < model.weight.size(); ++f)
    if (model.weight[f] > 0) model.free.push_back(static_cast<uint32_t>(f));
  Eigen::MatrixXd h = curvature(p, model.weight, model.free);
  h.diagonal().array() += 1e-9;
  const auto n = h.rows();
  model.covariance = h.ldlt().solve(Eigen::MatrixXd::Identity(n, n));
}

}  // namespace

double log_likelihood(const Rows& rows, const std::vector<float>& scale, const VectorXd& mass, const VectorXd& w, VectorXd* gradient,
                      size_t traces) {
  double value = -mass.dot(w);
  if (gradient) *gradient = -mass;
  for (size_t r = 0; r < rows.size(); ++r) {
    const double m = double(scale[r]), events = double(rows.events[r]);
    const double rate = rate_of(rows, r, m, w, traces).all;
    value += events * std::log(rate);
    if (!gradient) continue;
    for (uint32_t e = rows.begin[r]; e < rows.begin[r + 1]; ++e)
      (*gradient)[rows.feature[e]] += events / rate * double(rows.value[e]) * (rows.feature[e] < traces ? m : 1.0);
  }
  return value;
}

double held_out_log_likelihood(const Excitation& model, const Lessons& lessons, const History& start, const History& end) {
  Problem p{lessons.rows(), {}, {}, model.layout.traces()};
  set_scale(p, model);
  VectorXd mass = VectorXd::Zero(model.weight.size());
  for (uint32_t d = 0; d < end.dyads(); ++d) {  // ids of the earlier history hold in the later one
    const double m = model.multiplier_of(DyadId{d});
    masses_of(end, model.layout, DyadId{d}, lessons.until(), [&](size_t f, double given) { mass[f] += m * given; });
    if (d < start.dyads())
      masses_of(start, model.layout, DyadId{d}, lessons.since() - 1, [&](size_t f, double given) { mass[f] -= m * given; });
  }
  const double parties = double(end.parties());
  mass[model.layout.constant()] = lessons.baseline()[0] * parties * (parties - 1);
  mass[model.layout.gravity()] = lessons.baseline()[1];
  mass[model.layout.gravity_volume()] = lessons.baseline()[2];
  return log_likelihood(p.rows, p.scale, mass, model.weight, nullptr, p.traces);
}

Excitation fit_excitation(const Lessons& lessons, const History& history, const std::vector<bool>& allowed, bool multipliers) {
  const Rows& rows = lessons.rows();
  Excitation model;
  model.layout = lessons.layout();
  model.until = lessons.until();
  const auto size = static_cast<Eigen::Index>(model.layout.size());
  model.weight = VectorXd::Zero(size);
  for (const float e : rows.events) model.events += static_cast<size_t>(e);
  if (model.events == 0) return model;
  const auto masses = [&] {  // weights that aren't allowed have none, and so stay 0
    VectorXd mass = total_mass(lessons, history, model);
    for (size_t f = 0; f < allowed.size(); ++f)
      if (!allowed[f]) mass[f] = 0;
    return mass;
  };
  Problem p{rows, masses(), {}, model.layout.traces()};
  for (Eigen::Index f = 0; f < size; ++f)  // each feature explains an equal part at first
    model.weight[f] = p.mass[f] > kTiny ? double(model.events) / double(size) / p.mass[f] : 0;
  const int rounds = multipliers ? kRounds : 1;
  for (int round = 0; round < rounds; ++round) {
    set_scale(p, model);
    if (round > 0) {
      p.mass = masses();
      model.weight.array() += 1e-3 * double(model.events) / double(size) / p.mass.array().max(1.0);  // off the bounds, which EM can't leave
    }
    model.iterations += maximise(p, model.weight, model.log_likelihood);
    if (round + 1 < rounds) update_multipliers(lessons, history, p, model);
  }
  set_covariance(p, model);
  return model;
}

Excitation fit_one_decay(const Lessons& lessons, const History& history, bool gravity, size_t& half_life) {
  const WeightLayout& layout = lessons.layout();
  Excitation best;
  const size_t first = half_life < kHalfLives ? half_life : 0, last = half_life < kHalfLives ? half_life : kHalfLives - 1;
  for (size_t k = first; k <= last; ++k) {
    std::vector<bool> allowed(layout.size(), false);
    allowed[layout.of(lessons.target(), Kinship::own, k)] = allowed[layout.constant()] = true;
    allowed[layout.gravity()] = gravity;
    Excitation model = fit_excitation(lessons, history, allowed, false);
    if (k > first && model.log_likelihood <= best.log_likelihood) continue;
    best = std::move(model);
    half_life = k;
  }
  return best;
}

Expected expect(const Excitation& model, const History& history, PartyId source, PartyId target, Day after, int days) {
  Expected out{0, VectorXd::Zero(model.weight.size())};
  if (model.weight.size() == 0 || source == target) return out;
  const WeightLayout& layout = model.layout;
  const DyadId dyad = history.find(source, target);
  const double m = model.multiplier_of(dyad);
  const auto& gone = left_after(days);
  for (uint32_t mark = 0; dyad && mark < layout.marks; ++mark)
    for (size_t r = 0; r < kKinships; ++r) {
      const Trace& t = history.trace(dyad, MarkId{mark}, Kinship(r));
      if (t.total == 0) continue;
      const auto& rest = left_after(after - t.last);
      for (size_t k = 0; k < kHalfLives; ++k) {
        const size_t f = layout.of(MarkId{mark}, Kinship(r), k);
        if (model.weight[f] > 0) out.parts[f] = model.weight[f] * m * double(t.left[k]) * double(rest[k]) * (1 - double(gone[k]));
      }
    }
  const double gravity = days * history.gravity(source, target, after + 1);
  out.parts[layout.constant()] = model.weight[layout.constant()] * days;
  out.parts[layout.gravity()] = model.weight[layout.gravity()] * gravity;
  out.parts[layout.gravity_volume()] = model.weight[layout.gravity_volume()] * gravity * history.volume(after + 1);
  out.total = out.parts.sum();
  return out;
}

double log_deviation(const Excitation& model, const History& history, const Expected& e, PartyId source, PartyId target) {
  if (e.total <= 0) return 0;
  VectorXd g(static_cast<Eigen::Index>(model.free.size()));  // by weight: part / weight
  for (size_t i = 0; i < model.free.size(); ++i) g[static_cast<Eigen::Index>(i)] = e.parts[model.free[i]] / model.weight[model.free[i]];
  double variance = g.size() > 0 ? std::max(0.0, double(g.dot(model.covariance * g))) : 0;
  const DyadId d = history.find(source, target);
  if (model.shrink > 0) {
    const double told = d && d.value < model.told.size() ? double(model.told[d.value]) : model.shrink;
    const double traced = e.parts.head(static_cast<Eigen::Index>(model.layout.traces())).sum();
    variance += traced * traced / told;
  }
  return std::sqrt(variance) / e.total;
}

double rate_on(const Excitation& model, const History& history, PartyId source, PartyId target, Day day) {
  if (model.weight.size() == 0 || source == target) return 0;
  const WeightLayout& layout = model.layout;
  const DyadId dyad = history.find(source, target);
  double traced = 0;
  for (uint32_t mark = 0; dyad && mark < layout.marks; ++mark)
    for (size_t r = 0; r < kKinships; ++r) {
      const Trace& t = history.trace(dyad, MarkId{mark}, Kinship(r));
      if (t.total == 0) continue;
      const auto& rest = left_after(day - t.last);
      const size_t first = layout.of(MarkId{mark}, Kinship(r), 0);
      for (size_t k = 0; k < kHalfLives; ++k)
        if (model.weight[first + k] > 0) traced += model.weight[first + k] * double(t.left[k]) * double(rest[k]) * daily_weight(k);
    }
  const double gravity = history.gravity(source, target, day);
  return model.multiplier_of(dyad) * traced + model.weight[layout.constant()] + model.weight[layout.gravity()] * gravity +
         model.weight[layout.gravity_volume()] * gravity * history.volume(day);
}

}  // namespace isnad
