// Verb patterns: for each form and kind of root, the stems of a verb as strings over its radicals. A table, and nothing but it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace isnad::arabic {

enum class VerbForm : uint8_t { I, II, III, IV, V, VI, VII, VIII, IX, X, QI, QII, QIII, QIV, count_ };
constexpr std::array<std::string_view, 14> kFormNames{"I",    "II", "III", "IV", "V",   "VI",   "VII",
                                                      "VIII", "IX", "X",   "QI", "QII", "QIII", "QIV"};
static_assert(kFormNames.size() == size_t(VerbForm::count_), "every form needs a name");

/// Which roots a pattern is for. sound: every root, if the lemma fits; hollow: weak second radical, sound third; doubled: second and third
/// radical alike; seeing: ra'a and ara, which lose their hamza.
enum class Shape : uint8_t { sound, hollow, doubled, seeing };

/// One row. Sounds as in arabic_sounds.h, and 1 2 3 4: radicals; D: the first radical, lost in `yasilu`; 8: the first radical fused with
/// the t of form VIII; P V: vowels of the perfect and the imperfect of form I; C W: vowel of the shortened perfect and of the passive
/// participle of hollow verbs. Two stems by /: before an ending in a vowel, and before a consonant or nothing. Empty: doesn't occur.
/// Defective verbs use these rows too; their last vowel and radical are joined to the ending.
struct Pattern {
  VerbForm form;
  Shape shape;
  std::string_view perfect, perfect_passive, imperfect, imperfect_passive;
  std::string_view active_participle, passive_participle, masdar;
};

