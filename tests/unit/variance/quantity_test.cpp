#include "variance/quantity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "variance/overhead.hpp"

namespace steward::variance {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using Numbers = std::vector<double>;
constexpr auto expense = Nature::expense, revenue = Nature::revenue;
constexpr auto none = std::nullopt;

double sum(const Numbers& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

// LPU, Management Accounting, p. 174: 1,200 @ 5 and 400 @ 16 budgeted, 1,100 @ 5.50 and 700 @ 15.50 sold.
TEST(SalesVariances, OfTheWineMerchant) {
  EXPECT_EQ(price_variance(5.5, 5, 1100, revenue).value() + price_variance(15.5, 16, 700, revenue).value(), 200);
  EXPECT_EQ(quantity_variance(1100, 1200, 5, revenue).value() + quantity_variance(700, 400, 16, revenue).value(), 4300);
  const auto mix =
      mix_variance(Numbers{1100, 700}, Numbers{1200, 400}, Numbers{5, 16}, revenue, MixSchool::item).value();
  EXPECT_EQ(mix, (Numbers{-1250, 4000}));
}

TEST(MixVariance, HasTheSameTotalInBothSchools) {
  const auto average =
      mix_variance(Numbers{1100, 700}, Numbers{1200, 400}, Numbers{5, 16}, revenue, MixSchool::average).value();
  EXPECT_THAT(average, ElementsAre(DoubleNear(-250 * (5 - 7.75), 1e-9), DoubleNear(250 * (16 - 7.75), 1e-9)));
  EXPECT_NEAR(sum(average), 2750, 1e-9);
}

// expertsmind: 60/40 at 8 and 5 with a yield of 90 %; used 620/430, output 940.
TEST(MixAndYield, OfExpertsmind) {
  const Numbers used{620, 430}, standard{60, 40}, price{8, 5};
  EXPECT_EQ(sum(mix_variance(used, standard, price, expense, MixSchool::item).value()), 30);
  EXPECT_NEAR(sum(yield_variance(used, standard, price, 940, 90, expense).value()), -37.78, 0.005);
}

// OpenTuition: 8 A @ 20 and 12 B @ 25 give 19; used 900 and 1,100 for 1,850.
TEST(MixAndYield, OfOpenTuition) {
  const Numbers used{900, 1100}, standard{8, 12}, price{20, 25};
  EXPECT_EQ(sum(mix_variance(used, standard, price, expense, MixSchool::item).value()), 500);
  EXPECT_NEAR(sum(yield_variance(used, standard, price, 1850, 19, expense).value()), -1210.53, 0.005);
}

TEST(QuantityVariance, OfPublishedExamples) {
  EXPECT_EQ(quantity_variance(10860, 5.3 * 2100, 6, expense).value(), 1620);              // BrainMass
  EXPECT_EQ(quantity_variance(12500 * 0.44, 10000 * 0.44, 14, expense).value(), -15400);  // smartsolve
}

TEST(YieldVariance, OfAStandardThatIsForTheOutputAlready) {
  const auto yield = yield_variance(Numbers{900, 1100}, Numbers{820, 1230}, Numbers{20, 25}, none, none, expense);
  EXPECT_THAT(yield.value(), ElementsAre(DoubleNear(400, 1e-9), DoubleNear(750, 1e-9)));
}

TEST(MixAndYield, RefuseWhatDoesNotFit) {
  const Numbers two{1, 2}, three{1, 2, 3}, zero{0, 0};
  EXPECT_EQ(mix_variance(two, three, two, expense, MixSchool::item).error().kind, FaultKind::argument);
  EXPECT_EQ(mix_variance(two, two, three, expense, MixSchool::item).error().kind, FaultKind::argument);
  EXPECT_EQ(mix_variance(two, zero, two, expense, MixSchool::item).error().kind, FaultKind::division_by_zero);
  EXPECT_EQ(yield_variance(two, two, two, 5, none, expense).error().kind, FaultKind::argument);
  EXPECT_EQ(yield_variance(two, two, two, none, 5, expense).error().kind, FaultKind::argument);
  EXPECT_EQ(yield_variance(two, two, two, 5, 0, expense).error().kind, FaultKind::division_by_zero);
}

// AAT: rate 10, budget 600,000, actual 630,000, 11,500 units of 6 hours, 70,150 hours worked.
TEST(OverheadVariance, OfAat) {
  const auto of = [](OverheadKind kind) {
    return overhead_variance(kind, 600000, 630000, 60000, 11500 * 6, 70150).value();
  };
  EXPECT_EQ(of(OverheadKind::expenditure), -30000);
  EXPECT_EQ(of(OverheadKind::volume), 90000);
  EXPECT_EQ(of(OverheadKind::capacity), 101500);
  EXPECT_EQ(of(OverheadKind::efficiency), -11500);
}

TEST(OverheadVariance, HasNoRateWithoutHours) {
  EXPECT_EQ(overhead_variance(OverheadKind::volume, 1, 1, 0, 1, 1).error().kind, FaultKind::division_by_zero);
  EXPECT_EQ(overhead_variance(OverheadKind::expenditure, 5, 3, 0, 1, 1).value(), 2);
}

}  // namespace
}  // namespace steward::variance
