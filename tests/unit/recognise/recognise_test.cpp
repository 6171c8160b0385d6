#include "written.hpp"

namespace steward::recognise {
namespace {

using workbook::Snapshot;

// The total of the project leaves out a section and counts a line together with its subtotal; the overhead is computed
// from that wrong total and cannot be trusted either.
TEST(Recognise, TotalThatLeavesOutASection) {
  const auto book = sheet(
      {"Task|Budgeted|Spent|Remaining", "1. Planning|20|15|5=B2-C2", "2. Building", "2.1 Staff|120|74|46=B4-C4",
       "2.2 Equipment|30|12|18=B5-C5", "sub-total|150=SUM(B4:B5)|86=SUM(C4:C5)|64=SUM(D4:D5)", "3. Monitoring",
       "3.1 Review|5|5|0=B8-C8", "3.2 Collection|50|25|25=B9-C9", "sub-total|55=SUM(B8:B9)|30=SUM(C8:C9)|25=SUM(D8:D9)",
       "4. Reporting|15|15|15", "total project|305=B11+B4+B6+B2|116=C11+C6+C2|80=D11+D6+D2",
       "indirect (10%)|30.5=B12*0.1|11.6=C12*0.1|8=D12*0.1", "TOTAL|335.5=B13+B12|127.6=C13+C12|88=D13+D12"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  const BudgetTable& table = result.tables.front();
  ASSERT_EQ(table.columns.size(), 3u);
  EXPECT_EQ(table.columns[0].role, AmountRole::budget);
  EXPECT_EQ(table.columns[0].total, money(240));
  EXPECT_EQ(table.columns[0].stated_total, money(305));
  EXPECT_EQ(table.columns[0].foots, false);
  EXPECT_EQ(table.columns[1].role, AmountRole::actual);
  EXPECT_EQ(table.columns[1].total, money(146));
  EXPECT_EQ(table.columns[2].role, AmountRole::variance);
  EXPECT_TRUE(found(table, FindingKind::does_not_foot));
  EXPECT_TRUE(found(table, FindingKind::double_counting));
  EXPECT_TRUE(found(table, FindingKind::wrong_formula));  // 15 budgeted, 15 spent, and 15 remain
}

TEST(Recognise, OverheadOnARightTotalIsALine) {
  const auto book = sheet({"Item|Qty|Unit cost|Total", "Technician|1|400|400=B2*C2", "Traps|100|4|400=B3*C3",
                           "SUBTOTAL|||800=SUM(D2:D3)", "Administration|||120=D6-D4", "TOTAL|||920=1.15*D4"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  ASSERT_EQ(result.tables[0].columns.size(), 1u);
  EXPECT_EQ(result.tables[0].columns[0].total, money(920));
  EXPECT_EQ(result.tables[0].columns[0].foots, true);
}

TEST(Recognise, OfWhichRepeatsWhatIsCounted) {
  const auto book = sheet({"Posten|Plan", "Personal|500", "davon Aushilfen|80", "Miete|100", "Summe|600"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  EXPECT_EQ(result.tables[0].columns.at(0).total, money(600));
  EXPECT_EQ(result.tables[0].columns.at(0).foots, true);
}

TEST(Recognise, CodesKeepTheirZerosAndGroupsAreFilledDown) {
  auto book =
      sheet({"Department|Code|Budget", "Office|'0101|10", "|'0102|20", "|'0103|30", "Works|'0201|40", "|'0202|50"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  const BudgetTable& table = result.tables[0];
  ASSERT_EQ(table.dimensions.size(), 2u);
  EXPECT_EQ(key_of(book, table, 2, 0), "Office");
  EXPECT_EQ(key_of(book, table, 4, 0), "Works");
  EXPECT_EQ(key_of(book, table, 1, 1), "0102");
  EXPECT_EQ(amount_of(book, table, table.columns[0], 4, 2).value(), money(50));
}

TEST(Recognise, UnitOfTheHeaderMakesWholeCurrency) {
  const auto book = sheet({"项目|预算（万元）", "工资|12.35", "房租|7", "合计|19.35"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  const AmountColumn& column = result.tables[0].columns.at(0);
  EXPECT_EQ(column.unit, "万元");
  EXPECT_EQ(column.total, Money(Minor(1935)));
  EXPECT_EQ(amount_of(book, result.tables[0], column, 0, 2).value(), money(123500));
}

TEST(Recognise, AsksWhatAFigureWithoutANameIs) {
  const auto book = sheet({"Laptop|2400", "Camera|3000", "Lens|2000"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  const AmountColumn& column = result.tables[0].columns.at(0);
  ASSERT_TRUE(column.question);
  EXPECT_FALSE(column.total);
  Options answered;
  answered.answers[column.question->key] = "budget";
  const auto again = recognise(book, answered);
  EXPECT_EQ(again.tables.at(0).columns.at(0).total, money(7400));
}

TEST(Recognise, AsksWhetherRowsBelowTheTotalBelong) {
  const auto book = sheet({"Item|Budget", "Rent|100", "Travel|50", "Total|150", "Reserve|25"});
  const auto result = recognise(book, {});
  ASSERT_TRUE(result.tables.at(0).columns.at(0).question);
  Options answered;
  answered.answers[result.tables[0].columns[0].question->key] = "no";
  EXPECT_EQ(recognise(book, answered).tables.at(0).columns.at(0).total, money(150));
}

TEST(Recognise, ErrorsAndEmptyTablesAreSaid) {
  const auto book = sheet({"Item|Budget|Actual", "Rent|100|#REF!", "Travel|50|20", "Total|150|#REF!"});
  const auto result = recognise(book, {});
  ASSERT_FALSE(result.findings.empty());
  EXPECT_EQ(result.findings[0].kind, FindingKind::error_cell);
  const auto empty = recognise(sheet({"Item|Budget|Actual", "Rent", "Travel"}), {});
  ASSERT_EQ(empty.tables.size(), 1u);
  EXPECT_EQ(empty.tables[0].columns.at(0).total, money(0));
  EXPECT_TRUE(found(empty.tables[0], FindingKind::empty_template));
}

TEST(Recognise, DetectAnswersInItsColumns) {
  const auto book = sheet({"Item|Budget", "Rent|100", "Travel|50", "Total|151"});
  const Table table = detect_table(book, recognise(book, {}), Language::chinese);
  ASSERT_EQ(table.rows(), 2u);
  ASSERT_EQ(table.columns(), 19u);
  EXPECT_EQ(table.at(0, 2), Value(std::string("range")));
  EXPECT_EQ(table.at(1, 2), Value(std::string("$Plan.$B$2:$B$3")));
  EXPECT_EQ(table.at(1, 5), Value(std::string("budget")));
  EXPECT_EQ(table.at(1, 11), Value(150.0));
  EXPECT_EQ(table.at(1, 12), Value(151.0));
  EXPECT_EQ(table.at(1, 13), Value(0.0));
  EXPECT_THAT(std::get<std::string>(table.at(1, 16)), testing::HasSubstr("勾稽不符"));
}

TEST(Recognise, NothingToReadIsNoFault) {
  EXPECT_TRUE(recognise(Snapshot(), {}).tables.empty());
  Snapshot empty;
  empty.sheets.emplace_back("Empty", 0, 0);
  empty.sheets.emplace_back("One", 1, 1);
  EXPECT_EQ(recognise(empty, {}).sheets_without_budget.size(), 2u);
}

}  // namespace
}  // namespace steward::recognise
