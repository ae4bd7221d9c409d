// What groups tokens inside a paragraph: quotations and brackets.
#include "text/paragraph.h"

#include <algorithm>

namespace isnad {
namespace {

Letter closing_bracket(Letter open) { return open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : Letter{0}; }

}  // namespace

bool Paragraph::is_ellipsis(size_t i) const {
  if (!has(i)) return false;
  const Token& t = text.tokens[i];
  const Letter c = text.letters[t.first];
  return c == letter::kEllipsis || (c == '.' && t.size() > 1);
}

size_t group_end(const Paragraph& p, size_t i, size_t most) {
  const Letter open = p.one(i), close = closing_bracket(open);
  const bool quote = p.is(i, TokenKind::quote_open);
  if (!quote && close == 0) return 0;
  const size_t limit = std::min(p.last, i + most + 1);
  size_t depth = 0;
  for (size_t k = i; k < limit; ++k) {
    if (quote ? p.is(k, TokenKind::quote_open) : p.one(k) == open) ++depth;
    if (quote ? p.is(k, TokenKind::quote_close) : p.one(k) == close) --depth;
    if (depth == 0) return k;
  }
  return 0;
}

}  // namespace isnad
