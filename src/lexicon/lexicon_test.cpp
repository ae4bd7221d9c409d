// The image: what a built one answers, and that a damaged one is always an error with file and remedy, never a crash.
#include "lexicon/lexicon.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "lexicon/image_builder.h"

namespace isnad {
namespace {

using namespace letter;
using Spelling = std::basic_string<Letter>;

const Spelling kIla{kAlifHamzaBelow, kLam, kAlifMaqsura};  // "to"
const Spelling kAn{kAlifHamzaAbove, kNun};                 // "that"
const Spelling kBaghdad{kBa, kGhain, kDal, kAlif, kDal};
const Spelling kNew{kAlif, kLam, kJim, kDal, kYa, kDal, kHa};

Spelling folded(Spelling s) {
  for (Letter& c : s) c = fold(c);
  return s;
}

FormEntry entry(uint32_t lemma, const Spelling& exact, uint8_t cost = 0) {
  return {lemma, Features{}.with(Upos::part), spelling_of(exact), attach::kPronoun, cost, 0};
}

uint32_t add_lemma(ImageBuilder& b, std::string_view text) {
  Lemma l{};
  l.text = b.intern(text);
  l.base = l.country = kNone;
  l.upos = Upos::part;
  b.lemmas.push_back(l);
  return uint32_t(b.lemmas.size() - 1);
}

void add_words(ImageBuilder& b) {
  b.clitics.assign(kCliticNames.size(), kNone);
  b.clitics[0] = add_lemma(b, "wa");
  for (const auto& [text, exact] : {std::pair{"ila", kIla}, std::pair{"an", kAn}}) {
    const uint32_t lemma = add_lemma(b, text);
    b.add_form(folded(exact), entry(lemma, exact));
  }
  b.lemmas[1].frames = {0, 1};
}

void add_world(ImageBuilder& b) {
  b.countries.push_back({b.intern("IRQ"), b.intern("ar"), b.intern("Iraq"), {}, b.intern("Baghdad"), 33.3F, 44.4F, 0});
  b.places.push_back(
      {b.intern("IRQ.baghdad"), {}, b.intern("Baghdad"), b.intern("city"), {}, b.intern("IRQ"), 33.3F, 44.4F, kNone, 6000000});
  b.offices.push_back({b.intern("title"), {}, b.intern("IRQ"), 0, 10, Sector::GOV, {}});
  b.affiliations.push_back(b.intern("IRQ"));
  b.actors.push_back({b.intern("iraq.somebody"), {}, {}, b.intern("IRQ"), kNone, {0, 1}, {0, 1}, Sector::GOV, EntityKind::person, 0});
  b.add_name({kBaghdad}, {PayloadKind::place, 0, 0, 0});
  b.add_name({kBaghdad, kNew}, {PayloadKind::country, 0, 1, 0});
  b.add_name({kNew, kBaghdad}, {PayloadKind::actor, 0, 2, 0});
}

void add_codebook(ImageBuilder& b) {
  for (size_t i = 0; i < size_t(EventType::count_); ++i)
    b.event_types.push_back({b.intern(kEventTypeNames[i]), b.intern("quad"), 1, 0, b.intern("01")});
  b.modes.push_back(b.intern("visit"));
  b.contexts.push_back(b.intern("military"));
  b.frame_alternatives.push_back({});
  b.frame_roles.push_back({{0, 1}, Slot::actor, {}});
  b.lemma_lists.assign(4, 1);
  Frame f{};
  f.id = b.intern("visit");
  f.roles = f.with = f.also = f.without = f.required = {0, 1};
  f.mode = 1;
  b.frames.push_back(f);
  b.frame_refs.push_back(0);
  b.examples.push_back({b.intern("text"), b.intern("not"), 0, 7});
  b.senses.push_back({0, 1, {}, {}, {}});
}

/// An image with a little of everything.
ImageBuilder small() {
  ImageBuilder b;
  add_words(b);
  add_world(b);
  add_codebook(b);
  return b;
}

std::string small_bytes() { return small().bytes(42); }

Lexicon opened(const std::string& bytes) {
  auto lexicon = Lexicon::from_bytes(bytes, "small.image");
  if (!lexicon) ADD_FAILURE() << lexicon.error().message();
  return std::move(*lexicon);
}

/// Empty where the bytes open; else the message, which must name the file and the remedy.
std::string trouble(std::string bytes) {
  const auto lexicon = Lexicon::from_bytes(std::move(bytes), "small.image");
  if (lexicon) return {};
  const std::string message = lexicon.error().message();
  EXPECT_TRUE(message.starts_with("small.image")) << message;
  EXPECT_NE(message.find("isnad compile"), std::string::npos) << message;
  return message;
}

template <class T>
T load(const std::string& bytes, size_t at) {
  T out;
  std::memcpy(&out, bytes.data() + at, sizeof out);
  return out;
}

template <class T>
void store(std::string& bytes, size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

void seal(std::string& bytes) {
  store(bytes, offsetof(ImageHeader, checksum),
        image_checksum(load<ImageHeader>(bytes, 0), std::string_view(bytes).substr(sizeof(ImageHeader))));
}

/// Byte of the file where a section's entry in the table stands.
size_t entry_at(const std::string& bytes, SectionId id) {
  const auto header = load<ImageHeader>(bytes, 0);
  for (uint32_t i = 0; i < header.sections; ++i) {
    const size_t at = sizeof header + i * sizeof(SectionEntry);
    if (load<SectionEntry>(bytes, at).id == uint32_t(id)) return at;
  }
  ADD_FAILURE() << "no section " << uint32_t(id);
  return 0;
}

// ---- What a good image answers

TEST(Lexicon, FindsSpellings) {
  const Lexicon lexicon = opened(small_bytes());
  const auto found = lexicon.find(folded(kIla));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(lexicon.lemma_text(LemmaId{found[0].lemma}), "ila");
  EXPECT_EQ(found[0].spelling, spelling_of(kIla));
  EXPECT_EQ(found[0].features.upos(), Upos::part);
  EXPECT_TRUE(lexicon.find(kIla).empty()) << "look-ups are by folded letters";
  EXPECT_TRUE(lexicon.find({}).empty());
  EXPECT_TRUE(lexicon.find(Spelling(300, kBa)).empty());
  EXPECT_EQ(lexicon.knowledge_version(), 42U);
}

TEST(Lexicon, FindsAmongMany) {
  ImageBuilder b = small();
  const auto word = [](uint32_t i) { return Spelling{Letter(kBa + i % 20), Letter(kBa + i / 20 % 20), Letter(kBa + i / 400)}; };
  for (uint32_t i = 0; i < 5000; ++i) b.add_form(word(i), entry(i % 3, word(i), uint8_t(i % 251)));
  const Lexicon lexicon = opened(b.bytes(0));
  for (uint32_t i = 0; i < 5000; ++i) {
    const auto found = lexicon.find(word(i));
    ASSERT_EQ(found.size(), 1U) << i;
    EXPECT_EQ(found[0].cost, i % 251);
  }
  EXPECT_TRUE(lexicon.find(Spelling{kBa, kBa, kBa, kBa}).empty());
}

TEST(Lexicon, KeepsTheCheapestOfEqualAnalyses) {
  ImageBuilder b = small();
  b.add_form(kBaghdad, entry(0, kBaghdad, 9));
  b.add_form(kBaghdad, entry(0, kBaghdad, 4));
  b.add_form(kBaghdad, entry(1, kBaghdad, 9));
  const Lexicon lexicon = opened(b.bytes(0));
  const auto found = lexicon.find(kBaghdad);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].cost, 4);
}

TEST(Lexicon, WalksNames) {
  const Lexicon lexicon = opened(small_bytes());
  const uint32_t baghdad = lexicon.name_word(kBaghdad), fresh = lexicon.name_word(kNew);
  ASSERT_NE(baghdad, kNone);
  ASSERT_NE(fresh, kNone);
  EXPECT_EQ(lexicon.name_word(kIla), kNone);
  const uint32_t one = lexicon.trie_step(0, baghdad);
  ASSERT_NE(one, kNone);
  ASSERT_EQ(lexicon.payloads_of(one).size(), 1U);
  EXPECT_EQ(lexicon.payloads_of(one)[0].kind, PayloadKind::place);
  const uint32_t two = lexicon.trie_step(one, fresh);
  ASSERT_NE(two, kNone);
  EXPECT_EQ(lexicon.payloads_of(two)[0].kind, PayloadKind::country);
  EXPECT_EQ(lexicon.trie_step(two, fresh), kNone);
  const uint32_t other = lexicon.trie_step(0, fresh);
  ASSERT_NE(other, kNone);
  EXPECT_TRUE(lexicon.payloads_of(other).empty()) << "a name's beginning is no name";
}

TEST(Lexicon, AddsANameOnce) {
  ImageBuilder b = small();
  for (int i = 0; i < 3; ++i) b.add_name({kBaghdad}, {PayloadKind::given_name, 0, 1, 1});
  b.add_name({}, {PayloadKind::given_name, 0, 1, 1});
  const Lexicon lexicon = opened(b.bytes(0));
  EXPECT_EQ(lexicon.payloads_of(lexicon.trie_step(0, lexicon.name_word(kBaghdad))).size(), 2U);
  EXPECT_TRUE(lexicon.payloads_of(0).empty());
}

TEST(Lexicon, KnowsItsClitics) {
  const Lexicon lexicon = opened(small_bytes());
  EXPECT_EQ(lexicon.lemma_text(lexicon.clitic(Clitic::wa)), "wa");
  EXPECT_FALSE(lexicon.clitic(Clitic::fa));
  EXPECT_EQ(lexicon.lemma_text(LemmaId::none()), "_");
}

TEST(Lexicon, SameAdditionsSameBytes) { EXPECT_EQ(small_bytes(), small_bytes()); }

TEST(Lexicon, OpensAFile) {
  const auto path = std::filesystem::temp_directory_path() / ("isnad_lexicon_test." + std::to_string(getpid()));
  ASSERT_TRUE(write_file(path.string(), small_bytes()).ok());
  auto lexicon = Lexicon::open(path.string());
  ASSERT_TRUE(lexicon.ok()) << lexicon.error().message();
  const Lexicon moved = std::move(*lexicon);
  EXPECT_EQ(moved.find(folded(kAn)).size(), 1U) << "views survive a move";
  std::filesystem::remove(path);
  const auto missing = Lexicon::open(path.string());
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.error().message().find(path.string()), std::string::npos);
}

