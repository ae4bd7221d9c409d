// Facts in words, for people: the same for the table and for explanations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/facts.h"

namespace isnad {

/// The language in which known actors and places are named; unknown ones keep the text's own words.
enum class Names : uint8_t { english, arabic };

/// "US Army"; else the words of the text, with the code in brackets where there is one: "... [PAKMIL]"; what a pronoun means.
std::string actor_words(const EntityFacts& facts, Names names);
std::string place_words(const PlaceFacts& facts, Names names);
/// "ASSAULT aerial".
std::string coding_words(const View& view, const Event& event);
/// "killed: 8", "bases: 15", "troops: 4000-5000".
std::string quantity_words(const View& view, const QuantityRef& quantity);
/// "2020-02-03"; "2020-02" for a month, "2020" for a year; "2020-02-01 to 2020-02-29"; "since 2020-02"; the text's words where not
/// resolved.
std::string date_words(const View& view, const DateMention& date);
/// "Donald Trump (twitter)", "the army denies".
std::string attribution_words(const View& view, const AttributionRef& attribution, Names names);
/// "occurred", and what qualifies it, one line each: "not" ...
std::vector<std::string> status_words(const Event& event);

}  // namespace isnad
