// Decayed counts, brought up to date only where an event touches them.
#include "outlook/history.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr size_t kFast = 2, kSlow = 4;  // half-lives of the two volumes

template <class V>
auto at_or_zero(const V& v, uint32_t i) {
  return i < v.size() ? v[i] : typename V::value_type{};
}

}  // namespace

DyadId History::find(PartyId source, PartyId target) const {
  const auto it = of_pair_.find(pair_key(source, target));
  return it == of_pair_.end() ? DyadId::none() : DyadId{it->second};
}

void History::grow(PartyId party) {
  if (party.value >= from_.size()) {
    from_.resize(party.value + 1), towards_.resize(party.value + 1);
    sent_.resize(party.value + 1), received_.resize(party.value + 1);
    gravity_.out.resize(party.value + 1), gravity_.in.resize(party.value + 1);
  }
  if (sent_[party.value] + received_[party.value] == 0) ++parties_seen_;
}

DyadId History::dyad_of(PartyId source, PartyId target, Day day) {
  const auto [it, fresh] = of_pair_.try_emplace(pair_key(source, target), static_cast<uint32_t>(dyads_.size()));
  const DyadId id{it->second};
  if (fresh) {
    dyads_.push_back({source, target, day, day, 0});
    traces_.resize(dyads_.size() * marks_ * kKinships);
    from_[source.value].push_back(id), towards_[target.value].push_back(id);
  }
  return id;
}

void History::learn(std::span<const Happening> day) {
  for (const Happening& h : day) {
    if (h.source == h.target) continue;
    grow(h.source), ++sent_[h.source.value];
    grow(h.target), ++received_[h.target.value];
    const DyadId own = dyad_of(h.source, h.target, h.day);
    const DyadId back = dyad_of(h.target, h.source, h.day);
    Dyad& d = dyads_[own.value];
    ++d.seen, d.latest = h.day;
    touch(own, h, Kinship::own, 1);
    touch(back, h, Kinship::reciprocal, 1);
    learn_neighbours(h, own);
    all_.add(h.day, 1);
    if (h.mark == target_) learn_gravity(h);
  }
}

void History::learn_neighbours(const Happening& h, DyadId own) {
  const uint32_t seen = dyads_[own.value].seen;
  const auto spread = [&](const std::vector<DyadId>& neighbours, uint32_t all, Kinship kinship) {
    if (all <= seen) return;
    const float each = 1.0F / static_cast<float>(all - seen);
    for (const DyadId n : neighbours)
      if (n != own && dyads_[n.value].seen > 0) touch(n, h, kinship, each * static_cast<float>(dyads_[n.value].seen));
  };
  spread(from_[h.source.value], sent_[h.source.value], Kinship::same_source);
  spread(towards_[h.target.value], received_[h.target.value], Kinship::same_target);
}

void History::learn_gravity(const Happening& h) {
  Gravity& g = gravity_;
  const double unit = std::exp2((h.day - start_) / Gravity::kHalfLife);
  g.diagonal += unit * (g.in[h.source.value] + g.out[h.target.value]);
  g.out[h.source.value] += unit;
  g.in[h.target.value] += unit;
  g.all += unit;
}

double History::gravity(PartyId source, PartyId target, Day day) const {
  const Gravity& g = gravity_;
  if (g.all == 0) return 0;
  const double rest = std::exp2(-1 / Gravity::kHalfLife);
  const double unit = std::exp2(-(day - start_) / Gravity::kHalfLife) * (1 - rest) / rest;
  return unit * at_or_zero(g.out, source.value) * at_or_zero(g.in, target.value) / g.all;
}

double History::gravity_of_all(Day day) const {
  const Gravity& g = gravity_;
  if (g.all == 0) return 0;
  const double rest = std::exp2(-1 / Gravity::kHalfLife);
  const double unit = std::exp2(-(day - start_) / Gravity::kHalfLife) * (1 - rest) / rest;
  return unit * std::max(0.0, g.all - g.diagonal / g.all);
}

double History::volume(Day day) const {
  const auto& rest = left_after(day - all_.last);
  const auto rate = [&](size_t k) {  // per day, corrected for the time before the first day
    const double age = std::max(1.0, double(day - start_));
    return double(all_.left[k]) * double(rest[k]) * daily_weight(k) / (1 - std::exp2(-age / kHalfLifeDays[k]));
  };
  const double slow = rate(kSlow);
  return slow > 0 ? std::clamp(rate(kFast) / slow, 0.2, 5.0) : 1;
}

}  // namespace isnad
