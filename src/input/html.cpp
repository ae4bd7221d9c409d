// Pages by the events of libxml2's HTML parser: no tree is built of the page but a list of its text blocks.
#include "input/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <vector>

#include "base/utf8.h"
#include "input/charset.h"

namespace isnad {
namespace {

/// Elements whose content is not the report.
constexpr auto kLeftOut = std::to_array<std::string_view>({"script", "style",  "noscript", "template",   "iframe", "object", "svg",
                                                           "math",   "canvas", "nav",      "header",     "footer", "aside",  "form",
                                                           "button", "select", "textarea", "figcaption", "audio",  "video",  "head"});
/// Elements that part lines but hold no text of their own kind.
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"p",       "h1",      "h2",   "h3",   "h4", "h5", "h6",    "li", "td",     "th", "blockquote", "pre",     "dd",     "dt",  "div",
     "section", "article", "main", "body", "ul", "ol", "table", "tr", "figure", "hr", "br",         "address", "center", "time"});
/// Elements that may hold a whole report.
constexpr auto kContainers = std::to_array<std::string_view>({"div", "section", "article", "main", "body", "td"});

template <size_t N>
bool is_in(const std::array<std::string_view, N>& all, std::string_view name) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Runs of white space, and no-break spaces, as one blank; none at the ends.
std::string tidy(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break) ++i;
    if (!no_break && !is_space(text[i]))
      out += text[i];
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

constexpr double kAround = 0.7;

/// A line of text, and the container it stands in.
struct Block {
  std::string text;
  size_t linked = 0;  // bytes of it inside links
  size_t container = 0;
  bool running = false;  // a paragraph rather than a heading or an item
};

struct Container {
  size_t above = 0;
  bool marked = false;  // <article>, <main>
  double score = 0;
};

/// Facts by how much they are trusted: the first of each list that the page has.
struct Facts {
  std::map<std::string, std::string, std::less<>> by_name;  // of meta tags, JSON-LD, microdata; the first of each name
  void add(std::string name, std::string_view value) {
    std::string text = tidy(value);
    if (!text.empty() && text.size() < 2000) by_name.try_emplace(std::move(name), std::move(text));
  }
  [[nodiscard]] std::string first(std::initializer_list<std::string_view> names) const {
    for (const auto n : names)
      if (const auto at = by_name.find(n); at != by_name.end()) return at->second;
    return {};
  }
};

/// Members of JSON-LD that matter, wherever they stand in it.
void read_linked_data(std::string_view json, Facts& facts) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return;
  std::vector<std::pair<simdjson::dom::element, int>> todo{{root, 0}};
  while (!todo.empty()) {
    const auto [e, depth] = todo.back();
    todo.pop_back();
    if (depth > 4) continue;
    simdjson::dom::array array;
    simdjson::dom::object object;
    if (e.get_array().get(array) == simdjson::SUCCESS)
      for (const auto part : array) todo.emplace_back(part, depth + 1);
    if (e.get_object().get(object) != simdjson::SUCCESS) continue;
    std::string_view text;
    for (const std::string_view name : {"datePublished", "headline"})
      if (object[name].get_string().get(text) == simdjson::SUCCESS) facts.add("ld:" + std::string(name), text);
    if (object["publisher"]["name"].get_string().get(text) == simdjson::SUCCESS) facts.add("ld:publisher", text);
    simdjson::dom::element graph;
    if (object["@graph"].get(graph) == simdjson::SUCCESS) todo.emplace_back(graph, depth + 1);
  }
}

class PageReader {
 public:
  explicit PageReader(bool everything) : everything_(everything) { containers_.push_back({}); }

