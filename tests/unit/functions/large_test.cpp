#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "functions/call.hpp"

/// Functions of whole ranges over 10,000 elements: they answer, and what must add up does.
namespace steward::functions {
namespace {

constexpr std::size_t count = 10'000;

Table column(auto make) {
  Table table(count, 1);
  for (std::size_t i = 0; i < count; ++i) table.cells()[i] = make(i);
  return table;
}
const Table labels = column([](std::size_t i) { return Value("line " + std::to_string(i)); });
// Amounts with cents, some negative, some zero.
const Table amounts = column([](std::size_t i) { return Value(static_cast<double>(static_cast<int>(i * 7919 % 100'003) - 20'000) / 100); });
const Table weights = column([](std::size_t i) { return Value(static_cast<double>(i * 104'729 % 1'009) / 10); });
const Table days = column([](std::size_t i) { return Value(45'000.0 + static_cast<double>(i % 365)); });

Result<Answer> call(std::string_view name, std::vector<Argument> arguments) {
  const auto found = std::ranges::find(functions(), name, &Function::name);
  arguments.resize(std::max(arguments.size(), found->parameters.size()));
  return found->call(arguments, {}, Language::english);
}
Table table_of(std::string_view name, std::vector<Argument> arguments) {
  const auto answer = call(name, std::move(arguments));
  EXPECT_TRUE(answer.has_value()) << name;
  return answer ? std::get<Table>(answer.value()) : Table();
}
long long cents(const Table& table, std::size_t at_column, std::size_t rows) {
  long long sum = 0;
  for (std::size_t row = 0; row < rows; ++row)
    if (const auto* number = std::get_if<double>(&table.at(row, at_column))) sum += std::llround(*number * 100);
  return sum;
}

TEST(TenThousandElements, PartsAddUpToTheWhole) {
  const double total = 1'234'567.89;
  EXPECT_EQ(cents(table_of("ALLOCATE", {Value(total), weights}), 0, count), 123'456'789);
  EXPECT_EQ(cents(table_of("SPREAD", {Value(total), weights}), 0, count), 123'456'789);
  const Table held = column([](std::size_t i) { return Value(i % 3 == 0 ? 1.0 : 0.0); });
  EXPECT_EQ(cents(table_of("SPREAD.HOLD", {weights, held, Value(total)}), 0, count), 123'456'789);
}

TEST(TenThousandElements, TablesOfVariancesFoot) {
  const Table bridge = table_of("BRIDGE", {labels, weights, amounts});
  EXPECT_EQ(bridge.rows(), count + 2);
  const Table drivers = table_of("DRIVERS", {labels, amounts, weights, Omitted(), Value(10'000.0)});
  EXPECT_NEAR(std::get<double>(drivers.at(drivers.rows() - 1, 3)), 1, 1e-9);
  const Table pvm = table_of("PVM", {labels, weights, weights, weights, weights});
  ASSERT_EQ(pvm.rows(), count + 1);
  EXPECT_EQ(cents(pvm, 1, count), std::llround(std::get<double>(pvm.at(count, 1)) * 100));
  EXPECT_EQ(table_of("MIX.VARIANCE", {weights, weights, weights}).rows(), count);
  EXPECT_EQ(table_of("YIELD.VARIANCE", {weights, weights, weights}).rows(), count);
}

TEST(TenThousandElements, OthersAnswerInTheShapeOfTheRange) {
  EXPECT_EQ(table_of("PARETO", {weights}).rows(), count);
  EXPECT_EQ(table_of("RFM", {weights, weights, weights}).rows(), count);
  EXPECT_EQ(table_of("SENSITIVITY", {labels, amounts, Value(0.0), weights}).rows(), count);
  EXPECT_EQ(table_of("ROLLUP", {labels, weights}).rows(), count);
  Table budget(count + 1, 2);
  budget.at(0, 0) = std::string("Account"), budget.at(0, 1) = std::string("Q1");
  for (std::size_t i = 0; i < count; ++i) budget.at(i + 1, 0) = labels.cells()[i], budget.at(i + 1, 1) = amounts.cells()[i];
  const Table together = table_of("CONSOLIDATE", {budget, budget});
  ASSERT_EQ(together.rows(), count + 1);
  EXPECT_EQ(cents(together, 1, count + 1), 2 * cents(amounts, 0, count));
  for (const auto& [name, arguments] : std::vector<std::pair<std::string_view, std::vector<Argument>>>{
           {"HASH", {amounts}}, {"STREAK", {weights, Value(std::string(">=")), Value(0.0)}}, {"TODATE", {weights, Value(10'000.0)}},
           {"SCORE", {weights, column([](std::size_t) { return Value(50.0); }), weights}}, {"EXHAUSTED", {days, weights, Value(600'000.0), Value(48'000.0)}}}) {
    EXPECT_TRUE(call(name, arguments).has_value()) << name;
  }
}

}  // namespace
}  // namespace steward::functions
