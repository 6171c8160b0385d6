#include "allocation/allocate.hpp"

#include <gtest/gtest.h>

#include "allocation/spread.hpp"

namespace steward::allocation {
namespace {

constexpr auto none = std::nullopt;

Table column(std::initializer_list<double> numbers) {
  return Table::column({numbers.begin(), numbers.end()});
}

Table shared(double total, const Table& weights, int decimals = 2) {
  return allocate(total, weights, decimals, none, none).value();
}

// moneyphp/money, AllocateTest: amount, ratios and the parts.
TEST(Allocate, AgreesWithMoneyPhp) {
  EXPECT_EQ(shared(100, column({1, 1, 1}), 0), column({34, 33, 33}));
  EXPECT_EQ(shared(101, column({1, 1, 1}), 0), column({34, 34, 33}));
  EXPECT_EQ(shared(5, column({3, 7}), 0), column({2, 3}));
  EXPECT_EQ(shared(5, column({7, 3}), 0), column({4, 1}));
  EXPECT_EQ(shared(5, column({7, 3, 0}), 0), column({4, 1, 0}));
  EXPECT_EQ(shared(-5, column({7, 3}), 0), column({-4, -1}));
  EXPECT_EQ(shared(5, column({0, 7, 3}), 0), column({0, 4, 1}));
  EXPECT_EQ(shared(5, column({50, 50}), 0), column({3, 2}));
  EXPECT_EQ(shared(5, column({0, 0, 1}), 0), column({0, 0, 5}));
  EXPECT_EQ(shared(0, column({0, 0, 1}), 0), column({0, 0, 0}));
}

TEST(Allocate, GivesPublishedProportions) {
  EXPECT_EQ(shared(400, column({10, 20, 70})), column({40, 80, 280}));  // IBM Planning Analytics
  EXPECT_EQ(shared(2000, column({75, 25})), column({1500, 500}));       // Kepion
}

TEST(Allocate, BreaksTiesOfDecimalsToTheFirst) {
  EXPECT_EQ(shared(1, column({0.1, 0.7})), column({0.13, 0.87}));
  EXPECT_EQ(shared(1, column({0.7, 0.1})), column({0.88, 0.12}));
  EXPECT_EQ(shared(-1, column({0.7, 0.1})), column({-0.88, -0.12}));
}

TEST(Allocate, LeavesBlankWeightsBlankAndKeepsTheShape) {
  const Table weights = Table::row({1.0, Blank{}, 3.0});
  EXPECT_EQ(shared(10, weights), Table::row({2.5, Blank{}, 7.5}));
  Table square(2, 2, Value(1.0));
  EXPECT_EQ(shared(10, square), Table(2, 2, Value(2.5)));
}

TEST(Allocate, StaysWithinBounds) {
  const Table weights = column({1, 1, 2});
  EXPECT_EQ(allocate(100, weights, 2, none, column({40, 40, 40})).value(), column({30, 30, 40}));
  EXPECT_EQ(allocate(100, weights, 2, Table(1, 1, Value(30.0)), none).value(), column({30, 30, 40}));
  EXPECT_EQ(allocate(100, weights, 2, column({0, 60, 0}), none).value(), column({13.33, 60, 26.67}));
  EXPECT_EQ(allocate(-100, weights, 2, Table(1, 1, Value(-40.0)), none).value(), column({-30, -30, -40}));
  EXPECT_EQ(allocate(100, weights, 2, none, Table::column({Blank{}, 10.0, Blank{}})).value(), column({30, 10, 60}));
}

TEST(Allocate, RefusesBoundsThatDoNotFit) {
  const Table weights = column({1, 1});
  EXPECT_EQ(allocate(100, weights, 2, none, column({40, 40})).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(100, weights, 2, column({60, 60}), none).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(100, weights, 2, column({60, 0}), column({50, 90})).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(100, column({1, 0}), 2, none, column({50, 90})).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(100, weights, 2, column({1, 2, 3}), none).error().kind, FaultKind::argument);
}

TEST(Allocate, RefusesWeightsThatAreNone) {
  EXPECT_EQ(allocate(100, column({0, 0}), 2, none, none).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(100, column({1, -1}), 2, none, none).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(100, Table(), 2, none, none).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(100, Table::row({std::string("x")}), 2, none, none).error().kind, FaultKind::value);
  EXPECT_EQ(allocate(100, column({1}), 10, none, none).error().kind, FaultKind::number);
  EXPECT_EQ(allocate(1e16, column({1}), 2, none, none).error().kind, FaultKind::number);
}

TEST(Spread, OverACount) {
  const Table months = spread(50, column({12}), 2).value();
  ASSERT_EQ(months.rows(), 12u);
  EXPECT_EQ(months.at(0, 0), Value(4.17));
  EXPECT_EQ(months.at(8, 0), Value(4.16));
  EXPECT_EQ(spread(1200, column({12}), 2).value(), Table(12, 1, Value(100.0)));  // TM1
  EXPECT_EQ(spread(7, column({1}), 2).value(), column({7}));
}

TEST(Spread, OverWeeks) {
  EXPECT_EQ(spread(13, Table(1, 1, Value(std::string("4-4-5"))), 2).value(), column({4, 4, 5}));  // Oracle
  const Table year = spread(52, Table(1, 1, Value(std::string("4-4-5X4"))), 2).value();
  EXPECT_EQ(year, column({4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5}));
}

TEST(Spread, OverWeightsInTheirShape) {
  EXPECT_EQ(spread(100, Table::row({1.0, 1.0, 2.0}), 2).value(), Table::row({25.0, 25.0, 50.0}));
}

TEST(Spread, RefusesWhatIsNoWayToSpread) {
  for (const char* wrong : {"4", "4-", "-4", "4-4-5y", "4-4-5x", "4-4-5x0", "0-4", "weekly", ""}) {
    const auto result = spread(1, Table(1, 1, Value(std::string(wrong))), 2);
    ASSERT_TRUE(result.has_error()) << wrong;
    EXPECT_EQ(result.error().kind, FaultKind::argument) << wrong;
  }
  for (const double wrong : {0.0, -1.0, 2.5, 1e9})
    EXPECT_EQ(spread(1, column({wrong}), 2).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::allocation
