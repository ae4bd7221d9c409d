// Parts of a period, seasons, decades: "late in 2019", "this summer", "the nineties", "the rest of the week".
#include <algorithm>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kLateInWeek = 4;  // days: "late in the week" begins before its end, the weekend
constexpr int32_t kOldest = 60;     // ages by tens that the definite plural alone tells
constexpr int32_t kFirstOfThousands = 2000;

}  // namespace

/// "Early this week", "the end of 2019", "mid-March".
FoundDate DateParser::part(uint32_t t, const Lexeme& l, PeriodPart p) {
  if (lex_.number(l, NumberKind::fraction)) return {};                  // "half" is not "middle"
  const bool ordinal = lex_.number(l, NumberKind::ordinal) != nullptr;  // "the first ..."
  if (ordinal) return {};
  if (p == PeriodPart::end && !l.article)
    if (const FoundDate f = last_units(t, l.next)) return f;
  const FoundDate whole = wide(past_stray_comma(l.next));
  if (!whole) return {};
  Period q = part_of(whole.period, p);
  const bool plural = arabic_time::is_broad_part(lex_.letters(t));
  if (whole.period.precision == Precision::week && p == PeriodPart::end && plural) q.start = whole.period.end - kLateInWeek + 1;
  FoundDate f = make(t, whole.next, q, whole.relative, "date.part");
  f.resolved = whole.resolved;
  if (t > lex_.begin() && lex_.is(t - 1, Particle::holiday) && !lex_.inside_name(t - 1)) f.first = t - 1;
  return f;
}

/// "The rest of the week".
FoundDate DateParser::rest_of(uint32_t t) {
  if (lex_.has_article(t) || lex_.pronoun(t)) return {};
  FoundDate f = wide(t + 1);
  if (!f) return f;
  f.first = t;
  if (dated_ && f.period.start <= today_ && today_ <= f.period.end) f.period.start = today_;
  f.rule = "date.rest";
  return f;
}

/// "At a later time of this week", "earlier today".
FoundDate DateParser::some_time_of(uint32_t t) {
  if (lex_.clitics(t) || !lex_.inside(t + 1) || lex_.main(t + 1).features.upos() != Upos::adj) return {};
  uint32_t next = 0;
  int32_t shift = 0;
  relation_at(t + 1, next, &shift);
  const uint32_t at = t + 2 + (lex_.is(t + 2, Particle::of) ? 1U : 0U);
  FoundDate f = simple(at);
  if (!f) f = wide(at);
  if (!f) return f;
  f.first = start_of_expression(t);
  const bool now = dated_ && f.period.start <= today_ && today_ <= f.period.end;
  if (now && shift > 0) f.period.start = std::min(today_ + 1, f.period.end);
  if (now && shift < 0) f.period.end = today_;
  f.rule = "date.some_time";
  return f;
}

FoundDate DateParser::season(uint32_t t, const Lexeme& l, Season s) {
  uint32_t next = 0;
  int32_t shift = 0;
  const int32_t year = gregorian_of_day(today_).year;
  if (const Relation r = relation_at(l.next, next, &shift); r != Relation::none) {
    Period p = season_period(s, year + (shift > 1 ? 1 : shift < -1 ? -1 : 0));
    if (r == Relation::past && p.end >= today_) p = season_period(s, year - 1);
    if (r == Relation::future && p.start <= today_) p = season_period(s, year + 1);
    return make(t, next, p, true, "date.season");
  }
  const uint32_t of = past_stray_comma(l.next + (lex_.is(l.next, Particle::of) ? 1U : 0U));
  FoundDate whole;
  if (lex_.is_number(of)) {
    if (const Year y = year_at(of, false)) return make(t, y.next, season_period(s, y.value), false, "date.season");
  } else if (unit_at(of, next) == TimeUnit::years || lex_.is(of, Particle::this_)) {
    whole = wide(of);
  }
  if (whole && whole.period.precision == Precision::year)
    return make(t, whole.next, season_period(s, gregorian_of_day(whole.period.start).year), whole.relative, "date.season");
  const bool named =
      lex_.is_word(l.next) && lex_.main(l.next).article && lex_.main(l.next).features.upos() == Upos::adj;  // the Arab Spring
  return lex_.has_article(t) && !named ? make(t, l.next, season_period(s, year), true, "date.season") : FoundDate{};
}

/// "In the two thousands", "early in the two thousands".
FoundDate DateParser::two_thousands(uint32_t t, const Lexeme& l) {
  uint32_t next = 0;
  const bool part = t > lex_.begin() && lex_.calendar_at(t - 1, CalendarKind::part, next);
  if ((!part && !governed(t)) || lex_.is_word(l.next) || lex_.is_number(l.next)) return {};
  const Period first = year_period(kFirstOfThousands), last = year_period(kFirstOfThousands + 9);
  return make(t, l.next, {first.start, last.end, Precision::decade}, false, "date.decade");
}

/// Whether a person is said to be "in his twenties" by the noun before.
bool DateParser::age_of_person(uint32_t t, uint32_t next) {
  uint32_t from = 0;
  if (lex_.conjoined(next, from)) return false;
  if (t < lex_.begin() + 2 || !lex_.is(t - 1, Particle::in) || !lex_.is_word(t - 2)) return false;
  const LemmaId lemma = lex_.main(t - 2).lemma;
  return lemma && (lex_.lexicon().lemma(lemma).classes & bit(NounClass::person)) != 0;
}

/// "The nineties", "the eighties of the last century"; not "in his thirties".
FoundDate DateParser::decade(uint32_t t, const Lexeme& l, int32_t years) {
  if (lex_.pronoun(t)) return {};
  uint32_t next = 0, at = l.next;
  const bool of = lex_.is(at, Particle::of);
  if (of) ++at;
  int32_t base = 1900;
  uint32_t end = l.next;
  bool relative = false;
  if (unit_at(at, next) == TimeUnit::centuries) {
    const FoundDate c = wide(at);
    if (!c) return {};
    base = (gregorian_of_day(c.period.start).year - 1) / 100 * 100;
    end = c.next;
    relative = c.relative;
  } else if (int32_t shift = 0; relation_at(at, next, &shift) == Relation::past) {
    end = next;
  } else if (of || !lex_.has_article(t) || (years <= kOldest && age_of_person(t, l.next))) {
    return {};
  }
  const Period first = year_period(base + years), last = year_period(base + years + 9);
  return make(t, end, {first.start, last.end, Precision::decade}, relative, "date.decade");
}

}  // namespace isnad
