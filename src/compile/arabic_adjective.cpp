// Adjectives and participles: from an entry of adjectives.tsv to its forms.
#include "base/utf8.h"
#include "compile/arabic_inflect.h"
#include "compile/arabic_letters.h"
#include "compile/arabic_nominal.h"

namespace isnad::arabic {
namespace {

using namespace letter;

Features singular_of(Gender gender) {
  Features f;
  f.gender = gender;
  f.number = Number::singular;
  return f;
}

bool is_sound_marker(const Spelling& s) {
  return s.size() == 2 && ((s[0].letter == kWaw && s[1].letter == kNun) || (s[0].letter == kAlif && s[1].letter == kTa));
}

/// akthar: one form for both genders and all numbers, unless a feminine is given.
void add_elative(FormList& out, const Spelling& lemma) { add_word(out, lemma, Features(), Declension::diptote); }

void add_feminine(FormList& out, const Spelling& feminine) {
  add_word(out, feminine, singular_of(Gender::feminine), Declension::triptote);
  Spelling stem = feminine;
  if (stem.back().letter == kAlif) stem.back().letter = kAlifMaqsura;  // `ulya, dunya: alif only because of the ya before it
  add_dual(out, stem, Gender::feminine);
  add_sound_feminine(out, stem, Gender::feminine);
}

/// Elatives, colours, and fa`lan with a feminine in fa`la.
bool is_diptote(const Spelling& lemma, const Spelling& feminine) {
  return is_elative(lemma) || (lemma.back().letter == kNun && feminine.back().letter == kAlifMaqsura);
}

void add_masculine(FormList& out, const Spelling& lemma, Declension declension, bool has_sound_plural) {
  add_word(out, lemma, singular_of(Gender::masculine), declension);
  add_dual(out, lemma, Gender::masculine);
  if (has_sound_plural) add_sound_masculine(out, lemma, Gender::masculine);
}

void add_broken_plural(FormList& out, const Spelling& plural) {
  Features f;
  f.number = Number::plural;
  add_word(out, plural, f, is_diptote_plural(plural) ? Declension::diptote : Declension::triptote);
}

}  // namespace

Result<std::vector<Form>> inflect_adjective(const AdjectiveEntry& entry) {
  const auto lemma = read_word(entry.lemma, "lemma");
  if (!lemma) return lemma.error();
  const bool regular = entry.feminine.empty() || entry.feminine == "-";
  const Result<Spelling> feminine = regular ? Result<Spelling>(feminine_of(*lemma)) : read_word(entry.feminine, "feminine");
  if (!feminine) return feminine.error();
  std::vector<Spelling> broken;
  bool sound = entry.plurals.empty();
  for (const std::string& cell : entry.plurals) {
    const Result<Spelling> plural = cell == "-" ? Result<Spelling>(Spelling()) : read_word(cell, "plural");
    if (!plural) return plural.error();
    if (plural->empty() || is_sound_marker(*plural))
      sound = true;
    else
      broken.push_back(*plural);
  }
  FormList out;
  if (regular && is_elative(*lemma)) {
    add_elative(out, *lemma);
  } else {
    add_masculine(out, *lemma, is_diptote(*lemma, *feminine) ? Declension::diptote : Declension::triptote, sound);
    add_feminine(out, *feminine);
  }
  for (const Spelling& plural : broken) add_broken_plural(out, plural);
  return std::move(out).take();
}

}  // namespace isnad::arabic
