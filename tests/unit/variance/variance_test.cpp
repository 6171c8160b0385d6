#include "variance/variance.hpp"

#include <gtest/gtest.h>

namespace steward::variance {
namespace {

constexpr auto expense = Nature::expense, revenue = Nature::revenue, statistical = Nature::statistical;

TEST(Variance, IsFavourableWhenPositive) {
  EXPECT_EQ(variance(90, 100, expense).value(), 10);
  EXPECT_EQ(variance(90, 100, revenue).value(), -10);
  EXPECT_EQ(variance(90, 100, Nature::asset).value(), 10);
  EXPECT_EQ(variance(90, 100, Nature::liability).value(), 10);
  EXPECT_EQ(variance(12, 10, statistical).value(), 2);
}

TEST(Variance, IsFreeOfBinaryNoise) {
  EXPECT_EQ(variance(0.1 + 0.2, 0.3, expense).value(), 0);
  EXPECT_EQ(variance(999999.9, 1000000.1, expense).value(), 0.2);
  EXPECT_EQ(variance(9999999999999.98, 9999999999999.99, expense).value(), 0.01);
  EXPECT_EQ(variance(1e300, 1, expense).value(), -1e300);
  EXPECT_EQ(variance(3e-13, 5e-13, expense).value(), 2e-13);
}

// OCA mis-builder, test_aggregate and comparison of columns: value, base and their change as a percentage.
TEST(VariancePct, AgreesWithMisBuilder) {
  const struct {
    double value, base, result;
  } cases[] = {{100, 50, 1.0}, {-25, -50, 0.5}, {0, -50, 1.0}, {50, -50, 2.0}, {25, 50, -0.5}, {-75, -50, -0.5}};
  for (const auto& c : cases) EXPECT_EQ(variance_pct(c.value, c.base, revenue).value(), c.result) << c.value;
}

TEST(VariancePct, OfABudgetOfZero) {
  EXPECT_EQ(variance_pct(0, 0, expense).value(), 0);
  EXPECT_EQ(variance_pct(5, 0, expense).error().kind, FaultKind::division_by_zero);
}

TEST(VarianceFlag, FollowsTheSign) {
  EXPECT_EQ(variance_flag(90, 100, expense, 0, 0).value(), "F");
  EXPECT_EQ(variance_flag(110, 100, expense, 0, 0).value(), "U");
  EXPECT_EQ(variance_flag(110, 100, revenue, 0, 0).value(), "F");
  EXPECT_EQ(variance_flag(110, 100, statistical, 0, 0).value(), "");
  EXPECT_EQ(variance_flag(0.1 + 0.2, 0.3, expense, 0, 0).value(), "");
}

TEST(VarianceFlag, IsMaterialAtEitherThreshold) {
  EXPECT_EQ(variance_flag(104, 100, expense, 5, 0).value(), "");
  EXPECT_EQ(variance_flag(105, 100, expense, 5, 0).value(), "U");
  EXPECT_EQ(variance_flag(104, 100, expense, 0, 0.05).value(), "");
  EXPECT_EQ(variance_flag(105, 100, expense, 0, 0.05).value(), "U");
  EXPECT_EQ(variance_flag(105, 100, expense, 500, 0.05).value(), "U");
  EXPECT_EQ(variance_flag(1500, 100000, expense, 500, 0.05).value(), "F");
  EXPECT_EQ(variance_flag(-105, -100, expense, 0, 0.05).value(), "F");
}

TEST(VarianceFlag, ReachesAThresholdAsADecimal) {
  EXPECT_EQ(variance_flag(900.1, 1000, expense, 99.9, 0).value(), "F");
  EXPECT_EQ(variance_flag(1.1, 1, expense, 0, 0.1).value(), "U");
}

TEST(VarianceFlag, TakesAnyActualAgainstNothingForMaterial) {
  EXPECT_EQ(variance_flag(1, 0, expense, 1000, 0.5).value(), "U");
  EXPECT_EQ(variance_flag(0, 0, expense, 1000, 0.5).value(), "");
}

TEST(VarianceFlag, RefusesNegativeThresholds) {
  EXPECT_EQ(variance_flag(1, 2, expense, -1, 0).error().kind, FaultKind::number);
  EXPECT_EQ(variance_flag(1, 2, expense, 0, -0.1).error().kind, FaultKind::number);
}

// expertsmind: 153 desks at 1,340 less 820, 60 chairs at 550 less 350, fixed 32,000; sold were 159 and 68.
TEST(Flex, GivesTheFlexibleBudgetOfTheWorkedExample) {
  const double flexible = flex(flex(-32000, 1340 - 820, 159).value(), 550 - 350, 68).value();
  EXPECT_EQ(flexible, 64280);
  EXPECT_EQ(variance(61750, flexible, revenue).value(), -2530);
}

TEST(Flex, AddsFixedAndVariable) {
  EXPECT_EQ(flex(1000, 2.5, 100).value(), 1250);
  EXPECT_EQ(flex(0, 0.1, 3).value(), 0.3);
}

}  // namespace
}  // namespace steward::variance
