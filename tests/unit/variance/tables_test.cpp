#include <gtest/gtest.h>

#include "variance/bridge.hpp"
#include "variance/drivers.hpp"
#include "variance/pvm.hpp"

namespace steward::variance {
namespace {

constexpr auto none = std::nullopt;

Table texts(std::initializer_list<const char*> words) {
  std::vector<Value> cells;
  for (const char* word : words) cells.emplace_back(std::string(word));
  return Table::column(std::move(cells));
}
Table numbers(std::initializer_list<double> values) {
  return Table::column({values.begin(), values.end()});
}
Table one(const char* word) {
  return Table(1, 1, Value(std::string(word)));
}

std::vector<Value> row(const Table& table, std::size_t index) {
  std::vector<Value> cells;
  for (std::size_t column = 0; column < table.columns(); ++column) cells.push_back(table.at(index, column));
  return cells;
}
std::vector<Value> cells(const char* label, std::initializer_list<double> values, const char* flag = nullptr) {
  std::vector<Value> result{std::string(label)};
  result.insert(result.end(), values.begin(), values.end());
  if (flag) result.emplace_back(std::string(flag));
  return result;
}

TEST(Pvm, SetsNewAndDiscontinuedItemsApart) {
  const auto table = pvm(texts({"A", "B", "C"}), numbers({100, 0, 40}), numbers({10, 0, 5}), numbers({110, 50, 0}),
                         numbers({11, 20, 0}), none)
                         .value();
  ASSERT_EQ(table.rows(), 4u);
  EXPECT_EQ(row(table, 0), cells("A", {1000, 110, 0, 100, 0, 0, 1210}, "U"));
  EXPECT_EQ(row(table, 1), cells("B", {0, 0, 0, 0, 1000, 0, 1000}, "U"));
  EXPECT_EQ(row(table, 2), cells("C", {200, 0, 0, 0, 0, -200, 0}, "F"));
  EXPECT_EQ(row(table, 3), cells("Total", {1200, 110, 0, 100, 1000, -200, 2210}, "U"));
}

TEST(Pvm, OfTheWineMerchant) {
  const auto table = pvm(texts({"红葡萄酒", "白葡萄酒"}), numbers({1200, 400}), numbers({5, 16}), numbers({1100, 700}),
                         numbers({5.5, 15.5}), one("revenue"))
                         .value();
  EXPECT_EQ(row(table, 2), cells("合计", {12400, 200, 2750, 1550, 0, 0, 16900}, "F"));
}

TEST(Pvm, TakesABlankForAbsent) {
  const auto table = pvm(texts({"A"}), Table(1, 1), Table(1, 1), numbers({2}), numbers({3}), none).value();
  EXPECT_EQ(row(table, 0), cells("A", {0, 0, 0, 0, 6, 0, 6}, "U"));
}

TEST(Pvm, RefusesWhatDoesNotFit) {
  const Table two = numbers({1, 2}), three = numbers({1, 2, 3});
  EXPECT_EQ(pvm(texts({"A", "B"}), two, two, two, three, none).error().kind, FaultKind::argument);
  EXPECT_EQ(pvm(texts({"A", "B"}), two, two, two, two, three).error().kind, FaultKind::argument);
  EXPECT_EQ(pvm(texts({"A", "B"}), two, two, two, texts({"x", "y"}), none).error().kind, FaultKind::value);
}

// Columns: label, base, favourable above and below, adverse above and below, level, total.
TEST(Bridge, CrossesZero) {
  const auto table =
      bridge(texts({"x", "y", "z"}), numbers({100, 0, 0}), numbers({100, -150, 80}), one("revenue"), 0).value();
  ASSERT_EQ(table.rows(), 5u);
  EXPECT_EQ(row(table, 0), cells("From", {0, 0, 0, 0, 0, 100, 100}));
  EXPECT_EQ(row(table, 1), cells("x", {100, 0, 0, 0, 0, 100, 0}));
  EXPECT_EQ(row(table, 2), cells("y", {0, 0, 0, 100, -50, -50, 0}));
  EXPECT_EQ(row(table, 3), cells("z", {0, 30, -50, 0, 0, 30, 0}));
  EXPECT_EQ(row(table, 4), cells("To", {0, 0, 0, 0, 0, 30, 30}));
}

TEST(Bridge, GoesInTheDirectionOfTheAmount) {
  const auto table = bridge(texts({"pay", "rent"}), numbers({100, 50}), numbers({120, 40}), none, 0).value();
  EXPECT_EQ(row(table, 1), cells("pay", {150, 0, 0, 20, 0, 170, 0}));
  EXPECT_EQ(row(table, 2), cells("rent", {160, 10, 0, 0, 0, 160, 0}));
}

TEST(Bridge, OfRevenueAndCostIsAProfit) {
  const auto table =
      bridge(texts({"收入", "成本"}), numbers({1000, 600}), numbers({1100, 650}), texts({"revenue", "expense"}), 0)
          .value();
  EXPECT_EQ(row(table, 0), cells("起点", {0, 0, 0, 0, 0, 400, 400}));
  EXPECT_EQ(row(table, 1), cells("收入", {400, 100, 0, 0, 0, 500, 0}));
  EXPECT_EQ(row(table, 2), cells("成本", {450, 0, 0, 50, 0, 450, 0}));
}

TEST(Bridge, StaysBelowZero) {
  const auto table = bridge(texts({"a"}), numbers({-100}), numbers({-130}), one("revenue"), 0).value();
  EXPECT_EQ(row(table, 1), cells("a", {-100, 0, 0, 0, -30, -130, 0}));
}

TEST(Bridge, FoldsTheSmallSteps) {
  const auto table =
      bridge(texts({"a", "b", "c", "d"}), numbers({10, 10, 10, 10}), numbers({11, 30, 8, 25}), none, 2).value();
  ASSERT_EQ(table.rows(), 5u);
  EXPECT_EQ(row(table, 1), cells("b", {40, 0, 0, 20, 0, 60, 0}));
  EXPECT_EQ(row(table, 2), cells("d", {60, 0, 0, 15, 0, 75, 0}));
  EXPECT_EQ(row(table, 3), cells("Other", {74, 1, 0, 0, 0, 74, 0}));
}

TEST(Bridge, RefusesWhatDoesNotFit) {
  EXPECT_EQ(bridge(texts({"a"}), numbers({1, 2}), numbers({1}), none, 0).error().kind, FaultKind::argument);
  EXPECT_EQ(bridge(texts({"a"}), numbers({1}), numbers({1}), one("?"), 0).error().kind, FaultKind::argument);
  EXPECT_EQ(bridge(texts({"a"}), numbers({1}), numbers({1}), none, -1).error().kind, FaultKind::number);
  EXPECT_EQ(bridge(texts({"a"}), numbers({1}), texts({"x"}), none, 0).error().kind, FaultKind::value);
}

TEST(Drivers, AreTheLargestVariances) {
  const auto table =
      drivers(texts({"a", "b", "c", "d"}), numbers({110, 60, 100, 20}), numbers({100, 100, 100, 70}), none, 2).value();
  EXPECT_EQ(row(table, 0), cells("d", {50, 0.5, 0.5}));
  EXPECT_EQ(row(table, 1), cells("b", {40, 0.4, 0.9}));
  EXPECT_EQ(table.rows(), 2u);
}

TEST(Drivers, LeaveOutWhatHasNoVariance) {
  const Table same = numbers({1, 2});
  EXPECT_EQ(drivers(texts({"a", "b"}), same, same, none, 5).error().kind, FaultKind::not_available);
  EXPECT_EQ(drivers(texts({"a", "b"}), same, numbers({1, 5}), none, 5).value().rows(), 1u);
  EXPECT_EQ(drivers(texts({"a", "b"}), same, same, none, 0).error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::variance
