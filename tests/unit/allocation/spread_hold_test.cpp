#include "allocation/spread_hold.hpp"

#include <gtest/gtest.h>

namespace steward::allocation {
namespace {

Table row(std::initializer_list<double> numbers) {
  return Table::row({numbers.begin(), numbers.end()});
}

TEST(SpreadHold, BreaksBackAroundWhatIsHeld) {
  EXPECT_EQ(spread_hold(row({10, 20, 30}), row({0, 1, 0}), 100, 2).value(), row({20, 20, 60}));  // Anaplan
  EXPECT_EQ(spread_hold(row({10, 20, 30}), Table::row({Blank{}, Blank{}, Blank{}}), 120, 2).value(), row({20, 40, 60}));
}

TEST(SpreadHold, SharesEquallyWhereAllIsZero) {
  EXPECT_EQ(spread_hold(row({0, 5, 0}), row({0, 1, 0}), 12, 2).value(), row({3.5, 5, 3.5}));
  EXPECT_EQ(spread_hold(row({0, 0, 0}), row({0, 0, 0}), 1, 2).value(), row({0.34, 0.33, 0.33}));
}

TEST(SpreadHold, KeepsSignsInProportion) {
  EXPECT_EQ(spread_hold(row({30, -10}), row({0, 0}), 40, 2).value(), row({60, -20}));
  EXPECT_EQ(spread_hold(row({-10, -30}), row({0, 0}), -80, 2).value(), row({-20, -60}));
  EXPECT_EQ(spread_hold(row({-10, -30}), row({0, 0}), 80, 2).value(), row({20, 60}));
  EXPECT_EQ(spread_hold(row({2, 2, -1}), row({0, 0, 0}), 0.01, 2).value(), row({0.01, 0.01, -0.01}));
}

TEST(SpreadHold, LeavesBlanksBlank) {
  EXPECT_EQ(spread_hold(Table::row({10.0, Blank{}, 30.0}), row({0, 0, 0}), 80, 2).value(),
            Table::row({20.0, Blank{}, 60.0}));
}

TEST(SpreadHold, RefusesWhatCannotFoot) {
  EXPECT_EQ(spread_hold(row({1, 2}), row({1, 1}), 5, 2).error().kind, FaultKind::number);
  EXPECT_EQ(spread_hold(row({1, 2}), row({1, 1}), 3, 2).value(), row({1, 2}));
  EXPECT_EQ(spread_hold(row({5, -5}), row({0, 0}), 3, 2).error().kind, FaultKind::number);
  EXPECT_EQ(spread_hold(row({5, 5}), row({0}), 3, 2).error().kind, FaultKind::argument);
  EXPECT_EQ(spread_hold(row({5}), row({0}), 3, -1).error().kind, FaultKind::number);
  EXPECT_EQ(spread_hold(row({5}), Table::row({std::string("x")}), 3, 2).error().kind, FaultKind::value);
}

}  // namespace
}  // namespace steward::allocation
