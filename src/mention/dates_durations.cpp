// How long: "three days", "a year and two months", "more than ten years"; and days that far from today.
#include <algorithm>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr double kFew = 3;

using arabic_time::unit_number;
using arabic_time::UnitNumber;

bool is_bound(Function f) { return f == Function::number_least || f == Function::number_most || f == Function::number_about; }

bool longer(TimeUnit a, TimeUnit b) {
  static constexpr int kRank[] = {0, 3, 4, 5, 6, 7, 8, 2, 1, 0};
  return kRank[size_t(a)] > kRank[size_t(b)];
}

}  // namespace

/// "Three days", "two months", "a year and a half", "more than ten years".
DateParser::Duration DateParser::duration(uint32_t t) {
  uint32_t next = t;
  if (is_bound(lex_.phrase_at(t, next))) t = next;
  Duration d = one_duration(t);
  if (!d) return d;
  uint32_t from = 0;
  TimeUnit last = d.unit;
  while (lex_.conjoined(d.next, from)) {  // "a year and two months"
    const Duration more = one_duration(from);
    if (!more || !longer(last, more.unit) || more.unit == TimeUnit::hours) break;
    if (more.unit == TimeUnit::months)
      d.months += more.count;
    else
      d.days += more.count * (more.unit == TimeUnit::weeks ? 7 : 1);
    d.next = more.next;
    last = more.unit;
  }
  if (is_bound(lex_.phrase_at(d.next, next))) d.next = next;
  return d;
}

/// An adjective or "several" after its noun.
bool DateParser::few_or_many(uint32_t t) {
  const Lexeme l = lex_.at(t);
  if (lex_.calendar(l, CalendarKind::relative)) return false;
  return lex_.main(t).features.upos() == Upos::adj || lex_.number(l, NumberKind::vague) != nullptr;
}

DateParser::Duration DateParser::one_duration(uint32_t t) {
  if (!lex_.inside(t)) return {};
  Duration d;
  uint32_t next = 0;
  const TimeUnit alone = unit_at(t, next);
  if (alone != TimeUnit::none) {
    if (lex_.has_article(t) || lex_.pronoun(t)) return {};
    const UnitNumber number = unit_number(lex_.letters(t));
    d.count = number == UnitNumber::one ? 1 : number == UnitNumber::two ? 2 : kFew;
    d.unit = alone;
    d.next = next;
    if (const Quantity one = read_quantity(lex_, next);
        one && !lex_.clitics(next) && !one.digits && one.low <= 2 && !one.ordinal && !one.fraction && number != UnitNumber::many)
      d.next = one.next;  // "one day"
    else if (number == UnitNumber::many && lex_.is_word(next) && !lex_.clitics(next) && !lex_.has_article(next) && few_or_many(next))
      d.next = next + 1;  // "a few days"
  } else {
    const Quantity q = read_quantity(lex_, t);
    if (!q || q.ordinal || q.low <= 0) return {};
    const TimeUnit u = unit_at(q.next, next);
    if (u == TimeUnit::none || lex_.clitics(q.next) || lex_.has_article(q.next)) return {};
    d.count = q.vague ? std::max(q.low, kFew) : q.low;
    d.unit = u;
    d.next = next;
  }
  uint32_t from = 0;
  if (lex_.conjoined(d.next, from)) {  // "and a half"
    const Lexeme l = lex_.at(from);
    if (const Payload* p = lex_.number(l, NumberKind::fraction); p && p->low >= 0.2 && !lex_.number(l, NumberKind::cardinal)) {
      d.count += p->low;
      d.next = l.next;
      if (unit_at(d.next, next) == d.unit && lex_.has_article(d.next)) d.next = next;
    }
  }
  return d;
}

/// Today moved by a duration, ahead (1) or back (-1).
int32_t DateParser::moved(const Duration& d, int direction) const {
  const int32_t first = move_day(today_, d.unit, direction * d.count);
  return move_day(move_day(first, TimeUnit::months, direction * d.months), TimeUnit::days, direction * d.days);
}

/// "From now" after a duration: consumed. False where it is from or on something else.
bool DateParser::from_now(uint32_t& next) {
  if (!lex_.is(next, Particle::of) && !lex_.is(next, Particle::on)) return true;
  uint32_t after = 0;
  const Payload* p = lex_.calendar_at(next + 1, CalendarKind::relday, after);
  if (!p || p->low != 0) return false;
  next = after;
  return true;
}

/// Where a fixed expression that holds token t begins, else t.
uint32_t DateParser::start_of_expression(uint32_t t) {
  while (t > lex_.begin() && lex_.inside_name(t)) --t;
  return t;
}

}  // namespace isnad
