#include "written.hpp"

// Sheets that reckon: factors, products, sums of other columns and figures carried over stand among the lines.
namespace steward::recognise {
namespace {

const BudgetTable& only_table(const Recognition& result) { return result.tables.at(0); }

TEST(Calculations, TheProductIsTheLineAndItsFactorsAreNone) {
  const auto book = sheet({"|Partner 1|Partner 2", "Total person-months|15|4", "Salary per month|1600|5000", "Total staff cost|24000=B3*B2|20000=C3*C2",
                           "Travel|25000|25000", "Equipment|1000|10000", "Other direct costs|26000=SUM(B5:B6)|35000=SUM(C5:C6)",
                           "Indirect cost|12500=0.25*(B4+B7)|13750=0.25*(C4+C7)", "Total amount|62500=SUM(B4;B7;B8)|68750=SUM(C4;C7;C8)"});
  expect(book, {{"B", AmountRole::budget, 62500, 62500}, {"C", AmountRole::budget, 68750, 68750}});
}

TEST(Calculations, AShareLeavesTheAmountALine) {
  const auto book = sheet({"Item|Cost", "Sales|1000", "Commission rate|0.1", "Commission|100=B2*B3", "Rent|200", "Total|1300=B2+B4+B5"});
  expect(book, {{"B", AmountRole::budget, 1300, 1300}});
}

TEST(Calculations, AColumnOfSumsOfOtherColumnsHoldsNoLines) {
  const auto book = sheet({"Part|Cost|New?|Sum", "Board|1|no|11=SUM(B2:B4)", "Rail|7|no|", "Print|3|yes|"});
  expect(book, {{"B", AmountRole::budget, 11, 11}});
}

TEST(Calculations, StepsFromDetailToTotalInThreeColumns) {
  const auto book = sheet({"Code|Description|Subtotal (2)|Subtotal (1)|Total", "01|Research|||30=SUM(D3:D5)", "001|Look for pages||12=C4|",
                           "01|Developer|12||", "002|Look for tools||18=C6|", "01|Developer|18||", "||||", "|||Total|30=E2"});
  expect(book, {{"C", AmountRole::budget, 30}});
}

TEST(Calculations, ASumCarriedOverWithWhichTheNextSumBegins) {
  const auto book = sheet({"Description|Amount", "Software|259", "Hardware|1514.73", "Labour|7200", "Works|8973.73=H19", "Overhead (13%)|1166.58=B5*0.13",
                           "Profit (6%)|538.42=B5*0.06", "SUBTOTAL|10678.73=SUM(B5:B7)", "Tax (7%)|747.51=B8*0.07", "TOTAL|11426.24=SUM(B8:B9)"});
  expect(book, {{"B", AmountRole::budget, 11426.24, 11426.24}});
}

TEST(Calculations, SumsOverMergedCells) {
  auto book = sheet({"Description|Amount||", "Software|259||", "Hardware|1514||", "TOTAL|1773=SUM(B2:D3)||"});
  for (int row = 0; row < 4; ++row) merge(book, row, 1, row, 3);
  expect(book, {{"B", AmountRole::budget, 1773, 1773}});
}

TEST(Calculations, HeadsOfGroupsOfOneBesideHeadsOfSeveral) {
  const auto book = sheet({"Code|Description|Price", "02.01|Jetson|499=C3", "02.01.01|Jetson Nano|499", "02.02|Desktop|1016=SUM(C5:C7)", "02.02.01|Processor|356",
                           "02.02.02|Graphics|500", "02.02.03|Memory|160"});
  expect(book, {{"C", AmountRole::budget, 1515}});
  EXPECT_FALSE(asks(recognise(book, {})));
}

TEST(Calculations, TotalsOfOtherSheetsThatASummaryAddsAreItsLines) {
  workbook::Snapshot book;
  add_sheet(book, "Model", {"Concept|Amount", "Total direct costs|49400=Staff.B9", "Total indirect costs|25550=Staff.B10", "Sum of both|74950=SUM(B2:B3)",
                            "Profit (25%)|18737.5=B4*25%", "Total cost|93687.5=SUM(B4:B5)"});
  expect(book, {{"B", AmountRole::budget, 93687.5, 93687.5}});
}

TEST(Calculations, ARateThatMakesOneAmount) {
  const auto book = sheet({"Salaries|2000||", "Travel|3000||", "Subtotal|5000=B1+B2||", "Indirect costs|735=B3*C4|0.147|cost rate", "Grand total|5735=SUM(B3:B4)||"});
  expect(book, {{"B", AmountRole::budget, 5735, 5735}});
  EXPECT_FALSE(asks(recognise(book, {})));
}

// "=B3*C3" reads the row above in its own way in each row; a running balance reads it in the same way all along.
TEST(Calculations, RowsThatReadTheRowAboveAreNoRunningBalance) {
  const auto book = sheet({"Measure|M1|M2", "Users|500|700=ROUND(B2*1.4;0)", "Passes sold|75=ROUND(B2*0.15;0)|30=ROUND((C2-B2)*0.15;0)",
                           "Revenue|367500=B3*4900|147000=C3*4900", "Costs|15045=15000+B4*0|15063=15000+C4*0"});
  const auto result = recognise(book, {});
  for (const AmountColumn& column : only_table(result).columns) EXPECT_TRUE(column.total || column.question) << shown(book, result);
}

TEST(Calculations, AProductThatHappensToBeASumIsNotAsked) {
  const auto book = sheet({"Material|Unit cost|Pieces|Subtotal", "Switch|5|1|5=B2*C2", "Case|8|1|8=B3*C3", "Regulator|20|1|20=B4*C4", "Regulator 2|20|1|20=B5*C5",
                           "Bridge|40|1|40=B6*C6", "Motor|90|2|180=B7*C7"});
  expect(book, {{"D", AmountRole::budget, 273}});
  EXPECT_FALSE(asks(recognise(book, {})));
}

TEST(Calculations, BannersOfRevenueAndOfCosts) {
  auto book = sheet({"Costs (€)||||Revenue (€)|||", "|Unit price|Number|Total||Unit price|Number|Total", "Guards|1920|4|7680=B3*C3|Tickets|30|1700|51000=F3*G3",
                     "Power|3850|2|7700=B4*C4|Stands|2600|3|7800=F4*G4"});
  merge(book, 0, 0, 0, 3);
  merge(book, 0, 4, 0, 7);
  expect(book, {{"D", AmountRole::budget, 15380, {}, Nature::expense}, {"H", AmountRole::budget, 58800, {}, Nature::revenue}});
}

TEST(Calculations, ReceiptsAndExpensesSideBySideWithoutHeadersOverTheAmounts) {
  const auto book = sheet({"Recettes||Dépenses|", "Subvention|1400|Prix|480", "Forum ?||Balles|250", "||Buffet|100", "|||", "|||", "|||",
                           "Total recettes|1400=B2+B3+B4+B5+B6+B7|Total dépenses|830=D2+D3+D4+D5+D6+D7"});
  expect(book, {{"B", AmountRole::budget, 1400, 1400, Nature::revenue}, {"D", AmountRole::budget, 830, 830, Nature::expense}});
}

TEST(Calculations, FiguresThatMonthsCopyAreNoTable) {
  const auto book = sheet({"Pay each fortnight||2150|||||", "Pay each month||4300=C1*2|||||", "How much do I budget?||3500|||||", "|||||||", "|||||||", "|||||||",
                           "Line||January|February|March|April|May|June", "Net income||3500=$C$3|3500=$C$3|3500=$C$3|3500=$C$3|3500=$C$3|3500=$C$3",
                           "Rent||1500|1500|1500|1500|1500|1500", "Food||300|300|300|300|300|300"});
  const auto result = recognise(book, {});
  EXPECT_EQ(result.tables.size(), 1u) << shown(book, result);
  EXPECT_FALSE(asks(result)) << shown(book, result);
}

// Hours by day stand on a sheet of their own beside a budget: they are left out with a word, not asked about.
TEST(Calculations, WhatNothingCallsMoneyBesideABudgetIsLeftOutWithAWord) {
  workbook::Snapshot book;
  add_sheet(book, "Costs", {"Item|Cost", "Board|100", "Motor|50", "Total|150=SUM(B2:B3)"});
  add_sheet(book, "Log", {"Week|Celina|Joshua", "Mon|4|0", "Tue|5|3", "Wed|0|12"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u) << shown(book, result);
  EXPECT_EQ(result.tables.front().columns.front().total, money(150));
  EXPECT_FALSE(result.findings.empty());
}

TEST(Calculations, CodesBesideACertainAmountAreLeftOutWithAWord) {
  const auto book = sheet({"Player|Tier|Cost", "A|1|35.5", "B|3|45", "C|2|15", "D|9|12"});
  const auto result = recognise(book, {});
  EXPECT_FALSE(asks(result)) << shown(book, result);
  EXPECT_EQ(column_of(result, 2)->total, money(107.5));
  EXPECT_FALSE(column_of(result, 1)->total) << shown(book, result);
}

}  // namespace
}  // namespace steward::recognise
