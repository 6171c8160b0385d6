#include "written.hpp"

// Workbooks by people whom nobody here knows, each once read wrong, asked about needlessly, or not found.
namespace steward::recognise {
namespace {

TEST(OtherAuthors, UnitsTimesUnitPriceIsThePrice) {
  const auto book = sheet({"Component|Model|Unit price|Units|Price", "Switch|A|2200|1|2200=C2*D2", "Cable|B|0|2|0=C3*D3",
                           "Speaker|C|1298|2|2596=C4*D4", "Total sum||||4796=SUM(E2:E4)"});
  expect(book, {{"E", AmountRole::budget, 4796, 4796}});
}

TEST(OtherAuthors, TheFullCostOfWhichAShareIsPaid) {
  const auto book = sheet({"Heading|Full cost|Contribution|% Contribution", "Staff|4500|3600=D2*B2/100|80", "Travel|2500|2000=D3*B3/100|80",
                           "Other|100|80=D4*B4/100|80", "Total|7100=SUM(B2:B4)|5680=SUM(C2:C4)|"});
  expect(book, {{"B", AmountRole::budget, 7100, 7100}, {"C", AmountRole::budget, 5680, 5680}});
}

TEST(OtherAuthors, APriceThatIsAddedUpIsTheAmount) {
  const auto book = sheet({"QUANTY|Item name|Price|Where", "2|bar|50.56=25.28*A2|web", "10|nut|22.8=2.28*A3|web", "4|motor|92=23*A4|web",
                           "1|leftovers|Free|home", "TOTAL", "||165.36=SUM(C2:C5)"});
  expect(book, {{"C", AmountRole::budget, 165.36, 165.36}});
  EXPECT_EQ(column_of(recognise(book, {}), 0), nullptr);
}

TEST(OtherAuthors, RowsSayInWordsWhatTheyAre) {
  const auto book = sheet({"Type|No|Label|Budget 2026", "Department|'0|State|100", "Section|'00.0|Court|60", "Article|'10.0|Staff|40",
                           "Article|'10.1|Travel|20", "Section|'00.1|Parliament|40", "Article|'10.0|Staff|30", "Article|'10.1|Travel|10",
                           "Department|'1|Justice|50", "Section|'01.0|Courts|50", "Article|'10.0|Staff|50"});
  expect(book, {{"D", AmountRole::budget, 150}});
}

TEST(OtherAuthors, KindsOfRowsMayComeSummaryLast) {
  const auto book = sheet({"Kind|Programme|Approved", "Item|A|40", "Item|A|20", "Programme|A|60", "Item|B|5", "Item|B|7", "Item|B|3",
                           "Programme|B|15"});
  expect(book, {{"C", AmountRole::budget, 75}});
}

TEST(OtherAuthors, HeadsOfGroupsOverOneOfTwoCosts) {  // by leading spaces, amounts as text
  const auto book = sheet({"Task|Duration|Cost|Material Cost", "Foundation|30 days|$3,840.00|", "   Drilling|10 days|$1,280.00|$250,000.00", "   Excavation|10 days|$1,280.00|$150,000.00",
                           "   Footing|10 days|$1,280.00|$50,000.00", "Exterior|20 days|$3,210.00|", "   Bricking|10 days|$1,920.00|$50,000.00", "   Roof|10 days|$1,290.00|$20,000.00"});
  expect(book, {{"C", AmountRole::budget, 7050}, {"D", AmountRole::budget, 520000}});
}

TEST(OtherAuthors, CantidadIsAnAmountWhereItHoldsCents) {
  const auto book = sheet({"Código|Capítulo|Artículo|Cantidad", "'2010-01|3|31|154377", "'2010-02|3|35|13780.19", "'2010-03|9|91|266329.35", "'2010-04|1|12|526798.56", "'2010-05|1|13|33896.92", "'2010-06|1|15|59785.68",
                           "'2010-07|1|16|168807.95", "'2010-08|2|22|17100", "'2010-09|2|23|4400", "'2010-10|2|22|14600", "'2010-11|4|46|183998"});
  expect(book, {{"D", AmountRole::budget, 1443873.65}});
}

TEST(OtherAuthors, VisitorsUnderTheWordForTheirPayments) {
  const auto book = sheet({"Estimated|Actual|What|Price|Estimated|Actual", "300|100|Adults|5|1500=A2*D2|500=B2*D2", "200|50|Children|2|400=A3*D3|100=B3*D3", "100|50|Other|1|100=A4*D4|50=B4*D4",
                           "||||2000=SUM(E2:E4)|650=SUM(F2:F4)"});
  expect(book, {{"E", AmountRole::estimate, 2000, 2000}, {"F", AmountRole::actual, 650, 650}});
}

TEST(OtherAuthors, WhatAnAddInMakesOfCellsIsNoSumOfThem) {
  const auto book = sheet({"Part|Value|Quantity|Cost|Total", "Switch||4|5.75=_xll.octopart_average_price(A2;C2)|23=D2*C2", "Board||1|33.92|33.92=D3*C3", "PCB||2|31.9=_xll.octopart_average_price(A4;C4)|63.8=D4*C4",
                           "Total||||120.72=SUM(E2:E4)"});
  expect(book, {{"E", AmountRole::budget, 120.72, 120.72}});
}

TEST(OtherAuthors, WordsThatNobodyKnowsAndAProductThatIsTyped) {
  const auto book = sheet({"نام|قیمت واحد|تعداد|قیمت کل", "سوییچ|12000000|1|12000000", "روتر|2370000|2|4740000", "پریز|44000|20|880000", "کابل|107000|4|428000", "پچ|37500|3|112500", "دستمزد|||14910000"});
  const auto result = recognise(book, {});
  EXPECT_EQ(column_of(result, 1), nullptr) << shown(book, result);
  EXPECT_EQ(column_of(result, 2), nullptr) << shown(book, result);
  EXPECT_TRUE(column_of(result, 3)) << shown(book, result);
}

TEST(OtherAuthors, PricesThatASumBesideThemTakesIn) {
  const auto book = sheet({"Product|Price|Website|Postage", "Sensor|1.63|http://a|", "Camera|23.38|http://b|", "Modem|45|http://c|$7.50", "|Total:|77.51=SUM(B2:B4)+SUM(D2:D4)|"});
  const auto result = recognise(book, {});
  const auto* price = column_of(result, 1);
  ASSERT_TRUE(price) << shown(book, result);
  EXPECT_TRUE(price->question || price->total == money(70.01)) << shown(book, result);
}

TEST(OtherAuthors, ATotalThatAddsWhatAnotherColumnComesTo) {
  const auto book = sheet({"Item|Value|Estimate", "Work|56236|0", "Floor|19640|0", "Doors|7483|0", "Furniture|0|65000", "Paint|0|2000", "SUM|150359=SUM(B2:B6)+C7|67000=SUM(C2:C6)"});
  const auto result = recognise(book, {});
  const auto* value = column_of(result, 1);
  ASSERT_TRUE(value) << shown(book, result);
  EXPECT_TRUE(value->foots.value_or(true)) << shown(book, result);
}

// Subtotals that are typed, under names that tell nothing: only the grouping of the rows shows what they are.
TEST(OtherAuthors, OutlineWithTheSummaryBelowOrAbove) {
  auto below = sheet({"Item|Budget", "Salaries|700", "Pensions|300", "Staff|1000", "Rent|200", "Power|50", "House|250"});
  below.sheets.front().row_outline = {{1, 1}, {2, 1}, {4, 1}, {5, 1}};
  expect(below, {{"B", AmountRole::budget, 1250}});
  auto above = sheet({"Item|Budget", "Staff|1000", "Salaries|700", "Pensions|300", "House|250", "Rent|200", "Power|50"});
  above.sheets.front().row_outline = {{2, 1}, {3, 1}, {5, 1}, {6, 1}};
  expect(above, {{"B", AmountRole::budget, 1250}});
  for (const auto* book : {&below, &above}) {
    const auto result = recognise(*book, {});
    for (const auto& total : result.tables.at(0).totals) EXPECT_EQ(total.evidence, Evidence::outline);
  }
}

// Without the grouping a controller would ask: it happens twice, and to the cent.
TEST(OtherAuthors, SumsThatComeAgainAreAsked) {
  const auto book = sheet({"Item|Budget", "Salaries|700", "Pensions|300", "Staff|1000", "Rent|200", "Power|50", "House|250"});
  const auto result = recognise(book, {});
  ASSERT_TRUE(asks(result)) << shown(book, result);
  const auto& question = *result.tables.at(0).columns.at(0).question;
  EXPECT_EQ(question.kind, QuestionKind::subtotals);
  Options options;
  options.answers[question.key] = "yes";
  expect(book, {{"B", AmountRole::budget, 1250}}, true, options);
  options.answers[question.key] = "no";
  expect(book, {{"B", AmountRole::budget, 2500}}, true, options);
}

TEST(OtherAuthors, OutlineOfSeveralLevels) {
  auto book = sheet({"Item|Budget", "Salaries|700", "Pensions|300", "Staff|1000", "Rent|200", "Power|50", "House|250", "Office|1250"});
  book.sheets.front().row_outline = {{1, 2}, {2, 2}, {3, 1}, {4, 2}, {5, 2}, {6, 1}};
  expect(book, {{"B", AmountRole::budget, 1250}});
}

TEST(OtherAuthors, FiscalYearsAreNeverAddedUp) {
  const auto book = sheet({"Budget_ID|Department|Budget_Allocated|Budget_Spent|Financial_Year", "1|Health|100|60|2023-24", "2|Works|200|80|2024-25",
                           "3|Health|50|10|2023-24", "4|Water|70|30|2024-25"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.at(0).columns.size(), 4u) << shown(book, result);
  EXPECT_EQ(result.tables.at(0).columns[0].total, money(150));
  EXPECT_EQ(result.tables.at(0).columns[1].total, money(270));
}

TEST(OtherAuthors, AColumnForRankingIsNoAmount) {
  const auto book = sheet({"STAFF COSTS|FORECASTS|REPORTED|Top 5 Amount|DIFFERENCE", "Salaries|9500|9600|9600.00001=C2+(10^-6)*ROW(C2)|-100=B2-C2",
                           "Bonuses|5000|4500|4500.00001=C3+(10^-6)*ROW(C3)|500=B3-C3", "Insurance|800|700|700.00001=C4+(10^-6)*ROW(C4)|100=B4-C4",
                           "Total|15300|14800||500"});
  expect(book, {{"B", AmountRole::estimate, 15300, 15300}, {"C", AmountRole::actual, 14800, 14800}});
  EXPECT_EQ(column_of(recognise(book, {}), 3), nullptr);
}

TEST(OtherAuthors, RowNumbersWithoutAHeaderAreNoAmounts) {
  const auto book = sheet({"|Programme|Campus|TOTAL", "0|Law|North|500", "1|Law|South|300", "4|Arts|North|200", "3|Arts|South|100"});
  expect(book, {{"D", AmountRole::budget, 1100}});
  EXPECT_FALSE(asks(recognise(book, {})));
}

TEST(OtherAuthors, MillimetresAreNoMoney) {
  const auto book = sheet({"Name|Diameter (mm)|Length (cm)|Price|Quantity|Total price", "Collar|||2.5|1|2.5=D2*E2", "Tube|100|200|5.9|2|11.8=D3*E3",
                           "Total|||||14.3=SUM(F2:F3)"});
  expect(book, {{"F", AmountRole::budget, 14.3, 14.3}});
  EXPECT_FALSE(asks(recognise(book, {})));
}

TEST(OtherAuthors, ADateWithItsNameBesideItHeadsNothing) {
  const auto book = sheet({"Goal|11500", "Target date|@47114", "Saved|3750", "Needed each month|310"});
  for (const auto& table : recognise(book, {}).tables)
    for (const auto& column : table.columns) EXPECT_TRUE(column.question || !column.total) << column.header;
}

TEST(OtherAuthors, TheHeaderRowSaysTheTotalBesideTheTable) {
  const auto book = sheet({"Section|Name|Number|Unit price|Total|Comment|Goods in all|122=SUM(E:E)", "Ceiling||||||5% spare|6.1=H1*0.05",
                           "|Plate|2|1|2=C3*D3||In all|128.1=SUM(H1:H2)", "|Spot|8|15|120=C4*D4|see shop"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u) << shown(book, result);
  EXPECT_EQ(result.tables[0].columns.at(0).total, money(122)) << shown(book, result);
}

TEST(OtherAuthors, ProductsFarToTheRight) {
  const auto book = sheet({"pico|1|8.95|https://a||||||8.95=B1*C1", "servo|2|4.95|https://b||||||9.9=B2*C2", "wheel|3|12.45|https://c||||||37.35=B3*C3",
                           "||||||||TOTAL|56.2=SUM(J1:J3)"});
  expect(book, {{"J", AmountRole::budget, 56.2, 56.2}});
  EXPECT_FALSE(asks(recognise(book, {})));
}

TEST(OtherAuthors, OneRowByTheMonthAndByTheYear) {
  const auto book = sheet({"Désignation|Description|Quantité|Prix / mois|Prix / an", "Hébergement|web|1|10.49|125.88=D2*12"});
  expect(book, {{"E", AmountRole::budget, 125.88}});
}

TEST(OtherAuthors, PricesBesideNumbersOfPiecesAreAsked) {
  const auto book = sheet({"Item|Quantity|Price", "Chair|4|50", "Desk|2|200", "Lamp|3|20"});
  EXPECT_TRUE(asks(recognise(book, {})));
}

TEST(OtherAuthors, AListOfTotalsIsAListOfLines) {
  const auto book = sheet({"code|item|2025 Actual|2026 Budget", "4130|TOTAL|100|110", "4140|TOTAL|30|35", "4150|TOTAL|60|55"});
  expect(book, {{"C", AmountRole::actual, 190}, {"D", AmountRole::budget, 200}});
}

TEST(OtherAuthors, ATotalAmongTheLinesOfItsKey) {
  const auto book = sheet({"code|item|Budget", "4130|Postage|100", "4130|Salary|200", "4130|TOTAL|350", "4130|Telephone|50", "4140|Dues|20",
                           "4140|TOTAL|90", "4140|Workshops|70"});
  const auto result = recognise(book, {});
  expect(book, {{"C", AmountRole::budget, 440}});
  EXPECT_FALSE(found(result.tables.at(0), FindingKind::does_not_foot)) << shown(book, result);
}

TEST(OtherAuthors, ATypedTotalSomeRowsBelowItsLines) {
  const auto book = sheet({"Housing", "Mortgage|3250", "Power|120", "Total|3370=SUM(B2:B3)", "Car", "Payment|435", "Insurance|120", "Fuel|150", "", "", "",
                           "", "", "Total|705", "Other", "Gym|60", "Pets|150", "Total|210=SUM(B16:B17)"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u) << shown(book, result);
  EXPECT_EQ(result.tables[0].columns.at(0).total, money(4285)) << shown(book, result);
  EXPECT_FALSE(asks(result)) << shown(book, result);
}

TEST(OtherAuthors, ATotalTimesTheNumberOfPieces) {
  const auto book = sheet({"PCB|7.6", "Plug|5.1", "Cable|4.3", "Cost per piece|17=SUM(B1:B3)", "", "Pieces|30", "", "Cost|510=B4*B6"});
  expect(book, {{"B", AmountRole::budget, 17, 17}});
}

TEST(OtherAuthors, ProfitAndLossWithCostsBelowZero) {
  const auto book = sheet({"ESTADO DE RESULTADO 2026|PRESUPUESTO", "INGRESO DE EXPLOTACION|2026", "INGRESOS POR VENTAS|5000=SUM(B4:B5)", "30-01 Venta Líquida|4900",
                           "30-02 Venta Otros|100", "TOTAL INGRESO DE EXPLOTACION|5000=SUM(B4:B5)", "COSTOS DE VENTAS|-3200=SUM(B8:B9)",
                           "40-01 Costo Venta|-2500", "40-02 Acuerdo|-700", "Margen de Ventas|1800=+B6+B7", "GASTOS GENERALES|-130=SUM(B12:B13)",
                           "40-03 Servicio|-100", "40-04 Artículos|-30", "RESULTADO|1670=+B10+B11"});
  expect(book, {{"B", AmountRole::budget, 5000, {}, Nature::revenue}, {"B", AmountRole::budget, -3330, {}, Nature::expense}});
}

TEST(OtherAuthors, EndOfYearBalanceOverMonthsSaysNothingAboutThem) {
  const auto book = sheet({"|January|February|March|End of Yr Balance", "Rent|1500|1500|1500|4500=SUM(B2:D2)", "Gas|50|50|60|160=SUM(B3:D3)",
                           "Water|10|10|10|30=SUM(B4:D4)"});
  const auto result = recognise(book, {});
  for (const auto& column : result.tables.at(0).columns) EXPECT_EQ(column.role, AmountRole::budget) << column.header;
}

TEST(OtherAuthors, HeadingsSayWhatNoHeaderDoes) {
  const auto book = sheet({"Projected monthly income", "Income 1|4300", "Extra income|300", "Total monthly income|4600=SUM(B2:B3)", "",
                           "Actual monthly income", "Income 1|4000", "Extra income|300", "Total monthly income|4300=SUM(B7:B8)"});
  expect(book, {{"B", AmountRole::budget, 4600, 4600, Nature::revenue}, {"B", AmountRole::actual, 4300, 4300, Nature::revenue}});
}

TEST(OtherAuthors, PositionsAreCounts) {
  workbook::Snapshot book;
  add_sheet(book, "Positions", {"Dept|Kind|2025 Adopted Budget|2026 Proposed Budget", "Aging|As needed|6|6", "Aging|Regular|5.5|7", "Zoo|Regular|40|41"});
  const auto found_in_book = recognise(book, {});
  for (const auto& column : found_in_book.tables.at(0).columns) EXPECT_EQ(column.nature, Nature::statistical);
  workbook::Snapshot pay;
  add_sheet(pay, "Positions", {"Dept|Kind|Cost 2025|Cost 2026", "Aging|As needed|6|6", "Aging|Regular|5.5|7", "Zoo|Regular|40|41"});
  const auto found_in_pay = recognise(pay, {});
  for (const auto& column : found_in_pay.tables.at(0).columns) EXPECT_NE(column.nature, Nature::statistical);
}

TEST(OtherAuthors, TotalIndirectCostsIsALine) {
  const auto book = sheet({"Item|Year 1|Year 2", "Salaries|800|700", "Travel|200|100", "Total direct costs|1000=SUM(B2:B3)|800=SUM(C2:C3)",
                           "Total indirect costs|525|420", "Total costs requested|1525=B4+B5|1220=C4+C5"});
  expect(book, {{"B", AmountRole::budget, 1525, 1525}, {"C", AmountRole::budget, 1220, 1220}});
}

TEST(OtherAuthors, AmountsTimesAMark) {
  const auto book = sheet({"Compte|Description|Montant|X|V|J", "LCL|Loyer|-700|1||-700=C2*D2", "LCL|Courses|-120|0||0=C3*D3", "CC|Eau|-30|1||-30=C4*D4"});
  const auto result = recognise(book, {});
  ASSERT_NE(column_of(result, 2), nullptr) << shown(book, result);
  EXPECT_EQ(column_of(result, 2)->total, money(-850));
  EXPECT_EQ(column_of(result, 5), nullptr) << shown(book, result);
}

TEST(OtherAuthors, TheColumnInOneCurrencyIsTheAmount) {
  const auto book = sheet({"Account|Currency|Amount|Amount EUR", "Rent|EUR|100|100", "Licence|USD|220|200", "Travel|USD|55|50", "Power|GBP|80|95"});
  expect(book, {{"D", AmountRole::budget, 445}});
}

TEST(OtherAuthors, ASummarySheetStatesTheTotalsOfOthers) {
  workbook::Snapshot book;
  add_sheet(book, "Summary", {"Area|Budget", "Staff|310=SUM(Staff.B2:B3)", "Travel|95", "All|405=B2+B3"});
  add_sheet(book, "Staff", {"Item|Budget", "Wages|200", "Pensions|100"});
  add_sheet(book, "Travel", {"Item|Budget", "Train|50", "Hotel|40"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 3u) << shown(book, result);
  EXPECT_EQ(result.tables[1].columns[0].stated_total, money(310)) << shown(book, result);
  EXPECT_EQ(result.tables[2].columns[0].stated_total, money(95)) << shown(book, result);
  for (int table : {1, 2}) EXPECT_TRUE(found(result.tables[static_cast<std::size_t>(table)], FindingKind::does_not_foot));
}

TEST(OtherAuthors, DeductionsUnderIncomeAreSpent) {
  const auto book = sheet({"Income:", "Salary:|50000", "Taxes|11000", "Medical:|5000", "Net income:|34000=B2-B3-B4", "", "Expenses:", "Rent:|6000", "Food:|2500",
                           "Total expenses:|8500=SUM(B8:B9)", "Net savings:|25500=B5-B10"});
  const auto result = recognise(book, {});
  EXPECT_FALSE(asks(result)) << shown(book, result);
  double revenue = 0, expense = 0;
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      (column.nature == Nature::revenue ? revenue : expense) += column.total == money(50000) ? 50000 : column.total == money(24500) ? 24500 : -1;
  EXPECT_EQ(revenue, 50000) << shown(book, result);
  EXPECT_EQ(expense, 24500) << shown(book, result);
  EXPECT_FALSE(found(result.tables.at(0), FindingKind::does_not_foot)) << shown(book, result);
}

// A difference alone does not say what is taken from what.
TEST(OtherAuthors, ADifferenceAloneNamesNothing) {
  const auto book = sheet({"Debt left|798258|796903|795503", "Saved|16989|29879|43564", "Sum|-781269=B2-B1|-767024=C2-C1|-751939=D2-D1"});
  for (const auto& table : recognise(book, {}).tables)
    for (const auto& column : table.columns) EXPECT_TRUE(column.question || !column.total) << shown(book, recognise(book, {}));
}

TEST(OtherAuthors, TheFiveHighestCostsAreNoTable) {
  const auto book = sheet({"COSTS|ACTUAL||TOP COSTS|VALUE", "Rent|4100||Delivery=INDEX(A2:A5;MATCH(E2;B2:B5;0))|5000=LARGE(B2:B5;1)",
                           "Delivery|5000||Rent=INDEX(A2:A5;MATCH(E3;B2:B5;0))|4100=LARGE(B2:B5;2)", "Power|300||Power=INDEX(A2:A5;MATCH(E4;B2:B5;0))|300=LARGE(B2:B5;3)",
                           "Water|200"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u) << shown(book, result);
  EXPECT_EQ(result.tables[0].columns.at(0).total, money(9600));
}

TEST(OtherAuthors, LinesWithTheTotalsBesideThem) {
  const auto book = sheet({"Coûts (en €)||||Revenus (en €)", "|Prix unitaire|Quantité|Total||Prix unitaire|Quantité|Total",
                           "Vigiles|1920|4|7680=B3*C3|Entrées|30|1700|51000=F3*G3", "Connexion|3850|2|7700=B4*C4|Stands 1|2600|3|7800=F4*G4|Somme des revenus|64800=SUM(H3:H5)",
                           "Switchs|100|46|4600=B5*C5|Stands 2|3000|2|6000=F5*G5|Somme des coûts|19980=SUM(D3:D5)"});
  expect(book, {{"D", AmountRole::budget, 19980}, {"H", AmountRole::budget, 64800}});
}

TEST(OtherAuthors, ATotalOfOtherColumnsIsNotThatOfItsOwn) {
  const auto book = sheet({"Card|Balance due|Payment budget", "A|800|30", "B|1200|45", "C|500|20", "Total|2500=SUM(B2:B4)|95=SUM(C2:C4)", "Total payment|95=SUM(C2:C4)"});
  const auto result = recognise(book, {});
  for (const auto& column : result.tables.at(0).columns) EXPECT_TRUE(column.foots.value_or(true)) << shown(book, result);
}

TEST(OtherAuthors, ImportanceIsNoMoney) {
  const auto book = sheet({"分类|物品名|单价|数量|重要性", "工具|电圆锯|500|1|1", "工具|曲线锯|190|1|1", "工具|砂光机|300|1|2"});
  expect(book, {{"C", AmountRole::budget, 990}});
}

TEST(OtherAuthors, MeasuresOfPerformanceAreNotMoney) {
  workbook::Snapshot book;
  add_sheet(book, "Performance Measures", {"Dept|Measure|2025 Adopted Budget|2026 Proposed Budget", "Aging|Meals served|6000|6200", "Aging|Percent on time|95|96",
                                           "Zoo|Visitors|40000|41000"});
  const auto found_in_book = recognise(book, {});
  for (const auto& column : found_in_book.tables.at(0).columns) EXPECT_EQ(column.nature, Nature::statistical);
}

TEST(OtherAuthors, ColumnsOfYearsUnderAYear) {
  workbook::Snapshot book;
  auto& cells = book.sheets.emplace_back("new data", 31, 3);
  cells.set_text(0, 0, "Fund");
  cells.set_text(0, 1, "Appropriation");
  cells.set_number(0, 2, 2018, workbook::Format::number);
  for (int row = 1; row <= 30; ++row) {
    cells.set_text(row, 0, "Fund " + std::to_string(row));
    cells.set_number(row, 1, 1000 + row, workbook::Format::number);
    cells.set_number(row, 2, 2018, workbook::Format::number);
  }
  const auto result = recognise(book, {});
  EXPECT_EQ(column_of(result, 2), nullptr) << shown(book, result);
}

TEST(OtherAuthors, AListThatGoesOnBelowBlankRows) {
  workbook::Snapshot book;
  auto& cells = book.sheets.emplace_back("data", 60, 4);
  for (const auto& [column, name] : {std::pair{0, "Dept"}, {1, "Fund"}, {2, "Appropriation"}, {3, "Fiscal year"}}) cells.set_text(0, column, name);
  for (int row = 1; row < 60; ++row) {
    if (row >= 30 && row < 34) continue;
    cells.set_text(row, 0, "Dept " + std::to_string(row % 5));
    cells.set_text(row, 1, "Fund " + std::to_string(row));
    row == 34 ? cells.set_text(row, 2, "NA") : cells.set_number(row, 2, 100, workbook::Format::number);
    cells.set_number(row, 3, 2018, workbook::Format::number);
  }
  expect(book, {{"C", AmountRole::budget, 5400}});
}

}  // namespace
}  // namespace steward::recognise
