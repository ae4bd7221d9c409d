// Days that are seen from others in the text: "the same day", "that year", "the day after the attack".
#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr uint32_t kNear = 60;  // tokens over which a day that was told is remembered

}  // namespace

/// The unit that holds what the text told last before token t; false where that is longer than the unit, or nothing was told near it.
bool DateParser::told_within(uint32_t t, TimeUnit u, Period& p) const {
  if (!telling_ || t - told_at_ > kNear) return false;
  p = unit_around(u, told_.start, 0);
  return p.start <= told_.start && told_.end <= p.end;
}

/// Whether a day without a year at token t is of the year that the text told: in a document without a date, soon after a full one.
bool DateParser::told_year(uint32_t t) const { return !dated_ && telling_ && t - told_at_ <= kNear && told_.precision <= Precision::month; }

/// "Itself" after a unit.
bool DateParser::same_after(uint32_t t) const { return lex_.is_word(t) && arabic_time::is_itself(lex_.text().folded_of(lex_.token(t))); }

/// "The same day", "that year"; `unit_token`: where the unit stands.
FoundDate DateParser::same_unit(uint32_t t, uint32_t unit_token) {
  uint32_t next = 0;
  Period p;
  TimeUnit u = unit_at(unit_token, next);
  const Payload* day = lex_.calendar_at(unit_token, CalendarKind::relday, next);
  if (day && day->low == 0) u = TimeUnit::days;  // "today" is "the day"
  if (u == TimeUnit::none || !lex_.letters_have_article(lex_.at(unit_token)) || (unit_token > t && lex_.clitics(unit_token))) return {};
  if (arabic_time::unit_number(lex_.letters(unit_token)) != arabic_time::UnitNumber::one) return {};
  if (precision_of(u) == Precision::day && u != TimeUnit::days) return {};
  if (unit_token == t && !same_after(next++)) return {};
  if (!told_within(t, u, p)) return {};
  return make(t, next, p, false, "date.same_unit");
}

/// "The day after the attack": not resolved, unless a day stands there.
FoundDate DateParser::eve(uint32_t t) {
  if (lex_.has_article(t) || !lex_.inside(t + 1) || lex_.clitics(t + 1)) return {};
  FoundDate f = plain(t + 1);
  if (!f || f.period.precision != Precision::day) return {};
  f.first = t;
  f.period = day_period(f.period.end + 1);
  f.rule = "date.day_after";
  return f;
}

}  // namespace isnad
