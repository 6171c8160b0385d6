#include "written.hpp"

// Quotations, bills of material and shopping lists: which of their columns is money that may be added up.
namespace steward::recognise {
namespace {

const AmountColumn& claim(const Recognition& result, int column) {
  static const AmountColumn none;
  const AmountColumn* found = column_of(result, column);
  return found ? *found : none;
}

TEST(Bills, PiecesWrittenIntoTheFormula) {
  const auto book = sheet({"Preventivo|costo al pezzo|totale per componente", "Smoke sensor|25|25=B2*1", "Alarm|103|206=B3*2", "Door|3500|3500=B4*1", "Screens|120|240=B5*2"});
  expect(book, {{"C", AmountRole::budget, 3971}});
}

TEST(Bills, ABaseThatEachRowTaxesItsOwnWayIsAnAmount) {
  const auto book = sheet({"Item|Cost|Cost with tax", "Rent|1000|1210=B2*1.21", "Books|200|212=B3*1.06", "Food|300|318=B4*1.06", "Total|1500=SUM(B2:B4)|1740=SUM(C2:C4)"});
  expect(book, {{"B", AmountRole::budget, 1500, 1500}, {"C", AmountRole::budget, 1740, 1740}}, false);
}

TEST(Bills, APriceTimesPiecesThatIsAddedUpCellByCell) {
  const auto book = sheet({"Item|unidade|Preço/und|Preço", "Antena|4|1075|4300=C2*B2", "Torre|3|38500|115500=C3*B3", "Cabo|330|40|13200=C4*B4", "||Total|133000=D2+D3+D4"});
  expect(book, {{"D", AmountRole::budget, 133000, 133000}});
}

TEST(Bills, ATypedProductUnderTheSameWordAsItsPrice) {
  const auto book = sheet({"Pos|Article|Qty|Mat. cost|Price/Unit|Price", "1|Profile|2|1070.16|1039|2078", "2|Profile long|2|1422.96|933|1866", "3|Joint|4|92|23|92"});
  expect(book, {{"F", AmountRole::budget, 4036}});
}

TEST(Bills, WhatTheTotalRowLeavesEmptyIsNotCounted) {
  const auto book = sheet({"Item|Web shop|Cost", "Lamp|12.5|11=10+1", "Chair|80|75=70+5", "Desk|190.4|180=170+10", "Total||266=SUM(C2:C4)"});
  expect(book, {{"C", AmountRole::budget, 266, 266}});
  const auto result = recognise(book, {});
  EXPECT_FALSE(claim(result, 1).total) << shown(book, result);
}

TEST(Bills, WhatASumElsewhereTakesInIsCounted) {
  const auto book = sheet({"Item|List cost|Cost||", "Lamp|12.5|11||", "Chair|80|75||", "Desk|190.4|180||", "Total||266=SUM(C2:C4)||", "", "", "", "||||282.9=SUM(B2:B4)"});
  const auto result = recognise(book, {});
  EXPECT_TRUE(claim(result, 1).total || claim(result, 1).question) << shown(book, result);
}

TEST(Bills, ActualsThatNobodyTotalsYetAreCounted) {
  const auto book = sheet({"Item|Budget|Actual", "Lamp|12.5|11", "Chair|80|75", "Desk|190.4|180", "Total|282.9=SUM(B2:B4)|"});
  expect(book, {{"B", AmountRole::budget, 282.9, 282.9}, {"C", AmountRole::actual, 266}});
}

TEST(Bills, NumbersOfAnOutlineAreCodes) {
  const auto book = sheet({"No|Work|Amount", "'1.1|Dig|400", "'1.2|Lay|250", "'1.3|Fill|90", "'2.1|Wire|700", "'2.2|Plug|60", "'2.3|Test|35"});
  expect(book, {{"C", AmountRole::budget, 1535}});
  const auto mixed = sheet({"1|INCOME|Amount", "'1.1|Dig|400", "'1.2|Lay|250", "'1.3|Fill|90", "2|COSTS|", "'2.1|Wire|700", "'2.2|Plug|60"});
  expect(mixed, {{"C", AmountRole::budget, 740}, {"C", AmountRole::budget, 760}});
  const auto bare = sheet({"'1.1|Dig", "'1.2|Lay", "'1.3|Fill", "'1.4|Wire", "'1.5|Plug", "'1.6|Test"});
  const auto result = recognise(bare, {});
  EXPECT_TRUE(result.tables.empty()) << shown(bare, result);
}

TEST(Bills, UnitsTimesTheCostOfOneIsNoTotal) {
  const auto book = sheet({"|Product A", "Direct costs|20000", "Indirect costs|7000", "Administration|5000", "Product cost per unit|32000=SUM(B2:B4)", "Units produced per week|10",
                           "Total production costs per week|320000=B5*B6"});
  expect(book, {{"B", AmountRole::budget, 32000, 32000}});
}

TEST(Bills, DaysThatTheTotalRowValues) {
  const auto book = sheet({"Rate|450|600|", "Step|Designer|Developer|Amount", "Design|5|3|4050=B3*B1+C3*C1", "Forum|1|5|3450=B4*B1+C4*C1", "Basket|2|5|3900=B5*B1+C5*C1",
                           "TOTAL|3600=(B3+B4+B5)*B1|7800=(C3+C4+C5)*C1|11400=SUM(D3:D5)"});
  expect(book, {{"D", AmountRole::budget, 11400, 11400}});
}

TEST(Bills, SubtotalsAsideOfGroupsAreNoTotalOfTheColumn) {
  const auto book = sheet({"Kind|How|Amount|Final", "1. Goods", "Laptop|2 x 45|90", "Desks|2 x 187|375", "Sum of goods|||465=SUM(C3:C4)", "2. Services", "Licence|1|300", "Developer|10 h|1300",
                           "Adverts|1|900", "Sum of services|||2500=SUM(C7:C9)", "3. Own", "Staff|150 h|12000", "Sum of own|||12000=SUM(C11:C12)", "All in all|||14965=SUM(D5;D10;D13)"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns)
      if (column.column == 2) EXPECT_TRUE(column.foots.value_or(true)) << shown(book, result);
}

TEST(Bills, WhatIsAddedToANumberOfPiecesIsOne) {
  const auto book = sheet({"Componente|Mes 1|Mes 2|Cantidad|Costo Unitario|Costo Total", "Owner|105|135|240=C2+B2|34.5|8280=E2*D2", "Master|120|105|225=C3+B3|34.5|7762.5=E3*D3",
                           "Designer|35|60|95=C4+B4|34.5|3277.5=E4*D4", "Total|||||19320=SUM(F2:F4)"});
  expect(book, {{"F", AmountRole::budget, 19320, 19320}});
}

TEST(Bills, TheTotalLessADiscountIsNoLine) {
  const auto book = sheet({"Usługa|wartość brutto", "Dach|400", "Okna|250", "Drzwi|150", "suma|800=SUM(B2:B4)", "koszt po rabacie|760=B5*0.95"});
  expect(book, {{"B", AmountRole::budget, 800, 800}});
  const auto surcharge = sheet({"Service|Amount", "Roof|400", "Windows|250", "Doors|150", "Total|800=SUM(B2:B4)", "Contingency|80=B5*0.1"});
  EXPECT_TRUE(asks(recognise(surcharge, {})));
}

TEST(Bills, PacksOfPiecesAndTheirPostage) {
  const auto book = sheet({"|Unidades a pedir|Paquete|Costo por paquete|Envio|Total|Link", "Inductor|30|5|42.92|74.78|332.3=(B2/C2)*D2+E2|a", "Capacitor|100|100|29.11|21.25|50.36=(B3/C3)*D3+E3|b",
                           "Resistor|20|10|26.77|21.25|74.79=(B4/C4)*D4+E4|c", "", "||||Total|457.45=SUM(F2:F4)|"});
  expect(book, {{"F", AmountRole::budget, 457.45, 457.45}}, false);
}

TEST(Bills, ADifferenceToTheTotalBelowItIsNoLine) {
  const auto book = sheet({"Expenses|Planned||Accounts|Balance", "Car|20||Bank|24.45", "Clothes|3||Savings|100", "Food|100.45||Card|-1", "Total|123.45=SUM(B2:B4)||Total|123.45=SUM(E2:E4)",
                           "Imbalance|0=E5-B5"});
  const auto result = recognise(book, {});
  EXPECT_FALSE(claim(result, 1).question) << shown(book, result);
  EXPECT_EQ(claim(result, 1).total, money(123.45)) << shown(book, result);
}

TEST(Bills, FactorsOfATurnoverThatOnlyTheProfitTakesIn) {
  const auto book = sheet({"Budget|Jan|Feb", "Pieces sold|6000|6400", "Price|6|6", "Turnover|36000=B2*B3|38400=C2*C3", "Wages|6400|6400", "Materials|20800|22400", "Spending|27200=SUM(B5:B6)|28800=SUM(C5:C6)",
                           "Profit|8800=B4-B7|9600=C4-C7"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns) EXPECT_FALSE(column.question) << shown(book, result);
  expect(book, {{"B", AmountRole::budget, 36000, {}, Nature::revenue}, {"B", AmountRole::budget, 27200, {}, Nature::expense}}, false);
}

}  // namespace
}  // namespace steward::recognise