// ---- Spellings

TEST(Spelling, TwoBitsForEachLetterThatFoldingMerges) {
  EXPECT_EQ(spelling_of(Spelling{}), 0U);
  EXPECT_EQ(spelling_of(Spelling{kBa, kTa}), 0U);
  EXPECT_EQ(spelling_of(Spelling{kAlifHamzaAbove}), 1U);
  EXPECT_EQ(spelling_of(Spelling{kAlifHamzaBelow}), 2U);
  EXPECT_EQ(spelling_of(Spelling{kAlifMadda}), 3U);
  EXPECT_EQ(spelling_of(kIla), 0b0110U);
  EXPECT_EQ(spelling_of(Spelling{kAlif, kTaMarbuta}), 0b0100U);
}

TEST(Spelling, OnlyTheFirstSixteenCount) {
  EXPECT_EQ(spelling_of(Spelling(16, kAlifMadda)), UINT32_MAX);
  EXPECT_EQ(spelling_of(Spelling(40, kAlifMadda)), UINT32_MAX);
}

TEST(Spelling, WhatIsLeftOutCostsLessThanWhatContradicts) {
  const uint32_t above = spelling_of(Spelling{kAlifHamzaAbove}), below = spelling_of(Spelling{kAlifHamzaBelow});
  EXPECT_EQ(spelling_distance(above, above), 0);
  EXPECT_EQ(spelling_distance(0, above), 1);
  EXPECT_EQ(spelling_distance(above, 0), 3);
  EXPECT_EQ(spelling_distance(above, below), 3);
  EXPECT_EQ(spelling_distance(0, spelling_of(kIla)), 2);
  EXPECT_EQ(spelling_distance(UINT32_MAX, 0), 48);
}

