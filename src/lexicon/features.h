// Morphological features of a word, packed into 32 bits. Names and values are Universal Dependencies'.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace isnad {

enum class Upos : uint8_t { none, noun, propn, adj, verb, aux, adv, adp, cconj, sconj, pron, det, num, part, intj, punct, sym, x, count_ };
inline constexpr std::array<std::string_view, 18> kUposNames{"_",     "NOUN", "PROPN", "ADJ", "VERB", "AUX",  "ADV",   "ADP", "CCONJ",
                                                             "SCONJ", "PRON", "DET",   "NUM", "PART", "INTJ", "PUNCT", "SYM", "X"};
static_assert(kUposNames.size() == size_t(Upos::count_), "every UPOS needs a name");

enum class Gender : uint8_t { none, masc, fem };
enum class Number : uint8_t { none, sing, dual, plur };
enum class Person : uint8_t { none, first, second, third };
enum class Aspect : uint8_t { none, perf, imp, command };
enum class Voice : uint8_t { none, act, pass };
enum class Mood : uint8_t { none, ind, sub, jus };
enum class Case : uint8_t { none, nom, acc, gen };  // only where writing shows it; acc also stands for acc-or-gen (duals, sound plurals)
enum class State : uint8_t { none, indef, def, construct };
enum class VerbForm : uint8_t { none, fin, active_participle, passive_participle, masdar };

/// What is known of a word's form. A field that writing doesn't show is `none`.
struct Features {
  uint32_t upos_ : 5 = 0;
  uint32_t gender_ : 2 = 0;
  uint32_t number_ : 2 = 0;
  uint32_t person_ : 2 = 0;
  uint32_t aspect_ : 2 = 0;
  uint32_t voice_ : 2 = 0;
  uint32_t mood_ : 2 = 0;
  uint32_t case_ : 2 = 0;
  uint32_t state_ : 2 = 0;
  uint32_t verb_form_ : 3 = 0;
  uint32_t unused_ : 8 = 0;

  [[nodiscard]] constexpr Upos upos() const { return Upos(upos_); }
  [[nodiscard]] constexpr Gender gender() const { return Gender(gender_); }
  [[nodiscard]] constexpr Number number() const { return Number(number_); }
  [[nodiscard]] constexpr Person person() const { return Person(person_); }
  [[nodiscard]] constexpr Aspect aspect() const { return Aspect(aspect_); }
  [[nodiscard]] constexpr Voice voice() const { return Voice(voice_); }
  [[nodiscard]] constexpr Mood mood() const { return Mood(mood_); }
  [[nodiscard]] constexpr Case kase() const { return Case(case_); }
  [[nodiscard]] constexpr State state() const { return State(state_); }
  [[nodiscard]] constexpr VerbForm verb_form() const { return VerbForm(verb_form_); }

  constexpr Features& with(Upos v) { return upos_ = uint32_t(v) & 31, *this; }
  constexpr Features& with(Gender v) { return gender_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(Number v) { return number_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(Person v) { return person_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(Aspect v) { return aspect_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(Voice v) { return voice_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(Mood v) { return mood_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(Case v) { return case_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(State v) { return state_ = uint32_t(v) & 3, *this; }
  constexpr Features& with(VerbForm v) { return verb_form_ = uint32_t(v) & 7, *this; }
  constexpr bool operator==(const Features&) const = default;
};
static_assert(sizeof(Features) == 4);

}  // namespace isnad
