// WARC, as Common Crawl's archives have it (ISO 28500): one record after the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/blocks.h"

namespace isnad {

/// A page that an archive holds.
struct WarcPage {
  std::string url, date;  ///< date: when it was fetched, YYYY-MM-DD
  std::string type;       ///< media type, in lower case: text/html, text/plain
  std::string charset;    ///< that the server told; may be empty
  std::string body;
};

/// Records larger than this are passed over.
inline constexpr size_t kLargestPage = size_t{32} << 20;

/// Reads the next page: a response with status 200, or a resource or conversion, of text. Other records are passed over. No page: at the
/// end. Errors: a broken or cut record; the next call goes on after it. `record` counts records, from 1.
Result<std::optional<WarcPage>> next_page(BlockReader& reader, int& record);

/// The page of one HTTP response, as in a record's block; none where its status is not 200 or it is no text. Errors: headers without end,
/// an encoding of the body that is not read.
Result<std::optional<WarcPage>> page_of_response(std::string_view http);

}  // namespace isnad
