// Tests of stories, commitments and posture over records written by hand and over a golden file of records.
#include "story/story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/file.h"
#include "story/cluster.h"
#include "story/commitments.h"
#include "story/posture.h"
#include "story/write.h"
#include "support/golden.h"

namespace isnad::story {
namespace {

using record::Record;
using Records = std::vector<Record>;

// -- records by hand

record::Entity party(std::string id, std::string country, std::string sector, std::string text = "party") {
  record::Entity e;
  e.id = std::move(id), e.country = std::move(country), e.sector = std::move(sector), e.text = std::move(text);
  e.code = e.country + e.sector;
  return e;
}

record::Place city(std::string id, double lat, double lon, std::string admin1 = "") {
  record::Place p;
  p.text = p.id = id, p.name.en = id, p.lat = lat, p.lon = lon, p.kind = "city", p.admin1 = std::move(admin1), p.country = "IRQ";
  return p;
}

record::Place province(std::string id) {
  record::Place p = city(id, 33.7, 45, id);
  p.kind = "province";
  return p;
}

record::Date on(std::string day) {
  record::Date d;
  d.start = d.end = std::move(day), d.precision = "day";
  return d;
}

record::Quantity number(std::string of, double value) {
  record::Quantity q;
  q.of = std::move(of), q.value = value, q.low = q.high = value;
  return q;
}

/// A bombing in a town, as one outlet has it; what differs is set by the test.
Record bombing(std::string source, std::string day = "2027-03-02", std::string told = "2027-03-02") {
  Record r;
  r.doc.source = source, r.doc.id = source + told, r.doc.date = std::move(told);
  r.id = "id" + r.doc.id;
  r.event = "ASSAULT", r.mode = {"explosives"}, r.status = "occurred", r.salience = "main", r.frame = "car_bomb", r.trigger = "bomb";
  r.location = city("IRQ.baquba", 33.75, 44.64, "Diyala");
  r.date = on(std::move(day));
  r.sentence = 1;
  return r;
}

size_t stories(const Records& records) { return merge(records).stories.size(); }

size_t independent(const Records& records) { return merge(records).stories.front().independent; }

const Field* field(const Story& s, std::string_view name) {
  const auto at = std::find_if(s.fields.begin(), s.fields.end(), [&](const Field& f) { return f.name == name; });
  return at == s.fields.end() ? nullptr : &*at;
}

Standing standing(const Records& records, std::string_view name) {
  const Situation s = merge(records);
  EXPECT_EQ(s.stories.size(), 1U);
  const Field* f = field(s.stories.front(), name);
  EXPECT_NE(f, nullptr) << name;
  return f ? f->standing : Standing::single;
}

TEST(Story, NoRecordsNoStories) { EXPECT_TRUE(merge({}).stories.empty()); }

TEST(Story, TheSameTypePlaceAndDayAreOne) {
  EXPECT_EQ(stories({bombing("a"), bombing("b"), bombing("c", "2027-03-02", "2027-03-03")}), 1U);
}

TEST(Story, AWeekLaterOrTheNextTownIsAnother) {
  EXPECT_EQ(stories({bombing("a"), bombing("b", "2027-03-09", "2027-03-09")}), 2U);
  Record other = bombing("b");
  other.location = city("IRQ.khalis", 33.8, 44.3, "Diyala");
  EXPECT_EQ(stories({bombing("a"), other}), 2U);
}

TEST(Story, AProvinceHoldsItsTowns) {
  Record wide = bombing("b");
  wide.location = province("Diyala");
  EXPECT_EQ(stories({bombing("a"), wide}), 1U);
  wide.location = province("Anbar");
  EXPECT_EQ(stories({bombing("a"), wide}), 2U);
}

TEST(Story, AnAirportIsItsTownsButNotTheNextOne) {
  Record airport = bombing("b"), other = bombing("c");
  airport.location = city("IRQ.baquba_airport", 33.9, 44.64, "Diyala"), airport.location->kind = "airport";
  EXPECT_EQ(stories({bombing("a"), airport}), 1U);
  other.location = city("IRQ.other_airport", 34.05, 44.64, "Diyala"), other.location->kind = "airport";
  EXPECT_EQ(stories({airport, other}), 2U);
}

TEST(Story, ArrestsAreNoPartOfTheAttack) {
  Record arrest = bombing("a");
  arrest.id = "arrest", arrest.event = "COERCE", arrest.mode = {"arrest"}, arrest.frame = "arrest", arrest.location.reset(),
  arrest.date.reset();
  EXPECT_EQ(stories({bombing("a"), arrest}), 2U);
}

TEST(Story, WhereARocketComesFromIsNotWhereItFalls) {
  Record fired = bombing("b");
  fired.origin = city("IRQ.mosul", 36.34, 43.13, "Nineveh"), fired.location.reset();
  fired.recipient = {party("", "IRQ", "MIL")};
  Record fell = bombing("a");
  fell.recipient = fired.recipient;
  EXPECT_EQ(stories({fell, fired}), 1U);
}

TEST(Story, AnExpulsionAndTheOneInAnswerAreTwo) {
  Record first = bombing("a"), answer = bombing("b");
  for (Record* r : {&first, &answer}) r->event = "SANCTION", r->mode = {"expel"}, r->frame = "expel_diplomats", r->location.reset();
  first.actor = {party("DZA", "DZA", "")}, first.recipient = {party("", "FRA", "GOV")};
  answer.actor = {party("FRA", "FRA", "")}, answer.recipient = {party("", "DZA", "GOV")};
  EXPECT_EQ(stories({first, answer}), 2U);
}

TEST(Story, ToExpelAndToDeportAreOneAct) {
  Record first = bombing("a"), other = bombing("b");
  for (Record* r : {&first, &other}) r->actor = {party("FRA", "FRA", "")}, r->recipient = {party("", "DZA", "GOV")};
  first.event = "SANCTION", first.mode = {"expel"}, first.frame = "expel_diplomats";
  other.event = "COERCE", other.mode = {"deport"}, other.frame = "deport";
  const auto points = [&] {
    const Records records{first, other};
    return explain(records, merge(records), 0, 1).verdict.points;
  };
  const double near = points();
  other.mode = {"seize"};
  EXPECT_EQ(points(), near - 2);
}

TEST(Story, ADayIsOnlyAroundTheEventIfNoOtherRuleGaveIt) {
  Record told = bombing("a"), around = bombing("b");
  for (Record* r : {&told, &around}) r->why.push_back({"date", "date.outer_clause", {}});
  told.why.push_back({"date", "date.weekday", {}});
  const Records records{told, around};
  const Situation s = merge(records);
  EXPECT_FALSE(s.accounts[s.account_of[0]].days.loose);
  EXPECT_TRUE(s.accounts[s.account_of[1]].days.loose);
}

TEST(Parties, AnOfficeIsKnownByItsTitle) {
  const Party minister{"", "TUR", "MIL", "the minister", "Defence Minister"}, named{"turkey.x", "TUR", "MIL", "X", "Defence Minister"};
  EXPECT_EQ(match(minister, minister), Match::same);
  EXPECT_EQ(match(minister, named), Match::same);
  EXPECT_EQ(match(minister, {"", "TUR", "MIL", "the chief", "Chief of Staff"}), Match::compatible);
  EXPECT_EQ(match(minister, {"", "SYR", "MIL", "the minister", "Defence Minister"}), Match::different);
  EXPECT_EQ(match(named, {"turkey.y", "TUR", "MIL", "Y", "Defence Minister"}), Match::compatible);
}

TEST(Story, AWeaponIsNoDoer) {
  Record car = bombing("a"), group = bombing("b");
  car.actor = car.means = {party("", "", "UAF", "car bomb")};
  group.actor = {party("", "IRQ", "COP", "police")};
  const Records records{car, group};
  const Situation s = merge(records);
  EXPECT_TRUE(s.accounts[s.account_of[0]].actors.empty());
}

TEST(Story, TwoPartiesInCommonMakeAnAgreementOne) {
  const auto agreement = [](std::string source, std::string first, std::string second) {
    Record r = bombing(std::move(source));
    r.event = "AGREE", r.mode.clear(), r.frame = "agreement", r.location.reset(), r.date.reset();
    r.actor = {party(first, first, ""), party(second, second, "")};
    return r;
  };
  EXPECT_EQ(stories({agreement("a", "IRQ", "TUR"), agreement("b", "TUR", "IRQ")}), 1U);
  EXPECT_EQ(stories({agreement("a", "IRQ", "TUR"), agreement("b", "IRQ", "IRN")}), 2U);
  Record visit = agreement("b", "TUR", "IRQ");
  visit.event = "CONSULT", visit.mode = {"visit"}, visit.frame = "visit";
  EXPECT_EQ(stories({agreement("a", "IRQ", "TUR"), visit}), 2U);
}

TEST(Story, WhatIsOnlyPlannedIsAnother) {
  Record planned = bombing("b");
  planned.status = "planned";
  EXPECT_EQ(stories({bombing("a"), planned}), 2U);
  planned.status = "occurred", planned.date = on("2027-03-05");  // after the report
  EXPECT_EQ(stories({bombing("a"), planned}), 2U);
}

TEST(Story, ARecordGivenTwiceCountsOnce) {
  const Records records{bombing("a"), bombing("a"), bombing("b")};
  const Situation s = merge(records);
  ASSERT_EQ(s.stories.size(), 1U);
  EXPECT_EQ(s.stories[0].records.size(), 2U);
  EXPECT_EQ(s.story_of, (std::vector<uint32_t>{0, 0, 0}));
}

TEST(Story, RecordsWithNothingInThemStandAlone) {
  Record empty;
  empty.event = "ASSAULT";
  EXPECT_EQ(stories({empty}), 1U);
  EXPECT_FALSE(merge(Records(3, empty)).stories.empty());
}

TEST(Story, NumbersAgreeOrAreContested) {
  Record a = bombing("a"), b = bombing("b");
  a.quantity = {number("killed", 11)}, b.quantity = {number("killed", 13)};
  EXPECT_EQ(standing({a, b}, "killed"), Standing::contested);
  b.quantity[0].low = 10, b.quantity[0].high.reset();  // at least 10
  EXPECT_EQ(standing({a, b}, "killed"), Standing::agreed);
  b.quantity.clear();
  EXPECT_EQ(standing({a, b}, "killed"), Standing::single);
}

TEST(Story, RivalDoersStandSideBySideWithWhoSaysSo) {
  Record a = bombing("a"), b = bombing("b");
  a.actor = {party("x.army", "IRQ", "MIL")}, b.actor = {party("y.group", "SYR", "UAF")};
  for (Record* r : {&a, &b}) {
    record::Attribution by;
    by.who = party("", "", "", r == &a ? "police" : "army"), by.stance = "accuses";
    r->attribution = {by};
  }
  const Records records{a, b};
  const Situation s = merge(records);
  ASSERT_EQ(s.stories.size(), 1U);
  const Field* actor = field(s.stories[0], "actor");
  ASSERT_NE(actor, nullptr);
  EXPECT_EQ(actor->standing, Standing::contested);
  ASSERT_EQ(actor->values.size(), 2U);
  EXPECT_EQ(actor->values[0].by[0].who, "police");
  EXPECT_EQ(actor->values[0].by[0].stance, "accuses");
  EXPECT_EQ(actor->values[1].by[0].source, "b");
}

TEST(Story, WhoIsAccusedIsADoerOnTheAccusersWord) {
  Record act = bombing("a"), accusation = bombing("a");
  accusation.event = "ACCUSE", accusation.id = "accusation", accusation.content = {act.id};
  accusation.actor = {party("x.army", "IRQ", "MIL", "army")}, accusation.recipient = {party("y.group", "SYR", "UAF", "group")};
  const Records records{act, accusation};
  const Situation s = merge(records);
  const Field* actor = field(s.stories[s.story_of[0]], "actor");
  ASSERT_NE(actor, nullptr);
  EXPECT_EQ(actor->values[0].key, "y.group");
  EXPECT_EQ(actor->values[0].by[0].who, "army");
  EXPECT_EQ(actor->values[0].by[0].stance, "accuses");
}

TEST(Story, ADenialContestsThatItHappened) {
  Record denied = bombing("b");
  denied.aux = {"negation"};
  EXPECT_EQ(standing({bombing("a"), denied}, "happened"), Standing::contested);
}

TEST(Story, OutletsThatCopyAnAgencyCountOnce) {
  Record agency = bombing("wire"), copy = bombing("paper");
  agency.quantity = {number("killed", 11)}, copy.quantity = {number("killed", 11)};
  record::Attribution by;
  by.who = party("", "", "", "the wire agency");
  copy.attribution = {by};
  const Records records{agency, copy};
  const Situation s = merge(records);
  ASSERT_EQ(s.stories.size(), 1U);
  EXPECT_EQ(s.stories[0].independent, 1U);
  EXPECT_EQ(s.stories[0].documents, 2U);
  EXPECT_EQ(s.stories[0].sources[0].copies, "wire");
  Record own = bombing("paper");  // the same report counts someone itself
  own.id = "own", own.quantity = {number("wounded", 30)}, own.sentence = 2;
  const Records more{agency, copy, own};
  EXPECT_EQ(merge(more).stories[0].independent, 2U);
}

TEST(Story, ReasonsAddUpToThePoints) {
  const Records records{bombing("a"), bombing("b"), bombing("c", "2027-03-09", "2027-03-09")};
  const Situation s = merge(records);
  const Explanation same = explain(records, s, 0, 1), apart = explain(records, s, 0, 2);
  EXPECT_TRUE(same.same_story);
  double sum = 0;
  for (const Reason& r : same.reasons) sum += r.points;
  EXPECT_DOUBLE_EQ(sum, same.verdict.points);
  EXPECT_FALSE(apart.same_story);
  EXPECT_TRUE(apart.verdict.barred);
  EXPECT_EQ(apart.reasons.back().rule, "day.apart");
}

TEST(Story, TheSameWordsInASentenceOfTheSameLengthAreACopy) {
  Record first = bombing("a"), copy = bombing("b", "2027-03-02", "2027-03-03");
  for (Record* r : {&first, &copy}) {
    r->recipient = {party("", "", "", "eleven people")}, r->quantity = {number("killed", 11)};
    r->quantity[0].text = "11", r->date->text = "Tuesday", r->sentence_span = {10, 140};
  }
  EXPECT_EQ(independent({first, copy}), 1U);
  copy.sentence_span = {10, 150};
  EXPECT_EQ(independent({first, copy}), 2U);
}

// -- parties

TEST(Parties, StatesHoldTheirOrgansAndGroupsAreTheirOwn) {
  const Party usa{"USA", "USA", "", ""}, army{"usa.army", "USA", "MIL", ""}, forces{"", "USA", "MIL", ""}, gunmen{"", "", "UAF", "gunmen"},
      group{"iraq.one", "IRQ", "UAF", ""}, other{"iraq.two", "IRQ", "UAF", ""}, iraq{"IRQ", "IRQ", "", ""}, nobody{"", "", "", "someone"},
      people{"", "IRQ", "", "Iraqis"};
  const std::vector<std::tuple<Party, Party, Match>> cases{{usa, usa, Match::same},           {usa, army, Match::compatible},
                                                           {army, forces, Match::compatible}, {group, gunmen, Match::compatible},
                                                           {group, other, Match::different},  {usa, group, Match::different},
                                                           {iraq, group, Match::different},   {usa, gunmen, Match::different},
                                                           {group, nobody, Match::unknown},   {forces, gunmen, Match::different},
                                                           {people, group, Match::unknown},   {people, iraq, Match::compatible},
                                                           {people, usa, Match::different}};
  for (const auto& [a, b, wanted] : cases) {
    EXPECT_EQ(match(a, b), wanted) << a.id << a.country << a.sector << " " << b.id << b.country << b.sector;
    EXPECT_EQ(match(b, a), wanted) << "symmetric";
  }
}

// -- commitments

TEST(Commitments, ASpanThatIsOverWhenItIsToldOfIsNoDeadline) {
  Record agreed = bombing("a", "2027-03-02", "2027-11-06");
  agreed.event = "AGREE", agreed.mode.clear(), agreed.frame = "agreement", agreed.actor = {party("IRQ", "IRQ", "")};
  agreed.date->start = "2027-03-01", agreed.date->end = "2027-03-31";
  const auto deadline = [&] {
    const Records records{agreed};
    const auto list = commitments(records, merge(records));
    return list.empty() ? std::string("none made") : list.front().deadline;
  };
  EXPECT_EQ(deadline(), "");
  agreed.doc.date = "2027-03-01";
  EXPECT_EQ(deadline(), "2027-03-31");
}

// -- clusters

TEST(Cluster, PairsThatCantBeOneKeepTheirClustersApart) {
  const auto points = [](uint32_t a, uint32_t b) { return (a == 0 && b == 3) ? -8.0 : 4.0; };
  const std::vector<Edge> chain{{0, 1, 5}, {2, 3, 5}, {1, 2, 4}};
  const auto of = cluster(4, chain, 2.5, points);
  EXPECT_EQ(of[0], of[1]);
  EXPECT_EQ(of[2], of[3]);
  EXPECT_NE(of[0], of[2]);
}

// -- the golden file

Records golden_records() {
  Records out;
  const auto text = read_file(std::string(ISNAD_SOURCE) + "/tests/golden/story/records.jsonl");
  EXPECT_TRUE(text.ok());
  std::string_view rest = text ? std::string_view(*text) : std::string_view();
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    auto r = record::parse(line);
    EXPECT_TRUE(r.ok());
    if (r) out.push_back(std::move(*r));
  }
  return out;
}

std::string stories_of(const Records& records) {
  std::string out;
  for (const Story& s : merge(records).stories) append(s, records, out);
  return out;
}

std::string commitments_of(const Records& records) {
  std::string out;
  const Situation s = merge(records);
  for (const Commitment& c : commitments(records, s)) append(c, s, records, out);
  return out;
}

std::string posture_of(const Records& records, const PostureQuery& query) {
  std::string out;
  const Situation s = merge(records);
  for (const Movement& m : posture(records, s, query)) append(m, s, records, out);
  return out;
}

TEST(StoryGolden, StoriesCommitmentsAndPosture) {
  const Records records = golden_records();
  ASSERT_GT(records.size(), 100U);
  check_document("tests/golden/story/stories.jsonl", stories_of(records), "isnad stories tests/golden/story/records.jsonl");
  check_document("tests/golden/story/commitments.jsonl", commitments_of(records), "isnad commitments tests/golden/story/records.jsonl");
  check_document("tests/golden/story/posture.jsonl", posture_of(records, {"USAMIL", "IRQ"}),
                 "isnad posture --actor USAMIL --country IRQ tests/golden/story/records.jsonl");
}

TEST(StoryGolden, EveryRecordIsInExactlyOneStory) {
  const Records records = golden_records();
  std::map<uint32_t, int> times;
  for (const Story& s : merge(records).stories)
    for (const uint32_t r : s.records) ++times[r];
  EXPECT_EQ(times.size(), records.size());
  for (const auto& [r, n] : times) EXPECT_EQ(n, 1) << records[r].id;
}

/// A fixed shuffle; the same on every machine.
void shuffle(Records& records, uint64_t seed) {
  for (size_t i = records.size(); i > 1; --i) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    std::swap(records[i - 1], records[(seed >> 33) % i]);
  }
}

TEST(StoryGolden, AnyOrderGivesTheSameBytes) {
  Records records = golden_records();
  const std::string first = stories_of(records), second = commitments_of(records), third = posture_of(records, {});
  for (uint64_t seed = 1; seed <= 8; ++seed) {
    shuffle(records, seed);
    EXPECT_EQ(stories_of(records), first) << seed;
    EXPECT_EQ(commitments_of(records), second) << seed;
    EXPECT_EQ(posture_of(records, {}), third) << seed;
  }
}

}  // namespace
}  // namespace isnad::story
