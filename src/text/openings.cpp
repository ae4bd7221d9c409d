// Datelines by their shape alone, since this room knows no names: a few words, then the marks that newswires put after them.
#include "text/openings.h"

#include <algorithm>

#include "text/arabic.h"

namespace isnad {
namespace {

constexpr size_t kMostPlaceWords = 4;
constexpr size_t kMostPlaces = 3;
constexpr size_t kMostTokens = 16;       // of a dateline
constexpr size_t kMostSourceTokens = 8;  // of an agency in brackets or between dashes
constexpr size_t kMostPaperTokens = 5;   // of a newspaper's name in quotes, with them
constexpr size_t kLongText = 12;         // tokens that a statement after a bare "place -" must have
constexpr size_t kLongParagraph = 24;    // ... after a bare "place:"; shorter ones are headlines that quote somebody
constexpr size_t kMostMonthTokens = 5;   // "January/ Kanun II"
constexpr uint32_t kOpeningParagraphs = 2;

bool joins_numbers(const Paragraph& p, size_t i) {  // the dash of 15-7, the slash of 15/7
  return p.is_number(i - 1) && p.is_number(i + 1) && !p.spaced(i) && !p.spaced(i + 1);
}
bool parting_dash(const Paragraph& p, size_t i) { return p.is_dash(i) && !joins_numbers(p, i); }
bool loose(const Paragraph& p, size_t i) { return p.spaced(i) || p.spaced(i + 1); }  // has a space on some side

// The words of a place at `i`: one to four, not the beginning of a clause. `i` itself where there are none.
size_t place_end(const Paragraph& p, size_t i) {
  size_t end = i;
  while (end < i + kMostPlaceWords && p.is_word(end) && !p.is_initial(end)) {
    if (p.is(end, TokenKind::word) && opens_clause(p.folded(end))) return i;
    ++end;
  }
  return p.is_word(end) && !p.is_initial(end) ? i : end;
}

// One place or up to three with commas between them.
size_t places_end(const Paragraph& p, size_t i) {
  size_t end = place_end(p, i);
  for (size_t n = 1; n < kMostPlaces && end > i && p.one(end) == ','; ++n) {
    const size_t next = place_end(p, end + 1);
    if (next == end + 1) break;
    end = next;
  }
  return end;
}

size_t after_marks(const Paragraph& p, size_t i) {
  for (size_t n = 0; n < 2 && (parting_dash(p, i) || p.one(i) == ':' || p.one(i) == '/'); ++n) ++i;
  return i;
}

size_t short_quote_end(const Paragraph& p, size_t i) {  // the token after a newspaper's name in quotes, or i
  if (!p.is(i, TokenKind::quote_open)) return i;
  const size_t close = group_end(p, i, kMostPaperTokens);
  if (close == 0) return i;
  for (size_t k = i + 1; k < close; ++k)
    if (!p.is_word(k) || (p.is(k, TokenKind::word) && opens_clause(p.folded(k)))) return i;
  return close + 1;
}

// Letters of an agency, with or without points: at least two. The token after them, or i.
size_t initials_end(const Paragraph& p, size_t i) {
  size_t end = i, n = 0;
  while (p.is_initial(end)) {
    ++n;
    ++end;
    if (p.one(end) == '.' && (p.is_initial(end + 1) || n > 1)) ++end;
  }
  return n > 1 ? end : i;
}

// The token after the brackets of a country at `i`, where a day or the brackets of an agency follow: "Baghdad (Iraq) (AFP)"; or i.
size_t country_end(const Paragraph& p, size_t i) {
  const size_t close = i > p.first && p.one(i) == '(' ? group_end(p, i, kMostSourceTokens) : 0;
  return close && (p.is_number(close + 1) || p.one(close + 1) == '(') ? close + 1 : i;
}

// [place (country) date] (agency) -
size_t bracketed(const Paragraph& p) {
  size_t open = p.first, words = 0;
  for (; open < p.first + kMostTokens; ++open) {
    open = country_end(p, open);
    if (p.one(open) == '(') break;
    const bool fits = p.is_word(open) || p.is_number(open) || p.is_dash(open) || p.one(open) == '/' || p.one(open) == ',';
    words += p.is_word(open);
    if (!fits || words > kMostPlaceWords + 2) return p.first;
  }
  if (open > p.first && place_end(p, p.first) == p.first && !(p.is_word(p.first) && !p.is_word(p.first + 1))) return p.first;
  const size_t close = group_end(p, open, kMostSourceTokens);
  if (close == 0) return p.first;
  const size_t end = after_marks(p, close + 1);
  const bool agency = initials_end(p, open + 1) == close;
  return end > close + 1 || (agency && open > p.first) || (close + 1 == p.last && words > 0 && words < kMostPlaceWords) ? end : p.first;
}

// place/ date/ agency /
size_t slashed(const Paragraph& p) {
  size_t end = p.first, slashes = 0;
  for (size_t i = p.first, part = 0; i < p.first + kMostTokens && p.has(i); ++i) {
    if (p.one(i) == '/' && loose(p, i)) {
      if (part == 0 || part > kMostPlaceWords) break;
      end = i + 1;
      part = 0;
      ++slashes;
    } else if (p.is_word(i) || p.is_number(i) || p.one(i) == '/' || p.is_dash(i) || p.one(i) == '.') {
      if (i == p.first && p.is(i, TokenKind::word) && opens_clause(p.folded(i))) break;
      ++part;
    } else {
      break;
    }
  }
  return slashes > 1 ? end : p.first;
}

// The token after a day: "10 January [2028]", "10 January/ Kanun II 2028", "10-1-2028"; or i.
size_t day_end(const Paragraph& p, size_t i) {
  if (!p.is_number(i)) return i;
  size_t end = i + 1;
  if (p.is(end, TokenKind::word) && is_month(p.folded(end))) {
    for (const size_t last = end + kMostMonthTokens; end < last && (p.is_word(end) || p.one(end) == '/'); ++end) {
      if (p.is(end, TokenKind::word) && opens_clause(p.folded(end))) return i;
    }
    return p.is_number(end) ? end + 1 : end;
  }
  while (p.is_number(end + 1) && (p.is_dash(end) || p.one(end) == '/') && !p.spaced(end) && !p.spaced(end + 1)) end += 2;
  return end == i + 5 ? end : i;
}

// place day - text   place, day: text
size_t dated(const Paragraph& p) {
  const size_t place = places_end(p, p.first);
  if (place == p.first) return p.first;
  const size_t day = p.one(place) == ',' ? place + 1 : place;
  const size_t end = day_end(p, day);
  if (end == day || !(p.one(end) == ':' || (parting_dash(p, end) && loose(p, end)))) return p.first;
  const size_t body = after_marks(p, end);
  return p.is_number(body) ? p.first : body;  // "10 January - 12 February"
}

// place - a f p:   place - a.f.p -
size_t lettered(const Paragraph& p) {
  const size_t place = places_end(p, p.first);
  if (place == p.first) return p.first;
  const size_t letters = after_marks(p, place);
  const size_t end = initials_end(p, letters);
  if (end == letters) return p.first;
  const size_t after = after_marks(p, end);
  return after > end || letters > place ? after : p.first;
}

// The token after "- agency", "- reporter, agencies" and the like, up to eight tokens that a colon ends; or i.
size_t credit_end(const Paragraph& p, size_t i) {
  if (p.is(i, TokenKind::word) && opens_clause(p.folded(i))) return i;
  for (size_t end = i; end < i + kMostSourceTokens && p.has(end); ++end) {
    if (p.one(end) == ':') return end > i ? end + 1 : i;
    const bool quote = p.is(end, TokenKind::quote_open) || p.is(end, TokenKind::quote_close);
    if (!p.is_word(end) && !quote && !parting_dash(p, end) && p.one(end) != ',' && p.one(end) != '.') return i;
  }
  return i;
}

// Cairo <<paper>>:   Cairo - <<paper>>:   Cairo: <<paper>>
size_t papered(const Paragraph& p) {
  const size_t place = places_end(p, p.first);
  if (place == p.first) return p.first;
  const size_t open = after_marks(p, place);
  const size_t close = short_quote_end(p, open);
  if (close == open) return p.first;
  if (parting_dash(p, close) || p.one(close) == ',') {
    const size_t credit = credit_end(p, close + 1);
    if (credit != close + 1) return credit;
  }
  const size_t end = after_marks(p, close);
  return end > close || p.one(place) == ':' ? end : p.first;
}

// place - somebody:   place - agency - text   place - text
size_t dashed(const Paragraph& p) {
  const size_t place = places_end(p, p.first);
  if (place == p.first || !parting_dash(p, place)) return p.first;
  const size_t credit = credit_end(p, place + 1);
  if (credit != place + 1) return credit;
  for (size_t i = place + 1; i < place + kMostSourceTokens + 2 && p.has(i); ++i) {
    if (!parting_dash(p, i) || !loose(p, i)) continue;
    const bool brief = i <= place + kMostPlaceWords + 1 && place_end(p, place + 1) == i;
    return brief ? i + 1 : p.first;  // a dash further on closes a parenthesis
  }
  const bool says = p.is(place + 1, TokenKind::word) && opens_clause(p.folded(place + 1));
  return loose(p, place) && (says || p.last - place > kLongText) ? place + 1 : p.first;
}

// place: text
size_t coloned(const Paragraph& p) {
  const size_t place = place_end(p, p.first);
  const bool brief = place > p.first && place <= p.first + 2;
  return brief && p.one(place) == ':' && p.size() > kLongParagraph && !p.is(place + 1, TokenKind::quote_open) ? place + 1 : p.first;
}

// place - agencies, alone in a short paragraph of its own
size_t alone(const Paragraph& p) {
  const size_t place = place_end(p, p.first);
  if (p.number == 0 || place == p.first || !parting_dash(p, place)) return p.first;
  const size_t agency = place_end(p, place + 1);
  return agency > place + 1 && agency == p.last ? p.last : p.first;
}

}  // namespace

size_t marker_end(const Paragraph& p) {
  const size_t i = p.first;
  size_t end = i;
  const Letter c = p.one(i);
  const bool counter = (p.is_number(i) && p.text.tokens[i].size() <= 2) || p.is_initial(i);
  if (c == letter::kBullet || c == '*') {
    end = i + 1;
  } else if (p.is_dash(i)) {
    end = p.is_number(i + 1) ? i : i + 1;
  } else if (counter && (p.is_dash(i + 1) || p.one(i + 1) == ')' || (p.one(i + 1) == '.' && p.is_number(i)))) {
    end = p.is_number(i + 2) || (p.spaced(i + 1) && !p.is_initial(i)) ? i : i + 2;
  } else if (c == '(' && p.is_number(i + 1) && p.one(i + 2) == ')') {
    end = i + 3;
  }
  return end < p.last && !p.is_dash(end) && p.one(end) != '*' && p.one(end) != letter::kBullet ? end : i;
}

Dateline dateline(const Paragraph& p) {
  for (const auto shape : {bracketed, slashed, lettered, dated})
    if (const size_t end = shape(p); end != p.first) return {end, true};
  if (p.number >= kOpeningParagraphs) return {p.first, false};
  for (const auto shape : {papered, dashed, coloned, alone})
    if (const size_t end = shape(p); end != p.first) return {end, false};
  return {p.first, false};
}

}  // namespace isnad
