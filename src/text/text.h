// The text layer: which letters, tokens and sentences are there?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "text/document.h"
#include "text/letters.h"

namespace isnad {

/// What a token is, from its letters alone.
///
/// word: a run of Arabic letters; nothing joins two of them. latin: Latin letters with the digits, apostrophes, hyphens and points inside
/// (U.S., covid-19). number: digits with points or commas that part thousands or decimals (1,200  3.5  1.200.000); a percent sign, and
/// the signs of dates, times and ranges (15-7-2020, 15.7.2020, 10:30), are tokens of their own. url: also a bare host name.
/// hashtag: the sign and all the words that underscores join; one of Arabic words is read as its words, the signs as white space. handle:
/// @name, and e-mail addresses. punctuation: one sign; but points in a row are one token. quote_open, quote_close: by context rather than
/// by the sign, since newswire turns them around; of two letters where << >> or '' stand for a sign. foreign: a run of another script's
/// letters.
enum class TokenKind : uint8_t { word, latin, number, punctuation, quote_open, quote_close, symbol, url, hashtag, handle, foreign, count_ };

struct Token {
  Span span;           // bytes of the document
  uint32_t first = 0;  // its letters: Text::letters[first, last)
  uint32_t last = 0;
  TokenKind kind = TokenKind::word;
  bool space_before = false;  // white space or the document's start stands before it
  [[nodiscard]] uint32_t size() const { return last - first; }
};

enum class SentenceKind : uint8_t { body, title, item, count_ };  // item: of a bulleted or numbered list

struct Sentence {
  TokenId first;  // tokens [first, last)
  TokenId last;
  TokenId body;  // first token after a dateline ("Baghdad - AFP:") or an item's marker; == first where there is none, == last
                 // where the dateline is a paragraph of its own
  Span span;
  SentenceKind kind = SentenceKind::body;
  uint32_t paragraph = 0;
};

/// Odd input that was read all the same.
struct Diagnostic {
  Span span;
  std::string what;
};

/// Letters, tokens and sentences of one document. Reusable: `read_text` clears and refills it and keeps the capacity.
struct Text {
  std::vector<Letter> letters;      // exact
  std::vector<Letter> folded;       // the same length
  std::vector<uint8_t> marks;       // diacritics on each letter (mark::k...), the same length
  std::vector<uint32_t> origin;     // byte of the document where each letter starts; one more entry for the end
  std::vector<Token> tokens;        // in order, not overlapping; white space belongs to none
  std::vector<Sentence> sentences;  // in order; every token is in exactly one
  std::vector<Diagnostic> notes;

  [[nodiscard]] std::basic_string_view<Letter> folded_of(const Token& t) const { return {folded.data() + t.first, t.size()}; }
  [[nodiscard]] std::basic_string_view<Letter> letters_of(const Token& t) const { return {letters.data() + t.first, t.size()}; }
  [[nodiscard]] Letter one(const Token& t) const {
    return t.size() == 1 ? folded[t.first] : Letter{0};
  }  // the letter of a one-letter token, else 0
  /// Is the token a quotation mark of any kind.
  [[nodiscard]] bool quotes(const Token& t) const {
    return t.kind == TokenKind::quote_open || t.kind == TokenKind::quote_close || one(t) == '"';
  }
};

/// Reads the document's letters, tokens and sentences. Never fails; linear in the text's length; no allocation once `out` has grown,
/// save for notes. Threads: pure.
///
/// Paragraph: a line. Title: the first paragraph, where it is short, has no final full stop and more follows; it is one sentence.
/// A sentence ends at a full stop, an exclamation or question mark, points with a longer text after them, and at its paragraph's end;
/// not at the stops of numbers, initials and list markers, nor inside a quotation of at most 60 tokens or brackets of at most 40 (so an
/// unclosed one swallows nothing). Closing marks go with the sentence. None has more than 512 tokens after its dateline.
void read_text(const Document& document, Text& out);

std::string_view name(TokenKind kind);
std::string_view name(SentenceKind kind);

/// Lines "begin..end kind surface" for goldens and `isnad analyse`: a sentence (and its dateline or marker), then its tokens, indented.
std::string dump(const Document& document, const Text& text);
/// The same without tokens, of one sentence; and tokens [first, last) only.
std::string dump_sentence(const Document& document, const Text& text, const Sentence& s);
std::string dump_tokens(const Document& document, const Text& text, TokenId first, TokenId last);

}  // namespace isnad
