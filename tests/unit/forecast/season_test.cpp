#include <gtest/gtest.h>

#include "forecast/season.hpp"

namespace steward::forecast {
namespace {

Values repeated(const Values& year, int years, double growth = 0) {
  Values x;
  for (int t = 0; t < static_cast<int>(year.size()) * years; ++t)
    x.push_back(year[static_cast<std::size_t>(t) % year.size()] * (1 + growth * t));
  return x;
}

const Values quarters{80, 90, 110, 120};

TEST(Decompose, FindsExactFactors) {
  const SeasonalPattern pattern = decompose(repeated(quarters, 3), 4, true);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(pattern.index[i], quarters[i] / 100, 1e-12);
}

// Made by hand: x = t + s with sums s that add up to 0.
TEST(Decompose, FindsExactSums) {
  Values x;
  const Values sums{-3, 1, 4, -2};
  for (int t = 0; t < 16; ++t) x.push_back(t + sums[t % 4]);
  const SeasonalPattern pattern = decompose(x, 4, false);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(pattern.index[i], sums[i], 1e-12);
}

TEST(RecentPattern, KeepsARegularSeasonWhole) {
  const SeasonalPattern pattern = recent_pattern(repeated(quarters, 4), 4);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(pattern.index[i], quarters[i] / 100, 1e-9);
}

TEST(RecentPattern, LeavesLittleOfChance) {
  // Digits of π: no season, and five years to see it.
  const Values digits{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4};
  const SeasonalPattern ours = recent_pattern(digits, 4), classical = decompose(digits, 4, true);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_LE(std::abs(ours.index[i] - 1), 0.7 * std::abs(classical.index[i] - 1) + 0.12);
}

TEST(RecentPattern, RecentYearsCountMore) {
  Values x = repeated({100, 100, 100, 100}, 4);
  const Values later = repeated(quarters, 4);
  x.insert(x.end(), later.begin(), later.end());
  EXPECT_LT(recent_pattern(x, 4).index[0], decompose(x, 4, true).index[0]);
}

TEST(RecentPattern, UnderAYearIsFlat) {
  EXPECT_TRUE(recent_pattern(Values{1, 2, 3}, 4).is_flat());
}

TEST(RecentPattern, NegativeAmountsAreTakenBySums) {
  EXPECT_FALSE(recent_pattern(repeated({-10, 10, 5, -5}, 3), 4).multiplicative);
}

TEST(IsSeasonal, NeedsThreeYears) {
  EXPECT_FALSE(is_seasonal(repeated(quarters, 2), 4));
  EXPECT_TRUE(is_seasonal(repeated(quarters, 5), 4));
  EXPECT_FALSE(is_seasonal(repeated({5, 5, 5, 5}, 5), 4));
}

TEST(Pattern, WhatIsTakenOutIsPutBack) {
  const Values x = repeated(quarters, 3, 0.01);
  const SeasonalPattern pattern = recent_pattern(x, 4);
  Values again = adjusted(x, pattern);
  restore(again, pattern, 0);
  for (std::size_t t = 0; t < x.size(); ++t) EXPECT_NEAR(again[t], x[t], 1e-10);
}

}  // namespace
}  // namespace steward::forecast
