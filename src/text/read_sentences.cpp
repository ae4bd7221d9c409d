// Sentences from tokens: the third phase of read_text. Paragraphs first, then their openings, then their stops.
#include "text/openings.h"
#include "text/phases.h"
#include "text/stops.h"

namespace isnad {
namespace {

constexpr size_t kMostTitleTokens = 24;

// White space with a line break stands before token i.
bool begins_line(const Text& text, size_t i) {
  const Token& t = text.tokens[i];
  if (!t.space_before) return false;
  for (uint32_t at = text.tokens[i - 1].last; at < t.first; ++at)
    if (text.letters[at] == letter::kNewline) return true;
  return false;
}

size_t paragraph_end(const Text& text, size_t first) {
  size_t i = first + 1;
  while (i < text.tokens.size() && !begins_line(text, i)) ++i;
  return i;
}

bool is_title(const Paragraph& p) {
  if (p.number != 0 || p.size() > kMostTitleTokens || p.last == p.text.tokens.size()) return false;
  const Letter final = p.one(p.last - 1);
  if (final == '.' || final == ',' || final == ':') return false;
  for (size_t i = p.first; i < p.last; ++i)
    if (p.is_word(i)) return true;
  return false;
}

struct Opening {
  size_t body;
  SentenceKind kind;
};

Opening opening_of(const Paragraph& p) {
  if (const size_t end = marker_end(p); end != p.first) return {end, SentenceKind::item};
  const Dateline line = dateline(p);
  if (is_title(p) && !line.sure) return {p.first, SentenceKind::title};
  return {line.end, SentenceKind::body};
}

void put(const Paragraph& p, size_t first, size_t body, size_t last, SentenceKind kind, Text& out) {
  const Span span{out.tokens[first].span.begin, out.tokens[last - 1].span.end};
  out.sentences.push_back({TokenId::at(first), TokenId::at(last), TokenId::at(body), span, kind, p.number});
}

void split(const Paragraph& p, Text& out) {
  const Opening opening = opening_of(p);
  size_t first = p.first, body = opening.body;
  while (first < p.last) {
    const size_t last = opening.kind == SentenceKind::title || body == p.last ? p.last : sentence_end(p, body);
    put(p, first, body, last, opening.kind, out);
    first = body = last;
  }
}

}  // namespace

void read_sentences(Text& out) {
  out.sentences.clear();
  uint32_t number = 0;
  for (size_t first = 0; first < out.tokens.size();) {
    const Paragraph p{out, first, paragraph_end(out, first), number++};
    split(p, out);
    first = p.last;
  }
}

}  // namespace isnad
