// Builds noun phrases left to right in one pass; what it does with each kind of word is in the files its members name.
#pragma once

#include "mention/steps.h"
#include "text/arabic.h"

namespace isnad {

/// One pass over the words of a document; appends to Mentions::phrases. Not to be kept.
class PhraseBuilder {
 public:
  PhraseBuilder(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out)
      : lexicon_(lexicon),
        text_(text),
        words_(words),
        out_(out),
        of_(lexicon.clitic(Clitic::li)),
        in_(lexicon.clitic(Clitic::bi)),
        so_(lexicon.clitic(Clitic::fa)) {}

  void run() {
    for (size_t s = 0; s < text_.sentences.size(); ++s) sentence(SentenceId::at(s));
  }

 private:
  static constexpr size_t kChain = 12;  // how deep a chain of annexation is followed

  /// What stands between the last phrase and the next: a preposition, a conjunction, determiners, a number.
  struct Pending {
    WordId preposition, conjunction, first;
    uint32_t number = kNone;
    bool negated = false;
  };

  [[nodiscard]] const Word& word(uint32_t w) const { return words_.words[w]; }
  [[nodiscard]] const Lemma* lemma(uint32_t w) const { return word(w).lemma ? &lexicon_.lemma(word(w).lemma) : nullptr; }
  [[nodiscard]] uint64_t classes(uint32_t w) const {
    const Lemma* l = lemma(w);
    return l && l->upos != Upos::verb ? l->classes : 0;
  }
  [[nodiscard]] Function function(uint32_t w) const {
    const Lemma* l = lemma(w);
    return l ? l->function : Function::none;
  }
  [[nodiscard]] Phrase& phrase(PhraseId p) { return out_.phrases[p.value]; }
  void reset() {
    chain_size_ = 0;
    after_comma_ = false;
  }
  void break_chain() {
    reset();
    pending_ = {};
    between_ = sides_ = {};
    titled_ = {};
  }

  // the walk (phrases.cpp)
  void sentence(SentenceId id);
  uint32_t step(uint32_t w, uint32_t end);
  [[nodiscard]] uint32_t start_of(size_t i) const;
  uint32_t date(uint32_t w);
  uint32_t number(uint32_t w);
  uint32_t bound(uint32_t w, uint32_t next);
  uint32_t plain(uint32_t w);
  [[nodiscard]] bool each_of(uint32_t w) const;
  [[nodiscard]] bool title_letter(uint32_t w) const;
  uint32_t punctuation(uint32_t w);
  uint32_t open_bracket(uint32_t w);
  uint32_t close_bracket(uint32_t w);
  [[nodiscard]] bool joins_adjectives(uint32_t w) const;
  uint32_t conjunction(uint32_t w);

  // names (phrases_names.cpp)
  uint32_t name(uint32_t w, uint32_t end);
  [[nodiscard]] PhraseId of_nation(const NameMatch& n, uint32_t first, uint32_t next);
  uint32_t one_side(uint32_t next);
  [[nodiscard]] bool open_tail(uint32_t w) const;
  [[nodiscard]] bool begins_with_title(const NameMatch& n, uint32_t first) const;
  [[nodiscard]] uint32_t claimed_within(const NameMatch& n) const;
  [[nodiscard]] bool entity(const NameMatch& n) const;
  [[nodiscard]] bool person_part(const NameMatch& n) const;
  uint32_t proper_person(uint32_t w);
  uint32_t person(uint32_t w);
  [[nodiscard]] bool begins_person(uint32_t w) const;
  [[nodiscard]] bool longer(size_t a, size_t b) const;
  [[nodiscard]] bool proper(uint32_t w, bool first) const;

  // prepositions, determiners, pronouns, nouns (phrases_words.cpp)
  uint32_t preposition(uint32_t w);
  void wait_for_name(uint32_t w);
  [[nodiscard]] bool governs(uint32_t noun, uint32_t preposition) const;
  [[nodiscard]] bool completes_title(uint32_t w) const;
  [[nodiscard]] bool in_place(uint32_t w) const;
  [[nodiscard]] bool title_complete();
  [[nodiscard]] PhraseId title_in_chain();
  uint32_t determiner(uint32_t w);
  [[nodiscard]] bool determined(uint32_t w) const;
  uint32_t pronoun(uint32_t w);
  [[nodiscard]] bool repeats(uint32_t w) const;
  uint32_t repeated(uint32_t w);
  uint32_t determiner_before(uint32_t w);
  uint32_t noun(uint32_t w);

