// What do the records of one story say, field by field, and on whose word?
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "story/story.h"

namespace isnad::story {

/// What all stories of a run have in common.
struct Context {
  std::span<const record::Record> records;
  std::vector<uint32_t> rank;                                     ///< of each record in the order of documents and sentences
  std::set<std::string_view> outlets;                             ///< all that documents name as their source
  std::map<std::string_view, std::vector<uint32_t>> accusations;  ///< by id of the record that somebody is accused of
};
[[nodiscard]] Context context_of(std::span<const record::Record> records, std::span<const uint32_t> order);

/// The story of these accounts (indexes into `accounts`, at least one).
[[nodiscard]] Story make_story(const Context& context, const std::vector<Account>& accounts, std::span<const uint32_t> members);

/// The outlet of a record; the document's id where it names none.
[[nodiscard]] std::string_view outlet_of(const record::Record& record);
/// A name for people: English where known, else the words of the text.
[[nodiscard]] std::string_view label_of(const record::Entity& entity);
/// The innermost speaker, else the outlet.
[[nodiscard]] Said said_in(const record::Record& record, uint32_t index);

}  // namespace isnad::story
