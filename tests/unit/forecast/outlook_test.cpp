#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <limits>

#include "forecast/forecast.hpp"
#include "forecast/outlook.hpp"

namespace steward::forecast {
namespace {

Values monthly(int n, double noise = 1) {
  Values x;
  for (int t = 0; t < n; ++t)
    x.push_back((200 + t) * (1 + 0.2 * std::sin(t * 3.14159265358979 / 6)) + noise * ((t * 7919) % 13 - 6));
  return x;
}

Approach approach_of(const Values& x, std::size_t season) {
  return look_ahead(x, season, 3).approach;
}

TEST(Outlook, LengthDecides) {
  const Values x = monthly(60);
  EXPECT_EQ(approach_of({x.begin(), x.begin() + 5}, 12), Approach::usual_level);
  EXPECT_EQ(approach_of({x.begin(), x.begin() + 12}, 12), Approach::first_year);
  EXPECT_EQ(approach_of({x.begin(), x.begin() + 23}, 12), Approach::first_year);
  EXPECT_EQ(approach_of({x.begin(), x.begin() + 24}, 12), Approach::models);
  EXPECT_EQ(approach_of({1, 2, 3}, 1), Approach::last_value);
  EXPECT_EQ(approach_of({1, 2, 3, 5}, 1), Approach::models);
}

TEST(Outlook, SeasonsComeAgain) {
  const Outlook outlook = look_ahead(monthly(60, 0), 12, 12);
  for (int h = 0; h < 12; ++h) {
    const int t = 60 + h;
    EXPECT_NEAR(outlook.forecast[h], (200 + t) * (1 + 0.2 * std::sin(t * 3.14159265358979 / 6)), 8);
  }
}

TEST(Outlook, LumpsKeepTheirPlace) {
  Values x(24, 0.0);
  x[3] = 1000;
  x[15] = 1100;
  const Outlook outlook = look_ahead(x, 12, 12);
  EXPECT_EQ(outlook.approach, Approach::lumps);
  for (int h = 0; h < 12; ++h) EXPECT_NEAR(outlook.forecast[h], h == 3 ? 1100 * std::sqrt(1.1) : 0, 1e-9);
  const Interval interval = interval_of(outlook, 0.95);
  EXPECT_EQ(interval.upper[0], 0);
  EXPECT_LT(interval.lower[3], 1100);
}

TEST(Outlook, AmountsNowAndThenAreExpectedOnAverage) {
  const Values x{0, 0, 3, 0, 0, 0, 5, 0, 0, 2, 0, 0, 0, 0, 4, 0, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 2, 0};
  const Outlook outlook = look_ahead(x, 12, 3);
  EXPECT_EQ(outlook.approach, Approach::intermittent);
  EXPECT_GT(outlook.forecast[0], 0.3);
  EXPECT_LT(outlook.forecast[0], 1.5);
}

TEST(Outlook, AOneOffInvoiceIsSetAside) {
  Values x = monthly(60);
  const Values plain = look_ahead(x, 12, 12).forecast;
  x[50] *= 20;
  const Outlook outlook = look_ahead(x, 12, 12);
  ASSERT_EQ(outlook.one_offs, std::vector<std::size_t>{50});
  for (int h = 0; h < 12; ++h) EXPECT_NEAR(outlook.forecast[h], plain[h], 0.05 * plain[h]);
}

TEST(Outlook, AYearlyPeakIsNoOneOff) {
  Values x = monthly(60);
  for (int t = 7; t < 60; t += 12) x[t] *= 5;
  EXPECT_TRUE(look_ahead(x, 12, 1).one_offs.empty());
}

TEST(Outlook, ALevelShiftIsFollowed) {
  Values x = monthly(60);
  for (int t = 30; t < 60; ++t) x[t] += 500;
  const Outlook outlook = look_ahead(x, 12, 12);
  EXPECT_TRUE(outlook.one_offs.empty());
  for (int h = 0; h < 12; ++h) EXPECT_GT(outlook.forecast[h], 550);
}

TEST(Outlook, AStepIsNoTrend) {
  for (const int n : {24, 36, 60}) {
    Values x(static_cast<std::size_t>(n), 150.0);
    std::fill_n(x.begin(), n / 2, 100.0);
    const Outlook outlook = look_ahead(x, 12, 12);
    ASSERT_TRUE(outlook.shift);
    EXPECT_EQ(outlook.shift->at, static_cast<std::size_t>(n / 2));
    for (const double amount : outlook.forecast) EXPECT_NEAR(amount, 150, 1e-6);
  }
}

TEST(LevelShift, IsNeitherTrendNorSeason) {
  Values trend, season;
  for (int t = 0; t < 36; ++t) {
    trend.push_back(100 + 5 * t);
    season.push_back(t % 12 < 6 ? 100 : 200);
  }
  EXPECT_FALSE(level_shift(trend));
  EXPECT_FALSE(level_shift(season));
}

TEST(Outlook, ALineThatBeganLateIsKnownFromItsBeginning) {
  const Values x = monthly(30);
  Values late(18, 0.0);
  late.insert(late.end(), x.begin(), x.end());
  EXPECT_EQ(look_ahead(late, 12, 6).forecast, look_ahead(x, 12, 6).forecast);
}

TEST(Outlook, TenThousandValues) {
  Values x;
  for (int t = 0; t < 10000; ++t) x.push_back(100 + 0.01 * t + 10 * std::sin(t * 3.14159265358979 / 6));
  const Outlook outlook = look_ahead(x, 12, 12);
  for (int h = 0; h < 12; ++h)
    EXPECT_NEAR(outlook.forecast[h], 200 + 10 * std::sin((10000 + h) * 3.14159265358979 / 6), 3);
}

TEST(Outlook, TheCellFunctionGivesTheSame) {
  const Values x = monthly(47);
  std::vector<std::optional<double>> cells(x.begin(), x.end());
  const auto column = forecast(cells, 18, 12, ForecastMethod::automatic, 0, {}, {});
  const auto rows = forecast_interval(cells, 18, 0.95, 12, ForecastMethod::automatic, {}, {});
  const Outlook outlook = look_ahead(x, 12, 18);
  const Interval interval = interval_of(outlook, 0.95);
  ASSERT_TRUE(column && rows);
  EXPECT_EQ(column.value(), outlook.forecast);
  for (std::size_t h = 0; h < 18; ++h) {
    EXPECT_EQ(rows.value().at(h, 0), interval.lower[h]);
    EXPECT_EQ(rows.value().at(h, 1), outlook.forecast[h]);
    EXPECT_EQ(rows.value().at(h, 2), interval.upper[h]);
  }
}

TEST(History, AGapIsFilledWithItsSeason) {
  const Values x = monthly(60, 0);
  std::vector<std::optional<double>> cells(x.begin(), x.end());
  cells[27].reset();
  const auto read = read_history(cells, 12);
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().filled, 1u);
  EXPECT_NEAR(read.value().values[27], x[27], 3);
}

TEST(History, WhatIsNoNumberIsRefused) {
  const std::vector<std::optional<double>> cells{1.0, std::numeric_limits<double>::infinity(), 2.0};
  EXPECT_EQ(read_history(cells, 1).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::forecast