// ---- Damaged images

TEST(Damaged, EveryTruncation) {
  const std::string bytes = small_bytes();
  ASSERT_EQ(trouble(bytes), "");
  for (size_t size = 0; size < bytes.size(); ++size) EXPECT_NE(trouble(bytes.substr(0, size)), "") << size << " bytes";
}

/// A file cut short whose header and checksum fit what is left.
TEST(Damaged, EverySealedTruncation) {
  const std::string bytes = small_bytes();
  const auto last = load<SectionEntry>(bytes, entry_at(bytes, SectionId::senses));
  for (size_t size = sizeof(ImageHeader); size < last.offset + last.count * last.element; ++size) {
    std::string cut = bytes.substr(0, size);
    store(cut, offsetof(ImageHeader, bytes), uint64_t(size));
    seal(cut);
    EXPECT_NE(trouble(cut), "") << size << " bytes";
  }
}

TEST(Damaged, Longer) { EXPECT_NE(trouble(small_bytes() + '\0'), ""); }

TEST(Damaged, EveryFlippedByteAfterTheHeader) {
  const std::string bytes = small_bytes();
  for (size_t at = sizeof(ImageHeader); at < bytes.size(); ++at)
    for (const int mask : {1, 0x80, 0xFF}) {
      std::string bad = bytes;
      bad[at] = char(bad[at] ^ mask);
      EXPECT_NE(trouble(bad).find("checksum"), std::string::npos) << at;
    }
}

