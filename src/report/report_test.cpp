// Tests of records, CSV, table and explanation on a reading built by hand.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "report/cells.h"
#include "report/explain.h"
#include "report/record.h"
#include "report/table.h"
#include "report/test_sketch.h"

namespace isnad {
namespace {

using sketch::Sketch;

std::string records(const Sketch& s) {
  CodePoints points;
  std::string out;
  append_records(s.view(), points, out);
  return out;
}

std::string table(const Sketch& s, const TableLook& look) {
  std::string out;
  append_table(s.view(), look, out);
  return out;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Record, HasEveryFieldOfTheContract) {
  const Sketch s;
  const std::string out = records(s);
  const std::string first = out.substr(0, out.find('\n'));
  for (
      const std::string_view part :
      {R"({"id":"b3f1000000000001","doc":{"id":"d1","date":"2020-04-05","source":"A, \"B\""},"event":"RETREAT","mode":["withdraw"],"context":["military"],)",
       R"("cameo":"0874","quad":"MC","score":6.5,"status":"planned","aux":["future","negation"],"salience":"main","actor":[{"text":)",
       R"("id":"usa.military")",
       R"("country":"USA","sector":"MIL","code":"USAMIL","count":{"value":5000,"low":5000,"text":"5,000","span":[)",
       R"("via":"alias","affiliation":["USA"],"title":"commander"})",
       R"("context_country":"IRQ","via":"coreference","antecedent":{"text":)",
       R"("lat":33.5,"lon":44.25,"kind":"base","admin1":"Baghdad","country":"IRQ","precision":"site"})",
       R"("date":{"start":"2020-02-01","end":"2020-02-29","precision":"month","text":)",
       R"("quantity":[{"of":"troops","value":5000,"low":5000,"text":)", R"("stance":"denies","medium":"statement","span":[2,5]}])",
       R"("condition":[{"kind":"if","text":)", R"("event":"c000000000000002"}],"content":["c000000000000002"],)",
       R"("sentence":{"index":0,"span":[0,)", R"("frame":"withdraw_forces","why":[{"field":"actor","rule":"subject.verb","span":[)",
       R"("confidence":0.83})"})
    EXPECT_TRUE(has(first, part)) << part << "\nin " << first;
  EXPECT_FALSE(has(out, "null"));
  EXPECT_FALSE(has(out, ":\"\""));
}

TEST(Record, WhatIsUnknownIsAbsent) {
  const Sketch s;
  const std::string out = records(s);
  const std::string second = out.substr(out.find('\n') + 1);
  EXPECT_EQ(
      second.substr(0, second.find(R"(,"trigger")")),
      R"({"id":"c000000000000002","doc":{"id":"d1","date":"2020-04-05","source":"A, \"B\""},"event":"THREATEN","cameo":"08","quad":"MC","score":6.5,)"
      R"("status":"occurred","salience":"background")");
}

TEST(Record, ADescriptionByCountryIsNotTheCountry) {
  Sketch s;
  Entity& its = s.reading->entities.entities[1];
  its.antecedent = EntityId::none(), its.state = 0, its.via = Via::description, its.country = "IRQ", its.sector = Sector::COP;
  EXPECT_FALSE(has(records(s), R"("id":"IRQ")"));
  EXPECT_TRUE(has(records(s), R"("code":"IRQCOP")"));
  its.via = Via::metonymy;
  EXPECT_TRUE(has(records(s), R"("id":"IRQ","name":{"ar":)"));
}

TEST(Record, APronounGivesTheWordsItStandsFor) {
  Sketch s;
  s.reading->mentions.phrases[1].kind = PhraseKind::pronoun;
  const std::string its(Sketch::kIts), spokesman(Sketch::kSpokesman), out = records(s);
  EXPECT_TRUE(has(out, "\"recipient\":[{\"text\":\"" + spokesman + "\"")) << out;
  EXPECT_TRUE(has(out, "\"mention\":{\"text\":\"" + its + "\"")) << out;
  EXPECT_FALSE(has(out, "antecedent"));
  EXPECT_TRUE(has(table(s, {}), spokesman));
  EXPECT_FALSE(has(table(s, {}), "  " + its + " "));
}

