#include "control/standing.hpp"

#include <gtest/gtest.h>

namespace steward::control {
namespace {

constexpr Window year{12, 23}, quarter{12, 14};

Money units(long long minor) { return Money(Minor(minor)); }

TEST(Standings, SumsOverAWindowFollowWhatIsAdded) {
  Standings standings(2);
  standings.at(0, 12).original = units(1000);
  EXPECT_EQ(standings.over(0, year).revised(), units(1000));
  standings.add(0, 14, Stage::actual, units(300), false);
  standings.add(0, 20, Stage::commitment, units(50), false);
  standings.add(0, 24, Stage::actual, units(7000), false);
  standings.add(1, 14, Stage::actual, units(9000), false);
  EXPECT_EQ(standings.over(0, year).available(Accounting::accrual), units(650));
  EXPECT_EQ(standings.over(0, quarter).available(Accounting::accrual), units(700));
  EXPECT_EQ(standings.over(0, year).available(Accounting::accrual), units(650));
  EXPECT_EQ(standings.over(1, year).available(Accounting::accrual), units(-9000));
}

TEST(Standings, CreditThatIsNotProvenGivesNoHeadroomInASumThatIsKept) {
  Standings standings(1);
  standings.at(0, 12).original = units(1000);
  EXPECT_EQ(standings.over(0, year).headroom(Accounting::accrual), units(1000));
  standings.add(0, 13, Stage::actual, units(-400), true);
  EXPECT_EQ(standings.over(0, year).available(Accounting::accrual), units(1400));
  EXPECT_EQ(standings.over(0, year).headroom(Accounting::accrual), units(1000));
}

TEST(Standings, WhatIsSetByHandIsSummedAnew) {
  Standings standings(1);
  standings.add(0, 12, Stage::supplement, units(10), false);
  EXPECT_EQ(standings.over(0, year).revised(), units(10));
  standings.at(0, 13).awaiting += units(4);
  EXPECT_EQ(standings.over(0, year).available(Accounting::accrual), units(6));
  standings.at(0, 15).original = units(100);
  EXPECT_EQ(standings.over(0, year).available(Accounting::accrual), units(106));
}

}  // namespace
}  // namespace steward::control