TEST(Damaged, EveryFlippedBitOfTheHeader) {
  const std::string bytes = small_bytes();
  for (size_t at = 0; at < sizeof(ImageHeader); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string bad = bytes;
      bad[at] = char(bad[at] ^ (1 << bit));
      EXPECT_NE(trouble(bad), "") << "byte " << at << ", bit " << bit;
    }
}

/// Whatever stands in the header: an image or an error.
TEST(Damaged, AnyHeaderIsReadWithoutHarm) {
  const std::string bytes = small_bytes();
  for (size_t at = 0; at < sizeof(ImageHeader); ++at)
    for (int value = 0; value < 256; ++value) {
      std::string bad = bytes;
      bad[at] = char(value);
      (void)trouble(bad);
      seal(bad);
      (void)trouble(bad);
    }
}

TEST(Damaged, SaysWhatIsWrongWithTheHeader) {
  const auto with = [](size_t at, uint32_t value) {
    std::string bytes = small_bytes();
    store(bytes, at, value);
    return trouble(bytes);
  };
  EXPECT_NE(with(0, 0).find("not a lexicon image"), std::string::npos);
  EXPECT_NE(with(offsetof(ImageHeader, version), kImageVersion + 1).find("version 7, this program reads 6"), std::string::npos);
  EXPECT_NE(with(offsetof(ImageHeader, endian), 0x04030201).find("byte order"), std::string::npos);
  EXPECT_NE(with(offsetof(ImageHeader, bytes), 7).find("header says 7"), std::string::npos);
  EXPECT_NE(with(offsetof(ImageHeader, checksum), 7).find("checksum"), std::string::npos);
  EXPECT_NE(trouble("").find("too short"), std::string::npos);
  for (const uint32_t sections : {999U, 1001U, 1U << 31, UINT32_MAX}) {
    std::string bytes = small_bytes();
    store(bytes, offsetof(ImageHeader, sections), sections);
    seal(bytes);
    EXPECT_NE(trouble(bytes).find("section table"), std::string::npos) << sections;
  }
}

TEST(Damaged, SectionTable) {
  const std::string bytes = small_bytes();
  const auto with = [&](SectionId id, const std::function<void(SectionEntry&)>& change) {
    std::string bad = bytes;
    const size_t at = entry_at(bad, id);
    auto e = load<SectionEntry>(bad, at);
    change(e);
    store(bad, at, e);
    seal(bad);
    return trouble(bad);
  };
  for (uint32_t i = 1; i <= uint32_t(SectionId::senses); ++i) {
    const auto id = SectionId(i);
    EXPECT_NE(with(id, [](SectionEntry& e) { e.offset = UINT64_MAX / 16 * 16; }), "") << i;
    EXPECT_NE(with(id, [](SectionEntry& e) { e.offset += 8; }), "") << i;
    EXPECT_NE(with(id, [](SectionEntry& e) { e.count = UINT64_MAX; }), "") << i;
    EXPECT_NE(with(id, [](SectionEntry& e) { e.count = uint64_t{1} << 61; }), "") << i;
    EXPECT_NE(with(id, [](SectionEntry& e) { e.element = 0; }), "") << i;
    if (id == SectionId::strings) continue;
    EXPECT_NE(with(id, [](SectionEntry& e) { e.element += 4, e.count = 0; }).find("elements of"), std::string::npos) << i;
  }
  EXPECT_NE(with(SectionId::event_types, [](SectionEntry& e) { e.count -= 1; }), "");
  EXPECT_NE(with(SectionId::trie_nodes, [](SectionEntry& e) { e.count = 0; }), "");
}

/// Every section emptied in turn, the checksum made good: an image or an error, and look-ups that end.
TEST(Damaged, EmptiedSections) {
  const std::string bytes = small_bytes();
  for (uint32_t i = 1; i <= uint32_t(SectionId::senses); ++i) {
    std::string bad = bytes;
    store(bad, entry_at(bad, SectionId(i)) + offsetof(SectionEntry, count), uint64_t{0});
    seal(bad);
    const auto lexicon = Lexicon::from_bytes(bad);
    if (!lexicon) continue;
    (void)lexicon->find(folded(kIla));
    (void)lexicon->trie_step(0, lexicon->name_word(kBaghdad));
  }
}

