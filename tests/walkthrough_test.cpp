// The walk-throughs of docs/ against the program: each command of a block ```console is run, and prints what the document shows.
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

/// A folder of its own with the samples in it, where a reader of the document would be; gone at the end.
class Desk {
 public:
  Desk() {
    std::string name = (fs::temp_directory_path() / "isnad_walk_XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::create_directory_symlink(fs::path(ISNAD_SOURCE) / "samples", folder_ / "samples");
  }
  ~Desk() { fs::remove_all(folder_); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Standard output and then messages of a command line, by the shell.
  [[nodiscard]] std::string run(const std::string& command) const {
    const std::string out = (folder_ / ".out").string(), programs = fs::path(ISNAD_PROGRAM).parent_path().string();
    const std::string line = "cd '" + folder_.string() + "' && export PATH='" + programs + "':\"$PATH\" COLUMNS=100 && ( " + command +
                             " ) > '" + out + "' 2>&1 < /dev/null";
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
    if (inside && line.starts_with("$ "))
      out += line + "\n" + desk.run(line.substr(2));
    else if (!inside || fence)
      out += line + "\n";
  }
  return out;
}

TEST(Walkthrough, TheCommandsPrintWhatTheDocumentShows) {
  const std::string path = "docs/walkthrough.md";
  const std::string document = contents(fs::path(ISNAD_SOURCE) / path);
  ASSERT_NE(document.find("$ isnad "), std::string::npos);
  check_document(path, made_anew(document), "UPDATE_GOLDEN=1 walkthrough_test");
}

}  // namespace
}  // namespace isnad
