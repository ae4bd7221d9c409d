// Building clauses: one walk over the words of each sentence, then what clauses inherit from each other.
#pragma once

#include <array>

#include "clause/grammar.h"

namespace isnad {

/// Adds the clauses of one document to `out`: predicates, arguments as drafts, links.
class ClauseBuilder {
 public:
  ClauseBuilder(const Grammar& g, Clauses& out) : g_(g), out_(out) {}
  void sentence(SentenceId id);

 private:
  /// What is waiting for the next predicate.
  struct Waiting {
    Link link = Link::root;
    ClauseId parent;
    WordId marker;
    PhraseId antecedent;  // of a relative clause
    bool opens = false;   // a condition after "and", before what follows from it
  };

  uint32_t step(uint32_t w);

  // words that open clauses (markers.cpp)
  [[nodiscard]] ClauseId pointed_to(WordId preposition) const;
  [[nodiscard]] ClauseId takes_that(Link link, WordId preposition, WordId that) const;
  [[nodiscard]] bool in_state(WordId w) const;
  void wait_for(Link link, WordId marker);
  void await(Link link, WordId first, WordId last, bool noun);
  [[nodiscard]] bool consequence_opens(WordId w) const;
  [[nodiscard]] bool more_of_condition(WordId verb) const;
  uint32_t expression(uint32_t w, Function f);
  void particle(WordId w);
  void continue_subordinate(WordId w);
  [[nodiscard]] bool opens_condition(WordId w) const;
  [[nodiscard]] bool denies(WordId w) const;
  [[nodiscard]] bool ends_in_not(WordId w) const;
  [[nodiscard]] bool commands(WordId verb) const;
  [[nodiscard]] bool leaves_no_gap(WordId verb) const;
  [[nodiscard]] bool counterfactual_open() const;
  [[nodiscard]] bool opens_sentence(WordId w) const;
  [[nodiscard]] ClauseId said_by() const;
  [[nodiscard]] PhraseId bound_before(WordId w) const;
  void unhang(PhraseId p);
  bool duty(PhraseId p, ClauseId c);
  void punctuation(WordId w);
  [[nodiscard]] bool dateline(PhraseId p, WordId sign) const;
  void verb(WordId w);
  void clear_clause();
  void break_cycles();

  // phrases
  void phrase(PhraseId p);
  ClauseId nominal(PhraseId p);
  void inner(PhraseId p, ClauseId c);
  void bare(PhraseId p, ClauseId c);
  bool taken_by_verb(PhraseId p, ClauseId c);
  bool described_gives_way();
  bool object_of_masdar(PhraseId p, ClauseId c);
  [[nodiscard]] bool no_object_of(const Clause& noun, PhraseId p) const;
  bool object_of_participle(PhraseId p, ClauseId c);
  bool but_for(PhraseId p, ClauseId c);
  [[nodiscard]] bool destination(PhraseId p) const;
  [[nodiscard]] bool waits_for_object(ClauseId noun) const;
  void oblique(PhraseId p, ClauseId c);
  [[nodiscard]] bool aim_of_light(ClauseId host, PhraseId p, ClauseId c) const;
  [[nodiscard]] bool has_outcome(ClauseId id, LemmaId preposition) const;
  void addressee(ClauseId id, const Phrase& complement);
  [[nodiscard]] PhraseId before_complement(ClauseId id, PhraseId subject, const Phrase& complement) const;
  [[nodiscard]] bool told_in_statement(PhraseId whom) const;
  [[nodiscard]] bool something_between(PhraseId who, const Phrase& complement) const;
  [[nodiscard]] PhraseId goes_on_from(ClauseId id) const;
  [[nodiscard]] int asked_points(const Clause& v, PhraseId who, PhraseId before, const Phrase& complement) const;
  bool li_object(PhraseId p, ClauseId c);
  [[nodiscard]] ClauseId predicate_before(WordId w) const;