  void start(std::string_view name, const xmlChar** attributes) {
    const auto attribute = [&](std::string_view wanted) -> std::string_view {
      for (const xmlChar** a = attributes; a && *a; a += 2)
        if (wanted == reinterpret_cast<const char*>(a[0])) return a[1] ? reinterpret_cast<const char*>(a[1]) : "";
      return {};
    };
    if (name == "meta") meta(attribute("property"), attribute("name"), attribute("itemprop"), attribute("content"));
    if (name == "link" && attribute("rel") == "canonical") facts_.add("canonical", attribute("href"));
    if (name == "html") facts_.add("lang", attribute("lang"));
    if (name == "time") facts_.add(attribute("itemprop") == "datePublished" ? "item:datePublished" : "time", attribute("datetime"));
    if (is_in(kBlocks, name)) end_line();
    open_.push_back({std::string(name), container_, left_out_});
    if (is_in(kLeftOut, name) || (!everything_ && name != "body" && name != "html" &&
                                  is_aside(attribute("class"), attribute("id"), attribute("role"), attribute("hidden").data())))
      left_out_ = true;
    if (name == "a") ++links_;
    if (name == "script" && attribute("type") == "application/ld+json") capture_ = &linked_data_;
    if (name == "title" && title_.empty()) capture_ = &title_;
    if (name == "h1" && heading_.empty()) in_heading_ = true;
    if (is_in(kContainers, name)) {
      containers_.push_back({container_, name == "article" || name == "main", 0});
      container_ = containers_.size() - 1;
    }
  }

  void end(std::string_view name) {
    const auto at = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.name == name; });
    if (at == open_.rend()) return;
    if (is_in(kBlocks, name)) end_line(name == "p" || name == "blockquote");
    if (name == "a" && links_ > 0) --links_;
    if (name == "script" && capture_ == &linked_data_) read_linked_data(linked_data_, facts_), linked_data_.clear(), capture_ = nullptr;
    if (name == "title") capture_ = nullptr;
    if (name == "h1") in_heading_ = false;
    container_ = at->container, left_out_ = at->left_out;
    open_.erase(at.base() - 1, open_.end());
  }

  void characters(std::string_view text) {
    if (capture_) capture_->append(text);
    if (in_heading_) heading_.append(text);
    if (left_out_) return;
    line_.append(text);
    if (links_ > 0) linked_ += text.size();
  }

  Page page() {
    end_line();
    Page out;
    out.title = facts_.first({"og:title", "ld:headline", "twitter:title", "dc.title", "DC.title"});
    if (out.title.empty()) out.title = tidy(heading_);
    if (out.title.empty()) out.title = tidy(title_);
    out.date =
        facts_.first({"article:published_time", "ld:datePublished", "item:datePublished", "og:article:published_time", "datePublished",
                      "pubdate", "publishdate", "publish-date", "date", "dc.date", "DC.date", "DC.date.issued", "dcterms.created", "time"});
    out.source = facts_.first({"og:site_name", "ld:publisher", "application-name", "dc.publisher", "DC.publisher"});
    out.url = facts_.first({"canonical", "og:url"});
    if (!out.url.starts_with("http://") && !out.url.starts_with("https://")) out.url.clear();
    out.language = facts_.first({"lang"}).substr(0, 2);
    if (out.language.size() != 2 || out.language.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) out.language.clear();
    out.text = main_text();
    return out;
  }

  std::string whole_text() {
    end_line();
    std::string out;
    for (const Block& b : blocks_) out += b.text + "\n";
    return out;
  }

 private:
  struct Open {
    std::string name;
    size_t container;
    bool left_out;
  };

  /// Names that pages give to what surrounds the report, alone or at the start of a longer one.
  static bool is_aside(std::string_view classes, std::string_view id, std::string_view role, const char* hidden) {
    if (hidden != nullptr || role == "navigation" || role == "banner" || role == "contentinfo" || role == "complementary") return true;
    for (std::string_view text : {classes, id})
      while (!text.empty()) {
        for (const std::string_view word : {"sidebar", "related", "comment", "cookie", "share", "breadcrumb", "newsletter", "advert"})
          if (text.starts_with(word)) return true;
        text.remove_prefix(std::min(text.find(' '), text.size() - 1) + 1);
      }
    return false;
  }

  void meta(std::string_view property, std::string_view name, std::string_view item, std::string_view content) {
    for (const std::string_view key : {property, name}) {
      if (!key.empty() && key.size() < 60) facts_.add(std::string(key), content);
    }
    if (item == "datePublished") facts_.add("item:datePublished", content);
  }

  void end_line(bool running = false) {
    std::string text = tidy(line_);
    const size_t linked = std::min(linked_, text.size());
    line_.clear(), linked_ = 0;
    if (text.empty()) return;
    const bool mostly_links = 2 * linked > text.size();
    if (!everything_ && mostly_links) return;
    blocks_.push_back({std::move(text), linked, container_, running});
  }

  /// A container is worth the running text in it; half as much counts for the one around it, so that a report in several parts is found
  /// whole.
  std::string main_text() {
    for (const Block& b : blocks_) {
      const double worth = double(b.text.size() - b.linked) * (b.running ? 1 : b.text.size() > 200 ? 0.8 : 0.1);
      double part = 1;
      for (size_t c = b.container, n = 0; n < 4; c = containers_[c].above, ++n, part *= kAround) {
        containers_[c].score += part * worth * (containers_[c].marked ? 2 : 1);
        if (c == 0) break;
      }
    }
    size_t best = 0;
    for (size_t c = 0; c < containers_.size(); ++c)
      if (containers_[c].score > containers_[best].score) best = c;
    std::string out;
    for (const Block& b : blocks_)
      if (is_inside(b.container, best)) out += b.text + "\n";
    return out;
  }

  /// Containers are numbered from outside to inside.
  [[nodiscard]] bool is_inside(size_t inner, size_t outer) const {
    while (inner > outer) inner = containers_[inner].above;
    return inner == outer;
  }

  bool everything_;
  std::vector<Open> open_;
  std::vector<Container> containers_;
  std::vector<Block> blocks_;
  Facts facts_;
  std::string line_, title_, heading_, linked_data_;
  std::string* capture_ = nullptr;
  size_t linked_ = 0, container_ = 0;
  int links_ = 0;
  bool left_out_ = false, in_heading_ = false;
};

