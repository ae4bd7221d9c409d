// What prepositions make of dates: since, before, after, until, within.
#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {

FoundDate DateParser::since(uint32_t t) {
  FoundDate f = plain(t + 1);
  if (!f) f = wide(t + 1);
  if (f && f.rule == "date.range") return f.first = t, f;  // "since 1995 and until 2013"
  if (f) {
    if (f.period.start <= today_ && dated_) f.period.end = today_;
    f.rule = "date.since";
  } else if (const Duration d = duration(t + 1)) {
    uint32_t next = d.next;
    from_now(next);
    f = make(t, next, {moved(d, -1), today_, precision_of(d.unit)}, true, "date.since_duration");
  } else {
    return {};
  }
  f.first = t;
  f.open_end = true;
  return f;
}

/// "After the midnight of Sunday" is still that day.
FoundDate DateParser::about_part_of_day(uint32_t t) {
  const Lexeme l = lex_.at(t + 1);
  if (!lex_.calendar(l, CalendarKind::daypart)) return {};
  FoundDate f = part_of_day(t + 1, l);
  if (f) f.first = t;
  return f;
}

FoundDate DateParser::before(uint32_t t) {
  if (lex_.inside_name(t)) return {};
  if (const FoundDate f = about_part_of_day(t)) return f;
  if (FoundDate f = plain(t + 1)) {
    f.first = t;
    const int32_t end = f.period.start - 1;
    f.period = {dated_ && today_ < end ? today_ : end, end, f.period.precision};
    f.open_start = true;
    f.rule = "date.before";
    return f;
  }
  const Duration d = duration(t + 1);
  if (!d) return {};
  FoundDate f = make(t, d.next, day_period(moved(d, -1)), true, "date.ago");
  f.period.precision = precision_of(d.unit);
  f.resolved = from_now(f.next);
  if (!f.resolved) f.rule = "date.before_event";
  return f;
}

FoundDate DateParser::after(uint32_t t) {
  if (lex_.inside_name(t)) return {};
  if (const FoundDate f = about_part_of_day(t)) return f;
  if (FoundDate f = plain(t + 1)) {
    f.first = t;
    const int32_t start = f.period.end + 1;
    f.period = {start, dated_ && today_ > start ? today_ : start, f.period.precision};
    f.open_end = true;
    f.rule = "date.after";
    return f;
  }
  const Duration d = duration(t + 1);
  if (!d) return {};
  FoundDate f = make(t, d.next, day_period(moved(d, 1)), true, "date.in_future");
  f.period.precision = precision_of(d.unit);
  const uint32_t said = f.next;
  f.resolved = from_now(f.next) && (f.next != said || tense(t) != Tense::past);
  if (!f.resolved) f.rule = "date.after_event";
  return f;
}

FoundDate DateParser::until(uint32_t t) {
  uint32_t next = 0;
  if (lex_.phrase_at(t, next) != Function::none && next > t + 1) return {};  // "until now"
  FoundDate f = plain(t + 1);
  if (!f) f = wide(t + 1);
  if (!f) return {};
  f.first = start_of_expression(t);
  if (dated_ && today_ <= f.period.end) f.period.start = today_;
  f.open_start = true;
  f.rule = "date.until";
  return f;
}

/// "Within two weeks": ahead where the verb speaks of the future, else back.
FoundDate DateParser::within(uint32_t t) {
  const uint32_t from = t + 1 + (lex_.is(t + 1, Particle::period) ? 1U : 0U);
  if (simple(from)) return {};
  const Duration d = duration(from);
  if (!d) return {};
  uint32_t next = d.next;
  const bool absolute = from_now(next);
  const bool back = next == d.next && tense(t) == Tense::past;
  FoundDate f = stretch(start_of_expression(t), d.unit, d.count, back ? -1 : 1, next);
  f.resolved = absolute;
  if (back) f.period.end = today_;
  f.rule = "date.within";
  return f;
}

/// "In three days", where days are counted: as "within".
FoundDate DateParser::within_count(uint32_t t) {
  uint32_t next = 0;
  if (lex_.clitics(t) || lex_.pronoun(t) || depth_ > 0 || simple(t + 1)) return {};
  const bool unit = lex_.is_word(t + 1) && unit_at(t + 1, next) != TimeUnit::none;
  if (unit && arabic_time::unit_number(lex_.letters(t + 1)) != arabic_time::UnitNumber::two) return {};
  const Duration d = duration(t + 1);
  if (!d || d.count < 2 || d.unit == TimeUnit::minutes || d.unit == TimeUnit::seconds || lex_.is(d.next, Particle::of)) return {};
  const bool ahead = tense(t) == Tense::future;
  FoundDate f = stretch(t, d.unit, d.count, ahead ? 1 : -1, d.next);
  if (!ahead) f.period.end = today_;
  f.rule = "date.within";
  return f;
}

/// "Not later than tomorrow", "at the latest on 30 June"; `at`: where the limit stands.
FoundDate DateParser::at_the_latest(uint32_t t, uint32_t at) {
  FoundDate f = plain(at);
  if (!f && !lex_.is_number(at)) f = wide(at);
  if (f && f.period.precision == Precision::year && lex_.is_number(at)) return {};
  if (!f) return {};
  f.first = t;
  if (dated_ && today_ <= f.period.end) f.period.start = today_;
  f.open_start = true;
  f.rule = "date.until";
  return f;
}

/// "2012 or after it", "in 1990 and what is before it".
FoundDate DateParser::or_after(FoundDate f) {
  const bool joined = lex_.is(f.next, Particle::either) || lex_.is(f.next, Particle::what);
  const uint32_t t = f.next + 1;
  const bool before = joined && lex_.is(t, Particle::before);
  if (!before && !(joined && lex_.is(t, Particle::after))) return {};
  if (!lex_.pronoun(t)) return {};
  f.next = t + 1;
  (before ? f.open_start : f.open_end) = true;
  if (dated_ && before && today_ < f.period.start) f.period.start = today_;
  if (dated_ && !before && today_ > f.period.end) f.period.end = today_;
  f.rule = before ? "date.before" : "date.after";
  return f;
}

/// "As from Sunday", "starting on 9 July until 19 August".
FoundDate DateParser::starting(uint32_t t) {
  if (!lex_.is(t + 1, Particle::of)) return {};
  FoundDate f = from_to(t + 1);
  if (f) return f.first = t, f;
  f = plain(t + 2);
  if (!f) f = wide(t + 2);
  if (!f || f.period.precision >= Precision::decade) return {};
  f.first = t;
  if (dated_ && f.period.start <= today_) f.period.end = today_;
  f.open_end = true;
  f.rule = "date.since";
  return f;
}

/// "Two weeks from now".
FoundDate DateParser::from_now_on(uint32_t t) {
  const Duration d = duration(t);
  uint32_t next = d.next;
  if (!d || !from_now(next) || next == d.next) return {};
  return make(t, next, {moved(d, 1), moved(d, 1), precision_of(d.unit)}, true, "date.in_future");
}

}  // namespace isnad
