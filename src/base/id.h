// Typed dense ids: indices into one layer's vector that can't be mixed with another layer's.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace isnad {

/// An index into the vector of one kind of thing. Absence is `none()`, which compares greater than every real id.
template <class Tag>
struct Id {
  uint32_t value = UINT32_MAX;

  static constexpr Id none() { return {}; }
  static constexpr Id at(size_t index) { return {static_cast<uint32_t>(index)}; }
  [[nodiscard]] constexpr bool valid() const { return value != UINT32_MAX; }
  constexpr explicit operator bool() const { return valid(); }
  [[nodiscard]] constexpr Id next() const { return {value + 1}; }
  [[nodiscard]] constexpr Id prev() const { return {value - 1}; }
  constexpr auto operator<=>(const Id&) const = default;
};

using TokenId = Id<struct TokenTag>;
using SentenceId = Id<struct SentenceTag>;
using WordId = Id<struct WordTag>;
using LemmaId = Id<struct LemmaTag>;
using PhraseId = Id<struct PhraseTag>;
using ClauseId = Id<struct ClauseTag>;
using EntityId = Id<struct EntityTag>;
using EventId = Id<struct EventTag>;
using RuleId = Id<struct RuleTag>;

}  // namespace isnad
