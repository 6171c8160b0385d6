#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "forecast/methods.hpp"
#include "forecast/normal.hpp"
#include "forecast/outlook.hpp"
#include "forecast/random.hpp"
#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {
namespace {

struct Case {
  Values x;
  std::size_t season;
};

// Series of all lengths and shapes: walks, trends, seasons, zeros, signs.
Case case_of(std::uint64_t seed) {
  Random random(seed);
  const std::size_t seasons[] = {12, 4, 1, 7};
  Case result{{}, seasons[random.below(4)]};
  const std::size_t n = 1 + random.below(70);
  const double slope = 4 * random.share() - 2, swing = 60 * random.share(), zeros = random.below(4) == 0 ? 0.5 : 0;
  double level = random.below(4) == 0 ? 0 : 150;
  for (std::size_t t = 0; t < n; ++t) {
    level += slope + 5 * normal_quantile(random.share());
    const double angle =
        6.283185307179586 * static_cast<double>(t % result.season) / static_cast<double>(result.season);
    result.x.push_back(random.share() < zeros ? 0 : level + swing * std::sin(angle));
  }
  return result;
}

class Forecasts : public testing::TestWithParam<int> {
 protected:
  const Case given = case_of(static_cast<std::uint64_t>(GetParam()));
  const Outlook outlook = look_ahead(given.x, given.season, 15);
};

TEST_P(Forecasts, AreFiniteAndInsideTheirInterval) {
  const Interval interval = interval_of(outlook, 0.95);
  for (std::size_t h = 0; h < 15; ++h) {
    EXPECT_TRUE(std::isfinite(outlook.forecast[h]));
    EXPECT_TRUE(std::isfinite(interval.lower[h]) && std::isfinite(interval.upper[h]));
    EXPECT_LE(interval.lower[h], outlook.forecast[h]);
    EXPECT_GE(interval.upper[h], outlook.forecast[h]);
  }
}

TEST_P(Forecasts, IntervalsWidenWithTheConfidence) {
  Interval narrow = interval_of(outlook, 0.5);
  for (const double confidence : {0.8, 0.9, 0.95, 0.99}) {
    const Interval wide = interval_of(outlook, confidence);
    for (std::size_t h = 0; h < 15; ++h) {
      EXPECT_LE(wide.lower[h], narrow.lower[h]);
      EXPECT_GE(wide.upper[h], narrow.upper[h]);
    }
    narrow = wide;
  }
}

TEST_P(Forecasts, HalfWidthsNeverShrink) {
  EXPECT_TRUE(std::ranges::is_sorted(outlook.half_width));
}

TEST_P(Forecasts, KeepTheSignOfTheLine) {
  const bool never_negative = std::ranges::min(given.x) >= 0, never_positive = std::ranges::max(given.x) <= 0;
  const Interval interval = interval_of(outlook, 0.99);
  EXPECT_TRUE(!never_negative || std::ranges::min(interval.lower) >= 0);
  EXPECT_TRUE(!never_positive || std::ranges::max(interval.upper) <= 0);
}

TEST_P(Forecasts, ScaleWithTheHistory) {
  for (const double factor : {1e-6, 3.0, 1e12}) {
    Values scaled(given.x);
    for (double& value : scaled) value *= factor;
    const Values forecast = look_ahead(scaled, given.season, 15).forecast;
    const double size =
        std::ranges::max(outlook.forecast) - std::ranges::min(outlook.forecast) + std::abs(outlook.unit);
    for (std::size_t h = 0; h < 15; ++h) EXPECT_NEAR(forecast[h] / factor, outlook.forecast[h], 0.02 * size);
  }
}

TEST_P(Forecasts, ScaleExactlyWithPowersOfTwo) {
  Values scaled(given.x);
  for (double& value : scaled) value *= 1024;
  const Values forecast = look_ahead(scaled, given.season, 15).forecast;
  for (std::size_t h = 0; h < 15; ++h) EXPECT_EQ(forecast[h], 1024 * outlook.forecast[h]);
}

TEST_P(Forecasts, OfANegatedLineAreNegated) {
  if (std::ranges::min(given.x) < 0) return;
  Values negated(given.x);
  for (double& value : negated) value = -value;
  const Values forecast = look_ahead(negated, given.season, 15).forecast;
  for (std::size_t h = 0; h < 15; ++h) EXPECT_EQ(forecast[h], -outlook.forecast[h]);
}

TEST_P(Forecasts, AShorterHorizonIsTheBeginningOfALonger) {
  const Values first = look_ahead(given.x, given.season, 4).forecast;
  for (std::size_t h = 0; h < 4; ++h) EXPECT_EQ(first[h], outlook.forecast[h]);
}

// Methods that add up: a shift of the history is a shift of the forecast.
TEST_P(Forecasts, OfLinearMethodsShiftWithTheHistory) {
  Values shifted(given.x);
  for (double& value : shifted) value += 1000;
  for (const auto method : {ForecastMethod::naive, ForecastMethod::drift, ForecastMethod::mean}) {
    const Values before = forecast_with(method, given.x, given.season, 3).value();
    const Values after = forecast_with(method, shifted, given.season, 3).value();
    for (std::size_t h = 0; h < 3; ++h) EXPECT_NEAR(after[h], before[h] + 1000, 1e-9);
  }
}

TEST_P(Forecasts, EveryMethodAnswersOrSaysWhatItNeeds) {
  for (int method = 0; method <= static_cast<int>(ForecastMethod::last_year); ++method) {
    const auto forecast = forecast_with(static_cast<ForecastMethod>(method), given.x, given.season, 15);
    if (forecast.has_error()) {
      EXPECT_EQ(forecast.error().sentence, phrase::history_too_short);
      continue;
    }
    for (const double value : forecast.value()) EXPECT_TRUE(std::isfinite(value)) << "method " << method;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Forecasts, testing::Range(1, 121));

}  // namespace
}  // namespace steward::forecast
