#include "written.hpp"

// Where a workbook by somebody else can be read in two ways, and where it only seems so.
namespace steward::recognise {
namespace {

TEST(Doubts, CostOfSalesIsSpent) {
  const auto book = sheet({"Item|Budget", "Sales|", "Goods|500", "Services|300", "Total sales|800=SUM(B3:B4)", "Cost of sales|", "Material|200", "Wages|100",
                           "Total cost of sales|300=SUM(B7:B8)"});
  expect(book, {{"B", AmountRole::budget, 800, 800, Nature::revenue}, {"B", AmountRole::budget, 300, 300, Nature::expense}});
}

TEST(Doubts, RatesAmongTheLinesAreAsked) {
  const auto book = sheet({"Concerts", "Concerts per week:|5", "Weeks on tour:|60", "Total concerts:|300=B2*B3", "", "Costs", "Fixed start-up cost:|5500000",
                           "Venue rental cost:|1000", "Total cost:|5800000=B7+B8*B4"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(Doubts, TemplateTablesWhoseFirstHeaderIsANought) {
  const auto book = sheet({"Housing||||Entertainment", "'0|Projected Cost|Actual Cost|Difference|'0|Projected Cost|Actual Cost|Difference",
                           "Rent|1000|1000|0=B3-C3|Video|10|5|5=F3-G3", "Phone|54|100|-46=B4-C4|CDs|20|10|10=F4-G4", "Subtotal|||-46=SUM(D3:D4)|Subtotal|||15=SUM(H3:H4)",
                           "", "Transport", "'0|Projected Cost|Actual Cost|Difference", "Bus|30|40|-10=B9-C9", "Fuel|60|50|10=B10-C10", "Subtotal|||0=SUM(D9:D10)"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns) EXPECT_FALSE(column.path.empty()) << shown(book, result);
}

// A list whose lines lack their amount here and there: such a line says what its neighbours say, and heads nothing.
TEST(Doubts, ALineWithoutItsAmountIsNoHeader) {
  workbook::Snapshot book;
  auto& cells = book.sheets.emplace_back("data", 41, 5);
  const char* const names[] = {"Dept", "Division", "Fund", "Appropriation", "Fiscal year"};
  for (int column = 0; column < 5; ++column) cells.set_text(0, column, names[column]);
  for (int row = 1; row < 41; ++row) {
    cells.set_text(row, 0, row < 20 ? "Works" : "Parks");
    cells.set_text(row, 1, row < 20 ? "Streets" : "Trees");
    if (row == 21) cells.set_text(row, 2, "57F");
    else cells.set_number(row, 2, 480 + row, workbook::Format::number);
    if (row == 21 || row == 22) cells.set_text(row, 3, "NA");
    else cells.set_number(row, 3, 100.5, workbook::Format::number);
    cells.set_number(row, 4, 2018, workbook::Format::number);
  }
  expect(book, {{"D", AmountRole::budget, 3819}});
}

TEST(Doubts, LinesThatMultiplyEachOtherAreAsked) {
  const auto book = sheet({"Item|Amount", "Hosting|500", "Legal|250", "Total|750=SUM(B2:B3)", "", "", "", "", "RECEIPTS EXPECTED", "Users signed up|500",
                           "Share that buys|0.15", "Passes|75=B10*B11", "Gross receipts|367500=B12*4900"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.total && !column.question) EXPECT_EQ(column.total, money(750)) << shown(book, result);
  EXPECT_TRUE(asks(result)) << shown(book, result);
}

TEST(Doubts, ARateAmongAmountsIsAsked) {
  const auto book = sheet({"Item|Amount", "Seats|120", "Occupancy rate|0.8", "Ticket income|4800", "Bar income|900"});
  auto result = recognise(book, {});
  ASSERT_TRUE(asks(result)) << shown(book, result);
  Options options;
  options.answers[result.tables.at(0).columns.at(0).question->key] = "no";
  result = recognise(book, options);
  EXPECT_EQ(result.tables.at(0).columns.at(0).total, std::nullopt) << shown(book, result);
}

TEST(Doubts, APartOfAnAmountIsNoRate) {  // a line that is a share of another is a line
  const auto book = sheet({"Item|Budget", "Salaries|1000", "Pensions|270=0.27*B2", "Fees at a rate of ten|10", "Total|1280=SUM(B2:B4)"});
  expect(book, {{"B", AmountRole::budget, 1280, 1280}});
}

TEST(Doubts, ASumThatAlsoAddsAColumnOfWordsIsAsked) {
  const auto book = sheet({"Income|Job|Other", "Income 1|67000|200", "Income 2|80000|150", "Total|147350=SUM(B2:C3)", "Target|7000|", "Bank|Accounts|",
                           "|Personal|6000", "|Joint|5000", "|Savings|3000", "|Left over|", "|Personal|3995", "|Joint|520"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns) EXPECT_TRUE(!column.total || column.question) << shown(book, result);
}

TEST(Doubts, WhatNothingCallsMoneyIsAsked) {
  for (const char* header : {"Respondent group|Sample group", "Place|Stretch", "Task|Urgency"}) {
    workbook::Snapshot book;
    add_sheet(book, "Sheet1", {header, "North|12", "South|7", "East|9", "West|31"});
    const auto result = recognise(book, {});
    for (const auto& table : result.tables)
      for (const auto& column : table.columns) EXPECT_TRUE(!column.total || column.question) << shown(book, result);
  }
  const auto with_currency = sheet({"Place|Stretch", "North|€:12", "South|€:7", "East|€:9", "West|€:31"});
  expect(with_currency, {{"B", AmountRole::budget, 59}});
}

TEST(Doubts, TwoGrandTotalsAreAsked) {
  const auto book = sheet({"Travel||Total|", "Fee||330|", "Flight||1100|", "||1430=SUM(C2:C3)|Grand total", "", "Supplies|||", "Encoder||269|", "Lamps||600|",
                           "||869=SUM(C7:C8)|Grand total"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      EXPECT_TRUE(!column.total || column.question || column.total != money(2299)) << shown(book, result);
}

TEST(Doubts, AWordWhereAnAmountBelongsIsReported) {
  const auto book = sheet({"Item|Budget", "Hall|300", "Band|tbd", "Posters|50", "Leftovers|Free", "Food|150", "Total|500=SUM(B2:B6)"});
  expect(book, {{"B", AmountRole::budget, 500, 500}});
  const auto result = recognise(book, {});
  EXPECT_TRUE(found(result.tables.at(0), FindingKind::unreadable)) << shown(book, result);
  for (const auto& dimension : result.tables.at(0).dimensions) EXPECT_FALSE(dimension.is_section) << shown(book, result);
}

TEST(Doubts, AListOfWhichMostIsFree) {
  const auto book = sheet({"No|Item|Estimated cost", "1|Editor|Free", "2|Database|Free", "3|Icons|Free", "4|Hosting|Free", "5|Internet|1000", "6|Printing|700",
                           "7|Other|1500"});
  expect(book, {{"C", AmountRole::estimate, 3200}});
}

TEST(Doubts, WhatIsPaidIsShownThoughItIsTheWholeCost) {
  const auto book = sheet({"Position|Kosten [€]|erledigt [%]|bereits bezahlt [€]", "Grund|200000|100|200000=B2*C2/100", "Steuer|13000|100|13000=B3*C3/100",
                           "Notar|2000|100|2000=B4*C4/100"});
  const auto result = recognise(book, {});
  const auto* paid = column_of(result, 3);
  ASSERT_NE(paid, nullptr) << shown(book, result);
  EXPECT_EQ(paid->total, money(215000)) << shown(book, result);
  const auto* cost = column_of(result, 1);
  ASSERT_NE(cost, nullptr) << shown(book, result);
  EXPECT_EQ(cost->total, money(215000)) << shown(book, result);
}

TEST(Doubts, MilesTimesVisitsAreMiles) {
  const auto book = sheet({"category|item|quantity|unit price|total||from|miles|visits|total", "travel|north|240=J2|0.5|120=C2*D2||home|30|4|240=H2*I2*2",
                           "travel|south|720=J3|0.5|360=C3*D3||home|180|2|720=H3*I3*2", "travel|east|280=J4|0.5|140=C4*D4||home|70|2|280=H4*I4*2",
                           "tools|trap|4|260|1040=C5*D5", "totals||||1660=SUM(E2:E5)"});
  expect(book, {{"E", AmountRole::budget, 1660}});
}

TEST(Doubts, DetailsOneColumnAsideOfTheirSums) {
  const auto book = sheet({"ALLOCATIONS||DETAILS|AMOUNT", "*Office A|||1500=SUM(C3:C4)", "|Travel|500", "|Supplies|1000", "*Office B|||700=SUM(C6:C7)", "|Print|300",
                           "|Post|400", "*Office C|||900=SUM(C9:C10)", "|Hall|500", "|Food|400", "*Reserve|||30000", "*Grants|||2500"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.column == 3) EXPECT_TRUE(!column.total || column.question || column.total == money(35600)) << shown(book, result);
}

TEST(Doubts, PiecesAndWhatTheyBringAreAsked) {
  const auto book = sheet({"Item|Amount", "Passes sold|75", "Receipts|367500=B2*4900", "Gifts|100"});
  EXPECT_TRUE(asks(recognise(book, {})));
  const auto markup = sheet({"Item|Amount", "Wages|1000", "Overheads|400=B2*0.4", "Gifts|100"});
  expect(markup, {{"B", AmountRole::budget, 1500}});
}

TEST(Doubts, SharesOfAHundredAreAsked) {
  const auto book = sheet({"Member|Amount", "North|23.6", "South|18.55", "East|12.85", "West|45"});
  EXPECT_TRUE(asks(recognise(book, {}))) << shown(book, recognise(book, {}));
}

TEST(Doubts, ABalanceUnderTheWordTotalIsAsked) {
  const auto book = sheet({"Vendor|Amount|Total", "A|-100|900", "B|-250|400", "C|-20|880", "D|-230|650", "E|-60|340"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.column == 2) EXPECT_TRUE(!column.total || column.question) << shown(book, result);
}

TEST(Doubts, WhatAddsUpBalancesHasNoTotal) {
  const auto book = sheet({"Metric|Jan|Feb|Mar|Total", "Users|500|700=B2*1.4|980=C2*1.4|2180=SUM(B2:D2)", "Members|50=B2*0.1|70=C2*0.1|98=D2*0.1|218=SUM(B3:D3)",
                           "Guests|5=B3*0.1|7=C3*0.1|9.8=D3*0.1|21.8=SUM(B4:D4)", "Helpers|0.5=B4*0.1|0.7=C4*0.1|0.98=D4*0.1|2.18=SUM(B5:D5)"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns) EXPECT_TRUE(!column.total || column.question) << shown(book, result);
}

TEST(Doubts, DebitAndCreditAreMoney) {
  workbook::Snapshot book;
  add_sheet(book, "Sheet1", {"Date|Payee|Debit", "@45000|Shop|12", "@45001|Rent|700", "@45002|Fuel|35"});
  EXPECT_FALSE(asks(recognise(book, {}))) << shown(book, recognise(book, {}));
  workbook::Snapshot parts;
  add_sheet(parts, "Sheet1", {"Part|Cost|Levy|Total", "A|119.95|16.24|136.19", "B|14|3.5|17.5", "C|24|3.6|27.6", "D|120|15.6|135.6"});
  EXPECT_FALSE(asks(recognise(parts, {}))) << shown(parts, recognise(parts, {}));
}

TEST(Doubts, TheHeadOfAGroupWithOneMemberIsAsked) {
  const auto book = sheet({"Code|Text|Number|Price|Amount", "'01.01|Software|-|-|259=E3", "'01.01.01|System|1|259|259=C3*D3", "'01.02|Tools|-|-|80=E5",
                           "'01.02.01|Hammer|2|40|80=C5*D5"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.column == 4) EXPECT_TRUE(!column.total || column.question || column.total == money(339)) << shown(book, result);
}

TEST(Doubts, ASubtotalTakenFromElsewhereIsAsked) {
  const auto book = sheet({"Item|Amount", "Software|259", "Hardware|1514", "Work|7200", "Direct|8973=F30", "Overheads|1166=B5*0.13", "Total|10139=B5+B6"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      EXPECT_TRUE(!column.total || column.question || column.total == money(10139)) << shown(book, result);
}

TEST(Doubts, AlternativesAreAsked) {
  const auto book = sheet({"Option / technology|Cost year 1|Good|Bad", "Own server|19800|a|b", "Rented server|3600|a|b", "Cloud|21600|a|b"});
  EXPECT_TRUE(asks(recognise(book, {})));
  const auto one = sheet({"Option 1|Cost", "Pump|20", "Hose|5", "Timer|30"});
  EXPECT_FALSE(asks(recognise(one, {}))) << shown(one, recognise(one, {}));
}

TEST(Doubts, RatesByTheHourAreAsked) {
  const auto book = sheet({"Person|Direct cost / hour", "A|25.5", "B|31.2", "C|18.9"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(Doubts, MonthsTimesSalaryIsATotalByNameOnly) {
  const auto book = sheet({"|North|South", "Salary per month|1600|5000", "Number of months|15|4", "Total personal cost|24000=B2*B3|20000=C2*C3", "Travel|25000|25000",
                           "Goods|1000|10000", "Total|50000=B4+B5+B6|55000=C4+C5+C6"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      EXPECT_TRUE(!column.total || column.question || column.total == money(column.column == 1 ? 50000 : 55000)) << shown(book, result);
}

}  // namespace
}  // namespace steward::recognise
