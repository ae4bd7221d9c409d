// Opening and checking the image, and the two look-ups: spellings and names.
#include "lexicon/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include "base/hash.h"

namespace isnad {
namespace {

constexpr std::string_view kRemake = "remake it with `isnad compile knowledge/ -o isnad.image`";

std::string_view bytes_of(LetterView v) { return {reinterpret_cast<const char*>(v.data()), v.size()}; }

/// Index of `key` in an open-addressing table of forms, or kNone.
uint32_t look_up(std::span<const uint64_t> slots, std::span<const FormHead> heads, std::span<const Letter> pool, LetterView key,
                 uint64_t h) {
  if (slots.empty() || key.size() > 255) return kNone;
  const uint64_t mask = slots.size() - 1;
  for (uint64_t at = h & mask;; at = (at + 1) & mask) {
    const uint64_t slot = slots[at];
    if (slot == 0) return kNone;
    if ((slot >> 32) != (h >> 32)) continue;
    const FormHead& head = heads[uint32_t(slot) - 1];
    if (head.size == key.size() && std::memcmp(pool.data() + head.letters, key.data(), key.size()) == 0) return uint32_t(slot) - 1;
  }
}

}  // namespace

uint64_t image_checksum(ImageHeader header, std::string_view body) {
  header.checksum = 0;
  return hash64(body, hash64({reinterpret_cast<const char*>(&header), sizeof header}));
}

uint32_t spelling_of(LetterView exact) {
  uint32_t out = 0;
  int shift = 0;
  for (const Letter c : exact) {
    uint32_t code = 0;
    switch (c) {
      case letter::kAlif:
      case letter::kYa:
      case letter::kHa:
        break;
      case letter::kAlifHamzaAbove:
      case letter::kAlifMaqsura:
      case letter::kTaMarbuta:
        code = 1;
        break;
      case letter::kAlifHamzaBelow:
        code = 2;
        break;
      case letter::kAlifMadda:
        code = 3;
        break;
      default:
        continue;
    }
    if (shift >= 32) break;
    out |= code << shift;
    shift += 2;
  }
  return out;
}

int spelling_distance(uint32_t written, uint32_t lexical) {
  int distance = 0;
  for (uint32_t diff = written ^ lexical; diff != 0;) {
    const int at = std::countr_zero(diff) & ~1;
    const uint32_t w = (written >> at) & 3;
    distance += w == 0 ? 1 : 3;
    diff &= ~(3U << at);
  }
  return distance;
}

uint64_t Lexicon::hash_of(LetterView folded) { return hash64(bytes_of(folded)); }

std::span<const FormEntry> Lexicon::find(LetterView folded, uint64_t hash) const {
  const uint32_t i = look_up(form_slots, forms, letters, folded, hash);
  if (i == kNone) return {};
  return form_entries.subspan(forms[i].first_entry, forms[i].entries);
}

uint32_t Lexicon::name_word(LetterView folded, uint64_t hash) const { return look_up(word_slots, words, letters, folded, hash); }

uint32_t Lexicon::child(uint32_t node, uint32_t word) const {
  const auto edges = slice(trie_edges, trie_nodes[node].edges);
  const auto it = std::lower_bound(edges.begin(), edges.end(), word, [](const TrieEdge& e, uint32_t w) { return e.word < w; });
  return it != edges.end() && it->word == word ? it->node : kNone;
}

uint32_t Lexicon::country(std::string_view iso3) const {
  const auto it = std::lower_bound(by_code_.begin(), by_code_.end(), iso3,
                                   [this](uint32_t c, std::string_view code) { return text(countries[c].iso3) < code; });
  return it != by_code_.end() && text(countries[*it].iso3) == iso3 ? *it : kNone;
}

uint32_t Lexicon::office(std::string_view title_ar) const {
  const auto it = std::lower_bound(by_title_.begin(), by_title_.end(), title_ar,
                                   [this](uint32_t o, std::string_view title) { return text(offices[o].title_ar) < title; });
  return it != by_title_.end() && text(offices[*it].title_ar) == title_ar ? *it : kNone;
}

Result<Lexicon> Lexicon::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  Lexicon out;
  out.file_ = std::move(*file);
  if (auto s = out.attach(out.file_.bytes(), path); !s) return s.error();
  return out;
}

Result<Lexicon> Lexicon::from_bytes(std::string bytes, const std::string& name) {
  Lexicon out;
  out.bytes_ = std::make_unique<std::string>(std::move(bytes));
  if (auto s = out.attach(*out.bytes_, name); !s) return s.error();
  return out;
}

