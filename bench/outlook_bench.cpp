// How fast the outlook learns: event updates a second on one core. An update is one event counted at one pair (its own, its reverse, or
// that of a neighbour) in all half-lives. Before any timing a fit on these very events must find the weights they were made with.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "bench.h"
#include "outlook/simulate.h"

namespace isnad {
namespace {

constexpr uint32_t kParties = 40;
constexpr Day kDays = 1500;

using bench::demand;

struct Case {
  Happenings happenings;
  Excitation model;
};

/// Events of 40 parties, about 60,000, from known weights.
Case made() {
  Case c;
  const WeightLayout layout{1};
  c.model.layout = layout;
  c.model.weight = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(layout.size()));
  c.model.weight[layout.of(MarkId{0}, Kinship::own, 1)] = 0.4;
  c.model.weight[layout.of(MarkId{0}, Kinship::reciprocal, 2)] = 0.2;
  c.model.weight[layout.constant()] = 0.01;
  c.happenings.marks.add("event");
  Scenario s;
  s.after = -1, s.days = kDays;
  for (uint32_t a = 0; a < kParties; ++a) {
    c.happenings.parties.add(std::to_string(a));
    for (uint32_t b = 0; b < kParties; ++b)
      if (a != b) s.pairs.emplace_back(PartyId{a}, PartyId{b});
  }
  c.happenings.list = simulate_once({{c.model, History(1, MarkId{0}, 0)}}, s, 1);
  return c;
}

struct Taught {
  History history{1, MarkId{0}, 0};
  Lessons lessons{1, MarkId{0}, 0};
};

Taught teach(const Happenings& h, bool lessons) {
  Taught t;
  for (size_t i = 0; i < h.list.size();) {
    size_t end = i;
    while (end < h.list.size() && h.list[end].day == h.list[i].day) ++end;
    const std::span<const Happening> day(&h.list[i], end - i);
    if (lessons) t.lessons.observe(t.history, day);
    t.history.learn(day);
    i = end;
  }
  if (lessons) t.lessons.close(t.history, kDays - 1);
  return t;
}

const Case& checked() {
  static const Case c = [] {
    Case made_one = made();
    const Taught t = teach(made_one.happenings, true);
    const Excitation fit = fit_excitation(t.lessons, t.history, {}, false);
    const auto own = [&](const Excitation& m, Kinship r) {
      double sum = 0;
      for (size_t k = 0; k < kHalfLives; ++k) sum += m.weight[m.layout.of(MarkId{0}, r, k)];
      return sum;
    };
    demand(made_one.happenings.list.size() > 30000, "too few events");
    demand(std::abs(own(fit, Kinship::own) - 0.4) < 0.05, "the fit misses the weight of the own past");
    demand(std::abs(own(fit, Kinship::reciprocal) - 0.2) < 0.05, "the fit misses the weight of the other side");
    return made_one;
  }();
  return c;
}

void learn(benchmark::State& state) {
  const Case& c = checked();
  uint64_t updates = 0;
  for (auto _ : state) updates += teach(c.happenings, false).history.updates();
  state.counters["updates/s"] = benchmark::Counter(double(updates), benchmark::Counter::kIsRate);
  state.counters["events/s"] = benchmark::Counter(double(c.happenings.list.size()), benchmark::Counter::kIsIterationInvariantRate);
}

/// Learning, rows of the likelihood, and the fit itself; an event counts once for each step of the fit.
void fit(benchmark::State& state) {
  const Case& c = checked();
  uint64_t updates = 0, steps = 0;
  for (auto _ : state) {
    const Taught t = teach(c.happenings, true);
    const Excitation m = fit_excitation(t.lessons, t.history, {}, false);
    updates += t.history.updates(), steps += m.iterations * m.events;
  }
  state.counters["updates/s"] = benchmark::Counter(double(updates), benchmark::Counter::kIsRate);
  state.counters["event_steps/s"] = benchmark::Counter(double(steps), benchmark::Counter::kIsRate);
}

BENCHMARK(learn)->Unit(benchmark::kMillisecond);
BENCHMARK(fit)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad

BENCHMARK_MAIN();
