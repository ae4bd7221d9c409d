// Putting an image together: interning strings, hashing forms, laying out sections. Used by src/compile and by tests.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"

namespace isnad {

/// Collects the sections; `bytes()` lays them out. The same additions in the same order give the same bytes.
class ImageBuilder {
 public:
  ImageBuilder();

  Str intern(std::string_view s);
  [[nodiscard]] std::string_view text(Str s) const { return std::string_view(strings_).substr(s.offset, s.size); }
  void add_form(LetterView folded, const FormEntry& entry);
  /// What a name of these words is so far; nothing for one that was not added.
  [[nodiscard]] const std::vector<Payload>* payloads_of(const std::vector<std::basic_string<Letter>>& words) const;
  /// Whether a spelling has an analysis as anything but a proper noun.
  [[nodiscard]] bool is_word(LetterView folded) const;
  /// Whether some word is spelled like this.
  [[nodiscard]] bool has_form(LetterView folded) const { return forms_.count(std::basic_string<Letter>(folded)) != 0; }
  /// Adds one name: the folded words, and what it is.
  void add_name(const std::vector<std::basic_string<Letter>>& words, const Payload& payload);
  [[nodiscard]] std::string bytes(uint64_t knowledge_version) const;

  std::vector<Lemma> lemmas;
  std::vector<Actor> actors;
  std::vector<Office> offices;
  std::vector<Str> affiliations;
  std::vector<Place> places;
  std::vector<Country> countries;
  std::vector<Frame> frames;
  std::vector<uint32_t> frame_refs;
  std::vector<FrameRole> frame_roles;
  std::vector<FrameAlternative> frame_alternatives;
  std::vector<uint32_t> lemma_lists;
  std::vector<EventTypeInfo> event_types;
  std::vector<Str> modes;
  std::vector<Str> contexts;
  std::vector<uint32_t> clitics;
  std::vector<Example> examples;
  std::vector<Sense> senses;

 private:
  struct Node {
    std::map<uint32_t, uint32_t> edges;
    std::vector<Payload> payloads;
  };

  std::string strings_;
  std::unordered_map<std::string, Str> interned_;
  std::map<std::basic_string<Letter>, std::vector<FormEntry>> forms_;
  std::map<std::basic_string<Letter>, uint32_t> words_;
  std::vector<std::basic_string<Letter>> word_list_;
  std::vector<Node> nodes_;
};

}  // namespace isnad
