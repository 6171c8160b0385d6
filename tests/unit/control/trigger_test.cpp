#include "control/trigger.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "control/rule.hpp"
#include "control/tempo.hpp"

namespace steward::control {
namespace {

Money money(double amount) {
  return Money::from(amount, 2).value();
}

Trigger when(Metric metric, Comparison comparison, double limit, int periods = 1) {
  Trigger rule;
  rule.metric = metric;
  rule.comparison = comparison;
  rule.limit = limit;
  rule.periods = periods;
  return rule;
}

using Values = std::vector<std::optional<double>>;

TEST(Trigger, CostPerAcquisitionIsCostByResults) {
  Measured measured;
  measured.spent = money(12345.60);
  measured.units = 240;
  EXPECT_DOUBLE_EQ(*value_of(Metric::unit_cost, measured, {}, 2), 51.44);
}

// product.md: "zero conversions at a cost counts".
TEST(Trigger, ACostWithoutAnyResultIsAboveEveryLimit) {
  Measured measured;
  measured.spent = money(0.01);
  measured.units = 0;
  const auto value = value_of(Metric::unit_cost, measured, {}, 2);
  ASSERT_TRUE(value && std::isinf(*value));
  EXPECT_TRUE(is_met(when(Metric::unit_cost, Comparison::greater, 1e12), Values{value}));
  EXPECT_TRUE(is_met(when(Metric::unit_cost, Comparison::at_least, 1e12), Values{value}));
  EXPECT_FALSE(is_met(when(Metric::unit_cost, Comparison::less, 1e12), Values{value}));
}

TEST(Trigger, NothingSpentOrNothingRecordedIsNoCostPerResult) {
  Measured measured;
  measured.units = 0;
  EXPECT_EQ(value_of(Metric::unit_cost, measured, {}, 2), std::nullopt);
  measured.spent = money(100);
  measured.units.reset();
  EXPECT_EQ(value_of(Metric::unit_cost, measured, {}, 2), std::nullopt) << "blank is not zero";
}

TEST(Trigger, TheReturnMultipleIsReturnByCost) {
  Measured measured;
  measured.spent = money(200);
  measured.earned = money(150);
  EXPECT_EQ(value_of(Metric::multiple, measured, {}, 2), 0.75);
  measured.units = 500;  // a return that is recorded goes before the revenue lines
  EXPECT_EQ(value_of(Metric::multiple, measured, {}, 2), 2.5);
  measured.spent = Money();
  EXPECT_EQ(value_of(Metric::multiple, measured, {}, 2), std::nullopt);
}

TEST(Trigger, HoldsForSoManyPeriodsInARow) {
  const auto rule = when(Metric::multiple, Comparison::less, 1, 3);
  EXPECT_TRUE(is_met(rule, Values{0.9, 0.8, 0.99}));
  EXPECT_TRUE(is_met(rule, Values{2.0, 0.9, 0.8, 0.99})) << "what came before does not matter";
  EXPECT_FALSE(is_met(rule, Values{0.9, 1.0, 0.99}));
  EXPECT_FALSE(is_met(rule, Values{0.8, 0.99})) << "two periods are not three";
  EXPECT_FALSE(is_met(rule, Values{0.9, std::nullopt, 0.99})) << "an unknown period breaks the row";
}

// product.md: "off forecast by ±15 %": 1,150 on 1,000 is exactly at the limit, 1,149.99 is not.
TEST(Trigger, OffForecastCountsBothSides) {
  Measured measured;
  measured.forecast = money(1000);
  const auto off = [&](double actual) {
    measured.spent = money(actual);
    return is_met(when(Metric::off_forecast, Comparison::at_least, 0.15), Values{value_of(Metric::off_forecast, measured, {}, 2)});
  };
  EXPECT_TRUE(off(1150));
  EXPECT_FALSE(off(1149.99));
  EXPECT_TRUE(off(850));
  EXPECT_FALSE(off(850.01));
}

TEST(Trigger, DeviationHasItsSignAndRevenueIsMeasuredByWhatCameIn) {
  Measured measured;
  measured.budget = money(1000);
  measured.spent = money(1200);
  EXPECT_EQ(value_of(Metric::deviation, measured, {}, 2), 0.2);
  measured.has_revenue = true;
  measured.earned = money(950);
  EXPECT_EQ(value_of(Metric::deviation, measured, {}, 2), -0.05);
  EXPECT_EQ(value_of(Metric::attainment, measured, {}, 2), 0.95);
}

TEST(Trigger, AttainmentOfAnIndicatorIsResultByTarget) {
  Measured measured;
  measured.units = 45;
  measured.planned = 60;
  EXPECT_EQ(value_of(Metric::attainment, measured, {}, 2), 0.75);
  measured.planned = 0;
  EXPECT_EQ(value_of(Metric::attainment, measured, {}, 2), std::nullopt);
}

// expertsmind, desks: variable 820, fixed 32,000; 153 planned, 159 made: 32,000 + 820 × 159 = 162,380.
TEST(Trigger, TheFlexedBudgetKeepsTheFixedPart) {
  Measured measured;
  measured.budget = money(32000 + 820 * 153);
  measured.planned = 153;
  measured.units = 159;
  EXPECT_EQ(flexed_budget(measured, money(32000)), money(162380));
  measured.planned.reset();
  EXPECT_EQ(flexed_budget(measured, money(32000)), std::nullopt);
}

TEST(Trigger, ConsumedWithoutABudgetIsAboveEveryShare) {
  Measured measured;
  measured.budget = Money();
  measured.consumed = money(1);
  EXPECT_TRUE(std::isinf(*value_of(Metric::used, measured, {}, 2)));
  measured.budget.reset();
  EXPECT_EQ(value_of(Metric::used, measured, {}, 2), std::nullopt);
}

TEST(Season, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(read_season("Q1", 12), (Season{1, 3}));
  EXPECT_EQ(read_season("q4", 12), (Season{10, 12}));
  EXPECT_EQ(read_season("H2", 12), (Season{7, 12}));
  EXPECT_EQ(read_season(" P06 - P08 ", 12), (Season{6, 8}));
  EXPECT_EQ(read_season("6至8", 12), (Season{6, 8}));
  EXPECT_EQ(read_season("Ｑ２", 12), (Season{4, 6}));
  EXPECT_EQ(read_season("Q1-Q2", 12), (Season{1, 6}));
  EXPECT_EQ(read_season("13", 13), (Season{13, 13}));
  for (const char* wrong : {"", "Q5", "P13", "H3", "summer", "8-6", "0", "P"}) EXPECT_EQ(read_season(wrong, 12), std::nullopt) << wrong;
  EXPECT_EQ(read_season("Q1", 13), std::nullopt) << "thirteen periods have no quarters";
}

TEST(Tolerance, WorksOnBothSides) {
  const Tolerance ten{0.10, std::nullopt, LimitMode::lower};
  EXPECT_EQ(limit_of(money(333.33), ten), money(366.66));
  EXPECT_EQ(floor_of(money(333.33), ten), money(300.00));
  const Tolerance stricter{0.10, money(20), LimitMode::lower}, softer{0.10, money(20), LimitMode::higher};
  EXPECT_EQ(limit_of(money(1000), stricter), money(1020));
  EXPECT_EQ(limit_of(money(1000), softer), money(1100));
  EXPECT_EQ(floor_of(money(1000), softer), money(900));
  EXPECT_EQ(floor_of(Money(), ten), Money());
}

TEST(Rule, AnActionCountsForItsLevelAndAbove) {
  Rule rule;
  rule.yellow_action = RuleOutcome::plan;
  rule.red_action = RuleOutcome::freeze;
  EXPECT_EQ(rule.action_at(AlertLevel::fine), std::nullopt);
  EXPECT_EQ(rule.action_at(AlertLevel::yellow), RuleOutcome::plan);
  EXPECT_EQ(rule.action_at(AlertLevel::orange), RuleOutcome::plan);
  EXPECT_EQ(rule.action_at(AlertLevel::red), RuleOutcome::freeze);
  EXPECT_EQ(rule.action_at(AlertLevel::over), RuleOutcome::freeze);
}

RuleBook seasonal() {
  Rule all, summer, owned, order;
  all.id = "R1";
  summer.id = "R2";
  summer.season = Season{6, 8};
  owned.id = "R3";
  owned.owner = "Ann Lee";
  order.id = "R4";
  order.stage = Stage::commitment;
  return RuleBook({all, summer, owned, order});
}

TEST(RuleBook, TheCloserRuleDecidesByStageOwnerAndSeason) {
  const auto rules = seasonal();
  const auto names = [&](const Occasion& occasion) {
    std::string found;
    for (const Rule* rule : rules.governing({}, occasion)) found += rule->id;
    return found;
  };
  const Date day = date(2025, 7, 1);
  EXPECT_EQ(names({Stage::actual, day, 3, "Bob"}), "R1");
  EXPECT_EQ(names({Stage::actual, day, 7, "Bob"}), "R2");
  EXPECT_EQ(names({Stage::actual, day, 3, "ann lee"}), "R3");
  EXPECT_EQ(names({Stage::commitment, day, 3, "ann lee"}), "R4") << "a rule for the stage goes first";
}

TEST(YearEndSpike, ComparesTheLastPeriodWithTheAverageBeforeIt) {
  std::vector<Money> spent(12, money(100));
  EXPECT_EQ(last_against_average(spent), 1.0);
  spent.back() = money(350);
  EXPECT_EQ(last_against_average(spent), 3.5);
  EXPECT_EQ(last_against_average(std::vector<Money>(12)), std::nullopt);
  EXPECT_EQ(last_against_average(std::vector<Money>{money(5)}), std::nullopt);
}

}  // namespace
}  // namespace steward::control
