#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "forecast/forecast.hpp"
#include "forecast/outlook.hpp"
#include "forecast/random.hpp"
#include "forecast/seasonality.hpp"

// What budgets hold and competitions do not: made by hand, none of it was used to choose anything.
namespace steward::forecast {
namespace {

Values made(std::size_t length, const std::function<double(std::size_t)>& at) {
  Values x(length);
  for (std::size_t t = 0; t < length; ++t) x[t] = at(t);
  return x;
}

// Amounts about 100, and what is laid on top.
Values around(double level, std::size_t length, const std::function<double(std::size_t)>& extra) {
  Random random(17);
  return made(length, [&](std::size_t t) { return level + 8 * (random.share() - 0.5) + extra(t); });
}
double nothing(std::size_t) { return 0; }

TEST(HardSeries, OneOffInvoiceWithinAShortHistory) {
  const Values x = around(100, 9, [](std::size_t t) { return t == 4 ? 2000.0 : 0; });
  const Outlook outlook = look_ahead(x, 12, 3);
  EXPECT_EQ(outlook.one_offs, std::vector<std::size_t>{4});
  EXPECT_NEAR(outlook.forecast[0], 100, 5);
  EXPECT_LT(interval_of(outlook, 0.95).upper[2], 200);
}

TEST(HardSeries, OneOffAtEitherEnd) {
  for (const std::size_t place : {std::size_t{0}, std::size_t{35}}) {
    const Values x = around(100, 36, [&](std::size_t t) { return t == place ? 2000.0 : 0; });
    const Outlook outlook = look_ahead(x, 12, 6);
    EXPECT_EQ(outlook.one_offs, std::vector<std::size_t>{place});
    for (const double forecast : outlook.forecast) EXPECT_NEAR(forecast, 100, 6);
  }
}

TEST(HardSeries, FastGrowthIsNoOneOff) {
  const Values x = made(40, [](std::size_t t) { return std::pow(1.5, static_cast<double>(t)); });
  const Outlook outlook = look_ahead(x, 1, 3);
  EXPECT_TRUE(outlook.one_offs.empty());
  EXPECT_GT(outlook.forecast[0], x.back());
}

TEST(HardSeries, ANewContractSetsANewLevel) {
  for (const std::size_t length : {std::size_t{10}, std::size_t{15}, std::size_t{36}}) {
    const std::size_t at = length - 5;
    const Values x = around(100, length, [&](std::size_t t) { return t >= at ? 80.0 : 0; });
    const Outlook outlook = look_ahead(x, 12, 6);
    ASSERT_TRUE(outlook.shift) << length;
    EXPECT_EQ(outlook.shift->at, at);
    for (const double forecast : outlook.forecast) EXPECT_NEAR(forecast, 180, 15) << length;
  }
}

TEST(HardSeries, AnnualInsuranceComesWhenItCameLastYear) {
  const Values alone = made(29, [](std::size_t t) { return t % 12 == 3 ? 1200.0 * (t < 12 ? 1 : 1.05) : 0; });
  const auto forecast = look_ahead(alone, 12, 14).forecast;
  for (std::size_t h = 0; h < 14; ++h) {
    if ((29 + h) % 12 == 3)
      EXPECT_GE(forecast[h], 1260);
    else
      EXPECT_EQ(forecast[h], 0) << h;
  }
  const Values on_top = around(100, 26, [](std::size_t t) { return t % 12 == 0 ? 1200.0 : 0; });
  const auto both = look_ahead(on_top, 12, 12).forecast;
  for (std::size_t h = 0; h < 12; ++h) EXPECT_NEAR(both[h], (26 + h) % 12 == 0 ? 1300 : 100, 60) << h;
}

TEST(HardSeries, ALumpMakesItsOwnMonthUncertainOnly) {
  const Values x = around(100, 15, [](std::size_t t) { return t % 12 == 0 ? 1200.0 : 0; });
  const Interval interval = interval_of(look_ahead(x, 12, 6), 0.95);
  for (const double upper : interval.upper) EXPECT_LT(upper, 350);
}

TEST(HardSeries, QuarterlyRent) {
  for (const std::size_t length : {std::size_t{8}, std::size_t{17}, std::size_t{40}}) {
    const Values x = made(length, [](std::size_t t) { return t % 3 == 1 ? 900.0 : 0; });
    const auto forecast = look_ahead(x, 12, 12).forecast;
    for (std::size_t h = 0; h < 12; ++h) EXPECT_EQ(forecast[h], (length + h) % 3 == 1 ? 900 : 0) << length << ' ' << h;
  }
}

TEST(HardSeries, ALineThatDiedOutFades) {
  Values x = made(24, [](std::size_t t) { return t * 7 % 3 == 0 ? 60.0 : 0; });
  x[5] = x[11] = 60;
  const double alive = look_ahead(x, 12, 1).forecast[0];
  x.insert(x.end(), 12, 0.0);
  const double dead = look_ahead(x, 12, 1).forecast[0];
  EXPECT_GT(alive, 15);
  EXPECT_LT(dead, alive / 2);
}

TEST(HardSeries, ZerosStayZeroWithoutASign) {
  const Outlook outlook = look_ahead(Values(30, 0.0), 12, 4);
  const Interval interval = interval_of(outlook, 0.95);
  for (std::size_t h = 0; h < 4; ++h)
    for (const double value : {outlook.forecast[h], interval.lower[h], interval.upper[h]}) {
      EXPECT_EQ(value, 0);
      EXPECT_FALSE(std::signbit(value));
    }
}

TEST(HardSeries, TwoPoints) {
  const Outlook outlook = look_ahead(Values{100, 120}, 12, 12);
  for (const double forecast : outlook.forecast) {
    EXPECT_GE(forecast, 100);
    EXPECT_LE(forecast, 120);
  }
  const Interval interval = interval_of(outlook, 0.95);
  EXPECT_LT(interval.lower[0], 100);
  EXPECT_GT(interval.upper[0], 120);
}

TEST(HardSeries, AShrinkingLineEndsAtNothing) {
  const Values x = made(33, [](std::size_t t) { return std::max(0.0, 200 - 6 * static_cast<double>(t)); });
  const Outlook outlook = look_ahead(x, 12, 18);
  const Interval interval = interval_of(outlook, 0.99);
  for (std::size_t h = 0; h < 18; ++h) {
    EXPECT_GE(interval.lower[h], 0);
    EXPECT_LT(outlook.forecast[h], 20);
  }
}

TEST(HardSeries, LossesAndProfitsMayChangeSign) {
  const Values x = around(-90, 36, [](std::size_t t) { return 6.0 * static_cast<double>(t); });
  const auto forecast = look_ahead(x, 12, 6).forecast;
  for (std::size_t h = 0; h < 6; ++h) EXPECT_NEAR(forecast[h], -90 + 6 * (36.0 + static_cast<double>(h)), 15);
}

TEST(HardSeries, ScaleDoesNotMatter) {
  const Values x = around(100, 40, [](std::size_t t) { return 20 * std::sin(static_cast<double>(t) * 0.5236); });
  const auto plain = look_ahead(x, 12, 6).forecast;
  for (const double scale : {1e-6, 1e12}) {
    Values scaled(x);
    for (double& value : scaled) value *= scale;
    const auto forecast = look_ahead(scaled, 12, 6).forecast;
    for (std::size_t h = 0; h < 6; ++h) EXPECT_NEAR(forecast[h] / scale, plain[h], 0.02 * plain[h]);
  }
}

TEST(HardSeries, WeeksDaysAndThirteenPeriods) {
  for (const std::size_t season : {std::size_t{7}, std::size_t{13}, std::size_t{52}}) {
    const auto wave = [&](std::size_t t) { return t % season == season / 2 ? 60.0 : 0; };
    const Values x = around(100, 3 * season + 2, wave);
    const auto forecast = look_ahead(x, season, season).forecast;
    for (std::size_t h = 0; h < season; ++h) EXPECT_NEAR(forecast[h], 100 + wave(x.size() + h), 16) << season << ' ' << h;
  }
}

TEST(HardSeries, GapsDoNotMoveTheSeason) {
  const auto wave = [](std::size_t t) { return 100 + 40 * std::sin(2 * 3.14159265358979 * static_cast<double>(t) / 12); };
  std::vector<std::optional<double>> cells;
  for (std::size_t t = 0; t < 48; ++t) cells.push_back(t % 12 == 5 && t > 20 ? std::nullopt : std::optional(wave(t)));
  const auto result = forecast(cells, 12, 12, ForecastMethod::automatic, 0, {}, {});
  ASSERT_TRUE(result);
  for (std::size_t h = 0; h < 12; ++h) EXPECT_NEAR(result.value()[h], wave(48 + h), 12) << h;
}

TEST(HardSeries, WorkingDaysCarryOver) {
  const std::vector<double> days{21, 20, 22, 19, 21, 22, 20, 23, 21, 20, 22, 18, 21, 20, 22, 19, 21, 22,
                                 20, 23, 21, 20, 22, 18, 21, 20, 23, 20, 19};
  std::vector<std::optional<double>> cells;
  for (std::size_t t = 0; t < 26; ++t) cells.push_back(10 * days[t]);
  const auto result = forecast_interval(cells, 3, 0.9, 12, ForecastMethod::automatic, days, {});
  ASSERT_TRUE(result);
  for (std::size_t h = 0; h < 3; ++h) EXPECT_NEAR(result.value().at(h, 1), 10 * days[26 + h], 1e-6);
  EXPECT_FALSE(forecast_interval(cells, 4, 0.9, 12, ForecastMethod::automatic, days, {}));
}

// k periods known: 1 + k/(k + 2)·(pace − 1) of what is planned, here 1 + 2/4·0.1.
TEST(HardSeries, ABudgetGivesTheShape) {
  const std::vector<std::optional<double>> known{110.0, 220.0}, plan{100.0, 200.0, 300.0, 400.0};
  const auto result = forecast(known, 2, 4, ForecastMethod::automatic, 0, {}, plan);
  ASSERT_TRUE(result);
  EXPECT_NEAR(result.value()[0], 1.05 * 300, 1e-9);
  EXPECT_NEAR(result.value()[1], 1.05 * 400, 1e-9);
  const auto interval = forecast_interval(known, 2, 0.95, 4, ForecastMethod::automatic, {}, plan);
  ASSERT_TRUE(interval);
  EXPECT_NEAR(interval.value().at(1, 1), 1.05 * 400, 1e-9);
}

TEST(HardSeries, TenThousandPointsRestOnTheRecentOnes) {
  const auto wave = [](std::size_t t) { return 50 * std::sin(2 * 3.14159265358979 * static_cast<double>(t) / 12); };
  const Values x = around(500, 10000, wave);
  const Outlook outlook = look_ahead(x, 12, 12);
  EXPECT_EQ(outlook.past.size() + outlook.skipped, x.size());
  EXPECT_LE(outlook.past.size(), 400u);
  for (std::size_t h = 0; h < 12; ++h) EXPECT_NEAR(outlook.forecast[h], 500 + wave(10000 + h), 10);
}

TEST(HardSeries, LevelAndNoiseAlone) {
  const auto forecast = look_ahead(around(100, 30, nothing), 12, 12).forecast;
  for (const double value : forecast) EXPECT_NEAR(value, 100, 5);
}

// decompose(AirPassengers from 1956, "multiplicative")$figure of R 4.2.
TEST(Seasonality, OfAirlinePassengersAsInR) {
  const Values passengers{284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467,
                          404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396,
                          420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432};
  const Values published{0.906105884192, 0.846726240905, 0.960452140855, 0.954551028823, 0.982711408569, 1.133462111739,
                         1.269521660581, 1.271875811734, 1.064181328877, 0.921709226594, 0.804114604266, 0.884588552866};
  const std::vector<std::optional<double>> cells(passengers.begin(), passengers.end());
  const auto result = seasonality(cells, 12);
  ASSERT_TRUE(result);
  for (std::size_t i = 0; i < 12; ++i) EXPECT_NEAR(result.value()[i], published[i], 1e-11);
}

}  // namespace
}  // namespace steward::forecast
