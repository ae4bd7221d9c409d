// Words parted and made distinct, before the writer's turn comes: the index would look each repetition up to find that it has it.
#include "store/words.h"

#include <bit>
#include <cstdint>

#include "base/hash.h"

namespace isnad::store {
namespace {

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Words met so far: open addressing, never more than half full.
class Known {
 public:
  explicit Known(size_t most) : slots_(std::bit_ceil(2 * most + 2)) {}

  /// True: `word` is new.
  bool add(std::string_view word) {
    for (size_t at = hash64(word);; ++at) {
      std::string_view& slot = slots_[at & (slots_.size() - 1)];
      if (slot == word) return false;
      if (slot.empty()) return slot = word, true;
    }
  }

 private:
  std::vector<std::string_view> slots_;
};

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < folded.size();) {
    size_t end = at;
    while (end < folded.size() && is_word_byte(folded[end])) ++end;
    if (end > at) out.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string distinct_words(std::string_view title, std::string_view text) {
  const auto of_title = words_of(title), of_text = words_of(text);
  Known known(of_title.size() + of_text.size());
  std::string out;
  out.reserve(title.size() + text.size());
  for (const auto* words : {&of_title, &of_text})
    for (const auto w : *words)
      if (known.add(w)) (out += w) += ' ';
  return out;
}

}  // namespace isnad::store
