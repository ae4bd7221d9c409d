// Which words does full-text search know a document by?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::store {

/// The words of folded text in their order, as the tokenizer "ascii" of FTS5 parts them.
std::vector<std::string_view> words_of(std::string_view folded);

/// Each word of folded title and text once, parted by blanks, in the order of first use: all that an index without positions keeps of them.
std::string distinct_words(std::string_view title, std::string_view text);

}  // namespace isnad::store
