// Tests of web pages, feeds, WARC and packed files, good and hostile. All of them are invented.
#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "input/charset.h"
#include "input/feed.h"
#include "input/html.h"
#include "input/language.h"
#include "input/unpack.h"
#include "input/warc.h"
#include "support/input_folder.h"

namespace isnad {
namespace {

using namespace input_test;

using Members = std::vector<std::pair<std::string, std::string>>;  // name, bytes

/// Members packed by libarchive: `filter` and `format` by its names.
std::string packed(const std::string& filter, const std::string& format, const Members& members) {
  archive* a = archive_write_new();
  archive_write_set_bytes_in_last_block(a, 1);
  const int filtered = filter == "none" ? ARCHIVE_OK : archive_write_add_filter_by_name(a, filter.c_str());
  EXPECT_EQ(filtered, ARCHIVE_OK) << filter;
  EXPECT_EQ(archive_write_set_format_by_name(a, format.c_str()), ARCHIVE_OK) << format;
  std::string out(size_t{8} << 20, '\0');
  size_t used = 0;
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* e = archive_entry_new();
    archive_entry_set_pathname(e, name.c_str());
    const bool link = name.ends_with(".link");
    archive_entry_set_filetype(e, link ? AE_IFLNK : AE_IFREG);
    if (link) archive_entry_set_symlink(e, "/etc/passwd");
    archive_entry_set_perm(e, 0644);
    archive_entry_set_size(e, link ? 0 : static_cast<int64_t>(bytes.size()));
    archive_write_header(a, e);
    if (!link) archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(e);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

constexpr const char* kLines = "{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"b\",\"text\":\"two\"}\n";

TEST(Packed, FilesAreReadLikeTheirContent) {
  const Folder f;
  for (const std::string filter : {"gzip", "xz", "zstd", "bzip2"}) {
    const auto all = read_all({f.put("2021-03-14-a.jsonl." + filter, packed(filter, "raw", {{"x", kLines}}))});
    ASSERT_EQ(all.documents.size(), 2U) << filter << (all.errors.empty() ? "" : all.errors[0]);
    EXPECT_EQ(all.documents[1].text(), "two");
    EXPECT_EQ(all.documents[1].date, "2021-03-14");
  }
  const auto text = read_all({f.put("report.txt.gz", packed("gzip", "raw", {{"x", "a text"}}))});
  ASSERT_EQ(text.documents.size(), 1U);
  EXPECT_EQ(text.documents[0].id, read_all({f.put("report.txt", "a text")}).documents.at(0).id) << "named as if it were not packed";
}

TEST(Packed, PartsOfOneGzipFileFollowEachOther) {
  const Folder f;
  const std::string part = packed("gzip", "raw", {{"x", "{\"text\":\"one\"}\n"}});
  EXPECT_EQ(read_all({f.put("a.jsonl.gz", part + part)}).documents.size(), 2U);
}

TEST(Packed, ArchivesGiveTheirMembers) {
  const Folder f;
  const Members members{{"2020-01-02-a.txt", "first"}, {"deep/b.jsonl", kLines}, {"c.html", "<html><body><p>third</p></body></html>"}};
  for (const auto& [filter, format] : Members{{"none", "zip"}, {"none", "ustar"}, {"gzip", "ustar"}, {"zstd", "pax"}}) {
    const auto all = read_all({f.put("a." + format + filter, packed(filter, format, members))});
    ASSERT_EQ(all.documents.size(), 4U) << format << (all.errors.empty() ? "" : all.errors[0]);
    EXPECT_EQ(all.documents[0].date, "2020-01-02");
    EXPECT_EQ(all.documents[0].text(), "first");
    EXPECT_TRUE(all.documents[0].id.starts_with("2020-01-02-a-")) << "named by the member, not the archive: " << all.documents[0].id;
    EXPECT_EQ(all.documents[3].text(), "third\n");
  }
}

TEST(Packed, PathTricksAreOnlyNames) {
  const Folder f;
  for (const std::string format : {"zip", "pax"}) {
    Members members{{"../../../etc/x.txt", "up"}, {"/abs.txt", "root"}};
    if (format == "pax") members.emplace_back("s.link", "");
    const auto all = read_all({f.put("a." + format, packed("none", format, members))});
    EXPECT_TRUE(all.errors.empty());
    ASSERT_EQ(all.documents.size(), 2U) << "a link is no document";
    EXPECT_EQ(all.documents[0].text(), "up");
  }
}

TEST(Packed, WhatIsPackedInsideIsNamed) {
  const Folder f;
  const std::string inner = packed("gzip", "raw", {{"x", "text"}});
  const auto all = read_all({f.put("a.zip", packed("none", "zip", {{"in.gz", inner}, {"b.txt", "fine"}}))});
  ASSERT_EQ(all.errors.size(), 1U);
  EXPECT_TRUE(has(all.errors[0], "a.zip!in.gz: is packed inside a packed file")) << all.errors[0];
  EXPECT_EQ(all.documents.size(), 1U);
  const auto office = read_all({f.put("a.docx", packed("none", "zip", {{"[Content_Types].xml", "<x/>"}}))});
  ASSERT_EQ(office.errors.size(), 1U);
  EXPECT_TRUE(has(office.errors[0], "office document")) << office.errors[0];
}

TEST(Packed, BrokenFilesTellAndTheRestIsRead) {
  const Folder f;
  std::string cut = packed("gzip", "raw", {{"x", std::string(kLines) + std::string(kLines)}}), flipped = cut;
  cut.resize(cut.size() - 12);
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 0x55);
  const auto all = read_all({f.put("cut.jsonl.gz", cut),
                             f.put("head.xz", std::string_view("\xFD"
                                                               "7zXZ\0 nothing",
                                                               14)),
                             f.put("fine.txt", "fine")});
  EXPECT_GE(all.errors.size(), 2U);
  for (const auto& e : all.errors) EXPECT_TRUE(has(e, "can't be unpacked: ")) << e;
  ASSERT_FALSE(all.documents.empty());
  EXPECT_EQ(all.documents.back().text(), "fine");
}

TEST(Packed, BombsAreRefused) {
  const Folder f;
  const std::string spaces(size_t{68} << 20, ' ');
  for (const std::string filter : {"xz", "zstd"}) {
    const auto all = read_all({f.put("bomb.txt." + filter, packed(filter, "raw", {{"x", spaces}})), f.put("fine.txt", "fine")});
    ASSERT_EQ(all.errors.size(), 1U);
    EXPECT_TRUE(has(all.errors[0], "unpacks to more than 300 times its size")) << all.errors[0];
    EXPECT_EQ(all.documents.size(), 1U);
  }
}

constexpr const char* kPage =
    R"(<!DOCTYPE html><html lang="ar-IQ"><head><meta charset="utf-8"><title>Bridge reopened | Daily Gazette</title>
<meta property="og:title" content="Bridge  reopened"><meta property="og:site_name" content="Daily Gazette">
<meta property="article:published_time" content="2021-03-14T09:30:00+03:00"><link rel="canonical" href="https://gazette.example/1">
<style>p { color: red }</style><script>document.write("<p>Injected words</p>")</script></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li></ul></nav><header><h1>Bridge reopened</h1></header>
<div class="sidebar-left"><p>Most read stories of the week, and some more of them here, to be long enough.</p></div>
<article><p>The bridge over the river was reopened on Sunday, the ministry of works said in a statement.</p>
<script>alert(1)</script><p>It had been closed for two years&nbsp;after a flood &amp; a fire.<br>Traders welcomed the step.</p>
<p><a href="/x">Read more about bridges</a></p><ul><li>Length: 300 metres</li></ul>
<div class="related"><p>Another story that is not this one, with a sentence long enough to count as text.</p></div></article>
<footer><p>Copyright of the Daily Gazette, all rights reserved, and so on and so forth.</p></footer></body></html>)";

TEST(Html, MainTextAndFacts) {
  const auto page = read_html(kPage);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->title, "Bridge reopened");
  EXPECT_EQ(page->source, "Daily Gazette");
  EXPECT_EQ(page->date, "2021-03-14T09:30:00+03:00");
  EXPECT_EQ(page->url, "https://gazette.example/1");
  EXPECT_EQ(page->language, "ar");
  EXPECT_EQ(page->text,
            "The bridge over the river was reopened on Sunday, the ministry of works said in a statement.\n"
            "It had been closed for two years after a flood & a fire.\nTraders welcomed the step.\nLength: 300 metres\n");
}

