// Fitting: one pass for the lifts of relations, one for lists to learn from, then the trees.
#include "outlook/rank.h"

#include <algorithm>

#include "outlook/rank_features.h"

namespace isnad {
namespace {

constexpr Day kStart = 20;  // days before lifts are counted: pairs must have a past

/// Calls `take` for each day's facts.
template <class Take>
void by_day(const std::vector<Fact>& facts, Take take) {
  for (size_t i = 0; i < facts.size();) {
    size_t end = i;
    while (end < facts.size() && facts[end].day == facts[i].day) ++end;
    take(std::span<const Fact>(&facts[i], end - i));
    i = end;
  }
}

void sort_by_first(std::vector<Contender>& list, size_t most) {
  most = std::min(most, list.size());
  std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(most), list.end(),
                    [](const Contender& a, const Contender& b) { return a.first != b.first ? a.first > b.first : a.answer < b.answer; });
}

/// Adds a question's best candidates, if a right one is among them.
void add_list(const Question& q, std::vector<Contender>& candidates, size_t most, Lists& lists) {
  sort_by_first(candidates, most);
  most = std::min(most, candidates.size());
  const auto right = [&](const Contender& c) { return std::binary_search(q.answers.begin(), q.answers.end(), c.answer); };
  if (std::none_of(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(most), right)) return;
  for (size_t i = 0; i < most; ++i) {
    lists.features.insert(lists.features.end(), candidates[i].f.begin(), candidates[i].f.end());
    lists.right.push_back(right(candidates[i]));
  }
  lists.begin.push_back(static_cast<uint32_t>(lists.right.size()));
}

}  // namespace

struct Ranker::Work {
  Work(uint32_t parties, uint32_t relations, RankOptions o)
      : options(o), memory(parties, relations), lifts(relations), finder(memory, lifts) {}
  RankOptions options;
  FactMemory memory;
  Lifts lifts;
  CandidateFinder finder;
  Trees trees;
  std::vector<Contender> candidates;
};

Ranker::Ranker(uint32_t parties, uint32_t relations, RankOptions options) : work_(std::make_unique<Work>(parties, relations, options)) {}
Ranker::~Ranker() = default;

void Ranker::fit(const std::vector<Fact>& facts, const Progress& progress) {
  Work& w = *work_;
  if (facts.empty()) return;
  const Day first = facts.front().day;
  FactMemory past(w.memory.parties(), w.memory.relations());
  by_day(facts, [&](std::span<const Fact> day) {
    if (day.front().day > first + kStart) w.lifts.learn(past, questions_of(day, w.memory.relations()));
    past.learn(day);
  });
  w.lifts.finish();
  const size_t lessons = std::min<size_t>(facts.size() * 2 / 3, w.options.lessons / 2);  // a fact asks two questions
  const Day from = facts[facts.size() - lessons].day;
  Lists lists;
  lists.width = kRankFeatures;
  by_day(facts, [&](std::span<const Fact> day) {
    if (day.front().day >= from) {
      for (const Question& q : questions_of(day, w.memory.relations())) {
        w.finder.find(q, w.candidates);
        add_list(q, w.candidates, w.options.listed, lists);
      }
      if (progress) progress(0.3 * double(day.front().day - from + 1) / double(facts.back().day - from + 1));
    }
    w.memory.learn(day);
  });
  Progress told = [&](double part) {
    if (progress) progress(0.3 + 0.7 * part);
  };
  w.trees = fit_trees(
      lists, w.options.trees, [](void* p, double part) { (*static_cast<Progress*>(p))(part); }, &told);
}

void Ranker::learn(std::span<const Fact> day) { work_->memory.learn(day); }

std::vector<Ranked> Ranker::answer(const Question& question, size_t most) {
  Work& w = *work_;
  w.finder.find(question, w.candidates);
  sort_by_first(w.candidates, most);
  const size_t listed = std::min<size_t>(w.options.listed, w.candidates.size());
  std::vector<Ranked> out;
  float least = 0;
  for (size_t i = 0; i < listed; ++i) {
    out.push_back({w.candidates[i].answer, static_cast<float>(w.trees.score(w.candidates[i].f))});
    least = i == 0 ? out[i].score : std::min(least, out[i].score);
  }
  std::stable_sort(out.begin(), out.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  for (size_t i = listed; i < std::min(most, w.candidates.size()); ++i)  // the others, by their first score, below those
    out.push_back({w.candidates[i].answer, least - 1 - static_cast<float>(i - listed) * 1e-2F});
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace isnad
