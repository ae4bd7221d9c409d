// The program from outside: exit codes, messages, formats, threads, odd input.
#include "program.h"

namespace {

using namespace isnad::cli;

TEST_F(Cli, HelpTeachesAndVersionTells) {
  const Ran help = run("--help");
  EXPECT_EQ(help.code, 0);
  for (const auto* part :
       {"read", "export", "brief", "analyse", "explain", "compile", "codebook", "inflect", "version", "Exit codes", "First steps"})
    EXPECT_TRUE(has(help.out, part)) << part;
  EXPECT_TRUE(has(run("read --help").out, "Examples:"));
  const Ran version = run("version");
  EXPECT_EQ(version.code, 0) << version.err;
  EXPECT_TRUE(has(version.out, "knowledge ")) << version.out << version.err;
}

TEST_F(Cli, ExportWritesTheFormatsOfTheField) {
  const std::string documents = archive(6), events = at("events.jsonl");
  ASSERT_EQ(run("read " + documents + " -o " + events).code, 0);
  for (const auto* format :
       {"plover", "polecat", "gdelt", "gdelt-mentions", "icews", "acled", "csv", "geojson", "hxl", "gexf", "graphml"}) {
    const Ran ran = run(std::string("export --format ") + format + " " + events);
    EXPECT_EQ(ran.code, 0) << format << ran.err;
    EXPECT_FALSE(ran.out.empty()) << format;
    EXPECT_TRUE(has(ran.err, " written")) << format << ran.err;
    const Ran piped = run(std::string("export --format ") + format + " - -o " + at("out"), "cat " + events + " | ");
    EXPECT_EQ(piped.code, 0) << format << piped.err;
    EXPECT_EQ(contents(at("out")), ran.out) << format;
  }
}

TEST_F(Cli, ReadOffersTheSameFormats) {
  const std::string documents = archive(40), events = at("events.jsonl");
  ASSERT_EQ(run("read " + documents + " -o " + events).code, 0);
  for (const auto* format : {"polecat", "gdelt", "gdelt-mentions", "icews", "gexf", "graphml"}) {  // those without a cell for the sentence
    const Ran direct = run("read " + documents + " --threads 3 --format " + format);
    EXPECT_EQ(direct.code, 0) << direct.err;
    EXPECT_EQ(direct.out, run(std::string("export --format ") + format + " " + events).out) << format;
  }
  const Ran map = run("read " + documents + " --format geojson --threads 1");
  EXPECT_EQ(map.out, run("read " + documents + " --format geojson --threads 4").out);
  EXPECT_TRUE(has(map.out, "\"sentence\":")) << map.out.substr(0, 400);
}

TEST_F(Cli, ExportSaysWhatIsWrong) {
  const std::string text = put("report.txt", kAttack);
  const Ran not_records = run("export --format gdelt " + text);
  EXPECT_EQ(not_records.code, 1);
  EXPECT_TRUE(has(not_records.err, "report.txt:1: is no file of records (make one: isnad read")) << not_records.err;
  const std::string broken = put("broken.jsonl", "{\"event\":\"AID\",\"status\":\"occurred\"}\n{\"event\":7}\n\n{\"id\":\"x\"}\n");
  const Ran some = run("export --format plover " + broken);
  EXPECT_EQ(some.code, 1);
  EXPECT_TRUE(has(some.err, "broken.jsonl:2: no record: \"event\" is no text")) << some.err;
  EXPECT_TRUE(has(some.err, "broken.jsonl:4: no record: \"event\" is missing")) << some.err;
  EXPECT_TRUE(has(some.out, "\"AID\""));
  const Ran format = run("export --format gdlet " + broken);
  EXPECT_EQ(format.code, 2);
  EXPECT_TRUE(has(format.err, "unknown format 'gdlet' (do you mean gdelt?)")) << format.err;
  EXPECT_TRUE(has(run("read --format tabel " + text).err, "do you mean table?"));
  EXPECT_EQ(run("export --format gdelt --records past " + broken).code, 2);
  EXPECT_EQ(run("read --format table --records all " + text).code, 2);
  EXPECT_EQ(run("export --format gdelt " + at("no.jsonl")).code, 3);
  EXPECT_EQ(run("export --format gdelt " + broken + " -o " + at("no/such/folder")).code, 3);
}

TEST_F(Cli, BriefIsAPage) {
  const std::string documents = archive(6), events = at("events.jsonl");
  ASSERT_EQ(run("read " + documents + " -o " + events).code, 0);
  const Ran page = run("brief " + events);
  EXPECT_EQ(page.code, 0) << page.err;
  EXPECT_TRUE(page.out.starts_with("# Brief\n")) << page.out.substr(0, 100);
  EXPECT_TRUE(has(page.out, "**assault** (aerial)")) << page.out;
  EXPECT_EQ(run("brief - --since 2020-01-01", "cat " + events + " | ").out, page.out);
  EXPECT_EQ(run("brief " + events + " --lang ar -o " + at("brief.html")).code, 0);
  EXPECT_TRUE(has(contents(at("brief.html")), "<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_TRUE(has(run("brief " + events + " --actor NOBODY").err, "no record fits"));
  EXPECT_EQ(run("brief " + events + " --since tomorrow").code, 2);
  EXPECT_EQ(run("brief " + events + " --since 2020-02-01 --until 2020-01-01").code, 2);
  EXPECT_EQ(run("brief " + put("report.txt", kAttack)).code, 1);
}

TEST_F(Cli, RecordsSaysWhichOfThemAreExported) {
  const std::string events = put("events.jsonl",
                                 "{\"event\":\"AID\",\"status\":\"occurred\",\"salience\":\"main\"}\n"
                                 "{\"event\":\"AID\",\"status\":\"promised\"}\n"
                                 "{\"event\":\"AID\",\"status\":\"occurred\",\"aux\":[\"negation\"]}\n");
  const auto note = [&](const std::string& records) { return run("export --format hxl " + records + " " + events).err; };
  EXPECT_TRUE(has(note(""), "1 record written; left out: 1 are planned, threatened or only possible, 1 are denied (--records")) << note("");
  EXPECT_TRUE(has(note("--records happened,denied"), "2 records written; left out: 1 "));
  EXPECT_TRUE(has(note("--records all"), "3 records written\n"));
}

TEST_F(Cli, WrongCommandLinesExitWith2) {
  for (const auto* arguments : {"", "reed x", "read", "read --formt csv x", "read --format xml x", "read x --date yesterday",
                                "read x --threads 0", "compile knowledge", "codebook no_such_frame", "codebook PROTEST --markdown"}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_TRUE(ran.out.empty()) << arguments;
    EXPECT_TRUE(has(ran.err, "isnad: error: ")) << arguments << ran.err;
  }
  EXPECT_TRUE(has(run("read --formt csv x").err, "--formt"));
  EXPECT_TRUE(has(run("read --formt csv x").err, "do you mean --format? see isnad read --help"));
  EXPECT_TRUE(has(run("raed x").err, "unknown subcommand 'raed' (do you mean read?"));
}

TEST_F(Cli, WhatCannotRunExitsWith3AndSaysWhy) {
  const std::string good = put("good.txt", kAttack);
  const Ran missing = run("read " + good + " " + at("no.txt"));
  EXPECT_EQ(missing.code, 3);
  EXPECT_TRUE(has(missing.err, "no.txt: can't be opened: No such file")) << missing.err;
  EXPECT_TRUE(missing.out.empty()) << "nothing is read before all files are seen";
  std::filesystem::create_directory(at("empty"));
  const Ran folder = run("read " + at("empty"));
  EXPECT_EQ(folder.code, 3);
  EXPECT_TRUE(has(folder.err, "has no files")) << folder.err;
  const Ran image = run("read " + good + " --image " + at("no.image"));
  EXPECT_EQ(image.code, 3);
  EXPECT_TRUE(has(image.err, "no.image")) << image.err;
  EXPECT_EQ(run("read " + good + " -o " + at("no/such/folder/out")).code, 3);
}

TEST_F(Cli, AFolderMeansItsFiles) {
  std::filesystem::create_directories(at("reports/march"));
  put("reports/a.txt", kAttack), put("reports/march/b.txt", kAttack);
  for (const std::string command : {"read --color never ", "explain ", "analyse "}) {
    const Ran folder = run(command + at("reports")), files = run(command + at("reports/a.txt") + " " + at("reports/march/b.txt"));
    EXPECT_EQ(folder.code, 0) << folder.err;
    EXPECT_EQ(folder.out, files.out) << command;
  }
}

TEST_F(Cli, ABrokenImageIsNotOpened) {
  const std::string good = put("good.txt", kAttack), image = contents(ISNAD_IMAGE);
  ASSERT_GT(image.size(), 1000U);
  std::string flipped = image;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  for (const auto& bytes : {std::string(), image.substr(0, 30), image.substr(0, image.size() / 2), flipped,
                            std::string("not an image at all, but long enough to have a header")}) {
    const Ran ran = run("read " + good + " --image " + put("bad.image", bytes));
    EXPECT_EQ(ran.code, 3);
    EXPECT_TRUE(has(ran.err, "bad.image") && has(ran.err, "isnad compile")) << ran.err;
  }
  EXPECT_EQ(run("read " + good, std::string("ISNAD_IMAGE='") + at("bad.image") + "' ").code, 3);
}

TEST_F(Cli, AMistakeInKnowledgeIsNamed) {
  const fs::path copy = at("knowledge");
  fs::copy(fs::path(ISNAD_SOURCE) / "knowledge", copy, fs::copy_options::recursive);
  std::ofstream(copy / "ar" / "verbs.tsv", std::ios::app) << "\xD9\x83\xD8\xAA\xD8\xA8\tbroken\n";
  const Ran ran = run("compile " + copy.string() + " -o " + at("x.image"));
  EXPECT_EQ(ran.code, 3);
  EXPECT_TRUE(has(ran.err, "verbs.tsv:")) << ran.err;
  EXPECT_FALSE(fs::exists(at("x.image")));
  EXPECT_EQ(run("compile " + at("nowhere") + " -o " + at("x.image")).code, 3);
}

TEST_F(Cli, InflectPrintsTheFormsOfAWord) {
  constexpr const char *kVisit = "\u0632\u0627\u0631", *kVisits = "\u064A\u064E\u0632\u064F\u0648\u0631\u064F";  // zar, yazuru
  const std::string folder = std::string(ISNAD_SOURCE) + "/tests/golden/compile/knowledge";
  const Ran all = run("inflect " + folder), one = run("inflect " + folder + " " + kVisit);
  EXPECT_EQ(all.code, 0) << all.err;
  EXPECT_TRUE(all.out.starts_with("lemma\tentry\tfeatures\tform\tattaches\n")) << all.out.substr(0, 80);
  EXPECT_TRUE(has(one.out, std::string("\tverbs.tsv:2\timperfect indicative active 3 m singular\t") + kVisits + "\tpronoun\n")) << one.out;
  EXPECT_TRUE(has(all.out, "\tnouns.tsv:") && has(all.out, "\tadjectives.tsv:") && has(all.out, "\tmasdar\t"));
  EXPECT_FALSE(has(one.out, "nouns.tsv"));
  const Ran unknown = run("inflect " + folder + " " + kVisit + " xyz");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(has(unknown.err, "'xyz'")) << unknown.err;
  EXPECT_EQ(unknown.out, one.out);
  EXPECT_EQ(run("inflect " + folder + " -o " + at("forms.tsv")).code, 0);
  EXPECT_EQ(contents(at("forms.tsv")), all.out);
  EXPECT_EQ(run("inflect " + at("nowhere")).code, 3);
  EXPECT_TRUE(has(run("inflect --help").out, "Examples:"));
}

TEST_F(Cli, ABrokenLineIsNamedAndTheRestIsRead) {
  const std::string path = put(
      "a.jsonl", std::string("{\"id\":\"one\",\"text\":\"") + kAttack + "\"}\n{broken\n{\"id\":\"two\",\"text\":\"" + kAttack + "\"}\n");
  const Ran ran = run("read " + path + " --format jsonl");
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(has(ran.err, path + ":2: ")) << ran.err;
  EXPECT_TRUE(has(ran.out, "\"id\":\"one\"") && has(ran.out, "\"id\":\"two\"")) << ran.out;
}

TEST_F(Cli, RecordsAreTheSameForAnyNumberOfThreads) {
  const std::string path = archive(700);
  const Ran one = run("read " + path + " --format jsonl --threads 1");
  ASSERT_EQ(one.code, 0) << one.err;
  EXPECT_GT(one.out.size(), 10000U);
  for (const auto* format : {"jsonl", "csv", "table"}) {
    const std::string arguments = "read " + path + " --format " + format + " --threads ";
    EXPECT_TRUE(run(arguments + "1").out == run(arguments + "8").out) << format;
  }
}

TEST_F(Cli, StandardInputFilesAndOutputsAgree) {
  const std::string path = archive(20);
  const Ran file = run("read " + path + " --format jsonl"), pipe = run("read - --format jsonl", "cat '" + path + "' | ");
  EXPECT_TRUE(file.out == pipe.out);
  EXPECT_EQ(run("read " + path + " -o " + at("events.jsonl")).code, 0);
  EXPECT_TRUE(contents(at("events.jsonl")) == file.out) << "the format follows the ending";
  EXPECT_FALSE(fs::exists(at("events.jsonl.part")));
  const Ran csv = run("read " + path + " --format csv");
  EXPECT_TRUE(csv.out.starts_with("id,doc_id,doc_date,"));
}

TEST_F(Cli, TheDateComesFromOptionOrFileName) {
  const std::string path = put("2021-03-14-baghdad.txt", kAttack);
  EXPECT_TRUE(has(run("read " + path + " --format jsonl").out, "\"date\":\"2021-03-14\""));
  const Ran given = run("read " + path + " --format jsonl --date 2019-05-06 --source Wire");
  EXPECT_TRUE(has(given.out, "\"date\":\"2019-05-06\",\"source\":\"Wire\"")) << given.out;
}

TEST_F(Cli, TheTableIsPlainWhenPiped) {
  const std::string path = archive(2);
  const Ran table = run("read " + path);
  EXPECT_EQ(table.code, 0);
  for (const auto* part : {"who", "did what", "on whose word", " in 2 documents: "}) EXPECT_TRUE(has(table.out, part)) << part << table.out;
  EXPECT_FALSE(has(table.out, "\x1B"));
  EXPECT_TRUE(has(run("read " + path + " --color always").out, "\x1B["));
}

TEST_F(Cli, ExplainFindsAnEventByTheStartOfItsId) {
  const std::string path = put("2021-03-14-baghdad.txt", kAttack);
  const Ran records = run("read " + path + " --format jsonl");
  ASSERT_GT(records.out.size(), 30U) << records.err;
  const std::string id = records.out.substr(7, 16);
  const Ran one = run("explain " + path + " --event " + id.substr(0, 5));
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_TRUE(one.out.starts_with(id)) << one.out;
  EXPECT_TRUE(has(one.out, "by rule ")) << one.out;
  const Ran none = run("explain " + path + " --event zzz");
  EXPECT_EQ(none.code, 1);
  EXPECT_TRUE(has(none.err, "no event whose id starts with 'zzz'")) << none.err;
}

TEST_F(Cli, AnalyseShowsLayers) {
  const std::string path = put("a.txt", kAttack);
  const Ran text = run("analyse " + path + " --layer words,clauses");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_TRUE(has(text.out, "== words\n") && has(text.out, "== clauses\n"));
  EXPECT_FALSE(has(text.out, "== mentions\n"));
  const Ran conllu = run("analyse " + path + " --format conllu");
  EXPECT_TRUE(has(conllu.out, std::string("# text = ") + kAttack + "\n1\t")) << conllu.out;
  const Ran json = run("analyse " + path + " --format json");
  EXPECT_TRUE(json.out.starts_with("{\"doc\":{\"id\":\"a-") && has(json.out, "\"words\":[")) << json.out.substr(0, 200);
}

TEST_F(Cli, OddInputIsReadWithoutHarm) {
  std::string garbage;
  for (int i = 0; i < 200000; ++i) garbage += static_cast<char>((i * 7919 + i / 13) & 0xFF);
  const Ran ran = run("read " + put("garbage.txt", garbage) + " " + put("empty.txt", "") + " " +
                      put("marks.txt", "\xEF\xBB\xBF\xD9\x8E\xD9\x8E\r\n\r\n") + " --format jsonl");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(has(ran.err, "not UTF-8")) << ran.err;
  const Ran empty = run("read - --format jsonl");
  EXPECT_EQ(empty.code, 0);
  EXPECT_TRUE(empty.out.empty());
}

TEST_F(Cli, AVeryLongLineIsRead) {
  std::string line = "{\"id\":\"long\",\"text\":\"";
  while (line.size() < (size_t{5} << 20)) line += "x \xD9\x82\xD8\xA7\xD9\x84 ";
  const Ran ran = run("read " + put("long.jsonl", line + "\"}\n{\"id\":\"next\",\"text\":\"" + kAttack + "\"}\n") + " --format jsonl");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "\"id\":\"next\""));
}

TEST_F(Cli, AReaderThatGoesAwayIsNoError) {
  const std::string path = archive(3000);
  const Ran ran = run("read " + path + " --format jsonl; echo code=$? >&2; } | head -n 1", "{ ");
  EXPECT_TRUE(has(ran.err, "code=0")) << ran.err;
  EXPECT_FALSE(has(ran.err, "isnad:")) << ran.err;
}

TEST_F(Cli, AFullDiskIsReported) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const std::string path = archive(3000);
  for (const auto* arguments : {" --format jsonl > /dev/full", " -o /dev/full --format jsonl"}) {
    const Ran ran = run("read " + path + arguments);
    EXPECT_EQ(ran.code, 3) << arguments;
    EXPECT_TRUE(has(ran.err, "can't be written: No space left")) << ran.err;
  }
}

