// Noun phrases: heads, annexation, adjectives by agreement, apposition, coordination; built left to right in one pass.
//
// The chain holds the heads that what comes next may still join, outermost first. One class over five files: phrases.cpp walks over the
// words, phrases_names.cpp reads names and persons, phrases_adjectives.cpp adjectives, phrases_joined.cpp adds a phrase to the chain
// (annexation, coordination, clauses of headlines), phrases_apposed.cpp finds the title of a name (apposition).
// What most words pass through stands here, to be inlined.
#pragma once

#include "mention/steps.h"

namespace isnad {

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

  void run();

 private:
  static constexpr size_t kChain = 12;  // how deep a chain of annexation is followed
  static constexpr uint64_t kHuman = bit(NounClass::person) | bit(NounClass::role);

  /// What stands between the last phrase and the next: a preposition, a conjunction, determiners, a number.
  struct Pending {
    WordId preposition, conjunction, first;
    uint32_t number = kNone;
    bool negated = false;
  };

  // phrases.cpp
  void sentence(SentenceId id);
  uint32_t step(uint32_t w, uint32_t end);
  uint32_t date(uint32_t w);
  uint32_t number(uint32_t w);
  uint32_t plain(uint32_t w);
  [[nodiscard]] bool each_of(uint32_t w) const;
  [[nodiscard]] bool title_letter(uint32_t w) const;
  uint32_t punctuation(uint32_t w);
  uint32_t open_bracket(uint32_t w);
  uint32_t close_bracket(uint32_t w);
  [[nodiscard]] bool joins_adjectives(uint32_t w) const;
  uint32_t preposition(uint32_t w);
  uint32_t conjunction(uint32_t w);
  uint32_t determiner(uint32_t w);
  uint32_t pronoun(uint32_t w);
  [[nodiscard]] bool repeats(uint32_t w) const;
  uint32_t repeated(uint32_t w);
  uint32_t determiner_before(uint32_t w);

  // phrases_names.cpp
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

  // phrases_adjectives.cpp
  uint32_t noun(uint32_t w);
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

  // phrases_joined.cpp
  PhraseId attach(Phrase p, PhraseId outer, Attachment how);
  void push(PhraseId id);
  void attach_or_start(Phrase p, bool name);
  [[nodiscard]] bool own_body(const Phrase& p);
  [[nodiscard]] bool listed_after_comma(const Phrase& p);
  [[nodiscard]] bool begins_clause(const Phrase& p);
  [[nodiscard]] bool finite(uint32_t w) const;
  [[nodiscard]] uint32_t verb_after(const Phrase& p) const;
  [[nodiscard]] bool says_of(uint32_t verb, const Phrase& p) const;
  [[nodiscard]] PhraseId coordination_head(const Phrase& p);
  [[nodiscard]] bool portfolio(const Phrase& h, const Phrase& p) const;
  [[nodiscard]] bool is_act(const Phrase& p) const;
  [[nodiscard]] bool is_party(const Phrase& p) const;
  [[nodiscard]] uint64_t kind_bits(const Phrase& p) const;

