// Candidates from the anchor's past, from popular answers, and from the answers of parties like the anchor.
#include "outlook/rank_features.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr size_t kMostPopular = 80, kMostLikes = 40, kMostLiked = 80,
                 kHub = 400;  // hub: a party with more acquaintances tells little of likeness

// Places of features.
enum : size_t {
  kSame = 0,        // this relation with the anchor: 5 scales
  kMet = 5,         // any relation with the anchor: 5 scales
  kSameSince = 10,  // days since
  kMetSince = 11,
  kLift = 12,   // other relations by their lift: 3 scales
  kForth = 15,  // relations in the same direction; in the other
  kBack = 16,
  kPopularity = 17,  // as an answer of this relation: 5 scales
  kPopularSince = 22,
  kActive = 23,  // in anything: 5 scales
  kActiveSince = 28,
  kShareSame = 29,
  kShareMet = 30,
  kShareSameLately = 31,
  kAsked = 32,  // of the anchor: this relation; all; this relation lately
  kAnchorActive = 33,
  kAskedLately = 34,
  kTypical = 35,  // popularity over activity
  kRelation = 36,
  kLiked = 37,  // by parties like the anchor; being like it
  kLike = 38,
  kAsksObject = 39,
  kPopularShare = 40,
  kAnchorDegree = 41,
  kDegree = 42,
  kRelationId = 43,
  kSameTotal = 44,
  kRelationsMet = 45,
  kShareMetLately = 46,
  kMetOverActive = 47
};

/// The best `most` of `list` first, others dropped; ties by number, so that the order is always the same.
template <class Key>
void keep_best(std::vector<uint32_t>& list, size_t most, Key key) {
  const auto better = [&](uint32_t a, uint32_t b) { return key(a) != key(b) ? key(a) > key(b) : a < b; };
  most = std::min(most, list.size());
  std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(most), list.end(), better);
  list.resize(most);
}

/// The score before any learning: its weights are round numbers, set by hand.
float first_score(const std::array<float, kRankFeatures>& f) {
  return 3 * f[kSame + 1] + 2 * f[kSame + 2] + f[kSame + 4] + 0.8F * f[kMet + 1] + 0.5F * f[kMet + 2] + 0.2F * f[kMet + 4] +
         0.5F * f[kLift] + 0.3F * f[kLift + 1] + 0.1F * f[kLift + 2] + 3 * f[kPopularShare] + 0.002F * f[kPopularity + 4] + 2 * f[kLiked] +
         f[kShareSame] + f[kShareMet];
}

}  // namespace

void Lifts::learn(const FactMemory& before, const std::vector<Question>& day) {
  if (next_.empty()) {
    next_.assign(width_, 0);
    for (size_t k = 0; k < kScales; ++k) together_[k].assign(width_ * width_, 0), past_[k].assign(width_, 0);
  }
  for (const Question& q : day)
    for (const uint32_t answer : q.answers) {
      next_[q.relation] += 1;
      const Meeting* m = before.meeting(q.anchor, answer);
      if (!m) continue;
      for (const auto& r : m->relations)
        for (size_t k = 0; k < kScales; ++k) {
          const double count = double(std::min(1.0F, r.count.on(q.day, kOf[k])));
          together_[k][q.relation * width_ + r.relation] += count;
          past_[k][r.relation] += count;
        }
    }
}

void Lifts::finish() {
  double all = 0;
  for (const double n : next_) all += n;
  if (all == 0) return;
  for (size_t k = 0; k < kScales; ++k) {
    table_[k].assign(width_ * width_, 1);
    for (size_t q = 0; q < width_; ++q)
      for (size_t r = 0; r < width_; ++r) {
        const double expected = past_[k][r] * (next_[q] + 1) / all;
        table_[k][q * width_ + r] = static_cast<float>((together_[k][q * width_ + r] + 1) / (expected + 1));
      }
  }
}

CandidateFinder::CandidateFinder(const FactMemory& memory, const Lifts& lifts)
    : memory_(memory), lifts_(lifts), place_(memory.parties(), UINT32_MAX), like_(memory.parties()), liked_(memory.parties()) {}

Contender& CandidateFinder::candidate(uint32_t answer, std::vector<Contender>& out) {
  if (place_[answer] == UINT32_MAX) {
    place_[answer] = static_cast<uint32_t>(out.size());
    Contender& c = out.emplace_back();
    c.answer = answer;
    c.f[kSameSince] = c.f[kMetSince] = Fading::kNever;
  }
  return out[place_[answer]];
}

void CandidateFinder::from_past(const Question& q, std::vector<Contender>& out) {
  const bool inverse = q.relation >= memory_.relations();
  for (const Meeting& m : memory_.meetings(q.anchor)) {
    auto& f = candidate(m.answer, out).f;
    const auto met = m.all.on(q.day);
    std::copy(met.begin(), met.end(), f.begin() + kMet);
    f[kMetSince] = m.all.since(q.day);
    f[kRelationsMet] = static_cast<float>(m.relations.size());
    for (const auto& r : m.relations) {
      const auto count = r.count.on(q.day);
      if (r.relation == q.relation) {
        std::copy(count.begin(), count.end(), f.begin() + kSame);
        f[kSameSince] = r.count.since(q.day);
        f[kSameTotal] = r.count.total;
      }
      for (size_t k = 0; k < Lifts::kScales; ++k) f[kLift + k] += count[Lifts::kOf[k]] * lifts_.of(k, q.relation, r.relation);
      f[(r.relation >= memory_.relations()) == inverse ? kForth : kBack] += count[2];
    }
  }
}

