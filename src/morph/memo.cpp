// What tokens met before may be: looked up in the lexicon once, then by one hash.
#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "base/large_pages.h"
#include "morph/arabic.h"
#include "morph/choose.h"
#include "morph/workspace.h"
#include "text/letter_key.h"

namespace isnad {
namespace {

constexpr size_t kSlots = size_t{1} << 18, kMostUsed = kSlots / 2, kMostCandidates = size_t{1} << 19, kMostKeys = size_t{1} << 21;
constexpr size_t kPiece = 512;  // tokens that may be asked for before there is room again
constexpr size_t kMostReadings = 16;
constexpr int32_t kDearest = 45;

constexpr size_t kShort = 15;                  // letters that fit a key
constexpr uint64_t kLong = uint64_t{1} << 56;  // in Key::high; no short key has this byte

std::string_view bytes_at(const std::vector<uint8_t>& all, uint32_t first, size_t size) {
  return {reinterpret_cast<const char*>(all.data()) + first, size};
}

bool marked(std::string_view marks) {
  uint64_t seen = 0, word = 0;
  size_t i = 0;
  for (; i + sizeof word <= marks.size(); i += sizeof word) {
    std::memcpy(&word, marks.data() + i, sizeof word);
    seen |= word;
  }
  for (; i < marks.size(); ++i) seen |= static_cast<unsigned char>(marks[i]);
  return seen != 0;
}

/// Multiply and fold: enough for a table of this size.
uint64_t mixed(uint64_t low, uint64_t high) {
  uint64_t h = (low ^ (high * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
  h ^= h >> 32;
  return h * 0xD6E8FEB86659FD93;
}

/// May stems stand behind this letter: of a joined particle, or of the article.
bool may_be_joined(Letter c) {
  using namespace letter;
  return c == kWaw || c == kFa || c == kBa || c == kLam || c == kKaf || c == kSin || c == kAlif;
}

/// The look-ups of a token among the names: asked for before its readings, answered after them. Behind letters that are no clitics nobody
/// is likely to ask.
class NameQuestions {
 public:
  NameQuestions(const Lexicon& lexicon, LetterView folded) : lexicon_(lexicon), folded_(folded) {
    while (count_ < hashes_.size() && count_ < folded.size() && (count_ == 0 || may_be_joined(folded[count_ - 1]))) {
      hashes_[count_] = Lexicon::hash_of(folded.substr(count_));
      lexicon.fetch_name_slot(hashes_[count_++]);
    }
  }

  [[nodiscard]] NameKeys answer() const {
    NameKeys out;
    out.word = kNone;
    out.starts.fill(NameKeys::kNotAsked);
    for (size_t i = 0; i < count_; ++i) lexicon_.fetch_name_head(hashes_[i]);
    for (size_t i = 0; i < count_; ++i) {
      const uint32_t word = lexicon_.name_word(folded_.substr(i), hashes_[i]);
      if (i == 0) out.word = word;
      out.starts[i] = word == kNone ? kNone : lexicon_.trie_step(0, word);
    }
    return out;
  }

 private:
  const Lexicon& lexicon_;
  LetterView folded_;
  std::array<uint64_t, std::tuple_size_v<decltype(NameKeys::starts)>> hashes_{};
  size_t count_ = 0;
};

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

TokenMemo::Spelled TokenMemo::spelled_of(const Text& text, const Token& token) {
  return {bytes_at(text.letters, token.first, token.size()), bytes_at(text.marks, token.first, token.size())};
}

void TokenMemo::make_room(const Lexicon& lexicon, ReadingPool& pool) {
  const bool full = entries_.size() + kPiece > kMostUsed || pool.candidates.size() + kPiece * kMostReadings > kMostCandidates ||
                    keys_.size() + kPiece * 2 * kMaxLetters > kMostKeys;
  const bool other = lexicon_ != lexicon.form_entries.data() || knowledge_ != lexicon.knowledge_version();
  if (!full && !other) return;
  lexicon_ = lexicon.form_entries.data();
  knowledge_ = lexicon.knowledge_version();
  reserve_large(slots_, kSlots);
  reserve_large(entries_, kMostUsed);
  reserve_large(pool.candidates, kMostCandidates);
  reserve_large(pool.weights, kMostCandidates);
  slots_.assign(kSlots, {});
  entries_.clear();
  keys_.clear();
  pool.clear();
}

bool TokenMemo::same(const Entry& entry, const Key& key, const Spelled& token) const {
  if (entry.key.low != key.low) return false;
  if (key.high != kLong) return entry.key.high == key.high;
  const std::string_view all(keys_.data(), keys_.size());
  const size_t at = entry.key.high & UINT32_MAX, size = token.letters.size();
  return entry.key.high >> 32 == (kLong >> 32 | size) && all.substr(at, size) == token.letters &&
         all.substr(at + size, size) == token.marks;
}

void TokenMemo::add(const Key& key, const Spelled& token) {
  Entry& entry = entries_.emplace_back();
  entry.key = key;
  if (key.high != kLong) return;
  entry.key.high = kLong | token.letters.size() << 32 | keys_.size();
  for (const auto part : {token.letters, token.marks}) keys_.insert(keys_.end(), part.begin(), part.end());
}

TokenMemo::Question TokenMemo::ask(const Text& text, const Token& token) const {
  const Spelled spelled = spelled_of(text, token);
  const std::string_view letters = spelled.letters;
  const Letter* first = text.letters.data() + token.first;
  Question q;
  if (letters.size() > kShort || marked(spelled.marks))
    q.key = {hash64(spelled.marks, hash64(letters)), kLong};
  else
    q.key = {packed(first, letters.size()), letters.size() > 8 ? packed(first + 8, letters.size() - 8) : 0};
  q.hash = mixed(q.key.low, q.key.high);
  __builtin_prefetch(&slots_[q.hash & (kSlots - 1)]);
  return q;
}

void TokenMemo::fetch(const Question& question) const {
  const uint64_t slot = slots_[question.hash & (kSlots - 1)];
  if (slot == 0) return;
  const Entry& entry = entries_[uint32_t(slot) - 1];  // on one line of the cache or on two
  __builtin_prefetch(&entry.key);
  __builtin_prefetch(&entry.facts.names.starts.back());
}

const TokenFacts& TokenMemo::answer(const Lexicon& lexicon, const Text& text, const Token& token, const Question& question,
                                    ReadingPool& pool) {
  const Spelled spelled = spelled_of(text, token);
  const auto& [key, hash] = question;
  size_t at = hash & (kSlots - 1);
  for (; slots_[at] != 0; at = (at + 1) & (kSlots - 1)) {
    if (slots_[at] >> 32 != hash >> 32) continue;
    const Entry& entry = entries_[uint32_t(slots_[at]) - 1];
    if (!same(entry, key, spelled)) continue;
    const uint32_t first = entry.facts.readings.first;
    __builtin_prefetch(&pool.weights[first]);
    __builtin_prefetch(&pool.candidates[first]);
    return entry.facts;
  }
  std::vector<Candidate>& candidates = pool.candidates;
  const size_t begin = candidates.size();
  const NameQuestions names(lexicon, text.folded_of(token));
  arabic_words::read_word(lexicon, text, token, candidates);
  prune(candidates, begin);
  for (size_t c = begin; c < candidates.size(); ++c) candidates[c].face = pool.faces.number_of(face_of(lexicon, candidates[c]));
  merge_twins(candidates, begin);
  pool.weigh();
  add(key, spelled);
  slots_[at] = hash >> 32 << 32 | entries_.size();
  TokenFacts& facts = entries_.back().facts;
  facts = {{uint32_t(begin), uint32_t(candidates.size() - begin)}, names.answer()};
  return facts;
}

}  // namespace isnad
