// The numbers of a document, one after the other: what is a number, between which bounds, and what it counts.
//
// One class over three files: numbers.cpp finds and writes down, numbers_ranges.cpp reads signs, ranges, percentages and bounds,
// numbers_counted.cpp looks for what is counted. The value itself is read by quantity.h.
#pragma once

#include <string_view>

#include "mention/quantity.h"

namespace isnad {

/// One number being put together: tokens [first, next).
struct NumberDraft {
  Quantity q;
  uint32_t first = 0, next = 0;
  bool percent = false, range = false;
};

class NumberFinder {
 public:
  /// Appends to out.numbers; reads out.names.
  NumberFinder(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out) : lex_(lexicon, text, words, out), out_(out) {}

  void sentence(const Sentence& s);

 private:
  using Particle = arabic_time::Particle;
  using Draft = NumberDraft;

  static constexpr uint32_t kMinusLetters = 4;  // a cheap test before the word is looked at

  // numbers.cpp
  uint32_t step(uint32_t t);
  uint32_t no_count(uint32_t t);
  bool share(uint32_t t);
  bool time_of_day(uint32_t first, uint32_t next);
  uint32_t emit(Draft& d);
  bool label(const Draft& d);
  [[nodiscard]] bool counted_people(uint32_t t) const;
  static bool idle(const Draft& d);
  static std::string_view rule_of(const Draft& d);
  void push(const Draft& d, WordId counted, std::string_view rule);

  // numbers_ranges.cpp
  [[nodiscard]] bool minus(uint32_t t) const {
    return lex_.is_word(t) && lex_.token(t).size() == kMinusLetters && lex_.is(t, Particle::minus);
  }
  void negative(Draft& d);
  void both_bounds(Draft& d);
  void range(Draft& d);
  void between_range(Draft& d);
  bool upper(Draft& d, uint32_t t, uint32_t start);
  void percent(Draft& d);
  uint32_t after_percent(uint32_t t);
  void bound(NumberMention& n, const Draft& d, WordId counted);
  bool definite_tens(const Draft& d);
  Function above_or_below(const Draft& d, WordId counted);

  // numbers_counted.cpp
  WordId attributive(const Draft& d);
  bool before_its_noun(const Draft& d);
  WordId before_article(const Draft& d);
  bool unit_of_time(uint32_t t);
  static bool agrees(const Word& w, double value);
  WordId counted_after(uint32_t t);
  [[nodiscard]] bool quantity(const Word& w) const;
  WordId number_of(uint32_t first);
  uint32_t dual(uint32_t t);
  [[nodiscard]] bool complete(uint32_t t) const;
  [[nodiscard]] bool also_plural(const Word& w) const;

  static bool is_bound(Function f) { return f == Function::number_least || f == Function::number_most || f == Function::number_about; }

  Lexemes lex_;
  Mentions& out_;
};

}  // namespace isnad
