// Any bytes are an image or an error; what opens can be searched and read with, without harm.
//
// An even first byte: the rest is the file. An odd one: the rest are patches (two bytes of place, scaled to the file; four of value) to
// a small good image, whose checksum is then made to fit, so that the checks behind the checksum are reached.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "lexicon/lexicon.h"
#include "reader/reader.h"

namespace {

using isnad::ImageHeader;
using isnad::Lexicon;

const std::string& good() {
  static const std::string bytes = [] {
    std::vector<std::string> notes;
    auto image = isnad::compile_image({ISNAD_SOURCE "/tests/golden/compile/knowledge", {}}, notes);
    if (!image) {
      std::fprintf(stderr, "%s\n", image.error().message().c_str());
      std::exit(1);
    }
    return std::move(*image);
  }();
  return bytes;
}

/// The example sentences of the good image, in one document.
const isnad::Document& document() {
  static const isnad::Document text = [] {
    std::string all;
    const auto lexicon = Lexicon::from_bytes(good());
    for (const isnad::Example& e : lexicon->examples) all += std::string(lexicon->text(e.text)) + "\n";
    return isnad::Document(all);
  }();
  return text;
}

std::string patched(const uint8_t* data, size_t size) {
  std::string bytes = good();
  for (; size >= 6; data += 6, size -= 6) {
    const size_t at = (data[0] * 256U + data[1]) * (bytes.size() - 4) / 65535 / 4 * 4;
    std::memcpy(bytes.data() + at, data + 2, 4);
  }
  ImageHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.checksum = isnad::image_checksum(header, std::string_view(bytes).substr(sizeof header));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

/// Everything that can be reached in an image.
size_t search(const Lexicon& lexicon) {
  size_t sum = 0;
  for (const isnad::FormHead& f : lexicon.forms)
    sum +=
        lexicon.find(lexicon.letters.empty() ? isnad::LetterView() : isnad::LetterView(lexicon.letters.data() + f.letters, f.size)).size();
  for (uint32_t n = 0; n < lexicon.trie_nodes.size(); ++n)
    for (uint32_t w = 0; w < lexicon.words.size() && w < 50; ++w) sum += lexicon.trie_step(n, w) + lexicon.payloads_of(n).size();
  for (const auto& l : lexicon.lemmas) sum += lexicon.text(l.text).size() + lexicon.slice(lexicon.frame_refs, l.frames).size();
  for (size_t i = 0; i < isnad::kCliticNames.size(); ++i) sum += lexicon.lemma_text(lexicon.clitic(isnad::Clitic(i))).size();
  return sum;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const bool patches = data[0] % 2 == 1;
  const auto lexicon =
      Lexicon::from_bytes(patches ? patched(data + 1, size - 1) : std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  if (!lexicon) return 0;
  static volatile size_t sink;
  sink = search(*lexicon);
  // Reading with a forged image (wrong contents under a right checksum) is not yet free of findings: opt in to look for them.
  if (patches && std::getenv("ISNAD_FUZZ_FORGED") == nullptr) return 0;
  isnad::Reading reading;
  isnad::read(*lexicon, document(), reading);
  return 0;
}
