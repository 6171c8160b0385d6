#include "allocation/tiers.hpp"

#include <gtest/gtest.h>

namespace steward::allocation {
namespace {

constexpr auto none = std::nullopt;
using Series = std::vector<std::optional<double>>;

Table row(std::initializer_list<double> numbers) {
  return Table::row({numbers.begin(), numbers.end()});
}

TEST(Tier, GoesByReturnMultiple) {
  const std::pair<double, const char*> cases[] = {{7, "S"},   {5, "S"}, {4.99, "A"},   {2, "A"},
                                                  {1.5, "B"}, {1, "B"}, {0.99, "Out"}, {-1, "Out"}};
  for (const auto& [multiple, expected] : cases) EXPECT_EQ(tier(multiple, none).value(), expected) << multiple;
}

TEST(Tier, TakesOtherLimits) {
  EXPECT_EQ(tier(3, row({3, 2, 1})).value(), "S");
  EXPECT_EQ(tier(3, row({1, 2, 3})).error().kind, FaultKind::argument);
  EXPECT_EQ(tier(3, row({3, 2})).error().kind, FaultKind::argument);
  EXPECT_EQ(tier(3, Table::row({3.0, Blank{}, 1.0})).error().kind, FaultKind::argument);
}

TEST(Streak, CountsBackFromTheLastValue) {
  EXPECT_EQ(streak(Series{0.5, 2, 0.9, 0.8, 0.7}, Comparison::less, 1).value(), 3);
  EXPECT_EQ(streak(Series{0.9, 0.8, none, none}, Comparison::less, 1).value(), 2);
  EXPECT_EQ(streak(Series{0.9, none, 0.8}, Comparison::less, 1).value(), 1);
  EXPECT_EQ(streak(Series{0.9, 2}, Comparison::less, 1).value(), 0);
  EXPECT_EQ(streak(Series{}, Comparison::less, 1).value(), 0);
}

TEST(Streak, ComparesAsDecimals) {
  const Series values{0.1 + 0.2};
  EXPECT_EQ(streak(values, Comparison::equal, 0.3).value(), 1);
  EXPECT_EQ(streak(values, Comparison::greater, 0.3).value(), 0);
  EXPECT_EQ(streak(values, Comparison::at_least, 0.3).value(), 1);
  EXPECT_EQ(streak(values, Comparison::at_most, 0.3).value(), 1);
  EXPECT_EQ(streak(values, Comparison::different, 0.3).value(), 0);
}

Table tiers() {
  Table table;
  table.append({10000.0, 0.02});
  table.append({50000.0, 0.05});
  return table;
}

TEST(Rebate, OnTheWholeAmountOrByParts) {
  EXPECT_EQ(rebate(60000, tiers(), RebateMode::whole).value(), 3000);
  EXPECT_EQ(rebate(60000, tiers(), RebateMode::marginal).value(), 1300);
  EXPECT_EQ(rebate(50000, tiers(), RebateMode::whole).value(), 2500);
  EXPECT_EQ(rebate(49999, tiers(), RebateMode::marginal).value(), 799.98);
  EXPECT_EQ(rebate(9999, tiers(), RebateMode::whole).value(), 0);
  EXPECT_EQ(rebate(-5, tiers(), RebateMode::whole).value(), 0);
}

TEST(Rebate, RefusesTiersThatAreNone) {
  EXPECT_EQ(rebate(1, row({1, 2, 3}), RebateMode::whole).error().kind, FaultKind::argument);
  Table twice = tiers();
  twice.append({50000.0, 0.06});
  EXPECT_EQ(rebate(1, twice, RebateMode::whole).error().kind, FaultKind::argument);
  EXPECT_EQ(rebate(1, Table::row({1.0, Blank{}}), RebateMode::whole).error().kind, FaultKind::value);
}

TEST(Pareto, MarksTheFewThatMakeUpTheShare) {
  EXPECT_EQ(pareto(row({5, 50, 30, 15}), 0.8).value(), row({0, 1, 1, 0}));
  EXPECT_EQ(pareto(row({5, 50, 30, 15}), 0.81).value(), row({0, 1, 1, 1}));
  EXPECT_EQ(pareto(row({1, 1}), 0.5).value(), row({1, 0}));
  EXPECT_EQ(pareto(row({1, 1}), 0).value(), row({0, 0}));
  EXPECT_EQ(pareto(row({0, 0}), 0.8).value(), row({0, 0}));
  EXPECT_EQ(pareto(Table::row({Blank{}, 1.0}), 0.8).value(), Table::row({Blank{}, 1.0}));
  EXPECT_EQ(pareto(row({-1, 1}), 0.8).error().kind, FaultKind::number);
  EXPECT_EQ(pareto(row({1}), 1.5).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::allocation
