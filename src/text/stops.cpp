// Stops and what only looks like one: decimals, abbreviations, list markers, points of omission.
#include "text/stops.h"

#include <algorithm>

#include "text/arabic.h"

namespace isnad {
namespace {

constexpr size_t kTextAfterEllipsis = 4;  // tokens without a stop that must follow points for them to end a sentence
constexpr size_t kTextBeforeEllipsis = 3;
constexpr size_t kCutBack = 128;          // how far back a comma is looked for where a sentence is too long
constexpr size_t kMostCreditTokens = 8;   // of an agency's name in brackets, with them
constexpr size_t kLongestLatinTitle = 3;  // Mr. Dr. St.

// Consecutive stops, with or without spaces: ". . ." is an ellipsis too.
struct Run {
  size_t begin, end;
  bool ellipsis = false, question = false, spaced = false;  // spaced: a space before one of its signs
};

bool is_stop(const Paragraph& p, size_t i) {
  const Letter c = p.one(i);
  return c == '.' || c == '!' || c == '?' || p.is_ellipsis(i);
}

Run run_at(const Paragraph& p, size_t i, size_t limit) {
  Run run{i, i};
  size_t points = 0;
  for (; run.end < limit && is_stop(p, run.end); ++run.end) {
    points += p.one(run.end) == '.';
    run.ellipsis = run.ellipsis || p.is_ellipsis(run.end) || points > 1;
    run.spaced = run.spaced || p.spaced(run.end);
    run.question = run.question || p.one(run.end) == '!' || p.one(run.end) == '?';
  }
  return run;
}

bool goes_on(const Paragraph& p, size_t i) { return p.one(i) == ',' || p.one(i) == ';' || p.one(i) == ':'; }

bool follows_initial(const Paragraph& p, size_t begin, size_t i) { return i > begin && p.is_initial(i - 1); }

// Letters "A.B.C." before the last point at i, counted up to three.
size_t initials_before(const Paragraph& p, size_t begin, size_t i) {
  size_t n = 0;
  while (n < 3 && follows_initial(p, begin, i)) {
    ++n;
    if (i < begin + 2 || p.one(i - 2) != '.') break;
    i -= 2;
  }
  return n;
}

bool ends_after_initial(const Paragraph& p, size_t begin, size_t i) {
  const size_t chain = initials_before(p, begin, i);
  if (chain > 2) return !p.is_initial(i + 1);
  if (i >= begin + 2 && p.is_number(i - 2)) return p.spaced(i + 1);  // "1433 h."
  return chain == 2 && !p.spaced(i + 1) && !p.is_initial(i + 1);     // "a.f.And he said"
}

// Latin letters spelled out in Arabic, of agencies and of arms: C.N.N., S.300, S.M.-3
bool parts_letter_names(const Paragraph& p, size_t i) {
  if (!p.is(i - 1, TokenKind::word) || !names_latin_letter(p.folded(i - 1))) return false;
  if (p.is_number(i + 1)) return !p.spaced(i + 1);
  if (p.is_dash(i + 1)) return p.is_number(i + 2) && !p.spaced(i + 2);
  return p.is(i + 1, TokenKind::word) && names_latin_letter(p.folded(i + 1));
}

bool is_latin_title(const Paragraph& p, size_t i) {
  return p.is(i - 1, TokenKind::latin) && p.text.tokens[i - 1].size() <= kLongestLatinTitle && p.is(i + 1, TokenKind::latin);
}

bool full_stop_ends(const Paragraph& p, size_t begin, size_t i) {
  if (i == begin) return false;
  if (p.is_number(i - 1) && p.is_number(i + 1) && !p.spaced(i + 1)) return false;              // 15.7.2020, and "5 .1" for 1.5
  if (p.is_number(i - 1) && i - 1 == begin && p.text.tokens[begin].size() <= 2) return false;  // "1. first"
  if (follows_initial(p, begin, i)) return ends_after_initial(p, begin, i);
  if (p.is(i - 1, TokenKind::word) && is_prefixed_title(p.text.letters_of(p.text.tokens[i - 1]))) return !p.is_word(i + 1);
  return !is_latin_title(p, i) && !parts_letter_names(p, i);
}

bool ellipsis_ends(const Paragraph& p, size_t begin, const Run& run) {
  if (!run.spaced && !p.spaced(run.end)) return false;
  if (run.begin < begin + kTextBeforeEllipsis || run.end + kTextAfterEllipsis > p.last) return false;
  for (size_t i = run.end; i < run.end + kTextAfterEllipsis; ++i)
    if (is_stop(p, i)) return false;
  return true;
}

bool run_ends(const Paragraph& p, size_t begin, const Run& run) {
  if (goes_on(p, run.end)) return false;
  if (run.question) return run.begin > begin;
  return run.ellipsis ? ellipsis_ends(p, begin, run) : full_stop_ends(p, begin, run.begin);
}

// A stop inside a group ends the sentence around it only as "full." before a closing quote, or where the group is the whole sentence.
bool group_ends(const Paragraph& p, size_t begin, size_t open, size_t close) {
  if (close <= open + 3 || p.one(close - 1) != '.' || goes_on(p, close + 1)) return false;
  return (p.is(close, TokenKind::quote_close) || open == begin) && full_stop_ends(p, open + 1, close - 1);
}

// The token after a credit in brackets that begins a sentence inside a paragraph, "(agency) Cairo: ..."; `begin` where there is none.
size_t credit_end(const Paragraph& p, size_t begin) {
  if (begin == p.first || p.one(begin) != '(') return begin;
  const size_t close = group_end(p, begin, kMostCreditTokens);
  if (close == 0) return begin;
  for (size_t i = begin + 1; i < close; ++i)
    if (!p.is_word(i) && p.one(i) != '.' && p.one(i) != ',' && p.one(i) != '/') return begin;
  return close + 1;
}

// Marks that go with the sentence before them.
size_t with_closing_marks(const Paragraph& p, size_t i, size_t limit) {
  while (i < limit && (is_stop(p, i) || p.is(i, TokenKind::quote_close) || p.one(i) == ')' || p.one(i) == ']')) ++i;
  return i;
}

size_t cut_before(const Paragraph& p, size_t end) {
  for (size_t i = end; i > end - kCutBack; --i)
    if (p.one(i - 1) == ',' || p.one(i - 1) == ';') return i;
  return end;
}

}  // namespace

size_t sentence_end(const Paragraph& p, size_t begin) {
  const size_t most = begin + kMostSentenceTokens;
  if (const size_t end = credit_end(p, begin); end != begin && !goes_on(p, end)) return with_closing_marks(p, end, most);
  for (size_t i = begin; i < p.last; ++i) {
    if (i >= most) return cut_before(p, most);
    const size_t close = group_end(p, i, p.is(i, TokenKind::quote_open) ? kMostQuoteTokens : kMostBracketTokens);
    if (close != 0) {
      if (group_ends(p, begin, i, close)) return std::min(with_closing_marks(p, close + 1, most), most);
      i = close;
    } else if (is_stop(p, i)) {
      const Run run = run_at(p, i, most);
      if (run_ends(p, begin, run)) return with_closing_marks(p, run.end, most);
      i = run.end - 1;
    }
  }
  return std::min(p.last, most);
}

}  // namespace isnad
