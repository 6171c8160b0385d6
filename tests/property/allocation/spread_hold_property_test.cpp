#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "allocation/spread_hold.hpp"

namespace steward::allocation {
namespace {

TEST(SpreadHoldProperty, AddsUpAndKeepsWhatIsHeld) {
  std::mt19937_64 random(20260306);
  const auto pick = [&](long long low, long long high) { return std::uniform_int_distribution(low, high)(random); };
  for (int i = 0; i < 5000; ++i) {
    const auto count = static_cast<std::size_t>(pick(2, 30));
    Table values(1, count), held(1, count);
    const bool has_negatives = pick(0, 3) == 0;
    for (std::size_t k = 0; k < count; ++k) {
      values.at(0, k) = static_cast<double>(pick(has_negatives ? -20000 : 0, 100000)) / 100;
      held.at(0, k) = static_cast<double>(k > 0 && pick(0, 2) == 0);
    }
    const long long total = pick(-10'000'000, 10'000'000);
    const auto result = spread_hold(values, held, static_cast<double>(total) / 100, 2);
    if (!result) {  // free values that add up to 0 without being 0
      ASSERT_TRUE(has_negatives);
      continue;
    }
    long long cents = 0;
    for (std::size_t k = 0; k < count; ++k) {
      cents += std::llround(std::get<double>(result.value().at(0, k)) * 100);
      ASSERT_TRUE(held.at(0, k) == Value(0.0) || result.value().at(0, k) == values.at(0, k));
    }
    ASSERT_EQ(cents, total);
  }
}

}  // namespace
}  // namespace steward::allocation
