// What is exported, read by others: our own importers of these formats, simdjson, libxml2. Records: tests/exports/records.jsonl, invented,
// with tabs, quotes, line breaks, marks of direction and markup in every field; goldens beside it show the files. And the brief made of
// them.
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <simdjson.h>

#include <cmath>
#include <map>
#include <set>

#include "base/file.h"
#include "base/utf8.h"
#include "export/brief.h"
#include "export/export.h"
#include "import/import.h"
#include "import/rows.h"
#include "support/golden.h"

namespace isnad {
namespace {

using exports::Format;
using exports::Left;
using record::Record;

std::vector<Record> records() {
  std::vector<Record> out;
  const auto text = read_file(std::string(ISNAD_SOURCE) + "/tests/exports/records.jsonl");
  EXPECT_TRUE(text.ok());
  std::string_view rest = text ? std::string_view(*text) : std::string_view();
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    auto r = record::parse(line);
    EXPECT_TRUE(r.ok()) << line;
    if (r) out.push_back(std::move(*r));
  }
  return out;
}

struct Exported {
  std::string text;
  std::map<Left, size_t> left;
};

Exported exported(Format format, const std::vector<Record>& all, exports::Kinds kinds) {
  Exported out;
  const auto exporter = make_exporter(format, kinds);
  exporter.begin(out.text);
  for (const Record& r : all) ++out.left[exporter.add({r, {}}, out.text)];
  exporter.end(out.text);
  EXPECT_EQ(find_invalid(out.text), std::string_view::npos);
  return out;
}

Exported exported(Format format) { return exported(format, records(), default_kinds(format)); }

std::vector<std::vector<std::string>> table(std::string_view bytes, char separator) {
  std::vector<std::vector<std::string>> out;
  RowReader reader(bytes, separator);
  for (std::vector<std::string_view> cells; reader.next(cells);) {
    EXPECT_FALSE(reader.broken());
    out.emplace_back(cells.begin(), cells.end());
  }
  return out;
}

void expect_width(const std::vector<std::vector<std::string>>& rows, size_t width) {
  for (const auto& row : rows) EXPECT_EQ(row.size(), width) << row[0];
}

Imported imported(Format format, EventFormat as, Parties parties) {
  ImportOptions options;
  options.format = as, options.parties = parties;
  auto in = import_events(exported(format).text, "exported", options);
  EXPECT_TRUE(in.ok()) << (in ? "" : in.error().message());
  return in ? std::move(*in) : Imported();
}

/// "day source > target code place", a line an event.
std::string lines(const Imported& in) {
  std::string out;
  for (const Coded& c : in.events) out += iso_date(c.day) + " " + c.source + " > " + c.target + " " + c.code + " " + c.place + "\n";
  EXPECT_TRUE(in.bad.empty()) << in.bad.begin()->first;
  return out;
}

TEST(Exported, LooksAsInTheGoldens) {
  for (size_t f = 0; f < size_t(Format::count_); ++f) {
    const std::string name(exports::kFormatNames[f]);
    check_document("tests/exports/" + name + ".golden", exported(Format(f)).text,
                   "isnad export --format " + name + " tests/exports/records.jsonl");
  }
}

TEST(Exported, GdeltIsReadBack) {
  expect_width(table(exported(Format::gdelt).text, '\t'), 61);
  EXPECT_EQ(lines(imported(Format::gdelt, EventFormat::automatic, Parties::country)),
            "2024-03-04 TUR > SYR 042 SY\n2024-03-04 SYR > TUR 042 SY\n2024-03-12 IRN > USA 138 \n2024-03-12 IRN > SYR 112 IZ\n");
}

TEST(Exported, GdeltMentionsHaveTheIdsOfEvents) {
  const auto events = table(exported(Format::gdelt).text, '\t'), mentions = table(exported(Format::gdelt_mentions).text, '\t');
  expect_width(mentions, 16);
  ASSERT_EQ(events.size(), mentions.size());
  std::set<std::string> ids;
  for (size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i][0], mentions[i][0]);
    EXPECT_LE(std::stoull(events[i][0]), 1ULL << 53);
    EXPECT_TRUE(ids.insert(events[i][0]).second) << "twice: " << events[i][0];
  }
}

TEST(Exported, IcewsIsReadBack) {
  expect_width(table(exported(Format::icews).text, '\t'), 20);
  const std::string text = lines(imported(Format::icews, EventFormat::automatic, Parties::name));
  EXPECT_NE(text.find("2024-03-04 Turkey > United Nations 042 Syria\n"), std::string::npos) << text;
  EXPECT_NE(text.find("2024-03-01 Iraqi Army > "), std::string::npos) << text;
}

