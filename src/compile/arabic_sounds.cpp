// Sounds: phonology common to all verbs, and spelling.
#include "compile/arabic_sounds.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compile/arabic_hamza.h"
#include "compile/arabic_letters.h"
#include "compile/arabic_spelling.h"

namespace isnad::arabic {
namespace {

using namespace letter;

constexpr std::array<std::pair<char, char32_t>, 29> kConsonants{{
    {'\'', kHamza}, {'b', kBa},  {'t', kTa},    {'v', kTha}, {'j', kJim},       {'H', kHah}, {'x', kKhah}, {'d', kDal},
    {'*', kDhal},   {'r', kRa},  {'z', kZay},   {'s', kSin}, {'$', kShin},      {'S', kSad}, {'D', kDad},  {'T', kTah},
    {'Z', kZah},    {'E', kAin}, {'g', kGhain}, {'f', kFa},  {'q', kQaf},       {'k', kKaf}, {'l', kLam},  {'m', kMim},
    {'n', kNun},    {'h', kHa},  {'w', kWaw},   {'y', kYa},  {'p', kTaMarbuta},
}};

char32_t letter_of(char sound) {
  const auto* it = std::find_if(kConsonants.begin(), kConsonants.end(), [&](const auto& p) { return p.first == sound; });
  return it == kConsonants.end() ? 0 : it->second;
}

char32_t mark_of_vowel(char v) { return v == 'a' ? kFatha : v == 'i' ? kKasra : kDamma; }
char32_t long_letter(char v) { return v == 'a' ? kAlif : v == 'i' ? kYa : kWaw; }

/// Writes one word, sound by sound.
class Speller {
 public:
  Speller(std::string_view sounds, Seats seats) : seats_(seats) {
    for (const char c : sounds) {
      if (c == '+')
        border_ = s_.size();
      else
        s_ += c;
    }
  }

  std::u32string run() {
    while (at_ < s_.size()) write_next();
    return std::move(out_);
  }

 private:
  char sound(size_t i) const { return i < s_.size() ? s_[i] : '\0'; }
  bool is_long(size_t i) const { return is_vowel(sound(i)) && sound(i) == sound(i + 1); }

  void write_next() {
    const char c = s_[at_];
    if (c == '\'')
      write_hamza();
    else if (is_vowel(c))
      write_vowel();
    else if (c == 'Y')
      write_maqsura();
    else if (c == '#')
      ++at_;
    else if (c == '<' || c == 'A')
      out_ += kAlif, ++at_;
    else
      write_consonant(letter_of(c));
  }

  void write_consonant(char32_t letter) {
    const char c = s_[at_++];
    out_ += letter;
    if (sound(at_) != c) return;
    out_ += kShadda;
    ++at_;
  }

  void write_vowel() {
    const char v = s_[at_];
    out_ += mark_of_vowel(v);
    ++at_;
    if (sound(at_) != v) return;
    out_ += long_letter(v);
    ++at_;
  }

  void write_maqsura() {
    const bool final = at_ + 1 == s_.size();
    const bool after_ya = at_ > 0 && s_[at_ - 1] == 'y';
    out_ += kFatha;
    out_ += final && !after_ya ? kAlifMaqsura : kAlif;
    ++at_;
  }

  void write_hamza() {
    const size_t last = sound(at_ + 1) == '\'' ? at_ + 1 : at_;  // the second half of a doubled hamza
    const Before before = before_hamza(at_);
    After after = after_hamza(before, last + 1);
    if (keeps_seat(before, after, last + 1)) after = After::end;
    const char32_t seat = hamza_seat(before, after);
    out_ += seat;
    if (last != at_) out_ += kShadda;
    at_ = last + 1;
    if (seat == kAlifMadda) at_ += sound(at_) == 'Y' ? 1 : 2;
  }

  Before before_hamza(size_t i) const {
    if (i == 0) return Before::start;
    const char c = s_[i - 1];
    if (!is_vowel(c)) return Before::closed;
    const bool is_long_one = i > 1 && s_[i - 2] == c;
    if (c == 'a') return is_long_one ? Before::long_a : Before::a;
    if (c == 'i') return is_long_one ? Before::long_i : Before::i;
    return is_long_one ? Before::long_u : Before::u;
  }

  After after_hamza(Before before, size_t i) const {
    const char c = sound(i);
    if (c == '\0') return After::end;
    if (c == 'Y') return i + 1 == s_.size() ? After::a : After::long_a;
    if (!is_vowel(c)) return After::consonant;
    const bool is_last = i + 1 == s_.size();
    const bool after_long = before == Before::long_a || before == Before::long_i || before == Before::long_u;
    if (is_last && (i == border_ || after_long)) return After::end;  // a vowel of the stem still counts: lam yan'a
    if (c == 'a') return is_long(i) ? After::long_a : After::a;
    return c == 'i' ? After::i : After::u;
  }

  bool keeps_seat(Before before, After after, size_t border) const {
    if (seats_ == Seats::standard || border != border_) return false;
    if (after != After::u && after != After::long_a) return false;
    return before == Before::a || before == Before::long_a || before == Before::long_u;
  }

  std::string s_;
  size_t border_ = std::string::npos;
  Seats seats_;
  size_t at_ = 0;
  std::u32string out_;
};

/// Replaces a vowel and the weak consonant after it by the long vowel where no vowel, and not the same consonant, follows.
void smooth_glides(Sounds& s) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kGlides{{{"uw", "uu"}, {"iy", "ii"}, {"iw", "ii"}, {"uy", "uu"}}};
  for (size_t i = 0; i + 1 < s.size(); ++i) {
    const char next = i + 2 < s.size() ? s[i + 2] : '\0';
    if (is_vowel(next) || next == s[i + 1] || next == '+' || next == 'Y') continue;
    for (const auto& [from, to] : kGlides) {
      if (std::string_view(s).substr(i, 2) == from) s.replace(i, 2, to);
    }
  }
}

/// 'a' + ' without a vowel: the second hamza becomes the length of the vowel.
void smooth_hamzas(Sounds& s) {
  for (size_t i = 0; i + 3 < s.size(); ++i) {
    if (s[i] != '\'' || !is_vowel(s[i + 1]) || s[i + 2] != '\'') continue;
    if (is_vowel(s[i + 3]) || s[i + 3] == '\'' || s[i + 3] == '+' || s[i + 3] == 'Y') continue;
    s[i + 2] = s[i + 1];
  }
}

}  // namespace

bool is_vowel(char sound) { return sound == 'a' || sound == 'i' || sound == 'u'; }
bool is_weak(char sound) { return sound == 'w' || sound == 'y'; }
bool is_consonant(char sound) { return sound == '#' || (sound != 'p' && letter_of(sound) != 0); }

std::optional<char> sound_of(char32_t letter) {
  const auto* it = std::find_if(kConsonants.begin(), kConsonants.end(), [&](const auto& p) { return p.second == letter; });
  if (it == kConsonants.end() || it->first == 'p') return std::nullopt;
  return it->first;
}

Sounds smooth(std::string_view sounds) {
  Sounds s(sounds);
  smooth_hamzas(s);
  smooth_glides(s);
  return s;
}

std::u32string spell(std::string_view sounds, Seats seats) { return text_of(parse_spelling(Speller(sounds, seats).run())); }

}  // namespace isnad::arabic
