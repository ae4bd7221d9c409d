// Words parted and made distinct, before the writer's turn comes: the index would look each repetition up to find that it has it.
#include "store/words.h"

#include <array>
#include <cstdint>
#include <utility>

#include "base/hash.h"

namespace isnad::store {
namespace {

constexpr auto kWordByte = [] {
  std::array<bool, 256> out{};
  for (size_t c = 0; c < out.size(); ++c) out[c] = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return out;
}();

bool is_word_byte(char c) { return kWordByte[static_cast<unsigned char>(c)]; }

/// Calls `take` with each word.
template <class Take>
void each_word(std::string_view folded, const Take& take) {
  for (size_t at = 0; at < folded.size(); ++at) {
    const size_t begin = at;
    while (at < folded.size() && is_word_byte(folded[at])) ++at;
    if (at > begin) take(folded.substr(begin, at - begin));
  }
}

/// Words met so far: open addressing, never more than half full.
class Known {
 public:
  /// True: `word`, which must live as long, is new.
  bool add(std::string_view word) {
    if (2 * ++size_ > slots_.size()) grow();
    const uint64_t hash = hash64(word);
    Slot& slot = place_of(hash, word);
    if (!slot.word.empty()) return --size_, false;
    slot = {hash, word};
    return true;
  }

 private:
  struct Slot {
    uint64_t hash = 0;
    std::string_view word;
  };

  Slot& place_of(uint64_t hash, std::string_view word) {
    for (size_t at = hash;; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.word.empty() || (slot.hash == hash && slot.word == word)) return slot;
    }
  }

  void grow() {
    std::vector<Slot> before(2 * slots_.size());
    std::swap(before, slots_);
    for (const Slot& s : before)
      if (!s.word.empty()) place_of(s.hash, s.word) = s;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(512);  // enough for most reports
  size_t size_ = 0;
};

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> out;
  each_word(folded, [&](std::string_view w) { out.push_back(w); });
  return out;
}

std::string distinct_words(std::string_view title, std::string_view text) {
  Known known;
  std::string out;
  out.reserve(title.size() + text.size() + 2);
  for (const auto part : {title, text})
    each_word(part, [&](std::string_view w) {
      if (known.add(w)) (out += w) += ' ';
    });
  return out;
}

}  // namespace isnad::store
