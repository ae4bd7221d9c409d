// Documents against the program: each command of a block ```console is run, and prints what the document shows. Where a comment ends
// the command (two blanks, #), the document doesn't show it: the command only has to succeed.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/golden.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The report that README.md has its reader write: the lines between <<'END' and END. Empty if there is none.
std::string first_report() {
  const std::string readme = contents(fs::path(ISNAD_SOURCE) / "README.md"), opening = "<<'END'\n";
  const size_t at = readme.find(opening), begin = at + opening.size(), end = readme.find("END\n", begin);
  return at == std::string::npos || end == std::string::npos ? "" : readme.substr(begin, end - begin);
}

/// A folder of its own with the samples and that report in it, where a reader of the document would be; gone at the end.
class Desk {
 public:
  Desk() {
    std::string name = (fs::temp_directory_path() / "isnad_walk_XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::create_directory_symlink(fs::path(ISNAD_SOURCE) / "samples", folder_ / "samples");
    std::ofstream(folder_ / "report.txt", std::ios::binary) << first_report();
  }
  ~Desk() { fs::remove_all(folder_); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Standard output and then messages of a command line, by the shell.
  [[nodiscard]] std::string run(const std::string& command) const {
    const std::string out = (folder_ / ".out").string(), programs = fs::path(ISNAD_PROGRAM).parent_path().string();
    const std::string line = "cd '" + folder_.string() + "' && export PATH='" + programs + "':\"$PATH\" COLUMNS=100 && ( " + command +
                             "\n) > '" + out + "' 2>&1 < /dev/null";
    EXPECT_EQ(std::system(line.c_str()), 0) << command;
    return contents(out);
  }

 private:
  fs::path folder_;
};

/// The document with what its commands print now.
std::string made_anew(const std::string& document) {
  const Desk desk;
  std::string out;
  std::istringstream in(document);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    const bool fence = line.starts_with("```");
    if (fence) inside = line == "```console";
    if (inside && line.starts_with("$ ")) {
      const std::string printed = desk.run(line.substr(2));
      out += line + "\n" + (line.find("  # ") == std::string::npos ? printed : "");
    } else if (!inside || fence)
      out += line + "\n";
  }
  return out;
}

void expect_as_shown(const std::string& path) {
  const std::string document = contents(fs::path(ISNAD_SOURCE) / path);
  ASSERT_NE(document.find("$ isnad "), std::string::npos);
  check_document(path, made_anew(document), "UPDATE_GOLDEN=1 walkthrough_test");
}

TEST(Walkthrough, FromTenReportsToASituation) { expect_as_shown("docs/walkthrough.md"); }
TEST(Walkthrough, FromReportsToAPage) { expect_as_shown("docs/store.md"); }
TEST(Walkthrough, TheFirstReport) { expect_as_shown("README.md"); }

}  // namespace
}  // namespace isnad
