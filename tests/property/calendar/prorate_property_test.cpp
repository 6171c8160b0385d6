#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "calendar/fiscal_calendar.hpp"
#include "calendar/prorate.hpp"

namespace steward::calendar {
namespace {

using std::chrono::days;

TEST(ProrateProperty, ConsecutivePeriodsAddUp) {
  std::mt19937_64 random(20260305);
  const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
  for (int i = 0; i < 3000; ++i) {
    const double amount = pick(-100'000'000, 100'000'000) / 100.0;
    const Date from = date(2020, 1, 1) + days{pick(0, 1000)}, to = from + days{pick(0, 800)};
    const auto basis = static_cast<DayBasis>(pick(0, 1));
    const FiscalCalendar calendar{pick(1, 12), static_cast<PeriodPattern>(pick(0, 5)), FiscalYear::start,
                                  date(2021, 1, 4)};
    Period period = period_of(calendar, from).value();
    long long cents = 0;
    while (true) {
      const Days span = days_of(calendar, period).value();
      if (span.first > to) break;
      cents += std::llround(prorate(amount, from, to, span.first, span.last, basis).value() * 100);
      period = next(calendar, period);
    }
    ASSERT_EQ(cents, std::llround(amount * 100));
  }
}

}  // namespace
}  // namespace steward::calendar
