// The lexicon: everything the knowledge files say, as one checked, read-only, mapped image.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "lexicon/image.h"
#include "lexicon/word_lists.h"
#include "text/letters.h"

namespace isnad {

using LetterView = std::basic_string_view<Letter>;

/// The checksum of an image: of its header without the checksum, and of all that follows.
uint64_t image_checksum(ImageHeader header, std::string_view body);

/// Which exact letters a word has where folding merges several: two bits a letter, the first sixteen such letters.
/// Alif: 0 bare, 1 hamza above, 2 below, 3 madda; ya: 0 ya, 1 alif maqsura; ha: 0 ha, 1 ta marbuta.
uint32_t spelling_of(LetterView exact);

/// How far the written spelling is from the lexicon's: missing hamzas and the like cost 1, contradictions 3 each.
int spelling_distance(uint32_t written, uint32_t lexical);

/// The opened image. Const after `open`: share it among any number of threads. Views into it live as long as it does.
class Lexicon {
 public:
  /// Maps and checks the file. Errors name the file, what is wrong with it and how to remake it.
  static Result<Lexicon> open(const std::string& path);
  /// The same over bytes in memory.
  static Result<Lexicon> from_bytes(std::string bytes, const std::string& name = "(memory)");

  /// Analyses of a folded spelling without clitics; empty for an unknown one.
  [[nodiscard]] std::span<const FormEntry> find(LetterView folded) const { return find(folded, hash_of(folded)); }

  [[nodiscard]] const Lemma& lemma(LemmaId id) const { return lemmas[id.value]; }
  [[nodiscard]] const Lemma& lemma(uint32_t id) const { return lemmas[id]; }
  [[nodiscard]] std::string_view text(Str s) const { return strings.substr(s.offset, s.size); }
  [[nodiscard]] std::string_view lemma_text(LemmaId id) const { return id ? text(lemmas[id.value].text) : std::string_view("_"); }

  /// Word id of a folded word as names have it (article included), kNone if no name has it.
  [[nodiscard]] uint32_t name_word(LetterView folded) const { return name_word(folded, hash_of(folded)); }

  /// The same by the spelling's hash. The tables don't fit the processor's cache: where several spellings are looked up, `fetch` all slots
  /// first, then all heads, then all entries, and the memory comes in meanwhile. Fetching changes nothing.
  static uint64_t hash_of(LetterView folded);
  [[nodiscard]] std::span<const FormEntry> find(LetterView folded, uint64_t hash) const;
  [[nodiscard]] uint32_t name_word(LetterView folded, uint64_t hash) const;
  void fetch_form_slot(uint64_t hash) const { fetch_slot(form_slots, hash); }
  void fetch_form_head(uint64_t hash) const { fetch_head(form_slots, forms, hash); }
  void fetch_form_entries(uint64_t hash) const {
    const uint64_t slot = first_slot(form_slots, hash);
    if (slot == 0) return;
    const FormHead& head = forms[uint32_t(slot) - 1];
    __builtin_prefetch(letters.data() + head.letters);
    __builtin_prefetch(form_entries.data() + head.first_entry);
  }
  void fetch_name_slot(uint64_t hash) const { fetch_slot(word_slots, hash); }
  void fetch_name_head(uint64_t hash) const { fetch_head(word_slots, words, hash); }
  /// The child of trie node `node` by `word`, kNone if there is none. The root is 0.
  [[nodiscard]] uint32_t trie_step(uint32_t node, uint32_t word) const {
    return node == 0 ? word < first_words_.size() ? first_words_[word] : kNone : child(node, word);
  }
  [[nodiscard]] std::span<const Payload> payloads_of(uint32_t node) const {
    return payloads.subspan(trie_nodes[node].payloads.first, trie_nodes[node].payloads.count);
  }

