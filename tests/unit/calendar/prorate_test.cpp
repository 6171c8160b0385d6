#include "calendar/prorate.hpp"

#include <gtest/gtest.h>

namespace steward::calendar {
namespace {

constexpr auto inclusive = DayBasis::inclusive, exclusive = DayBasis::exclusive;

double part(double amount, Date from, Date to, Date start, Date end, DayBasis basis = inclusive) {
  return prorate(amount, from, to, start, end, basis).value();
}

TEST(Prorate, RoundsCumulatively) {
  const Date from = date(2025, 1, 1), to = date(2025, 3, 31);
  EXPECT_EQ(part(100, from, to, date(2025, 1, 1), date(2025, 1, 31)), 34.44);
  EXPECT_EQ(part(100, from, to, date(2025, 2, 1), date(2025, 2, 28)), 31.12);
  EXPECT_EQ(part(100, from, to, date(2025, 3, 1), date(2025, 3, 31)), 34.44);
}

// OCA mis-builder, test_mis_budget: pro rata of budget items.
TEST(Prorate, AgreesWithMisBuilder) {
  EXPECT_EQ(part(20, date(2017, 2, 1), date(2017, 2, 28), date(2017, 2, 1), date(2017, 2, 21)), 15);
  const auto until = [](Date day) {
    return part(11, date(2017, 1, 1), date(2017, 1, 8), date(2017, 1, 1), day) +
           part(13, date(2017, 1, 9), date(2017, 1, 16), date(2017, 1, 1), day);
  };
  EXPECT_EQ(until(date(2017, 1, 16)), 24);
  EXPECT_EQ(until(date(2017, 1, 8)), 11);
  EXPECT_EQ(until(date(2017, 1, 12)), 17.5);
}

TEST(Prorate, ExclusiveAgreesWithAccountBudgeting) {
  const Date from = date(2014, 1, 1), to = date(2014, 12, 31);
  EXPECT_EQ(part(-364, from, to, from, date(2014, 1, 2), exclusive), -1);
  EXPECT_EQ(part(-364, from, to, from, date(2014, 7, 2), exclusive), -182);
  EXPECT_EQ(part(-364, from, to, from, date(2014, 12, 31), exclusive), -364);
}

// fava: one day of a monthly, quarterly and yearly budget.
TEST(Prorate, OfOneDay) {
  EXPECT_EQ(part(100, date(2016, 5, 1), date(2016, 5, 31), date(2016, 5, 1), date(2016, 5, 1)), 3.23);
  EXPECT_EQ(part(100, date(2016, 2, 1), date(2016, 2, 29), date(2016, 2, 1), date(2016, 2, 1)), 3.45);
  EXPECT_EQ(part(123456.7, date(2016, 4, 1), date(2016, 6, 30), date(2016, 4, 1), date(2016, 4, 1)), 1356.67);
  EXPECT_EQ(part(99999.87, date(2015, 1, 1), date(2015, 12, 31), date(2015, 1, 1), date(2015, 1, 1)), 273.97);
}

TEST(Prorate, OutsideTheSpanIsNothing) {
  const Date day = date(2025, 5, 5);
  EXPECT_EQ(part(9, day, day, date(2025, 1, 1), date(2025, 5, 4)), 0);
  EXPECT_EQ(part(9, day, day, date(2025, 5, 6), date(2025, 5, 31)), 0);
  EXPECT_EQ(part(9, day, day, date(2025, 5, 1), date(2025, 5, 31)), 9);
  EXPECT_EQ(part(9, day, day, day, day, exclusive), 9);
}

TEST(Prorate, MirrorsNegatives) {
  const Date from = date(2025, 1, 1), to = date(2025, 1, 8);
  EXPECT_EQ(part(-0.01, from, to, from, date(2025, 1, 4)), -0.01);
  EXPECT_EQ(part(0.01, from, to, from, date(2025, 1, 4)), 0.01);
}

TEST(Prorate, RefusesSpansThatRunBackwards) {
  const Date a = date(2025, 1, 1), b = date(2025, 1, 2);
  EXPECT_EQ(prorate(1, b, a, a, b, inclusive).error().kind, FaultKind::number);
  EXPECT_EQ(prorate(1, a, b, b, a, inclusive).error().kind, FaultKind::number);
  EXPECT_EQ(prorate(1e300, a, b, a, b, inclusive).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::calendar
