// Remembering facts in both directions.
#include "outlook/facts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace isnad {
namespace {

constexpr size_t kTable = 2048;  // days

const std::array<float, Fading::kScales>& rest_after(Day days) {
  static const auto table = [] {
    std::array<std::array<float, Fading::kScales>, kTable> t{};
    for (size_t d = 0; d < kTable; ++d)
      for (size_t k = 0; k < Fading::kScales; ++k) t[d][k] = static_cast<float>(std::exp2(-double(d) / Fading::kHalfLives[k]));
    return t;
  }();
  return table[std::min(kTable - 1, static_cast<size_t>(std::max(Day{0}, days)))];
}

Fading& count_of(std::vector<Meeting::ByRelation>& list, uint32_t relation) {
  const auto it = std::find_if(list.begin(), list.end(), [&](const auto& x) { return x.relation == relation; });
  return it != list.end() ? it->count : list.emplace_back(Meeting::ByRelation{relation, {}}).count;
}

}  // namespace

void Fading::add(Day day) {
  const auto& rest = rest_after(day - last);
  for (size_t k = 0; k < kScales; ++k) left[k] = left[k] * rest[k] + 1;
  last = day;
  total += 1;
}

std::array<float, Fading::kScales> Fading::on(Day day) const {
  const auto& rest = rest_after(day - last);
  std::array<float, kScales> out;
  for (size_t k = 0; k < kScales; ++k) out[k] = left[k] * rest[k];
  return out;
}

float Fading::on(Day day, size_t scale) const { return left[scale] * rest_after(day - last)[scale]; }

std::vector<Question> questions_of(std::span<const Fact> day, uint32_t relations) {
  std::map<std::pair<uint32_t, uint32_t>, std::vector<uint32_t>> answers;
  for (const Fact& f : day) {
    answers[{f.subject, f.relation}].push_back(f.object);
    answers[{f.object, f.relation + relations}].push_back(f.subject);
  }
  std::vector<Question> out;
  for (auto& [key, list] : answers) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    out.push_back({key.first, key.second, day.front().day, std::move(list)});
  }
  return out;
}

FactMemory::FactMemory(uint32_t parties, uint32_t relations)
    : relations_(relations),
      meetings_(parties),
      place_(parties),
      asked_(parties),
      popular_(size_t{2} * relations),
      popular_place_(size_t{2} * relations),
      activity_(parties),
      by_relation_(size_t{2} * relations) {}

void FactMemory::learn(std::span<const Fact> day) {
  for (const Fact& f : day) {
    learn_one(f.subject, f.relation, f.object, f.day);
    learn_one(f.object, f.relation + relations_, f.subject, f.day);
  }
}

void FactMemory::learn_one(uint32_t anchor, uint32_t relation, uint32_t answer, Day day) {
  const auto [it, fresh] = place_[anchor].try_emplace(answer, static_cast<uint32_t>(meetings_[anchor].size()));
  if (fresh) meetings_[anchor].push_back({answer, {}, {}});
  Meeting& m = meetings_[anchor][it->second];
  m.all.add(day);
  count_of(m.relations, relation).add(day);
  count_of(asked_[anchor], relation).add(day);
  const auto [p, unknown] = popular_place_[relation].try_emplace(answer, static_cast<uint32_t>(popular_[relation].size()));
  if (unknown) popular_[relation].push_back({answer, {}});
  popular_[relation][p->second].count.add(day);
  activity_[answer].add(day);
  by_relation_[relation].add(day);
}

const Meeting* FactMemory::meeting(uint32_t anchor, uint32_t answer) const {
  const auto it = place_[anchor].find(answer);
  return it == place_[anchor].end() ? nullptr : &meetings_[anchor][it->second];
}

const Fading* FactMemory::asked(uint32_t anchor, uint32_t relation) const {
  const auto& list = asked_[anchor];
  const auto it = std::find_if(list.begin(), list.end(), [&](const auto& x) { return x.relation == relation; });
  return it == list.end() ? nullptr : &it->count;
}

const Fading* FactMemory::popularity(uint32_t relation, uint32_t answer) const {
  const auto it = popular_place_[relation].find(answer);
  return it == popular_place_[relation].end() ? nullptr : &popular_[relation][it->second].count;
}

}  // namespace isnad
