#include <gtest/gtest.h>

#include <random>

#include "calendar/fiscal_calendar.hpp"

namespace steward::calendar {
namespace {

using std::chrono::days;

FiscalCalendar any_calendar(std::mt19937& random) {
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
  return {pick(1, 12), static_cast<PeriodPattern>(pick(0, 5)), static_cast<FiscalYear>(pick(0, 1)),
          date(2000, 1, 1) + days{pick(0, 12000)}};
}

TEST(FiscalCalendarProperty, EveryDayLiesInThePeriodThatItsLabelNames) {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const FiscalCalendar calendar = any_calendar(random);
    const Date day = date(1890, 1, 1) + days{std::uniform_int_distribution(0, 90000)(random)};
    const std::string name = label(calendar, day).value();
    ASSERT_LE(first_day(calendar, name).value(), day) << name;
    ASSERT_GE(last_day(calendar, name).value(), day) << name;
  }
}

TEST(FiscalCalendarProperty, PeriodsFollowWithoutGapAndYearsWithoutJump) {
  std::mt19937 random(8);
  for (int i = 0; i < 300; ++i) {
    const FiscalCalendar calendar = any_calendar(random);
    Period period = period_of(calendar, date(1995, 6, 15)).value();
    for (int n = 0; n < 200; ++n) {
      const Period after = next(calendar, period);
      const Days before = days_of(calendar, period).value();
      ASSERT_EQ(before.last + days{1}, days_of(calendar, after).value().first) << label(after);
      ASSERT_EQ(period_of(calendar, before.last).value(), period);
      ASSERT_LE(after.year - period.year, 1);
      period = after;
    }
  }
}

TEST(FiscalCalendarProperty, WeekYearsHave52Or53WeeksAndStayNearTheAnniversary) {
  std::mt19937 random(9);
  for (int i = 0; i < 2000; ++i) {
    FiscalCalendar calendar = any_calendar(random);
    calendar.pattern = PeriodPattern::weeks_544;
    calendar.year = FiscalYear::start;
    const std::chrono::year_month_day anchor{*calendar.anchor};
    if (anchor.month() == std::chrono::February && anchor.day() == std::chrono::day{29}) continue;
    const int year = std::uniform_int_distribution(1901, 2199)(random);
    const Days all = days_of(calendar, {year, 0, Period::Kind::year}).value();
    const auto length = (all.last - all.first).count() + 1;
    ASSERT_TRUE(length == 364 || length == 371) << length;
    const auto off = all.first - Date{std::chrono::year{year} / anchor.month() / anchor.day()};
    ASSERT_LE(off, days{3});
    ASSERT_GE(off, days{-3});
  }
}

// ISO 8601 names a week after the year of its Thursday, which is the week year that starts nearest to 1 January.
TEST(FiscalCalendarProperty, AgreesWithIsoWeekYears) {
  const FiscalCalendar iso{1, PeriodPattern::weeks_13x4, FiscalYear::start, date(2018, 1, 1)};
  for (Date day = date(1970, 1, 1); day < date(2070, 1, 1); day += days{1}) {
    const Date thursday = day - (std::chrono::weekday{day} - std::chrono::Monday) + days{3};
    const std::chrono::year_month_day civil{thursday};
    ASSERT_EQ(period_of(iso, day).value().year, static_cast<int>(civil.year()));
  }
}

}  // namespace
}  // namespace steward::calendar
