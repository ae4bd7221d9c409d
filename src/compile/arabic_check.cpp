// Checks of single words against the rules of spelling and against their root.
#include "compile/arabic_check.h"

#include "base/utf8.h"
#include "compile/arabic_letters.h"
#include "compile/arabic_spelling.h"

namespace isnad::arabic {
namespace {

using namespace letter;

bool is_letter(char32_t c) { return (c >= kHamza && c <= kGhain) || (c >= kFa && c <= kYa) || c == kAlifWasla; }
bool is_mark(char32_t c) { return (c >= kTanwinFath && c <= kSukun) || c == kSmallAlif || c == kTatweel; }
bool is_weak(char32_t c) { return c == kWaw || c == kYa; }

/// After a: written with fatha, or an alif that is itself long.
bool follows_a(const Spelling& s, size_t i) {
  const Cell& before = s[i - 1];
  return before.vowel == kFatha || before.letter == kAlif || before.letter == kAlifMadda;
}

/// The letters as radicals can be compared with them: doubled ones twice, hamza alone, without those that only carry a vowel's length.
std::u32string skeleton(const Spelling& s) {
  std::u32string out;
  for (const Cell& c : s) {
    const char32_t letter = c.letter == kAlifMadda || is_hamza(c.letter) ? kHamza : c.letter;
    out.append(c.shadda ? 2 : 1, letter);
  }
  return out;
}

/// A consonant, or a long vowel other than a, without a vowel; long a is told by what stands before it.
bool lacks_vowel(const Cell& c) { return c.vowel == 0 && c.letter != kAlif && c.letter != kAlifMaqsura && c.letter != kAlifMadda; }

bool matches(char32_t radical, char32_t letter) { return radical == letter || (radical == kDhal && letter == kDal); }

bool may_go(std::u32string_view radicals) {
  const char32_t first = radicals.front();
  return is_weak(first) || first == kHamza || (first == kHa && radicals.size() == 1);
}

bool stands_in(std::u32string_view radicals, std::u32string_view letters) {
  if (radicals.empty()) return true;
  if (may_go(radicals) && stands_in(radicals.substr(1), letters)) return true;
  for (size_t i = 0; i < letters.size(); ++i)
    if (matches(radicals.front(), letters[i]) && stands_in(radicals.substr(1), letters.substr(i + 1))) return true;
  return false;
}

}  // namespace

std::string spelling_fault(std::string_view word, bool has_root) {
  const std::u32string text = to_utf32(word);
  for (const char32_t c : text)
    if (!is_letter(c) && !is_mark(c)) return "holds '" + to_utf8(std::u32string(1, c)) + "', which is no Arabic letter";
  const Spelling s = parse_spelling(text);
  if (s.size() < 2) return "isn't a word";
  if (has_root && s[0].vowel == 0 && s[0].letter != kAlifMadda) return "has no vowel on its first letter";
  const auto quoted = [&](size_t i) { return "'" + to_utf8(std::u32string(1, s[i].letter)) + "'"; };
  for (size_t i = 1; i < s.size(); ++i) {
    const bool wants_a = s[i].letter == kAlif || s[i].letter == kAlifMaqsura || s[i].letter == kTaMarbuta;
    if (wants_a && !follows_a(s, i)) return "lacks the fatha before " + quoted(i);
    if (has_root && i + 1 < s.size() && lacks_vowel(s[i - 1]) && lacks_vowel(s[i]))
      return "lacks a vowel on " + quoted(i - 1) + " or " + quoted(i);
  }
  return {};
}

bool holds_root(std::string_view word, std::string_view root) {
  return stands_in(to_utf32(root), skeleton(parse_spelling(to_utf32(word))));
}

}  // namespace isnad::arabic