TEST(Exported, PolecatIsReadBack) {
  expect_width(table(exported(Format::polecat).text, '\t'), 40);
  const std::string text = lines(imported(Format::polecat, EventFormat::automatic, Parties::country));
  EXPECT_NE(text.find("2024-03-12 IRN > USA THREATEN violence \n"), std::string::npos) << text;
}

TEST(Exported, AcledIsReadBack) {
  const auto rows = table(exported(Format::acled).text, ',');
  expect_width(rows, 31);
  const std::string text = lines(imported(Format::acled, EventFormat::automatic, Parties::name));
  EXPECT_NE(text.find("2024-03-11 U.S. Armed Forces > "), std::string::npos) << text;
  EXPECT_NE(text.find("Explosions/Remote violence/Air/drone strike Baghdad\n"), std::string::npos) << text;
}

TEST(Exported, PloverLinesAreObjects) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines_of;
  const std::string text = exported(Format::plover).text;
  const simdjson::padded_string padded(text);
  ASSERT_EQ(parser.parse_many(padded).get(lines_of), simdjson::SUCCESS);
  size_t i = 0;
  const auto all = records();
  for (auto line : lines_of) {
    std::string_view event;
    ASSERT_EQ(line["event"].get(event), simdjson::SUCCESS);
    EXPECT_EQ(event, all.at(i++).event);
  }
  EXPECT_EQ(i, all.size());
}

TEST(Exported, CsvKeepsEveryByte) {
  const auto all = records();
  const auto rows = table(exported(Format::csv).text, ',');
  expect_width(rows, rows[0].size());
  ASSERT_EQ(rows.size(), all.size() + 1);
  const auto column = [&](std::string_view name) {
    return static_cast<size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin());
  };
  for (size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(rows[i + 1][column("id")], all[i].id);
    EXPECT_EQ(rows[i + 1][column("doc_title")], all[i].doc.title);
    EXPECT_EQ(rows[i + 1][column("trigger")], all[i].trigger);
    const std::string actor = all[i].actor.empty() ? "" : all[i].actor[0].text;
    EXPECT_TRUE(rows[i + 1][column("actor_text")].starts_with(actor)) << actor;
  }
}

TEST(Exported, HxlHasARowOfHashtags) {
  const auto rows = table(exported(Format::hxl).text, ',');
  expect_width(rows, rows[0].size());
  ASSERT_GE(rows.size(), 3U);
  std::set<std::string> tags;
  for (const auto& tag : rows[1]) {
    EXPECT_EQ(tag[0], '#');
    EXPECT_EQ(tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+#"), std::string::npos) << tag;
    EXPECT_TRUE(tags.insert(tag).second) << tag;
  }
}

using simdjson::dom::element;

/// RFC 7946, section 3.1.1: two or three numbers, longitude first.
void expect_position(const element& e) {
  simdjson::dom::array pair;
  ASSERT_EQ(e.get_array().get(pair), simdjson::SUCCESS);
  ASSERT_EQ(pair.size(), 2U);
  EXPECT_LE(std::abs(double(pair.at(0))), 180);
  EXPECT_LE(std::abs(double(pair.at(1))), 90);
}

TEST(Exported, GeoJsonIsValid) {
  simdjson::dom::parser parser;
  element root;
  ASSERT_EQ(parser.parse(exported(Format::geojson).text).get(root), simdjson::SUCCESS);
  EXPECT_EQ(std::string_view(root["type"]), "FeatureCollection");
  size_t lines_seen = 0, features = 0;
  for (const element feature : simdjson::dom::array(root["features"])) {
    ++features;
    EXPECT_EQ(std::string_view(feature["type"]), "Feature");
    EXPECT_TRUE(feature["properties"].is_object());
    std::set<std::string_view> keys;
    for (const auto& [key, value] : simdjson::dom::object(feature["properties"])) EXPECT_TRUE(keys.insert(key).second) << key;
    const std::string_view type(feature["geometry"]["type"]);
    const element coordinates = feature["geometry"]["coordinates"];
    if (type == "Point") {
      expect_position(coordinates);
      continue;
    }
    EXPECT_TRUE(type == "LineString" || type == "MultiPoint") << type;
    lines_seen += type == "LineString";
    for (const element p : simdjson::dom::array(coordinates)) expect_position(p);
  }
  EXPECT_EQ(lines_seen, 1U);
  EXPECT_EQ(features, exported(Format::geojson).left[Left::no]);
  EXPECT_EQ(parser.parse(exported(Format::geojson, {}, exports::kAllKinds).text).get(root), simdjson::SUCCESS);
}

struct FreeDoc {
  void operator()(xmlDocPtr d) const { xmlFreeDoc(d); }
};
using Doc = std::unique_ptr<xmlDoc, FreeDoc>;

Doc parse_xml(const std::string& text) {
  return Doc(xmlReadMemory(text.data(), static_cast<int>(text.size()), "exported.xml", nullptr, XML_PARSE_NONET | XML_PARSE_HUGE));
}

/// The values of an attribute of all elements of this name, in document order.
std::vector<std::string> attributes(xmlNodePtr node, std::string_view element_name, const char* attribute) {
  std::vector<std::string> out;
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(node->name) == element_name) {
      xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(attribute));
      EXPECT_NE(value, nullptr) << element_name << " without " << attribute;
      if (value != nullptr) out.emplace_back(reinterpret_cast<const char*>(value));
      xmlFree(value);
    }
    for (auto& below : attributes(node->children, element_name, attribute)) out.push_back(std::move(below));
  }
  return out;
}

