// The entity layer: which actor, place or day is meant; coreference, roles at that date, codes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clause/clauses.h"

namespace isnad {

enum class Via : uint8_t { name, alias, description, coreference, metonymy, count_ };
inline constexpr std::array<std::string_view, 5> kViaNames{"name", "alias", "description", "coreference", "metonymy"};

/// A place or country that the text names; one of `place` and `country` is set.
struct PlaceMention {
  Span span;
  TokenId first, last;       // tokens [first, last)
  uint32_t name = kNone;     // index into Mentions::names; kNone: a word that is a place here, or an adjective
  uint32_t node = kNone;     // of the lexicon's names; kNone: an adjective
  uint32_t place = kNone;    // index into Lexicon::places
  uint32_t country = kNone;  // index into Lexicon::countries
  uint32_t kinds = 0;        // arabic_place::Kind bits of the word before it
  bool several = false;      // which was a plural: what is coordinated with it is of these kinds too
  bool open = false;         // read as a place on account of a preposition alone
  float distance = 0;        // what is meant lies so many kilometres from it, 0: the place itself
  float bearing = -1;        // in this direction, degrees clockwise from north; below 0: not said
  Span from;                 // the words of the distance
  std::string_view rule;
};
using PlaceId = Id<struct PlaceTag>;  // index into Entities::places

/// Where a mention lies. `radius`: kilometres within which a distance that the text gives leaves it; 0: none given.
struct Point {
  float lat = 0, lon = 0, radius = 0;
};
Point point_of(const Lexicon& lexicon, const PlaceMention& m);

/// What a phrase stands for. Strings are views into the lexicon.
struct Entity {
  PhraseId phrase;      // where the text says it
  Span words;           // the words that say who: the phrase's, and what completes it ("forces loyal to X")
  EntityId antecedent;  // for coreference: the entity meant
  EntityId also;  // another entity that the phrase stands for, with an antecedent of its own: "both sides"; there may be more behind it
  EntityKind kind = EntityKind::none;
  Via via = Via::description;
  Sector sector = Sector::none;
  std::string_view country;          // ISO 3166-1 alpha-3, or IGO UNO ...; what the phrase itself or the linked entity says
  std::string_view ground;           // for a place that is none itself: the country it lies in; codes fall back to it
  std::string_view context_country;  // what only the context suggests
  std::array<std::string_view, 2> affiliation{};
  uint32_t actor = kNone;   // index into Lexicon::actors
  uint32_t state = kNone;   // index into Lexicon::countries
  uint32_t place = kNone;   // index into Lexicon::places (places and countries are places too)
  PlaceId named;            // where the text names it; none where it is not named
  uint32_t office = kNone;  // index into Lexicon::offices: the one held at the document's date
  uint64_t classes = 0;     // NounClass bits of the head
  uint32_t number = kNone;  // index into Mentions::numbers: how many
  std::string_view rule;
};

/// The rule of a pronoun that stands for nobody and nothing: "this is", "it is the case that".
inline constexpr std::string_view kNobody = "pronoun.nobody";

/// Somebody named, and the last bytes of what the text and the lexicon call him, by which most names differ already.
struct NamedPerson {
  EntityId entity;
  uint32_t called = 0, known = 0;
};

struct Entities {
  std::vector<Entity> entities;      // in the order of the text; after them those that only an `also` leads to
  std::vector<PlaceMention> places;  // in the order of the text
  std::vector<PlaceId> place_of;     // per name of Mentions: the place it is; none
  std::vector<PlaceId> place_at;     // per word that is no name: the place it is all the same; none
  std::vector<EntityId> entity_of;   // per phrase; none where nothing could be said
  std::vector<ClauseId> holder_of;   // scratch: per phrase the clause that it is an argument of, or inside one
  std::vector<int> standing_of;      // scratch: per phrase how much it counts in that clause
  std::vector<NamedPerson> people;   // scratch: who was named so far
  std::vector<EntityId> bodies;      // scratch: the known groups and bodies among the rest
  std::vector<Entity> twins;         // scratch: those that another entity's `also` leads to
  std::vector<uint32_t> spoken_of;   // scratch: how often the document names each country

  [[nodiscard]] const Entity& operator[](EntityId id) const { return entities[id.value]; }
  /// How often the document names the country with this code; 0 for what is no country's.
  [[nodiscard]] uint32_t times_spoken_of(const Lexicon& lexicon, std::string_view iso3) const {
    const uint32_t country = lexicon.country(iso3);
    return country < spoken_of.size() ? spoken_of[country] : 0;
  }
};

void find_entities(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, const Mentions& mentions,
                   const Clauses& clauses, Entities& out);

std::string dump(const Lexicon& lexicon, const Document& document, const Mentions& mentions, const Entities& entities);

}  // namespace isnad