/// Two parties that meet and fight in spells over three years, as KEDS files have it.
std::string spells() {
  std::string out = "date\tsource\ttarget\tcode\n";
  for (int day = 0; day < 1080; ++day) {
    const std::string date = std::to_string(1990 + day / 360) + (day % 360 / 30 < 9 ? "-0" : "-") + std::to_string(day % 360 / 30 + 1) +
                             "-" + (day % 30 % 28 < 9 ? "0" : "") + std::to_string(day % 30 % 28 + 1);
    if (day % 100 < 20 && day % 3 == 0) out += date + "\tARD\tBEL\t223\n";
    if (day % 100 < 20 && day % 4 == 0) out += date + "\tBEL\tARD\t223\n";
    if (day % 5 == 0) out += date + "\tARD\tBEL\t031\n";
  }
  return out;
}

TEST_F(Cli, ImportTellsWhatItLeavesOut) {
  const std::string events = std::string(ISNAD_SOURCE) + "/tests/events/";
  const Ran good = run("import '" + events + "plain.csv'");
  EXPECT_EQ(good.code, 0);
  EXPECT_TRUE(has(good.out, "2020-04-05,Arda,Belan,ASSAULT,MK,North,,"));
  const Ran bad = run("import '" + events + "keds_broken.tsv' -o '" + at("events.csv") + "'");
  EXPECT_EQ(bad.code, 1);
  EXPECT_TRUE(has(bad.err, "keds_broken.tsv:3: 1 row left out: the date is no day")) << bad.err;
  EXPECT_TRUE(has(bad.err, "skipped 1 row: both parties are the same")) << bad.err;
  EXPECT_TRUE(has(contents(at("events.csv")), "1990-08-02,ARD,BEL,223,MK"));
  const Ran unknown = run("import '" + put("some.csv", "one,two\n1,2\n") + "'");
  EXPECT_EQ(unknown.code, 3);
  EXPECT_TRUE(has(unknown.err, "is of no format that is known (name it with --input")) << unknown.err;
}