  // hosts of phrases (hosts.cpp)
  struct Host {
    ClauseId clause;
    int points = -100;
    bool governs = false;
  };
  /// What stands between a host and the preposition.
  struct Between {
    size_t open = 0;      // of commas_ those that are not counted yet
    WordId before;        // before_times of the phrase, once it was asked for
    bool weapon = false;  // "by" a weapon
    int commas = 0, verbs = 0, relatives = 0, predicates = 0;
  };
  [[nodiscard]] Host host_of(PhraseId p, ClauseId c) const;
  void note_commas(const Sentence& s);
  void count_commas(WordId host, Between& between) const;
  [[nodiscard]] int points_of(ClauseId id, PhraseId p, Between& between, int best) const;
  [[nodiscard]] bool governed_already(ClauseId id, LemmaId preposition) const;
  [[nodiscard]] bool talks_about(ClauseId id, WordId preposition) const;
  [[nodiscard]] bool about(PhraseId p) const;
  [[nodiscard]] WordId before_times(PhraseId p) const;
  [[nodiscard]] bool when(WordId preposition) const;
  [[nodiscard]] int kept_by_noun(PhraseId p) const;
  [[nodiscard]] bool completes(WordId preposition) const;
  [[nodiscard]] bool of_noun(PhraseId p) const;
  [[nodiscard]] bool takes_of(ClauseId id, PhraseId p) const;
  [[nodiscard]] bool carried(ClauseId id, const Phrase& p) const;
  [[nodiscard]] ClauseId carried_by(ClauseId id, ClauseId except) const;
  [[nodiscard]] bool owned_before(PhraseId p) const;
  [[nodiscard]] bool sent_by(PhraseId thing, WordId preposition) const;
  [[nodiscard]] bool governs_itself(WordId w, WordId preposition) const;
  [[nodiscard]] bool participle_governs(WordId adjective, PhraseId p) const;
  void time(PhraseId p);
  [[nodiscard]] bool every(PhraseId p) const;
  [[nodiscard]] bool titled(PhraseId p) const;
  [[nodiscard]] bool specifies(PhraseId p) const;
  void was_acted_on(ClauseId id);
  bool by_expression(PhraseId p, ClauseId c, Function f);
  [[nodiscard]] bool acts(PhraseId p) const;
  void participle(PhraseId p, ClauseId c);
  [[nodiscard]] ClauseId done_by(ClauseId host) const;
  [[nodiscard]] bool resumes(WordId verb, PhraseId p) const;
  [[nodiscard]] bool stands_for_another(WordId verb, PhraseId p) const;

  // words of others (quotations.cpp)
  void quotations_before_speakers();
  [[nodiscard]] Span quotation_before(TokenId t) const;
  void speaker_before_colon(WordId colon);
  void spoken_after_colon();

  // second thoughts (revise.cpp)
  bool resumes_topic(PhraseId p);
  bool mistaken_topic(const Clause& v);
  bool topic_gives_way(PhraseId p);
  bool object_of_outer(PhraseId p, ClauseId c);
  [[nodiscard]] bool object_disagrees() const;
  [[nodiscard]] bool object_possessed() const;
  [[nodiscard]] bool nominative(WordId w) const;
  bool possessed_was_subject(PhraseId p);
  bool object_was_subject(PhraseId p, ClauseId c);
  void take_back_topic(ClauseId id);
  [[nodiscard]] bool pause_between(WordId from, TokenId to) const;
  void describes(PhraseId topic);
  [[nodiscard]] bool waits_after_subject(ClauseId c) const;
  [[nodiscard]] bool bracketed(PhraseId p) const;
  [[nodiscard]] bool comment(PhraseId p) const;
  [[nodiscard]] bool right_after(WordId verb, WordId w) const;
  [[nodiscard]] LemmaId transitive_twin(const Clause& v) const;

  // without a verb (nominal.cpp)
  bool nominal_sentence(PhraseId p, ClauseId c);
  bool after_be(PhraseId p, ClauseId c, WordId adjective);
  bool located(PhraseId p, ClauseId c);
  [[nodiscard]] bool closes(PhraseId p) const;
  bool existential(WordId w);
  bool separates(PhraseId p);
  bool aside(PhraseId p);
  void perhaps_said(PhraseId p, ClauseId c);
  [[nodiscard]] bool opens_sentence(PhraseId p, ClauseId c) const;
  void not_said_of(PhraseId topic);
  void say(const Clause& k, ClauseId c, PhraseId subject, std::string_view rule);
  [[nodiscard]] Clause predicate_of(PhraseId p, WordId adjective) const;
  [[nodiscard]] WordId predicative_adjective(PhraseId p) const;
  [[nodiscard]] bool says_of(PhraseId topic, WordId adjective) const;
  [[nodiscard]] PhraseId agreeing(PhraseId topic) const;
  [[nodiscard]] bool described(PhraseId p, WordId adjective) const;
  [[nodiscard]] bool identifies(PhraseId p, ClauseId c) const;
  [[nodiscard]] bool determined(PhraseId p) const;
  [[nodiscard]] bool is_be(ClauseId c) const;

