// One story as one line of a page, and the numbers of its documents.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/brief_story.h"
#include "export/page.h"

namespace isnad::exports {

/// Numbers of documents, in the order of their first line. Keeps references to the records.
class Documents {
 public:
  size_t number(const record::Record& record);
  [[nodiscard]] const std::vector<const record::DocumentFacts*>& all() const { return all_; }

 private:
  std::map<std::pair<std::string, std::string>, size_t> numbers_;
  std::vector<const record::DocumentFacts*> all_;
};

/// Writes lines. All that it is given must outlive it.
class Teller {
 public:
  using Events = std::map<std::string_view, const record::Record*>;  ///< what is told of a record, by its id

  Teller(Page& page, Documents& documents, std::span<const record::Record> records, const Events& events, Tongue tongue)
      : page_(page), documents_(documents), records_(records), events_(events), tongue_(tongue) {}

  /// `with_status`: says whether it is threatened, promised or planned.
  void tell(const Told& story, bool with_status);

 private:
  void what(const record::Record& r, bool with_status);
  [[nodiscard]] std::string details(const record::Record& r, bool with_status) const;
  void contents(const record::Record& r);
  void part(Label what, std::string_view text);
  void people(Label what, const std::vector<record::Entity>& all);
  void place(Label what, const std::optional<record::Place>& p);
  void contest(const Contest& c);
  void said_by(Label what, const std::vector<Voice>& all);
  void voices(const std::vector<Voice>& all);
  std::set<size_t> numbers(const std::vector<uint32_t>& records);
  void cite(const std::vector<uint32_t>& records);
  void sources(const Told& story);

  Page& page_;
  Documents& documents_;
  std::span<const record::Record> records_;
  const Events& events_;
  Tongue tongue_;
};

}  // namespace isnad::exports