// clang-format off
constexpr Pattern kPatterns[] = {
  {VerbForm::I, Shape::seeing, "1a2P3", "1u2i3", "ya1V3", "yu1a3", "1aa2i3", "ma12uu3", ""},
  {VerbForm::I, Shape::hollow, "1aa3/1C3", "1ii3/1i3", "ya1VV3/ya1V3", "yu1aa3/yu1a3", "1aa'i3", "ma1WW3", ""},
  {VerbForm::I, Shape::doubled, "1a22/1a2P2", "1u22/1u2i2", "ya1V22/ya12V2", "yu1a22/yu12a2", "1aa22", "ma12uu2", ""},
  {VerbForm::I, Shape::sound, "1a2P3", "1u2i3", "yaD2V3", "yu12a3", "1aa2i3", "ma12uu3", ""},
  {VerbForm::II, Shape::sound, "1a22a3", "1u22i3", "yu1a22i3", "yu1a22a3", "mu1a22i3", "mu1a22a3", "ta12ii3"},
  {VerbForm::III, Shape::doubled, "1aa22/1aa2a2", "1uu22/1uu2i2", "yu1aa22/yu1aa2i2", "yu1aa22/yu1aa2a2", "mu1aa22", "mu1aa22", "mu1aa22ap"},
  {VerbForm::III, Shape::sound, "1aa2a3", "1uu2i3", "yu1aa2i3", "yu1aa2a3", "mu1aa2i3", "mu1aa2a3", "mu1aa2a3ap"},
  {VerbForm::IV, Shape::seeing, "'a1a3", "'u1i3", "yu1i3", "yu1a3", "mu1i3", "mu1a3", "'i1aa'ap"},
  {VerbForm::IV, Shape::hollow, "'a1aa3/'a1a3", "'u1ii3/'u1i3", "yu1ii3/yu1i3", "yu1aa3/yu1a3", "mu1ii3", "mu1aa3", "'i1aa3ap"},
  {VerbForm::IV, Shape::doubled, "'a1a22/'a12a2", "'u1i22/'u12i2", "yu1i22/yu12i2", "yu1a22/yu12a2", "mu1i22", "mu1a22", "'i12aa2"},
  {VerbForm::IV, Shape::sound, "'a12a3", "'u12i3", "yu12i3", "yu12a3", "mu12i3", "mu12a3", "'i12aa3"},
  {VerbForm::V, Shape::sound, "ta1a22a3", "tu1u22i3", "yata1a22a3", "yuta1a22a3", "muta1a22i3", "muta1a22a3", "ta1a22u3"},
  {VerbForm::V, Shape::sound, "<i11a22a3", "<u11u22i3", "ya11a22a3", "yu11a22a3", "mu11a22i3", "mu11a22a3", "<i11a22u3"},
  {VerbForm::VI, Shape::doubled, "ta1aa22/ta1aa2a2", "tu1uu22/tu1uu2i2", "yata1aa22/yata1aa2a2", "yuta1aa22/yuta1aa2a2", "muta1aa22", "muta1aa22", "ta1aa22"},
  {VerbForm::VI, Shape::sound, "ta1aa2a3", "tu1uu2i3", "yata1aa2a3", "yuta1aa2a3", "muta1aa2i3", "muta1aa2a3", "ta1aa2u3"},
  {VerbForm::VI, Shape::sound, "<i11aa2a3", "<u11uu2i3", "ya11aa2a3", "yu11aa2a3", "mu11aa2i3", "mu11aa2a3", "<i11aa2u3"},
  {VerbForm::VII, Shape::hollow, "<in1aa3/<in1a3", "", "yan1aa3/yan1a3", "", "mun1aa3", "mun1aa3", "<in1iyaa3"},
  {VerbForm::VII, Shape::doubled, "<in1a22/<in1a2a2", "", "yan1a22/yan1a2i2", "", "mun1a22", "mun1a22", "<in1i2aa2"},
  {VerbForm::VII, Shape::sound, "<in1a2a3", "", "yan1a2i3", "", "mun1a2i3", "mun1a2a3", "<in1i2aa3"},
  {VerbForm::VIII, Shape::hollow, "<i8aa3/<i8a3", "<u8ii3/<u8i3", "ya8aa3/ya8a3", "yu8aa3/yu8a3", "mu8aa3", "mu8aa3", "<i8iyaa3"},
  {VerbForm::VIII, Shape::doubled, "<i8a22/<i8a2a2", "<u8u22/<u8u2i2", "ya8a22/ya8a2i2", "yu8a22/yu8a2a2", "mu8a22", "mu8a22", "<i8i2aa2"},
  {VerbForm::VIII, Shape::sound, "<i8a2a3", "<u8u2i3", "ya8a2i3", "yu8a2a3", "mu8a2i3", "mu8a2a3", "<i8i2aa3"},
  {VerbForm::IX, Shape::sound, "<i12a33/<i12a3a3", "", "ya12a33/ya12a3i3", "", "mu12a33", "", "<i12i3aa3"},
  {VerbForm::X, Shape::hollow, "<ista1aa3/<ista1a3", "<ustu1ii3/<ustu1i3", "yasta1ii3/yasta1i3", "yusta1aa3/yusta1a3", "musta1ii3", "musta1aa3", "<isti1aa3ap"},
  {VerbForm::X, Shape::doubled, "<ista1a22/<ista12a2", "<ustu1i22/<ustu12i2", "yasta1i22/yasta12i2", "yusta1a22/yusta12a2", "musta1i22", "musta1a22", "<isti12aa2"},
  {VerbForm::X, Shape::sound, "<ista12a3", "<ustu12i3", "yasta12i3", "yusta12a3", "musta12i3", "musta12a3", "<isti12aa3"},
  {VerbForm::QI, Shape::sound, "1a23a4", "1u23i4", "yu1a23i4", "yu1a23a4", "mu1a23i4", "mu1a23a4", "1a23a4ap"},
  {VerbForm::QII, Shape::sound, "ta1a23a4", "tu1u23i4", "yata1a23a4", "yuta1a23a4", "muta1a23i4", "muta1a23a4", "ta1a23u4"},
  {VerbForm::QIII, Shape::sound, "<i12an3a4", "", "ya12an3i4", "", "mu12an3i4", "", "<i12in3aa4"},
  {VerbForm::QIV, Shape::sound, "<i12a3a44/<i12a34a4", "", "ya12a3i44/ya12a34i4", "", "mu12a3i44", "", "<i12i34aa4"},
};
// clang-format on

/// Form VIII: first radicals that change with the t, and what both become; several rows are alternatives. All others: radical, then t.
struct Fusion {
  char radical;
  std::string_view fused;
};
constexpr Fusion kFusions[] = {{'S', "ST"}, {'D', "DT"}, {'T', "TT"}, {'Z', "ZZ"}, {'Z', "ZT"}, {'d', "dd"},  {'*', "dd"}, {'*', "**"},
                               {'z', "zd"}, {'v', "vv"}, {'v', "vt"}, {'w', "tt"}, {'y', "tt"}, {'\'', "tt"}, {'\'', "'t"}};

}  // namespace isnad::arabic
