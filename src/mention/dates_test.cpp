// Dates: goldens of spans and days, the calendars, and what must hold for any text.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "mention/calendar.h"
#include "mention/mention_fixture.h"
#include "mention/period.h"
#include "support/golden.h"

namespace isnad {
namespace {

std::string iso(int32_t days) {
  const CalendarDay d = gregorian_of_day(days);
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

/// "[surface] start..end precision rule"; < and > for open ends, ? for what can't be resolved.
std::string dump_dates(const MentionReading& r) {
  std::string out;
  for (const DateMention& d : r.mentions.dates) {
    EXPECT_EQ(r.words[d.first].span.begin, d.span.begin);
    EXPECT_EQ(r.words[d.last.prev()].span.end, d.span.end);
    EXPECT_LE(d.start, d.end);
    const std::string days = !d.resolved ? "?" : d.start == d.end ? iso(d.start) : iso(d.start) + ".." + iso(d.end);
    out += fmt::format("[{}] {}{}{} {} {}\n", r.document.at(d.span), d.open_start ? "<" : "", days, d.open_end ? ">" : "",
                       kPrecisionNames[size_t(d.precision)], d.rule);
  }
  return out;
}

TEST(Dates, Golden) {
  check_golden("mention/dates.txt", [](std::string_view input) { return dump_lines(input, dump_dates); });
}

TEST(Dates, GoldenKinds) {
  check_golden("mention/dates_kinds.txt", [](std::string_view input) { return dump_lines(input, dump_dates); });
}

TEST(Dates, GoldenNews) {
  check_golden("mention/dates_news.txt", [](std::string_view input) { return dump_lines(input, dump_dates); });
}

TEST(Calendar, GregorianRoundTrip) {
  for (int32_t day = -800000; day < 100000; day += 37) {
    const CalendarDay d = gregorian_of_day(day);
    ASSERT_EQ(day_of_gregorian(d.year, d.month, d.day), day);
  }
  EXPECT_EQ(day_of_gregorian(1970, 1, 1), 0);
  EXPECT_EQ(day_of_gregorian(2000, 3, 1), 11017);
}

TEST(Calendar, HijriAndPersianRoundTrip) {
  for (int32_t day = -100000; day < 40000; day += 11) {
    const CalendarDay h = hijri_of_day(day), p = persian_of_day(day);
    ASSERT_EQ(day_of_hijri(h.year, h.month, h.day), day);
    ASSERT_EQ(day_of_persian(p.year, p.month, p.day), day);
  }
}

TEST(Calendar, KnownDays) {
  EXPECT_EQ(iso(day_of_hijri(1, 1, 1)), "0622-07-19");  // 16 July 622 Julian
  EXPECT_EQ(iso(day_of_hijri(1441, 9, 1)), "2020-04-24");
  EXPECT_EQ(iso(day_of_hijri(1400, 1, 1)), "1979-11-21");
  EXPECT_EQ(iso(day_of_persian(1357, 11, 22)), "1979-02-11");
  EXPECT_EQ(iso(day_of_persian(1399, 1, 1)), "2020-03-20");
  EXPECT_EQ(iso(day_of_persian(1404, 1, 1)), "2025-03-21");
  EXPECT_EQ(iso(day_of_persian(1409, 1, 1)), "2030-03-21");
  EXPECT_EQ(weekday_of_day(day_of_gregorian(2020, 4, 5)), 7);
}

TEST(Period, UnitsAndShifts) {
  const int32_t day = day_of_gregorian(2020, 2, 29);
  EXPECT_EQ(iso(move_day(day, TimeUnit::years, -1)), "2019-02-28");
  EXPECT_EQ(iso(move_day(day, TimeUnit::months, 1)), "2020-03-29");
  EXPECT_EQ(iso(unit_around(TimeUnit::weeks, day, 0).start), "2020-02-24");
  EXPECT_EQ(iso(unit_around(TimeUnit::decades, day, -1).start), "2010-01-01");
  EXPECT_EQ(iso(unit_around(TimeUnit::centuries, day, 0).start), "2001-01-01");
  EXPECT_EQ(iso(move_day(day, TimeUnit::years, 1e9)), "6020-02-29");  // counts are clamped
}

TEST(Dates, DocumentDay) {
  Document d;
  EXPECT_EQ(document_day(d), INT32_MIN);
  for (const char* bad : {"2020-13-01", "2020-02-30", "20200405", "2020-4-5", "abcd-ef-gh"}) {
    d.date = bad;
    EXPECT_EQ(document_day(d), INT32_MIN) << bad;
  }
  d.date = "2020-04-05";
  EXPECT_EQ(document_day(d), day_of_gregorian(2020, 4, 5));
}

TEST(Dates, OddInputIsRead) {
  for (const char* odd : {"", "1/1/1/1/1/1", "99/99/9999", "31-31-31", "2020-02-30", "1 2 3 4 5 6 7 8 9", "- - -", "00/00/0000", "1-1-1-1"})
    MentionReading(odd, "2020-04-05");
  std::string digits;
  for (int i = 0; i < 4000; ++i) digits += "123 ";
  MentionReading(digits, "2020-04-05");
}

}  // namespace
}  // namespace isnad
