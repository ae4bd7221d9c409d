// Inflection: from an entry of verbs.tsv, nouns.tsv or adjectives.tsv to every written form of the word.
//
// Used when knowledge is compiled, never at run time. Lemmas come in and go out as UTF-8 in the spelling of knowledge/README.md;
// written forms are code points. All functions are pure and may be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace isnad::arabic {

enum class Aspect : uint8_t { none, perfect, imperfect, imperative };
enum class Voice : uint8_t { none, active, passive };
enum class Mood : uint8_t { none, indicative, subjunctive, jussive };
enum class Person : uint8_t { none, first, second, third };
enum class Gender : uint8_t { none, masculine, feminine };  // none: either, as the spelling doesn't tell
enum class Number : uint8_t { none, singular, dual, plural };
enum class Case : uint8_t { none, nominative, accusative, genitive, oblique };  // none: any; oblique: accusative or genitive
/// Where a nominal spelling may stand. any: everywhere; indefinite: without article and not annexing (kitaban); absolute: not
/// annexing (muslimun); construct: only before an annexed noun or a pronoun (muslimu).
enum class State : uint8_t { any, indefinite, absolute, construct };

std::string_view name(Aspect v);
std::string_view name(Voice v);
std::string_view name(Mood v);
std::string_view name(Person v);
std::string_view name(Gender v);
std::string_view name(Number v);
std::string_view name(Case v);
std::string_view name(State v);

/// What a spelling says. Nominals leave aspect, voice, mood and person at `none`; verbs leave case and state alone.
struct Features {
  Aspect aspect = Aspect::none;
  Voice voice = Voice::none;
  Mood mood = Mood::none;
  Person person = Person::none;
  Gender gender = Gender::none;
  Number number = Number::none;
  Case grammatical_case = Case::none;
  State state = State::any;
  auto operator<=>(const Features&) const = default;
};

/// One written form. `surface` is vocalised as the lemmas are (no sukun; a short vowel before a long one), with exact hamza seats and
/// inflectional affixes, without proclitics and article; marks are in Unicode's canonical order, the vowel before the shadda. Verbs carry
/// their final mood vowel, nominals no case vowel. The written form without diacritics is `bare(surface)`.
///
/// Passives take no pronoun here: those of verbs with two objects are too rare to pay for the ambiguity. Before the pronoun -i, my, a final
/// hamza has its genitive form (shuraka'i). Indefinite accusatives carry their tanwin before the alif; texts often put it on the alif.
struct Form {
  std::u32string surface;
  Features features;
  bool takes_pronoun = false;  // an object or possessive pronoun may follow
  bool needs_pronoun = false;  // occurs only with a pronoun: madrasat-, katabu-, rama-; implies takes_pronoun
  bool takes_article = false;  // al- may precede
  bool variant = false;        // a tolerated second spelling; the other one with these features is the norm
  auto operator<=>(const Form&) const = default;
};

// ---- verbs ------------------------------------------------------------------------------------------------------------------

/// A line of verbs.tsv, cells as they stand there.
struct VerbEntry {
  std::string lemma;                 // perfect, third person masculine singular, vocalised
  std::string root;                  // three or four radicals
  std::string form;                  // I ... X, QI, QII, QIII, QIV
  std::string imperfect;             // form I: a, i, u or several by |; else - or empty
  std::vector<std::string> masdars;  // empty: the regular one
};

struct VerbParadigm {
  std::vector<Form> forms;           // finite forms, in a fixed order, without duplicates
  std::vector<std::string> masdars;  // lemmas: those of the entry, or the regular ones
  std::string active_participle;     // lemma for inflect_adjective; defective ones end in ya (qadi); empty: has none (laysa)
  std::string passive_participle;    // lemma; defective ones end in alif maqsura or -iyy; empty: has none
};

/// All finite forms of a verb. Errors: an entry that contradicts itself (unknown form, wrong number of radicals, imperfect missing
/// or superfluous, a lemma that isn't the generated perfect); `what` says which cell and what was expected; file and line are empty.
Result<VerbParadigm> conjugate(const VerbEntry& entry);

// ---- nouns and adjectives ---------------------------------------------------------------------------------------------------

/// A line of nouns.tsv.
struct NounEntry {
  std::string lemma;                 // indefinite singular, vocalised; defective ones with their ya
  std::string gender;                // m or f
  std::vector<std::string> plurals;  // sound: waw-nun or alif-ta as written in the file; else broken, vocalised; empty: none
  bool plural_only = false;          // class `plural`: the lemma is itself a plural
};

/// A line of adjectives.tsv. `feminine` empty or "-": regular, and for the shapes af`al, af`a, aqall none: these elatives then have one
/// form for both genders (akthar), so adjectives of that shape with a feminine name it (ahmar, hamra'; armal, armala). `plurals` empty:
/// sound.
struct AdjectiveEntry {
  std::string lemma;
  std::string feminine;
  std::vector<std::string> plurals;
};

/// All written forms of a noun. Errors: empty or unvocalisable lemma, unknown gender.
Result<std::vector<Form>> inflect_noun(const NounEntry& entry);

/// All written forms of an adjective or participle; `gender` and `number` of each form are those of the adjective.
Result<std::vector<Form>> inflect_adjective(const AdjectiveEntry& entry);

/// The noun entry of a masdar lemma: gender by its ending, sound feminine plural.
NounEntry masdar_entry(std::string_view lemma);

// ---- spelling ---------------------------------------------------------------------------------------------------------------

/// A lemma with its marks in canonical order and without sukun and tatweel: what lemmas must be compared by, as files mix both orders.
/// All lemmas that this header gives are canonical.
std::string canonical_lemma(std::string_view lemma);

/// A spelling without diacritics (short vowels, tanwin, shadda, sukun, superscript alif) and tatweel.
std::u32string bare(std::u32string_view vocalised);

/// True if two vocalised spellings of the same letters don't contradict each other: where both carry marks on a letter, the marks agree.
bool compatible(std::u32string_view a, std::u32string_view b);

}  // namespace isnad::arabic
