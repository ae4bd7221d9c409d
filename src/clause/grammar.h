// Questions about words and phrases that several steps of the clause stage ask.
#pragma once

#include "clause/clauses.h"

namespace isnad {

/// Read-only view of the layers below, with the questions of grammar.
struct Grammar {
  const Lexicon& lexicon;
  const Document& document;
  const Text& text;
  const Words& words;
  const Mentions& mentions;

  /// NounClass bits of people; also of those named by their nation.
  static constexpr uint64_t kHuman = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::nationality);

  [[nodiscard]] const Word& word(WordId w) const { return words.words[w.value]; }
  [[nodiscard]] const Lemma* lemma(WordId w) const { return word(w).lemma ? &lexicon.lemma(word(w).lemma) : nullptr; }
  [[nodiscard]] Function function(WordId w) const {
    const Lemma* l = lemma(w);
    return l ? l->function : Function::none;
  }

  /// VerbClass bits of a verb, or of the verb behind a masdar or participle.
  [[nodiscard]] uint64_t verb_classes(LemmaId lemma) const;
  [[nodiscard]] bool has(LemmaId lemma, VerbClass c) const { return (verb_classes(lemma) & bit(c)) != 0; }
  /// Government bits of a verb, or of the verb behind a masdar, participle or event noun.
  [[nodiscard]] uint64_t government_of(LemmaId lemma) const;
  [[nodiscard]] bool governs(LemmaId lemma, WordId preposition) const;
  [[nodiscard]] bool is_speech(LemmaId lemma) const;

  /// NounClass bits of a phrase: of its head, its description or what its name may be.
  [[nodiscard]] uint64_t classes(PhraseId p) const { return mentions.classes[p.value]; }
  /// Is the phrase a pronoun that points at what was said and stands for nobody: "that", "all".
  [[nodiscard]] bool points(PhraseId p) const;
  [[nodiscard]] bool made(PhraseId p) const;
  /// Could somebody act by this name: a person, group, force, organisation, state or name.
  [[nodiscard]] bool actor_like(PhraseId p) const;
  /// Is the phrase the name of a country or capital that takes feminine verbs only ("Iran said").
  [[nodiscard]] bool feminine_name(const Phrase& p) const;
  /// Does a preposition that its head governs follow the phrase.
  [[nodiscard]] bool complemented(PhraseId p) const;
  /// A definite adjective standing alone that means "the last (mentioned)".
  [[nodiscard]] bool latter(const Phrase& p) const;
  /// Is the head a noun that names an event.
  [[nodiscard]] bool is_predicate(PhraseId p) const;
  /// The verb behind a masdar, participle or event noun; else the lemma itself.
  [[nodiscard]] LemmaId base(LemmaId lemma) const;
  [[nodiscard]] bool attacks(PhraseId outer, PhraseId inner) const;
  /// Which role the annexed phrase has in the event that `outer` names.
  [[nodiscard]] ArgumentRole annexed_role(PhraseId outer, PhraseId inner) const;
  /// Does the verb agree with the phrase; before the phrase it agrees in gender only.
  [[nodiscard]] bool agrees(const Word& verb, PhraseId subject, bool verb_first) const;
  /// Has the lemma a frame of one of these types (EventType bits)?
  [[nodiscard]] bool tells(LemmaId lemma, uint64_t types) const;
  /// The same, or has the verb behind it one.
  [[nodiscard]] bool names(LemmaId lemma, uint64_t types) const;
  /// Has it frames, all of them of these types?
  [[nodiscard]] bool tells_only(LemmaId lemma, uint64_t types) const;
  /// Has it a frame of one of these types that counts victims?
  [[nodiscard]] bool counts_victims(LemmaId lemma, uint64_t types) const;
  /// The title that a name stands after, else the phrase itself.
  [[nodiscard]] PhraseId titled(PhraseId p) const;
  /// Does "and" join another phrase to this one?
  [[nodiscard]] bool heads_row(PhraseId p) const;
  /// Is the word a comma?
  [[nodiscard]] bool comma(WordId w) const { return w.value < words.size() && text.one(text.tokens[word(w).token.value]) == ','; }
  /// Gender of a word as it stands, else that of its lemma; none where neither has one.
  [[nodiscard]] Gender gender_of(WordId w) const {
    const Gender g = word(w).features.gender();
    const Lemma* l = lemma(w);
    return g == Gender::none && l ? l->gender : g;
  }
  /// Does a pronoun stand written together with the word, after it?
  [[nodiscard]] bool pronoun_joined(WordId w) const {
    return w.next().value < words.size() && word(w.next()).enclitic && word(w.next()).token == word(w).token;
  }
  /// What the fixed expression at a word does; none if there is none.
  [[nodiscard]] Function expression(WordId w) const;
};

}  // namespace isnad