TEST_F(Cli, OutlookForecastsExplainsAndSimulates) {
  const std::string file = "'" + put("events.tsv", spells()) + "' --event 22 ";
  const Ran forecast = run("outlook forecast " + file + "--format csv");
  EXPECT_EQ(forecast.code, 0) << forecast.err;
  EXPECT_TRUE(has(forecast.out, "1992-12-") && has(forecast.out, ",ARD,BEL,7,0.")) << forecast.out;
  const Ran again = run("outlook forecast " + file + "--format csv");
  EXPECT_EQ(forecast.out, again.out);
  const Ran explained = run("outlook explain " + file + "--pair ARD,BEL --at 1992-05-01 --picture '" + at("p.svg") + "'");
  EXPECT_EQ(explained.code, 0) << explained.err;
  EXPECT_TRUE(has(explained.out, "its own past")) << explained.out;
  EXPECT_TRUE(has(contents(at("p.svg")), "</svg>"));
  const Ran futures = run("outlook simulate " + file + "--runs 5 --days 7 --add ARD,BEL,event,2");
  EXPECT_EQ(futures.code, 0) << futures.err;
  EXPECT_TRUE(has(futures.out, "not a plan"));
  const Ran fit = run("outlook fit " + file + "--held-back 0.3 --format json");
  EXPECT_TRUE(has(fit.out, "\"held_out\"")) << fit.err;
}

