// Blocking: each account goes into a block for each of its families, countries and days; pairs are made within blocks.
#include "story/blocks.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/hash.h"
#include "story/compare.h"

namespace isnad::story {
namespace {

constexpr size_t kWholeBlock = 150;  // larger ones are split by what anchors a story: places and parties
constexpr Day kFewDays = 7;

struct Key {
  uint64_t block;
  uint32_t account;
  auto operator<=>(const Key&) const = default;
};
using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

/// Types that may be coded for one act have a family in common (see kNear in compare.cpp).
std::string_view family(std::string_view event) {
  constexpr std::array<std::string_view, 3> kForce{"ASSAULT", "COERCE", "SANCTION"};
  constexpr std::array<std::string_view, 6> kEase{"RETREAT", "COOPERATE", "AID", "AGREE", "CONSULT", "CONCEDE"};
  if (std::find(kForce.begin(), kForce.end(), event) != kForce.end()) return kForce[0];
  return std::find(kEase.begin(), kEase.end(), event) != kEase.end() ? kEase[0] : event;
}

std::set<std::string_view> countries_of(const Account& a, const std::vector<std::string_view>& of_document) {
  std::set<std::string_view> out;
  for (const Place& p : a.places)
    if (!p.country.empty()) out.insert(p.country);
  for (const auto* parties : {&a.actors, &a.recipients})
    for (const Party& p : *parties)
      if (!p.country.empty()) out.insert(p.country);
  if (out.empty()) out.insert(of_document.begin(), of_document.end());
  if (out.empty()) out.insert("");
  return out;
}

/// A day and the next, so that accounts of neighbouring days meet.
std::vector<Day> days_of(const Days& days) {
  if (!days.told()) return {INT32_MIN};
  std::vector<Day> out;
  const Day last = std::min(days.last, days.first + kFewDays);
  for (Day d = days.loose ? days.first - kRecalled : days.first; d <= last + 1; ++d) out.push_back(d);
  return out;
}

uint64_t key_of(std::string_view a, std::string_view b, uint64_t n) { return hash64(a, hash64(b, n)); }

void add_keys(const Account& a, uint32_t index, const std::vector<std::string_view>& of_document, std::vector<Key>& keys) {
  std::set<std::string_view> families;
  for (const auto e : a.events) families.insert(family(e));
  const uint64_t stage = a.stage == Stage::real ? 0 : 1;
  for (const auto f : families)
    for (const auto c : countries_of(a, of_document))
      for (const Day d : days_of(a.days)) keys.push_back({key_of(f, c, uint64_t(uint32_t(d)) * 2 + stage), index});
}

/// What two accounts of one story mostly have in common.
void add_anchors(const Account& a, uint32_t index, uint64_t block, std::vector<Key>& keys) {
  for (const Place& p : a.places.empty() ? a.setting : a.places)
    keys.push_back({key_of(p.admin1.empty() ? p.id : p.admin1, "place", block), index});
  for (const auto* parties : {&a.actors, &a.recipients})
    for (const Party& p : *parties)
      if (p.known()) keys.push_back({key_of(p.country, p.sector, block), index});
}

/// Pairs of a run of one block, each with the next kWholeBlock at most.
void add_pairs(const Key* begin, const Key* end, Pairs& pairs) {
  for (const Key* x = begin; x < end; ++x)
    for (const Key* y = x + 1; y < std::min(end, x + 1 + kWholeBlock); ++y)
      if (x->account != y->account) pairs.emplace_back(x->account, y->account);
}

template <class Run>
void each_block(std::vector<Key>& keys, const Run& run) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (size_t i = 0, j = 0; i < keys.size(); i = j) {
    while (j < keys.size() && keys[j].block == keys[i].block) ++j;
    run(keys.data() + i, keys.data() + j);
  }
}

void make_distinct(Pairs& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

}  // namespace

Pairs candidates(const std::vector<Account>& accounts, const std::vector<std::vector<std::string_view>>& countries) {
  std::vector<Key> keys, finer;
  for (uint32_t i = 0; i < accounts.size(); ++i) add_keys(accounts[i], i, countries[i], keys);
  Pairs pairs;
  size_t distinct = 0;
  const auto take = [&](const Key* begin, const Key* end) {
    add_pairs(begin, end, pairs);
    if (pairs.size() > 2 * distinct + (size_t{1} << 22)) make_distinct(pairs), distinct = pairs.size();
  };
  each_block(keys, [&](const Key* begin, const Key* end) {
    if (size_t(end - begin) <= kWholeBlock) return take(begin, end);
    for (const Key* k = begin; k < end; ++k) add_anchors(accounts[k->account], k->account, k->block, finer);
  });
  each_block(finer, take);
  make_distinct(pairs);
  return pairs;
}

}  // namespace isnad::story
