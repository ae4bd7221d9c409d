// The words of the brief in English and Arabic: nouns and labels, so that nothing has to agree with a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "record/record.h"

namespace isnad::exports {

enum class Tongue : uint8_t { english, arabic };

enum class Label : uint8_t {
  title,
  happened,
  planned,
  denied,
  documents,
  nothing,
  records,
  background,
  by,
  to,
  theme,
  at,
  from,
  towards,
  according_to,
  condition,
  content,
  comma,
  contested,
  denied_by,
  accused_by,
  independent,
  stories,
  actor,
  place,
  date,
  count_
};

std::string_view label(Label what, Tongue tongue);

/// The word for a type, mode, status or kind of number; what has none stands for itself.
std::string_view word(std::string_view term, Tongue tongue);

/// A name in that language, else in the other, else the words of the text.
std::string_view name_in(const record::Name& name, const std::string& text, Tongue tongue);

}  // namespace isnad::exports
