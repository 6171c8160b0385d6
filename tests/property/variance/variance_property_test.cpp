#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "variance/variance.hpp"

namespace steward::variance {
namespace {

constexpr Nature natures[] = {Nature::expense, Nature::revenue, Nature::asset, Nature::liability, Nature::statistical};

class VarianceProperty : public testing::Test {
 protected:
  double cents(double largest) {
    return std::round(std::uniform_real_distribution(-largest, largest)(random_) * 100) / 100;
  }
  std::mt19937_64 random_{20260302};
};

TEST_F(VarianceProperty, SwappingActualAndBudgetTurnsTheSign) {
  for (int i = 0; i < 20000; ++i) {
    const double actual = cents(1e7), budget = cents(1e7);
    for (const Nature nature : natures)
      ASSERT_EQ(variance(actual, budget, nature).value(), -variance(budget, actual, nature).value());
  }
}

TEST_F(VarianceProperty, IsTheDifferenceToTheCent) {
  for (int i = 0; i < 20000; ++i) {
    const auto actual = std::uniform_int_distribution<long long>(-1'000'000'000'000, 1'000'000'000'000)(random_);
    const auto budget = std::uniform_int_distribution<long long>(-1'000'000'000'000, 1'000'000'000'000)(random_);
    const double expected = static_cast<double>(budget - actual) / 100;
    ASSERT_EQ(variance(static_cast<double>(actual) / 100, static_cast<double>(budget) / 100, Nature::expense).value(),
              expected);
  }
}

TEST_F(VarianceProperty, FlagAgreesWithTheSignOfTheVariance) {
  for (int i = 0; i < 20000; ++i) {
    const double actual = cents(100), budget = cents(100);
    const double found = variance(actual, budget, Nature::expense).value();
    const std::string flag = variance_flag(actual, budget, Nature::expense, 0, 0).value();
    ASSERT_EQ(flag, found > 0 ? "F" : found < 0 ? "U" : "");
  }
}

}  // namespace
}  // namespace steward::variance