TEST(Html, FactsFromLinkedDataAndMicrodata) {
  const auto page = read_html(
      R"(<html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2020-05-06","headline":"From data",
      "publisher":{"name":"Wire"}}]}</script></head><body><div><p>Text of some length.</p></div></body></html>)");
  EXPECT_EQ(page->date + page->title + page->source, "2020-05-06From dataWire");
  EXPECT_EQ(read_html("<p>x</p><time datetime='2019-01-02'>today</time>")->date, "2019-01-02");
  EXPECT_EQ(read_html("<title> A\n page </title><p>x</p>")->title, "A page");
  EXPECT_EQ(read_html("<html><head><script type='application/ld+json'>{broken</script><title>t</title></head><p>x</p>")->title, "t");
}

TEST(Html, WithoutMarksTheBiggestTextWins) {
  const auto page = read_html(
      "<html><body><div><a href=x>one</a> <a href=y>two</a></div><div><div><p>The first paragraph of the report, which is long.</p></div>"
      "<div><p>The second paragraph of the report, as long.</p></div></div><div><p>Short.</p></div></body></html>");
  EXPECT_TRUE(has(page->text, "The first")) << page->text;
  EXPECT_TRUE(has(page->text, "The second")) << page->text;
}

TEST(Html, Encodings) {
  const std::string word = "\u0628\u063A\u062F\u0627\u062F";
  const std::string cp1256 = "\xC8\xDB\xCF\xC7\xCF";
  EXPECT_EQ(read_html("<meta http-equiv='Content-Type' content='text/html; charset=windows-1256'><p>" + cp1256 + "</p>")->text,
            word + "\n");
  EXPECT_EQ(read_html("<meta charset='iso-8859-6'><p>\xC8\xDA\xCF\xC7\xCF</p>")->text, word + "\n");
  EXPECT_EQ(read_html("<p>" + cp1256 + "</p>")->text, word + "\n") << "without a name";
  EXPECT_EQ(read_html("<meta charset='windows-1256'><p>" + word + "</p>")->text, word + "\n") << "UTF-8 all the same";
  EXPECT_EQ(read_html("<p>" + cp1256 + "</p>", "no/such//TRANSLIT")->text, word + "\n");
  EXPECT_EQ(to_utf8(std::string_view("\xFF\xFE\x28\x06", 4), ""), "\u0628");
  EXPECT_EQ(charset_in("text/html; Charset=\"UTF-8\"; x"), "utf-8");
}

