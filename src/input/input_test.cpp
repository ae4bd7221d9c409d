// Tests of dates, JSONL lines and the stream of documents, on good and on bad input.
#include <gtest/gtest.h>

#include "input/day.h"
#include "support/input_folder.h"

namespace isnad {
namespace {

using namespace input_test;

TEST(Day, IsReadAsArchivesWriteIt) {
  for (const auto* text :
       {"2020-04-05", "20200405", "2020/04/05", " 2020-04-05 ", "2020-04-05T12:30:00Z", "2020-04-05 12:30", "20200405123000"})
    EXPECT_EQ(parse_day(text), "2020-04-05") << text;
  for (const auto* text : {"", "2020", "2020-04", "2020-13-01", "2020-02-30", "2019-02-29", "05-04-2020", "2020-4-5", "2020-04-051",
                           "0000-01-01", "202004051", "April", "2020-04/05"})
    EXPECT_EQ(parse_day(text), "") << text;
  EXPECT_EQ(parse_day("2020-02-29"), "2020-02-29");
}

TEST(Day, OfAFileName) {
  EXPECT_EQ(day_of_file_name("samples/2021-03-14-port.txt"), "2021-03-14");
  EXPECT_EQ(day_of_file_name("2021-03-14"), "2021-03-14");
  EXPECT_EQ(day_of_file_name("2021-03-145.txt"), "");
  EXPECT_EQ(day_of_file_name("2021-13-14.txt"), "");
  EXPECT_EQ(day_of_file_name("2021-03-14/report.txt"), "");
}

TEST(Stream, ATextFileIsADocument) {
  const Folder f;
  const auto all = read_all({f.put("2021-03-14-port.txt", "one\r\ntwo\n"), f.put("empty.txt", "")}, {InputFormat::automatic, "", "Wire"});
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].id, "2021-03-14-port-6b854438") << "the file's name and a hash of the text";
  EXPECT_EQ(all.documents[0].date, "2021-03-14");
  EXPECT_EQ(all.documents[0].source, "Wire");
  EXPECT_EQ(all.documents[0].text(), "one\r\ntwo\n") << "the text is the file's, byte for byte";
  EXPECT_EQ(all.documents[1].text(), "");
  EXPECT_TRUE(all.errors.empty() && all.warnings.empty());
}

TEST(Stream, FilesOfOneNameAreToldApart) {
  const Folder f;
  const auto a = f.put("a/r.txt", "x"), b = f.put("b/r.txt", "y");
  const auto all = read_all({a, b});
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_NE(all.documents[0].id, all.documents[1].id);
}

TEST(Stream, AnIdHangsOnNothingButTheNameAndTheText) {
  const Folder f;
  const auto a = f.put("a/r.txt", "x"), b = f.put("b/r.txt", "y"), elsewhere = f.put("c/d/r.txt", "x");
  const auto id = [](const std::vector<std::string>& files) { return read_all(files).documents.at(0).id; };
  EXPECT_EQ(id({a}), id({a, b})) << "not on the other files of the run";
  EXPECT_EQ(id({a}), id({elsewhere})) << "not on the folder";
  EXPECT_TRUE(id({a}).starts_with("r-")) << id({a});
  EXPECT_EQ(read_all({a}, {InputFormat::automatic, "2020-01-01", "Wire"}).documents.at(0).id, id({a})) << "not on options";
}

TEST(Stream, AUrlNamesADocumentWithoutId) {
  const Folder f;
  const std::string_view page =
      "<html><head><link rel=\"canonical\" href=\"https://news.example/7\"></head><body><p>Text.</p></body></html>";
  const auto all = read_all({f.put("p.html", page), f.put("q.html", "<html><body><p>Text.</p></body></html>"),
                             f.put("l.jsonl", "{\"url\":\"https://news.example/8\",\"text\":\"x\"}\n{\"text\":\"x\"}")});
  ASSERT_EQ(all.documents.size(), 4U);
  EXPECT_EQ(all.documents[0].id, "https://news.example/7");
  EXPECT_TRUE(all.documents[1].id.starts_with("q-")) << all.documents[1].id;
  EXPECT_EQ(all.documents[2].id, "https://news.example/8");
  EXPECT_EQ(all.documents[3].id.size(), 16U) << "a line: a hash of the text alone";
}

TEST(Stream, AnOptionBeatsTheFileNameAndTheDocumentBeatsBoth) {
  const Folder f;
  const auto text = f.put("2021-03-14.txt", "x"),
             lines = f.put("2021-03-14.jsonl", "{\"text\":\"x\",\"date\":\"2019-01-01\"}\n{\"text\":\"y\"}");
  const auto all = read_all({text, lines}, {InputFormat::automatic, "2020-01-01", ""});
  ASSERT_EQ(all.documents.size(), 3U);
  EXPECT_EQ(all.documents[0].date, "2020-01-01");
  EXPECT_EQ(all.documents[1].date, "2019-01-01");
  EXPECT_EQ(all.documents[2].date, "2020-01-01");
}

TEST(Stream, JsonLinesHaveTheirFields) {
  const Folder f;
  const auto all = read_all({f.put("a.jsonl",
                                   "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"\\u0627\\n\",\"date\":\"20200405\",\"source\":\"S\",\"url\":\"u\","
                                   "\"title\":\"t\",\"language\":\"ar\",\"more\":{\"text\":[1]}}\r\n"
                                   "\n   \r\n"
                                   "{\"text\":\"x\",\"id\":17,\"date\":null,\"source\":[],\"title\":true}")});
  ASSERT_EQ(all.documents.size(), 2U);
  const Document& d = all.documents[0];
  EXPECT_EQ(d.text(), "\xD8\xA7\n");
  EXPECT_EQ(d.id + d.date + d.source + d.url + d.title + d.language, "a2020-04-05Sutar");
  EXPECT_EQ(all.documents[1].id, "17");
  EXPECT_EQ(all.documents[1].date + all.documents[1].source + all.documents[1].title, "");
  EXPECT_TRUE(all.errors.empty());
}

