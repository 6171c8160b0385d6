#include "intake/amount_text.hpp"

#include <gtest/gtest.h>

namespace steward::intake {
namespace {

double value(std::string_view text, DecimalMark assumed = DecimalMark::unknown) {
  const auto amount = read_amount(text, assumed);
  return amount ? amount->value : -987654321;
}
constexpr double none = -987654321;

TEST(AmountText, ThousandsAndDecimals) {
  EXPECT_EQ(value("1,234.56"), 1234.56);
  EXPECT_EQ(value("1.234,56"), 1234.56);
  EXPECT_EQ(value("1 234,56"), 1234.56);
  EXPECT_EQ(value("1'234.56"), 1234.56);
  EXPECT_EQ(value("40,800,000"), 40800000);
  EXPECT_EQ(value("40.800.000"), 40800000);
  EXPECT_EQ(value("1234"), 1234);
  EXPECT_EQ(value("0,5"), 0.5);
  EXPECT_EQ(value(".75"), 0.75);
  EXPECT_EQ(value("１２，３４５．５０"), 12345.5);
}

TEST(AmountText, SignsInAllTheirPlaces) {
  EXPECT_EQ(value("(500)"), -500);
  EXPECT_EQ(value("-500"), -500);
  EXPECT_EQ(value("500-"), -500);
  EXPECT_EQ(value("−500"), -500);
  EXPECT_EQ(value("+500"), 500);
  EXPECT_EQ(value("($1,500.00)"), -1500);
  EXPECT_EQ(value("(-500)"), none);
}

TEST(AmountText, UnitsAndFactors) {
  EXPECT_EQ(value("¥3万"), 30000);
  EXPECT_EQ(read_amount("¥3万")->unit, "¥");
  EXPECT_EQ(value("12.35万元"), 123500);
  EXPECT_EQ(value("€ 1.5k"), 1500);
  EXPECT_EQ(value("12 EUR"), 12);
  EXPECT_EQ(value("2亿"), 200000000);
}

TEST(AmountText, OneMarkAndThreeDigits) {
  EXPECT_EQ(value("1.234"), 1234);
  EXPECT_TRUE(read_amount("1.234")->is_ambiguous);
  EXPECT_EQ(value("1.234", DecimalMark::point), 1.234);
  EXPECT_EQ(value("1.234", DecimalMark::comma), 1234);
  EXPECT_EQ(value("1,234", DecimalMark::point), 1234);
  EXPECT_EQ(value("0.125"), 0.125);
  EXPECT_EQ(value("12345.678"), 12345.678);
}

TEST(AmountText, WhatIsNone) {
  for (const char* text : {"", "-", "n/a", "12 months", "Line 4", "1,23,4", "1.2.3", "2016-01-05", "50%", "12a", "A12",
                           "()", "--5", "￥"}) {
    EXPECT_FALSE(read_amount(text)) << text;
  }
  EXPECT_TRUE(read_amount("00512")->is_digits);
}

}  // namespace
}  // namespace steward::intake
