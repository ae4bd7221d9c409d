// Feeds by libxml2's reader, one node after the other.
#include "input/feed.h"

#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include <array>
#include <charconv>
#include <memory>

#include "base/utf8.h"
#include "input/charset.h"
#include "input/day.h"
#include "input/html.h"

namespace isnad {
namespace {

constexpr size_t kLargestFeed = size_t{64} << 20;
constexpr int kDeepest = 200;

using Reader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }

std::string attribute(xmlTextReader* reader, const char* name) {
  xmlChar* value = xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name));
  std::string out(view(value));
  xmlFree(value);
  return out;
}

/// Text without markup: pages inside feeds are escaped HTML, or XHTML.
std::string plain(const std::string& text) {
  if (text.find('<') == std::string::npos && text.find('&') == std::string::npos) return text;
  auto out = text_of_html(text);
  return out ? std::move(*out) : std::string();
}

/// Without blanks around, and as valid UTF-8: inside CDATA the parser lets overlong sequences through.
std::string trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  size_t repaired = 0;
  return find_invalid(text) == std::string_view::npos ? std::string(text) : repair_utf8(text, repaired);
}

/// What is gathered of an item before it is known which of it counts.
struct Parts {
  std::string title, link, guid, day, updated, summary, content;
};

class FeedReader {
 public:
  explicit FeedReader(xmlTextReader* reader) : reader_(reader) {}

  /// False: it is no feed.
  bool run(Feed& out) {
    int code = 0;
    while ((code = xmlTextReaderRead(reader_)) == 1) {
      const int depth = xmlTextReaderDepth(reader_);
      if (depth > kDeepest) return out.trouble = "is nested too deeply", known_;
      node(xmlTextReaderNodeType(reader_), depth, out);
    }
    if (code != 0 && out.trouble.empty()) out.trouble = "is broken XML";
    return known_;
  }

 private:
  void node(int type, int depth, Feed& out) {
    const std::string_view name = view(xmlTextReaderConstLocalName(reader_));
    if (type == XML_READER_TYPE_ELEMENT)
      start(name, depth, out);
    else if (type == XML_READER_TYPE_END_ELEMENT)
      end(depth, out);
    else if (field_ && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
      field_->append(view(xmlTextReaderConstValue(reader_)));
  }

  void start(std::string_view name, int depth, Feed& out) {
    const bool empty = xmlTextReaderIsEmptyElement(reader_) == 1;
    if (depth == 0) known_ = name == "rss" || name == "feed" || name == "RDF";
    if (field_) {  // XHTML inside Atom: only its words, blocks parted
      field_->append(" ");
      return;
    }
    if (name == "item" || name == "entry") {
      if (!empty) item_depth_ = depth, parts_ = {};
      return;
    }
    if (item_depth_ >= 0 && depth == item_depth_ + 1) {
      if (name == "link") link(parts_.link);
      field_ = empty ? nullptr : field_of(view(xmlTextReaderConstPrefix(reader_)), name);
    } else if (item_depth_ < 0 && depth <= 2) {
      field_ = empty ? nullptr : name == "title" && out.source.empty() ? &out.source : name == "language" ? &out.language : nullptr;
    }
    field_depth_ = depth;
  }

  void link(std::string& url) {
    const std::string relation = attribute(reader_, "rel"), target = attribute(reader_, "href");
    if (!target.empty() && (relation.empty() || relation == "alternate")) url = target;
  }

  std::string* field_of(std::string_view prefix, std::string_view name) {
    if (name == "title" && prefix != "media") return &parts_.title;
    if (name == "link" && parts_.link.empty()) return &parts_.link;
    if (name == "guid" || name == "id") return &parts_.guid;
    if (name == "pubDate" || name == "published" || (prefix == "dc" && name == "date")) return &parts_.day;
    if (name == "updated") return &parts_.updated;
    if (name == "encoded" || (name == "content" && prefix != "media")) return &parts_.content;
    if ((name == "description" && prefix != "media") || name == "summary") return &parts_.summary;
    return nullptr;
  }

  void end(int depth, Feed& out) {
    if (field_ && depth == field_depth_) field_ = nullptr;
    if (item_depth_ < 0 || depth != item_depth_) return;
    item_depth_ = -1;
    FeedItem item;
    item.title = trimmed(plain(parts_.title)), item.url = trimmed(parts_.link), item.id = trimmed(parts_.guid);
    item.date = feed_day(trimmed(parts_.day.empty() ? parts_.updated : parts_.day));
    item.text = trimmed(plain(parts_.content.size() > parts_.summary.size() ? parts_.content : parts_.summary));
    if (item.url.empty() && (item.id.starts_with("http://") || item.id.starts_with("https://"))) item.url = item.id;
    out.items.push_back(std::move(item));
  }

  xmlTextReader* reader_;
  bool known_ = false;
  int item_depth_ = -1, field_depth_ = 0;
  Parts parts_;
  std::string* field_ = nullptr;
};

}  // namespace

std::string feed_day(std::string_view text) {
  if (std::string day = parse_day(text); !day.empty()) return day;
  static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const size_t comma = text.find(',');
  if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  int day = 0, year = 0;
  const auto [after, failed] = std::from_chars(text.data(), text.data() + text.size(), day);
  const auto rest = text.substr(static_cast<size_t>(after - text.data()));
  if (failed != std::errc() || rest.size() < 9 || rest[0] != ' ') return {};
  size_t month = 0;
  while (month < 12 && !rest.substr(1).starts_with(kMonths[month])) ++month;
  const size_t space = rest.find(' ', 1);
  if (month == 12 || space == std::string_view::npos) return {};
  if (std::from_chars(rest.data() + space + 1, rest.data() + rest.size(), year).ec != std::errc() || year < 0 || year > 9999) return {};
  if (year < 100) year += year < 70 ? 2000 : 1900;
  return parse_day(fmt::format("{:04}-{:02}-{:02}", year, month + 1, day));
}

Result<Feed> read_feed(std::string_view xml) {
  if (xml.size() > kLargestFeed) return Error{"", 0, "is larger than 64 MiB, too much for a feed", "split it"};
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  const Reader reader(xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions), xmlFreeTextReader);
  Feed out;
  if (!reader || !FeedReader(reader.get()).run(out))
    return Error{"", 0, "is no RSS or Atom feed" + (out.trouble.empty() ? "" : ": it " + out.trouble),
                 "check the file, or name its format with --input"};
  out.source = trimmed(out.source), out.language = trimmed(out.language).substr(0, 2);
  return out;
}

}  // namespace isnad
