#include <gtest/gtest.h>

#include "desk.hpp"

// Parents over lines of several natures, parents that are net of recoveries, and depreciation of assets.
namespace steward::control {
namespace {

constexpr auto allow = Verdict::allow, stop = Verdict::stop;

std::vector<Line> lines(std::initializer_list<std::pair<const char*, Nature>> given) {
  std::vector<Line> result;
  for (const auto& [account, nature] : given) result.push_back({"L" + std::to_string(result.size() + 1), {account}, nature, {}});
  return result;
}

// "Natures and units are never added up": sales of 500 are no spending of the unit that makes them.
TEST(MixedParents, CountTheirOwnNatureOnly) {
  Desk desk({{"unit", 100}, {"sales", 400}, {"cost", 100}}, {rule(Basis::year)}, tree({{"sales", "unit"}, {"cost", "unit"}}), {},
            lines({{"unit", Nature::expense}, {"sales", Nature::revenue}, {"cost", Nature::expense}}));
  EXPECT_EQ(desk.post({{"S1", "sales", Stage::actual, 500}}).verdict, allow) << "revenue is never stopped";
  EXPECT_EQ(desk.of("unit", Stage::actual), 0);
  EXPECT_EQ(desk.of("sales", Stage::actual), 500);
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 100}}).verdict, allow);
  EXPECT_EQ(desk.of("unit", Stage::actual), 100);
  EXPECT_EQ(desk.post({{"C2", "cost", Stage::actual, 0.01}}).verdict, stop);
}

// Neither the revenue's budget nor its return gives spending any room.
TEST(MixedParents, RevenueThatIsTakenBackGivesNoRoom) {
  Desk desk({{"unit", 100}, {"sales", 400}, {"cost", 300}}, {rule(Basis::year)}, tree({{"sales", "unit"}, {"cost", "unit"}}), {},
            lines({{"unit", Nature::expense}, {"sales", Nature::revenue}, {"cost", Nature::expense}}));
  desk.post({{"S1", "sales", Stage::actual, 50}});
  desk.post({{"S2", "sales", Stage::actual, -50, date(2025, 1, 15), "S1"}});
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 100.01}}).verdict, stop);
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 100}}).verdict, allow);
}

TEST(MixedParents, HoldWhatIsSpentOnAssetsToo) {
  Desk desk({{"unit", 100}, {"van", 100}, {"cost", 100}}, {rule(Basis::year)}, tree({{"van", "unit"}, {"cost", "unit"}}), {},
            lines({{"unit", Nature::expense}, {"van", Nature::asset}, {"cost", Nature::expense}}));
  EXPECT_EQ(desk.post({{"V1", "van", Stage::actual, 60}}).verdict, allow);
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 40.01}}).verdict, stop) << "an asset is controlled like an expense";
}

TEST(MixedParents, ARevenueParentTakesNoSpending) {
  Desk desk({{"shop", 400}, {"sales", 400}, {"cost", 100}}, {rule(Basis::year)}, tree({{"sales", "shop"}, {"cost", "shop"}}), {},
            lines({{"shop", Nature::revenue}, {"sales", Nature::revenue}, {"cost", Nature::expense}}));
  desk.post({{"C1", "cost", Stage::actual, 60}});
  desk.post({{"S1", "sales", Stage::actual, 300}});
  EXPECT_EQ(desk.of("shop", Stage::actual), 300);
}

// "A parent of +1,000 and −100 limits spending to 1,000 until the receipts are in."
TEST(Recoveries, DoNotNarrowTheirParentBeforeTheyAreDue) {
  for (const double parent : {900.0, 1000.0}) {
    Desk desk({{"unit", parent}, {"cost", 1000}, {"back", -100}}, {rule(Basis::year)}, tree({{"cost", "unit"}, {"back", "unit"}}));
    EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1000.01}}).verdict, stop) << parent;
    EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1000}}).verdict, allow) << parent;
    EXPECT_EQ(desk.post({{"C2", "unit", Stage::actual, 0.01}}).verdict, stop) << parent;
  }
}

