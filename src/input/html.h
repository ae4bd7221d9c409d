// What does a web page say: its main text, and what it says about itself?
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace isnad {

/// A page with more tags is no news report; what it would cost to read grows faster than they do.
inline constexpr size_t kMostTags = 50'000;

/// What is not told is empty. All of it is text: no markup is left in it, and nothing of it is fetched or run.
struct Page {
  std::string title, text;
  std::string date;  ///< as it stands there
  std::string source, url, language;
};

/// The page of `html`. `charset` is what its bearer said of the encoding; may be empty.
///
/// text: paragraphs, headings, list items and cells of the part of the page that holds most running text, a line each. Navigation, forms,
/// scripts, styles, asides, headers, footers and blocks that are mostly links are left out. title, date, source, url: Open Graph and
/// article tags, schema.org's JSON-LD and microdata, Dublin Core; else <title> or the first <h1>, the first <time>. Errors: more than
/// kMostTags.
Result<Page> read_html(std::string_view html, std::string_view charset = {});

/// The text of a piece of HTML, all of it, a line a block.
Result<std::string> text_of_html(std::string_view html);

}  // namespace isnad