void CandidateFinder::from_popular(const Question& q, std::vector<Contender>& out) {
  const auto& all = memory_.answers(q.relation);
  std::vector<uint32_t> best(all.size());
  std::vector<float> key(all.size());
  for (uint32_t i = 0; i < all.size(); ++i) best[i] = i, key[i] = all[i].count.on(q.day, 2) + 0.02F * all[i].count.on(q.day, 4);
  keep_best(best, kMostPopular, [&](uint32_t i) { return key[i]; });
  for (const uint32_t i : best) candidate(all[i].answer, out);
}

/// Parties that lately met whom the anchor met, and whom these have as answers.
void CandidateFinder::from_likes(const Question& q, std::vector<Contender>& out) {
  constexpr size_t kScale = 3;
  for (const Meeting& m : memory_.meetings(q.anchor)) {
    const float weight = std::min(3.0F, m.all.on(q.day, kScale));
    const auto& others = memory_.meetings(m.answer);
    if (weight < 0.02F || others.size() > kHub) continue;
    const float by = weight / (memory_.activity(m.answer).on(q.day, kScale) + 3);
    for (const Meeting& o : others) {
      if (o.answer == q.anchor) continue;
      if (like_[o.answer] == 0) likes_.push_back(o.answer);
      like_[o.answer] += by * o.all.on(q.day, kScale);
    }
  }
  keep_best(likes_, likes_.size(), [&](uint32_t p) { return like_[p]; });
  like_sum_ = 1e-6F;
  for (size_t i = 0; i < std::min(kMostLikes, likes_.size()); ++i) {
    const uint32_t p = likes_[i];
    like_sum_ += like_[p];
    const float by = like_[p] / (1 + 0.2F * memory_.activity(p).on(q.day, kScale));
    for (const Meeting& m : memory_.meetings(p)) {
      if (m.answer == q.anchor) continue;
      for (const auto& r : m.relations)
        if (r.relation == q.relation) {
          if (liked_[m.answer] == 0) liked_ones_.push_back(m.answer);
          liked_[m.answer] += by * r.count.on(q.day, kScale);
        }
    }
  }
  keep_best(liked_ones_, liked_ones_.size(), [&](uint32_t p) { return liked_[p]; });
  for (size_t i = 0; i < std::min(kMostLiked, liked_ones_.size()); ++i) candidate(liked_ones_[i], out);
}

void CandidateFinder::complete(const Question& q, Contender& c) const {
  auto& f = c.f;
  f[kPopularSince] = Fading::kNever;
  if (const Fading* p = memory_.popularity(q.relation, c.answer)) {
    const auto count = p->on(q.day);
    std::copy(count.begin(), count.end(), f.begin() + kPopularity);
    f[kPopularSince] = p->since(q.day);
  }
  const Fading& activity = memory_.activity(c.answer);
  const auto active = activity.on(q.day);
  std::copy(active.begin(), active.end(), f.begin() + kActive);
  f[kActiveSince] = activity.since(q.day);
  f[kShareSame] = f[kSame + 3] / (asked_[3] + 1);
  f[kShareMet] = f[kMet + 3] / (met_[3] + 1);
  f[kShareSameLately] = f[kSame + 1] / (asked_[1] + 0.3F);
  f[kShareMetLately] = f[kMet + 1] / (met_[1] + 0.3F);
  f[kAsked] = asked_[3], f[kAnchorActive] = met_[3], f[kAskedLately] = asked_[0];
  f[kTypical] = f[kPopularity + 3] / (active[3] + 1);
  f[kRelation] = memory_.relation(q.relation).on(q.day, 3);
  f[kLiked] = liked_[c.answer] / like_sum_;
  f[kLike] = like_[c.answer];
  f[kAsksObject] = q.relation < memory_.relations() ? 1.0F : 0.0F;
  f[kPopularShare] = f[kPopularity + 2] / (memory_.relation(q.relation).on(q.day, 2) + 0.1F);
  f[kAnchorDegree] = static_cast<float>(memory_.meetings(q.anchor).size());
  f[kDegree] = static_cast<float>(memory_.meetings(c.answer).size());
  f[kRelationId] = static_cast<float>(q.relation);
  f[kMetOverActive] = f[kMet + 3] / (active[3] + 1);
  c.first = first_score(f);
}

void CandidateFinder::find(const Question& q, std::vector<Contender>& out) {
  out.clear();
  const Fading* asked = memory_.asked(q.anchor, q.relation);
  asked_ = asked ? asked->on(q.day) : std::array<float, Fading::kScales>{};
  met_ = memory_.activity(q.anchor).on(q.day);
  from_past(q, out);
  from_popular(q, out);
  from_likes(q, out);
  for (Contender& c : out) {
    complete(q, c);
    place_[c.answer] = UINT32_MAX;
  }
  for (const uint32_t p : likes_) like_[p] = 0;
  for (const uint32_t p : liked_ones_) liked_[p] = 0;
  likes_.clear(), liked_ones_.clear();
}

}  // namespace isnad
