// The order of files, their formats, and what documents inherit from files and options.
#include "input/stream.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "input/charset.h"
#include "input/day.h"
#include "input/feed.h"
#include "input/html.h"
#include "input/warc.h"

namespace isnad {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

std::string_view base_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view without_extension(std::string_view path) {
  const size_t dot = path.rfind('.');
  const size_t name = path.size() - base_name(path).size();
  return dot == std::string_view::npos || dot <= name ? path : path.substr(0, dot);
}

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](auto e) { return path.ends_with(e); });
}

struct Magic {
  std::string_view bytes, what, remedy;
};

/// Formats that people hand over by mistake.
constexpr std::array<Magic, 2> kMagics{{
    {"SQLite format 3", "is a database, not text", "leave it out"},
    {"%PDF-", "is a PDF document, not text", "pdftotext FILE - | isnad read -"},
}};

const Magic* magic_of(std::string_view head) {
  for (const Magic& m : kMagics)
    if (head.starts_with(m.bytes)) return &m;
  return nullptr;
}

/// UTF-16 with a byte order mark, as UTF-8; halves of surrogate pairs become U+FFFD.
std::string from_utf16(std::string_view bytes) {
  const bool big = bytes[0] == '\xFE';
  const auto unit = [&](size_t i) {
    const auto a = static_cast<uint8_t>(bytes[i]), b = static_cast<uint8_t>(bytes[i + 1]);
    return static_cast<char32_t>(big ? a << 8 | b : b << 8 | a);
  };
  std::string out;
  for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t code = unit(i);
    if ((code & 0xFC00) == 0xD800 && i + 3 < bytes.size() && (unit(i + 2) & 0xFC00) == 0xDC00) {
      code = 0x10000 + ((code & 0x3FF) << 10) + (unit(i + 2) & 0x3FF);
      i += 2;
    }
    append_utf8(out, code);
  }
  return out;
}

