// The knowledge of actors against itself: who holds what at one time, whose name is whose; and the table made from it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "report/actors.h"
#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

const Lexicon& lexicon() { return engine::lexicon(); }

/// Offices that one person holds at a time.
bool is_single(std::string_view title) {
  static const std::set<std::string_view> kSingle{
      "President", "Prime Minister", "Foreign Minister", "Defence Minister", "Interior Minister", "King",
      "Emir",      "Sultan",         "Crown Prince",     "Chief of Staff",   "Supreme Leader"};
  return kSingle.contains(title);
}

struct Held {
  std::string_view country, title;
  int32_t from, to;
  std::string_view holder;
  auto operator<=>(const Held&) const = default;
};

std::vector<Held> single_offices() {
  std::vector<Held> out;
  for (const Actor& a : lexicon().actors)
    for (const Office& o : lexicon().slice(lexicon().offices, a.offices))
      if (is_single(lexicon().text(o.title_en)) && o.from != INT32_MIN)
        out.push_back({lexicon().text(o.country), lexicon().text(o.title_en), o.from, o.to, lexicon().text(a.id)});
  std::sort(out.begin(), out.end());
  return out;
}

/// Years known only as years overlap by less than one; more than that is a mistake, or two who claim one office for years.
TEST(ActorKnowledge, OneHolderAtATime) {
  constexpr int32_t kImprecise = 366;
  const auto all = single_offices();
  ASSERT_GT(all.size(), 100U);
  for (size_t i = 1; i < all.size(); ++i) {
    const Held &a = all[i - 1], &b = all[i];
    if (std::tie(a.country, a.title) != std::tie(b.country, b.title)) continue;
    EXPECT_LE(std::min(a.to, b.to) - int64_t{b.from}, kImprecise) << a.country << " " << a.title << ": " << a.holder << " and " << b.holder;
  }
}

/// A name of two actors is told apart by the country that the document speaks of, so they must be of two countries.
TEST(ActorKnowledge, AliasesAreToldApart) {
  for (const TrieNode& node : lexicon().trie_nodes) {
    std::vector<uint32_t> actors;
    for (const Payload& p : lexicon().slice(lexicon().payloads, node.payloads))
      if (p.kind == PayloadKind::actor) actors.push_back(p.index);
    for (size_t i = 1; i < actors.size(); ++i) {
      const Actor &a = lexicon().actors[actors[i - 1]], &b = lexicon().actors[actors[i]];
      EXPECT_TRUE(actors[i - 1] == actors[i] || lexicon().text(a.country) != lexicon().text(b.country))
          << lexicon().text(a.id) << " and " << lexicon().text(b.id) << " share a name";
    }
  }
}

TEST(ActorKnowledge, OfficesEndAfterTheyBegin) {
  for (const Actor& a : lexicon().actors)
    for (const Office& o : lexicon().slice(lexicon().offices, a.offices)) EXPECT_LE(o.from, o.to) << lexicon().text(a.id);
}

TEST(ActorKnowledge, ParentsAreNoCircle) {
  for (const Actor& a : lexicon().actors) {
    int steps = 0;
    for (uint32_t p = a.parent; p != kNone && steps < 20; p = lexicon().actors[p].parent) ++steps;
    EXPECT_LT(steps, 20) << lexicon().text(a.id);
  }
}

TEST(ActorKnowledge, TableIsMadeFromTheImage) { check_document("docs/actors.md", actors_markdown(lexicon()), "isnad actors --markdown"); }

TEST(Actors, FoundByIdTitleDayAndCountry) {
  const int32_t day = 16587;  // 2015-06-01
  const auto found = find_actors(lexicon(), {"prime minister", "IRQ", day});
  const auto is = [&](uint32_t i) { return lexicon().text(lexicon().actors[i].id) == "iraq.haider_abadi"; };
  EXPECT_EQ(std::count_if(found.begin(), found.end(), is), 1);
  EXPECT_TRUE(find_actors(lexicon(), {"no such name at all", "", INT32_MIN}).empty());
  const std::string table = actors_table(lexicon(), {"haider_abadi", "", day}, find_actors(lexicon(), {"haider_abadi", "", day}));
  EXPECT_NE(table.find("2014-09-08  2018-10-25  Prime Minister"), std::string::npos) << table;
}

}  // namespace
}  // namespace isnad