void on_start(void* self, const xmlChar* name, const xmlChar** attributes) {
  static_cast<PageReader*>(self)->start(reinterpret_cast<const char*>(name), attributes);
}
void on_end(void* self, const xmlChar* name) { static_cast<PageReader*>(self)->end(reinterpret_cast<const char*>(name)); }
void on_text(void* self, const xmlChar* text, int size) {
  static_cast<PageReader*>(self)->characters({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
}

Status parse(std::string_view utf8, PageReader& reader) {
  if (static_cast<size_t>(std::count(utf8.begin(), utf8.end(), '<')) > kMostTags)
    return Error{"", 0, "has more than 50000 tags, too many for a news report", "give its text instead"};
  if (utf8.empty()) return Done{};
  htmlSAXHandler handler{};
  handler.startElement = on_start, handler.endElement = on_end;
  handler.characters = handler.cdataBlock = handler.ignorableWhitespace = on_text;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), htmlFreeParserCtxt);
  if (!context) return Error{"", 0, "can't be parsed", ""};
  // The text is UTF-8 already, whatever a tag in it says: an encoding that is set is not set again.
  context->input->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
  context->charset = XML_CHAR_ENCODING_UTF8;
  htmlCtxtUseOptions(context.get(),
                     HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
  xmlSAXHandler* const own = context->sax;
  context->sax = reinterpret_cast<xmlSAXHandler*>(&handler);
  context->userData = &reader;
  htmlParseDocument(context.get());
  context->sax = own;
  return Done{};
}

/// Valid UTF-8 without NUL, at which libxml2 would stop.
std::string cleaned(std::string text) {
  size_t repaired = 0;
  if (find_invalid(text) != std::string_view::npos) text = repair_utf8(text, repaired);
  std::replace(text.begin(), text.end(), '\0', ' ');
  return text;
}

}  // namespace

Result<Page> read_html(std::string_view html, std::string_view charset) {
  std::string told = charset.empty() ? charset_in(html.substr(0, 4096)) : std::string(charset);
  const std::string text = cleaned(to_utf8(html, told));
  PageReader reader(false);
  if (const Status s = parse(text, reader); !s) return s.error();
  return reader.page();
}

Result<std::string> text_of_html(std::string_view html) {
  const std::string text = cleaned("<div>" + std::string(html) + "</div>");  // words outside of any element would get one each
  PageReader reader(true);
  if (const Status s = parse(text, reader); !s) return s.error();
  return reader.whole_text();
}

}  // namespace isnad
