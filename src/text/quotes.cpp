// Quotation marks by context, since newswire turns them around as often as not.
#include "text/quotes.h"

namespace isnad {
namespace {

enum class Sort { none, straight, apostrophe, opening, closing };

struct Marks {  // what is open in this paragraph
  bool straight = false;
  bool apostrophe = false;
  bool shaped = false;
};

Sort sort_of(const Text& text, const Token& t) {
  if (t.size() > 2 || t.size() == 0) return Sort::none;
  const Letter c = text.letters[t.first];
  if (t.size() == 2) return c == '<' ? Sort::opening : c == '>' ? Sort::closing : c == '\'' ? Sort::straight : Sort::none;
  switch (c) {
    case '"':
      return Sort::straight;
    case '\'':
      return Sort::apostrophe;
    case letter::kOpenQuote:
      return Sort::opening;
    case letter::kCloseQuote:
      return Sort::closing;
    default:
      return Sort::none;
  }
}

bool free_before(const Text& text, size_t first, size_t i) {
  if (i == first || text.tokens[i].space_before) return true;
  const Token& before = text.tokens[i - 1];
  const Letter c = text.one(before);
  return before.kind == TokenKind::quote_open || c == '(' || c == '[' || c == '{';
}

bool free_after(const Text& text, size_t i) {
  if (i + 1 == text.tokens.size() || text.tokens[i + 1].space_before) return true;
  switch (text.one(text.tokens[i + 1])) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case ')':
    case ']':
    case '}':
    case letter::kCloseQuote:
      return true;
    default:
      return false;
  }
}

// Spaces on one side only say whether it opens (true); otherwise the fallback does.
bool opens(bool before, bool after, bool fallback) { return before == after ? fallback : before; }

TokenKind kind_of(bool opening) { return opening ? TokenKind::quote_open : TokenKind::quote_close; }

void settle_one(size_t first, size_t i, Sort sort, Marks& open, Text& out) {
  const bool before = free_before(out, first, i), after = free_after(out, i);
  Token& t = out.tokens[i];
  if (sort == Sort::straight) {
    open.straight = opens(before, after, !open.straight);
    t.kind = kind_of(open.straight);
  } else if (sort == Sort::apostrophe) {
    if (before == after || (!before && !open.apostrophe)) return;
    open.apostrophe = before;
    t.kind = kind_of(before);
  } else {  // turned around only where that gives a pair
    const bool opening = sort == Sort::opening;
    const bool turned = before != after && before != opening && open.shaped == opening;
    open.shaped = opening != turned;
    t.kind = kind_of(open.shaped);
  }
}

}  // namespace

void settle_quotes(size_t first, Text& out) {
  Marks open;
  for (size_t i = first; i < out.tokens.size(); ++i) {
    const Sort sort = sort_of(out, out.tokens[i]);
    if (sort != Sort::none) settle_one(first, i, sort, open, out);
  }
}

}  // namespace isnad