std::string absolute_path(const std::string& file) {
  if (file == "-") return {};
  std::error_code failed;
  const auto path = std::filesystem::absolute(file, failed);
  return failed ? file : path.lexically_normal().string();
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

constexpr auto kPackings = std::to_array<std::string_view>({".gz", ".xz", ".zst", ".bz2", ".lz4"});

std::string_view without_packing(std::string_view path) {
  for (const auto ending : kPackings)
    if (path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  return path;
}

/// Without folders, compression and extension.
std::string file_name(std::string_view path) { return std::string(without_extension(without_packing(base_name(path)))); }

/// automatic: the ending tells nothing.
InputFormat format_of_name(std::string_view path) {
  path = without_packing(path);
  if (ends_with_any(path, {".txt"})) return InputFormat::text;
  if (ends_with_any(path, {".jsonl", ".ndjson"})) return InputFormat::jsonl;
  if (ends_with_any(path, {".html", ".htm", ".xhtml"})) return InputFormat::html;
  if (ends_with_any(path, {".rss", ".atom"})) return InputFormat::feed;
  return path.ends_with(".warc") ? InputFormat::warc : InputFormat::automatic;
}

InputFormat format_of_head(std::string_view head) {
  if (head.starts_with("WARC/")) return InputFormat::warc;
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  if (head.starts_with('{')) return InputFormat::jsonl;
  if (!head.starts_with('<')) return InputFormat::text;
  const std::string lower = ascii_lower(head);
  const auto holds = [&](std::string_view tag) { return lower.find(tag) != std::string::npos; };
  if (lower.starts_with("<!doctype html") || holds("<html") || holds("<head") || holds("<body")) return InputFormat::html;
  return holds("<rss") || holds("<feed") || holds("<rdf:rdf") ? InputFormat::feed : InputFormat::text;
}

Document document_of(Page page) {
  Document out(page.text);
  out.title = std::move(page.title), out.date = std::move(page.date), out.source = std::move(page.source), out.url = std::move(page.url);
  out.language = std::move(page.language);
  return out;
}

/// Hexadecimal digits that tell files of one name apart: of ten thousand such files two have the same by a chance of 1 in 86.
constexpr size_t kDigitsBehindName = 8;

/// Of a whole file: its name tells people which it is, the hash tells it from another file of that name.
std::string file_id(std::string_view name, std::string_view text) {
  return fmt::format("{}-{}", name, hex_id(hash64(text)).substr(0, kDigitsBehindName));
}

}  // namespace

DocumentStream::DocumentStream(std::vector<std::string> files, InputOptions options)
    : files_(std::move(files)), options_(std::move(options)) {}

bool DocumentStream::next(Delivery& out) {
  out.document.reset();
  out.uri.clear();
  out.errors.clear();
  out.warnings.clear();
  for (;;) {
    if (!items_.empty()) {
      Document document = std::move(items_.front());
      items_.pop_front();
      const size_t repaired = document.repaired();
      finish(std::move(document), out, repaired);
      return true;
    }
    if (!reader_ && !open_next(out)) return !out.errors.empty();
    read_some(out);
    if (out.document || !out.errors.empty()) return true;
  }
}

/// Opens the next member or file that can be read; false: there is none. Errors of those that can't pile up.
bool DocumentStream::open_next(Delivery& out) {
  for (;;) {
    if (unpacker_) {
      if (open_member(out)) return true;
      done_ += unpacker_->taken();
      unpacker_.reset();
    } else if (next_file_ == files_.size()) {
      return false;
    } else if (open_file(out)) {
      return true;
    }
  }
}

bool DocumentStream::open_file(Delivery& out) {
  file_ = files_[next_file_++];
  shown_ = file_ == "-" ? "(standard input)" : file_;
  path_ = absolute_path(file_);
  name_ = file_ == "-" ? std::string() : file_name(file_);
  day_ = day_of_file_name(file_);
  auto opened = BlockReader::open(file_);
  if (!opened) return out.errors.push_back(opened.error()), false;
  const auto head = opened->peek(4096);
  if (!head) return out.errors.push_back(head.error()), false;
  if (!is_packed(*head)) return reader_.emplace(std::move(*opened)), start(out);
  auto unpacker = Unpacker::open(std::move(*opened), shown_);
  if (!unpacker) return out.errors.push_back(unpacker.error()), false;
  unpacker_ = std::move(*unpacker);
  return false;
}

/// The next member of the packed file. After an error nothing more of the file is read, which the error is about.
bool DocumentStream::open_member(Delivery& out) {
  for (std::string name;;) {
    const auto more = unpacker_->next(name);
    if (!more) out.errors.push_back(more.error());
    if (!more || !*more) return false;
    const std::string& packed = files_[next_file_ - 1];
    file_ = name.empty() ? std::string(without_packing(packed)) : packed + "!" + name;
    shown_ = name.empty() ? (packed == "-" ? "(standard input)" : packed) : file_;
    path_ = name.empty() ? absolute_path(packed) : absolute_path(packed) + "!" + name;
    if (!name.empty()) name_ = file_name(name);
    if (const std::string day = day_of_file_name(name); !day.empty()) day_ = day;
    reader_.emplace(shown_, [u = unpacker_.get()](char* to, size_t most) { return u->read(to, most); });
    if (start(out)) return true;
  }
}

/// Looks at how the content begins; false: it is nothing to read.
bool DocumentStream::start(Delivery& out) {
  line_ = 0;
  const auto refuse = [&](Error e) { return out.errors.push_back(std::move(e)), close(), false; };
  const auto head = reader_->peek(4096);
  if (!head) return refuse(head.error());
  if (unpacker_ && is_packed(*head)) return refuse({shown_, 0, "is packed inside a packed file", "unpack the outer one first"});
  if (unpacker_ && file_.ends_with("[Content_Types].xml"))
    return refuse({shown_, 0, "belongs to an office document, not text", "extract its text first"});
  if (const Magic* m = magic_of(*head)) return refuse({shown_, 0, std::string(m->what), std::string(m->remedy)});
  start_format(*head);
  return true;
}

void DocumentStream::start_format(std::string_view head) {
  const bool bom = head.starts_with(kBom);
  if (bom) reader_->skip(kBom.size());
  format_ = options_.format;
  if (format_ == InputFormat::automatic) format_ = format_of_name(file_);
  if (format_ == InputFormat::automatic) format_ = format_of_head(head.substr(bom ? kBom.size() : 0));
}

void DocumentStream::read_some(Delivery& out) {
  switch (format_) {
    case InputFormat::jsonl:
      return read_line(out);
    case InputFormat::html:
      return read_web_page(out);
    case InputFormat::feed:
      return read_items(out);
    case InputFormat::warc:
      return read_archived_page(out);
    default:
      return read_whole(out);
  }
}

void DocumentStream::read_web_page(Delivery& out) {
  const auto bytes = reader_->rest();
  auto page = bytes ? read_html(*bytes) : Result<Page>(bytes.error());
  if (!page) {
    Error e = page.error();
    e.file = shown_;
    out.errors.push_back(std::move(e));
    return close();
  }
  Document document = document_of(std::move(*page));
  finish(std::move(document), out, 0);
  close();
}

void DocumentStream::read_items(Delivery& out) {
  const auto bytes = reader_->rest();
  auto feed = bytes ? read_feed(*bytes) : Result<Feed>(bytes.error());
  if (!feed || !feed->trouble.empty()) {
    Error e = feed ? Error{"", 0, feed->trouble, "the items before that were read"} : feed.error();
    e.file = shown_;
    out.errors.push_back(std::move(e));
  }
  for (size_t i = 0; feed && i < feed->items.size(); ++i) {
    FeedItem& item = feed->items[i];
    Document document(item.text.empty() ? item.title : item.text);
    document.id = item.id.empty() ? item.url : item.id, document.url = item.url, document.date = item.date, document.title = item.title;
    document.source = feed->source, document.language = feed->language;
    items_.push_back(std::move(document));
  }
  close();
}

void DocumentStream::read_archived_page(Delivery& out) {
  auto archived = next_page(*reader_, line_);
  const auto trouble = [&](Error e) {
    e.file = shown_;
    e.what = fmt::format("record {}: {}", line_, e.what);
    out.errors.push_back(std::move(e));
  };
  if (!archived) {
    trouble(archived.error());
    if (const auto held = reader_->peek(1); !held || held->empty()) close();
    return;
  }
  if (!*archived) return close();
  WarcPage& a = **archived;
  auto page = a.type == "text/plain" ? Result<Page>(Page{"", to_utf8(a.body, a.charset), "", "", "", ""}) : read_html(a.body, a.charset);
  if (!page) return trouble(page.error());
  Document document = document_of(std::move(*page));
  if (parse_day(document.date).empty()) document.date = a.date;
  document.url = a.url, document.id = a.url;
  finish(std::move(document), out, document.repaired());
}

void DocumentStream::read_whole(Delivery& out) {
  const auto bytes = reader_->rest();
  if (!bytes) {
    out.errors.push_back(bytes.error());
    return close();
  }
  Document document = is_utf16(*bytes) ? Document(from_utf16(*bytes)) : Document(*bytes);
  const size_t repaired = document.repaired();
  finish(std::move(document), out, repaired);
  close();
}

void DocumentStream::read_line(Delivery& out) {
  std::string_view line;
  const auto state = reader_->line(line);
  if (!state || *state == BlockReader::Line::end) {
    if (!state) out.errors.push_back(state.error());
    return close();
  }
  ++line_;
  if (*state == BlockReader::Line::too_long) {
    out.errors.push_back({shown_, line_, "the line is longer than 256 MiB", "split the document"});
    return;
  }
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
  auto document = parser_.parse(line);
  if (!document) {
    Error e = document.error();
    e.file = shown_, e.line = line_;
    out.errors.push_back(std::move(e));
    return;
  }
  finish(std::move(*document), out, parser_.repaired());
}

/// Checks the date, applies what the document lacks, and delivers it.
void DocumentStream::finish(Document document, Delivery& out, size_t repaired) {
  if (!document.date.empty()) {
    std::string day = parse_day(document.date);
    if (day.empty())
      out.warnings.push_back(
          {shown_, line_, fmt::format("'{:.40}' is no date", document.date), "write YYYY-MM-DD; it was taken as missing"});
    document.date = std::move(day);
  }
  if (repaired > 0)
    out.warnings.push_back({shown_, line_,
                            fmt::format("{} sequence{} not UTF-8 and became U+FFFD", repaired, repaired == 1 ? " is" : "s are"),
                            "if it is another encoding, convert it: iconv -f WINDOWS-1256 -t UTF-8"});
  if (document.date.empty()) document.date = options_.date.empty() ? day_ : options_.date;
  if (document.source.empty()) document.source = options_.source;
  out.uri = uri_of(document);
  if (document.id.empty()) document.id = id_of(document);
  out.document = std::move(document);
}

/// Before a document without id is named.
std::string DocumentStream::uri_of(const Document& document) const {
  if (!document.url.empty()) return document.url;
  if (path_.empty() || is_whole_file()) return path_;
  return document.id.empty() ? std::string() : path_ + "#" + document.id;
}

/// For a document without id. It hangs on nothing but the file's name and what is in it, so that every run gives the same.
std::string DocumentStream::id_of(const Document& document) const {
  if (!document.url.empty()) return document.url;
  return is_whole_file() && !name_.empty() ? file_id(name_, document.text()) : hex_id(hash64(document.text()));
}

void DocumentStream::close() {
  if (!unpacker_) done_ += reader_ ? reader_->taken() : 0;
  reader_.reset();
}

Result<uint64_t> check_files(const std::vector<std::string>& files) {
  uint64_t total = 0;
  bool known = true;
  for (const std::string& file : files) {
    if (file == "-") {
      known = false;
      continue;
    }
    struct stat info {};
    if (::stat(file.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) {
      known = false;  // opening a pipe would take from it
      continue;
    }
    const auto opened = BlockReader::open(file);
    if (!opened) return opened.error();
    total += static_cast<uint64_t>(info.st_size);
  }
  return known ? total : 0;
}

}  // namespace isnad
