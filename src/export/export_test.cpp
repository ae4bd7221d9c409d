// Tests of what formats have in common: kinds, days, pairs, ACLED's sub-types, cells that hold anything.
#include "export/export.h"

#include <gtest/gtest.h>

#include "export/acled_kind.h"
#include "export/cameo.h"
#include "export/circumstances.h"
#include "export/countries.h"
#include "export/network.h"
#include "export/parties.h"
#include "export/rows.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Record;

Record event(std::string type, std::string mode = {}) {
  Record r;
  r.event = std::move(type), r.status = "occurred", r.salience = "main";
  if (!mode.empty()) r.mode = {std::move(mode)};
  return r;
}

Entity party(std::string country, std::string sector) {
  Entity e;
  e.code = country + sector, e.country = std::move(country), e.sector = std::move(sector);
  return e;
}

TEST(Exports, EachRecordIsOfOneKind) {
  Record r = event("ASSAULT");
  EXPECT_EQ(kind_of(r), Kind::happened);
  r.salience = "background";
  EXPECT_EQ(kind_of(r), Kind::background);
  r.status = "promised";
  EXPECT_EQ(kind_of(r), Kind::planned);
  r.aux = {"negation"};
  EXPECT_EQ(kind_of(r), Kind::denied);
  r = event("ASSAULT"), r.aux = {"hypothetical"};
  EXPECT_EQ(kind_of(r), Kind::planned);
  EXPECT_EQ(r.happened(), kind_of(r) == Kind::happened);
  r = event("AGREE"), r.status = "planned", r.aux = {"future"};
  EXPECT_EQ(kind_of(r), Kind::announced);
  r.status = "promised";
  EXPECT_EQ(kind_of(r), Kind::planned);
}

TEST(Exports, FormatsTakeOnlyTheirKinds) {
  Record r = event("ASSAULT");
  r.cameo = "190", r.doc.date = "2020-04-05", r.status = "threatened";
  std::string out;
  EXPECT_EQ(make_exporter(Format::gdelt, default_kinds(Format::gdelt)).add({r, {}}, out), Left::planned);
  EXPECT_EQ(out, "");
  EXPECT_EQ(make_exporter(Format::gdelt, kAllKinds).add({r, {}}, out), Left::no);
  EXPECT_EQ(make_exporter(Format::plover, default_kinds(Format::plover)).add({r, {}}, out), Left::no);
}

std::string when_text(std::string start, std::string end, std::string published_on) {
  Record r = event("AID");
  r.doc.date = std::move(published_on);
  if (!start.empty() || !end.empty()) r.date.emplace(), r.date->start = std::move(start), r.date->end = std::move(end);
  const auto w = when(r);
  return w ? iso_date(w->day) + " " + std::to_string(w->precision) : "never";
}

TEST(Exports, DaysAreAsPreciseAsTold) {
  EXPECT_EQ(when_text("2020-04-04", "2020-04-04", "2020-04-05"), "2020-04-04 1");
  EXPECT_EQ(when_text("2020-03-30", "2020-04-05", "2020-04-05"), "2020-03-30 2");
  EXPECT_EQ(when_text("2020-03-01", "2020-03-31", "2020-04-05"), "2020-03-01 3");
  EXPECT_EQ(when_text("2019-01-01", "2019-12-31", "2020-04-05"), "never");
  EXPECT_EQ(when_text("2020-02-01", "", "2020-04-05"), "2020-04-05 2");
  EXPECT_EQ(when_text("", "", "2020-04-05"), "2020-04-05 2");
  EXPECT_EQ(when_text("", "", ""), "never");
  EXPECT_EQ(when_text("2020-04-05", "2020-04-01", "2020-04-05"), "never");
  EXPECT_EQ(when_text("yesterday", "x", "2020-13-05"), "never");
}

std::string pairs(const Record& r) {
  std::string out;
  const auto code = [](const Entity* e) { return e == nullptr ? std::string("-") : e->code; };
  for (const auto& [a, b] : dyads(r)) out += code(a) + ">" + code(b) + " ";
  return out;
}

