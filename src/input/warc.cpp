// Headers of WARC and of HTTP, line by line.
#include "input/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "input/charset.h"
#include "input/day.h"

namespace isnad {
namespace {

constexpr size_t kLongestHeader = 65536;

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The value of a header; empty: it isn't there.
std::string_view header(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::string_view line = headers.substr(0, headers.find('\n'));
    headers.remove_prefix(std::min(line.size() + 1, headers.size()));
    const size_t colon = line.find(':');
    if (colon != std::string_view::npos && ascii_lower(trimmed(line.substr(0, colon))) == name) return trimmed(line.substr(colon + 1));
  }
  return {};
}

/// Bytes of the headers with the empty line that ends them; npos: it doesn't come.
size_t end_of_headers(std::string_view text) {
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (text.substr(at + 1).starts_with('\n')) return at + 2;
    if (text.substr(at + 1).starts_with("\r\n")) return at + 3;
  }
  return std::string_view::npos;
}

bool is_text(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml" || type == "text/plain"; }

void set_type(WarcPage& page, std::string_view content_type) {
  page.type = ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
  page.charset = charset_in(content_type);
}

/// Parts with their sizes before them, joined; what is cut is left out.
std::string joined_chunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    size_t size = 0;
    const auto [after, failed] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
    const size_t line = body.find('\n');
    if (failed != std::errc() || size == 0 || line == std::string_view::npos || after > body.data() + line) break;
    body.remove_prefix(line + 1);
    out += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  }
  return out;
}

Error broken(std::string what) { return {"", 0, std::move(what), "it was passed over; the archive may be cut or damaged"}; }

/// Goes to the start of the next record. False: at the end. `lost`: bytes that belong to none.
Result<bool> find_record(BlockReader& reader, size_t& lost) {
  for (;;) {
    const auto held = reader.peek(6);
    if (!held) return held.error();
    if (held->starts_with("WARC/")) return true;
    if (held->empty()) return false;
    const size_t line = held->find('\n');
    const size_t size = line == std::string_view::npos ? held->size() : line + 1;
    if (!trimmed(held->substr(0, size)).empty()) lost += size;
    reader.skip(size);
  }
}

/// Passes over `size` bytes. False: the file ends before.
Result<bool> skip(BlockReader& reader, uint64_t size) {
  while (size > 0) {
    const auto held = reader.peek(1);
    if (!held) return held.error();
    if (held->empty()) return false;
    const size_t part = std::min<uint64_t>(size, held->size());
    reader.skip(part);
    size -= part;
  }
  return true;
}

/// The headers of the record that starts here, taken.
Result<std::string> take_headers(BlockReader& reader) {
  for (size_t wanted = 2048;; wanted *= 4) {
    const auto held = reader.peek(wanted);
    if (!held) return held.error();
    const size_t end = end_of_headers(held->substr(0, kLongestHeader));
    if (end != std::string_view::npos) {
      std::string out(held->substr(0, end));
      reader.skip(end);
      return out;
    }
    if (held->size() >= kLongestHeader || held->size() < wanted) {
      reader.skip(std::min<size_t>(5, held->size()));  // past "WARC/", so that the next one is sought
      return broken("a record's headers don't end");
    }
  }
}

struct RecordFacts {
  std::string kind, url, day, content_type;
  uint64_t size = 0;
};

Result<RecordFacts> facts_of(const std::string& headers) {
  RecordFacts out;
  const std::string_view size = header(headers, "content-length");
  const auto [after, failed] = std::from_chars(size.data(), size.data() + size.size(), out.size);
  if (size.empty() || failed != std::errc() || after != size.data() + size.size()) return broken("a record has no Content-Length");
  out.kind = ascii_lower(header(headers, "warc-type")), out.content_type = header(headers, "content-type");
  out.url = header(headers, "warc-target-uri"), out.day = parse_day(header(headers, "warc-date"));
  if (out.url.starts_with('<') && out.url.ends_with('>')) out.url = out.url.substr(1, out.url.size() - 2);
  return out;
}

/// The page of a record's block.
Result<std::optional<WarcPage>> page_of(const RecordFacts& facts, std::string_view block) {
  std::optional<WarcPage> page;
  if (facts.kind == "response") {
    auto answered = page_of_response(block);
    if (!answered) return answered;
    page = std::move(*answered);
  } else {
    page.emplace();
    set_type(*page, facts.content_type);
    if (!is_text(page->type)) return std::optional<WarcPage>();
    page->body = block;
  }
  if (page) page->url = facts.url, page->date = facts.day;
  return page;
}

bool may_hold_page(const RecordFacts& f) {
  return f.size <= kLargestPage && (f.kind == "response" || f.kind == "resource" || f.kind == "conversion");
}

}  // namespace

Result<std::optional<WarcPage>> page_of_response(std::string_view http) {
  std::optional<WarcPage> page;
  const size_t end = end_of_headers(http);
  if (end == std::string_view::npos) return broken("an HTTP response's headers don't end");
  const std::string_view headers = http.substr(0, end);
  const size_t space = headers.find(' ');
  if (!headers.starts_with("HTTP/") || space == std::string_view::npos || !headers.substr(space + 1).starts_with("200")) return page;
  page.emplace();
  set_type(*page, header(headers, "content-type"));
  if (!is_text(page->type)) return std::optional<WarcPage>();
  const std::string encoding = ascii_lower(header(headers, "content-encoding"));
  if (!encoding.empty() && encoding != "identity") return broken("an HTTP response is compressed (" + encoding + ")");
  const bool chunked = ascii_lower(header(headers, "transfer-encoding")) == "chunked";
  page->body = chunked ? joined_chunks(http.substr(end)) : std::string(http.substr(end));
  return page;
}

Result<std::optional<WarcPage>> next_page(BlockReader& reader, int& record) {
  for (;;) {
    size_t lost = 0;
    const auto found = find_record(reader, lost);
    if (!found) return found.error();
    if (lost > 0) return broken(fmt::format("{} bytes behind record {} belong to no record", lost, record));
    if (!*found) return std::optional<WarcPage>();
    ++record;
    const auto headers = take_headers(reader);
    if (!headers) return headers.error();
    const auto facts = facts_of(*headers);
    if (!facts) return facts.error();
    if (!may_hold_page(*facts)) {
      const auto passed = skip(reader, facts->size);
      if (!passed) return passed.error();
      if (!*passed) return broken("the file ends inside a record");
      continue;
    }
    const auto held = reader.peek(facts->size);
    if (!held) return held.error();
    if (held->size() < facts->size) {
      reader.skip(held->size());
      return broken("the file ends inside a record");
    }
    auto page = page_of(*facts, held->substr(0, facts->size));
    reader.skip(facts->size);
    if (!page || *page) return page;
  }
}

}  // namespace isnad
