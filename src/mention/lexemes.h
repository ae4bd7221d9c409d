// What the lexicon says of the number and calendar words at a token: the reading head of numbers and dates.
#pragma once

#include <cstdint>

#include "mention/arabic_time.h"
#include "mention/mentions.h"

namespace isnad {

/// A number or calendar word, or one of several tokens, over tokens [token, next). `next == token`: nothing is known of that token.
struct Lexeme {
  uint32_t token = 0, next = 0;
  uint32_t node = kNone;      // of the lexicon's trie
  uint32_t first_letter = 0;  // where it starts, after clitics
  bool joined = false;        // "and" is written joined to it
  bool article = false;       // it has the article

  explicit operator bool() const { return next > token; }
};

/// Reads one document, sentence by sentence. Cheap where it moves forward; looking back or ahead a few tokens is constant.
class Lexemes {
 public:
  Lexemes(const Lexicon& lexicon, const Text& text, const Words& words, const Mentions& mentions)
      : lexicon_(lexicon), text_(text), words_(words), names_(mentions.names) {}

  void enter(const Sentence& s) { sentence_ = &s, last_.token = kNone; }
  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  [[nodiscard]] bool inside(uint32_t t) const { return t < sentence_->last.value; }
  [[nodiscard]] uint32_t begin() const { return sentence_->first.value; }
  [[nodiscard]] uint32_t end() const { return sentence_->last.value; }

  /// The number or calendar word that starts at token t; nothing outside the sentence.
  [[nodiscard]] Lexeme at(uint32_t t) {
    if (last_.token != t) last_ = may_mean(t) ? find(t) : Lexeme{t, t};  // one token is asked of several times in a row
    return last_;
  }
  /// False where no number can start at t: a cheap test before the others.
  [[nodiscard]] bool may_count(uint32_t t) { return is_word(t) && (main(t).features.upos() == Upos::num || (name_over(t) && at(t))); }
  [[nodiscard]] const Payload* number(const Lexeme& l, NumberKind kind) const { return payload(l, PayloadKind::number, uint32_t(kind)); }
  [[nodiscard]] const Payload* calendar(const Lexeme& l, CalendarKind kind) const {
    return payload(l, PayloadKind::calendar, uint32_t(kind));
  }
  [[nodiscard]] bool has(const Lexeme& l, PayloadKind kind) const;
  /// The same from its letters alone, where the context says that it must be such a word.
  [[nodiscard]] Lexeme spelled(uint32_t t) { return is_word(t) ? look_up(t, true) : Lexeme{}; }
  /// Shorthands: the payload of a calendar kind at token t, and the token after it.
  [[nodiscard]] const Payload* calendar_at(uint32_t t, CalendarKind kind, uint32_t& next);

  /// The fixed expression (PayloadKind::phrase) that ends before token t, or starts at t; none if there is none.
  [[nodiscard]] Function phrase_before(uint32_t t);
  [[nodiscard]] Function phrase_at(uint32_t t, uint32_t& next);
  /// Whether token t is part of a personal name.
  [[nodiscard]] bool person(uint32_t t);
  /// Whether its letters alone are a personal name.
  [[nodiscard]] bool spells_person(uint32_t t) const;
  /// Whether a personal name ends before token t.
  [[nodiscard]] bool ends_person(uint32_t t);
  /// Whether token t lies inside the name of an actor or a place.
  [[nodiscard]] bool inside_entity(uint32_t t);
  [[nodiscard]] bool starts_name(uint32_t t);
  /// Whether token t lies within a name or expression that starts before it.
  [[nodiscard]] bool inside_name(uint32_t t);

