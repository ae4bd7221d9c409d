// What the parts of the compiler share: the image under construction, the index of lemmas, and the errors so far.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "compile/arabic_inflect.h"
#include "lexicon/image_builder.h"

namespace isnad {

/// Prior costs of analyses: how much less usual a reading is than the most usual one of its spelling (0).
namespace cost {
inline constexpr uint8_t kParticle = 0, kNoun = 6, kMasdar = 7, kAdjective = 7, kVerb = 8, kCopula = 2, kParticiple = 14, kNumber = 4,
                         kName = 16, kUnlistedName = 26, kDerived = 10, kDerivedSurname = 8, kDerivedQuality = 20, kDerivedRival = 26,
                         kDerivedName = 30, kDerivedLast = 38;
}

/// A word from which others may be derived by rule.
struct Derivable {
  uint32_t lemma = 0;
  std::vector<std::string> plurals;  // broken ones, spelled out
  bool plain_masdar = false;         // of form I
};

struct CompileContext {
  std::string folder;
  std::string cities;  // table of cities that the build made; empty: none
  ImageBuilder image;
  std::vector<Error> errors;
  std::map<std::string, uint32_t, std::less<>> verbs;  // by vocalised lemma; the first of homographs
  std::map<std::string, uint32_t, std::less<>> nouns;  // nouns and masdars
  std::map<std::string, uint32_t, std::less<>> adjectives;
  std::map<std::string, uint32_t, std::less<>> prepositions;  // by written form, folded
  std::map<std::string, uint32_t, std::less<>> country_of;    // by ISO code
  std::map<std::string, uint32_t, std::less<>> modes, contexts;
  std::map<std::string, Function, std::less<>> expressions;   // of ar/phrases.tsv, by their words without diacritics
  std::map<std::pair<std::string, Upos>, int> priors;         // ar/priors.tsv
  std::map<uint32_t, std::vector<uint32_t>> predicates;       // lemma -> frames
  std::vector<Derivable> derivable;                           // nouns, verbal nouns, adjectives and form I participles, in order
  std::vector<std::pair<std::string, uint32_t>> place_names;  // single words, with their country

  bool stopped = false;  // a whole file could not be read: what follows from it would only repeat that

  void fail(Error e) { errors.push_back(std::move(e)); }
  void unreadable(Error e) { fail(std::move(e)), stopped = true; }
  uint32_t add_lemma(std::string_view text, Upos upos);
  /// Adds a written form (UTF-8, possibly vocalised) of a lemma.
  void add_form(uint32_t lemma, std::string_view utf8, Features f, uint8_t attach, uint8_t cost);
  /// The verbs, nouns and adjectives of these names into lemma_lists; `unknown` hears which are no words.
  Slice add_lemma_list(const std::vector<std::string>& names, const std::function<void(const std::string&)>& unknown);
  /// Adds a name of several words, under its exact tokens.
  void add_name(std::string_view utf8, const Payload& payload);
  /// Gives single words of names an analysis as proper nouns, with and without their article. `gender`: of the name where it is one word.
  void add_proper_forms(std::string_view utf8, uint8_t cost, Gender gender = Gender::none);
};

// The parts, in the order in which they run. Each appends to context.errors and goes on.
void compile_priors(CompileContext& c);
void compile_particles(CompileContext& c);
void compile_verbs(CompileContext& c);
void compile_nouns(CompileContext& c);
void compile_adjectives(CompileContext& c);
void compile_government(CompileContext& c);
void compile_senses(CompileContext& c);
void compile_names(CompileContext& c);  // names, numbers, calendar, phrases, descriptions
void compile_countries(CompileContext& c);
void compile_actors(CompileContext& c);
void compile_places(CompileContext& c);
void compile_ontology(CompileContext& c);
void compile_derived(CompileContext& c);  // words that follow from all these by rule
void compile_codebook(CompileContext& c);

/// Whether a form of a derived adjective is kept: duals, and forms that only stand before a pronoun or a noun, are too rare to pay for
/// their room.
bool is_usual(const arabic::Form& f);

/// Finite and nominal forms as image entries.
Features features_of(const arabic::Features& f, Upos upos);
uint8_t attach_of(const arabic::Form& f);
/// Prior of a nominal form: duals, construct forms of adjectives, variants and spellings that lose a letter are rarer.
uint8_t nominal_cost(const arabic::Form& f, Features features, int base);

/// NounClass bits and sector from a class cell; unknown words are errors at file:line.
struct ClassCell {
  uint64_t classes = 0;
  Sector sector = Sector::none;
};
ClassCell parse_noun_classes(CompileContext& c, const std::string& file, int line, std::string_view cell);

}  // namespace isnad
