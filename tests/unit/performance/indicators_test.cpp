#include "performance/indicators.hpp"

#include <gtest/gtest.h>

#include "performance/earned_value.hpp"

namespace steward::performance {
namespace {

TEST(Indicators, AreRatios) {
  EXPECT_EQ(roi(150, 100).value(), 0.5);
  EXPECT_EQ(roi(0.3, 0.1 + 0.2).value(), 0);
  EXPECT_EQ(multiple(150, 100).value(), 1.5);
  EXPECT_EQ(unit_cost(100, 8).value(), 12.5);
  EXPECT_EQ(execution(80, 100).value(), 0.8);
  EXPECT_EQ(benefit_cost(300, 200).value(), 1.5);
  EXPECT_EQ(turnover(1000, 150, 250).value(), 5);
  EXPECT_EQ(completion(3, 4).value(), 0.75);
  EXPECT_EQ(cpa(500, 20).value(), 25);
  EXPECT_EQ(cac(9000, 30).value(), 300);
}

TEST(Indicators, HaveNoAnswerWithoutABase) {
  for (const auto& result : {roi(1, 0), multiple(1, 0), unit_cost(0, 0), benefit_cost(1, 0), turnover(1, 5, -5),
                             cpa(100, 0), cac(100, 0), execution(1, 0), completion(1, 0)})
    EXPECT_EQ(result.error().kind, FaultKind::division_by_zero);
  EXPECT_EQ(execution(0, 0).value(), 0);
  EXPECT_EQ(completion(0, 0).value(), 0);
}

// Gupta and Lehmann 2003: the margin multiple r / (1 + i − r) is 3 at a retention of 84 % and a discount of 12 %.
TEST(Ltv, IsTheMarginTimesItsMultiple) {
  EXPECT_NEAR(ltv(100, 0.84, 0.12).value(), 300, 1e-9);
  EXPECT_NEAR(ltv(1, 0.9, 0.10).value(), 4.5, 1e-12);
  EXPECT_NEAR(ltv(1, 0.6, 0.16).value(), 1.07, 0.005);
  EXPECT_EQ(ltv(100, 0, 0.1).value(), 0);
}

TEST(Ltv, RefusesWhatCannotBe) {
  EXPECT_EQ(ltv(100, 1, 0).error().kind, FaultKind::division_by_zero);
  EXPECT_EQ(ltv(100, 1.2, 0).error().kind, FaultKind::number);
  EXPECT_EQ(ltv(100, 0.5, -0.1).error().kind, FaultKind::number);
}

using Metric = EarnedValueMetric;
double evm(Metric metric, double bac, double pv, double ev, double ac, EstimateMethod method = EstimateMethod::by_cpi) {
  return earned_value(metric, bac, pv, ev, ac, method).value();
}

TEST(EarnedValue, OfIntuit) {
  EXPECT_EQ(evm(Metric::sv, 100e3, 55e3, 50e3, 45e3), -5000);
  EXPECT_NEAR(evm(Metric::spi, 100e3, 55e3, 50e3, 45e3), 0.91, 0.005);
  EXPECT_EQ(evm(Metric::cv, 100e3, 55e3, 50e3, 45e3), 5000);
  EXPECT_NEAR(evm(Metric::cpi, 100e3, 55e3, 50e3, 45e3), 1.11, 0.005);
  EXPECT_EQ(evm(Metric::eac, 100e3, 55e3, 50e3, 45e3), 90000);
}

// Day 12 of 20, 70 % done.
TEST(EarnedValue, OfTheTwentyDayTask) {
  EXPECT_NEAR(evm(Metric::spi, 200e3, 120e3, 140e3, 130e3), 1.1667, 5e-5);
  EXPECT_NEAR(evm(Metric::cpi, 200e3, 120e3, 140e3, 130e3), 1.0769, 5e-5);
  EXPECT_NEAR(evm(Metric::eac, 200e3, 120e3, 140e3, 130e3), 185714.29, 0.005);
  EXPECT_NEAR(evm(Metric::etc, 200e3, 120e3, 140e3, 130e3), 55714.29, 0.005);
  EXPECT_NEAR(evm(Metric::vac, 200e3, 120e3, 140e3, 130e3), 14285.71, 0.005);
}

TEST(EarnedValue, EstimatesByEachMethod) {
  EXPECT_EQ(evm(Metric::eac, 500e3, 0, 100e3, 127e3, EstimateMethod::as_planned), 527e3);  // gristprojectmanagement
  EXPECT_EQ(evm(Metric::eac, 500e3, 0, 150e3, 162e3), 540e3);  // the source rounds CPI to .93 and prints 538,344
  const double cpi = 50.0 / 45, spi = 50.0 / 55;
  EXPECT_NEAR(evm(Metric::eac, 100, 55, 50, 45, EstimateMethod::by_cpi_and_spi), 45 + 50 / (cpi * spi), 1e-9);
}

TEST(EarnedValue, SaysWhatPerformanceWouldStillDo) {
  EXPECT_NEAR(evm(Metric::tcpi, 100e3, 55e3, 50e3, 45e3), 50.0 / 55, 1e-12);
  EXPECT_EQ(earned_value(Metric::tcpi, 100, 1, 50, 100, EstimateMethod::by_cpi).error().kind, FaultKind::number);
}

TEST(EarnedValue, HasNoIndexOfNothing) {
  for (const Metric metric : {Metric::cpi, Metric::spi, Metric::eac, Metric::etc, Metric::vac})
    EXPECT_EQ(earned_value(metric, 100, 0, 0, 0, EstimateMethod::by_cpi).error().kind, FaultKind::division_by_zero);
}

}  // namespace
}  // namespace steward::performance
