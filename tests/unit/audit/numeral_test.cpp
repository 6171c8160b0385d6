#include "numeral.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>

namespace steward {
namespace {

std::string printed(double number) {
  char digits[40];
  std::snprintf(digits, sizeof digits, "%.15g", number);
  return digits;
}

TEST(Numeral, IsWhatPrintfWritesInTheCLocale) {
  ASSERT_STREQ(std::setlocale(LC_NUMERIC, "C"), "C");
  for (const double number : {1.0, -1.0, 0.1, 1.0 / 3, 100.0, 1e15, 1e16, 123456789012345.0, 1234567890123456.0, 1e-4,
                              1e-5, 1e300, -2.5e-300, 4.94e-324, std::numeric_limits<double>::max()})
    EXPECT_EQ(numeral(number), printed(number));
}

TEST(Numeral, IsWhatPrintfWritesForAnyBits) {
  std::mt19937_64 random(20260301);
  for (int i = 0; i < 200000; ++i) {
    const double number = std::bit_cast<double>(random());
    if (!std::isfinite(number)) continue;
    ASSERT_EQ(numeral(number), printed(number));
  }
}

TEST(Numeral, WritesNegativeZeroAsZero) {
  EXPECT_EQ(numeral(-0.0), "0");
}

TEST(Numeral, KeepsFifteenDigits) {
  EXPECT_EQ(through_fifteen_digits(0.1 + 0.2), 0.3);
  EXPECT_EQ(through_fifteen_digits(1.005), 1.005);
  EXPECT_EQ(through_fifteen_digits(-0.0), 0.0);
}

}  // namespace
}  // namespace steward
