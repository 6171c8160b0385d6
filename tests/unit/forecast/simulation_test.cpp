#include <gtest/gtest.h>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <cmath>

#include "forecast/normal.hpp"
#include "forecast/simulation.hpp"

namespace steward::forecast {
namespace {

const std::vector<double> low{10}, likely{12}, high{20};

double share_below(const Values& totals, double amount) {
  double below = 0;
  for (const double total : totals) below += total <= amount ? 1 : 0;
  return below / static_cast<double>(totals.size());
}

// Shares of 100,000 trials are within four standard errors, 0.0063, of the closed form.
TEST(Simulation, PertIsTheBetaDistribution) {
  const boost::math::beta_distribution<> beta(1 + 4 * 0.2, 1 + 4 * 0.8);
  const Values totals = simulate_totals({low, likely, high, Distribution::pert}, nullptr, {100000, 1});
  for (const double q : {0.05, 0.25, 0.5, 0.75, 0.95})
    EXPECT_NEAR(share_below(totals, 10 + 10 * boost::math::quantile(beta, q)), q, 0.0063);
  EXPECT_NEAR(mean(totals), (10 + 4 * 12 + 20) / 6.0, 0.03);
}

TEST(Simulation, Triangular) {
  const boost::math::triangular_distribution<> triangle(10, 12, 20);
  const Values totals = simulate_totals({low, likely, high, Distribution::triangular}, nullptr, {100000, 1});
  for (const double q : {0.05, 0.25, 0.5, 0.75, 0.95})
    EXPECT_NEAR(share_below(totals, boost::math::quantile(triangle, q)), q, 0.0063);
}

TEST(Simulation, CorrelatedNormalsHaveTheirClosedForm) {
  const std::vector<double> from{7, 14}, middle{10, 20}, to{13, 26};  // deviations 1 and 2
  const auto root = correlation_root(Matrix<double>(1, 1, 0.6), 2);
  ASSERT_TRUE(root);
  const Values totals = simulate_totals({from, middle, to, Distribution::normal}, &root.value().root, {100000, 3});
  const boost::math::normal total(30, std::sqrt(1 + 4 + 2 * 0.6 * 2));
  for (const double q : {0.05, 0.25, 0.5, 0.75, 0.95})
    EXPECT_NEAR(share_below(totals, boost::math::quantile(total, q)), q, 0.0063);
}

TEST(Simulation, LognormalHasItsMedianAtLikely) {
  const Values totals = simulate_totals({low, likely, high, Distribution::lognormal}, nullptr, {100000, 1});
  EXPECT_NEAR(share_below(totals, 12), 0.5, 0.0063);
  EXPECT_NEAR(share_below(totals, 12 * std::exp(std::log(2.0) / 6)), 0.841345, 0.0063);
}

TEST(Simulation, ALatinHypercubeIsCloser) {
  const Values latin = simulate_totals({low, likely, high, Distribution::pert}, nullptr, {1000, 1, Sampling::latin});
  EXPECT_NEAR(mean(latin), (10 + 4 * 12 + 20) / 6.0, 0.002);
}

TEST(Simulation, TheSeedDecides) {
  const Lines lines{low, likely, high, Distribution::pert};
  EXPECT_EQ(simulate_totals(lines, nullptr, {1000, 5}), simulate_totals(lines, nullptr, {1000, 5}));
  EXPECT_NE(simulate_totals(lines, nullptr, {1000, 5}), simulate_totals(lines, nullptr, {1000, 6}));
}

TEST(Correlation, APossibleOneStaysAsItIs) {
  Matrix<double> c(3, 3, 0.5);
  for (std::size_t i = 0; i < 3; ++i) c.at(i, i) = 1;
  const auto result = correlation_root(c, 3);
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().changed, 0);
  const auto& root = result.value().root;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) {
      double product = 0;
      for (std::size_t k = 0; k < 3; ++k) product += root.at(i, k) * root.at(j, k);
      EXPECT_NEAR(product, c.at(i, j), 1e-12);
    }
}

TEST(Correlation, PerfectCorrelationIsPossible) {
  const auto result = correlation_root(Matrix<double>(1, 1, 1.0), 4);
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().changed, 0);
}

// Every pair at −0.5 is possible for three lines and not for four.
TEST(Correlation, AnImpossibleOneIsMended) {
  EXPECT_EQ(correlation_root(Matrix<double>(1, 1, -0.5), 3).value().changed, 0);
  const auto mended = correlation_root(Matrix<double>(1, 1, -0.5), 4);
  ASSERT_TRUE(mended);
  EXPECT_NEAR(mended.value().changed, 0.5 - 1.0 / 3, 1e-6);  // the least possible for four is −1/3
}

TEST(Normal, QuantilesAsTabulated) {
  EXPECT_DOUBLE_EQ(normal_quantile(0.5), 0);
  const boost::math::normal standard;
  for (const double p : {1e-300, 1e-20, 1e-9, 0.001, 0.07, 0.0749, 0.3, 0.6, 0.95, 0.975, 0.999999})
    EXPECT_NEAR(normal_quantile(p) / boost::math::quantile(standard, p), 1, 1e-13) << p;
}

}  // namespace
}  // namespace steward::forecast