TEST(Exports, PairsAreAllActorsWithAllRecipients) {
  Record r = event("ASSAULT");
  EXPECT_EQ(pairs(r), "->- ");
  r.recipient = {party("IRQ", "")};
  EXPECT_EQ(pairs(r), "->IRQ ");
  r.actor = {party("USA", "MIL"), party("GBR", "MIL")};
  EXPECT_EQ(pairs(r), "USAMIL>IRQ GBRMIL>IRQ ");
  r.recipient.clear();
  EXPECT_EQ(pairs(r), "USAMIL>- GBRMIL>- ");
  r.event = "CONSULT";
  EXPECT_EQ(pairs(r), "USAMIL>GBRMIL GBRMIL>USAMIL ");
  r.actor.assign(1000, party("USA", "MIL"));
  EXPECT_EQ(dyads(r).size(), kMostParties * (kMostParties - 1));
}

TEST(Gdelt, FractionsOfYearsAreThoseOfItsFiles) {
  for (const auto& [day, fraction] : {std::pair("2017-06-01", "2017.4137"), {"2016-07-01", "2016.4959"}, {"2007-07-04", "2007.5041"}}) {
    Record r = event("AID");
    r.cameo = "070", r.doc.date = day;
    std::string out;
    make_exporter(Format::gdelt, kAllKinds).add({r, {}}, out);
    EXPECT_NE(out.find(std::string("\t") + fraction + "\t"), std::string::npos) << out;
  }
}

TEST(Exports, OnlyWhatIsKnownIdentifiesAnActor) {
  EXPECT_EQ(key_of(party("IRQ", "MIL")), "IRQMIL");
  EXPECT_EQ(key_of(party("", "COP")), "");
  EXPECT_EQ(key_of(party("NGO", "")), "");
  EXPECT_EQ(key_of(party("UNO", "")), "UNO");
  Entity e = party("NGO", "");
  e.id = "aid_group";
  EXPECT_EQ(key_of(e), "aid_group");
}

TEST(Exports, CameoCodesFallBackToShorterOnes) {
  EXPECT_EQ(cameo_code("0874")->goldstein, 10);
  EXPECT_EQ(cameo_code("04")->code, "040");
  EXPECT_EQ(cameo_code("1909")->code, "190");
  EXPECT_EQ(cameo_code(""), nullptr);
  EXPECT_EQ(cameo_code("999"), nullptr);
  EXPECT_EQ(cameo_code("x"), nullptr);
  for (int root = 1; root <= 20; ++root) EXPECT_NE(cameo_code((root < 10 ? "0" : "") + std::to_string(root)), nullptr) << root;
}

TEST(Exports, CountriesAreFoundByTheirCode) {
  EXPECT_EQ(country("IRQ")->fips, "IZ");
  EXPECT_EQ(country("IRQ")->cow, 645);
  EXPECT_EQ(country("UNO"), nullptr);
  EXPECT_EQ(country_name("UNO"), "UNO");
  EXPECT_EQ(country_name("XKX"), "Kosovo");
}

std::string sub_type(const Record& r) {
  const auto kind = acled_kind(r);
  return kind ? std::string(names_of(*kind).sub_type) : "none";
}

TEST(Acled, SubTypesFollowModes) {
  EXPECT_EQ(sub_type(event("ASSAULT", "drone")), "Air/drone strike");
  EXPECT_EQ(sub_type(event("ASSAULT", "suicide-attack")), "Suicide bomb");
  EXPECT_EQ(sub_type(event("ASSAULT", "abduct")), "Abduction/forced disappearance");
  EXPECT_EQ(sub_type(event("PROTEST", "riot")), "Violent demonstration");
  EXPECT_EQ(sub_type(event("PROTEST")), "Peaceful protest");
  EXPECT_EQ(sub_type(event("PROTEST", "strike")), "none");
  EXPECT_EQ(sub_type(event("COERCE", "arrest")), "Arrests");
  EXPECT_EQ(sub_type(event("COERCE", "seize")), "Looting/property destruction");
  EXPECT_EQ(sub_type(event("CONSULT", "visit")), "none");
  Record r = event("ASSAULT", "crowd-control");
  EXPECT_EQ(sub_type(r), "Protest with intervention");
  r.quantity.resize(1), r.quantity[0].of = "killed";
  EXPECT_EQ(sub_type(r), "Excessive force against protesters");
}

TEST(Acled, SidesTellClashesFromAttacks) {
  Record r = event("ASSAULT");
  EXPECT_EQ(sub_type(r), "Attack");
  r.cameo = "190";
  EXPECT_EQ(sub_type(r), "Armed clash");
  r.recipient = {party("", "CVL")};
  EXPECT_EQ(sub_type(r), "Attack");
  r.recipient = {party("IRQ", "COP")};
  EXPECT_EQ(sub_type(r), "Armed clash");
  r.actor = {party("", "CVL")};
  EXPECT_EQ(sub_type(r), "Violent demonstration");
  r.actor = {party("", "REB")};
  EXPECT_EQ(sub_type(r), "Armed clash");
}

