// Day by day: rates from what has happened, counts by Poisson, and on.
#include "outlook/simulate.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

constexpr double kMost = 20;  // happenings of a pair, mark and day
constexpr double kTail = 0.05;

class Future {
 public:
  Future(const std::vector<Process>& processes, const Scenario& scenario, uint64_t seed)
      : processes_(processes), scenario_(scenario), seed_(seed), dice_(seed), set_off_(scenario.triggers.size()) {
    for (const Process& p : processes) histories_.push_back(p.history);
    for (const Added& a : scenario.added)
      for (int i = 0; i < a.times; ++i) owed_.push_back({a.in, a.what, true});
  }

  std::vector<Happening> run() {
    std::vector<Happening> all;
    for (int in = 1; in <= scenario_.days; ++in) {
      std::vector<Happening> today;
      draw(in, today);
      pay(in, today);
      trigger(in, today);
      for (History& h : histories_) h.learn(today);
      all.insert(all.end(), today.begin(), today.end());
    }
    return all;
  }

 private:
  struct Owed {
    int in;
    PairMark what;
    bool stated;  // by the user: happens even if withheld
  };

  [[nodiscard]] bool withheld(const PairMark& what) const {
    return std::find(scenario_.withheld.begin(), scenario_.withheld.end(), what) != scenario_.withheld.end();
  }

  void draw(int in, std::vector<Happening>& today) {
    const Day day = scenario_.after + in;
    for (const auto& [source, target] : scenario_.pairs)
      for (uint32_t m = 0; m < processes_.size(); ++m) {
        const double rate = rate_on(processes_[m].model, histories_[m], source, target, day);
        const uint32_t times = dice_of(in, source, target, m).poisson(std::min(kMost, rate));
        if (times > 0 && withheld({source, target, MarkId{m}})) continue;
        for (uint32_t i = 0; i < times; ++i) today.push_back({day, source, target, MarkId{m}, UINT32_MAX});
      }
  }

  /// Dice of one day, pair and mark: the same with and without a change, so that only what follows from the change differs.
  [[nodiscard]] Dice dice_of(int in, PartyId source, PartyId target, uint32_t mark) const {
    uint64_t state = seed_;
    for (const uint64_t part : {pair_key(source, target), uint64_t(in), uint64_t{mark}})
      state = Dice(state ^ part * 0xD6E8FEB86659FD93).next();
    return Dice(state);
  }

  void pay(int in, std::vector<Happening>& today) {
    for (const Owed& o : owed_)
      if (o.in == in && (o.stated || !withheld(o.what)))
        today.push_back({scenario_.after + in, o.what.source, o.what.target, o.what.mark, UINT32_MAX});
  }

  void trigger(int in, const std::vector<Happening>& today) {
    for (size_t i = 0; i < scenario_.triggers.size(); ++i)
      for (const Happening& h : today) {
        const Trigger& t = scenario_.triggers[i];
        if (!t.set_off_by({h.source, h.target, h.mark}) || (t.first_only && set_off_[i])) continue;
        set_off_[i] = true;
        const double chance = dice_.uniform();
        const int wait = 1 + static_cast<int>(dice_.uniform() * std::max(1, t.within));
        if (chance < t.weight) owed_.push_back({in + wait, t.then, false});
      }
  }

  const std::vector<Process>& processes_;
  const Scenario& scenario_;
  uint64_t seed_;
  Dice dice_;                  // of triggers
  std::vector<bool> set_off_;  // by trigger
  std::vector<History> histories_;
  std::vector<Owed> owed_;
};

Spread spread_of(std::vector<uint32_t>& counts) {
  std::sort(counts.begin(), counts.end());
  Spread s;
  const double n = double(counts.size());
  for (const uint32_t c : counts) s.mean += c / n, s.some += (c > 0) / n;
  const auto at = [&](double part) { return counts[std::min(counts.size() - 1, static_cast<size_t>(part * n))]; };
  s.low = at(kTail), s.middle = at(0.5), s.high = at(1 - kTail);
  return s;
}

}  // namespace

uint64_t Dice::next() {
  uint64_t z = state_ += 0x9E3779B97F4A7C15;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

uint32_t Dice::poisson(double mean) {
  const double u = uniform();
  double p = std::exp(-mean), sum = p;
  uint32_t n = 0;
  while (u > sum && n < 1000) p *= mean / ++n, sum += p;
  return n;
}

std::vector<Process> fit_processes(const Happenings& happenings, Day until, const std::function<void(double)>& progress) {
  std::vector<Process> out;
  const auto& list = happenings.list;
  const size_t marks = happenings.marks.size();
  for (uint32_t m = 0; m < marks; ++m) {
    History history(marks, MarkId{m}, happenings.first());
    Lessons lessons(marks, MarkId{m}, happenings.first());
    for (size_t i = 0; i < list.size() && list[i].day <= until;) {
      size_t end = i;
      while (end < list.size() && list[end].day == list[i].day) ++end;
      const std::span<const Happening> day(&list[i], end - i);
      lessons.observe(history, day);
      history.learn(day);
      i = end;
    }
    lessons.close(history, until);
    Excitation model = fit_excitation(lessons, history);
    out.push_back({std::move(model), std::move(history)});
    if (progress) progress(double(m + 1) / double(marks));
  }
  return out;
}

std::vector<Happening> simulate_once(const std::vector<Process>& processes, const Scenario& scenario, uint64_t seed) {
  return Future(processes, scenario, seed).run();
}

Simulated simulate(const std::vector<Process>& processes, const Scenario& scenario, const std::function<void(double)>& progress) {
  const size_t marks = processes.size(), pairs = scenario.pairs.size();
  Simulated out;
  out.weeks = (scenario.days + 6) / 7;
  const auto weeks = static_cast<size_t>(out.weeks);
  std::vector<std::vector<uint32_t>> counts(marks * weeks, std::vector<uint32_t>(scenario.runs));
  out.some.assign(pairs, std::vector<double>(marks, 0));
  std::unordered_map<uint64_t, size_t> place;
  for (size_t i = 0; i < pairs; ++i) place[pair_key(scenario.pairs[i].first, scenario.pairs[i].second)] = i;
  Dice seeds(scenario.seed);
  std::vector<bool> seen(pairs * marks);
  for (uint32_t run = 0; run < scenario.runs; ++run) {
    seen.assign(pairs * marks, false);
    for (const Happening& h : simulate_once(processes, scenario, seeds.next())) {
      ++counts[h.mark.value * weeks + static_cast<size_t>(h.day - scenario.after - 1) / 7][run];
      const auto it = place.find(pair_key(h.source, h.target));
      if (it != place.end()) seen[it->second * marks + h.mark.value] = true;
    }
    for (size_t i = 0; i < pairs * marks; ++i) out.some[i / marks][i % marks] += seen[i] / double(scenario.runs);
    if (progress) progress(double(run + 1) / scenario.runs);
  }
  out.of.resize(marks);
  for (size_t m = 0; m < marks; ++m)
    for (size_t w = 0; w < weeks; ++w) out.of[m].push_back(scenario.runs > 0 ? spread_of(counts[m * weeks + w]) : Spread{});
  return out;
}

}  // namespace isnad