TEST(Html, HostilePages) {
  std::string deep, wide;
  for (int i = 0; i < 40000; ++i) deep += "<b id=" + std::to_string(i) + ">";
  deep += "text";
  EXPECT_TRUE(read_html(deep));
  for (int i = 0; i < 60000; ++i) wide += "<p>";
  const auto refused = read_html(wide);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(has(refused.error().what, "more than 50000 tags"));
  for (const std::string html :
       {"", "<", "<p", "</p>", "<!--", "<script>", "<p a='", "&#x110000;&#0;&bogus;", "<p>\xFF\xC3</p>", "<![CDATA[x", "<a></p></a>"})
    EXPECT_TRUE(read_html(html)) << html;
  EXPECT_EQ(read_html(std::string_view("<p>a\0b</p>", 10))->text, "a b\n");
  EXPECT_FALSE(
      has(read_html("<body><p>fine words</p><script>var x = '<p>evil</p>'</script><style>.evil{}</style><p onload='evil()'>too</p>")->text,
          "evil"));
}

TEST(Feed, RssWithWholeTexts) {
  const auto feed = read_feed(
      R"(<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title><language>ar-sa</language>
      <item><title>One &amp; two</title><link>https://wire.example/1</link><pubDate>Sun, 14 Mar 2021 10:00:00 GMT</pubDate>
      <media:title>picture</media:title><description>Short.</description>
      <content:encoded><![CDATA[<p>Long text.</p><script>x()</script><p>Second line.</p>]]></content:encoded></item>
      <item><title>Three</title><guid isPermaLink="true">https://wire.example/2</guid><dc:date>2021-03-15T00:00:00Z</dc:date>
      <description>&lt;b&gt;Only&lt;/b&gt; this</description></item></channel></rss>)");
  ASSERT_TRUE(feed) << feed.error().message();
  EXPECT_EQ(feed->source + feed->language + feed->trouble, "Wirear");
  ASSERT_EQ(feed->items.size(), 2U);
  EXPECT_EQ(feed->items[0].title, "One & two");
  EXPECT_EQ(feed->items[0].text, "Long text.\nSecond line.");
  EXPECT_EQ(feed->items[0].url + feed->items[0].date, "https://wire.example/12021-03-14");
  EXPECT_EQ(feed->items[1].url + feed->items[1].date + feed->items[1].text, "https://wire.example/22021-03-15Only this");
}

