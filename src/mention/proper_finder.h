// The search for proper names: what its parts share. It walks over each sentence twice: first it takes names with evidence of their own,
// then words that such a name has made known ("Boutros Ghali ... Ghali").
#pragma once

#include "mention/steps.h"

namespace isnad {

class ProperFinder {
 public:
  ProperFinder(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out)
      : lexicon_(lexicon), document_(document), text_(text), words_(words), out_(out), facts_(out.scratch.facts) {}

  void find();

 private:
  // proper_facts.cpp
  void note_facts();
  void note_token(uint32_t t);
  void note_matches();
  [[nodiscard]] uint16_t personal_flags(uint32_t t, uint32_t first, uint32_t last) const;
  [[nodiscard]] static bool ordinary(LetterView w);
  [[nodiscard]] uint16_t common(uint32_t t) const;
  [[nodiscard]] bool has_article_letters(uint32_t t) const;
  [[nodiscard]] uint32_t hash_of(uint32_t t) const;
  void remember(uint32_t t, ProperType type);
  [[nodiscard]] const RememberedName* recall(uint32_t t) const;

  // proper.cpp
  void sentence(const Sentence& s);
  [[nodiscard]] bool may_start(uint32_t t) const;
  uint32_t step(uint32_t t);
  uint32_t match(uint32_t t);
  [[nodiscard]] uint32_t without_kind(uint32_t t, uint32_t next, const Payload& p) const;
  [[nodiscard]] bool only_described(uint32_t t, uint32_t next) const;
  [[nodiscard]] bool whole_name(uint32_t t, uint32_t next) const;
  [[nodiscard]] bool named(uint32_t t, uint32_t next, PayloadKind kind) const;
  [[nodiscard]] ProperType place_type(uint32_t t, uint32_t next) const;
  void known_words(const Sentence& s);
  void follow_title(uint32_t t);
  uint32_t claim(uint32_t first, uint32_t last, ProperType type, std::string_view rule, uint32_t match = kNone);
  void emit();

  // proper_persons.cpp
  uint32_t person(uint32_t t, uint32_t next, std::string_view rule);
  [[nodiscard]] bool known_ends(uint32_t next) const;
  [[nodiscard]] const Actor* known_person(const NameMatch& n) const;
  uint32_t cued_person(uint32_t t);
  [[nodiscard]] bool in_the_name(uint32_t t) const;
  uint32_t paired_person(uint32_t t);
  [[nodiscard]] uint32_t piece(uint32_t t, uint32_t size) const;
  [[nodiscard]] bool servant(uint32_t t) const;
  [[nodiscard]] uint32_t linked(uint32_t t) const;
  [[nodiscard]] uint32_t initials(uint32_t t) const;
  [[nodiscard]] bool abbreviated(uint32_t t) const;
  [[nodiscard]] bool subject(uint32_t t) const;
  [[nodiscard]] bool titled(uint32_t t) const;
  [[nodiscard]] bool descent(uint32_t t) const;
  [[nodiscard]] bool surname_like(uint32_t t) const;

  // proper_places.cpp
  uint32_t unknown_run(uint32_t t);
  [[nodiscard]] uint32_t run_end(uint32_t t) const;
  uint32_t after_kind(uint32_t t);

  // proper_bodies.cpp
  uint32_t body(uint32_t t);
  uint32_t quoted_body(uint32_t t);
  uint32_t body_for(uint32_t t);
  [[nodiscard]] bool joined_by_li(uint32_t t) const;
  uint32_t described_body(uint32_t t);
  uint32_t bracketed(uint32_t t);
  [[nodiscard]] bool described_only(const NameMatch& n, const Actor& a) const;

  [[nodiscard]] bool has(uint32_t t, uint16_t flags) const { return t < end_ && (facts_[t].flags & flags) != 0; }
  [[nodiscard]] bool free_word(uint32_t t) const { return has(t, name_flag::kWord) && facts_[t].owner == kNone; }
  [[nodiscard]] const Word& main(uint32_t t) const { return words_[words_.main_of[t]]; }
  [[nodiscard]] const Lemma* lemma(uint32_t t) const { return main(t).lemma ? &lexicon_.lemma(main(t).lemma) : nullptr; }
  [[nodiscard]] uint64_t classes(uint32_t t) const {
    const Lemma* l = has(t, name_flag::kNoun | name_flag::kAdjective) ? lemma(t) : nullptr;
    return l ? l->classes : 0;
  }
  [[nodiscard]] bool is_class(uint32_t t, NounClass c) const { return (classes(t) & bit(c)) != 0; }
  [[nodiscard]] bool nationality(uint32_t t) const {
    const Lemma* l = has(t, name_flag::kAdjective | name_flag::kNoun) ? lemma(t) : nullptr;
    return l && l->country != kNone;
  }
  [[nodiscard]] Letter sign(uint32_t t) const { return t < end_ ? text_.one(text_.tokens[t]) : Letter{0}; }
  [[nodiscard]] bool quote(uint32_t t) const { return t < end_ && text_.quotes(text_.tokens[t]); }
  /// Whether token t is an unmatched proper noun: one the lexicon lacks, or knows as part of a name only.
  [[nodiscard]] bool strange(uint32_t t) const;
  [[nodiscard]] LetterView stem(uint32_t t) const { return {text_.folded.data() + facts_[t].first, facts_[t].last - facts_[t].first}; }
  [[nodiscard]] const NameMatch* match_of(uint32_t t) const { return facts_[t].match == kNone ? nullptr : &out_.names[facts_[t].match]; }
  /// Whether a match that isn't a person's name covers token t.
  [[nodiscard]] bool thing(uint32_t t) const;

  const Lexicon& lexicon_;
  const Document& document_;
  const Text& text_;
  const Words& words_;
  Mentions& out_;
  std::vector<NameFacts>& facts_;
  uint32_t begin_ = 0, end_ = 0;  // of the sentence
  uint32_t title_ = kNone;        // token of the title that a name may follow
};

}  // namespace isnad
