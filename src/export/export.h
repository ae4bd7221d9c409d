// How do others want events? Records written in the formats of the field, one record at a time.
//
// docs/exports.md says for each format what its columns hold and what is lost.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "record/record.h"

namespace isnad::exports {

enum class Format : uint8_t { plover, polecat, gdelt, gdelt_mentions, icews, acled, csv, geojson, hxl, gexf, graphml, count_ };
inline constexpr std::array<std::string_view, size_t(Format::count_)> kFormatNames{
    "plover", "polecat", "gdelt", "gdelt-mentions", "icews", "acled", "csv", "geojson", "hxl", "gexf", "graphml"};

/// What a record is, once: denied before planned before background before happened. `planned`: any status but occurred and ongoing, or
/// future or hypothetical. `announced`: of those the AGREE or CONCEDE that PLOVER makes of an act which somebody says will come ("will
/// visit"): whoever counts the announcement as an event wants it.
enum class Kind : uint8_t { happened, background, announced, planned, denied, count_ };
inline constexpr std::array<std::string_view, size_t(Kind::count_)> kKindNames{"happened", "background", "announced", "planned", "denied"};
Kind kind_of(const record::Record& record);

/// A set of kinds, a bit each.
using Kinds = uint8_t;
inline constexpr Kinds kind_bit(Kind k) { return static_cast<Kinds>(1U << static_cast<unsigned>(k)); }
inline constexpr Kinds kAllKinds = static_cast<Kinds>((1U << static_cast<unsigned>(Kind::count_)) - 1);

/// The kinds a format takes where the user doesn't say: all where it has a column for status, else only what happened.
Kinds default_kinds(Format format);

/// A record, and the words of its sentence where the caller has the document; else empty.
struct Item {
  const record::Record& record;
  std::string_view sentence;
};

/// Why a record is not in the file: it is of a kind that isn't wanted (in the order of Kind), or the format can't take it.
enum class Left : uint8_t { no, happened, background, announced, planned, denied, undated, nowhere, nobody, no_such_event, count_ };
inline constexpr std::array<std::string_view, size_t(Left::count_)> kLeftNames{"",
                                                                               "happened",
                                                                               "are background of others",
                                                                               "are only announced",
                                                                               "are planned, threatened or only possible",
                                                                               "are denied",
                                                                               "have no day, or only a period of more than 31 days",
                                                                               "have no place, or none that is known well enough",
                                                                               "name no two parties that are known",
                                                                               "are no events of this format's types"};

/// A format at work. Each call appends bytes to `out`: `begin` once, `add` for each record, `end` once. Table formats keep nothing between
/// calls; actor networks keep counts for each actor and pair and write at the end, the same for any order of records. Copies share their
/// state. One thread.
struct Exporter {
  std::function<void(std::string& out)> begin;
  std::function<Left(const Item& item, std::string& out)> add;
  std::function<void(std::string& out)> end;
};

/// The exporter of a format, for records of these kinds. Total: odd values are written as the format's readers can take them.
Exporter make_exporter(Format format, Kinds kinds);

}  // namespace isnad::exports
