#include "written.hpp"

// What speaks against a reading is asked, each with its cell, and the answer is obeyed.
namespace steward::recognise {
namespace {

const Question* asked(const Recognition& result, std::string_view kind) {
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.question && column.question->key.starts_with(kind)) return &*column.question;
  return nullptr;
}

// Expects the question, no total while it is open, the total with "yes", and none (or another) with "no".
void expect_asked(const workbook::Snapshot& book, const std::string& kind, double with_yes, std::optional<double> with_no = {}) {
  const auto result = recognise(book, {});
  const Question* question = asked(result, kind);
  ASSERT_TRUE(question) << shown(book, result);
  const auto total_with = [&](const char* answer) {
    Options options;
    options.answers[question->key] = answer;
    const auto again = recognise(book, options);
    EXPECT_FALSE(asked(again, kind)) << shown(book, again);
    return again.tables.at(0).columns.at(0).total;
  };
  EXPECT_EQ(result.tables.at(0).columns.at(0).total, std::nullopt);
  EXPECT_EQ(total_with("yes"), money(with_yes));
  EXPECT_EQ(total_with("no"), with_no ? money(*with_no) : std::nullopt);
}

TEST(Proof, LinesThatNoSumTakesIn) {  // hours below the costs, under no header of their own
  expect_asked(sheet({"Task|Budget", "Design|1200", "Build|3400", "Test|900", "Sum of the work|5500=SUM(B2:B4)", "Hours of design|40", "Hours of building|85"}), "rows apart",
               5625, 5500);
}

TEST(Proof, ALineThatASumMissesIsReportedAndNoDoubt) {
  const auto book = sheet({"Item|Budget", "Rent|1100", "Power|240", "Phone|55", "Post|15", "Total|1395=SUM(B2:B4)"});
  expect(book, {{"B", AmountRole::budget, 1410, 1395}});
}

TEST(Proof, ATotalThatTakesInWhatNoTableDid) {
  const auto book = sheet({"Item|Budget", "Rent|1100", "Power|240", "Phone|55", "Total|1395=SUM(B2:B4)", "", "", "", "|||Reserve|150", "|||All in all|1545=B5+E9"});
  expect_asked(book, "reaches", 1395);
}

TEST(Proof, ALineThatAddsOthers) {
  expect_asked(sheet({"Item|Budget", "Retail|1000", "Power|270", "Travel|600", "Travel abroad|600=B4", "Rent|400", "Water|90"}), "reckoned", 2960);
}

TEST(Proof, ALineThatComesToItsNeighbours) {
  const auto book = sheet({"Item|Budget", "Staff|2345.67", "Wages|1000.11", "Pensions|270.56", "Training|1075", "Rent|400.2", "Power|90.75"});
  expect_asked(book, "comes to", 5182.29);
}

TEST(Proof, RoundFiguresAddUpByChance) {
  expect(sheet({"Item|Budget", "Rent|500", "Food|200", "Fuel|200", "Phone|100", "Fun|300"}), {{"B", AmountRole::budget, 1300}});
}

TEST(Proof, AnAmountAmongWords) {
  expect_asked(sheet({"Item|Budget", "Hall|2500 (Paid)", "Food|900", "Music|450"}), "words", 1350);
  expect(sheet({"Item|Budget", "Food|900", "Hall|see WP8", "Music|450"}), {{"B", AmountRole::budget, 1350}});
}

TEST(Proof, IncomeAmongExpensesOfOneColumn) {
  expect_asked(sheet({"Name|Type|Value", "Mortgage|Loan|700", "Trip|Holiday|0", "Bills|Expense|2000", "Paycheck|Income|5000", "Copay|Expense|300"}), "natures", 8000);
}

TEST(Proof, ATypedTotalFarFromItsLines) {
  expect_asked(sheet({"Item|Budget", "Rent|110", "Power|24", "Total|1395"}), "stated", 134);
}

TEST(Proof, AFigureThatTheTotalHasAndItsLinesHaveNot) {  // a service without a line of its own
  expect_asked(sheet({"Item|Price", "Sketch|2500", "Pages|1700", "Total design|4200=SUM(B2:B3)", "Hosting|490", "Domain|79", "Total extras|569=SUM(B5:B6)", "Support|included",
                      "Total support|350", "Total of the offer|5119"}),
               "lacks", 4769);
}

TEST(Proof, ALineThatCarriesATotal) {
  expect_asked(sheet({"Works|Cost", "Parts|2253.15", "General costs|360.5", "Total of the works|2613.65=SUM(B2:B3)", "", "Works|2613.65=B4", "Tax|548.87", "In all|3162.52=SUM(B6:B7)"}),
               "carried", 5776.17);
}

TEST(Proof, AHeadlessColumnThatASumTakesInWhole) {
  expect(sheet({"|Battery|30.97", "|Holder|38.73||Total|349.13=SUM(C1:C99)", "|Lights|23.43", "|Bags|6", "|Boards|250"}), {{"C", AmountRole::budget, 349.13, 349.13}});
}

TEST(Proof, ATotalForEachPieceIsNoTotal) {
  expect(sheet({"Part|Total", "Board|538.1", "Case|120.9", "Total|659=SUM(B2:B3)", "Total per piece|6.59=B4/100"}), {{"B", AmountRole::budget, 659, 659}});
  expect(sheet({"Part|Total", "Board|538.1", "Case|120.9", "Total|659=SUM(B2:B3)", "Total with tax|695.245=B4+(B4*0.055)"}), {{"B", AmountRole::budget, 659, 659}});
}

TEST(Proof, WhatTheTotalAddsIsALine) {  // the buffer stands below the last subtotal, apart from the tasks
  const auto book = sheet({"Task|Budget|Actual", "Buy|30000|0", "Pack|3000|0", "Total|33000=SUM(B2:B3)|0=SUM(C2:C3)", "Train|8000|0", "Teach|2000|0", "Total|10000=SUM(B5:B6)|0=SUM(C5:C6)",
                           "", "Buffer|3600|", "TOTAL|46600=B4+B7+B9|0=SUM(C2:C3)"});
  expect(book, {{"B", AmountRole::budget, 46600, 46600}}, false);
}

TEST(Proof, SumsOfConditionsAndAveragesSayNothing) {
  expect(sheet({"Item|January", "Pay|7300", "Food|-900", "Balance|6400=SUM(B2:B3)", "Spent|-900=SUMIF(B2:B3;\"<0\")"}), {{"B", AmountRole::budget, 6400}}, false);
}

TEST(Proof, TotalsThatAreSetOffAgainstEachOther) {
  const auto book = sheet({"Plan|January", "Left to share|2000=B5-B8", "Work|4500", "Shares|150", "Total|4650=SUM(B3:B4)", "Flat|1200", "Fun|1450", "Total|2650=SUM(B6:B7)"});
  EXPECT_TRUE(asked(recognise(book, {}), "sides"));
}

TEST(Proof, AlternativesBelowTheLines) {
  expect_asked(sheet({"Part|Price", "Screw|2.56", "Motor|25.24", "Bearing|12.99", "Alternatives if parts do not fit:|", "Long screw|3.17"}), "alternatives", 43.96);
}

TEST(Proof, ASumOfAWholeColumn) {
  expect(sheet({"|||", "Income|", "Work|40|||Total income|155=SUM(B:B)", "Shares|60", "Rent|55"}), {{"B", AmountRole::budget, 155, 155}}, false);
}

TEST(Proof, FiguresAmongTheLinesUnderATotalByItsColumnsOnly) {  // rent is typed where later months have a formula
  const auto book = sheet({"Item|January|February", "Shopping|200|", "TV|15|", "Utilities|100|0=SUM(C2:C3)", "Rent|400|0=SUM(C4-C3)", "Total|715=SUM(B2:B5)|0=SUM(C2:C5)"});
  const auto result = recognise(book, {});
  const auto& column = result.tables.at(0).columns.at(0);
  EXPECT_TRUE(column.question || column.total == money(715)) << shown(book, result);
}

TEST(Proof, FiguresThatNoTableTookInAreATableOfTheirOwn) {
  auto book = sheet({"Item|Budget||||||", "Rent|1100", "Power|240", "Phone|55", "Total|1395=SUM(B2:B4)", "", "", "|||||In the bank", "|||||Giro|800.5", "|||||Savings|1200.25",
                     "|||||Shares|8452.64", "|||||Assets|10453.39=SUM(G9:G11)"});
  const auto result = recognise(book, {});
  EXPECT_EQ(result.tables.at(0).columns.at(0).total, money(1395)) << shown(book, result);
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.column == 6) EXPECT_TRUE(column.question || column.total == money(10453.39)) << shown(book, result);
}

}  // namespace
}  // namespace steward::recognise
