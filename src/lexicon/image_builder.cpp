// Laying out an image; see image.h for the layout.
#include "lexicon/image_builder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

#include "base/hash.h"

namespace isnad {
namespace {

std::string_view bytes_of(LetterView v) { return {reinterpret_cast<const char*>(v.data()), v.size()}; }

/// An open-addressing table at most two thirds full over the given keys, in their order.
template <class Keys>
std::vector<uint64_t> make_slots(const Keys& keys) {
  std::vector<uint64_t> slots(std::bit_ceil(std::max<size_t>(2, keys.size() * 3 / 2 + 1)));
  const uint64_t mask = slots.size() - 1;
  uint64_t number = 1;
  for (const auto& key : keys) {
    const uint64_t h = hash64(bytes_of(key));
    uint64_t at = h & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = (h & ~uint64_t{UINT32_MAX}) | number++;
  }
  return slots;
}

class Layout {
 public:
  template <class T>
  void add(SectionId id, const std::vector<T>& v) {
    add(id, v.data(), sizeof(T), v.size());
  }
  void add(SectionId id, const void* data, size_t element, size_t count) {
    body_.resize(aligned(body_.size()));
    entries_.push_back({uint32_t(id), uint32_t(element), body_.size(), count});
    if (count) body_.append(static_cast<const char*>(data), element * count);
  }
  [[nodiscard]] std::string finish(uint64_t knowledge) const {
    const size_t table = sizeof(ImageHeader) + entries_.size() * sizeof(SectionEntry);
    const size_t start = aligned(table);
    std::string out(start, '\0');
    for (size_t i = 0; i < entries_.size(); ++i) {
      SectionEntry e = entries_[i];
      e.offset += start;
      std::memcpy(out.data() + sizeof(ImageHeader) + i * sizeof e, &e, sizeof e);
    }
    out += body_;
    ImageHeader h{};
    std::memcpy(h.magic, kImageMagic, sizeof h.magic);
    h.version = kImageVersion, h.endian = kImageEndian, h.bytes = out.size(), h.knowledge = knowledge;
    h.sections = uint32_t(entries_.size());
    h.checksum = image_checksum(h, std::string_view(out).substr(sizeof h));
    std::memcpy(out.data(), &h, sizeof h);
    return out;
  }

