// The knowledge of places against itself: what lies in what, how far apart, whose name is whose; and the table made from it. What a
// single line must hold, as the box of its country, is checked where it is compiled (tests/golden/compile/errors.txt).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include <numbers>
#include <string>
#include <vector>

#include "report/places.h"
#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

const Lexicon& lexicon() { return engine::lexicon(); }
std::string_view text(Str s) { return lexicon().text(s); }

double kilometres(const Place& a, const Place& b) {
  constexpr double kRadians = std::numbers::pi / 180, kDiameter = 2 * 6371;
  const double y = std::sin((b.lat - a.lat) * kRadians / 2), x = std::sin((b.lon - a.lon) * kRadians / 2);
  return kDiameter * std::asin(std::sqrt(y * y + std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * x * x));
}

bool is_settlement(const Place& p) { return text(p.kind) == "city" || text(p.kind) == "town" || text(p.kind) == "village"; }

TEST(PlaceKnowledge, NothingIsAtTheEdgeOfTheMap) {
  ASSERT_GT(lexicon().places.size(), 4000U);
  for (const Place& p : lexicon().places) {
    EXPECT_TRUE(p.lat != 0 || p.lon != 0) << text(p.id);
    EXPECT_LE(std::abs(p.lat), 85) << text(p.id);
    EXPECT_GT(p.population, 0U) << text(p.id);
  }
}

TEST(PlaceKnowledge, DivisionsAreNoCircleAndOfTheSameCountry) {
  for (const Place& p : lexicon().places) {
    int steps = 0;
    for (uint32_t up = p.parent; up != kNone && steps < 5; up = lexicon().places[up].parent, ++steps)
      EXPECT_EQ(text(lexicon().places[up].country), text(p.country)) << text(p.id);
    EXPECT_LT(steps, 5) << text(p.id);
  }
}

/// Far from the middle of its division a coordinate is wrong, or its division is; only deserts are larger.
TEST(PlaceKnowledge, PlacesLieInTheirDivision) {
  constexpr double kSmall = 370, kDesert = 800;
  for (const Place& p : lexicon().places) {
    if (p.parent == kNone || text(p.kind) == "region" || text(p.kind) == "river") continue;
    const bool desert = text(p.country) == "SAU" || text(p.country) == "EGY" || text(p.country) == "YEM" || text(p.country) == "USA" ||
                        text(p.country) == "RUS" || text(p.country) == "PAK" || text(p.country) == "CAN";
    EXPECT_LT(kilometres(p, lexicon().places[p.parent]), desert ? kDesert : kSmall) << text(p.id);
  }
}

/// Two settlements of one country under one name are told apart by more than a few kilometres: nearer ones are one place entered twice.
TEST(PlaceKnowledge, NoSettlementStandsTwice) {
  for (const TrieNode& node : lexicon().trie_nodes) {
    std::vector<const Place*> here;
    for (const Payload& p : lexicon().slice(lexicon().payloads, node.payloads))
      if (p.kind == PayloadKind::place && is_settlement(lexicon().places[p.index])) here.push_back(&lexicon().places[p.index]);
    for (size_t i = 0; i < here.size(); ++i)
      for (size_t k = 0; k < i; ++k)
        EXPECT_TRUE(here[i] == here[k] || text(here[i]->country) != text(here[k]->country) || kilometres(*here[i], *here[k]) > 8)
            << text(here[i]->id) << " and " << text(here[k]->id);
  }
}

TEST(PlaceKnowledge, TableIsMadeFromTheImage) { check_document("docs/places.md", places_markdown(lexicon()), "isnad places --markdown"); }

TEST(Places, FoundByNameCountryKindAndPoint) {
  const auto ids = [](const PlaceQuery& query) {
    std::vector<std::string_view> out;
    for (const uint32_t i : find_places(lexicon(), query)) out.push_back(text(lexicon().places[i].id));
    return out;
  };
  const auto tripoli = ids({"tripoli", "", "city", {}});
  EXPECT_EQ(tripoli, (std::vector<std::string_view>{"LBN.tripoli_lebanon", "LBY.tripoli"}));
  EXPECT_EQ(ids({"tripoli", "LBY", "city", {}}).size(), 1U);
  const auto near = ids({"", "", "city", PlaceQuery::Around{33.3F, 44.3F, 30}});
  ASSERT_FALSE(near.empty());
  EXPECT_EQ(near.front(), "IRQ.baghdad");
  EXPECT_TRUE(ids({"no such name at all", "", "", {}}).empty());
  const PlaceQuery query{"tripoli", "LBN", "city", {}};
  const auto found = find_places(lexicon(), query);
  EXPECT_NE(places_table(lexicon(), query, found).find("34.44  35.84"), std::string::npos) << places_table(lexicon(), query, found);
  EXPECT_NE(places_csv(lexicon(), query, found).find("LBN.tripoli_lebanon,"), std::string::npos);
  EXPECT_NE(places_jsonl(lexicon(), query, found).find("\"country\":\"LBN\""), std::string::npos);
}

}  // namespace
}  // namespace isnad
