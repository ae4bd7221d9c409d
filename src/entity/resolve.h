// First step of the entity stage: what each phrase says by itself.
#pragma once

#include "clause/grammar.h"
#include "entity/entities.h"

namespace isnad {

class Resolver {
 public:
  Resolver(const Grammar& g, int32_t day, Entities& out) : g_(g), day_(day), out_(out), spoken_(out.spoken_of) {}
  void run();

 private:
  void own(Entity& e);
  void names(Entity& e, uint32_t index);
  void actor(Entity& e, const Payload& x) const;
  [[nodiscard]] bool is_somebody_else(const Entity& e, uint32_t index, const Actor& a) const;
  [[nodiscard]] bool crowd(const Phrase& p) const;
  [[nodiscard]] bool is_deputy(const Entity& e, const Lemma& l) const;
  [[nodiscard]] bool is_settled(const Entity& e) const;
  [[nodiscard]] bool is_alias(TokenId t, const Actor& a) const;
  [[nodiscard]] bool is_given(TokenId t, uint32_t from) const;
  [[nodiscard]] bool speaks_around(uint32_t index, std::string_view iso3) const;
  void country(Entity& e, uint32_t index) const;
  void place(Entity& e, PlaceId named, std::string_view rule);
  [[nodiscard]] bool meant_in(const PlaceMention& m, uint32_t country) const;
  [[nodiscard]] uint32_t nation(WordId w, uint32_t alone) const;
  void adjectives(Entity& e, const Phrase& p);
  void affiliation(Entity& e, WordId adjective);
  void compose(Entity& e);
  [[nodiscard]] uint32_t spoken_of(std::string_view iso3) const { return out_.times_spoken_of(g_.lexicon, iso3); }
  [[nodiscard]] const Entity* inside(PhraseId p, Attachment how) const;

  const Grammar& g_;
  int32_t day_;
  Entities& out_;
  std::vector<uint32_t>& spoken_;  // how often the document names each country
};

/// Second step: what the words after a description say of whom it belongs to; the country of what stands in a known place.
void find_ties(const Grammar& g, Entities& out);

/// Third step: pronouns, "the latter", repeated descriptions, short names, abbreviations.
void find_antecedents(const Grammar& g, const Clauses& clauses, Entities& out);

/// Fourth step: the actor behind an office that is named by country and title, on the document's day (INT32_MIN where it has none: then
/// only somebody whom the document names). Country and sector stay what the phrase says.
/// How far the words go that say who each entity is (Entity::words).
void find_extents(const Grammar& g, const Clauses& clauses, Entities& out);
void find_holders(const Grammar& g, int32_t day, Entities& out);

}  // namespace isnad