  // phrases_apposed.cpp
  void wait_for_name(uint32_t w);
  [[nodiscard]] bool governs(uint32_t noun, uint32_t preposition) const;
  [[nodiscard]] bool completes_title(uint32_t w) const;
  [[nodiscard]] bool in_place(uint32_t w) const;
  [[nodiscard]] bool title_complete();
  [[nodiscard]] PhraseId title_in_chain();
  [[nodiscard]] bool apposed_after_comma(const Phrase& p, bool name);
  [[nodiscard]] PhraseId quoted_name(const Phrase& p);
  [[nodiscard]] bool several(const Phrase& p) const;
  [[nodiscard]] size_t after_named();
  [[nodiscard]] PhraseId apposition_head(const Phrase& p, bool name);
  [[nodiscard]] bool appointed(const Phrase& p) const;
  [[nodiscard]] bool of_other_country(const Phrase& h, const Phrase& p) const;
  [[nodiscard]] bool names_another(const Phrase& p);
  [[nodiscard]] const Lemma* nationality_of(const Phrase& h) const;
  [[nodiscard]] bool of_another_state(const Phrase& h, const Phrase& p) const;
  [[nodiscard]] bool has_office(const Phrase& name);

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
  [[nodiscard]] bool is_human(const Phrase& p) const { return (classes(p.head.value) & kHuman) != 0; }
  [[nodiscard]] Gender gender_of(const Phrase& p) const {
    const Gender g = word(p.head.value).features.gender();
    const Lemma* l = lemma(p.head.value);
    return g == Gender::none && l ? l->gender : g;
  }
  void reset() {
    chain_size_ = 0;
    after_comma_ = false;
  }
  /// Takes what is inside the head off the chain.
  void cut_after(PhraseId head) {
    while (chain_size_ && chain_[chain_size_ - 1] != head) --chain_size_;
  }
  void break_chain() {
    reset();
    pending_ = {};
    between_ = sides_ = {};
    titled_ = {};
  }
  [[nodiscard]] Phrase make(uint32_t first, uint32_t last, uint32_t head, PhraseKind kind) const {
    Phrase p;
    p.first = pending_.first.valid() && pending_.first.value < first ? pending_.first : WordId{first};
    p.last = WordId{last};
    p.head = WordId{head};
    p.kind = kind;
    p.span = {word(p.first.value).span.begin, word(last - 1).span.end};
    p.preposition = pending_.preposition;
    p.number = pending_.number;
    p.negated = pending_.negated;
    p.sentence = sentence_;
    return p;
  }
  PhraseId add(const Phrase& p) {
    const PhraseId id = PhraseId::at(out_.phrases.size());
    out_.phrases.push_back(p);
    out_.phrase_of[p.head.value] = id;
    return id;
  }
  /// Does a person's name start at word w.
  [[nodiscard]] bool starts_proper(uint32_t w) {
    const uint32_t token = word(w).token.value;
    while (proper_ < out_.proper.size() && out_.proper[proper_].last.value <= token) ++proper_;
    if (proper_ == out_.proper.size()) return false;
    const ProperName& n = out_.proper[proper_];
    if (!word(w).main && n.match == kNone) return false;  // a known name may begin with what was read as a clitic
    return n.first.value == token && n.type == ProperType::person && n.span.begin == word(w).span.begin;
  }
  /// First word that a name match covers.
  [[nodiscard]] uint32_t start_of(size_t i) const {
    const NameMatch& n = out_.names[i];
    uint32_t w = words_.first_of[n.first.value].value;
    const uint32_t end = words_.first_of[n.first.value + 1].value;
    while (w + 1 < end && word(w).first < n.first_letter) ++w;
    return w;
  }
  /// Goes on to the first name match that doesn't start before word w; does it start there.
  [[nodiscard]] bool name_at(uint32_t w) {
    for (; name_ < out_.names.size(); ++name_)
      if (const uint32_t start = start_of(name_); start >= w) return start == w;
    return false;
  }
  /// By its form: neither with nunation nor with the ending of a definite dual or plural.
  [[nodiscard]] static bool may_annex(Features f) {
    return f.state() != State::indef && !(f.state() == State::def && f.number() != Number::sing);
  }
  /// An annexing noun has no article and nothing after it yet.
  [[nodiscard]] bool open_for_annexation() {
    if (chain_size_ == 0 || closed_) return false;
    const Phrase& p = phrase(chain_[chain_size_ - 1]);
    if (p.kind != PhraseKind::noun || p.definite) return false;
    return may_annex(word(p.head.value).features);
  }
  /// What begins a phrase before its head: "about", "at least" before a number, a determiner.
  uint32_t bound(uint32_t w, uint32_t next) {
    if (!pending_.first.valid()) pending_.first = WordId{w};
    return next;
  }
  [[nodiscard]] bool determined(uint32_t w) const {
    const Upos u = word(w).features.upos();
    return u == Upos::noun || u == Upos::adj || u == Upos::propn || u == Upos::num || u == Upos::det;
  }
  [[nodiscard]] bool is_person(const Payload& actor) const { return lexicon_.actors[actor.index].kind == EntityKind::person; }

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
