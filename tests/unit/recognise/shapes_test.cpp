#include "written.hpp"

// Shapes of tables that people make: levels by the column a label stands in, words that mean two things, rates, shares and
// columns that are reckoned from the others.
namespace steward::recognise {
namespace {

// A government's accounts: each row fills the column of its level, and functions stand between two of them without a code.
TEST(Shapes, LevelsByTheColumnThatARowFills) {
  const auto book = sheet({"款|項|目|名稱|合計|人事費", "|||合計|123|71", "'1|||主管|100|60", "|'1||總統府|60|40", "|||國務支出|60|40", "||'1|一般行政|40|25", "||'2|機要|20|15",
                           "|'2||國史館|40|20", "|||文化支出|40|20", "||'1|一般行政|30|15", "||'2|史料|10|5", "'2|||債務付息|23|11"});
  const auto result = recognise(book, {});
  ASSERT_TRUE(column_of(result, 4)) << shown(book, result);
  EXPECT_EQ(column_of(result, 4)->total, money(123)) << shown(book, result);
  EXPECT_EQ(column_of(result, 5)->total, money(71)) << shown(book, result);
}

TEST(Shapes, APivotTableWithItsGroupsOneColumnToTheLeft) {
  const auto book = sheet({"Category|Item|2019|2020", "Dining||30|50", "|Bonanza|10|20", "|Dixie|20|30", "Power||7|8", "|LGNE|7|8", "Shows||5|9", "|Garden|4|3",
                           "|Field|1|6", "Total||42|67"});
  expect(book, {{"C", AmountRole::budget, 42, 42}, {"D", AmountRole::budget, 67, 67}}, false);
}

TEST(Shapes, CantidadOverEurosIsAnAmount) {
  const auto book = sheet({"Artículo|Cantidad", "Alquiler|€:800", "Comida|€:500", "Seguro|€:78"});
  expect(book, {{"B", AmountRole::budget, 1378}});
  const auto pieces = sheet({"Artículo|Cantidad|Precio|Total", "Sensor|2|10|20=B2*C2", "Motor|3|5|15=B3*C3", "Total|||35=SUM(D2:D3)"});
  expect(pieces, {{"D", AmountRole::budget, 35, 35}});
}

TEST(Shapes, ProductIsAProduct) {
  const auto book = sheet({"Recurso|Cantidad|Costo|Total", "Equipo|5|669.96|3349.8=PRODUCT(B2:C2)", "Router|1|234.5|234.5=PRODUCT(B3:C3)",
                           "Cable|3|25.01|75.03=PRODUCT(B4:C4)", "|||3659.33=SUM(D2:D4)"});
  expect(book, {{"D", AmountRole::budget, 3659.33, 3659.33}});
}

TEST(Shapes, ATotalOverTwoTablesIsNotThatOfOne) {
  const auto book = sheet({"Equipment|Number|Cost|Total||Staff|Number|Cost|Total", "PC|5|600|3000=B2*C2||Backend|2|1200|2400=G2*H2", "Router|1|200|200=B3*C3||Frontend|1|1100|1100=G3*H3",
                           "Cable|3|20|60=B4*C4||Legal|1|500|500=G4*H4", "|||3260=SUM(D2:D4)||||Total|4000=SUM(I2:I4)", "||||||||", "|||||||Total of the project|7260=SUM(D5;I5)"});
  expect(book, {{"D", AmountRole::budget, 3260, 3260}, {"I", AmountRole::budget, 4000}});
  for (const auto& table : recognise(book, {}).tables) EXPECT_FALSE(found(table, FindingKind::does_not_foot));
}

TEST(Shapes, SumsOfUnitsInAPivotTableAreUnits) {
  workbook::Snapshot book;
  add_sheet(book, "Costs", {"Equipment|Sum of cost", "Systems|89850", "Servers|45000", "Total|134850=SUM(B2:B3)"});
  add_sheet(book, "Units", {"Equipment|Sum of number of units", "Systems|150", "Servers|30", "Total|180=SUM(B2:B3)"});
  expect(book, {{"B", AmountRole::budget, 134850, 134850}});
}

TEST(Shapes, HeadersThatEndInAUnitOfMeasurement) {
  const auto book = sheet({"Item|Current (A)|Power (W)|Length [mm]|Cost", "Board|0.5|2.5|40|12.5", "Motor|1.2|14.4|55|30.25", "Cable|0|0|1000|3.1"});
  expect(book, {{"E", AmountRole::budget, 45.85}});
}

TEST(Shapes, LeastAndMostAreNoAmountsOfTheirOwn) {
  const auto book = sheet({"Line|Jan|Feb|Min|Max", "Rent|1296|1300|1296=MIN(B2:C2)|1300=MAX(B2:C2)", "Food|1009|900|900=MIN(B3:C3)|1009=MAX(B3:C3)",
                           "Gas|206|210|206=MIN(B4:C4)|210=MAX(B4:C4)"});
  expect(book, {{"B", AmountRole::budget, 2511}, {"C", AmountRole::budget, 2410}});
}

TEST(Shapes, CostsAddedUpFromTheFirstWeekOnAreARunningSum) {
  const auto book = sheet({"Week|Projected cost|Projected cumulative cost", "1|100|100=SUM($B$2:B2)", "2|150|250=SUM($B$2:B3)", "3|120|370=SUM($B$2:B4)",
                           "4|130|500=SUM($B$2:B5)"});
  const auto result = recognise(book, {});
  EXPECT_FALSE(asks(result)) << shown(book, result);
  EXPECT_EQ(column_of(result, 1)->total, money(500));
  EXPECT_FALSE(column_of(result, 2)->total) << shown(book, result);
}

TEST(Shapes, AShareOfTheTotalBelowItIsNoLine) {
  const auto book = sheet({"Item|Cost", "Board|100", "Motor|40", "Total|140=SUM(B2:B3)", "Quote for each|20=B4/7"});
  expect(book, {{"B", AmountRole::budget, 140, 140}});
  EXPECT_FALSE(asks(recognise(book, {})));
}

// Salaries by the month, each of which the staff table multiplies by months: rates, whatever stands above them.
TEST(Shapes, RatesUnderAHeaderThatAnotherTableMultiplies) {
  const auto book = sheet({"Name|Resources", "Ana|4000=B8*2", "Luis|6000=B9*3", "Total|10000=SUM(B2:B3)", "|", "|", "Engineer|Base salary", "Ana|2000", "Luis|2000"});
  expect(book, {{"B", AmountRole::budget, 10000, 10000}});
}

TEST(Shapes, ASummaryOfTotalsOnTheSameSheetIsNone) {
  const auto book = sheet({"Bills|Budget|Actual", "Rent|900|900", "Phone|60|60", "Total|960=SUM(B2:B3)|960=SUM(C2:C3)", "||", "||", "||", "Group|Budget|Actual",
                           "Bills|960=B4|960=C4", "||"});
  const auto result = recognise(book, {});
  EXPECT_EQ(result.tables.size(), 1u) << shown(book, result);
}

TEST(Shapes, AnAmountOf2000IsNoYear) {
  const auto book = sheet({"HOUSING|", "Item|Amount", "Rent|2000", "Electricity|100", "Total|2100=SUM(B3:B4)"});
  expect(book, {{"B", AmountRole::budget, 2100, 2100}});
}

TEST(Shapes, PayForSomeWeeksIsMoney) {
  const auto book = sheet({"Role|Hours per week|Hourly rate|Total pay for a week|Total pay for 14 weeks", "Manager|2|90|180=B2*C2|2520=D2*14", "Developer|20|75|1500=B3*C3|21000=D3*14",
                           "Designer|10|60|600=B4*C4|8400=D4*14", "Total|||2280=SUM(D2:D4)|31920=SUM(E2:E4)"});
  expect(book, {{"D", AmountRole::budget, 2280, 2280}, {"E", AmountRole::budget, 31920, 31920}});
}

TEST(Shapes, ATotalWithTaxIsNoSumOfTheLines) {
  const auto book = sheet({"Partida|Coste", "Desarrollo|8283", "Reuniones|220", "TOTAL (sin IVA)|8503=SUM(B2:B3)", "TOTAL (con IVA)|10288.63=B4*1.21"});
  const auto result = recognise(book, {});
  ASSERT_TRUE(column_of(result, 1)) << shown(book, result);
  EXPECT_EQ(column_of(result, 1)->total, money(8503)) << shown(book, result);
  EXPECT_FALSE(found(result.tables.at(0), FindingKind::does_not_foot)) << shown(book, result);
}

TEST(Shapes, NumbersOfPiecesUnderTheDateOfTheQuote) {
  const auto book = sheet({"Empresa|Fecha actual|ID", "Nomade|20/08/2021|1", "Descripcion|Cantidad|Precio", "Sitio|1|25000", "Desarrollo|1|70000", "Dominio|1|4000", "|Total|99000=SUM(C4:C6)"});
  const auto result = recognise(book, {});
  EXPECT_FALSE(column_of(result, 1)) << shown(book, result);
  ASSERT_TRUE(column_of(result, 2)) << shown(book, result);
  EXPECT_EQ(column_of(result, 2)->total, money(99000)) << shown(book, result);
}

TEST(Shapes, AReckoningOfProfitFromTheTotalsOfTheSheet) {
  const auto book = sheet({"Task|Hours|Rate|Cost||", "Manager|28|80|2240=B2*C2||", "Developer|420|60|25200=B3*C3||", "Total Cost|||27440=D2+D3||", "|||||", "Equipment|||Cost||TOTAL PROJECT AMOUNT =|70000",
                           "Systems|||4500||TOTAL EQUIPMENT COST =|5700=D9", "Servers|||1200||TOTAL PROJECT VALUE =|27440=D4", "Total|||5700=D7+D8||EXPECTED PROFITS =|36860=G6-G7-G8"});
  expect(book, {{"D", AmountRole::budget, 27440, 27440}, {"D", AmountRole::budget, 5700, 5700}}, false);
}

}  // namespace
}  // namespace steward::recognise