  /// The lemma of a clitic or pronoun (ar/affixes.tsv); none where the image lacks it.
  [[nodiscard]] LemmaId clitic(Clitic c) const { return clitics.size() > size_t(c) ? LemmaId{clitics[size_t(c)]} : LemmaId::none(); }

  /// Index into `countries` by ISO 3166-1 alpha-3 code; kNone where no country has it.
  [[nodiscard]] uint32_t country(std::string_view iso3) const;

  /// The first of `offices` with this Arabic title; kNone where none is called so.
  [[nodiscard]] uint32_t office(std::string_view title_ar) const;

  template <class T>
  [[nodiscard]] std::span<const T> slice(std::span<const T> all, Slice s) const {
    return all.subspan(s.first, s.count);
  }

  /// Of each lemma in a slice of lemma_lists the offset of its text, the same for lemmas that are spelled alike.
  [[nodiscard]] std::span<const uint32_t> texts_of(Slice list) const {
    return std::span<const uint32_t>(list_texts_).subspan(list.first, list.count);
  }

  /// The lists of words that frames want, or don't want, around an act.
  [[nodiscard]] const WordLists& frame_lists() const { return frame_lists_; }

  [[nodiscard]] uint64_t knowledge_version() const { return knowledge_; }

  std::string_view strings;
  std::span<const Letter> letters;
  std::span<const uint64_t> form_slots;  // high 32 bits: high half of the hash; low: 1 + index into forms; 0 empty
  std::span<const FormHead> forms;
  std::span<const FormEntry> form_entries;
  std::span<const Lemma> lemmas;
  std::span<const FormHead> words;  // of names
  std::span<const uint64_t> word_slots;
  std::span<const TrieNode> trie_nodes;
  std::span<const TrieEdge> trie_edges;
  std::span<const Payload> payloads;
  std::span<const Actor> actors;
  std::span<const Office> offices;
  std::span<const Str> affiliations;
  std::span<const Place> places;
  std::span<const Country> countries;
  std::span<const Frame> frames;
  std::span<const uint32_t> frame_refs;
  std::span<const FrameRole> frame_roles;
  std::span<const FrameAlternative> frame_alternatives;
  std::span<const uint32_t> lemma_lists;
  std::span<const EventTypeInfo> event_types;
  std::span<const Str> modes;
  std::span<const Str> contexts;
  std::span<const uint32_t> clitics;  // lemma ids, in the order of kCliticNames
  std::span<const Example> examples;
  std::span<const Sense> senses;

 private:
  /// What stands first where a hash belongs; 0 for nothing.
  static uint64_t first_slot(std::span<const uint64_t> slots, uint64_t hash) {
    return slots.empty() ? 0 : slots[hash & (slots.size() - 1)];
  }
  static void fetch_slot(std::span<const uint64_t> slots, uint64_t hash) {
    if (!slots.empty()) __builtin_prefetch(&slots[hash & (slots.size() - 1)]);
  }
  static void fetch_head(std::span<const uint64_t> slots, std::span<const FormHead> heads, uint64_t hash) {
    const uint64_t slot = first_slot(slots, hash);
    if (slot != 0) __builtin_prefetch(&heads[uint32_t(slot) - 1]);
  }

  Lexicon() = default;
  [[nodiscard]] uint32_t child(uint32_t node, uint32_t word) const;
  Status attach(std::string_view bytes, const std::string& name);
  Status check(const std::string& name) const;

  MappedFile file_;
  std::unique_ptr<std::string> bytes_;
  uint64_t knowledge_ = 0;
  std::vector<uint32_t> list_texts_;  // beside lemma_lists: lemmas lie too far apart to visit them each time
  WordLists frame_lists_;
  std::vector<uint32_t> by_code_;      // countries in the order of their codes
  std::vector<uint32_t> by_title_;     // offices in the order of their Arabic titles
  std::vector<uint32_t> first_words_;  // of each word the root's child: its edges are too many to search them each time
};

}  // namespace isnad
