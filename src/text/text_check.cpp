// The properties of the text layer, each as a function that names what breaks it.
#include "text/text_check.h"

#include "text/stops.h"

namespace isnad {
namespace {

bool starts_code_point(std::string_view utf8, size_t at) {
  return at == utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xC0) != 0x80;
}

bool is_white(Letter c) { return c == letter::kSpace || c == letter::kNewline; }

std::string broken_letters(std::string_view utf8, const Text& text) {
  const size_t n = text.letters.size();
  if (text.folded.size() != n || text.marks.size() != n || text.origin.size() != n + 1) return "arrays of letters differ in length";
  if (text.origin[n] != utf8.size()) return "the last origin is not the end";
  for (size_t i = 0; i < n; ++i) {
    if (text.origin[i] > text.origin[i + 1] || text.origin[i] >= utf8.size()) return "origins out of order";
    if (!starts_code_point(utf8, text.origin[i])) return "an origin inside a code point";
    if (text.letters[i] == 0 || text.folded[i] != fold(text.letters[i])) return "a letter that isn't one, or is folded wrongly";
  }
  return {};
}

std::string broken_span(std::string_view utf8, const Text& text, const Token& t) {
  if (t.span.empty() || t.span.end > utf8.size()) return "a token's span is empty or outside";
  if (t.span.begin != text.origin[t.first] || t.span.end > text.origin[t.last]) return "a token's span isn't that of its letters";
  if (t.span.end <= text.origin[t.last - 1]) return "a token's span ends before its last letter";
  if (!starts_code_point(utf8, t.span.end)) return "a token's span ends inside a code point";
  return {};
}

std::string broken_tokens(std::string_view utf8, const Text& text) {
  uint32_t at = 0, byte = 0;
  bool space = true;
  for (const Token& t : text.tokens) {
    if (t.first < at || t.last <= t.first || t.last > text.letters.size()) return "tokens out of order";
    for (; at < t.first; ++at, space = true)
      if (!is_white(text.letters[at])) return "a letter in no token";
    if (t.space_before != space) return "space_before is wrong";
    for (; at < t.last; ++at)
      if (is_white(text.letters[at])) return "white space in a token";
    if (t.span.begin < byte) return "tokens overlap";
    byte = t.span.end;
    space = false;
    if (std::string broken = broken_span(utf8, text, t); !broken.empty()) return broken;
  }
  for (; at < text.letters.size(); ++at)
    if (!is_white(text.letters[at])) return "a letter after the last token";
  return {};
}

std::string broken_sentences(const Text& text) {
  uint32_t at = 0, paragraph = 0;
  for (const Sentence& s : text.sentences) {
    if (s.first.value != at || s.last <= s.first || s.last.value > text.tokens.size()) return "sentences out of order";
    if (s.body < s.first || s.body > s.last) return "a body outside its sentence";
    if (s.last.value - s.body.value > kMostSentenceTokens) return "a sentence too long";
    const Span span{text.tokens[s.first.value].span.begin, text.tokens[s.last.value - 1].span.end};
    if (s.span != span) return "a sentence's span isn't that of its tokens";
    if (s.paragraph < paragraph) return "paragraphs out of order";
    paragraph = s.paragraph;
    at = s.last.value;
  }
  return at == text.tokens.size() ? "" : "tokens in no sentence";
}

}  // namespace

std::string broken_property(const Document& document, const Text& text) {
  if (std::string broken = broken_letters(document.text(), text); !broken.empty()) return broken;
  if (std::string broken = broken_tokens(document.text(), text); !broken.empty()) return broken;
  return broken_sentences(text);
}

}  // namespace isnad
