#include <gtest/gtest.h>

#include "forecast/accuracy.hpp"
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

// accuracy(snaive(AirPassengers up to 1959), AirPassengers of 1960) of R's forecast 8.20: ME 47.833333333333,
// MAPE 9.987532920823 %, MASE 1.570881226054.
TEST(Accuracy, OfAirlinePassengersAsInR) {
  const std::vector<std::optional<double>> history{
      112.0, 118.0, 132.0, 129.0, 121.0, 135.0, 148.0, 148.0, 136.0, 119.0, 104.0, 118.0, 115.0, 126.0, 141.0, 135.0, 125.0,
      149.0, 170.0, 170.0, 158.0, 133.0, 114.0, 140.0, 145.0, 150.0, 178.0, 163.0, 172.0, 178.0, 199.0, 199.0, 184.0, 162.0,
      146.0, 166.0, 171.0, 180.0, 193.0, 181.0, 183.0, 218.0, 230.0, 242.0, 209.0, 191.0, 172.0, 194.0, 196.0, 196.0, 236.0,
      235.0, 229.0, 243.0, 264.0, 272.0, 237.0, 211.0, 180.0, 201.0, 204.0, 188.0, 235.0, 227.0, 234.0, 264.0, 302.0, 293.0,
      259.0, 229.0, 203.0, 229.0, 242.0, 233.0, 267.0, 269.0, 270.0, 315.0, 364.0, 347.0, 312.0, 274.0, 237.0, 278.0, 284.0,
      277.0, 317.0, 313.0, 318.0, 374.0, 413.0, 405.0, 355.0, 306.0, 271.0, 306.0, 315.0, 301.0, 356.0, 348.0, 355.0, 422.0,
      465.0, 467.0, 404.0, 347.0, 305.0, 336.0, 340.0, 318.0, 362.0, 348.0, 363.0, 435.0, 491.0, 505.0, 404.0, 359.0, 310.0,
      337.0, 360.0, 342.0, 406.0, 396.0, 420.0, 472.0, 548.0, 559.0, 463.0, 407.0, 362.0, 405.0};
  const std::vector<std::optional<double>> actual{417.0, 391.0, 419.0, 461.0, 472.0, 535.0, 622.0, 606.0, 508.0, 461.0, 390.0, 432.0};
  const std::vector<std::optional<double>> last_year(history.end() - 12, history.end());
  const auto table = accuracy(actual, last_year, history, 12, {}, Language::english);
  ASSERT_TRUE(table);
  EXPECT_NEAR(std::get<double>(table.value().at(0, 1)), 0.09987532920823, 1e-13);
  EXPECT_NEAR(std::get<double>(table.value().at(2, 1)), 1.570881226054, 1e-11);
  EXPECT_NEAR(std::get<double>(table.value().at(3, 1)), 47.833333333333, 1e-11);
}

}  // namespace
}  // namespace steward::forecast
