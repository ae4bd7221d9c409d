// Nouns: from an entry of nouns.tsv to its forms.
#include "base/utf8.h"
#include "compile/arabic_inflect.h"
#include "compile/arabic_letters.h"
#include "compile/arabic_nominal.h"

namespace isnad::arabic {
namespace {

using namespace letter;

bool is_cell(const Spelling& s, char32_t first, char32_t second) { return s.size() == 2 && s[0].letter == first && s[1].letter == second; }

Result<Gender> read_gender(const NounEntry& entry) {
  if (entry.gender == "m") return Gender::masculine;
  if (entry.gender == "f") return Gender::feminine;
  return entry_error("unknown gender '" + entry.gender + "'", "m or f");
}

/// banun, not ibnun.
Spelling sound_masculine_base(const Spelling& lemma) {
  const bool is_ibn = lemma.size() == 3 && lemma[0].letter == kAlif && lemma[1].letter == kBa && lemma[2].letter == kNun;
  if (!is_ibn) return lemma;
  return {{kBa, false, kFatha}, {kNun, false, 0}};
}

void add_given_plural(FormList& out, const Spelling& plural, const Spelling& lemma, Gender gender) {
  Features f;
  f.gender = gender;
  f.number = Number::plural;
  if (is_sound_feminine(plural, lemma)) return add_plural_in_at(out, plural, gender);
  if (is_sound_masculine(plural, lemma)) {
    return add_sound_masculine(out, Spelling(plural.begin(), plural.end() - 2), gender);
  }
  add_word(out, plural, f, is_diptote_plural(plural) ? Declension::diptote : Declension::triptote);
}

void add_plural(FormList& out, const Spelling& plural, const Spelling& lemma, Gender gender) {
  if (is_cell(plural, kWaw, kNun))
    add_sound_masculine(out, sound_masculine_base(lemma), gender);
  else if (is_cell(plural, kAlif, kTa))
    add_sound_feminine(out, lemma, gender);
  else
    add_given_plural(out, plural, lemma, gender);
}

/// dhu: only before a noun, in three cases and three numbers.
bool is_dhu(const Spelling& lemma) { return is_cell(lemma, kDhal, kWaw); }

void add_dhu(FormList& out) {
  struct Row {
    Number number;
    Case grammatical_case;
    std::u32string_view spelling;
  };
  constexpr Row kRows[] = {{Number::singular, Case::nominative, U"\u0630\u064F\u0648"},
                           {Number::singular, Case::accusative, U"\u0630\u064E\u0627"},
                           {Number::singular, Case::genitive, U"\u0630\u0650\u064A"},
                           {Number::dual, Case::nominative, U"\u0630\u064E\u0648\u064E\u0627"},
                           {Number::dual, Case::oblique, U"\u0630\u064E\u0648\u064E\u064A"},
                           {Number::plural, Case::nominative, U"\u0630\u064E\u0648\u064F\u0648"},
                           {Number::plural, Case::oblique, U"\u0630\u064E\u0648\u0650\u064A"}};
  for (const Row& row : kRows) {
    Form f;
    f.surface = row.spelling;
    f.features.gender = Gender::masculine;
    f.features.number = row.number;
    f.features.grammatical_case = row.grammatical_case;
    f.features.state = State::construct;
    out.add(std::move(f));
  }
}

void add_singular(FormList& out, const Spelling& lemma, Gender gender) {
  if (is_five_noun(lemma)) return add_five_noun(out, lemma);
  Features f;
  f.gender = gender;
  f.number = Number::singular;
  add_word(out, lemma, f, Declension::triptote);
  add_dual(out, lemma, gender);
}

}  // namespace

Result<std::vector<Form>> inflect_noun(const NounEntry& entry) {
  const auto gender = read_gender(entry);
  if (!gender) return gender.error();
  const auto lemma = read_word(entry.lemma, "lemma");
  if (!lemma) return lemma.error();
  FormList out;
  if (is_dhu(*lemma))
    add_dhu(out);
  else if (entry.plural_only)
    add_given_plural(out, *lemma, *lemma, *gender);
  else
    add_singular(out, *lemma, *gender);
  for (const std::string& cell : entry.plurals) {
    if (cell == "-") continue;
    const auto plural = read_word(cell, "plural");
    if (!plural) return plural.error();
    add_plural(out, *plural, *lemma, *gender);
  }
  return std::move(out).take();
}

NounEntry masdar_entry(std::string_view lemma) {
  const Spelling s = parse_spelling(to_utf32(lemma));
  NounEntry entry;
  entry.lemma = canonical_lemma(lemma);
  entry.gender = !s.empty() && s.back().letter == kTaMarbuta ? "f" : "m";
  entry.plurals = {to_utf8(U"\u0627\u062A")};
  return entry;
}

}  // namespace isnad::arabic