Status Lexicon::attach(std::string_view bytes, const std::string& name) {
  const auto fail = [&](std::string what) { return Error{name, 0, std::move(what), std::string(kRemake)}; };
  ImageHeader header;
  if (bytes.size() < sizeof header) return fail("is too short to be a lexicon image");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kImageMagic, sizeof kImageMagic) != 0) return fail("is not a lexicon image");
  if (header.endian != kImageEndian) return fail("was made on a machine of the other byte order");
  if (header.version != kImageVersion)
    return fail(fmt::format("is an image of version {}, this program reads {}", header.version, kImageVersion));
  if (header.bytes != bytes.size()) return fail(fmt::format("is damaged: {} bytes, its header says {}", bytes.size(), header.bytes));
  if (header.checksum != image_checksum(header, bytes.substr(sizeof header))) return fail("is damaged: the checksum does not match");
  if (header.sections > 1000 || sizeof header + header.sections * sizeof(SectionEntry) > bytes.size())
    return fail("is damaged: its section table");
  knowledge_ = header.knowledge;

  Status status = Done{};
  for (uint32_t i = 0; i < header.sections; ++i) {
    SectionEntry e;
    std::memcpy(&e, bytes.data() + sizeof header + i * sizeof e, sizeof e);
    if (e.element == 0 || e.offset > bytes.size() || e.offset % kSectionAlignment != 0 || e.count > (bytes.size() - e.offset) / e.element)
      return fail(fmt::format("is damaged: section {} lies outside the file", e.id));
    const auto take = [&]<class T>(std::span<const T>& out) {
      if (e.element != sizeof(T))
        status = fail(fmt::format("has elements of {} bytes in section {}, this program reads {}", e.element, e.id, sizeof(T)));
      else
        out = {reinterpret_cast<const T*>(bytes.data() + e.offset), size_t(e.count)};
    };
    switch (SectionId(e.id)) {
      case SectionId::strings:
        strings = bytes.substr(e.offset, e.count);
        break;
      case SectionId::letters:
        take(letters);
        break;
      case SectionId::form_slots:
        take(form_slots);
        break;
      case SectionId::forms:
        take(forms);
        break;
      case SectionId::form_entries:
        take(form_entries);
        break;
      case SectionId::lemmas:
        take(lemmas);
        break;
      case SectionId::words:
        take(words);
        break;
      case SectionId::word_slots:
        take(word_slots);
        break;
      case SectionId::trie_nodes:
        take(trie_nodes);
        break;
      case SectionId::trie_edges:
        take(trie_edges);
        break;
      case SectionId::payloads:
        take(payloads);
        break;
      case SectionId::actors:
        take(actors);
        break;
      case SectionId::offices:
        take(offices);
        break;
      case SectionId::affiliations:
        take(affiliations);
        break;
      case SectionId::places:
        take(places);
        break;
      case SectionId::countries:
        take(countries);
        break;
      case SectionId::frames:
        take(frames);
        break;
      case SectionId::frame_refs:
        take(frame_refs);
        break;
      case SectionId::frame_roles:
        take(frame_roles);
        break;
      case SectionId::frame_alternatives:
        take(frame_alternatives);
        break;
      case SectionId::lemma_lists:
        take(lemma_lists);
        break;
      case SectionId::event_types:
        take(event_types);
        break;
      case SectionId::modes:
        take(modes);
        break;
      case SectionId::contexts:
        take(contexts);
        break;
      case SectionId::clitics:
        take(clitics);
        break;
      case SectionId::examples:
        take(examples);
        break;
      case SectionId::senses:
        take(senses);
        break;
    }
    if (!status) return status;
  }
  if (auto s = check(name); !s) return s;
  list_texts_.reserve(lemma_lists.size());
  for (const uint32_t l : lemma_lists)
    list_texts_.push_back(l < lemmas.size() ? lemmas[l].text.offset : kNone);  // masks of slots are no lemmas
  std::vector<Slice> lists;
  for (const Frame& f : frames) lists.insert(lists.end(), {f.with, f.also, f.without});
  frame_lists_.make(list_texts_, lists);
  by_code_.resize(countries.size());
  std::iota(by_code_.begin(), by_code_.end(), 0U);
  std::stable_sort(by_code_.begin(), by_code_.end(),
                   [this](uint32_t a, uint32_t b) { return text(countries[a].iso3) < text(countries[b].iso3); });
  by_title_.resize(offices.size());
  std::iota(by_title_.begin(), by_title_.end(), 0U);
  std::stable_sort(by_title_.begin(), by_title_.end(),
                   [this](uint32_t a, uint32_t b) { return text(offices[a].title_ar) < text(offices[b].title_ar); });
  first_words_.assign(words.size(), kNone);
  for (const TrieEdge& e : slice(trie_edges, trie_nodes[0].edges))
    if (e.word < words.size()) first_words_[e.word] = e.node;
  return Done{};
}

