#include <gtest/gtest.h>

#include "control/check.hpp"
#include "control/levels.hpp"
#include "control/limit.hpp"
#include "control/measures.hpp"

namespace steward::control {
namespace {

constexpr auto none = std::nullopt;
constexpr auto lower = LimitMode::lower, higher = LimitMode::higher;

TEST(Used, IsAShareOfTheBudget) {
  EXPECT_EQ(used(80, 100).value(), 0.8);
  EXPECT_EQ(used(0, 0).value(), 0);
  EXPECT_EQ(used(1, 0).error().kind, FaultKind::division_by_zero);
}

TEST(Available, IsTheControlEquation) {
  EXPECT_EQ(available(1000, 200, 100, 50, 25, 10, 300, 400, 65).value(), 500);
  EXPECT_EQ(available(300, none, none, none, none, none, 20, 10, none).value(), 270);  // OCA: order 3 × 10, invoice 1
  EXPECT_EQ(available(2400, none, none, none, none, none, none, 400, none).value(), 2000);
  EXPECT_EQ(available(1000.1, none, none, none, none, none, 1000, 0.1, none).value(), 0);
  EXPECT_EQ(available(100, none, none, none, none, none, none, 180, none).value(), -80);
}

TEST(Level, IsReachedAtOrAbove) {
  const auto level_at = [](double used) { return level(used, 0.8, 0.9, 0.95, 0, Nature::expense).value(); };
  EXPECT_EQ(level_at(0.79), 0);
  EXPECT_EQ(level_at(4.80 / 6.00), 1);
  EXPECT_EQ(level_at(0.9), 2);
  EXPECT_EQ(level_at(0.95), 3);
  EXPECT_EQ(level_at(1), 3);
  EXPECT_EQ(level_at(1.000001), 4);
  EXPECT_EQ(level_at(-0.5), 0);
}

TEST(Level, ToleratesUpToTheTolerance) {
  EXPECT_EQ(level(1.1, 0.8, 0.9, 0.95, 0.1, Nature::expense).value(), 3);
  EXPECT_EQ(level(1.1001, 0.8, 0.9, 0.95, 0.1, Nature::expense).value(), 4);
}

// Target to date 1,000.
TEST(Level, OfRevenueGoesByShortfall) {
  const struct { double reached, level; } cases[] = {{1200, 0}, {960, 0}, {950, 1}, {900, 2}, {800, 3}, {0, 3}};
  for (const auto& c : cases)
    EXPECT_EQ(level(c.reached / 1000, 0.8, 0.9, 0.95, 0, Nature::revenue).value(), c.level) << c.reached;
}

TEST(Level, NeverAlertsOnStatisticalLines) {
  EXPECT_EQ(level(2, 0.8, 0.9, 0.95, 0, Nature::statistical).value(), 0);
}

TEST(Level, RefusesNegativeThresholds) {
  EXPECT_EQ(level(1, -0.8, 0.9, 0.95, 0, Nature::expense).error().kind, FaultKind::number);
  EXPECT_EQ(level(1, 0.8, 0.9, 0.95, -0.1, Nature::expense).error().kind, FaultKind::number);
}

TEST(Status, SaysTheLevelInWords) {
  const char* words[] = {"OK", "Yellow", "Orange", "Red", "Over"};
  const double shares[] = {0.5, 0.8, 0.9, 0.95, 1.2};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(status(shares[i], 0.8, 0.9, 0.95, 0, none).value(), words[i]);
}

TEST(Status, TakesOtherLabels) {
  const Table labels = Table::row({std::string("正常"), std::string("黄"), std::string("橙"), 3.0, std::string("超")});
  EXPECT_EQ(status(0.5, 0.8, 0.9, 0.95, 0, labels).value(), "正常");
  EXPECT_EQ(status(0.95, 0.8, 0.9, 0.95, 0, labels).value(), "3");
  EXPECT_EQ(status(0.5, 0.8, 0.9, 0.95, 0, Table::row({std::string("a")})).error().kind, FaultKind::argument);
}

TEST(Limit, AddsTheTolerance) {
  EXPECT_EQ(limit(1000, none, none, lower).value(), 1000);
  EXPECT_EQ(limit(1000, 0.1, none, lower).value(), 1100);
  EXPECT_EQ(limit(1000, none, 50, lower).value(), 1050);
  EXPECT_EQ(limit(333.33, 0.1, none, lower).value(), 366.663);
}

TEST(Limit, TakesTheStricterOrTheSofter) {
  EXPECT_EQ(limit(1000, 0.1, 50, lower).value(), 1050);
  EXPECT_EQ(limit(1000, 0.1, 50, higher).value(), 1100);
  EXPECT_EQ(limit(1000, 0.1, 0, lower).value(), 1000);
  EXPECT_EQ(limit(1000, 0.0, 50, higher).value(), 1050);
}

TEST(Limit, HasNoneForANegativeBudget) {
  EXPECT_EQ(limit(-1, none, none, lower).error().kind, FaultKind::number);
  EXPECT_EQ(limit(1, -0.1, none, lower).error().kind, FaultKind::number);
  EXPECT_EQ(limit(1, none, -5, lower).error().kind, FaultKind::number);
}

std::string verdict(double amount, double left, CheckAction action = CheckAction::stop,
                    std::optional<double> pct = none, std::optional<double> tolerance = none,
                    std::optional<double> budget = none) {
  return check(amount, left, action, pct, tolerance, lower, budget).value();
}

TEST(Check, StopsStrictlyAboveTheHeadroom) {
  EXPECT_EQ(verdict(250000, 200000), "Stop");  // ERPNext test_budget
  EXPECT_EQ(verdict(200000, 200000), "Allow");
  EXPECT_EQ(verdict(200000.01, 200000), "Stop");
  EXPECT_EQ(verdict(401, 400), "Stop");  // OCA budget control
  EXPECT_EQ(verdict(400, 400), "Allow");
}

TEST(Check, MeetsItsAction) {
  EXPECT_EQ(verdict(2, 1, CheckAction::warn), "Warn");
  EXPECT_EQ(verdict(2, 1, CheckAction::ignore), "Allow");
}

TEST(Check, ComparesDecimalsNotDoubles) {
  EXPECT_EQ(verdict(1.61, 1.40, CheckAction::stop, 0.15, none, 1.40), "Allow");
  EXPECT_EQ(verdict(366.66, 333.33, CheckAction::stop, 0.10, none, 333.33), "Allow");
  EXPECT_EQ(verdict(366.67, 333.33, CheckAction::stop, 0.10, none, 333.33), "Stop");
}

TEST(Check, AllowsWhatConsumesNothing) {
  EXPECT_EQ(verdict(0, -50), "Allow");
  EXPECT_EQ(verdict(-500, -50), "Allow");
}

TEST(Check, AddsAnAmountOfToleranceWithoutABudget) {
  EXPECT_EQ(verdict(110, 100, CheckAction::stop, none, 10), "Allow");
  EXPECT_EQ(verdict(110.01, 100, CheckAction::stop, none, 10), "Stop");
}

TEST(Check, NeedsTheBudgetThatAPercentageIsOf) {
  EXPECT_EQ(check(1, 1, CheckAction::stop, 0.1, none, lower, none).error().kind, FaultKind::argument);
  EXPECT_EQ(check(1, 1, CheckAction::stop, 0.1, none, lower, -5).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::control
