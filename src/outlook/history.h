// What has happened so far, as decayed counts: of each directed pair, of its reverse, and of its neighbours.
//
// An event of (i, j) is counted at (i, j) as `own`, at (j, i) as `reciprocal`, at the other pairs of i as `same_source` and at the other
// pairs towards j as `same_target`, there in shares that sum to 1, by how often each pair was seen. Memory follows pairs seen, time the
// events times the neighbours of their parties; there is no table of pairs by pairs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "outlook/decay.h"
#include "outlook/happenings.h"

namespace isnad {

enum class Kinship : uint8_t { own, reciprocal, same_source, same_target, count_ };
inline constexpr size_t kKinships = size_t(Kinship::count_);
inline constexpr std::array<std::string_view, kKinships> kKinshipNames{"own", "reciprocal", "same source", "same target"};

/// Decayed counts of one pair, mark and kinship. `total` is what was ever added: total - left(k) is what the weights g have given out.
struct Trace {
  Day last = 0;  // the day that `left` holds for, at its end
  float total = 0;
  std::array<float, kHalfLives> left{};

  void add(Day day, float amount) {
    const auto& rest = left_after(day - last);
    for (size_t k = 0; k < kHalfLives; ++k) left[k] = left[k] * rest[k] + amount;
    last = day;
    total += amount;
  }
};

/// A directed pair that was seen. `seen` counts its happenings; `first` and `latest` are days.
struct Dyad {
  PartyId source, target;
  Day first = 0, latest = 0;
  uint32_t seen = 0;
};

/// The slow counts of the target mark that make the baseline of pairs never seen: rate(i) rate(j) / rate(all).
struct Gravity {
  static constexpr double kHalfLife = 730;  // days
  std::vector<double> out, in;              // by party, in units that grow by 2^(days / kHalfLife), so that nothing must be decayed
  double all = 0, diagonal = 0;             // diagonal: sum of out x in of each party, as no party acts on itself
};

/// A count that a happening left at the pair that is watched.
struct Touch {
  Happening what;
  Kinship kinship;
  float amount = 0;
};

/// Grows by whole days: `learn` takes all happenings of one day, days ascending; questions for day d may be asked while the last day
/// learned is before d. One thread; copies are independent.
class History {
 public:
  /// `marks`: how many there are; `target`: the one that gravity counts.
  History(size_t marks, MarkId target, Day start) : marks_(marks), target_(target), start_(start) {}

  void learn(std::span<const Happening> day);

  /// From now on keeps what each happening adds to the traces of this pair: see `touches`.
  void watch(PartyId source, PartyId target) { watched_ = pair_key(source, target), watching_ = true; }
  [[nodiscard]] const std::vector<Touch>& touches() const { return touches_; }

  [[nodiscard]] size_t marks() const { return marks_; }
  [[nodiscard]] size_t dyads() const { return dyads_.size(); }
  [[nodiscard]] const Dyad& dyad(DyadId id) const { return dyads_[id.value]; }
  /// None: never seen.
  [[nodiscard]] DyadId find(PartyId source, PartyId target) const;
  [[nodiscard]] const Trace& trace(DyadId dyad, MarkId mark, Kinship kinship) const {
    return traces_[(dyad.value * marks_ + mark.value) * kKinships + size_t(kinship)];
  }

  /// Expected happenings of the target mark on `day`, if they fell on pairs at random, given how often their parties act.
  [[nodiscard]] double gravity(PartyId source, PartyId target, Day day) const;
  /// The same, summed over all pairs.
  [[nodiscard]] double gravity_of_all(Day day) const;
  /// How much is reported now: happenings of all marks in the last weeks over those of the last years, between 1/5 and 5.
  [[nodiscard]] double volume(Day day) const;
  /// Parties seen so far.
  [[nodiscard]] size_t parties() const { return parties_seen_; }
  /// Traces written to so far: the work done.
  [[nodiscard]] uint64_t updates() const { return updates_; }

 private:
  DyadId dyad_of(PartyId source, PartyId target, Day day);
  void grow(PartyId party);
  void learn_gravity(const Happening& h);
  void learn_neighbours(const Happening& h, DyadId own);
  void touch(DyadId dyad, const Happening& h, Kinship kinship, float amount) {
    ++updates_;
    traces_[(dyad.value * marks_ + h.mark.value) * kKinships + size_t(kinship)].add(h.day, amount);
    if (watching_ && pair_key(dyads_[dyad.value].source, dyads_[dyad.value].target) == watched_) touches_.push_back({h, kinship, amount});
  }

  size_t marks_;
  MarkId target_;
  Day start_;
  std::vector<Dyad> dyads_;
  std::vector<Trace> traces_;
  std::unordered_map<uint64_t, uint32_t> of_pair_;
  std::vector<std::vector<DyadId>> from_, towards_;  // by party
  std::vector<uint32_t> sent_, received_;            // happenings by party
  size_t parties_seen_ = 0;
  Gravity gravity_;
  Trace all_;
  uint64_t updates_ = 0;
  uint64_t watched_ = 0;
  bool watching_ = false;
  std::vector<Touch> touches_;
};

}  // namespace isnad