TEST(Record, SpansCutTheSurfaceOutOfTheText) {
  const Sketch s;
  const std::string out = records(s);
  const std::u32string letters = to_utf32(s.document.text());
  size_t checked = 0;
  for (size_t at = out.find("{\"text\":\""); at != std::string::npos; at = out.find("{\"text\":\"", at + 1)) {
    const size_t begin = at + 9, end = out.find('"', begin), span = out.find("\"span\":[", end) + 8;
    const auto from = static_cast<size_t>(std::stoul(out.substr(span))),
               to = static_cast<size_t>(std::stoul(out.substr(out.find(',', span) + 1)));
    EXPECT_EQ(to_utf8(letters.substr(from, to - from)), out.substr(begin, end - begin));
    ++checked;
  }
  EXPECT_GE(checked, 6U);
}

TEST(Table, NoLineIsWiderThanTheTerminal) {
  const Sketch s;
  for (const size_t width : {40, 60, 72, 80, 100, 112, 133, 200}) {
    const std::string out = table(s, {width, Names::english, true, true});
    for (size_t at = 0; at < out.size();) {
      const size_t end = out.find('\n', at);
      std::string line = out.substr(at, end - at);
      for (size_t e = line.find('\x1B'); e != std::string::npos; e = line.find('\x1B')) line.erase(e, line.find('m', e) - e + 1);
      EXPECT_LE(display_width(line), width) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
      at = end + 1;
    }
  }
}

TEST(Table, NamesFollowTheWish) {
  const Sketch s;
  const std::string en = table(s, {160, Names::english, false, false}), ar = table(s, {160, Names::arabic, false, false});
  EXPECT_TRUE(has(en, "US Armed Forces")) << en;
  EXPECT_TRUE(has(en, "Taji [IRQ]"));
  EXPECT_FALSE(has(ar, "US Armed Forces"));
  EXPECT_TRUE(has(ar, s.lex.text(s.lex.actors[0].name_ar)));
  EXPECT_TRUE(has(en, Sketch::kSpokesman)) << "a pronoun is shown as what it means";
}

TEST(Table, PlainWhereNotATerminal) {
  const Sketch s;
  const std::string out = table(s, {});
  EXPECT_FALSE(has(out, "\x1B"));
  EXPECT_FALSE(has(out, "\u2068"));
  for (const std::string_view part :
       {"RETREAT", "withdraw", "planned", "negated", "2020-02", "if: ", "what: THREATEN", "b3f10", "background"})
    EXPECT_TRUE(has(out, part)) << part;
}

TEST(Table, ADocumentWithoutEventsIsSilent) {
  Sketch s;
  s.reading->events = {};
  EXPECT_EQ(table(s, {}), "");
  EXPECT_EQ(records(s), "");
}

TEST(Explain, GivesValueWordsAndRule) {
  const Sketch s;
  std::string out;
  EXPECT_EQ(append_explanations(s.view(), {}, "b3", out), 1U);
  EXPECT_TRUE(has(out, "b3f1000000000001  RETREAT withdraw"));
  EXPECT_TRUE(has(out, "[[" + std::string(Sketch::kWithdrew) + "]]"));
  EXPECT_TRUE(has(out, "US Armed Forces [USAMIL], commander, by alias (name)")) << out;
  EXPECT_TRUE(has(out, "from \u00AB" + std::string(Sketch::kForces) + "\u00BB by rule subject.verb")) << out;
  EXPECT_EQ(append_explanations(s.view(), {}, "", out), 2U);
  EXPECT_EQ(append_explanations(s.view(), {}, "zz", out), 0U);
}

}  // namespace
}  // namespace isnad
