// Lists of lemmas by the words on them: which of the codebook's lists is a word on? Asked of every word around an act, so that a frame
// need not look for each of its words among them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/image.h"

namespace isnad {

/// Made once and then read only, so that threads share it.
class WordLists {
 public:
  static constexpr uint16_t kNoList = UINT16_MAX;

  /// `texts`: beside lemma_lists the text of each lemma; `lists`: slices of it, which may be the same.
  void make(std::span<const uint32_t> texts, std::span<const Slice> lists);

  /// Lists are numbered from 0 to size().
  [[nodiscard]] size_t size() const { return lists_; }
  /// The number of a list that was given to `make`; kNoList of any other.
  [[nodiscard]] uint16_t number_of(Slice list) const { return list.first < numbers_.size() ? numbers_[list.first] : kNoList; }
  /// The numbers of the lists that a text is on; none for most.
  [[nodiscard]] std::span<const uint16_t> with(uint32_t text) const {
    for (size_t at = slot(text); slots_[at].count != 0; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].text == text) return {on_.data() + slots_[at].first, slots_[at].count};
    return {};
  }

 private:
  struct Slot {
    uint32_t text = 0, first = 0, count = 0;
  };
  [[nodiscard]] size_t slot(uint32_t text) const { return (text * 0x9E3779B1U >> 8) & (slots_.size() - 1); }

  size_t lists_ = 0;
  std::vector<uint16_t> numbers_;  // by where a list begins
  std::vector<Slot> slots_{1};     // open addressing, at most half full
  std::vector<uint16_t> on_;       // numbers of lists, those of a text together
};

}  // namespace isnad