/// Something that a compiler with a bug could have written.
struct Mistake {
  const char* name;
  void (*make)(ImageBuilder&);
};

FormEntry entry_of(Features f) {
  FormEntry e = entry(0, kBaghdad);
  e.features = f;
  return e;
}

void add_payload(ImageBuilder& b, PayloadKind kind, uint32_t index) { b.add_name({kNew}, Payload{kind, index, 0, 0}); }

constexpr Slice kBeyond{0, 1000}, kWraps{UINT32_MAX, 2};
constexpr Str kFarStr{UINT32_MAX - 1, 1}, kLongStr{0, UINT32_MAX};

const Mistake kMistakes[] = {
    {"lemma.text", [](ImageBuilder& b) { b.lemmas[0].text = kFarStr; }},
    {"lemma.root", [](ImageBuilder& b) { b.lemmas[0].root = kLongStr; }},
    {"lemma.base", [](ImageBuilder& b) { b.lemmas[0].base = 3; }},
    {"lemma.country", [](ImageBuilder& b) { b.lemmas[0].country = 1; }},
    {"lemma.frames", [](ImageBuilder& b) { b.lemmas[0].frames = kBeyond; }},
    {"lemma.frames wraps", [](ImageBuilder& b) { b.lemmas[0].frames = kWraps; }},
    {"lemma.upos", [](ImageBuilder& b) { b.lemmas[0].upos = Upos::count_; }},
    {"lemma.function", [](ImageBuilder& b) { b.lemmas[0].function = Function::count_; }},
    {"lemma.sector", [](ImageBuilder& b) { b.lemmas[0].sector = Sector::count_; }},
    {"form.lemma", [](ImageBuilder& b) { b.add_form(kBaghdad, entry(3, kBaghdad)); }},
    {"form.upos", [](ImageBuilder& b) { b.add_form(kBaghdad, entry_of(Features{}.with(Upos(30)))); }},
    {"payload.actor", [](ImageBuilder& b) { add_payload(b, PayloadKind::actor, 1); }},
    {"payload.country", [](ImageBuilder& b) { add_payload(b, PayloadKind::country, kNone); }},
    {"payload.place", [](ImageBuilder& b) { add_payload(b, PayloadKind::place, 1); }},
    {"payload.kind", [](ImageBuilder& b) { add_payload(b, PayloadKind::count_, 0); }},
    {"actor.id", [](ImageBuilder& b) { b.actors[0].id = kFarStr; }},
    {"actor.parent", [](ImageBuilder& b) { b.actors[0].parent = 1; }},
    {"actor.offices", [](ImageBuilder& b) { b.actors[0].offices = kBeyond; }},
    {"actor.affiliations", [](ImageBuilder& b) { b.actors[0].affiliations = kWraps; }},
    {"actor.sector", [](ImageBuilder& b) { b.actors[0].sector = Sector::count_; }},
    {"actor.kind", [](ImageBuilder& b) { b.actors[0].kind = EntityKind::count_; }},
    {"office.title", [](ImageBuilder& b) { b.offices[0].title_ar = kFarStr; }},
    {"office.sector", [](ImageBuilder& b) { b.offices[0].sector = Sector::count_; }},
    {"affiliation", [](ImageBuilder& b) { b.affiliations[0] = kLongStr; }},
    {"place.kind", [](ImageBuilder& b) { b.places[0].kind = kFarStr; }},
    {"country.iso3", [](ImageBuilder& b) { b.countries[0].iso3 = kFarStr; }},
    {"frame.id", [](ImageBuilder& b) { b.frames[0].id = kFarStr; }},
    {"frame.roles", [](ImageBuilder& b) { b.frames[0].roles = kBeyond; }},
    {"frame.with", [](ImageBuilder& b) { b.frames[0].with = kBeyond; }},
    {"frame.also", [](ImageBuilder& b) { b.frames[0].also = kBeyond; }},
    {"frame.without", [](ImageBuilder& b) { b.frames[0].without = kWraps; }},
    {"frame.required", [](ImageBuilder& b) { b.frames[0].required = kBeyond; }},
    {"frame.mode", [](ImageBuilder& b) { b.frames[0].mode = 2; }},
    {"frame.mode_by_content", [](ImageBuilder& b) { b.frames[0].mode_by_content[15] = 2; }},
    {"frame.event", [](ImageBuilder& b) { b.frames[0].event = EventType::count_; }},
    {"frame.status", [](ImageBuilder& b) { b.frames[0].status = 1 + uint8_t(EventStatus::count_); }},
    {"frame_ref", [](ImageBuilder& b) { b.frame_refs[0] = 1; }},
    {"role.alternatives", [](ImageBuilder& b) { b.frame_roles[0].alternatives = kBeyond; }},
    {"role.slot", [](ImageBuilder& b) { b.frame_roles[0].slot = Slot::count_; }},
    {"event_type.name", [](ImageBuilder& b) { b.event_types[15].name = kFarStr; }},
    {"event_type.future", [](ImageBuilder& b) { b.event_types[0].future = 17; }},
    {"event_types", [](ImageBuilder& b) { b.event_types.push_back({}); }},
    {"mode", [](ImageBuilder& b) { b.modes[0] = kLongStr; }},
    {"context", [](ImageBuilder& b) { b.contexts[0] = kLongStr; }},
    {"contexts", [](ImageBuilder& b) { b.contexts.resize(65); }},
    {"clitic", [](ImageBuilder& b) { b.clitics[1] = 3; }},
    {"example.text", [](ImageBuilder& b) { b.examples[0].text = kFarStr; }},
    {"example.frame", [](ImageBuilder& b) { b.examples[0].frame = 1; }},
    {"sense.lemma", [](ImageBuilder& b) { b.senses[0].lemma = 99; }},
    {"sense.near",
     [](ImageBuilder& b) {
       b.senses[0].near = {UINT32_MAX, 1};
     }},
};

