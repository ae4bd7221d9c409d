// Reads, compares and rewrites golden files.
#include "support/golden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "base/utf8.h"

namespace isnad::golden {
namespace {

constexpr size_t kMostCells = size_t{1} << 22;  // of the table that aligns two texts' lines

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string with_escapes_read(std::string_view written) {
  std::string out;
  while (!written.empty()) {
    const size_t close = written.starts_with("\\u{") ? written.find('}') : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += written[0];
      written.remove_prefix(1);
    } else {
      append_utf8(out, static_cast<char32_t>(std::strtoul(std::string(written.substr(3, close - 3)).c_str(), nullptr, 16)));
      written.remove_prefix(close + 1);
    }
  }
  return out;
}

void finish(Case& c) {
  if (c.written.ends_with('\n')) c.written.pop_back();
  c.input = with_escapes_read(c.written);
}

// Longest common subsequence of lines: table[i][j] is its length for what follows line i of a and line j of b.
std::vector<std::vector<size_t>> common(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::vector<size_t>> table(a.size() + 1, std::vector<size_t>(b.size() + 1, 0));
  for (size_t i = a.size(); i-- > 0;)
    for (size_t j = b.size(); j-- > 0;) table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
  return table;
}

void append(std::string& out, std::string_view sign, std::string_view line) { out.append(sign).append(line).append("\n"); }

void compare(const std::string& path, const Case& c, const std::string& got) {
  EXPECT_TRUE(got.find("\n\n") == std::string::npos && !got.starts_with('\n')) << path << ", " << c.name << ": blank line in the output";
  EXPECT_TRUE(c.expected == got) << path << ", " << c.name << ":\n" << diff(c.expected, got) << "(UPDATE_GOLDEN=1 accepts)";
}

bool updating() {
  const char* value = std::getenv("UPDATE_GOLDEN");
  return value != nullptr && std::string_view(value) == "1";
}

}  // namespace

File parse(std::string_view text) {
  enum class In { preamble, input, expected, nothing } in = In::preamble;
  File file;
  for (const std::string_view line : lines_of(text)) {
    if (line.starts_with("=== ")) {
      if (in == In::input) finish(file.cases.back());
      file.cases.push_back({std::string(line.substr(4)), {}, {}, {}});
      in = In::input;
    } else if (in == In::preamble) {
      append(file.preamble, "", line);
    } else if (in == In::input && line == "---") {
      finish(file.cases.back());
      in = In::expected;
    } else if (in == In::input) {
      append(file.cases.back().written, "", line);
    } else if (line.empty()) {
      in = In::nothing;
    } else if (in == In::expected) {
      append(file.cases.back().expected, "", line);
    }
  }
  if (in == In::input) finish(file.cases.back());
  return file;
}

std::string format(const File& file) {
  std::string out = file.preamble;
  for (const Case& c : file.cases) out += "=== " + c.name + "\n" + c.written + "\n---\n" + c.expected + "\n";
  if (!file.cases.empty()) out.pop_back();
  return out;
}

std::string diff(std::string_view expected, std::string_view actual) {
  const auto a = lines_of(expected), b = lines_of(actual);
  std::string out;
  size_t i = 0, j = 0;
  const auto table = a.size() * b.size() < kMostCells ? common(a, b) : decltype(common(a, b)){};
  while (!table.empty() && i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      append(out, "  ", a[i++]);
      ++j;
    } else if (table[i + 1][j] >= table[i][j + 1]) {
      append(out, "- ", a[i++]);
    } else {
      append(out, "+ ", b[j++]);
    }
  }
  while (i < a.size()) append(out, "- ", a[i++]);
  while (j < b.size()) append(out, "+ ", b[j++]);
  return out;
}

void check_golden(const std::string& path, const std::function<std::string(std::string_view input)>& actual) {
  const std::string full = std::string(ISNAD_SOURCE) + "/tests/golden/" + path;
  const auto text = read_file(full);
  if (!text) {
    ADD_FAILURE() << text.error().message();
    return;
  }
  File file = parse(*text);
  EXPECT_FALSE(file.cases.empty()) << full << " has no cases";
  for (Case& c : file.cases) {
    std::string got = actual(c.input);
    if (!got.empty() && !got.ends_with('\n')) got += '\n';
    if (updating()) {
      c.expected = got;
    } else {
      compare(path, c, got);
    }
  }
  if (!updating()) return;
  const Status written = write_file(full, format(file));
  EXPECT_TRUE(written.ok()) << (written ? "" : written.error().message());
}

void check_golden_lines(const std::string& path, const std::function<std::string(std::string_view line)>& actual) {
  check_golden(path, [&](std::string_view input) {
    std::string out;
    while (!input.empty()) {
      const size_t end = std::min(input.find('\n'), input.size());
      out += actual(input.substr(0, end));
      input.remove_prefix(std::min(end + 1, input.size()));
    }
    return out;
  });
}

void check_document(const std::string& path, const std::string& made, std::string_view command) {
  const std::string full = std::string(ISNAD_SOURCE) + "/" + path;
  if (updating()) {
    EXPECT_TRUE(write_file(full, made).ok());
    return;
  }
  const auto written = read_file(full);
  ASSERT_TRUE(written.ok()) << full;
  EXPECT_TRUE(*written == made) << path << " is older than the knowledge it is made from: " << command << " > " << path;
}

}  // namespace isnad::golden
