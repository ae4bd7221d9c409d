// The rules of ARCHITECTURE.md that the source tree itself can show: who includes whom, and that C++ sources are ASCII.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

const std::vector<std::string> kStages{"base", "text", "lexicon", "morph", "mention", "clause", "entity", "event", "reader"};

Rooms stages_until(const std::string& last) { return {kStages.begin(), std::find(kStages.begin(), kStages.end(), last) + 1}; }

// What each folder of src/ may include; itself always. `app` may include everything.
std::map<std::string, Rooms> allowed() {
  std::map<std::string, Rooms> table;
  for (const std::string& stage : kStages) table[stage] = stages_until(stage);
  table["input"] = {"base", "text"};
  table["compile"] = {"base", "text", "lexicon"};
  table["record"] = {"base"};
  table["export"] = {"base", "record", "story"};
  table["story"] = {"base", "record"};
  table["outlook"] = {"base"};
  table["import"] = {"base", "outlook", "record"};
  table["store"] = {"base", "record", "story"};
  table["report"] = stages_until("reader");
  table["report"].insert({"outlook", "record", "story"});
  return table;
}

bool is_source(const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cpp"; }

std::vector<fs::path> sources_in(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::exists(folder)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && is_source(entry.path())) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> lines_of(const fs::path& path) {
  const auto text = read_file(path.string());
  EXPECT_TRUE(text.ok()) << path;
  std::vector<std::string> lines;
  std::istringstream in(text ? *text : "");
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string included_room(const std::string& line) {  // of `#include "room/file.h"`; empty for other lines
  constexpr std::string_view kInclude = "#include \"";
  if (!line.starts_with(kInclude)) return {};
  const size_t slash = line.find('/');
  return slash == std::string::npos ? std::string() : line.substr(kInclude.size(), slash - kInclude.size());
}

void check_includes(const fs::path& path, const std::string& room, const Rooms& rooms) {
  const bool test = path.string().ends_with("_test.cpp");
  int number = 0;
  for (const std::string& line : lines_of(path)) {
    ++number;
    const std::string other = included_room(line);
    const bool fine = other.empty() || other == room || rooms.contains(other) || (test && other == "support");
    EXPECT_TRUE(fine) << path.string() << ":" << number << ": " << room << "/ may not include " << other << "/";
  }
}

TEST(Layers, FoldersIncludeOnlyWhatStandsAboveThem) {
  const auto table = allowed();
  for (const auto& folder : fs::directory_iterator(fs::path(ISNAD_SOURCE) / "src")) {
    const std::string room = folder.path().filename().string();
    if (!folder.is_directory() || room == "app") continue;
    ASSERT_TRUE(table.contains(room)) << "src/" << room << " has no place in the architecture";
    for (const fs::path& path : sources_in(folder.path())) check_includes(path, room, table.at(room));
  }
}

void check_ascii(const fs::path& path) {
  int number = 0;
  for (const std::string& line : lines_of(path)) {
    ++number;
    const bool ascii = std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    EXPECT_TRUE(ascii) << path.string() << ":" << number << ": not ASCII; Arabic belongs in knowledge/ or tests/golden/";
  }
}

TEST(Layers, SourcesAreAscii) {
  for (const char* folder : {"src", "tools", "tests", "fuzz", "bench"})
    for (const fs::path& path : sources_in(fs::path(ISNAD_SOURCE) / folder)) check_ascii(path);
}

}  // namespace
}  // namespace isnad
