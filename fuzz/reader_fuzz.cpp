// Any bytes are a document: reads them through all stages and checks what must hold for the layers of every document.
//
// The image is the one that ISNAD_IMAGE names in the environment, else the build's. A first byte below 0x20 chooses how the rest is
// read: undated (even) or dated (odd); so that words, not only bytes, are mixed, a rest with the byte 0x01 in it takes each such byte and
// the next one as a word of the samples.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/file.h"
#include "reader/reader.h"
#include "support/reading_check.h"

namespace {

const isnad::Lexicon& lexicon() {
  static const isnad::Result<isnad::Lexicon> opened = [] {
    const char* path = std::getenv("ISNAD_IMAGE");
    return isnad::Lexicon::open(path != nullptr ? path : ISNAD_IMAGE);
  }();
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().message().c_str());
    std::exit(1);
  }
  return *opened;
}

/// Words of the samples, with the signs that stand at them.
const std::vector<std::string>& words() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    std::set<std::filesystem::path> files;  // in the same order everywhere: an input means the same document on each machine
    for (const auto& entry : std::filesystem::directory_iterator(ISNAD_SOURCE "/samples"))
      if (entry.path().extension() == ".txt") files.insert(entry.path());
    for (const auto& file : files) {
      const auto bytes = isnad::read_file(file.string());
      if (!bytes) continue;
      out.emplace_back();
      for (const char c : *bytes) {
        out.back() += c;
        if (c == ' ' || c == '\n') out.emplace_back();
      }
    }
    return out;
  }();
  return all;
}

std::string document_of(const uint8_t* data, size_t size) {
  std::string out;
  for (size_t i = 0; i < size; ++i) {
    if (data[i] != 1 || i + 2 >= size || words().empty()) {
      out += char(data[i]);
      continue;
    }
    out += words()[(data[i + 1] * 256U + data[i + 2]) % words().size()];
    i += 2;
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static isnad::Reading reading;  // reused, so that what a longer document leaves behind is tested too
  const bool dated = size > 0 && data[0] < 0x20 && data[0] % 2 == 1;
  isnad::Document document(document_of(data, size));
  if (dated) document.date = "2024-01-15";
  isnad::read(lexicon(), document, reading);
  const std::string broken = isnad::broken_property(lexicon(), document, reading);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
