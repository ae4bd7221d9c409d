// read_text: the order of its three phases, its notes, and the dump.
#include "text/text.h"

#include <array>

#include "text/phases.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(TokenKind::count_)> kTokenNames{
    "word", "latin", "number", "punctuation", "quote_open", "quote_close", "symbol", "url", "hashtag", "handle", "foreign"};
constexpr std::array<std::string_view, static_cast<size_t>(SentenceKind::count_)> kSentenceNames{"body", "title", "item"};
static_assert(kTokenNames.back() == "foreign" && kSentenceNames.back() == "item", "every kind needs a name");

void note_oddities(const Document& document, Text& out) {
  out.notes.clear();
  const auto end = static_cast<uint32_t>(document.text().size());
  if (document.repaired() > 0)
    out.notes.push_back({{0, end}, "invalid UTF-8 replaced in " + std::to_string(document.repaired()) + " places"});
  if (document.cut() > 0) out.notes.push_back({{end, end}, "too long: " + std::to_string(document.cut()) + " bytes cut off"});
}

void append_line(const Document& document, Span span, std::string_view label, std::string& out) {
  out += std::to_string(span.begin) + ".." + std::to_string(span.end) + " ";
  out.append(label).append(" ").append(document.at(span)).append("\n");
}

}  // namespace

std::string_view name(TokenKind kind) { return kTokenNames[static_cast<size_t>(kind)]; }
std::string_view name(SentenceKind kind) { return kSentenceNames[static_cast<size_t>(kind)]; }

void read_text(const Document& document, Text& out) {
  note_oddities(document, out);
  read_letters(document.text(), out);
  read_tokens(document.text(), out);
  read_sentences(out);
}

std::string dump_tokens(const Document& document, const Text& text, TokenId first, TokenId last) {
  std::string out;
  for (size_t i = first.value; i < last.value; ++i) append_line(document, text.tokens[i].span, name(text.tokens[i].kind), out += "  ");
  return out;
}

std::string dump_sentence(const Document& document, const Text& text, const Sentence& s) {
  std::string out;
  append_line(document, s.span, name(s.kind), out);
  if (s.body == s.first) return out;
  const Span opening{s.span.begin, text.tokens[s.body.value - 1].span.end};
  append_line(document, opening, s.kind == SentenceKind::item ? "marker" : "dateline", out += "  ");
  return out;
}

std::string dump(const Document& document, const Text& text) {
  std::string out;
  for (const Sentence& s : text.sentences) out += dump_sentence(document, text, s) + dump_tokens(document, text, s.first, s.last);
  for (const Diagnostic& d : text.notes) {
    out += std::to_string(d.span.begin) + ".." + std::to_string(d.span.end) + " note " + d.what + "\n";
  }
  return out;
}

}  // namespace isnad
