#include <gtest/gtest.h>

#include "forecast/back_test.hpp"
#include "forecast/working_days.hpp"

namespace steward::forecast {
namespace {

TEST(KeptForecasts, AreComparedByTheirLead) {
  const std::vector<KeptForecast> kept{{2, 3, 90}, {2, 4, 80}, {3, 4, 100}, {3, 5, 70}, {4, 4, 1}, {1, 2, 50}};
  const std::vector<std::optional<double>> actuals{{}, {}, 100.0, 110.0, {}};
  const auto errors = errors_by_lead(kept, actuals);
  ASSERT_EQ(errors.size(), 2u);
  EXPECT_EQ(errors[0].count, 2);
  EXPECT_DOUBLE_EQ(errors[0].bias, 10);  // 100 − 90 and 110 − 100
  EXPECT_EQ(errors[1].count, 1);
  EXPECT_DOUBLE_EQ(errors[1].absolute, 30);
}

TEST(BackTest, SeesOnlyWhatWasKnown) {
  // A jump at the very end must not help any forecast before it.
  Values x(20, 10.0);
  x.back() = 1000;
  const auto errors = back_test(x, 1, 1, ForecastMethod::naive, 3);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].count, 3);
  EXPECT_DOUBLE_EQ(errors[0].absolute, 330);
}

TEST(WorkingDays, AmountsInProportionToDaysBecomeEqual) {
  const Values days{20, 22, 18, 21, 19}, history{200, 220, 180};
  const auto even = per_average_day(history, days);
  ASSERT_TRUE(even);
  for (const double amount : even.value()) EXPECT_DOUBLE_EQ(amount, 200);
  const auto ahead = restore_days(Values{200, 200}, 3, days);
  ASSERT_TRUE(ahead);
  EXPECT_DOUBLE_EQ(ahead.value()[0], 210);
  EXPECT_DOUBLE_EQ(ahead.value()[1], 190);
}

TEST(WorkingDays, AreNeededForEveryPeriod) {
  EXPECT_EQ(per_average_day(Values{1, 2}, Values{20}).error().kind, FaultKind::argument);
  EXPECT_EQ(per_average_day(Values{1, 2}, Values{20, 0}).error().kind, FaultKind::number);
  EXPECT_EQ(restore_days(Values{1, 2}, 2, Values{20, 20, 20}).error().kind, FaultKind::argument);
}

}  // namespace
}  // namespace steward::forecast
