// Record files, line by line.
#include "app/records_input.h"

#include <cstdio>
#include <string_view>

#include "base/file.h"

namespace isnad {
namespace {

std::string standard_input() {
  std::string out, part(1 << 16, '\0');
  while (const size_t n = std::fread(part.data(), 1, part.size(), stdin)) out.append(part, 0, n);
  return out;
}

void take_lines(std::string_view text, const std::string& file, std::vector<record::Record>& out, Messages& messages) {
  for (int line = 1; !text.empty(); ++line) {
    const std::string_view one = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto r = record::parse(one);
    if (r)
      out.push_back(std::move(*r));
    else
      messages.error({file, line, r.error().what, "records come from isnad read --format jsonl"});
  }
}

}  // namespace

Result<std::vector<record::Record>> read_records(const std::vector<std::string>& files, Messages& messages) {
  std::vector<record::Record> out;
  if (files.empty()) take_lines(standard_input(), "standard input", out, messages);
  for (const std::string& file : files) {
    if (file == "-") {
      take_lines(standard_input(), "standard input", out, messages);
      continue;
    }
    const auto text = read_file(file);
    if (!text) return text.error();
    take_lines(*text, file, out, messages);
  }
  return out;
}

}  // namespace isnad
