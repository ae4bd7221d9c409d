// Days of a month: "3 January 2020", "3-5 May", "the 21st of this month", "day 27", one day in two calendars.
#include <cstdlib>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kTwinDays = 2;  // by how much two calendars may disagree on one day
constexpr uint32_t kMostDaysListed = 5;

using arabic_time::unit_number;
using arabic_time::UnitNumber;

}  // namespace

FoundDate DateParser::day_month(uint32_t t) {
  const Day d = day_at(t);
  if (!d) return {};
  uint32_t next = d.next;
  if (lex_.sign(next) == '-' || lex_.sign(next) == '/') {
    if (lex_.is_number(next + 1)) return days_of_month(t, d, next + 1);
    ++next;
  } else if (uint32_t from = 0; lex_.conjoined(next, from) && !one_month(from)) {
    return days_of_month(t, d, from);
  }
  if (lex_.is(next, Particle::of)) ++next;
  uint32_t after = 0;
  if (const FoundDate f = day_of_unit(t, d, next)) return f;
  if (const FoundDate f = day_of_present_month(t, d, next)) return f;
  if (unit_at(next, after) == TimeUnit::months) next = after;
  if (lex_.inside(next) && lex_.clitics(next)) return {};
  const Month m = month_at(next);
  return m ? month_tail(t, m, d.value, m.next) : FoundDate{};
}

/// "On the 25th current": the month that is meant is not said.
FoundDate DateParser::day_of_present_month(uint32_t t, const Day& d, uint32_t next) {
  uint32_t end = 0, after = 0;
  int32_t shift = 0;
  if (!lex_.has_article(next) || lex_.clitics(next) || relation_at(next, end, &shift) == Relation::none || end != next + 1) return {};
  const auto letters = lex_.letters(next);
  const bool day_word = t > lex_.begin() && unit_at(t - 1, after) == TimeUnit::days;
  if (arabic_time::is_feminine(letters) || arabic_time::is_dual(letters) || letters.back() == letter::kTa) return {};
  if ((!d.digits && !d.ordinal) || (!day_word && !governed(t)) || lex_.is(next, Particle::following)) return {};
  const Period month = unit_around(TimeUnit::months, today_, shift);
  if (d.value > month.end - month.start + 1) return {};
  return make(t, end, day_period(month.start + d.value - 1), true, "date.day_of_month");
}

/// "The 21st of this month", "the 14th of the same month".
FoundDate DateParser::day_of_unit(uint32_t t, const Day& d, uint32_t next) {
  uint32_t after = 0, end = 0;
  const bool present = lex_.is(next, Particle::this_);
  if (const FoundDate same = same_unit(next, next + (lex_.is(next, Particle::same) || lex_.is(next, Particle::that) ? 1U : 0U));
      same && same.period.precision == Precision::month && d.value <= same.period.end - same.period.start + 1)
    return make(t, same.next, day_period(same.period.start + d.value - 1), false, "date.day_of_month");
  if (present) ++next;
  if (unit_at(next, after) != TimeUnit::months || !lex_.has_article(next)) return {};
  if (arabic_time::unit_number(lex_.letters(next)) != arabic_time::UnitNumber::one) return {};
  int32_t shift = 0;
  if (relation_at(after, end, &shift) == Relation::none) {
    if (!present) return {};
    end = after;
  }
  const Period month = unit_around(TimeUnit::months, today_, shift);
  if (d.value > month.end - month.start + 1) return {};
  return make(t, end, day_period(month.start + d.value - 1), true, "date.day_of_month");
}

/// "3-5 May", "3, 4 and 5 May".
FoundDate DateParser::days_of_month(uint32_t t, const Day& first, uint32_t second) {
  if (listing_) return {};
  Day last = day_at(second);
  for (uint32_t i = 0, from = 0; i < kMostDaysListed && last && lex_.conjoined(last.next, from) && !one_month(from); ++i) {
    const Day more = day_at(from);
    if (!more) break;
    second = from;
    last = more;
  }
  listing_ = true;
  FoundDate f = last ? day_month(second) : FoundDate{};
  listing_ = false;
  if (!f || f.period.precision != Precision::day || f.period.start != f.period.end || first.value >= last.value) return {};
  f.first = t;
  f.period.start -= last.value - first.value;
  f.month = 0;
  f.rule = "date.days_of_month";
  return f;
}

/// "The day of Friday", "day 3 January", "day 27".
FoundDate DateParser::unit_day(uint32_t t, const Lexeme& l) {
  const uint32_t n = l.next;
  const UnitNumber number = unit_number(lex_.letters(t));
  if (number == UnitNumber::many || !lex_.inside(n) || lex_.clitics(n)) return {};
  if (t > lex_.begin() && lex_.is(t - 1, Particle::every)) return {};
  const Lexeme day = lex_.at(n);
  if (lex_.calendar(day, CalendarKind::weekday)) return weekday(n, t);
  if (number == UnitNumber::two) return {};
  if (const Payload* p = lex_.calendar(day, CalendarKind::relday)) {
    FoundDate f = relative_day(n, day, int32_t(p->low));
    f.first = t;
    return f.next > n ? f : FoundDate{};
  }
  if (FoundDate f = full_day(n)) {
    f.first = t;
    return twin(f);
  }
  const Day d = day_at(n);
  if (!d || !d.digits || l.article || (lex_.is_word(d.next) && !lex_.clitics(d.next) && lex_.main(d.next).features.upos() == Upos::noun))
    return {};
  const Tense said = tense(t);
  for (const int32_t shift : {0, said == Tense::future ? 1 : -1}) {
    const Period month = unit_around(TimeUnit::months, today_, shift);
    const int32_t at = month.start + d.value - 1;
    if (at > month.end || (said == Tense::future && at < today_) || (said == Tense::past && at > today_)) continue;
    return make(t, d.next, day_period(at), true, "date.day_number");
  }
  return {};
}

/// A day of one calendar with its name in another: "5 Rajab, that is 3 March".
FoundDate DateParser::twin(FoundDate f) {
  if (!f || f.period.precision != Precision::day) return f;
  uint32_t next = f.next;
  const Letter sign = lex_.sign(next);
  const bool bracket = sign == '(';
  if (bracket || sign == ',' || sign == '-' || sign == '/') ++next;
  const bool said = lex_.is(next, Particle::corresponding);
  if (said) ++next;
  if (!said && next == f.next) return f;
  const FoundDate g = full_day(next);
  if (!g || g.period.precision != Precision::day) return f;
  if (bracket && lex_.sign(g.next) != ')') return f;
  const bool near = std::abs(g.period.start - f.period.start) <= kTwinDays;
  if (!said && !near) return f;
  if (said && !g.relative) f.period = g.period, f.relative = false;
  f.next = g.next + (bracket ? 1 : 0);
  return f;
}

FoundDate DateParser::full_day(uint32_t t) {
  if (const FoundDate f = digits(t)) return f;
  return day_month(t);
}

}  // namespace isnad
