// What should a person read first? Stories as a page: what happened day by day, what was announced, what is denied, each line with its
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
struct Told;

struct BriefOptions {
  std::optional<Day> since, until;  ///< both included; of the record's day (see `when`)
  std::vector<std::string> actors;  ///< records with any of these as actor or recipient: an id, a code, a country; empty: all
  Tongue tongue = Tongue::english;
  bool html = false;  ///< else Markdown
};

/// Gathers records in any order, then writes the page. Keeps the records that the options choose, no others. They are merged into stories
/// (story/story.h), and each story is one line with all its documents and what they contest. Stories that are only mentioned as background
/// are counted, not told. One thread.
class Brief {
 public:
  explicit Brief(BriefOptions options) : options_(std::move(options)) {}

  /// False: the options leave it out, or it has no day.
  bool add(record::Record record);
  /// The page, ending in a line break; the same for any order of `add`. Text of the records can't break it or run in it.
  [[nodiscard]] std::string page();
  /// Stories told, once there is a page.
  [[nodiscard]] size_t lines() const { return lines_; }

 private:
  void tell(const std::vector<Told>& stories, Kinds kinds, Label heading, Page& page, Teller& teller) const;

  BriefOptions options_;
  std::vector<record::Record> records_;
  size_t lines_ = 0;
};

}  // namespace isnad::exports
