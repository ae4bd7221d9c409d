// Tests of importers on hand-made files, right and broken (tests/events), as text: events and what was left out.
#include "import/import.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "import/quads.h"
#include "import/records.h"
#include "import/rows.h"

namespace isnad {
namespace {

Result<Imported> import_file(const std::string& name, const ImportOptions& options = {}) {
  const auto bytes = read_file(std::string(ISNAD_SOURCE) + "/tests/events/" + name);
  if (!bytes) return bytes.error();
  return import_events(*bytes, name, options);
}

/// "day source > target code class [place] record text", a line an event; then what was left out, with its first line.
std::string dump(const Result<Imported>& in) {
  if (!in) return in.error().message() + "\n";
  std::string out = fmt::format("{} {}\n", kEventFormatNames[size_t(in->format)], kSchemeNames[size_t(in->scheme)]);
  for (const Coded& c : in->events)
    out += fmt::format("{} {} > {} | {} {} | {} | {} | {}\n", iso_date(c.day), c.source, c.target, c.code, kQuadNames[size_t(c.quad)],
                       c.place, c.record, c.text);
  for (const auto& [why, l] : in->bad) out += fmt::format("bad {} at {}: {}\n", l.rows, l.first_line, why);
  for (const auto& [why, l] : in->skipped) out += fmt::format("skipped {} at {}: {}\n", l.rows, l.first_line, why);
  return out;
}

ImportOptions by(Parties parties) {
  ImportOptions o;
  o.parties = parties;
  return o;
}

TEST(Import, Icews) {
  EXPECT_EQ(dump(import_file("icews.tsv")),
            "icews cameo\n"
            "2020-04-05 Foreign Ministry (Arda) > Foreign Ministry (Belan) | 040 VC | Arda | 101 | Consult\n"
            "2020-04-06 Armed Rebel (Belan) > Military (Arda) | 190 MK | Belan | 102 | Use conventional military force\n");
  EXPECT_EQ(dump(import_file("icews_broken.tsv")),
            "icews cameo\n"
            "2020-04-06 Armed Rebel (Belan) > Military (Arda) | 190 MK | Belan | 102 | Use conventional military force\n"
            "2020-04-06 Armed Rebel (Belan) > Military (Arda) | 190 MK | Belan | 102 | Use conventional military force\n"
            "bad 1 at 2: the date is no day\n"
            "bad 1 at 3: too few cells (at least 9 needed)\n"
            "bad 1 at 5: too many cells\n"
            "skipped 1 at 7: a party is not named\n");
}

TEST(Import, Polecat) {
  EXPECT_EQ(dump(import_file("polecat.tsv")),
            "polecat plover\n"
            "2020-04-05 Arda > Northern Front | ASSAULT aerial MK | CAL | e1 | \n"
            "skipped 1 at 3: a party is not named\n");
  EXPECT_EQ(dump(import_file("polecat_broken.tsv")),
            "polecat plover\n"
            "2020-04-05 Arda > Northern Front | ASSAULT aerial MK | CAL | e1 | \n"
            "bad 1 at 5: no event code\n"
            "bad 1 at 4: the date is no day\n"
            "bad 1 at 2: too many cells\n");
}

TEST(Import, Gdelt) {
  EXPECT_EQ(dump(import_file("gdelt.tsv", by(Parties::country))),
            "gdelt cameo\n"
            "2020-04-05 ARD > BEL | 042 VC | AR | 1 | https://example.org/1\n"
            "2020-04-05 BEL > ARD | 190 MK | BE | 2 | https://example.org/1\n"
            "skipped 1 at 3: a party is not named\n");
  EXPECT_EQ(dump(import_file("gdelt_broken.tsv")),
            "gdelt cameo\n"
            "2020-04-05 ARDGOV > BELREB | 042 VC | AR | 1 | https://example.org/1\n"
            "bad 1 at 4: no event code\n"
            "bad 1 at 3: the date is no day\n"
            "bad 1 at 2: too few cells (at least 61 needed)\n");
}

TEST(Import, Acled) {
  EXPECT_EQ(dump(import_file("acled.csv")),
            "acled acled\n"
            "2020-04-05 Military Forces of Arda > Northern Front | Battles/Armed clash MK | North | BEL1 | On 5 April, forces clashed.\n"
            "Two lines, and a \"quote\".\n"
            "skipped 1 at 4: a party is not named\n");
  EXPECT_EQ(dump(import_file("acled.csv", by(Parties::place))).substr(0, 43), "acled acled\n2020-04-05 * > North | Battles/");
  EXPECT_EQ(dump(import_file("acled_broken.csv")),
            "acled acled\n"
            "2020-04-06 A > B | Battles/Armed clash MK | North | BEL2 | fine\n"
            "bad 1 at 4: a quote is never closed\n"
            "bad 1 at 2: the date is no day\n");
}

TEST(Import, Ucdp) {
  EXPECT_EQ(dump(import_file("ucdp.csv")),
            "ucdp ucdp\n"
            "2020-04-05 Government of Belan > Northern Front | 1 MK | North | 11 | \n"
            "skipped 1 at 3: dated to the year only\n");
  EXPECT_EQ(dump(import_file("ucdp_broken.csv")),
            "ucdp ucdp\n"
            "2020-04-06 Government of Belan > Northern Front | 1 MK | North | 13 | \n"
            "bad 1 at 2: the date is no day\n"
            "bad 1 at 3: too few cells (at least 39 needed)\n");
}

TEST(Import, Keds) {
  EXPECT_EQ(dump(import_file("keds.tsv")),
            "keds weis\n"
            "1990-08-02 ARD > BEL | 223 MK |  |  | \n"
            "1990-08-03 BEL > ARD | 122 VK |  |  | \n"
            "1990-08-03 CAL > ARD | 023 VC |  |  | \n");
  EXPECT_EQ(dump(import_file("keds_broken.tsv")),
            "keds weis\n"
            "1990-08-02 ARD > BEL | 223 MK |  |  | \n"
            "bad 1 at 5: no event code\n"
            "bad 1 at 3: the date is no day\n"
            "bad 1 at 2: too few cells (at least 4 needed)\n"
            "skipped 1 at 4: both parties are the same\n");
  ImportOptions cameo;
  cameo.scheme = Scheme::cameo;
  EXPECT_NE(dump(import_file("keds.tsv", cameo)).find("BEL > ARD | 122 VK"), std::string::npos);
}

TEST(Import, Plain) {
  EXPECT_EQ(dump(import_file("plain.csv")),
            "plain plover\n"
            "2020-04-05 Arda > Belan | ASSAULT MK | North |  | \n"
            "2020-04-06 Belan, East > Arda | CONSULT visit VC |  |  | \n");
  EXPECT_EQ(dump(import_file("plain_broken.csv")),
            "plain plover\n"
            "2020-04-07 Arda > Belan | AID MC |  |  | \n"
            "bad 1 at 3: the date is no day\n"
            "bad 1 at 2: too few cells (at least 3 needed)\n"
            "bad 1 at 4: too many cells\n");
}

TEST(Import, PlainWithNamedColumns) {
  ImportOptions o;
  o.columns = {"source", "target", "day"};
  o.days_per_unit = 10;
  o.zero = *day_of("1992-01-01");
  EXPECT_EQ(dump(import_file("days.csv", o)),
            "plain cameo\n"
            "1992-01-01 31 > 142 |  other |  |  | \n"
            "1992-01-04 142 > 31 |  other |  |  | \n"
            "1992-01-16 5 > 8 |  other |  |  | \n");
  EXPECT_EQ(dump(import_file("days_broken.csv", o)),
            "plain cameo\n"
            "1992-01-01 31 > 142 |  other |  |  | \n"
            "bad 3 at 2: the date is no day\n"
            "bad 1 at 5: too few cells (at least 3 needed)\n");
  o.columns = {"date=date", "source=target", "target=source", "code=code"};
  EXPECT_NE(dump(import_file("plain.csv", o)).find("Belan > Arda | ASSAULT"), std::string::npos);
  o.columns = {"date=when", "source=source", "target=target"};
  EXPECT_EQ(dump(import_file("plain.csv", o)), "plain.csv:1: there is no column 'when' (--columns takes the names of the first line)\n");
  o.columns = {"day", "source", "sauce"};
  EXPECT_NE(dump(import_file("days.csv", o)).find("there is no field 'sauce'"), std::string::npos);
}

TEST(Import, Records) {
  EXPECT_EQ(dump(import_file("records.jsonl")),
            "isnad plover\n"
            "2020-04-03 ard.military > BELREB | ASSAULT MK | BEL | a1 | hit\n"
            "2020-04-05 ard.military > BELREB | CONSULT VC |  | a3 | hit\n"
            "skipped 1 at 5: background of another event\n"
            "skipped 2 at 2: planned, threatened, denied or only possible\n");
  EXPECT_EQ(
      dump(import_file("records_broken.jsonl")),
      "isnad plover\n"
      "2020-04-05 ard.military > BELREB | ASSAULT MK |  | a1 | hit\n"
      "bad 1 at 2: broken JSON: The JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc.\n"
      "bad 1 at 5: no day: neither the event nor the report is dated\n"
      "bad 1 at 4: no record: \"event\" is missing\n"
      "bad 1 at 3: no record: not an object\n"
      "skipped 1 at 6: a party is not named\n");
}

TEST(Import, RecordsKeepTheirDocumentAndSentence) {
  const auto in = import_events(
      R"({"id":"a","doc":{"id":"d","date":"2020-04-05","source":"Wire"},"event":"AID","status":"occurred","actor":[{"id":"x"}],"recipient":[{"id":"y"}],"sentence":{"index":1,"span":[10,40]}})",
      "x", {});
  ASSERT_TRUE(in && in->events.size() == 1);
  const Told& told = in->events[0].told;
  EXPECT_EQ(told.document + " " + told.outlet, "d Wire");
  EXPECT_EQ(told.begin, 10);
  EXPECT_EQ(told.end, 40);
}

TEST(Import, CommitmentsOfRecords) {
  const auto bytes = read_file(std::string(ISNAD_SOURCE) + "/tests/events/commitments.jsonl");
  ASSERT_TRUE(bytes);
  const auto dumped = [&](Parties parties) {
    const Commitments in = read_commitments(*bytes, parties);
    std::string out = fmt::format("{} rows\n", in.rows);
    const auto deed = [](const Coded& c) { return fmt::format("{} > {} {} {}", c.source, c.target, c.code, kQuadNames[size_t(c.quad)]); };
    for (const Commitment& c : in.list)
      out += fmt::format("{} {}: {}: if {}: then {}\n", iso_date(c.then.day), c.then.record, c.condition, deed(c.when), deed(c.then));
    for (const auto& [why, l] : in.bad) out += fmt::format("bad {} at {}: {}\n", l.rows, l.first_line, why);
    for (const auto& [why, l] : in.skipped) out += fmt::format("skipped {} at {}: {}\n", l.rows, l.first_line, why);
    return out;
  };
  const std::string rest =
      "bad 1 at 9: no record: \"id\" is no text\n"
      "skipped 1 at 7: a party is not named\n"
      "skipped 1 at 6: the condition is no event\n"
      "skipped 1 at 4: the condition is that something does not happen\n";
  EXPECT_EQ(dumped(Parties::name),
            "9 rows\n"
            "2020-04-05 t2: if its ships are stopped: if  > ard.military COERCE MK: then ard.military > BEL ASSAULT MK\n"
            "2020-04-06 p1: if the two sign: if BEL > ard.military AGREE VC: then CAL > BEL AID MC\n" +
                rest);
  EXPECT_EQ(dumped(Parties::country),
            "9 rows\n"
            "2020-04-05 t2: if its ships are stopped: if  > ARD COERCE MK: then ARD > BEL ASSAULT MK\n"
            "2020-04-06 p1: if the two sign: if BEL > ARD AGREE VC: then CAL > BEL AID MC\n" +
                rest);
}

TEST(Import, FilesOfNoKnownFormatAreErrors) {
  EXPECT_EQ(import_events("", "x", {}).error().message(), "x: is empty (name a file with events)");
  EXPECT_FALSE(import_events("one,two\n1,2\n", "x", {}));
  ImportOptions o;
  o.format = EventFormat::acled;
  EXPECT_EQ(import_events("one,two\n1,2\n", "x", o).error().message(),
            "x:1: there is no column 'event_date' (is it another format? isnad import --help lists them)");
}

TEST(Import, ItsOwnCsvReadsBack) {
  const auto in = import_file("acled.csv");
  ASSERT_TRUE(in);
  const auto again = import_events(to_csv(in->events), "again.csv", {});
  ASSERT_TRUE(again);
  EXPECT_EQ(to_csv(again->events), to_csv(in->events));
}

TEST(Import, EventsWithoutCodesReadBack) {
  ImportOptions o;
  o.columns = {"source", "target", "day"};
  const auto in = import_file("days.csv", o);
  ASSERT_TRUE(in);
  const auto again = import_events(to_csv(in->events), "again.csv", {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->events.size(), in->events.size());
  EXPECT_TRUE(again->bad.empty());
}

/// What is written reads back, whatever stands where a party is named: in records, in places as targets, and in bytes that are no UTF-8.
TEST(Import, OddPartiesReadBackOrAreLeftOut) {
  const auto events = [](const std::string& bytes, Parties parties) {
    const auto in = import_events(bytes, "odd", by(parties));
    if (!in) return std::string("error");
    const auto again = import_events(to_csv(in->events), "again", {});
    EXPECT_TRUE(in->events.empty() || (again && again->events.size() == in->events.size() && again->bad.empty())) << bytes;
    return in->events.empty() ? "none" : in->events[0].source + " > " + in->events[0].target;
  };
  const auto record = [](const std::string& source, const std::string& target, const std::string& place) {
    return R"({"doc":{"date":"2020-04-05"},"event":"ASSAULT","status":"occurred","actor":[{"id":")" + source +
           R"("}],"recipient":[{"id":")" + target + R"("}],"location":{"country":")" + place + "\"}}\n";
  };
  EXPECT_EQ(events(record(" ard ; x", "bel", "CAL"), Parties::name), "ard > bel");
  EXPECT_EQ(events(record("NULL", "bel", "CAL"), Parties::name), "none");
  EXPECT_EQ(events(record("ard", " ;bel", "CAL"), Parties::name), "none");
  EXPECT_EQ(events(record("ard", "ard; bel", "CAL"), Parties::name), "none");
  EXPECT_EQ(events(record("ard", "bel", "CAL;DOR"), Parties::place), "* > CAL");
  EXPECT_EQ(events(record("ard", "bel", "---"), Parties::place), "none");
  const std::string plain = "date,source,target,place\n2020-04-05,";
  EXPECT_EQ(events(plain + "\xFF,\xFE,x\n", Parties::name), "none");  // the same once repaired
  EXPECT_EQ(events(plain + "a,b,\" North; South\"\n", Parties::place), "* > North");
  EXPECT_EQ(events(plain + "a,b,None\n", Parties::place), "none");
}

TEST(Import, PatternsChooseTheEvent) {
  const auto in = import_file("keds.tsv");
  ASSERT_TRUE(in);
  const auto marks = [&](std::string_view pattern) {
    std::string out;
    const Happenings h = happenings_of(in->events, pattern);
    for (const Happening& x : h.list) out += h.marks[x.mark.value] + " ";
    return out;
  };
  EXPECT_EQ(marks("22"), "event VK VC ");
  EXPECT_EQ(marks("22*,12"), "event event VC ");
  EXPECT_EQ(marks("MK,VC"), "event VK event ");
  EXPECT_EQ(marks("nothing"), "MK VK VC ");
}

TEST(Rows, QuotesTabsAndLineEnds) {
  std::vector<std::string_view> row;
  RowReader csv("a,\"b,\"\"c\"\"\nd\",\r\n\r\n,x\n", ',');
  ASSERT_TRUE(csv.next(row));
  EXPECT_EQ(row, (std::vector<std::string_view>{"a", "b,\"c\"\nd", ""}));
  ASSERT_TRUE(csv.next(row));
  EXPECT_EQ(row, (std::vector<std::string_view>{"", "x"}));
  EXPECT_EQ(csv.line(), 4);
  EXPECT_FALSE(csv.next(row));
  RowReader tsv("\"a\tb\n", '\t');
  ASSERT_TRUE(tsv.next(row));
  EXPECT_EQ(row, (std::vector<std::string_view>{"\"a", "b"}));
  EXPECT_FALSE(tsv.broken());
}

TEST(Quads, NumbersOrTheLineThatHasNone) {
  const auto facts = read_quads("0\t1\t2\t48\n\n3 0 4 24 more\r\n", "q");
  ASSERT_TRUE(facts);
  ASSERT_EQ(facts->size(), 2U);
  EXPECT_EQ(day_unit(*facts, {}), 24);
  EXPECT_EQ(read_quads("0\t1\t2\n", "q").error().line, 1);
  EXPECT_EQ(read_quads("0\t1\t2\t3\n0\tx\t2\t3\n", "q").error().line, 2);
  EXPECT_FALSE(read_quads("99999999\t1\t2\t3\n", "q"));
  EXPECT_FALSE(read_quads("0\t1\t2\t-3\n", "q"));
}

}  // namespace
}  // namespace isnad