TEST(Feed, Atom) {
  const auto feed = read_feed(
      R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title><entry><title type="html">A</title><id>tag:1</id>
      <link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><updated>2020-01-02T03:04:05Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content></entry><entry/></feed>)");
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->items.size(), 1U);
  EXPECT_EQ(feed->items[0].url + feed->items[0].id + feed->items[0].date, "https://a.example/1tag:12020-01-02");
  EXPECT_TRUE(has(feed->items[0].text, "First.")) << feed->items[0].text;
}

TEST(Feed, Days) {
  EXPECT_EQ(feed_day("Sun, 05 Apr 2020 10:00:00 GMT"), "2020-04-05");
  EXPECT_EQ(feed_day("5 Apr 20 10:00"), "2020-04-05");
  EXPECT_EQ(feed_day("2020-04-05T10:00:00Z"), "2020-04-05");
  for (const auto* text : {"", "yesterday", "Sun, 31 Feb 2020", "Sun, 05 Foo 2020", "Sun,", "5 Apr", "5 Apr ", "5 Apr 99999"})
    EXPECT_EQ(feed_day(text), "") << text;
}

TEST(Feed, HostileXml) {
  const auto broken = read_feed("<rss><channel><item><title>a</title><description>x</description></item><item><title>b");
  ASSERT_TRUE(broken);
  EXPECT_EQ(broken->items.size(), 1U);
  EXPECT_EQ(broken->trouble, "is broken XML");
  const auto overlong = read_feed("<rss><channel><item><description><![CDATA[a \xC1\xAA b]]></description></item></channel></rss>");
  ASSERT_TRUE(overlong);
  for (const auto& item : overlong->items) EXPECT_EQ(find_invalid(item.text), std::string_view::npos) << item.text;
  EXPECT_FALSE(read_feed("<html><p>no feed</p></html>"));
  EXPECT_FALSE(read_feed(""));
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 30; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) laughs += "&a" + std::to_string(i - 1) + ";";
    laughs += "'>";
  }
  const auto entities = read_feed(laughs + "]><rss><channel><item><title>&a29;</title><description>x</description></item></channel></rss>");
  EXPECT_TRUE(!entities || entities->items.empty() || entities->items[0].title.size() < 1000);
  const auto file = read_feed(
      "<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&f;</title><description>x</description></item>"
      "</channel></rss>");
  EXPECT_TRUE(!file || file->items.empty() || !has(file->items[0].title, "root")) << "nothing outside is read";
  std::string deep = "<rss>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  const auto nested = read_feed(deep);
  EXPECT_TRUE(nested && !nested->trouble.empty());
}

