// Which events do the files of other projects hold? One list for ICEWS, POLECAT, GDELT, ACLED, UCDP GED, KEDS, Isnad's own records and
// plain tables; rows that can't be used are counted and named.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "outlook/happenings.h"
#include "record/codes.h"

namespace isnad {

enum class EventFormat : uint8_t { automatic, isnad, icews, polecat, gdelt, acled, ucdp, keds, plain, count_ };
inline constexpr std::array<std::string_view, size_t(EventFormat::count_)> kEventFormatNames{"auto",  "isnad", "icews", "polecat", "gdelt",
                                                                                             "acled", "ucdp",  "keds",  "plain"};

/// name: the actors as named; country: their countries; place: the country (or first-order district, where known) it happened in, as the
/// target of "*".
enum class Parties : uint8_t { name, country, place, count_ };
inline constexpr std::array<std::string_view, size_t(Parties::count_)> kPartiesNames{"name", "country", "place"};

struct ImportOptions {
  EventFormat format = EventFormat::automatic;
  Parties parties = Parties::name;
  Scheme scheme = Scheme::none;  // of codes in keds and plain files; none: CAMEO, or WEIS where a code starts with 21 or 22
  /// Of plain files: their columns in order, or "field=column" by the header's names. Fields: date, source, target, code, class, place,
  /// record, text; "-" for a column to skip. Empty: the header's own names.
  std::vector<std::string> columns;
  double days_per_unit = 1;  // of numeric dates: how many days one unit is
  Day zero = 0;              // the day that a numeric date of 0 means
};

/// Where a record of Isnad's stands: its document and outlet, and its sentence in code points of the document's text; -1: not told.
struct Told {
  std::string document, outlet;
  int64_t begin = -1, end = -1;
};

/// One event. Empty where the file says nothing.
struct Coded {
  Day day = 0;
  std::string source, target, code, place, record, text;
  Quad quad = Quad::other;
  Told told;  // of Isnad's records only
};

/// Rows left out for one reason.
struct LeftOut {
  size_t rows = 0;
  int first_line = 0;
};

struct Imported {
  std::vector<Coded> events;
  size_t rows = 0;
  std::map<std::string, LeftOut> bad;      // broken rows, by what is wrong
  std::map<std::string, LeftOut> skipped;  // good rows that are no events between two parties
  EventFormat format = EventFormat::automatic;
  Scheme scheme = Scheme::none;
};

/// Reads one file's bytes. Errors (with the file's name): not recognised, a missing column, no UTF-8 text at all.
Result<Imported> import_events(std::string_view bytes, const std::string& file, const ImportOptions& options);

/// The name of an event's mark under a pattern: "event" where it matches, else its class (see happenings_of).
std::string_view mark_of(const Coded& event, std::string_view pattern);

/// The list as the outlook takes it. `pattern`: comma-separated beginnings of codes, or classes (MK); events that match get the mark
/// "event", which is mark 0; others the mark of their class. An event's origin is its place in `events`. Ordered by day.
Happenings happenings_of(const std::vector<Coded>& events, std::string_view pattern);

/// CSV with the header date,source,target,code,class,place,record,text, which plain import reads back; without `code` where no event has
/// one.
std::string to_csv(const std::vector<Coded>& events);

}  // namespace isnad
