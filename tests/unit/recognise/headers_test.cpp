#include "written.hpp"

// What headers say of the columns below them: months as dates, years that are no codes, last year, "to date", ratios.
namespace steward::recognise {
namespace {

const AmountColumn* column(const Recognition& recognition, int at) {
  for (const auto& table : recognition.tables)
    for (const auto& column : table.columns)
      if (column.column == at) return &column;
  return nullptr;
}

// 46023 is 2026-01-01.
TEST(Headers, DatesAreMonths) {
  const auto book = sheet({"Account|Line|@46023|@46054|@46082|Full year", "4010|Sales|10|20|30|60=SUM(C2:E2)",
                           "4020|Services|1|2|3|6=SUM(C3:E3)", "|Total|11|22|33|66"});
  const auto found = recognise(book, {});
  const auto* march = column(found, 4);
  ASSERT_TRUE(march && march->period) << shown(book, found);
  EXPECT_EQ(march->period->kind, PeriodKind::month);
  EXPECT_EQ(march->period->year, 2026);
  EXPECT_EQ(march->period->index, 3);
  const auto* year = column(found, 5);
  ASSERT_TRUE(year) << "the full year is no key of its lines";
  EXPECT_TRUE(year->is_derived);
  EXPECT_EQ(year->role, AmountRole::budget);
  EXPECT_EQ(year->total, money(66));
}

TEST(Headers, LastYearBesideMonthsIsItsActual) {
  for (const char* header : {"科目|上年实际|1月|2月|3月|全年合计", "Account|Prior year|Jan|Feb|Mar|Full year", "Konto|Vorjahr|Jan|Feb|März|Gesamt"}) {
    const auto book = sheet({header, "A|50|10|20|30|60=SUM(C2:E2)", "B|7|1|2|3|6=SUM(C3:E3)", "C|3|1|1|1|3=SUM(C4:E4)"});
    const auto found = recognise(book, {});
    const auto *prior = column(found, 1), *february = column(found, 3), *year = column(found, 5);
    ASSERT_TRUE(prior && february && year) << header << shown(book, found);
    EXPECT_EQ(prior->role, AmountRole::actual) << header;
    EXPECT_TRUE(prior->is_of_prior_year) << header;
    EXPECT_EQ(february->role, AmountRole::budget) << header;
    EXPECT_EQ(year->role, AmountRole::budget) << header;
    EXPECT_EQ(year->total, money(69)) << header;
  }
}

TEST(Headers, MonthsAreWhatTheirSumSays) {
  const auto book = sheet({"Account|Supplements|Jan|Feb|Actual to date", "A||10|20|30=SUM(C2:D2)", "B|5|1|2|3=SUM(C3:D3)", "C||2|2|4=SUM(C4:D4)"});
  const auto found = recognise(book, {});
  ASSERT_TRUE(column(found, 2)) << shown(book, found);
  EXPECT_EQ(column(found, 2)->role, AmountRole::actual) << shown(book, found);
}

TEST(Headers, RatiosAreNoAmounts) {
  const auto book = sheet({"Channel|Budgeted cost|Conversions|Cost per conversion", "Search|100|10|10=B2/C2", "Mail|60|20|3=B3/C3",
                           "Fair|40|10|4=B4/C4", "Total|200=SUM(B2:B4)|40=SUM(C2:C4)|5=B5/C5"});
  const auto found = recognise(book, {});
  EXPECT_FALSE(column(found, 3)) << shown(book, found);
  EXPECT_EQ(column(found, 1)->total, money(200));
}

TEST(Headers, AmountsThatAreSharedOutAreAmounts) {
  const auto book = sheet({"Asset|Cost|Life|Depreciation", "Press|100|10|10=B2/C2", "Van|60|20|3=B3/C3", "Total|160=SUM(B2:B3)||13=SUM(D2:D3)"});
  EXPECT_TRUE(column(recognise(book, {}), 3));
}

// What is taken away is never added to the rest.
TEST(Headers, BalancesSetTheirSidesApart) {
  const auto book = sheet({"Line|Budget", "Loans drawn|80", "Grants|25", "Total received|105=SUM(B2:B3)", "Investments|35",
                           "Interest|10", "Total given back|45=SUM(B5:B6)", "Net cash flow|60=B4-B7", "Credit needed|40=MAX(0;100-B8)"});
  expect(book, {{"B", AmountRole::budget, 105, {}, Nature::revenue}, {"B", AmountRole::budget, 45, {}, Nature::expense}});
}

TEST(Headers, WhatIsTakenFromExpensesIsAReturn) {
  const auto book = sheet({"Source|2026", "Own funds|300", "Bank|200", "Total funding|500=SUM(B2:B3)", "Machines|480", "Gap|20=B4-B5"});
  const auto found = recognise(book, {});
  for (const auto& table : found.tables)
    for (const auto& column : table.columns) EXPECT_NE(column.total, money(980)) << shown(book, found);
}

TEST(SideTotals, ASumAboveOrBesideIsWhatTheWorkbookStates) {
  const auto above = sheet({"Total budget|155=SUM(B5:B7)", "", "", "Item|Budget", "Rent|100", "Power|50", "Phone|5"});
  expect(above, {{"B", AmountRole::budget, 155, 155}});
  const auto typed = sheet({"Item|Budget|||Total|155", "Rent|100", "Power|50", "Phone|5"});
  expect(typed, {{"B", AmountRole::budget, 155, 155}});
}

TEST(SideTotals, OneThatLeavesOutALineIsSaidToBeWrong) {
  const auto book = sheet({"Total budget|160=SUM(B5:B9)", "", "", "Item|Budget", "Rent|100", "Power|50", "Phone|5", "Post|4", "Coffee|1", "Tea|40"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u) << shown(book, result);
  EXPECT_EQ(result.tables[0].columns.at(0).total, money(200));
  EXPECT_EQ(result.tables[0].columns.at(0).stated_total, money(160));
  EXPECT_EQ(result.tables[0].columns.at(0).foots, false);
  EXPECT_TRUE(found(result.tables[0], FindingKind::does_not_foot));
}

TEST(SideTotals, LostReferencesOfASheetWithoutATableAreTold) {
  workbook::Snapshot book;
  add_sheet(book, "Notes", {"Rate|#REF!"});
  add_sheet(book, "Plan", {"Item|Budget", "Rent|100", "Power|50", "Total|150"});
  EXPECT_THAT(shown(book, recognise(book, {})), testing::HasSubstr("$Notes.$B$1"));
}

TEST(Headers, AMonthlyAmountIsNoYearUnlessSomebodySaysSo) {
  const auto book = sheet({"Account|Monthly", "Rent|500", "Power|80", "Staff|2000", "Total|2580"});
  const auto read = recognise(book, {});
  ASSERT_EQ(read.tables.size(), 1u);
  ASSERT_TRUE(read.tables[0].columns[0].question);
  EXPECT_FALSE(read.tables[0].columns[0].total);
  Options options;
  options.answers[read.tables[0].columns[0].question->key] = "yes";
  EXPECT_FALSE(recognise(book, options).tables[0].columns[0].question);
}

}  // namespace
}  // namespace steward::recognise
