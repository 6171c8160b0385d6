#include "written.hpp"

// Balances after each line, however they are reckoned: nothing in them may be added up.
namespace steward::recognise {
namespace {

void expect_running(const workbook::Snapshot& book, int balance, int amount, double total) {
  const auto result = recognise(book, {});
  const AmountColumn *of = column_of(result, balance), *own = column_of(result, amount);
  if (of) EXPECT_FALSE(of->total) << shown(book, result);
  ASSERT_TRUE(own) << shown(book, result);
  EXPECT_EQ(own->total, money(total)) << shown(book, result);
}

TEST(RunningBalance, ByAProductOverItsTable) {
  const auto book = sheet({"Date|Category|Amount|Balance", "@45000|Rent|100|-100=SUMPRODUCT(Tracking[Amount];--(Tracking[Date]<=Tracking[[#This Row];[Date]]))",
                           "@45001|Food|50|-150=SUMPRODUCT(Tracking[Amount];--(Tracking[Date]<=Tracking[[#This Row];[Date]]))",
                           "@45002|Bus|20|-170=SUMPRODUCT(Tracking[Amount];--(Tracking[Date]<=Tracking[[#This Row];[Date]]))",
                           "@45003|Books|31|-201=SUMPRODUCT(Tracking[Amount];--(Tracking[Date]<=Tracking[[#This Row];[Date]]))"});
  expect_running(book, 3, 2, 201);
}

TEST(RunningBalance, ByAnAddressThatIsReckoned) {
  const auto book = sheet({"Date|Category|Amount|Balance", "@45000|Rent|100|900=INDIRECT(\"D\"&ROW()-1)-C2", "@45001|Food|50|850=INDIRECT(\"D\"&ROW()-1)-C3", "@45002|Bus|20|830=INDIRECT(\"D\"&ROW()-1)-C4",
                           "@45003|Books|31|799=INDIRECT(\"D\"&ROW()-1)-C5"});
  expect_running(book, 3, 2, 201);
}

TEST(RunningBalance, TypedFromLineToLine) {
  const auto book = sheet({"Date|Category|Amount|Balance", "@45000|Rent|100|900", "@45001|Food|50|850", "@45002|Bus|20|830", "@45003|Books|31|799", "@45004|Phone|19|780"});
  expect_running(book, 3, 2, 220);
}

}  // namespace
}  // namespace steward::recognise
