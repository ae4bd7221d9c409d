// What is known of an actor, a place, a day: the layers' indices turned into words, once for all output formats.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "report/view.h"

namespace isnad {

/// Empty strings are unknown. Views point into the lexicon and the document.
struct EntityFacts {
  std::string_view text;  // the phrase's words
  Span span;
  std::string_view referent;  // coreference: the words of what is meant
  Span referent_span;
  bool pronoun = false;  // the phrase is a pronoun: text and span are its antecedent's, referent the pronoun's
  std::string_view id, name_ar, name_en;
  std::string_view country, sector, context_country, via, title;
  std::array<std::string_view, 2> affiliation{};
  const NumberMention* count = nullptr;
  std::string_view rule;

  [[nodiscard]] std::string code() const { return std::string(country) + std::string(sector); }
};

struct PlaceFacts {
  std::string_view text;
  Span span;
  std::string_view mention;  // where the phrase is a pronoun, as in EntityFacts: the pronoun
  Span mention_span;
  std::string_view id, name_ar, name_en, kind, admin1, country, precision;
  std::optional<float> lat, lon;  // of the point, where the text gives a distance
  float km = 0;                   // "30 kilometres north of": from the place named to the point; 0: none
  std::optional<float> bearing;   // degrees clockwise from north
  float radius = 0;               // kilometres within which the point lies
  Span offset_span;               // the number
};

/// An entity that `none()` leaves everything empty.
EntityFacts entity_facts(const View& view, EntityId id);
/// A phrase that no entity was made of: its words only.
EntityFacts phrase_facts(const View& view, PhraseId id);
PlaceFacts place_facts(const View& view, EntityId id);
/// Of a name where it stands.
PlaceFacts named_place_facts(const View& view, const PlaceMention& mention);

/// Names of the event's mode (empty if none), quad class and CAMEO code: the frame's, or the type's root code where the frame gives none or
/// the record's type isn't the frame's own (a planned visit is an AGREE).
std::string_view mode_of(const View& view, const Event& event);
std::string_view quad_of(const View& view, const Event& event);
std::string_view cameo_of(const View& view, const Event& event);
std::string_view frame_of(const View& view, const Event& event);

/// "2020-02-01" from days since 1970-01-01; empty outside the years 1 to 9999.
std::string day_text(int32_t day);

/// Start and end of a date as day_text, empty where open or not resolved.
struct DateFacts {
  std::string start, end;
  std::string_view precision, text;
  Span span;
};
DateFacts date_facts(const View& view, const DateMention& date);

}  // namespace isnad
