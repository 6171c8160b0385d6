#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "../../unit/ledger/table_source.hpp"
#include "ledger/actuals.hpp"
#include "ledger/ledger_index.hpp"

// A figure looked up is the figure that one pass over the same rows gives.
namespace steward::ledger {
namespace {

class Lookup : public testing::TestWithParam<unsigned> {
 protected:
  std::size_t pick(std::size_t most) { return random_() % most; }
  Value one_of(std::initializer_list<Value> values) { return *(values.begin() + pick(values.size())); }
  Value unit() { return one_of({words("North"), words("south"), words(" SOUTH "), words("Ｎｏｒｔｈ"), Blank{}}); }
  Value account() { return one_of({words("Travel"), words("rent"), 6601.0, words("6601"), words("Gifts"), Blank{}}); }
  double day() { return 45658.0 + static_cast<double>(pick(365)) + (pick(4) == 0 ? 0.75 : 0); }

  Table random_ledger() {
    Table ledger = table({{words("amount"), words("line"), words("Date"), words("unit"), words("account"), words("环节")}});
    const std::size_t count = pick(300);
    for (std::size_t i = 0; i < count; ++i) {
      const double amount = static_cast<double>(static_cast<int>(pick(2'000'000)) - 500'000) / 100;
      const bool is_blank = pick(20) == 0;
      ledger.append({is_blank ? Value(Blank()) : Value(amount), one_of({words("L1"), words("l2"), Blank{}}), day(), unit(), account(),
                     one_of({words("actual"), words("实际发生"), words("commitment"), words("占用"), Blank{}})});
    }
    return ledger;
  }

  std::mt19937 random_{GetParam()};
};

TEST_P(Lookup, EqualsActuals) {
  const Date null_date = date(1899, 12, 30);
  const TableSource ledger(random_ledger(), null_date);
  const auto index = LedgerIndex::from(ledger, {});
  ASSERT_TRUE(index.has_value());
  for (int i = 0; i < 40; ++i) {
    const bool is_row = pick(2) == 0;
    const Value first = pick(4) == 0 ? words("*") : unit();
    const Table key = is_row ? Table::row({first, pick(3) == 0 ? words("*") : account()}) : Table(1, 1, first);
    const double from = std::floor(day()), to = from + static_cast<double>(pick(200));
    const std::optional<Table> filters =
        pick(2) == 0 ? std::nullopt : std::optional(table({{words("account"), account()}, {words("account"), account()}, {words("项目编号"), one_of({words("L2"), words("l1"), words("L9")})}}));
    const Value stage = one_of({words("actual"), words("占用")});
    const Table fields = is_row ? Table::row({words("unit"), words("account")}) : Table(1, 1, words("unit"));
    const auto expected = actuals(ledger, key, Table::column({from, to}), fields, Table(1, 1, stage), {}, filters);
    const auto found = lookup(index.value(), key, null_date + std::chrono::days{static_cast<int>(from)},
                              null_date + std::chrono::days{static_cast<int>(to)}, read_keyword<Stage>(std::get<std::string>(stage)).value(), filters, null_date);
    ASSERT_TRUE(expected.has_value() && found.has_value());
    const Value& wanted = expected.value().at(0, 0);
    ASSERT_EQ(is_blank(wanted), is_blank(found.value()));
    if (!is_blank(wanted)) {
      ASSERT_NEAR(std::get<double>(wanted), std::get<double>(found.value()), 1e-9) << i;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Lookup, testing::Range(1U, 101U));

}  // namespace
}  // namespace steward::ledger
