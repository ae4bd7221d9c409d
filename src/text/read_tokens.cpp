// Tokens from letters: the second phase of read_text. One pass; what a token is follows from its first letter and its shape.
#include "base/utf8.h"
#include "text/phases.h"
#include "text/quotes.h"
#include "text/shapes.h"

namespace isnad {
namespace {

bool is_stop_letter(Letter c) { return c == '.' || c == letter::kEllipsis; }

bool is_symbol(Letter c) {
  switch (c) {
    case '&':
    case '=':
    case '+':
    case '$':
    case '<':
    case '>':
    case '|':
    case '~':
    case '^':
    case '`':
    case '\\':
    case '#':
    case '@':
    case letter::kSymbol:
      return true;
    default:
      return false;
  }
}

// Controls that show nothing and belong to no token, unlike diacritics, tatweel and variation selectors.
bool is_control(char32_t c) {
  return c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || c >= 0xE0000;
}

class Tokeniser {
 public:
  Tokeniser(std::string_view utf8, Text& out) : utf8_(utf8), out_(out), s_(out.letters.data(), out.letters.size()) {}

  void run() {
    for (size_t at = 0; at < s_.size();) {
      const Letter c = s_[at];
      if (c == letter::kSpace) {
        space_ = true;
        ++at;
      } else if (c == letter::kNewline) {
        end_paragraph();
        ++at;
      } else {
        at = read(at, c);
      }
    }
    end_paragraph();
  }

 private:
  size_t read(size_t at, Letter c) {
    if (is_arabic(c)) return put(at, run_end(s_, at, is_arabic), TokenKind::word);
    if (is_digit(c)) return read_number(at);
    if (is_latin(c)) return read_latin(at);
    if (c == letter::kForeign) return put(at, run_end(s_, at, [](Letter x) { return x == letter::kForeign; }), TokenKind::foreign);
    if (c == '#') return read_hashtag(at);
    if (c == '@') return put_or_sign(at, handle_end(s_, at), TokenKind::handle);
    if (is_stop_letter(c)) return put(at, run_end(s_, at, is_stop_letter), TokenKind::punctuation);
    return read_sign(at, c);
  }

  size_t read_sign(size_t at, Letter c) {
    const bool doubled = at + 1 < s_.size() && s_[at + 1] == c && (c == '<' || c == '>' || c == '\'');
    quotes_ = quotes_ || doubled || c == '"' || c == '\'' || c == letter::kOpenQuote || c == letter::kCloseQuote;
    if (doubled) return put(at, at + 2, c == '>' ? TokenKind::quote_close : TokenKind::quote_open);
    return put(at, at + 1, is_symbol(c) ? TokenKind::symbol : TokenKind::punctuation);
  }

  /// Of Arabic words a hashtag is read as its words: the sign and the underscores become white space.
  size_t read_hashtag(size_t at) {
    const size_t end = hashtag_end(s_, at);
    if (end == at || !is_arabic(s_[at + 1])) return put_or_sign(at, end, TokenKind::hashtag);
    for (size_t i = at; i < end; ++i)
      if (s_[i] == '#' || s_[i] == '_') out_.letters[i] = out_.folded[i] = letter::kSpace;
    return at;
  }

  size_t read_number(size_t at) {
    const DigitChain chain = digit_chain(s_, at);
    if (chain.whole) return put(at, chain.end, TokenKind::number);
    while (at < chain.end) {
      at = put(at, run_end(s_, at, is_digit), TokenKind::number);
      if (at < chain.end) at = put(at, at + 1, TokenKind::punctuation);
    }
    return at;
  }

  size_t read_latin(size_t at) {
    if (const size_t end = url_end(s_, at); end != at) return put(at, end, TokenKind::url);
    if (const size_t end = email_end(s_, at); end != at) return put(at, end, TokenKind::handle);
    const LatinRun latin = latin_run(s_, at);
    return put(at, latin.end, latin.dotted ? TokenKind::url : TokenKind::latin);
  }

  size_t put_or_sign(size_t at, size_t end, TokenKind kind) { return end == at ? put(at, at + 1, TokenKind::symbol) : put(at, end, kind); }

  size_t put(size_t at, size_t end, TokenKind kind) {
    const Span span{out_.origin[at], end_of_span(end)};
    out_.tokens.push_back({span, static_cast<uint32_t>(at), static_cast<uint32_t>(end), kind, space_});
    space_ = false;
    return end;
  }

  // Where the bytes of the letter before `end` stop: after its diacritics and tatweel, before the controls that follow them.
  [[nodiscard]] uint32_t end_of_span(size_t end) const {
    const uint32_t limit = out_.origin[end];
    uint32_t at = out_.origin[end - 1];
    const auto lead = static_cast<uint8_t>(utf8_[at]);
    if (limit - at == (lead < 0x80 ? 1U : 2U)) return limit;
    uint32_t kept = at += decode(utf8_, at).size;
    while (at < limit) {
      const Decoded d = decode(utf8_, at);
      at += d.size;
      if (!is_control(d.code)) kept = at;
    }
    return kept;
  }

  void end_paragraph() {
    if (quotes_) settle_quotes(paragraph_, out_);
    quotes_ = false;
    space_ = true;
    paragraph_ = out_.tokens.size();
  }

  std::string_view utf8_;
  Text& out_;
  Letters s_;
  size_t paragraph_ = 0;  // its first token
  bool space_ = true;
  bool quotes_ = false;
};

}  // namespace

void read_tokens(std::string_view utf8, Text& out) {
  out.tokens.clear();
  Tokeniser(utf8, out).run();
}

}  // namespace isnad
