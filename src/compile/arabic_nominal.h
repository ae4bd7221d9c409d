// Nominal endings: what nouns and adjectives share. Singulars, duals and sound plurals of one spelling.
#pragma once

#include <string_view>

#include "compile/arabic_forms.h"
#include "compile/arabic_spelling.h"

namespace isnad::arabic {

/// Whether the indefinite accusative is written with an alif, where the ending allows one.
enum class Declension : uint8_t { triptote, diptote };

/// mafa`il, mafa`iil, mawadd, aradi: plurals without tanwin.
bool is_diptote_plural(const Spelling& word);
/// af`al, aqall, a`la: elatives and colours; not awwal.
bool is_elative(const Spelling& word);
/// Ends in ya after i that drops in the indefinite (qadi -> qadin); loanwords in -i don't count.
bool is_defective(const Spelling& word);
/// A plural in -at that goes like muslimat and not like aswat; `singular` decides.
bool is_sound_feminine(const Spelling& plural, const Spelling& singular);
/// A plural in -un that goes like muslimun and not like `uyun; `singular` decides.
bool is_sound_masculine(const Spelling& plural, const Spelling& singular);

/// A cell as a word. Errors: fewer than two letters; `what` names the cell.
Result<Spelling> read_word(std::string_view cell, std::string_view name);

/// The feminine in ta marbuta.
Spelling feminine_of(const Spelling& word);

/// All spellings of a singular or a broken plural; `features` gives gender and number.
void add_word(FormList& out, const Spelling& word, const Features& features, Declension declension);
/// A sound feminine plural given whole.
void add_plural_in_at(FormList& out, const Spelling& plural, Gender gender);

// Of the singular `word`:
void add_dual(FormList& out, const Spelling& word, Gender gender);
void add_sound_masculine(FormList& out, const Spelling& word, Gender gender);
void add_sound_feminine(FormList& out, const Spelling& word, Gender gender);

/// ab, ax, ham: their long vowels before a noun or pronoun, and their dual; fu: its long vowels.
bool is_five_noun(const Spelling& word);
void add_five_noun(FormList& out, const Spelling& word);

}  // namespace isnad::arabic
