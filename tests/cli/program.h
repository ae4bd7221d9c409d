// Running the program as a user would, in a folder of its own.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace isnad::cli {

namespace fs = std::filesystem;

inline std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Ran {
  int code = -1;
  std::string out, err;
};

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Two short reports: "forces attacked the city of Baghdad yesterday ..." and a meeting, in Arabic by code points.
inline constexpr const char* kAttack =
    "\u0634\u0646\u062A \u0627\u0644\u0642\u0648\u0627\u062A \u0627\u0644\u0623\u0645\u0631\u064A\u0643\u064A\u0629 "
    "\u063A\u0627\u0631\u0627\u062A \u062C\u0648\u064A\u0629 "
    "\u0639\u0644\u0649 \u0628\u063A\u062F\u0627\u062F \u0623\u0645\u0633.";
inline constexpr const char* kMeeting =
    "\u0627\u0644\u062A\u0642\u0649 \u0627\u0644\u0631\u0626\u064A\u0633 \u0627\u0644\u0631\u0648\u0633\u064A "
    "\u0646\u0638\u064A\u0631\u0647 \u0627\u0644\u062A\u0631\u0643\u064A \u0641\u064A "
    "\u0645\u0648\u0633\u0643\u0648.";

class Cli : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "isnad_cli_XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string put(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }

  /// Runs `isnad ARGUMENTS` by the shell, so that pipes and redirections may follow.
  [[nodiscard]] Ran run(const std::string& arguments, const std::string& before = "") const {
    const std::string command =
        "( " + before + ISNAD_PROGRAM + " " + arguments + " ) > '" + at(".out") + "' 2> '" + at(".err") + "' < /dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(at(".out")), contents(at(".err"))};
  }

  [[nodiscard]] std::string archive(int documents) const {
    std::string lines;
    for (int i = 0; i < documents; ++i)
      lines += "{\"id\":\"d" + std::to_string(i) + "\",\"date\":\"2020-04-05\",\"text\":\"" + (i % 3 ? kAttack : kMeeting) + "\"}\n";
    return put("archive.jsonl", lines);
  }

 private:
  fs::path folder_;
};

}  // namespace isnad::cli