/// What GEXF 1.2 and GraphML ask for alike: node ids once each, edges between nodes that are there, data of declared keys.
void check_network(Format format, const char* root_name, const char* space, const char* value, const char* of, const char* declared) {
  const auto doc = parse_xml(exported(format).text);
  ASSERT_TRUE(doc);
  const xmlNodePtr root = xmlDocGetRootElement(doc.get());
  EXPECT_STREQ(reinterpret_cast<const char*>(root->name), root_name);
  ASSERT_NE(root->ns, nullptr);
  EXPECT_STREQ(reinterpret_cast<const char*>(root->ns->href), space);
  const auto nodes = attributes(root, "node", "id"), keys = attributes(root, declared, "id");
  const std::set<std::string> known(nodes.begin(), nodes.end()), keyed(keys.begin(), keys.end());
  EXPECT_EQ(known.size(), nodes.size());
  EXPECT_TRUE(known.contains("x\ny")) << "what the id was";
  const auto sources = attributes(root, "edge", "source"), targets = attributes(root, "edge", "target");
  EXPECT_GE(sources.size(), 8U);
  EXPECT_EQ(sources.size(), targets.size());
  for (const auto* ends : {&sources, &targets})
    for (const auto& id : *ends) EXPECT_TRUE(known.contains(id)) << id;
  for (const auto& id : attributes(root, value, of)) EXPECT_TRUE(keyed.contains(id)) << id;
}

TEST(Exported, GexfIsANetwork) { check_network(Format::gexf, "gexf", "http://www.gexf.net/1.2draft", "attvalue", "for", "attribute"); }

TEST(Exported, GraphmlIsANetwork) {
  check_network(Format::graphml, "graphml", "http://graphml.graphdrawing.org/xmlns", "data", "key", "key");
}

TEST(Exported, OnlyWhatHappenedIsAnEvent) {
  for (const Format f : {Format::polecat, Format::gdelt, Format::icews, Format::acled, Format::hxl, Format::gexf}) {
    auto left = exported(f).left, none = exported(f, records(), exports::kAllKinds).left;
    EXPECT_EQ(left[Left::planned], 2U) << exports::kFormatNames[size_t(f)];
    EXPECT_EQ(left[Left::denied], 1U);
    EXPECT_EQ(left[Left::background], 1U);
    for (const Left kind : {Left::happened, Left::background, Left::announced, Left::planned, Left::denied}) EXPECT_EQ(none[kind], 0U);
  }
}

std::string brief_of(std::vector<Record> all, exports::BriefOptions options) {
  exports::Brief brief(std::move(options));
  for (Record& r : all) brief.add(std::move(r));
  return brief.page();
}

TEST(Brief, LooksAsInTheGoldens) {
  exports::BriefOptions options;
  check_document("tests/exports/brief.md.golden", brief_of(records(), options), "isnad brief tests/exports/records.jsonl");
  options.tongue = exports::Tongue::arabic, options.html = true;
  const std::string page = brief_of(records(), options);
  check_document("tests/exports/brief.html.golden", page, "isnad brief tests/exports/records.jsonl --lang ar --format html");
  EXPECT_TRUE(parse_xml(page.substr(page.find("<body>"), page.find("</html>") - page.find("<body>"))));
}