 private:
  static constexpr size_t aligned(size_t size) { return (size + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment; }

  std::string body_;
  std::vector<SectionEntry> entries_;
};

}  // namespace

ImageBuilder::ImageBuilder() : nodes_(1) {}

Str ImageBuilder::intern(std::string_view s) {
  if (s.empty()) return {};
  const auto [it, fresh] = interned_.try_emplace(std::string(s));
  if (fresh) {
    it->second = {uint32_t(strings_.size()), uint32_t(s.size())};
    strings_ += s;
  }
  return it->second;
}

void ImageBuilder::add_form(LetterView folded, const FormEntry& entry) {
  if (folded.empty() || folded.size() > 255) return;
  auto& entries = forms_[std::basic_string<Letter>(folded)];
  for (FormEntry& e : entries)
    if (e.lemma == entry.lemma && e.features == entry.features && e.spelling == entry.spelling && e.attach == entry.attach) {
      e.cost = std::min(e.cost, entry.cost);
      return;
    }
  entries.push_back(entry);
}

void ImageBuilder::add_name(const std::vector<std::basic_string<Letter>>& words, const Payload& payload) {
  uint32_t node = 0;
  for (const auto& w : words) {
    const auto [word, fresh] = words_.try_emplace(w, uint32_t(word_list_.size()));
    if (fresh) word_list_.push_back(w);
    const auto [edge, added] = nodes_[node].edges.try_emplace(word->second, uint32_t(nodes_.size()));
    node = edge->second;
    if (added) nodes_.emplace_back();
  }
  if (node == 0) return;
  const bool vowelled = payload.kind == PayloadKind::place || payload.kind == PayloadKind::country;  // with and without are one name
  for (Payload& p : nodes_[node].payloads) {
    if (p.kind != payload.kind || p.index != payload.index) continue;
    if (vowelled && (p.low == payload.low || payload.high > 0)) return void(p.high = std::max(p.high, payload.high));
    if (p.low == payload.low && p.high == payload.high) return;
  }
  nodes_[node].payloads.push_back(payload);
}

const std::vector<Payload>* ImageBuilder::payloads_of(const std::vector<std::basic_string<Letter>>& words) const {
  uint32_t node = 0;
  for (const auto& w : words) {
    const auto word = words_.find(w);
    if (word == words_.end()) return nullptr;
    const auto edge = nodes_[node].edges.find(word->second);
    if (edge == nodes_[node].edges.end()) return nullptr;
    node = edge->second;
  }
  return &nodes_[node].payloads;
}

bool ImageBuilder::is_word(LetterView folded) const {
  const auto found = forms_.find(std::basic_string<Letter>(folded));
  if (found == forms_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const FormEntry& e) { return lemmas[e.lemma].upos != Upos::propn; });
}

std::string ImageBuilder::bytes(uint64_t knowledge_version) const {
  std::vector<Letter> letters;
  const auto put = [&](const std::basic_string<Letter>& w) {
    const auto at = uint32_t(letters.size());
    letters.insert(letters.end(), w.begin(), w.end());
    return at;
  };
  std::vector<FormHead> forms;
  std::vector<FormEntry> entries;
  std::vector<std::basic_string<Letter>> keys;
  for (const auto& [key, list] : forms_) {
    forms.push_back({put(key), uint32_t(entries.size()), uint16_t(list.size()), uint8_t(key.size()), 0});
    entries.insert(entries.end(), list.begin(), list.end());
    keys.push_back(key);
  }
  std::vector<FormHead> words;
  for (const auto& w : word_list_) words.push_back({put(w), 0, 0, uint8_t(std::min<size_t>(255, w.size())), 0});
  std::vector<TrieNode> nodes;
  std::vector<TrieEdge> edges;
  std::vector<Payload> payloads;
  for (const Node& n : nodes_) {
    nodes.push_back({{uint32_t(edges.size()), uint32_t(n.edges.size())}, {uint32_t(payloads.size()), uint32_t(n.payloads.size())}});
    for (const auto& [word, node] : n.edges) edges.push_back({word, node});
    payloads.insert(payloads.end(), n.payloads.begin(), n.payloads.end());
  }

  Layout out;
  out.add(SectionId::strings, strings_.data(), 1, strings_.size());
  out.add(SectionId::letters, letters);
  out.add(SectionId::form_slots, make_slots(keys));
  out.add(SectionId::forms, forms);
  out.add(SectionId::form_entries, entries);
  out.add(SectionId::lemmas, lemmas);
  out.add(SectionId::words, words);
  out.add(SectionId::word_slots, make_slots(word_list_));
  out.add(SectionId::trie_nodes, nodes);
  out.add(SectionId::trie_edges, edges);
  out.add(SectionId::payloads, payloads);
  out.add(SectionId::actors, actors);
  out.add(SectionId::offices, offices);
  out.add(SectionId::affiliations, affiliations);
  out.add(SectionId::places, places);
  out.add(SectionId::countries, countries);
  out.add(SectionId::frames, frames);
  out.add(SectionId::frame_refs, frame_refs);
  out.add(SectionId::frame_roles, frame_roles);
  out.add(SectionId::frame_alternatives, frame_alternatives);
  out.add(SectionId::lemma_lists, lemma_lists);
  out.add(SectionId::event_types, event_types);
  out.add(SectionId::modes, modes);
  out.add(SectionId::contexts, contexts);
  out.add(SectionId::clitics, clitics);
  out.add(SectionId::examples, examples);
  out.add(SectionId::senses, senses);
  return out.finish(knowledge_version);
}

}  // namespace isnad