TEST(Acled, InterCodes) {
  EXPECT_EQ(acled_inter(party("IRQ", "MIL"), "IRQ"), 1);
  EXPECT_EQ(acled_inter(party("USA", "MIL"), "IRQ"), 8);
  EXPECT_EQ(acled_inter(party("", "REB"), "IRQ"), 2);
  EXPECT_EQ(acled_inter(party("", "UAF"), "IRQ"), 3);
  EXPECT_EQ(acled_inter(party("", "JRN"), "IRQ"), 7);
  EXPECT_EQ(acled_inter(party("", ""), "IRQ"), 0);
}

std::string row_of(Table table, std::string_view text) {
  std::string out;
  Row(table, out).cell("a").cell(text).cell("b").end();
  return out;
}

TEST(Acled, APointAtADistanceIsNearItsPlace) {
  Record r = event("PROTEST", "riot");
  r.doc.date = "2020-04-05";
  r.location.emplace();
  r.location->country = "IRQ", r.location->lat = 36.5, r.location->lon = 43.25;
  for (const auto& [precision, told] : {std::pair{"city", ",36.5,43.25,1,"}, {"radius", ",36.5,43.25,2,"}}) {
    r.location->precision = precision;
    std::string out;
    EXPECT_EQ(make_exporter(Format::acled, kAllKinds).add({r, {}}, out), Left::no);
    EXPECT_NE(out.find(told), std::string::npos) << out;
  }
}

TEST(Rows, CellsCannotBreakTheirRow) {
  EXPECT_EQ(row_of(Table::tsv, "x\ty\r\nz \"q\" '"), "a\tx y  z 'q' '\tb\n");
  EXPECT_EQ(row_of(Table::tsv, "\xE2\x80\xA8\xC2\x85\x0B\x01."), "a\t    .\tb\n");
  EXPECT_EQ(row_of(Table::csv, "x,\"y\"\n"), "a,\"x,\"\"y\"\"\n\",b\r\n");
  EXPECT_EQ(row_of(Table::csv, std::string_view("x\0y", 3)), "a,x\xEF\xBF\xBDy,b\r\n");
  EXPECT_EQ(row_of(Table::csv_unix, ""), "a,,b\n");
  EXPECT_EQ(row_of(Table::csv_tidy, " x\t\n y, \"z\"\r\n"), "a,\"x y, \"\"z\"\"\",b\r\n");
  EXPECT_EQ(row_of(Table::tsv, "\xE2\x80\x8F"), "a\t\xE2\x80\x8F\tb\n");  // a mark of direction is text
}

TEST(Rows, JoinedKeepsPlaces) {
  const auto same = [](const std::string& s) { return s; };
  EXPECT_EQ(joined(std::vector<std::string>{"a", "", "b"}, "; ", same), "a; ; b");
  EXPECT_EQ(joined(std::vector<std::string>{"", ""}, "; ", same), "");
}

TEST(Network, TheOrderOfRecordsHasNoMeaning) {
  Record a = event("ASSAULT"), b = event("AID");
  a.score = -9, b.score = 10;
  a.actor = {party("USA", "MIL")}, a.recipient = {party("IRQ", "")};
  b.actor = {party("USA", "MIL")}, b.recipient = {party("IRQ", "")};
  b.actor[0].name.en = "U.S. Armed Forces", a.actor[0].name.en = "US forces";
  for (const Format f : {Format::gexf, Format::graphml}) {
    std::string ab, ba;
    const Exporter x = make_exporter(f, kAllKinds), y = make_exporter(f, kAllKinds);
    x.add({a, {}}, ab), x.add({b, {}}, ab), x.end(ab);
    y.add({b, {}}, ba), y.add({a, {}}, ba), y.end(ba);
    EXPECT_EQ(ab, ba);
    EXPECT_NE(ab.find("U.S. Armed Forces"), std::string::npos);
  }
}

TEST(Network, XmlTakesOnlyItsCharacters) {
  EXPECT_EQ(xml_text(std::string_view("a\0\x01\t\xEF\xBF\xBE", 7)), "a\xEF\xBF\xBD\xEF\xBF\xBD\t\xEF\xBF\xBD");
}

}  // namespace
}  // namespace isnad::exports