TEST(Damaged, IndicesOutsideTheirSection) {
  for (const Mistake& m : kMistakes) {
    ImageBuilder b = small();
    m.make(b);
    EXPECT_NE(trouble(b.bytes(0)).find("outside its section"), std::string::npos) << m.name;
  }
}

/// Fields that the builder fills itself: 32 bits of a section set to `value`.
std::string with_word(SectionId id, size_t at, uint32_t value) {
  std::string bytes = small_bytes();
  store(bytes, load<SectionEntry>(bytes, entry_at(bytes, id)).offset + at, value);
  seal(bytes);
  return trouble(bytes);
}

TEST(Damaged, TablesOfFormsAndNames) {
  EXPECT_NE(with_word(SectionId::forms, offsetof(FormHead, letters), UINT32_MAX), "");
  EXPECT_NE(with_word(SectionId::forms, offsetof(FormHead, first_entry), 2), "");
  EXPECT_NE(with_word(SectionId::forms, offsetof(FormHead, entries), 0xFFFF), "");
  EXPECT_NE(with_word(SectionId::words, offsetof(FormHead, letters), UINT32_MAX), "");
  EXPECT_NE(with_word(SectionId::trie_nodes, 0, UINT32_MAX), "");
  EXPECT_NE(with_word(SectionId::trie_nodes, offsetof(TrieNode, payloads) + 4, UINT32_MAX), "");
  EXPECT_NE(with_word(SectionId::trie_edges, offsetof(TrieEdge, node), 1000), "");
}

TEST(Damaged, SlotsThatPointNowhere) {
  const std::string bytes = small_bytes();
  for (const auto id : {SectionId::form_slots, SectionId::word_slots}) {
    const auto e = load<SectionEntry>(bytes, entry_at(bytes, id));
    for (size_t i = 0; i < e.count; ++i) {
      EXPECT_NE(with_word(id, i * 8, UINT32_MAX), "") << i;
      EXPECT_NE(with_word(id, i * 8, 3), "") << i;
    }
  }
}

/// A table without an empty slot would make look-ups run for ever.
TEST(Damaged, FullSlots) {
  std::string bytes = small_bytes();
  const auto e = load<SectionEntry>(bytes, entry_at(bytes, SectionId::form_slots));
  for (size_t i = 0; i < e.count; ++i) store(bytes, e.offset + i * 8, uint64_t{1});
  seal(bytes);
  EXPECT_NE(trouble(bytes), "");
}

TEST(Damaged, SlotsOfAnOddNumber) {
  std::string bytes = small_bytes();
  const size_t at = entry_at(bytes, SectionId::form_slots) + offsetof(SectionEntry, count);
  store(bytes, at, load<uint64_t>(bytes, at) - 1);
  seal(bytes);
  EXPECT_NE(trouble(bytes), "");
}

}  // namespace
}  // namespace isnad