  // adjectives (phrases_adjectives.cpp)
  [[nodiscard]] bool second_adjective(uint32_t w);
  [[nodiscard]] PhraseId of_people(uint32_t w);
  uint32_t adjective(uint32_t w);
  [[nodiscard]] bool of_property(uint32_t w) const;
  [[nodiscard]] bool after_date(uint32_t w) const;
  [[nodiscard]] PhraseId agreeing(uint32_t w);
  [[nodiscard]] bool single_with_article(const Phrase& p, uint32_t w) const;
  [[nodiscard]] bool last_agrees(const Phrase& p, uint32_t w) const;
  [[nodiscard]] bool definite_inside(size_t i);
  [[nodiscard]] bool agrees(const Phrase& p, Features a) const;
  void modify(PhraseId owner, uint32_t w);
  void extend(PhraseId id, uint32_t last);

  // annexation: what a phrase hangs on (phrases_chain.cpp)
  [[nodiscard]] Phrase make(uint32_t first, uint32_t last, uint32_t head, PhraseKind kind) const;
  PhraseId add(const Phrase& p);
  PhraseId attach(Phrase p, PhraseId outer, Attachment how);
  [[nodiscard]] bool open_for_annexation();
  [[nodiscard]] bool own_body(const Phrase& p);
  void push(PhraseId id);
  void attach_or_start(Phrase p, bool name);
  [[nodiscard]] bool apposed_after_comma(const Phrase& p, bool name);
  [[nodiscard]] bool listed_after_comma(const Phrase& p);

  // apposition and coordination (phrases_joined.cpp)
  [[nodiscard]] PhraseId quoted_name(const Phrase& p);
  [[nodiscard]] bool several(const Phrase& p) const;
  [[nodiscard]] size_t after_named();
  [[nodiscard]] PhraseId apposition_head(const Phrase& p, bool name);
  [[nodiscard]] bool appointed(const Phrase& p) const;
  [[nodiscard]] bool of_other_country(const Phrase& h, const Phrase& p) const;
  [[nodiscard]] bool names_another(const Phrase& p);
  [[nodiscard]] bool is_person(const Payload& actor) const { return lexicon_.actors[actor.index].kind == EntityKind::person; }
  [[nodiscard]] bool of_another_state(const Phrase& h, const Phrase& p) const;
  [[nodiscard]] bool has_office(const Phrase& name);
  [[nodiscard]] bool begins_clause(const Phrase& p);
  [[nodiscard]] bool finite(uint32_t w) const;
  [[nodiscard]] uint32_t verb_after(const Phrase& p) const;
  [[nodiscard]] bool says_of(uint32_t verb, const Phrase& p) const;
  [[nodiscard]] PhraseId coordination_head(const Phrase& p);
  [[nodiscard]] bool portfolio(const Phrase& h, const Phrase& p) const;
  [[nodiscard]] bool is_act(const Phrase& p) const;
  [[nodiscard]] bool is_party(const Phrase& p) const;
  [[nodiscard]] uint64_t kind_bits(const Phrase& p) const;

  static constexpr uint64_t kParties = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group) | bit(NounClass::force) |
                                       bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::place) |
                                       bit(NounClass::facility);

  const Lexicon& lexicon_;
  const Text& text_;
  const Words& words_;
  Mentions& out_;
  LemmaId of_, in_, so_;
  SentenceId sentence_;
  size_t date_ = 0, name_ = 0, number_ = 0, proper_ = 0;
  PhraseId chain_[kChain];
  size_t chain_size_ = 0, saved_size_ = 0;
  bool titled_in_ = false;  // by another preposition than "of"
  PhraseId titled_;         // a title whose complement has been read, until its name is found
  PhraseId sides_;          // the first of two that "between" takes, while its sides are told
  PhraseId between_;        // the first of two that "between" takes, until the second is found
  bool closed_ = false;
  bool tail_open_ = false;  // of a closed description: a definite noun right after it may still be annexed
  bool after_comma_ = false;
  struct Kept {  // the chain before a bracket
    PhraseId chain[kChain];
    size_t size = 0;
    PhraseId sides, between, titled;
    bool open = false;
  } kept_;
  Pending pending_;
};

}  // namespace isnad