std::string warc_record(const std::string& kind, const std::string& block, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: https://news.example/1\r\nWARC-Date: 2021-03-14T01:02:03Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

const std::string kHttp = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";

TEST(Warc, ResponsesArePages) {
  const Folder f;
  const std::string all =
      warc_record("warcinfo", "software: none") + warc_record("request", "GET / HTTP/1.1\r\n\r\n") +
      warc_record("response", kHttp + "<html><body><p>First page.</p></body></html>") +
      warc_record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nothing</p>") +
      warc_record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG") +
      warc_record("response",
                  "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nchunk\r\n3\r\ned.\r\n0\r\n\r\n") +
      warc_record("conversion", "Plain words.", "Content-Type: text/plain\r\n");
  for (const auto& path : {f.put("a.warc", all), f.put("b.warc.gz", packed("gzip", "raw", {{"x", all}})), f.put("c", all)}) {
    const auto read = read_all({path});
    EXPECT_TRUE(read.errors.empty()) << read.errors[0];
    ASSERT_EQ(read.documents.size(), 3U) << path;
    EXPECT_EQ(read.documents[0].text(), "First page.\n");
    EXPECT_EQ(read.documents[0].url + read.documents[0].date, "https://news.example/12021-03-14");
    EXPECT_EQ(read.documents[1].text(), "chunked.");
    EXPECT_EQ(read.documents[2].text(), "Plain words.");
  }
}

TEST(Warc, BrokenRecordsTellAndTheRestIsRead) {
  const Folder f;
  const std::string good = warc_record("response", kHttp + "<p>Good page.</p>");
  const std::string all = good + "WARC/1.0\r\nWARC-Type: response\r\n\r\nno length" + "\r\n\r\n" + good + "rubbish between\r\n" + good +
                          "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n" + good +
                          warc_record("response", "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Type: text/html\r\n\r\nxx") +
                          warc_record("response", "HTTP/1.1 200 OK") + good + good.substr(0, good.size() - 20);
  const auto read = read_all({f.put("a.warc", all), f.put("b.txt", "fine")});
  EXPECT_EQ(read.documents.size(), 6U);
  EXPECT_EQ(read.documents.back().text(), "fine");
  ASSERT_GE(read.errors.size(), 6U);
  EXPECT_TRUE(has(read.errors[0], "a.warc: record 2: a record has no Content-Length")) << read.errors[0];
  EXPECT_TRUE(has(read.errors.back(), "the file ends inside a record")) << read.errors.back();
}

TEST(Warc, HeadersWithoutEnd) {
  const Folder f;
  const auto read = read_all({f.put("a.warc", "WARC/1.0\r\n" + std::string(300000, 'h'))});
  EXPECT_TRUE(read.documents.empty());
  ASSERT_FALSE(read.errors.empty());
  EXPECT_TRUE(has(read.errors[0], "headers don't end")) << read.errors[0];
}

TEST(Language, ByItsLetters) {
  EXPECT_TRUE(is_arabic_text(
      "\u0648\u0635\u0644\u062A \u0627\u0644\u0642\u0648\u0627\u062A (USA) \u0625\u0644\u0649 \u0627\u0644\u0645\u062F\u064A\u0646\u0629"));
  EXPECT_FALSE(is_arabic_text("Forces reached the town"));
  EXPECT_FALSE(is_arabic_text(""));
  EXPECT_FALSE(is_arabic_text("2020 ... 15%"));
  EXPECT_FALSE(is_arabic_text("\u06AF\u0632\u0627\u0631\u0634 \u067E\u0644\u06CC\u0633 \u0686\u06CC\u0646 \u062F\u0631 \u0634\u0647\u0631"))
      << "Persian";
  EXPECT_FALSE(is_arabic_text("\u0432\u043E\u0439\u0441\u043A\u0430 \u0432\u043E\u0448\u043B\u0438"));
}

TEST(Stream, WhatNewerVersionsShare) {
  const Folder f;
  const auto a = f.put("a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{\"text\":\"y\"}\n{\"url\":\"u\",\"text\":\"z\"}\n"),
             t = f.put("t.txt", "x");
  DocumentStream stream({a, t}, {});
  Delivery d;
  for (const std::string& uri : {a + "#1", std::string(), std::string("u"), t}) {
    ASSERT_TRUE(stream.next(d));
    EXPECT_EQ(d.uri, uri);
  }
}

}  // namespace
}  // namespace isnad
