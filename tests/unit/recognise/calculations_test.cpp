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
  const auto book = sheet({"Code|Description|Subtotal (2)|Subtotal (1)|Total", "01|Research|||3000=SUM(D3:D5)", "001|Look for pages||1200=C4|",
                           "01|Developer|1200||", "002|Look for tools||1800=C6|", "01|Developer|1800||", "||||", "|||Total|3000=E2"});
  expect(book, {{"C", AmountRole::budget, 3000}});
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

// Each line of a ledger stands beside its running balance, which begins with the opening one.
TEST(Calculations, LinesBesideARunningBalanceAreLines) {
  const auto book = sheet({"Date|Vendor|Amount|Balance", "@45474|Opening balance||13262", "@45489|Transfer|8500|21762=D2+C3", "@45498|Deposit|10|21772=D3+C4",
                           "@45534|Balls|-71|21701=D4+C5", "@45541|Hotel|-799|20902=D5+C6"});
  const auto result = recognise(book, {});
  ASSERT_TRUE(column_of(result, 2)) << shown(book, result);
  EXPECT_EQ(column_of(result, 2)->total, money(7640)) << shown(book, result);
}

TEST(Calculations, TheHeaderOverTheLabelsSaysMoreThanTheTitle) {
  const auto book = sheet({"Annual expenses||", "Income|January|February", "Salary|100|200", "Rent of the flat|10|20", "Total|110=SUM(B3:B4)|220=SUM(C3:C4)"});
  const auto result = recognise(book, {});
  EXPECT_EQ(column_of(result, 1)->nature, Nature::revenue) << shown(book, result);
}

TEST(Calculations, ARemarkMakesNoBalanceOfItsLine) {
  const auto book = sheet({"Nom|Quantité|Dépenses (€)|Remarque", "Clavier|300|6597|", "T-shirt|700|13293|dont 500 t-shirts offerts", "Sac|100|1299|net",
                           "Total||21189=SUM(C2:C4)|"});
  expect(book, {{"C", AmountRole::budget, 21189, 21189}});
}

TEST(Calculations, OrderAmountsAreNoOrderNumbers) {
  const auto book = sheet({"Item|Quantity|Shipping Fee($)|Price per Unit($)|Order Amount($)", "Padlock|1|1.13|4.76|5.89=C2+B2*D2", "Driver|1|0|1.1|1.1=C3+B3*D3",
                           "Sensor|5|3.11|2.51|15.66=C4+B4*D4"});
  expect(book, {{"E", AmountRole::budget, 22.65}});
}

TEST(Calculations, SubtotalsOfHoursAndRatesAreTheAmounts) {
  const auto book = sheet({"|Units/Hrs.|Cost/Unit/Hrs.|Subtotals|Level totals", "1.Sketching||||3675", "1.1 Manager|30|30|900|", "1.2 Lead|35|45|1575|",
                           "1.3 Dev|30|40|1200|", "2.Data||||1800", "2.1 Dev|40|45|1800|", "Total||||5475"});
  expect(book, {{"D", AmountRole::budget, 5475}, {"E", AmountRole::budget, 5475, 5475}});
}

TEST(Calculations, ATableOfWhatAnotherComesToIsNone) {
  const auto book = sheet({"Item|Cost", "Entry|5040", "Stand|2500", "Switch|1499", "Router|1367", "|", "|", "|", "Group|Cost", "Place|7540=SUM(B2:B3)",
                           "Network|2866=SUM(B4:B5)", "Total|10406=SUM(B10:B11)"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u) << shown(book, result);
  EXPECT_EQ(result.tables.front().columns.front().total, money(10406)) << shown(book, result);
}

// A report that was exported with the total of each group on every line of it.
TEST(Calculations, AGroupsTotalOnEachOfItsLinesIsNotAddedUp) {
  workbook::Snapshot book;
  auto& cells = book.sheets.emplace_back("Plan", 25, 4);
  for (const char* header : {"Department", "Budget total", "Item", "Total cost"}) {
    static int column = 0;
    cells.set_text(0, column++ % 4, header);
  }
  for (int row = 1; row <= 24; ++row) {
    cells.set_text(row, 0, row <= 12 ? "Music" : "Sports");
    cells.set_number(row, 1, row <= 12 ? 22148 : 12820, workbook::Format::number);
    cells.set_text(row, 2, "Item " + std::to_string(row));
    cells.set_number(row, 3, 100 + row * 3, workbook::Format::number);
  }
  const auto result = recognise(book, {});
  EXPECT_FALSE(column_of(result, 1)->total) << shown(book, result);
  EXPECT_EQ(column_of(result, 3)->total, money(3300)) << shown(book, result);
}

TEST(Calculations, AHeadOfOneLineInMostMonthsAndOfTwoInOne) {
  const auto book = sheet({"Category|January|February|March", "Income|3400=B3|3602=C3|8652=D3+D4", "Paycheck|3400|3602|3652", "Winnings|||5000",
                           "Expenses|800=SUM(B6:B7)|900=SUM(C6:C7)|700=SUM(D6:D7)", "Food|300|400|200", "Rent|500|500|500"});
  const auto result = recognise(book, {});
  EXPECT_FALSE(asks(result)) << shown(book, result);
  for (const auto& table : result.tables) EXPECT_FALSE(found(table, FindingKind::does_not_foot)) << shown(book, result);
  EXPECT_EQ(result.tables.front().leaves.size(), 4u) << shown(book, result);
}

TEST(Calculations, AHeaderInALanguageThatNobodyHereReads) {
  const auto book = sheet({"קטגוריה|||", "279600=SUM(D5:D8)|||", "|||||", "סוג|ספק|תיאור|עלות|תשלום|הערה", "מקום|יקב|חוץ|40000|10000|", "מקום|חניה|חוץ|2000|500|",
                           "אוכל|קייטרינג|מנות|60000|20000|", "אוכל|עוגה|מעוצבת|3500|1500|"});
  const auto result = recognise(book, {});
  ASSERT_TRUE(column_of(result, 3)) << shown(book, result);
  EXPECT_EQ(column_of(result, 3)->header, "עלות") << shown(book, result);
}

TEST(Calculations, AnAmountThatCannotBeReadIsNoName) {
  const auto book = sheet({"Item|Cost|Description", "Engine|No Cost|software", "Designer|250|graphics", "Board|9.45|poster", "Total budget|$259.45 + TAX|"});
  const auto result = recognise(book, {});
  ASSERT_TRUE(column_of(result, 1)) << shown(book, result);
  EXPECT_EQ(column_of(result, 1)->total, money(259.45)) << shown(book, result);
  EXPECT_TRUE(found(result.tables.front(), FindingKind::unreadable));
}

}  // namespace
}  // namespace steward::recognise
