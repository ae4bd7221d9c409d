// The grammar of dates: what date or period starts at a token, and which days that is.
//
// One class over several files. dates.cpp says what is tried in which order, dates_pieces.cpp what dates are put together from.
// dates_days.cpp, dates_months.cpp and dates_years.cpp read the calendar, dates_digits.cpp 2020-04-05, dates_weekdays.cpp weekdays and
// "yesterday"; dates_units.cpp reads units of time, dates_ordinals.cpp units by their place in a longer one, dates_parts.cpp parts,
// seasons, decades; dates_durations.cpp how long, dates_spans.cpp what prepositions make of it all, dates_ranges.cpp periods by both
// ends; dates_told.cpp knows what the text told before, dates_tense.cpp whether it speaks of the past.
#pragma once

#include <cstdint>
#include <string_view>

#include "mention/calendar.h"
#include "mention/lexemes.h"
#include "mention/period.h"
#include "mention/quantity.h"

namespace isnad {

/// A date over tokens [first, next). `next == first`: there is none.
struct FoundDate {
  uint32_t first = 0, next = 0;
  Period period;
  bool relative = false;  // needs the document's day
  bool resolved = true;   // false: the text says it relative to some event
  bool open_start = false, open_end = false;
  int32_t month = 0, day = 0;  // of a Gregorian date whose year was guessed
  std::string_view rule;

  explicit operator bool() const { return next > first; }
};

class DateParser {
 public:
  /// `today`: the document's day, INT32_MIN if it has none.
  DateParser(const Lexicon& lexicon, const Text& text, const Words& words, const Mentions& mentions, int32_t today)
      : lex_(lexicon, text, words, mentions), dated_(today != INT32_MIN), today_(dated_ ? today : 0) {}

  void enter(const Sentence& s) { lex_.enter(s); }

  /// The date that starts at token t, with the preposition that belongs to it.
  FoundDate find(uint32_t t);

  /// What "the following day" follows and "the same month" is: the last days that the text told.
  void remember(const FoundDate& f) {
    const bool dateline = f.first < lex_.sentence().body.value && lex_.sentence().kind != SentenceKind::item;
    const bool one_day = f.period.precision == Precision::day && f.period.start == f.period.end;
    if (dateline && one_day && !dated_ && !f.relative) anchor_ = f.period.start;
    if (f.resolved && (dated_ || !f.relative) && !f.open_start && !f.open_end) told_ = f.period, told_at_ = f.next, telling_ = true;
  }
  [[nodiscard]] bool inside_entity(uint32_t t) { return lex_.inside_entity(t); }
  [[nodiscard]] bool dated() const { return dated_; }
  /// The day of a document without a date, where the text gives it: "yesterday, 3 May 2014", or a dateline. INT32_MIN if it doesn't.
  [[nodiscard]] int32_t anchor() const { return anchor_; }
  [[nodiscard]] const Lexemes& lexemes() const { return lex_; }

 private:
  using Particle = arabic_time::Particle;

  struct Month {
    Calendar calendar = Calendar::gregorian;
    int32_t value = 0;
    uint32_t next = 0;
    explicit operator bool() const { return value > 0; }
  };
  struct Year {
    int32_t value = 0;
    Calendar calendar = Calendar::gregorian;
    bool plain = true;  // no word "year" before, no era after it
    uint32_t next = 0;
    explicit operator bool() const { return next > 0; }
  };
  struct Day {
    int32_t value = 0;
    bool ordinal = false, digits = false;
    uint32_t next = 0;
    explicit operator bool() const { return value > 0; }
  };
  struct Duration {
    double count = 0;
    TimeUnit unit = TimeUnit::none;  // the longest
    uint32_t next = 0;
    double months = 0, days = 0;  // what is said besides: "a year and two months"
    explicit operator bool() const { return next > 0; }
  };
  enum class Tense : uint8_t { unknown, past, future };
  enum class Relation : uint8_t { none, past, current, future };

