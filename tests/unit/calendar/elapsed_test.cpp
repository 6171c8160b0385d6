#include "calendar/elapsed.hpp"

#include <gtest/gtest.h>

#include "calendar/to_date.hpp"

namespace steward::calendar {
namespace {

// OCA account-budgeting: −364 over 2014 is −1 on 2 January, −182 on 2 July and −364 on 31 December.
TEST(Elapsed, ExclusiveAgreesWithAccountBudgeting) {
  const auto amount = [](Date as_of) {
    return -364 * elapsed(as_of, date(2014, 1, 1), date(2014, 12, 31), DayBasis::exclusive).value();
  };
  EXPECT_DOUBLE_EQ(amount(date(2014, 1, 2)), -1);
  EXPECT_DOUBLE_EQ(amount(date(2014, 7, 2)), -182);
  EXPECT_DOUBLE_EQ(amount(date(2014, 12, 31)), -364);
}

TEST(Elapsed, InclusiveCountsBothDays) {
  const auto share = [](Date as_of) {
    return elapsed(as_of, date(2025, 1, 1), date(2025, 12, 31), DayBasis::inclusive).value();
  };
  EXPECT_DOUBLE_EQ(share(date(2025, 1, 1)), 1.0 / 365);
  EXPECT_DOUBLE_EQ(share(date(2025, 12, 31)), 1);
  EXPECT_EQ(share(date(2024, 12, 31)), 0);
  EXPECT_EQ(share(date(2026, 1, 1)), 1);
}

TEST(Elapsed, OfOneDayIsWholeOnThatDay) {
  const Date day = date(2025, 5, 5);
  for (const DayBasis basis : {DayBasis::inclusive, DayBasis::exclusive}) {
    EXPECT_EQ(elapsed(day, day, day, basis).value(), 1);
    EXPECT_EQ(elapsed(day - std::chrono::days{1}, day, day, basis).value(), 0);
  }
}

TEST(Elapsed, RefusesASpanThatEndsBeforeItStarts) {
  EXPECT_EQ(elapsed(date(2025, 1, 1), date(2025, 1, 2), date(2025, 1, 1), DayBasis::inclusive).error().kind,
            FaultKind::number);
}

std::vector<std::optional<double>> values(int count) {
  std::vector<std::optional<double>> result;
  for (int i = 1; i <= count; ++i) result.emplace_back(i);
  return result;
}

TEST(ToDate, AddsUpTheWindow) {
  const auto year = values(12);
  EXPECT_EQ(to_date(year, 5, "YTD").value(), 15);
  EXPECT_EQ(to_date(year, 5, "qtd").value(), 9);
  EXPECT_EQ(to_date(year, 5, "MTD").value(), 5);
  EXPECT_EQ(to_date(year, 5, "YTG").value(), 63);
  EXPECT_EQ(to_date(year, 5, "QTG").value(), 6);
  EXPECT_EQ(to_date(year, 5, "3").value(), 12);
  EXPECT_EQ(to_date(year, 12, "YTG").value(), 0);
  EXPECT_EQ(to_date(year, 5, "本年累计").value(), 15);
}

TEST(ToDate, CutsQuartersOfFourAndThirteen) {
  EXPECT_EQ(to_date(values(4), 3, "QTD").value(), 3);
  EXPECT_EQ(to_date(values(4), 3, "QTG").value(), 0);
  EXPECT_EQ(to_date(values(13), 13, "QTD").value(), 46);
  EXPECT_EQ(to_date(values(13), 4, "QTG").value(), 11);
  EXPECT_EQ(to_date(values(10), 4, "QTD").error().kind, FaultKind::argument);
}

TEST(ToDate, PassesOverBlanks) {
  auto year = values(12);
  year[1].reset();
  for (std::size_t i = 5; i < 12; ++i) year[i].reset();
  EXPECT_EQ(to_date(year, 5, "YTD").value(), 13);
  EXPECT_EQ(to_date(year, 8, "YTD").value(), 13);
}

TEST(ToDate, AddsCentsWithoutNoise) {
  const std::vector<std::optional<double>> dimes(10, 0.1);
  EXPECT_EQ(to_date(dimes, 10, "YTD").value(), 1.0);
}

TEST(ToDate, RefusesWhatIsNotThere) {
  EXPECT_EQ(to_date(values(12), 0, "YTD").error().kind, FaultKind::number);
  EXPECT_EQ(to_date(values(12), 13, "YTD").error().kind, FaultKind::number);
  EXPECT_EQ(to_date(values(12), 2, "3").error().kind, FaultKind::number);
  EXPECT_EQ(to_date(values(12), 2, "0").error().kind, FaultKind::number);
  EXPECT_EQ(to_date(values(12), 2, "XTD").error().kind, FaultKind::argument);
  EXPECT_EQ(to_date({}, 1, "YTD").error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::calendar