/// Records as isnad read prints them, one a day for a year: they tell of "hit" on every third day, else of "met".
std::string yearly_records(std::string& documents) {
  std::string out;
  for (int day = 0; day < 360; ++day) {
    const int month = day / 30 + 1, of_month = day % 28 + 1;
    const std::string date =
        "2020-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-" + (of_month < 10 ? "0" : "") + std::to_string(of_month);
    const bool hit = day % 3 == 0;
    const std::string id = "d" + std::to_string(day), verb = hit ? "hit" : "met";
    documents += R"({"id":")" + id + R"(","date":")" + date + R"(","source":"Example Wire","text":"First. Arda )" + verb + " Belan.\"}\n";
    out += R"({"id":"r)" + std::to_string(day) + R"(","doc":{"id":")" + id + R"(","date":")" + date +
           R"(","source":"Example Wire"},"event":")" + (hit ? "ASSAULT" : "CONSULT") +
           R"(","status":"occurred","actor":[{"id":"ard"}],"recipient":[{"id":"bel"}],"trigger":{"text":")" + verb +
           R"("},"sentence":{"index":1,"span":[7,22]}})" + "\n";
  }
  return out;
}

TEST_F(Cli, OutlookExplainsWithTheSentencesOfRecords) {
  std::string documents;
  const std::string events = put("year.jsonl", yearly_records(documents)), texts = put("documents.jsonl", documents);
  const std::string command = "outlook explain '" + events + "' --event ASSAULT --pair ard,bel --top 2 ";
  const Ran plain = run(command);
  EXPECT_EQ(plain.code, 0) << plain.err;
  EXPECT_TRUE(has(plain.out, "Where they are told:") && has(plain.out, ", Example Wire\n")) << plain.out;
  EXPECT_FALSE(has(plain.out, "Arda met Belan."));
  const Ran told = run(command + "--texts '" + texts + "'");
  EXPECT_TRUE(has(told.out, "\n    Arda met Belan.\n")) << told.out << told.err;
  const Ran json = run(command + "--format json --texts '" + texts + "'");
  EXPECT_TRUE(has(json.out, "\"outlet\":\"Example Wire\",\"sentence\":\"Arda met Belan.\"")) << json.out;
  std::string others = documents;
  for (size_t at; (at = others.find("met")) != std::string::npos;) others.replace(at, 3, "saw");
  const Ran wrong = run(command + "--texts '" + put("others.jsonl", others) + "'");
  EXPECT_TRUE(has(wrong.err, "is not the text that record r")) << wrong.err;
}

