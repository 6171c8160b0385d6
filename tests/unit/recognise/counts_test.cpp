#include "written.hpp"

// Figures that may be no money though something near them speaks of it, and totals that leave lines out: asked, never claimed.
namespace steward::recognise {
namespace {

bool claims(const Recognition& result, int column) {
  for (const auto& table : result.tables)
    for (const auto& found : table.columns)
      if (found.column == column && found.total && !found.question && found.role != AmountRole::other) return true;
  return false;
}

TEST(Counts, DistancesOnASheetThatIsCalledCost) {
  workbook::Snapshot book;
  add_sheet(book, "Sourcing Cost", {"Region|Trondheim|Viborg|Ribe", "Asgard|114|123|189", "Valhalla|190|180|108", "Hel|208|188|175", "Midgard|179|200|180"});
  const auto result = recognise(book, {});
  for (const int column : {1, 2, 3}) EXPECT_FALSE(claims(result, column)) << shown(book, result);
}

TEST(Counts, PiecesThatAreOrdered) {
  workbook::Snapshot book;
  add_sheet(book, "Parts", {"Owner|Part|Pedida 1|Pedida 2", "A|AD9833|2|2", "A|AD8421|2|2", "B|AD5270|2|4", "B|ADG819|3|2", "||9=SUM(C2:C5)|10=SUM(D2:D5)"});
  const auto result = recognise(book, {});
  EXPECT_FALSE(claims(result, 2)) << shown(book, result);
}

TEST(Counts, YearsOfUseBesideCosts) {
  const auto book = sheet({"Asset|Historical cost|Useful life (years)", "Station|1800000|10", "Miners|800000|4", "Room|1000000|20", "Total|3600000=SUM(B2:B4)|"});
  expect(book, {{"B", AmountRole::budget, 3600000, 3600000}}, false);
  EXPECT_FALSE(claims(recognise(book, {}), 2));
}

TEST(Counts, MonthsThatMultiplyASubtotal) {
  const auto book = sheet({"Spese|", "Legali|2500", "Forniture|5000", "Totale|7500=SUM(B2:B3)", "Affitto|500", "Salari|5000", "Totale|5500=SUM(B5:B6)", "Mesi|12", "Totale|66000=PRODUCT(B7:B8)",
                           "Totale spese|73500=SUM(B4+B9)"});
  EXPECT_FALSE(claims(recognise(book, {}), 1)) << shown(book, recognise(book, {}));
}

TEST(Counts, IncomeAndSpendingInPortuguese) {
  const auto book = sheet({"Data|Tipo|Categoria|Valor", "@45616|SAÍDA|Internet|100", "@45616|SAÍDA|Igreja|30", "@45620|ENTRADA|Salário|9000", "@45646|SAÍDA|Escola|725", "@45650|ENTRADA|Sobreaviso|950"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns) EXPECT_NE(column.total, money(10805)) << shown(book, result);
}

TEST(Counts, BudgetedLinesBesideIncomeUnderOneHeader) {
  const auto book = sheet({"Month|Category|Budget|Income/Expense", "January|Rent|850|Budget", "January|Food|550|Budget", "January|Salary|2200|Income", "February|Rent|850|Budget", "February|Salary|2200|Income"});
  EXPECT_FALSE(claims(recognise(book, {}), 2)) << shown(book, recognise(book, {}));
}

TEST(Counts, ATableBesideUnderABannerOfItsOwn) {
  auto book = sheet({"Prices||||Salaries||", "Kind|Pieces|Unit price|Price|Employee|Number|Salary", "Computer|1|599|599=B3*C3|Clerk|1|1424", "Server|1|1029.9|1029.9=B4*C4|Head|1|3359.94", "Mouse|2|8.52|17.04=B5*C5|||",
                     "Desk|1|103.55|103.55=B6*C6|||"});
  merge(book, 0, 0, 0, 3);
  merge(book, 0, 4, 0, 6);
  const auto result = recognise(book, {});
  const auto* salary = column_of(result, 6);
  ASSERT_TRUE(salary) << shown(book, result);
  EXPECT_TRUE(salary->question || salary->total == money(4783.94)) << shown(book, result);
}

}  // namespace
}  // namespace steward::recognise
