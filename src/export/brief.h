// What should a person read first? Records as a page: what happened day by day, what was announced, what is denied, each line with its
// source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "export/brief_words.h"
#include "export/export.h"
#include "record/record.h"

namespace isnad::exports {

class Page;
class Teller;

struct BriefOptions {
  std::optional<Day> since, until;  ///< both included; of the record's day (see `when`)
  std::vector<std::string> actors;  ///< records with any of these as actor or recipient: an id, a code, a country; empty: all
  Tongue tongue = Tongue::english;
  bool html = false;  ///< else Markdown
};

/// Gathers records in any order, then writes the page. Keeps the records that the options choose, no others. Background is counted, not
/// told; records are told as they are, one by one: two outlets that tell of one event are two lines. One thread.
class Brief {
 public:
  explicit Brief(BriefOptions options) : options_(std::move(options)) {}

  /// False: the options leave it out, or it has no day.
  bool add(record::Record record);
  /// The page, ending in a line break; the same for any order of `add`. Text of the records can't break it or run in it.
  [[nodiscard]] std::string page();
  [[nodiscard]] size_t lines() const { return entries_.size(); }

 private:
  struct Entry {
    Day day;
    record::Record record;
  };

  void tell(Kinds kinds, Label heading, Page& page, Teller& teller) const;

  BriefOptions options_;
  std::vector<Entry> entries_;
  size_t background_ = 0;
};

}  // namespace isnad::exports