  // dates.cpp
  FoundDate plain(uint32_t t);   // a date without preposition, perhaps a range
  FoundDate simple(uint32_t t);  // one date
  FoundDate by_lexeme(uint32_t t, const Lexeme& l);
  FoundDate wide(uint32_t t);  // a week or more: what parts and ordinals are of

  // dates_told.cpp
  [[nodiscard]] bool told_within(uint32_t t, TimeUnit u, Period& p) const;
  [[nodiscard]] bool told_year(uint32_t t) const;
  [[nodiscard]] bool same_after(uint32_t t) const;
  FoundDate same_unit(uint32_t t, uint32_t unit_token);
  FoundDate eve(uint32_t t);

  // dates_days.cpp
  FoundDate day_month(uint32_t t);
  FoundDate day_of_present_month(uint32_t t, const Day& d, uint32_t next);
  FoundDate day_of_unit(uint32_t t, const Day& d, uint32_t next);
  FoundDate days_of_month(uint32_t t, const Day& first, uint32_t second);
  FoundDate month_first(uint32_t t, const Lexeme& l);
  FoundDate month_tail(uint32_t t, const Month& m, int32_t day, uint32_t next);
  FoundDate with_year(uint32_t t, const Month& m, int32_t day, const Year& y);
  FoundDate without_year(uint32_t t, const Month& m, int32_t day, uint32_t next, Relation relation);
  bool month_stands_alone(uint32_t t, const Lexeme& l, const Month& m);
  FoundDate twin(FoundDate f);
  FoundDate full_day(uint32_t t);
  Month month_at(uint32_t t);
  Month one_month(uint32_t t, bool said = false);  // `said`: from its letters, whatever its reading
  Day day_at(uint32_t t);
  Year year_at(uint32_t t, bool said);  // `said`: a word for year or a month stands before it
  Year year_after_month(uint32_t t);
  FoundDate year_alone(uint32_t t);
  [[nodiscard]] bool names_resolution(uint32_t t) const;
  FoundDate year_in_words(uint32_t t);
  [[nodiscard]] uint32_t past_stray_comma(uint32_t t) const;
  void year_named_again(FoundDate& f);
  Calendar calendar_of_year(int32_t year, const Payload* era, bool& before_era);
  static Period period_of(Calendar c, int32_t year, int32_t month, int32_t day, bool& valid);
  Relation relation_at(uint32_t t, uint32_t& next, int32_t* shift = nullptr);
  bool governed(uint32_t t);
  [[nodiscard]] bool annexed(uint32_t t) const;

  // dates_weekdays.cpp
  FoundDate weekday(uint32_t t, uint32_t first);
  FoundDate weekday_tail(uint32_t first, uint32_t next, int32_t weekday);
  bool weekday_of_week(FoundDate& f, int32_t weekday);
  bool weekday_with_date(FoundDate& f, int32_t weekday);
  bool weekday_with_number(FoundDate& f, int32_t weekday);
  bool weekday_with_ordinal(FoundDate& f, int32_t weekday);
  FoundDate relative_day(uint32_t t, const Lexeme& l, int32_t shift);
  FoundDate day_word(uint32_t t, const Lexeme& l);
  void day_named_again(FoundDate& f);
  FoundDate part_of_day(uint32_t t, const Lexeme& l);
  Relation relation_of_pair(uint32_t t, int32_t& shift);
  void take_part_of_day(FoundDate& f);

  // dates_tense.cpp
  Tense tense_of_date(uint32_t t);
  Tense tense(uint32_t t);
  [[nodiscard]] Tense tense_of_word(uint32_t w) const;
  [[nodiscard]] bool looks_ahead(const Word& word) const;
  bool after_start(uint32_t t);

  // dates_digits.cpp
  FoundDate digits(uint32_t t);
  FoundDate three_groups(uint32_t t, const int32_t* v, const uint32_t* size, Letter sign);
  FoundDate two_groups(uint32_t t, const int32_t* v, const uint32_t* size, Letter sign);
  bool after_day_word(uint32_t t);
  FoundDate day_dot_month(uint32_t t);
  FoundDate day_and_month_digits(uint32_t t, int32_t a, int32_t b, const uint32_t* size);
  FoundDate year_range(uint32_t t, int32_t a, int32_t b, uint32_t next);

