// The Arabic words that say what a place name names ("the town of X") and in which direction a point lies from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/letters.h"

namespace isnad::arabic_place {

/// Kinds of places as bits, in the order of kKindNames.
enum Kind : uint32_t {
  kCity = 1,
  kTown = 2,
  kVillage = 4,
  kDistrict = 8,
  kProvince = 16,
  kRegion = 32,
  kQuarter = 64,
  kCamp = 128,
  kCrossing = 256,
  kAirport = 512,
  kBase = 1024,
  kPort = 2048,
  kMountain = 4096,
  kRiver = 8192,
  kSea = 16384,
  kStrait = 32768,
  kSite = 65536,
  kField = 131072,
  kIsland = 262144
};

/// What a place after this word is; 0 where the word says nothing. `folded`: letters of the stem without article.
uint32_t kinds_after(std::basic_string_view<Letter> folded);

/// The same for its dual or plural, as it stands before names; 0 where the word says nothing.
uint32_t kinds_after_plural(std::basic_string_view<Letter> folded);

/// "Kingdom", "sultanate", "republic", "emirate": what a state is called by its form alone.
bool is_form_of_state(std::basic_string_view<Letter> folded);

/// The bit of a kind of knowledge/places; 0 for one that no word names.
uint32_t kind_bit(std::string_view kind);

/// Degrees clockwise from north of "north", "southern" and the like; nothing for another word.
std::optional<float> bearing_of(std::basic_string_view<Letter> folded);

/// Kilometres of a unit of distance; 0 for another word.
float kilometres_of(std::basic_string_view<Letter> folded);

/// "from", "off": may stand between a direction and the place.
bool is_from(std::basic_string_view<Letter> folded);

}  // namespace isnad::arabic_place
