// Readings of tokens met before: looked up in the lexicon once, then by one hash.
#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "morph/arabic.h"
#include "morph/choose.h"
#include "morph/workspace.h"

namespace isnad {
namespace {

constexpr size_t kSlots = size_t{1} << 17, kMostUsed = kSlots / 2, kMostCandidates = size_t{1} << 18, kMostKeys = size_t{1} << 20;
constexpr size_t kPiece = 512;  // tokens that may be asked for before there is room again
constexpr size_t kMostReadings = 16;
constexpr int32_t kDearest = 45;

std::string_view bytes_at(const std::vector<uint8_t>& all, uint32_t first, size_t size) {
  return {reinterpret_cast<const char*>(all.data()) + first, size};
}

/// Readings much dearer than the best are not worth carrying along.
void prune(std::vector<Candidate>& all, size_t begin) {
  const auto first = all.begin() + std::ptrdiff_t(begin);
  for (auto it = first; it != all.end(); ++it) {  // few: by insertion, stable
    const auto to = std::upper_bound(first, it, *it, [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    std::rotate(to, it, it + 1);
  }
  size_t keep = 0;
  for (auto it = first; it != all.end() && keep < kMostReadings && it->cost <= first->cost + kDearest; ++it) ++keep;
  all.resize(begin + keep);
}

/// Of readings that look the same to their neighbours only the cheapest can be chosen: it remembers the next one.
void merge_twins(std::vector<Candidate>& all, size_t begin) {
  size_t end = begin;
  for (size_t i = begin; i < all.size(); ++i) {
    const auto same = std::find_if(all.begin() + std::ptrdiff_t(begin), all.begin() + std::ptrdiff_t(end),
                                   [&](const Candidate& c) { return c.face == all[i].face; });
    if (same == all.begin() + std::ptrdiff_t(end))
      all[end++] = all[i];
    else if (same->twin == kNone)
      same->twin = all[i].entry, same->twin_cost = all[i].cost;
  }
  all.resize(end);
}

}  // namespace

void TokenMemo::make_room(const Lexicon& lexicon, std::vector<Candidate>& candidates) {
  const bool full = used_ + kPiece > kMostUsed || candidates.size() + kPiece * kMostReadings > kMostCandidates ||
                    keys_.size() + kPiece * 2 * kMaxLetters > kMostKeys;
  const bool other = lexicon_ != lexicon.form_entries.data() || knowledge_ != lexicon.knowledge_version();
  if (!full && !other) return;
  lexicon_ = lexicon.form_entries.data();
  knowledge_ = lexicon.knowledge_version();
  slots_.assign(kSlots, {});
  keys_.clear();
  candidates.clear();
  used_ = 0;
}

Readings TokenMemo::readings(const Lexicon& lexicon, const Text& text, const Token& token, std::vector<Candidate>& candidates) {
  const std::string_view letters = bytes_at(text.letters, token.first, token.size()),
                         marks = bytes_at(text.marks, token.first, token.size());
  const uint64_t hash = hash64(marks, hash64(letters));
  size_t at = hash & (kSlots - 1);
  for (; slots_[at].size != 0; at = (at + 1) & (kSlots - 1)) {
    const Slot& s = slots_[at];
    if (s.hash == hash && s.size == letters.size() && bytes_at(keys_, s.key, s.size) == letters &&
        bytes_at(keys_, s.key + s.size, s.size) == marks)
      return s.readings;
  }
  const size_t begin = candidates.size();
  arabic_words::read_word(lexicon, text, token, candidates);
  prune(candidates, begin);
  for (size_t c = begin; c < candidates.size(); ++c) candidates[c].face = face_of(lexicon, candidates[c]);
  merge_twins(candidates, begin);
  const auto key = uint32_t(keys_.size());
  keys_.insert(keys_.end(), letters.begin(), letters.end());
  keys_.insert(keys_.end(), marks.begin(), marks.end());
  ++used_;
  slots_[at] = {hash, key, token.size(), {uint32_t(begin), uint32_t(candidates.size() - begin)}};
  return slots_[at].readings;
}

}  // namespace isnad
