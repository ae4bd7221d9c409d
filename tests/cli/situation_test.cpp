// The subcommands on a database, from outside: what goes in, what is said of it, and what a kill at any moment leaves.
#include <fcntl.h>
#include <signal.h>

#include <cstdio>
#include <random>
#include <vector>

#include "program.h"

namespace {

using namespace isnad::cli;

class Situation : public Cli {
 protected:
  [[nodiscard]] std::string db(const std::string& name = "s.db") const { return "--db " + at(name); }
  [[nodiscard]] std::string events(const std::string& name = "s.db") const {
    const Ran ran = run("events " + db(name) + " --format jsonl");
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }
};

std::string line(int n, std::string_view text, const std::string& more = "") {
  return "{\"id\":\"d" + std::to_string(n) + "\",\"date\":\"2020-04-0" + std::to_string(1 + n % 9) + "\",\"source\":\"Agency " +
         std::to_string(n % 3) + "\",\"url\":\"https://news.example/" + std::to_string(n) + "\"" + more + ",\"text\":\"" +
         std::string(text) + "\"}\n";
}

TEST_F(Situation, IngestSaysWhatBecameOfTheDocuments) {
  const std::string file =
      put("a.jsonl", line(1, kAttack) + line(2, kMeeting) + line(3, "Plain English words.") + "{broken\n" + line(1, kAttack));
  const Ran first = run("ingest " + db() + " " + file);
  EXPECT_EQ(first.code, 1);
  EXPECT_TRUE(
      has(first.out, "4 documents: 3 new, 0 replaced, 1 same; 1 not Arabic, kept without records; 2 records added; 1 bad and left out"))
      << first.out;
  EXPECT_TRUE(has(first.err, "a.jsonl:4: broken JSON")) << first.err;
  const Ran again = run("ingest " + db() + " " + file);
  EXPECT_TRUE(has(again.out, "4 documents: 0 new, 0 replaced, 4 same; 0 records added")) << again.out;
  put("b.jsonl", line(1, kMeeting));
  EXPECT_TRUE(has(run("ingest " + db() + " " + at("b.jsonl")).out, "1 document: 0 new, 1 replaced, 0 same; 1 record added"));
}

TEST_F(Situation, FoldersPatternsAndStandardInput) {
  std::filesystem::create_directories(at("f/deep/.hidden"));
  put("f/2020-04-05-a.txt", kAttack), put("f/deep/2020-04-05-a.txt", kMeeting), put("f/.x.txt", "x"), put("f/deep/.hidden/y.txt", "y");
  EXPECT_TRUE(has(run("ingest " + db() + " " + at("f")).out, "2 documents: 2 new"));
  EXPECT_TRUE(has(run("ingest " + db() + " '" + at("f/*/*.txt") + "'").out, "1 document: 0 new, 0 replaced, 1 same"));
  put("f/2020-04-05-a.txt", std::string(kAttack) + " " + kMeeting);
  EXPECT_TRUE(has(run("ingest " + db() + " " + at("f")).out, "2 documents: 0 new, 1 replaced, 1 same"));
  EXPECT_TRUE(has(run("ingest " + db() + " - --input jsonl", "printf '{\"text\":\"x\"}' | ").out, "1 document: 1 new"));
  const Ran none = run("ingest " + db() + " '" + at("*.nothing") + "'");
  EXPECT_EQ(none.code, 3);
  EXPECT_TRUE(has(none.err, "no file matches (check the pattern)")) << none.err;
}

TEST_F(Situation, FilesOfOneNameHaveTheSameIdsInEveryCommand) {
  std::filesystem::create_directories(at("f/deep")), std::filesystem::create_directories(at("old"));
  const std::string other = std::string(kAttack) + " " + kMeeting;
  const std::string a = put("f/report.txt", kAttack), b = put("f/deep/report.txt", other);
  put("f/deep/page.html", "<html><body><p>" + other + "</p></body></html>");
  const auto by_read = [&](const std::string& files) { return run("read " + files + " --format jsonl").out; };
  const auto kept = [&](const std::string& name) { return run("events " + db(name) + " --sort document --format jsonl").out; };
  const std::string records = by_read(at("f/deep/page.html") + " " + b + " " + a);
  ASSERT_EQ(run("ingest " + db() + " " + at("f")).code, 0);
  EXPECT_EQ(kept("s.db"), records);
  ASSERT_EQ(run("ingest " + db("one.db") + " " + at("f/deep")).code, 0);
  ASSERT_EQ(run("ingest " + db("one.db") + " report.txt", "cd " + at("f") + " && ").code, 0);
  EXPECT_EQ(kept("one.db"), records) << "in two runs, and from another folder";
  EXPECT_EQ(records, by_read(at("f/deep/page.html")) + by_read(b) + by_read(a)) << "each file alone";
  EXPECT_FALSE(has(records, at("f"))) << "no path of this machine";

  put("f/report.txt", kMeeting);
  EXPECT_TRUE(has(run("ingest " + db() + " " + at("f")).out, "3 documents: 0 new, 1 replaced, 2 same"));
  EXPECT_FALSE(has(kept("s.db"), by_read(put("old/report.txt", kAttack)))) << "the older version is gone";
  EXPECT_TRUE(has(kept("s.db"), by_read(a)));
}

TEST_F(Situation, TheRecordsAreThoseOfRead) {
  const std::string file = archive(40);
  ASSERT_EQ(run("ingest " + db() + " " + file + " --threads 3").code, 0);
  const Ran read = run("read " + file + " --format jsonl");
  // Documents without url whose text, date and source are the same are one: the archive has two.
  const Ran two = run("read - --input jsonl --format jsonl", "head -2 " + file + " | ");
  EXPECT_TRUE(run("events " + db() + " --sort document --format jsonl").out == two.out);
  EXPECT_GT(read.out.size(), two.out.size());
}

TEST_F(Situation, WhatIsNoDatabase) {
  const std::string text = put("text.db", std::string(3000, 'x')), file = put("a.txt", kAttack);
  for (const auto* command : {"events", "timeline", "dyads", "sources"}) {
    EXPECT_EQ(run(std::string(command) + " --db " + text).code, 3);
    const Ran none = run(std::string(command) + " --db " + at("none.db"));
    EXPECT_EQ(none.code, 3);
    EXPECT_TRUE(has(none.err, "none.db: can't be opened: No such file or directory (check the path; isnad ingest makes a database)"))
        << none.err;
  }
  const Ran ran = run("ingest --db " + text + " " + file);
  EXPECT_EQ(ran.code, 3);
  EXPECT_TRUE(has(ran.err, "text.db: is no database of Isnad")) << ran.err;
}

TEST_F(Situation, QuestionsAreAskedByManyFields) {
  ASSERT_EQ(run("ingest " + db() + " " + put("a.jsonl", line(1, kAttack) + line(2, kMeeting) + line(3, kAttack) + line(4, "nothing"))).code,
            0);
  const auto ids = [&](const std::string& filter) {
    const Ran ran = run("events " + db() + " --format jsonl " + filter);
    EXPECT_EQ(ran.code, 0) << filter << ran.err;
    std::string out;
    for (size_t at = 0; (at = ran.out.find("\"doc\":{\"id\":\"", at)) != std::string::npos; ++at) out += ran.out.substr(at + 13, 2);
    return out;
  };
  EXPECT_EQ(ids(""), "d1d2d3");
  EXPECT_EQ(ids("--sort latest"), "d2d3d1") << "attacks were the day before; ties by document";
  EXPECT_EQ(ids("--limit 1 --page 2"), "d2");
  EXPECT_EQ(ids("--since 2020-04-03"), "d2d3");
  EXPECT_EQ(ids("--until 2020-04-01"), "d1");
  EXPECT_EQ(ids("--type ASSAULT --mode aerial"), "d1d3");
  EXPECT_EQ(ids("--actor USAMIL"), "d1d3");
  EXPECT_EQ(ids("--recipient USAMIL"), "");
  EXPECT_EQ(ids("--party \u0631\u0648\u0633\u064A\u0627"), "d2") << "a country by any name that texts use";
  EXPECT_EQ(ids("--party IRQ,TUR"), "d1d2d3");
  EXPECT_EQ(ids("--country RUS"), "d2");
  EXPECT_EQ(ids("--sector GOV"), "d2");
  EXPECT_EQ(ids("--place moscow"), "d2");
  EXPECT_EQ(ids("--in RUS"), "d2");
  EXPECT_EQ(ids("--box 55,37,56,38"), "d2");
  EXPECT_EQ(ids("--box 55,38,56,37"), "") << "the other way round the earth";
  EXPECT_EQ(ids("--source 'Agency 1' --status occurred --happened --confidence 0.1"), "d1");
  EXPECT_EQ(ids("--text \u0627\u0645\u0633"), "d1d3") << "spelt without hamza";
  EXPECT_EQ(ids("--text \u063A\u0627\u0631*"), "d1d3");
  EXPECT_EQ(ids("--text '\"\u0639\u0644\u0649 \u0628\u063A\u062F\u0627\u062F\"'"), "d1d3");
  EXPECT_EQ(ids("--text '\"\u0628\u063A\u062F\u0627\u062F \u0639\u0644\u0649\"'"), "") << "not in this order";
  EXPECT_EQ(ids("--actor \"' OR 1=1 --\""), "");
  EXPECT_EQ(ids("--text \"x' OR \\\"NEAR( * ) AND NOT : ^\""), "");
  EXPECT_EQ(run("events " + db() + " --text '...'").code, 3);
  for (const auto* wrong : {"--box 1,2,3", "--box 1,2,3,400", "--box a,b,c,d", "--since yesterday", "--sort x", "--limit 0",
                            "--confidence 2", "--type ASSAULT,KILL", "--status done", "--in IRAQ", "--country irq"})
    EXPECT_EQ(run("events " + db() + " " + wrong).code, 2) << wrong;
  EXPECT_TRUE(has(run("events " + db() + " --type ASAULT").err, "--type: there is no 'ASAULT' (do you mean ASSAULT?)"));
}

TEST_F(Situation, AnswersForPeopleAndPrograms) {
  ASSERT_EQ(run("ingest " + db() + " " + put("a.jsonl", line(1, kAttack) + line(2, kMeeting) + line(3, kAttack) + line(4, "nothing"))).code,
            0);
  const Ran table = run("events " + db() + " --limit 2");
  EXPECT_TRUE(has(table.out, "events 1 to 2 of 3 (the next: --page 2)")) << table.out;
  EXPECT_TRUE(has(table.out, "ASSAULT")) << table.out;
  EXPECT_TRUE(has(run("events " + db() + " --actor nobody").out, "no event matches"));
  EXPECT_TRUE(has(run("events " + db() + " --limit 2 --page 9").out, "page 9 is behind the last of 3 events"));
  EXPECT_TRUE(has(run("events " + db() + " --format csv").out, "id,doc_id,doc_date,"));
  EXPECT_EQ(run("timeline " + db() + " --step year --format csv").out,
            "year,events,VC,MC,VK,MK,score\r\n2020,3,1,0,0,2,-5.166666666666667\r\n");
  EXPECT_TRUE(has(run("timeline " + db() + " --step week").out, "2020-03-30")) << "weeks begin on Monday";
  EXPECT_TRUE(has(run("dyads " + db() + " --by code --format jsonl").out, R"({"who":"USAMIL","to whom":"IRQ","events":2,"VC":0,)"));
  EXPECT_EQ(run("sources " + db() + " --format csv").out,
            "outlet,documents,events,first,last\r\nAgency 1,2,1,2020-04-02,2020-04-05\r\nAgency 0,1,1,2020-04-04,2020-04-04\r\n"
            "Agency 2,1,1,2020-04-03,2020-04-03\r\n");
  EXPECT_EQ(run("events " + db() + " -o " + at("out.csv")).code, 0);
  EXPECT_EQ(contents(at("out.csv")), run("events " + db() + " --format csv").out);
}

TEST_F(Situation, WhatIsNotArabicMayBeLeftOut) {
  const std::string foreign = "Plain English words.";
  const std::string file = put("a.jsonl", line(1, kAttack) + line(2, foreign) + line(3, foreign));
  const std::string command = "ingest --arabic-only " + db() + " ";
  EXPECT_TRUE(has(run(command + file).out, "3 documents: 1 new, 0 replaced, 0 same; 2 not Arabic, left out; 1 record added"));
  EXPECT_TRUE(has(run(command + file).out, "3 documents: 0 new, 0 replaced, 1 same; 2 not Arabic, left out; 0 records added"));
  EXPECT_EQ(run("sources " + db() + " --format csv").out, "outlet,documents,events,first,last\r\nAgency 1,1,1,2020-04-02,2020-04-02\r\n");
  put("a.jsonl", line(1, foreign));
  EXPECT_TRUE(has(run(command + file).out, "1 document: 0 new, 0 replaced, 0 same; 1 not Arabic, left out"));
  EXPECT_TRUE(has(events(), "\"ASSAULT\"")) << "what is left out replaces nothing";
}

TEST_F(Situation, RecordsOfADatabaseAreThoseOfAFile) {
  const std::string file = put("a.jsonl", line(1, kAttack) + line(2, kMeeting) + line(3, kAttack) + line(4, kMeeting));
  ASSERT_EQ(run("ingest " + db() + " " + file).code, 0);
  ASSERT_EQ(run("read " + file + " -o " + at("all.jsonl")).code, 0);
  ASSERT_EQ(run("events " + db() + " --type CONSULT --until 2020-04-04 -o " + at("some.jsonl")).code, 0);
  for (const auto* command : {"stories", "stories --format table", "commitments", "posture --country irq", "brief", "brief --lang ar",
                              "export --format gdelt", "export --format geojson", "export --format gexf", "export --format csv"}) {
    const Ran whole = run(std::string(command) + " " + db());
    EXPECT_EQ(whole.code, 0) << command << whole.err;
    EXPECT_EQ(whole.out, run(std::string(command) + " " + at("all.jsonl")).out) << command;
    const Ran some = run(std::string(command) + " --type CONSULT --in RUS " + db() + " --source 'Agency 2' --party RUS");
    EXPECT_EQ(some.out, run(std::string(command) + " " + at("some.jsonl")).out) << command;
  }
  EXPECT_TRUE(has(run("brief " + db() + " --actor RUS --since 2020-04-04").out, "Stories: 1 ")) << "options of its own stay what they are";
  const std::string story = run("stories " + db() + " --type CONSULT").out.substr(7, 8);
  EXPECT_TRUE(has(run("stories " + db() + " --story " + story).out, "CONSULT"));
}

TEST_F(Situation, RecordsComeFromFilesOrADatabase) {
  const std::string file = put("a.jsonl", line(1, kAttack)), records = at("r.jsonl");
  ASSERT_EQ(run("ingest " + db() + " " + file).code, 0);
  ASSERT_EQ(run("read " + file + " -o " + records).code, 0);
  for (const std::string command : {"stories", "commitments", "posture", "brief", "export --format csv"}) {
    const Ran both = run(command + " " + db() + " " + records);
    EXPECT_EQ(both.code, 2);
    EXPECT_TRUE(has(both.err, "both FILE and --db")) << both.err;
    const Ran filter = run(command + " " + records + " --type ASSAULT");
    EXPECT_EQ(filter.code, 2);
    EXPECT_TRUE(has(filter.err, "--type requires --db (see isnad ")) << filter.err;
    EXPECT_EQ(run(command + " " + db("none.db")).code, 3);
    EXPECT_EQ(run(command + " " + db() + " --box 1,2").code, 2);
    EXPECT_EQ(run(command + " --db " + records).code, 3) << "no database";
  }
  for (const std::string command : {"brief", "export --format csv"}) {
    const Ran neither = run(command);
    EXPECT_EQ(neither.code, 2);
    EXPECT_TRUE(has(neither.err, "neither FILE nor --db is given")) << neither.err;
  }
  EXPECT_EQ(run("stories", "cat " + records + " | ").out, run("stories " + db()).out);
}

TEST_F(Situation, NothingIsWrittenOverWhatIsRead) {
  const std::string file = put("a.jsonl", line(1, kAttack)), records = at("r.jsonl");
  ASSERT_EQ(run("ingest " + db() + " " + file).code, 0);
  ASSERT_EQ(run("read " + file + " -o " + records).code, 0);
  std::filesystem::create_symlink(file, at("link"));
  const std::string output = " -o " + at("s.db");
  for (const std::string& command :
       {"read " + file + " -o " + file, "read " + at("link") + " -o " + file, "read - -o " + file + " < " + file,
        "analyse " + file + " -o " + file, "stories " + records + " -o " + records, "brief " + records + " -o " + records,
        "export --format csv " + records + " -o " + records, "export --format csv " + db() + output, "stories " + db() + output,
        "events " + db() + output, "diff " + db() + output, "import " + records + " -o " + records}) {
    const Ran ran = run(command);
    EXPECT_EQ(ran.code, 3) << command;
    EXPECT_TRUE(has(ran.err, "is read and would be overwritten by --output (write to another file)")) << command << ran.err;
  }
  EXPECT_EQ(contents(file), line(1, kAttack));
  EXPECT_TRUE(has(events(), "ASSAULT"));
  EXPECT_EQ(run("read " + file + " -o " + records).code, 0) << "an older output may be";
}

TEST_F(Situation, NewKnowledgeIsReadInAgain) {
  ASSERT_EQ(run("ingest " + db() + " " + put("a.jsonl", line(1, kAttack) + line(2, kMeeting))).code, 0);
  EXPECT_TRUE(has(run("recode " + db()).out, "0 documents read again"));
  EXPECT_TRUE(has(run("recode --all " + db()).out, "2 documents read again: 0 records added, 0 removed, 0 changed"));
  const std::filesystem::path copy = at("knowledge");
  std::filesystem::copy(std::filesystem::path(ISNAD_SOURCE) / "knowledge", copy, std::filesystem::copy_options::recursive);
  std::string ontology = contents(copy / "ontology.yaml");
  const size_t score = ontology.find("score: ", ontology.find("  ASSAULT:"));
  ontology.replace(score, ontology.find('\n', score) - score, "score: -8.5");
  std::ofstream(copy / "ontology.yaml") << ontology;
  ASSERT_EQ(run("compile " + copy.string() + " -o " + at("new.image")).code, 0);
  const std::string before = events(), image = " --image " + at("new.image");
  const Ran diff = run("diff " + db() + image);
  EXPECT_TRUE(has(diff.out, " ASSAULT: score: -9 -> -8.5\n2 documents read again: 0 records added, 0 removed, 1 changed (score 1)"))
      << diff.out;
  EXPECT_TRUE(has(run("diff " + db() + image + " --format jsonl").out, R"("fields":[{"field":"score","before":-9,"after":-8.5}])"));
  EXPECT_EQ(events(), before) << "diff writes nothing";
  EXPECT_TRUE(has(run("recode " + db() + image).out, "2 documents read again: 0 records added, 0 removed, 1 changed (score 1)"));
  EXPECT_TRUE(has(events(), "\"score\":-8.5"));
  EXPECT_TRUE(has(run("recode " + db() + image).out, "0 documents read again"));
  EXPECT_TRUE(has(run("recode " + db()).out, "2 documents read again")) << "and back";
  EXPECT_TRUE(events() == before);
}

TEST_F(Situation, AFolderWithoutFilesIsNamed) {
  std::filesystem::create_directories(at("empty"));
  const Ran empty = run("ingest " + db() + " " + at("empty"));
  EXPECT_EQ(empty.code, 3);
  EXPECT_TRUE(has(empty.err, "empty: has no files (name files, or a folder that has some)")) << empty.err;
  EXPECT_FALSE(std::filesystem::exists(at("s.db"))) << "no database is made for nothing";
}

TEST_F(Situation, AFolderIsWatched) {
  std::filesystem::create_directories(at("in"));
  put("in/2020-04-05-a.txt", kAttack);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const std::string database = at("s.db"), folder = at("in");
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], 1);
    ::close(ends[0]), ::close(ends[1]);
    ::execl(ISNAD_PROGRAM, "isnad", "ingest", "--db", database.c_str(), "--watch", folder.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[1]);
  FILE* said = ::fdopen(ends[0], "r");
  const auto next = [&] {
    char text[400] = "";
    return std::string(std::fgets(text, sizeof text, said) ? text : "nothing");
  };
  EXPECT_TRUE(has(next(), "1 document: 1 new"));
  put("b.txt", kMeeting);
  std::filesystem::rename(at("b.txt"), at("in/2020-04-06-b.txt"));
  EXPECT_TRUE(has(next(), "1 document: 1 new"));
  put("in/2020-04-06-b.txt", std::string(kMeeting) + " " + kAttack);
  EXPECT_TRUE(has(next(), "1 document: 0 new, 1 replaced"));
  std::filesystem::create_directories(at("day/one"));
  put("day/one/2020-04-07-c.txt", kAttack);
  std::filesystem::rename(at("day"), at("in/day"));
  EXPECT_TRUE(has(next(), "1 document: 1 new")) << "a folder that came with its files";
  put("d.txt", kMeeting);
  std::filesystem::rename(at("d.txt"), at("in/day/one/2020-04-08-d.txt"));
  EXPECT_TRUE(has(next(), "1 document: 1 new")) << "and what comes into a folder of it";
  const Ran second = run("ingest " + db() + " " + at("in"));
  EXPECT_EQ(second.code, 3);
  EXPECT_TRUE(has(second.err, "s.db: is being written by another isnad (process " + std::to_string(child) + ") (wait until it is done"))
      << second.err;
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  std::fclose(said);
  EXPECT_TRUE(has(run("ingest " + db() + " " + at("in")).out, "4 documents: 0 new, 0 replaced, 4 same"));
}

