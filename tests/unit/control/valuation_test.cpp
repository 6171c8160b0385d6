#include "control/valuation.hpp"
#include "words/phrases/control.gen.hpp"

#include <gtest/gtest.h>

namespace steward::control {
namespace {

Money money(double amount) {
  return Money::from(amount, 2).value();
}

ledger::Posting posting(double amount, const char* currency = "", std::optional<double> tax = {}) {
  ledger::Posting posting;
  posting.day = date(2025, 3, 15);
  posting.amount = money(amount);
  posting.currency = currency;
  if (tax) posting.tax = money(*tax);
  return posting;
}

TEST(Valuation, TakesTaxNetGrossOrRecoverableInPart) {
  for (const auto& [share, counted] : {std::pair(1.0, 10000.0), {0.0, 11300.0}, {0.4, 10780.0}}) {
    Policy policy;
    policy.recoverable_tax = share;
    auto invoice = posting(11300, "", 1300);
    ASSERT_TRUE(value(invoice, true, {}, policy).has_value());
    EXPECT_EQ(invoice.amount, money(counted)) << share;
  }
}

TEST(Valuation, TakesTheLatestRateThatIsNotTooOld) {
  Policy policy;
  policy.currency = "CNY";
  policy.rate_age = 31;
  RateTable rates;
  rates.add("USD", date(2025, 1, 1), 7.0);
  rates.add("USD", date(2025, 3, 1), 7.2);
  rates.add("USD", date(2025, 3, 16), 7.3);
  auto order = posting(60, "usd");
  ASSERT_TRUE(value(order, true, rates, policy).has_value());
  EXPECT_EQ(order.amount, money(432));
  EXPECT_EQ(order.entered, money(60));
  order = posting(60, "USD");
  order.day = date(2025, 2, 20);
  EXPECT_EQ(value(order, true, rates, policy).error().sentence, phrase::rate_missing) << "50 days old";
  order = posting(60, "EUR");
  EXPECT_EQ(value(order, true, rates, policy).error().sentence, phrase::rate_missing);
}

TEST(Valuation, StopsARateThatDiffersFromTheTable) {
  Policy policy;
  RateTable rates;
  rates.add("USD", date(2025, 1, 1), 7.0);
  auto order = posting(100, "USD");
  order.rate = 6.9;
  EXPECT_EQ(value(order, true, rates, policy).error().sentence, phrase::rate_differs);
  order = posting(100, "EUR");
  order.rate = 7.8;
  ASSERT_TRUE(value(order, true, rates, policy).has_value()) << "the table says nothing about euros";
  EXPECT_EQ(order.amount, money(780));
}

TEST(Valuation, StopsAForeignAmountThatDoesNotFollowFromItsRate) {
  auto order = posting(100, "USD");
  order.entered = money(100);
  order.rate = 7.0;
  EXPECT_EQ(value(order, true, {}, {}).error().sentence, phrase::amounts_disagree);
}

}  // namespace
}  // namespace steward::control
