// The steps of find_mentions, in their order. Each appends to its own vector of Mentions and reads what stands before it.
#pragma once

#include "mention/mentions.h"

namespace isnad {

/// Longest matches of the lexicon's trie: names, fixed expressions, number and calendar words.
void find_names(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out);

/// Proper names, known and guessed. Needs names.
void find_proper(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out);

/// Numbers in digits and words, with bounds and what they count. Needs names.
void find_numbers(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out);

/// Dates and periods, resolved against the document's day. Needs names; dates win over numbers inside them (find_mentions drops those).
void find_dates(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out);

/// Noun phrases over all of these.
void find_phrases(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out);

/// Takes nouns after "and" that a verb follows, and so open a clause, out of the coordination that find_phrases put them in.
void detach_openers(const Lexicon& lexicon, const Words& words, Mentions& out);

/// What each phrase is: fills Mentions::classes.
void find_classes(const Lexicon& lexicon, const Words& words, Mentions& out);

/// The payload of a kind at a name match, nullptr if it has none.
const Payload* payload_of(const Lexicon& lexicon, const NameMatch& name, PayloadKind kind);

}  // namespace isnad
