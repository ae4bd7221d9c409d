// Tests of records as values: lines read and written back, and what is said of lines that hold none.
#include "record/record.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "record/compare.h"

namespace isnad::record {
namespace {

std::vector<std::string> golden_lines() {
  std::vector<std::string> out;
  const auto text = read_file(std::string(ISNAD_SOURCE) + "/tests/golden/record/records.jsonl");
  EXPECT_TRUE(text.ok());
  std::string_view rest = text ? std::string_view(*text) : std::string_view();
  while (!rest.empty()) {
    out.emplace_back(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(rest.size(), out.back().size() + 1));
  }
  return out;
}

std::string trouble(std::string_view json) {
  const auto r = parse(json);
  return r ? "fine" : r.error().what;
}

TEST(Record, LinesOfTheEngineComeBackByteForByte) {
  const auto lines = golden_lines();
  ASSERT_GE(lines.size(), 20U);
  for (const std::string& line : lines) {
    const auto r = parse(line);
    ASSERT_TRUE(r) << r.error().message() << "\n" << line;
    EXPECT_EQ(write(*r), line);
  }
}

TEST(Record, EveryMemberIsKept) {
  const std::string line =
      R"({"id":"b3f1","doc":{"id":"d1","date":"2020-04-05","source":"s \"q\" \\ \n\u0001","url":"u","title":"t","language":"ar"},)"
      R"("event":"RETREAT","mode":["withdraw","disarm"],"context":["military","diplomatic"],"cameo":"0874","quad":"MC","score":6.5,)"
      R"("status":"occurred","aux":["historical","negation"],"salience":"main",)"
      R"("actor":[{"text":"a","span":[9,25],"id":"usa.military","name":{"ar":"x","en":"y"},"country":"USA","sector":"MIL","code":"USAMIL",)"
      R"("context_country":"IRQ","count":{"value":15,"low":10.5,"text":"n","span":[1,2]},"via":"alias","mention":{"text":"m","span":[3,4]},)"
      R"("affiliation":["IRN","SYR"],"title":"chief"},{"text":"b","span":[0,0],"antecedent":{"text":"c","span":[5,6]}}],)"
      R"("recipient":[{"span":[1,2]}],"theme":[{"text":"t","span":[1,2]}],"means":[{"text":"w","span":[1,2]}],)"
      R"("location":{"text":"p","span":[1,2],"id":"geonames:98182","name":{"en":"Baghdad"},"lat":33.34058,"lon":-44.40088,"kind":"city",)"
      R"("admin1":"IQ-BG","country":"IRQ","precision":"city","mention":{"text":"there","span":[3,4]}},)"
      R"("origin":{"text":"o","span":[1,2]},"destination":{"text":"d","span":[1,2]},)"
      R"("date":{"start":"2020-02-01","end":"2020-02-29","precision":"month","text":"f","span":[69,80]},)"
      R"("quantity":[{"of":"killed","value":1e+20,"high":1e-07,"text":"15","span":[39,41]},{"of":"days","value":-0.5,"text":"","span":[1,1]}],)";
  const std::string rest =
      R"("attribution":[{"who":{"text":"s","span":[1,2]},"verb":"v","stance":"denies","medium":"twitter","span":[1,2]},{"span":[7,8]}],)"
      R"("condition":[{"kind":"if","text":"c","span":[1,2],"event":"99"}],"content":["1","2"],"because":["3"],"retaliation_for":["4"],)"
      R"("trigger":{"text":"t","span":[26,34],"lemma":"l"},"sentence":{"index":0,"span":[0,80]},"frame":"f",)"
      R"("why":[{"field":"actor","rule":"subject.verb","span":[9,25]}],"confidence":0.83})";
  std::string whole = line + rest;
  const std::string empty_text = R"("text":"",)";  // an empty text is an absent one
  whole.replace(whole.find(empty_text), empty_text.size(), "");
  const auto r = parse(line + rest);
  ASSERT_TRUE(r) << r.error().message();
  EXPECT_EQ(write(*r), whole);
  EXPECT_EQ(write(*parse(whole)), whole);
}

TEST(Record, AParserIsUsedAgain) {
  Parser parser;
  for (const std::string& line : golden_lines()) {
    EXPECT_FALSE(parser.parse("{" + line));
    EXPECT_EQ(write(*parser.parse(line)), line);
  }
}