  // dates_units.cpp
  FoundDate unit(uint32_t t, const Lexeme& l, TimeUnit u);
  FoundDate unit_day(uint32_t t, const Lexeme& l);
  FoundDate unit_month(uint32_t t, const Lexeme& l);
  FoundDate unit_year(uint32_t t, const Lexeme& l);
  FoundDate unit_relative(uint32_t t, const Lexeme& l, TimeUnit u);
  FoundDate unit_ordinal(uint32_t t, const Lexeme& l, TimeUnit u);
  FoundDate century(uint32_t t, int32_t n, uint32_t next);
  FoundDate counted_relative(uint32_t t);
  FoundDate stretch(uint32_t t, TimeUnit u, double count, int32_t shift, uint32_t next);
  FoundDate this_unit(uint32_t t, const Lexeme& l);
  FoundDate part(uint32_t t, const Lexeme& l, PeriodPart p);
  FoundDate last_units(uint32_t t, uint32_t next);
  FoundDate outer_units(uint32_t t, TimeUnit u, double count, uint32_t next);
  FoundDate ten_days(uint32_t t, const Lexeme& l);
  FoundDate nth(uint32_t t, const Lexeme& l, int32_t n);
  FoundDate slice(uint32_t t, const Lexeme& l, double fraction);
  FoundDate season(uint32_t t, const Lexeme& l, Season s);
  FoundDate decade(uint32_t t, const Lexeme& l, int32_t years);
  [[nodiscard]] bool age_of_person(uint32_t t, uint32_t next);
  FoundDate two_thousands(uint32_t t, const Lexeme& l);
  FoundDate weekday_after_week(FoundDate f);
  FoundDate of_period(uint32_t t);  // "of" or "in", then a period
  TimeUnit unit_at(uint32_t t, uint32_t& next);

  // dates_spans.cpp
  FoundDate since(uint32_t t);
  FoundDate about_part_of_day(uint32_t t);
  FoundDate before(uint32_t t);
  FoundDate after(uint32_t t);
  FoundDate until(uint32_t t);
  FoundDate within(uint32_t t);
  FoundDate within_count(uint32_t t);
  FoundDate at_the_latest(uint32_t t, uint32_t at);
  FoundDate starting(uint32_t t);
  FoundDate or_after(FoundDate f);
  FoundDate rest_of(uint32_t t);
  FoundDate some_time_of(uint32_t t);
  FoundDate from_now_on(uint32_t t);
  FoundDate from_to(uint32_t t);
  FoundDate between(uint32_t t);
  FoundDate range(uint32_t t, const FoundDate& a, const FoundDate& b);
  Year bare_year(uint32_t t);
  FoundDate bare(uint32_t t);  // a date, or a number that is half of one
  FoundDate upper_end(uint32_t t, const FoundDate& low);
  Duration duration(uint32_t t);
  Duration one_duration(uint32_t t);
  [[nodiscard]] int32_t moved(const Duration& d, int direction) const;
  bool from_now(uint32_t& next);
  bool few_or_many(uint32_t t);
  uint32_t start_of_expression(uint32_t t);

  [[nodiscard]] FoundDate make(uint32_t first, uint32_t next, const Period& p, bool relative, std::string_view rule) const {
    FoundDate f;
    f.first = first;
    f.next = next;
    f.period = p;
    f.relative = relative;
    f.rule = rule;
    return f;
  }

  Lexemes lex_;
  bool dated_;
  int32_t today_;
  int32_t anchor_ = INT32_MIN;
  Period told_;
  uint32_t told_at_ = 0;  // token
  bool telling_ = false;
  int depth_ = 0;         // of nested readings, bounded
  bool listing_ = false;  // inside "3-5 May"
};

}  // namespace isnad