TEST_F(Cli, OutlookSimulatesOpenCommitments) {
  std::string documents;
  const auto record = [](const std::string& id, const std::string& event, const std::string& rest) {
    return R"({"id":")" + id + R"(","doc":{"id":"t","date":"2020-12-20"},"event":")" + event + R"(",)" + rest + "}\n";
  };
  const std::string by = R"("actor":[{"id":"bel"}],"recipient":[{"id":"ard"}])";
  const std::string threats =
      record("deed", "ASSAULT",
             R"("status":"threatened",)" + by + R"(,"condition":[{"kind":"if","text":"if struck again","event":"case"}])") +
      record("case", "ASSAULT", R"("status":"possible","actor":[{"id":"ard"}],"recipient":[{"id":"bel"}])") +
      record("vague", "ASSAULT", R"("status":"threatened",)" + by + R"(,"condition":[{"kind":"if","text":"if it goes on"}])");
  const std::string all = put("year.jsonl", yearly_records(documents)) + "' '" +
                          put("answers.jsonl", record("x", "ASSAULT", R"("status":"occurred","location":{"country":"ARD"},)" + by));
  const std::string command = "outlook simulate '" + all + "' --event ASSAULT --runs 20 --weight 1 --within 3 --commitments '" +
                              put("threats.jsonl", threats) + "' ";
  const Ran open = run(command + "--at 2020-12-20");
  EXPECT_EQ(open.code, 0) << open.err;
  EXPECT_TRUE(has(open.err, "1 open commitment switched in; 1 left out: the condition is no event")) << open.err;
  EXPECT_TRUE(has(open.out, "each carried out with weight 1 within 3 days of its condition")) << open.out;
  EXPECT_TRUE(has(open.out, "ASSAULT ard -> bel") && has(open.out, "deed") && has(open.out, "if struck again")) << open.out;
  EXPECT_TRUE(has(run(command + "--at 2020-12-20 --format json").out, "\"record\":\"deed\",\"condition\":\"if struck again\""));
  const Ran over = run(command + "--at 2020-12-27");
  EXPECT_TRUE(has(over.err, "0 open commitments switched in") && has(over.err, "its condition has happened since")) << over.err;
  EXPECT_TRUE(has(run(command + "--parties place --panel all").err, "--commitments are between parties")) << over.err;
}

