// RSS (0.9 to 2.0, also as RDF) and Atom: which documents does a feed hold?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace isnad {

/// One item. What is not told is empty.
struct FeedItem {
  std::string title, text, url, id;
  std::string date;  ///< YYYY-MM-DD
};

struct Feed {
  std::string source, language;  ///< of all items
  std::vector<FeedItem> items;   ///< in their order
  std::string trouble;           ///< why reading stopped before the end; empty: it did not
};

/// A feed of at most 64 MiB. The text of an item is its whole content where the feed has it, else its summary, without markup. Entities of
/// the document's own are left alone and nothing is fetched. Where the XML breaks, the items before that are there and `trouble` tells.
/// Errors: too large; no feed at all.
Result<Feed> read_feed(std::string_view xml);

/// The day of "Sun, 05 Apr 2020 10:00:00 GMT" or of an ISO date and time, as YYYY-MM-DD; empty: neither.
std::string feed_day(std::string_view text);

}  // namespace isnad
