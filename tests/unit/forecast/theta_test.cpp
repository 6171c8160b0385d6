#include <gtest/gtest.h>

#include <cmath>

#include "forecast/autoregression.hpp"
#include "forecast/ces.hpp"
#include "forecast/normal.hpp"
#include "forecast/random.hpp"
#include "forecast/theta.hpp"

namespace steward::forecast {
namespace {

Values line_with_noise(int n, double slope, double noise) {
  Random random(5);
  Values x;
  for (int t = 1; t <= n; ++t) x.push_back(100 + slope * t + noise * normal_quantile(random.share()));
  return x;
}

// The standard Theta method of Assimakopoulos & Nikolopoulos 2000 is simple smoothing with drift of half the slope
// (Hyndman & Billah 2003); a model that only doubles the curvature (θ = 2, w = ½) must forecast so, far from the start.
TEST(Theta, IsSmoothingWithHalfTheSlope) {
  const Values x = line_with_noise(200, 0.7, 5);
  const ThetaModel model{ThetaKind::fixed, 0.4, 0.5, x[0], 0, {}};
  double level = x[0];
  for (const double value : x) level = 0.4 * value + 0.6 * level;
  const double slope = straight_line(x).slope;
  const Values forecast = forecast_theta(model, x, 5);
  for (int h = 0; h < 5; ++h) EXPECT_NEAR(forecast[h], level + slope / 2 * (h + 1 / 0.4), 1e-9 * level);
}

TEST(Theta, FollowsALineExactly) {
  const Values x = line_with_noise(40, 2, 0);
  for (const ThetaKind kind : {ThetaKind::dynamic, ThetaKind::fixed}) {
    const Values forecast = forecast_theta(fit_theta(x, kind), x, 3);
    EXPECT_NEAR(forecast[0], 182, 0.05);
    EXPECT_NEAR(forecast[2], 186, 0.15);
  }
}

TEST(Theta, SearchFindsTheLeastSquares) {
  const Values x = line_with_noise(60, 0.3, 8);
  const ThetaModel best = fit_theta(x, ThetaKind::dynamic);
  const auto squares = [&](ThetaModel model) {
    // One-step errors by forecasting from every origin.
    double sum = 0;
    for (std::size_t t = 2; t < x.size(); ++t) {
      const double error = x[t] - forecast_theta(model, Series(x).first(t), 1)[0];
      sum += error * error;
    }
    return sum;
  };
  EXPECT_NEAR(squares(best), best.squares, 1e-6 * best.squares);
  for (const double alpha : {0.1, 0.3, 0.5, 0.7, 0.9})
    for (const double weight : {0.0, 0.3, 0.6, 0.9}) {
      ThetaModel other = best;
      other.alpha = alpha;
      other.weight = weight;
      EXPECT_GE(squares(other), best.squares * (1 - 1e-6));
    }
}

TEST(Theta, ErrorsAheadGrowOnARandomWalk) {
  Random random(3);
  Values x{0};
  for (int t = 0; t < 400; ++t) x.push_back(x.back() + normal_quantile(random.share()));
  const Values errors = errors_ahead(fit_theta(x, ThetaKind::dynamic), x, 9);
  EXPECT_NEAR(errors[0], 1, 0.15);
  EXPECT_NEAR(errors[8] / errors[0], 3, 0.9);  // √9
}

TEST(Autoregression, RecoversItsCoefficients) {
  Random random(17);
  Values x{0, 0};
  double before = 0, last = 0;
  for (int t = 0; t < 4000; ++t) {
    const double change = 0.5 * last - 0.3 * before + normal_quantile(random.share());
    before = last;
    last = change;
    x.push_back(x.back() + change);
  }
  const Autoregression model = fit_autoregression(x, 6);
  ASSERT_GE(model.coefficients.size(), 2u);
  EXPECT_NEAR(model.coefficients[0], 0.5, 0.06);
  EXPECT_NEAR(model.coefficients[1], -0.3, 0.06);
  EXPECT_NEAR(model.variance, 1, 0.08);
}

TEST(Autoregression, WithoutCoefficientsIsADriftCutBack) {
  const Autoregression model{1.4, {}, 1};
  const Values x{1, 3, 5};
  const Values forecast = forecast_autoregression(model, x, 2);
  EXPECT_DOUBLE_EQ(forecast[0], 6.4);
  EXPECT_DOUBLE_EQ(forecast[1], 7.8);
}

TEST(ComplexSmoothing, RecoversItsParameters) {
  Random random(23);
  const double a0 = 1.4, a1 = 1.0;
  double level = 500, potential = 450;
  Values x;
  for (int t = 0; t < 3000; ++t) {
    const double error = 5 * normal_quantile(random.share());
    x.push_back(level + error);
    const double next = level - (1 - a1) * potential + (a0 - a1) * error;
    potential = level + (1 - a0) * potential + (a0 + a1) * error;
    level = next;
  }
  const CesModel model = fit_ces(x, 1, 500);
  EXPECT_NEAR(model.parameters[0], a0, 0.08);
  EXPECT_NEAR(model.parameters[1], a1, 0.02);
}

TEST(ComplexSmoothing, KeepsASeason) {
  Values x;
  for (int t = 0; t < 60; ++t) x.push_back(100 + 20 * std::sin(t * 3.14159265358979 / 6));
  const Values forecast = forecast_ces(fit_ces(x, 12), 12);
  for (int h = 0; h < 12; ++h) EXPECT_NEAR(forecast[h], x[h], 5);
}

}  // namespace
}  // namespace steward::forecast