TEST_F(Cli, OutlookBacktestWritesWhatItSaid) {
  const std::string file = "'" + put("events.tsv", spells()) + "' --event 22 ";
  const Ran ran = run("outlook backtest " + file + "--horizon 7 --forecasts '" + at("f.csv") + "' --outcomes '" + at("o.csv") + "'");
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const auto* method : {"climatology", "no change", "EWMA", "Hawkes", "logistic", "excitation", "outlook"})
    EXPECT_TRUE(has(ran.out, method)) << method;
  EXPECT_EQ(contents(at("f.csv")).substr(0, 32), "origin,source,target,horizon,p\n1");
  EXPECT_EQ(contents(at("o.csv")).substr(0, 19), "date,source,target\n");
}

TEST_F(Cli, OutlookErrorsNameTheRemedy) {
  const std::string file = "'" + put("events.tsv", spells()) + "' ";
  const Ran pair = run("outlook explain " + file + "--event 22 --pair ARD,BLE");
  EXPECT_EQ(pair.code, 3);
  EXPECT_TRUE(has(pair.err, "no event has a party 'BLE'") && has(pair.err, "do you mean 'BEL'?")) << pair.err;
  EXPECT_TRUE(has(run("outlook forecast " + file + "--event 99").err, "no event is '99'"));
  EXPECT_TRUE(has(run("outlook forecast " + file + "--event 22 --at 1990-02-01").err, "too few to forecast from"));
  EXPECT_TRUE(has(run("outlook forecast " + file + "--at soon").err, "--at: 'soon' is no day"));
  const Ran typo = run("outlook forcast");
  EXPECT_EQ(typo.code, 2);
  EXPECT_TRUE(has(typo.err, "unknown subcommand 'forcast'") && has(typo.err, "do you mean forecast?")) << typo.err;
}