// What came in is no shortfall any more: a parent that is net of it stands at its own budget.
TEST(Recoveries, AreInOnceTheyCame) {
  Desk desk({{"unit", 900}, {"cost", 1000}, {"back", -100}}, {rule(Basis::year)}, tree({{"cost", "unit"}, {"back", "unit"}}));
  EXPECT_EQ(desk.post({{"B1", "back", Stage::actual, -100}}).verdict, allow);
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1000.01}}).verdict, stop);
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1000}}).verdict, allow);
  EXPECT_EQ(desk.available("unit"), 0);
  EXPECT_EQ(desk.post({{"C2", "unit", Stage::actual, 0.01}}).verdict, stop);
}

// A parent that is gross of its recoveries may spend them when they are in.
TEST(Recoveries, OfAGrossParentAreSpentWhenTheyCame) {
  Desk desk({{"unit", 1000}, {"cost", 1200}, {"back", -100}}, {rule(Basis::year)}, tree({{"cost", "unit"}, {"back", "unit"}}));
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1000}}).verdict, allow);
  EXPECT_EQ(desk.post({{"C2", "cost", Stage::actual, 100}}).verdict, stop);
  EXPECT_EQ(desk.post({{"B1", "back", Stage::actual, -100}}).verdict, allow);
  EXPECT_EQ(desk.post({{"C2", "cost", Stage::actual, 100}}).verdict, allow);
  EXPECT_EQ(desk.post({{"C3", "cost", Stage::actual, 0.01}}).verdict, stop);
}

// More than was planned is a credit that proves nothing.
TEST(Recoveries, BeyondThePlanGiveNoRoom) {
  Desk desk({{"unit", 1000}, {"cost", 1500}, {"back", -100}}, {rule(Basis::year)}, tree({{"cost", "unit"}, {"back", "unit"}}));
  desk.post({{"B1", "back", Stage::actual, -100}});
  desk.post({{"B2", "back", Stage::actual, -200}});
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1100.01}}).verdict, stop);
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1100}}).verdict, allow);
}

// A parent with less than its lines together was meant so.
TEST(Recoveries, GiveNothingToAParentThatIsTighterThanItsLines) {
  Desk desk({{"unit", 500}, {"cost", 1000}, {"back", -100}}, {rule(Basis::year)}, tree({{"cost", "unit"}, {"back", "unit"}}));
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 500.01}}).verdict, stop);
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 500}}).verdict, allow);
}

TEST(Recoveries, OfEachMonthForItself) {
  std::vector<Approved> figures;
  for (unsigned month = 1; month <= 2; ++month)
    for (const auto& [account, amount] : {std::pair{"unit", 900.0}, std::pair{"cost", 1000.0}, std::pair{"back", -100.0}})
      figures.push_back({account, amount, date(2025, month, 1)});
  Desk desk(figures, {rule(Basis::month)}, tree({{"cost", "unit"}, {"back", "unit"}}));
  EXPECT_EQ(desk.post({{"C1", "cost", Stage::actual, 1000, date(2025, 2, 10)}}).verdict, allow);
  EXPECT_EQ(desk.post({{"C2", "unit", Stage::actual, 0.01, date(2025, 2, 10)}}).verdict, stop);
}

// "asset (controlled like expense, depreciation does not consume it)".
TEST(Depreciation, ConsumesNothingOfAnAsset) {
  Desk desk({{"van", 1000}, {"cost", 100}}, {rule(Basis::year)}, {}, {}, lines({{"van", Nature::asset}, {"cost", Nature::expense}}));
  EXPECT_EQ(desk.post({{"V1", "van", Stage::actual, 1000}}).verdict, allow);
  EXPECT_EQ(desk.post({{"W1", "van", Stage::depreciation, 200}}).verdict, allow);
  EXPECT_EQ(desk.of("van", Stage::depreciation), 200);
  EXPECT_EQ(desk.available("van"), 0) << "it neither consumes the budget nor gives it back";
  EXPECT_EQ(desk.post({{"V2", "van", Stage::actual, 0.01}}).verdict, stop);
}

// On any other line it would be spending that nobody checks.
TEST(Depreciation, IsNoWayRoundTheControlOfAnExpense) {
  Desk desk({{"van", 1000}, {"cost", 100}}, {rule(Basis::year)}, {}, {}, lines({{"van", Nature::asset}, {"cost", Nature::expense}}));
  EXPECT_EQ(desk.post({{"W1", "cost", Stage::depreciation, 1}}).verdict, stop);
  EXPECT_EQ(desk.post({{"W2", "nowhere", Stage::depreciation, 1}}).verdict, stop);
}

}  // namespace
}  // namespace steward::control
