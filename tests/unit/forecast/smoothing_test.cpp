#include <gtest/gtest.h>

#include <cmath>

#include "forecast/ets.hpp"
#include "forecast/methods.hpp"
#include "forecast/normal.hpp"
#include "forecast/random.hpp"

namespace steward::forecast {
namespace {

// Annual oil production in Saudi Arabia 1996–2013, million tonnes: Hyndman & Athanasopoulos, Forecasting: Principles
// and Practice, 2nd edition, section 7.1.
const Values oil{445.36, 453.20, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43,
                 521.28, 508.95, 488.89, 509.87, 456.72, 473.82, 525.95, 549.83, 542.34};

TEST(SimpleSmoothing, AsInTheBook) {
  const auto forecast = forecast_with(ForecastMethod::ses, oil, 1, 3);
  ASSERT_TRUE(forecast);
  for (const double value : forecast.value()) EXPECT_NEAR(value, 542.68, 0.01);
}

TEST(SimpleSmoothing, ParametersAsInTheBook) {
  const EtsModel model = fit_ets(oil, 1, {EtsError::additive, EtsTrend::none, EtsSeason::none}, 500);
  EXPECT_NEAR(model.alpha, 0.834, 0.002);
}

// A series with trend. The search must not be beaten by parameters given by hand; nothing published is claimed here.
const Values passengers{17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95,
                        30.19, 31.58, 32.58, 33.48, 39.02, 41.39, 41.60};

double squares_of(const EtsModel& model) {
  double sum = 0;
  for (const double error : model.errors) sum += error * error;
  return sum;
}

TEST(Holt, FitsAtLeastAsWellAsFixedParameters) {
  const EtsModel model = fit_ets(passengers, 1, {EtsError::additive, EtsTrend::additive, EtsSeason::none}, 500);
  double level = 15.57, slope = 2.102, squares = 0;
  for (const double value : passengers) {
    const double error = value - level - slope;
    squares += error * error;
    level += slope + 0.8302 * error;
    slope += 0.0001 * error;
  }
  EXPECT_LE(squares_of(model), squares * 1.01);
}

// A series made by a model gives its parameters back, within what 2,000 values can tell.
TEST(Ets, RecoversItsParameters) {
  Random random(11);
  double level = 100, slope = 0.2;
  std::vector<double> season{-20, -5, 10, 15}, x;
  for (int t = 0; t < 2000; ++t) {
    const double error = 2 * normal_quantile(random.share());
    x.push_back(level + slope + season[t % 4] + error);
    level += slope + 0.4 * error;
    slope += 0.04 * error;
    season[t % 4] += 0.2 * error;
  }
  const EtsModel model = fit_ets(x, 4, {EtsError::additive, EtsTrend::additive, EtsSeason::additive}, 1000);
  EXPECT_NEAR(model.alpha, 0.4, 0.06);
  EXPECT_NEAR(model.beta, 0.04, 0.02);
  EXPECT_NEAR(model.gamma, 0.2, 0.06);
}

TEST(Ets, FormsHaveTheNamesOfTheTaxonomy) {
  EXPECT_EQ((EtsForm{EtsError::multiplicative, EtsTrend::damped, EtsSeason::multiplicative}).name(), "ETS(M,Ad,M)");
  EXPECT_EQ((EtsForm{EtsError::additive, EtsTrend::none, EtsSeason::none}).name(), "ETS(A,N,N)");
}

TEST(Ets, ChoosesASeasonWhereThereIsOne) {
  Values x;
  for (int t = 0; t < 48; ++t) x.push_back(100 + 30 * (t % 12 == 5) + t % 3);
  EXPECT_NE(choose_ets(x, 12).form.season, EtsSeason::none);
}

TEST(Ets, DampedTrendLevelsOff) {
  EtsModel model{{EtsError::additive, EtsTrend::damped, EtsSeason::none}, 0.5, 0.1, 0, 0.9, 100, 10, {}, 0, 0, {}};
  const Values far = forecast_ets(model, 500);
  EXPECT_NEAR(far[0], 109, 1e-12);
  EXPECT_NEAR(far[1], 117.1, 1e-12);
  EXPECT_NEAR(far[499], 100 + 10 * 0.9 / 0.1, 1e-9);  // Hyndman et al. 2008: l + b·φ/(1 − φ)
}

}  // namespace
}  // namespace steward::forecast
