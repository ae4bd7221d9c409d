// Any bytes are lines of records or not: each record is written in every format, tables keep their width, text stays UTF-8, and a record
// written is read back the same.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "export/brief.h"
#include "export/export.h"

namespace {

using namespace isnad;

void want(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

/// Tabs in each line of a TSV.
void want_columns(std::string_view text, std::ptrdiff_t columns) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    want(std::count(line.begin(), line.end(), '\t') + 1 == columns, "a row of another width");
    text.remove_prefix(line.size() + 1);
  }
}

void check_format(exports::Format format, const record::Record& record) {
  std::string out;
  const auto exporter = exports::make_exporter(format, exports::kAllKinds);
  exporter.begin(out), exporter.add({record, record.trigger}, out), exporter.end(out);
  want(find_invalid(out) == std::string_view::npos, "invalid UTF-8 in an export");
  if (format == exports::Format::polecat) want_columns(out, 40);
  if (format == exports::Format::gdelt) want_columns(out, 61);
  if (format == exports::Format::gdelt_mentions) want_columns(out, 16);
  if (format == exports::Format::icews) want_columns(out, 20);
}

void check_brief(const record::Record& record, bool html) {
  exports::BriefOptions options;
  options.html = html;
  exports::Brief brief(options);
  brief.add(record);
  want(brief.page().find("<script") == std::string::npos, "a page that runs");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    const auto record = record::parse(line);
    if (!record) continue;
    const std::string written = record::write(*record);
    const auto again = record::parse(written);
    want(again.ok() && record::write(*again) == written, "a record changed by writing and reading it");
    for (size_t f = 0; f < size_t(exports::Format::count_); ++f) check_format(exports::Format(f), *record);
    check_brief(*record, false), check_brief(*record, true);
  }
  return 0;
}