TEST(Record, WhatIsAbsentStaysAbsent) {
  const auto r = parse(R"({"event":"AID","unknown":{"a":[1]},"actor":null,"location":{"lat":3}})");
  ASSERT_TRUE(r) << r.error().message();
  EXPECT_EQ(r->event, "AID");
  EXPECT_EQ(r->sentence, -1);
  EXPECT_FALSE(r->trigger_span.told());
  EXPECT_FALSE(r->location->lat);
  EXPECT_EQ(write(*r), R"({"doc":{},"event":"AID","score":0,"location":{},"trigger":{},"confidence":0})");
}

TEST(Record, ErrorsNameTheMember) {
  EXPECT_EQ(trouble(R"({"event":7})"), R"(no record: "event" is no text)");
  EXPECT_EQ(trouble(R"({"id":"x"})"), R"(no record: "event" is missing)");
  EXPECT_EQ(trouble(R"({"event":"AID","actor":"he"})"), R"(no record: "actor" is no list)");
  EXPECT_EQ(trouble(R"({"event":"AID","actor":["he"]})"), R"(no record: "actor" holds what is no object)");
  EXPECT_EQ(trouble(R"({"event":"AID","actor":[{},{"count":{"value":"3"}}]})"), R"(no record: "actor[1].count.value" is no number)");
  EXPECT_EQ(trouble(R"({"event":"AID","mode":[1]})"), R"(no record: "mode" holds what is no text)");
  EXPECT_EQ(trouble(R"({"event":"AID","location":[]})"), R"(no record: "location" is no object)");
  EXPECT_EQ(trouble(R"({"event":"AID","location":{"lat":91,"lon":0}})"), R"(no record: "location.lat" is beyond 90 degrees)");
  EXPECT_EQ(trouble(R"({"event":"AID","sentence":{"index":1.5}})"), R"(no record: "sentence.index" is no whole number)");
  for (const char* span : {"[1]", "[1,2,3]", "[2,1]", "[-1,1]", "[\"1\",2]", "{}", "[1.5,2]"})
    EXPECT_EQ(trouble(std::string(R"({"event":"AID","trigger":{"span":)") + span + "}}"),
              R"(no record: "trigger.span" is no span [begin, end])");
  EXPECT_EQ(trouble("[1]"), "no record: not an object");
  EXPECT_TRUE(trouble("").starts_with("broken JSON: "));
  EXPECT_TRUE(trouble(R"({"event":"AID")").starts_with("broken JSON: "));
  EXPECT_TRUE(trouble("{\"event\":\"\xFF\"}").starts_with("broken JSON: "));
}

TEST(Compare, MembersThatDifferWithTheirRules) {
  const auto all = changes(
      R"({"id":"1","status":"planned","cameo":"1","why":[{"field":"status","rule":"a"},{"field":"status","rule":"b"}],"confidence":0.5})",
      R"({"id":"1", "status":"occurred","date":{"start":"x"},"why":[{"field":"status","rule":"c"}],"confidence":0.50})");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].field + all[0].before + all[0].after + all[0].rules_before + all[0].rules_after, R"(status"planned""occurred"a bc)");
  EXPECT_EQ(all[1].field + all[1].before + all[1].after, R"(date{"start":"x"})");
  EXPECT_EQ(all[2].field + all[2].before + all[2].after, R"(cameo"1")");
  EXPECT_EQ(changes(R"({"id":"1","why":[1]})", R"({"id":"1","why":[2]})").at(0).field, "why");
  EXPECT_TRUE(changes(R"({"id":"1"})", R"({ "id" : "1" })").empty());
  EXPECT_TRUE(changes("", "broken").empty());
  for (const std::string& line : golden_lines()) EXPECT_TRUE(changes(line, line).empty());
}

TEST(Record, WhatHappened) {
  Record r;
  r.status = "occurred", r.salience = "main";
  EXPECT_TRUE(r.happened());
  r.status = "ongoing", r.aux = {"historical"};
  EXPECT_TRUE(r.happened());
  r.aux = {"historical", "negation"};
  EXPECT_FALSE(r.happened());
  r.aux.clear(), r.salience = "background";
  EXPECT_FALSE(r.happened());
  r.salience = "main", r.status = "threatened";
  EXPECT_FALSE(r.happened());
}

}  // namespace
}  // namespace isnad::record
