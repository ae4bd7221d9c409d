// Derivation of words from words: relational adjectives, abstract nouns, elatives, nouns of unit. Which words of the language follow from
// a lemma by rule?
//
// Used when knowledge is compiled. Lemmas come in and go out as UTF-8 in the spelling of knowledge/README.md, canonical. All functions are
// pure. What they return is empty where a word has no such derivation, or none that follows from its shape. Rules: Wright, A Grammar of the
// Arabic Language, I, on relative adjectives, nouns of superiority, nouns of unity and abstract nouns of quality; usage of today's press
// where it differs.
#pragma once

#include <string>
#include <string_view>

namespace isnad::arabic {

/// The relational adjective of a noun or a broken plural: madrasa -> madrasiyy, tarbiya -> tarbawiyy, sama' -> samawiyy, ma`na ->
/// ma`nawiyy. None for what is relational already, for defective nouns, and for long nouns in alif.
std::string nisba(std::string_view noun, bool feminine);

/// The relational adjective of a place's name as it is written, unvocalised; the article and the endings -iya, -ya, -a are dropped.
std::string nisba_of_name(std::string_view name);

/// The abstract noun in -iyya of a relational adjective, an adjective or a participle.
std::string abstract_noun(std::string_view adjective);

/// The elative of an adjective of three radicals: kabir -> akbar, shadid -> ashadd, qawiyy -> aqwa, bariz -> abraz.
std::string elative(std::string_view adjective);

/// The noun of one act: darb -> darba. Only of verbal nouns of the shape fa`l.
std::string unit_noun(std::string_view masdar);

}  // namespace isnad::arabic