  [[nodiscard]] arabic_time::Particle particle(uint32_t t) const;
  [[nodiscard]] bool is(uint32_t t, arabic_time::Particle p) const { return particle(t) == p; }
  /// The same from all letters of the token, where morphology may have split it.
  [[nodiscard]] bool spells(uint32_t t, arabic_time::Particle p) const {
    return is_word(t) && arabic_time::particle_of(text_.folded_of(token(t))) == p;
  }
  [[nodiscard]] bool is_number(uint32_t t) const { return inside(t) && text_.tokens[t].kind == TokenKind::number; }
  [[nodiscard]] bool is_word(uint32_t t) const { return inside(t) && text_.tokens[t].kind == TokenKind::word; }
  /// The letter of a one-letter token of punctuation, 0 for anything else. Dashes of all kinds are '-'.
  [[nodiscard]] Letter sign(uint32_t t) const;
  /// "And" before what starts at t: joined, or a word of its own. Sets `from` to where the rest starts; false if there is no "and".
  [[nodiscard]] bool conjoined(uint32_t t, uint32_t& from);

  [[nodiscard]] const Token& token(uint32_t t) const { return text_.tokens[t]; }
  [[nodiscard]] bool spaced(uint32_t t) const { return !inside(t) || text_.tokens[t].space_before; }
  [[nodiscard]] const Word& main(uint32_t t) const { return words_[words_.main_of[t]]; }
  [[nodiscard]] WordId first_word(uint32_t t) const { return words_.first_of[t]; }
  /// A pronoun joined to the end of the token's word.
  [[nodiscard]] bool pronoun(uint32_t t) const { return inside(t) && words_.main_of[t].next() < words_.first_of[t + 1]; }
  [[nodiscard]] bool clitics(uint32_t t) const { return inside(t) && words_.first_of[t] != words_.main_of[t]; }
  /// Letter of the preposition joined to token t's main word: 'b', 'l', 'k', or 0.
  [[nodiscard]] char preposition(uint32_t t) const;
  /// Whether token t has the article, of its own or contracted with li.
  [[nodiscard]] bool has_article(uint32_t t) const { return is_word(t) && main(t).article; }
  [[nodiscard]] bool letters_have_article(const Lexeme& l) const;
  [[nodiscard]] std::basic_string_view<Letter> letters(uint32_t t) const;

  /// Whether token t is a noun without clitics.
  [[nodiscard]] bool has_noun(uint32_t t) const { return is_word(t) && !clitics(t) && main(t).features.upos() == Upos::noun; }

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const Text& text() const { return text_; }
  [[nodiscard]] const Words& words() const { return words_; }

 private:
  static constexpr uint32_t kLongestWord = 12;  // letters of a number or calendar word with its article

  [[nodiscard]] const Payload* payload(const Lexeme& l, PayloadKind kind, uint32_t index) const;
  /// The match that covers token t, or nullptr. The cursor moves with the reader.
  [[nodiscard]] const NameMatch* name_over(uint32_t t) {
    while (cursor_ > 0 && names_[cursor_ - 1].last.value > t) --cursor_;
    while (cursor_ < names_.size() && names_[cursor_].last.value <= t) ++cursor_;
    return cursor_ < names_.size() && names_[cursor_].first.value <= t ? &names_[cursor_] : nullptr;
  }
  /// False for most words: without an article and outside of names only what counts means anything.
  [[nodiscard]] bool may_mean(uint32_t t) {
    return is_word(t) && (main(t).article || main(t).features.upos() == Upos::num || name_over(t));
  }
  [[nodiscard]] Lexeme find(uint32_t t);
  [[nodiscard]] Lexeme look_up(uint32_t t, bool inside_phrase) const;
  [[nodiscard]] bool attribute(uint32_t t) const;
  [[nodiscard]] bool relevant(uint32_t node) const;

  const Lexicon& lexicon_;
  const Text& text_;
  const Words& words_;
  const std::vector<NameMatch>& names_;
  const Sentence* sentence_ = nullptr;
  size_t cursor_ = 0;
  Lexeme last_{kNone, kNone};  // what `at` gave last
};

}  // namespace isnad
