// Lists by their words: pairs of text and list, sorted, then a table of texts.
#include "lexicon/word_lists.h"

#include <algorithm>
#include <utility>

namespace isnad {

void WordLists::make(std::span<const uint32_t> texts, std::span<const Slice> lists) {
  numbers_.assign(texts.size(), kNoList);
  std::vector<std::pair<uint32_t, uint16_t>> pairs;
  lists_ = 0;
  for (const Slice& list : lists) {
    if (list.count == 0 || numbers_[list.first] != kNoList || lists_ == kNoList) continue;
    numbers_[list.first] = uint16_t(lists_);
    for (const uint32_t text : texts.subspan(list.first, list.count)) pairs.emplace_back(text, uint16_t(lists_));
    ++lists_;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  size_t room = 1;
  while (room < 2 * pairs.size()) room *= 2;
  slots_.assign(room, {});
  on_.clear();
  for (size_t i = 0; i < pairs.size();) {
    size_t at = slot(pairs[i].first);
    while (slots_[at].count != 0) at = (at + 1) & (room - 1);
    slots_[at] = {pairs[i].first, uint32_t(i), 0};
    for (const uint32_t text = pairs[i].first; i < pairs.size() && pairs[i].first == text; ++i, ++slots_[at].count)
      on_.push_back(pairs[i].second);
  }
}

}  // namespace isnad