Status Lexicon::check(const std::string& name) const {
  bool good = true;
  const auto in = [&](uint64_t index, size_t size) { good = good && index < size; };
  const auto or_none = [&](uint32_t index, size_t size) { good = good && (index == kNone || index < size); };
  const auto within = [&](Slice s, size_t size) { good = good && uint64_t(s.first) + s.count <= size; };
  const auto str = [&](Str s) { good = good && uint64_t(s.offset) + s.size <= strings.size(); };
  const auto table = [&](std::span<const uint64_t> slots, std::span<const FormHead> heads) {
    good = good && (slots.empty() || std::has_single_bit(slots.size())) && slots.size() >= heads.size() + (heads.empty() ? 0 : 1);
    size_t used = 0;
    for (const uint64_t s : slots) {
      if (s == 0) continue;
      ++used;
      in(uint32_t(s) - 1, heads.size());
    }
    good = good && (slots.empty() || used < slots.size());
    for (const FormHead& f : heads) good = good && uint64_t(f.letters) + f.size <= letters.size();
  };
  table(form_slots, forms);
  table(word_slots, words);
  for (const FormHead& f : forms) within({f.first_entry, f.entries}, form_entries.size());
  for (const FormEntry& e : form_entries) in(e.lemma, lemmas.size()), good = good && e.features.upos_ < uint32_t(Upos::count_);
  for (const Lemma& l : lemmas) {
    str(l.text), str(l.root), or_none(l.base, lemmas.size()), or_none(l.country, countries.size()), within(l.frames, frame_refs.size());
    good = good && l.upos < Upos::count_ && l.function < Function::count_ && l.sector < Sector::count_;
  }
  good = good && !trie_nodes.empty();
  for (size_t i = 0; i < trie_nodes.size(); ++i)
    within(trie_nodes[i].edges, trie_edges.size()), within(trie_nodes[i].payloads, payloads.size());
  for (const TrieEdge& e : trie_edges) in(e.node, trie_nodes.size());
  for (const Payload& p : payloads) {
    if (p.kind == PayloadKind::actor) in(p.index, actors.size());
    if (p.kind == PayloadKind::country) in(p.index, countries.size());
    if (p.kind == PayloadKind::place) in(p.index, places.size());
    if (p.kind == PayloadKind::phrase) in(p.index, size_t(Function::count_));
    if (p.kind == PayloadKind::description) in(p.index, size_t(Sector::count_));
    if (p.kind == PayloadKind::number) in(p.index, size_t(NumberKind::count_));
    if (p.kind == PayloadKind::calendar) in(p.index, size_t(CalendarKind::count_));
    good = good && p.kind < PayloadKind::count_;
  }
  for (const Actor& a : actors) {
    str(a.id), str(a.name_ar), str(a.name_en), str(a.country), or_none(a.parent, actors.size());
    within(a.offices, offices.size()), within(a.affiliations, affiliations.size());
    good = good && a.sector < Sector::count_ && a.kind < EntityKind::count_;
  }
  for (const Office& o : offices) str(o.title_ar), str(o.title_en), str(o.country), good = good && o.sector < Sector::count_;
  for (const Str& s : affiliations) str(s);
  for (const Place& p : places) {
    str(p.id), str(p.name_ar), str(p.name_en), str(p.kind), str(p.admin1), str(p.country), or_none(p.parent, places.size());
  }
  for (const Country& c : countries) str(c.iso3), str(c.name_ar), str(c.name_en), str(c.capital_ar), str(c.capital_en);
  for (const Frame& f : frames) {
    str(f.id), str(f.cameo), str(f.counts), within(f.roles, frame_roles.size()), within(f.with, lemma_lists.size()),
        within(f.also, lemma_lists.size()), within(f.without, lemma_lists.size());
    within(f.required, lemma_lists.size());
    good = good && f.mode <= modes.size() && f.event < EventType::count_ && f.status <= uint8_t(EventStatus::count_);
    for (const uint16_t m : f.mode_by_content) good = good && m <= modes.size();
  }
  if (good)
    for (const Frame& f : frames)
      for (const Slice s : {f.with, f.also, f.without})
        for (const uint32_t l : slice(lemma_lists, s)) in(l, lemmas.size());
  for (const Sense& s : senses) {
    in(s.lemma, lemmas.size());
    for (const Slice list : {s.does, s.by, s.near}) within(list, lemma_lists.size());
  }
  for (const uint32_t f : frame_refs) in(f, frames.size());
  for (const FrameRole& r : frame_roles) within(r.alternatives, frame_alternatives.size()), good = good && r.slot < Slot::count_;
  for (const EventTypeInfo& e : event_types) str(e.name), str(e.quad), str(e.cameo), good = good && e.future <= uint32_t(EventType::count_);
  good = good && event_types.size() == size_t(EventType::count_);
  for (const Str& s : modes) str(s);
  for (const Str& s : contexts) str(s);
  good = good && contexts.size() <= 64;
  for (const uint32_t c : clitics) or_none(c, lemmas.size());
  for (const Example& e : examples) str(e.text), str(e.expected), in(e.frame, frames.size());
  if (!good) return Error{name, 0, "is damaged: an index points outside its section", std::string(kRemake)};
  return Done{};
}

}  // namespace isnad
