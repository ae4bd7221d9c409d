// Derivation by the shape of a word: the rules.
#include "compile/arabic_derive.h"

#include "base/utf8.h"
#include "compile/arabic_inflect.h"
#include "compile/arabic_letters.h"
#include "compile/arabic_nominal.h"
#include "compile/arabic_spelling.h"

namespace isnad::arabic {
namespace {

using namespace letter;

bool is_bare(const Cell& c) { return !c.shadda && c.vowel == 0; }
bool is_radical(const Cell& c) { return c.letter != kAlif && c.letter != kAlifMadda && c.letter != kAlifMaqsura && c.letter != kTaMarbuta; }
bool is_relational(const Spelling& s) { return s.back().letter == kYa && s.back().shadda; }
std::string utf8(const Spelling& s) { return canonical_lemma(to_utf8(text_of(s))); }

/// Ends in -iyy.
std::string with_iyy(Spelling s) {
  if (is_hamza(s.back().letter)) s.back().letter = hamza_seat(sound_before(s, s.size() - 1), After::i);
  s.back().vowel = kKasra;
  s.push_back({kYa, true, 0});
  return utf8(s);
}

/// Ends in -awiyy; the last letter gives way to waw.
std::string with_awiyy(Spelling s) {
  s.back() = {kWaw, false, 0};
  if (s[s.size() - 2].letter != kAlif) s[s.size() - 2].vowel = kFatha;
  return with_iyy(std::move(s));
}

/// Alif or alif maqsura at the end of the word.
std::string nisba_after_alif(Spelling s, bool ta_marbuta) {
  if (s.size() == 3 || (s.size() == 4 && !ta_marbuta)) return with_awiyy(std::move(s));  // fata, hayat; ma`na
  return {};
}

std::string nisba_after_ya(Spelling s) {
  const Cell before = s[s.size() - 2];
  if (before.vowel == kKasra && s.size() >= 4) return with_awiyy(std::move(s));                 // tarbiya
  if (is_bare(before) && s.size() == 3 && is_radical(before)) return with_awiyy(std::move(s));  // qarya
  return {};
}

Spelling elative_of(const Cell& a, const Cell& b, const Cell& c) {
  Spelling out{{kAlifHamza, false, kFatha}, {a.letter, false, 0}, {b.letter, false, kFatha}};
  if (b.letter == c.letter) {
    out[1].vowel = kFatha;
    out[2] = {b.letter, true, 0};
    return out;
  }
  if (c.letter == kYa)
    out.push_back({kAlifMaqsura, false, 0});
  else
    out.push_back({is_hamza(c.letter) ? kAlifHamza : c.letter, false, 0});
  return out;
}

}  // namespace

std::string nisba(std::string_view noun, bool feminine) {
  Spelling s = parse_spelling(to_utf32(noun));
  if (s.size() < 3 || is_relational(s)) return {};
  const bool ta_marbuta = s.back().letter == kTaMarbuta;
  if (ta_marbuta) s.pop_back();
  if (s.size() < 3 || is_relational(s)) return {};
  const char32_t last = s.back().letter;
  if (last == kAlif || last == kAlifMaqsura) return nisba_after_alif(std::move(s), ta_marbuta);
  if (last == kYa && !s.back().shadda) return ta_marbuta ? nisba_after_ya(std::move(s)) : std::string();
  if (!is_radical(s.back())) return {};
  if (feminine && !ta_marbuta && is_hamza(last) && s[s.size() - 2].letter == kAlif) return with_awiyy(std::move(s));
  return with_iyy(std::move(s));
}

std::string nisba_of_name(std::string_view name) {
  Spelling s = parse_spelling(to_utf32(name));
  if (s.size() > 4 && s[0].letter == kAlif && s[1].letter == kLam) s.erase(s.begin(), s.begin() + 2);
  const auto drop = [&](auto... letters) {
    if (s.size() > 3 && ((s.back().letter == letters) || ...)) s.pop_back();
  };
  drop(kTaMarbuta, kAlif, kAlifMaqsura);
  drop(kYa);
  if (s.size() < 4 || !is_radical(s.back()) || is_hamza(s.back().letter)) return {};
  return with_iyy(std::move(s));
}

std::string abstract_noun(std::string_view adjective) {
  Spelling s = parse_spelling(to_utf32(adjective));
  if (s.size() < 3 || !is_radical(s.back()) || is_defective(s)) return {};
  if (!is_relational(s)) s = parse_spelling(to_utf32(with_iyy(std::move(s))));
  s.back().vowel = kFatha;
  s.push_back({kTaMarbuta, false, 0});
  return utf8(s);
}

std::string elative(std::string_view adjective) {
  const Spelling s = parse_spelling(to_utf32(adjective));
  if (s.size() < 3 || s.size() > 4 || is_hamza(s[0].letter) || s[0].shadda || s[0].vowel != kFatha) return {};
  const Cell &a = s[0], &b = s[1];
  if (s.size() == 3) {
    const Cell& c = s[2];
    if (b.shadda || !is_radical(b) || !is_radical(c)) return {};
    if (b.vowel == kKasra && c.letter == kYa && c.shadda) return utf8(elative_of(a, b, c));                 // qawiyy
    if (b.vowel == kKasra && is_bare(c)) return utf8(elative_of(a, b, c));                                  // khatir
    if (is_bare(b) && is_bare(c) && b.letter != kYa && b.letter != kWaw) return utf8(elative_of(a, b, c));  // sahl
    return {};
  }
  const bool kabir = b.vowel == kKasra && !b.shadda && s[2].letter == kYa && is_bare(s[2]) && is_bare(s[3]);
  const bool bariz = b.letter == kAlif && s[2].vowel == kKasra && !s[2].shadda && is_bare(s[3]) && !is_hamza(s[2].letter);
  if (!is_radical(s[3]) || (bariz && s[3].letter == kYa)) return {};
  if (kabir) return utf8(elative_of(a, b, s[3]));
  return bariz ? utf8(elative_of(a, s[2], s[3])) : std::string();
}

std::string unit_noun(std::string_view masdar) {
  Spelling s = parse_spelling(to_utf32(masdar));
  if (s.size() != 3 || s[0].vowel != kFatha || !is_bare(s[1]) || !is_bare(s[2])) return {};
  if (!is_radical(s[0]) || !is_radical(s[1]) || !is_radical(s[2]) || is_hamza(s[2].letter)) return {};
  s[2].vowel = kFatha;
  s.push_back({kTaMarbuta, false, 0});
  return utf8(s);
}

}  // namespace isnad::arabic
