#include "calendar/fiscal_calendar.hpp"

#include <gtest/gtest.h>

namespace steward::calendar {
namespace {

// The calendar of the National Retail Federation: weeks from Sunday, the year starts on the one nearest to 1 February.
FiscalCalendar retail() {
  return {1, PeriodPattern::weeks_454, FiscalYear::start, date(2026, 2, 1)};
}

FiscalCalendar from(int start_month, PeriodPattern pattern = PeriodPattern::monthly,
                    FiscalYear year = FiscalYear::start) {
  return {start_month, pattern, year, std::nullopt};
}

std::string label_on(const FiscalCalendar& calendar, Date day) {
  return label(calendar, day).value();
}

TEST(FiscalCalendar, LabelsMonths) {
  EXPECT_EQ(label_on(from(1), date(2026, 3, 31)), "FY2026-P03");
  EXPECT_EQ(label_on(from(4), date(2026, 3, 31)), "FY2025-P12");
  EXPECT_EQ(label_on(from(4), date(2026, 4, 1)), "FY2026-P01");
  EXPECT_EQ(label_on(from(10), date(2025, 10, 1)), "FY2025-P01");
}

TEST(FiscalCalendar, NamesTheYearByItsEnd) {
  EXPECT_EQ(label_on(from(10, PeriodPattern::monthly, FiscalYear::end), date(2025, 10, 1)), "FY2026-P01");
  EXPECT_EQ(label_on(from(10, PeriodPattern::monthly, FiscalYear::end), date(2025, 9, 30)), "FY2025-P12");
  EXPECT_EQ(label_on(from(1, PeriodPattern::monthly, FiscalYear::end), date(2025, 9, 30)), "FY2025-P09");
}

TEST(FiscalCalendar, LabelsQuarters) {
  EXPECT_EQ(label_on(from(1, PeriodPattern::quarterly), date(2026, 1, 1)), "FY2026-Q1");
  EXPECT_EQ(label_on(from(7, PeriodPattern::quarterly), date(2026, 6, 30)), "FY2025-Q4");
}

TEST(FiscalCalendar, GivesFirstAndLastDays) {
  EXPECT_EQ(first_day(from(1), "FY2026-P02").value(), date(2026, 2, 1));
  EXPECT_EQ(last_day(from(1), "FY2026-P02").value(), date(2026, 2, 28));
  EXPECT_EQ(last_day(from(1), "FY2024-P02").value(), date(2024, 2, 29));
  EXPECT_EQ(last_day(from(4), "FY2025-P12").value(), date(2026, 3, 31));
  EXPECT_EQ(first_day(from(4, PeriodPattern::monthly, FiscalYear::end), "FY2026-P01").value(), date(2025, 4, 1));
  EXPECT_EQ(first_day(from(4), "FY2026-Q3").value(), date(2026, 10, 1));
  EXPECT_EQ(last_day(from(4), "FY2026").value(), date(2027, 3, 31));
}

// Published by the National Retail Federation: first days of the fiscal years 2012 to 2026; 2012, 2017 and 2023
// have 53.
TEST(FiscalCalendar, StartsRetailYearsAsPublished) {
  const Date starts[] = {date(2012, 1, 29), date(2013, 2, 3),  date(2014, 2, 2), date(2015, 2, 1), date(2016, 1, 31),
                         date(2017, 1, 29), date(2018, 2, 4),  date(2019, 2, 3), date(2020, 2, 2), date(2021, 1, 31),
                         date(2022, 1, 30), date(2023, 1, 29), date(2024, 2, 4), date(2025, 2, 2), date(2026, 2, 1)};
  int year = 2012;
  for (const Date start : starts) {
    const std::string name = "FY" + std::to_string(year++);
    EXPECT_EQ(first_day(retail(), name).value(), start) << name;
    EXPECT_EQ(label_on(retail(), start), name + "-P01");
    EXPECT_EQ(label_on(retail(), start - std::chrono::days{1}).substr(6), "-P12");
  }
}

TEST(FiscalCalendar, PutsThe53rdWeekIntoTheLastPeriod) {
  EXPECT_EQ(first_day(retail(), "FY2023-P12").value(), date(2023, 12, 31));
  EXPECT_EQ(last_day(retail(), "FY2023-P12").value(), date(2024, 2, 3));
  EXPECT_EQ(last_day(retail(), "FY2024-P12").value(), date(2025, 2, 1));
  EXPECT_EQ(last_day(retail(), "FY2023-Q4").value(), date(2024, 2, 3));
}

TEST(FiscalCalendar, CutsQuartersByPattern) {
  FiscalCalendar calendar{1, PeriodPattern::weeks_445, FiscalYear::start, date(2025, 1, 6)};
  EXPECT_EQ(last_day(calendar, "FY2025-P02").value(), date(2025, 3, 2));
  EXPECT_EQ(last_day(calendar, "FY2025-P03").value(), date(2025, 4, 6));
  calendar.pattern = PeriodPattern::weeks_454;
  EXPECT_EQ(last_day(calendar, "FY2025-P02").value(), date(2025, 3, 9));
  calendar.pattern = PeriodPattern::weeks_544;
  EXPECT_EQ(last_day(calendar, "FY2025-P01").value(), date(2025, 2, 9));
  calendar.pattern = PeriodPattern::weeks_13x4;
  EXPECT_EQ(last_day(calendar, "FY2025-P01").value(), date(2025, 2, 2));
  EXPECT_EQ(last_day(calendar, "FY2025-P13").value(), date(2026, 1, 4));
}

TEST(FiscalCalendar, NamesWeekYearsByTheAnniversary) {
  const FiscalCalendar calendar{1, PeriodPattern::weeks_13x4, FiscalYear::start, date(2023, 1, 1)};
  EXPECT_EQ(label_on(calendar, date(2023, 12, 30)), "FY2023-P13");
  EXPECT_EQ(label_on(calendar, date(2023, 12, 31)), "FY2024-P01");
  FiscalCalendar retail_by_end = retail();
  retail_by_end.year = FiscalYear::end;
  EXPECT_EQ(label_on(retail_by_end, date(2025, 2, 2)), "FY2026-P01");
  EXPECT_EQ(first_day(retail_by_end, "FY2026-P01").value(), date(2025, 2, 2));
}

TEST(FiscalCalendar, ReadsLabelsWithoutCase) {
  EXPECT_EQ(parse_label(from(1), " fy2026-p3 ").value(), (Period{2026, 3, Period::Kind::period}));
  EXPECT_EQ(parse_label(from(1), "ＦＹ２０２６-Ｐ０３").value(), (Period{2026, 3, Period::Kind::period}));
}

TEST(FiscalCalendar, RefusesWhatIsNoLabel) {
  for (const char* wrong : {"", "2026-03", "FY2026-P13", "FY2026-P00", "FY2026-Q5", "FY2026-", "FY2026-P", "FY-P01",
                            "FY2026-P01x", "FY2026-M01", "FY0-P01", "FY99999-P01", "FY-2026-P01"})
    EXPECT_EQ(first_day(from(1), wrong).error().kind, FaultKind::value) << wrong;
  EXPECT_EQ(first_day(from(1, PeriodPattern::quarterly), "FY2026-P01").error().kind, FaultKind::value);
  const FiscalCalendar thirteen{1, PeriodPattern::weeks_13x4, FiscalYear::start, date(2025, 1, 6)};
  EXPECT_EQ(first_day(thirteen, "FY2025-Q1").error().kind, FaultKind::value);
}

TEST(FiscalCalendar, RefusesACalendarThatIsNone) {
  EXPECT_EQ(label(from(0), date(2026, 1, 1)).error().kind, FaultKind::argument);
  EXPECT_EQ(label(from(13), date(2026, 1, 1)).error().kind, FaultKind::argument);
  EXPECT_EQ(label(from(1, PeriodPattern::weeks_445), date(2026, 1, 1)).error().kind, FaultKind::argument);
  EXPECT_EQ(period(date(2026, 1, 1), 1, PeriodPattern::weeks_13x4, FiscalYear::start, std::nullopt).error().kind,
            FaultKind::argument);
}

TEST(FiscalCalendar, KnowsDaysBefore1900) {
  EXPECT_EQ(label_on(from(4), date(1899, 12, 30)), "FY1899-P09");
  EXPECT_EQ(label_on(from(1), date(1, 1, 1)), "FY0001-P01");
  EXPECT_EQ(label(from(1), date(-5, 1, 1)).error().kind, FaultKind::value);
  EXPECT_EQ(label(from(1), date(12000, 1, 1)).error().kind, FaultKind::value);
}

TEST(FiscalCalendar, MovesOverEndsOfYears) {
  EXPECT_EQ(label(next(from(1), {2025, 12, Period::Kind::period})), "FY2026-P01");
  EXPECT_EQ(label(moved(from(1), {2025, 1, Period::Kind::period}, -1)), "FY2024-P12");
  EXPECT_EQ(label(next(from(1), {2025, 4, Period::Kind::quarter})), "FY2026-Q1");
  EXPECT_EQ(label(moved(from(1), {2025, 0, Period::Kind::year}, 2)), "FY2027");
}

}  // namespace
}  // namespace steward::calendar
