// Who is meant by what only points back: the search forwards through a document, with what it remembers.
// coreference.cpp: its order, and descriptions; pronouns.cpp; salience.cpp: which of several; pairs.cpp: "both sides"; short_names.cpp.
#pragma once

#include <array>
#include <span>

#include "entity/resolve.h"

namespace isnad {

class Antecedents {
 public:
  Antecedents(const Grammar& g, const Clauses& clauses, Entities& out) : g_(g), clauses_(clauses), out_(out) {}
  void run();

 private:
  static constexpr size_t kMemory = 12;  // how many mentions back an antecedent may lie
  static constexpr size_t kPeople = 64;  // how many persons back a surname may go, and how many bodies back "the party"

  // coreference.cpp
  void resolve(EntityId self);
  void remember(EntityId e);
  void become(Entity& e, EntityId antecedent, std::string_view rule);
  void copy(Entity& e, const Entity& a) const;
  [[nodiscard]] Gender gender_of(const Phrase& p) const;
  [[nodiscard]] Gender gender_around(const Phrase& p) const;
  [[nodiscard]] Number number_of(const Entity& e) const;
  [[nodiscard]] bool fits(const Entity& e, Gender gender, Number number) const;
  void nearest(Entity& e, std::string_view rule);
  [[nodiscard]] bool vague(const Entity& e, const Phrase& p) const;
  void most_spoken_of(uint32_t node, int depth, uint32_t& state, bool& twice) const;
  void state_spoken_of(Entity& e, const Phrase& p) const;
  void description(Entity& e);
  [[nodiscard]] bool says_no_more(const Phrase& p, const Entity& a) const;
  [[nodiscard]] bool is_called(const Entity& a, const Phrase& p) const;
  [[nodiscard]] bool mentioned(const Phrase& p) const;
  [[nodiscard]] std::basic_string_view<Letter> letters(WordId w) const;
  [[nodiscard]] std::string_view text_of(const Entity& e) const { return g_.document.at(g_.mentions[e.phrase].span); }
  [[nodiscard]] bool owned(const Phrase& p, PhraseId self) const;

  // pronouns.cpp
  void pronoun(EntityId self);
  [[nodiscard]] WordId participle_before(const Phrase& p) const;
  [[nodiscard]] bool separates(const Phrase& p) const;
  [[nodiscard]] ClauseId clause_at(const Phrase& p) const;
  [[nodiscard]] PhraseId described(const Phrase& p, Features f) const;
  [[nodiscard]] EntityId topic(const Phrase& p, Features f) const;
  [[nodiscard]] PhraseId does_to(const Phrase& p) const;
  [[nodiscard]] const Clause& outermost(const Clause& speech) const;
  [[nodiscard]] bool quotes(const Clause& k) const;
  [[nodiscard]] bool judges(const Clause& k) const;
  [[nodiscard]] EntityId quoted(const Clause& k, const Phrase& p, Features f) const;
  [[nodiscard]] bool maybe_two(const Phrase& p) const;
  void counted_of(EntityId them);
  void speaker(Entity& e, const Phrase& p);
  void possessed(const Entity& owner, const Phrase& p);
  bool own_country(Entity& e, const Entity& owner) const;
  [[nodiscard]] EntityId suits(PhraseId candidate, const Phrase& p, Features f) const;
  [[nodiscard]] EntityId addressee(const Clause& k, const Phrase& p, Features f) const;
  [[nodiscard]] EntityId subject_around(const Phrase& p, Features f) const;
  [[nodiscard]] EntityId subject_before(const Phrase& p, Features f) const;

  // salience.cpp
  struct Seat {  // where a pronoun stands
    PhraseId self;
    ClauseId clause;
    const Argument* argument = nullptr;  // of that clause; nullptr: it only belongs to something there
    ClauseId act;                        // which carries that clause; none without an argument
  };
  void note_holders();
  [[nodiscard]] static int standing(const Argument& a, const Clause& k);
  [[nodiscard]] bool aside(ClauseId c, ClauseId from) const;
  [[nodiscard]] Seat seat_of(const Phrase& p) const;
  [[nodiscard]] bool own_act(const Seat& seat) const;
  [[nodiscard]] bool own_deed(const Clause& k) const;
  [[nodiscard]] bool bound(PhraseId candidate, const Seat& seat) const;
  [[nodiscard]] bool another_owner(PhraseId candidate, const Phrase& p, const Seat& seat) const;
  [[nodiscard]] bool told_of(PhraseId candidate, const Seat& seat) const;
  [[nodiscard]] bool joined(const Clause& k) const;
  [[nodiscard]] ClauseId carrier(ClauseId c) const;
  [[nodiscard]] bool parallel(PhraseId candidate, const Seat& seat) const;
  [[nodiscard]] bool harms(LemmaId lemma) const;
  [[nodiscard]] bool judges_act(const Clause& k, PhraseId act) const;
  [[nodiscard]] bool herd(PhraseId c) const;
  [[nodiscard]] bool people_like(PhraseId c) const;
  [[nodiscard]] bool struck_by_force(const Seat& seat) const;
  [[nodiscard]] bool candidate(PhraseId c, const Phrase& p, Features f) const;
  [[nodiscard]] static bool struck(const Seat& seat) { return seat.argument && seat.argument->role != ArgumentRole::subject; }
  [[nodiscard]] bool in_relative(const Seat& seat) const;
  [[nodiscard]] int most_added(const Seat& seat) const;
  [[nodiscard]] int near_points(PhraseId c, const Phrase& p, const Seat& seat) const;
  [[nodiscard]] int points(PhraseId c, const Phrase& p, const Seat& seat, Features f) const;
  [[nodiscard]] EntityId likeliest(const Phrase& p, Features f) const;

  // pairs.cpp
  bool both(EntityId self);
  bool met(EntityId self, bool states);
  [[nodiscard]] bool takes_two(LemmaId lemma) const;
  [[nodiscard]] EntityId side(const Argument& a, bool states) const;
  bool row(EntityId self, EntityId first);
  [[nodiscard]] bool takes_row(Features f, EntityId first, size_t others) const;
  [[nodiscard]] bool joins(const Phrase& q, PhraseId first, std::span<const EntityId> others) const;
  void stand_for(EntityId self, EntityId first, EntityId second, bool states, std::string_view rule);
  void become_state(Entity& e, std::string_view iso3) const;
  [[nodiscard]] bool takes_part(const Entity& a, bool states) const;
  [[nodiscard]] bool same_office(const Entity& a, LemmaId office) const;
  [[nodiscard]] bool stands_in(const Entity& a) const;
  [[nodiscard]] bool same_party(const Entity& a, const Entity& b, bool states) const;

  // short_names.cpp
  void short_name(Entity& e, const Phrase& p);
  void remember_person(EntityId self);
  void surname(Entity& e);
  [[nodiscard]] bool ends_in_another(const Entity& a) const;
  [[nodiscard]] static bool ends_with_name(std::string_view full, std::string_view name);
  [[nodiscard]] bool is_surname(const NamedPerson& who, std::string_view name) const;
  void headline();
  [[nodiscard]] bool is_bracket(uint32_t word, char bracket) const;
  void abbreviation(Entity& e, EntityId self);

  const Grammar& g_;
  const Clauses& clauses_;
  Entities& out_;
  std::array<EntityId, kMemory> memory_{};
  size_t size_ = 0;
  std::array<EntityId, 8> short_{};  // abbreviations in the order of the text
  size_t short_count_ = 0;
};

}  // namespace isnad