  // verbs
  void consequence(ClauseId id);
  void link_verb(ClauseId c);
  bool phase_before(ClauseId id);
  bool describes_earlier(ClauseId id);
  [[nodiscard]] PhraseId described_before(WordId verb) const;
  [[nodiscard]] static bool opens_something(Function f);
  [[nodiscard]] bool after_qad(WordId w) const;
  void place_topic(ClauseId c);
  [[nodiscard]] bool takes_topic(WordId verb, PhraseId topic) const;
  [[nodiscard]] bool joined(WordId verb) const;
  [[nodiscard]] bool expletive(PhraseId topic, const Clause& c) const;
  [[nodiscard]] WordId resumed(ClauseId c) const;
  [[nodiscard]] WordId past_day(WordId w) const;
  [[nodiscard]] bool other_than_marker(const Clause& c) const;
  [[nodiscard]] ClauseId conjunct(ClauseId c) const;
  /// The first phrase of the sentence that ends right before a word and fits, looked for over so many words back; none.
  template <class Fits>
  [[nodiscard]] PhraseId ending(WordId end, uint32_t back, const Fits& fits) const {
    for (uint32_t i = end.value, tries = 0; i-- > 0 && tries < back; ++tries) {
      const PhraseId p = g_.mentions.phrase_of[i];
      if (p.valid() && g_.mentions[p].last == end && g_.mentions[p].sentence == sentence_ && fits(g_.mentions[p], p)) return p;
    }
    return {};
  }
  static constexpr uint32_t kBefore = 6, kFurther = 8;
  [[nodiscard]] PhraseId phrase_before(WordId w) const;
  [[nodiscard]] PhraseId resumed_before(WordId at, WordId verb) const;
  [[nodiscard]] PhraseId resumed_over_place(WordId at, WordId verb) const;
  [[nodiscard]] bool until(const Clause& c) const;
  [[nodiscard]] ClauseId held_by(PhraseId p, ClauseId otherwise) const;
  [[nodiscard]] bool follows(const Word& verb, PhraseId p) const;
  void held_before(ClauseId id);
  [[nodiscard]] bool begins_aside(const Phrase& ph) const;
  [[nodiscard]] PhraseId antecedent(WordId relative) const;
  void complement(ClauseId outer, ClauseId inner, std::string_view rule);

  ClauseId add(const Clause& c);
  void argue(ClauseId c, ArgumentRole role, PhraseId p, ClauseId inner, LemmaId preposition, std::string_view rule);
  [[nodiscard]] Clauses::Draft* latest(ClauseId c, ArgumentRole role) const;
  [[nodiscard]] Clauses::Draft* ruled(ClauseId c, std::string_view rule) const;
  void drop(const Clauses::Draft* draft) { out_.drafts.erase(out_.drafts.begin() + (draft - out_.drafts.data())); }
  [[nodiscard]] bool has(ClauseId c, ArgumentRole role) const { return latest(c, role) != nullptr; }
  bool annexed_was_doer(ClauseId noun);
  static void take_place(Clause& c, const Clause& outer);
  void fold(ClauseId outer, ClauseId into);
  [[nodiscard]] const Clause& clause_at(ClauseId c) const { return out_.clauses[c.value]; }
  [[nodiscard]] Clause& clause(ClauseId c) { return out_.clauses[c.value]; }
  [[nodiscard]] ClauseId last_clause() const {
    return out_.clauses.size() > first_ ? ClauseId::at(out_.clauses.size() - 1) : ClauseId::none();
  }
  [[nodiscard]] Waiting take_waiting();

  const Grammar& g_;
  Clauses& out_;
  SentenceId sentence_;
  size_t first_ = 0;  // clauses and drafts of this sentence begin here
  size_t first_draft_ = 0;
  std::vector<WordId> commas_;  // see note_commas
  std::vector<uint32_t> walk_;  // of break_cycles: which walk came to each clause of the sentence
  ClauseId verb_;               // the verb that still takes arguments
  ClauseId copula_;             // kana and sisters, waiting for their verb
  PhraseId topic_;              // a bare phrase before its verb
  PhraseId outer_topic_;        // the same, while a relative clause or an aside stands between it and its verb
  Waiting outer_waiting_;
  bool in_aside_ = false;     // until the comma that ends it
  PhraseId relative_object_;  // antecedent that the verb's pronoun stands for
  ClauseId said_;             // what may be said of the topic, unless a verb follows
  WordId separator_;          // a pronoun between the topic and what it is
  bool conjunction_ = false;  // "and" directly before
  bool negated_ = false, question_ = false, future_ = false, past_ = false;
  Modality modality_ = Modality::none;
  Phase phase_ = Phase::none;
  Waiting waiting_, deferred_;
  ClauseId open_condition_;         // a condition whose consequence is still to come
  uint32_t colon_speaker_ = kNone;  // index into attributions of who stands before a colon
  PhraseId early_time_;             // a date before any predicate
};

/// Subjects that clauses take over from those they depend on, voice, and arguments of light verbs. Whole document.
void inherit(const Grammar& g, Clauses& out);

}  // namespace isnad
