// Names to formats and kinds; records to the output.
#include "app/exports.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/suggest.h"

namespace isnad {
namespace {

Error unknown(std::string_view what, const std::string& name, const std::vector<std::string>& all) {
  const std::string meant = nearest(name, all);
  const std::string remedy = meant.empty() ? fmt::format("one of {}", fmt::join(all, ", ")) : fmt::format("do you mean {}?", meant);
  return {"", 0, fmt::format("unknown {} '{}'", what, name), remedy};
}

}  // namespace

Result<exports::Format> export_format(const std::string& name, const std::vector<std::string>& others) {
  const auto it = std::find(exports::kFormatNames.begin(), exports::kFormatNames.end(), name);
  if (it != exports::kFormatNames.end()) return exports::Format(it - exports::kFormatNames.begin());
  std::vector<std::string> all = others;
  all.insert(all.end(), exports::kFormatNames.begin(), exports::kFormatNames.end());
  return unknown("format", name, all);
}

Result<exports::Kinds> export_kinds(exports::Format format, const std::vector<std::string>& names) {
  if (names.empty()) return exports::default_kinds(format);
  std::vector<std::string> known(exports::kKindNames.begin(), exports::kKindNames.end());
  exports::Kinds kinds = 0;
  for (const std::string& name : names) {
    const auto it = std::find(known.begin(), known.end(), name);
    if (it != known.end())
      kinds = static_cast<exports::Kinds>(kinds | exports::kind_bit(exports::Kind(it - known.begin())));
    else if (name == "all")
      kinds = exports::kAllKinds;
    else
      return known.emplace_back("all"), unknown("kind of records", name, known);
  }
  return kinds;
}

ExportWriter::ExportWriter(exports::Format format, exports::Kinds kinds, Output& output)
    : exporter_(exports::make_exporter(format, kinds)), output_(output) {
  exporter_.begin(text_);
}

bool ExportWriter::write() {
  if (failure_) return false;
  if (const Status s = output_.write(text_); !s) failure_ = s.error();
  text_.clear();
  return !failure_ && !output_.closed();
}

bool ExportWriter::take(const exports::Item& item) {
  ++left_[size_t(exporter_.add(item, text_))];
  return write();
}

void ExportWriter::finish() {
  exporter_.end(text_);
  if (!write()) return;
  if (const Status s = output_.finish(); !s) failure_ = s.error();
}

std::string ExportWriter::summary() const {
  std::string out = fmt::format("{} record{} written", left_[0], left_[0] == 1 ? "" : "s");
  const char* between = "; left out: ";
  for (size_t i = 1; i < left_.size(); ++i) {
    if (left_[i] == 0) continue;
    out += fmt::format("{}{} {}", between, left_[i], exports::kLeftNames[i]);
    between = ", ";
  }
  const auto of_kinds = left_.begin() + 1;
  const bool kinds = std::any_of(of_kinds, of_kinds + size_t(exports::Kind::count_), [](uint64_t n) { return n > 0; });
  return kinds ? out + " (--records takes more kinds)" : out;
}

}  // namespace isnad
