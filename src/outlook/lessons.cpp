// Rows of features at events, and sums of features over days: what the likelihood is made of.
#include <algorithm>
#include <map>

#include "outlook/excitation.h"

namespace isnad {

void Lessons::close(const History& history, Day day) {
  for (; next_ <= day; ++next_) {
    const double gravity = history.gravity_of_all(next_);
    baseline_[0] += 1;
    baseline_[1] += gravity;
    baseline_[2] += gravity * history.volume(next_);
  }
}

void Lessons::observe(const History& before, std::span<const Happening> day) {
  if (day.empty()) return;
  close(before, day.front().day);
  std::map<uint64_t, float> pairs;
  for (const Happening& h : day)
    if (h.mark == target_ && h.source != h.target) pairs[pair_key(h.source, h.target)] += 1;
  for (const auto& [key, events] : pairs)
    add_row(before, PartyId{static_cast<uint32_t>(key >> 32)}, PartyId{static_cast<uint32_t>(key)}, day.front().day, events);
}

void Lessons::add_row(const History& before, PartyId source, PartyId target, Day day, float events) {
  const auto put = [&](size_t feature, double value) {
    if (value <= 0) return;
    rows_.feature.push_back(static_cast<uint16_t>(feature));
    rows_.value.push_back(static_cast<float>(value));
  };
  const DyadId dyad = before.find(source, target);
  for (uint32_t m = 0; dyad && m < layout_.marks; ++m)
    for (size_t r = 0; r < kKinships; ++r) {
      const Trace& t = before.trace(dyad, MarkId{m}, Kinship(r));
      if (t.total == 0) continue;
      const auto& rest = left_after(day - t.last);
      for (size_t k = 0; k < kHalfLives; ++k)
        put(layout_.of(MarkId{m}, Kinship(r), k), double(t.left[k]) * double(rest[k]) * daily_weight(k));
    }
  const double gravity = before.gravity(source, target, day);
  put(layout_.constant(), 1);
  put(layout_.gravity(), gravity);
  put(layout_.gravity_volume(), gravity * before.volume(day));
  rows_.begin.push_back(static_cast<uint32_t>(rows_.feature.size()));
  rows_.dyad.push_back(dyad);
  rows_.events.push_back(events);
}

}  // namespace isnad
