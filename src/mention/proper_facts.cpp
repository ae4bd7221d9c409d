// What each token may be to a name, and the memory of the document.
#include "mention/proper_finder.h"

namespace isnad {

using namespace name_flag;

void ProperFinder::note_facts() {
  facts_.assign(text_.tokens.size(), NameFacts{});
  for (uint32_t t = 0; t < facts_.size(); ++t)
    if (text_.tokens[t].kind == TokenKind::word) note_token(t);
  note_matches();
  size_t slots = 64;
  while (slots < facts_.size() / 2) slots *= 2;  // few words are remembered
  out_.scratch.memory.assign(slots, RememberedName{});
}

void ProperFinder::note_token(uint32_t t) {
  NameFacts& f = facts_[t];
  const Token& token = text_.tokens[t];
  const Word& w = main(t);
  f.first = w.first;
  f.last = std::min(w.last, token.last);
  f.flags = kWord;
  const bool whole = f.first == token.first && f.last == token.last;
  uint16_t personal = personal_flags(t, f.first, f.last);
  if (!whole && !personal && w.features.upos() != Upos::propn) {
    personal = personal_flags(t, token.first, token.last);
    if (personal) f.first = token.first, f.last = token.last;
  }
  f.flags |= personal;
  if (f.first > token.first) f.flags |= kProclitic;
  if (f.last < token.last) f.flags |= kPronoun;
  if (w.article) f.flags |= kArticle;
  if (w.guess) f.flags |= kGuess;
  switch (w.features.upos()) {
    case Upos::propn:
    case Upos::x:
      f.flags |= kProper;
      break;
    case Upos::noun:
      f.flags |= kNoun;
      break;
    case Upos::adj:
      f.flags |= kAdjective;
      break;
    case Upos::verb:
    case Upos::aux:
      f.flags |= kVerb;
      break;
    default:
      break;
  }
  if (text_.letters[f.last - 1] == letter::kYa) f.flags |= kFinalYa;
  if (w.guess && ordinary(stem(t))) f.flags |= kOrdinary;
  if (f.flags & kPersonal) f.flags |= common(t);
}

/// Whether an unknown word has letters, endings or a prefix that transcribed foreign names seldom have.
bool ProperFinder::ordinary(LetterView w) {
  using namespace letter;
  if (w.size() < 3) return true;
  for (const Letter c : w)
    if (c == kDad || c == kZah || c == kSad || c == kAin || c == kHah || c == kTha || c == kDhal || c == kHamza || c == kYaHamza ||
        c == kWawHamza)
      return true;
  const Letter last = w[w.size() - 1], before = w[w.size() - 2];
  if (w.size() > 4 && (before == kHa && (last == kAlif || last == kMim))) return true;  // "their"
  if (w.size() > 4 && before == kTa && last == kHa) return true;
  if (before == kWaw && last == kAlif) return true;  // verbs of many
  const bool prefix = w[0] == kYa || w[0] == kTa || w[0] == kNun;
  const bool vowel = w[1] == kAlif || w[1] == kWaw || w[1] == kYa || (w[1] == kShin && w[0] == kTa);
  if (w.size() < 7 && prefix && !vowel) return true;                                      // imperfect verbs
  return w.size() > 5 && w[0] == kAlif && (w[1] == kNun || w[1] == kSin) && w[2] == kTa;  // istif'al
}

/// Whether the lexicon has the whole word as something else than a name, and as what.
uint16_t ProperFinder::common(uint32_t t) const {
  uint16_t out = has_article_letters(t) ? kCommon : 0;
  for (const FormEntry& e : lexicon_.find(stem(t))) {
    const Upos u = e.features.upos();
    if (u == Upos::propn) continue;
    out |= u == Upos::noun || u == Upos::adj || u == Upos::verb || u == Upos::num ? kCommon : uint16_t(kCommon | kParticle);
  }
  return out;
}

bool ProperFinder::has_article_letters(uint32_t t) const {
  const LetterView w = stem(t);
  return w.size() > 4 && w[0] == letter::kAlif && w[1] == letter::kLam;
}

void ProperFinder::note_matches() {
  for (uint32_t i = 0; i < out_.names.size(); ++i)
    for (uint32_t t = out_.names[i].first.value; t < out_.names[i].last.value; ++t) facts_[t].match = i;
}

/// What the letters alone are among personal names. Final ya and alif maqsura differ: the name Ali is no preposition.
uint16_t ProperFinder::personal_flags(uint32_t t, uint32_t first, uint32_t last) const {
  if (last - first < 2 || text_.letters[last - 1] == letter::kAlifMaqsura) {
    if (last - first < 4) return 0;
  }
  const uint32_t node = name_node(lexicon_, text_, words_, t, first, last);
  uint16_t out = 0;
  if (node == kNone) return out;
  for (const Payload& p : lexicon_.payloads_of(node)) {
    if (p.kind == PayloadKind::given_name) out |= kGiven;
    if (p.kind == PayloadKind::surname) out |= kSurname;
    if (p.kind == PayloadKind::teknonym) out |= kLinker;
  }
  return out;
}

uint32_t ProperFinder::hash_of(uint32_t t) const { return uint32_t(Lexicon::hash_of(stem(t))); }

/// The first use of a word with evidence decides.
void ProperFinder::remember(uint32_t t, ProperType type) {
  if (facts_[t].last - facts_[t].first < 3) return;
  std::vector<RememberedName>& memory = out_.scratch.memory;
  const uint32_t hash = hash_of(t);
  size_t at = hash & (memory.size() - 1);
  for (int i = 0; i < 8; ++i, at = (at + 1) & (memory.size() - 1)) {
    if (memory[at].type && memory[at].hash == hash) return;
    if (memory[at].type) continue;
    memory[at] = {hash, uint8_t(1 + uint8_t(type))};
    return;
  }
}

const RememberedName* ProperFinder::recall(uint32_t t) const {
  const std::vector<RememberedName>& memory = out_.scratch.memory;
  const uint32_t hash = hash_of(t);
  size_t at = hash & (memory.size() - 1);
  for (int i = 0; i < 8 && memory[at].type; ++i, at = (at + 1) & (memory.size() - 1))
    if (memory[at].hash == hash) return &memory[at];
  return nullptr;
}

}  // namespace isnad
