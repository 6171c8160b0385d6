#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "../ledger/table_source.hpp"
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
}

// A table under its headers: a date, an account and an amount a row.
Table ledger_table() {
  Table table(count + 1, 3);
  table.at(0, 0) = std::string("date"), table.at(0, 1) = std::string("account"), table.at(0, 2) = std::string("amount");
  for (std::size_t i = 0; i < count; ++i)
    table.at(i + 1, 0) = days.cells()[i], table.at(i + 1, 1) = labels.cells()[i], table.at(i + 1, 2) = amounts.cells()[i];
  return table;
}
Table budget_table() {
  Table table(count + 1, 2);
  table.at(0, 0) = std::string("account"), table.at(0, 1) = std::string("FY2023");
  for (std::size_t i = 0; i < count; ++i) table.at(i + 1, 0) = labels.cells()[i], table.at(i + 1, 1) = weights.cells()[i];
  return table;
}
Table grown(std::size_t columns, auto make) {
  Table table(count, columns);
  for (std::size_t i = 0; i < table.size(); ++i) table.cells()[i] = make(i / columns, i % columns);
  return table;
}
using Call = std::pair<std::string_view, std::vector<Argument>>;

// Every function of whole ranges, with 10,000 elements in one of them.
std::vector<Call> calls() {
  const auto text = [](const char* words) { return Value(std::string(words)); };
  const Argument ledger = std::make_shared<const ledger::TableSource>(ledger_table(), NullDate{}.day);
  const Table ones = column([](std::size_t) { return Value(1.0); });
  const Table points = column([](std::size_t i) { return Value(1.0 + static_cast<double>(i % 5)); });
  const Table curves = grown(2, [](std::size_t row, std::size_t at) { return Value(at == 0 ? 1.0 + static_cast<double>(row % 100) : 0.5); });
  const Table paths = grown(2, [](std::size_t row, std::size_t at) { return Value(at == 0 ? "search > mail " + std::to_string(row % 7) : std::string("1")); });
  return {{"ACTUALS", {ledger, labels, text("*")}},
          {"ALLOCATE", {Value(1e6), weights}},
          {"ASK", {text("What is the total budget?"), budget_table()}},
          {"AUTHORITY", {Value(5.0), grown(3, [](std::size_t row, std::size_t at) {
                           const std::array headers{"level", "approver", "amount"};
                           return row == 0 ? Value(std::string(headers[at])) : at == 1 ? Value("a" + std::to_string(row)) : Value(static_cast<double>(row));
                         })}},
          {"BACKTEST", {amounts, Value(1.0), Value(1.0), text("naive"), Value(2.0)}},
          {"BRIDGE", {labels, weights, amounts}},
          {"CHAIN", {text(""), amounts}},
          {"CHAIN.VERIFY", {grown(2, [](std::size_t row, std::size_t at) { return Value(at == 0 ? std::to_string(row) : std::string("no hash")); })}},
          {"CONSOLIDATE", {budget_table(), budget_table()}},
          {"CREDIT", {paths, text("linear")}},
          {"DRIVERS", {labels, amounts, weights}},
          {"EXHAUSTED", {days, weights, Value(600'000.0), Value(48'000.0)}},
          {"EXPLAIN", {ledger, budget_table(), text("line 77"), text("FY2023")}},
          {"FORECAST", {amounts, Value(2.0)}},
          {"FORECAST.ACCURACY", {amounts, weights}},
          {"FORECAST.INTERVAL", {amounts, Value(2.0)}},
          {"FORECAST.METHOD", {amounts}},
          {"HASH", {amounts}},
          {"INDEX", {ledger}},
          {"LANDING", {Table::column({Value(5.0), Value(6.0)}), amounts}},
          {"LOOKUP", {ledger, text("*")}},
          {"MIX.VARIANCE", {weights, weights, weights}},
          {"OPPORTUNITY", {points, points, points}},
          {"OPTIMIZE", {Value(1e6), curves}},
          {"PARETO", {weights}},
          {"PEFA", {text("PI-2.1"), grown(3, [](std::size_t row, std::size_t) { return Value(static_cast<double>(row + 1)); }),
                    grown(3, [](std::size_t row, std::size_t) { return Value(static_cast<double>(row + 2)); })}},
          {"PVM", {labels, weights, weights, weights, weights}},
          {"REALLOCATE", {weights, weights, Table::row({Value(1.0), Value(0.1)})}},
          {"REPORT", {budget_table(), ledger, text("FY2023")}},
          {"RESERVE", {Value(1e9), Value(1.0), Value(0.5), weights}},
          {"RESPONSE", {points, points}},
          {"RFM", {weights, weights, weights}},
          {"ROLLING", {amounts, amounts, Value(5'000.0), Value(1'000.0)}},
          {"ROLLUP", {labels, weights}},
          {"RUNRATE", {amounts, Value(12'000.0)}},
          {"SCENARIO", {amounts, Table::column({text("growth"), Value(1.1)}), text("growth")}},
          {"SCORE", {weights, points, weights}},
          {"SEASONALITY", {amounts, Value(12.0)}},
          {"SELECT", {ones, weights, Value(2'500.0)}},
          {"SENSITIVITY", {labels, amounts, Value(0.0), weights}},
          {"SIMULATE", {ones, points, column([](std::size_t) { return Value(6.0); }), Omitted(), Omitted(), Value(100.0)}},
          {"SPREAD", {Value(1e6), weights}},
          {"SPREAD.HOLD", {weights, column([](std::size_t) { return Value(0.0); }), Value(1e6)}},
          {"STREAK", {weights, text(">="), Value(0.0)}},
          {"TODATE", {weights, Value(10'000.0)}},
          {"YIELD.VARIANCE", {weights, weights, weights}}};
}

TEST(TenThousandElements, EveryFunctionOfRangesAnswers) {
  for (const auto& [name, arguments] : calls()) {
    const auto answer = call(name, arguments);
    EXPECT_TRUE(answer.has_value()) << name << ": " << (answer ? "" : filled(answer.error().sentence, Language::english, answer.error().blanks));
  }
}

// EVM and its like are taken element by element: vectors_test.cpp tries them over 10,000 rows.
TEST(TenThousandElements, NoFunctionOfRangesIsLeftOut) {
  const auto all = calls();
  for (const Function& function : functions())
    EXPECT_TRUE(function.is_lifted || std::ranges::find(all, function.name, &Call::first) != all.end()) << function.name;
}

}  // namespace
}  // namespace steward::functions
