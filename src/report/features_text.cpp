// FEATS of CoNLL-U.
#include "report/features_text.h"

#include <array>

namespace isnad {
namespace {

template <size_t N>
void add(std::string& out, std::string_view key, const std::array<std::string_view, N>& names, size_t value) {
  if (value >= N || names[value].empty()) return;
  if (!out.empty()) out += '|';
  ((out += key) += '=') += names[value];
}

using Four = std::array<std::string_view, 4>;
constexpr Four kAspects{"", "Perf", "Imp", ""}, kCases{"", "Nom", "Acc", "Gen"}, kStates{"", "Ind", "Def", "Cons"},
    kMoods{"", "Ind", "Sub", "Jus"}, kNumbers{"", "Sing", "Dual", "Plur"}, kPersons{"", "1", "2", "3"};
constexpr std::array<std::string_view, 3> kGenders{"", "Masc", "Fem"}, kVoices{"", "Act", "Pass"};
constexpr std::array<std::string_view, 5> kVerbForms{"", "Fin", "Part", "Part", "Vnoun"};

}  // namespace

std::string features_text(const Features& f) {
  std::string out;
  add(out, "Aspect", kAspects, f.aspect_);
  add(out, "Case", kCases, f.case_);
  add(out, "Definite", kStates, f.state_);
  add(out, "Gender", kGenders, f.gender_);
  if (f.aspect() == Aspect::command)
    add(out, "Mood", Four{"Imp"}, 0);
  else
    add(out, "Mood", kMoods, f.mood_);
  add(out, "Number", kNumbers, f.number_);
  add(out, "Person", kPersons, f.person_);
  add(out, "VerbForm", kVerbForms, f.verb_form_);
  add(out, "Voice", kVoices, f.voice_);
  return out.empty() ? "_" : out;
}

}  // namespace isnad