/// One raid, told by two outlets that differ in the dead; the second has a spokesman who denies it.
std::vector<Record> raid_told_twice() {
  std::vector<Record> all(3, records().front());
  for (size_t i = 0; i < all.size(); ++i) {
    Record& r = all[i];
    r.id = "raid" + std::to_string(i);
    r.doc.id = r.doc.source = i == 0 ? "First" : "Second", r.doc.url.clear(), r.doc.date = "2024-03-12";
    r.quantity.assign(1, {});
    r.quantity[0].of = "killed", r.quantity[0].value = i == 0 ? 8 : 11, r.quantity[0].low = r.quantity[0].high = r.quantity[0].value;
    r.attribution.clear(), r.content.clear(), r.because.clear();
    r.sentence = int64_t(i), r.trigger_span = {int64_t(i), int64_t(i) + 1}, r.trigger = "word" + std::to_string(i);
  }
  Record& denial = all[2];
  denial.aux.emplace_back("negation"), denial.quantity.clear();
  record::Entity speaker;
  speaker.text = speaker.name.en = "Spokesman";
  denial.attribution.push_back({speaker, "denied", "denies", "", {}});
  return all;
}

TEST(Brief, AStoryIsOneLine) {
  const std::string page = brief_of(raid_told_twice(), {});
  EXPECT_TRUE(page.starts_with("# Brief\n\nStories: 1 \xC2\xB7 Records: 3 ")) << page;
  const auto has = [&](std::string_view part) { return page.find(part) != std::string::npos; };
  EXPECT_TRUE(has("killed (contested): ")) << page;
  EXPECT_TRUE(has("denied by \xE2\x81\xA8Spokesman\xE2\x81\xA9 [\\[2\\]](#d2)")) << page;
  EXPECT_TRUE(has("independent sources: 2 [\\[1\\]](#d1) [\\[2\\]](#d2) ")) << page;
  exports::BriefOptions options;
  options.tongue = exports::Tongue::arabic;
  const std::string arabic = brief_of(raid_told_twice(), options);
  EXPECT_EQ(arabic.find("contested"), std::string::npos) << arabic;
}

TEST(Brief, NumbersOfNothingKnownAreLeftOut) {
  Record r = raid_told_twice().front();
  r.quantity.push_back(r.quantity.front());
  r.quantity.back().of = "other";
  const std::string page = brief_of({r}, {});
  EXPECT_NE(page.find("killed: 8"), std::string::npos) << page;
  EXPECT_EQ(page.find("number: 8"), std::string::npos) << page;
}

TEST(Brief, TheOrderOfRecordsHasNoMeaning) {
  auto all = records();
  const std::string page = brief_of(all, {});
  std::reverse(all.begin(), all.end());
  EXPECT_EQ(brief_of(all, {}), page);
}

TEST(Brief, OptionsChoose) {
  exports::BriefOptions options;
  options.since = day_of("2024-03-11"), options.until = day_of("2024-03-11");
  EXPECT_TRUE(brief_of(records(), options).starts_with("# Brief\n\nStories: 1 "));
  options = {};
  options.actors = {"TUR", "iraq.army"};
  EXPECT_TRUE(brief_of(records(), options).starts_with("# Brief\n\nStories: 3 "));
  options.actors = {""};
  EXPECT_TRUE(brief_of(records(), options).starts_with("# Brief\n\nStories: 0 "));
}

TEST(Brief, NothingRunsInAPage) {
  std::vector<Record> all(1);
  all[0].event = "AID", all[0].status = "occurred", all[0].doc.date = "2024-03-12", all[0].doc.url = "javascript:alert(1)";
  all[0].trigger = "<script>alert(1)</script>", all[0].doc.title = "</title><img src=x onerror=alert(1)>";
  exports::BriefOptions options;
  for (const bool html : {false, true}) {
    options.html = html;
    const std::string page = brief_of(all, options);
    for (const char* bad : {"<script", "<img", "(javascript", "\"javascript"}) EXPECT_EQ(page.find(bad), std::string::npos) << page;
  }
}

TEST(Exported, LargeAndEmptyFieldsFit) {
  std::vector<Record> all = records();
  for (Record& r : all) {
    r.trigger.assign(size_t{1} << 20, '"');
    if (!r.actor.empty()) r.actor[0].name.en = std::string(size_t{1} << 20, '\t');
  }
  all.emplace_back().event = "AID";
  for (size_t f = 0; f < size_t(Format::count_); ++f) {
    const auto out = exported(Format(f), all, exports::kAllKinds);
    EXPECT_GT(out.left.at(Left::no), 0U) << exports::kFormatNames[f];
    if (Format(f) == Format::gdelt) expect_width(table(out.text, '\t'), 61);
    if (Format(f) == Format::acled) expect_width(table(out.text, ','), 31);
    EXPECT_TRUE(Format(f) != Format::gexf || parse_xml(out.text));
    EXPECT_FALSE(exported(Format(f), {}, exports::kAllKinds).left[Left::no]);
  }
}

}  // namespace
}  // namespace isnad