TEST_F(Cli, OutlookRanksAnswers) {
  std::string train, queries;
  for (int day = 0; day < 60; ++day)
    for (int p = 0; p < 4; ++p)
      (day < 50 ? train : queries) += std::to_string(p) + "\t0\t" + std::to_string(p + 4) + "\t" + std::to_string(day * 24) + "\n";
  const Ran ran = run("outlook rank --train '" + put("train.txt", train) + "' --queries '" + put("queries.txt", queries) + "' --most 3");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "{\"s\":0,\"r\":0,\"t\":1200,\"ask\":\"object\",\"candidates\":[[4,")) << ran.out.substr(0, 200);
  EXPECT_TRUE(has(ran.out, "{\"o\":4,\"r\":0,\"t\":1200,\"ask\":\"subject\",\"candidates\":[[0,"));
  EXPECT_TRUE(
      has(run("outlook rank --train '" + put("bad.txt", "1 2 x 4\n") + "' --queries '" + at("queries.txt") + "'").err, "bad.txt:1:"));
}

TEST_F(Cli, ActorsHoldersAtADay) {
  const Ran found = run("actors --find haider_abadi --at 2015-06-01 --format jsonl");
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_TRUE(has(found.out, "\"from\":\"2014-09-08\",\"to\":\"2018-10-25\"")) << found.out;
  EXPECT_EQ(run("actors --find no-such-name").code, 1);
  EXPECT_EQ(run("actors --at yesterday").code, 2);
}

