#include "recognise/periods.hpp"

#include <gtest/gtest.h>

#include "recognise/vocabulary.hpp"

namespace steward::recognise {
namespace {

struct Case {
  const char* text;
  PeriodKind kind;
  int year, index;
};

TEST(Periods, AsHeadersWriteThem) {
  for (const auto& [text, kind, year, index] :
       std::initializer_list<Case>{{"Jan, 2016", PeriodKind::month, 2016, 1},
                                   {"März", PeriodKind::month, 0, 3},
                                   {"août 2024", PeriodKind::month, 2024, 8},
                                   {"enero", PeriodKind::month, 0, 1},
                                   {"10月份", PeriodKind::month, 0, 10},
                                   {"2016年1月", PeriodKind::month, 2016, 1},
                                   {"十二月", PeriodKind::month, 0, 12},
                                   {"Dez", PeriodKind::month, 0, 12},
                                   {"2017 Q4", PeriodKind::quarter, 2017, 4},
                                   {"Q3", PeriodKind::quarter, 0, 3},
                                   {"第3季度", PeriodKind::quarter, 0, 3},
                                   {"上半年", PeriodKind::half, 0, 1},
                                   {"Week 4", PeriodKind::week, 0, 4},
                                   {"   Yr. 1", PeriodKind::year, 0, 1},
                                   {"Period 7", PeriodKind::month, 0, 7},
                                   {"2016", PeriodKind::year, 2016, 2016},
                                   {"FY13-14", PeriodKind::year, 2014, 2014},
                                   {"2024年度", PeriodKind::year, 2024, 2024}}) {
    const auto period = read_period(text);
    ASSERT_TRUE(period) << text;
    EXPECT_EQ(period->period.kind, kind) << text;
    EXPECT_EQ(period->period.year, year) << text;
    EXPECT_EQ(period->period.index, index) << text;
    EXPECT_EQ(period->rest, "") << text;
  }
}

TEST(Periods, RestOfTheHeader) {
  const auto period = read_period("2018-19 Proposed Budget");
  ASSERT_TRUE(period);
  EXPECT_EQ(period->period.year, 2019);
  EXPECT_EQ(period->year_label, "2018-19");
  EXPECT_EQ(period->rest, "proposed budget");
}

TEST(Periods, WhatIsNone) {
  for (const char* text : {"Item", "Travel", "Account 7 of 9", "", "1234", "第一"})
    EXPECT_FALSE(read_period(text)) << text;
}

TEST(Vocabulary, PlainText) {
  EXPECT_EQ(plain("  Dépenses (réelles) "), "depenses reelles");
  EXPECT_EQ(plain("ProductKey"), "product key");
  EXPECT_EQ(plain("Größe"), "grosse");
  EXPECT_EQ(plain("Łódź – Śląsk"), "lodz slask");
  EXPECT_EQ(plain("预算（万元）"), "预算 万元");
}

TEST(Vocabulary, Units) {
  EXPECT_EQ(unit_in("金额（万元）")->factor, 1e4);
  EXPECT_EQ(unit_in("单位：万元")->name, "万元");
  EXPECT_EQ(unit_in("Budget (kEUR)")->factor, 1e3);
  EXPECT_EQ(unit_in("Angaben in TEUR")->factor, 1e3);
  EXPECT_EQ(unit_in("in thousands of USD")->factor, 1e3);
  EXPECT_EQ(unit_in("Total (€)")->factor, 1);
  EXPECT_FALSE(unit_in("Budget (draft)"));
}

}  // namespace
}  // namespace steward::recognise
