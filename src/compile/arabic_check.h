// What a vocalised word tells of its own correctness: is it spelled as lemmas are, and can it be of this root?
#pragma once

#include <string>
#include <string_view>

namespace isnad::arabic {

/// What is wrong with the spelling of a lemma, plural or masdar, for people; empty if nothing is. Found: characters that aren't Arabic, a
/// long a or a ta marbuta that doesn't follow a; and in a word that has a root: a first letter without its vowel, two vowels missing in a
/// row. Loanwords may begin with two consonants and have three of them together.
std::string spelling_fault(std::string_view word, bool has_root);

/// Whether the radicals stand in the word in their order, hamza on any seat, a doubled letter being two. Weak radicals, hamza and a last h
/// (ma', shafa) may have changed or gone; dh may have become d (iddikhar). An empty root is in every word.
bool holds_root(std::string_view word, std::string_view root);

}  // namespace isnad::arabic