/// Starts `isnad ingest` with its input from a pipe, writes the first `bytes` of `input` to it, and kills it.
void ingest_and_kill(const std::string& database, const std::string& input, size_t bytes) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[0], 0);
    ::close(ends[0]), ::close(ends[1]);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, 1), ::dup2(nowhere, 2);
    ::execl(ISNAD_PROGRAM, "isnad", "ingest", "--db", database.c_str(), "-", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[0]);
  for (size_t at = 0; at < bytes;) {  // a pipe holds 64 KiB: what is written beyond that was taken in
    const ssize_t n = ::write(ends[1], input.data() + at, std::min<size_t>(bytes - at, 1 << 16));
    ASSERT_GT(n, 0);
    at += static_cast<size_t>(n);
  }
  ::kill(child, SIGKILL);
  ::close(ends[1]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status));
}

TEST_F(Situation, KilledAndResumed) {
  std::string input;
  for (int i = 0; i < 3000; ++i)
    input += line(i, std::string(i % 2 ? kAttack : kMeeting) + " " + std::to_string(i) + (i % 3 ? "." : kAttack));
  for (int i = 0; i < 200; ++i) input += line(i * 7, std::string(kMeeting) + " second version");
  const std::string file = put("all.jsonl", input);
  ASSERT_EQ(run("ingest " + db("whole.db") + " - < " + file).code, 0);
  const std::string whole = events("whole.db"), sources = run("sources " + db("whole.db") + " --format csv").out;
  ASSERT_GT(whole.size(), 100000U);
  std::mt19937 random(11);
  for (int round = 0; round < 4; ++round) {
    const std::string name = "k" + std::to_string(round) + ".db";
    for (int kill = 0; kill < 2; ++kill) ingest_and_kill(at(name), input, input.size() / 2 + random() % (input.size() / 2));
    ASSERT_EQ(run("ingest " + db(name) + " - < " + file).code, 0);
    EXPECT_TRUE(events(name) == whole) << "round " << round;
    EXPECT_EQ(run("sources " + db(name) + " --format csv").out, sources);
  }
}

}  // namespace
