// What tests of the input share: files in a folder that goes away, and all that a stream gives of them.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "input/stream.h"

namespace isnad::input_test {

/// A folder that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "isnad_input_XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string put(const std::string& name, std::string_view bytes) const {
    const auto path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

 private:
  std::filesystem::path path_;
};

struct Everything {
  std::vector<Document> documents;
  std::vector<std::string> errors, warnings;
};

inline Everything read_all(const std::vector<std::string>& files, InputOptions options = {}) {
  Everything all;
  DocumentStream stream(files, std::move(options));
  Delivery d;
  while (stream.next(d)) {
    if (d.document) all.documents.push_back(std::move(*d.document));
    for (const auto& e : d.errors) all.errors.push_back(e.message());
    for (const auto& w : d.warnings) all.warnings.push_back(w.message());
  }
  return all;
}

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace isnad::input_test
