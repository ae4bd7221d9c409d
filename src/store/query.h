// What do the records of a database say? Filters, pages and counts; every value is bound, no SQL is made of what users write.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/pack.h"

namespace isnad::store {

/// Degrees, WGS 84, borders included; west > east: across the 180th meridian.
struct Box {
  double south = 0, west = 0, north = 0, east = 0;
};

/// Which records are meant. Several values of one field: any of them; several fields: all of them. An empty field asks nothing.
struct Filter {
  std::string since, until;  ///< ISO days, both included: the record's days overlap them; records without a day never match
  std::vector<std::string> actors, recipients, parties;  ///< id, code, country or name of somebody who did it, it was done to, either
  std::vector<std::string> countries, sectors;           ///< of either
  std::vector<std::string> places;                       ///< id, name (English in any case), province of a place it is at, from or to
  std::vector<std::string> place_countries;
  std::optional<Box> box;  ///< one of its places is in there
  std::vector<std::string> types, modes, statuses;
  std::vector<std::string> sources;   ///< outlets
  std::vector<std::string> speakers;  ///< id, code, country or name of somebody it is said by
  std::vector<std::string> ids;       ///< of records, or how they begin
  std::string text;       ///< words that the document has, all of them; "some words" in this order; word* a beginning; spelling is folded
  double confidence = 0;  ///< at least
  bool happened = false;  ///< only what Record::happened says
};

enum class Order : uint8_t { day, latest, confidence, document, type, source, count_ };
inline constexpr std::array<std::string_view, size_t(Order::count_)> kOrderNames{"day",      "latest", "confidence",
                                                                                 "document", "type",   "source"};

/// Rows to pass over, and most rows to give; most < 0: all.
struct Page {
  int64_t skip = 0, most = -1;
};

enum class Step : uint8_t { day, week, month, year, count_ };
inline constexpr std::array<std::string_view, size_t(Step::count_)> kStepNames{"day", "week", "month", "year"};

/// Records by the quad classes of PLOVER: verbal and material cooperation and conflict.
struct QuadCounts {
  int64_t all = 0, vc = 0, mc = 0, vk = 0, mk = 0;
  double score = 0;  ///< mean
};

struct Period {
  std::string from;  ///< its first day
  QuadCounts counts;
};

enum class PartyKey : uint8_t { country, code, actor, count_ };
inline constexpr std::array<std::string_view, size_t(PartyKey::count_)> kPartyKeyNames{"country", "code", "actor"};

/// Somebody who did something to somebody else, as often as records say.
struct Dyad {
  std::string source, target, first, last;  ///< first and last: days; empty: none is known
  QuadCounts counts;
};

/// An outlet, or whom records are said by; "" where documents name no outlet.
struct Voice {
  std::string name, code;  ///< code: of a speaker
  int64_t documents = 0, records = 0;
  std::string first, last;  ///< days of documents
};

/// Questions to one database. One thread.
class Queries {
 public:
  /// `fold` as for Writer. Errors: see Reader::open.
  static Result<std::unique_ptr<Queries>> open(const std::string& path, Fold fold);
  Queries(const Queries&) = delete;
  Queries& operator=(const Queries&) = delete;
  ~Queries();

  /// How many records there are. Errors, here and below: Filter::text without a word; what Database says.
  Result<int64_t> count(const Filter& filter);
  /// Lines of records, without line end, each valid during the call; false stops. Ties are in the order of documents.
  Status events(const Filter& filter, Order order, Page page, const std::function<bool(std::string_view line)>& take);
  /// Periods in which there is something, in their order. Records without a day are in none.
  Result<std::vector<Period>> timeline(const Filter& filter, Step step);
  /// The most frequent first. A record with several actors counts for each pair of them with a recipient.
  Result<std::vector<Dyad>> dyads(const Filter& filter, PartyKey key, Page page);
  /// Outlets, the most frequent first; with an empty filter also those without records.
  Result<std::vector<Voice>> sources(const Filter& filter, Page page);
  /// Whom records are said by, the most frequent first.
  Result<std::vector<Voice>> speakers(const Filter& filter, Page page);

 private:
  struct State;
  explicit Queries(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What to search for in full text.
struct Search {
  std::string match;                 ///< all words, in the language of FTS5, each quoted; empty: there is none
  std::vector<std::string> phrases;  ///< words that follow each other, as `phrase_text` writes them
};
Search search_of(std::string_view text, const Fold& fold);

/// The words of folded text with a blank before and behind each.
std::string phrase_text(std::string_view folded);

}  // namespace isnad::store