TEST(Stream, ABrokenLineIsNamedAndTheRestIsRead) {
  const Folder f;
  const std::string path =
      f.put("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"tw\n[{\"text\":\"x\"}]\n{\"id\":1}\n{\"text\":7}\n\"s\"\n{\"text\":\"two\"}\n");
  const auto all = read_all({path});
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[1].text(), "two");
  ASSERT_EQ(all.errors.size(), 5U);
  for (size_t i = 0; i < 5; ++i) EXPECT_TRUE(all.errors[i].starts_with(path + ":" + std::to_string(i + 2) + ": ")) << all.errors[i];
  EXPECT_TRUE(has(all.errors[1], "array")) << all.errors[1];
  EXPECT_TRUE(has(all.errors[2], "no string \"text\"")) << all.errors[2];
}

TEST(Stream, BadDatesCountAsNone) {
  const Folder f;
  const auto all = read_all({f.put("a.jsonl", "{\"text\":\"x\",\"date\":\"yesterday\"}")});
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].date, "");
  ASSERT_EQ(all.warnings.size(), 1U);
  EXPECT_TRUE(has(all.warnings[0], "'yesterday' is no date")) << all.warnings[0];
}

TEST(Stream, GarbageIsReadAndSaid) {
  const Folder f;
  std::string garbage;
  for (int i = 0; i < 5000; ++i) garbage += static_cast<char>(i * 37 + i / 7);
  const auto all = read_all({f.put("g.txt", garbage), f.put("g.jsonl",
                                                            "{\"text\":\"a\xFF"
                                                            "b\"}\n{\"text\":\"\\ud83d x \\ude00 \\ud83d\\ude00 \\\\ud83d\"}\n")});
  ASSERT_EQ(all.documents.size(), 3U);
  EXPECT_EQ(all.documents[1].text(),
            "a\uFFFD"
            "b");
  EXPECT_EQ(all.documents[2].text(), "\uFFFD x \uFFFD \U0001F600 \\ud83d");
  EXPECT_EQ(all.warnings.size(), 3U);
  EXPECT_TRUE(all.errors.empty());
}

TEST(Stream, OtherFormatsAreNamed) {
  const Folder f;
  const auto all = read_all({f.put("a.gz", "\x1F\x8B\x08 rest"), f.put("b.pdf", "%PDF-1.4"), f.put("c.txt", "fine")});
  EXPECT_EQ(all.documents.size(), 1U);
  ASSERT_EQ(all.errors.size(), 2U);
  EXPECT_TRUE(has(all.errors[0], "a.gz: can't be unpacked: ")) << all.errors[0];
  EXPECT_TRUE(has(all.errors[1], "PDF"));
}

TEST(Stream, Utf16WithItsMarkIsText) {
  const Folder f;
  const auto all = read_all({f.put("le.txt", std::string_view("\xFF\xFE\x27\x06\x3D\xD8\x00\xDE", 8)),
                             f.put("be.txt", std::string_view("\xFE\xFF\x06\x27\xD8\x3D", 6))});
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].text(), "\u0627\U0001F600");
  EXPECT_EQ(all.documents[1].text(), "\u0627\uFFFD");
}

TEST(Stream, LinesOfAnySize) {
  const Folder f;
  std::string lines;
  for (const size_t size : {size_t{0}, size_t{1}, (size_t{1} << 18) - 30, size_t{1} << 18, size_t{700000}, size_t{20} << 20, size_t{3}})
    lines += "{\"id\":\"" + std::to_string(size) + "\",\"text\":\"" + std::string(size, 'x') + "\"}\n";
  const auto all = read_all({f.put("a.jsonl", lines)});
  ASSERT_EQ(all.documents.size(), 7U);
  for (const auto& d : all.documents) EXPECT_EQ(d.id, std::to_string(d.text().size()));
}

TEST(Stream, FormatIsSeenFromNameOrFirstLetter) {
  const Folder f;
  const auto all = read_all({f.put("a", "  {\"text\":\"x\"}"), f.put("b", "plain {"), f.put("c.txt", "{\"text\":\"x\"}")});
  ASSERT_EQ(all.documents.size(), 3U);
  EXPECT_EQ(all.documents[0].text(), "x");
  EXPECT_EQ(all.documents[1].text(), "plain {");
  EXPECT_EQ(all.documents[2].text(), "{\"text\":\"x\"}");
}

TEST(Files, AreCheckedBeforeAnythingIsRead) {
  const Folder f;
  const auto a = f.put("a.txt", "four");
  EXPECT_EQ(*check_files({a, a}), 8U);
  EXPECT_EQ(*check_files({a, "-"}), 0U);
  const auto missing = check_files({a, a + "x"});
  ASSERT_FALSE(missing.ok());
  EXPECT_TRUE(has(missing.error().message(), "No such file")) << missing.error().message();
  const auto folder = check_files({"/tmp"});
  ASSERT_FALSE(folder.ok());
  EXPECT_TRUE(has(folder.error().message(), "is a directory")) << folder.error().message();
}

}  // namespace
}  // namespace isnad
