// Facts of a temporal knowledge graph, and what of them is remembered: (subject, relation, object, day), and each the other way round.
//
// A question is an anchor, a relation and a day: who answers? A fact (s, r, o) answers (s, r, ?) with o and (o, r + relations, ?) with s.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/day.h"

namespace isnad {

struct Fact {
  uint32_t subject = 0, relation = 0, object = 0;
  Day day = 0;
};

/// (anchor, relation, ?, day) with the answers that came true, ascending; relation >= relations: asks for the subject.
struct Question {
  uint32_t anchor = 0, relation = 0;
  Day day = 0;
  std::vector<uint32_t> answers;
};

/// The questions that facts of one day answer, each once.
std::vector<Question> questions_of(std::span<const Fact> day, uint32_t relations);

/// A count that fades, by five half-lives.
struct Fading {
  static constexpr size_t kScales = 5;
  static constexpr std::array<double, kScales> kHalfLives{1.5, 5, 20, 80, 365};  // days

  void add(Day day);
  [[nodiscard]] std::array<float, kScales> on(Day day) const;
  [[nodiscard]] float on(Day day, size_t scale) const;
  [[nodiscard]] float since(Day day) const { return total > 0 ? static_cast<float>(day - last) : kNever; }

  static constexpr float kNever = 999;
  std::array<float, kScales> left{};
  Day last = 0;
  float total = 0;
};

/// How often an anchor and an answer met, in all and by relation.
struct Meeting {
  struct ByRelation {
    uint32_t relation;
    Fading count;
  };
  uint32_t answer = 0;
  Fading all;
  std::vector<ByRelation> relations;
};

/// Grows by days, as History does.
class FactMemory {
 public:
  FactMemory(uint32_t parties, uint32_t relations);
  void learn(std::span<const Fact> day);

  [[nodiscard]] uint32_t parties() const { return static_cast<uint32_t>(meetings_.size()); }
  [[nodiscard]] uint32_t relations() const { return relations_; }
  [[nodiscard]] const std::vector<Meeting>& meetings(uint32_t anchor) const { return meetings_[anchor]; }
  [[nodiscard]] const Meeting* meeting(uint32_t anchor, uint32_t answer) const;
  /// Of an anchor, by relation; nothing: never.
  [[nodiscard]] const Fading* asked(uint32_t anchor, uint32_t relation) const;
  struct Popular {
    uint32_t answer;
    Fading count;
  };
  /// All answers a relation ever had.
  [[nodiscard]] const std::vector<Popular>& answers(uint32_t relation) const { return popular_[relation]; }
  [[nodiscard]] const Fading* popularity(uint32_t relation, uint32_t answer) const;
  [[nodiscard]] const Fading& activity(uint32_t party) const { return activity_[party]; }
  [[nodiscard]] const Fading& relation(uint32_t relation) const { return by_relation_[relation]; }

 private:
  void learn_one(uint32_t anchor, uint32_t relation, uint32_t answer, Day day);

  uint32_t relations_;
  std::vector<std::vector<Meeting>> meetings_;                 // by anchor
  std::vector<std::unordered_map<uint32_t, uint32_t>> place_;  // by anchor: answer to place among its meetings
  std::vector<std::vector<Meeting::ByRelation>> asked_;        // by anchor
  std::vector<std::vector<Popular>> popular_;                  // by relation
  std::vector<std::unordered_map<uint32_t, uint32_t>> popular_place_;
  std::vector<Fading> activity_, by_relation_;
};

}  // namespace isnad
