// Dates in digits with signs between them: 2020-04-05, 5/4/2020, 15.7.2020, 2011-2015, 3/2015; the day comes first where both fit.
#include <algorithm>
#include <utility>

#include "mention/calendar.h"
#include "mention/date_parser.h"

namespace isnad {
namespace {

constexpr int32_t kPersianLeast = 1370, kPersianMost = 1415, kHijriMost = 1500;

bool is_day(Calendar c, int32_t y, int32_t m, int32_t d) {
  if (m < 1 || m > 12 || d < 1) return false;
  if (c == Calendar::gregorian) return d <= days_in_gregorian_month(y, m);
  return d <= (c == Calendar::persian && m <= 6 ? 31 : 30);
}

int32_t full_year(int32_t v, uint32_t size) { return size == 4 ? v : v < 50 ? 2000 + v : 1900 + v; }

}  // namespace

/// "On 22.4": one token, a day only where it is governed and counts nothing; elsewhere it is a decimal.
FoundDate DateParser::day_dot_month(uint32_t t) {
  const auto letters = lex_.letters(t);
  const size_t dot = letters.find('.');
  if (dot == std::basic_string_view<Letter>::npos) return {};
  const size_t after = letters.size() - dot - 1;
  if (dot == 0 || dot > 2 || after == 0 || after > 2) return {};
  const bool said = after_day_word(t) || (t > lex_.begin() && lex_.is(t - 1, Particle::in));
  const bool more = lex_.inside(t + 1) && !lex_.spaced(t + 1) && lex_.is_number(t + 2);
  if (!said || more || lex_.is_word(t + 1) || lex_.sign(t + 1) == '%') return {};
  int32_t v[2] = {};
  for (size_t i = 0; i < letters.size(); ++i) {
    if (i == dot) continue;
    if (!is_digit(letters[i])) return {};
    int32_t& part = v[i > dot ? 1 : 0];
    part = part * 10 + (letters[i] - '0');
  }
  if (v[1] > 12) std::swap(v[0], v[1]);
  if (v[1] < 1 || v[1] > 12 || v[0] < 1 || v[0] > days_in_gregorian_month(2000, v[1])) return {};
  FoundDate f = without_year(t, {Calendar::gregorian, v[1], t + 1}, v[0], t + 1, Relation::none);
  if (f) f.rule = "date.digits_day";
  return f;
}

FoundDate DateParser::digits(uint32_t t) {
  int32_t v[3] = {};
  uint32_t size[3] = {};
  uint32_t groups = 0, at = t;
  Letter sign = 0;
  for (; groups < 3; ++groups) {
    const int32_t value = whole_number(lex_, at, size[groups]);
    if (value < 0 || size[groups] > 4 || size[groups] == 3) break;
    v[groups] = value;
    const Letter next = lex_.sign(at + 1);
    const bool tight = lex_.is_number(at + 2) && !lex_.spaced(at + 1) && !lex_.spaced(at + 2);
    if (!tight || (next != '/' && next != '-' && next != '.') || (sign != 0 && next != sign)) {
      ++groups;
      break;
    }
    sign = next;
    at += 2;
  }
  if (groups == 0) return lex_.is_number(t) ? day_dot_month(t) : FoundDate{};
  if (groups < 2) return {};
  const uint32_t end = t + 2 * groups - 1;
  const Letter after = lex_.sign(end);
  const bool more = after == sign && lex_.is_number(end + 1) && !lex_.spaced(end + 1);
  if ((more || after == '%') && lex_.inside(end) && !lex_.spaced(end)) return {};
  return groups == 3 ? three_groups(t, v, size, sign) : two_groups(t, v, size, sign);
}

FoundDate DateParser::three_groups(uint32_t t, const int32_t* v, const uint32_t* size, Letter sign) {
  int32_t y = 0, m = v[1], d = 0;
  if (size[0] == 4 && size[2] <= 2)
    y = v[0], d = v[2];
  else if (size[2] == 4 || (size[2] == 2 && sign != '.'))
    y = full_year(v[2], size[2]), d = v[0];
  else
    return {};
  if (size[1] > 2 || (size[0] > 2 && size[2] > 2)) return {};
  uint32_t next = t + 5, after = 0;
  Calendar c = Calendar::gregorian;
  if (const Payload* era = lex_.calendar_at(next, CalendarKind::era, after)) {
    bool before = false;
    c = calendar_of_year(y, era, before);
    next = after;
  } else if (y < kHijriMost) {
    c = y >= kPersianLeast && y <= kPersianMost ? Calendar::persian : Calendar::hijri;
  }
  if (m > 12 && d <= 12 && size[0] != 4) std::swap(m, d);
  if (y < 1 || !is_day(c, y, m, d)) return {};
  return make(t, next, day_period(day_of(c, y, m, d)), false, "date.digits");
}

FoundDate DateParser::two_groups(uint32_t t, const int32_t* v, const uint32_t* size, Letter sign) {
  const uint32_t next = t + 3;
  if (size[0] == 4 && size[1] == 4) return sign == '.' ? FoundDate{} : year_range(t, v[0], v[1], next);
  if (size[0] == 4 && sign == '-' && size[1] == 2 && v[1] > v[0] % 100 && v[1] > 12)
    return year_range(t, v[0], v[0] / 100 * 100 + v[1], next);
  if (sign == '.') return {};
  if (size[0] == 4 && v[1] >= 1 && v[1] <= 12 && v[0] >= 1900 && v[0] < 2100)
    return make(t, next, month_period(v[0], v[1]), false, "date.digits_month");
  if (size[1] == 4 && v[0] >= 1 && v[0] <= 12 && v[1] >= 1900 && v[1] < 2100)
    return make(t, next, month_period(v[1], v[0]), false, "date.digits_month");
  if (size[0] > 2 || size[1] > 2) return {};
  const bool dateline = t < lex_.sentence().body.value && lex_.sentence().kind != SentenceKind::item;
  if (sign == '-' && !dateline && !after_day_word(t)) return {};
  if (lex_.is_word(next) && !lex_.clitics(next) && lex_.calendar(lex_.at(next), CalendarKind::unit)) return {};
  return day_and_month_digits(t, v[0], v[1], size);
}

/// Whether a weekday or the word for day stands before.
bool DateParser::after_day_word(uint32_t t) {
  uint32_t next = 0;
  if (t == lex_.begin()) return false;
  return lex_.calendar(lex_.at(t - 1), CalendarKind::weekday) || unit_at(t - 1, next) == TimeUnit::days;
}

/// "15/7": a day where something says so, or where it can hardly be a fraction.
FoundDate DateParser::day_and_month_digits(uint32_t t, int32_t a, int32_t b, const uint32_t* size) {
  int32_t d = a, m = b;
  if (const Function f = lex_.phrase_before(t); f == Function::number_least || f == Function::number_most) return {};  // "more than 1/2"
  if (m > 12) std::swap(m, d);
  const bool always = a == 24 && b == 7;  // round the clock
  const bool padded = (size[0] == 2 && a < 10) || (size[1] == 2 && b < 10);
  const bool named = after_day_word(t);
  const bool dateline = t < lex_.sentence().body.value;
  if (m < 1 || m > 12 || d < 1 || d > days_in_gregorian_month(2000, m)) return {};
  const Month month{Calendar::gregorian, m, t + 3};
  if (const Letter sign = lex_.sign(t + 3); sign == ',' || sign == 0) {
    const uint32_t at = t + 3 + (sign == ',' ? 1U : 0U);
    if (const Year y = year_at(at, false); y && (sign == ',' || !lex_.is_word(y.next))) return with_year(t, month, d, y);
  }
  if (!padded && !named && !dateline && (always || (!governed(t) && std::max(a, b) <= 12))) return {};
  FoundDate f = without_year(t, month, d, t + 3, Relation::none);
  if (f) f.rule = "date.digits_day";
  return f;
}

FoundDate DateParser::year_range(uint32_t t, int32_t a, int32_t b, uint32_t next) {
  if (a < 1000 || b >= 2200 || a >= b) return {};
  const Period first = year_period(a), last = year_period(b);
  return make(t, next, {first.start, last.end, Precision::year}, false, "date.years");
}

}  // namespace isnad
