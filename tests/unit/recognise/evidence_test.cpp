#include <set>

#include "written.hpp"

// A total is claimed where something shows that figures are money; where nothing does, one question for the table.
namespace steward::recognise {
namespace {

workbook::Snapshot untitled(std::initializer_list<const char*> lines) {
  workbook::Snapshot book;
  add_sheet(book, "Sheet1", lines);
  return book;
}

std::set<std::string> keys_of(const Recognition& result) {
  std::set<std::string> keys;
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.question) keys.insert(column.question->key);
  return keys;
}

TEST(Evidence, PiecesOrderedAreAskedThoughTheirTotalFoots) {
  const auto book = untitled({"Part|Package|Batch 1", "AD9833|MSOP|2", "AD8421|MSOP|4", "AD5270|MSOP|2", "ADG819|MSOP|6", "Total||14=SUM(C2:C5)"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(Evidence, MarksUnderAWordThatSaysEstimateAreAsked) {
  const auto book = sheet({"Candidate|Est. rank", "Ann|1", "Ben|4", "Cid|3", "Dan|2", "Eve|5"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(Evidence, EstimatesThatAreNoCountsAreClaimed) {
  const auto book = sheet({"What|Estimate", "Roof|1200", "Walls|4350.5", "Doors|820"});
  expect(book, {{"B", AmountRole::estimate, 6370.5}});
}

TEST(Evidence, PricesThatNothingAddsUpAreAsked) {
  const auto book = sheet({"Motor|Drive|Price", "Harrington|VFD|3200", "Lodestar|Dual|4200"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(Evidence, WhatOneOfSomethingCostsIsAskedWhateverItIsCalled) {
  for (const char* header : {"Valor Hora", "Preu €/U", "Coste por unidad", "Cost/m2"}) {
    workbook::Snapshot book;
    auto& cells = book.sheets.emplace_back("Sheet1", 4, 2);
    cells.set_text(0, 0, "Concepto");
    cells.set_text(0, 1, header);
    for (int row = 1; row < 4; ++row) {
      cells.set_text(row, 0, row == 1 ? "Jefe" : row == 2 ? "Analista" : "Perito");
      cells.set_number(row, 1, 20000.5 * row, workbook::Format::number);
    }
    const auto result = recognise(book, {});
    for (const auto& table : result.tables)
      for (const auto& column : table.columns) EXPECT_TRUE(column.question || !column.total) << header << shown(book, result);
  }
}

TEST(Evidence, PricesThatAreAddedUpAreTheAmounts) {
  const auto book = sheet({"Part|Price", "Motor|3200", "Gear|4200", "Total|7400=SUM(B2:B3)"});
  expect(book, {{"B", AmountRole::budget, 7400, 7400}});
}

TEST(Evidence, ASeriesOfValuesByDateIsAsked) {
  const auto book = untitled({"Date|Value", "@45657|-1.3", "@45291|-1.4", "@44926|0.6", "@44561|-3.6", "@44196|2.8", "@43830|-1.7"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(Evidence, ValuesOfNamedThingsAreClaimed) {
  const auto book = untitled({"Type|Value|Paid by", "Market|85|card", "Rent|650|cash", "Theatre|50|card", "Clothes|220|card"});
  expect(book, {{"B", AmountRole::budget, 1005}});
}

TEST(Evidence, WhatIsReckonedUnderAnUnknownWordIsAsked) {
  const auto book = sheet({"Person|Section|SBT|INSX (11%)", "Ann|A|2500|275=C2*11%", "Ben|B|3600|396=C3*11%", "Cid|A|1600|176=C4*11%", "Dan|B|6300|693=C5*11%"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(Evidence, AMonthOfSmallAmountsIsVouchedForByTheOthers) {
  const auto book = sheet({"Budget 2026", "Account|Jan|Feb|Mar", "Rent|1200|12|1200", "Phone|55|6|60", "Food|410|90|380"});
  EXPECT_FALSE(asks(recognise(book, {})));
}

TEST(Evidence, ALineThatAddsOthersAndACellFromElsewhereIsAsked) {
  const auto book = untitled({"What|Spent", "Rent|882", "Car|515.5", "Power|126", "|1573.5=SUM(B2:B4)+E6", "", "||||50"});
  EXPECT_TRUE(asks(recognise(book, {}))) << shown(book, recognise(book, {}));
}

TEST(Evidence, AmountsInWordsAreNoEmptyTable) {
  const auto book = untitled({"PROJECT EXPENSES|TOTAL AMOUNT", "Salaries|$5,760,000 per Year", "Fringe|$120,000 per Year", "Machines|$4,110 to $125,500 per Year"});
  EXPECT_TRUE(asks(recognise(book, {}))) << shown(book, recognise(book, {}));
}

TEST(Evidence, DaysOfTheMonthOverABudgetAreAsked) {
  const auto book = untitled({"January|Groceries", "1|", "2|30.5", "3|", "4|12", "5|", "6|", "7|41.2", "8|", "9|", "10|9.9", "11|", "12|", "Total|93.6=SUM(B2:B13)"});
  const auto result = recognise(book, {});
  const AmountColumn* days = column_of(result, 0);
  EXPECT_TRUE(!days || days->question || !days->total || days->role == AmountRole::other) << shown(book, result);
}

TEST(Evidence, WhatIsLeftIsNoSpending) {
  EXPECT_TRUE(asks(recognise(untitled({"Category|Amount", "rent|1000", "food|450", "transport|200", "remaining|811.15"}), {})));
}

TEST(Evidence, CasesAreNotMoneyForBeingCalledTotal) {
  const auto book = untitled({"Place|Population|Total confirmed", "Abla|1248|5200", "Adra|1183|7010", "Berja|609|2310", "Canjayar|1748|3400"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns) EXPECT_TRUE(column.question || !column.total || column.role == AmountRole::other) << shown(book, result);
}

TEST(Evidence, NothingIsAskedAboutNoughts) {
  const auto book = untitled({"Ware|Expense|Date|Store", "'a|43.06|@44445|0", "'b|12.5|@44446|0", "'c|8|@44447|0"});
  EXPECT_FALSE(asks(recognise(book, {}))) << shown(book, recognise(book, {}));
}

TEST(Evidence, AnAnswerIsDone) {
  const auto book = sheet({"Motor|Drive|Price", "Harrington|VFD|3200", "Lodestar|Dual|4200"});
  const auto open = recognise(book, {});
  const AmountColumn* column = column_of(open, 2);
  ASSERT_TRUE(column && column->question);
  EXPECT_NE(sentence_of(*column->question, Language::chinese), sentence_of(*column->question, Language::english));
  Options yes, no;
  yes.answers[column->question->key] = "yes";
  no.answers[column->question->key] = "no";
  expect(book, {{"C", AmountRole::budget, 7400}}, true, yes);
  const auto refused = recognise(book, no);
  ASSERT_NE(column_of(refused, 2), nullptr);
  EXPECT_FALSE(column_of(refused, 2)->question);
  EXPECT_FALSE(column_of(refused, 2)->total);
}

workbook::Snapshot switches() {
  return untitled({"Room|Single|Double|Socket|Frame", "Hall|1|2|3|4", "Kitchen|2|1|6|5", "Bath|1|1|2|2", "Total|4=SUM(B2:B4)|4=SUM(C2:C4)|11=SUM(D2:D4)|11=SUM(E2:E4)"});
}

TEST(Evidence, OneQuestionForTheTable) {
  const auto book = switches();
  const auto result = recognise(book, {});
  const auto keys = keys_of(result);
  ASSERT_EQ(keys.size(), 1u) << shown(book, result);
  Options yes, no;
  yes.answers[*keys.begin()] = keys.begin()->starts_with("money") ? "yes" : "budget";
  no.answers[*keys.begin()] = keys.begin()->starts_with("money") ? "no" : "other";
  expect(book, {{"B", AmountRole::budget, 4}, {"C", AmountRole::budget, 4}, {"D", AmountRole::budget, 11}, {"E", AmountRole::budget, 11}}, true, yes);
  expect(book, {}, true, no);
  EXPECT_FALSE(asks(recognise(book, no)));
}

TEST(Evidence, WhatIsAnsweredAboutOneColumnGoesBeforeTheAnswerForAll) {
  const auto book = switches();
  const auto keys = keys_of(recognise(book, {}));
  ASSERT_EQ(keys.size(), 1u);
  Options options;
  options.answers[*keys.begin()] = "other";
  options.answers["column@$Sheet1.$D$2"] = "actual";
  expect(book, {{"D", AmountRole::actual, 11}}, true, options);
}

// The plainest budget there is has neither a title nor a word of money.
TEST(Evidence, NamedLinesByMonthsAreABudget) {
  expect(untitled({"Item|Jan|Feb|Mar", "Rent|1200|1200|1200", "Phone|55.4|60|58"}), {{"B", AmountRole::budget, 1255.4}, {"C", AmountRole::budget, 1260}, {"D", AmountRole::budget, 1258}});
  expect(untitled({"项目|1月|2月|3月", "房租|1200|1200|1200", "电话|55.4|60|58"}), {{"B", AmountRole::budget, 1255.4}, {"C", AmountRole::budget, 1260}, {"D", AmountRole::budget, 1258}});
}

TEST(Evidence, WhatStandsBesideAccountsIsMoney) {
  expect(untitled({"Department|Account|Jan|Feb", "Sales|Travel|10|20", "Sales|Phone|5|5", "IT|Licences|40|40"}), {{"C", AmountRole::budget, 55}, {"D", AmountRole::budget, 65}});
  expect(untitled({"科目|1月|2月", "差旅费|10|20", "电话费|5|5"}), {{"B", AmountRole::budget, 15}, {"C", AmountRole::budget, 25}});
}

TEST(Evidence, AmountsByMonthsThatRiseByOneAreNoDays) {
  const auto book = untitled({"Account|Jan|Feb|Mar", "A1|101|101|101", "A2|102|102|102", "A3|103|103|103", "A4|104|104|104", "A5|105|105|105", "A6|106|106|106",
                              "A7|107|107|107", "A8|108|108|108", "A9|109|109|109"});
  EXPECT_FALSE(asks(recognise(book, {})));
}

TEST(Evidence, PiecesByMonthsAreAsked) {
  EXPECT_TRUE(asks(recognise(untitled({"Part|Jan|Feb|Mar", "Coil|1|2|4", "Cap|3|1|1"}), {})));
}

TEST(Evidence, OneQuestionForSheetsOfOneShape) {
  workbook::Snapshot book;
  for (const char* name : {"Flat 1", "Flat 2", "Flat 3"})
    add_sheet(book, name, {"Room|Single|Double", "Hall|1|2", "Kitchen|2|1", "Bath|1|1", "Total|4=SUM(B2:B4)|4=SUM(C2:C4)"});
  const auto result = recognise(book, {});
  const auto keys = keys_of(result);
  ASSERT_EQ(keys.size(), 1u) << shown(book, result);
  Options options;
  options.answers[*keys.begin()] = "other";
  EXPECT_FALSE(asks(recognise(book, options)));
  expect(book, {}, true, options);
}

TEST(Evidence, ASheetOfFiguresWithoutATableIsNamed) {
  workbook::Snapshot book;
  add_sheet(book, "Plan", {"Item|Budget", "Rent|1200", "Phone|55.4", "Food|410.3"});
  add_sheet(book, "Parts", {"|Needed|Ordered||Pack|Cost per pack|Shipping|Total|Link", "Coil 10mH|15|30||5|42.92|74.78|332.3=(C2/E2)*F2+G2|web",
                            "Cap 10uF|17|100||100|29.11|21.25|50.36=(C3/E3)*F3+G3|web", "Res 24|4|20||10|26.77|21.25|74.79=(C4/E4)*F4+G4|web", "|", "||||||Total|457.45=SUM(H2:H4)"});
  const auto result = recognise(book, {});
  const bool has_parts = std::ranges::any_of(result.tables, [](const BudgetTable& table) { return table.area.sheet == 1; });
  const bool is_named = std::ranges::any_of(result.findings, [](const Finding& finding) { return finding.at.sheet == 1; });
  EXPECT_TRUE(has_parts || is_named) << shown(book, result);
}

TEST(Evidence, TheSameRowsOfSeveralColumnsAreOneQuestion) {
  const auto book = sheet({"Item|Budget|Actual", "Rent|1200|1100", "Phone|55.4|60.2", "Food|410.3|388.1", "|1665.7=SUM(B2:B4)|1548.3=SUM(C2:C4)", "", "Car|90.1|80.7", "Bike|12.5|11.9"});
  const auto result = recognise(book, {});
  EXPECT_LE(keys_of(result).size(), 1u) << shown(book, result);
}

}  // namespace
}  // namespace steward::recognise
