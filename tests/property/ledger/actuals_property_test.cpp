#include <gtest/gtest.h>

#include <random>

#include "../../unit/ledger/table_source.hpp"
#include "ledger/actuals.hpp"

// One pass gives what adding up posting by posting gives.
namespace steward::ledger {
namespace {

class OnePass : public testing::TestWithParam<unsigned> {};

double number_of(int day) {
  return 45658.0 + day;
}  // 1 January 2025

TEST_P(OnePass, EqualsAddingUpOneByOne) {
  std::mt19937 random(GetParam());
  const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  const std::string accounts[] = {"Travel", "Rent", "Gifts", "Food"}, units[] = {"North", "South"};
  Table ledger = table({{words("date"), words("unit"), words("account"), words("amount")}});
  struct Row {
    int day, account, unit;
    double amount;
  };
  std::vector<Row> rows;
  for (int i = 0; i < 200; ++i) {
    rows.push_back({pick(365), pick(4), pick(2), pick(20000) - 5000.0});
    ledger.append(
        {number_of(rows.back().day), units[rows.back().unit], accounts[rows.back().account], rows.back().amount});
  }
  // Rows: one account anywhere, one account in one unit, a whole unit, the rest, and everything.
  const Table keys = table({{Blank{}, words("Travel")},
                            {words("South"), words(" RENT ")},
                            {words("South"), Blank{}},
                            {words("?"), Blank{}},
                            {words("*"), words("*")}});
  const int cut = 1 + pick(300);
  const Table periods =
      table({{number_of(0), number_of(cut), words("*")}, {number_of(cut - 1), number_of(364), Blank{}}});
  const auto result = actuals(TableSource(ledger), keys, periods, table({{words("unit"), words("account")}}));
  ASSERT_TRUE(result.has_value());
  for (std::size_t column = 0; column < 3; ++column) {
    double expected[5] = {};
    for (const Row& row : rows) {
      const bool is_in = column == 2 || (column == 0) == (row.day < cut);
      if (!is_in) continue;
      const bool hit[] = {row.account == 0, row.account == 1 && row.unit == 1, row.unit == 1};
      for (int i = 0; i < 3; ++i) expected[i] += hit[i] ? row.amount : 0;
      expected[3] += hit[0] || hit[1] || hit[2] ? 0 : row.amount;
      expected[4] += row.amount;
    }
    for (std::size_t i = 0; i < 5; ++i)
      EXPECT_EQ(result.value().at(i, column), Value(expected[i])) << i << ' ' << column;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, OnePass, testing::Range(1U, 51U));

}  // namespace
}  // namespace steward::ledger