TEST_F(Cli, PlacesAroundAPoint) {
  const Ran found = run("places --near 36.34,43.13 --within 5 --kind city");
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_TRUE(has(found.out, "IRQ.mosul")) << found.out;
  const Ran crossings = run("places --country irq --kind crossing --format csv");
  EXPECT_TRUE(has(crossings.out, "id,name_ar,name_en,kind,lat,lon,admin1,country,people,km\r\n")) << crossings.out;
  EXPECT_EQ(run("places --find no-such-name").code, 1);
  EXPECT_EQ(run("places --near here").code, 2);
  EXPECT_EQ(run("places --near 91,0").code, 2);
}

TEST_F(Cli, UnknownNamesAreTheSameForAnyThreads) {
  const std::string path = put("2024-01-15.txt", std::string(kMeeting) + "\n");
  const Ran one = run("read --unknown --threads 1 " + path), two = run("read --unknown --threads 3 " + path);
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_TRUE(has(one.out, "type\tcount\tname\texample\n")) << one.out;
  EXPECT_EQ(one.out, two.out);
}

/// Two outlets tell of one raid, a day apart; the records of `isnad read` on standard input.
TEST_F(Cli, StoriesCommitmentsAndPostureTakeRecords) {
  const std::string reports =
      put("two.jsonl", std::string("{\"id\":\"a\",\"date\":\"2020-04-05\",\"source\":\"A\",\"text\":\"") + kAttack +
                           "\"}\n{\"id\":\"b\",\"date\":\"2020-04-05\",\"source\":\"B\",\"text\":\"" + kAttack + "\"}\n");
  ASSERT_EQ(run("read " + reports + " -o " + at("records.jsonl")).code, 0);
  const Ran stories = run("stories " + at("records.jsonl"));
  EXPECT_EQ(stories.code, 0) << stories.err;
  EXPECT_TRUE(has(stories.out, "\"documents\":2,\"independent\":1")) << "word for word the same: " << stories.out;
  EXPECT_EQ(run("stories", "cat " + at("records.jsonl") + " | ").out, stories.out);
  EXPECT_EQ(run("stories - < " + at("records.jsonl")).out, stories.out);
  EXPECT_TRUE(has(run("stories --format table " + at("records.jsonl")).out, "ASSAULT"));
  EXPECT_EQ(run("commitments " + at("records.jsonl")).code, 0);
  EXPECT_EQ(run("posture --actor usamil --country irq " + at("records.jsonl")).code, 0);
}

TEST_F(Cli, StoriesSayWhatIsWrong) {
  const std::string bad = put("bad.jsonl", "{\"event\":\"ASSAULT\",\"id\":\"1\"}\n\nnot json\n");
  const Ran ran = run("stories " + bad);
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(has(ran.err, "bad.jsonl:3: ")) << ran.err;
  EXPECT_TRUE(has(ran.out, "\"event\":\"ASSAULT\"")) << "the rest is merged";
  EXPECT_EQ(run("stories " + at("no.jsonl")).code, 3);
  EXPECT_TRUE(has(run("stories " + bad + " --why 1 7").err, "no record has an id that begins with '7'"));
  EXPECT_EQ(run("stories " + bad + " --story zz").code, 2);
  EXPECT_EQ(run("posture --country Iraq " + bad).code, 2);
  EXPECT_EQ(run("posture --actor somebody " + bad).code, 2);
}

}  // namespace
