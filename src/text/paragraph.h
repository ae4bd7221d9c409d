// A paragraph as the third phase sees it: a range of tokens and what can be asked of each.
#pragma once

#include "text/text.h"

namespace isnad {

/// Tokens [first, last) of `text`, which has to outlive it. Questions about tokens outside give no, 0 or false.
struct Paragraph {
  const Text& text;
  size_t first;
  size_t last;
  uint32_t number;  // from 0

  [[nodiscard]] bool has(size_t i) const { return i >= first && i < last; }
  [[nodiscard]] size_t size() const { return last - first; }
  [[nodiscard]] Letter one(size_t i) const { return has(i) ? text.one(text.tokens[i]) : Letter{0}; }
  [[nodiscard]] bool is(size_t i, TokenKind kind) const { return has(i) && text.tokens[i].kind == kind; }
  [[nodiscard]] bool spaced(size_t i) const { return !has(i) || text.tokens[i].space_before; }
  [[nodiscard]] bool is_word(size_t i) const { return is(i, TokenKind::word) || is(i, TokenKind::latin); }
  [[nodiscard]] bool is_number(size_t i) const { return is(i, TokenKind::number); }
  [[nodiscard]] bool is_initial(size_t i) const { return is_word(i) && text.tokens[i].size() == 1; }
  [[nodiscard]] bool is_dash(size_t i) const { return one(i) == '-' || one(i) == letter::kDash; }
  [[nodiscard]] bool is_ellipsis(size_t i) const;
  [[nodiscard]] std::basic_string_view<Letter> folded(size_t i) const { return text.folded_of(text.tokens[i]); }
};

/// The closing token of the quotation or bracket that opens at `i`, at most `most` tokens on; 0 where there is none.
size_t group_end(const Paragraph& p, size_t i, size_t most);

}  // namespace isnad
