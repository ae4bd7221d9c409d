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

#include "base/hash.h"
#include "base/utf8.h"
#include "input/day.h"

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
constexpr std::array<Magic, 7> kMagics{{
    {"\x1F\x8B", "is compressed (gzip)", "gzip -dc FILE | isnad read -"},
    {std::string_view("\xFD"
                      "7zXZ\0",
                      6),
     "is compressed (xz)", "xz -dc FILE | isnad read -"},
    {"\x28\xB5\x2F\xFD", "is compressed (zstd)", "zstd -dc FILE | isnad read -"},
    {"BZh9", "is compressed (bzip2)", "bzip2 -dc FILE | isnad read -"},
    {"SQLite format 3", "is a database, not text", "leave it out"},
    {"PK\x03\x04", "is a zip archive or office document, not text", "extract its text first"},
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

std::string hash_name(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out(16, '0');
  uint64_t h = hash64(text);
  for (size_t i = 16; i-- > 0; h >>= 4) out[i] = kHex[h & 15];
  return out;
}

}  // namespace

DocumentStream::DocumentStream(std::vector<std::string> files, InputOptions options)
    : files_(std::move(files)), options_(std::move(options)) {
  std::unordered_set<std::string> names;
  for (const auto& f : files_) {
    std::string name(without_extension(base_name(f)));
    if (!names.insert(name).second) shared_names_.insert(std::move(name));
  }
}

bool DocumentStream::next(Delivery& out) {
  out.document.reset();
  out.uri.clear();
  out.errors.clear();
  out.warnings.clear();
  for (;;) {
    if (!reader_ && !open_next(out)) return !out.errors.empty();
    jsonl_ ? read_line(out) : read_whole(out);
    if (out.document || !out.errors.empty()) return true;
  }
}

/// Opens the next readable file; false: there is none. Errors of those that aren't readable pile up.
bool DocumentStream::open_next(Delivery& out) {
  while (next_file_ < files_.size()) {
    file_ = files_[next_file_++];
    shown_ = file_ == "-" ? "(standard input)" : file_;
    path_ = absolute_path(file_);
    day_ = day_of_file_name(file_);
    line_ = 0;
    auto opened = BlockReader::open(file_);
    if (!opened) {
      out.errors.push_back(opened.error());
      continue;
    }
    reader_.emplace(std::move(*opened));
    const auto head = reader_->peek(4096);
    if (!head) {
      out.errors.push_back(head.error());
      close();
    } else if (const Magic* m = magic_of(*head)) {
      out.errors.push_back({shown_, 0, std::string(m->what), std::string(m->remedy)});
      close();
    } else {
      start_format(*head);
      return true;
    }
  }
  return false;
}

void DocumentStream::start_format(std::string_view head) {
  const bool bom = head.starts_with(kBom);
  if (bom) reader_->skip(kBom.size());
  if (options_.format != InputFormat::automatic) {
    jsonl_ = options_.format == InputFormat::jsonl;
  } else if (ends_with_any(file_, {".txt"})) {
    jsonl_ = false;
  } else if (ends_with_any(file_, {".jsonl", ".ndjson"})) {
    jsonl_ = true;
  } else {
    const size_t first = head.find_first_not_of(" \t\r\n", bom ? kBom.size() : 0);
    jsonl_ = first != std::string_view::npos && head[first] == '{';
  }
}

void DocumentStream::read_whole(Delivery& out) {
  const auto bytes = reader_->rest();
  if (!bytes) {
    out.errors.push_back(bytes.error());
    return close();
  }
  Document document = is_utf16(*bytes) ? Document(from_utf16(*bytes)) : Document(*bytes);
  if (file_ != "-") document.id = name_of_file();
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
  if (document.id.empty()) document.id = hash_name(document.text());
  out.document = std::move(document);
}

/// Before a document without id is named.
std::string DocumentStream::uri_of(const Document& document) const {
  if (!document.url.empty()) return document.url;
  if (path_.empty() || !jsonl_) return path_;
  return document.id.empty() ? std::string() : path_ + "#" + document.id;
}

void DocumentStream::close() {
  done_ += reader_ ? reader_->taken() : 0;
  reader_.reset();
}

/// The file's name without folders and extension; the path where that is wanted or another file of this run has the same name.
std::string DocumentStream::name_of_file() const {
  std::string name(without_extension(base_name(file_)));
  return options_.paths || shared_names_.contains(name) ? std::string(without_extension(file_)) : name;
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
