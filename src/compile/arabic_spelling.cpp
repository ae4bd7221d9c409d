// Spelling: parsing, comparing and printing vocalised words.
#include "compile/arabic_spelling.h"

#include "base/utf8.h"
#include "compile/arabic_inflect.h"
#include "compile/arabic_letters.h"

namespace isnad::arabic {
namespace {

using namespace letter;

bool is_vowel_mark(char32_t c) { return c >= kTanwinFath && c <= kKasra; }
bool is_dropped(char32_t c) { return c == kSukun || c == kTatweel || c == kSmallAlif; }
bool is_unmarked(const Cell& c) { return !c.shadda && c.vowel == 0; }

bool agree(const Cell& a, const Cell& b) {
  if (a.letter != b.letter) return false;
  if (is_unmarked(a) || is_unmarked(b)) return true;
  if (a.vowel != 0 && b.vowel != 0) return a == b;
  return true;  // a shadda alone, or a vowel alone, says nothing about the other mark
}

bool has_long_u(const Spelling& s, size_t hamza) {
  return s[hamza].vowel == kDamma && hamza + 1 < s.size() && s[hamza + 1].letter == kWaw && is_unmarked(s[hamza + 1]);
}

}  // namespace

Spelling parse_spelling(std::u32string_view text) {
  Spelling out;
  for (const char32_t c : text) {
    if (is_dropped(c)) continue;
    if (c == kShadda || is_vowel_mark(c)) {
      if (out.empty()) continue;
      if (c == kShadda)
        out.back().shadda = true;
      else
        out.back().vowel = c;
      continue;
    }
    out.push_back({c == kAlifWasla ? kAlif : c, false, 0});
  }
  return out;
}

std::u32string text_of(const Spelling& spelling) {
  std::u32string out;
  for (const Cell& c : spelling) {
    out += c.letter;
    if (c.vowel != 0) out += c.vowel;
    if (c.shadda) out += kShadda;
  }
  return out;
}

bool agree(const Spelling& a, const Spelling& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (!agree(a[i], b[i])) return false;
  }
  return true;
}

Spelling common_marks(const Spelling& a, const Spelling& b) {
  Spelling out = a;
  for (size_t i = 0; i < out.size(); ++i) {
    if (out[i].shadda != b[i].shadda) out[i].shadda = false;
    if (out[i].vowel != b[i].vowel) out[i].vowel = 0;
  }
  return out;
}

Before sound_before(const Spelling& spelling, size_t at) {
  if (at == 0) return Before::start;
  const Cell& c = spelling[at - 1];
  switch (c.vowel) {
    case kFatha:
      return Before::a;
    case kKasra:
      return Before::i;
    case kDamma:
      return Before::u;
    default:
      break;
  }
  if (c.shadda) return Before::closed;
  if (c.letter == kAlif || c.letter == kAlifMadda) return Before::long_a;
  if (c.letter == kYa) return Before::long_i;
  if (c.letter == kWaw) return Before::long_u;
  return Before::closed;
}

std::u32string with_egyptian_hamza(const Spelling& spelling) {
  Spelling out = spelling;
  bool found = false;
  for (size_t i = 1; i < out.size(); ++i) {
    if (out[i].letter != kWawHamza || !has_long_u(out, i)) continue;
    out[i].letter = joins_next(out[i - 1].letter) ? kYaHamza : kHamza;
    found = true;
  }
  return found ? text_of(out) : std::u32string();
}

std::u32string bare(std::u32string_view vocalised) {
  std::u32string out;
  for (const Cell& c : parse_spelling(vocalised)) out += c.letter;
  return out;
}

std::string canonical_lemma(std::string_view lemma) { return to_utf8(text_of(parse_spelling(to_utf32(lemma)))); }

bool compatible(std::u32string_view a, std::u32string_view b) { return agree(parse_spelling(a), parse_spelling(b)); }

}  // namespace isnad::arabic
