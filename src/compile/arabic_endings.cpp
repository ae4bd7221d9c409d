// Verb endings: the tables of persons, and the contractions of defective verbs.
#include "compile/arabic_endings.h"

namespace isnad::arabic {
namespace {

constexpr auto k1 = Person::first, k2 = Person::second, k3 = Person::third;
constexpr auto kM = Gender::masculine, kF = Gender::feminine, kAny = Gender::none;
constexpr auto kS = Number::singular, kD = Number::dual, kP = Number::plural;

// clang-format off
constexpr Ending kPerfect[] = {
    {k3, kM, kS, 0, "a", "", ""},     {k3, kF, kS, 0, "at", "", ""},   {k3, kM, kD, 0, "aa", "", ""},    {k3, kF, kD, 0, "ataa", "", ""},
    {k3, kM, kP, 0, "uuA", "", ""},   {k3, kF, kP, 0, "na", "", ""},   {k2, kM, kS, 0, "ta", "", ""},    {k2, kF, kS, 0, "ti", "", ""},
    {k2, kAny, kD, 0, "tumaa", "", ""}, {k2, kM, kP, 0, "tum", "", ""}, {k2, kF, kP, 0, "tunna", "", ""}, {k1, kAny, kS, 0, "tu", "", ""},
    {k1, kAny, kP, 0, "naa", "", ""},
};
constexpr Ending kImperfect[] = {
    {k3, kM, kS, 'y', "u", "a", ""},       {k3, kF, kS, 't', "u", "a", ""},        {k3, kM, kD, 'y', "aani", "aa", "aa"},
    {k3, kF, kD, 't', "aani", "aa", "aa"}, {k3, kM, kP, 'y', "uuna", "uuA", "uuA"}, {k3, kF, kP, 'y', "na", "na", "na"},
    {k2, kM, kS, 't', "u", "a", ""},       {k2, kF, kS, 't', "iina", "ii", "ii"},  {k2, kAny, kD, 't', "aani", "aa", "aa"},
    {k2, kM, kP, 't', "uuna", "uuA", "uuA"}, {k2, kF, kP, 't', "na", "na", "na"},  {k1, kAny, kS, '\'', "u", "a", ""},
    {k1, kAny, kP, 'n', "u", "a", ""},
};
// clang-format on

bool starts(std::string_view s, std::string_view with) { return s.substr(0, with.size()) == with; }

/// ... aya, awa: rama, ramat, ramayaa, ramaw, ramayta.
Sounds join_after_a(const Stem& s, std::string_view ending) {
  if (ending.empty()) return s.open + 'a';
  if (ending == "a" || ending == "u") return s.open + (s.weak == 'w' ? "aa" : "Y");
  if (starts(ending, "at")) return s.open + Sounds(ending);
  if (starts(ending, "uu")) return s.open + "aw" + Sounds(ending.substr(2));
  if (starts(ending, "ii")) return s.open + "ay" + Sounds(ending.substr(2));
  return s.open + 'a' + s.weak + Sounds(ending);
}

/// ... iya, uwa: baqiya, baquu, baqiita; yarmii, yad`uu, tarmiina.
Sounds join_after_i_or_u(const Stem& s, std::string_view ending) {
  const char glide = s.vowel == 'i' ? 'y' : 'w';
  if (ending.empty()) return s.open + s.vowel;
  if (starts(ending, "uu") || starts(ending, "ii")) return s.open + Sounds(ending);
  if (ending == "u") return s.open + s.vowel + s.vowel;
  if (ending[0] == 'a') return s.open + s.vowel + glide + Sounds(ending);
  return s.open + s.vowel + s.vowel + Sounds(ending);
}

}  // namespace

bool Stem::doubled() const {
  return !defective() && open != closed && open.size() > 1 && open.back() == open[open.size() - 2] && is_consonant(open.back());
}

Sounds join(const Stem& stem, std::string_view ending) {
  if (stem.vowel == 'a') return join_after_a(stem, ending);
  if (stem.defective()) return join_after_i_or_u(stem, ending);
  const bool open = !ending.empty() && is_vowel(ending.front());
  return (open ? stem.open : stem.closed) + '+' + Sounds(ending);
}

std::span<const Ending> perfect_endings() { return kPerfect; }
std::span<const Ending> imperfect_endings() { return kImperfect; }

}  // namespace isnad::arabic
